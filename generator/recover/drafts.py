"""Drafts of articles: which chunks of body text belong to the same one, though others may stand between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Choice, Kind, Piece
from .chunks import UNLIKE_MEASURE, UNLIKE_SHARE, Chunk
from .words import alike, rarity

# What each piece of evidence weighs. Positive: the chunk belongs to the draft.
NEW = 1.2
NEW_FLUSH = 0.2
HEADED = 0.3
# Nothing at all stands between it and other text: hardly a new article.
UNMARKED = -1.2
SEAM = 2.0
SEAM_INDENTED = -1.5
FLUSH_AFTER_STOP = -1.0
MEASURE_SAME = 1.0
MEASURE_UNSURE = -0.5
MEASURE_UNLIKE = -2.0
NEAR_MEASURE, NEAR_SHARE = 1.6, 0.08
NEXT = 1.0
FARTHER, UNBROKEN = -0.6, -1.6
SECOND_BYLINE = -4.0
HEADED_BYLINE = -2.0
STACKED = -1.0
# Two texts of one article have about this much in common; short ones tell little.
USUAL_LIKENESS = 0.034
LEAST_LIKENESS, MOST_LIKENESS, MOST_FAR_LIKENESS = -2.0, 3.0, 2.0
LIKENESS = 60.0
TELLING = 120


@dataclass
class Draft:
    """An article that is being put together: its chunks in reading order, its words, its jump marks (by index).

    `choices`: for each chunk whose place had to be weighed, why it stands here.
    """

    chunks: list[Chunk] = field(default_factory=list)
    grams: Counter[str] = field(default_factory=Counter)
    jumps: list[int] = field(default_factory=list)
    signed: bool = False
    done: bool = False
    choices: list[Choice] = field(default_factory=list)

    def add(self, chunk: Chunk) -> None:
        """Let the draft go on with a chunk."""
        self.chunks.append(chunk)
        self.grams.update(chunk.grams)

    @property
    def measure(self) -> float:
        """The measure of its last column; 0 when none is known."""
        return next((chunk.measure for chunk in reversed(self.chunks) if chunk.measure), 0.0)

    @property
    def has_byline(self) -> bool:
        """Whether it is known already who wrote it."""
        return self.signed or self.chunks[0].opens or any(chunk.signed for chunk in self.chunks)


@dataclass(frozen=True)
class Joint:
    """What stands between two chunks of a page (`first` to `last`, half-open), by its index."""

    pieces: Sequence[Piece]
    first: int
    last: int

    def of(self, kind: Kind) -> list[int]:
        """The pieces of one kind."""
        return [index for index in range(self.first, self.last) if self.pieces[index].kind is kind]

    @property
    def begun(self) -> list[int]:
        """The marks of jumps from another page."""
        return [index for index in self.of(Kind.JUMP) if self.pieces[index].why == "jumps.from"]

    @property
    def ended(self) -> list[int]:
        """The marks of jumps to another page, and their arrows."""
        return [index for index in self.of(Kind.JUMP) if self.pieces[index].why != "jumps.from"]

    @property
    def signs(self) -> bool:
        """Whether the names stand in it that end an article."""
        return any(self.pieces[index].why == "bylines.tail" for index in self.of(Kind.BYLINE))


def drafts_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Draft]:
    """The drafts of a page, in the order in which they begin."""
    weights = rarity([chunk.grams for chunk in chunks])
    drafts: list[Draft] = []
    latest: Draft | None = None
    last = 0
    for chunk in chunks:
        joint = Joint(pieces, last, chunk.first)
        if latest:
            latest.jumps += joint.ended
            latest.done = latest.done or bool(joint.ended) or joint.signs
        draft = None if joint.begun or chunk.opens else _home(chunk, drafts, latest, joint, weights)
        if draft is None:
            draft = Draft()
            drafts.append(draft)
        draft.jumps += joint.begun
        draft.signed = draft.signed or bool(joint.of(Kind.BYLINE))
        draft.add(chunk)
        draft.done = draft.done or chunk.signed
        latest, last = draft, chunk.last
    if latest:
        latest.jumps += Joint(pieces, last, len(pieces)).of(Kind.JUMP)
    return drafts


def _home(
    chunk: Chunk, drafts: Sequence[Draft], latest: Draft | None, joint: Joint, weights: Mapping[str, float]
) -> Draft | None:
    """The draft that a chunk belongs to; None when it begins one of its own."""
    marked = HEADED if joint.of(Kind.HEADLINE) else 0.0 if joint.last > joint.first else UNMARKED
    fresh = (NEW_FLUSH if chunk.pieces[0].indented is False else NEW) + marked
    ways = []
    for number, draft in enumerate(drafts):
        if not draft.done:
            score = _fits(chunk, draft, weights) if draft is not latest else _follows(chunk, draft, joint, weights)
            ways.append((score, -number))
    best = max(ways, default=(fresh, 0))
    return drafts[-best[1]] if ways and best[0] > fresh else None


def _fits(chunk: Chunk, draft: Draft, weights: Mapping[str, float]) -> float:
    """How much speaks for a chunk belonging to a draft, though others stand between."""
    broken = draft.chunks[-1].open_end or chunk.pieces[0].indented is False
    return (FARTHER if broken else UNBROKEN) + _together(chunk, draft, weights, MOST_FAR_LIKENESS)


def _follows(chunk: Chunk, draft: Draft, joint: Joint, weights: Mapping[str, float]) -> float:
    """How much speaks for a chunk belonging to the draft right before it."""
    score = NEXT + _together(chunk, draft, weights, MOST_LIKENESS)
    heads, bylines = joint.of(Kind.HEADLINE), joint.of(Kind.BYLINE)
    if bylines:
        score += SECOND_BYLINE if draft.has_byline else HEADED_BYLINE * any(head < bylines[0] for head in heads)
    stacked = sum(bool(joint.pieces[head].gap) for head in heads) > 1
    return score + STACKED * stacked


def _together(chunk: Chunk, draft: Draft, weights: Mapping[str, float], most: float) -> float:
    """How well a chunk goes on from a draft: by the sentence, the column, and the words that both have."""
    likeness = (alike(draft.grams, chunk.grams, weights) - USUAL_LIKENESS) * LIKENESS
    telling = min(1.0, len(chunk.value) / TELLING)
    fit = _seam(draft.chunks[-1], chunk) + _measure(draft.measure, chunk.measure)
    return fit + max(LEAST_LIKENESS, min(most, likeness)) * telling


def _seam(before: Chunk, after: Chunk) -> float:
    """Whether the end of one chunk and the beginning of another fit together."""
    indented = after.pieces[0].indented
    if before.open_end:
        return SEAM_INDENTED if indented else SEAM
    return FLUSH_AFTER_STOP if indented is False else 0.0


def _measure(one: float, other: float) -> float:
    if not one or not other:
        return 0.0
    apart = abs(one - other)
    if apart <= max(NEAR_MEASURE, NEAR_SHARE * one):
        return MEASURE_SAME
    return MEASURE_UNSURE if apart <= max(UNLIKE_MEASURE, UNLIKE_SHARE * one) else MEASURE_UNLIKE
