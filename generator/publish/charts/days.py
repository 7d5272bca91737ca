"""An axis of days: stretches in which something happened, at one scale, and breaks where nothing did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

EMPTY = 120  # days without anything that are not drawn
BREAK = 34.0
SHORT, FULL = 38.0, 72.0  # how wide the name of a month is, alone and with its year
STEPS = (1, 3, 6, 12, 24, 60, 120, 600)
YEAR = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days `first` to `last` (ordinals, half-open: whole months), drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: int) -> float:
        """Where the morning of a day in it lies."""
        return self.left + (day - self.first) / (self.last - self.first) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of a month, where it lies, and how it is called: `year`, `both`, `month`, or not at all.

    `row`: names that would touch stand in two rows.
    """

    day: date
    x: float
    called: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Days:
    """The whole axis, from `left` to `right`; at least one stretch."""

    stretches: tuple[Stretch, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.stretches[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.stretches[-1].right

    @property
    def first(self) -> int:
        """Its first day (ordinal)."""
        return self.stretches[0].first

    @property
    def last(self) -> int:
        """The day behind its last."""
        return self.stretches[-1].last

    def at(self, day: int) -> float:
        """Where the morning of a day (ordinal) lies: in a break, in its middle; outside, at the end of the axis."""
        ended = self.left
        for one in self.stretches:
            if day < one.first:
                return (ended + one.left) / 2
            if day <= one.last:
                return one.at(day)
            ended = one.right
        return self.right

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middle of each gap that is not drawn to scale."""
        return tuple((one.right + other.left) / 2 for one, other in pairwise(self.stretches))

    def ticks(self) -> Iterator[Tick]:
        """The firsts of months; called by name as many as have room."""
        one = self.stretches[0]
        a_month = 30.4 * (one.right - one.left) / (one.last - one.first)
        step = next((step for step in STEPS if step * a_month >= SHORT), STEPS[-1])
        free = [float("-inf"), float("-inf")]  # how far to the left names may begin, in each row
        for stretch in self.stretches:
            begun = False
            for day in _months(stretch.first, stretch.last):
                x = stretch.at(day.toordinal())
                ends = stretch.first < day.toordinal() == stretch.last < self.last
                is_due = not begun or (day.year * 12 + day.month - 1) % step == 0
                name = "year" if begun and step >= YEAR else "both" if not begun or day.month == 1 else "month"
                half = (SHORT if name == "month" else FULL) / 2
                rows = [row for row in ((0, 1) if not begun else (0,)) if x - half >= free[row]]
                if ends or not is_due or not rows:
                    yield Tick(day, x, "")
                    continue
                free[rows[0]], begun = x + half, True
                yield Tick(day, x, name, rows[0])


def axis(held: Iterable[tuple[date, date]], left: float, right: float) -> Days | None:
    """The axis that shows these spans of days (both ends meant), from `left` to `right`; None when there is none."""
    spans: list[list[int]] = []
    for start, end in sorted(held):
        first, last = start.replace(day=1).toordinal(), _after(end).toordinal()
        if spans and first - spans[-1][1] <= EMPTY:
            spans[-1][1] = max(spans[-1][1], last)
        else:
            spans.append([first, last])
    if not spans:
        return None
    gap = min(BREAK, (right - left) / 3 / len(spans))
    scale = (right - left - gap * (len(spans) - 1)) / sum(last - first for first, last in spans)
    stretches, x = [], left
    for first, last in spans:
        wide = (last - first) * scale
        stretches.append(Stretch(first, last, x, x + wide))
        x += wide + gap
    return Days(tuple(stretches))


def _after(day: date) -> date:
    """The first of the month behind a day; of the last month there is, its last day."""
    if (day.year, day.month) == (date.max.year, date.max.month):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _months(first: int, last: int) -> Iterator[date]:
    day = date.fromordinal(first)
    while day.toordinal() <= last:
        yield day
        after = _after(day)
        if after == day:
            return
        day = after
