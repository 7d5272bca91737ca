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
from typing import NamedTuple

from .columns_edges import (
    ASCII,
    LACKS,
    LETTER,
    MORE,
    MOST_HANGING,
    MOST_INDENT,
    MOST_SHIFT,
    NEAR,
    SEGMENT,
    VOTES,
    Edge,
    fragments,
)
from .measure import INDENT, MARK, NARROW, SQUEEZE, TWO_EMS

SOFT = re.compile(f"{MARK.pattern}| ")
DASH = re.compile(TWO_EMS)
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


class Cut(NamedTuple):
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
        return _sums(self.value, 1.0, (NARROW, -0.5), (DASH, 1.0))

    @cached_property
    def squeezed(self) -> list[float]:
        """How wide it is when all is squeezed that can be."""
        soft = _sums(self.value, 0.0, (SOFT, SQUEEZE))
        return [width - less for width, less in zip(self.widths, soft, strict=True)]

    @cached_property
    def letters(self) -> list[float]:
        """How many letters and digits stand before each offset."""
        return _sums(self.value, 0.0, (ASCII, 1.0))

    def range(self, start: int, end: int) -> tuple[float, float]:
        """How narrow and how wide a part of the row may have been set, in ems."""
        letters = LETTER * (self.letters[end] - self.letters[start])
        return (
            self.squeezed[end] - self.squeezed[start] - letters - MORE,
            self.widths[end] - self.widths[start] + letters,
        )

    @cached_property
    def ends(self) -> list[int]:
        """Where its words end."""
        return [word.end() for word in SEGMENT.finditer(self.value)]

    @cached_property
    def inked(self) -> list[int]:
        """Where the last inked character before each offset ends; 0 when there is none."""
        return [0, *accumulate([at if mark != " " else 0 for at, mark in enumerate(self.value, 1)], max)]

    @cached_property
    def holes(self) -> tuple[list[int], list[int]]:
        """Where the wide white space inside the row begins, and where it ends."""
        found = list(HOLE.finditer(self.value))
        return [hole.start() for hole in found], [hole.end() for hole in found]


def _sums(value: str, each: float, *marked: tuple[re.Pattern[str], float]) -> list[float]:
    """Sums over the characters before each offset: `each` for any, and more for those that a pattern marks."""
    found = [each] * len(value)
    for pattern, more in marked:
        for match in pattern.finditer(value):
            found[match.start()] += more
    return [0.0, *accumulate(found)]


class Place(NamedTuple):
    """An edge as a row meets it; `seen`: not in rows farther off only; `stands`: what a piece there costs."""

    at: int
    measure: float
    seen: bool
    stands: float


# Where a piece begins, where it ends, and the number of its place.
Piece = tuple[int, int, int]
# The likeliest pieces of rows, by the row's number and the places that it meets.
Known = dict[tuple[int, tuple[Place, ...]], tuple[Piece, ...]]


def cut_row(row: Row, number: int, edges: Sequence[Edge], known: Known) -> tuple[Cut, ...]:
    """The pieces of a row, from left to right; `known`: what was cut before and need not be weighed again."""
    if not row.fragments:
        return ()
    active = _active(row, number, edges)
    places = tuple([_place(edge, number) for edge in active])
    if (number, places) not in known:
        known[number, places] = _Cutter(row, places).pieces()
    return tuple([Cut(start, end, active[place]) for start, end, place in known[number, places]])


def _place(edge: Edge, number: int) -> Place:
    seen = edge.first <= number <= edge.last
    return Place(edge.at, edge.measure, seen, (WEAK if edge.votes < VOTES else 0.0) + (0.0 if seen else BEYOND))


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
        if not any(_overlap(edge, other) for other in chosen):
            chosen.append(edge)
    for start, end in row.fragments:
        if not any(edge.at - MOST_HANGING <= start < edge.at + max(edge.measure, NARROWEST_COLUMN) for edge in chosen):
            chosen.append(Edge(start, number, number, 0, row.widths[end] - row.widths[start]))
    return sorted(chosen)


def _away(edge: Edge, number: int) -> int:
    """How many rows away from a row an edge is seen."""
    return max(0, edge.first - number, number - edge.last)


def _overlap(one: Edge, other: Edge) -> bool:
    """Whether two edges are too near each other to be those of two columns."""
    left, right = (one, other) if one.at <= other.at else (other, one)
    return right.at - left.at < max(NARROWEST_COLUMN, OVERLAP * left.measure)


# Where a piece begins, and the number of its place.
Begun = tuple[int, int]


@dataclass(frozen=True)
class _Cutter:
    """A row, and the places that it may have pieces at."""

    row: Row
    places: tuple[Place, ...]

    def pieces(self) -> tuple[Piece, ...]:
        """The likeliest pieces."""
        best: dict[Begun, tuple[float, Begun | None]] = {}
        first, *others = self.starts
        for column, place in enumerate(self.places):
            best[first, column] = (self._begins(first, place), None)
        for start in others:
            columns = self._columns_at(start)
            if not columns:
                continue
            ended = [
                (before, cost + self._piece(before, start))
                for before, (cost, _) in best.items()
                if before[1] < columns[-1] and cost < LARGE
            ]
            for column in columns:
                ways = [
                    (cost + self._cut(before, start, column), before) for before, cost in ended if before[1] < column
                ]
                if ways:
                    best[start, column] = min(ways)
        stop = self.row.inked[-1]
        last = min(best, key=lambda key: best[key][0] + self._piece(key, stop))
        return tuple(self._trace(best, last, stop))[::-1]

    def _columns_at(self, start: int) -> list[int]:
        """The columns, but for the first, that a piece may be in which begins there."""
        return [
            column
            for column, place in enumerate(self.places)
            if column and place.at - MOST_SHIFT <= start <= place.at + max(place.measure, MOST_INDENT)
        ]

    def _trace(self, best: dict[Begun, tuple[float, Begun | None]], last: Begun, stop: int) -> Iterator[Piece]:
        at: Begun | None = last
        while at:
            yield at[0], self._end(at[0], stop), at[1]
            stop, at = at[0], best[at][1]

    @cached_property
    def starts(self) -> list[int]:
        """Where a piece may begin: after a blank, or at an edge."""
        row, first = self.row.value, self.row.fragments[0][0]
        glued = {place.at for place in self.places if first < place.at < len(row) and row[place.at] != " "}
        return sorted({*(word.start() for word in SEGMENT.finditer(row)), *glued})

    @cached_property
    def _crossed(self) -> list[int]:
        """The edges that a blank stands before."""
        return [place.at for place in self.places if self.row.value[place.at - 1 : place.at] == " "]

    @cached_property
    def _parted(self) -> list[int]:
        """Where a piece may begin after a blank."""
        return [at for at in self.starts if self.row.value[at - 1 : at] == " "]

    @cached_property
    def _filled(self) -> dict[Begun, int]:
        """Where a piece first fills its column before a blank; asked for at every offset behind it, so kept."""
        return {}

    def _end(self, start: int, stop: int) -> int:
        """Where the piece from `start` to before `stop` has its last inked character."""
        end = self.row.inked[stop]
        return max(start, end)

    def _fills(self, start: int, end: int, measure: float) -> bool:
        """Whether a piece fills its column, perhaps as an indented first line."""
        low, high = self.row.range(start, end)
        high += LACKS
        return low <= measure <= high or low <= measure - INDENT <= high

    def _begins(self, start: int, place: Place) -> float:
        """What it costs that a piece which white space stands before begins in a column."""
        offset = start - place.at
        if offset < -MOST_HANGING:
            return place.stands + LEFT - offset * SHIFT
        if offset > max(place.measure, MOST_INDENT):
            return place.stands + LEFT + offset * SHIFT
        return place.stands + (0.0 if not offset else INDENTED if offset <= MOST_INDENT else CENTRED)

    def _cut(self, before: Begun, start: int, column: int) -> float:
        """What it costs to end a piece where another one starts."""
        place = self.places[column]
        end = self._end(before[0], start)
        skipped = column - before[1] - 1
        if start - end > 1:
            return self._begins(start, place) + SKIPPED * skipped
        cost = place.stands + JUMPED * skipped
        full = self._fills(before[0], end, self.places[before[1]].measure)
        offset = abs(start - place.at)
        if start == end:
            return cost + (GLUED if full and not offset and place.seen else LARGE)
        if full:
            return cost + (OFF + SHIFT * offset if offset else 0.0)
        return cost + (SHORT if offset else SHORT / 3)

    def _piece(self, at: Begun, stop: int) -> float:
        """What it costs that a part of the row is one piece."""
        start, place = at[0], self.places[at[1]]
        end = self._end(start, stop)
        begun, ended = self.row.holes
        cost = HOLED * max(0, bisect_left(ended, end) - bisect_right(begun, start)) if begun else 0.0
        if self._crossed:
            cost += CROSSED * (bisect_left(self._crossed, end) - bisect_right(self._crossed, start))
        indent = min(INDENT, start - place.at) if 0 < start - place.at <= MOST_INDENT else 0.0
        over = self.row.range(start, end)[0] - (place.measure - indent if place.measure else LARGE)
        if over > 1:
            cost += min(over * WIDE, WIDEST) + over * WIDER
            cost += UNCUT * (self._fills_before(at) < end)
        return cost

    def _fills_before(self, at: Begun) -> int:
        """The first blank before which a piece fills its column; the row's end when there is none."""
        if at not in self._filled:
            start, measure = at[0], self.places[at[1]].measure
            blanks = self._parted[bisect_right(self._parted, start) :]
            full = (blank for blank in blanks if self._fills(start, self._end(start, blank), measure))
            self._filled[at] = next(full, len(self.row.value))
        return self._filled[at]
