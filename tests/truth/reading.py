"""Reads what a person says is on a page (`README.md` tells the form) into addresses that the program's output has too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model import Seed
from generator.text import is_blank

HERE = Path(__file__).parent
ELLIPSIS = "…"


@dataclass(frozen=True)
class Unit:
    """One thing on the page: its role, its article (None: furniture), the offsets of its ink in reading order.

    `lines` are its line numbers in reading order; every line end between two of them is soft.
    """

    role: str
    article: str | None
    ink: tuple[int, ...]
    lines: tuple[int, ...]
    continues: bool


@dataclass(frozen=True)
class Truth:
    """All that a person says of one page. `articles` and `issue` are as written, by article name."""

    seed: Seed
    units: tuple[Unit, ...]
    articles: Mapping[str, Mapping[str, Any]]
    issue: Mapping[str, Any]

    def ink_of(self, article: str, *roles: str) -> tuple[tuple[int, ...], ...]:
        """The ink of each of an article's units with one of the roles, in reading order."""
        return tuple(unit.ink for unit in self.units if unit.article == article and unit.role in roles)


class WrongTruthError(ValueError):
    """A truth file says something that cannot be; the message names the file and the entry."""


def read_truth(file: Path, seeds: Path) -> Truth:
    """The truth in one file about the page of `seeds` that it names."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    name = written["seed"]
    seed = Seed(Path(name).stem, name, (seeds / name).read_bytes().decode())
    units = tuple(_unit(file, seed, entry) for entry in written["units"])
    _complete(file, seed, units)
    return Truth(seed, units, written["articles"], written["issue"])


def all_truth(folder: Path = HERE, seeds: Path = Path("seeds")) -> tuple[Truth, ...]:
    """The truth about every page that has been read by a person."""
    return tuple(read_truth(file, seeds) for file in sorted(folder.glob("*.yml")) if file.stem != "floors")


def _unit(file: Path, seed: Seed, entry: Mapping[str, Any]) -> Unit:
    lines = tuple(_lines(str(entry["at"])))
    offsets = [offset for line in lines for offset in _line(seed, line)]
    if "only" in entry:
        offsets = list(_part(file, seed, entry, offsets))
    ink = tuple(offset for offset in offsets if not is_blank(seed.source[offset]))
    return Unit(entry["role"], entry.get("in"), ink, lines, bool(entry.get("continues")))


def _lines(at: str) -> Iterator[int]:
    for part in at.replace(",", " ").split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _line(seed: Seed, number: int) -> range:
    starts = (*seed.line_starts, len(seed.source))
    return range(starts[number - 1], starts[number])


def _part(file: Path, seed: Seed, entry: Mapping[str, Any], offsets: list[int]) -> list[int]:
    """What stands in the entry's lines from the words before the ellipsis to those after it, or the words themselves."""
    first, _, last = str(entry["only"]).partition(ELLIPSIS)
    whole = "".join(seed.source[offset] for offset in offsets)
    start = whole.find(first)
    end = whole.find(last, start + len(first)) if last else start
    if start < 0 or end < 0 or whole.count(first) > 1:
        raise WrongTruthError(f"{file.name}: line {entry['at']}: {entry['only']!r} does not stand there once")
    return offsets[start : end + len(last or first)]


def _complete(file: Path, seed: Seed, units: tuple[Unit, ...]) -> None:
    """Every inked character is in exactly one unit."""
    seen: dict[int, int] = {}
    for unit in units:
        for offset in unit.ink:
            if offset in seen:
                raise WrongTruthError(f"{file.name}: line {seed.line_of(offset)} is in two units")
            seen[offset] = 1
    for offset, character in enumerate(seed.source):
        if not is_blank(character) and offset not in seen:
            raise WrongTruthError(f"{file.name}: line {seed.line_of(offset)} is in no unit: {character!r}")
