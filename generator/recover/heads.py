"""Headlines find their articles: each strip of display lines is somebody's headline, a subhead, or nobody's.

What counts is the words that it shares with a body, then where it stands: before a body, after one, or inside. Which of
these a page prefers is learnt from the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Kind, Line, Piece
from .chunks import Chunk
from .drafts import Draft
from .words import grams, rarity, shared

WORDS = 3.0
BESIDE = 1.0
INSIDE = 0.3
FAR, FARTHEST = -0.15, 4
CUSTOM = 0.8
TOGETHER = 0.6
ADVERTISED = -1.0
LEAST = 0.9
SUBHEAD = 1.7
LONG_SUBHEAD, LONG = 0.9, 26
HEADLESS = 0.4
SURE = 0.5
PUBLIC = ("furniture.public_service", "furniture.contact")


@dataclass(frozen=True)
class Strip:
    """Display lines that stand together: between the chunks `region` - 1 and `region` of the page."""

    lines: tuple[Line, ...]
    region: int
    indexes: tuple[int, ...]
    advertised: bool

    @property
    def value(self) -> str:
        return "".join(line.value for line in self.lines)


@dataclass
class Heads:
    """What became of the strips: each draft's headline strips (by the draft's number), the subheads', and nobody's."""

    of: dict[int, list[Strip]] = field(default_factory=dict)
    subheads: list[Strip] = field(default_factory=list)
    nobodys: list[Strip] = field(default_factory=list)


def assign_heads(pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft]) -> Heads:
    """Give each strip of display lines to the article whose headline it is, or leave it a subhead or nobody's."""
    desk = _Desk(pieces, chunks, drafts)
    desk.learn()
    return desk.settle()


def strips_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Strip]:
    """The strips of display lines of a page: a blank line, or anything else, ends one."""
    found: list[Strip] = []
    starts = [chunk.first for chunk in chunks]
    for index, piece in enumerate(pieces):
        if piece.kind is not Kind.HEADLINE:
            continue
        region = sum(start < index for start in starts)
        public = any(near.why in PUBLIC for near in pieces[max(0, index - 1) : index + 2])
        before = found[-1] if found else None
        if before and before.indexes[-1] == index - 1 and not piece.gap:
            found[-1] = Strip(
                (*before.lines, *piece.lines), region, (*before.indexes, index), before.advertised or public
            )
        else:
            found.append(Strip(piece.lines, region, (index,), public))
    return found


class _Desk:
    """The strips of a page and the drafts that want them."""

    def __init__(self, pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
        self.strips = strips_of(pieces, chunks)
        self.drafts = drafts
        self.weights = rarity([chunk.grams for chunk in chunks])
        self.words = [draft.grams for draft in drafts]
        number = {id(chunk): index for index, draft in enumerate(drafts) for chunk in draft.chunks}
        self.owner = [number[id(chunk)] for chunk in chunks]
        self.before = self.after = 0.0
        self.fits: Mapping[int, list[float]] = {
            index: [shared(grams(strip.value), words, self.weights) for words in self.words]
            for index, strip in enumerate(self.strips)
        }

    def place(self, strip: Strip, draft: int) -> str:
        """Where a strip stands from a draft's view: before, after, inside or elsewhere."""
        above = self.owner[strip.region - 1] if strip.region else None
        below = self.owner[strip.region] if strip.region < len(self.owner) else None
        first, last = self.owner.index(draft), len(self.owner) - 1 - self.owner[::-1].index(draft)
        if below == draft and strip.region == first:
            return "before"
        if above == draft and strip.region - 1 == last:
            return "after"
        return "inside" if above == below == draft else "elsewhere"

    def score(self, index: int, draft: int) -> float:
        """How much speaks for a strip being a draft's headline."""
        strip = self.strips[index]
        place = self.place(strip, draft)
        nearest = min(abs(strip.region - at) for at, owner in enumerate(self.owner) if owner == draft)
        where = {
            "before": BESIDE + self.before,
            "after": BESIDE + self.after,
            "inside": INSIDE,
            "elsewhere": FAR * min(FARTHEST, nearest),
        }[place]
        return WORDS * self.fits[index][draft] + where + ADVERTISED * strip.advertised

    def learn(self) -> None:
        """Find out from the strips that fit one draft surely whether this page sets headlines before bodies or after."""
        seen = {"before": 0, "after": 0, "inside": 0, "elsewhere": 0}
        for index, strip in enumerate(self.strips):
            if not self.drafts:
                return
            best = max(range(len(self.drafts)), key=lambda draft: self.fits[index][draft])
            if self.fits[index][best] >= SURE:
                seen[self.place(strip, best)] += 1
        total = seen["before"] + seen["after"]
        if total:
            lean = CUSTOM * (seen["before"] - seen["after"]) / total
            self.before, self.after = lean, -lean

    def settle(self) -> Heads:
        """Give out the strips, the surest first."""
        heads = Heads()
        open_strips = dict(enumerate(self.strips))
        while open_strips:
            ways = [way for index in open_strips for way in self.ways(index, heads)]
            best = max(ways)
            _, index, draft = best
            strip = open_strips.pop(-index)
            if draft >= 0:
                heads.of.setdefault(draft, []).append(strip)
            elif draft == NOBODY:
                heads.nobodys.append(strip)
            else:
                heads.subheads.append(strip)
        return heads

    def ways(self, index: int, heads: Heads) -> list[tuple[float, int, int]]:
        """What can become of a strip, each with its score."""
        strip = self.strips[index]
        found = [(LEAST, -index, NOBODY)]
        above = self.owner[strip.region - 1] if strip.region else None
        if above is not None and strip.region < len(self.owner) and self.owner[strip.region] == above:
            found.append((LONG_SUBHEAD if len(strip.value) > LONG else SUBHEAD, -index, INNER))
        for draft in range(len(self.drafts)):
            taken = heads.of.get(draft)
            score = self.score(index, draft)
            if not taken:
                found.append((score, -index, draft))
            elif any(
                abs(other.indexes[-1] - strip.indexes[0]) == 1 or abs(other.indexes[0] - strip.indexes[-1]) == 1
                for other in taken
            ):
                found.append((score + TOGETHER, -index, draft))
        return found


NOBODY, INNER = -1, -2
