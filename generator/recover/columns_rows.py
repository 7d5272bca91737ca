"""Cut a row of a page whose columns stand side by side into the pieces of its columns.

Extractors keep to a column's left edge wherever the line before is short; where it is full one blank, or none, is left
between, and what follows shifts. So a cut at one blank needs a full line before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from .columns_edges import (
    ASCII,
    LACKS,
    LETTER,
    MORE,
    MOST_HANGING,
    MOST_INDENT,
    MOST_SHIFT,
    NEAR,
    VOTES,
    Edge,
    fragments,
)
from .measure import INDENT, MARK, NARROW, SQUEEZE

SOFT = re.compile(f"{MARK.pattern}| ")
HOLE = re.compile(r"(?<=\S) {2,}(?=\S)")
# What each oddity costs, in one currency: a fragment that is indented, that stands in the midst or left of its column;
LARGE, INDENTED, CENTRED, LEFT = 1000.0, 0.4, 2.0, 6.0
# a cut at one blank after a line that is not full, at none after a full one, one that leaves the edge, per character;
SHORT, GLUED, OFF, SHIFT = 5.0, 5.5, 0.4, 0.25
# a column left out, one left out in mid-line, an edge that few rows show or that is seen in other rows only;
SKIPPED, JUMPED, WEAK, BEYOND = 0.3, 3.0, 1.0, 0.5
# a hole in a piece, an edge or a full line with a blank after it in a piece,
# a piece too wide (per em, at most, and for each em more).
HOLED, CROSSED, UNCUT, WIDE, WIDEST, WIDER = 4.0, 1.0, 6.0, 2.0, 8.0, 0.25
# Two edges closer than this share of the measure are not both a column's.
OVERLAP = 0.8
NARROWEST_COLUMN = 4
# An edge that so many more rows vote for may be seen one row farther away.
MANY = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a row (half-open) and the edge of its column."""

    start: int
    end: int
    edge: Edge


@dataclass(frozen=True)
class Row:
    """A row of a page, and what is known of each of its characters."""

    value: str

    @cached_property
    def fragments(self) -> list[tuple[int, int]]:
        """What wide white space parts (half-open)."""
        return list(fragments(self.value))

    @cached_property
    def widths(self) -> list[float]:
        """How wide, in ems, what stands before each offset is."""
        return _sums(self.value, NARROW, 1.0, -0.5)

    @cached_property
    def soft(self) -> list[float]:
        """How many characters before each offset can be squeezed."""
        return _sums(self.value, SOFT, 0, 1)

    @cached_property
    def letters(self) -> list[float]:
        """How many letters and digits stand before each offset."""
        return _sums(self.value, ASCII, 0, 1)

    @cached_property
    def inked(self) -> list[int]:
        """Where the last inked character before each offset ends; 0 when there is none."""
        return [0, *accumulate((at * (mark != " ") for at, mark in enumerate(self.value, 1)), max)]

    @cached_property
    def holes(self) -> tuple[list[int], list[int]]:
        """Where the wide white space inside the row begins, and where it ends."""
        found = list(HOLE.finditer(self.value))
        return [hole.start() for hole in found], [hole.end() for hole in found]


def _sums(value: str, marked: re.Pattern[str], each: float, more: float) -> list[float]:
    """Sums over the characters before each offset: `each` for any, `more` added for those that a pattern marks."""
    found = [each] * len(value)
    for match in marked.finditer(value):
        found[match.start()] += more
    return [0.0, *accumulate(found)]


def cut_row(row: Row, number: int, edges: Sequence[Edge]) -> tuple[Cut, ...]:
    """The pieces of a row, from left to right."""
    return _Cutter(row, number, tuple(_active(row, number, edges))).cuts() if row.fragments else ()


def _active(row: Row, number: int, edges: Sequence[Edge]) -> list[Edge]:
    """The edges that a row may have pieces at: no two for one column, those that surely run through the row first."""
    near = [edge for edge in edges if edge.first - NEAR <= number <= edge.last + NEAR]
    starts = {start for start, _ in row.fragments}
    near.sort(
        key=lambda edge: (
            edge.votes < VOTES,
            edge.at not in starts,
            _away(edge, number) > 0,
            _away(edge, number) * MANY - min(edge.votes, MANY**2),
            edge,
        )
    )
    chosen: list[Edge] = []
    for edge in near:
        if not any(_overlap(*sorted((edge, other))) for other in chosen):
            chosen.append(edge)
    for start, end in row.fragments:
        if not any(edge.at - MOST_HANGING <= start < edge.at + max(edge.measure, NARROWEST_COLUMN) for edge in chosen):
            chosen.append(Edge(start, number, number, 0, row.widths[end] - row.widths[start]))
    return sorted(chosen)


def _away(edge: Edge, number: int) -> int:
    """How many rows away from a row an edge is seen."""
    return max(0, edge.first - number, number - edge.last)


def _overlap(left: Edge, right: Edge) -> bool:
    return right.at - left.at < max(NARROWEST_COLUMN, OVERLAP * left.measure)


@dataclass(frozen=True)
class _Cutter:
    """A row, its number, and the edges that it may have pieces at."""

    row: Row
    number: int
    edges: tuple[Edge, ...]

    def cuts(self) -> tuple[Cut, ...]:
        """The likeliest pieces."""
        best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
        first, *others = self.starts
        for column, edge in enumerate(self.edges):
            best[first, column] = (self._begins(first, edge), None)
        for start in others:
            found = {}
            columns = list(self._columns_at(start))
            ended = [
                (before, cost + self._piece(before, start))
                for before, (cost, _) in best.items()
                if columns and before[1] < columns[-1] and cost < LARGE
            ]
            for column in columns:
                ways = [
                    (cost + self._cut(before, start, column), before) for before, cost in ended if before[1] < column
                ]
                if ways:
                    found[start, column] = min(ways)
            best |= found
        stop = self.row.inked[-1]
        last = min(best, key=lambda key: best[key][0] + self._piece(key, stop))
        return tuple(self._trace(best, last, stop))[::-1]

    def _columns_at(self, start: int) -> Iterator[int]:
        """The columns, but for the first, that a piece may be in which begins there."""
        for column, edge in enumerate(self.edges):
            if column and edge.at - MOST_SHIFT <= start <= edge.at + max(edge.measure, MOST_INDENT):
                yield column

    def _trace(
        self, best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]], last: tuple[int, int], stop: int
    ) -> Iterator[Cut]:
        at: tuple[int, int] | None = last
        while at:
            yield Cut(at[0], self._end(at[0], stop), self.edges[at[1]])
            stop, at = at[0], best[at][1]

    @cached_property
    def starts(self) -> list[int]:
        """Where a piece may begin: after a blank, or at an edge."""
        row, edges = self.row.value, {edge.at for edge in self.edges}
        first = self.row.fragments[0][0]
        inked = (at for at in range(first, len(row)) if row[at] != " ")
        return [at for at in inked if at == first or row[at - 1] == " " or at in edges]

    @cached_property
    def _crossed(self) -> list[int]:
        """The edges that a blank stands before."""
        return [edge.at for edge in self.edges if self.row.value[edge.at - 1 : edge.at] == " "]

    @cached_property
    def _parted(self) -> list[int]:
        """Where a piece may begin after a blank."""
        return [at for at in self.starts if self.row.value[at - 1 : at] == " "]

    def _end(self, start: int, stop: int) -> int:
        """Where the piece from `start` to before `stop` has its last inked character."""
        return max(start, self.row.inked[stop])

    def _range(self, start: int, end: int) -> tuple[float, float]:
        """How narrow and how wide a part of the row may have been set, in ems."""
        row = self.row
        width = row.widths[end] - row.widths[start]
        letters = LETTER * (row.letters[end] - row.letters[start])
        return width - SQUEEZE * (row.soft[end] - row.soft[start]) - letters - MORE, width + letters

    def _fills(self, start: int, end: int, edge: Edge) -> bool:
        """Whether a piece fills its column, perhaps as an indented first line."""
        low, high = self._range(start, end)
        return low <= edge.measure <= high + LACKS or low <= edge.measure - INDENT <= high + LACKS

    def _begins(self, start: int, edge: Edge) -> float:
        """What it costs that a piece which white space stands before begins in a column."""
        offset = start - edge.at
        cost = self._stands(edge)
        if offset < -MOST_HANGING:
            return cost + LEFT - offset * SHIFT
        if offset > max(edge.measure, MOST_INDENT):
            return cost + LEFT + offset * SHIFT
        return cost + (0.0 if not offset else INDENTED if offset <= MOST_INDENT else CENTRED)

    def _stands(self, edge: Edge) -> float:
        """What it costs that a row has a piece at an edge at all."""
        return (WEAK if edge.votes < VOTES else 0.0) + (0.0 if edge.first <= self.number <= edge.last else BEYOND)

    def _cut(self, before: tuple[int, int], start: int, column: int) -> float:
        """What it costs to end a piece where another one starts."""
        edge = self.edges[column]
        end = self._end(before[0], start)
        skipped = column - before[1] - 1
        if start - end > 1:
            return self._begins(start, edge) + SKIPPED * skipped
        cost = self._stands(edge) + JUMPED * skipped
        full = self._fills(before[0], end, self.edges[before[1]])
        offset = abs(start - edge.at)
        if start == end:
            return cost + (GLUED if full and not offset and edge.first <= self.number <= edge.last else LARGE)
        if full:
            return cost + (OFF + SHIFT * offset if offset else 0.0)
        return cost + (SHORT if offset else SHORT / 3)

    def _piece(self, at: tuple[int, int], stop: int) -> float:
        """What it costs that a part of the row is one piece."""
        start, end, edge = at[0], self._end(at[0], stop), self.edges[at[1]]
        begun, ended = self.row.holes
        cost = HOLED * max(0, bisect_left(ended, end) - bisect_right(begun, start))
        cost += CROSSED * (bisect_left(self._crossed, end) - bisect_right(self._crossed, start))
        indent = min(INDENT, start - edge.at) if 0 < start - edge.at <= MOST_INDENT else 0.0
        over = self._range(start, end)[0] - (edge.measure - indent if edge.measure else LARGE)
        if over > 1:
            cost += min(over * WIDE, WIDEST) + over * WIDER
            inside = self._parted[bisect_right(self._parted, start) : bisect_left(self._parted, end)]
            cost += UNCUT * any(self._fills(start, self._end(start, blank), edge) for blank in inside)
        return cost
