"""The facts that a person found are well formed and stand on the page as they say. The program has no part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.truth.reading import HERE, all_truth

FACTS = HERE / "facts"
TRUTHS = {truth.seed.name: truth for truth in all_truth()}
PAGES = [pytest.param(file, id=file.name[:3]) for file in sorted(FACTS.glob("*.yml"))]
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
DURATION = r"PT?\d+[HDMY]\+?"
VALUE = re.compile(rf"({DAY}|{DURATION}|{DAY}/({DAY}|issue)?|{DURATION}/{DURATION})")

# What every fact of a kind tells, and what it may tell besides.
ALWAYS = {
    "dates": "at text value precision resolved kind",
    "vague": "at text why",
    "events": "at text",
    "figures": "at text number kind status",
    "sums": "at text whole parts agree",
    "not_dates": "at text why",
    "not_figures": "at text why",
    "places": "at text chain",
    "people": "at text office",
    "organisations": "forms",
    "initiatives": "forms",
    "documents": "at title",
    "quotes": "at words speaker office mode",
    "lists": "at intro announced items",
    "pairings": "at text helper helped form direction",
    "setups": "at what verb",
    "roles": "at text level role who",
    "summaries": "at text chosen",
    "not_summaries": "at text reason",
}
BESIDES = {
    "dates": "status dates_report also",
    "events": "clause who where",
    "figures": "unit subject qualifier as_of scope whose comparison also",
    "sums": "why",
    "places": "kind",
    "organisations": "proof",
    "initiatives": "proof kind",
    "documents": "issuer says verb status",
    "lists": "as_many",
    "setups": "by when also",
}
WORDS_OF = {
    "dates": {
        "precision": "day month year half-year quarter range duration none",
        "resolved": "printed issue none",
        "kind": "point period duration vague festival",
        "status": "happened planned ongoing",
    },
    "vague": {"why": "now next then recurrence event era"},
    "figures": {
        "kind": "count amount share change rate rank threshold cap",
        "status": "reported planned forecast",
    },
    "quotes": {"mode": "direct indirect"},
}


@cache
def written_in(file: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def facts_of(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every fact of a file with its kind, the forms of an organisation too (as kind `form`)."""
    for kind, facts in written_in(file).items():
        if kind == "seed":
            continue
        for fact in facts:
            yield kind, fact
            yield from (("form", form) for form in fact.get("forms", ()))


def read_as_printed(file: Path) -> str:
    """The ink, in reading order, of the page that the file tells of."""
    truth = TRUTHS[written_in(file)["seed"]]
    return "".join(truth.seed.source[offset] for unit in truth.units for offset in unit.ink)


def wrong_keys(kind: str, fact: Mapping[str, Any]) -> set[str]:
    if kind == "form":
        return (set(fact) - {"nth"}) ^ {"at", "text"}
    always = set(ALWAYS[kind].split())
    return (always - set(fact)) | (
        set(fact) - always - set(f"{BESIDES.get(kind, '')} in nth either doubt note".split())
    )


def wrong_values(kind: str, fact: Mapping[str, Any]) -> Iterator[str]:
    """What a fact and its other readings say that is none of the words for it, or no date or number."""
    for key, words in WORDS_OF.get(kind, {}).items():
        for value in said(fact, key):
            if value not in words.split():
                yield f"{key}: {value}"
    if kind == "dates":
        yield from (str(it) for it in said(fact, "value") if it is not None and not VALUE.fullmatch(it))
    if kind == "figures":
        yield from (str(it) for it in said(fact, "number") if it is not None and not isinstance(it, int | float))


def said(fact: Mapping[str, Any], key: str) -> list[Any]:
    return [*([fact[key]] if key in fact else []), *fact.get("either", {}).get(key, ())]


def test_every_page_has_its_facts() -> None:
    told = {written_in(file)["seed"] for file in FACTS.glob("*.yml")}
    assert told == set(TRUTHS)


@pytest.mark.parametrize("file", PAGES)
def test_every_fact_tells_what_its_kind_tells_and_no_more(file: Path) -> None:
    assert [(kind, fact) for kind, fact in facts_of(file) if wrong_keys(kind, fact)] == []


@pytest.mark.parametrize("file", PAGES)
def test_every_value_is_well_formed(file: Path) -> None:
    assert [(fact, wrong) for kind, fact in facts_of(file) for wrong in wrong_values(kind, fact)] == []


@pytest.mark.parametrize("file", PAGES)
def test_every_fact_stands_where_it_says(file: Path) -> None:
    page = read_as_printed(file)
    for kind, fact in facts_of(file):
        if "at" in fact:
            times = page.count(fact["at"])
            assert (1 <= fact["nth"] <= times) if "nth" in fact else times == 1, (kind, fact, times)
        if "text" in fact and kind not in ("summaries", "not_summaries"):
            assert fact["text"] in fact["at"], (kind, fact)


@pytest.mark.parametrize("file", PAGES)
def test_long_words_stand_on_the_page_from_where_they_begin(file: Path) -> None:
    page = read_as_printed(file)
    for kind, key in (("quotes", "words"), ("summaries", "text"), ("not_summaries", "text"), ("documents", "title")):
        for fact in (fact for its, fact in facts_of(file) if its == kind):
            assert fact[key] in page, (kind, fact)


@pytest.mark.parametrize("file", PAGES)
def test_every_fact_is_in_an_article_that_the_page_has(file: Path) -> None:
    truth = TRUTHS[written_in(file)["seed"]]
    assert [fact for _, fact in facts_of(file) if fact.get("in", "a1") not in truth.articles] == []


@pytest.mark.parametrize("file", PAGES)
def test_no_fact_is_told_twice(file: Path) -> None:
    told = [
        (kind, fact.get("in"), fact["at"], fact.get("nth"), fact.get("text"))
        for kind, fact in facts_of(file)
        if kind not in ("form", "events") and "at" in fact
    ]
    assert [one for one in told if told.count(one) > 1] == []
