"""What the sentences of a series have in common, as printed: the words that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules import rules
from .series_reading import Reading, bare

MOST = 6


def shared_words(members: Sequence[Reading]) -> tuple[str, ...]:
    """The words for what is said of what is counted that stand in each clause, in the order of the first."""
    ordered = sorted(members, key=lambda one: (one.article, one.sentence.start))
    first, *others = (bare(one) for one in ordered)
    found: dict[str, None] = {}
    for state in ordered[0].indicator.states:
        for match in rules("series")[state].pattern.finditer(first):
            word = match.group()
            if all(word in other for other in others):
                found.setdefault(word)
    return tuple(found)[:MOST]
