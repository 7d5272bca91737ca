"""Settle all strips, or all bylines, of a page at once: the best way to give them out, where an article takes one."""

from __future__ import annotations

from collections.abc import Sequence

from .heads_desk import INNER, NOBODY, ORDER, Desk

# How many ways to give out the strips so far are kept in mind, and how many drafts each strip is offered to.
WAYS, OFFERS = 24, 5
# What speaks against giving an article a second one, where there are too many.
SHARED = -4.0
Path = tuple["Path | None", int]


def settle(desk: Desk) -> list[int]:
    """What each strip becomes: the number of the draft whose headline it is, or INNER, or NOBODY."""
    ways: dict[tuple[int, int], tuple[float, Path | None]] = {(0, NOBODY): (0.0, None)}
    for index, scores in enumerate(desk.scores):
        goes_on = desk.goes_on(index)
        parted = desk.parted(index) if goes_on else 0.0
        drafts = sorted(range(len(desk.drafts)), key=lambda draft: -scores[draft])[:OFFERS]
        found: dict[tuple[int, int], tuple[float, Path | None]] = {}
        for (taken, last), (total, path) in ways.items():
            for label in (*drafts, INNER, NOBODY) if last in drafts else (*drafts, last, INNER, NOBODY):
                mask = taken | 1 << label if label >= 0 else taken
                if goes_on and label == last:
                    score = total + desk.joined[index][label]
                elif label >= 0 and taken & 1 << label:
                    continue
                else:
                    score = total + scores[label] + parted + (ORDER if goes_on and 0 <= label < last else 0.0)
                known = found.get((mask, label))
                if known is None or score > known[0]:
                    found[mask, label] = score, (path, label)
        best = sorted(found.items(), key=lambda way: -way[1][0])[:WAYS]
        ways = dict(best)
    path = max(ways.values(), key=lambda way: way[0])[1]
    return _walked(path)


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
