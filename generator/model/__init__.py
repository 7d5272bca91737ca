"""What flows through the program: frozen types, from the page as it came to the library of everything known.

Each stage takes some of these and makes others; none is filled in later. Text that was printed is always a
`Text`, so that its address cannot be lost. A field is `None` only when the page lacks the thing.
"""

from __future__ import annotations

from .facts import Date, Event, Facts, Figure, Mention, Sentence
from .given import (
    Answer,
    Authority,
    Change,
    Correction,
    DateRange,
    Given,
    GivenFact,
    Heading,
    Outcome,
    Refused,
    Respelling,
    Ruling,
)
from .library import Library, Link, Subject, Unread
from .page import (
    BODY,
    LINE_END,
    Article,
    Basis,
    Block,
    Byline,
    Claim,
    Dateline,
    Direction,
    Evidence,
    Issue,
    Jump,
    Kind,
    Line,
    Page,
    Piece,
    Seed,
)
from .weighed import Choice, Doubt, Option, Reason, Repeat

__all__ = [
    "BODY",
    "LINE_END",
    "Answer",
    "Article",
    "Authority",
    "Basis",
    "Block",
    "Byline",
    "Change",
    "Choice",
    "Claim",
    "Correction",
    "Date",
    "DateRange",
    "Dateline",
    "Direction",
    "Doubt",
    "Event",
    "Evidence",
    "Facts",
    "Figure",
    "Given",
    "GivenFact",
    "Heading",
    "Issue",
    "Jump",
    "Kind",
    "Library",
    "Line",
    "Link",
    "Mention",
    "Option",
    "Outcome",
    "Page",
    "Piece",
    "Reason",
    "Refused",
    "Repeat",
    "Respelling",
    "Ruling",
    "Seed",
    "Sentence",
    "Subject",
    "Unread",
]
