"""The chronicle: everything dated in every article, in the order of the days, with its lanes and what it is sifted by.

Up to `ROWS` dated sentences are one page; beyond that each stretch of years, each year or each month has a page of its
own, and the chronicle tells what is where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..rules import rules
from .address import CHRONICLE, chronicle_file, link
from .desk import Desk
from .drawings import MIDDLE, PLANNED, WIDE, counts, lanes, mark, numbered
from .happening import borrowed
from .periods import ROWS, Period, periods
from .sheet import Settings, Sheet, titled
from .sifting import sift
from .timeline import in_order, timeline

View = dict[str, Any]
WIDTHS = {"wide": WIDE, "middle": MIDDLE}


def chronicle_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The chronicle, and the pages that it is cut into when it is long."""
    meta = titled(desk.words("chronicle_title"), "chronicle.html")
    rows = in_order(chronicled(desk, CHRONICLE))
    if max(_sizes(rows)) <= ROWS:
        yield Sheet(CHRONICLE, "chronicle.md", meta, page_view(desk, rows))
        return
    rows = in_order(chronicled(desk, chronicle_file("all")))  # as all its pages call what they link to
    cut = list(periods(desk, rows))
    yield Sheet(CHRONICLE, "chronicle_parts.md", meta, parts_view(desk, rows, cut))
    for place, period in enumerate(cut):
        path = chronicle_file(period.name)
        beside = _beside(desk, cut, place, path)
        title = desk.words("chronicle_of", period=period.title)
        view = page_view(desk, period.rows) | {"title": title, "beside": beside}
        yield Sheet(path, "chronicle.md", titled(title, "chronicle.html"), view)


def _sizes(rows: Iterable[View]) -> tuple[int, int]:
    """How many rows have days, and how many have none."""
    have = [bool(row["start"]) for row in rows]
    return sum(have), len(have) - sum(have)


def events(desk: Desk, here: str) -> list[View]:
    """Everything dated in every article, in their order; what one page prints twice is told once."""
    return [
        row
        for article in desk.library.articles
        for row in timeline(desk, article, here)
        if not any(map(article.prints_again, row["sentences"]))
    ]


def chronicled(desk: Desk, here: str) -> list[View]:
    """The rows of the chronicle: everything dated but a date that is only a condition; what borrows its day, marked."""
    condition = rules("status")["condition"].pattern
    told = [row for row in events(desk, here) if not condition.search(row["clause"])]
    return told + [row for article in desk.library.articles for row in borrowed(desk, article, here)]


def page_view(desk: Desk, rows: Sequence[View]) -> View:
    """One page: what happened, year by year; what was planned; and what is dated only vaguely. Numbers run on."""
    fields, known = sift(desk, rows)
    sifted = [row | {"known": data} for row, data in zip(rows, known, strict=True)]
    happened = [row for row in sifted if row["start"] and row["status"] != PLANNED]
    planned = [row for row in sifted if row["start"] and row["status"] == PLANNED]
    undated = [row | {"mark": mark(None, row["known"])} for row in sifted if not row["start"]]
    told = [row | {"mark": mark(row["number"], row["known"])} for row in numbered([*happened, *planned])]
    return {
        "title": desk.words("chronicle_title"),
        "beside": [],
        "lanes": lanes(desk, told, widths=WIDTHS),
        "fields": fields,
        "years": _years(desk, told[: len(happened)]),
        "planned": told[len(happened) :],
        "undated": undated,
        "count": len(told),
    }


def _years(desk: Desk, rows: Iterable[View]) -> list[tuple[str, str, list[View]]]:
    """The rows of each year with its name and its anchor."""
    found: dict[int, list[View]] = {}
    for row in rows:
        found.setdefault(row["start"].year, []).append(row)
    return [(desk.words("year", year=year), f"y{year}", found[year]) for year in sorted(found)]


def parts_view(desk: Desk, rows: Sequence[View], cut: Sequence[Period]) -> View:
    """The chronicle of many: how many sentences begin when, and the pages that tell them."""
    papers = list(desk.papers)
    told = [row | {"number": number} for number, row in enumerate(rows, 1) if row["start"]]
    return {
        "lanes": counts(desk, told, widths=WIDTHS),
        "papers": papers,
        "periods": [
            (
                link(period.title, CHRONICLE, chronicle_file(period.name)),
                len(period.rows),
                [sum(bool(row["seal"]) and row["seal"]["paper"] == paper for row in period.rows) for paper in papers],
            )
            for period in cut
        ],
        "count": _sizes(rows)[0],
        "undated": _sizes(rows)[1],
        "most": ROWS,
    }


def _beside(desk: Desk, cut: Sequence[Period], place: int, here: str) -> list[str]:
    """Links to the page before, to the whole, and to the page after."""
    before, after = cut[place - 1 : place] if place else [], cut[place + 1 : place + 2]
    steps = [(desk.words("chronicle_before", period=one.title), chronicle_file(one.name)) for one in before]
    steps.append((desk.words("chronicle_whole"), CHRONICLE))
    steps += [(desk.words("chronicle_after", period=one.title), chronicle_file(one.name)) for one in after]
    return [link(words, here, path) for words, path in steps]
