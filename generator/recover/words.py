"""Which texts speak of the same thing: pairs of characters that they share, and how rare these are on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from math import log, sqrt
from operator import add, mul

WORD = re.compile(r"[\u3400-\u9fff]+|[0-9A-Za-z.%％]+")
# What no body text of the page has tells little: a headline joins words in its own way.
UNKNOWN = 0.3


def grams(value: str) -> Counter[str]:
    """The pairs of neighbouring Chinese characters of a text, and its numbers and Latin words, each with its count."""
    found: list[str] = []
    for word in WORD.findall(value):
        if word[0] > "\u33ff":
            found += map(add, word, word[1:])
        else:
            found.append(word)
    return Counter(found)


def rarity(texts: Iterable[Collection[str]]) -> Mapping[str, float]:
    """How much each pair tells: the fewer of the texts have it, the more."""
    many = list(texts)
    counts = Counter(chain.from_iterable(many))
    telling = {count: log((len(many) + 1) / count) for count in set(counts.values())}
    return {gram: telling[count] for gram, count in counts.items()}


def shared(few: Collection[str], many: Collection[str], weights: Mapping[str, float]) -> float:
    """How much of `few` is in `many`, by weight: 0 to 1."""
    total = sum(weights.get(gram, UNKNOWN) for gram in few)
    return sum(weights.get(gram, UNKNOWN) for gram in few if gram in many) / total if total else 0.0


def alike(one: Mapping[str, int], other: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """How much two texts have in common, by count and weight: the cosine, 0 to 1."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    common = sum(weights[gram] * few[gram] * many[gram] for gram in few.keys() & many.keys())
    return common / sqrt(length(one, weights) * length(other, weights)) if common else 0.0


def length(text: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """The squared length of a text's counts, by weight."""
    weighed: map[float] = map(mul, map(weights.__getitem__, text), map(mul, text.values(), text.values()))
    return sum(weighed)
