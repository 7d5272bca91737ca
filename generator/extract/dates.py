"""Expressions of time: found word by word, read against the day of the issue, never more precisely than it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ..model import Article, DateRange, Issue
from ..rules import Rule, Sieve, rules
from .calendar import Reader, Setting, Step, Stretch, until
from .dates_days import DAYS_AND_WEEKS
from .dates_lunar import LUNAR
from .dates_years import YEARS

READERS: Mapping[str, Reader] = {**YEARS, **LUNAR, **DAYS_AND_WEEKS}
# How far a word narrows what stands before it: it may stand behind a word of a lower rank. Others stand alone.
NARROWING: Mapping[str, int] = {
    **dict.fromkeys(("year", "years", "short_year", "same_year", "year_pair", "years_listed", "era"), 1),
    **dict.fromkeys(("half", "quarter", "quarters", "quarter_shift", "first_months", "season", "decade"), 2),
    **dict.fromkeys(("month", "months", "months_of", "month_shift", "same_month"), 3),
    **dict.fromkeys(("day", "days", "unclear_day", "half_month", "nth_week", "part_of"), 4),
    **dict.fromkeys(("lunar", "new_year", "festival", "date", "day_shift", "same_day", "week", "weekday"), 4),
    "time": 5,
}
NOT_WORDS = frozenset({"tail", "join", "before", "behind", "spelling", "doubt"})
LOOK_BACK = 6
LOOSE = frozenset({"的", " "})  # between two words that narrow each other


@dataclass(frozen=True, slots=True)
class Expression:
    """Words for a time: where they stand in their passage, one row of steps or (a range) two.

    `opening`: the word before that belongs to it (截至, 自); `tail`: the one behind it (以来, 之前).
    """

    start: int
    end: int
    rows: tuple[tuple[Step, ...], ...]
    opening: Rule | None = None
    tail: Rule | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """All of its words for time, in order."""
        return tuple(step for row in self.rows for step in row)

    @property
    def rule(self) -> Rule:
        """The rule that says most about how it was read: the tail's, else one that is only a habit, else the first."""
        said = [rule for rule, _ in self.steps]
        return self.tail or next((rule for rule in said if {"about", "inside"} & set(rule.more)), said[0])

    @property
    def unit(self) -> str:
        """The sort of its first word, as its rule has it."""
        return str(self.rows[0][0][0].more["unit"])

    @property
    def is_vague(self) -> bool:
        """Whether it is a word that names no days at all (日前)."""
        return self.unit == "vague"


def reference(article: Article, issue: Issue) -> DateRange | None:
    """The day (or range of days) that an article counts from: the agency's dateline, else the issue."""
    dateline = article.dateline
    if dateline and dateline.day:
        return DateRange(dateline.day, dateline.day)
    return issue.dated.value if issue.dated else None


def expressions(value: str) -> Iterator[Expression]:
    """The expressions of time in `value`, in order, not overlapping; without the days that come every month or year."""
    known = rules("dates")
    steps = _steps(value)
    end = 0
    for start in sorted(steps):
        if start < end or not _stands_alone(steps[start]):
            continue
        found = _expression(value, start, end, steps)
        end = found.end
        if not known["every"].pattern.search(value, max(0, start - LOOK_BACK), start):
            yield found


def _stands_alone(step: Step) -> bool:
    more = step[0].more
    return more.get("alone") == "yes" or ("alone" not in more and more["unit"] != "time")


def _steps(value: str) -> Mapping[int, Step]:
    """The longest time word at each place where one begins."""
    found: dict[int, Step] = {}
    for rule in _words().fitting(value):
        for match in rule.pattern.finditer(value):
            rival = found.get(match.start())
            if rival is None or rival[1].end() < match.end():
                found[match.start()] = (rule, match)
    return found


@cache
def _words() -> Sieve:
    return Sieve(rule for rule in rules("dates").values() if rule.more["unit"] not in NOT_WORDS)


@cache
def _tails() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("dates").values() if rule.more["unit"] == "tail")


def _expression(value: str, start: int, after: int, steps: Mapping[int, Step]) -> Expression:
    """The expression that begins at `start`; what stands before it may belong to it from `after` on."""
    first = _row(value, start, steps)
    if first[0][0].more["unit"] == "vague":
        return Expression(start, first[-1][1].end(), (first,))
    rows, end = _range(value, first, steps)
    tail = _tail(value, end)
    names = ("as_of", "from") if tail or len(rows) > 1 or "spans" in first[-1][0].more else ("as_of",)
    opening = _opening(value, max(after, start - LOOK_BACK), start, names)
    begin = opening[1] if opening else start
    return Expression(begin, tail[1] if tail else end, rows, opening and opening[0], tail and tail[0])


def _range(value: str, first: tuple[Step, ...], steps: Mapping[int, Step]) -> tuple[tuple[tuple[Step, ...], ...], int]:
    """The row with the one that it is joined to by 至, if there is one, and where they end."""
    known, end = rules("dates"), first[-1][1].end()
    joined = known["range"].pattern.match(value, end)
    if not joined or joined.end() not in steps:
        return (first,), end
    second = _row(value, joined.end(), steps)
    if second[0][0].more["unit"] == "vague":
        return (first,), end
    end = second[-1][1].end()
    closed = known["range_end"].pattern.match(value, end)
    return (first, second), closed.end() if closed else end


def _tail(value: str, end: int) -> tuple[Rule, int] | None:
    """The word behind an expression that opens or closes it, and where that ends."""
    matches = ((rule, rule.pattern.match(value, end)) for rule in _tails())
    return next(((rule, match.end()) for rule, match in matches if match), None)


def _opening(value: str, after: int, start: int, names: Iterable[str]) -> tuple[Rule, int] | None:
    """The word before an expression that belongs to it, and where that begins."""
    for name in names:
        rule = rules("dates")[name]
        match = rule.pattern.search(value, after, start)
        if match:
            return rule, match.start()
    return None


def _row(value: str, start: int, steps: Mapping[int, Step]) -> tuple[Step, ...]:
    """The words from `start` on that narrow each other: year, then part of the year, then month, then day."""
    row = [steps[start]]
    while True:
        end = row[-1][1].end()
        following = steps.get(end) or (steps.get(end + 1) if value[end : end + 1] in LOOSE else None)
        if following is None or _narrowing(row[-1]) == 0 or _narrowing(following) <= _narrowing(row[-1]):
            return tuple(row)
        row.append(following)


def _narrowing(step: Step) -> int:
    return NARROWING.get(step[0].more["unit"], 0)


def read_row(row: tuple[Step, ...], setting: Setting, *, inside: Stretch | None = None) -> Stretch | None:
    """The days that a row of time words means, each narrowing the one before it; None when they cannot be known.

    `inside`: what the row goes on from (the first half of a range), else None.
    """
    known = inside
    for rule, match in row:
        found = READERS[rule.more["unit"]](known, (rule, match), setting)
        if found is None:
            return None
        held = found.inside or rule.more.get("inside", "") or (known.inside if known and known is not inside else "")
        known = found if held == found.inside else replace(found, inside=held)
    return known


def resolve(expression: Expression, days: DateRange | None, setting: Setting) -> Stretch | None:
    """The days that an expression means when it is printed on one of `days`: only what is the same for all of them.

    What lasts until the article was printed (今年以来) ends with `days`: earlier would be earlier than is known.
    """
    lasts = expression.tail is not None and "lasts" in expression.tail.more
    if days is None:
        return None if lasts else _read(expression, setting)
    first = _read(expression, replace(setting, today=days.start))
    last = first if days.start == days.end else _read(expression, replace(setting, today=days.end))
    if first is None or last is None:
        return None
    if lasts:
        return until(first, days.end) if first.start == last.start else None
    return first if first == last else None


def _read(expression: Expression, setting: Setting) -> Stretch | None:
    first = read_row(expression.rows[0], setting)
    if first is None or len(expression.rows) == 1:
        return first
    going_on = replace(setting, sentence=first, paragraph=first)
    second = read_row(expression.rows[1], going_on, inside=first)
    if second is None or second.end < first.start:
        return None
    return Stretch(first.sure.start, second.sure.end, "range")


def closing(expression: Expression) -> Rule | None:
    """The rule by which an expression is one day, the last of what it means; None when it is not so.

    So it is with 截至6月底 and with 6月底前.
    """
    last = expression.rows[-1][-1][0].more
    if "ends" not in last or (expression.tail and "closes" not in expression.tail.more):
        return None
    if expression.tail:
        return expression.tail if "inside" in last else None
    return expression.opening if expression.opening and "closes" in expression.opening.more else None
