"""The expressions of time in a passage, each read after those before it; whether they date a plan or what was done."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from ..model import Article, Date, DateRange
from ..rules import Rule, rules
from ..text import BLANKS
from .calendar import HALF_YEAR, Setting, Stretch
from .dates import LOOK_BACK, Expression, closing, expressions, resolve
from .sentences import Passage, bounds

NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0E: ord(".")}  # wide ones are read alike
PAPERS = range(1500, 3000)  # years in which a newspaper can be printed: what is counted from them is in every calendar
NEAR = 200  # characters around a date in which its clauses are looked for
BLANK = re.compile(f"[{BLANKS}]+")
IDEOGRAPHS = "\u2e80"  # from here on characters need no blank between them
BRACKETS = frozenset("（(")
EXACT = frozenset({"day", "month"})
LUNAR = frozenset({"lunar", "new_year"})
TAKEN_UP = frozenset({"same_year", "same_month", "same_day", "time"})
COUNTED_UP = frozenset({"months", "first_months", "quarters"})
LONG_AGO = timedelta(days=270)
UNCLEAR = frozenset({"unclear_day", "festival"})
BARE = frozenset({"month", "months", "day", "days", "half", "quarter"})
BEGINS = frozenset({"dates.year_start", "dates.month_start"})  # 年初以来 is since the first day
RECKONED = "dates.reckoned"
LASTING = ("planned", "ongoing", "happened")  # of 今年以来 and 近年来
POINTED = ("planned", "happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression read: the days it means (None: not known), the sentence it stands in, and by which rule.

    `doubt`: the rule that says why the days may be others; empty when nothing speaks against them. `reports`: it dates
    the report (新华社上海11月4日电), and nothing that the report tells. `compared`: something is only compared with it
    (比去年同期增长).
    """

    expression: Expression
    stretch: Stretch | None
    sentence: tuple[int, int]
    status: str
    rule: str
    doubt: str = ""
    reports: bool = False
    compared: bool = False


def as_date(passage: Passage, dated: Dated) -> Date:
    """An expression read, as a fact: of 年初 only the year is sure."""
    words = passage.text[dated.expression.start : dated.expression.end]
    if dated.stretch is None:
        return Date(words, None, None, "none", dated.rule, dated.doubt)
    sure = dated.stretch.sure
    return Date(words, sure.start, sure.end, sure.precision, dated.rule, dated.doubt)


def dateline_dates(article: Article, told: Iterable[Date]) -> Iterator[Date]:
    """The day of a dateline (新华社上海11月4日电) that stands in no passage; `told`: the dates of the passages."""
    line = article.dateline
    if line is None or line.day is None:
        return
    known = {date.text for date in told}
    for expression in find(line.text.value):
        words = line.text[expression.start : expression.end]
        if words not in known:
            yield Date(words, line.day, line.day, "day", expression.rule.id)


def read_dates(passages: Iterable[Passage], days: DateRange | None) -> Iterator[tuple[Dated, ...]]:
    """The expressions of time of each passage of an article, each read after those before it.

    `days`: what they count from, the days on which it may have been printed; None when nothing is known of them.
    """
    spoken = _Spoken()
    days = days if days and days.start.year in PAPERS else None
    for passage in passages:
        found = tuple(_in_passage(passage.text.value, days, spoken))
        yield found
        told = [one.stretch for one in found if one.stretch and one.stretch.precision == "day"]
        spoken = _Spoken(_carried(found, days, spoken.earlier), told[-1] if told else spoken.before)


def _carried(found: Iterable[Dated], days: DateRange | None, earlier: Stretch | None) -> Stretch | None:
    """The last day or month that an article tells so far; one of the issue's own year stays, whatever comes after."""
    exact = [one.stretch for one in found if one.stretch and one.stretch.precision in EXACT and not one.reports]
    own = [stretch for stretch in (earlier, *exact) if stretch and days and stretch.year == days.start.year]
    return own[0] if own else exact[-1] if exact else earlier


def _in_passage(printed: str, days: DateRange | None, spoken: _Spoken) -> Iterator[Dated]:
    """The expressions of time of a passage; `spoken`: what the passages before it told."""
    found = tuple(find(printed))
    ranges = tuple(bounds(printed))
    starts = [start for start, _ in ranges]
    told = rules("status")["quoted_name"].pattern.sub(lambda title: "《" * len(title[0]), printed)
    for index, expression in enumerate(found):
        inside = bisect_right(starts, expression.start) - 1
        if inside < 0 or expression.start >= ranges[inside][1] or _reports(printed, expression):
            yield (report := _of_report(expression, days))
            days = _told_on(report, days)
            continue
        home = ranges[inside]
        spoken = spoken if home[0] == spoken.begin else replace(spoken, begin=home[0], sentence=None, opening=None)
        following = found[index + 1].start if index + 1 < len(found) else home[1]
        status = status_of(told, home, expression, min(following, home[1]))
        meant = _explained(printed, found[index : index + 2])
        compared = _compared(expression, told)
        dated = replace(_read(meant, days, home, spoken, status), expression=expression, compared=compared)
        if dated.stretch and not compared and _goes_on(expression, told):
            spoken = spoken.after(dated, days, printed)
        yield dated


def _told_on(report: Dated, days: DateRange | None) -> DateRange | None:
    """The days that 昨日 counts from behind a dateline: its own."""
    day = report.stretch
    return DateRange(day.start, day.end) if day and day.precision == "day" else days


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What was told before an expression: in earlier passages, in its own, in its sentence, at its opening.

    `before`: the last day in the passages before its own; `unsure`: the sort of word that was told last, if doubtful.
    """

    earlier: Stretch | None = None
    before: Stretch | None = None
    above: Stretch | None = None
    begin: int = -1
    sentence: Stretch | None = None
    opening: Stretch | None = None
    unsure: str = ""

    def after(self, dated: Dated, days: DateRange | None, printed: str) -> _Spoken:
        """The same when one more expression was told; what lies ahead is no ground for the sentences after it."""
        stretch = dated.stretch
        ahead = days and stretch and stretch.start > days.end
        opens = dated.expression.start == self.begin and rules("dates")["opening"].pattern.match(
            printed, dated.expression.end
        )
        return replace(
            self,
            above=self.above if ahead else stretch,
            sentence=stretch,
            opening=stretch if opens else self.opening,
            unsure=dated.expression.unit if dated.doubt else "",
        )


def _read(expression: Expression, days: DateRange | None, home: tuple[int, int], spoken: _Spoken, status: str) -> Dated:
    deadline = expression.tail is not None and expression.tail.more.get("open") == "before" and status != "happened"
    setting = Setting(None, spoken.sentence, spoken.above, spoken.opening, planned=deadline or status == "planned")
    stretch, rule, doubt = resolve(expression, days, setting), expression.rule, _doubt(expression)
    if stretch is None and expression.unit == "same_day" and not spoken.above:
        stretch, doubt = resolve(expression, days, replace(setting, paragraph=spoken.before)), RECKONED
    if stretch:
        last = closing(expression)
        if last:
            stretch, rule = Stretch(stretch.end, stretch.end, "day"), last
        status = "planned" if days and stretch.start > days.end else status
        doubt = doubt or _of_another_year(expression, stretch, spoken) or _far_off(expression, stretch, days, status)
    return Dated(expression, stretch, home, status, rule.id, doubt)


def _of_another_year(expression: Expression, stretch: Stretch, spoken: _Spoken) -> str:
    """Why a day without a year is doubtful: what was told before it is, or was of another year in another passage."""
    unit, unsure = expression.unit, spoken.unsure
    another = spoken.earlier is not None and spoken.earlier.year != stretch.year and not spoken.above
    handed_on = (unit in TAKEN_UP and unsure) or (unit in BARE and unsure in BARE)
    return RECKONED if handed_on or (unit in BARE and another) else ""


def _far_off(expression: Expression, stretch: Stretch, days: DateRange | None, status: str) -> str:
    """Why days are doubtful that the issue is too far from, or that were not over when they were told of."""
    first, last = expression.unit, expression.steps[-1][0].more
    if days is None or (status == "planned" and first not in LUNAR):
        return ""
    back = days.start - stretch.end
    lunar = first in LUNAR and (back > HALF_YEAR or stretch.start > days.end)
    own = stretch.year == days.start.year and not stretch.inside
    early = own and first in BARE and status != "happened" and back > LONG_AGO
    unfinished = own and last["unit"] in COUNTED_UP and stretch.end > days.end and stretch.start <= days.end
    return RECKONED if lunar or early or unfinished else ""


def _explained(printed: str, pair: tuple[Expression, ...]) -> Expression:
    """Of 今天（10月31日）, which a paper takes over from the day before, the day in brackets; else the first."""
    first, *others = pair
    for other in others:
        between = printed[first.end : other.start]
        if between.strip() in BRACKETS and first.unit == "day_shift":
            return other
    return first


def _goes_on(expression: Expression, told: str) -> bool:
    """Whether what follows may go on from a date; not from one in a title, nor from the year of an account."""
    return told[expression.start] != "《" and not any("stays" in rule.more for rule, _ in expression.steps)


def _compared(expression: Expression, told: str) -> bool:
    known, start = rules("dates"), expression.start
    behind = known["compared"].pattern.match(told, expression.end)
    return bool(behind or known["than"].pattern.search(told, max(0, start - LOOK_BACK), start))


def _doubt(expression: Expression) -> str:
    leading = [row[0][0] for row in expression.rows]
    unclear = [rule for rule, match in expression.steps if rule.more["unit"] in UNCLEAR and not _exact(match)]
    behind = [expression.tail] if expression.tail else []
    if _lasts(expression) and any(rule.more.get("inside") and rule.id not in BEGINS for rule, _ in expression.steps):
        return RECKONED
    return RECKONED if any("doubt" in rule.more for rule in (*unclear, *leading, *behind)) else ""


def _exact(match: re.Match[str]) -> bool:
    """Whether it says that it is the very day of a festival."""
    named = match.groupdict()
    return bool(named.get("exact") or named.get("night"))


def _reports(printed: str, expression: Expression) -> bool:
    return bool(rules("dates")["reports"].pattern.match(printed, expression.end))


def _of_report(expression: Expression, days: DateRange | None) -> Dated:
    stretch = resolve(expression, days, Setting(None))
    home = (expression.start, expression.end)
    return Dated(expression, stretch, home, "unknown", expression.rule.id, reports=True)


def find(printed: str) -> Iterator[Expression]:
    """The expressions of time in a passage, read without regard to its spelling and to blanks between Chinese words."""
    value = printed.translate(_spelling()) if _spelled().search(printed) else printed
    places = _places(value) if BLANK.search(value) else range(len(value))
    if len(places) == len(value):
        yield from expressions(value)
        return
    for found in expressions("".join(value[place] for place in places)):
        yield replace(found, start=places[found.start], end=places[found.end - 1] + 1)


@cache
def _spelled() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _spelling()))}]")


@cache
def _spelling() -> dict[int, int]:
    alike = rules("dates")["spelling"].more["alike"]
    return NARROW | {ord(printed): ord(read) for printed, read in alike.items()}


def _places(value: str) -> Sequence[int]:
    """The places of the characters of a passage without the blanks that stand beside a Chinese one."""
    idle = {place for match in BLANK.finditer(value) if _idle(value, *match.span()) for place in range(*match.span())}
    return [place for place in range(len(value)) if place not in idle]


def _idle(value: str, start: int, end: int) -> bool:
    return value[start - 1 : start] >= IDEOGRAPHS or value[end : end + 1] >= IDEOGRAPHS


def status_of(value: str, home: tuple[int, int], expression: Expression, following: int) -> str:
    """What the clauses from the date's own to the next date's say first: planned, ongoing or happened, else unknown."""
    known = rules("status")
    if not _lasts(expression) and known["said_then"].pattern.match(value, expression.end, home[1]):
        return "happened"
    first, final = max(home[0], expression.start - NEAR), min(home[1], expression.end + NEAR)
    marks = [match.start() for match in known["clause"].pattern.finditer(value, first, final)]
    order = LASTING if _lasts(expression) else POINTED
    begins = max((mark + 1 for mark in marks if mark < expression.start), default=first)
    stops = [mark for mark in marks if mark >= expression.end]
    for last in (*stops, final):
        if begins >= following and begins > expression.start:
            break
        for name in order:
            if known[name].pattern.search(value, begins, last):
                return name
        begins = last + 1
    return "unknown"


def _lasts(expression: Expression) -> bool:
    tail: Rule | None = expression.tail
    return expression.is_vague or bool(tail and "lasts" in tail.more)
