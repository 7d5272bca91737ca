"""Which half goes on from which: the best pair of each, if it is good enough and no other comes near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Direction
from .rulings import Orders
from .stitch_fit import Fit, fit, fits_better, may_follow
from .stitch_halves import Half, Part, Sheet, half_of, halves
from .stitch_issues import Issues
from .stitch_starts import Starts

# A pair must be worth this much, and by so much more than any other pair with one of the two.
ENOUGH = 5.0
AHEAD = 1.5
TWO_KINDS = 2
# Another article of the same page fits better when it is ahead by this: its mark may have been read with this one.
CLEARLY = 1.0

Join = tuple[Half, Half]


@dataclass(frozen=True)
class Pair:
    """Two halves that may be one article, and what speaks for it as far as the two pages tell."""

    start: Half
    rest: Half
    fit: Fit

    def worth(self, issues: Issues) -> float:
        """What speaks for it, with what joins found before have proved of the issues of the two pages."""
        return self.fit.worth + issues.worth(self.start.sheet, self.rest.sheet)

    def is_enough(self, issues: Issues) -> bool:
        """Whether it is good enough to be joined, as far as no other pair is as good."""
        return self.worth(issues) >= ENOUGH and self.has_kinds(issues)

    def has_kinds(self, issues: Issues) -> bool:
        """Whether enough kinds of evidence agree: between pages that may be of two issues, one kind is none."""
        one, other = self.start.sheet, self.rest.sheet
        return self.fit.kinds >= TWO_KINDS or issues.are_one(one, other) or issues.are_of_one_day(one, other)


@dataclass(frozen=True)
class Weighing:
    """All that was weighed: the joins that were made, the pairs that nothing forbade, the issues that joins proved."""

    joins: tuple[Join, ...]
    pairs: tuple[Pair, ...]
    issues: Issues


def match(sheets: Sequence[Sheet], orders: Orders) -> Weighing:
    """The joins between the pages. Each proves two pages to be of one issue, which may decide further joins.

    Those that a person orders come first, and no others are made that `orders` do not allow.
    """
    issues = Issues()
    joins = list(_ordered(sheets, orders))
    for start, rest in joins:
        issues.unite(start.sheet, rest.sheet)
    every = tuple(pair for pair in _pairs(sheets, issues) if _is_allowed(pair, orders))
    pairs: Sequence[Pair] = every
    while True:
        found = [pair for pair in _clear(pairs, issues) if not is_outdone(pair)]
        new = _accepted(found, joins, issues)
        if not new:
            return Weighing(tuple(joins), every, issues)
        joins += new
        done = {id(half) for join in new for half in join}
        pairs = [pair for pair in pairs if id(pair.start) not in done and id(pair.rest) not in done]


def _ordered(sheets: Sequence[Sheet], orders: Orders) -> Iterator[Join]:
    """The joins that a person orders, each half with its mark if it has one."""
    parts = {part.article.id: part for sheet in sheets for part in sheet.parts} if orders.joined else {}
    for start, rest in orders.joined:
        yield half_of(parts[start], Direction.TO), half_of(parts[rest], Direction.FROM)


def _is_allowed(pair: Pair, orders: Orders) -> bool:
    return orders.allow(pair.start.part.article.id, pair.rest.part.article.id)


def _accepted(pairs: Iterable[Pair], before: Iterable[Join], issues: Issues) -> list[Join]:
    """The pairs as joins, the best first, but for those that set an article before itself or a page in two issues."""
    follows = {start.part: rest.part for start, rest in before}
    accepted: list[Join] = []
    for pair in pairs:
        last = pair.rest.part
        while last in follows:
            last = follows[last]
        if last is not pair.start.part and issues.unite(pair.start.sheet, pair.rest.sheet):
            follows[pair.start.part] = pair.rest.part
            accepted.append((pair.start, pair.rest))
    return accepted


def _pairs(sheets: Sequence[Sheet], issues: Issues) -> Iterator[Pair]:
    """The pairs of halves that nothing forbids: neither page numbers, paper and day, nor the text."""
    starts = Starts(halves(sheets, Direction.TO))
    for rest in halves(sheets, Direction.FROM):
        for start in starts.that_may_precede(rest):
            if issues.may_be_one(start.sheet, rest.sheet) and may_follow(start.part, rest.part):
                yield Pair(start, rest, fit(start, rest))


def _clear(pairs: Iterable[Pair], issues: Issues) -> list[Pair]:
    """The pairs that are good enough, each far better than all others of its two halves; the best first."""
    rated = [(pair.worth(issues), pair) for pair in pairs]
    worths: defaultdict[int, list[float]] = defaultdict(list)
    for worth, pair in rated:
        worths[id(pair.start)].append(worth)
        worths[id(pair.rest)].append(worth)
    clear = [
        (worth, pair)
        for worth, pair in rated
        if pair.is_enough(issues) and all(_leads(worth, worths[id(half)]) for half in (pair.start, pair.rest))
    ]
    clear.sort(key=lambda found: (-found[0], found[1].start.part.article.id, found[1].rest.part.article.id))
    return [pair for _, pair in clear]


def _leads(worth: float, all_worths: Sequence[float]) -> bool:
    """Whether a worth is far above all others; it is one of them itself."""
    return sum(other > worth - AHEAD for other in all_worths) == 1


def is_outdone(pair: Pair) -> bool:
    """Whether another article of one of the two pages fits better, so that a mark may stand by the wrong article."""
    start, rest = pair.start.part, pair.rest.part
    most = pair.fit.text + CLEARLY
    return any(fits_better(other, rest, most) for other in _others(start)) or any(
        fits_better(start, other, most) for other in _others(rest)
    )


def _others(part: Part) -> Iterator[Part]:
    return (other for other in part.sheet.parts if other is not part)
