"""Strips: the display lines of a page that stand together, before anybody knows whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import Choice, Kind, Line, Piece
from ..rules import rules
from .chunks import Chunk

PUBLIC = ("furniture.public_service", "furniture.contact")
# What is left of a wrapped headline in its last line may be as short as this.
STUMP = 3


@dataclass(frozen=True)
class Strip:
    """Display lines that are one thing, between the chunks `region` - 1 and `region` of the page.

    `first`, `last`: the pieces (half-open) that they are; `run`: the number of the group of strips that nothing else
    stands between; `advertised`: beside an advertisement; `marked`, `signed`: the mark of a jump from another page, or
    a byline, stands between it and the text over it; `tagged`: the mark of a column stands directly over it.
    """

    lines: tuple[Line, ...]
    region: int
    first: int
    last: int
    run: int
    advertised: bool = False
    marked: bool = False
    signed: bool = False
    tagged: bool = False

    @property
    def value(self) -> str:
        """What the lines read, one after the other."""
        return "".join(line.value for line in self.lines)

    @property
    def gap(self) -> int:
        """How many blank lines stand before it."""
        return self.lines[0].gap


@dataclass
class Heads:
    """What became of the strips: each draft's headline strips (by the draft's number), the subheads', and nobody's.

    `choices`: why each of them became that.
    """

    of: dict[int, list[Strip]] = field(default_factory=dict)
    subheads: list[Strip] = field(default_factory=list)
    nobodys: list[Strip] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def strips_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Strip]:
    """The strips of display lines of a page; lines between which a word is cut are one strip."""
    found: list[Strip] = []
    starts = [chunk.first for chunk in chunks]
    text = "\n".join(chunk.value for chunk in chunks)
    region = run = 0
    for index, piece in enumerate(pieces):
        if piece.kind is not Kind.HEADLINE:
            continue
        while region < len(starts) and starts[region] < index:
            region += 1
        before = found[-1] if found and found[-1].last == index else None
        if before and _is_wrapped(before, piece, text):
            found[-1] = replace(before, lines=(*before.lines, *piece.lines), last=index + 1)
            continue
        run += before is None
        above = pieces[chunks[region - 1].last if region else 0 : index]
        public = any(near.why in PUBLIC for near in pieces[max(0, index - 1) : index + 2])
        marked = any(other.why == "jumps.from" for other in above)
        signed = any(other.kind is Kind.BYLINE and other.why != "bylines.tail" for other in above)
        tagged = index > 0 and pieces[index - 1].why == "furniture.tag"
        found.append(Strip(piece.lines, region, index, index + 1, run, public, marked, signed, tagged))
    return found


def _is_wrapped(above: Strip, piece: Piece, text: str) -> bool:
    """Whether display lines are one: a word that the text of the page has is cut there, or letters stand upright."""
    here, there = above.lines[-1].value, piece.value
    if piece.gap > 1:
        return False
    upright = not piece.gap and len(there) == 1
    stump = len(there) <= STUMP < len(here)
    unfinished = rules("headlines")["unfinished"].pattern.search(here) or rules("label")["hangs"].pattern.search(here)
    return upright or stump or bool(unfinished) or here[-2:] + there[:1] in text or here[-1:] + there[:2] in text
