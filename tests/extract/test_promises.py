"""What extraction promises on every page: each fact is a slice of it, and no other page has a say."""

from pathlib import Path

import pytest

from generator.build import build
from generator.model import Article, Facts, Library
from generator.text import Text

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def whole() -> Library:
    return build(SEEDS)


def told(facts: Facts) -> list[Text]:
    events = [text for event in facts.events for text in (event.sentence, event.date.text)]
    dates = [date.text for date in facts.dates]
    figures = [text for f in facts.figures for text in (f.text, f.subject, f.qualifier, f.comparison) if text]
    said = [text for q in facts.quotes for text in (q.text, q.speaker, q.office) if text]
    papers = [text for d in facts.documents for text in (d.text, d.issuer, d.verb, d.says, d.status) if text]
    rows = [text for p in facts.pairings for text in (p.text, *p.helpers, *p.helped, p.relation) if text]
    lists = [text for one in facts.lists for text in (one.text, *one.items)]
    made = [text for s in facts.setups for text in (s.text, s.what, s.verb, s.by) if text]
    told = [*events, *dates, *figures, *said, *papers, *rows, *lists, *made]
    return [*told, *(m.text for m in facts.mentions), *(s.text for s in facts.sentences)]


def stands_in(text: Text, article: Article) -> bool:
    return any(
        block.text.value[start : start + len(text)] == text.value and block.text[start : start + len(text)] == text
        for block in article.blocks
        for start in [_index(block.text, text)]
    )


def _index(block: Text, text: Text) -> int:
    offsets = list(block.offsets())
    return offsets.index(text.start) if text.start in offsets else 0


def test_every_fact_is_a_slice_of_its_article(whole: Library) -> None:
    for article in whole.articles:
        joined = Text.join(block.text for block in article.body)
        for text in told(whole.facts[article.id]):
            assert stands_in(text, article) or set(text.offsets()) <= set(joined.offsets())
            source = {page.seed.id: page.seed.source for page in whole.pages}
            swapped = text.swaps(source)
            shown = "".join(source[span.seed][span.start : span.end] for span in text.spans)
            assert len(shown) == len(text)
            assert sum(a != b for a, b in zip(shown, text.value, strict=True)) == len(swapped)


def test_every_summary_is_made_of_whole_sentences_of_its_article(whole: Library) -> None:
    for article in whole.articles:
        known = whole.facts[article.id].sentences
        chosen = whole.summaries[article.id]
        assert set(chosen) <= set(known)
        assert list(chosen) == sorted(chosen, key=known.index)
        assert len(chosen) <= 5


def test_every_event_is_a_sentence_and_holds_its_date(whole: Library) -> None:
    for article in whole.articles:
        known = {sentence.text for sentence in whole.facts[article.id].sentences}
        for event in whole.facts[article.id].events:
            assert event.sentence in known
            assert set(event.date.text.offsets()) <= set(event.sentence.offsets())


def test_facts_of_a_page_do_not_depend_on_the_other_pages(whole: Library, tmp_path: Path) -> None:
    page = whole.pages[1].seed
    (tmp_path / page.name).write_bytes((SEEDS / page.name).read_bytes())
    alone = build(tmp_path)
    assert {id_: whole.facts[id_] for id_ in alone.facts} == alone.facts


def test_every_link_is_seen_from_both_ends_with_reasons_that_both_print(whole: Library) -> None:
    for link in whole.links:
        assert link in whole.links_of(link.a)
        assert link in whole.links_of(link.b)
        for end in (link.a, link.b):
            names = {m.name.rpartition("/")[2] for m in whole.facts[end].mentions}
            told = {why for why in link.why if not why.startswith("links.")}  # the others are rules, with their words
            assert told <= names
