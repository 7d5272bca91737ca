"""What a person knows of a page: as its sidecar says it (`Given`), and what became of it (`Correction`, `Refused`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..text import Text


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from `start` to `end`, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Authority:
    """Who says so, on which day and why; `file` (the sidecar's path below the seeds' folder) and `line` say it."""

    by: str
    on: date | None
    why: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class GivenFact:
    """A fact of the issue: `field` is `publication`, `dated` or `page`."""

    field: str
    value: str | DateRange
    said: Authority


@dataclass(frozen=True, slots=True)
class Respelling:
    """`printed` are words of the page, `read` the same as they should read."""

    printed: str
    read: str
    said: Authority


@dataclass(frozen=True, slots=True)
class Heading:
    """The words that are the heads of the article whose body begins with `begins`.

    `heads` pairs a kind of head (kicker, headline, deck) and its words.
    """

    begins: str
    heads: tuple[tuple[str, str], ...]
    said: Authority


@dataclass(frozen=True, slots=True)
class Ruling:
    """The article with `words` goes on in the one with the words `other` of the page `file`; or never joins it.

    `file` is a page's path below the seeds' folder, with its ending or not. Empty `other` and `file`: it joins none.
    """

    words: str
    other: str
    file: str
    joins: bool
    said: Authority


@dataclass(frozen=True, slots=True)
class Answer:
    """What is true of doubtful words. `doubt`: the id of the rule that doubts; empty for every doubt about them."""

    words: str
    answer: str
    doubt: str
    said: Authority


@dataclass(frozen=True, slots=True)
class Given:
    """All that a page's sidecar says."""

    facts: tuple[GivenFact, ...] = ()
    characters: tuple[Respelling, ...] = ()
    headlines: tuple[Heading, ...] = ()
    joins: tuple[Ruling, ...] = ()
    doubts: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A person's characters `put` at an offset of a seed, in place of the printed ones (`printed` may be empty)."""

    at: int
    printed: Text
    put: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person corrected.

    `what`: character, headline, join, doubt, publication, issue_date or page. `text`: the printed words it is about
    (empty for a fact of the issue). `was` and `now`: what stood there, or was held true, and what does now.
    """

    what: str
    text: Text
    was: str
    now: str
    said: Authority
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A correction that was not made, or a sidecar that cannot be read: its file, the line, and why.

    `reason` is for the one who runs the program; `what` (a key of the locale files) and `found` (the values in its
    words) are for the site.
    """

    file: str
    line: int
    what: str
    reason: str
    found: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """File, line and reason, as compilers write them."""
        return f"{self.file}:{self.line}: {self.reason}"


# What became of one entry of a sidecar.
Outcome = Correction | Refused
