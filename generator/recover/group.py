"""Group the pieces of a page into articles: a headline may stand before, after or inside its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Block, Choice, Direction, Jump, Kind, Piece, Seed
from ..rules import rules
from .bylines import assign_bylines, read_byline
from .captions import assign_captions, find_captions
from .chunks import Chunk, chunks_of, is_numbered, rejoined
from .datelines import read_dateline
from .drafts import Draft
from .heads import Heads, Strip, find_drafts
from .heads_found import find_heads
from .lines import join
from .titles import set_titles

Grouped = tuple[tuple[Block, ...], tuple[Article, ...], tuple[Block, ...], tuple[Choice, ...]]


def group(seed: Seed, pieces: Sequence[Piece]) -> Grouped:
    """The blocks of a page in the order of the seed, its articles, the blocks of none, and what was weighed."""
    whole = find_captions(rejoined(find_heads(pieces)))
    chunks = chunks_of(whole)
    drafts, heads = find_drafts(whole, chunks)
    page = _Page(
        seed,
        whole,
        drafts,
        heads,
        assign_bylines(whole, chunks, drafts, heads),
        assign_captions(whole, drafts),
    )
    articles = tuple(sorted((page.article(number) for number in range(len(drafts))), key=_first))
    furniture = page.furniture()
    blocks = (*furniture, *(block for article in articles for block in article.blocks))
    return (
        tuple(sorted(blocks, key=lambda block: block.text.start)),
        articles,
        furniture,
        tuple(sorted(heads.choices, key=lambda choice: choice.text.start)),
    )


def _first(article: Article) -> int:
    return min(block.text.start for block in article.blocks)


@dataclass(frozen=True)
class _Page:
    """A page whose pieces have found their articles: bylines and captions (by index) have a draft's number."""

    seed: Seed
    pieces: Sequence[Piece]
    drafts: Sequence[Draft]
    heads: Heads
    bylines: Mapping[int, int]
    captions: Mapping[int, int]

    def article(self, number: int) -> Article:
        """One article: its headline, its byline, its body, its captions."""
        draft = self.drafts[number]
        titles = set_titles(self.heads.of.get(number, ()), draft.grams)
        over = [_block(self.pieces[at]) for at, owner in self.bylines.items() if owner == number and not self.ends(at)]
        under = [_block(self.pieces[at]) for at, owner in self.bylines.items() if owner == number and self.ends(at)]
        captions = [_block(self.pieces[at]) for at, owner in self.captions.items() if owner == number]
        blocks = (*titles, *over, *self.body(draft), *under, *captions)
        jumps = tuple(_jump(block) for block in blocks if block.kind is Kind.JUMP and block.why != "jumps.arrow")
        first = min(block.text.start for block in blocks)
        name = f"{self.seed.id}-{self.seed.ink_before(first)}"
        return Article(name, blocks, read_byline(blocks), read_dateline(blocks), jumps)

    def ends(self, index: int) -> bool:
        """Whether a byline stands at the end of its article."""
        return self.pieces[index].why == "bylines.tail"

    def body(self, draft: Draft) -> list[Block]:
        """Jump marks, paragraphs and subheads of a draft, in reading order."""
        begun = [index for index in draft.jumps if self.pieces[index].why == "jumps.from"]
        blocks = [_block(self.pieces[index]) for index in begun]
        open_end: Piece | None = None
        for chunk in draft.chunks:
            pieces = list(chunk.pieces)
            subheads = self.subheads(chunk)
            goes_on = pieces[0].kind is Kind.PARAGRAPH and pieces[0].indented is not True and not is_numbered(pieces[0])
            if open_end and goes_on and not subheads:
                blocks.pop()
                pieces[0] = replace(open_end, lines=(*open_end.lines, *pieces[0].lines))
            blocks += [*subheads, *(_block(piece) for piece in pieces)]
            open_end = pieces[-1] if chunk.open_end and pieces[-1].kind is Kind.PARAGRAPH else None
        return [*blocks, *(_block(self.pieces[index]) for index in draft.jumps if index not in begun)]

    def subheads(self, chunk: Chunk) -> list[Block]:
        """The subheads directly over a chunk; what stands in a row is one."""
        strips = [
            strip
            for strip in self.heads.subheads
            if self.pieces[strip.last : chunk.first + 1] and self.over(strip, chunk)
        ]
        lines = tuple(line for strip in strips for line in strip.lines)
        return [Block(Kind.SUBHEAD, join(lines), "headlines.subhead")] if lines else []

    def over(self, strip: Strip, chunk: Chunk) -> bool:
        """Whether a strip stands over a chunk, with no other chunk between."""
        return strip.first < chunk.first and not any(
            strip.first < other.first < chunk.first for draft in self.drafts for other in draft.chunks
        )

    def furniture(self) -> tuple[Block, ...]:
        """The blocks of no article."""
        used = {*self.bylines, *self.captions, *(index for draft in self.drafts for index in draft.jumps)}
        used |= {index for draft in self.drafts for chunk in draft.chunks for index in range(chunk.first, chunk.last)}
        used |= {index for index, piece in enumerate(self.pieces) if piece.kind is Kind.HEADLINE}
        loose = [_block(piece) for index, piece in enumerate(self.pieces) if index not in used]
        loose += [Block(Kind.FURNITURE, join(strip.lines), "headlines.display") for strip in self.heads.nobodys]
        return tuple(replace(block, kind=Kind.FURNITURE) for block in sorted(loose, key=lambda block: block.text.start))


def _block(piece: Piece) -> Block:
    return Block(piece.kind, join(piece.lines), piece.why)


def _jump(block: Block) -> Jump:
    found = rules("jumps")["from"].pattern.match(block.text.value)
    match = found or rules("jumps")["to"].pattern.search(block.text.value)
    page = block.text.group(match, "page") if match else None
    return Jump(Direction.FROM if found else Direction.TO, block.text, page.value if page else None)
