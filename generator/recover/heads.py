"""Headlines find their articles: each strip of display lines is somebody's headline, a subhead, or nobody's.

What counts is the words that it shares with a body, then where it stands: before a body, after one, or inside. Which of
these a page prefers is learnt from the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import Choice, Kind, Line, Piece
from .chunks import Chunk
from .drafts import Draft
from .words import grams, rarity, shared

# What each piece of evidence weighs.
WORDS = 3.0
BESIDE = 1.0
INSIDE, INTERRUPTING = -1.5, 1.2
UNDER_MARK = -0.5
FAR, FARTHEST = -0.15, 4
CUSTOM = 0.8
TOGETHER = 0.6
ADVERTISED = -1.0
NOBODYS = 0.5
SUBHEAD, LONG_SUBHEAD, LONG = 1.7, 0.9, 26
UNDER_BYLINE = 1.1
SURE = 0.5
PUBLIC = ("furniture.public_service", "furniture.contact")
WIDE_GAP = 3
# What is left of a wrapped headline in its last line may be as short as this.
STUMP = 3
# A headline that two articles claim is cut where each gets at least this share of its words, and both gain so much.
OWN_WORDS, GAIN = 0.4, 0.12
SOME_WORDS = 0.15
SHORTEST_PART = 5
# A headline likes to begin with its subject, as the clauses of its body do.
SUBJECT, SUBJECT_LENGTH = 0.5, 3


@dataclass(frozen=True)
class Strip:
    """Display lines that stand together, between the chunks `region` - 1 and `region` of the page.

    `first`, `last`: the pieces (half-open) that they are; `advertised`: beside an advertisement;
    `marked`, `signed`: the mark of a jump from another page, or a byline, stands between it and the text over it.
    """

    lines: tuple[Line, ...]
    region: int
    first: int
    last: int
    advertised: bool = False
    marked: bool = False
    signed: bool = False

    @property
    def value(self) -> str:
        """What the lines read, one after the other."""
        return "".join(line.value for line in self.lines)


@dataclass
class Heads:
    """What became of the strips: each draft's headline strips (by the draft's number), the subheads', and nobody's.

    `choices`: why each of them became that.
    """

    of: dict[int, list[Strip]] = field(default_factory=dict)
    subheads: list[Strip] = field(default_factory=list)
    nobodys: list[Strip] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def assign_heads(pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft]) -> Heads:
    """Give each strip of display lines to the article whose headline it is, or leave it a subhead or nobody's."""
    strips = strips_of(pieces, chunks)
    if not drafts:
        return Heads(nobodys=strips)
    desk = _Desk(strips, chunks, drafts)
    desk.learn()
    heads = desk.settle()
    return desk.cut(heads)


def strips_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Strip]:
    """The strips of display lines of a page: a blank line, or anything else, ends one."""
    found: list[Strip] = []
    starts = [chunk.first for chunk in chunks]
    text = "\n".join(chunk.value for chunk in chunks)
    for index, piece in enumerate(pieces):
        if piece.kind is not Kind.HEADLINE:
            continue
        region = sum(start < index for start in starts)
        before = found[-1] if found else None
        if before and before.last == index and (not piece.gap or _is_wrapped(before, piece, text)):
            found[-1] = replace(before, lines=(*before.lines, *piece.lines), last=index + 1)
            continue
        above = pieces[chunks[region - 1].last if region else 0 : index]
        public = any(near.why in PUBLIC for near in pieces[max(0, index - 1) : index + 2])
        marked = any(other.why == "jumps.from" for other in above)
        signed = any(other.kind is Kind.BYLINE and other.why != "bylines.tail" for other in above)
        found.append(Strip(piece.lines, region, index, index + 1, public, marked, signed))
    return found


def _is_wrapped(above: Strip, piece: Piece, text: str) -> bool:
    """Whether display lines with a blank line between are one: a word that the text of the page has is cut there."""
    here, there = above.lines[-1].value, piece.value
    stump = len(there) <= STUMP < len(here)
    return piece.gap == 1 and (stump or here[-2:] + there[:1] in text or here[-1:] + there[:2] in text)


Way = tuple[float, int, int]
NOBODY, INNER = -1, -2


class _Desk:
    """The strips of a page and the drafts that want them."""

    def __init__(self, strips: Sequence[Strip], chunks: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
        self.strips = strips
        self.chunks = chunks
        self.words = [draft.grams for draft in drafts]
        self.weights = rarity(self.words)
        number = {id(chunk): index for index, draft in enumerate(drafts) for chunk in draft.chunks}
        self.owner = [number[id(chunk)] for chunk in chunks]
        self.regions = [[at for at, owner in enumerate(self.owner) if owner == draft] for draft in range(len(drafts))]
        self.before = self.after = 0.0
        self.fits = [[self.fit(strip.value, draft) for draft in range(len(drafts))] for strip in strips]
        self.interrupting = [self.interrupts(strip) for strip in strips]
        self.scores: list[list[float]] = []

    def fit(self, value: str, draft: int) -> float:
        """How much of the words of a display line a draft has."""
        return shared(grams(value), self.words[draft], self.weights)

    def above(self, strip: Strip) -> int | None:
        """The draft that stands above a strip."""
        return self.owner[strip.region - 1] if strip.region else None

    def below(self, strip: Strip) -> int | None:
        """The draft that stands below a strip."""
        return self.owner[strip.region] if strip.region < len(self.owner) else None

    def place(self, strip: Strip, draft: int) -> str:
        """Where a strip stands from a draft's view: before, under its jump mark, after, inside or elsewhere."""
        if self.below(strip) == draft and strip.region == self.regions[draft][0]:
            return "under" if strip.marked else "before"
        if self.above(strip) == draft and strip.region - 1 == self.regions[draft][-1]:
            return "after"
        return "inside" if self.above(strip) == self.below(strip) == draft else "elsewhere"

    def interrupts(self, strip: Strip) -> bool:
        """Whether a strip stands in mid-sentence, or over a subhead: no subhead does."""
        stacked = any(other.first == strip.last and other.region == strip.region for other in self.strips)
        return stacked or (strip.region > 0 and self.chunks[strip.region - 1].open_end)

    def score(self, index: int, draft: int) -> float:
        """How much speaks for a strip being a draft's headline."""
        strip = self.strips[index]
        nearest = min(abs(strip.region - at) for at in self.regions[draft])
        where = {
            "before": BESIDE + self.before,
            "under": UNDER_MARK,
            "after": BESIDE + self.after,
            "inside": INTERRUPTING if self.interrupting[index] else INSIDE,
            "elsewhere": FAR * min(FARTHEST, nearest),
        }[self.place(strip, draft)]
        return WORDS * self.fits[index][draft] + where + ADVERTISED * strip.advertised

    def learn(self) -> None:
        """Find out from the strips that surely fit a draft whether this page sets headlines before or after bodies."""
        seen = {"before": 0, "under": 0, "after": 0, "inside": 0, "elsewhere": 0}
        for index, strip in enumerate(self.strips):
            best = max(range(len(self.words)), key=lambda draft: self.fits[index][draft])
            seen[self.place(strip, best)] += self.fits[index][best] >= SURE
        total = seen["before"] + seen["after"]
        if total:
            self.before = CUSTOM * (seen["before"] - seen["after"]) / (total + 1)
            self.after = -self.before

    def settle(self) -> Heads:
        """Give out the strips, the surest first."""
        heads = Heads()
        self.scores = [
            [self.score(index, draft) for draft in range(len(self.words))] for index in range(len(self.strips))
        ]
        waiting = dict(enumerate(self.strips))
        while waiting:
            _, index, draft = max(way for index in waiting for way in self.ways(index, heads))
            strip = waiting.pop(-index)
            if draft >= 0:
                heads.of.setdefault(draft, []).append(strip)
            else:
                (heads.nobodys if draft == NOBODY else heads.subheads).append(strip)
        return heads

    def ways(self, index: int, heads: Heads) -> list[Way]:
        """What can become of a strip, each with its score."""
        strip = self.strips[index]
        found = [(NOBODYS, -index, NOBODY), (self.inner(strip, heads), -index, INNER)]
        for draft in range(len(self.words)):
            taken = heads.of.get(draft, [])
            if not taken:
                found.append((self.scores[index][draft], -index, draft))
            elif any(strip.first == other.last or strip.last == other.first for other in taken):
                found.append((self.scores[index][draft] + TOGETHER, -index, draft))
        return found

    def inner(self, strip: Strip, heads: Heads) -> float:
        """How much speaks for a strip being a subhead of the draft below it."""
        below = self.below(strip)
        if below is None:
            return 0.0
        if strip.marked:
            return SUBHEAD
        if self.above(strip) != below:
            return UNDER_BYLINE if strip.signed and heads.of.get(below) else 0.0
        if self.chunks[strip.region - 1].open_end or (heads.of.get(below) and strip.lines[0].gap >= WIDE_GAP):
            return 0.0
        return LONG_SUBHEAD if len(strip.value) > LONG else SUBHEAD

    def cut(self, heads: Heads) -> Heads:
        """Cut a headline that is two headlines glued, where an article without one has the words of one half."""
        for draft in range(len(self.words)):
            if not heads.of.get(draft):
                self.cut_for(draft, heads)
        return heads

    def cut_for(self, draft: int, heads: Heads) -> None:
        """Find the strip that holds the headline of a draft beside somebody else's, and give each its part."""
        owners = [*heads.of.items(), *((other, []) for other in range(len(self.words)) if not heads.of.get(other))]
        ways = []
        for strip in (*heads.nobodys, *(strip for strips in heads.of.values() for strip in strips)):
            holder = next((other for other, strips in heads.of.items() if strip in strips), None)
            for other, _ in owners:
                if other != draft and holder in (None, other):
                    ways += self.cuts(strip, draft, other)
        if not ways:
            return
        _, strip, parts = max(ways, key=lambda way: way[0])
        heads.nobodys = [other for other in heads.nobodys if other is not strip]
        for owner, part in parts:
            heads.of[owner] = [*(other for other in heads.of.get(owner, []) if other is not strip), part]

    def cuts(self, strip: Strip, one: int, other: int) -> list[tuple[float, Strip, tuple[tuple[int, Strip], ...]]]:
        """The ways to cut a strip within a line so that `one` and `other` each get their words, with what is gained."""
        claims = self.fit(strip.value, one), self.fit(strip.value, other)
        if min(claims) < SOME_WORDS:
            return []
        whole = max(claims)
        found = []
        for index, line in enumerate(strip.lines):
            within = range(SHORTEST_PART, len(line.value) - SHORTEST_PART + 1)
            for at in (*([0] if index else []), *within):
                left = (*strip.lines[:index], *([replace(line, text=line.text[:at].strip())] if at else []))
                right = (replace(line, text=line.text[at:].strip(), gap=0), *strip.lines[index + 1 :])
                halves = replace(strip, lines=left), replace(strip, lines=right)
                for owners in ((one, other), (other, one)):
                    fits = [self.fit(half.value, owner) for half, owner in zip(halves, owners, strict=True)]
                    if min(fits) >= OWN_WORDS and sum(fits) / 2 - whole >= GAIN:
                        worth = sum(fits) + SUBJECT * self.is_subject(halves[1].value, owners[1])
                        found.append((worth, strip, tuple(zip(owners, halves, strict=True))))
        return found

    def is_subject(self, value: str, draft: int) -> bool:
        """Whether clauses of a draft begin as a display line does: with what it speaks of."""
        start = re.compile(rf"(?:^|[。，；：！？、“]){re.escape(value[:SUBJECT_LENGTH])}")
        return any(
            start.search(chunk.value) for chunk, owner in zip(self.chunks, self.owner, strict=True) if owner == draft
        )
