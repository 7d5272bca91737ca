"""What is said to come on the five pages and reported later, against what two persons found who read them apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model import Library, Promise
from generator.text import Text
from tests.relate.series_made import five_pages, ink

TRUTH: dict[str, Any] = yaml.safe_load(Path("tests/truth/relations/promises.yml").read_text(encoding="utf-8"))
FOUND = 4  # of the seven later reports that both persons see; it only rises
TOLD = 14  # of those that no later page reports; it only rises


def holds(text: Text, entry: dict[str, Any]) -> bool:
    return text.seeds[0].startswith(entry["seed"]) and entry["words"] in ink(text.value)


def told(library: Library, entry: dict[str, Any]) -> list[Promise]:
    return [one for one in library.promises if holds(one.sentence, entry)]


def test_every_later_report_that_is_proposed_is_one() -> None:
    """None is false: each that the program puts beside a sentence, a person puts there too, or may."""
    for one in five_pages().promises:
        true = [entry for pair in TRUTH["followed"] if holds(one.sentence, pair["said"]) for entry in pair["later"]]
        for later in one.later:
            assert any(holds(later.sentence, entry) for entry in true), (one.sentence.value, later.sentence.value)


def test_no_fewer_later_reports_are_found_than_before() -> None:
    library = five_pages()
    found = [
        entry["words"]
        for pair in TRUTH["followed"]
        for entry in pair["later"]
        if not entry.get("either")
        and any(holds(later.sentence, entry) for one in told(library, pair["said"]) for later in one.later)
    ]
    assert len(found) >= FOUND, found


def test_what_was_not_reported_later_is_told_without_a_report() -> None:
    library = five_pages()
    found = [entry for entry in TRUTH["silent"] if told(library, entry)]
    assert len(found) >= TOLD, [entry["words"] for entry in TRUTH["silent"] if entry not in found]
    for entry in found:
        for one in told(library, entry):
            assert one.later == (), entry
            assert entry.get("until", "") in (ink(one.until.text.value) if one.until else ""), entry


def test_what_was_done_is_not_told_as_to_come() -> None:
    library = five_pages()
    assert [entry["words"] for entry in TRUTH["done"] if told(library, entry)] == []


def test_what_only_looks_like_a_later_report_is_none() -> None:
    library = five_pages()
    for pair in TRUTH["not_later"]:
        for one in told(library, pair["said"]):
            assert not any(holds(later.sentence, pair["look"]) for later in one.later), pair


def test_a_later_report_is_of_the_same_city_and_of_a_later_issue() -> None:
    library = five_pages()
    issues = {article.id: library.issue_of(article) for article in library.articles}
    for one in library.promises:
        for later in one.later:
            first, second = issues[one.article], issues[later.article]
            assert first.publication
            assert second.publication
            assert first.publication.value == second.publication.value
            assert first.dated
            assert second.dated
            assert first.dated.value.end < second.dated.value.start
            assert later.shared or later.series
            assert all(word in later.sentence.value for word in later.shared)
