"""Bylines find their articles, and tell who wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Block, Byline, Kind, Piece
from ..rules import rules
from ..text import Text
from .captions import is_picture_story
from .chunks import Chunk
from .credits import Credits, read_credits
from .drafts import Draft
from .heads import Heads

# What may stand between a byline and the body that it is over.
BETWEEN = frozenset({Kind.HEADLINE, Kind.FURNITURE, Kind.BYLINE, Kind.JUMP})


def assign_bylines(
    pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft], heads: Heads
) -> Mapping[int, int]:
    """For each byline that is a piece of its own (by its index) the draft that it belongs to."""
    number = {id(chunk): index for index, draft in enumerate(drafts) for chunk in draft.chunks}
    head = {
        at: draft for draft, strips in heads.of.items() for strip in strips for at in range(strip.first, strip.last)
    }
    pictured = frozenset(at for at, draft in enumerate(drafts) if is_picture_story(pieces, draft))
    places = _Places(pieces, chunks, [number[id(chunk)] for chunk in chunks], head, pictured)
    found: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.BYLINE and drafts:
            ways = places.ways(index)
            signed = {draft for at, draft in found.items() if pieces[at].why != "bylines.tail"}
            free = [way for way in ways if way not in signed]
            found[index] = (free or ways)[0]
    return found


@dataclass(frozen=True)
class _Places:
    """What stands where: each chunk's draft, each headline piece's draft, the drafts that are picture stories."""

    pieces: Sequence[Piece]
    chunks: Sequence[Chunk]
    owner: Sequence[int]
    head: Mapping[int, int]
    pictured: frozenset[int]

    def ways(self, index: int) -> list[int]:
        """The drafts that the byline at `index` can belong to, the likeliest first."""
        above = sum(chunk.first < index for chunk in self.chunks) - 1
        before = [self.owner[above]] if above >= 0 else []
        after = [self.owner[above + 1]] if above + 1 < len(self.owner) else []
        if self.pieces[index].why == "bylines.tail":
            return [*before, *after]
        beside = [self.head[at] for at in (index - 1, index + 1) if at in self.head]
        return [*self.directly(index, above, before, after), *beside, *self.later(above, after), *after, *before]

    def directly(self, index: int, above: int, before: list[int], after: list[int]) -> list[int]:
        """The draft right under a byline, when it begins or goes on there."""
        if not after or any(
            piece.kind not in BETWEEN for piece in self.pieces[index + 1 : self.chunks[above + 1].first]
        ):
            return []
        begins = self.owner.index(after[0]) == above + 1 and after[0] not in self.pictured
        return after if begins or after == before else []

    def later(self, above: int, after: list[int]) -> list[int]:
        """The next draft that is no picture's story, when one stands right under the byline."""
        rest = [draft for draft in self.owner[above + 2 :] if draft not in self.pictured]
        return rest[:1] if set(after) & self.pictured else []


def read_byline(blocks: Sequence[Block]) -> Byline:
    """Who wrote an article: from its bylines, the brackets at both ends of its text, and its captions."""
    texts = [text for block in blocks for text in _credited(block)]
    named = [read_credits(text) for text in texts]
    pictured = [found for block in blocks if block.kind is Kind.CAPTION for found in _pictured(block)]
    photographers = (*_names(named, "photographers"), *pictured)
    agency = next((found for block in blocks for found in _agency(block)), None)
    first = {photographer.value: photographer for photographer in reversed(photographers)}
    return Byline(
        _names(named, "reporters"),
        _names(named, "correspondents"),
        tuple(reversed(first.values())),
        agency,
        tuple(texts),
    )


def _names(named: Iterable[Credits], part: str) -> tuple[Text, ...]:
    return tuple(name for found in named for name in getattr(found, part))


def _credited(block: Block) -> Iterator[Text]:
    """The passages of a block that name who wrote it."""
    known = rules("bylines")
    value = block.text.value
    if block.kind is Kind.BYLINE:
        match = known["tail"].pattern.search(value) or known["line"].pattern.match(value)
        credit = block.text.group(match, "credits") if match else None
        yield credit or block.text
    if block.kind is not Kind.PARAGRAPH:
        return
    opened = known["opening"].pattern.match(value)
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
    """The photographer whom a caption names."""
    match = rules("captions")["credited"].pattern.search(block.text.value)
    name = block.text.group(match, "name") if match else None
    if name:
        yield name


def _agency(block: Block) -> Iterator[Text]:
    known = rules("bylines")
    found = [known["tail"].pattern.search(block.text.value), known["opening"].pattern.match(block.text.value)]
    for match in found:
        agency = block.text.group(match, "agency") if match else None
        if agency:
            yield agency
