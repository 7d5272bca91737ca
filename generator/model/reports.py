"""Reports that people write: as their file has them, and as they are once every number in them is proved.

A report's parts are Words, Stress, and pointers (`[words](target)`); settled, each pointer has become what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..text import Text
from .facts import Document, Event, Figure, Listing, Pairing, Quote, Role, Setup
from .given import Refused
from .promises import Promise

# ── inside a line ─────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Words:
    """What the editor says. `quoted`: words in quotation marks, which a page that the report cites prints."""

    words: str
    line: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """`[words](target)`, as written."""

    words: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of a page, with their place."""

    text: Text


@dataclass(frozen=True, slots=True)
class Computed:
    """What the site computes, in the words that the editor chose for it; `of`: the printed words it was made from."""

    words: str
    of: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class OfIssue:
    """What the site knows of the issue of a page: `what` is publication, dated or page."""

    what: str
    seed: str


@dataclass(frozen=True, slots=True)
class Leads:
    """Words that lead somewhere: to a page (`kind` page), an article, a file of the site, or an address (web).

    Empty `words` are the article's own title. `line`: where the report says so.
    """

    kind: str
    words: str
    to: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Stress:
    """Emphasis: `strong` or not."""

    parts: tuple[Part, ...]
    strong: bool


Part = Words | Pointer | Printed | Computed | OfIssue | Leads | Stress
Parts = tuple[Part, ...]

# ── from line to line ─────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a section (`level` 2) or of a part of one (3)."""

    parts: Parts
    level: int


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `aside`: a block quotation."""

    parts: Parts
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A list."""

    entries: tuple[Parts, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that the editor set: its head, and its rows."""

    head: tuple[Parts, ...]
    rows: tuple[tuple[Parts, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One key of a query: its words (several where a list stands), and the line of the file. `under`: a row's name."""

    key: str
    words: tuple[str, ...]
    line: int
    under: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A fenced block: what is asked for (`figures`), and by which keys."""

    kind: str
    asked: tuple[Asked, ...]
    line: int

    def values(self, key: str) -> tuple[Asked, ...]:
        """What is asked under a key."""
        return tuple(one for one in self.asked if one.key == key)


Fact = Figure | Event | Quote | Pairing | Document | Setup | Listing | Role | Promise


@dataclass(frozen=True, slots=True)
class Found:
    """A row of an answer: the article, the fact (None where the article itself is asked for), and why it is there.

    `words`: what the row is about, by column, for counting. `naming`: the words that name the campaign asked for.
    `met`: the printed words by which the editor calls a promise met; the program never does.
    """

    article: str
    fact: Fact | None
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    naming: Text | None = None
    met: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A query's rows."""

    kind: str
    title: Parts
    rows: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an item from its first issue to its last: `difference` with its unit when it could be computed.

    `why`: the reason why it could not (a rule of `rules/reports.yml`); empty when it could.
    """

    difference: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a comparison: its name, and for each issue the printed figures (none: not told there)."""

    name: Parts
    cells: tuple[tuple[Text, ...], ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same items in several issues, each named by one of its pages, the earliest first."""

    title: Parts
    issues: tuple[str, ...]
    items: tuple[Item, ...]


Piece = Head | Para | Entries | Grid | Query | Answer | Comparison


@dataclass(frozen=True, slots=True)
class Report:
    """A report: `file` is its path below the seeds' folder, `slug` its address, `kind` report or questions.

    `sections` counts nothing: the pieces follow one another as in the file. Settled, `cites` are all printed words that
    it leads to, `articles` the ids of those it cites, `seeds` those of the pages.
    """

    file: str
    slug: str
    kind: str
    title: Parts
    deck: Parts
    by: str
    pieces: tuple[Piece, ...]
    on: date | None = None
    order: int | None = None
    cites: tuple[Text, ...] = ()
    articles: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that is not shown: its file, and why. Its title is not proved, and not kept."""

    file: str
    faults: tuple[Refused, ...]


def flat(parts: Parts) -> Iterator[Part]:
    """The parts, those inside emphasis one by one."""
    for part in parts:
        if isinstance(part, Stress):
            yield from flat(part.parts)
        else:
            yield part


def lines_in(piece: Piece) -> Iterator[Parts]:
    """Everything in a piece that the editor wrote as prose."""
    if isinstance(piece, Head | Para):
        yield piece.parts
    elif isinstance(piece, Entries):
        yield from piece.entries
    elif isinstance(piece, Grid):
        yield from piece.head
        for row in piece.rows:
            yield from row
