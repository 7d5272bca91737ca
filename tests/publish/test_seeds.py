"""The five pages that are shipped, as a reader of the built site sees them: every character, in its place."""

from __future__ import annotations

from pathlib import Path

from generator.model import Block, Kind, Library
from generator.publish.escape import shown
from generator.text import is_blank
from tests.publish.reading import texts

HEADS = {Kind.KICKER: ("p", "kicker"), Kind.HEADLINE: ("h1", ""), Kind.DECK: ("p", "deck")}


def ink(words: str) -> str:
    return "".join(letter for letter in words if not is_blank(letter))


def blocks_of(library: Library) -> dict[str, tuple[Block, ...]]:
    return {article.id: article.blocks for article in library.articles}


def test_an_article_gives_its_blocks_in_order(site: Path, library: Library) -> None:
    """Kicker, headline and deck stand in their places at the top; all the rest below, one after the other."""
    for article, blocks in blocks_of(library).items():
        file = site / "articles" / f"{article}.html"
        for kind, (tag, name) in HEADS.items():
            head = ink("".join(shown(block.text.value) for block in blocks if block.kind is kind))
            if head:
                assert ink(texts(file, tag, class_=name)[0] if name else texts(file, tag)[0]) == head
        printed = [ink(shown(block.text.value)) for block in blocks if block.kind not in HEADS]
        page = ink("".join((*texts(file, "div", class_="byline"), *texts(file, "div", class_="body-text"))))
        place = 0
        for words in printed:
            assert words in page[place:], (article, words)
            place = page.index(words, place) + len(words)


def test_a_page_gives_its_lines_exactly(site: Path, library: Library) -> None:
    for page in library.pages:
        lines = texts(site / "pages" / f"{page.seed.id}.html", "span", class_="tx")
        assert lines == [shown(line.value) for line in page.seed.lines()]


def test_the_rules_that_are_named_have_words_for_a_reader(library: Library) -> None:
    """What the site says about a date, a doubt or an issue is said in words."""
    from generator.publish.words import says

    rules = {("dates", event.date.rule) for facts in library.facts.values() for event in facts.events}
    rules |= {("doubts", doubt.what) for article in library.articles for doubt in article.doubts}
    rules |= {
        ("issue", evidence.rule)
        for page in library.pages
        for claim in (page.issue.publication, page.issue.dated, page.issue.page)
        if claim
        for evidence in claim.evidence
    }
    assert [rule for rule in sorted(rules) if not says(*rule)] == []
