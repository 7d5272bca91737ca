"""Places: names found in the text, each with the chain of divisions that it means in this paper and this article.

A name that could be several places, and that nothing here decides, is left out: a wrong chain is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Issue
from ..rules import rules
from .divisions import RECENT, TOWN, Chain, Divisions, Place, begins, divisions, is_town, stem_of, under
from .local import below, letters, renamed, villages
from .ours import WHICH, ours
from .regions import regions, zones
from .shorts import initials, lines, old_towns, rows_of_counties, short_towns

LONGEST = 16
COUNTY = frozenset("县旗盟")
OWN = frozenset("我本全该")  # how words for the paper's own places begin
STOP = "。"
GIVEN = 2  # letters of a given name
FAR, BEHIND = 120, 20  # letters before and behind a word in which somebody is named who says it
NEAR = 5  # letters before a name in which somebody's office may end
STEMS = (8, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place: where it stands in its text, the chains that it may mean, and whether it is printed whole."""

    start: int
    end: int
    chains: Sequence[Chain]
    whole: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What helps to decide: the city (or province) of the paper, and the places that the article names for certain."""

    home: Chain = ()
    named: frozenset[Chain] = frozenset()


def home_of(issue: Issue) -> Chain:
    """The city or province that a paper is named after (茂名日报); empty when it is not known."""
    name = issue.publication.value if issue.publication else ""
    for length in STEMS:
        chains = divisions().stems.get(name[:length], ())
        found = [chain for chain in chains if chain in divisions().cities] or [c for c in chains if len(c) == 1]
        if len(found) == 1:
            return found[0]
    return ()


def places(values: Sequence[str], printed: Sequence[Sequence[Name]], issue: Issue) -> tuple[tuple[Place, ...], ...]:
    """The places in each of the texts of one article; a county named anywhere helps to decide a town everywhere.

    `printed`: the names of places in each, as `printed_names` finds them.
    """
    home = home_of(issue)
    people = _people(values)
    names = [tuple(_names(value, every, people)) for value, every in zip(values, printed, strict=True)]
    around = Surroundings(home)
    for _ in range(2):
        found = [tuple(_decide(value, known, around)) for value, known in zip(values, names, strict=True)]
        named = _named(found)
        around = Surroundings(home, named | _together(values, names, named))
    again = tuple(villages(values, found))
    found = [tuple(sorted((*some, *more), key=_first)) for some, more in zip(found, again, strict=True)]
    towns = short_towns(values, found, home)
    found = [tuple(sorted((*some, *more), key=_first)) for some, more in zip(found, towns, strict=True)]
    whole = [_whole(value, decided, home) for value, decided in zip(values, found, strict=True)]
    return tuple(
        tuple(sorted((*known, *own), key=_first)) for known, own in zip(whole, ours(values, whole, home), strict=True)
    )


def _whole(value: str, decided: Sequence[Place], home: Chain) -> tuple[Place, ...]:
    """The places of a text: divisions, the paper's own, and what is no division, in order."""
    barred = _barred(value)
    beside = tuple(regions(value))
    ends = {at: place.end for place in beside for at in range(place.start, place.end)}
    begins = {place.start for place in beside}
    decided = [  # 越南宁平, 北海道
        place
        for place in decided
        if place.start not in ends or (place.start in begins and place.end >= ends[place.start])
    ]
    rows = tuple(rows_of_counties(value, decided))
    held = {at for row in rows for at in range(row.start, row.end)}
    decided = sorted(
        (*(place for place in decided if place.start not in held), *(p for row in rows for p in row.towns)), key=_first
    )
    taken = barred.union(*(range(place.start, place.end) for place in decided))
    beside = tuple(place for place in beside if taken.isdisjoint(range(place.start, place.end)))
    unsure = [place for place in beside if value[place.start : place.end] in rules("regions")["common"].words]
    provinces = {home[:1], *(place.chain[:1] for place in (*decided, *beside) if place not in unsure)}
    beside = tuple(place for place in beside if place not in unsure or place.chain[:1] in provinces)
    parts = (*letters(value), *initials(value, home), *lines(value, home), *old_towns(value, decided))
    known = sorted((*decided, *_own(value, home, decided), *parts, *beside), key=_first)
    return tuple(sorted((*known, *zones(value, known, home)), key=_first))


@lru_cache(RECENT)
def _barred(value: str) -> frozenset[int]:
    """The characters of words that only look like a place's name."""
    words = rules("places")["not_a_place"].finditer(value)
    return frozenset(at for match in words for at in range(*match.span()))


def _begin(place: Place) -> int:
    return place.start


def _first(place: Place) -> tuple[int, int]:
    """Places in the order in which they stand, a shorter one first."""
    return place.start, place.end


def beginnings(value: str, printed: Iterable[Name], located: Iterable[Place]) -> dict[int, int]:
    """Where names of places begin in a text, and where each ends, whatever longer name they are part of.

    `printed`: all the names in it; `located`: those that are known to be places.
    """
    cities, ordinary = divisions().cities, rules("places")["ordinary"].words
    spans = [
        (name.start, name.end)
        for name in printed
        if name.whole
        or (value[name.start : name.end] not in ordinary and any(len(c) == 1 or c in cities for c in name.chains))
    ]
    spans += [(place.start, place.end) for place in located]
    return {start: end for start, end in spans if value[start] not in OWN}


def printed_names(value: str) -> tuple[Name, ...]:
    """The names of divisions in a text, whole ones first, then short ones between them; in order, not overlapping."""
    table = divisions()
    whole = _whole_names(value, table)
    taken = {index for name in whole for index in range(name.start, name.end)}
    return tuple(sorted((*whole, *_short_names(value, table, taken)), key=lambda name: name.start))


def _named(found: Iterable[Iterable[Place]]) -> frozenset[Chain]:
    return frozenset(place.chain for decided in found for place in decided if not is_town(place.chain))


def _together(values: Sequence[str], names: Sequence[Sequence[Name]], named: frozenset[Chain]) -> frozenset[Chain]:
    """Counties of a province that the article names, two or more in one sentence by their short names: 武隆, 巫溪."""
    provinces = {chain[:1] for chain in named}
    ordinary = rules("places")["ordinary"].words
    told: set[Chain] = set()
    for value, known in zip(values, names, strict=True):
        near: dict[tuple[int, Chain], set[Chain]] = {}
        sentence, last = 0, 0
        for name in known:
            sentence, last = sentence + value.count(STOP, last, name.start), name.start
            chain = None if name.whole else _only(name.chains)
            if chain and chain[:1] in provinces and len(chain) > 1 and value[name.start : name.end] not in ordinary:
                near.setdefault((sentence, chain[:1]), set()).add(chain)
        told.update(*(chains for chains in near.values() if len(chains) > 1))
    return frozenset(told)


def _people(values: Sequence[str]) -> frozenset[str]:
    """The persons whose names begin like a city's: they stand behind an office, and the city without them nowhere."""
    found = {m["name"] for value in values for m in rules("places")["office"].pattern.finditer(value)}
    joined = "\n".join(values)
    return frozenset(
        name for name in found if name[:2] in divisions().stems and joined.count(name[:2]) == joined.count(name)
    )


def _names(value: str, printed: Iterable[Name], people: frozenset[str]) -> Iterator[Name]:
    """The names in a text that are no part of another name or word."""
    barred = _barred(value)
    for name in printed:
        inside = not barred.isdisjoint(range(name.start, name.end))
        if not inside and value[name.start : name.end + 1] not in people and not _in_a_name(value, name):
            yield name


def _in_a_name(value: str, name: Name) -> bool:
    """Whether it is part of a firm's or school's name (广州酒家), a longer one (东莞庄) or a foreigner's (普拉萨达)."""
    known = rules("places")
    if known["part_of_name"].pattern.match(value[name.end : name.end + 8]):
        return True
    if not name.whole and value[name.end : name.end + 1] in COUNTY:  # 六安县 is no more
        return True
    county = not any(len(chain) == 1 or chain in divisions().cities for chain in name.chains)
    if not name.whole and county and known["nature"].pattern.match(value, name.end):  # 鄱阳湖
        return True
    if not name.whole and known["longer_name"].pattern.match(value[name.end - 1 : name.end + 3]):
        return True
    if not name.whole and _names_a_person(value, name):
        return True
    around = (value[name.start - 1 : name.start], value[name.end : name.end + 1])
    return not name.whole and all(known["foreign"].pattern.match(letter) for letter in around)


def _names_a_person(value: str, name: Name) -> bool:
    """Whether a family name stands before a short name, and nothing before that makes a place of it: 村民杨长春."""
    if name.end - name.start != GIVEN:
        return False
    before = rules("places")["before_person"].pattern.search(value[max(0, name.start - NEAR) : name.start])
    return bool(before) and bool(rules("bylines")["surnames"].pattern.match(before["family"] if before else ""))


def _whole_names(value: str, table: Divisions) -> list[Name]:
    found: list[Name] = []
    for match in rules("places")["suffix"].pattern.finditer(value):
        name = _longest(value, match.end(), table)
        while name and found and name.start <= found[-1].start:
            found.pop()
        if name and (not found or found[-1].end <= name.start):
            found.append(name)
    return found


def _longest(value: str, end: int, table: Divisions) -> Name | None:
    for start in range(max(0, end - LONGEST), end - 1):
        name = value[start:end]
        if name in table.towns or name in table.above:
            return Name(start, end, table.called(name), whole=True)
    return None


def _short_names(value: str, table: Divisions, taken: set[int]) -> list[Name]:
    found: list[Name] = []
    for start in begins(value, table.openings):
        if found and start < found[-1].end:
            continue
        for stem in table.openings[value[start : start + 2]]:
            end = start + len(stem)
            if value.startswith(stem, start) and not taken.intersection(range(start, end)):
                found.append(Name(start, end, table.stems[stem], whole=False))
                break
    return found


def _decide(value: str, names: Sequence[Name], around: Surroundings) -> Iterator[Place]:
    before: Place | None = None
    for name in names:
        between = value[before.end : name.start] if before else None
        if before and between == "":
            sight = value[name.start : name.end] in rules("places")["sights"].words
            chain = None if sight else _only(under(before.chain, name.chains))
        elif before and between and rules("places")["listed"].pattern.match(between):
            chain = _chain(name, around, before.chain[:-1]) or _beside(name, before) or _in_a_row(value, name, before)
        else:
            chain = _chain(name, around, ())
        doubt = WHICH if chain and between != "" and _is_elsewhere_too(name, chain, around) else ""
        before = Place(name.start, name.end, chain, doubt) if chain else None
        if before:
            yield before
            yield from _inside(value, before)


def _is_elsewhere_too(name: Name, chain: Chain, around: Surroundings) -> bool:
    """Whether a town may as well be that of another city or county that the article names."""
    others = [other for other in name.chains if other != chain] if is_town(chain) else []
    counties = any(chain[:links] in around.named for links in (3,))
    return not counties and any(other[:links] in around.named for other in others for links in (2, 3))


def _beside(name: Name, before: Place) -> Chain | None:
    """A county by its short name in a list with another place of its province: 茂名、南沙."""
    ordinary = name.whole or stem_of(name.chains[0][-1]) in rules("places")["ordinary"].words
    return None if ordinary else _only(under(before.chain[:1], name.chains))


def _in_a_row(value: str, name: Name, before: Place) -> Chain | None:
    """A city whose name is a word too, among other cities in a row: 东莞、中山、珠海."""
    goes_on = (
        not name.whole
        and before.chain in divisions().cities
        and rules("places")["row_goes_on"].match(value[name.end : name.end + 2])
    )
    return _only([chain for chain in name.chains if chain in divisions().cities]) if goes_on else None


def _chain(name: Name, around: Surroundings, beside: Chain) -> Chain | None:
    """The one chain that a name means; `beside`: what the place listed before it lies in. None when nothing decides."""
    if not name.whole:
        return _short(name, around)
    if name.end - name.start == 2:  # 城区, 东区, 易县: only behind what they lie in
        return None
    left: Sequence[Chain] = name.chains
    supported = False
    counties, cities, provinces = (frozenset(one for one in around.named if len(one) == links) for links in (3, 2, 1))
    for above in ({beside}, {around.home}, counties, cities, provinces):
        kept = [chain for chain in left if any(chain[: len(one)] == one != chain for one in above if one)]
        if kept:
            left, supported = kept, supported or above is not provinces or not is_town(kept[0])
    chain = _only(left)
    if chain is None or supported:
        return chain
    county = len(chain) > 1 and chain not in divisions().cities
    known = rules("places")
    if county and (stem_of(chain[-1]) in known["ordinary"].words or known["common_district"].match(chain[-1])):
        return None
    return None if is_town(chain) or (county and around.home[:1] not in {(), chain[:1]}) else chain


def _short(name: Name, around: Surroundings) -> Chain | None:
    """A name without its last word (高州): printed whole in the article, or of the paper's own city, or a city."""
    stem = stem_of(name.chains[0][-1])
    if stem in rules("places")["ordinary"].words:
        return None
    printed = _only([chain for chain in name.chains if chain in around.named])
    if printed:
        return printed
    own = under(around.home, name.chains) if _is_city(around.home) else ()
    if own:
        return None if _has_town(around.home, stem) else _only(own)
    provinces = [chain for chain in name.chains if len(chain) == 1]
    return _only(provinces) or _only([chain for chain in name.chains if chain in divisions().cities])


def _is_city(chain: Chain) -> bool:
    return chain in divisions().cities or (len(chain) == 1 and chain[0].endswith(rules("places")["own"].more["city"]))


def _has_town(home: Chain, stem: str) -> bool:
    """Whether a city has a town of that stem: 南海 in a Maoming paper may be its town, and is not Foshan's district."""
    return any(under(home, divisions().called(stem + town)) for town in TOWN)


def _only(chains: Sequence[Chain]) -> Chain | None:
    return chains[0] if len(chains) == 1 else None


def _inside(value: str, above: Place) -> Iterator[Place]:
    """The town, village, neighbourhood and hamlet that follow a place at once, each in the one before."""
    towns = tuple(renamed(value, above)) if len(above.chain) > 2 and not is_town(above.chain) else ()
    yield from towns
    for outer in towns or (above,):
        villages = (*_village(value, outer), *below(value, outer))
        yield from villages
        for village in villages:
            yield from below(value, village)


def _village(value: str, above: Place) -> Iterator[Place]:
    """The village whose name follows a town's or a county's at once, or, in doubt, later in the same clause."""
    if is_town(above.chain) or (len(above.chain) > 2 and above.end - above.start > 2):
        far_off = above.chain[0].endswith(tuple(rules("places")["long_village"].more["within"]))
        near = rules("places")["village"].pattern.match(value, above.end)
        near = near or (rules("places")["long_village"].pattern.match(value, above.end) if far_off else None)
        far = None if near else rules("places")["far_village"].pattern.match(value, above.end)
        if near and not is_town(above.chain) and not rules("places")["behind_village"].pattern.match(value, near.end()):
            near = None
        match = near or far
        doubt = "" if near and is_town(above.chain) else "regions.village"
        if match:
            yield Place(match.start("name"), match.end("name"), (*above.chain, match["name"]), doubt)


def _own(value: str, home: Chain, decided: Sequence[Place]) -> Iterator[Place]:
    """我市 and 我省: the paper's own; in doubt where somebody says it whose place may be another."""
    rule = rules("places")["own"]
    for match in rule.finditer(value):
        length = int(rule.more["levels"][match["level"]])
        if len(home) >= length:
            doubt = WHICH if _is_said_elsewhere(value, match.start(), match["level"], home, decided) else ""
            yield Place(match.start(), match.end(), home[:length], doubt)


def _is_said_elsewhere(value: str, at: int, level: str, home: Chain, decided: Sequence[Place]) -> bool:
    """Whether a sentence in which somebody speaks names a place that he may call his own: 江门市市长说，我市."""
    first = max(value.rfind(STOP, max(0, at - FAR), at) + 1, at - FAR)
    stop = value.find(STOP, at, at + FAR)
    last = min(len(value), (stop if stop >= 0 else at) + BEHIND)
    if not rules("regions")["speaks"].pattern.search(value, max(0, first), last):
        return False
    begins = range(bisect_left(decided, first, key=_begin), bisect_left(decided, last, key=_begin))
    near = [decided[index].chain for index in begins]
    return any(
        chain[: len(home)] != home[: len(chain)] or (chain[-1].endswith(level) and chain != home) for chain in near
    )
