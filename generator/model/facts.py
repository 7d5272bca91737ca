"""What a reader would copy out of an article by hand.

Every fact holds the characters that it was read from. `paragraph` counts the article's body blocks from 0; it is None
in a head or a caption. `doubt` is the id of the rule that tells why a careful person could decide otherwise; empty when
nothing speaks against the fact.
"""

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
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence and the date that governs it; of the sentence, the `clause` that the date governs, who and where.

    `status`: happened, planned, ongoing or unknown.
    """

    date: Date
    sentence: Text
    paragraph: int
    status: str = "unknown"
    clause: Text | None = None
    who: Text | None = None
    where: tuple[Text, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed and the thing it means (`name`: a place's whole chain from the province on, or the full name).

    `type`: place, organisation, person, initiative, document or publication. `role`: the office that a person has at
    this mention. `proof`: the words of the article that join this form of the name with another.
    """

    type: str
    text: Text
    name: str
    paragraph: int | None
    role: Text | None = None
    proof: Text | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as printed, and what it counts.

    `value` and `value_max` are in `unit` itself (4500万元 is 45000000 of 元; a share or change is a fraction: 23.08% is
    0.2308); `value` is None for 数亿元. `kind`: count, amount, share, change, rate, rank, threshold or cap. `status`:
    reported, planned or forecast. `as_of`: the date that the page gives it. `scope`: the chain of the place it belongs
    to, by the words `scope_by`; empty when that is not told. `whose`: the firm, body or fair whose figure it is.
    """

    text: Text
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    kind: str
    paragraph: int | None
    subject: Text | None = None
    qualifier: Text | None = None
    comparison: Text | None = None
    status: str = "reported"
    as_of: Date | None = None
    scope: str = ""
    scope_by: Text | None = None
    whose: Text | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A sum that the text states: the figure of the whole and those of its parts.

    `holds`: whether the parts make the whole; None when the page does not say that they are all.
    """

    text: Text
    whole: Figure
    parts: tuple[Figure, ...]
    holds: bool | None
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said: `text` without the outer marks, `speaker` as printed, `office` as printed at this mention.

    One that is interrupted (by 介绍道) is one quote of several spans. `direct`: in quotation marks.
    """

    text: Text
    paragraph: int | None
    direct: bool
    speaker: Text | None = None
    office: Text | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """An enumeration in prose: the words that announce it, the number they announce, and the items that follow.

    `announced`: None when no number is printed. `as_many`: whether as many follow; None when that cannot be told.
    """

    text: Text
    paragraph: int | None
    items: tuple[Text, ...]
    announced: int | None = None
    as_many: bool | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who helps, hosts or twins with whom, by the words `text`; `relation`: the word for it, as printed.

    `mutual`: it goes both ways.
    """

    text: Text
    paragraph: int | None
    helpers: tuple[Text, ...]
    helped: tuple[Text, ...]
    relation: Text | None = None
    mutual: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Setup:
    """What was founded, issued, signed or opened (`what`), by which word for it, by whom, and when."""

    text: Text
    paragraph: int | None
    what: Text
    verb: Text
    by: Text | None = None
    when: Date | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document by its title as printed, with its marks: who issued it, its `status` (试行), what it is said to do."""

    text: Text
    paragraph: int | None
    issuer: Text | None = None
    verb: Text | None = None
    says: Text | None = None
    status: Text | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A part in a campaign that a level of government has: 县 一线总指挥.

    `level`: province, city, county, town or village.
    """

    text: Text
    paragraph: int | None
    level: str
    role: Text
    who: Text | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence as printed."""

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
    checks: tuple[Check, ...] = ()
    quotes: tuple[Quote, ...] = ()
    lists: tuple[Listing, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    setups: tuple[Setup, ...] = ()
    documents: tuple[Document, ...] = ()
    roles: tuple[Role, ...] = ()
