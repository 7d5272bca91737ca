"""Writes the cells of tables: printed words, their lines, and the site's own words about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Date, Figure
from ..rules import rules
from ..text import Text
from .corrections import quote
from .desk import Desk
from .escape import Md, escape


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes the cells: printed words, their lines, and the site's own words about them."""

    desk: Desk
    here: str

    def words(self, text: Text | None) -> Md:
        """Printed words, in the face of what is printed."""
        return Md(f'<span class="printed">{escape(quote(self.desk, text))}</span>') if text else Md("")

    def placed(self, text: Text, doubt: str = "") -> Md:
        """Printed words, their lines, and why the fact is doubtful."""
        return self.cell(self.words(text), self.desk.lines(text, self.here), self.doubt(doubt))

    def doubt(self, doubt: str) -> Md:
        """Why a fact is doubtful; nothing where nothing speaks against it."""
        file, _, name = doubt.partition(".")
        return Md(f"{self.tag('doubted', 'doubts')} {escape(rules(file)[name].says)}") if doubt else Md("")

    def tag(self, look: str, key: str) -> Md:
        """A small mark in the site's voice."""
        return Md(f'<span class="tag {look}">{escape(self.desk.words(key))}</span>')

    def cell(self, *parts: Md) -> Md:
        """The parts that say something, one after the other."""
        return Md(" ".join(part for part in parts if part))

    def several(self, texts: Iterable[Text]) -> Md:
        """Printed words of several places, in a row."""
        return Md(self.desk.words("comma").join(self.words(text) for text in texts))

    def when(self, date: Date | None) -> Md:
        """The words of a date, and the days that they mean where they do not name them."""
        if date is None:
            return Md("")
        days = self.desk.words.days(date.start, date.end) if date.start and date.end else ""
        told = "" if days in ("", date.text.value) else self.desk.words("known_by", how=days)
        return Md(f"{self.words(date.text)}{escape(told)}")

    def figure(self, figure: Figure) -> Md:
        """A figure with the word that limits it, before or behind."""
        limit = figure.qualifier
        if limit is None or not limit.spans or not figure.text.spans or limit.value in figure.text.value:
            return self.words(figure.text)
        both = (limit, figure.text) if limit.start < figure.text.start else (figure.text, limit)
        return Md("".join(self.words(text) for text in both))

    def scope(self, figure: Figure) -> Md:
        """Whose figure it is: the firm or body as printed, else the place."""
        if figure.whose:
            return self.words(figure.whose)
        return escape("".join(figure.scope.split("/")))
