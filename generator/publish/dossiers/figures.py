"""The figures of a dossier: the most telling as numerals, the others in a table; each with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...model import Article, Figure, Subject
from ...text import Text
from ..desk import Desk
from ..escape import Md, escape
from ..teller import Teller

View = dict[str, Any]
NUMERALS = 6  # so many stand large
ROWS = 60  # so many more in the table; the others stand with their articles
NUMBER = re.compile(r"[\d.,，．%％‰约近超逾多余几数一二两三四五六七八九十百千万亿+＋—-]+")
EDGE = re.compile(r"[；;。！？!?\n]|(?<!\d)[，,]|[，,](?!\d)")
ENDS = frozenset("。！？!?\n")
LEAST = 4  # characters that a clause has beside its figure; one of fewer is shown with the clause before it
BEFORE, BEHIND = 40, 24  # so many characters of a very long clause are shown on each side of its figure
TAGGED = frozenset({"planned", "forecast"})


def figures_view(desk: Desk, subject: Subject, figures: Sequence[tuple[str, Figure]], here: str) -> View:
    """The numerals, the rows of the table, and how many figures are left out of both."""
    teller = Teller(desk, here)
    rest = figures[NUMERALS:]
    return {
        "numerals": [_numeral(teller, subject, article, figure) for article, figure in figures[:NUMERALS]],
        "rows": [_row(teller, subject, article, figure) for article, figure in rest[:ROWS]],
        "left": max(0, len(rest) - ROWS),
    }


def _numeral(teller: Teller, subject: Subject, article: str, figure: Figure) -> View:
    """A figure in large print, what it counts, of which place in the subject, and where it stands."""
    whole = figure.text.value
    number = NUMBER.match(whole)
    cut = number.end() if number else len(whole)
    return {
        "limit": _limit(figure),
        "number": figure.text.value[:cut],
        "unit": figure.text.value[cut:],
        **_about(teller, subject, article, figure),
    }


def _limit(figure: Figure) -> str:
    """The word before it that limits it: 超, 约."""
    limit = figure.qualifier
    stands_before = limit is not None and limit.spans and limit.start < figure.text.start
    return limit.value if limit is not None and stands_before and limit.value not in figure.text.value else ""


def _row(teller: Teller, subject: Subject, article: str, figure: Figure) -> View:
    return {"figure": teller.figure(figure), **_about(teller, subject, article, figure)}


def _about(teller: Teller, subject: Subject, article: str, figure: Figure) -> View:
    desk = teller.desk
    issue = desk.library.issue_of(desk.article[article])
    return {
        "counted": teller.words(clause_of(desk.article[article], figure) or figure.subject),
        "place": teller.cell(_place(subject, figure), teller.words(figure.whose)),
        "when": teller.when(figure.as_of),
        "compared": teller.words(figure.comparison),
        "tags": [figure.status] if figure.status in TAGGED else [],
        "seal": desk.seal(issue),
        "issue": desk.dated(issue),
        "lines": desk.lines(figure.text, teller.here),
        "article": desk.opens(desk.article[article], teller.here),
    }


def clause_of(article: Article, figure: Figure) -> Text | None:
    """The words between commas that a figure stands in: what it counts, and what is said of it (谋划, 已开工)."""
    blocks = article.body[figure.paragraph : figure.paragraph + 1] if figure.paragraph is not None else article.blocks
    for text in (block.text for block in blocks):
        place = next((index for index, offset in enumerate(text.offsets()) if offset == figure.text.start), None)
        if place is not None and figure.text.seeds[:1] == text.seeds[:1]:
            start, stop = _edges(text.value, place, place + len(figure.text))
            return text[max(start, place - BEFORE) : min(stop, place + len(figure.text) + BEHIND)].strip()
    return None


def _edges(value: str, place: int, end: int) -> tuple[int, int]:
    """Where the clause round a figure begins and ends; of a very short one, with the clause before it."""
    edges = list(EDGE.finditer(value))
    starts = [0, *(edge.end() for edge in edges if edge.end() <= place)]
    stop = min((edge.start() for edge in edges if edge.start() >= end), default=len(value))
    start = starts.pop()
    short = stop - start - (end - place) < LEAST
    return (starts[-1] if short and starts and value[start - 1] not in ENDS else start), stop


def _place(subject: Subject, figure: Figure) -> Md:
    """Of which place a figure is, where that is not the subject itself."""
    if not figure.scope or figure.scope == subject.name:
        return Md("")
    links = figure.scope.split("/")
    own = subject.name.split("/") if subject.type == "place" else links[:1]
    return escape("".join(links[len(own) :] if links[: len(own)] == own else links))
