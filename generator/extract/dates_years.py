"""What words for years and for the parts of a year mean: 去年, 前三季度, 11月, 上旬, 上世纪80年代."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .calendar import (
    Reader,
    Setting,
    Step,
    Stretch,
    day_of,
    last_day,
    month_of,
    months_of,
    near_months,
    number,
    number_in,
    part,
    quarter_of,
    shift_in,
    this_month,
    whole_year,
    years,
)

BARE = 30
YEAR_MARK = "、"


def _year(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    if part(step, "year"):
        return whole_year(number_in(step, "year"))
    return whole_year(setting.today.year + shift_in(step)) if setting.today else None


def _year_and_month(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del setting
    year = number(part(step, "year") or step[1]["last"])
    month = number(part(step, "month") or step[1]["last_month"])
    return months_of(year, month, month, "month")


def _years(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del setting
    first, last = number_in(step, "year"), number_in(step, "last")
    return years(first, last) if first < last else None


def _years_listed(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """2020、2021、2022年: all of them, when none is left out."""
    del setting
    first, last = number_in(step, "year"), number_in(step, "last")
    return years(first, last) if last - first == step[1]["between"].count(YEAR_MARK) + 1 else None


def _year_pair(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    if setting.today is None:
        return None
    first = setting.today.year + shift_in(step)
    return years(first, first + 1)


def _short_year(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    if setting.today is None:
        return None
    ahead = setting.today.year + 1
    return whole_year(ahead - (ahead - number_in(step, "year")) % 100)


def _era(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del setting
    written = step[1]["count"]
    count = 1 if written == step[0].more["first_year"] else number(written)
    return whole_year(int(step[0].more["zero"][step[1]["era"]]) + count)


def _same_year(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    said = setting.paragraph
    return whole_year(said.year + shift_in(step)) if said and said.year else None


def _in_year(first: int, last: int, precision: str, known: Stretch | None, setting: Setting) -> Stretch | None:
    if known is not None:
        return months_of(known.start.year, first, last, precision)
    return near_months(first, last, precision, setting)


def _half(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    first = 1 if step[1]["half"] in step[0].more["first_half"] else 7
    return _in_year(first, first + 5, "half", known, setting)


def _quarter(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    which = number(part(step, "quarter") or part(step, "letter") or "1")
    return _in_year(which * 3 - 2, which * 3, "quarter", known, setting)


def _quarters(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    return _in_year(1, number_in(step, "last") * 3, "range", known, setting)


def _quarter_shift(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    return quarter_of(setting.today, shift_in(step)) if setting.today else None


def _some_months(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    first, last = number_in(step, "first"), number_in(step, "last")
    if _apart(step, first, last):
        return None
    if first < last:
        return _in_year(first, last, "range", known, setting)
    begins = _in_year(first, first, "month", known, setting) if first > last else None
    return begins and Stretch(begins.start, months_of(begins.start.year + 1, last, last, "month").end, "range")


def _apart(step: Step, first: int, last: int) -> bool:
    """Whether they are two months or days that do not follow each other: 5、8月 are no range."""
    return bool(part(step, "and")) and last != first + 1


def _first_months(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    return _in_year(1, number_in(step, "last"), "range", known, setting)


def _months_in(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    """Months counted within a year or quarter: the first, the last, the last four, the third."""
    del setting
    if known is None:
        return None
    length = (known.end.year - known.start.year) * 12 + known.end.month - known.start.month + 1
    last = number_in(step, "nth") if part(step, "nth") else length if step[0].more["last"] == "-1" else 1
    first = last - (number_in(step, "count") if part(step, "count") else 1) + 1
    if not 1 <= first <= last <= length:
        return None
    return Stretch(month_of(known.start, first - 1).start, month_of(known.start, last - 1).end, "range")


def _season(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    year = known.start.year if known else setting.today.year if setting.today else None
    first = step[0].more["months"].get(part(step, "season") or part(step, "now"))
    if year is None:
        return None
    return months_of(year, int(first), int(first) + 2, "range") if first else months_of(year, 1, 12, "range")


def _month(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    which = number_in(step, "month")
    if not 1 <= which <= 12:
        return None
    if known is None or known.precision == "year":
        return _in_year(which, which, "month", known, setting)
    year = known.end.year + (which < known.end.month)  # the far end of a range: 去年11月至3月
    return months_of(year, which, which, "month")


def _month_shift(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    return month_of(setting.today, shift_in(step)) if setting.today else None


def _same_month(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    said = setting.paragraph
    if said is None or month_of(said.start) != month_of(said.end):
        return None
    return month_of(said.start, shift_in(step))


def _some_days(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    first, last = number_in(step, "first"), number_in(step, "last")
    month = known or this_month(first, setting)
    if month is None or first == last or _apart(step, first, last):
        return None
    return _days_of(month, first, last) if first < last else _into_next(month, first, last)


def _into_next(month: Stretch, first: int, last: int) -> Stretch | None:
    begins, ends = day_of(month.end.year, month.end.month, first), month_of(month.end, 1).start.replace(day=last)
    return begins and Stretch(begins.start, ends, "range")


def _days_of(month: Stretch, first: int, last: int) -> Stretch | None:
    final = last_day(month.end).day
    if first > final:
        return None
    return Stretch(month.end.replace(day=first), month.end.replace(day=min(last, final)), "range")


def _half_month(known: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    month = known or (month_of(setting.today) if setting.today else None)
    first = step[1]["half"] in step[0].more["first_half"]
    return month and (_days_of(month, 1, 15) if first else _days_of(month, 16, 31))


def _decade(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    bare = 1900 if number_in(step, "decade") >= BARE else None  # 二十年代 may be those of either century
    hundreds = _hundreds(step, setting) if part(step, "century") else bare
    if hundreds is None:
        return None
    last = hundreds + number_in(step, "decade")
    first = hundreds + 10 * number_in(step, "from") if part(step, "from") else last
    return _third(first, last + 9, "decade", step) if first <= last else None


def _century(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    hundreds = _hundreds(step, setting)
    if hundreds is None:
        return None
    return _third(max(hundreds, 1), hundreds + 99, "century", step)


def _third(first: int, last: int, whole: str, step: Step) -> Stretch | None:
    """The years of a decade or century, or those of its beginning, middle or end by common use."""
    said = part(step, "part")
    if not said:
        return years(first, last)
    begin, end = step[0].more["thirds"][said[0]].split()
    return Stretch(date(first + int(begin), 1, 1), date(first + int(end), 12, 31), "range", whole)


def _hundreds(step: Step, setting: Setting) -> int | None:
    counted = step[1]["century"].removesuffix(step[0].more["century"])
    told: Mapping[str, str] = step[0].more["told"]
    if counted not in told:
        return (number(counted) - 1) * 100
    return (setting.today.year // 100 + int(told[counted])) * 100 if setting.today else None


def _plan(_: Stretch | None, step: Step, setting: Setting) -> Stretch | None:
    del setting
    first = int(step[0].more["zero"]) + 5 * number_in(step, "plan")
    return years(first, first + 4)


YEARS: Mapping[str, Reader] = {
    "year": _year,
    "year_and_month": _year_and_month,
    "years": _years,
    "years_listed": _years_listed,
    "year_pair": _year_pair,
    "short_year": _short_year,
    "era": _era,
    "same_year": _same_year,
    "half": _half,
    "quarter": _quarter,
    "quarters": _quarters,
    "quarter_shift": _quarter_shift,
    "months": _some_months,
    "first_months": _first_months,
    "months_of": _months_in,
    "season": _season,
    "month": _month,
    "month_shift": _month_shift,
    "same_month": _same_month,
    "days": _some_days,
    "half_month": _half_month,
    "decade": _decade,
    "century": _century,
    "plan": _plan,
}
