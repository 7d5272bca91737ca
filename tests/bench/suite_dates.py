"""Our reading of times as the outside suites want it: Microsoft's recognisers and JioNLP, each with its own habits.

An adapter takes a text and the moment it is said at, and gives for each expression where it stands and the half-open
intervals that it can mean. `plain` says what a newspaper means. The suites come from assistants that talk: there, what
was said last is the moment of talk, a time without a date is today's, and a month may lie ahead or behind; Microsoft
ends 10日到12日 where the 12th begins, JioNLP ends 之前 in the past with now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from generator.extract.calendar import Setting, Step, Stretch, last_day, month_of, number, one_day, whole_year
from generator.extract.dates import READERS, Expression, read_row, resolve
from generator.extract.dates_read import find
from generator.model import DateRange

Interval = tuple[datetime | None, datetime | None]
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
LUNAR = {"lunar": 0, "unclear_day": 0, "new_year": 1, "festival": 1}  # how many years later JioNLP may have it
LATE = 2  # months of our year in which a lunar year may still end
ROUGH = re.compile("(?<=[年月周天])多|多(?=[年月周天])")  # JioNLP takes 三个多月 for three months
MONTHS = {"年": 12, "月": 1}
LENGTHS = {"周": timedelta(weeks=1), "星期": timedelta(weeks=1), "天": DAY, "小时": timedelta(hours=1)}
CLOCK = {
    "小时": timedelta(hours=1), "钟头": timedelta(hours=1), "分钟": timedelta(minutes=1), "秒": SECOND, "秒钟": SECOND,
}  # fmt: skip
AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚间", "晚", "夜里", "夜间", "半夜", "深夜", "午后"})
NIGHT = frozenset({"夜里", "夜间", "半夜", "深夜", "晚上", "晚"})
# The hours of a part of the day, as the suites have them.
HOURS = {
    "上午": (8, 12), "早间": (8, 12), "早上": (6, 10), "早晨": (6, 10), "清晨": (5, 8), "黎明": (4, 7), "凌晨": (0, 5),
    "白天": (6, 19), "中午": (11, 13), "午后": (13, 15), "下午": (12, 16), "傍晚": (17, 19), "晚上": (18, 24),
    "晚": (18, 24), "晨": (5, 8), "早": (6, 10), "夜": (18, 24),
}  # fmt: skip


def plain(text: str, moment: datetime | None) -> list[dict[str, Any]]:
    """What a newspaper of that day means."""
    return _found(text, moment, _as_printed)


def microsoft(text: str, moment: datetime | None) -> list[dict[str, Any]]:
    """The same in the habits of Microsoft's recognisers."""
    return _found(text, moment, _as_microsoft)


def jionlp(text: str, moment: datetime | None) -> list[dict[str, Any]]:
    """The same in the habits of JioNLP."""
    return _found(text, moment, _as_jionlp)


Reading = Callable[[Expression, str, datetime], Iterator[Interval]]


def _found(text: str, moment: datetime | None, reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "start": one.start,
            "end": one.end,
            "kind": None,
            "values": [_written(it) for it in reading(one, text[one.start : one.end], moment)] if moment else [],
        }
        for one in find(text)
    ]


def _written(interval: Interval) -> tuple[str | None, ...]:
    return tuple(moment.isoformat(" ", "seconds") if moment else None for moment in interval)


def _as_printed(expression: Expression, said: str, moment: datetime) -> Iterator[Interval]:
    del said
    today = moment.date()
    found = resolve(expression, DateRange(today, today), Setting(None))
    if found:
        yield _whole(found)


def _whole(days: Stretch) -> tuple[datetime, datetime]:
    return _begin(days.start), _begin(days.end) + DAY


def _begin(day: date) -> datetime:
    return datetime.combine(day, time())


def _readings(expression: Expression, moment: datetime) -> Iterator[tuple[Stretch, Setting]]:
    """What an expression means in talk: what was told last is today, and what has no year may lie ahead or behind."""
    today = moment.date()
    for planned in (False, True):
        setting = Setting(today, one_day(today), one_day(today), planned=planned)
        found = resolve(replace(expression, tail=None), DateRange(today, today), setting)
        if found:
            yield found, setting


def _opens(expression: Expression) -> str:
    """Which side of an expression is open: `after` it, `before` it, from it until now (`lasts`), or none."""
    tail = expression.tail.more if expression.tail else {}
    if "lasts" in tail:
        return "lasts"
    closes = expression.opening is not None and "closes" in expression.opening.more
    return str(tail.get("open", "before" if closes else ""))


def _as_microsoft(expression: Expression, said: str, moment: datetime) -> Iterator[Interval]:
    opens = _opens(expression)
    for found, setting in _readings(expression, moment):
        first, last = _moments(expression, found)
        if opens == "before":
            yield None, first
        elif opens:
            yield (last if found.precision == "year" and said.endswith("后") else first), None
        else:
            yield first, _exclusive(expression, setting, last)


def _exclusive(expression: Expression, setting: Setting, last: datetime) -> datetime:
    """Where Microsoft lets a range end: where its last day, month or year begins."""
    units = [rule.more["unit"] for rule, _ in expression.steps]
    if "time" in units:
        return last
    if len(expression.rows) == 2:
        first = read_row(expression.rows[0], setting)
        second = read_row(expression.rows[1], setting, inside=first)
        return _begin(second.start) if second else last
    if units[-1] in {"years", "months"}:
        before = _begin(last.date() - DAY)
        return before.replace(month=1, day=1) if units[-1] == "years" else before.replace(day=1)
    return last


def _as_jionlp(expression: Expression, said: str, moment: datetime) -> Iterator[Interval]:
    yield from _away(expression, said, moment)
    plain = ROUGH.sub("", said)
    if plain != said:
        yield from (interval for less in find(plain) for interval in _as_jionlp(less, plain, moment))
    talked = (found for found, _ in _readings(expression, moment))
    for found in (*talked, *_by_lunar_year(expression, moment)):
        yield _ended(expression, said, moment, _moments(expression, found))


def _ended(expression: Expression, said: str, moment: datetime, days: tuple[datetime, datetime]) -> Interval:
    """An interval, left open or ended with now, as the words behind an expression ask."""
    (rule, match), opens, (first, last) = expression.steps[0], _opens(expression), days
    if rule.more["unit"] == "ahead":
        first = moment
    if match.groupdict().get("coming") or (opens == "after" and first > moment):
        return first, None
    if opens in {"lasts", "after"}:
        return first, moment
    if opens == "before" and len(expression.rows) == 1:
        return (moment if last > moment else None), last
    if rule.more["unit"] == "counted" and said[-2] in "以之":
        return (None, last) if last < moment else (first, None)
    return first, last


def _away(expression: Expression, said: str, moment: datetime) -> Iterator[Interval]:
    """What is counted from the very moment: now, an hour ago, the last three days."""
    rule, match = expression.steps[0]
    named = match.groupdict()
    if rule.id == "dates.now":
        yield moment, moment + SECOND
    if rule.more["unit"] == "counted" and named["unit"] in CLOCK:
        yield from _hours_away(rule.more["direction"], named, said, moment)
    if rule.id == "dates.for_years" and named["count"]:
        yield _back(moment, named["count"], named["unit"]), moment


def _back(moment: datetime, count: str, unit: str) -> datetime:
    """So many years, months, weeks or days before a moment, to the day."""
    many = number(count.replace("仨", "三").replace("几", "三"))
    if unit not in MONTHS:
        return moment.replace(hour=0, minute=0, second=0) - many * LENGTHS[unit]
    far = month_of(moment.date(), -many * MONTHS[unit]).start
    return _begin(far.replace(day=min(moment.day, last_day(far).day)))


def _by_lunar_year(expression: Expression, moment: datetime) -> Iterator[Stretch]:
    """A day at the end of a lunar year, and a solar term of its end, which JioNLP counts to the year before."""
    year = expression.steps[0]
    for one, found in expression.steps:
        if one.more["unit"] not in LUNAR:
            continue
        known = read_row((year,), Setting(moment.date())) if year[0] is not one else whole_year(moment.year)
        ahead = LUNAR[one.more["unit"]]
        shifted = known and whole_year(known.start.year + ahead)
        day = shifted and READERS[one.more["unit"]](shifted, (one, found), Setting(moment.date()))
        if day and (not ahead or day.start.month <= LATE):
            yield day


def _hours_away(direction: str, named: dict[str, Any], said: str, moment: datetime) -> Iterator[Interval]:
    unit = CLOCK[named["unit"]]
    half = unit / 2 if named.get("half") or named.get("halved") else timedelta()
    found = moment + int(direction) * (unit * number(named["count"] or "0") + half)
    if said[-2] in "以之" or named.get("coming"):
        yield (None, found + SECOND) if direction == "-1" else (found, None)
    else:
        yield found, found + unit


def _moments(expression: Expression, found: Stretch) -> tuple[datetime, datetime]:
    """The interval that an expression means, with the time of day where one is printed."""
    first, last = _whole(found)
    opened, closed = (_clock(row) for row in (expression.rows[0], expression.rows[-1]))
    start = first + opened[0] if opened else first
    if len(expression.rows) == 1:
        return start, first + opened[1] if opened else last
    if closed is None:
        return start, last
    ends = closed[0]
    if opened and _begin(found.end) == first and ends < opened[0] and ends < DAY / 2:
        ends += DAY / 2
    return start, _begin(found.end) + ends + closed[2]


def _clock(row: tuple[Step, ...]) -> tuple[timedelta, timedelta, timedelta] | None:
    """From when to when a time of day goes, and how long its last unit is; None when a row tells none."""
    said: str | None = None
    hour: Step | None = None
    for step in row:
        named = step[1].groupdict()
        said = named.get("part") or said
        hour = step if named.get("hour") else hour
    if hour is None:
        hours = HOURS.get(said or "")
        return (timedelta(hours=hours[0]), timedelta(hours=hours[1]), timedelta()) if hours else None
    return _of_hour(hour[1].groupdict(), said)


def _of_hour(named: dict[str, Any], said: str | None) -> tuple[timedelta, timedelta, timedelta]:
    minute = named.get("minutes") or named.get("minute")
    minutes = number(minute) if minute else 30 if named.get("half") else 0
    minutes = number(named["quarter"]) * 15 if named.get("quarter") else minutes
    second = named.get("seconds") or named.get("second")
    unit = timedelta(seconds=0) if second else timedelta(minutes=1) if minute or minutes else timedelta(hours=1)
    start = timedelta(hours=_of_day(number(named["hour"]), said), minutes=minutes, seconds=number(second or "0"))
    if named.get("from"):
        begin = timedelta(hours=_of_day(number(named["from"]), said))
        return begin, start + (unit if minutes else timedelta()), timedelta()
    return start, start + unit, unit if minutes or second else timedelta()


def _of_day(hour: int, said: str | None) -> int:
    if said in NIGHT and hour == 12:
        return 24
    if said in NIGHT and hour < 6:
        return hour
    return hour + 12 if said in AFTERNOON and hour < 12 else hour
