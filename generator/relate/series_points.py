"""The points of a series: a value for each article and time, what changed between them, and what cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ..model import Point, Step
from .series_reading import Reading, is_loose

SAME_LENGTH = 3  # days by which two spans may differ and be of one length: 28 to 31 days are a month
RECKONED = frozenset({"count", "amount"})

Days = tuple[date | None, date | None]
Value = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point, the reading that it was made of, and what it is sorted by."""

    point: Point
    reading: Reading
    order: tuple[object, ...]


def points(group: Iterable[Reading], places: Mapping[str, int]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The points that are reported and those that are only planned, each in the order of time.

    `places`: where each article stands in the order of the articles' ids.
    """
    told: dict[bool, dict[tuple[str, Days], list[Reading]]] = {True: defaultdict(list), False: defaultdict(list)}
    for one in group:
        told[one.figure.status == "reported"][one.article, (one.start, one.end)].append(one)
    reported = sorted(_placed(told[True].values(), places), key=lambda one: one.order)
    planned = sorted(_placed(told[False].values(), places), key=lambda one: one.order)
    return _compared(reported), tuple(replace(one.point, relation="first") for one in planned)


def _placed(groups: Iterable[Sequence[Reading]], places: Mapping[str, int]) -> list[_Placed]:
    """A point for each article and time; none where the article prints two values: it is not known which is meant."""
    found: list[_Placed] = []
    for group in groups:
        first = group[0]
        if len({_value(one) for one in group}) == 1:
            figures = tuple(one.figure for one in group)
            point = Point(first.article, figures, first.sentence, first.start, first.end, first.dated_by)
            order = (first.end or date.max, first.start or date.max, places[first.article])
            found.append(_Placed(point, first, order))
    return found


def _value(one: Reading) -> Value:
    return one.figure.value, one.figure.value_max


def _compared(placed: Sequence[_Placed]) -> tuple[Point, ...]:
    made = [one.point for one in placed[:1]]
    for before, after in pairwise(placed):
        relation = _relation(before, after)
        why_not = "" if relation == "repeats" else _why_not(before, after, relation)
        step = _step(before, after) if relation == "develops" and not why_not else None
        made.append(replace(after.point, relation=relation, step=step, why_not=why_not))
    return tuple(made)


def _relation(before: _Placed, after: _Placed) -> str:
    """How a point stands to the one before it."""
    if _value(before.reading) == _value(after.reading):
        return "repeats"
    first, second = before.point, after.point
    if first.end is None or first.start is None or second.end is None or second.start is None:
        return "unclear"
    if _is_loose(before, after):
        return "unclear"
    if (first.start, first.end) == (second.start, second.end) and _is_known(first, second):
        return "unclear" if _is_rough(before) or _is_rough(after) else "contradicts"
    spans = _is_span(first) and _is_span(second)
    later = first.end < second.start or (spans and first.end < second.end and first.start <= second.start)
    return "develops" if later else "unclear"


def _is_known(first: Point, second: Point) -> bool:
    """Whether two points with the same days are of the same time: a day that is printed, or one single day."""
    printed = first.dated_by == second.dated_by == "page"
    return printed or first.start == first.end


def _is_loose(before: _Placed, after: _Placed) -> bool:
    """Whether two wordings are only nearly the same."""
    return before.reading.printed != after.reading.printed and is_loose(after.reading.indicator.thing)


def _is_rough(one: _Placed) -> bool:
    return any(figure.qualifier is not None or figure.value_max is not None for figure in one.point.figures)


def _is_span(point: Point) -> bool:
    """Whether the value is that of a printed span of time (上半年), not of a day."""
    return point.dated_by == "page" and point.start != point.end


def _why_not(before: _Placed, after: _Placed, relation: str) -> str:
    """Why nothing is reckoned between two points; empty when it can be."""
    reasons = {
        "other_name": _is_loose(before, after),
        "same_time": relation == "contradicts",
        "undated": relation == "unclear",
        "rough": _is_rough(before) or _is_rough(after),
        "no_count": after.reading.figure.kind not in RECKONED,
        "other_span": not _of_one_length(before.point, after.point),
    }
    return next((f"series.{name}" for name, holds in reasons.items() if holds), "")


def _of_one_length(first: Point, second: Point) -> bool:
    if not (_is_span(first) or _is_span(second)):
        return True
    if not (_is_span(first) and _is_span(second)):
        return False
    return abs(_length(first) - _length(second)) <= SAME_LENGTH


def _length(point: Point) -> int:
    return (point.end - point.start).days if point.start and point.end else 0


def _step(before: _Placed, after: _Placed) -> Step | None:
    earlier, later = before.reading.figure.value, after.reading.figure.value
    if earlier is None or later is None:
        return None
    counts = after.reading.figure.kind == "count" and earlier > 0
    return Step(later - earlier, (later - earlier) / earlier if counts else None)
