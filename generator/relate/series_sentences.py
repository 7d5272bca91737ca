"""The sentence round a fact, the clause round a figure, and what else stands in a sentence: campaigns, doubts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ..model import BODY, Article, Facts, Figure
from ..rules import rules
from ..text import Text

Place = tuple[str, int]
BESIDE = "、"
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
    damages: tuple[tuple[str, int, int], ...]
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
        doubts = (one.text for one in article.doubts if one.settled is None and one.what in damaged)
        in_heads = dict.fromkeys(one.name for one in named if one.paragraph is None)
        return cls(
            tuple((seed, start) for seed, start, _, _, _ in runs),
            tuple(end for _, _, end, _, _ in runs),
            tuple(text for _, _, _, _, text in runs),
            tuple(sorted(((one.text.runs[0].seed, one.text.start), one.name) for one in named)),
            tuple(span for text in doubts for span in text.spans),
            frozenset(list(in_heads)[:HEADS]),
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
        return frozenset(name for place, name in self.campaigns if _holds(sentence, place))

    def is_damaged(self, sentence: Text) -> bool:
        """Whether a doubt about its very words touches a sentence."""
        return any(
            seed == span.seed and start < span.end and span.start < end
            for seed, start, end in self.damages
            for span in sentence.spans
        )


def _holds(text: Text, place: Place) -> bool:
    return any(span.seed == place[0] and span.start <= place[1] < span.end for span in text.spans)


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
