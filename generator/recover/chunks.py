"""Chunks: stretches of body text that nothing interrupts, and what stands between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise

from ..model import Kind, Piece
from ..rules import rules
from .words import pairs, parting, rarity

# A subhead that its own words give away stands with the text under it.
PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBHEAD)
# Columns whose measures differ by more do not carry the same article.
UNLIKE_MEASURE, UNLIKE_SHARE = 2.6, 0.15
SAME_MEASURE = 1.0
TELLING_LINES = 4
# Two halves of a chunk that are at least so long and less alike than this may not be the same article's.
TELLING_LENGTH, UNLIKE = 150, 0.045
# Breaks of sentences with fewer pieces between them are near each other.
NEAR = 4
LONGEST_STORY = 220


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
    def _pairs(self) -> list[list[str]]:
        return [pairs(piece.value) for piece in self.pieces]

    @cached_property
    def words(self) -> tuple[Counter[str], ...]:
        """The pairs of characters of each of its pieces."""
        return tuple(map(Counter, self._pairs))

    @cached_property
    def grams(self) -> Counter[str]:
        """Its pairs of characters."""
        return self.words[0] if len(self.pieces) == 1 else Counter(chain.from_iterable(self._pairs))

    @cached_property
    def measure(self) -> float:
        """The measure of its column; 0 when it has too few lines to tell."""
        known = [piece.measure for piece in self.pieces if len(piece.lines) >= TELLING_LINES and piece.measure]
        return sorted(known)[len(known) // 2] if known else 0.0

    @cached_property
    def opens(self) -> bool:
        """Whether a report begins with it."""
        return bool(rules("bylines")["opening"].match(self.pieces[0].value))

    @cached_property
    def signed(self) -> bool:
        """Whether it ends with the names of those who wrote it."""
        last = self.pieces[-1]
        return last.why == "bylines.note" or bool(rules("bylines")["tail"].search(last.value))

    @cached_property
    def open_end(self) -> bool:
        """Whether it ends in mid-sentence."""
        return self.pieces[-1].kind is not Kind.SUBHEAD and not _ends(self.pieces[-1])

    @cached_property
    def goes_on(self) -> bool:
        """Whether its first words can only go on from others."""
        return bool(rules("label")["goes_on"].match(self.pieces[0].value))


def rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where paragraphs that a column's end cut in two are one again.

    Of breaks near each other, as where the columns of two articles alternate, only those that cut a word of the page
    are mended here; the others are for the whole page to tell.
    """
    text = "\n".join(piece.value for piece in pieces)
    pieces = _turned(pieces, text)
    open_ends = [at for at, piece in enumerate(pieces) if piece.kind is Kind.PARAGRAPH and not _ends(piece)]
    known = {at for at in open_ends if at + 1 < len(pieces) and cuts_word(text, pieces[at].value, pieces[at + 1].value)}
    unsure = [at for at in open_ends if at not in known]
    alone = {
        at
        for before, at, after in zip([-NEAR, *unsure], unsure, [*unsure[1:], len(pieces) + NEAR], strict=False)
        if at - before >= NEAR <= after - at and not _over_picture(pieces, at + 1)
    }
    sure = known | alone | set(_within_stories(pieces))
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if found and at - 1 in sure and _goes_on(pieces[at - 1], piece):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, *piece.lines))
        else:
            found.append(piece)
    return found


def _within_stories(pieces: Sequence[Piece]) -> Iterator[int]:
    """The pieces of the last paragraph over a caption, set over several columns, that break off and go on below.

    It can be the story of the picture: it is short, and ends over the caption.
    """
    for at, (piece, below) in enumerate(pairwise(pieces)):
        if below.kind is not Kind.CAPTION or piece.kind is not Kind.PARAGRAPH or not _ends(piece):
            continue
        length, first = len(piece.value), at
        while first and _is_broken(pieces[first - 1], pieces[first]):
            first -= 1
            length += len(pieces[first].value)
        if length <= LONGEST_STORY:
            yield from range(first, at)


def _is_broken(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph breaks off and the next one does not begin as paragraphs do."""
    apart = before.measure and piece.measure and abs(before.measure - piece.measure) > SAME_MEASURE
    return before.kind is Kind.PARAGRAPH and not (_ends(before) or piece.indented or apart)


def _over_picture(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece can be a picture's story, with the caption under it."""
    return at + 1 < len(pieces) and pieces[at + 1].kind is Kind.CAPTION and _is_story(pieces[at])


def _turned(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces; where the second half of a paragraph stands right over the first one, they are one again.

    So some extractors print the top of the next column and the bottom of this one, where both stand at one height.
    """
    found = list(pieces)
    for at in range(len(found) - 2, 0, -1):
        over, upper, lower, under = found[at - 2] if at > 1 else None, found[at - 1], found[at], found[at + 1]
        halves = all(piece.kind is Kind.PARAGRAPH and piece.why != "label.opens" for piece in (upper, lower))
        whole = over is None or over.kind not in PROSE or _ends(over)
        known = rules("label")["goes_on"]
        turned = known.match(upper.value) and not known.match(under.value) and not known.match(lower.value)
        if (
            halves
            and whole
            and turned
            and _ends(upper)
            and not (_ends(lower) or cuts_word(text, lower.value, under.value))
        ):
            found[at - 1 : at + 1] = [replace(lower, lines=(*lower.lines, *upper.lines))]
    return found


def cuts_word(text: str, before: str, after: str) -> bool:
    """Whether a word that `text` has elsewhere goes on from the end of one passage in the beginning of another."""
    return before[-2:] + after[:1] in text or before[-1:] + after[:2] in text


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph can go on from the one before it."""
    paragraphs = before.kind is piece.kind is Kind.PARAGRAPH and piece.why in {"label.hangs", "label.stops"}
    return paragraphs and not is_numbered(piece) and not differ(before, piece)


def is_numbered(piece: Piece) -> bool:
    """Whether a paragraph is an item of its own: `（二）`, `第三条`."""
    return bool(rules("label")["numbered"].match(piece.value))


def _ends(piece: Piece) -> bool:
    """Whether a paragraph ends where its words do: with a mark that ends a sentence, or with names behind one."""
    last = piece.lines[-1].value
    return bool(rules("label")["ends"].search(last) or rules("bylines")["tail"].search(last))


def differ(before: Piece, after: Piece) -> bool:
    """Whether two pieces are set to different measures."""
    known = min(len(before.lines), len(after.lines)) >= TELLING_LINES and before.measure and after.measure
    return bool(known) and abs(before.measure - after.measure) > max(UNLIKE_MEASURE, UNLIKE_SHARE * before.measure)


def chunks_of(pieces: Sequence[Piece]) -> list[Chunk]:
    """The chunks of a page, in its order; where the words change wholly, or a sentence breaks off, one is two."""
    found = _stretches(pieces)
    weights = rarity(words for chunk in found for words in chunk.words)
    return [part for chunk in found for part in _parted(chunk, weights)]


def _parted(chunk: Chunk, weights: Mapping[str, float]) -> list[Chunk]:
    """A chunk, or the parts of it that have little in common."""
    lengths = [sum(words.values()) for words in chunk.words]
    total = sum(lengths)
    if total < 2 * TELLING_LENGTH:
        return [chunk]
    least, cut, length = UNLIKE, 0, 0
    for index, likeness in enumerate(parting(chunk.words, weights), 1):
        length += lengths[index - 1]
        if likeness < least and TELLING_LENGTH <= length <= total - TELLING_LENGTH:
            least, cut = likeness, index
    return [smaller for part in _cut(chunk, cut) for smaller in _parted(part, weights)] if cut else [chunk]


def _cut(chunk: Chunk, at: int) -> tuple[Chunk, Chunk]:
    middle = chunk.first + at
    return Chunk(chunk.first, middle, chunk.pieces[:at]), Chunk(middle, chunk.last, chunk.pieces[at:])


def _stretches(pieces: Sequence[Piece]) -> list[Chunk]:
    """The stretches of body text that nothing interrupts."""
    found: list[Chunk] = []
    first: int | None = None
    for index, piece in enumerate((*pieces, None)):
        if first is not None and (piece is None or piece.kind not in PROSE or _parts(pieces[index - 1], piece)):
            under = first < index - 1 and piece is not None and piece.kind is Kind.CAPTION
            if under and _is_story(pieces[index - 1]):
                found.append(Chunk(first, index - 1, tuple(pieces[first : index - 1])))
                first = index - 1
            found.append(Chunk(first, index, tuple(pieces[first:index])))
            first = None
        if first is None and piece is not None and piece.kind in PROSE:
            first = index
    return found


def _is_story(piece: Piece) -> bool:
    """Whether a paragraph over a caption can be the story of the picture rather than the article's."""
    return piece.gap > 0 and len(piece.value) <= LONGEST_STORY and _ends(piece)


def _parts(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph may not belong with the one directly before it."""
    known = rules("bylines")
    if piece.why == "bylines.note" or _only_opens(before):
        return False
    signed = before.why == "bylines.note" or known["tail"].search(before.value)
    return piece.why == "label.opens" or bool(signed) or differ(before, piece) or _breaks(before, piece)


def _only_opens(piece: Piece) -> bool:
    """Whether a piece is nothing but the words that open a report: `本报讯（记者 贺勇）`."""
    known = rules("bylines")
    found = known["opening"].match(piece.value)
    rest = piece.value[found.end() :] if found else piece.value
    names = known["inline"].match(rest)
    return bool(found) and (not rest or bool(names and names.end() == len(rest)))


def _breaks(before: Piece, piece: Piece) -> bool:
    """Whether a sentence breaks off between two paragraphs, or one goes on that did not begin."""
    if before.kind is Kind.SUBHEAD or is_numbered(piece):
        return False
    if not _ends(before):
        return True
    return piece.indented is False or bool(rules("label")["goes_on"].match(piece.value))
