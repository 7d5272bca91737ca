"""Where columns begin that a dump prints side by side: the left edges that fragments of many rows share.

A row is a line of the dump; its offsets are code points from its beginning, because that is what extractors count when
they pad. White space of two blanks or more parts two columns for certain; one blank may.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .measure import MARK, SQUEEZE, width_of

SEGMENT = re.compile(r"\S+")
ASCII = re.compile(r"[!-~]")
FRAGMENT = re.compile(r"\S+(?: \S+)*")
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
PROSE = re.compile(r"[\u3400-\u9fff].*[\u3400-\u9fff]")
# So many rows hold more than one fragment where columns stand side by side.
SHARE = 0.15
LEAST_ROWS = 6
# A row of a page that keeps its layout is no longer than this.
LONGEST_ROW = 600
# Shorter fragments show no edge.
SHORTEST = 4
# So many segments of a row, and so wide in ems, are its columns' lines when they are equally wide.
FEWEST_REGULAR, LEAST_REGULAR = 3, 8.0
# Rows after which the same offset is another column's edge.
APART = 12
VOTES = 2
# A paragraph's first line is indented by two ems, which extractors print as up to four blanks.
MOST_INDENT = 4
# A mark may hang out to the left.
MOST_HANGING = 2
# Lines that hold fewer characters than others leave what follows so far left of its edge at most.
MOST_SHIFT = 10
# An edge that another one, with so many times its votes, stands close to on the right is a chance fragment.
RARE = 4
# Rows by which an edge may be seen earlier or later than its indented lines.
NEAR = 8
NARROWEST = 5.0
# How much a full line may lack, as its next word did not fit; how far a letter may be from half an em; how much more
# than its natural width a line may have.
LACKS, LETTER, MORE = 1.3, 0.12, 0.3


class Edge(NamedTuple):
    """A column's left edge: its offset, the rows it is seen in (both included), and how many of them vote for it.

    `measure`: the column's, in ems; 0 when unknown.
    """

    at: int
    first: int
    last: int
    votes: int
    measure: float = 0.0


def is_side_by_side(rows: Sequence[str]) -> bool:
    """Whether the rows of a page hold columns side by side."""
    inked = [row for row in rows if row.strip()]
    if max(map(len, inked), default=0) > LONGEST_ROW:
        return False
    wide = sum(sum(bool(PROSE.search(part)) for part in GAP.split(row)) > 1 for row in inked)
    return wide >= max(LEAST_ROWS, SHARE * len(inked))


def fragments(row: str) -> Iterator[tuple[int, int]]:
    """What white space of two blanks or more parts on a row (half-open)."""
    return (found.span() for found in FRAGMENT.finditer(row))


def find_edges(rows: Sequence[str]) -> tuple[Edge, ...]:
    """The left edges of the columns of a page, from left to right."""
    seen: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for start, end in fragments(row):
            if end - start >= SHORTEST:
                seen[start].append(number)
    runs = [(at, run) for at in sorted(seen) for run in runs_of(at, seen[at], rows)]
    found: list[tuple[int, list[int]]] = []
    for at, run in sorted(runs, key=lambda pair: (-len(pair[1]), pair)):
        _merge(found, at, run)
    for at, run in _regular(rows):
        _adopt(found, at, run)
    return tuple(sorted(Edge(at, run[0], run[-1], len(run)) for at, run in found))


def _regular(rows: Sequence[str]) -> list[tuple[int, list[int]]]:
    """Edges that rows of equally wide segments show: what follows a full line stands at its edge, or left of it."""
    found: list[tuple[int, list[int]]] = []
    for number, row in enumerate(rows):
        for start in _equal_segments(row):
            near = (place for place, (at, _) in enumerate(found) if abs(at - start) < MOST_INDENT)
            place = next((place for place in near if number - found[place][1][-1] <= NEAR), None)
            if place is None:
                found.append((start, [number]))
            else:
                at, run = found[place]
                found[place] = (max(at, start), [*run, number])
    return [(at, run) for at, run in found if len(run) > 1]


def _adopt(found: list[tuple[int, list[int]]], at: int, run: list[int]) -> None:
    """Give the rows that are regular at an offset to the edge near it that most show, or to one of their own."""
    near = [
        (-len(rows), place)
        for place, (home, rows) in enumerate(found)
        if at - MOST_INDENT <= home <= at + MOST_SHIFT and rows[0] <= run[-1] and run[0] <= rows[-1]
    ]
    if near:
        _, place = min(near)
        home, rows = found[place]
        found[place] = (home, sorted({*rows, *run}))
    else:
        found.append((at, run))


def _equal_segments(row: str) -> list[int]:
    """Where the segments of a row begin, but for the first, when all before the last can fill one measure."""
    segments = list(SEGMENT.finditer(row))
    if len(segments) < FEWEST_REGULAR:
        return []
    ranges = [set_width(segment[0]) for segment in segments]
    narrowest = max(low for low, _ in ranges)
    widest = min(high for _, high in ranges[:-1]) + LACKS
    return [segment.start() for segment in segments[1:]] if LEAST_REGULAR <= narrowest <= widest else []


def runs_of(at: int, numbers: Sequence[int], rows: Sequence[str]) -> Iterator[list[int]]:
    """The rows in which an offset is seen, cut where it is not seen for long or where a line runs across it."""
    run: list[int] = []
    for number in numbers:
        between = rows[run[-1] + 1 : number] if run else ()
        if sum(bool(row.strip()) for row in between) >= APART or any(_crosses(row, at) for row in between):
            yield run
            run = []
        run.append(number)
    yield run


def _crosses(row: str, at: int) -> bool:
    """Whether the only thing on a row is a line that runs across an offset."""
    value = row.strip()
    return len(row) - len(row.lstrip()) < at < len(row.rstrip()) and " " not in value


def _merge(found: list[tuple[int, list[int]]], at: int, run: list[int]) -> None:
    """Add the rows of an offset to the edges: indented and hanging lines belong to the edge beside them."""
    for place, (home, rows) in enumerate(found):
        near = [number for number in run if rows[0] - NEAR <= number <= rows[-1] + NEAR]
        if not near or not 0 < abs(at - home) <= MOST_INDENT:
            continue
        inside = sum(run[0] - NEAR <= number <= run[-1] + NEAR for number in rows)
        is_edge = at < home and len(near) > 1 and len(near) * RARE >= inside
        if home - at > MOST_HANGING and not is_edge:
            continue
        found[place] = (at if is_edge else home, sorted({*rows, *near}))
        run = [number for number in run if number not in near]
    if run:
        found.append((at, run))


def set_width(value: str) -> tuple[float, float]:
    """How narrow and how wide a text may be set, in ems; its blanks may be none."""
    width, letters = width_of(value), LETTER * len(ASCII.findall(value))
    return width - SQUEEZE * (len(MARK.findall(value)) + value.count(" ")) - letters - MORE, width + letters
