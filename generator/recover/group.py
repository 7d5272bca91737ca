"""Group the pieces of a page into articles: a headline may stand before, after or inside its body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Block, Byline, Direction, Jump, Kind, Line, Piece, Seed
from ..rules import rules
from ..text import Text
from .chunks import Chunk, chunks_of, rejoined
from .credits import Credits, read_credits
from .drafts import Draft, drafts_of
from .heads import Heads, Strip, assign_heads
from .lines import join
from .titles import set_titles
from .words import grams, rarity, shared

Grouped = tuple[tuple[Block, ...], tuple[Article, ...], tuple[Block, ...]]


def group(seed: Seed, pieces: Sequence[Piece]) -> Grouped:
    """The blocks of a page in the order of the seed, its articles, and the blocks of none."""
    whole = rejoined(pieces)
    chunks = chunks_of(whole)
    drafts = drafts_of(whole, chunks)
    heads = assign_heads(whole, chunks, drafts)
    page = _Page(seed, whole, chunks, drafts, heads)
    articles = tuple(sorted((page.article(number) for number in range(len(drafts))), key=_begins))
    placed = {id(block) for article in articles for block in article.blocks}
    furniture = tuple(block for block in page.loose() if id(block) not in placed)
    blocks = (*furniture, *(block for article in articles for block in article.blocks))
    return tuple(sorted(blocks, key=lambda block: block.text.start)), articles, furniture


def _begins(article: Article) -> int:
    return min(block.text.start for block in article.blocks)


@dataclass(frozen=True)
class _Page:
    """A page whose pieces have found their articles."""

    seed: Seed
    pieces: Sequence[Piece]
    chunks: Sequence[Chunk]
    drafts: Sequence[Draft]
    heads: Heads

    def article(self, number: int) -> Article:
        """One article: headline first, then byline, then what stands in the body, in order."""
        draft = self.drafts[number]
        titles = set_titles(self.heads.of.get(number, ()), draft.grams)
        bylines = [_block(self.pieces[index]) for index in draft.bylines]
        body = self.body(number)
        blocks = (*titles, *bylines, *body)
        jumps = tuple(_jump(block) for block in blocks if block.kind is Kind.JUMP and block.why != "jumps.arrow")
        first = min(block.text.start for block in blocks)
        name = f"{self.seed.id}-{self.seed.ink_before(first)}"
        return Article(name, blocks, _byline(blocks), jumps=jumps)

    def body(self, number: int) -> list[Block]:
        """Jump marks, paragraphs, subheads and captions of a draft, in reading order."""
        draft = self.drafts[number]
        begun = [index for index in draft.jumps if self.pieces[index].why == "jumps.from"]
        ended = [index for index in draft.jumps if index not in begun]
        blocks = [_block(self.pieces[index]) for index in begun]
        for chunk in draft.chunks:
            blocks += [
                _titled(strip)
                for strip in self.heads.subheads
                if strip.indexes[-1] in range(chunk.first - 8, chunk.first) and self.chunks[strip.region] is chunk
            ]
            blocks += [_block(piece) for piece in chunk.pieces]
        captions = [_block(piece) for piece, owner in self.captions() if owner == number]
        return [*blocks, *(_block(self.pieces[index]) for index in ended), *captions]

    def captions(self) -> Iterable[tuple[Piece, int]]:
        """Each caption, and the draft whose words it shares most."""
        weights = rarity([chunk.grams for chunk in self.chunks])
        words = [draft.grams for draft in self.drafts]
        for piece in self.pieces:
            if piece.kind is Kind.CAPTION and words:
                fits = [shared(grams(piece.value), known, weights) for known in words]
                yield piece, max(range(len(words)), key=lambda draft: (fits[draft], -draft))

    def loose(self) -> list[Block]:
        """The blocks of no article."""
        used = {index for draft in self.drafts for index in (*draft.bylines, *draft.jumps)}
        used |= {index for chunk in self.chunks for index in range(chunk.first, chunk.last)}
        used |= {index for strips in self.heads.of.values() for strip in strips for index in strip.indexes}
        used |= {index for strip in self.heads.subheads for index in strip.indexes}
        captions = Kind.CAPTION if self.drafts else None
        return [
            replace(_block(piece), kind=Kind.FURNITURE)
            for index, piece in enumerate(self.pieces)
            if index not in used and piece.kind is not captions
        ]


def _block(piece: Piece) -> Block:
    return Block(piece.kind, join(piece.lines), piece.why)


def _titled(strip: Strip) -> Block:
    return Block(Kind.SUBHEAD, join(strip.lines), "headlines.subhead")


def _byline(blocks: Sequence[Block]) -> Byline:
    """Who wrote, from the bylines, the words after the opening, and the brackets at the end."""
    texts = [found for block in blocks for found in _credited(block)]
    credits = [read_credits(text) for text in texts]
    agency = next((found for block in blocks for found in _agency(block)), None)
    return Byline(
        _names(credits, "reporters"),
        _names(credits, "correspondents"),
        _names(credits, "photographers"),
        agency,
        tuple(texts),
    )


def _names(credits: Iterable[Credits], part: str) -> tuple[Text, ...]:
    return tuple(name for found in credits for name in getattr(found, part))


def _credited(block: Block) -> list[Text]:
    """The passages of a block that name who wrote it."""
    known = rules("bylines")
    value = block.text.value
    if block.kind is Kind.BYLINE:
        match = known["tail"].pattern.search(value) or known["line"].pattern.match(value)
        return [block.text.group(match, "credits") or block.text] if match else [block.text]
    if block.kind is not Kind.PARAGRAPH:
        return []
    opened = known["opening"].pattern.match(value)
    inline = known["inline"].pattern.match(value[opened.end() :]) if opened else None
    found = [block.text[opened.end() :][slice(*inline.span("credits"))]] if opened and inline else []
    tail = known["tail"].pattern.search(value)
    return [*found, *([block.text[slice(*tail.span("credits"))]] if tail else [])]


def _agency(block: Block) -> list[Text]:
    tail = rules("bylines")["tail"].pattern.search(block.text.value)
    agency = block.text.group(tail, "agency") if tail else None
    return [agency] if agency else []


def _jump(block: Block) -> Jump:
    found = rules("jumps")["from"].pattern.match(block.text.value)
    match = found or rules("jumps")["to"].pattern.search(block.text.value)
    page = block.text.group(match, "page") if match else None
    return Jump(Direction.FROM if found else Direction.TO, block.text, page.value if page else None)
