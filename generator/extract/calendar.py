"""What a row of time words means, counted from a given day.

Every function here takes the stretch of days that the words before it left (or None at the beginning) and narrows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..rules import Rule

DIGITS = "〇一二三四五六七八九"
FAR = 15  # a bare 15日 is taken for the nearest one only when that is at most so many days away


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days `start` to `end`, both included, and how precisely they were named (as in `Date`)."""

    start: date
    end: date
    precision: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the day it is counted from, what was named before, whether it is planned.

    `sentence`, `paragraph`: the last stretch of days that each of the two has named; None when there is none.
    """

    today: date | None
    sentence: Stretch | None = None
    paragraph: Stretch | None = None
    planned: bool = False


Step = tuple[Rule, re.Match[str]]
Reader = Callable[[Stretch | None, Step, Setting], Stretch | None]


def read_row(row: tuple[Step, ...], setting: Setting, *, inside: Stretch | None = None) -> Stretch | None:
    """The days that a row of time words means, each narrowing the one before it; None when they cannot be known.

    `inside`: what the row goes on from (the first half of a range), else None.
    """
    known = inside
    for step in row:
        known = READERS[step[0].more["unit"]](known, step, setting)
        if known is None:
            return None
    return known


def number(written: str) -> int:
    """The number that Arabic digits or Chinese numerals up to 99 mean; a row of numerals is read as digits."""
    if written.isdecimal():
        return int(written)
    plain = written.replace("零", "〇").replace("○", "〇").replace("两", "二")
    if "十" in plain:
        tens, _, ones = plain.partition("十")
        return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)
    return int("".join(str(DIGITS.index(letter)) for letter in plain))


def _number(step: Step, name: str) -> int:
    written = step[1].groupdict().get(name) or step[0].more[name]
    return number(written)


def whole_year(year: int) -> Stretch:
    """All days of a year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year")


def months_of(year: int, first: int, last: int, precision: str) -> Stretch:
    """All days from the month `first` to the month `last` of a year."""
    return Stretch(date(year, first, 1), _last_day(date(year, last, 1)), precision)


def _last_day(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _year(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known
    if "shift" not in step[0].more:
        return whole_year(_number(step, "year"))
    return whole_year(setting.today.year + int(step[0].more["shift"])) if setting.today else None


def _years(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, setting
    first, last = _number(step, "year"), _number(step, "last")
    return Stretch(date(first, 1, 1), date(last, 12, 31), "range") if first < last else None


def _full_date(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, setting
    return _one_day(_number(step, "year"), _number(step, "month"), _number(step, "day"))


def _short_year(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known
    if setting.today is None:
        return None
    ahead = setting.today.year + 1
    return whole_year(ahead - (ahead - _number(step, "year")) % 100)


def _same_year(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, step
    said = setting.paragraph
    return whole_year(said.start.year) if said and said.start.year == said.end.year else None


def _months(first: int, last: int, precision: str, known: Stretch | None, setting: Setting) -> Stretch | None:
    if known is not None:
        return months_of(known.start.year, first, last, precision)
    return _nearest(first, last, precision, setting)


def _nearest(first: int, last: int, precision: str, setting: Setting) -> Stretch | None:
    """Months without a year: those of the issue's year, unless the paragraph has just spoken of another one.

    Then they go on from it within one sentence (去年9月…12月); else the year is not known.
    """
    own = _by_issue(first, last, precision, setting)
    said = setting.sentence or setting.paragraph
    if said is None or said.start.year != said.end.year or (own and own.start.year == said.start.year):
        return own
    if setting.sentence and said.precision != "year" and first >= said.end.month:
        return months_of(said.start.year, first, last, precision)
    return own if setting.planned else None


def _by_issue(first: int, last: int, precision: str, setting: Setting) -> Stretch | None:
    """Months of the issue's year; what would lie ahead of it without being planned is December seen from January."""
    today = setting.today
    if today is None:
        return None
    found = months_of(today.year, first, last, precision)
    if found.start <= today:
        turned = setting.planned and today.month >= 11 and last <= 2
        return months_of(today.year + 1, first, last, precision) if turned else found
    if setting.planned:
        return found
    return months_of(today.year - 1, first, last, precision) if today.month <= 2 and first >= 10 else None


def _half(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    first = 1 if step[1]["half"] == step[0].more["first_half"] else 7
    return _months(first, first + 5, "half", known, setting)


def _quarter(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    which = number(step[1]["quarter"]) if step[1]["quarter"] else 1
    return _months(which * 3 - 2, which * 3, "quarter", known, setting)


def _quarters(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    return _months(1, number(step[1]["last"]) * 3, "range", known, setting)


def _some_months(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    first, last = _number(step, "first"), _number(step, "last")
    return _months(first, last, "range", known, setting) if first < last else None


def _year_end(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del step
    return _months(10, 12, "range", known, setting)


def _month(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    which = _number(step, "month")
    if known is None or known.precision == "year":
        return _months(which, which, "month", known, setting)
    year = known.end.year + (which < known.end.month)  # the far end of a range: 去年11月至3月
    return months_of(year, which, which, "month")


def _month_shift(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known
    if setting.today is None:
        return None
    count = setting.today.year * 12 + setting.today.month - 1 + int(step[0].more["shift"])
    return months_of(count // 12, count % 12 + 1, count % 12 + 1, "month")


def _some_days(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    first, last = _number(step, "first"), _number(step, "last")
    month = known or _this_month(first, setting)
    if month is None or first >= last:
        return None
    final = _last_day(month.end).day
    if first > final:
        return None
    return Stretch(month.end.replace(day=first), month.end.replace(day=min(last, final)), "range")


def _month_end(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del step
    month = known or _this_month(28, setting)
    return month and Stretch(month.end.replace(day=21), _last_day(month.end), "range")


def _day(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    written = step[1]["day"] or step[1]["hand"]
    if known and known.precision in {"year", "half", "quarter"}:
        return None
    month = known or _this_month(number(written), setting)
    return month and _one_day(month.end.year, month.end.month, number(written))


def _one_day(year: int, month: int, day: int) -> Stretch | None:
    if day > _last_day(date(year, month, 1)).day:
        return None
    only = date(year, month, day)
    return Stretch(only, only, "day")


def _this_month(day: int, setting: Setting) -> Stretch | None:
    """The month of a day that stands without one: of the sentence's date, else the nearest to the day of the issue."""
    said = setting.sentence
    if said and (said.start.year, said.start.month) == (said.end.year, said.end.month):
        return months_of(said.end.year, said.end.month, said.end.month, "month")
    if setting.today is None:
        return None
    near = (setting.today + timedelta(days=shift) for shift in _near_shifts(planned=setting.planned))
    found = next((one for one in near if one.day == day), None)
    return months_of(found.year, found.month, found.month, "month") if found else None


def _near_shifts(*, planned: bool) -> range:
    return range(FAR + 1) if planned else range(0, -FAR - 1, -1)


def _day_shift(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known
    if setting.today is None:
        return None
    only = setting.today + timedelta(days=int(step[0].more["shift"]))
    return Stretch(only, only, "day")


def _same_day(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, step
    return setting.paragraph if setting.paragraph and setting.paragraph.precision == "day" else None


def _week(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known
    if setting.today is None:
        return None
    names: Mapping[str, str] = step[0].more["weeks"]
    monday = setting.today - timedelta(days=setting.today.weekday()) + timedelta(weeks=int(names[step[1]["week"]]))
    weekday = step[1]["weekday"]
    if weekday is None:
        return Stretch(monday, monday + timedelta(days=6), "range")
    only = monday + timedelta(days=min(6, step[0].more["weekdays"].index(weekday)))
    return Stretch(only, only, "day")


def _decade(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known
    century = step[1]["century"]
    counted = (century or "").removesuffix(step[0].more["century"])
    if century is None:
        hundreds = 1900
    elif counted in step[0].more["last_century"]:
        if setting.today is None:
            return None
        hundreds = (setting.today.year // 100 - 1) * 100
    else:
        hundreds = (number(counted) - 1) * 100
    first = hundreds + number(step[1]["decade"])
    return Stretch(date(first, 1, 1), date(first + 9, 12, 31), "range")


def _plan(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, setting
    first = int(step[0].more["zero"]) + 5 * number(step[1]["plan"])
    return Stretch(date(first, 1, 1), date(first + 4, 12, 31), "range")


def _time(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del step, setting
    return known


def _vague(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, step, setting
    return None


def until(stretch: Stretch, last: date) -> Stretch | None:
    """From the beginning of a stretch to the day `last`; None when it lies ahead of it."""
    return replace(stretch, end=last, precision="range") if stretch.start <= last else None


READERS: Mapping[str, Reader] = {
    "year": _year,
    "years": _years,
    "date": _full_date,
    "short_year": _short_year,
    "same_year": _same_year,
    "half": _half,
    "quarter": _quarter,
    "quarters": _quarters,
    "months": _some_months,
    "year_end": _year_end,
    "month": _month,
    "month_shift": _month_shift,
    "days": _some_days,
    "month_end": _month_end,
    "day": _day,
    "day_shift": _day_shift,
    "same_day": _same_day,
    "week": _week,
    "decade": _decade,
    "plan": _plan,
    "time": _time,
    "lunar": _vague,
    "vague": _vague,
}
