"""Columns that a dump prints side by side on its lines, one below the other again.

Some extractors keep a page's layout: each line of the dump holds a line of every column, parted by blanks. Such a page
is told by its white space alone; any other page is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Seed
from ..text import is_blank
from .columns_edges import is_side_by_side
from .columns_order import Strip, in_order
from .columns_settle import cut_rows

# Columns whose measures differ by more ems do not carry the same article.
UNLIKE = 1.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters `start` to `end` (half-open, of the seed): a line of a column, under `gap` blank lines."""

    start: int
    end: int
    gap: int


def unroll(seed: Seed) -> tuple[Stretch, ...]:
    """The lines of a page's columns as they are read; none when its columns do not stand side by side."""
    rows = ["".join(" " if is_blank(character) else character for character in line.value) for line in seed.lines()]
    if not is_side_by_side(rows):
        return ()
    strips = in_order(rows, cut_rows(rows))
    return tuple(_stretches(seed, strips))


def _stretches(seed: Seed, strips: Iterator[Strip]) -> Iterator[Stretch]:
    above: Strip | None = None
    for strip in strips:
        gap = 0 if above is None or _goes_on(above, strip) else 1
        for number, cut in strip.cuts:
            begins = seed.line_starts[number]
            yield Stretch(begins + cut.start, begins + cut.end, gap)
            gap = 0
        above = strip


def _goes_on(above: Strip, strip: Strip) -> bool:
    """Whether a strip is the next column of the one read before it."""
    beside = above.right <= strip.left and strip.top <= above.bottom and above.top <= strip.bottom
    return beside and abs(above.measure - strip.measure) <= UNLIKE
