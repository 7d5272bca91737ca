"""The expressions of time in a passage, each read after those before it; whether they date a plan or what was done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ..model import Article, Date, DateRange
from ..rules import Rule, rules
from ..text import is_blank
from .calendar import Setting, Stretch
from .dates import LOOK_BACK, Expression, closing, expressions, resolve
from .sentences import Passage, bounds

NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0E: ord(".")}  # wide ones are read alike
NEAR = 200  # characters around a date in which its clauses are looked for
IDEOGRAPHS = "\u2e80"  # from here on characters need no blank between them
BRACKETS = "（("
LASTING = ("planned", "ongoing", "happened")  # of 今年以来 and 近年来
POINTED = ("planned", "happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression read: the days it means (None: not known), the sentence it stands in, and by which rule.

    `doubt`: the rule that says why the days may be others; empty when nothing speaks against them. `reports`: it dates
    the report (新华社上海11月4日电), and nothing that the report tells.
    """

    expression: Expression
    stretch: Stretch | None
    sentence: tuple[int, int]
    status: str
    rule: str
    doubt: str = ""
    reports: bool = False


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


def read_dates(printed: str, days: DateRange | None) -> Iterator[Dated]:
    """The expressions of time in a paragraph, each read after those before it; `days`: what they count from."""
    found = tuple(find(printed))
    ranges = tuple(bounds(printed))
    starts = [start for start, _ in ranges]
    told = rules("status")["quoted_name"].pattern.sub(lambda title: "《" * len(title[0]), printed)
    above: Stretch | None = None
    spoken: tuple[int, Stretch | None] = (0, None)
    for index, expression in enumerate(found):
        inside = bisect_right(starts, expression.start) - 1
        if inside < 0 or expression.start >= ranges[inside][1] or _reports(printed, expression):
            yield _of_report(expression, days)
            continue
        home = ranges[inside]
        if home[0] != spoken[0]:
            spoken = (home[0], None)
        following = found[index + 1].start if index + 1 < len(found) else home[1]
        status = status_of(told, home, expression, min(following, home[1]))
        setting = Setting(None, spoken[1], above, planned=status == "planned")
        dated = _read(_explained(printed, found[index : index + 2]), days, home, setting, status)
        dated = replace(dated, expression=expression)
        if dated.stretch and _goes_on(expression, told):
            spoken = (home[0], dated.stretch)
            above = above if days and dated.stretch.start > days.end else dated.stretch
        yield dated


def _read(
    expression: Expression, days: DateRange | None, home: tuple[int, int], setting: Setting, status: str
) -> Dated:
    stretch, rule = resolve(expression, days, setting), expression.rule
    if stretch:
        last = closing(expression)
        if last:
            stretch, rule = Stretch(stretch.end, stretch.end, "day"), last
        status = "planned" if days and stretch.start > days.end else status
    return Dated(expression, stretch, home, status, rule.id, _doubt(expression))


def _explained(printed: str, pair: tuple[Expression, ...]) -> Expression:
    """Of 今天（10月31日）, which a paper takes over from the day before, the day in brackets; else the first."""
    first, *others = pair
    for other in others:
        between = printed[first.end : other.start]
        if between in BRACKETS and between and first.steps[0][0].more["unit"] == "day_shift":
            return other
    return first


def _goes_on(expression: Expression, told: str) -> bool:
    """Whether what follows may go on from a date; not from one in a title, of an account, or that is compared with."""
    if told[expression.start] == "《" or all("event" in rule.more for rule, _ in expression.steps):
        return False
    known, start = rules("dates"), expression.start
    compared = known["compared"].pattern.match(told, expression.end)
    return not compared and not known["than"].pattern.search(told, max(0, start - LOOK_BACK), start)


def _doubt(expression: Expression) -> str:
    leading = [row[0][0] for row in expression.rows]
    unclear = [rule for rule, _ in expression.steps if rule.more["unit"] == "unclear_day"]
    behind = [expression.tail] if expression.tail else []
    doubt = next((rule.more["doubt"] for rule in (*unclear, *leading, *behind) if "doubt" in rule.more), "")
    return doubt and f"dates.{doubt}"


def _reports(printed: str, expression: Expression) -> bool:
    return bool(rules("dates")["reports"].pattern.match(printed, expression.end))


def _of_report(expression: Expression, days: DateRange | None) -> Dated:
    stretch = resolve(expression, days, Setting(None))
    home = (expression.start, expression.end)
    return Dated(expression, stretch, home, "unknown", expression.rule.id, reports=True)


def find(printed: str) -> Iterator[Expression]:
    """The expressions of time in a passage, read without regard to its spelling and to blanks between Chinese words."""
    value = printed.translate(_spelling())
    places = _places(value)
    if len(places) == len(value):
        yield from expressions(value)
        return
    for found in expressions("".join(value[place] for place in places)):
        yield replace(found, start=places[found.start], end=places[found.end - 1] + 1)


@cache
def _spelling() -> dict[int, int]:
    alike = rules("dates")["spelling"].more["alike"]
    return NARROW | {ord(printed): ord(read) for printed, read in alike.items()}


def _places(value: str) -> list[int]:
    """The places of the characters of a passage without the blanks that stand beside a Chinese one."""
    return [place for place, character in enumerate(value) if not (is_blank(character) and _idle(value, place))]


def _idle(value: str, place: int) -> bool:
    before, behind = value[place - 1 : place], value[place + 1 : place + 2]
    return before >= IDEOGRAPHS or behind >= IDEOGRAPHS


def status_of(value: str, home: tuple[int, int], expression: Expression, following: int) -> str:
    """What the clauses from the date's own to the next date's say first: planned, ongoing or happened, else unknown."""
    known = rules("status")
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
