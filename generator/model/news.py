"""What each issue of a newspaper adds to the collection."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Text
from .given import DateRange
from .page import Jump
from .series import Point, Series


@dataclass(frozen=True, slots=True)
class First:
    """A name where an issue prints it first. `type`: that of its mention, or pairing; `name`: the full name.

    `sides`: of a pairing, the helpers and the helped as printed.
    """

    type: str
    name: str
    article: str
    text: Text
    sides: tuple[tuple[Text, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A jump mark of an article, by its id."""

    article: str
    jump: Jump


@dataclass(frozen=True, slots=True)
class Changed:
    """A value of an indicator that is another than the one before it; `before` stands in another issue."""

    series: Series
    before: Point
    after: Point


@dataclass(frozen=True, slots=True)
class IssueNews:
    """What one issue adds: its pages (ids), and its day or the range of days in which it appeared (None: not known).

    `firsts`: what no issue prints that may have appeared before. `unsettled`: what it prints and no issue surely before
    it, but another one of which it is not known whether it was before. `unordered`: of how many other issues that is
    not known. `changed`: figures of which the collection knows another value from before. `opened`: loose ends;
    `closed`: those that another page of the collection completes.
    """

    seeds: tuple[str, ...]
    days: DateRange | None
    firsts: tuple[First, ...] = ()
    unsettled: tuple[First, ...] = ()
    unordered: int = 0
    changed: tuple[Changed, ...] = ()
    opened: tuple[LooseEnd, ...] = ()
    closed: tuple[LooseEnd, ...] = ()
