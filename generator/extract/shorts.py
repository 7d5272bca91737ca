"""Places by a part of their names: towns without their last word, counties by first letters, lines between cities."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..rules import rules
from .divisions import TOWN, Chain, Place, divisions, is_town, under
from .ours import LIKELY

OLD = "古镇"
FAR = 60  # characters between a county and a town of it
CITY = 2  # links of a chain
STEM = 2  # letters of a short name in such a row
MANY = 4  # towns by short names that make a row
WIDE = 8  # characters of one thing in such a row
LEVELS = frozenset("省市县区镇乡街")


def short_towns(values: Sequence[str], found: Sequence[Sequence[Place]], home: Chain) -> list[list[Place]]:
    """Towns by their short names (石湾): those printed whole in the article, and rows of the home city's own."""
    named = {place.chain[-1]: place.chain for places in found for place in places if is_town(place.chain)}
    stems = {name.removesuffix(kind): chain for name, chain in named.items() for kind in TOWN if name.endswith(kind)}
    stems = {
        stem: chain for stem, chain in stems.items() if len(stem) > 1 and stem not in rules("places")["ordinary"].words
    }
    either = re.compile("|".join(map(re.escape, sorted(stems, key=len, reverse=True)))) if stems else None
    every: list[list[Place]] = []
    for value, places in zip(values, found, strict=True):
        taken = {index for place in places for index in range(place.start, place.end)}
        matches = [match for match in either.finditer(value) if match.start() not in taken] if either else []
        short = [Place(*match.span(), stems[match.group()]) for match in matches if not _goes_on(value, match.end())]
        seen = taken | {index for place in short for index in range(place.start, place.end)}
        more = [*_row(value, home), *_behind(value, places)]
        every.append([*short, *(place for place in more if seen.isdisjoint(range(place.start, place.end)))])
    return every


def _behind(value: str, places: Sequence[Place]) -> Iterator[Place]:
    """The town whose short name follows its city's or county's at once, in doubt: 增城新塘."""
    ordinary = rules("places")["ordinary"].words
    for above in places:
        stem = value[above.end : above.end + 2]
        if len(above.chain) < CITY or is_town(above.chain) or stem in ordinary or _goes_on(value, above.end + 2):
            continue
        towns = [chain for kind in TOWN for chain in under(above.chain, divisions().called(stem + kind))]
        if len(towns) == 1:
            yield Place(above.end, above.end + 2, towns[0], LIKELY)


def _goes_on(value: str, end: int) -> bool:
    return bool(rules("places")["part_of_name"].pattern.match(value[end : end + 8])) or value[end : end + 1] in LEVELS


@cache
def _towns_of(home: Chain) -> Mapping[str, Sequence[Chain]]:
    """The towns of a city by the two letters of their short names."""
    found: dict[str, list[Chain]] = {}
    own = ((*above, name) for name, chains in divisions().towns.items() for above in chains if above[:CITY] == home)
    for chain in own:
        stem = next(chain[-1].removesuffix(kind) for kind in TOWN if chain[-1].endswith(kind))
        if len(stem) == STEM:
            found.setdefault(stem, []).append(chain)
    return found


def _row(value: str, home: Chain) -> Iterator[Place]:
    """The towns of the home city in a row of things each of which begins with one: 石鼓渔网、霞洞雨具、怀乡竹编."""
    if value.count("、") < MANY - 1:
        return
    row: list[Place] = []
    stop, towns = -1, _towns_of(home)
    for match in rules("places")["row_of_short"].pattern.finditer(value) if len(home) >= CITY else ():
        start = match.end()
        chains = towns.get(value[start : start + 2], ())
        if match.group() != "、" or start - stop > WIDE:
            yield from row if len(row) >= MANY else ()
            row = []
        if len(chains) == 1:
            row.append(Place(start, start + 2, chains[0]))
            stop = start
    yield from row if len(row) >= MANY else ()


@dataclass(frozen=True, slots=True)
class Row:
    """Towns by their short names, one after the other behind their county: where the row stands, and those known."""

    start: int
    end: int
    towns: tuple[Place, ...]


def rows_of_counties(value: str, decided: Sequence[Place]) -> Iterator[Row]:
    """The rows of towns behind a county: 开平市三埠、长沙、水口等镇街."""
    rule = rules("places")["row_of_county"]
    ends = {place.end: place for place in decided if len(place.chain) == CITY + 1}
    for county in ends.values() if rule.may_fit(value) else ():
        match = rule.pattern.match(value, county.end)
        if match:
            start, towns = match.start("row"), []
            for stem in match["row"].split("、"):
                chains = [chain for kind in TOWN for chain in under(county.chain, divisions().called(stem + kind))]
                towns += [Place(start, start + len(stem), chains[0])] if len(chains) == 1 else []
                start += len(stem) + 1
            yield Row(match.start("row"), match.end("row"), tuple(towns))


def initials(value: str, home: Chain) -> Iterator[Place]:
    """Counties of the home city by their first letters: 台开恩 is 台山, 开平 and 恩平."""
    first = _letters(home)
    letters = "".join(first)
    for match in re.finditer(f"[{letters}]{{3,5}}", value) if len(letters) > CITY else ():
        if len({*match.group()}) == len(match.group()):
            yield Place(*match.span(), (";".join("/".join(first[letter]) for letter in match.group()),))


@cache
def _letters(home: Chain) -> Mapping[str, Chain]:
    """The counties of a city by the first letter of their names, where only one has it."""
    counties = [chain for chain in divisions().within(home) if len(chain) == CITY + 1] if len(home) == CITY else []
    times = Counter(chain[-1][0] for chain in counties)
    return {chain[-1][0]: chain for chain in counties if times[chain[-1][0]] == 1}


@cache
def _cities(province: Chain) -> frozenset[str]:
    """The first letters of the cities of a province."""
    return frozenset(chain[1][0] for chain in divisions().cities if chain[:1] == province)


def old_towns(value: str, decided: Sequence[Place]) -> Iterator[Place]:
    """赤坎华侨古镇 is the town of that name in the county named last."""
    ends = [place.end for place in decided]
    for match in rules("places")["old_town"].pattern.finditer(value) if OLD in value else ():
        last = bisect_right(ends, match.start()) - 1
        before = decided[last] if last >= 0 and match.start() - ends[last] < FAR else None
        for start in range(match.start(), match.end() - 2) if before and len(before.chain) > CITY else ():
            stem, county = value[start : start + 2], before.chain[: CITY + 1] if before else ()
            towns = [chain for kind in TOWN for chain in under(county, divisions().called(stem + kind))]
            if len(towns) == 1:
                yield Place(start, match.end(), towns[0])
                break


def lines(value: str, home: Chain) -> Iterator[Place]:
    """Lines between two cities of the paper's own province: 深江高铁."""
    rule = rules("places")["line"]
    letters = _cities(home[:1])
    for match in rule.pattern.finditer(value) if rule.may_fit(value) and len(home) > 1 else ():
        if {match["one"], match["other"]} <= letters and match["one"] != match["other"]:
            yield Place(*match.span(), home[:1], LIKELY)
