"""What was decided of each strip of display lines, and the best that could have been decided instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model import Choice, Option, Reason
from .heads_desk import INNER, NOBODY, Desk
from .lines import join

NAMES = {INNER: "heading.subhead", NOBODY: "heading.nobodys"}


def choices_of(desk: Desk, labels: Sequence[int]) -> Iterator[Choice]:
    """For each stretch of strips that became one thing what spoke for it, and for the best other way."""
    holders = {label: part for part in _parts(desk, labels) if (label := labels[part[0]]) >= 0}
    for part in _parts(desk, labels):
        label = labels[part[0]]
        others = [
            _option(desk, part, other, holders) for other in (*range(len(desk.drafts)), INNER, NOBODY) if other != label
        ]
        instead = max(others, key=lambda option: option.score)
        text = join([line for index in part for line in desk.strips[index].lines])
        yield Choice(text, _option(desk, part, label, {}), instead)


def _parts(desk: Desk, labels: Sequence[int]) -> Iterator[range]:
    """The stretches of strips, by number, that are one headline, one subhead, or nobody's."""
    first = 0
    for index in range(1, len(labels) + 1):
        if index == len(labels) or labels[index] != labels[first] or not desk.goes_on(index):
            yield range(first, index)
            first = index


def _option(desk: Desk, part: range, label: int, holders: dict[int, range]) -> Option:
    """A stretch of strips being this; what its article would lose that holds another one speaks against it."""
    reasons = list(desk.reasons(part[0], label))
    for index in part[1:]:
        reasons += desk.words_for(index, label)
    if label in holders:
        loss = _score(desk, holders[label], NOBODY) - _score(desk, holders[label], label)
        reasons.append(Reason("heading.taken", min(0.0, loss)))
    of = desk.drafts[label].chunks[0].pieces[0].lines[0].text if label >= 0 else None
    return Option(NAMES.get(label, "heading.headline"), of, tuple(_summed(reasons)))


def _score(desk: Desk, part: range, label: int) -> float:
    return desk.scores[part[0]][label] + sum(desk.joined[index][label] for index in part[1:])


def _summed(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """The reasons, each kind once; what weighs nothing is none."""
    sums: dict[str, float] = {}
    for reason in reasons:
        sums[reason.what] = sums.get(reason.what, 0.0) + reason.weight
    return (Reason(what, weight) for what, weight in sums.items() if weight)
