"""The sentence round a fact, the clause round a figure, and what else stands in a sentence: campaigns, doubts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ..model import BODY, Article, Facts, Figure, Kind
from ..rules import rules
from ..text import Text

Place = tuple[str, int]
BESIDE = "、"
HEADINGS = frozenset({Kind.KICKER, Kind.HEADLINE, Kind.DECK})
HEADS = 6  # so many of the campaigns in an article's heads may govern its figures


@dataclass(frozen=True)
class Passages:
    """The sentences of an article, its heads and captions, by where they stand.

    `starts`: the beginning of each run of theirs, sorted; `ends` and `texts`: where that run ends, and whose it is.
    """

    starts: tuple[Place, ...]
    ends: tuple[int, ...]
    texts: tuple[Text, ...]
    campaigns: tuple[tuple[Place, str], ...]
    damages: tuple[tuple[str, int, int, str], ...]
    campaigns_of_heads: frozenset[str]

    @classmethod
    def of(cls, article: Article, facts: Facts) -> Passages:
        """Those of one article."""
        heads = (block.text for block in article.blocks if block.kind not in BODY)
        runs = sorted(
            (span.seed, span.start, span.end, number, text)
            for number, text in enumerate(chain((one.text for one in facts.sentences), heads))
            for span in text.spans
        )
        named = [one for one in facts.mentions if one.type == "initiative" and not one.doubt and one.text.runs]
        damaged = rules("series")["damaged"].words
        doubts = (one for one in article.doubts if one.settled is None and one.what in damaged)
        return cls(
            tuple((seed, start) for seed, start, _, _, _ in runs),
            tuple(end for _, _, end, _, _ in runs),
            tuple(text for _, _, _, _, text in runs),
            tuple(sorted(((one.text.runs[0].seed, one.text.start), one.name) for one in named)),
            tuple((*span, one.what) for one in doubts for span in one.text.spans),
            frozenset(heads_of(article, facts)),
        )

    def around(self, part: Text) -> Text | None:
        """The sentence, head or caption that a part stands in."""
        if not part.runs:
            return None
        seed, start = part.runs[0].seed, part.start
        place = bisect_right(self.starts, (seed, start)) - 1
        if place < 0 or self.starts[place][0] != seed or self.ends[place] <= start:
            return None
        return self.texts[place]

    def campaigns_in(self, sentence: Text) -> frozenset[str]:
        """The campaigns that a sentence surely names."""
        return frozenset(name for place, name in self.campaigns if sentence.prints_at(*place))

    def doubt_of(self, sentence: Text) -> str:
        """The doubt about its very words that touches a sentence; empty when there is none."""
        found = (
            what
            for seed, start, end, what in self.damages
            for span in sentence.spans
            if seed == span.seed and start < span.end and span.start < end
        )
        return next(found, "")


def heads_of(article: Article, facts: Facts) -> tuple[str, ...]:
    """The campaigns that an article's kicker, headline or deck names, the one that it names most first."""
    heads = [block.text for block in article.blocks if block.kind in HEADINGS]
    named = [one for one in facts.mentions if one.type == "initiative" and not one.doubt and one.text.runs]
    counts = Counter(one.name for one in named)
    found = {one.name for one in named if one.paragraph is None and any(one.text.begins_in(head) for head in heads)}
    return tuple(sorted(found, key=lambda name: (-counts[name], name)))[:HEADS]


def index_in(text: Text, part: Text) -> int:
    """Where a part begins in a text; -1 when it is not of it."""
    done = 0
    for run in text.runs:
        if part.runs and run.seed == part.runs[0].seed and run.start <= part.start < run.end:
            return done + part.start - run.start
        done += run.length
    return -1


def clause_of(sentence: Text, figure: Figure, others: Sequence[Figure]) -> str:
    """The words of the clause that a figure stands in, without those of a figure beside it: 新建13个、累计建成28个.

    `others`: the figures of the sentence, the figure itself among them, in any order.
    """
    value, mark = sentence.value, rules("figures")["clause"].pattern
    at = index_in(sentence, figure.text)
    first = max((found.end() for found in mark.finditer(value, 0, at)), default=0)
    behind = mark.search(value, at)
    last = behind.start() if behind else len(value)
    places = sorted(index_in(sentence, other.text) for other in others)
    for place in places:
        if first <= place < at and (comma := value.rfind(BESIDE, place, at)) >= 0:
            first = comma + 1
        if at < place < last and (comma := value.rfind(BESIDE, at, place)) >= 0:
            last = comma
            break
    return value[first:last]
