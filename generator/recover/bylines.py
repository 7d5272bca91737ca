"""Bylines find their articles, and tell who wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Block, Byline, Kind, Piece
from ..rules import rules
from ..text import Text
from .captions import is_picture_story
from .chunks import Chunk
from .credits import read_credits
from .drafts import Draft
from .heads import Heads
from .heads_search import match_rows

# What may stand between a byline and the body that it is over.
BETWEEN = frozenset({Kind.HEADLINE, Kind.FURNITURE, Kind.BYLINE, Kind.JUMP, Kind.CAPTION})
# What each piece of evidence weighs.
OVER, UNDER_HEAD, OVER_HEAD, INSIDE, AFTER = 2.0, 1.6, 0.6, 0.8, 0.4
OPENS, NAMED, NOTED, PICTURE = 1.5, -3.0, -1.2, -1.5
FAR, FARTHEST = -0.3, 3


def assign_bylines(
    pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft], heads: Heads
) -> Mapping[int, int]:
    """For each byline that is a piece of its own (by its index) the draft that it belongs to."""
    if not drafts:
        return {}
    places = _places(pieces, chunks, drafts, heads)
    ends = [index for index, piece in enumerate(pieces) if piece.why == "bylines.tail"]
    found = {index: places.ended(index) for index in ends}
    waiting = [index for index, piece in enumerate(pieces) if piece.kind is Kind.BYLINE and index not in found]
    scores = [[places.weigh(index, draft) for draft in range(len(drafts))] for index in waiting]
    return found | dict(zip(waiting, match_rows(scores), strict=True))


def _places(pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft], heads: Heads) -> _Places:
    number = {id(chunk): index for index, draft in enumerate(drafts) for chunk in draft.chunks}
    head = {
        at: draft for draft, strips in heads.of.items() for strip in strips for at in range(strip.first, strip.last)
    }
    pictured = frozenset(at for at, draft in enumerate(drafts) if is_picture_story(pieces, draft))
    return _Places(pieces, chunks, drafts, [number[id(chunk)] for chunk in chunks], head, pictured)


@dataclass(frozen=True)
class _Places:
    """What stands where: each chunk's draft, each headline piece's draft, the drafts that are picture stories."""

    pieces: Sequence[Piece]
    chunks: Sequence[Chunk]
    drafts: Sequence[Draft]
    owner: Sequence[int]
    head: Mapping[int, int]
    pictured: frozenset[int]

    def ended(self, index: int) -> int:
        """The draft that ends with a byline: the one above it, or the first one."""
        above = sum(chunk.first < index for chunk in self.chunks) - 1
        return self.owner[max(0, above)]

    def weigh(self, index: int, draft: int) -> float:
        """How much speaks for a byline being a draft's."""
        score = self.standing(index, draft) + _wants(self.drafts[draft])
        return score + (PICTURE if draft in self.pictured else 0.0)

    def standing(self, index: int, draft: int) -> float:
        """What the place of a byline says: over a body, beside its headline, inside it, or behind it."""
        texts = [at for at, owner in enumerate(self.owner) if owner not in self.pictured or owner == draft]
        below = [at for at in texts if self.chunks[at].first > index]
        above = [at for at in texts if self.chunks[at].first < index]
        own = [at for at, owner in enumerate(texts) if self.owner[owner] == draft]
        score = FAR * min(FARTHEST, *(abs(len(above) - at) for at in own))
        if below and self.owner[below[0]] == draft:
            begins = own[0] == len(above)
            if begins or (above and self.owner[above[-1]] == draft):
                score = max(score, self.directly(index, below[0], OVER if begins else INSIDE))
        elif above and self.owner[above[-1]] == draft:
            score = max(score, AFTER)
        if draft == self.head.get(index - 1):
            return max(score, UNDER_HEAD)
        return max(score, OVER_HEAD) if draft == self.head.get(index + 1) else score

    def directly(self, index: int, region: int, over: float) -> float:
        """What it says that a byline stands over a body: more where nothing else does, less over the headline."""
        between = range(index + 1, self.chunks[region].first)
        if any(at in self.head for at in between):
            return over / 2
        return over if all(self.pieces[at].kind in BETWEEN for at in between) else 0.0


def _wants(draft: Draft) -> float:
    """Whether a draft begins as what reporters sign does, or names by itself who wrote it."""
    known = rules("bylines")
    first, last = draft.chunks[0].pieces[0].value, draft.chunks[-1].pieces[-1]
    opened = known["opening"].match(first)
    inline = opened and (opened["agency"] or known["inline"].pattern.match(first[opened.end() :]))
    if inline or known["tail"].search(last.value):
        return NAMED
    return (OPENS if opened else 0.0) + (NOTED if last.why == "bylines.note" else 0.0)


def read_byline(blocks: Sequence[Block]) -> Byline:
    """Who wrote an article: from its bylines, the brackets at both ends of its text, and its captions."""
    texts = [text for block in blocks for text in _credited(block)]
    named = [read_credits(text) for text in texts]
    pictured = [found for block in blocks if block.kind is Kind.CAPTION for found in _pictured(block)]
    agency = next((found for block in blocks for found in _agency(block)), None)
    return Byline(
        _once(name for found in named for name in found.reporters),
        _once(name for found in named for name in found.correspondents),
        _once((*(name for found in named for name in found.photographers), *pictured)),
        agency,
        tuple(texts),
    )


def _once(names: Iterable[Text]) -> tuple[Text, ...]:
    """Each name once, where it first stands."""
    first: dict[str, Text] = {}
    for name in names:
        first.setdefault(name.value, name)
    return tuple(first.values())


def _credited(block: Block) -> Iterator[Text]:
    """The passages of a block that name who wrote it."""
    known = rules("bylines")
    value = block.text.value
    if block.kind is Kind.BYLINE:
        match = known["tail"].search(value) or known["line"].match(value)
        credit = block.text.group(match, "credits") if match else None
        yield credit or block.text
    if block.kind is not Kind.PARAGRAPH:
        return
    opened = known["opening"].match(value)
    if opened:
        yield from _inside(block.text[opened.end() :], "inline")
    yield from (text for text in _inside(block.text, "tail") if read_credits(text).sure)


def _inside(text: Text, name: str) -> Iterator[Text]:
    """The credits that a rule finds in a text."""
    match = rules("bylines")[name].pattern.search(text.value)
    credit = text.group(match, "credits") if match else None
    if credit:
        yield credit


def _pictured(block: Block) -> Iterator[Text]:
    """The photographer whom a caption names; a name alone under a picture does not tell whose picture it is."""
    known = rules("captions")
    match = known["credited"].search(block.text.value) if not known["credits"].search(block.text.value) else None
    name = block.text.group(match, "name") if match else None
    if name:
        yield name


def _agency(block: Block) -> Iterator[Text]:
    known = rules("bylines")
    found = [known["tail"].search(block.text.value), known["opening"].match(block.text.value)]
    for match in found:
        agency = block.text.group(match, "agency") if match else None
        if agency:
            yield agency
