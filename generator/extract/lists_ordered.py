"""Ordered lists: 一是……二是……三是……, within a paragraph or over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..model import Listing
from ..rules import rules
from ..text import Text
from .lists_items import count
from .marks import Marked
from .told import Told

SEVERAL = 2
NEAR = 120  # characters before the first item in which their number is announced
SHORT = 4  # an item of fewer characters goes on to the next mark
COMMAS = ("，", ",")
Step = tuple[int, re.Match[str]]  # the number of its passage, and the mark of the item


def ordered(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Listing]:
    """The ordered lists of an article: items that count on from the first."""
    steps = [step for number, page in enumerate(pages) for step in _steps(number, page)]
    for _, group in groupby(sorted(steps, key=_style), key=_style):
        for row in _rows(list(group)):
            yield _listing(every, pages, row)


def _steps(number: int, page: Marked) -> Iterator[Step]:
    rule = rules("lists")["ordered"]
    if rule.may_fit(page.covered):
        yield from ((number, match) for match in rule.pattern.finditer(page.covered))


def _style(step: Step) -> str:
    return step[1].lastgroup or ""


def _worth(step: Step) -> int:
    words = step[1][_style(step)]
    return count(rules("lists")["ordered"].more["firsts"].get(words, words))


def _rows(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    row: list[Step] = []
    for step in steps:
        goes_on = row and _worth(step) == len(row) + 1
        if not goes_on:
            if len(row) >= SEVERAL:
                yield row
            row = []
        if goes_on or _worth(step) == 1:
            row.append(step)
    if len(row) >= SEVERAL:
        yield row


def _listing(every: Sequence[Told], pages: Sequence[Marked], row: Sequence[Step]) -> Listing:
    number, first = row[0]
    told, page = every[number], pages[number]
    ends = [(at, step.start()) for at, step in row[1:]] + [(-1, 0)]
    items = tuple(
        _item(every[at], pages[at], step, after if at == where else None)
        for (at, step), (where, after) in zip(row, ends, strict=True)
    )
    match = _announced(page, first.start(), len(row))
    announced = count(match["number"]) if match else None
    text = told.passage.text
    words = text[match.start("number") : match.end()] if match else text[first.start() : first.end()] + items[0]
    return Listing(
        words,
        told.passage.paragraph(first.start()),
        items,
        announced,
        None if announced is None else announced == len(items),
        "" if announced == len(items) else "lists.no_number" if announced is None else "lists.not_as_many",
    )


def _announced(page: Marked, start: int, long: int) -> re.Match[str] | None:
    """The number in the words that bring in the first item; one further off only where it is the right one."""
    near = max(0, start - NEAR)
    found = tuple(rules("lists")["announced"].pattern.finditer(page.covered, near, start))
    if not found or (count(found[-1]["number"]) != long and page.stop(found[-1].end()) < start - 1):
        return None
    return found[-1]


def _item(told: Told, page: Marked, step: re.Match[str], following: int | None) -> Text:
    """The first clause of an item, or more where it is very short, up to the `following` item in its passage."""
    start = step.end()
    end = page.stop(start)
    longer = page.stop(min(end + 1, len(page.covered)))
    if end - start < SHORT and page.covered[end : end + 1] in COMMAS and (following is None or longer < following):
        end = longer
    return told.passage.text[start:end].strip()
