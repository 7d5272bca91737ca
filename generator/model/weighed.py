"""What was weighed about a page: choices and their reasons, doubts, and passages that are printed twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ..text import Text
from .given import Correction


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the program is not sure of: the text it is about, the rule that doubts (in `rules/doubts.yml`).

    `settled`: what a person said of it. `near`: the names that it may be, where such are known.
    """

    text: Text
    what: str
    settled: Correction | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage that its page prints twice: `text` is the printing that does not count, `of` the one that does.

    `why` names the rule (of `rules/repeats.yml`) that chose between them; `rest` is the end of a sentence that `text`
    has torn in two.
    """

    text: Text
    of: Text
    why: str
    rest: Text | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence, by the id of the rule that has its words, and what it weighs: above 0 it speaks for."""

    what: str
    weight: float


@dataclass(frozen=True, slots=True)
class Option:
    """What could be decided of some words: `what` is the id of the rule that has words for it.

    `of`: the words of what they would belong to (an article's beginning, the text they would go on from); None where
    the decision needs none.
    """

    what: str
    of: Text | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> float:
        """How much speaks for it, all in all."""
        return sum(reason.weight for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided of the words `text` by weighing, and the best that could have been decided instead."""

    text: Text
    taken: Option
    instead: Option | None = None

    @property
    def margin(self) -> float | None:
        """By how much the decision outweighs the other one; None where nothing else was possible."""
        return self.taken.score - self.instead.score if self.instead else None


def hold(texts: Iterable[Text], part: Text) -> bool:
    """Whether every printed character of `part` is in one of the texts."""
    runs = [*chain.from_iterable([text.runs for text in texts])]
    return all(
        any(
            first <= start and end <= first + length and seed == home and not author
            for home, first, length, author in runs
        )
        for seed, start, end in part.spans
    )
