"""Passages that two articles print alike: a sentence's worth of words or most of an article, found by rare clauses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from zlib import crc32

from ..model import Article, Facts, Link, Proof
from ..rules import rules
from ..text import Text
from .happenings_named import ink_of

END = 8  # the last characters of a clause: its beginning is what a second printing changes
CLAUSE = re.compile(rf"\w{{{END},}}")
COMMON = 8  # what more articles than these print is a formula
LEAST = 24  # characters alike that are worth telling
GAP = 6  # characters that one of two printings may have between what is alike
RUN = 6  # and so many are alike behind it
NAME, MORE = 12, 12  # so long a name, and characters beside it, without which a passage tells nothing more
MOST = 5  # passages of a pair that are told, the longest
FEW = 4  # clauses of an article of which a share tells something
WHOLE = 0.5  # of the clauses of the shorter article
STRONG = 50.0  # what a passage says beside what names say

Pair = tuple[str, str]
Stretch = tuple[int, int]


@dataclass(frozen=True)
class _Printing:
    """The clauses that an article shares with few others: by checksum, the paragraph and how the clause ends."""

    article: Article
    facts: Facts
    clauses: Mapping[int, tuple[int, str]]
    size: int

    @cached_property
    def ink(self) -> Callable[[int], str]:
        """The characters of a paragraph by its number: looked up for each clause, taken out of it once."""
        return cache(lambda number: ink_of(self.article.body[number].text.value))

    @cached_property
    def long_names(self) -> Sequence[str]:
        """The characters of the long names that the article prints, the longest first."""
        texts = [*(one.text for one in self.facts.mentions), *(one.text for one in self.facts.documents)]
        names = {ink_of(text.value) for text in texts if len(text) >= NAME}
        return sorted(names, key=lambda name: (-len(name), name))


def passages(articles: Sequence[Article], facts: Mapping[str, Facts]) -> tuple[Link, ...]:
    """A link between any two articles that print a passage alike, with the passages as its proofs; sorted."""
    counts: Counter[int] = Counter()
    for article in articles:
        counts.update(_clauses(article).keys())
    printings: dict[str, _Printing] = {}
    printed: dict[int, list[str]] = defaultdict(list)
    for article in sorted(articles, key=lambda one: one.id):
        own = _clauses(article)
        rare = {clause: place for clause, place in own.items() if 1 < counts[clause] <= COMMON}
        printings[article.id] = _Printing(article, facts[article.id], rare, len(own))
        for clause in rare:
            printed[clause].append(article.id)
    shared: dict[Pair, list[int]] = defaultdict(list)
    for clause, names in printed.items():
        for pair in combinations(names, 2):
            shared[pair].append(clause)
    links = (_link(printings[a], printings[b], own) for (a, b), own in sorted(shared.items()))
    return tuple(link for link in links if link is not None)


def _clauses(article: Article) -> Mapping[int, tuple[int, str]]:
    """The clauses of an article's body that are no formula."""
    formula = rules("happenings")["formula"].pattern
    return {
        crc32(clause[-END:].encode()): (number, clause[-END:])
        for number, block in enumerate(article.body)
        for clause in CLAUSE.findall(block.text.value)
        if not formula.search(clause)
    }


def _link(one: _Printing, other: _Printing, clauses: Sequence[int]) -> Link | None:
    fewer = min(one.size, other.size)
    why = "links.whole" if fewer >= FEW and len(clauses) >= WHOLE * fewer else "links.passage"
    proofs = tuple(Proof(why, a, b) for a, b in _passages(one, other, clauses))
    weight = STRONG + sum(len(proof.a) for proof in proofs) / 1000
    return Link(one.article.id, other.article.id, "contains", (why,), round(weight, 3), proofs) if proofs else None


def _passages(one: _Printing, other: _Printing, clauses: Sequence[int]) -> list[tuple[Text, Text]]:
    """The longest passages that two articles print alike, in the order of the first one; no two overlap."""
    found: list[tuple[Text, Text]] = []
    seen: set[object] = set()
    for clause in sorted(clauses, key=lambda key: one.clauses[key]):
        (mine, words), (yours, same) = one.clauses[clause], other.clauses[clause]
        alike = _grown(one.ink(mine), other.ink(yours), words) if words == same else None
        if alike is None or (mine, yours, alike) in seen:  # the clauses of one passage all grow to it
            continue
        seen.add((mine, yours, alike))
        grown = _cut(one.article.body[mine].text, alike[0]), _cut(other.article.body[yours].text, alike[1])
        if not _is_name(grown[0], one.long_names) and _counts(one, grown[0]) and _counts(other, grown[1]):
            found.append(grown)
    longest: list[tuple[Text, Text]] = []
    for pair in sorted(found, key=lambda pair: (-len(pair[0]), pair[0].seeds, pair[0].start)):
        if len(longest) < MOST and not any(pair[0].overlaps(known) for known, _ in longest):
            longest.append(pair)
    return sorted(longest, key=lambda pair: (pair[0].seeds, pair[0].start))


def _counts(printing: _Printing, passage: Text) -> bool:
    """Whether a passage is not what a page prints for the second time."""
    return printing.article.prints_again(passage) is None


def _grown(a: str, b: str, clause: str) -> tuple[Stretch, Stretch] | None:
    """The stretch round a clause that two paragraphs print alike, but for a few characters; None when it is short."""
    start, begin = a.find(clause), b.find(clause)
    if start < 0 or begin < 0:
        return None
    behind, before = _alike(a[start:], b[begin:]), _alike(a[:start][::-1], b[:begin][::-1])
    if before[2] + behind[2] < LEAST:
        return None
    return (start - before[0], start + behind[0]), (begin - before[1], begin + behind[1])


def _cut(text: Text, stretch: Stretch) -> Text:
    """A stretch of the characters of a text, with the marks between them."""
    places = [place for place, letter in enumerate(text.value) if letter.isalnum() or letter == "_"]
    return text[places[stretch[0]] : places[stretch[1] - 1] + 1]


def _alike(one: str, other: str) -> tuple[int, int, int]:
    """How far two texts read alike from their beginnings, and how many characters are; each may put in a few words."""
    at = to = same = 0
    while True:
        ends = (n for n, (x, y) in enumerate(zip(one[at:], other[to:], strict=False)) if x != y)
        run = next(ends, min(len(one) - at, len(other) - to))
        at, to, same = at + run, to + run, same + run
        step = next(_steps(one[at : at + GAP + RUN], other[to : to + GAP + RUN]), None)
        if step is None:
            return at, to, same
        at, to = at + step[0], to + step[1]


def _steps(one: str, other: str) -> Iterator[tuple[int, int]]:
    """What may be left out of two texts so that they go on alike, the least first."""
    for size in range(1, 2 * GAP + 1):
        for mine in range(max(0, size - GAP), min(size, GAP) + 1):
            ahead = one[mine : mine + RUN]
            if len(ahead) == RUN and other.startswith(ahead, size - mine):
                yield mine, size - mine


def _is_name(passage: Text, names: Iterable[str]) -> bool:
    """Whether a passage is little more than the long name of something."""
    ink = ink_of(passage.value)
    for name in names:
        if name in ink or ink in name:
            ink = ink.replace(name, "") if name in ink else ""
    return len(ink) < MORE
