"""Timelines: the dated sentences of an article, each told once however often the page prints it.

In a year, what is only known by its month stands behind the days of that month, and what is only known by its year at
the year's end, as in a printed chronicle (是月、是年殿后).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..model import Article, Date, Event
from ..rules import table
from ..text import Text, ink_of
from .corrections import quote
from .desk import Desk
from .escape import Md
from .words import says

View = dict[str, Any]
WHOLE = frozenset({"month", "quarter", "half", "year"})


def timeline(desk: Desk, article: Article, here: str) -> list[View]:
    """The dated sentences of an article, the earliest first, those without a day last."""
    return in_order(_row(desk, article, events, here) for events in told_once(desk.library.facts[article.id].events))


def told_once(events: Iterable[Event]) -> list[list[Event]]:
    """The dated sentences, those together that read alike and are of the same days."""
    told: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        days = event.date.start, event.date.end, event.date.text.value
        told.setdefault((*days, ink_of(event.sentence.value)), []).append(event)
    return list(told.values())


def first_rows(desk: Desk, told: Sequence[tuple[Article, list[Event]]], here: str, most: int) -> list[View]:
    """The first rows of what several articles tell, in the order in which they are read.

    Only these are laid out: a city has thousands.
    """
    dated = ((_reading_order(_days(events[0].date)), place) for place, (_, events) in enumerate(told))
    first = [told[place] for _, place in sorted(dated)[:most]]
    return [_row(desk, article, events, here) for article, events in first]


def in_order(rows: Iterable[View]) -> list[View]:
    """The rows as they are read, those without a day last."""
    return sorted(rows, key=_reading_order)


def _reading_order(row: View) -> tuple[date, int, date, int]:
    start, end = row["start"], row["end"]
    if start is None:
        return date.max, 2, date.max, 0
    if is_whole(row):
        return min(end, date(start.year, 12, 31)), 1, end, (end - start).days
    return start, 0, end, 0


def is_whole(row: View) -> bool:
    """Whether a row is only known to lie in a stretch of the calendar, or lasted until it was printed."""
    return row.get("precision") in WHOLE or bool(row.get("lasts"))


def order(row: View) -> tuple[date, date]:
    """What came first: by the first day, then by the last; what has no day comes last."""
    return row["start"] or date.max, row["end"] or date.max


def _days(dated: Date) -> View:
    """What a row is put in order by."""
    return {"start": dated.start, "end": dated.end, "precision": dated.precision, "lasts": _lasts(dated)}


def _row(desk: Desk, article: Article, events: list[Event], here: str) -> View:
    """One dated sentence: when, in which words, on which lines, by which rule, in which article."""
    first = events[0]
    dated = first.date
    return {
        "when": _when(desk, article, dated),
        **_days(dated),
        "sure": _sure(desk, article, dated),
        "expression": dated.text.value,
        "clause": (first.clause or first.sentence).value,
        "said": quote(desk, first.sentence),
        "lines": Md(desk.words("comma").join(desk.lines(text, here) for text in _printings(article, events))),
        "how": says("dates", dated.rule),
        "doubt": says("dates", first.doubt or dated.doubt),
        "status": first.status,
        "sentences": [event.sentence for event in events],
        "seal": desk.seal(desk.library.issue_of(article)),
        "article": desk.opens(article, here),
        "home": article.id,
        "paragraph": first.paragraph,
    }


def _printings(article: Article, events: list[Event]) -> Iterator[Text]:
    """Where a dated sentence is printed, and where once more."""
    for event in events:
        yield from (event.sentence, *article.also_at(event.sentence))


def _when(desk: Desk, article: Article, dated: Date) -> str:
    """The days in words: what lasted until the article was printed, and what is only about those days, say so."""
    if dated.start is None or dated.end is None:
        return desk.words("undated")
    issue = desk.library.issue_of(article).dated
    if issue and _sure(desk, article, dated):
        return desk.words("until_print", start=desk.words.day(dated.start), days=desk.words.issue_days(issue.value))
    days = desk.words.days(dated.start, dated.end)
    return desk.words("about", days=days) if "about" in _rule(dated) else days


def _sure(desk: Desk, article: Article, dated: Date) -> date | None:
    """The last certain day of what lasted until the article was printed, where the day of its issue is not known."""
    issue = desk.library.issue_of(article).dated
    is_open = issue and _lasts(dated) and issue.value.start < issue.value.end
    if not issue or not is_open or (article.dateline and article.dateline.day):
        return None
    return issue.value.start


def _lasts(dated: Date) -> bool:
    return "lasts" in _rule(dated)


def _rule(dated: Date) -> Mapping[str, Any]:
    known: Mapping[str, Any] = table("dates").get(dated.rule.removeprefix("dates."), {})
    return known
