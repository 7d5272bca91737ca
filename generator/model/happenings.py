"""One happening in several articles: a meeting as news, explainer and commentary."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Text
from .facts import Date


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of two articles that say why they belong together: `a` of the one, `b` of the other.

    `why` is a name that both print, or a rule of `rules/links.yml`.
    """

    why: str
    a: Text
    b: Text

    @property
    def turned(self) -> Proof:
        """The same, seen from the other article."""
        return Proof(self.why, self.b, self.a)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of a happening.

    `words`: the sentence (or headline) that tells of it; `date`: the one that these words have, None when they have
    none; `lacks`: whether they only imply it, so that no date may be put to them; `alone`: the sentences with figures,
    names or quotations that no other article of the happening has.
    """

    article: str
    words: Text
    date: Date | None = None
    lacks: bool = False
    alone: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened once, and the articles that report it.

    `id` names its file: the smallest id of its articles, and behind it a number where that article tells of several.
    `name`: what it is, as printed; `date` and the article that prints it (`lender`), None and empty when none does;
    `where`: places as that article prints them; `ties`: for each further article, why it belongs here.
    """

    id: str
    name: Text
    date: Date | None
    lender: str
    where: tuple[Text, ...]
    tellings: tuple[Telling, ...]
    ties: tuple[tuple[str, str, Proof], ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its articles, sorted."""
        return tuple(telling.article for telling in self.tellings)

    def borrows(self, telling: Telling) -> bool:
        """Whether one of its articles may take its date from the one that prints it."""
        return self.date is not None and telling.date is None and not telling.lacks
