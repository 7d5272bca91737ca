"""Sentences: where each begins and ends in the paragraphs of an article, as printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..model import Article, Block, Kind, Sentence
from ..rules import rules
from ..text import Text

TOLD = frozenset({Kind.PARAGRAPH, Kind.ITEM})


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or item whole, with what a jump cut off it: its text, and where each of its blocks starts in it.

    `first`: the number of its first block among the article's body blocks.
    """

    text: Text
    first: int
    starts: tuple[int, ...]

    def paragraph(self, index: int) -> int:
        """The number of the body block that holds the character at `index`."""
        return self.first + bisect_right(self.starts, index) - 1


def passages(article: Article) -> tuple[Passage, ...]:
    """The paragraphs and items of an article, each joined again where a jump cut it."""
    groups: list[tuple[int, list[Block]]] = []
    for number, block in enumerate(article.body):
        if block.continues and groups and groups[-1][0] + len(groups[-1][1]) == number:
            groups[-1][1].append(block)
        elif block.kind in TOLD:
            groups.append((number, [block]))
    return tuple(_passage(number, blocks) for number, blocks in groups)


def _passage(first: int, blocks: list[Block]) -> Passage:
    lengths = (len(block.text) for block in blocks)
    return Passage(Text.join(block.text for block in blocks), first, (0, *accumulate(lengths))[:-1])


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage in order, without the words that open the report (本报讯)."""
    for start, end in bounds(passage.text.value):
        yield sentence(passage, start, end)


def sentence(passage: Passage, start: int, end: int) -> Sentence:
    """The characters `start` to `end` of a passage, as a sentence."""
    return Sentence(passage.text[start:end].strip(), passage.paragraph(start))


def bounds(value: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of `value` begins and ends (half-open, in order, not overlapping)."""
    known = rules("sentences")
    quoted = _quoted(value)
    opening = known["head"].pattern.match(value)
    start = opening.end() if opening else 0
    for match in known["end"].pattern.finditer(value):
        end = _behind_closing(value, match.end())
        if match.start() < start or any(first < end - 1 < last for first, last in quoted):
            continue
        if _goes_on(value, start, match.end(), end):
            continue
        yield start, end
        start = end
    if value[start:].strip():
        yield start, len(value)


def _quoted(value: str) -> tuple[tuple[int, int], ...]:
    """The ranges between marks that open and close each other; a mark without its other half quotes nothing."""
    pair = rules("sentences")["pair"]
    closes = dict(zip(pair.more["closes"], pair.more["opens"], strict=True))
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for match in pair.pattern.finditer(value):
        mark = match.group()
        if mark not in closes:
            opened.append(match.start())
        elif closes[mark] in (value[index] for index in opened):
            while value[opened[-1]] != closes[mark]:
                opened.pop()
            found.append((opened.pop(), match.start()))
    return tuple(found)


def _behind_closing(value: str, end: int) -> int:
    closing = rules("sentences")["pair"].more["closes"]
    while end < len(value) and value[end] in closing:
        end += 1
    return end


def _goes_on(value: str, start: int, stop: int, end: int) -> bool:
    """Whether a sentence that begins with a quotation is followed by the words that say whose it is."""
    opens = rules("sentences")["pair"].more["opens"]
    begins_quoted = value[start:end].lstrip()[:1] in opens
    return end > stop and begins_quoted and bool(rules("sentences")["attribution"].pattern.match(value[end:]))
