"""Section tags (栏目): which article a tag such as 【人民时评】 or ·体坛观澜· stands over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Article, Block, Kind
from ..rules import rules
from ..text import Text

TAGS = frozenset({"furniture.tag", "furniture.tag_before"})
HEADS = frozenset({Kind.KICKER, Kind.HEADLINE})
NEAR = HEADS | {Kind.DECK, Kind.BYLINE}
Homes = Mapping[int, Article]


def name_columns(blocks: Sequence[Block], articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles of a page (`blocks`: all of it, in the order of the seed), each with the column it is printed in.

    A tag belongs to the headline that follows it, or to the article whose head it stands in. One right under the head
    of the page names the page's section, no article's.
    """
    homes: Homes = {block.text.start: article for article in articles for block in article.blocks}
    found: dict[str, Text] = {}
    for place, block in enumerate(blocks):
        if block.why in TAGS:
            home = _home(blocks, place, homes)
            if home is not None:
                found.setdefault(home.id, _words(block.text))
    return tuple(replace(article, column=found.get(article.id, article.column)) for article in articles)


def _home(blocks: Sequence[Block], place: int, homes: Homes) -> Article | None:
    """The article of the tag at `place`; None when nothing tells."""
    before = blocks[place - 1] if place else None
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    above, below = (homes.get(block.text.start) if block else None for block in (before, after))
    if above is not None and above is below and any(block and block.kind in NEAR for block in (before, after)):
        return above
    if before is not None and above is None and before.why not in TAGS:
        return None
    return below if after is not None and after.kind in HEADS else None


def _words(text: Text) -> Text:
    """The tag without the marks round it."""
    match = rules("genres")["tag_words"].pattern.search(text.value)
    return text[match.start() : match.end()] if match else text
