"""Cells that every table over the collection has: where words stand, and what is not printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ...model import Article, Facts, Jump
from ...text import Text
from ..address import article_file, link
from ..desk import Desk
from ..escape import Md, escape, tagged
from ..teller import Teller

BREAK = "<br>"
BRIEF = 28  # characters of a title in a cell


class Printed(Protocol):
    """A fact of an article."""

    @property
    def text(self) -> Text:
        """The words that it was read from."""


F = TypeVar("F", bound=Printed)


@dataclass(frozen=True, slots=True)
class Told(Generic[F]):
    """A fact, and the article that prints it."""

    article: Article
    fact: F


def every(desk: Desk, of: Callable[[Facts], Iterable[F]]) -> Iterator[Told[F]]:
    """All facts of a kind, in the order of the articles; what a page prints twice is told once."""
    for article in desk.library.articles:
        for fact in of(desk.library.facts[article.id]):
            if not article.prints_again(fact.text):
                yield Told(article, fact)


def stacked(parts: Iterable[Md]) -> Md:
    """What says something, one below the other; the same is said once."""
    return Md(BREAK.join(part for part in dict.fromkeys(parts) if part))


def seal(desk: Desk, article: Article) -> Md:
    """The seal of the paper that an article begins in."""
    known = desk.seal(desk.library.issue_of(article))
    if known is None:
        return Md("")
    title = tagged(known["paper"])
    return Md(f'<span class="seal c{known["colour"]}" title="{title}">{tagged(known["word"])}</span>')


def where(teller: Teller, article: Article, text: Text) -> Md:
    """Where words stand: the paper's seal, their lines, and the article."""
    desk = teller.desk
    return teller.cell(seal(desk, article), desk.lines(text, teller.here), opens(teller, article))


def opens(teller: Teller, article: Article) -> Md:
    """A link to an article by the first words of its title."""
    title = teller.desk.title(article)
    hint = "" if title.printed else teller.desk.words("own_words")
    return link(teller.desk.excerpt(title.words, BRIEF), teller.here, article_file(article.id), hint=hint)


def elsewhere(desk: Desk, jump: Jump) -> str:
    """On which page the other half of an article is."""
    return desk.words("missing_unknown_page" if jump.page is None else "missing_on_page", page=jump.page)


def silent(teller: Teller, key: str) -> Md:
    """That something is not printed, in the site's words."""
    return Md(f'<span class="silent">{escape(teller.desk.words(key))}</span>')


def or_silent(teller: Teller, text: Text | None, key: str = "not_said") -> Md:
    """Printed words, or that there are none."""
    return teller.words(text) if text else silent(teller, key)


def plain(text: Text | None) -> str:
    """Printed words for a cell to carry away."""
    return text.value if text else ""
