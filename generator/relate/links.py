"""Links: which articles have something to do with each other, and the names that say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from ..model import Link
from .names import Shared

TELLING = 1.5  # one shared name must weigh so much: the campaign that nearly all articles print links none of them
COMMON = 40  # a name printed by more articles than this adds to a link and makes none
MOST = 8  # so many links an article may ask for; others may ask for it
REASONS = 5

Pair = tuple[str, str]


def links(names: Mapping[Shared, tuple[str, ...]], weights: Mapping[Shared, float]) -> tuple[Link, ...]:
    """The links between articles, sorted; each has its reasons, those that say most first.

    `names`: who prints each name; `weights`: how much it says. The cost grows with the articles, not with their pairs.
    """
    asked = _asked(_pairs(names, weights))
    printed: dict[str, set[Shared]] = defaultdict(set)
    for name, articles in names.items():
        for article in articles:
            printed[article].add(name)
    found = []
    for a, b in sorted(asked):
        shared = [name for name in printed[a] & printed[b] if weights[name] > 0]
        reasons = sorted(shared, key=lambda name: (-weights[name], name))
        found.append(Link(a, b, "shares", tuple(dict.fromkeys(name.said for name in reasons))[:REASONS]))
    return tuple(found)


def _pairs(names: Mapping[Shared, tuple[str, ...]], weights: Mapping[Shared, float]) -> Mapping[Pair, float]:
    """How much two articles share, for all that share at least one telling name."""
    found: dict[Pair, float] = defaultdict(float)
    for name, articles in names.items():
        if weights[name] >= TELLING and len(articles) <= COMMON:
            for pair in combinations(articles, 2):
                found[pair] += weights[name]
    return found


def _asked(pairs: Mapping[Pair, float]) -> frozenset[Pair]:
    """The pairs that are among the strongest of at least one of their two articles."""
    of: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        for article in pair:
            of[article].append(pair)
    strongest = (sorted(own, key=lambda pair: (-pairs[pair], pair))[:MOST] for own in of.values())
    return frozenset(pair for own in strongest for pair in own)
