"""Which texts speak of the same thing: pairs of characters that they share, and how rare these are on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from math import log, sqrt
from operator import add, mul

WORD = re.compile(r"[\u3400-\u9fff]+|[0-9A-Za-z.%％]+")
# What no body text of the page has tells little: a headline joins words in its own way.
UNKNOWN = 0.3


def grams(*values: str) -> Counter[str]:
    """The pairs of neighbouring Chinese characters of texts, and their numbers and Latin words, each with its count."""
    return Counter(chain.from_iterable(map(_pairs, values)))


def _pairs(value: str) -> list[str]:
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
    return {gram: telling[count] for gram, count in counts.items()}


def shared(few: Collection[str], many: Collection[str], weights: Mapping[str, float]) -> float:
    """How much of `few` is in `many`, by weight: 0 to 1."""
    told = [weights.get(gram, UNKNOWN) for gram in few]
    total = sum(told)
    return sum([weight for gram, weight in zip(few, told, strict=True) if gram in many]) / total if total else 0.0


def length(text: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """The squared length of a text's counts, by weight."""
    weighed: map[float] = map(mul, map(weights.__getitem__, text), map(mul, text.values(), text.values()))
    return sum(weighed)


def parting(texts: Sequence[Mapping[str, int]], weights: Mapping[str, float]) -> Iterator[float]:
    """For each place between two of `texts`, how much all before it and all after it have in common (0 to 1)."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for text in texts:
        after.update(text)
    common, left, right = 0.0, 0.0, length(after, weights)
    for text in texts[:-1]:
        for gram, count in text.items():
            weight, here, there = weights[gram], before[gram], after[gram]
            common += weight * ((here + count) * (there - count) - here * there)
            left += weight * count * (2 * here + count)
            right -= weight * count * (2 * there - count)
            before[gram] = here + count
            after[gram] = there - count
        yield common / sqrt(left * right) if common > 0 and left > 0 and right > 0 else 0.0


class Likeness:
    """How much each two of a page's texts have in common: products of their counts, by rarity."""

    def __init__(self, texts: Sequence[Mapping[str, int]]) -> None:
        self.weights = rarity(texts)
        self.lengths = [length(text, self.weights) for text in texts]
        self.common = [[0.0] * len(texts) for _ in texts]
        many = Counter(chain.from_iterable(texts))
        holders: dict[str, list[tuple[int, int]]] = {gram: [] for gram, count in many.items() if count > 1}
        for number, text in enumerate(texts):
            for gram in filter(holders.__contains__, text):
                holders[gram].append((number, text[gram]))
        for gram, held in holders.items():
            weight = self.weights[gram]
            for (one, here), (other, there) in combinations(held, 2):
                self.common[one][other] += weight * here * there
        for one, other in combinations(range(len(texts)), 2):
            self.common[other][one] = self.common[one][other]

    def between(self, group: Sequence[int], text: int) -> float:
        """How much a group of the texts and another one have in common: the cosine, 0 to 1."""
        row, lengths = self.common[text], self.lengths
        common = sum([row[member] for member in group])
        pairs = sum([self.common[one][other] for one, other in combinations(group, 2)])
        squared = sum([lengths[member] for member in group]) + 2 * pairs
        return common / sqrt(squared * self.lengths[text]) if common else 0.0
