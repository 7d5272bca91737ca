"""What a reader would copy out of an article by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..text import Text


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
