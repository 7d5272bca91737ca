"""Many dated sentences, counted: by month, quarter, year or longer, a row of columns for each paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from ..words import Words
from .lanes import NAME, Lane
from .svg import Svg, bar, drawing, line, width_of, words

SPANS = (1, 3, 12, 60, 120, 600)  # months in a column
COLUMN = 30.0
HIGH = 60.0


def months_drawn(
    lanes: Sequence[Lane], held: Iterable[tuple[int, date]], width: float, say: Words, title: tuple[str, str]
) -> Svg | None:
    """How many of `held` (lane, first day) begin in each stretch; the columns of all lanes are to one scale.

    `title`: what is read out instead of it, in short and at length. None where there is nothing.
    """
    listed = [(lane, day.year * 12 + day.month - 1) for lane, day in held]
    if not listed:
        return None
    left = max(width_of(lane.name[:6], NAME) for lane in lanes) + 16
    first, last = min(month for _, month in listed), max(month for _, month in listed)
    span = next((span for span in SPANS if (last - first + span) / span * COLUMN <= width - left), SPANS[-1])
    begins = first - first % span
    counts = Counter((lane, (month - begins) // span) for lane, month in listed)
    most = max(counts.values())
    wide = min(64.0, (width - left) / ((last - begins) // span + 1))
    parts: list[Svg] = []
    y = 4.0
    for index, lane in enumerate(lanes):
        y += HIGH + 30
        parts.append(words(0, y, lane.name[:6], kind=f"lane c{lane.colour}"))
        parts.append(line(left, y, left + wide * ((last - begins) // span + 1), y, f"lane c{lane.colour}"))
        for column, count in sorted((place, count) for (home, place), count in counts.items() if home == index):
            high = max(2.0, HIGH * count / most)
            x = left + column * wide
            parts.append(bar(x + 3, y - high, wide - 6, high, f"c{lane.colour}"))
            parts.append(words(x + wide / 2, y - high - 4, str(count), kind="t-3", anchor="middle"))
    parts += _below(say, left, wide, y + 18, range(begins, last + 1, span))
    return drawing(width, y + 26, *title, *parts)


def _below(say: Words, left: float, wide: float, y: float, months: range) -> Iterable[Svg]:
    """The names of the columns, as many as have room."""
    end = float("-inf")
    for column, month in enumerate(months):
        key = "year" if months.step >= 12 or month % 12 == 0 or column == 0 else "month_short"
        name = say("month" if key == "year" and months.step < 12 else key, year=month // 12, month=month % 12 + 1)
        x = left + column * wide + wide / 2
        half = width_of(name, 12) / 2
        if x - half > end + 6 or column == 0:
            end = x + half
            yield words(x, y, name, kind="t-3", anchor="middle")
