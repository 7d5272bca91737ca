"""Reads what a person says is on a page (`README.md` tells the form) into addresses such as the program's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from generator.model import Kind, Seed
from generator.text import is_blank

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
FLOORS = HERE / "floors.yml"
ELLIPSIS = "…"
LINE_END = re.compile(r"\r\n|\n|\r")
# A fold puts line ends into these; those between the lines of a headline or subhead were set by an editor.
FOLDED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION})


@dataclass(frozen=True)
class Unit:
    """One thing on the page: what it is, its article (None: no article), the offsets of its ink in reading order."""

    role: Kind
    article: str | None
    ink: tuple[int, ...]


@dataclass(frozen=True)
class Reading:
    """Another way to read what stays open: units in place of those that hold the same ink, and fields that differ."""

    units: tuple[Unit, ...]
    articles: Mapping[str, Mapping[str, Any]]
    issue: Mapping[str, Any]


@dataclass(frozen=True)
class Truth:
    """All that a person says of one page.

    `articles` (by name) and `issue` are as written; `either` has, for each question that stays open, the other readings
    that are right too.
    """

    seed: Seed
    units: tuple[Unit, ...]
    articles: Mapping[str, Mapping[str, Any]]
    issue: Mapping[str, Any]
    either: tuple[tuple[Reading, ...], ...] = ()

    def ink_of(self, article: str, *roles: Kind) -> tuple[tuple[int, ...], ...]:
        """The ink of each of an article's units with one of the roles, in reading order."""
        return tuple(unit.ink for unit in self.units if unit.article == article and unit.role in roles)

    def read_as(self, reading: Reading) -> Truth:
        """The same page with one question answered by `reading`."""
        held = {offset for unit in reading.units for offset in unit.ink}
        kept: list[Unit] = []
        fresh = list(reading.units)
        for unit in self.units:
            if held.isdisjoint(unit.ink):
                kept.append(unit)
            else:
                kept += fresh
                fresh = []
        articles = {name: {**entry, **reading.articles.get(name, {})} for name, entry in self.articles.items()}
        return replace(self, units=tuple(kept), articles=articles, issue={**self.issue, **reading.issue})


class WrongTruthError(ValueError):
    """A truth file says something that cannot be; the message names the file and the entry."""


def read_truth(file: Path, seeds: Path = SEEDS) -> Truth:
    """The truth in one file about the page of `seeds` that it names; WrongTruthError when it does not fit the page."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    name = written["seed"]
    seed = Seed(Path(name).stem, name, (seeds / name).read_bytes().decode())
    either = tuple(
        tuple(_reading(file, seed, other) for other in question["or"]) for question in written.get("either") or ()
    )
    truth = Truth(seed, _units(file, seed, written["units"]), written["articles"], written["issue"], either)
    for whole in (truth, *(truth.read_as(other) for question in either for other in question)):
        _check(file, whole)
    return truth


def all_truth(folder: Path = HERE, seeds: Path = SEEDS) -> tuple[Truth, ...]:
    """The truth about every page that has been read by a person."""
    return tuple(read_truth(file, seeds) for file in sorted(folder.glob("*.yml")) if file.name != FLOORS.name)


def soft_line_ends(truth: Truth) -> frozenset[int]:
    """The offsets of the line ends that only the width of the column made.

    They are those inside a paragraph, an item or a caption, however the open questions are answered. The ends round a
    blank line that cuts a paragraph are among them; where something else is printed in the gap there is none.
    """
    found = _ends_inside(truth)
    for question in truth.either:
        for reading in question:
            found &= _ends_inside(truth.read_as(reading))
    return found


def _ends_inside(truth: Truth) -> frozenset[int]:
    source = truth.seed.source
    gaps = (pair for unit in truth.units if unit.role in FOLDED for pair in pairwise(unit.ink))
    return frozenset(
        end.start()
        for here, there in gaps
        if all(is_blank(character) for character in source[here + 1 : there])
        for end in LINE_END.finditer(source, here + 1, max(there, here + 1))
    )


def _reading(file: Path, seed: Seed, written: Mapping[str, Any]) -> Reading:
    units = _units(file, seed, written.get("units") or ())
    return Reading(units, written.get("articles") or {}, written.get("issue") or {})


def _units(file: Path, seed: Seed, entries: Sequence[Mapping[str, Any]]) -> tuple[Unit, ...]:
    return tuple(_unit(file, seed, entry) for entry in entries)


def _unit(file: Path, seed: Seed, entry: Mapping[str, Any]) -> Unit:
    offsets = [offset for line in _lines(str(entry["at"])) for offset in _line(seed, line)]
    if "only" in entry:
        offsets = _part(file, seed, entry, offsets)
    return Unit(Kind(entry["role"]), entry.get("in"), tuple(at for at in offsets if not is_blank(seed.source[at])))


def _lines(at: str) -> Iterator[int]:
    for part in at.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _line(seed: Seed, number: int) -> range:
    starts = (*seed.line_starts, len(seed.source))
    return range(starts[number - 1], starts[number])


def _part(file: Path, seed: Seed, entry: Mapping[str, Any], offsets: list[int]) -> list[int]:
    """What stands in the entry's lines from the words before the ellipsis to those after it, or just its words."""
    first, _, last = str(entry["only"]).partition(ELLIPSIS)
    whole = "".join(seed.source[offset] for offset in offsets)
    start = whole.find(first)
    end = whole.find(last, start + len(first)) if last else start
    if start < 0 or end < 0 or whole.count(first) > 1:
        raise WrongTruthError(f"{file.name}: line {entry['at']}: {entry['only']!r} does not stand there once")
    return offsets[start : end + len(last or first)]


def _check(file: Path, truth: Truth) -> None:
    """Every inked character is in exactly one unit, and every unit in an article that is told of, or in none."""
    seen: set[int] = set()
    for unit in truth.units:
        line = truth.seed.line_of(unit.ink[0])
        if not seen.isdisjoint(unit.ink):
            raise WrongTruthError(f"{file.name}: what begins in line {line} is in two units")
        if unit.article is not None and unit.article not in truth.articles:
            raise WrongTruthError(f"{file.name}: line {line} is in {unit.article}, of which nothing is told")
        seen.update(unit.ink)
    for offset, character in enumerate(truth.seed.source):
        if not is_blank(character) and offset not in seen:
            raise WrongTruthError(f"{file.name}: line {truth.seed.line_of(offset)} is in no unit: {character!r}")
