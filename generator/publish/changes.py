"""数字变了没有: the indicators that several articles print, side by side in the order of the issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from ..model import Figure, Near, Page, Point, Series
from ..rules import rules
from .address import CHANGES, DATA, PROMISES, link, relative, subject_file
from .changes_values import difference, limited
from .desk import Desk
from .drawn_values import series_drawing
from .escape import Md, escape, tagged
from .lists import issue_key
from .sheet import Settings, Sheet, titled
from .teller import Teller

View = dict[str, Any]
ACROSS = 4  # so many issues stand side by side; more of them one below the other
TABLE = f"{DATA}/changes.csv"


def changes_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The one file of this room."""
    yield Sheet(CHANGES, "changes.md", titled(desk.words("changes_title"), "changes.html"), changes_view(desk))


def changes_view(desk: Desk) -> View:
    """Every series, those of one campaign and place together."""
    groups = [
        _group(desk, number, list(several)) for number, (_, several) in enumerate(groupby(ordered(desk), key=_theme), 1)
    ]
    return {
        "groups": groups,
        "count": len(desk.library.series),
        "data": relative(CHANGES, TABLE),
        "also": relative(CHANGES, PROMISES),
    }


def tracked(desk: Desk, figure: Figure, here: str) -> Md:
    """A link to the indicator that a figure is a point of; nothing where no other article prints it."""
    found = desk.library.series_of(figure)
    return link(desk.words("changes_title"), here, CHANGES, found.id) if found else Md("")


def ordered(desk: Desk) -> list[Series]:
    """Every series, by campaign and place; those of no campaign last."""
    return sorted(
        desk.library.series, key=lambda one: (not one.initiative, _theme(one), _is_still(one), one.subject, one.id)
    )


def _is_still(one: Series) -> bool:
    """Whether nothing changed in a series: those where something did come first."""
    return all(point.relation in {"first", "repeats", "rough"} for point in one.points)


def _theme(one: Series) -> tuple[str, str]:
    return one.initiative, one.scope


@dataclass(frozen=True)
class _Row:
    """A series, and its points by the issue that prints them."""

    desk: Desk
    series: Series
    points: Mapping[tuple[Any, ...], list[Point]]

    @classmethod
    def of(cls, desk: Desk, series: Series) -> _Row:
        found: dict[tuple[Any, ...], list[Point]] = {}
        for point in (*series.points, *series.planned):
            found.setdefault(issue_key(_page(desk, point)), []).append(point)
        return cls(desk, series, found)


def _page(desk: Desk, point: Point) -> Page:
    return desk.library.page_of[desk.article[point.article].seeds[0]]


def _group(desk: Desk, number: int, several: Sequence[Series]) -> View:
    """The series of one campaign and place: a table with the issues side by side, or one table for each series."""
    rows = [_Row.of(desk, one) for one in several]
    pages = {key: _page(desk, many[0]) for row in rows for key, many in row.points.items()}
    keys = sorted(pages, key=lambda key: (key[1], key[2], key[0], key[3]))
    names = [desk.dated(pages[key].issue) for key in keys]
    first = several[0]
    return {
        "anchor": f"g{number}",
        "campaign": _campaign(desk, first.initiative),
        "place": first.scope.rpartition("/")[2],
        "across": len(keys) <= ACROSS,
        "issues": [{"name": name, "seal": desk.seal(pages[key].issue)} for name, key in zip(names, keys, strict=True)],
        "rows": [_row(row, keys, names) for row in rows],
        "near": list(_near(desk, several)),
    }


def _campaign(desk: Desk, name: str) -> str:
    """A campaign's name, a link where it has a file; empty where the series need none."""
    about = desk.subjects.get(("initiative", name))
    return link(name, CHANGES, subject_file(about)) if about else name


def _row(row: _Row, keys: Sequence[tuple[Any, ...]], names: Sequence[str]) -> View:
    return {
        "subject": subject(row.desk, row.series),
        "anchor": row.series.id,
        "drawing": series_drawing(row.desk, row.series, CHANGES),
        "silent": len(keys) - len(row.points),
        "cells": [_cell(row.desk, row.points.get(key, ()), name) for key, name in zip(keys, names, strict=True)],
        "steps": _steps(row.desk, row.series),
        "why": why_one(row.desk, row.series),
    }


def subject(desk: Desk, one: Series) -> Md:
    """What is counted, as printed, and what is said of it."""
    said = desk.words("comma").join(rules("series")[state].says for state in one.states)
    parts = (
        _printed(desk, one.printed),
        _compared(desk, one),
        escape(said),
        _printed(desk, [one.whose]) if one.whose else "",
    )
    return Md("<br>".join(part for part in parts if part))


def _compared(desk: Desk, one: Series) -> Md:
    """That the values are a rise or fall of what is counted, and against what; empty for others."""
    if one.points[0].figure.kind != "change":
        return Md("")
    if not one.compared:
        return escape(desk.words("changes_compared_plain"))
    return Md(desk.words("changes_compared", words=_printed(desk, [one.compared])))


def _cell(desk: Desk, points: Iterable[Point], name: str) -> View:
    """What one issue prints of an indicator; nothing where it does not mention it."""
    teller = Teller(desk, CHANGES)
    return {"issue": name, "printed": [_value(teller, point) for point in points]}


def _value(teller: Teller, point: Point) -> Md:
    """A value, when it is of (where the page says so), the lines that print it, and whether it is only planned."""
    status = point.figure.status
    tags = teller.tag(status, status) if status != "reported" else Md("")
    where = teller.desk.words("comma").join(teller.desk.lines(text, CHANGES) for text in places(teller.desk, point))
    told = teller.when(point.figure.as_of) if point.dated_by in {"page", "open"} else Md("")
    return Md(f'<span class="value {status}">{teller.figure(point.figure)}</span> {teller.cell(tags, told, Md(where))}')


def places(desk: Desk, point: Point) -> list[Any]:
    """The printed words of a point, each line once."""
    found = {desk.library.lines_of(figure.text): figure.text for figure in point.figures}
    return list(found.values())


def _steps(desk: Desk, one: Series) -> list[Md]:
    """What changed from each point to the next, or why nothing is reckoned."""
    return [_against(desk, before, after) for before, after in pairwise(one.points)]


def _against(desk: Desk, before: Point, after: Point) -> Md:
    """What changed, with the value that it is compared with where that is not the one before."""
    said = _step(desk, after)
    if after.against is None or after.against is before.figure or not said:
        return said
    return Md(desk.words("change_against", value=_printed(desk, [limited(after.against)]), said=said))


def _step(desk: Desk, after: Point) -> Md:
    if after.step is not None:
        said = tagged(difference(desk.words, after.step, after.figure))
        return Md(f'{said} <span class="tag computed">{tagged(desk.words("computed"))}</span>')
    if after.relation in {"repeats", "rough"}:
        return escape(desk.words("change_none" if after.relation == "repeats" else "change_rough"))
    doubted = f'<span class="tag doubted">{tagged(desk.words("to_check"))}</span> '
    said = escape(rules("series")[after.why_not.rpartition(".")[2]].says) if after.why_not else Md("")
    return Md(f"{doubted if after.relation == 'contradicts' else ''}{said}")


def why_one(desk: Desk, one: Series) -> Md:
    """Why the points are of one indicator, in words that a reader can check."""
    say = desk.words
    parts = (
        ("same_thing", one.printed),
        ("same_compared", (one.compared,)),
        ("same_said", one.words),
        ("same_whose", (one.whose,)),
        ("same_campaign", (one.initiative,)),
    )
    told = [say(key, words=_printed(desk, words)) for key, words in parts if any(words)]
    place = [say("same_place", words=escape(one.scope.replace("/", "")))] if one.scope else []
    return Md(say("reason_comma").join((*told, *place)))


def _printed(desk: Desk, words: Iterable[str]) -> Md:
    """Words of the pages, in the face of what is printed."""
    return Md(desk.words("comma").join(f'<span class="printed">{escape(word)}</span>' for word in words))


def _near(desk: Desk, several: Sequence[Series]) -> Iterator[View]:
    """What looks like a point of one of the series and is none, each once; of two series that look alike, one."""
    told: set[frozenset[object]] = set()
    for one in several:
        for near in one.near:
            other = desk.library.series_of(near.figure)
            figure = frozenset((near.article, near.figure.value))
            pair = frozenset((one.id, other.id)) if other else figure
            if not told.intersection((pair, figure)):
                told.update((pair, figure))
                yield _look(desk, one, near)


def _look(desk: Desk, one: Series, near: Near) -> View:
    """A figure with the clause that it stands in, and why it is no point of a series."""
    article = desk.article[near.article]
    return {
        "value": Teller(desk, CHANGES).figure(near.figure),
        "clause": desk.excerpt(clause_of(near)),
        "lines": desk.lines(near.figure.text, CHANGES),
        "seal": desk.seal(desk.library.issue_of(article)),
        "subject": Md(subject(desk, one).replace("<br>", "　")),
        "why": rules("series")[near.why.rpartition(".")[2]].says,
    }


def clause_of(near: Near) -> str:
    """The words round a figure, up to the next marks on both sides."""
    words, mark = near.sentence.value, rules("figures")["clause"].pattern
    at = max(0, words.find(near.figure.text.value))
    first = max((found.end() for found in mark.finditer(words, 0, at)), default=0)
    behind = mark.search(words, at)
    return words[first : behind.start() if behind else len(words)].strip()
