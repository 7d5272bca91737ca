"""What flows through the program: frozen types, from the page as it came to the library of everything known.

Each stage takes some of these and makes others; none is filled in later. Text that was printed is always a
`Text`, so that its address cannot be lost. A field is `None` only when the page lacks the thing.
"""

from __future__ import annotations

from .facts import Date, Event, Facts, Figure, Mention, Sentence
from .library import Library, Link, Subject, Unread
from .page import (
    BODY,
    LINE_END,
    Article,
    Basis,
    Block,
    Byline,
    Choice,
    Claim,
    Dateline,
    DateRange,
    Direction,
    Doubt,
    Evidence,
    Issue,
    Jump,
    Kind,
    Line,
    Option,
    Page,
    Piece,
    Reason,
    Repeat,
    Seed,
)

__all__ = [
    "BODY",
    "LINE_END",
    "Article",
    "Basis",
    "Block",
    "Byline",
    "Choice",
    "Claim",
    "Date",
    "DateRange",
    "Dateline",
    "Direction",
    "Doubt",
    "Event",
    "Evidence",
    "Facts",
    "Figure",
    "Issue",
    "Jump",
    "Kind",
    "Library",
    "Line",
    "Link",
    "Mention",
    "Option",
    "Page",
    "Piece",
    "Reason",
    "Repeat",
    "Seed",
    "Sentence",
    "Subject",
    "Unread",
]
