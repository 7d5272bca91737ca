"""Dated sentences: which sentence a date governs, and whether it tells what happened, goes on, or is planned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..model import Event
from ..rules import rules
from .calendar import Stretch
from .dates import Expression
from .dates_read import Dated, as_date
from .sentences import Passage, sentence

MANY = 20  # dates of one sentence that are looked at; a table that lost its lines may have thousands


def events(passage: Passage, found: tuple[Dated, ...]) -> Iterator[Event]:
    """The dated sentences of a passage, in order; `found`: its expressions of time."""
    for (start, end), group in groupby((one for one in found if not one.reports), key=lambda dated: dated.sentence):
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
