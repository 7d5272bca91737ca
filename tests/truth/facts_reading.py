"""Reads the facts that a person found (`facts/README.md` tells the form) as claims with addresses.

A `Claim` is what one side, the person or the program, says of one place: comparing two of them needs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.text import is_blank
from tests.truth.reading import HERE, Truth

FACTS = HERE / "facts"
FORMS = ("organisations", "initiatives")  # kinds of which one entry is a thing with several printed forms
OPEN = ("vague",)  # to say such a fact is right, and so is to leave it out
NEAR = 3  # lines behind the one that `also` names


@dataclass(frozen=True)
class Claim:
    """One fact: its article (None: not told), the words it is known by, the offsets of their ink, and what it says.

    `values` holds every reading that is right, by key; `thing` tells the forms of one thing; `open`: to say it is
    right, and so is to leave it out. `again`: the ink of the same words at the other place where the page prints them.
    `seeds`: the pages that the program read it from.
    """

    kind: str
    article: str | None
    words: str
    ink: frozenset[int]
    values: Mapping[str, Sequence[Any]]
    open: bool = False
    thing: str = ""
    again: frozenset[int] = frozenset()
    seeds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Print:
    """The ink of a page in reading order: its characters, and the offset and line of each."""

    value: str
    offsets: Sequence[int]
    lines: Sequence[int]

    def at(self, words: str, time: int = 1) -> int:
        """Where words begin the `time`-th time they stand there; -1 when they do not."""
        found = -1
        for _ in range(time):
            found = self.value.find(words, found + 1)
        return found

    def ink(self, start: int, length: int) -> frozenset[int]:
        """The offsets of `length` characters from `start`."""
        return frozenset(self.offsets[start : start + length])


def plain(value: str) -> str:
    """Words without their blanks."""
    return "".join(character for character in value if not is_blank(character))


def print_of(truth: Truth) -> Print:
    """The ink of a page as a person orders it."""
    offsets = [offset for unit in truth.units for offset in unit.ink]
    source = truth.seed.source
    return Print("".join(source[at] for at in offsets), offsets, [truth.seed.line_of(at) for at in offsets])


def claims(file: Path, page: Print) -> dict[str, list[Claim]]:
    """The claims of one file, by kind; what cannot be found on the page stands nowhere and is matched by its words."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {
        kind: list(_of_kind(kind, facts, page)) for kind, facts in written.items() if isinstance(facts, list) and facts
    }


def _of_kind(kind: str, facts: Sequence[Mapping[str, Any]], page: Print) -> Iterator[Claim]:
    for number, fact in enumerate(facts):
        if kind in FORMS:
            for form in fact["forms"]:
                yield _claim(kind, {**form, "in": fact.get("in"), "doubt": fact.get("doubt")}, page, f"{kind}{number}")
        else:
            yield _claim(kind, fact, page)


def _claim(kind: str, fact: Mapping[str, Any], page: Print, thing: str = "") -> Claim:
    words = plain(str(fact.get("words") or fact.get("title") or fact.get("what") or fact.get("text") or fact["at"]))
    start = page.at(fact["at"], fact.get("nth", 1)) if "at" in fact else -1
    inside = fact["at"].find(words) if "at" in fact else -1
    ink = page.ink(start + max(0, inside), len(words)) if start >= 0 else frozenset()
    either = fact.get("either", {})
    values = {key: [value, *either.get(key, ())] for key, value in fact.items()}
    values |= {key: other for key, other in either.items() if key not in fact}
    is_open = bool(fact.get("doubt")) or kind in OPEN or "torn" in fact
    return Claim(kind, fact.get("in"), words, ink, values, is_open, thing, _again(fact, words, page))


def _again(fact: Mapping[str, Any], words: str, page: Print) -> frozenset[int]:
    if "also" not in fact:
        return frozenset()
    first = int(fact["also"])
    found: set[int] = set()
    start = page.value.find(words)
    while start >= 0:
        if first <= page.lines[start] <= first + NEAR:
            found |= page.ink(start, len(words))
        start = page.value.find(words, start + 1)
    return frozenset(found)
