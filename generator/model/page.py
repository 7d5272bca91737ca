"""A page, from the seed as it came to its articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from ..text import Text, count_ink
from .given import Authority, Correction, DateRange, Refused
from .weighed import Choice, Doubt, Repeat, hold

T = TypeVar("T")
LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Seed:
    """One newspaper page as it came.

    `id` is its slug, `name` its path below the seeds' folder (with `/`), `source` its decoded characters. A line ends
    at a line feed, a carriage return, or both; lines are counted from 1, as editors do.
    """

    id: str
    name: str
    source: str

    @cached_property
    def text(self) -> Text:
        """The whole page."""
        return Text.of(self.id, self.source)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line starts; an empty page has one line."""
        return (0, *(match.end() for match in LINE_END.finditer(self.source)))

    def line_of(self, offset: int) -> int:
        """The number, from 1, of the line that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    def lines(self) -> Iterator[Text]:
        """Each line without its end."""
        starts = (*self.line_starts, None)
        for first, last in pairwise(starts):
            line = self.text[first:last]
            yield line[: len(line.value.rstrip("\r\n"))]

    def ink_before(self, offset: int) -> int:
        """How many characters before `offset` are not blank: the address that blanks and folds do not move."""
        return count_ink(self.source[:offset])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, repaired.

    `text` is its inked part, `end` the blank after it, `gap` how many blank lines stand before it; `beside`: it is only
    the rest of a line that begins with a mark; `upright`: its characters stand one below the other.
    """

    text: Text
    end: Text
    gap: int
    beside: bool = False
    upright: bool = False
    # What it reads. Asked for at every turn, so kept.
    value: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", self.text.value)


class Kind(StrEnum):
    """What a block is on a newspaper page.

    A jump head is the headline as printed again over the rest of a joined article.
    """

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    JUMP = "jump"
    JUMP_HEAD = "jump_head"
    FURNITURE = "furniture"


BODY = frozenset({Kind.PARAGRAPH, Kind.SUBHEAD, Kind.ITEM})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one page that is one thing, repaired; `why` names the rule that decided (`rules/` has its words).

    `continues`: it goes on, in mid-paragraph, from the body block before it in its article (a jump stands between).
    """

    kind: Kind
    text: Text
    why: str
    continues: bool = False

    @property
    def seed(self) -> str:
        """The id of the seed that it stands in."""
        return self.text.seeds[0]


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of a page that stand together, before the articles are known.

    `kind` is what they seem to be, `why` the rule that decided, `measure` the width of their column in ems (0 when the
    lines tell none); `indented`: whether the first one is, as where a paragraph begins, or flush, as where one goes on
    (None when it does not tell).
    """

    kind: Kind
    lines: tuple[Line, ...]
    why: str
    measure: float = 0.0
    indented: bool | None = None
    # What the lines read, one after the other. Asked for at every turn, so kept.
    value: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", "".join([line.value for line in self.lines]))

    @property
    def gap(self) -> int:
        """How many blank lines stand before it."""
        return self.lines[0].gap


class Basis(StrEnum):
    """How we know something about an issue."""

    PRINTED = "printed"
    INFERRED = "inferred"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The printed words that something rests on, and the rule (of `rules/issue.yml`) that read them so."""

    text: Text
    rule: str


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A value, how we know it, and from which words; a given one has no words, but somebody who gave it."""

    value: T
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    given: Authority | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Which newspaper, of which day (or range of days), which page; each None when the page does not say."""

    publication: Claim[str] | None = None
    dated: Claim[DateRange] | None = None
    page: Claim[str] | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote, as printed: names only, in order, and the blocks or passages that name them (`texts`)."""

    reporters: tuple[Text, ...] = ()
    correspondents: tuple[Text, ...] = ()
    photographers: tuple[Text, ...] = ()
    agency: Text | None = None
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """`新华社上海11月4日电`: whence and of which day the report is, as printed."""

    text: Text
    place: Text | None = None
    day: date | None = None


class Direction(StrEnum):
    """Which way a jump mark points."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump mark (`▲上接01版`, `下转03版▶`): its block's text, the page it names, whether it is joined."""

    direction: Direction
    text: Text
    page: str | None
    joined: bool = False


@dataclass(frozen=True)
class Article:
    """One article: its blocks in reading order, and what the page says around them.

    `id` is `<seed>-<n>`, n the non-blank characters before its first one in its first seed. `genre` (news, feature,
    commentary, brief, policy, data) and `column` are None when the page does not tell; `sort` says what else than an
    article it is: a notice, or a data_box.
    """

    id: str
    blocks: tuple[Block, ...]
    byline: Byline = Byline()
    dateline: Dateline | None = None
    jumps: tuple[Jump, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    genre: str | None = None
    column: Text | None = None
    sort: str | None = None
    repeats: tuple[Repeat, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def _of(self, *kinds: Kind) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind in kinds)

    def _one(self, kind: Kind) -> Text | None:
        found = self._of(kind)
        return Text.join(block.text for block in found) if found else None

    @property
    def headline(self) -> Text | None:
        """Its headline; None when it stands on a page that is not in the collection, or nowhere."""
        return self._one(Kind.HEADLINE)

    @property
    def kicker(self) -> Text | None:
        """The line over the headline (引题)."""
        return self._one(Kind.KICKER)

    @property
    def deck(self) -> Text | None:
        """The line under the headline (副题)."""
        return self._one(Kind.DECK)

    @property
    def body(self) -> tuple[Block, ...]:
        """Paragraphs, subheads and list items, in reading order."""
        return self._of(*BODY)

    @property
    def captions(self) -> tuple[Block, ...]:
        """What is printed under its pictures."""
        return self._of(Kind.CAPTION)

    def prints_again(self, text: Text) -> Repeat | None:
        """The passage that does not count in which a text stands wholly; None when the text counts."""
        return next((repeat for repeat in self.repeats if hold((repeat.text,), text)), None)

    def also_at(self, text: Text) -> tuple[Text, ...]:
        """The passages that do not count in which the page prints a text once more."""
        return tuple(repeat.text for repeat in self.repeats if hold((repeat.of,), text))

    def holds(self, text: Text) -> bool:
        """Whether a text stands wholly in its blocks."""
        return hold((block.text for block in self.blocks), text)

    @cached_property
    def seeds(self) -> tuple[str, ...]:
        """The ids of the seeds it stands in, its own first."""
        return tuple(dict.fromkeys(block.seed for block in self.blocks))

    @property
    def begins_elsewhere(self) -> Jump | None:
        """The mark that says where it begins, when that page is not joined."""
        return self._loose(Direction.FROM)

    @property
    def ends_elsewhere(self) -> Jump | None:
        """The mark that says where it goes on, when that page is not joined."""
        return self._loose(Direction.TO)

    def _loose(self, direction: Direction) -> Jump | None:
        return next((jump for jump in self.jumps if jump.direction is direction and not jump.joined), None)

    @property
    def kind(self) -> str:
        """article, continuation (begins elsewhere), start (goes on elsewhere) or fragment (both)."""
        ends = (self.begins_elsewhere is not None, self.ends_elsewhere is not None)
        return {(False, False): "article", (True, False): "continuation", (False, True): "start"}.get(ends, "fragment")


@dataclass(frozen=True)
class Page:
    """One seed taken apart.

    Every non-blank character is in exactly one of `blocks` (in the order of the seed); those of no article are
    furniture. `choices`: what was weighed on the way, in the order of the seed. Characters that a person took out stand
    in `corrections`; `refused` are the corrections that could not be made.
    """

    seed: Seed
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    furniture: tuple[Block, ...]
    issue: Issue = Issue()
    choices: tuple[Choice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    refused: tuple[Refused, ...] = ()
