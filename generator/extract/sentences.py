"""Sentences: where each begins and ends in the paragraphs of an article, as printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..model import Article, Block, Kind, Sentence
from ..rules import rules
from ..text import Text

FOLLOWING = 60  # characters in which a speaker is named behind a quotation
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
    begins = [first for first, _ in quoted]
    opening = known["head"].pattern.match(value)
    start = opening.end() if opening else 0
    for match in known["end"].pattern.finditer(value):
        end = _behind_closing(value, match.end())
        around = bisect_left(begins, end - 1) - 1
        if match.start() < start or (around >= 0 and end - 1 < quoted[around][1]):
            continue
        if _goes_on(value, start, match.end(), end):
            continue
        yield start, end
        start = end
    if value[start:].strip():
        yield start, len(value)


def _quoted(value: str) -> tuple[tuple[int, int], ...]:
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
