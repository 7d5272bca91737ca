"""A long chronicle in pages: stretches of years together, a full year by itself, a very full one by its months."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .desk import Desk
from .timeline import is_whole

View = dict[str, Any]
ROWS = 500  # sentences on a page, which then has about half a megabyte


@dataclass(frozen=True, slots=True)
class Period:
    """A page of a long chronicle: its file's name, what it is called, and its rows in their order."""

    name: str
    title: str
    rows: tuple[View, ...]


def periods(desk: Desk, rows: Sequence[View]) -> Iterator[Period]:
    """The pages that hold all rows, each row once: the dated ones in the order of time, then those without a day."""
    years = _grouped((row for row in rows if row["start"]), lambda row: row["start"].year)
    waiting: list[tuple[int, list[View]]] = []
    for year in sorted(years):
        if waiting and sum(len(held) for _, held in waiting) + len(years[year]) > ROWS:
            yield _together(desk, waiting)
            waiting = []
        if len(years[year]) > ROWS:
            yield from _months(desk, year, years[year])
        else:
            waiting.append((year, years[year]))
    if waiting:
        yield _together(desk, waiting)
    undated = [row for row in rows if not row["start"]]
    yield from _cut(desk, "undated", desk.words("undated"), undated)


def _together(desk: Desk, years: Sequence[tuple[int, list[View]]]) -> Period:
    first, last = years[0][0], years[-1][0]
    ends = [desk.words("year", year=year) for year in dict.fromkeys((first, last))]
    title = ends[0] if len(ends) == 1 else desk.words("span", start=ends[0], end=ends[1])
    name = "-".join(map(str, dict.fromkeys((first, last))))
    return Period(name, title, tuple(row for _, own in years for row in own))


def _months(desk: Desk, year: int, rows: Iterable[View]) -> Iterator[Period]:
    """The pages of one full year: its months, then what is only known to lie in it."""
    found = _grouped(rows, lambda row: 13 if is_whole(row) and row["precision"] != "month" else row["start"].month)
    for month in sorted(found):
        if month > 12:
            yield from _cut(desk, str(year), desk.words("chronicle_year_only", year=year), found[month])
        else:
            title = desk.words("month", year=year, month=month)
            yield from _cut(desk, f"{year}-{month:02}", title, found[month])


def _cut(desk: Desk, name: str, title: str, rows: Sequence[View]) -> Iterator[Period]:
    """The rows in pages of their own, numbered where one does not hold them."""
    for place in range(0, len(rows), ROWS):
        part = place // ROWS + 1
        called = title if len(rows) <= ROWS else desk.words("chronicle_part", period=title, part=part)
        yield Period(name if part == 1 else f"{name}-part{part}", called, tuple(rows[place : place + ROWS]))


def _grouped(rows: Iterable[View], key: Callable[[View], Hashable]) -> dict[Any, list[View]]:
    found: dict[Hashable, list[View]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found
