"""The order in which pieces are read whose columns stand side by side: band after band, column after column.

Pieces that stand below each other at one edge are a strip. Strips are parted by the white space that runs across or
down between them, the largest regions first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .columns_rows import Cut

# Rows with ink that may lie between two pieces of a strip.
APART = 9


@dataclass(frozen=True, slots=True)
class Strip:
    """Pieces below each other, with their rows: from row `top` to `bottom` (included), offset `left` to `right`."""

    top: int
    bottom: int
    left: int
    right: int
    cuts: tuple[tuple[int, Cut], ...]

    @property
    def measure(self) -> float:
        """The measure of its column."""
        return self.cuts[-1][1].edge.measure


def in_order(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> Iterator[Strip]:
    """The strips of a page as they are read."""
    return _read(strips_of(rows, cuts))


def strips_of(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> list[Strip]:
    """The strips of a page; a line that runs across several columns parts those above it from those below."""
    open_strips: dict[int, list[tuple[int, Cut]]] = {}
    done: list[Strip] = []
    inked = 0
    seen: dict[int, int] = {}
    for number, row in enumerate(rows):
        inked += bool(row.strip())
        for place, cut in enumerate(cuts[number]):
            right = cuts[number][place + 1].edge.at if place + 1 < len(cuts[number]) else None
            crossed = [at for at in open_strips if _ends(at, open_strips[at], cut, right) or inked - seen[at] > APART]
            done += [_strip(open_strips.pop(at)) for at in crossed]
            open_strips.setdefault(cut.edge.at, []).append((number, cut))
            seen[cut.edge.at] = inked
    return [*done, *(_strip(cuts) for cuts in open_strips.values())]


def _ends(at: int, strip: Sequence[tuple[int, Cut]], cut: Cut, right: int | None) -> bool:
    """Whether a piece ends a strip above it: it runs across the strip's edge, or its column is another one."""
    edge = strip[-1][1].edge
    if at == cut.edge.at:
        return abs(edge.measure - cut.edge.measure) > 1.5 and edge.first != cut.edge.first
    return cut.edge.at < at < cut.end - 1 and (right is None or right > at)


def _strip(cuts: Sequence[tuple[int, Cut]]) -> Strip:
    left = cuts[0][1].edge.at
    widths = sorted(cut.end - cut.start for _, cut in cuts)
    usual = widths[len(widths) * 3 // 4]
    return Strip(cuts[0][0], cuts[-1][0], left, left + usual, tuple(cuts))


def _read(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Strips band after band, and within a band from left to right."""
    bands = _parted(sorted(strips, key=lambda strip: strip.top), lambda strip: (strip.top, strip.bottom))
    for band in bands:
        columns = _parted(sorted(band, key=lambda strip: strip.left), lambda strip: (strip.left, strip.right - 1))
        if len(bands) == len(columns) == 1:
            yield from sorted(band, key=lambda strip: (strip.left, strip.top))
        else:
            for column in columns:
                yield from _read(column) if len(column) < len(strips) else column


def _parted(strips: Sequence[Strip], ends: Callable[[Strip], tuple[int, int]]) -> list[list[Strip]]:
    """The strips, in their order, in groups that share no row (or no offset)."""
    groups: list[list[Strip]] = []
    reach = -1
    for strip in strips:
        first, last = ends(strip)
        if groups and first <= reach:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        reach = max(reach, last)
    return groups
