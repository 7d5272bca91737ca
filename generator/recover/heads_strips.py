"""Strips: the display lines of a page that stand together, before anybody knows whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..model import Choice, Kind, Line, Piece
from ..rules import rules
from .chunks import Chunk
from .words import grams

PUBLIC = ("furniture.public_service", "furniture.contact")
# What is left of a wrapped headline in its last line may be as short as this.
STUMP = 2
# What it weighs that two lines are one by their words.
TIED, LOOSELY_TIED = 2.0, 1.0
# What it weighs that the last line has no word of the page, and how long the name of a column is.
FOREIGN, SHORT_NAME = -1.8, 6
PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"), ("「", "」"), ("﹃", "﹄"))


@dataclass(frozen=True)
class Strip:
    """Display lines that are one thing, between the chunks `region` - 1 and `region` of the page.

    `first`, `last`: the pieces (half-open) that they are; `run`: the number of the group of strips that nothing else
    stands between; `tie`: what their words say for their going on from the strip above; `advertised`: beside an
    advertisement; `marked`, `signed`: the mark of a jump from another page, or a byline, stands between them and the
    text over them.
    """

    lines: tuple[Line, ...]
    region: int
    first: int
    last: int
    run: int
    tie: float = 0.0
    advertised: bool = False
    marked: bool = False
    signed: bool = False

    @cached_property
    def value(self) -> str:
        """What the lines read, one after the other."""
        return "".join([line.value for line in self.lines])

    @cached_property
    def grams(self) -> Counter[str]:
        """Its pairs of characters."""
        return grams(self.value)

    @property
    def gap(self) -> int:
        """How many blank lines stand before it."""
        return self.lines[0].gap


@dataclass
class Heads:
    """What became of the strips: each draft's headline strips (by the draft's number), the subheads', and nobody's.

    `choices`: why each of them became that, and why each chunk of body text stands where it does.
    """

    of: dict[int, list[Strip]] = field(default_factory=dict)
    subheads: list[Strip] = field(default_factory=list)
    nobodys: list[Strip] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def strips_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Strip]:
    """The strips of display lines of a page; what stands upright, letter by letter, is one."""
    found: list[Strip] = []
    starts = [chunk.first for chunk in chunks]
    text = "\n".join(chunk.value for chunk in chunks)
    region = run = 0
    even = all(piece.gap == 1 for piece in pieces if piece.kind is Kind.HEADLINE)
    for index, piece in enumerate(pieces):
        if piece.kind is not Kind.HEADLINE:
            continue
        while region < len(starts) and starts[region] < index:
            region += 1
        before = found[-1] if found and found[-1].last == index else None
        if before and _is_upright(before, piece, even=even):
            found[-1] = replace(before, lines=(*before.lines, *piece.lines), last=index + 1)
            continue
        run += before is None
        above = pieces[chunks[region - 1].last if region else 0 : index]
        public = any(near.why in PUBLIC for near in pieces[max(0, index - 1) : index + 2])
        marked = any(other.why == "jumps.from" for other in above)
        signed = any(other.kind is Kind.BYLINE and other.why != "bylines.tail" for other in above)
        tie = _tie(before, piece, text) if before else 0.0
        ended = index + 1 == len(pieces) or pieces[index + 1].kind is not Kind.HEADLINE
        if before and not tie and ended and _is_foreign(before, piece, text):
            tie = FOREIGN
        found.append(Strip(piece.lines, region, index, index + 1, run, tie, public, marked, signed))
    return found


def _is_upright(above: Strip, piece: Piece, *, even: bool) -> bool:
    """Whether a letter stands under others, or one or two are left over from the line above."""
    if piece.gap and not even:
        return False
    over, here = len(above.lines[-1].value), len(piece.value)
    return here == 1 or STUMP >= here < over


def _tie(above: Strip, piece: Piece, text: str) -> float:
    """How much speaks for display lines being cut in mid-word, or in mid-sentence."""
    here, there = above.value, piece.value
    unfinished = rules("headlines")["unfinished"].pattern.search(here) or rules("label")["hangs"].pattern.search(here)
    if unfinished or is_open(here) or here[-2:] + there[:2] in text:
        return TIED
    return LOOSELY_TIED if here[-2:] + there[:1] in text or here[-1:] + there[:2] in text else 0.0


def _is_foreign(above: Strip, piece: Piece, text: str) -> bool:
    """Whether a line under a longer one has no word that any text of the page has: a column's name, perhaps."""
    value = piece.value
    if len(value) >= len(above.lines[-1].value):
        return False
    pairs = (value[at : at + 2] for at in range(len(value) - 1))
    return STUMP < len(value) <= SHORT_NAME and not any(pair in text for pair in pairs)


def is_open(value: str) -> bool:
    """Whether a bracket or a quotation that begins in a text does not end in it."""
    return any(value.count(opened) > value.count(closed) for opened, closed in PAIRS)


def closes(value: str) -> bool:
    """Whether a bracket or a quotation ends in a text that did not begin in it."""
    return any(value.count(opened) < value.count(closed) for opened, closed in PAIRS)
