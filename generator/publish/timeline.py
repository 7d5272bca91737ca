"""Timelines: the dated sentences of an article, each told once however often the page prints it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..model import Article, Date, Event
from ..rules import table
from ..text import Text, is_blank
from .corrections import quote
from .desk import Desk
from .escape import Md
from .words import says

View = dict[str, Any]


def timeline(desk: Desk, article: Article, here: str) -> list[View]:
    """The dated sentences of an article, the earliest first, those without a day last."""
    told: dict[tuple[object, ...], list[Event]] = {}
    for event in desk.library.facts[article.id].events:
        ink = "".join(letter for letter in event.sentence.value if not is_blank(letter))
        told.setdefault((event.date.start, event.date.end, event.date.text.value, ink), []).append(event)
    return sorted((_row(desk, article, events, here) for events in told.values()), key=order)


def order(row: View) -> tuple[date, date]:
    """Where a row stands in a timeline: by its first day, then by its last; without a day it comes last."""
    return row["start"] or date.max, row["end"] or date.max


def _row(desk: Desk, article: Article, events: list[Event], here: str) -> View:
    """One dated sentence: when, in which words, on which lines, by which rule, in which article."""
    first = events[0]
    dated = first.date
    return {
        "when": _when(desk, article, dated),
        "start": dated.start,
        "end": dated.end,
        "expression": dated.text.value,
        "said": quote(desk, first.sentence),
        "lines": Md(desk.words("comma").join(desk.lines(text, here) for text in _printings(article, events))),
        "how": says("dates", dated.rule),
        "status": first.status,
        "sentences": [event.sentence for event in events],
        "seal": desk.seal(desk.library.issue_of(article)),
        "article": desk.opens(article, here),
    }


def _printings(article: Article, events: list[Event]) -> Iterator[Text]:
    """Where a dated sentence is printed, and where once more."""
    for event in events:
        yield from (event.sentence, *article.also_at(event.sentence))


def _when(desk: Desk, article: Article, dated: Date) -> str:
    """The days in words: what lasted until the article was printed, and what is only about those days, say so."""
    if dated.start is None or dated.end is None:
        return desk.words("undated")
    rule = table("dates").get(dated.rule.removeprefix("dates."), {})
    issue = desk.library.issue_of(article).dated
    dateline = article.dateline and article.dateline.day
    if "lasts" in rule and issue and issue.value.start < issue.value.end and not dateline:
        return desk.words("until_print", start=desk.words.day(dated.start), days=desk.words.issue_days(issue.value))
    days = desk.words.days(dated.start, dated.end)
    return desk.words("about", days=days) if "about" in rule else days
