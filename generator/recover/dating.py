"""The day of an issue, or the narrowest honest range of days, from what one page prints.

Each rule of `rules/issue.yml` gives a bound with the words it rests on. A year that no rule gives, or on which two
rules differ, leaves the page undated: a wrong year is worse than none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Basis, Block, Claim, DateRange, Evidence, Kind
from ..rules import rules

WEEKDAYS = "一二三四五六日"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a rule found in a block."""

    match: re.Match[str]
    evidence: Evidence
    block: Block

    def number(self, part: str) -> int | None:
        """A named part of the match as a number."""
        caught = self.match.groupdict().get(part)
        return int(caught) if caught else None


@dataclass(frozen=True, slots=True)
class _Bound:
    """The issue is not before `first`, not after `last`, as far as `evidence` goes (None: it does not say)."""

    first: date | None
    last: date | None
    evidence: Evidence


def date_page(blocks: tuple[Block, ...]) -> Claim[DateRange] | None:
    """The day printed over the page, or the range of days that its words allow; None when they tell no year."""
    return _printed(blocks) or _inferred(blocks)


def _found(name: str, blocks: Iterable[Block]) -> Iterator[_Said]:
    rule = rules("issue")[name]
    for block in blocks:
        for match in rule.pattern.finditer(block.text.value):
            yield _Said(match, Evidence(block.text[match.start() : match.end()].strip(), rule.id), block)


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, or None when the calendar has no such day."""
    if not (year and month and day and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _printed(blocks: tuple[Block, ...]) -> Claim[DateRange] | None:
    """The day over the page, when its weekday, if printed, is the calendar's."""
    folios = [block for block in blocks if block.kind is Kind.FURNITURE]
    for said in _found("folio_date", folios):
        day = _day(said.number("year"), said.number("month"), said.number("day"))
        weekday = (said.match["weekday"] or "").replace("天", "日")
        if day and (not weekday or WEEKDAYS.index(weekday) == day.weekday()):
            return Claim(DateRange(day, day), Basis.PRINTED, (said.evidence,))
    return None


def _inferred(blocks: tuple[Block, ...]) -> Claim[DateRange] | None:
    own = tuple(block for block in blocks if block.kind is not Kind.FURNITURE)
    years = list(_years(own))
    if len({year for year, _ in years}) != 1:
        return None
    year = years[0][0]
    bounds = [bound for name, bind in BINDERS.items() for said in _found(name, own) for bound in bind(year, said)]
    return _narrowed(year, tuple(evidence for _, evidence in years), bounds)


def _narrowed(year: int, grounds: tuple[Evidence, ...], bounds: Iterable[_Bound]) -> Claim[DateRange] | None:
    """The days of the year that all bounds leave; an upper bound that a lower one contradicts is left out."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    used: list[Evidence] = []
    for bound in bounds:
        if bound.first and bound.first > first:
            first, used = bound.first, [bound.evidence, *used]
    for bound in bounds:
        if bound.last and first <= bound.last < last:
            last, used = bound.last, [bound.evidence, *used]
    if first > last:
        return None
    evidence = {(said.text.value, said.rule): said for said in reversed((*used, *grounds))}
    return Claim(DateRange(first, last), Basis.INFERRED, tuple(evidence.values())[::-1])


# --- the year ---


def _years(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Evidence]]:
    yield from _same_figure(blocks)
    yield from ((year + 1, said.evidence) for said in _found("review_of_year", blocks) if (year := said.number("year")))
    yield from _event_this_year(blocks)


def _same_figure(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Evidence]]:
    """One figure that is said of last year's month in one place and of a named year's same month in another."""
    named = {
        (figure, said.number("month")): said
        for said in _found("dated_figure", blocks)
        for figure in _figures_after(said)
    }
    for said in _found("same_figure_last_year", blocks):
        for figure in _figures_after(said):
            other = named.get((figure, said.number("month")))
            if other and (year := other.number("year")):
                yield year + 1, said.evidence
                yield year + 1, other.evidence


def _figures_after(said: _Said) -> Iterator[str]:
    """The figures of the sentence, from where the rule found its words on."""
    rest = re.split("[。；！？]", said.match.string[said.match.end() :], maxsplit=1)[0]
    yield from (match.group() for match in rules("issue")["figure"].pattern.finditer(rest))


def _event_this_year(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Evidence]]:
    """The newest year in an event's name, where the page says `this year` and spells out no month of that year."""
    this_year = next(_found("this_year", blocks), None) or next(_found("opening", blocks), None)
    named = [(year, said) for said in _found("event_of_year", blocks) if (year := _year_of(said))]
    if not named or this_year is None:
        return
    newest = max(year for year, _ in named)
    if newest >= max((year for year, _ in _spelt_out(blocks)), default=newest):
        yield from ((newest, said.evidence) for year, said in named[:1] if year == newest)
        yield newest, this_year.evidence


def _year_of(said: _Said) -> int | None:
    return said.number("year") or int((said.match["name"] or "0")[-4:]) or None


def _spelt_out(blocks: tuple[Block, ...]) -> Iterator[tuple[int, _Said]]:
    """Years written out with a month: a paper writes so of other years than its own."""
    for said in _found("dated_figure", blocks):
        if year := said.number("year"):
            yield year + 1, said


# --- the day ---


def _wire(year: int, said: _Said) -> Iterator[_Bound]:
    """A dispatch is printed on the next day."""
    sent = _day(year, said.number("month"), said.number("day"))
    if sent and (sent + DAY).year == year:
        yield _Bound(sent + DAY, sent + DAY, said.evidence)


def _after_day(year: int, said: _Said) -> Iterator[_Bound]:
    """What happened by a day is printed on the next at the earliest; by a month's end, after it."""
    month = said.number("month")
    day = said.number("day")
    if month and 1 <= month <= 12 and not day:
        day = monthrange(year, month)[1] if said.match.groupdict().get("late") else 0
    reached = _day(year, month, day or 1)
    if reached:
        first = reached + DAY if day else reached
        yield _Bound(min(first, date(year, 12, 31)), None, said.evidence)


def _half(year: int, said: _Said) -> Iterator[_Bound]:
    yield _Bound(date(year, 7, 1), None, said.evidence)


def _deadline(year: int, said: _Said) -> Iterator[_Bound]:
    """A deadline that is announced has not passed."""
    yield _Bound(None, _day(year, said.number("month"), said.number("day")), said.evidence)


def _festival(year: int, said: _Said) -> Iterator[_Bound]:
    """A festival that is still to come bounds the issue, in the years that the table knows."""
    days = rules("festivals")[said.match["festival"]].more["days"]
    day = days.get(str(year)) or days.get("every")
    if day:
        yield _Bound(None, date.fromisoformat(f"{year}-{day}") - DAY, said.evidence)


BINDERS: Mapping[str, Callable[[int, _Said], Iterator[_Bound]]] = {
    "wire": _wire,
    "up_to": _after_day,
    "opening": _after_day,
    "month_this_year": _after_day,
    "half_done": _half,
    "deadline": _deadline,
    "festival_ahead": _festival,
}
