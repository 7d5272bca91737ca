"""The day of a figure: the date that governs it; none that is only compared with, or on which a thing was founded."""

from __future__ import annotations

from bisect import bisect_right

from ..model import Date, DateRange, Figure
from ..rules import rules
from ..text import Text
from .dates_read import Dated, as_date
from .figures_clause import Clause

MANY = 8  # dates of a sentence that are looked at
LEAD, BEHIND = 12, 24  # characters before and behind a date that tell what it does
DAYS = frozenset({"day"})


def as_of(clause: Clause, days: DateRange | None, last: Figure | None) -> Date | None:
    """The day of a figure: the nearest date before it in its sentence that governs it; 目前 is the day of the issue.

    What is 其中 has the day of the figure that it is a part of. None where the sentence dates something else.
    """
    known, (first, _), start = rules("figures"), clause.sentence, clause.quantity.start
    now = max((found.span() for found in known["now"].pattern.finditer(clause.value, first, start)), default=None)
    for dated in _before(clause):
        if now and days and now[0] >= dated.expression.start:
            break
        if _is_listed(clause, dated):
            return None
        if _is_aside(clause, dated):
            continue
        return _taken(clause, dated)
    if now and days:
        return _now(clause.text(*now), days)
    return last.as_of if last and known["of_them"].pattern.search(clause.value, first, start) else None


def _before(clause: Clause) -> list[Dated]:
    """The dates of the sentence before a figure, the nearest first."""
    dates, start = clause.told.dates, clause.quantity.start
    last = bisect_right(dates, start, key=lambda one: one.expression.start)
    return [one for one in reversed(dates[max(0, last - MANY) : last]) if one.expression.start >= clause.sentence[0]]


def _is_aside(clause: Clause, dated: Dated) -> bool:
    """Whether a date only tells what is compared with (比2018年), or when a thing was founded (1995年成立的公司)."""
    known, value = rules("figures"), clause.value
    start, end = dated.expression.start, dated.expression.end
    lead = value[max(0, start - LEAD) : start]
    if known["compared_day"].pattern.search(lead) or known["founded"].pattern.match(value, end):
        return True
    return lead.rfind("《") > lead.rfind("》") or value.find("》", end, end + BEHIND) >= 0 > value.find(
        "《", end, end + BEHIND
    )


def _taken(clause: Clause, dated: Dated) -> Date | None:
    """A date as the day of a figure; None where only a part of it is meant, or several dates share their figures."""
    known, value = rules("figures"), clause.value
    start, end = dated.expression.start, dated.expression.end
    part = known["part_of_day"].pattern.match(value, end) or known["yearly"].pattern.search(
        value, end, clause.quantity.start
    )
    mark = max((found.end() for found in known["clause"].pattern.finditer(value, clause.sentence[0], start)), default=0)
    lead = value[max(mark, clause.sentence[0]) : start]
    if part or dated.doubt or dated.stretch is None or not known["opens_day"].pattern.fullmatch(lead.strip()):
        return None
    date = as_date(clause.told.passage, dated)
    if date.start is None or date.end is None:
        return None
    grows = known["from_to"].pattern.search(value, end, clause.quantity.end + BEHIND)
    return None if grows and date.start.year != date.end.year else date


def _is_listed(clause: Clause, dated: Dated) -> bool:
    """Whether a date stands in a row with another: 2021年和2022年."""
    other = next((one for one in _before(clause) if one.expression.end <= dated.expression.start), None)
    between = clause.value[other.expression.end : dated.expression.start] if other else ""
    return bool(between) and bool(rules("figures")["beside"].pattern.fullmatch(between))


def _now(words: Text, days: DateRange) -> Date:
    return Date(words, days.start, days.end, "day" if days.start == days.end else "range", "figures.now")
