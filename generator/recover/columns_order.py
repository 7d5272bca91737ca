"""The order in which pieces are read whose columns stand side by side: band after band, column after column.

Strips of pieces are parted by the white space that runs across or down between them, the largest regions first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .columns_rows import Cut
from .columns_strips import Strip, strips_of


def in_order(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> Iterator[Strip]:
    """The strips of a page as they are read."""
    return _read(strips_of(rows, cuts))


def _read(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Strips band after band, and within a band from left to right."""
    bands = _parted(sorted(strips, key=lambda strip: (strip.top, strip.left)), lambda strip: (strip.top, strip.bottom))
    for band in bands:
        columns = _parted(
            sorted(band, key=lambda strip: (strip.left, strip.top)), lambda strip: (strip.left, strip.right)
        )
        if len(bands) == len(columns) == 1:
            yield from sorted(band, key=lambda strip: (strip.left, strip.top))
        else:
            for column in columns:
                yield from _read(column) if len(column) < len(strips) else column


def _parted(strips: Sequence[Strip], ends: Callable[[Strip], tuple[float, float]]) -> list[list[Strip]]:
    """The strips, in their order, in groups that share no row (or no offset)."""
    groups: list[list[Strip]] = []
    reach = -1.0
    for strip in strips:
        first, last = ends(strip)
        if groups and first < reach:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        reach = max(reach, last)
    return groups
