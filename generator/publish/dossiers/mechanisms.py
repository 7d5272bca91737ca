"""Mechanisms: the numbered parts that a page announces, the missing ones shown as missing in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from ...model import Mechanism, Part
from ..desk import Desk
from ..lists import entry
from ..teller import Teller

View = dict[str, Any]


def mechanisms_view(desk: Desk, mechanisms: Iterable[Mechanism], here: str) -> list[View]:
    """Each list with the article that prints it."""
    return [_mechanism(desk, mechanism, here) for mechanism in mechanisms]


def _mechanism(desk: Desk, mechanism: Mechanism, here: str) -> View:
    teller = Teller(desk, here)
    return entry(desk, desk.article[mechanism.article], here) | {
        "said": teller.placed(mechanism.listing.text, mechanism.listing.doubt),
        "told": told(desk, mechanism),
        "rows": [_row(desk, mechanism, parts, here) for parts in _shown(mechanism.parts)],
    }


def _shown(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Each printed part by itself; missing parts whose places are not known together."""
    for is_lost, group in groupby(parts, key=lambda part: part.text is None and part.number == 0):
        listed = list(group)
        yield from [listed] if is_lost else [[part] for part in listed]


def _row(desk: Desk, mechanism: Mechanism, parts: Sequence[Part], here: str) -> View:
    """A part's number, its words and lines, and its own parts; or why it is missing."""
    first = parts[0]
    teller = Teller(desk, here)
    inner = first.inner
    return {
        "number": first.number or "",
        "words": teller.placed(first.text) if first.text else "",
        "missing": "" if first.text else missing(desk, mechanism, len(parts)),
        "inner": [_inner(desk, inner, group, here) for group in _shown(inner.parts)] if inner else [],
        "told": told(desk, inner) if inner else "",
        "doubt": teller.doubt(inner.listing.doubt) if inner else "",
    }


def _inner(desk: Desk, mechanism: Mechanism, parts: Sequence[Part], here: str) -> View:
    first = parts[0]
    return {
        "words": Teller(desk, here).placed(first.text) if first.text else "",
        "missing": "" if first.text else missing(desk, mechanism, len(parts)),
    }


def missing(desk: Desk, mechanism: Mechanism, count: int) -> str:
    """Why so many parts are missing: the article goes on elsewhere, or they are not found in its text."""
    end = desk.article[mechanism.article].ends_elsewhere
    if end is None:
        return desk.words("part_unprinted", count=count)
    return desk.words(f"part_{desk.whereabouts(end)}", count=count, page=end.page)


def told(desk: Desk, mechanism: Mechanism) -> str:
    """How many parts are announced, and how many are printed."""
    announced = mechanism.listing.announced
    count = sum(part.text is not None for part in mechanism.parts)
    if announced is None:
        return desk.words("list_counted", count=count)
    key = "list_as_many" if count == announced else "list_fewer" if count < announced else "list_more"
    return desk.words(key, announced=announced, count=count)
