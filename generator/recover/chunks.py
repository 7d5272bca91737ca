"""Chunks: stretches of body text that nothing interrupts, and what stands between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Kind, Piece
from ..rules import rules
from .words import alike, grams, rarity

# A subhead that its own words give away stands with the text under it.
PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBHEAD)
# Columns whose measures differ by more do not carry the same article.
UNLIKE_MEASURE, UNLIKE_SHARE = 2.6, 0.15
TELLING_LINES = 4
# Two halves of a chunk that are at least so long and less alike than this are not the same article's.
TELLING_LENGTH, UNLIKE = 150, 0.035


@dataclass(frozen=True)
class Chunk:
    """Paragraphs `first` to `last` (half-open, in the page's pieces) that belong together for certain."""

    first: int
    last: int
    pieces: tuple[Piece, ...]

    @cached_property
    def value(self) -> str:
        """What its lines read."""
        return "".join(piece.value for piece in self.pieces)

    @cached_property
    def words(self) -> tuple[Counter[str], ...]:
        """The pairs of characters of each of its pieces."""
        return tuple(grams(piece.value) for piece in self.pieces)

    @cached_property
    def grams(self) -> Counter[str]:
        """Its pairs of characters."""
        found: Counter[str] = Counter()
        for words in self.words:
            found.update(words)
        return found

    @cached_property
    def measure(self) -> float:
        """The measure of its column; 0 when it has too few lines to tell."""
        known = [piece.measure for piece in self.pieces if len(piece.lines) >= TELLING_LINES and piece.measure]
        return sorted(known)[len(known) // 2] if known else 0.0

    @cached_property
    def opens(self) -> bool:
        """Whether a report begins with it."""
        return bool(rules("bylines")["opening"].pattern.match(self.pieces[0].value))

    @cached_property
    def signed(self) -> bool:
        """Whether it ends with the names of those who wrote it."""
        last = self.pieces[-1]
        return last.why == "bylines.note" or bool(rules("bylines")["tail"].pattern.search(last.value))

    @cached_property
    def open_end(self) -> bool:
        """Whether it ends in mid-sentence."""
        return self.pieces[-1].kind is not Kind.SUBHEAD and not _ends(self.pieces[-1])


def rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where paragraphs that a column's end cut in two are one again."""
    found: list[Piece] = []
    for piece in pieces:
        if found and _goes_on(found[-1], piece):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, *piece.lines))
        else:
            found.append(piece)
    return found


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph goes on from the one before it."""
    if (
        before.kind is not Kind.PARAGRAPH
        or piece.kind is not Kind.PARAGRAPH
        or piece.why not in {"label.hangs", "label.stops"}
    ):
        return False
    numbered = rules("label")["numbered"].pattern.match(piece.value)
    return not _ends(before) and not numbered and not differ(before, piece)


def _ends(piece: Piece) -> bool:
    """Whether a paragraph ends where its words do: with a mark that ends a sentence, or with names behind one."""
    last = piece.lines[-1].value
    return bool(rules("label")["ends"].pattern.search(last) or rules("bylines")["tail"].pattern.search(last))


def differ(before: Piece, after: Piece) -> bool:
    """Whether two pieces are set to different measures."""
    known = min(len(before.lines), len(after.lines)) >= TELLING_LINES and before.measure and after.measure
    return bool(known) and abs(before.measure - after.measure) > max(UNLIKE_MEASURE, UNLIKE_SHARE * before.measure)


def chunks_of(pieces: Sequence[Piece]) -> list[Chunk]:
    """The chunks of a page, in its order; where the words change wholly, one is two."""
    found = _stretches(pieces)
    weights = rarity(words for chunk in found for words in chunk.words)
    return [part for chunk in found for part in _parted(chunk, weights)]


def _parted(chunk: Chunk, weights: Mapping[str, float]) -> list[Chunk]:
    """A chunk, or the parts of it that have nothing in common."""
    total = sum(len(piece.value) for piece in chunk.pieces)
    if total < 2 * TELLING_LENGTH:
        return [chunk]
    before: Counter[str] = Counter()
    after = Counter(chunk.grams)
    least, cut, length = UNLIKE, 0, 0
    for index in range(1, len(chunk.pieces)):
        before.update(chunk.words[index - 1])
        after.subtract(chunk.words[index - 1])
        length += len(chunk.pieces[index - 1].value)
        if min(length, total - length) >= TELLING_LENGTH and chunk.pieces[index].indented is not False:
            likeness = alike(before, after, weights)
            if likeness < least:
                least, cut = likeness, index
    if not cut:
        return [chunk]
    middle = chunk.first + cut
    parts = Chunk(chunk.first, middle, chunk.pieces[:cut]), Chunk(middle, chunk.last, chunk.pieces[cut:])
    return [smaller for part in parts for smaller in _parted(part, weights)]


def _stretches(pieces: Sequence[Piece]) -> list[Chunk]:
    """The stretches of body text that nothing interrupts."""
    found: list[Chunk] = []
    first: int | None = None
    for index, piece in enumerate((*pieces, None)):
        if first is not None and (piece is None or piece.kind not in PROSE or _parts(pieces[index - 1], piece)):
            found.append(Chunk(first, index, tuple(pieces[first:index])))
            first = None
        if first is None and piece is not None and piece.kind in PROSE:
            first = index
    return found


def _parts(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph cannot belong with the one directly before it."""
    known = rules("bylines")
    if piece.why == "bylines.note":
        return False
    signed = before.why == "bylines.note" or known["tail"].pattern.search(before.value)
    return piece.why == "label.opens" or bool(signed) or differ(before, piece)
