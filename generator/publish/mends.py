"""What repair did to a text, told from the addresses of its characters: each step can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..model import LINE_END, Seed
from ..text import Text, is_blank


class Mend(NamedTuple):
    """What the page prints from `start` on, and what is shown instead: another character, or nothing for blanks."""

    start: int
    printed: str
    shown: str

    @property
    def end(self) -> int:
        """The offset behind what is printed."""
        return self.start + len(self.printed)

    @property
    def is_fold(self) -> bool:
        """Whether it is the end of a line, which the lines of every paragraph have."""
        return bool(LINE_END.search(self.printed))


def mends(text: Text, seed: Seed) -> tuple[Mend, ...]:
    """Every step of repair in what a text takes from a page, in the order of the page."""
    swapped = (Mend(span.start, was, now) for span, was, now in text.swaps({seed.id: seed.source}))
    return tuple(sorted((*swapped, *_left_out(text, seed))))


def _left_out(text: Text, seed: Seed) -> Iterator[Mend]:
    """The blanks between two characters of a text that it leaves out."""
    for before, after in pairwise(text.spans):
        blank = seed.source[before.end : after.start] if before.seed == after.seed == seed.id else ""
        if blank and all(map(is_blank, blank)):
            yield Mend(before.end, blank, "")
