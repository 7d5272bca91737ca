"""One indicator over time: its values as printed at their days, and nothing between them but a straight line.

A value that is only known to hold for some day of a stretch has a bar as long as that stretch. No axis of values: each
value stands at its dot, and the heights only tell higher from lower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..words import Words
from .days import Days, axis
from .lanes import month_names
from .svg import Svg, bar, dot, drawing, element, line, link, number, together, width_of, words

HIGH = 72.0  # from the lowest value to the highest
ABOVE = 76.0
OVER = (-56.0, 10.0)  # where words begin above a dot, and below it
VALUE, WHEN = 20.0, 12.0
SIDE = 70.0  # the words of the first and last value hang over the ends of the axis


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an indicator: its days (both ends meant), its number, its words as printed, what its day is called.

    `href`: the line that prints it; `label`: what is read out there. `planned`: not yet reached; `inferred`: the page
    does not say of which day it is; `change`: from the value before to this one, in words of the site's own.
    """

    start: date
    end: date
    amount: float
    said: str
    when: str
    href: str
    label: str
    change: str = ""
    planned: bool = False
    inferred: bool = False


Box = tuple[float, float, float, float]  # left, right, top, bottom


@dataclass(frozen=True, slots=True)
class Spot:
    """A value at its place."""

    value: Value
    x: float
    y: float


def series_drawn(values: Sequence[Value], colour: int, width: float, say: Words, title: tuple[str, str]) -> Svg | None:
    """The drawing of the values of one indicator; None where they are fewer than two, or all the same.

    `colour`: the number of the paper's colour; `title`: what is read out instead of it, in short and at length.
    """
    days = axis(((value.start, value.end) for value in values), SIDE, width - SIDE)
    if days is None or len({value.amount for value in values}) < 2:
        return None
    spots = [_spot(value, values, days) for value in sorted(values, key=lambda value: (value.start, value.end))]
    sides = [OVER[::-1] if _is_low(place, spots) else OVER for place in range(len(spots))]
    floor = ABOVE + HIGH + (78 if OVER[::-1] in sides else 30)
    boxes: list[Box] = []
    said = [part for spot, ways in zip(spots, sides, strict=True) for part in _told(spot, ways, boxes)]
    drawn = (*_months(days, floor, say), *_runs(spots, colour), *_dots(spots, days, colour), *said)
    return drawing(width, floor + 24, *title, *drawn)


def _is_low(place: int, spots: Sequence[Spot]) -> bool:
    """Whether the line leaves a spot upwards: no value beside it is lower, and one is higher."""
    beside = [spots[other].value.amount for other in (place - 1, place + 1) if 0 <= other < len(spots)]
    own = spots[place].value.amount
    return min(beside) >= own and max(beside) > own


def _spot(value: Value, values: Sequence[Value], days: Days) -> Spot:
    amounts = [one.amount for one in values]
    share = (value.amount - min(amounts)) / (max(amounts) - min(amounts))
    first, last = days.at(value.start.toordinal()), days.at(value.end.toordinal() + 1)
    return Spot(value, (first + last) / 2, ABOVE + HIGH * (1 - share))


def _months(days: Days, y: float, say: Words) -> Iterator[Svg]:
    yield line(days.left, y, days.right, y, "axis")
    yield from month_names(days, y, say)


def _runs(spots: Iterable[Spot], colour: int) -> Iterator[Svg]:
    """From each reported value to the next; a plan is no value that was reached, and no line leads to it."""
    reached = [spot for spot in spots if not spot.value.planned]
    for one, other in pairwise(reached):
        how = "inferred" if one.value.inferred or other.value.inferred else ""
        path = f"M{number(one.x)} {number(one.y)}L{number(other.x)} {number(other.y)}"
        yield element("path", class_=f"run c{colour} {how}".strip(), d=path)


def _dots(spots: Iterable[Spot], days: Days, colour: int) -> Iterator[Svg]:
    for spot in spots:
        value = spot.value
        if value.start != value.end:
            first, last = days.at(value.start.toordinal()), days.at(value.end.toordinal() + 1)
            yield bar(first, spot.y - 2, max(last - first, 4.0), 4, f"c{colour} thin")
        standing = {"hollow": value.planned, "about": value.inferred and not value.planned}
        kind = " ".join([f"c{colour}", *(kind for kind, holds in standing.items() if holds)])
        yield dot(spot.x, spot.y, 6, kind)


def _told(spot: Spot, sides: Sequence[float], boxes: list[Box]) -> Iterator[Svg]:
    """The words of a value on the first side of its dot with room (where they begin, from the dot), the change beyond.

    Without room on any, the dot and the table tell it.
    """
    value = spot.value
    wide = max(width_of(value.said, VALUE), width_of(value.when, WHEN)) + 8
    for side in sides:
        top = spot.y + side
        if not _takes(boxes, (spot.x - wide / 2, spot.x + wide / 2, top, top + 46)):
            continue
        ground = bar(spot.x - wide / 2, top + 2, wide, 42, "paper")
        when = words(spot.x, top + 14, value.when, kind="t-2", anchor="middle")
        said = words(spot.x, top + 38, value.said, kind="v", anchor="middle")
        yield together((ground, when, link(value.href, value.label, said)))
        y, more = top + (-3 if side < 0 else 60), width_of(value.change, WHEN) + 8
        if value.change and _takes(boxes, (spot.x - more / 2, spot.x + more / 2, y - 13, y + 3)):
            yield words(spot.x, y, value.change, kind="t-2", anchor="middle")
        return


def _takes(boxes: list[Box], box: Box) -> bool:
    """Whether there is room for a box; if there is, it is taken."""
    first, last, high, low = box
    if any(first < right and left < last and high < under and over < low for left, right, over, under in boxes):
        return False
    boxes.append(box)
    return True
