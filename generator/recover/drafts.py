"""Drafts of articles: which chunks of body text belong to the same one, though others may stand between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Kind, Piece
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
    """An article that is being put together: its chunks in reading order, and the pieces around them (by their index)."""

    chunks: list[Chunk] = field(default_factory=list)
    grams: Counter[str] = field(default_factory=Counter)
    jumps: list[int] = field(default_factory=list)
    signed: bool = False
    done: bool = False

    def add(self, chunk: Chunk) -> None:
        """Let the draft go on with a chunk."""
        self.chunks.append(chunk)
        self.grams.update(chunk.grams)

    @property
    def measure(self) -> float:
        return next((chunk.measure for chunk in reversed(self.chunks) if chunk.measure), 0.0)

    @property
    def has_byline(self) -> bool:
        """Whether it is known already who wrote it."""
        return self.signed or self.chunks[0].opens or any(chunk.signed for chunk in self.chunks)


def drafts_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Draft]:
    """The drafts of a page, in the order in which they begin."""
    weights = rarity([chunk.grams for chunk in chunks])
    drafts: list[Draft] = []
    owner: list[Draft] = []
    last = 0
    for chunk in chunks:
        between = range(last, chunk.first)
        begun = [index for index in between if pieces[index].why == "jumps.from"]
        ended = [index for index in between if pieces[index].kind is Kind.JUMP and index not in begun]
        if owner and ended:
            owner[-1].jumps += ended
        if owner and (ended or any(pieces[index].why == "bylines.tail" for index in between)):
            owner[-1].done = True
        draft = None if begun or chunk.opens else _home(chunk, drafts, owner, pieces, between, weights)
        if draft is None:
            draft = Draft()
            drafts.append(draft)
        draft.jumps += begun
        draft.signed = draft.signed or any(pieces[index].kind is Kind.BYLINE for index in between)
        draft.add(chunk)
        draft.done = draft.done or chunk.signed
        owner.append(draft)
        last = chunk.last
    if owner:
        owner[-1].jumps += [index for index in range(last, len(pieces)) if pieces[index].kind is Kind.JUMP]
    return drafts


def _home(
    chunk: Chunk,
    drafts: Sequence[Draft],
    owner: Sequence[Draft],
    pieces: Sequence[Piece],
    between: range,
    weights: Mapping[str, float],
) -> Draft | None:
    """The draft that a chunk belongs to; None when it begins one of its own."""
    headed = any(pieces[index].kind is Kind.HEADLINE for index in between)
    begins = chunk.pieces[0].indented
    fresh = (NEW if begins is not False else NEW_FLUSH) + (HEADED if headed else 0.0 if between else UNMARKED)
    ways = [
        (_belongs(chunk, draft, draft is owner[-1], [pieces[index] for index in between], weights), -number)
        for number, draft in enumerate(drafts)
        if not draft.done
    ]
    best = max(ways, default=(fresh, 0))
    return drafts[-best[1]] if ways and best[0] > fresh else None


def _belongs(
    chunk: Chunk, draft: Draft, is_next: bool, between: Sequence[Piece], weights: Mapping[str, float]
) -> float:
    """How much speaks for a chunk belonging to a draft."""
    broken = draft.chunks[-1].open_end or chunk.pieces[0].indented is False
    score = NEXT if is_next else FARTHER if broken else UNBROKEN
    score += _seam(draft.chunks[-1], chunk) + _measure(draft.measure, chunk.measure)
    likeness = (alike(draft.grams, chunk.grams, weights) - USUAL_LIKENESS) * LIKENESS
    score += max(LEAST_LIKENESS, min(MOST_LIKENESS if is_next else MOST_FAR_LIKENESS, likeness)) * min(
        1.0, len(chunk.value) / TELLING
    )
    if not is_next:
        return score
    heads = [piece for piece in between if piece.kind is Kind.HEADLINE]
    bylines = [index for index, piece in enumerate(between) if piece.kind is Kind.BYLINE]
    if bylines:
        headed = any(piece.kind is Kind.HEADLINE for piece in between[: bylines[0]])
        score += SECOND_BYLINE if draft.has_byline else HEADED_BYLINE * headed
    stacked = sum(bool(piece.gap) for piece in heads) > 1
    return score + STACKED * stacked


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
