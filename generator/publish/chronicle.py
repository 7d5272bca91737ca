"""The chronicle: everything dated in every article, year by year."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from .address import CHRONICLE
from .desk import Desk
from .timeline import order, timeline

View = dict[str, Any]


def chronicle_view(desk: Desk) -> View:
    """Everything dated, year by year; and what is dated only vaguely."""
    rows = events(desk, CHRONICLE)
    dated = sorted((row for row in rows if row["start"]), key=order)
    years = [(year, list(group)) for year, group in groupby(dated, key=lambda row: row["start"].year)]
    return {
        "years": [(desk.words("year", year=year), f"y{year}", group) for year, group in years],
        "undated": [row for row in rows if not row["start"]],
        "count": len(dated),
    }


def events(desk: Desk, here: str) -> list[View]:
    """Everything dated in every article, in their order; what one page prints twice is told once."""
    return [
        row
        for article in desk.library.articles
        for row in timeline(desk, article, here)
        if not any(map(article.prints_again, row["sentences"]))
    ]
