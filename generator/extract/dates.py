"""Expressions of time: found word by word, read against the day of the issue, never more precisely than it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import Article, DateRange, Issue
from ..rules import Rule, rules
from .calendar import Setting, Step, Stretch, read_row, until

NARROWING: Mapping[str, int] = {
    "year": 1,
    "years": 1,
    "short_year": 1,
    "same_year": 1,
    "half": 2,
    "quarter": 2,
    "quarters": 2,
    "month": 3,
    "months": 3,
    "month_shift": 3,
    "year_end": 3,
    "day": 4,
    "days": 4,
    "month_end": 4,
    "lunar": 4,
    "date": 4,
    "day_shift": 4,
    "same_day": 4,
    "week": 4,
    "time": 5,
}
FOLLOWS = frozenset({"time"})
LINKS = frozenset({"tail", "join", "before"})
ENDING = frozenset({"month", "months", "month_end", "year_end", "half", "quarter", "quarters"})
LOOK_BACK = 6


@dataclass(frozen=True, slots=True)
class Expression:
    """Words for a time: where they stand in their passage, one row of steps or (a range) two, perhaps a tail (以来)."""

    start: int
    end: int
    rows: tuple[tuple[Step, ...], ...]
    tail: Rule | None = None

    @property
    def rule(self) -> Rule:
        """The rule that says most about how it was read: the tail's, else one that is only a habit, else the first."""
        steps = [step[0] for row in self.rows for step in row]
        return self.tail or next((rule for rule in steps if "about" in rule.more), steps[0])


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
        if start < end or steps[start][0].more["unit"] in FOLLOWS:
            continue
        found = _expression(value, start, steps)
        end = found.end
        if not known["every"].pattern.search(value, max(0, start - LOOK_BACK), start):
            yield found


def _steps(value: str) -> Mapping[int, Step]:
    """The longest time word at each place where one begins."""
    found: dict[int, Step] = {}
    for rule in rules("dates").values():
        if rule.more["unit"] in LINKS or not rule.may_fit(value):
            continue
        for match in rule.pattern.finditer(value):
            rival = found.get(match.start())
            if rival is None or rival[1].end() < match.end():
                found[match.start()] = (rule, match)
    return found


def _expression(value: str, start: int, steps: Mapping[int, Step]) -> Expression:
    first = _row(value, start, steps)
    end = first[-1][1].end()
    rows: tuple[tuple[Step, ...], ...] = (first,)
    joined = rules("dates")["range"].pattern.match(value, end)
    if joined and joined.end() in steps and first[0][0].more["unit"] != "vague":
        second = _row(value, joined.end(), steps)
        if second[0][0].more["unit"] != "vague":
            rows, end = (first, second), second[-1][1].end()
    tail = rules("dates")["since"]
    trailing = tail.pattern.match(value, end)
    if trailing and first[0][0].more["unit"] != "vague":
        return Expression(start, trailing.end(), rows, tail)
    return Expression(start, end, rows)


def _row(value: str, start: int, steps: Mapping[int, Step]) -> tuple[Step, ...]:
    """The words from `start` on that narrow each other: year, then part of the year, then month, then day."""
    row = [steps[start]]
    while True:
        end = row[-1][1].end()
        following = steps.get(end) or (steps.get(end + 1) if value[end : end + 1] == "的" else None)
        if following is None or _narrowing(row[-1]) == 0 or _narrowing(following) <= _narrowing(row[-1]):
            return tuple(row)
        row.append(following)


def _narrowing(step: Step) -> int:
    return NARROWING.get(step[0].more["unit"], 0)


def resolve(expression: Expression, days: DateRange | None, setting: Setting) -> Stretch | None:
    """The days that an expression means when it is printed on one of `days`: only what is the same for all of them.

    What lasts until the article was printed (今年以来) ends with `days`: earlier would be earlier than is known.
    """
    if days is None:
        return None if expression.tail else _read(expression, setting)
    first = _read(expression, replace(setting, today=days.start))
    last = _read(expression, replace(setting, today=days.end))
    if first is None or last is None:
        return None
    if expression.tail:
        return until(first, days.end) if first.start == last.start else None
    return first if first == last else None


def _read(expression: Expression, setting: Setting) -> Stretch | None:
    first = read_row(expression.rows[0], setting)
    if first is None or len(expression.rows) == 1:
        return first
    second = read_row(expression.rows[1], setting, inside=first)
    return Stretch(first.start, second.end, "range") if second and first.start <= second.end else None


def closing(value: str, expression: Expression) -> Rule | None:
    """The rule by which `截至6月底` is one day, the last of what the expression means; None when it is not so."""
    rule = rules("dates")["as_of"]
    before = rule.pattern.search(value, max(0, expression.start - LOOK_BACK), expression.start)
    ends = not expression.tail and expression.rows[-1][-1][0].more["unit"] in ENDING
    return rule if before and ends else None
