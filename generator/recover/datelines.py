"""Datelines: whence and of which day a report is, as printed (`新华社上海11月4日电`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..model import Article, Block, Dateline, DateRange, Kind
from ..rules import rules

FIELDS = (("opening", Kind.PARAGRAPH), ("tail", Kind.PARAGRAPH), ("tail", Kind.BYLINE))


def read_dateline(blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of an article, its day still without a year; None when none names a place."""
    for block in blocks:
        for name, kind in FIELDS:
            pattern = rules("bylines")[name].pattern
            match = pattern.search(block.text.value) if block.kind is kind else None
            text = block.text.group(match, "dateline") if match else None
            if match and text:
                return Dateline(text, block.text.group(match, "place"))
    return None


def date_datelines(articles: Sequence[Article], issued: DateRange | None) -> tuple[Article, ...]:
    """The articles, each dateline's day in the year that the issue's days leave no doubt of."""
    return tuple(replace(article, dateline=_dated(article.dateline, issued)) for article in articles)


def _dated(dateline: Dateline | None, issued: DateRange | None) -> Dateline | None:
    match = rules("bylines")["day"].pattern.search(dateline.text.value) if dateline else None
    if not dateline or not match or not issued:
        return dateline
    days = {_last_before(issued_on, int(match["month"]), int(match["day"])) for issued_on in (issued.start, issued.end)}
    return replace(dateline, day=days.pop()) if len(days) == 1 else dateline


def _last_before(issued: date, month: int, day: int) -> date | None:
    """The last such day that is not after the day of the issue; None where the calendar has none."""
    for year in (issued.year, issued.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= issued:
            return found
    return None
