"""Bylines find their articles, and tell who wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    """For each byline that is a piece of its own (by its index) the number of the draft that it belongs to."""
    number = {id(chunk): index for index, draft in enumerate(drafts) for chunk in draft.chunks}
    owner = [number[id(chunk)] for chunk in chunks]
    head = {
        at: draft for draft, strips in heads.of.items() for strip in strips for at in range(strip.first, strip.last)
    }
    pictured = frozenset(at for at, draft in enumerate(drafts) if is_picture_story(pieces, draft))
    found: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.BYLINE and owner:
            above = sum(chunk.first < index for chunk in chunks) - 1
            ways = _ways(pieces, chunks, owner, head, index, above, pictured)
            signed = {draft for at, draft in found.items() if pieces[at].why != "bylines.tail"}
            free = [way for way in ways if way not in signed]
            found[index] = (free or ways)[0]
    return found


def _ways(
    pieces: Sequence[Piece],
    chunks: Sequence[Chunk],
    owner: Sequence[int],
    head: Mapping[int, int],
    index: int,
    above: int,
    pictured: frozenset[int],
) -> list[int]:
    """The drafts that a byline can belong to, the likeliest first."""
    before = [owner[above]] if above >= 0 else []
    after = [owner[above + 1]] if above + 1 < len(owner) else []
    if pieces[index].why == "bylines.tail":
        return [*before, *after]
    beside = [head[at] for at in (index - 1, index + 1) if at in head]
    directly = after and all(piece.kind in BETWEEN for piece in pieces[index + 1 : chunks[above + 1].first])
    begins = directly and owner.index(after[0]) == above + 1 and after[0] not in pictured
    goes_on = directly and after == before
    later = [draft for draft in owner[above + 2 :] if draft not in pictured][:1] if set(after) & pictured else []
    return [*(after if begins else []), *(before if goes_on else []), *beside, *later, *after, *before]


def read_byline(blocks: Sequence[Block]) -> Byline:
    """Who wrote an article: from its bylines, the brackets at the beginning and the end of its text, and its captions."""
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
