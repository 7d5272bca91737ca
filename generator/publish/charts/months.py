"""Many dated sentences, counted: a column for each month (or year, or decade), a row of columns for each paper.

The columns are those in which most begins; all that is earlier has one column, and all that is later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..words import Words
from .lanes import NAME, Lane, called
from .svg import Svg, bar, drawing, line, width_of, words

UNITS = ((1, 42.0), (12, 46.0), (120, 58.0))  # months in a column, and how wide its name is
WIDEST = 64.0
MOST_OF_IT = 0.6
HIGH = 60.0
MONTH, YEAR = 1, 12


def months_drawn(
    lanes: Sequence[Lane], held: Iterable[tuple[int, date]], width: float, say: Words, title: tuple[str, str]
) -> Svg | None:
    """How many of `held` (number of the lane, first day) begin in each column; all columns are to one scale.

    `title`: what is read out instead of it, in short and at length. None where there is nothing.
    """
    listed = [(lane, day.year * 12 + day.month - 1) for lane, day in held]
    if not listed:
        return None
    left = max(width_of(called(lane), NAME) for lane in lanes) + 16
    window = _window([month for _, month in listed], width - left)
    counts = Counter((lane, window.place(month)) for lane, month in listed)
    most, right = max(counts.values()), left + window.count * window.wide
    parts: list[Svg] = []
    y = 4.0
    for index, lane in enumerate(lanes):
        y += HIGH + 28
        parts.append(words(0, y, called(lane), kind=f"lane c{lane.colour}"))
        parts.append(line(left, y, right, y, f"lane c{lane.colour}"))
        for place, count in sorted((place, count) for (home, place), count in counts.items() if home == index):
            high, x = max(2.0, HIGH * count / most), left + place * window.wide
            parts.append(bar(x + 4, y - high, window.wide - 8, high, f"c{lane.colour}"))
            parts.append(words(x + window.wide / 2, y - high - 4, str(count), kind="t-3", anchor="middle"))
    parts += _names(say, window, left, y + 18)
    return drawing(width, y + (40 if window.unit == MONTH else 24), *title, *parts)


@dataclass(frozen=True, slots=True)
class Window:
    """The columns `first` to `last` of `unit` months each, drawn `wide` pixels wide; before and behind it one for all.

    `before`, `after`: whether there is anything.
    """

    unit: int
    first: int
    last: int
    before: bool
    after: bool
    wide: float = 0.0

    def place(self, month: int) -> int:
        """The number of a month's column from the left."""
        column = month // self.unit
        if column < self.first:
            return 0
        return self.before + min(column - self.first, self.last - self.first + 1)

    @property
    def count(self) -> int:
        """How many columns are drawn."""
        return self.last - self.first + 1 + self.before + self.after


def _window(months: Sequence[int], room: float) -> Window:
    """The columns of the finest unit that tell most of it apart, in as many as have room."""
    for unit, least in UNITS:
        window, held = _densest(sorted(month // unit for month in months), int(room / least) - 2)
        if held >= MOST_OF_IT * len(months):
            break
    found = Window(unit, *window, min(months) // unit < window[0], max(months) // unit > window[1])
    return replace(found, wide=min(WIDEST, room / found.count))


def _densest(columns: Sequence[int], most: int) -> tuple[tuple[int, int], int]:
    """The first and last column of the `most` in a row that hold most, and how many they hold; the latest of equals."""
    best, held, start = (columns[0], columns[0]), 0, 0
    for end, column in enumerate(columns):
        while column - columns[start] >= most:
            start += 1
        if end - start + 1 >= held:
            best, held = (columns[start], column), end - start + 1
    return best, held


def _names(say: Words, window: Window, left: float, y: float) -> Iterator[Svg]:
    """What each column is called; under its months, each year once."""
    keys = {MONTH: "month_short", YEAR: "year"}
    year = None
    for place in range(window.count):
        x = left + (place + 0.5) * window.wide
        month = (window.first + place - window.before) * window.unit
        beside = "months_before" if window.before and not place else ""
        beside = "months_after" if window.after and place == window.count - 1 else beside
        name = say(beside or keys.get(window.unit, "decade"), year=month // 12, month=month % 12 + 1)
        yield words(x, y, name, kind="t-3", anchor="middle")
        if window.unit == MONTH and not beside and month // 12 != year:
            year = month // 12
            yield words(x, y + 17, say("year", year=year), kind="t-3", anchor="middle")
