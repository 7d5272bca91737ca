"""What words for days and weeks mean, and for what is counted on or back: 15日, 上周三, 次日, 三年前."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from .calendar import (
    Reader,
    Setting,
    Step,
    Stretch,
    day_of,
    month_of,
    number,
    number_in,
    one_day,
    part,
    shift_in,
    this_month,
    until,
    week_of,
    whole_year,
)
from .dates_lunar import nth_weekday

WIDE = frozenset({"year", "half", "quarter"})
WEEK = 7
ROUGH = ("some", "more", "over", "odd")  # 几, 多, 余: how many is not told


def _full_date(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del setting
    return day_of(number_in(step, "year"), number_in(step, "month"), number_in(step, "day"))


def _day(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    written = next(filter(None, (part(step, name) for name in ("day", "hand", "late", "then"))))
    if known and known.precision in WIDE:
        return None
    month = known or this_month(number(written), setting)
    if month and month.precision == "day" and number(written) < month.end.day:
        month = month_of(month.end, 1)  # the far end of a range: 28日至3日
    return month and day_of(month.end.year, month.end.month, number(written))


def _unclear_day(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """八月十五: with a year before it a day of ours, else it may be a lunar one."""
    del setting
    return day_of(known.start.year, number_in(step, "month"), number_in(step, "day")) if known else None


def _day_shift(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """A day counted from the day of the issue; behind a year (去年今日) the same day of it."""
    if setting.today is None:
        return None
    day = setting.today + timedelta(days=shift_in(step))
    return day_of(known.start.year, day.month, day.day) if known else one_day(day)


def _same_day(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    said = setting.paragraph
    return one_day(said.start + timedelta(days=shift_in(step))) if said and said.precision == "day" else None


def _week(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    if setting.today is None:
        return None
    week = week_of(setting.today, shift_in(step))
    if part(step, "end"):
        return Stretch(week.end - timedelta(days=1), week.end, "range")
    return one_day(week.start + timedelta(days=_weekday(step))) if part(step, "weekday") else week


def _weekday(step: Step) -> int:
    names: str = step[0].more["weekdays"]
    return min(6, names.index(step[1]["weekday"]))


def _near_weekday(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """A day of the week without a week: the last one, today included, or the next one when it is planned.

    In a range (下周二至周四) it is that of the same week.
    """
    if known:
        return one_day(week_of(known.start).start + timedelta(days=_weekday(step)))
    if setting.today is None:
        return None
    ahead = (_weekday(step) - setting.today.weekday()) % 7
    return one_day(setting.today + timedelta(days=ahead if setting.planned or not ahead else ahead - 7))


def _nth_week(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """The third or last week of a month, or its third Monday; weeks are counted from its first Monday on."""
    del setting
    weekday = part(step, "weekday")
    if known is None or known.start.day != 1:
        return None
    if part(step, "final"):
        return _last_week(known, _weekday(step) if weekday else None)
    which = number_in(step, "nth")
    first = nth_weekday(known.start.year, known.start.month, 1, _weekday(step) if weekday else 0)
    if first is None:
        return None
    found = first + timedelta(weeks=which - 1)
    if found > known.end:
        return None
    return one_day(found) if weekday else week_of(found)


def _last_week(known: Stretch, weekday: int | None) -> Stretch:
    back = (known.end.weekday() - (weekday or 0)) % 7
    return week_of(known.end) if weekday is None else one_day(known.end - timedelta(days=back))


def _part_of(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """The first or last days, or the first weeks, of a month or year."""
    del setting
    if known is None:
        return None
    count = timedelta(days=number_in(step, "count"))
    begins = step[1]["side"] in step[0].more["first_side"]
    if step[1]["of"] in step[0].more["weeks"]:
        first = nth_weekday(known.start.year, known.start.month, 1, 0)
        found = first and begins and Stretch(first, first + count * 7 - timedelta(days=1), "range")
    elif begins:
        found = Stretch(known.start, known.start + count - timedelta(days=1), "range")
    else:
        found = Stretch(known.end - count + timedelta(days=1), known.end, "range")
    return found if found and known.start <= found.start and found.end <= known.end else None


def _counted(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """三年前: the year, month, week or day that lies so far back; what comes after something counts from that."""
    ahead = int(step[0].more["direction"])
    said = setting.paragraph if ahead > 0 and setting.paragraph else None
    return _far(step, ahead, said.end if said else setting.today)


def _far(step: Step, direction: int, origin: date | None) -> Stretch | None:
    """The year, month, week or day that lies so many of them from a day; None when the number is only about right."""
    if origin is None or any(part(step, name) for name in ROUGH):
        return None
    unit = step[1]["unit"]
    count = direction * number(part(step, "count") or "0")
    half = direction * bool(part(step, "half") or part(step, "halved"))
    months, days = (int(step[0].more[name].get(unit, "0")) for name in ("months", "days"))
    if months:
        far = month_of(origin, count * months + half * (months // 2))
        if months == 1 and half:
            return month_of(far.start + timedelta(days=min(origin.day, 28) - 1 + half * 15))
        return far if half or months == 1 else whole_year(far.start.year)
    if not days or half:
        return None
    found = origin + timedelta(days=days * count)
    return week_of(found) if days == WEEK else one_day(found)


def _within(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """半年内, of what is planned: from the day of the issue to the end of the month that lies so far ahead."""
    found = _far(step, 1, setting.today) if setting.planned else None
    return Stretch(setting.today, found.end, "range") if found and setting.today else None


def _counted_since(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """两年来: from the beginning of the year or month that lies so far back until print."""
    found = _far(step, -1, setting.today)
    return until(found, setting.today) if found and setting.today else None


def _ahead(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """未来5年: from the month of the issue to the same month so many years on; 未来三天: so from its day."""
    if setting.today is None:
        return None
    count, unit = number_in(step, "count"), step[1]["unit"]
    days = int(step[0].more["days"].get(unit, "0"))
    if days:
        return Stretch(setting.today, setting.today + timedelta(days=days * count), "range")
    last = month_of(setting.today, int(step[0].more["months"][unit]) * count)
    return Stretch(month_of(setting.today).start, last.end, "range")


def _time(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """A time of day: of the day before it, else of the day that was told last."""
    del step
    if known:
        return known
    said = setting.sentence or setting.paragraph
    return said if said and said.precision == "day" else None


def _vague(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del known, step, setting
    return None


DAYS_AND_WEEKS: Mapping[str, Reader] = {
    "date": _full_date,
    "day": _day,
    "unclear_day": _unclear_day,
    "day_shift": _day_shift,
    "same_day": _same_day,
    "week": _week,
    "weekday": _near_weekday,
    "nth_week": _nth_week,
    "part_of": _part_of,
    "counted": _counted,
    "within": _within,
    "counted_since": _counted_since,
    "ahead": _ahead,
    "time": _time,
    "vague": _vague,
}
