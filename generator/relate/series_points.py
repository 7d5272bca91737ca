"""The points of a series: a value for each article and time, what changed between them, and what cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ..model import Point, Step
from .series_reading import Reading, is_flow, is_loose, is_total

SAME_LENGTH = 3  # days by which two spans may differ and be of one length: 28 to 31 days are a month
RECKONED = frozenset({"count", "amount"})
ADDED = "added"  # 目前新增13个 tells no first day; 目前建成13个 is what stands now
PRINTED = frozenset({"page", "open"})

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
            order = (first.end or date.max, first.issued or date.max, first.start or date.max, places[first.article])
            found.append(_Placed(point, first, order))
    return found


def _value(one: Reading) -> Value:
    return one.figure.value, one.figure.value_max


def _compared(placed: Sequence[_Placed]) -> tuple[Point, ...]:
    made = [one.point for one in placed[:1]]
    last = dict.fromkeys([_length(one.point) for one in placed[:1]], 0)  # of each length of days the last point
    for place, after in enumerate(placed[1:], 1):
        length = _length(after.point)
        near = [last[other] for other in last if abs(other - length) <= SAME_LENGTH and (other < 0) == (length < 0)]
        before = placed[max(near, default=place - 1)]
        last[length] = place
        relation = _relation(before, after)
        why_not = "" if relation in {"repeats", "rough"} else _why_not(before, after, relation)
        step = _step(before, after) if relation == "develops" and not why_not else None
        against = before.point.figure
        made.append(replace(after.point, relation=relation, step=step, why_not=why_not, against=against))
    return tuple(made)


def _relation(before: _Placed, after: _Placed) -> str:
    """How a point stands to the one that it is compared with."""
    first, second = before.point, after.point
    same_length, about = _of_one_length(first, second), _is_rough(before) or _is_rough(after)
    if _value(before.reading) == _value(after.reading):
        same = "rough" if about else "repeats"
        return same if same_length else "apart"
    if first.end is None or first.start is None or second.end is None or second.start is None:
        return "unclear"
    if _is_loose(before, after):
        return "unclear"
    if (first.start, first.end) == (second.start, second.end) and _is_known(before, after):
        return "unclear" if about else "contradicts"
    spans = _is_span(first) and _is_span(second)
    later = first.end < second.start or (spans and first.end < second.end and first.start <= second.start)
    other = "unclear" if same_length else "apart"
    return "develops" if later else other


def _is_known(before: _Placed, after: _Placed) -> bool:
    """Whether two points with the same days are of the same time: days that are printed and over, or one single day."""
    first, second = before.point, after.point
    if first.dated_by == second.dated_by == "page":
        return True
    return first.start == first.end and not (_is_of_unknown_days(before) or _is_of_unknown_days(after))


def _is_loose(before: _Placed, after: _Placed) -> bool:
    """Whether two wordings are only nearly the same."""
    return before.reading.printed != after.reading.printed and is_loose(after.reading.indicator.thing)


def _is_rough(one: _Placed) -> bool:
    return any(figure.qualifier is not None or figure.value_max is not None for figure in one.point.figures)


def _is_span(point: Point) -> bool:
    """Whether the value is that of a printed span of time (上半年), not of a day."""
    return point.dated_by in PRINTED and (point.dated_by == "open" or point.start != point.end)


def _is_of_unknown_days(one: _Placed) -> bool:
    """Whether a value grew within days that are not printed: 完成投资80亿元, of the month or since January."""
    if one.point.dated_by in PRINTED or is_total(one.reading):
        return False
    if one.point.dated_by == "now" and one.point.figure.kind == "count":
        return ADDED in one.reading.indicator.states
    return is_flow(one.reading)


def _may_begin_anew(before: _Placed, after: _Placed) -> bool:
    """Whether two totals of what grows may be reckoned from other first days, as each year begins at nothing again."""
    if _is_span(before.point) or _is_span(after.point) or not is_flow(after.reading):
        return False
    years = {day.year for one in (before, after) for day in (one.point.start, one.point.end) if day}
    return len(years) > 1


def _why_not(before: _Placed, after: _Placed, relation: str) -> str:
    """Why nothing is reckoned between two points; empty when it can be."""
    reasons = {
        "other_name": _is_loose(before, after),
        "same_time": relation == "contradicts",
        "unknown_days": _is_of_unknown_days(before) or _is_of_unknown_days(after) or _may_begin_anew(before, after),
        "other_span": not _of_one_length(before.point, after.point),
        "undated": relation == "unclear",
        "rough": _is_rough(before) or _is_rough(after),
        "no_count": after.reading.figure.kind not in RECKONED,
    }
    return next((f"series.{name}" for name, holds in reasons.items() if holds), "")


def _of_one_length(first: Point, second: Point) -> bool:
    if not (_is_span(first) or _is_span(second)):
        return True
    if not (_is_span(first) and _is_span(second)):
        return False
    return abs(_length(first) - _length(second)) <= SAME_LENGTH


def _length(point: Point) -> int:
    """How many days a value's span has behind its first; -1 where it is that of a day."""
    return (point.end - point.start).days if _is_span(point) and point.start and point.end else -1


def _step(before: _Placed, after: _Placed) -> Step | None:
    earlier, later = before.reading.figure.value, after.reading.figure.value
    if earlier is None or later is None:
        return None
    counts = after.reading.figure.kind == "count" and earlier > 0
    return Step(later - earlier, (later - earlier) / earlier if counts else None)
