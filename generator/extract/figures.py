"""Figures: numbers with their units, what they count, where and when, and how they are meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Date, DateRange, Figure, Issue
from ..rules import rules
from ..text import Text
from .dates_read import as_date
from .figures_clause import Clause, clauses
from .figures_kind import kind, qualifier, status
from .figures_scope import Scope, scene, scope
from .figures_subject import is_beside, subject
from .figures_whose import bodies, full_names, speaks_for_place, whose
from .told import Named, Told


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, and the clause of the passage that it was read in."""

    clause: Clause
    figure: Figure


def measure(every: Sequence[Told], days: DateRange | None, issue: Issue) -> tuple[Measured, ...]:
    """The figures in the passages of one article of `issue`, in reading order; `days`: what its dates count from."""
    found: list[Measured] = []
    around, full = scene(every, issue), full_names(every)
    for number, told in enumerate(every):
        last: Figure | None = None
        acting = bodies(told)
        for clause in clauses(told):
            owner = whose(clause, acting)
            last = _placed(_figure(clause, days, last), clause, scope(clause, around, number), owner)
            if owner is not None:
                last = replace(last, whose=full.get(owner.name) or clause.text(owner.start, owner.end))
            found.append(Measured(clause, last))
    return tuple(found)


def _placed(figure: Figure, clause: Clause, place: Scope | None, owner: Named | None) -> Figure:
    """A figure with the place that it belongs to; a firm's (`owner`) belongs to none that was named before the firm."""
    behind = owner is None or bool(place and place.words and place.words[0] > owner.end)
    if place is None or not (behind or (owner and speaks_for_place(clause, owner))):
        return figure
    return replace(figure, scope="/".join(place.chain), scope_by=clause.text(*place.words) if place.words else None)


def _figure(clause: Clause, days: DateRange | None, last: Figure | None) -> Figure:
    one, known = clause.quantity, rules("figures")
    limits = qualifier(clause)
    start, end = (min(limits[0], one.start), max(limits[1], one.end)) if limits else (one.start, one.end)
    sort = kind(clause, limits)
    if last and sort == "share" and last.kind in ("change", "rate") and is_beside(clause, start):
        sort = last.kind  # 减少17.2%和56.9%
    compared = known["comparison"].pattern.search(clause.value, clause.start, one.start)
    return Figure(
        text=clause.text(one.start, one.end),
        value=one.value,
        value_max=one.most,
        unit=one.unit,
        kind=sort,
        paragraph=clause.told.passage.paragraph(one.start),
        subject=subject(clause, start, end, sort, last.subject if last else None),
        qualifier=clause.text(*limits) if limits else None,
        comparison=clause.text(*compared.span()) if compared else _among(clause),
        status=status(clause),
        as_of=_as_of(clause, days, last),
        doubt=_doubt(clause),
    )


def _among(clause: Clause) -> Text | None:
    """Among whom a rank is told: 全省第三."""
    one = clause.quantity
    stands = one.rule.pattern.search(clause.value, clause.start, one.end) if one.rule.id == "units.rank" else None
    return clause.text(*stands.span("among")) if stands and stands["among"] else None


def _doubt(clause: Clause) -> str:
    one, known = clause.quantity, rules("figures")
    if one.rule.id == "units.duration":
        return "figures.duration_open"
    if one.rule.more["kind"] == "count" and one.number.by_hand:
        if known["listed_open"].pattern.match(clause.value, one.number.end):
            return "figures.listed_open"
        if clause.quoted:
            return "figures.quoted_open"
    return ""


def _as_of(clause: Clause, days: DateRange | None, last: Figure | None) -> Date | None:
    """The day of a figure: the nearest date before it in its sentence; 目前 is the day of the issue.

    What is 其中 has the day of the figure that it is a part of.
    """
    known, (first, final), start = rules("figures"), clause.sentence, clause.quantity.start
    place = bisect_right(clause.told.dates, start, key=lambda one: one.expression.start) - 1
    dated = clause.told.dates[place] if place >= 0 else None
    if dated is not None and not first <= dated.expression.start < final:
        dated = None
    now = list(known["now"].pattern.finditer(clause.value, first, start))
    if now and days and (dated is None or now[-1].start() >= dated.expression.start):
        return _now(clause.text(*now[-1].span()), days)
    if dated is not None and known["yearly"].pattern.search(clause.value, dated.expression.end, start):
        return None
    if dated is not None:
        date = as_date(clause.told.passage, dated)
        return date if date.start else None
    return last.as_of if last and known["of_them"].pattern.search(clause.value, first, start) else None


def _now(words: Text, days: DateRange) -> Date:
    return Date(words, days.start, days.end, "day" if days.start == days.end else "range", "figures.now")
