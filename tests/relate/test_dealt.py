"""Pages that are dealt out anew are pages still, and what is said of many does not hang on their order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.model import Library
from generator.relate import relate
from generator.text import Text
from tests.bench.dealt import Deal, deal
from tests.truth.facts_measured import library

PAGES = 20
CITY = 2  # links of its chain


@cache
def dealt() -> Deal:
    return deal([library()], PAGES)


def related(order: list[int]) -> Library:
    """The library of the dealt pages, the pages and articles in this order."""
    made = dealt()
    pages = [made.pages[place] for place in order]
    place_of = {page.seed.id: place for place, page in enumerate(pages)}
    articles = sorted(made.articles, key=lambda one: place_of[one.seeds[0]])
    return relate(pages, articles, made.facts, made.summaries)


def texts(made: Deal) -> Iterator[Text]:
    yield from (block.text for page in made.pages for block in page.blocks)
    for known in made.facts.values():
        yield from (one.text for one in known.mentions)
        yield from (one.text for one in known.figures)
        yield from (one.text for one in known.sentences)


def test_every_text_reads_what_its_page_prints_there() -> None:
    """But for the few characters that were shown otherwise than printed on the page that it was made of."""
    sources = {page.seed.id: page.seed.source for page in dealt().pages}
    shown = {swap[1:] for article in library().articles for block in article.blocks for swap in _swaps(block.text)}
    for text in texts(dealt()):
        assert {swap[1:] for swap in text.swaps(sources)} <= shown


def _swaps(text: Text) -> tuple[tuple[object, str, str], ...]:
    return text.swaps({page.seed.id: page.seed.source for page in library().pages})


def test_each_page_has_other_words_and_some_names_recur() -> None:
    made = dealt()
    bodies = [page.seed.source for page in made.pages]
    assert len(set(bodies)) >= PAGES - 2  # a few are printed twice
    cities = [
        {"/".join(one.name.split("/")[:CITY]) for one in made.facts[article.id].mentions if one.type == "place"}
        for article in made.articles
    ]
    assert any(sum(city in named for named in cities) > 1 for city in set().union(*cities))


def test_many_pages_are_related_alike_in_whatever_order_they_come() -> None:
    order = list(range(PAGES))
    first = related(order)
    second = related([*order[1::2][::-1], *order[::2]])
    assert first.links == second.links
    assert first.happenings == second.happenings
    assert first.series == second.series
    assert first.promises == second.promises
    assert first.doubles == second.doubles
    assert [(one.type, one.name, one.slug) for one in first.subjects] == [
        (one.type, one.name, one.slug) for one in second.subjects
    ]
