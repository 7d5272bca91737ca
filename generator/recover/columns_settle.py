"""Settle the columns of a page that stand side by side: their edges, their measures, the pieces of each row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .columns_edges import MOST_INDENT, MOST_SHIFT, NARROWEST, NEAR, SHORTEST, Edge, find_edges, runs_of
from .columns_rows import Cut, cut_row
from .measure import width_of

PASSES = 2
SPACED = re.compile(r"(?:\S{1,4} ){3}")
# A width is usual when it is met this often, measured by the one that is met most.
ALIKE = 0.7
# A column's measure in a row is told by so many of its pieces nearest to the row.
WINDOW = 12
# They stand in no more rows above and below; a width that three of them have is sure.
REACH = 24
SURE = 7
# The widths that a piece of a column may have, with the row it stands in.
Widths = Sequence[tuple[int, float]]


def cut_rows(rows: Sequence[str]) -> tuple[tuple[Cut, ...], ...]:
    """The pieces of each row. The edges are first those that white space shows, then those that the pieces have."""
    edges = find_edges(rows)
    cuts = _cut(rows, edges, [tuple(_possible(rows, edge)) for edge in edges])
    for _ in range(PASSES):
        edges = _settled(rows, cuts)
        cuts = _cut(rows, edges, [tuple(_widths(rows, cuts, edge)) for edge in edges])
    return cuts


def _cut(rows: Sequence[str], edges: Sequence[Edge], widths: Sequence[Widths]) -> tuple[tuple[Cut, ...], ...]:
    return tuple(cut_row(row, number, _at(number, edges, widths)) for number, row in enumerate(rows))


def _at(number: int, edges: Sequence[Edge], widths: Sequence[Widths]) -> list[Edge]:
    """The edges near a row, each with the measure that its column has there, or that all have together."""
    near = [(edge, own) for edge, own in zip(edges, widths, strict=True) if _reaches(edge, number, NEAR)]
    nearest = [_counted(_nearest(number, own)) for _, own in near]
    together: Counter[float] = Counter()
    for own in nearest:
        together.update(own)
    return [
        replace(edge, measure=_usual(own if max(own.values(), default=0) >= SURE else own + together))
        for (edge, _), own in zip(near, nearest, strict=True)
    ]


def _reaches(edge: Edge, number: int, more: int) -> bool:
    return edge.first - more <= number <= edge.last + more


def _nearest(number: int, widths: Widths) -> Iterator[float]:
    """The widths in the rows nearest to a row."""
    place = bisect_left(widths, (number, 0.0))
    window = [
        (row, width) for row, width in widths[max(0, place - REACH) : place + REACH] if abs(row - number) <= REACH
    ]
    rows = sorted({row for row, _ in window}, key=lambda row: abs(row - number))[:WINDOW]
    return (width for row, width in window if row in rows)


def _counted(widths: Iterable[float]) -> Counter[float]:
    """How often a width is met, in half ems; one half an em off counts half."""
    counts: Counter[float] = Counter()
    for width in widths:
        near = round(2 * width) / 2
        counts.update({near - 0.5: 1, near: 2, near + 0.5: 1} if near >= NARROWEST else {})
    return counts


def _usual(counts: Counter[float]) -> float:
    """The width that is met most; of two that are met as often the narrower, as the other is several columns'."""
    most = max(counts.values(), default=0)
    good = [width for width in counts if counts[width] >= ALIKE * most]
    narrowest = min(good, default=0.0)
    return max((width for width in good if width <= narrowest + 1), key=lambda width: counts[width], default=0.0)


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


def _widths(rows: Sequence[str], cuts: Sequence[Sequence[Cut]], edge: Edge) -> Iterator[tuple[int, float]]:
    """The widths that the pieces of an edge may have, were they to end at any blank."""
    for number in range(edge.first, edge.last + 1):
        starts = (cut.start for cut in cuts[number] if cut.edge.at == edge.at and cut.start <= edge.at)
        for start in starts:
            yield from ((number, width) for width in _prefixes(rows[number], start))


def _possible(rows: Sequence[str], edge: Edge) -> Iterator[tuple[int, float]]:
    """The widths that lines which begin at an edge may have: they end at a blank."""
    for number in range(edge.first, edge.last + 1):
        row = rows[number]
        if row[edge.at - 1 : edge.at].strip() or not row[edge.at : edge.at + 1].strip():
            continue
        yield from ((number, width) for width in _prefixes(row, edge.at))


def _prefixes(row: str, start: int) -> Iterator[float]:
    """The widths of what stands from an offset up to each blank; letter-spaced lines tell none."""
    if SPACED.match(row, start):
        return
    for at in range(start + 1, len(row) + 1):
        if row[at - 1] != " " and row[at : at + 1] in (" ", "") and at - start >= NARROWEST:
            yield width_of(row[start:at])
