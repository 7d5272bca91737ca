"""Everything that ties two articles together: one happening, a passage, a loose end, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Article, Facts, Happening, Link, Page
from .continues import continues
from .happenings import event_links, happenings
from .happenings_scene import Scene
from .links import links
from .names import homes, who_prints
from .passages import passages


def ties(
    pages: Sequence[Page], articles: Sequence[Article], facts: Mapping[str, Facts], doubles: Sequence[tuple[str, str]]
) -> tuple[tuple[Happening, ...], tuple[Link, ...]]:
    """What several articles tell together, and the links between any two, sorted; two articles may have several.

    `doubles`: pairs of pages that are one page, collected twice.
    """
    cities = homes(facts)
    by_id = {article.id: article for article in articles}
    found = happenings(Scene(by_id, facts, {page.seed.id: page for page in pages}, cities, frozenset(doubles)))
    tied = (
        *links(who_prints(facts), cities, facts),
        *event_links(found),
        *passages(articles, facts),
        *continues(pages, articles),
    )
    return found, tuple(sorted(tied))
