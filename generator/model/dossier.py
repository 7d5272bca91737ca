"""A dossier: what the articles of a collection tell of one subject, each fact with the article that prints it."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Text
from .facts import Document, Figure, Listing, Mention, Pairing, Quote, Role, Setup


@dataclass(frozen=True, slots=True)
class Subject:
    """A place, initiative, organisation, person, document or reporter, and where it is named.

    `name`: as printed; of a place its chain. `slug` is its file's name; empty when it has none. `mentions` are pairs
    (article id, mention), in the order of the articles, those that are doubtful apart in `unsure`; what a page prints
    twice is there once. `home`: the city (chain) that a name such as 市委 belongs to; of a reporter, the newspaper.
    `reading`: how the name is read, in Latin letters, a blank between characters.
    """

    type: str
    name: str
    slug: str
    mentions: tuple[tuple[str, Mention], ...]
    unsure: tuple[tuple[str, Mention], ...] = ()
    home: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A whole sentence of an article, and the rule by which it was chosen."""

    article: str
    sentence: Text
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a mechanism: its number from 1 where that is told (else 0), its words, and its own parts.

    `text` is None for a part that is announced and not printed.
    """

    number: int
    text: Text | None
    inner: Mechanism | None = None


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A list that an article gives of a subject, with the parts that are announced but missing in their places."""

    article: str
    listing: Listing
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is told of one subject. All but `defined` and `mechanisms` are pairs (article id, fact).

    `defined`: the sentences that say what it is, the best first. `figures`: the most telling first; of a place, those
    of the places in it too (by their scope). Every other tuple is in the order of the articles.
    """

    subject: Subject
    defined: tuple[Saying, ...] = ()
    figures: tuple[tuple[str, Figure], ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    roles: tuple[tuple[str, Role], ...] = ()
    pairings: tuple[tuple[str, Pairing], ...] = ()
    quotes: tuple[tuple[str, Quote], ...] = ()
    documents: tuple[tuple[str, Document], ...] = ()
    setups: tuple[tuple[str, Setup], ...] = ()
