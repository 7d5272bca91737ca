"""Columns that a dump prints side by side on its lines, one below the other again.

Some extractors keep a page's layout: each line of the dump holds a line of every column, parted by blanks. Such a page
is told by its white space alone; any other page is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Seed
from ..text import ZERO_WIDTH
from .columns_edges import LEAST_ROWS, is_side_by_side
from .columns_order import in_order
from .columns_settle import cut_rows
from .columns_strips import Strip

BLANK = re.compile(rf"[\s{''.join(ZERO_WIDTH)}]")

# White space within a line: a page without it needs no closer look.
INNER = re.compile(r"(?<=\S)[^\S\r\n]{2,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters `start` to `end` (half-open, of the seed): a line of a column, under `gap` blank lines."""

    start: int
    end: int
    gap: int


def unroll(seed: Seed) -> tuple[Stretch, ...]:
    """The lines of a page's columns as they are read; none when its columns do not stand side by side."""
    if len(INNER.findall(seed.source)) < LEAST_ROWS:
        return ()
    rows = [BLANK.sub(" ", line.value) for line in seed.lines()]
    if not is_side_by_side(rows):
        return ()
    strips = in_order(rows, cut_rows(rows))
    return tuple(_stretches(seed, strips))


def _stretches(seed: Seed, strips: Iterator[Strip]) -> Iterator[Stretch]:
    above: Strip | None = None
    for strip in strips:
        apart = above is not None and not strip.continues(above)
        for place, (number, cut) in enumerate(strip.cuts):
            begins = seed.line_starts[number]
            yield Stretch(begins + cut.start, begins + cut.end, int(apart and not place))
        above = strip
