"""What was decided of each strip of display lines, and the best that could have been decided instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model import Choice, Option, Reason
from .heads_desk import INNER, NOBODY, Desk, Evidence
from .lines import join

NAMES = {INNER: "heading.subhead", NOBODY: "heading.nobodys"}


def choices_of(desk: Desk, labels: Sequence[int]) -> Iterator[Choice]:
    """For each stretch of strips that became one thing what spoke for it, and for the best other way."""
    parts = list(_parts(desk, labels))
    taken = {label: _loss(desk, part, label) for part in parts if (label := labels[part[0]]) >= 0}
    for part in parts:
        label = labels[part[0]]
        others = [other for other in (*range(len(desk.drafts)), INNER, NOBODY) if other != label]
        instead = max(others, key=lambda other: _score(desk, part, other) + taken.get(other, 0.0))
        text = join([line for index in part for line in desk.strips[index].lines])
        yield Choice(text, _option(desk, part, label, 0.0), _option(desk, part, instead, taken.get(instead, 0.0)))


def _loss(desk: Desk, part: range, label: int) -> float:
    """What an article loses (below 0) that has to give up its headline."""
    return min(0.0, _score(desk, part, NOBODY) - _score(desk, part, label))


def _parts(desk: Desk, labels: Sequence[int]) -> Iterator[range]:
    """The stretches of strips, by number, that are one headline, one subhead, or nobody's."""
    first = 0
    for index in range(1, len(labels) + 1):
        if index == len(labels) or labels[index] != labels[first] or not desk.goes_on(index):
            yield range(first, index)
            first = index


def _option(desk: Desk, part: range, label: int, taken: float) -> Option:
    """A stretch of strips being this; `taken`: what the article would lose that holds another one."""
    found = [*desk.reasons(part[0], label), ("heading.taken", taken)]
    for index in part[1:]:
        found += desk.words_for(index, label)
    of = desk.drafts[label].chunks[0].pieces[0].lines[0].text if label >= 0 else None
    return Option(NAMES.get(label, "heading.headline"), of, tuple(_summed(found)))


def _score(desk: Desk, part: range, label: int) -> float:
    return desk.scores[part[0]][label] + sum(desk.joined[index][label] for index in part[1:])


def _summed(found: Iterable[Evidence]) -> Iterator[Reason]:
    """The reasons, each kind once; what weighs nothing is none."""
    sums: dict[str, float] = {}
    for what, weight in found:
        sums[what] = sums.get(what, 0.0) + weight
    return (Reason(what, weight) for what, weight in sums.items() if weight)
