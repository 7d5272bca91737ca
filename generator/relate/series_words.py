"""What the sentences of a series have in common, as printed: the words that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules import rules
from .series_reading import Reading

MOST = 6


def shared_words(members: Sequence[Reading]) -> tuple[str, ...]:
    """The words for what is said of what is counted that stand in each of the sentences, in the order of the first."""
    first, *others = sorted(members, key=lambda one: (one.article, one.sentence.start))
    found: dict[str, None] = {}
    for state in first.indicator.states:
        for match in rules("series")[state].pattern.finditer(first.sentence.value):
            word = match.group()
            if all(word in other.sentence.value for other in others):
                found.setdefault(word)
    return tuple(found)[:MOST]
