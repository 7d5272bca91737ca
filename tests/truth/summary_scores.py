"""How near a choice of sentences comes to the choice of two readers, whoever or whatever chose.

A reader's choice is a whole sentence of the page, by the offsets of its ink; so is a sentence that must not be chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Self

import yaml

from generator.model import Sentence
from tests.truth.facts_measured import library
from tests.truth.facts_reading import FACTS, Print, plain, print_of
from tests.truth.reading import all_truth
from tests.truth.scores import ink, matched

SAME = 0.8  # the share of the ink of both above which two sentences are one
PART = 0.5  # the share of a forbidden sentence that is enough to have chosen it

Ink = frozenset[int]


@dataclass(frozen=True)
class Readers:
    """What two readers say of one article: `chosen` and `barred` sentences, and those that only one of them bars."""

    chosen: tuple[Ink, ...]
    barred: tuple[Ink, ...]
    barred_by_one: tuple[Ink, ...]
    words: str  # of the chosen ones


@dataclass
class Score:
    """How many sentences were chosen, by readers too, though forbidden; how much of the readers' words is shared."""

    told: int = 0
    right: int = 0
    barred: int = 0
    barred_by_one: int = 0
    overlap: float = 0.0
    articles: int = 0

    @property
    def share(self) -> float:
        """The share of the chosen sentences that a reader chose."""
        return self.right / self.told if self.told else 0.0

    @property
    def likeness(self) -> float:
        """The F1 of pairs of characters that a choice shares with the readers', the mean of all articles."""
        return self.overlap / self.articles if self.articles else 0.0

    def __iadd__(self, other: Self) -> Self:
        for name in ("told", "right", "barred", "barred_by_one", "overlap", "articles"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@cache
def readers() -> Mapping[str, Readers]:
    """What the readers chose of every article of the five pages, by the article's id."""
    found: dict[str, Readers] = {}
    truths = {truth.seed.name: truth for truth in all_truth()}
    pages = {page.seed.name: page for page in library().pages}
    for file in sorted(FACTS.glob("*.yml")):
        written = yaml.safe_load(file.read_text(encoding="utf-8"))
        truth = truths[written["seed"]]
        ids = {name: id_ for id_, name in matched(truth, pages[written["seed"]]).items()}
        for name in sorted({fact["in"] for fact in written["summaries"]} & ids.keys()):
            found[ids[name]] = _readers(written, name, print_of(truth))
    return found


def _readers(written: Mapping[str, Sequence[Mapping[str, str]]], name: str, page: Print) -> Readers:
    chosen = [fact for fact in written["summaries"] if fact["in"] == name]
    barred = [fact for fact in written["not_summaries"] if fact["in"] == name]
    return Readers(
        tuple(_places(chosen, page)),
        tuple(_places([fact for fact in barred if "doubt" not in fact], page)),
        tuple(_places([fact for fact in barred if "doubt" in fact], page)),
        "\n".join(plain(fact["text"]) for fact in chosen),
    )


def _places(facts: Sequence[Mapping[str, str]], page: Print) -> Iterator[Ink]:
    for fact in facts:
        words = plain(fact["text"])
        yield page.ink(page.at(words), len(words))


def judge(one: Readers, summary: Sequence[Sentence]) -> Score:
    """How near a choice for one article comes to the readers'."""
    inks = [frozenset(ink(sentence.text)) for sentence in summary]
    return Score(
        told=len(inks),
        right=sum(any(_same(mine, theirs) for theirs in one.chosen) for mine in inks),
        barred=sum(any(_holds(mine, theirs) for theirs in one.barred) for mine in inks),
        barred_by_one=sum(any(_holds(mine, theirs) for theirs in one.barred_by_one) for mine in inks),
        overlap=likeness("\n".join(sentence.text.value for sentence in summary), one.words),
        articles=1,
    )


def _same(mine: Ink, theirs: Ink) -> bool:
    return len(mine & theirs) >= SAME * max(len(mine), len(theirs))


def _holds(mine: Ink, theirs: Ink) -> bool:
    return len(mine & theirs) >= PART * len(theirs)


def likeness(one: str, other: str) -> float:
    """The F1 of the pairs of neighbouring characters of two texts; marks of punctuation take no part."""
    mine, theirs = pairs(one), pairs(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def pairs(value: str) -> frozenset[str]:
    """The pairs of neighbouring letters, digits or Chinese characters, as they differ."""
    return frozenset(pair for pair in map("".join, pairwise(value)) if pair.isalnum())
