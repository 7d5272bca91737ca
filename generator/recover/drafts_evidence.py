"""What speaks for a chunk of body text beginning an article, or going on from another chunk.

Each piece of evidence is a name and how strong it is; `rules/placing.yml` has the words for it and what it weighs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from ..model import Kind, Piece
from ..rules import rules
from .chunks import LONGEST_STORY, UNLIKE_MEASURE, UNLIKE_SHARE, Chunk, cuts_word, is_numbered
from .heads_strips import closes, is_open
from .words import Likeness, grams, shared

Told = tuple[tuple[str, float], ...]
NEAR_MEASURE, NEAR_SHARE = 1.6, 0.08
# Two texts of one article have about this much in common; long ones have more, and short ones tell little.
USUAL_LIKENESS, LEAST_LIKENESS, USUAL_LENGTH = 0.08, 0.01, 500
LEAST_TOLD, MOST_TOLD = -1.0, 1.2
TELLING = 60
# Display lines whose lengths differ by no more characters look alike.
ALIKE_HEADS = 2
SHORT = 60
FIRST_WORDS = ("begins_dated", "begins_referring", "begins_quoting")


@cache
def weights() -> Mapping[str, float]:
    """What each piece of evidence weighs."""
    return {name: float(rule.more["weight"]) for name, rule in rules("placing").items() if "weight" in rule.more}


class Evidence:
    """What speaks for or against something (`told`: names and strengths), and how much all in all (`score`)."""

    __slots__ = ("score", "told")

    def __init__(self, told: Iterable[tuple[str, float]]) -> None:
        known = weights()
        self.told: Told = tuple(told)
        self.score = sum([known[name] * strength for name, strength in self.told])


@dataclass(frozen=True)
class Joint:
    """What stands between two chunks of a page (`first` to `last`, half-open), by its index."""

    pieces: Sequence[Piece]
    first: int
    last: int

    def of(self, kind: Kind) -> list[int]:
        """The pieces of one kind."""
        return [index for index in range(self.first, self.last) if self.pieces[index].kind is kind]

    @cached_property
    def begun(self) -> list[int]:
        """The marks of jumps from another page."""
        return [index for index in self.of(Kind.JUMP) if self.pieces[index].why == "jumps.from"]

    @cached_property
    def ended(self) -> list[int]:
        """The marks of jumps to another page, and their arrows."""
        return [index for index in self.of(Kind.JUMP) if self.pieces[index].why != "jumps.from"]

    @cached_property
    def heads(self) -> list[int]:
        """Its display lines."""
        return self.of(Kind.HEADLINE)

    @cached_property
    def over(self) -> bool:
        """Whether it has the names of those who wrote what is under it."""
        return any(self.pieces[index].why != "bylines.tail" for index in self.of(Kind.BYLINE))

    @cached_property
    def signs(self) -> bool:
        """Whether the names stand in it that end an article."""
        return any(self.pieces[index].why == "bylines.tail" for index in self.of(Kind.BYLINE))


class Head(NamedTuple):
    """What the words of a display line tell, each and all in all (`worth`), and which of them each chunk has."""

    words: Mapping[str, float]
    held: tuple[Mapping[str, None], ...]
    worth: float

    def apart(self, group: Sequence[int], at: int) -> float:
        """How much better its words fit a chunk than a group of others, as a share of all that they tell."""
        if not self.words:
            return 0.0
        here, others = self.held[at], dict(chain.from_iterable([self.held[member].items() for member in group]))
        more = sum([self.words[word] for word in here if word not in others])
        return (more - sum([self.words[word] for word in others if word not in here])) / self.worth


class Scene:
    """The chunks of a page, what stands between them, and what speaks for each of their places."""

    def __init__(self, pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> None:
        self.pieces = pieces
        self.chunks = chunks
        ends = [0, *(chunk.last for chunk in chunks)]
        starts = [*(chunk.first for chunk in chunks), len(pieces)]
        self.joints = [Joint(pieces, last, first) for last, first in zip(ends, starts, strict=True)]
        self.lengths = [len(chunk.value) for chunk in chunks]
        self.likeness = Likeness([chunk.grams for chunk in chunks])
        self._begins: dict[int, Evidence] = {}
        self._follows: dict[tuple[int, int], Evidence] = {}
        self._alike: dict[tuple[tuple[int, ...], int], Evidence] = {}

    @cached_property
    def text(self) -> str:
        """The body text of the page."""
        return "\n".join(chunk.value for chunk in self.chunks)

    @cached_property
    def _opened(self) -> tuple[bool, ...]:
        """Whether a bracket or a quotation that begins in the last piece of each chunk does not end in it."""
        return tuple(is_open(chunk.pieces[-1].value) for chunk in self.chunks)

    @cached_property
    def _closing(self) -> tuple[bool, ...]:
        """Whether one ends in the first piece of each chunk that did not begin in it."""
        return tuple(closes(chunk.pieces[0].value) for chunk in self.chunks)

    @cached_property
    def firm(self) -> tuple[bool, ...]:
        """Whether each chunk begins an article for certain: the mark of a jump from another page is over it."""
        return tuple(bool(joint.begun) for joint in self.joints[:-1])

    @cached_property
    def done(self) -> tuple[bool, ...]:
        """Whether an article ends, or leaves the page, after each chunk: a jump mark or names stand under it."""
        return tuple(bool(joint.ended) or joint.signs for joint in self.joints[1:])

    def begins(self, at: int) -> Evidence:
        """What speaks for a chunk beginning an article."""
        if at not in self._begins:
            self._begins[at] = Evidence([(name, 1.0) for name in self._beginning(at)])
        return self._begins[at]

    def follows(self, before: int, at: int) -> Evidence:
        """What speaks for a chunk going on from another one, but for their words."""
        if (before, at) not in self._follows:
            seam = (*self._seam(before, at), self._columns(before, at))
            self._follows[before, at] = Evidence([*self._way(before, at), *[(name, 1.0) for name in seam if name]])
        return self._follows[before, at]

    def alike(self, group: tuple[int, ...], at: int) -> Evidence:
        """What the words of a chunk, of others, and of the display lines over it say of their belonging together."""
        if (group, at) not in self._alike:
            self._alike[group, at] = Evidence(self._alike_in_words(group, at))
        return self._alike[group, at]

    def _alike_in_words(self, group: tuple[int, ...], at: int) -> list[tuple[str, float]]:
        told = [("likeness", self._likeness(group, at))]
        if self.joints[at].heads:
            told += self._named(group, at)
            if self._parallel(group, at):
                told.append(("next_parallel", 1.0))
        if self.chunks[at].opens and any(self.chunks[member].opens for member in group):
            told.append(("opens_twice", 1.0))
        return told

    def _likeness(self, group: tuple[int, ...], at: int) -> float:
        likeness = self.likeness.between(group, at)
        length = sum([self.lengths[member] for member in group])
        told = log((likeness + LEAST_LIKENESS) / (USUAL_LIKENESS * sqrt(length / USUAL_LENGTH)))
        shorter = min(length, self.lengths[at])
        return max(LEAST_TOLD, min(MOST_TOLD, told)) * shorter / (shorter + TELLING)

    def _beginning(self, at: int) -> Iterator[str]:
        yield "begins"
        if self.firm[at]:
            return
        yield from self._first_words(at)
        joint = self.joints[at]
        if not at or self.done[at - 1] or self.chunks[at - 1].signed:
            yield "begins_after_end"
        elif joint.first == joint.last:
            yield "begins_unmarked"
        if joint.over:
            yield "begins_signed"
        if self._pictured(at):
            yield "begins_pictured"

    def _pictured(self, at: int) -> bool:
        """Whether a caption stands right under a short chunk, and does not rather speak of what stands over both."""
        captions = self.joints[at + 1].of(Kind.CAPTION)
        if captions[:1] != [self.chunks[at].last] or self.lengths[at] > LONGEST_STORY or not at:
            return False
        words = grams("\n".join(self.pieces[index].value for index in captions)).keys()
        here, there = (
            shared(words, chunk.grams, self.likeness.weight) for chunk in (self.chunks[at], self.chunks[at - 1])
        )
        return here >= there

    def _first_words(self, at: int) -> Iterator[str]:
        """What the first words of a chunk say of its being a beginning."""
        chunk = self.chunks[at]
        if chunk.opens:
            yield "begins_opening"
        elif chunk.pieces[0].indented is False:
            yield "begins_flush"
        if chunk.goes_on:
            yield "begins_midway"
        if self.lengths[at] < SHORT:
            yield "begins_short"
        if chunk.pieces[0].kind is Kind.ITEM or is_numbered(chunk.pieces[0]):
            yield "begins_listed"
        for name in FIRST_WORDS:
            if rules("placing")[name].match(chunk.value):
                yield name

    @cached_property
    def _heads(self) -> Mapping[int, Head]:
        """What the words of each display line tell."""
        return {index: self._head(index) for joint in self.joints for index in joint.heads}

    def _head(self, index: int) -> Head:
        words = {word: self.likeness.weight(word) for word in grams(self.pieces[index].value)}
        held = tuple([dict.fromkeys(filter(chunk.grams.__contains__, words)) for chunk in self.chunks])
        return Head(words, held, sum(words.values()))

    def _named(self, group: Sequence[int], at: int) -> list[tuple[str, float]]:
        """Whether the display lines over a chunk fit it better than what it would go on from, or worse."""
        found = [self._heads[index].apart(group, at) for index in self.joints[at].heads]
        return [("named_otherwise", max(found)), ("named_before", -min(found))]

    def _parallel(self, group: Sequence[int], at: int) -> bool:
        """Whether the display lines over a chunk look like those that stand within what it would go on from."""
        here = self.joints[at].heads
        if at - 1 not in group:
            return False
        inner = (self.joints[member].heads for member in group if member - 1 in group)
        return any(
            len(there) == len(here) and abs(self._size(there) - self._size(here)) <= ALIKE_HEADS for there in inner
        )

    def _size(self, heads: Sequence[int]) -> float:
        return sum(len(self.pieces[index].value) for index in heads) / len(heads)

    def _way(self, before: int, at: int) -> list[tuple[str, float]]:
        """What speaks for it, by where the two stand."""
        if at < before:
            return [("goes_back", 1.0)]
        if at > before + 1:
            return [("resumes_far", log(at - before))]
        told = [("next", 1.0)]
        if self.joints[at].over:
            told.append(("next_signed", 1.0))
        chapter = rules("placing")["next_chapter"]
        if any(chapter.match(self.pieces[head].value) for head in self.joints[at].heads):
            told.append(("next_chapter", 1.0))
        return told

    def _seam(self, before: int, at: int) -> list[str]:
        """Whether the end of one chunk and the beginning of another are one sentence."""
        one, other = self.chunks[before], self.chunks[at]
        if not one.open_end:
            return []
        signs = {
            "seam_flush": other.pieces[0].indented is False,
            "seam_goes_on": other.goes_on,
            "seam_word": cuts_word(self.text, one.value, other.value),
            "seam_quote": self._opened[before] and self._closing[at],
        }
        return [name for name, seen in signs.items() if seen] or ["seam_open"]

    def _columns(self, before: int, at: int) -> str:
        """Whether the measures of their columns are the same; nothing where one of them is not known."""
        one, other = self.chunks[before].measure, self.chunks[at].measure
        if not one or not other:
            return ""
        apart = abs(one - other)
        if apart <= max(NEAR_MEASURE, NEAR_SHARE * one):
            return "measure_same"
        return "measure_unsure" if apart <= max(UNLIKE_MEASURE, UNLIKE_SHARE * one) else "measure_unlike"
