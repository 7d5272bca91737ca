"""Links: which articles have something to do with each other, and the names that say why.

Whoever prints the same initiative, or the same place below a city, is linked; the city itself links only where both
have it in their heads. An article asks for its strongest links alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import fsum

from ..model import Link
from .names import HEADED, WIDE, Shared

COMMON = 24  # a name printed by more articles than this links each of them only to those that tell most of it
TELLERS = 8  # so many of those
MOST = 8  # so many links an article may ask for; others may ask for it
REASONS = 5
WEAK = 0.2  # what a reason must say, as a share of what the best one says
TOO_WIDE = frozenset({"province", WIDE})
SAME_CITY = 2.0  # how much more two articles of one city have to do with each other

Pair = tuple[str, str]
Printed = Mapping[Shared, Mapping[str, float]]


def links(names: Printed, weights: Mapping[Shared, float], homes: Mapping[str, str]) -> tuple[Link, ...]:
    """The links between articles, sorted; each has its reasons, those that say most first.

    `names`: who prints each name, and how much each has to do with it; `weights`: how much it says; `homes`: the city
    of each article. The cost grows with the articles, not with their pairs.
    """
    own: dict[str, dict[Shared, float]] = defaultdict(dict)
    for name, printed in names.items():
        for article, standing in printed.items():
            own[article][name] = standing * weights[name]
    shared = {pair: _shared(own[pair[0]], own[pair[1]]) for pair in _pairs(names)}
    strength = {pair: _strength(pair, said.values(), homes) for pair, said in shared.items()}
    return tuple(Link(*pair, "shares", _reasons(shared[pair]), strength[pair]) for pair in sorted(_asked(strength)))


def _pairs(names: Printed) -> frozenset[Pair]:
    """The pairs that a name links."""
    return frozenset(
        (min(pair), max(pair))
        for name, printed in names.items()
        if name.kind not in TOO_WIDE
        for pair in _linked({a: s for a, s in printed.items() if name.kind != "city" or s >= HEADED})
    )


def _linked(printed: Mapping[str, float]) -> Iterator[Pair]:
    if len(printed) <= COMMON:
        return combinations(printed, 2)
    tellers = sorted(printed, key=lambda article: (-printed[article], article))[:TELLERS]
    return ((teller, article) for teller in tellers for article in printed if article != teller)


def _shared(one: Mapping[Shared, float], two: Mapping[Shared, float]) -> Mapping[Shared, float]:
    """What each shared name says of two articles: as much as of the one that has less to do with it."""
    return {name: min(one[name], two[name]) for name in one.keys() & two.keys() if one[name] > 0}


def _strength(pair: Pair, said: Iterable[float], homes: Mapping[str, str]) -> float:
    city = homes.get(pair[0])
    return round(fsum(said) * (SAME_CITY if city and city == homes.get(pair[1]) else 1.0), 3)


def _reasons(said: Mapping[Shared, float]) -> tuple[str, ...]:
    """The names that say most, without those that say next to nothing beside them."""
    best = max(said.values())
    telling = [name for name in said if said[name] >= WEAK * best]
    ordered = sorted(telling, key=lambda name: (-said[name], name))
    return tuple(dict.fromkeys(name.said for name in ordered))[:REASONS]


def _asked(strength: Mapping[Pair, float]) -> frozenset[Pair]:
    """The pairs that are among the strongest of at least one of their two articles; equals go together."""
    of: dict[str, list[Pair]] = defaultdict(list)
    for pair in strength:
        for article in pair:
            of[article].append(pair)
    asked: set[Pair] = set()
    for own in of.values():
        least = sorted((strength[pair] for pair in own), reverse=True)[:MOST][-1]
        asked.update(pair for pair in own if strength[pair] >= least)
    return frozenset(asked)
