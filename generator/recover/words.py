"""Which texts speak of the same thing: pairs of characters that they share, and how rare these are on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from math import log, sqrt
from operator import add, mul

WORD = re.compile(r"[\u3400-\u9fff]+|[0-9A-Za-z.%％]+")
# What no body text of the page has tells little: a headline joins words in its own way.
UNKNOWN = 0.3


def grams(value: str) -> Counter[str]:
    """The pairs of neighbouring Chinese characters of a text, and its numbers and Latin words, each with its count."""
    return Counter(pairs(value))


def pairs(value: str) -> list[str]:
    """The pairs of neighbouring Chinese characters of a text, and its numbers and Latin words, as they come."""
    found: list[str] = []
    for word in WORD.findall(value):
        if word[0] > "\u33ff":
            found += map(add, word, word[1:])
        else:
            found.append(word)
    return found


def rarity(texts: Iterable[Collection[str]]) -> Mapping[str, float]:
    """How much each pair tells: the fewer of the texts have it, the more."""
    many = list(texts)
    counts = Counter(chain.from_iterable(many))
    telling = {count: log((len(many) + 1) / count) for count in set(counts.values())}
    return dict(zip(counts, map(telling.__getitem__, counts.values()), strict=True))


def telling(texts: Sequence[Collection[str]]) -> Callable[[str], float]:
    """The same for one pair at a time, where only few are asked for; UNKNOWN for what none of the texts has."""

    @cache
    def told(gram: str) -> float:
        count = sum([gram in text for text in texts])
        return log((len(texts) + 1) / count) if count else UNKNOWN

    return told


def shared(few: Collection[str], many: Collection[str], weight: Callable[[str], float]) -> float:
    """How much of `few` is in `many`, by weight: 0 to 1."""
    told = [weight(gram) for gram in few]
    total = sum(told)
    return sum([weight for gram, weight in zip(few, told, strict=True) if gram in many]) / total if total else 0.0


def length(text: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """The squared length of a text's counts, by weight."""
    weighed: map[float] = map(mul, map(weights.__getitem__, text), map(mul, text.values(), text.values()))
    return sum(weighed)


def parting(texts: Sequence[Mapping[str, int]], weights: Mapping[str, float]) -> Iterator[float]:
    """For each place between two of `texts`, how much all before it and all after it have in common (0 to 1)."""
    held = Counter(chain.from_iterable(texts))
    # What only one of the texts has is never common to both sides: it counts in their lengths alone.
    lone = [length(text, weights) for text in texts]
    both = {gram for gram, count in held.items() if count > 1}
    often = [[(gram, text[gram], weights[gram]) for gram in filter(both.__contains__, text)] for text in texts]
    after: dict[str, int] = {}
    right = sum(lone)
    for gram, count, weight in chain.from_iterable(often):
        there = after.get(gram, 0)
        after[gram] = there + count
        right += 2 * weight * count * there
    before = dict.fromkeys(after, 0)
    common, left = 0.0, 0.0
    for own, words in zip(lone[:-1], often, strict=False):
        left += own
        right -= own
        for gram, count, weight in words:
            here, there = before[gram], after[gram] - count
            common += weight * count * (there - here)
            left += 2 * weight * count * here
            right -= 2 * weight * count * there
            before[gram] = here + count
            after[gram] = there
        yield common / sqrt(left * right) if common > 0 and left > 0 and right > 0 else 0.0


class Likeness:
    """How much each two of a page's texts have in common: products of their counts, by rarity."""

    def __init__(self, texts: Sequence[Mapping[str, int]]) -> None:
        self.weights = rarity(texts)
        self.lengths = [length(text, self.weights) for text in texts]
        self.common = [[0.0] * len(texts) for _ in texts]
        self._squared: dict[tuple[int, ...], float] = {}
        held = Counter(chain.from_iterable(texts))
        holders: dict[str, list[tuple[int, int]]] = {gram: [] for gram, count in held.items() if count > 1}
        for number, text in enumerate(texts):
            row = self.common[number]
            for gram in filter(holders.__contains__, text):
                others, count = holders[gram], text[gram]
                if others:
                    worth = self.weights[gram] * count
                    for other, there in others:
                        row[other] += worth * there
                others.append((number, count))
        for one, other in combinations(range(len(texts)), 2):
            self.common[one][other] = self.common[other][one]

    def weight(self, gram: str) -> float:
        """How much a pair tells; UNKNOWN for what none of the texts has."""
        return self.weights.get(gram, UNKNOWN)

    def between(self, group: tuple[int, ...], text: int) -> float:
        """How much a group of the texts and another one have in common: the cosine, 0 to 1."""
        row = self.common[text]
        common = sum([row[member] for member in group])
        return common / sqrt(self._square(group) * self.lengths[text]) if common else 0.0

    def _square(self, group: tuple[int, ...]) -> float:
        """The squared length of what a group of the texts has together."""
        if group not in self._squared:
            pairs = sum([self.common[one][other] for one, other in combinations(group, 2)])
            self._squared[group] = sum([self.lengths[member] for member in group]) + 2 * pairs
        return self._squared[group]
