"""What the articles of a collection have to do with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Article, Facts, Library, Page, Sentence, Unread
from .dossiers import dossiers
from .doubles import doubles
from .names import homes
from .news import news
from .paired import paired
from .promises import promises
from .series import series
from .ties import ties


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
    made, others = dossiers(pages, articles, facts, summaries)
    pairs = paired(articles, facts)
    twice = doubles(pages)
    changing = series(articles, facts, pages, [later for _, later in twice])
    told, tied = ties(pages, articles, facts, twice)
    return Library(
        pages=tuple(pages),
        articles=tuple(articles),
        facts=facts,
        summaries=summaries,
        links=tied,
        subjects=tuple(dossier.subject for dossier in made),
        unread=tuple(unread),
        names=others,
        dossiers=made,
        doubles=twice,
        happenings=told,
        paired=pairs,
        series=changing,
        promises=promises(articles, facts, pages, homes(facts), changing),
        news=news(pages, articles, facts, pairs, changing),
    )
