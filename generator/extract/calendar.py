"""Stretches of days and what they are counted from; every reader of a time word narrows the stretch before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ..rules import Rule

DIGITS = "〇一二三四五六七八九"
HALF_YEAR = timedelta(days=183)
SOON = timedelta(days=60)
FAR = 15  # a bare 15日 is taken for the nearest one only when that is at most so many days away


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days `start` to `end`, both included, and how precisely they were named (as in `Date`).

    `inside`: that they are these days is only common use (年初), or not sure (the third month of a ruler's year); sure
    is the year, quarter, month or decade (so called) that they lie in. Empty when the days themselves are sure.
    """

    start: date
    end: date
    precision: str
    inside: str = ""

    @property
    def sure(self) -> Stretch:
        """What of it is sure."""
        return WHOLES[self.inside](self.start) if self.inside else self

    @property
    def year(self) -> int | None:
        """The one year that it lies in; None when there are several."""
        return self.start.year if self.start.year == self.end.year else None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the day it is counted from, what was named before, whether it is planned.

    `sentence`, `paragraph`: the last stretch of days that each of the two has named; `opening`: that with which the
    sentence opens (1937年，); None when there is none.
    """

    today: date | None
    sentence: Stretch | None = None
    paragraph: Stretch | None = None
    opening: Stretch | None = None
    planned: bool = False


Step = tuple[Rule, re.Match[str]]
Reader = Callable[[Stretch | None, Step, Setting], Stretch | None]


def number(written: str) -> int:
    """The number that Arabic digits or Chinese numerals up to 999 mean; a row of numerals is read as digits."""
    if written.isdecimal():
        return int(written)
    plain = written.replace("零", "〇").replace("○", "〇").replace("两", "二").replace("俩", "二").replace("廿", "二十")
    hundreds, _, rest = plain.rpartition("百")
    if hundreds:
        return DIGITS.index(hundreds) * 100 + (number(rest) if rest else 0)
    if "十" in plain:
        tens, _, ones = plain.partition("十")
        tens = tens.removeprefix("〇")
        return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)
    return int("".join(str(DIGITS.index(letter)) for letter in plain))


def part(step: Step, name: str) -> str | None:
    """The words of a part of a time word; None when the word has no such part."""
    return step[1].groupdict().get(name)


def number_in(step: Step, name: str) -> int:
    """The number in a part of a time word, else the rule's own."""
    return number(part(step, name) or step[0].more[name])


def shift_in(step: Step) -> int:
    """How many years, months, weeks or days a word goes on or back."""
    more = step[0].more
    return int(more["shifts"][step[1]["word"]] if "shifts" in more else more["shift"])


def one_day(day: date) -> Stretch:
    """A day as a stretch."""
    return Stretch(day, day, "day")


def whole_year(year: int) -> Stretch | None:
    """All days of a year; None for one that no calendar here has."""
    return years(year, year, "year")


def years(first: int, last: int, precision: str = "range") -> Stretch | None:
    """All days from one year to another; None when a calendar cannot hold them or they are the wrong way round."""
    held = 1 <= first <= last <= 9999
    return Stretch(date(first, 1, 1), date(last, 12, 31), precision) if held else None


def months_of(year: int, first: int, last: int, precision: str) -> Stretch:
    """All days from the month `first` to the month `last` of a year."""
    return Stretch(date(year, first, 1), last_day(date(year, last, 1)), precision)


def month_of(day: date, shift: int = 0) -> Stretch:
    """All days of the month that is `shift` months after that of a day."""
    count = day.year * 12 + day.month - 1 + shift
    return months_of(count // 12, count % 12 + 1, count % 12 + 1, "month")


def quarter_of(day: date, shift: int = 0) -> Stretch:
    """All days of the quarter that is `shift` quarters after that of a day."""
    count = day.year * 4 + (day.month - 1) // 3 + shift
    first = count % 4 * 3 + 1
    return months_of(count // 4, first, first + 2, "quarter")


def last_day(day: date) -> date:
    """The last day of the month of a day."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def day_of(year: int, month: int, day: int) -> Stretch | None:
    """A day as a stretch; None when the month has no such day."""
    held = 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= last_day(date(year, month, 1)).day
    return one_day(date(year, month, day)) if held else None


def week_of(day: date, shift: int = 0) -> Stretch:
    """Monday to Sunday of the week that is `shift` weeks after that of a day."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return Stretch(monday, monday + timedelta(days=6), "range")


def _year_around(day: date) -> Stretch:
    return months_of(day.year, 1, 12, "year")


def _decade_around(day: date) -> Stretch:
    first = day.year // 10 * 10
    return Stretch(date(first, 1, 1), date(first + 9, 12, 31), "range")


def _century_around(day: date) -> Stretch:
    first = max(1, day.year // 100 * 100)
    return Stretch(date(first, 1, 1), date(day.year // 100 * 100 + 99, 12, 31), "range")


WHOLES: dict[str, Callable[[date], Stretch]] = {
    "year": _year_around,
    "quarter": quarter_of,
    "month": month_of,
    "decade": _decade_around,
    "century": _century_around,
}


def until(stretch: Stretch, last: date) -> Stretch | None:
    """From the beginning of a stretch to the day `last`; None when it lies ahead of it."""
    return Stretch(stretch.start, last, "range") if stretch.start <= last else None


def near_months(first: int, last: int, precision: str, setting: Setting) -> Stretch | None:
    """Months without a year: those of the issue's year, unless the paragraph has just spoken of another one.

    Then they go on from it within one sentence (去年9月…12月); else the year is not known.
    """
    own = _by_issue(first, last, precision, setting)
    said = setting.sentence or setting.paragraph
    if said is None or said.year is None or (own and own.start.year == said.year):
        return own
    if setting.sentence and (said == setting.opening or (said.precision != "year" and first >= said.end.month)):
        return months_of(said.year, first, last, precision)
    return own if setting.planned else None


def _by_issue(first: int, last: int, precision: str, setting: Setting) -> Stretch | None:
    """Months of the issue's year; what would lie ahead of it without being planned is December seen from January.

    So is what would not be over (前三季度, 1—11月): it is counted up when it is over.
    """
    today = setting.today
    if today is None:
        return None
    found = months_of(today.year, first, last, precision)
    if precision == "range" and not setting.planned and _counted_up(first, last, today):
        return months_of(today.year - 1, first, last, precision)
    if found.start <= today:
        turned = setting.planned and today - found.end > HALF_YEAR
        return months_of(today.year + 1, first, last, precision) if turned else found
    if setting.planned:
        return found
    return months_of(today.year - 1, first, last, precision) if today.month <= 2 and first >= 10 else None


def _counted_up(first: int, last: int, today: date) -> bool:
    """Whether months that are not over are those of the year before: 1—11月 told in June or at the turn of the year."""
    ahead = last - today.month
    return (first == 1 and ahead > 1) or (ahead > 0 and today.month <= 3 < last)


def near_day(setting: Setting, days: Callable[[int], date | None]) -> date | None:
    """Of a day that comes once a year, the one before the issue, or the one that follows soon or is planned.

    `days`: the day in a year, None when the year has none.
    """
    today = setting.today
    if today is None:
        return None
    found = [day for year in range(today.year - 1, today.year + 2) if (day := days(year))]
    ahead = min((day for day in found if day >= today), default=None)
    back = max((day for day in found if day <= today), default=None)
    soon = ahead is not None and back is not None and ahead - today < min(SOON, today - back)
    return ahead if setting.planned or soon else back


def this_month(day: int, setting: Setting) -> Stretch | None:
    """The month of a day that stands without one: of the sentence's date, else the nearest to the day of the issue."""
    said = setting.sentence
    if said and (said.start.year, said.start.month) == (said.end.year, said.end.month):
        return month_of(said.end)
    if setting.today is None:
        return None
    back = range(0, -FAR - 1, -1)
    shifts = (*range(FAR + 1), *back) if setting.planned else back
    near = (setting.today + timedelta(days=shift) for shift in shifts)
    found = next((one for one in near if one.day == day), None)
    return month_of(found) if found else None
