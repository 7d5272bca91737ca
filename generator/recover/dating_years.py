"""What the words of an issue's articles tell of its year: the year itself, or days of a year before or after it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Evidence
from ..rules import rules
from .dating_signs import LATE, Passages, Said, calendar_day

DAY = timedelta(days=1)
PLAN_YEARS = 5


@dataclass(frozen=True, slots=True)
class Bound:
    """The issue does not come before `first` nor after `last`, as far as `evidence` goes (None: it does not say)."""

    first: date | None
    last: date | None
    evidence: Evidence


# --- the year itself ---


def years(words: Passages) -> Iterator[tuple[int, Evidence]]:
    """The year of the issue, from each passage that tells it."""
    yield from _same_figure(words)
    for name in ("year_named", "event_day"):
        yield from ((year, said.evidence) for said in words.find(name) if (year := said.number("year")))
    yield from _anniversary(words)
    yield from _event_this_year(words)


def _same_figure(words: Passages) -> Iterator[tuple[int, Evidence]]:
    """One figure that is said of last year's month in one place and of a named year's same month in another."""
    named = {
        (figure, said.number("month")): said for said in words.find("dated_figure") for figure in _figures_after(said)
    }
    for said in words.find("same_figure_last_year"):
        for figure in _figures_after(said):
            other = named.get((figure, said.number("month")))
            if other and (year := other.number("year")):
                yield year + 1, said.evidence
                yield year + 1, other.evidence


def _figures_after(said: Said) -> Iterator[str]:
    """The figures of the sentence, from where the rule found its words on."""
    rest = re.split("[。；！？]", said.match.string[said.match.end() :], maxsplit=1)[0]
    yield from (match.group() for match in rules("issue")["figure"].pattern.finditer(rest))


def _anniversary(words: Passages) -> Iterator[tuple[int, Evidence]]:
    """What this year is: so many years after something, or the first or the last one of a plan."""
    for said in words.find("anniversary"):
        yield _begun(said) + (said.number("count") or 0), said.evidence
    for said in words.find("year_of_plan"):
        yield _begun(said) + (PLAN_YEARS - 1 if said.match["last"] else 0), said.evidence


def _begun(said: Said) -> int:
    """The year in which that began which the rule's own table names."""
    return int(rules("issue")[said.evidence.rule.partition(".")[2]].more["since"][said.match["what"]])


def _event_this_year(words: Passages) -> Iterator[tuple[int, Evidence]]:
    """The newest year in the name of an event that recent news tells of, where nothing tells of that year by number."""
    recent = {said.article: said for name in ("recent", "this_year") for said in words.find(name)}
    events = (said for said in words.find("event_of_year") if said.article in recent)
    named = [(year, said) for said in events if (year := _year_of(said))]
    newest = max((year for year, _ in named), default=0)
    if newest > max(_told_by_number(words), default=0):
        for year, said in named:
            yield from ((year, found.evidence) for found in (said, recent[said.article]) if year == newest)


def _year_of(said: Said) -> int | None:
    return said.number("year") or said.number("name") or said.number("done")


def _told_by_number(words: Passages) -> Iterator[int]:
    """Years of which something past is told by their number: a paper's own one is `this year`."""
    for name in ("past_day", "past_year"):
        yield from (year for said in words.find(name) if not _is_ahead(said) and (year := said.number("year")))


def _is_ahead(said: Said) -> bool:
    """Whether the sentence speaks of what is still to come before it names the day."""
    before = re.split("[。；！？]", said.match.string[: said.match.start()])[-1]
    return bool(rules("issue")["ahead"].pattern.search(before))


# --- days with their year ---


def bounds(words: Passages) -> Iterator[Bound]:
    """What each day or year that is named tells of the day of the issue."""
    for name, bind in BINDERS.items():
        for said in words.find(name):
            year = said.number("year")
            yield from bind(year, said) if year else ()
    yield from _outlook(words)


def _past_day(year: int, said: Said) -> Iterator[Bound]:
    """What happened on a day is printed on the next at the earliest; in a month, in that month."""
    if _is_ahead(said):
        return
    month = said.number("month")
    day = calendar_day(year, month, said.number("day") or 1)
    if day:
        yield Bound(day + DAY if said.number("day") else day, None, said.evidence)


def _past_year(year: int, said: Said) -> Iterator[Bound]:
    if not _is_ahead(said):
        yield Bound(date(year, 1, 1), None, said.evidence)


def _review(year: int, said: Said) -> Iterator[Bound]:
    """A year is reviewed in its last weeks, or in the next one."""
    yield Bound(date(year, LATE, 1), date(year + 1, 12, 31), said.evidence)


def _coming_day(year: int, said: Said) -> Iterator[Bound]:
    month = said.number("month") or 12
    day = calendar_day(year, month, said.number("day") or (monthrange(year, month)[1] if month <= 12 else 0))
    if day:
        yield Bound(None, day, said.evidence)


def _released(year: int, said: Said) -> Iterator[Bound]:
    """The figures of a part of a year come out after it, and before the year's own are due."""
    part = next(name for name in MONTHS_OF if said.match[name])
    month = MONTHS_OF[part] or said.number("months") or 0
    if 1 <= month < 12:
        yield Bound(date(year, month + 1, 1), date(year, 12, 31), said.evidence)


MONTHS_OF = {"quarter": 3, "half": 6, "three": 9, "months": 0}


def _outlook(words: Passages) -> Iterator[Bound]:
    """A look ahead at a year, where the same article looks back at the year before: at the turn of the two."""
    told = {(said.article, said.number("year")) for said in words.find("past_year")}
    for said in words.find("outlook"):
        year = said.number("year")
        if year and (said.article, year - 1) in told:
            yield Bound(date(year - 1, LATE, 1), date(year, 6, 30), said.evidence)


BINDERS: Mapping[str, Callable[[int, Said], Iterator[Bound]]] = {
    "review_of_year": _review,
    "past_day": _past_day,
    "past_year": _past_year,
    "coming_day": _coming_day,
    "released": _released,
}
