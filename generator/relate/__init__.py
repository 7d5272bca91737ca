"""What the articles of a collection have to do with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Article, Facts, Library, Page, Sentence, Unread
from .doubles import doubles
from .links import links
from .names import homes, weigh, who_prints
from .news import news
from .paired import paired
from .series import series
from .subjects import subjects


def relate(
    pages: Sequence[Page],
    articles: Sequence[Article],
    facts: Mapping[str, Facts],
    summaries: Mapping[str, tuple[Sentence, ...]],
    unread: Iterable[Unread] = (),
) -> Library:
    """The library of a collection: its articles, and the links and subjects that they share.

    Links and subjects are the same in whatever order the pages come.
    """
    names = who_prints(facts)
    pairs = paired(articles, facts)
    twice = doubles(pages)
    return Library(
        pages=tuple(pages),
        articles=tuple(articles),
        facts=facts,
        summaries=summaries,
        links=links(names, weigh(names, len(articles)), homes(facts)),
        subjects=subjects(articles, facts),
        unread=tuple(unread),
        doubles=twice,
        paired=pairs,
        series=series(articles, facts, pages, [later for _, later in twice]),
        news=news(pages, articles, facts, pairs),
    )
