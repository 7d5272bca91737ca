"""Pages that a collection has twice: one newspaper page from two sources, or under two names. Said, never merged."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from zlib import crc32

from ..model import Issue, Page

CLAUSE = re.compile(r"\w{8,}")  # long enough to say something of its own
ONE_IN = 8  # of so many clauses one is looked at, the same ones on every page
FEWEST = 5  # of these that two pages share
SHARE = 0.5  # of what the smaller one prints
COMMON = 8  # what more pages than these print is a formula

Pair = tuple[str, str]


def doubles(pages: Sequence[Page]) -> tuple[Pair, ...]:
    """The pairs of pages, by id and sorted, that print mostly the same and may be of one issue."""
    told = {page.seed.id: _told(page) for page in pages}
    issues = {page.seed.id: page.issue for page in pages}
    printed: dict[str, list[str]] = defaultdict(list)
    for name, clauses in told.items():
        for clause in clauses:
            printed[clause].append(name)
    shared = Counter(
        pair for names in printed.values() if len(names) <= COMMON for pair in combinations(sorted(names), 2)
    )
    return tuple(
        sorted(
            (one, two)
            for (one, two), count in shared.items()
            if count >= max(FEWEST, SHARE * min(len(told[one]), len(told[two])))
            and _may_be_one(issues[one], issues[two])
        )
    )


def _told(page: Page) -> frozenset[str]:
    """Some of the clauses of a page's articles, chosen by what they say."""
    texts = (block.text.value for article in page.articles for block in article.body)
    clauses = (clause for text in texts for clause in CLAUSE.findall(text))
    return frozenset(clause for clause in clauses if crc32(clause.encode()) % ONE_IN == 0)


def _may_be_one(one: Issue, other: Issue) -> bool:
    """Whether nothing that is known of two pages keeps them from being one page of one issue."""
    for mine, yours in ((one.publication, other.publication), (one.page, other.page)):
        if mine and yours and mine.value != yours.value:
            return False
    if one.dated is None or other.dated is None:
        return True
    first, second = one.dated.value, other.dated.value
    return first.start <= second.end and second.start <= first.end
