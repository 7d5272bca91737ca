"""The days of the lunar calendar, of the solar terms and of festivals, in the years that the tables know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from ..rules import rules
from .calendar import Reader, Setting, Step, Stretch, day_of, near_day, number, one_day, part


def lunar_month(year: int, month: int, *, leap: bool = False) -> Stretch | None:
    """All days of a month of a lunar year; None when the table does not know the year, or it has no such leap month."""
    row = rules("lunar")["years"].more["of"].get(str(year))
    if row is None:
        return None
    new_year, leaps, lengths = row.split()
    if leap and int(leaps) != month:
        return None
    before = month - 1 + (leap or 0 < int(leaps) < month)
    days = [29 if length == "9" else 30 for length in lengths]
    start = date.fromisoformat(f"{year}-{new_year}") + timedelta(days=sum(days[:before]))
    return Stretch(start, start + timedelta(days=days[before] - 1), "range")


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """A day of a lunar year; None when it is not known or there is none."""
    whole = lunar_month(year, month, leap=leap)
    found = whole and whole.start + timedelta(days=day - 1)
    return found if whole and found and whole.start <= found <= whole.end else None


def term_day(name: str, year: int) -> date | None:
    """The day of a solar term; None when the table does not know the year."""
    known = rules("lunar")["terms"]
    month, first, later = known.more["of"][name].split()
    place = year - int(known.more["first"])
    return date(year, int(month), int(first) + int(later[place])) if 0 <= place < len(later) else None


def _lunar(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    named: Mapping[str, str] = step[0].more["months"]
    written = step[1]["month"]
    month = int(named[written]) if written in named else number(written)
    leap = bool(part(step, "leap"))
    if not part(step, "day"):
        return _month_in(known, month, setting, leap=leap)
    day = number(step[1]["day"])
    return _day_in(known, setting, lambda year: lunar_day(year, month, day, leap=leap))


def _month_in(known: Stretch | None, month: int, setting: Setting, *, leap: bool) -> Stretch | None:
    if known:
        return lunar_month(known.start.year, month, leap=leap)
    if setting.today is None:
        return None
    around = (lunar_month(setting.today.year + shift, month, leap=leap) for shift in (-1, 0, 1))
    found = [stretch for stretch in around if stretch]
    day = near_day(setting, lambda year: next((one.start for one in found if one.start.year == year), None))
    return next((stretch for stretch in found if stretch.start == day), None)


def _new_year(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """大年初三, or the day before the new year, both by the year that the day lies in."""
    day = number(step[1]["day"]) if part(step, "day") else 0
    return _day_in(known, setting, lambda year: _after_new_year(year, day - 1))


def _after_new_year(year: int, days: int) -> date | None:
    first = lunar_day(year, 1, 1)
    return first and first + timedelta(days=days)


def _festival(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """The day of a festival; of the time around it only the year is sure, and that only when it is printed."""
    found = _day_in(known, setting, lambda year: festival_day(step, year))
    if found is None or not part(step, "time"):
        return found
    return Stretch(found.start, found.end, "range", "year") if known else None


def _day_in(known: Stretch | None, setting: Setting, days: Callable[[int], date | None]) -> Stretch | None:
    found = days(known.start.year) if known else near_day(setting, days)
    return one_day(found) if found else None


def festival_day(step: Step, year: int) -> date | None:
    """The day on which a festival falls in a year; None when that is not known."""
    more, name = step[0].more, step[1]["festival"]
    if name in more["days"]:
        month, day = map(int, more["days"][name].split("-"))
        return date(year, month, day)
    if name in more["lunar_days"]:
        month, day = map(int, more["lunar_days"][name].split("-"))
        return lunar_day(year, month, day)
    if name in more["weekdays"]:
        return nth_weekday(year, *map(int, more["weekdays"][name].split()))
    return term_day(name, year)


def nth_weekday(year: int, month: int, which: int, weekday: int) -> date | None:
    """The first, second, … of a day of the week (Monday is 0) in a month; None when the month has not so many."""
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (which - 1)
    found = day_of(year, month, day)
    return found.start if found else None


LUNAR: Mapping[str, Reader] = {"lunar": _lunar, "new_year": _new_year, "festival": _festival}
