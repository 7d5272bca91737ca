"""Links: which articles have something to do with each other, and the names that say why.

Whoever prints the same initiative, or the same place below a city, is linked; the city itself links only where both
have it in their heads. An article asks for its strongest links alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
Circle = tuple[frozenset[str], frozenset[str]]
Own = Mapping[str, Mapping[int, float]]
Printed = Mapping[Shared, Mapping[str, float]]


def links(names: Printed, homes: Mapping[str, str], facts: Mapping[str, Facts]) -> tuple[Link, ...]:
    """The links between articles, sorted; each has its reasons, those that say most first, and where both print them.

    `names`: who prints each name, and how much each has to do with it; `homes`: the city of each article. The cost
    grows with the articles, not with their pairs; of the pairs only those that are asked for are kept.
    """
    listed = tuple(names)
    own: dict[str, dict[int, float]] = defaultdict(dict)
    for number, name in enumerate(listed):
        weight = _weight(name, len(names[name]))
        for article, standing in names[name].items():
            own[article][number] = standing * weight
    circles = [_circle(name, names[name]) for name in listed]
    asked: dict[Pair, float] = {}
    for article in own:
        asked |= _asked(article, own, circles, homes)
    places = _Places(facts)
    return tuple(
        _link(pair, _reasons({listed[number]: said for number, said in _shared(own, pair)}), strength, places)
        for pair, strength in sorted(asked.items())
    )


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


def _circle(name: Shared, printed: Mapping[str, float]) -> Circle:
    """Whom a name links: those that tell most of it, each with all that print it."""
    if name.kind in TOO_WIDE:
        return frozenset(), frozenset()
    telling = {a: standing for a, standing in printed.items() if name.kind != "city" or standing >= HEADED}
    first = sorted(telling, key=lambda article: (-telling[article], article))
    return frozenset(first if len(first) <= COMMON else first[:TELLERS]), frozenset(first)


def _linked(article: str, names: Iterable[int], circles: Sequence[Circle]) -> frozenset[str]:
    """The articles that a name links an article to."""
    found: set[str] = set()
    for tellers, all_ in (circles[number] for number in names):
        if article in all_:
            found |= all_ if article in tellers else tellers
    return frozenset(found - {article})


def _shared(own: Own, pair: Pair) -> Iterator[tuple[int, float]]:
    """What each shared name says of two articles: as much as of the one that has less to do with it."""
    few, many = sorted((own[pair[0]], own[pair[1]]), key=len)
    return ((name, min(said, many[name])) for name, said in few.items() if said > 0 and name in many)


def _strength(own: Own, pair: Pair, homes: Mapping[str, str]) -> float:
    city = homes.get(pair[0])
    said = fsum(said for _, said in _shared(own, pair))
    return round(said * (SAME_CITY if city and city == homes.get(pair[1]) else 1.0), 3)


def _reasons(said: Mapping[Shared, float]) -> tuple[Shared, ...]:
    """The names that say most, without those that say next to nothing beside them; of two that read alike, one."""
    best = max(said.values())
    telling = [name for name in said if said[name] >= WEAK * best]
    ordered = sorted(telling, key=lambda name: (-said[name], name))
    first = {name.said: name for name in reversed(ordered)}
    return tuple(name for name in ordered if first[name.said] == name)[:REASONS]


def _asked(article: str, own: Own, circles: Sequence[Circle], homes: Mapping[str, str]) -> Mapping[Pair, float]:
    """The strongest pairs of an article, and how strong each is; equals go together."""
    others = _linked(article, own[article], circles)
    pairs = ((min(article, other), max(article, other)) for other in others)
    strength = {pair: _strength(own, pair, homes) for pair in pairs}
    least = sorted(strength.values(), reverse=True)[:MOST][-1:]
    return {pair: strong for pair, strong in strength.items() if [strong] >= least}
