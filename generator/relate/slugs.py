"""Names in Latin letters: how they are read, and the names of their files; both depend on the name alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

from ..rules import rules

LONGEST = 80
PERSONS = frozenset({"person", "reporter"})
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d|index")


def slug_of(type_: str, name: str) -> str:
    """The file name (without ending) of a place, from its chain (`maoming-gaozhou-genzi`), or of any other subject.

    It holds a to z, digits and `-`, is at most 80 characters long, and is safe on every system.
    """
    if type_ == "place":
        links = name.split("/")
        spelt = "-".join(_link(links[: last + 1]) for last in range(1 if len(links) > 1 else 0, len(links)))
    elif type_ in PERSONS:
        spelt = reading(type_, name).replace(" ", "")
    else:
        spelt = _parts(name, "what")
    spelt = re.sub(r"-{2,}", "-", spelt).strip("-")
    if not spelt or RESERVED.fullmatch(spelt) or len(spelt) > LONGEST:
        return f"{spelt[: LONGEST - 9]}-{_mark(name)}".strip("-")
    return spelt


def reading(type_: str, name: str) -> str:
    """How a name is read, with a blank between characters (`liang xue ling`); a place is read without its chain."""
    known = rules("slugs")
    if type_ == "place" and name in known["chains"].more["read"]:
        return str(known["chains"].more["read"][name]).replace("-", " ")
    last = name.rpartition("/")[2] if type_ == "place" else name
    read = [_read(letter) for letter in last]
    if type_ in PERSONS:
        surnames: Mapping[str, str] = known["surnames"].more["read"]
        first = next((letters for letters in (last[:2], last[:1]) if letters in surnames), "")
        read[: len(first)] = surnames[first].split(" ") if first else []
    return " ".join(part for part in read if part != "-")


def told_apart(slug: str, name: str) -> str:
    """The slug of a name that sounds like another one of the collection."""
    return f"{slug[: LONGEST - 9]}-{_mark(name)}"


def _mark(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:8]


def _link(links: list[str]) -> str:
    known = rules("slugs")
    own: Mapping[str, str] = known["chains"].more["read"]
    spelt = own.get("/".join(links))
    return spelt or _parts(known["dropped"].pattern.sub("", links[-1]), "ending")


def _parts(name: str, rule: str) -> str:
    """A name as its readings run together, and apart its last word as the rule has it (街道, 工程)."""
    ending = rules("slugs")[rule].pattern.search(name)
    parts = (name[: ending.start()], name[ending.start() :]) if ending else (name,)
    return "-".join("".join(_read(letter) for letter in part) for part in parts)


def _read(letter: str) -> str:
    lower = letter.lower()
    if lower.isascii() and lower.isalnum():
        return lower
    return rules("slugs")["letters"].more["read"].get(letter) or _pinyin().get(letter, "-")


@cache
def _pinyin() -> Mapping[str, str]:
    package = (__package__ or "").rpartition(".")[0]
    source = (files(package) / "rules" / "pinyin.txt").read_text(encoding="utf-8")
    lines = (line.split(" ", 1) for line in source.splitlines() if not line.startswith("#"))
    return {letter: reading for reading, letters in lines for letter in letters}
