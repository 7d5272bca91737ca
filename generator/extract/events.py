"""Dated sentences: which sentence a date governs, and whether it tells what happened, goes on, or is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Date, DateRange, Event
from ..rules import rules
from .calendar import Setting, Stretch
from .dates import Expression, closed, expressions, resolve
from .sentences import Passage, bounds, sentence

NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0E: ord(".")}  # wide ones are read alike
LASTING = ("planned", "ongoing", "happened")  # of 今年以来 and 近年来
POINTED = ("planned", "happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression read: where it stands, the days it means (None: not known), and the sentence it stands in."""

    expression: Expression
    stretch: Stretch | None
    sentence: tuple[int, int]
    status: str


def events(passage: Passage, found: tuple[Dated, ...]) -> Iterator[Event]:
    """The dated sentences of a passage, in order; `found`: its expressions of time."""
    told: set[tuple[int, Stretch | str]] = set()
    for dated in found:
        date = as_date(passage, dated)
        start, end = dated.sentence
        key = (start, dated.stretch or date.text.value)
        if key in told or not _governs(dated, found, passage.text.value):
            continue
        told.add(key)
        whole = sentence(passage, start, end)
        yield Event(date, whole.text, whole.paragraph, dated.status)


def _governs(dated: Dated, found: tuple[Dated, ...], value: str) -> bool:
    """Whether a date puts its sentence on a timeline: not 目前, not a year in the name of a thing."""
    at = dated.expression.start
    if not _tells(dated.expression) or any(first < at < last for first, last in _titles(value)):
        return False
    if dated.expression.tail or dated.stretch is None or dated.stretch.precision != "year":
        return True
    return not any(_covers(other, dated) for other in found)


def _covers(other: Dated, year: Dated) -> bool:
    """Whether another date of the sentence says more than a bare year does: a day of that year, or of one not known."""
    first = other.expression.rows[0]
    bare = len(first) == 1 and first[0][0].more["unit"] in {"year", "vague"}
    if other.sentence != year.sentence or bare or not _tells(other.expression):
        return False
    return other.stretch is None or year.stretch is None or other.stretch.start.year == year.stretch.start.year


def _titles(value: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in rules("status")["quoted_name"].pattern.finditer(value))


def _tells(expression: Expression) -> bool:
    """Whether an expression puts its sentence on a timeline; 目前 alone does not."""
    return any(step[0].more.get("event") != "no" for row in expression.rows for step in row)


def as_date(passage: Passage, dated: Dated) -> Date:
    """An expression read, as a fact."""
    words = passage.text[dated.expression.start : dated.expression.end]
    stretch, rule = dated.stretch, dated.expression.rule.id
    if stretch is None:
        return Date(words, None, None, "none", rule)
    return Date(words, stretch.start, stretch.end, stretch.precision, rule)


def read_dates(printed: str, days: DateRange | None) -> Iterator[Dated]:
    """The expressions of time in a paragraph, each read after those before it; `days`: what they count from."""
    value = printed.translate(NARROW)
    ranges = tuple(bounds(value))
    found = tuple(expressions(value))
    told = rules("status")["quoted_name"].pattern.sub(lambda title: "《" * len(title[0]), value)
    above: Stretch | None = None
    spoken: tuple[int, Stretch | None] = (0, None)
    for index, expression in enumerate(found):
        home = next((span for span in ranges if span[0] <= expression.start < span[1]), None)
        if home is None:  # in the words that open the report: they date the report, not an event
            continue
        if home[0] != spoken[0]:
            spoken = (home[0], None)
        following = found[index + 1].start if index + 1 < len(found) else home[1]
        status = status_of(told, home, expression, min(following, home[1]))
        setting = Setting(None, spoken[1], above, planned=status == "planned")
        stretch = resolve(expression, days, setting)
        if stretch:
            stretch = closed(value, expression, stretch)
            above, spoken = stretch, (home[0], stretch)
            status = "planned" if days and stretch.start > days.end else status
        yield Dated(expression, stretch, home, status)


def status_of(value: str, home: tuple[int, int], expression: Expression, following: int) -> str:
    """What the clauses from the date's own to the next date's say first: planned, ongoing or happened, else unknown."""
    known = rules("status")
    marks = [match.start() for match in known["clause"].pattern.finditer(value, home[0], home[1])]
    order = LASTING if expression.tail or expression.rows[0][0][0].more["unit"] == "vague" else POINTED
    begins = max((mark + 1 for mark in marks if mark < expression.start), default=home[0])
    stops = [mark for mark in marks if mark >= expression.end] or [home[1]]
    for stop in (*stops, home[1]):
        last = min(stop, home[1])
        if begins >= following and begins > expression.start:
            break
        for name in order:
            if known[name].pattern.search(value, begins, last):
                return name
        begins = stop + 1
    return "unknown"
