"""Where an article stands: the stretches of its lines, never through another article."""

from __future__ import annotations

from generator.model import Library
from generator.publish.desk import Desk
from generator.publish.provenance import stands
from generator.publish.words import words


def inked(library: Library, name: str) -> set[tuple[str, int]]:
    """The lines on which an article has its words."""
    (article,) = [one for one in library.articles if one.id == name]
    spans = [span for block in article.blocks for span in block.text.spans]
    pages = library.page_of
    return {
        (span.seed, line)
        for span in spans
        for line in range(pages[span.seed].seed.line_of(span.start), pages[span.seed].seed.line_of(span.end - 1) + 1)
    }


def test_an_article_in_several_stretches_is_told_by_stretches(library: Library) -> None:
    desk = Desk(library, words("zh"))
    found = [(first, last) for _, first, last in stands(desk, desk.article["002_d332767d08246bff-3203"])]
    assert found == [(251, 334), (566, 567)]


def test_the_lines_of_an_article_are_all_told_and_run_through_no_other(library: Library) -> None:
    desk = Desk(library, words("zh"))
    own = {article.id: inked(library, article.id) for article in library.articles}
    for article in library.articles:
        told = {(seed, line) for seed, first, last in stands(desk, article) for line in range(first, last + 1)}
        others = set().union(*(lines for name, lines in own.items() if name != article.id))
        assert own[article.id] <= told
        assert not (told - own[article.id]) & others
