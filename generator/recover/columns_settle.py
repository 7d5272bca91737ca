"""Settle the columns of a page that stand side by side: their edges, their measures, the pieces of each row."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from typing import NamedTuple

from .columns_edges import MOST_INDENT, MOST_SHIFT, NARROWEST, NEAR, SHORTEST, Edge, find_edges, runs_of
from .columns_rows import Cut, Known, Row, cut_row
from .measure import WIDEST

PASSES = 2
SPACED = re.compile(r"(?:\S{1,4} ){3}")
# A width is usual when it is met this often, measured by the one that is met most.
ALIKE = 0.7
# A column's measure in a row is told by so many of its pieces nearest to the row.
WINDOW = 12
# They stand in no more rows above and below; a width that three of them have is sure.
REACH = 24
SURE = 7
# A column is no narrower, but for a squeeze, than so many of its lines, or such a share, are up to their first blank.
WIDER, MANY_WIDER, SQUEEZED = 3, 0.4, 2
# Widths are counted in half ems, up to the widest line; each has so many bits of a number. One that is met counts
# twice, those half an em off once.
HALVES, BITS = round(2 * WIDEST) + 2, 16
EACH = Struct(f"<{HALVES}H")
ONCE = 1 + (2 << BITS) + (1 << 2 * BITS)


def _nearest(rows: Sequence[int], number: int, first: int, last: int) -> tuple[int, int]:
    """Of the ascending `rows` from `first` to `last` (half-open), the few nearest to a row; of two the one above."""
    low, high = first, max(first, last - WINDOW)
    while low < high:
        middle = (low + high) // 2
        if number - rows[middle] > rows[middle + WINDOW] - number:
            low = middle + 1
        else:
            high = middle
    return low, min(low + WINDOW, last)


class Widths(NamedTuple):
    """The rows in which a piece of a column may have a width, and how often each width is met in those before each.

    The counts of all widths, in half ems, are one number (see `EACH`), so that those of some rows are a difference.
    `each`: every row once, `begins`: where the widths of each begin in `rows`, `unbroken`: its width up to the first
    blank.
    """

    rows: Sequence[int]
    met: Sequence[int]
    each: Sequence[int]
    begins: Sequence[int]
    unbroken: Sequence[int]

    def least(self, number: int) -> int:
        """The least measure of the column near a row, in half ems: many of its lines have no blank before they end."""
        first, last = bisect_left(self.each, number - REACH), bisect_left(self.each, number + REACH)
        first, last = _nearest(self.each, number, first, last)
        wider = max(WIDER, round(MANY_WIDER * (last - first)))
        return sorted(self.unbroken[first:last])[-wider] - SQUEEZED if last - first >= wider else 0

    def near(self, number: int) -> int:
        """How often each width is met in the rows nearest to a row."""
        rows = self.rows
        place = bisect_left(rows, number)
        first = max(0, place - REACH, bisect_left(rows, number - REACH))
        last = min(place + REACH, bisect_right(rows, number + REACH))
        if last - first > WINDOW:
            one, other = bisect_left(self.each, rows[first]), bisect_right(self.each, rows[last - 1])
            one, other = _nearest(self.each, number, one, other)
            first, last = max(first, self.begins[one]), min(last, self.begins[other])
        return self.met[last] - self.met[first]


def cut_rows(values: Sequence[str]) -> tuple[tuple[Cut, ...], ...]:
    """The pieces of each row. The edges are first those that white space shows, then those that the pieces have."""
    rows = [Row(value) for value in values]
    edges = find_edges(values)
    known: Known = {}
    cuts = _cut(rows, edges, [_widths(_possible(rows, edge)) for edge in edges], known)
    for _ in range(PASSES):
        edges = _settled(values, cuts)
        cuts = _cut(rows, edges, [_widths(_seen(rows, cuts, edge)) for edge in edges], known)
    return cuts


def _cut(
    rows: Sequence[Row], edges: Sequence[Edge], widths: Sequence[Widths], known: Known
) -> tuple[tuple[Cut, ...], ...]:
    measures: Measures = {}
    return tuple(cut_row(row, number, _at(number, edges, widths, measures), known) for number, row in enumerate(rows))


# The measures that widths told, with the least that they can tell: for neighbouring rows these are mostly the same.
Measures = dict[tuple[int, int], float]


def _at(number: int, edges: Sequence[Edge], widths: Sequence[Widths], known: Measures) -> list[Edge]:
    """The edges near a row, each with the measure that its column has there, or that all have together."""
    near = [
        (edge, own.near(number), own.least(number))
        for edge, own in zip(edges, widths, strict=True)
        if edge.first - NEAR <= number <= edge.last + NEAR
    ]
    together = sum([own for _, own, _ in near])
    found: list[Edge] = []
    for edge, own, least in near:
        met = own if _is_sure(own) else own + together
        if (met, least) not in known:
            known[met, least] = _usual(met, least)
        found.append(Edge(edge.at, edge.first, edge.last, edge.votes, known[met, least]))
    return found


def _widths(found: Iterable[tuple[int, float]]) -> Widths:
    """How often widths are met in the rows in which they are found; one half an em off counts half."""
    rows: list[int] = []
    met = [0]
    each: list[int] = []
    begins: list[int] = []
    unbroken: list[int] = []
    for row, width in found:
        half = round(2 * width)
        if not rows or rows[-1] != row:
            each.append(row)
            begins.append(len(rows))
            unbroken.append(half)
        rows.append(row)
        met.append(met[-1] + (ONCE << BITS * (half - 1) if 2 * NARROWEST <= half < HALVES - 1 else 0))
    return Widths(rows, met, each, [*begins, len(rows)], unbroken)


def _counts(met: int) -> tuple[int, ...]:
    """How often each width, in half ems, is met."""
    return EACH.unpack(met.to_bytes(EACH.size, "little"))


def _is_sure(met: int) -> bool:
    """Whether some width is met so often that it is sure."""
    return max(_counts(met)) >= SURE


def _usual(met: int, least: int) -> float:
    """The width that is met most, but no less than `least`.

    Of two that are met as often it is the narrower, as the other is several columns'.
    """
    counts = _counts(met)
    most = max(counts[max(least, 0) :], default=0)
    narrowest = (
        next(half for half, count in enumerate(counts) if half >= least and count >= ALIKE * most) if most else 0
    )
    return max(range(narrowest, min(narrowest + 3, HALVES)), key=counts.__getitem__) / 2


def _settled(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> tuple[Edge, ...]:
    """The edges of pieces that were cut; what stands in line with an edge votes for it."""
    seen: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for number, row in enumerate(cuts):
        for cut in row:
            in_line = cut.end - cut.start >= SHORTEST and -MOST_SHIFT <= cut.start - cut.edge.at <= MOST_INDENT
            seen[cut.edge.at].append((number, in_line))
    runs = ((at, run) for at in sorted(seen) for run in runs_of(at, [number for number, _ in seen[at]], rows))
    edges = [Edge(at, run[0], run[-1], sum(votes for number, votes in seen[at] if number in run)) for at, run in runs]
    return tuple(edge for edge in edges if edge.votes)


def _seen(rows: Sequence[Row], cuts: Sequence[Sequence[Cut]], edge: Edge) -> Iterator[tuple[int, float]]:
    """The widths that the pieces of an edge may have, were they to end at any blank."""
    for number in range(edge.first, edge.last + 1):
        starts = (cut.start for cut in cuts[number] if cut.edge.at == edge.at and cut.start <= edge.at)
        for start in starts:
            yield from ((number, width) for width in _prefixes(rows[number], start))


def _possible(rows: Sequence[Row], edge: Edge) -> Iterator[tuple[int, float]]:
    """The widths that lines which begin at an edge may have: they end at a blank."""
    for number in range(edge.first, edge.last + 1):
        row = rows[number].value
        if row[edge.at - 1 : edge.at].strip() or not row[edge.at : edge.at + 1].strip():
            continue
        yield from ((number, width) for width in _prefixes(rows[number], edge.at))


def _prefixes(row: Row, start: int) -> list[float]:
    """The widths of what stands from an offset up to each blank; letter-spaced lines tell none."""
    if SPACED.match(row.value, start):
        return []
    ends = row.ends[bisect_right(row.ends, start) :]
    return [row.widths[end] - row.widths[start] for end in ends if end - start >= NARROWEST]
