"""Settle all strips of a page at once: the best way to give them out, where an article takes one headline."""

from __future__ import annotations

from .heads_desk import INNER, NOBODY, Desk

# How many ways to give out the strips so far are kept in mind, and how many drafts each strip is offered to.
WAYS, OFFERS = 24, 5
Path = tuple["Path | None", int]


def settle(desk: Desk) -> list[int]:
    """What each strip becomes: the number of the draft whose headline it is, or INNER, or NOBODY."""
    ways: dict[tuple[int, int], tuple[float, Path | None]] = {(0, NOBODY): (0.0, None)}
    for index, scores in enumerate(desk.scores):
        goes_on = desk.goes_on(index)
        drafts = sorted(range(len(desk.drafts)), key=lambda draft: -scores[draft])[:OFFERS]
        found: dict[tuple[int, int], tuple[float, Path | None]] = {}
        for (taken, last), (total, path) in ways.items():
            for label in (*drafts, last, INNER, NOBODY):
                mask = taken | 1 << label if label >= 0 else taken
                if goes_on and label == last:
                    score = total + desk.joined(index, label)
                elif label >= 0 and taken & 1 << label:
                    continue
                else:
                    score = total + scores[label] + desk.parted(index, last, label)
                known = found.get((mask, label))
                if known is None or score > known[0]:
                    found[mask, label] = score, (path, label)
        best = sorted(found.items(), key=lambda way: -way[1][0])[:WAYS]
        ways = dict(best)
    path = max(ways.values(), key=lambda way: way[0])[1]
    labels: list[int] = []
    while path:
        path, label = path
        labels.append(label)
    return labels[::-1]
