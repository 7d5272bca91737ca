"""Indexes: every name that the articles print, in the order of its sounds, with its file or its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ...model import Mention, Subject
from ..address import (
    BY_CAMPAIGN,
    BY_COUNTY,
    BY_GENRE,
    DOCUMENTS,
    INITIATIVES,
    ISSUES,
    NAMES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    REPORTERS,
    link,
    subject_file,
)
from ..desk import Desk, called, chain
from ..escape import Md, escape
from ..lists import articles_of
from ..teller import Teller

View = dict[str, Any]
SHOWN = 3  # articles of a name that has no file; of the others the number is told
OFFICES = 4
SIGNED = 40  # articles of a reporter
OTHER = "#"

# The index of each type of subject: its words, and its file.
KINDS = {
    "initiative": ("initiatives", INITIATIVES),
    "person": ("people", PEOPLE),
    "organisation": ("organisations", ORGANISATIONS),
    "place": ("places", PLACES),
    "document": ("documents", DOCUMENTS),
    "reporter": ("reporters", REPORTERS),
}
LISTS = (("issues", ISSUES), ("genres", BY_GENRE), ("campaigns", BY_CAMPAIGN), ("counties", BY_COUNTY))


def index_view(desk: Desk, kind: str) -> View:
    """The names of one type: those with a file first, then all of them by their first letter."""
    name, here = KINDS[kind]
    filed = [subject for subject in desk.library.subjects if subject.type == kind]
    every = sorted((*filed, *_without(desk, kind)), key=_by_sound)
    return {
        "title": desk.words(f"{name}_title"),
        "up": link(desk.words("names_title"), here, NAMES),
        "intro": desk.words(f"{name}_intro", count=len(every), filed=len(filed)),
        "rule": desk.words(f"{name}_rule"),
        "filed": [_filed(desk, subject, here) for subject in sorted(filed, key=_ranked)],
        "letters": [
            (letter, f"l{letter.lower()}" if letter != OTHER else "lother", [_name(desk, one, here) for one in group])
            for letter, group in groupby(every, key=_letter)
        ],
    }


def names_view(desk: Desk) -> View:
    """All indexes, with how many names each has, and the lists of articles."""
    return {
        "kinds": [
            {
                "link": link(desk.words(f"{name}_title"), NAMES, path),
                "count": len(filed) + len(list(_without(desk, kind))),
                "filed": len(filed),
            }
            for kind, (name, path) in KINDS.items()
            for filed in [[subject for subject in desk.library.subjects if subject.type == kind]]
        ],
        "lists": [link(desk.words(f"{name}_title"), NAMES, path) for name, path in LISTS],
    }


def _without(desk: Desk, kind: str) -> Iterator[Subject]:
    return (subject for subject in desk.library.names if subject.type == kind)


def _by_sound(subject: Subject) -> tuple[Any, ...]:
    return _letter(subject) == OTHER, subject.reading.split(" "), subject.name, subject.home


def _letter(subject: Subject) -> str:
    first = subject.reading[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER


def _ranked(subject: Subject) -> tuple[Any, ...]:
    """A place behind the one that it lies in, any other by how many articles name it."""
    if subject.type == "place":
        return (subject.name,)
    return -articles_of(subject), subject.reading, subject.name, subject.home


def _filed(desk: Desk, subject: Subject, here: str) -> View:
    above = [name for name in chain(subject) if (subject.type, name) not in desk.subjects]
    depth = len(chain(subject)) - len(above)
    return {
        "link": link(called(subject), here, subject_file(subject)),
        "above": "" if depth else " › ".join(name.rpartition("/")[2] for name in above),
        "home": _home(subject),
        "depth": depth,
        "articles": articles_of(subject),
        "mentions": len(subject.mentions),
    }


def _home(subject: Subject) -> str:
    """Of which city a body is whose name does not tell."""
    return subject.home.rpartition("/")[2] if subject.type != "person" else ""


def _name(desk: Desk, subject: Subject, here: str) -> View:
    """A name as printed, with what tells it from others, and its file, or the articles and lines that name it."""
    mentions = subject.mentions or subject.unsure
    grouped = groupby(mentions, key=lambda pair: pair[0])
    by_article = [(name, [mention for _, mention in group]) for name, group in grouped]
    most = SIGNED if subject.type == "reporter" else 0 if subject.slug else SHOWN
    same = desk.namesakes[subject.type, subject.name]
    return {
        "link": link(called(subject), here, subject_file(subject)) if subject.slug else escape(called(subject)),
        "above": " › ".join(part.rpartition("/")[2] for part in chain(subject)),
        "home": _home(subject),
        "offices": _offices(desk, subject, (mention for _, mention in mentions), here),
        "unsure": not subject.mentions,
        "namesake": subject.type == "person" and len(same) > 1,
        "articles": len(by_article),
        "places": [_printed(desk, name, listed, here) for name, listed in by_article[:most]],
        "left": len(by_article) - most if most and len(by_article) > most else 0,
    }


def _offices(desk: Desk, subject: Subject, mentions: Iterable[Mention], here: str) -> list[Md]:
    """The offices of a person as printed; how a reporter signs."""
    if subject.type == "reporter":
        return [escape(desk.words(kind)) for kind in sorted({mention.type for mention in mentions})]
    found = {mention.role.value: mention.role for mention in mentions if mention.role}
    return [Teller(desk, here).words(role) for role in list(found.values())[:OFFICES]]


def _printed(desk: Desk, article: str, mentions: list[Mention], here: str) -> View:
    lines = dict.fromkeys(desk.lines(mention.text, here) for mention in mentions)
    return {
        "article": desk.opens(desk.article[article], here),
        "lines": Md(desk.words("comma").join(lines)),
        "seal": desk.seal(desk.library.issue_of(desk.article[article])),
    }
