"""Parties: whether the words for who did something hold more than their names: 江门市感谢广州市, 市商务局让企业."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules import rules
from .told import Named

ACTORS = frozenset({"organisation", "person"})  # a place may stand before any noun: 望夫镇乡贤企业家
NAMES = ACTORS | {"place"}


def has_clause(value: str, names: Sequence[Named], start: int, end: int) -> bool:
    """Whether something is told between the names of the range, or behind a body or a person in it.

    `names`: those that lie in the range, in order.
    """
    joint = rules("pairings")["beside"].pattern
    ordered = sorted((one for one in names if one.type in NAMES), key=lambda one: (one.start, -one.end))
    last, last_type = start, ""
    for named in ordered:
        if named.start < last:
            continue
        begins = named.role[0] if named.role and named.role[0] < named.start else named.start
        if last_type and not joint.fullmatch(value, last, begins) and _tells(last_type, begins - last):
            return True
        last, last_type = named.end, named.type
    return last_type in ACTORS and last < end and not joint.match(value, last, end)


def _tells(sort: str, gap: int) -> bool:
    return gap > 1 or (gap == 1 and sort in ACTORS)
