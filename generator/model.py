"""What flows through the program: frozen types, from the page as it came to the library of everything known.

Each stage takes some of these and makes others; none is filled in later. Text that was printed is always a
`Text`, so that its address cannot be lost. A field is `None` only when the page lacks the thing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from .text import Text, count_ink

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
    """A line of a page, repaired: its inked part, the blank after it (`end`), how many blank lines stand before it, and
    whether it is only the rest of a line that begins with a mark (`beside`)."""

    text: Text
    end: Text
    gap: int
    beside: bool = False

    @property
    def value(self) -> str:
        return self.text.value


class Kind(StrEnum):
    """What a block is on a newspaper page. A jump head is the headline as printed again over the rest of a joined article."""

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
    """Lines of a page that stand together, before the articles are known: what they seem to be, the rule that decided, the
    measure of their column in ems (0 when the lines tell none), and whether the first one is indented, as where a paragraph
    begins, or flush, as where one goes on (None when it does not tell)."""

    kind: Kind
    lines: tuple[Line, ...]
    why: str
    measure: float = 0.0
    indented: bool | None = None

    @property
    def value(self) -> str:
        """What the lines read, one after the other."""
        return "".join(line.value for line in self.lines)

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
class DateRange:
    """The days from `start` to `end`, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A value, how we know it, and from which words."""

    value: T
    basis: Basis
    evidence: tuple[Evidence, ...] = ()


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
    """A jump mark (`▲上接01版`, `下转03版▶`): its block's text, the page it names, and whether the other half is joined."""

    direction: Direction
    text: Text
    page: str | None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the program is not sure of: the text it is about, the rule that doubts (`rules/doubts.yml` has its words)."""

    text: Text
    what: str


@dataclass(frozen=True)
class Article:
    """One article: its blocks in reading order, and what the page says around them.

    `id` is `<seed>-<n>`, n the non-blank characters before its first one in its first seed. `genre` and `column` are
    None when the page does not tell.
    """

    id: str
    blocks: tuple[Block, ...]
    byline: Byline = Byline()
    dateline: Dateline | None = None
    jumps: tuple[Jump, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    genre: str | None = None
    column: Text | None = None

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

    @property
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
    furniture.
    """

    seed: Seed
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    furniture: tuple[Block, ...]
    issue: Issue = Issue()


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of time as printed, and the days it means: None for both ends when it is vague.

    `precision`: day, month, quarter, half, year, range or none. `rule` names the rule of `rules/dates.yml` that read
    it.
    """

    text: Text
    start: date | None
    end: date | None
    precision: str
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence and the date that governs it. `paragraph` counts the article's body blocks from 0.

    `status`: happened, planned, ongoing or unknown.
    """

    date: Date
    sentence: Text
    paragraph: int
    status: str = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed and the thing it means (`name`: a place's whole chain from the province on, or the full name).

    `type`: place, organisation, person, initiative, document or publication. `paragraph`: as in `Event`; None in a
    headline.
    """

    type: str
    text: Text
    name: str
    paragraph: int | None
    role: Text | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as printed, and what it counts.

    `value` and `value_max` are in `unit` itself (4500万元 is 45000000 of 元; a share or change is a fraction: 23.08% is
    0.2308); `value` is None for 数亿元. `kind`: count, amount, share, change, rate, rank, threshold or cap. `status`:
    reported, planned or forecast. `as_of`: the date that the same sentence gives it. `paragraph`: as in `Event`.
    """

    text: Text
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    kind: str
    paragraph: int
    subject: Text | None = None
    qualifier: Text | None = None
    comparison: Text | None = None
    status: str = "reported"
    as_of: Date | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence as printed, of the body block `paragraph`."""

    text: Text
    paragraph: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader would copy out of one article by hand. It depends on its page alone.

    `sentences`: each sentence of its paragraphs and items, in reading order.
    """

    dates: tuple[Date, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two articles that have something to do with each other: `a` < `b`, and for a reader, why.

    `kind`: same_event, shares, contains or continues. Each of `why` is a name that both print, or a rule of
    `rules/links.yml`.
    """

    a: str
    b: str
    kind: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A place or an initiative that gets a file of its own, and where it is named.

    `slug` is its file's name, `mentions` pairs (article id, mention), in the order of the articles.
    """

    type: str
    name: str
    slug: str
    mentions: tuple[tuple[str, Mention], ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that could not be read, and why, in words for the one who runs it."""

    name: str
    reason: str


@dataclass(frozen=True)
class Library:
    """Everything known about a collection. `articles` are in the order of their pages; maps are keyed by article id."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    facts: Mapping[str, Facts]
    summaries: Mapping[str, tuple[Sentence, ...]]
    links: tuple[Link, ...] = ()
    subjects: tuple[Subject, ...] = ()
    unread: tuple[Unread, ...] = ()

    @cached_property
    def page_of(self) -> Mapping[str, Page]:
        """The page of each seed id."""
        return {page.seed.id: page for page in self.pages}

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        ends: dict[str, list[Link]] = {}
        for link in self.links:
            ends.setdefault(link.a, []).append(link)
            ends.setdefault(link.b, []).append(link)
        return {article: tuple(links) for article, links in ends.items()}

    def links_of(self, article: str) -> tuple[Link, ...]:
        """The links that touch the article with this id."""
        return self._links.get(article, ())

    def issue_of(self, article: Article) -> Issue:
        """The issue that an article begins in."""
        return self.page_of[article.seeds[0]].issue

    def lines_of(self, text: Text) -> tuple[tuple[str, int, int], ...]:
        """Where a text stands, for a reader: (seed id, first line, last line), runs on touching lines made one."""
        found: list[tuple[str, int, int]] = []
        for span in text.spans:
            seed = self.page_of[span.seed].seed
            first, last = seed.line_of(span.start), seed.line_of(max(span.start, span.end - 1))
            if found and found[-1][0] == span.seed and 0 <= first - found[-1][2] <= 1:
                found[-1] = (span.seed, found[-1][1], last)
            else:
                found.append((span.seed, first, last))
        return tuple(found)
