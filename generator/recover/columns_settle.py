"""Settle the columns of a page that stand side by side: their edges, their measures, the pieces of each row."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .columns_edges import MOST_INDENT, NARROWEST, NEAR, SHORTEST, VOTES, Edge, find_edges, runs_of
from .columns_rows import Cut, cut_row
from .measure import width_of

PASSES = 2
# A column's measure in a row is told by so many of its pieces nearest to the row.
WINDOW = 12
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
    """The edges near a row, each with the measure that its column has there; neighbours lean to the same."""
    near = [(edge, own) for edge, own in zip(edges, widths, strict=True) if _reaches(edge, number, NEAR)]
    strong = sorted(edge.at for edge, _ in near if edge.votes >= VOTES and _reaches(edge, number, 0))
    all_widths = [list(_nearest(number, own)) for _, own in near]
    found = []
    for index, (edge, _) in enumerate(near):
        reach = next((at for at in strong if at > edge.at + NARROWEST), edge.at + 1000) - edge.at
        beside = [width for other in all_widths[max(0, index - 1) : index + 2] for width in other]
        found.append(replace(edge, measure=_usual([*all_widths[index] * 2, *beside], reach)))
    return found


def _reaches(edge: Edge, number: int, more: int) -> bool:
    return edge.first - more <= number <= edge.last + more


def _nearest(number: int, widths: Widths) -> Iterator[float]:
    """The widths in the rows nearest to a row."""
    place = bisect_left(widths, (number, 0.0))
    window = widths[max(0, place - WINDOW) : place + WINDOW]
    rows = sorted({row for row, _ in window}, key=lambda row: abs(row - number))[:WINDOW]
    return (width for row, width in window if row in rows)


def _usual(widths: Iterable[float], reach: float) -> float:
    """The width that most are near to."""
    counts: Counter[float] = Counter()
    for width in widths:
        near = round(2 * width) / 2
        counts.update({near - 0.5: 1, near: 2, near + 0.5: 1} if NARROWEST <= near <= reach else {})
    return max(counts, key=lambda width: (counts[width], width), default=0.0)


def _settled(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> tuple[Edge, ...]:
    """The edges of pieces that were cut; what stands in line with an edge votes for it."""
    seen: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for number, row in enumerate(cuts):
        for cut in row:
            in_line = cut.end - cut.start >= SHORTEST and 0 <= cut.start - cut.edge.at <= MOST_INDENT
            seen[cut.edge.at].append((number, in_line))
    runs = ((at, run) for at in sorted(seen) for run in runs_of(at, [number for number, _ in seen[at]], rows))
    edges = [Edge(at, run[0], run[-1], sum(votes for number, votes in seen[at] if number in run)) for at, run in runs]
    return tuple(edge for edge in edges if edge.votes)


def _widths(rows: Sequence[str], cuts: Sequence[Sequence[Cut]], edge: Edge) -> Iterator[tuple[int, float]]:
    for number in range(edge.first, edge.last + 1):
        for cut in cuts[number]:
            if cut.edge.at == edge.at:
                yield number, width_of(rows[number][cut.start : cut.end])


def _possible(rows: Sequence[str], edge: Edge) -> Iterator[tuple[int, float]]:
    """The widths that lines which begin at an edge may have: they end at a blank."""
    for number in range(edge.first, edge.last + 1):
        row = rows[number]
        if row[edge.at - 1 : edge.at].strip() or not row[edge.at : edge.at + 1].strip():
            continue
        for at in range(edge.at + 1, len(row) + 1):
            if row[at - 1].strip() and not row[at : at + 1].strip():
                yield number, width_of(row[edge.at : at])
