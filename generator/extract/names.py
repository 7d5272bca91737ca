"""Names: every name of a place, person, body or initiative in the passages of an article, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Issue
from .bodies import Around
from .initiatives import initiatives
from .organisations import organisations
from .people import people
from .places import beginnings, places
from .sentences import Passage
from .told import Named


def names(article: Article, passages: Sequence[Passage], issue: Issue) -> tuple[tuple[Named, ...], ...]:
    """The names in each passage of an article that was printed in `issue`."""
    values = [passage.text.value for passage in passages]
    byline = article.byline
    signed = [text.value for text in (*byline.reporters, *byline.correspondents, *byline.photographers)]
    persons, everywhere = people(values, signed), places(values, issue)
    around = [
        Around(
            beginnings(value, located),
            tuple(one.role for one in known if one.role),
            tuple(one.end for one in known if not one.doubt),
        )
        for value, located, known in zip(values, everywhere, persons, strict=True)
    ]
    found: list[tuple[Named, ...]] = []
    every = zip(everywhere, initiatives(values), persons, organisations(values, around), strict=True)
    for located, campaigns, *others in every:
        named = [Named("place", one.start, one.end, "/".join(one.chain)) for one in located]
        named += [
            Named("initiative", one.start, one.end, one.name, proof=one.proof, doubt=one.doubt) for one in campaigns
        ]
        named += [one for kind in others for one in kind]
        found.append(tuple(sorted(named, key=lambda one: (one.start, one.end))))
    return tuple(found)
