"""Figures: numbers with their units, what they count, where and when, and how they are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Date, DateRange, Figure, Issue
from ..rules import rules
from ..text import Text
from .figures_clause import Clause, clauses, is_bare
from .figures_day import as_of
from .figures_kind import kind, qualifier, status
from .figures_scope import Scope, scene, scope
from .figures_subject import is_beside, subject
from .figures_whose import bodies, full_names, speaks_for_place, whose
from .told import Named, Told

FEW = 6  # characters between what is compared with and which way it went


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
    one = clause.quantity
    limits = qualifier(clause)
    start, end = (min(limits[0], one.start), max(limits[1], one.end)) if limits else (one.start, one.end)
    sort = kind(clause, limits)
    if last and sort == "share" and last.kind in ("change", "rate") and is_beside(clause, start):
        sort = last.kind  # 减少17.2%和56.9%
    day = as_of(clause, days, last)
    told = status(clause, ahead=bool(day and days and day.start and day.start > days.end))
    return Figure(
        text=clause.text(one.start, one.end),
        value=one.value,
        value_max=one.most,
        unit=one.unit,
        kind=sort,
        paragraph=clause.told.passage.paragraph(one.start),
        subject=subject(clause, start, end, sort, last),
        qualifier=clause.text(*limits) if limits else None,
        comparison=_compared(clause, sort) or _among(clause),
        status=told,
        as_of=None if day and told != "reported" and _is_past_day(day, days) else day,
        doubt=_doubt(clause),
    )


def _is_past_day(day: Date, days: DateRange | None) -> bool:
    """Whether it is a day on which something was said: it dates no plan."""
    return bool(days and day.precision == "day" and day.end and day.end < days.start)


def _compared(clause: Clause, kind: str) -> Text | None:
    """With what a figure is compared, and which way it went: 同比下降."""
    known, first, last = rules("figures"), clause.start, clause.quantity.start
    compared = known["comparison"].pattern.search(clause.value, first, last)
    went = known["went"].pattern.search(clause.value, first, last) if kind == "change" else None
    if compared and went and 0 <= went.start() - compared.end() <= FEW:
        return clause.text(compared.start(), went.end())
    found = compared or went
    return clause.text(*found.span()) if found else None


def _among(clause: Clause) -> Text | None:
    """Among whom a rank is told: 全省第三."""
    one = clause.quantity
    stands = one.rule.pattern.search(clause.value, clause.start, one.end) if one.rule.id == "units.rank" else None
    return clause.text(*stands.span("among")) if stands and stands["among"] else None


def _doubt(clause: Clause) -> str:
    one, known = clause.quantity, rules("figures")
    if one.rule.id == "units.duration":
        return "figures.duration_open"
    if one.rule.id == "units.money" and is_bare(clause) and known["bare_class"].pattern.match(clause.value, one.end):
        return "figures.class_open"
    if one.rule.more["kind"] == "count" and one.number.by_hand:
        if known["listed_open"].pattern.match(clause.value, one.number.end):
            return "figures.listed_open"
        if clause.quoted:
            return "figures.quoted_open"
    return ""
