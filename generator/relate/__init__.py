"""What the articles of a collection have to do with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Article, Facts, Library, Page, Sentence, Unread


def relate(
    pages: Sequence[Page],
    articles: Sequence[Article],
    facts: Mapping[str, Facts],
    summaries: Mapping[str, tuple[Sentence, ...]],
    unread: Iterable[Unread] = (),
) -> Library:
    """The library of a collection: its articles, and the links and subjects that they share."""
    return Library(tuple(pages), tuple(articles), facts, summaries, unread=tuple(unread))
