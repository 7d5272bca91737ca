"""Dated sentences: which sentence a date governs, and whether it tells what happened, goes on, or is planned."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model import Date, DateRange, Event
from ..rules import rules
from .calendar import Setting, Stretch
from .dates import Expression, closing, expressions, resolve
from .sentences import Passage, bounds, sentence

NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0E: ord(".")}  # wide ones are read alike
MANY = 20  # dates of one sentence that are looked at; a table that lost its lines may have thousands
NEAR = 200  # characters around a date in which its clauses are looked for
LASTING = ("planned", "ongoing", "happened")  # of 今年以来 and 近年来
POINTED = ("planned", "happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression read: the days it means (None: not known), the sentence it stands in, and by which rule."""

    expression: Expression
    stretch: Stretch | None
    sentence: tuple[int, int]
    status: str
    rule: str


def events(passage: Passage, found: tuple[Dated, ...]) -> Iterator[Event]:
    """The dated sentences of a passage, in order; `found`: its expressions of time."""
    for (start, end), group in groupby(found, key=lambda dated: dated.sentence):
        together = tuple(group)
        whole = sentence(passage, start, end)
        titles = _titles(passage.text.value, start, end)
        told: set[Stretch | str] = set()
        for dated in together:
            date = as_date(passage, dated)
            key = dated.stretch or date.text.value
            if key not in told and _governs(dated, together, titles):
                told.add(key)
                yield Event(date, whole.text, whole.paragraph, dated.status)


def _governs(dated: Dated, together: tuple[Dated, ...], titles: frozenset[int]) -> bool:
    """Whether a date puts its sentence on a timeline: not 目前, not a year in the name of a thing.

    `together`: the dates of its sentence; `titles`: the places of the sentence that are inside of titles.
    """
    if not _tells(dated.expression) or dated.expression.start in titles:
        return False
    if dated.expression.tail or dated.stretch is None or dated.stretch.precision != "year":
        return True
    return not any(_covers(other, dated) for other in together[:MANY])


def _covers(other: Dated, year: Dated) -> bool:
    """Whether another date of the sentence says more than a bare year does: a day of that year, or of one not known."""
    first = other.expression.rows[0]
    bare = len(first) == 1 and first[0][0].more["unit"] in {"year", "vague"}
    if bare or not _tells(other.expression):
        return False
    return other.stretch is None or year.stretch is None or other.stretch.start.year == year.stretch.start.year


def _titles(value: str, start: int, end: int) -> frozenset[int]:
    found = rules("status")["quoted_name"].pattern.finditer(value, start, end)
    return frozenset(index for match in found for index in range(*match.span()))


def _tells(expression: Expression) -> bool:
    """Whether an expression puts its sentence on a timeline; 目前 alone does not."""
    return any(step[0].more.get("event") != "no" for row in expression.rows for step in row)


def as_date(passage: Passage, dated: Dated) -> Date:
    """An expression read, as a fact."""
    words = passage.text[dated.expression.start : dated.expression.end]
    stretch = dated.stretch
    if stretch is None:
        return Date(words, None, None, "none", dated.rule)
    return Date(words, stretch.start, stretch.end, stretch.precision, dated.rule)


def read_dates(printed: str, days: DateRange | None) -> Iterator[Dated]:
    """The expressions of time in a paragraph, each read after those before it; `days`: what they count from."""
    value = printed.translate(NARROW)
    ranges = tuple(bounds(value))
    starts = [start for start, _ in ranges]
    found = tuple(expressions(value))
    told = rules("status")["quoted_name"].pattern.sub(lambda title: "《" * len(title[0]), value)
    above: Stretch | None = None
    spoken: tuple[int, Stretch | None] = (0, None)
    for index, expression in enumerate(found):
        inside = bisect_right(starts, expression.start) - 1
        if inside < 0 or expression.start >= ranges[inside][1]:
            continue  # in the words that open the report: they date the report, not an event
        home = ranges[inside]
        if home[0] != spoken[0]:
            spoken = (home[0], None)
        following = found[index + 1].start if index + 1 < len(found) else home[1]
        status = status_of(told, home, expression, min(following, home[1]))
        setting = Setting(None, spoken[1], above, planned=status == "planned")
        stretch = resolve(expression, days, setting)
        rule = expression.rule
        if stretch:
            last = closing(value, expression)
            if last:
                stretch, rule = Stretch(stretch.end, stretch.end, "day"), last
            above, spoken = stretch, (home[0], stretch)
            status = "planned" if days and stretch.start > days.end else status
        yield Dated(expression, stretch, home, status, rule.id)


def status_of(value: str, home: tuple[int, int], expression: Expression, following: int) -> str:
    """What the clauses from the date's own to the next date's say first: planned, ongoing or happened, else unknown."""
    known = rules("status")
    first, final = max(home[0], expression.start - NEAR), min(home[1], expression.end + NEAR)
    marks = [match.start() for match in known["clause"].pattern.finditer(value, first, final)]
    order = LASTING if expression.tail or expression.rows[0][0][0].more["unit"] == "vague" else POINTED
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
