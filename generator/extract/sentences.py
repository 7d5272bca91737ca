"""Sentences: where each begins and ends in the paragraphs of an article, as printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from ..model import Article, Block, Kind, Sentence
from ..rules import rules
from ..text import Text

RECENT = 256  # passages that were read last are kept in mind
FOLLOWING = 60  # characters in which a speaker is named behind a quotation
HEAD = (Kind.KICKER, Kind.HEADLINE, Kind.DECK)
TOLD = frozenset({Kind.PARAGRAPH, Kind.ITEM})


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article whole, with what a jump cut off it: its text, and where each of its parts starts in it.

    `first`: the number of its first block among the article's body blocks; None for a head or a caption.
    """

    text: Text
    kind: Kind
    first: int | None = None
    starts: tuple[int, ...] = (0,)

    @property
    def tells(self) -> bool:
        """Whether it is made of sentences that tell the article: a paragraph or an item."""
        return self.kind in TOLD

    def paragraph(self, index: int) -> int | None:
        """The number of the body block that holds the character at `index`; None outside the body."""
        return None if self.first is None else self.first + bisect_right(self.starts, index) - 1


def passages(article: Article) -> tuple[Passage, ...]:
    """What an article says, in reading order: its heads, then paragraphs, items and subheads, then captions.

    A paragraph that a jump cut is joined again.
    """
    heads = (block for kind in HEAD for block in article.blocks if block.kind is kind)
    return (*map(_outside, heads), *_body(article), *map(_outside, article.captions))


def _outside(block: Block) -> Passage:
    return Passage(block.text, block.kind)


def _body(article: Article) -> Iterator[Passage]:
    groups: list[tuple[int, list[Block]]] = []
    for number, block in enumerate(article.body):
        if block.continues and groups and groups[-1][0] + len(groups[-1][1]) == number:
            groups[-1][1].append(block)
        elif block.kind in TOLD or block.kind is Kind.SUBHEAD:
            groups.append((number, [block]))
    for number, blocks in groups:
        lengths = (len(block.text) for block in blocks)
        starts = (0, *accumulate(lengths))[:-1]
        yield Passage(Text.join(block.text for block in blocks), blocks[0].kind, number, starts)


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage in order, without the words that open the report (本报讯)."""
    for start, end in bounds(passage.text.value):
        yield sentence(passage, start, end)


def sentence(passage: Passage, start: int, end: int) -> Sentence:
    """The characters `start` to `end` of a passage, as a sentence."""
    return Sentence(passage.text[start:end].strip(), passage.paragraph(start) or 0)


# Every reader of an article asks for the sentences and the quotations of the same passages.
@lru_cache(RECENT)
def bounds(value: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of `value` begins and ends (half-open, in order, not overlapping)."""
    return tuple(_bounds(value))


def _bounds(value: str) -> Iterator[tuple[int, int]]:
    known = rules("sentences")
    ranges = quoted(value)
    begins = [first for first, _ in ranges]
    opening = known["head"].pattern.match(value)
    start = opening.end() if opening else 0
    for match in known["end"].pattern.finditer(value):
        end = _behind_closing(value, match.end())
        around = bisect_left(begins, end - 1) - 1
        if match.start() < start or (around >= 0 and end - 1 < ranges[around][1]):
            continue
        if _goes_on(value, start, match.end(), end):
            continue
        yield start, end
        start = end
    if value[start:].strip():
        yield start, len(value)


@lru_cache(RECENT)
def quoted(value: str) -> tuple[tuple[int, int], ...]:
    """The outermost ranges between marks that open and close each other, in order."""
    pair = rules("sentences")["pair"]
    closes = dict(zip(pair.more["closes"], pair.more["opens"], strict=True))
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    found: list[tuple[int, int]] = []
    for match in pair.pattern.finditer(value):
        mark = match.group()
        if mark not in closes:
            opened.append(match.start())
            waiting[mark] += 1
        elif waiting[closes[mark]]:
            while value[opened[-1]] != closes[mark]:
                waiting[value[opened.pop()]] -= 1
            waiting[closes[mark]] -= 1
            first = opened.pop()
            while found and found[-1][0] > first:
                found.pop()
            found.append((first, match.start()))
    return tuple(found)


def _behind_closing(value: str, end: int) -> int:
    closing = rules("sentences")["pair"].more["closes"]
    while end < len(value) and value[end] in closing:
        end += 1
    return end


def _goes_on(value: str, start: int, stop: int, end: int) -> bool:
    """Whether a sentence that begins with a quotation is followed by the words that say whose it is."""
    opens = rules("sentences")["pair"].more["opens"]
    begins_quoted = value[start : start + 4].lstrip()[:1] in opens
    if end == stop or not begins_quoted:
        return False
    return bool(rules("sentences")["attribution"].pattern.match(value[end : end + FOLLOWING]))
