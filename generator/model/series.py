"""The same indicator in several articles: its points in the order of time, and what changed between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..text import Text
from .facts import Figure


@dataclass(frozen=True, slots=True)
class Step:
    """From the point before to this one, reckoned by us: the difference in the figures' unit.

    `share`: the difference as a fraction of the earlier value; None where the figures are no counts.
    """

    difference: Decimal
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One value of an indicator in one article, wherever the article prints it (`figures`, of one value).

    `start`, `end`: the days that it holds for, None when neither the page nor its issue tells; `dated_by`: `page` (the
    sentence says so), `open` (it does, of days that were not over in its issue: 今年), `now` (目前: the day of the
    issue), `issue` (nothing is printed, so that of the issue) or empty. `against`: the value that it is compared with,
    the last before it that is of days of the same length, else the last before it; None for the first.
    `relation` to that: `first`, `repeats` (the same value), `rough` (the same number, printed as about it), `develops`
    (another value, later), `contradicts` (another value at the same time), `apart` (of days of another length) or
    `unclear`. `why_not`: why no change is reckoned, a rule of `rules/series.yml`; empty where one is, or where nothing
    changed.
    """

    article: str
    figures: tuple[Figure, ...]
    sentence: Text
    start: date | None
    end: date | None
    dated_by: str
    relation: str = "first"
    step: Step | None = None
    why_not: str = ""
    against: Figure | None = None

    @property
    def figure(self) -> Figure:
        """The first of its figures."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class Near:
    """A figure that looks like a point of a series and is none, and why: the id of a rule of `rules/series.yml`."""

    article: str
    figure: Figure
    sentence: Text
    why: str


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator that several articles print.

    `id` is an address that other pages do not change. `subject`: what is counted, in one wording; `printed`: the
    wordings, as printed. `states`: rules of `rules/series.yml` that tell what is said of it (结对, 开工). `scope`: the
    chain of the place; `whose`: the body whose figure it is, if one; `initiative`: the campaign that governs each
    point, if one is needed to know them for the same. `points` are reported values in the order of time, `planned`
    those that are only planned or forecast. `words`: what the clauses have in common, as printed. `compared`: with
    what a rise or fall is compared, as printed (同比增长); empty for values that are none.
    """

    id: str
    subject: str
    printed: tuple[str, ...]
    states: tuple[str, ...]
    scope: str
    whose: str
    initiative: str
    points: tuple[Point, ...]
    planned: tuple[Point, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    compared: str = ""

    def before(self, point: Point) -> Point | None:
        """The point that a point of it is compared with."""
        return next((before for before, after in self.pairs() if after.figure is point.figure), None)

    def pairs(self) -> Iterator[tuple[Point, Point]]:
        """Each point that is compared, behind the one that it is compared with."""
        at = {id(point.figure): point for point in self.points}
        for after in self.points:
            if after.against is not None:
                yield at[id(after.against)], after
