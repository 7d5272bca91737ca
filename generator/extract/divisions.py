"""The divisions of China down to the town: chains (广东省, 茂名市, 高州市, 根子镇), looked up by a printed name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from operator import add

from ..rules import rules

Chain = tuple[str, ...]
NONE = "-"
AUTONOMOUS = "自治"
RECENT = 256  # texts that were read last are kept in mind
TOWN = ("镇", "乡", "街道", "苏木")


@dataclass(frozen=True, slots=True)
class Place:
    """A name decided: where it stands, and its chain; `doubt`: the rule that says why another may be meant."""

    start: int
    end: int
    chain: Chain
    doubt: str = ""


@dataclass(frozen=True)
class Divisions:
    """Provinces, cities and counties by their whole name and by their stem (高州); what each town lies in, by its name.

    `openings`: the stems by their first two characters, the longest first.
    """

    above: Mapping[str, Sequence[Chain]]
    towns: Mapping[str, Sequence[Chain]]
    stems: Mapping[str, Sequence[Chain]]
    cities: frozenset[Chain]
    openings: Mapping[str, Sequence[str]]

    @cached_property
    def _below(self) -> Mapping[Chain, Sequence[Chain]]:
        """The provinces, cities and counties below each."""
        found: dict[Chain, list[Chain]] = {}
        for chain in (chain for chains in self.above.values() for chain in chains):
            for links in range(len(chain)):
                found.setdefault(chain[:links], []).append(chain)
        return found

    def within(self, above: Chain) -> Sequence[Chain]:
        """The provinces, cities and counties below one."""
        return self._below.get(above, ())

    def called(self, name: str) -> Sequence[Chain]:
        """The chains that end with a whole name."""
        above, towns = self.above.get(name, ()), self.towns.get(name, ())
        return (*above, *((*chain, name) for chain in towns)) if towns else above


@cache
def divisions() -> Divisions:
    """All divisions; read once, when the first place is looked for."""
    package = (__package__ or "").rpartition(".")[0]
    source = (files(package) / "rules" / "divisions.txt").read_text(encoding="utf-8")
    chains: dict[Chain, None] = {}
    cities: set[Chain] = set()
    towns: dict[str, list[Chain]] = {}
    for city, chain, below in _lines(source):
        chains[chain] = None
        if len(city) > 1:
            cities.add(city)
        for town in below:
            towns.setdefault(town, []).append(chain)
    above: dict[str, list[Chain]] = {}
    stems: dict[str, list[Chain]] = {}
    for chain in chains:
        above.setdefault(chain[-1], []).append(chain)
        stem = stem_of(chain[-1])
        if AUTONOMOUS in chain[-1] and len(stem) > 1:  # 保亭县, 恩施州
            above.setdefault(stem + chain[-1][-1], []).append(chain)
        if len(stem) > 1:
            stems.setdefault(stem, []).append(chain)
    return Divisions(above, towns, stems, frozenset(cities), _openings(stems))


def _openings(stems: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for stem in sorted(stems, key=len, reverse=True):
        found.setdefault(stem[:2], []).append(stem)
    return found


def begins(value: str, openings: Mapping[str, object]) -> list[int]:
    """Where one of some names may begin in a text; `openings`: the first two letters of each."""
    found = openings.keys() & _pairs(value)
    return sorted(at for pair in found for at in _places(value, pair))


@lru_cache(RECENT)
def _pairs(value: str) -> frozenset[str]:
    return frozenset(map(add, value, value[1:]))


def _places(value: str, pair: str) -> Iterator[int]:
    at = value.find(pair)
    while at >= 0:
        yield at
        at = value.find(pair, at + 1)


@cache
def stem_of(name: str) -> str:
    """A name without the word for what it is: 高州市 is 高州, 恩施土家族苗族自治州 恩施."""
    return rules("places")["stem"].pattern.sub("", name)


def is_town(chain: Chain) -> bool:
    """Whether the last link is a town; not every chain has as many links (东莞市 has no counties)."""
    return chain[-1].endswith(TOWN)


def under(above: Chain, chains: Sequence[Chain]) -> Sequence[Chain]:
    """The chains that lie in a place."""
    return [chain for chain in chains if len(chain) > len(above) and chain[: len(above)] == above]


def _lines(source: str) -> Iterator[tuple[Chain, Chain, tuple[str, ...]]]:
    """The chain of the city (or province), the chain of the county, and its towns, line by line."""
    province = city = ""
    for line in source.splitlines():
        if line.startswith("#"):
            continue
        first, second, county, *towns = line.split("\t")
        province, city = first or province, second or city
        above = (province,) if city == NONE else (province, city)
        yield above, above if county == NONE else (*above, county), tuple(towns)
