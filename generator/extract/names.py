"""Names: every name of a place, person, body or initiative in the passages of an article, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Issue
from .initiatives import initiatives
from .people import people
from .places import places
from .sentences import Passage
from .told import Named


def names(article: Article, passages: Sequence[Passage], issue: Issue) -> tuple[tuple[Named, ...], ...]:
    """The names in each passage of an article that was printed in `issue`."""
    values = [passage.text.value for passage in passages]
    byline = article.byline
    signed = [text.value for text in (*byline.reporters, *byline.correspondents, *byline.photographers)]
    found: list[tuple[Named, ...]] = []
    for located, campaigns, persons in zip(
        places(values, issue), initiatives(values), people(values, signed), strict=True
    ):
        named = [Named("place", one.start, one.end, "/".join(one.chain)) for one in located]
        named += [Named("initiative", one.start, one.end, one.name) for one in campaigns]
        found.append(tuple(sorted((*named, *persons), key=lambda one: (one.start, one.end))))
    return tuple(found)
