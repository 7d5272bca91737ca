"""The halves of articles that a jump cut: what each says, which page its mark names, and on which page it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from unicodedata import numeric

from ..model import Article, Block, Direction, Jump, Kind, Page
from ..rules import rules
from ..text import Text
from .dating_signs import Passages, dispatches, in_leap_year

HEADS = frozenset({Kind.KICKER, Kind.HEADLINE, Kind.DECK})
FOLIO = re.compile(r"(?P<section>[A-Z]?)0*(?P<number>\d+)$")
HAN = re.compile(r"[\u3400-\u9fff]+")
PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")
TRIPLE = re.compile(r"(?=([\u3400-\u9fff]{3}))")
WORD = re.compile(r"[\u3400-\u9fff]+|[0-9A-Za-z]+")
# A sentence as long as this is no turn of phrase.
WHOLE_SENTENCE = 20
TEN = 10


@dataclass(frozen=True, eq=False)
class Sheet:
    """A page, as one that marks may name."""

    page: Page

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What stands on the page of each article that has a body."""
        return tuple(Part(self, article) for article in self.page.articles if article.body)

    @cached_property
    def number(self) -> str | None:
        """The page's own number, as `A3` or `3`; None when it does not print one."""
        return page_number(self.page.issue.page.value) if self.page.issue.page else None

    def prints(self, words: str) -> bool:
        """Whether some words stand within a block of the page."""
        return any(words in block.text.value for block in self.page.blocks)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What the page prints outside of paragraphs, without punctuation: headlines, subheads, furniture."""
        blocks = (block for block in self.page.blocks if block.kind not in {Kind.PARAGRAPH, Kind.ITEM})
        return tuple(filter(None, (plain(block.text.value) for block in blocks)))

    @cached_property
    def display(self) -> str:
        """All these lines, one after the other."""
        return "".join(self.lines)

    @cached_property
    def day(self) -> date | None:
        """The day of the issue, when it is known to the day."""
        dated = self.page.issue.dated
        return dated.value.start if dated and dated.value.start == dated.value.end else None

    @cached_property
    def sent(self) -> date | None:
        """The day of its last dispatch, in a leap year, since a dispatch tells no year; None when it has none."""
        return max((in_leap_year(sign) for sign in dispatches(Passages.of(self.page.articles))), default=None)


@dataclass(frozen=True, eq=False)
class Part:
    """What one page has of an article."""

    sheet: Sheet
    article: Article

    @cached_property
    def first(self) -> Block:
        """The block that its body begins with."""
        return self.article.body[0]

    @cached_property
    def last(self) -> Block:
        """The block that its body ends with."""
        return self.article.body[-1]

    @property
    def told(self) -> str:
        """What its body reads."""
        return "\n".join(block.text.value for block in self.article.body)

    @property
    def beside(self) -> str:
        """What the bodies of the other articles on its page read."""
        return "\n".join(part.told for part in self.sheet.parts if part is not self)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The lines of its kicker, headline and deck, without punctuation; last all of them as one."""
        lines = [plain(block.text.value) for block in self.article.blocks if block.kind in HEADS]
        return (*lines, "".join(lines)) if lines else ()


@dataclass(frozen=True)
class Words:
    """The words of a part.

    `runs`: its Chinese characters, cut at all else, since a number is too often the same by chance. `pairs`, `triples`:
    how often each two, and each three, of them stand side by side. `sentences`: the whole ones, but for short ones.
    """

    runs: tuple[str, ...]
    pairs: Counter[str]
    triples: Counter[str]
    sentences: frozenset[str]

    def __len__(self) -> int:
        return sum(map(len, self.runs))


# A page's marks lead to the pages of its own issue, which stand side by side in most collections: only what was read
# last is kept, so that ten thousand pages take no more memory than a hundred.
@lru_cache(maxsize=512)
def words_of(part: Part) -> Words:
    """The words of a part."""
    body = part.told
    runs = tuple(HAN.findall(body))
    told = (words.strip() for words in rules("sentences")["end"].pattern.split(body))
    whole = frozenset(words for words in told if len(words) >= WHOLE_SENTENCE)
    return Words(runs, Counter(PAIR.findall(body)), Counter(TRIPLE.findall(body)), whole)


@dataclass(frozen=True, eq=False)
class Half:
    """A part whose jump mark says where the rest is."""

    part: Part
    mark: Jump

    @property
    def sheet(self) -> Sheet:
        """The page that it stands on."""
        return self.part.sheet

    @cached_property
    def named(self) -> str | None:
        """The page that its mark names."""
        return page_number(self.mark.page) if self.mark.page else None


def halves(sheets: Iterable[Sheet], direction: Direction) -> Iterator[Half]:
    """The parts that go on (or begin) elsewhere; one with two marks of a kind is two articles that stick together."""
    for sheet in sheets:
        for part in sheet.parts:
            marks = [jump for jump in part.article.jumps if jump.direction is direction]
            if len(marks) == 1:
                yield Half(part, marks[0])


def half_of(part: Part, direction: Direction) -> Half:
    """A part with the mark that points in a direction; with an empty one where the page prints none."""
    marks = (jump for jump in part.article.jumps if jump.direction is direction)
    return Half(part, next(marks, Jump(direction, Text(), None)))


def page_number(printed: str) -> str | None:
    """A page's number in one way of writing: `A03` is `A3`, a numeral in characters is digits; None when it is none."""
    found = FOLIO.match(printed)
    if found:
        return found["section"] + found["number"]
    digits = [int(numeric(character, 0)) for character in printed]
    return str(_counted(digits)) if printed and all(digits) else None


def _counted(digits: Sequence[int]) -> int:
    """The number that numerals say: 10 and 2 is 12, 2 and 10 is 20."""
    total = 0
    for digit in digits:
        total = (max(total, 1) * TEN) if digit == TEN else total + digit
    return total


def plain(words: str) -> str:
    """The words without blanks and punctuation."""
    return "".join(WORD.findall(words))
