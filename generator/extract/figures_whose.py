"""Whose a figure is: the firm, bank, school or body that acts in its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from ..rules import rules
from ..text import Text
from .figures_clause import Clause
from .told import Named, Told

FEW = 8  # bodies before a figure that are looked at
BEFORE = 12  # characters before a body that tell whether a clause begins with it


def whose(clause: Clause, bodies: Sequence[Named]) -> Named | None:
    """The body that acts in a figure's sentence; `bodies`: the organisations of its passage, in order.

    It stands right before the number (湛江海关28条措施), or opens a clause of the sentence; None where none does.
    """
    first, start = clause.sentence[0], clause.quantity.start
    last = bisect_right(bodies, start, key=lambda one: one.start)
    before = [one for one in bodies[max(0, last - FEW) : last] if first <= one.start and one.end <= start]
    if before and before[-1].end == start:
        return before[-1]
    acting = [one for one in before if _acts(clause, one)]
    return acting[-1] if acting else None


def full_names(every: Sequence[Told]) -> Mapping[str, Text]:
    """Where an article prints each organisation in full, by its name: 该公司 and short forms mean it."""
    found: dict[str, Text] = {}
    for told in every:
        for one in bodies(told):
            words = told.passage.text[one.start : one.end]
            if words.value == one.name:
                found.setdefault(one.name, words)
    return found


def bodies(told: Told) -> tuple[Named, ...]:
    """The organisations that a passage names, in order, but for those inside of longer names."""
    found: list[Named] = []
    for one in sorted(told.names, key=lambda one: (one.start, -one.end)):
        inside = bool(found) and one.end <= found[-1].end
        if one.type == "organisation" and not one.doubt and not inside:
            found.append(one)
    return tuple(found)


def speaks_for_place(clause: Clause, body: Named) -> bool:
    """Whether a body is of the government, so that its figures are its place's too."""
    return bool(rules("scope")["body"].pattern.search(clause.value[body.start : body.end]))


def _acts(clause: Clause, body: Named) -> bool:
    """Whether a body opens its clause, and no 的 or 、 makes it a part of something else."""
    known, value = rules("scope"), clause.value
    before = known["before_body"].pattern.search(value, max(clause.sentence[0], body.start - BEFORE), body.start)
    opens = body.start == clause.sentence[0] or bool(before)
    return opens and not known["behind_body"].pattern.match(value, body.end)
