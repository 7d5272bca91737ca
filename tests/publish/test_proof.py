"""Every number and date that the built site tells stands on the lines that it names, as it is printed there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Library
from generator.publish.escape import shown
from generator.text import is_blank
from tests.publish.reading import Proven, proven

NUMBER = re.compile(r"\d+(?:[.．]\d+)?")


def ink(words: str) -> str:
    return "".join(letter for letter in words if not is_blank(letter))


def ink_of_lines(library: Library, row: Proven) -> str:
    """What is printed on the lines that a row names, characters shown otherwise than printed in both forms."""
    parts: list[str] = []
    for seed, first, last in row.lines:
        lines = [line.value for line in library.page_of[seed].seed.lines()]
        parts += lines[first - 1 : last]
    return ink(shown("".join(parts)))


def rows(site: Path, folder: str) -> Iterator[tuple[str, Proven]]:
    for file in sorted((site / folder).glob("*.html")):
        yield from ((file.stem, row) for row in proven(file))


def as_shown(library: Library) -> dict[int, str]:
    """How the swapped characters are shown, by how they are printed."""
    found: dict[int, str] = {}
    for page in library.pages:
        for article in page.articles:
            for block in article.blocks:
                for _, was, now in block.text.swaps({page.seed.id: page.seed.source}):
                    found[ord(was)] = now
    return found


def test_a_summary_is_printed_on_the_lines_that_it_names(site: Path, library: Library) -> None:
    swaps = as_shown(library)
    seen = 0
    for article in library.articles:
        told = [ink(shown(sentence.text.value)) for sentence in library.summaries[article.id]]
        for row in proven(site / "articles" / f"{article.id}.html"):
            words = ink(row.words).rstrip("、")
            if words in told:
                assert words in ink_of_lines(library, row).translate(swaps), (article.id, row)
                seen += 1
    assert seen >= len(library.articles)


def test_every_figure_stands_on_its_line(site: Path, library: Library) -> None:
    """What is set as printed in a table of facts is printed on the page; the fact itself, on the lines it names."""
    swaps = as_shown(library)
    seen = 0
    for name, row in rows(site, "articles"):
        if not row.printed:
            continue
        printed = ink_of_lines(library, row).translate(swaps)
        told = next((words for words in row.printed if words), "")
        for number in NUMBER.findall(told):
            assert number in printed, (name, row)
            seen += 1
    assert seen > 150


@pytest.mark.parametrize("file", ["chronicle.html", "articles/*.html", "places/*.html", "initiatives/*.html"])
def test_every_date_is_told_in_words_that_stand_on_its_lines(site: Path, library: Library, file: str) -> None:
    """A row of a timeline quotes the words of its date; its sentence has them, on the lines that it names."""
    swaps = as_shown(library)
    expressions = {event.date.text.value for facts in library.facts.values() for event in facts.events}
    seen = 0
    for page in site.glob(file):
        for row in proven(page):
            for quoted in re.findall(r"“([^“”]+)”", row.words):
                if quoted in expressions:
                    assert ink(quoted) in ink_of_lines(library, row).translate(swaps), (page.stem, row)
                    seen += 1
    assert seen > 5


def test_a_fact_says_what_stands_at_its_place(library: Library) -> None:
    """The digits of every date and figure are those of the characters that they were read from, in the page itself."""
    seen = 0
    for facts in library.facts.values():
        for text in (*(figure.text for figure in facts.figures), *(date.text for date in facts.dates)):
            source = "".join(library.page_of[span.seed].seed.source[span.start : span.end] for span in text.spans)
            assert NUMBER.findall(ink(source)) == NUMBER.findall(ink(text.value))
            seen += 1
    assert seen > 300
