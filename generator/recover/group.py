"""Group the pieces of a page into articles: a headline may stand before, after or inside its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import Article, Block, Byline, Direction, Jump, Kind, Piece, Seed
from ..rules import rules
from ..text import Text
from .credits import read_credits
from .lines import join


@dataclass
class Draft:
    """An article that is being put together: its blocks in the order in which they are found."""

    heads: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def group(seed: Seed, pieces: Sequence[Piece]) -> tuple[tuple[Block, ...], tuple[Article, ...], tuple[Block, ...]]:
    """The blocks of a page in the order of the seed, its articles, and the blocks of none."""
    drafts: list[Draft] = [Draft()]
    furniture: list[Block] = []
    for block in _blocks(_rejoined(pieces)):
        if block.kind is Kind.FURNITURE:
            furniture.append(block)
            continue
        if _begins(block, drafts[-1]):
            drafts.append(Draft())
        drafts[-1].blocks.append(block)
    articles = tuple(_article(seed, draft) for draft in drafts if draft.blocks)
    blocks = tuple(sorted((*furniture, *(b for a in articles for b in a.blocks)), key=lambda block: block.text.start))
    return blocks, articles, tuple(furniture)


def _rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where paragraphs that a column's end cut in two are one again."""
    found: list[Piece] = []
    ends = rules("label")["ends"].pattern
    for piece in pieces:
        before = found[-1] if found else None
        opens = piece.why == "label.opens"
        if before and before.kind is piece.kind is Kind.PARAGRAPH and not opens and not ends.search(before.value):
            found[-1] = replace(before, lines=(*before.lines, *piece.lines))
        else:
            found.append(piece)
    return found


def _blocks(pieces: Sequence[Piece]) -> list[Block]:
    return [Block(piece.kind, join(piece.lines), piece.why) for piece in pieces]


def _begins(block: Block, draft: Draft) -> bool:
    """Whether a new article begins with this block."""
    kinds = {known.kind for known in draft.blocks}
    if block.kind is Kind.BYLINE:
        return Kind.PARAGRAPH in kinds
    return block.why in ("jumps.from", "label.opens") and Kind.PARAGRAPH in kinds


def _article(seed: Seed, draft: Draft) -> Article:
    blocks = tuple(draft.blocks)
    bylines = tuple(block.text for block in blocks if block.kind is Kind.BYLINE)
    credits = [read_credits(text) for text in bylines]
    byline = Byline(
        tuple(name for found in credits for name in found.reporters),
        tuple(name for found in credits for name in found.correspondents),
        tuple(name for found in credits for name in found.photographers),
        None,
        bylines,
    )
    first = min(block.text.start for block in blocks)
    return Article(f"{seed.id}-{seed.ink_before(first)}", blocks, byline, jumps=tuple(_jump(block) for block in blocks if block.kind is Kind.JUMP))


def _jump(block: Block) -> Jump:
    found = rules("jumps")["from"].pattern.match(block.text.value)
    match = found or rules("jumps")["to"].pattern.search(block.text.value)
    page = block.text.group(match, "page") if match else None
    return Jump(Direction.FROM if found else Direction.TO, block.text, page.value if page else None)
