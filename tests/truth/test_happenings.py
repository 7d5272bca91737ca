"""What several articles report together, and the passages they print alike, against what two readers found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build
from generator.model import Happening, Library, Telling
from generator.text import Text, is_blank

ROOT = Path(__file__).parents[2]
RELATIONS = ROOT / "tests" / "truth" / "relations"
Place = Mapping[str, Any]


def told(name: str) -> Any:
    return yaml.safe_load((RELATIONS / f"{name}.yml").read_text(encoding="utf-8"))


EVENTS = told("events")
PASSAGES = told("passages")
events = pytest.mark.parametrize("event", EVENTS["events"], ids=lambda event: event["name"])


@pytest.fixture(scope="module")
def library() -> Library:
    return build(ROOT / "seeds")


def ink(words: str) -> str:
    return "".join(letter for letter in words if not is_blank(letter))


def stands(library: Library, text: Text, place: Place) -> bool:
    """Whether a text stands on a line, and holds the words that are named."""
    lines = library.lines_of(text)
    near = any(seed.startswith(place["seed"]) and first <= place["line"] <= last for seed, first, last in lines)
    return near and ink(place.get("words", "")) in ink(text.value)


def on_line(library: Library, place: Place) -> str:
    """The article that prints a line."""
    return next(
        article.id
        for article in library.articles
        for block in article.blocks
        for seed, first, last in library.lines_of(block.text)
        if seed.startswith(place["seed"]) and first <= place["line"] <= last
    )


def found(library: Library, event: Mapping[str, Any]) -> Happening:
    articles = sorted(on_line(library, report) for report in event["reports"])
    return next(happening for happening in library.happenings if sorted(happening.articles) == articles)


def telling(library: Library, happening: Happening, place: Place) -> Telling:
    return next(one for one in happening.tellings if one.article == on_line(library, place))


@events
def test_each_event_is_found_with_the_words_that_tell_it(library: Library, event: Mapping[str, Any]) -> None:
    happening = found(library, event)
    assert ink(event["name"]) in ink(happening.name.value)
    for report in event["reports"]:
        assert stands(library, telling(library, happening, report).words, report)


@events
def test_a_day_is_the_lenders_and_only_what_tells_the_event_may_borrow_it(
    library: Library, event: Mapping[str, Any]
) -> None:
    happening = found(library, event)
    assert happening.date is not None
    assert [happening.date.start, happening.date.end] == event["day"]
    assert stands(library, happening.date.text, event["lender"])
    for report in event["reports"]:
        one = telling(library, happening, report)
        assert happening.borrows(one) == report.get("borrows", False)
        assert one.lacks == report.get("implied", False)


@events
def test_what_a_reader_found_in_one_article_alone_is_told_of_it(library: Library, event: Mapping[str, Any]) -> None:
    happening = found(library, event)
    for place in event["alone"]:
        home = {"seed": place["seed"], "line": place["of"]}
        own = telling(library, happening, home).alone
        assert any(stands(library, sentence, place) for sentence in own), place


def test_nothing_is_told_together_that_no_reader_told_so(library: Library) -> None:
    known = [sorted(on_line(library, one) for one in event["reports"]) for event in EVENTS["events"] + EVENTS["either"]]
    assert [one.name.value for one in library.happenings if sorted(one.articles) not in known] == []


def lines(library: Library, happening: Happening) -> Iterator[tuple[str, int]]:
    for one in happening.tellings:
        for seed, first, last in library.lines_of(one.words):
            yield from ((seed[:3], line) for line in range(first, last + 1))


@pytest.mark.parametrize("pair", EVENTS["not_one"], ids=lambda pair: pair["why"])
def test_what_looks_alike_and_is_two_is_not_one(library: Library, pair: Mapping[str, Place]) -> None:
    for happening in library.happenings:
        here = set(lines(library, happening))
        assert not {(pair[end]["seed"], pair[end]["line"]) for end in "ab"} <= here


def alike(library: Library) -> list[tuple[Text, Text]]:
    return [(proof.a, proof.b) for link in library.links if link.kind == "contains" for proof in link.proofs]


def is_on(library: Library, pair: tuple[Text, Text], places: Mapping[str, Place]) -> bool:
    one, other = pair
    ends = places["a"], places["b"]
    return any(stands(library, one, a) and stands(library, other, b) for a, b in (ends, ends[::-1]))


@pytest.mark.parametrize("places", PASSAGES["passages"], ids=lambda places: places["a"]["words"][:12])
def test_a_passage_printed_twice_is_found(library: Library, places: Mapping[str, Place]) -> None:
    assert any(is_on(library, pair, places) for pair in alike(library))


def test_no_other_passage_is_told(library: Library) -> None:
    known = [*PASSAGES["passages"], *PASSAGES["either"]]
    assert [pair for pair in alike(library) if not any(is_on(library, pair, places) for places in known)] == []


@pytest.mark.parametrize("places", PASSAGES["not_passages"], ids=lambda places: places["why"])
def test_what_only_sounds_alike_is_no_passage(library: Library, places: Mapping[str, Place]) -> None:
    assert not any(is_on(library, pair, places) for pair in alike(library))
