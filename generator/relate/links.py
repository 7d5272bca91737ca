"""Links: which articles have something to do with each other, and the names that say why.

Whoever prints the same initiative, or the same place below a city, is linked; the city itself links only where both
have it in their heads. An article asks for its strongest links alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import fsum

from ..model import Facts, Link, Proof
from ..rules import rules
from ..text import Text
from .names import HEADED, WIDE, Shared, named_by, names_subject

COMMON = 24  # a name printed by more articles than this links each of them only to those that tell most of it
TELLERS = 8  # so many of those
MOST = 8  # so many links an article may ask for; others may ask for it
REASONS = 5
COMMONNESS = 2 / 3  # a name that eight times as many articles print says a quarter
WEAK = 0.2  # what a reason must say, as a share of what the best one says
TOO_WIDE = frozenset({"province", WIDE})
SAME_CITY = 2.0  # how much more two articles of one city have to do with each other

Pair = tuple[str, str]
Printed = Mapping[Shared, Mapping[str, float]]


def links(names: Printed, homes: Mapping[str, str], facts: Mapping[str, Facts]) -> tuple[Link, ...]:
    """The links between articles, sorted; each has its reasons, those that say most first, and where both print them.

    `names`: who prints each name, and how much each has to do with it; `homes`: the city of each article. The cost
    grows with the articles, not with their pairs.
    """
    own: dict[str, dict[Shared, float]] = defaultdict(dict)
    for name, printed in names.items():
        weight = _weight(name, len(printed))
        for article, standing in printed.items():
            own[article][name] = standing * weight
    shared = {pair: _shared(own[pair[0]], own[pair[1]]) for pair in _pairs(names)}
    strength = {pair: _strength(pair, said.values(), homes) for pair, said in shared.items()}
    asked = sorted(_asked(strength))
    places = _Places(facts)
    return tuple(_link(pair, _reasons(shared[pair]), strength[pair], places) for pair in asked)


def _weight(name: Shared, printed: int) -> float:
    """How much a name says that so many articles print: the more the fewer.

    It does not depend on how many articles there are, so that pages which have nothing to do with others change
    nothing of what is said of these.
    """
    return float(rules("links")[name.kind].more["weight"]) * float(printed**-COMMONNESS)


class _Places:
    """Where articles print names: looked up once for each article that has a link."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self._facts = facts
        self._found: dict[str, dict[Shared, Text]] = {}

    def first(self, article: str, name: Shared) -> Text:
        """The first place where an article surely prints a name."""
        if article not in self._found:
            sure = [one for one in self._facts[article].mentions if names_subject(one)]
            self._found[article] = {name: one.text for one in reversed(sure) for name in named_by(one)}
        return self._found[article][name]


def _link(pair: Pair, reasons: Iterable[Shared], strength: float, places: _Places) -> Link:
    proofs = tuple(Proof(name.said, places.first(pair[0], name), places.first(pair[1], name)) for name in reasons)
    return Link(*pair, "shares", tuple(proof.why for proof in proofs), strength, proofs)


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


def _reasons(said: Mapping[Shared, float]) -> tuple[Shared, ...]:
    """The names that say most, without those that say next to nothing beside them; of two that read alike, one."""
    best = max(said.values())
    telling = [name for name in said if said[name] >= WEAK * best]
    ordered = sorted(telling, key=lambda name: (-said[name], name))
    first = {name.said: name for name in reversed(ordered)}
    return tuple(name for name in ordered if first[name.said] == name)[:REASONS]


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
