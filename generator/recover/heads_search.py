"""Settle all strips, or all bylines, of a page at once: the best way to give them out, where an article takes one."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from .heads_desk import INNER, NOBODY, ORDER, Desk

# How many ways to give out the strips so far are kept in mind, and how many drafts each strip is offered to.
WAYS, OFFERS = 12, 5
# What scores so much less than the best is not tried.
HOPELESS = 4.0
# What speaks against giving an article a second one, where there are too many.
SHARED = -4.0
Path = tuple["Path | None", int]
# By which drafts have a headline (as bits) and what the last strip became: how good it is, and the way there.
Ways = dict[tuple[int, int], tuple[float, Path | None]]


def settle(desk: Desk) -> list[int]:
    """What each strip becomes: the number of the draft whose headline it is, or INNER, or NOBODY."""
    ways: Ways = {(0, NOBODY): (0.0, None)}
    hopes = _hopes(desk.scores)
    for index, scores in enumerate(desk.scores):
        goes_on, parting, joined = desk.goes_on(index), desk.partings[index], desk.joined[index]
        offers = _offers(scores)
        found: Ways = {}
        for (taken, last), (total, path) in ways.items():
            for label in (*offers, last) if goes_on else offers:
                mask = taken | 1 << label if label >= 0 else taken
                if goes_on and label == last:
                    score = total + joined[label]
                elif label >= 0 and taken & 1 << label:
                    continue
                else:
                    order = ORDER if goes_on and 0 <= label < last else 0.0
                    score = total + scores[label] + parting + order
                known = found.get((mask, label))
                if known is None or score > known[0]:
                    found[mask, label] = score, (path, label)
        ways = _best(found, hopes[index])
    path = max(ways.values(), key=lambda way: way[0])[1]
    return _walked(path)


def _hopes(scores: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each strip what each draft may still gain from the strips behind it."""
    hopes = [0.0] * (len(scores[0]) - 2 if scores else 0)
    found = [hopes]
    for row in scores[:0:-1]:
        hopes = [max(hope, score - row[NOBODY]) for hope, score in zip(hopes, row, strict=False)]
        found.append(hopes)
    return found[::-1]


def _best(found: Ways, hopes: Sequence[float]) -> Ways:
    """The best ways, in view of what the drafts that have a headline in them can gain no more."""
    if len(found) <= WAYS:
        return found

    bits = [(1 << draft, hope) for draft, hope in enumerate(hopes) if hope]
    lost = {taken: sum([hope for bit, hope in bits if taken & bit]) for taken in {taken for taken, _ in found}}

    def worth(way: tuple[tuple[int, int], tuple[float, Path | None]]) -> float:
        return way[1][0] - lost[way[0][0]]

    return dict(nlargest(WAYS, found.items(), key=worth))


def _offers(scores: Sequence[float]) -> list[int]:
    """What a strip may become: what is not hopeless beside the best, and always nobody's."""
    drafts = range(len(scores) - 2)
    least = max(scores) - HOPELESS
    found = sorted((draft for draft in drafts if scores[draft] >= least), key=lambda draft: -scores[draft])[:OFFERS]
    return [*found, *([INNER] if scores[INNER] >= least else []), NOBODY]


def match_rows(scores: Sequence[Sequence[float]]) -> list[int]:
    """For each row the column that it gets, so that the sum is the greatest; its own one, if there are enough."""
    ways: dict[int, tuple[float, Path | None]] = {0: (0.0, None)}
    for row in scores:
        columns = sorted(range(len(row)), key=lambda column: -row[column])[:OFFERS]
        found: dict[int, tuple[float, Path | None]] = {}
        for taken, (total, path) in ways.items():
            for column in columns:
                score = total + row[column] + (SHARED if taken & 1 << column else 0.0)
                known = found.get(taken | 1 << column)
                if known is None or score > known[0]:
                    found[taken | 1 << column] = score, (path, column)
        ways = dict(sorted(found.items(), key=lambda way: -way[1][0])[:WAYS])
    return _walked(max(ways.values(), key=lambda way: way[0])[1])


def _walked(path: Path | None) -> list[int]:
    """What was chosen on the way, in order."""
    chosen: list[int] = []
    while path:
        path, label = path
        chosen.append(label)
    return chosen[::-1]
