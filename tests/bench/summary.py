"""How good the summaries are, beside the first sentences and beside two well-known ways to extract.

`python -m tests.bench.summary [FOLDER…]`: on the five pages, by what two readers chose; on those and on the pages of
the folders (each one a collection), by the heads of the articles, which no way of choosing was shown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import mean

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as Told
from sumy.summarizers import AbstractSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from generator.build import build
from generator.model import Article, Facts, Kind, Library, Sentence
from generator.summarise import summarise
from tests.truth.facts_measured import library
from tests.truth.summary_scores import Score, judge, likeness, pairs, readers

HEADS = frozenset({Kind.KICKER, Kind.HEADLINE, Kind.DECK})
FIRST = 3
FEWEST = 5  # sentences that an article has to have, so that there is something to choose
SAYING = 10  # pairs of characters that its heads have to have
Choice = Callable[[Article, Facts], Sequence[Sentence]]


class Characters:
    """Words for others: the pairs of neighbouring characters."""

    def to_words(self, value: str) -> tuple[str, ...]:
        """The pairs, as often as they come."""
        return tuple(pair for pair in map("".join, pairwise(value)) if pair.isalnum())


def first(_: Article, facts: Facts) -> Sequence[Sentence]:
    """The first sentences, as they come."""
    return facts.sentences[:FIRST]


def extracted(summarizer: AbstractSummarizer) -> Choice:
    """The sentences that another program extracts from the same ones: as many as ours has."""

    def choose(article: Article, facts: Facts) -> Sequence[Sentence]:
        many = len(summarise(article, facts))
        told = {sentence.text.value: sentence for sentence in reversed(facts.sentences)}
        document = ObjectDocumentModel([Paragraph([Told(sentence, Characters()) for sentence in reversed(told)])])
        return [told[str(sentence)] for sentence in summarizer(document, max(1, many))]

    return choose


WAYS: Mapping[str, Choice] = {
    "Banmian": summarise,
    f"the first {FIRST} sentences": first,
    "LexRank (sumy)": extracted(LexRankSummarizer()),
    "TextRank (sumy)": extracted(TextRankSummarizer()),
}


def by_readers(choose: Choice) -> Score:
    """How near a way of choosing comes to two readers, on the five pages."""
    total = Score()
    for article in library().articles:
        if article.id in readers():
            total += judge(readers()[article.id], choose(article, library().facts[article.id]))
    return total


def with_heads(whole: Library) -> Iterator[tuple[Article, Facts, str]]:
    """The articles with something to choose from, without their heads; their facts; and the words of the heads."""
    for article in whole.articles:
        heads = "\n".join(block.text.value for block in article.blocks if block.kind in HEADS)
        if len(whole.facts[article.id].sentences) >= FEWEST and len(pairs(heads)) >= SAYING:
            body = tuple(block for block in article.blocks if block.kind not in HEADS)
            yield replace(article, blocks=body), whole.facts[article.id], heads


@cache
def headed(folders: tuple[Path, ...]) -> tuple[tuple[Article, Facts, str], ...]:
    """The same for the five pages and those of the folders."""
    return tuple(one for whole in (library(), *map(build, folders)) for one in with_heads(whole))


def by_heads(choose: Choice, folders: tuple[Path, ...]) -> float:
    """How many pairs of characters a summary shares with the heads that were kept back; the mean of all articles."""
    return mean(
        likeness("\n".join(sentence.text.value for sentence in choose(article, facts)), heads)
        for article, facts, heads in headed(folders)
    )


def measure(*folders: Path) -> None:
    """Print one table: every way of choosing, by the readers and by the heads."""
    count = len(headed(folders))
    columns = ("sentences", "a reader's too", "forbidden", "like readers'", f"like heads ({count})")
    print(f"\n{'summaries':<26}" + "".join(f"{column:>18}" for column in columns))
    for name, choose in WAYS.items():
        score = by_readers(choose)
        cells = (f"{score.told}", f"{score.share:.3f}", f"{score.barred}", f"{score.likeness:.3f}")
        print(f"{name:<26}" + "".join(f"{cell:>18}" for cell in (*cells, f"{by_heads(choose, folders):.3f}")))


if __name__ == "__main__":
    measure(*map(Path, sys.argv[1:]))
