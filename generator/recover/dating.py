"""The day of an issue, or the narrowest honest range of days, from what its pages print.

A year that nothing tells, or of which two passages tell otherwise, leaves a page undated: a wrong year is worse than
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..model import BODY, Article, Basis, Block, Claim, DateRange, Evidence, Kind
from ..rules import rules
from .dating_signs import DAY, Passages, Said, Sign, calendar_day, coming, dispatches, news, number_of, past
from .dating_years import bounds, years

WEEKDAYS = "一二三四五六日"
TOLD = BODY | {Kind.CAPTION}
WIDEST = timedelta(days=366)  # a range that is wider tells nothing
FRESH = 2 * DAY  # a page of fresh news has more of it from the days before its newest


def date_page(blocks: tuple[Block, ...], articles: Sequence[Article]) -> Claim[DateRange] | None:
    """The day printed over the page, or the days that its articles' words leave; None when they tell no year."""
    return _printed(blocks) or date_articles(articles)


def date_articles(articles: Iterable[Article]) -> Claim[DateRange] | None:
    """The days that the words of all these articles, of one issue, leave together; None when they tell no year."""
    words = Passages.of(articles)
    rest = _year(words)
    for sign in past(words) if rest else ():
        rest = rest and rest.narrowed([sign])
    if rest is None:
        return None
    sent = rest.narrowed(dispatches(words))
    rest = _next_day(sent, words) if sent else rest.narrowed(news(words)) or rest
    for sign in coming(words):
        rest = rest.narrowed([sign]) or rest
    return rest.claim()


def _printed(blocks: tuple[Block, ...]) -> Claim[DateRange] | None:
    """The day over the page, when its weekday, if printed, is the calendar's.

    A display line that has both is the line over the page too, whatever else it was taken for.
    """
    pattern = rules("issue")["folio_date"].pattern
    for block in blocks:
        match = None if block.kind in TOLD else pattern.search(block.text.value)
        if not match:
            continue
        day = calendar_day(*(number_of(match[part]) for part in ("year", "month", "day")))
        weekday = (match["weekday"] or "").replace("天", "日")
        agrees = weekday == WEEKDAYS[day.weekday()] if day else False
        if day and (agrees or (not weekday and block.kind is Kind.FURNITURE)):
            evidence = Evidence(block.text[match.start() : match.end()].strip(), "issue.folio_date")
            return Claim(DateRange(day, day), Basis.PRINTED, (evidence,))
    return None


@dataclass(frozen=True)
class _Rest:
    """The days that are left, in order, and the words that have left them, the last ones first."""

    days: tuple[DateRange, ...]
    evidence: tuple[Evidence, ...]

    def narrowed(self, signs: Sequence[Sign]) -> _Rest | None:
        """Only the days that at least one of the signs leaves; None when there is no sign, or these are none."""
        years = range(self.days[0].start.year - 1, self.days[-1].end.year + 2)
        telling = [(sign, days) for sign in signs if (days := _common(self.days, sign.allowed(years)))]
        left = _common(self.days, [day for _, days in telling for day in days])
        if left == self.days:
            return self
        return _Rest(left, (*(sign.said.evidence for sign, _ in telling), *self.evidence)) if left else None

    def claim(self) -> Claim[DateRange] | None:
        """The first and the last day that are left; None when they are too far apart to tell anything."""
        first, last = self.days[0].start, self.days[-1].end
        if last - first > WIDEST:
            return None
        evidence = {(said.text.value, said.rule): said for said in self.evidence}
        return Claim(DateRange(first, last), Basis.INFERRED, tuple(evidence.values()))


def _common(one: Sequence[DateRange], other: Sequence[DateRange]) -> tuple[DateRange, ...]:
    """The days that are in both, in order, each once."""
    both = [(max(a.start, b.start), min(a.end, b.end)) for a in one for b in other]
    merged: list[DateRange] = []
    for start, end in sorted(days for days in both if days[0] <= days[1]):
        if merged and start <= merged[-1].end + DAY:
            merged[-1] = DateRange(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(DateRange(start, end))
    return tuple(merged)


def _year(words: Passages) -> _Rest | None:
    """The year of the issue, or the days between two that are named; None when neither is told, or both ways."""
    told = list(years(words))
    named = {year for year, _ in told}
    if len(named) > 1:
        return None
    firsts = [(date(year, 1, 1), evidence) for year, evidence in told]
    lasts = [(date(year, 12, 31), evidence) for year, evidence in told]
    for bound in bounds(words):
        firsts += [(bound.first, bound.evidence)] if bound.first else []
        lasts += [(bound.last, bound.evidence)] if bound.last else []
    if not firsts or not lasts:
        return None
    first, last = max(day for day, _ in firsts), min(day for day, _ in lasts)
    telling = [evidence for day, evidence in (*firsts, *lasts) if day in (first, last)]
    grounds = [evidence for _, evidence in told]
    return _Rest((DateRange(first, last),), (*telling, *grounds)) if first <= last else None


def _next_day(rest: _Rest, words: Passages) -> _Rest:
    """Only the day after the last dispatch, where another article too has news of the days before it."""
    if len(rest.days) != 1:
        return rest
    last = rest.days[0].start - DAY
    sent = {sign.said.article for sign in dispatches(words) if sign.named(last.year) == last}
    fresh = {sign.said.article for sign in (*dispatches(words), *news(words)) if _is_fresh(sign.named(last.year), last)}
    fresh |= {said.article for name in ("up_to", "day_alone") for said in words.find(name) if _ends_fresh(said, last)}
    return replace(rest, days=(DateRange(last + DAY, last + DAY),)) if sent and len(sent | fresh) > 1 else rest


def _is_fresh(day: date | None, last: date) -> bool:
    return day is not None and last - FRESH <= day <= last


def _ends_fresh(said: Said, last: date) -> bool:
    """Whether the day of a match, in the month that it names or else in that of the last news, is one of the last."""
    month = said.number("month") if "month" in said.match.groupdict() else last.month
    return _is_fresh(calendar_day(last.year, month, said.number("day")), last)
