"""What the program makes of each page against what a person says is on it. Floors only rise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import yaml

from generator.build import open_page
from generator.model import (
    Article,
    Basis,
    Block,
    Byline,
    Claim,
    Dateline,
    DateRange,
    Direction,
    Issue,
    Jump,
    Kind,
    Page,
)
from generator.text import Text
from tests.truth.reading import FLOORS, SEEDS, Truth, all_truth, soft_line_ends
from tests.truth.scores import PARTS, SCORES, Score, measure

TRUTHS = all_truth()
READINGS = [
    pytest.param(truth.read_as(other), truth, id=f"{truth.seed.name[:3]}-{number}-{way}")
    for truth in TRUTHS
    for number, question in enumerate(truth.either, 1)
    for way, other in enumerate(question, 1)
]


@pytest.fixture(scope="module")
def measured() -> dict[str, Score]:
    """Each score over all pages, an answer being known by its page too."""
    pages = {truth.seed.id: measure(truth, open_page(truth.seed)) for truth in TRUTHS}
    return {
        name: Score(
            frozenset((seed, answer) for seed, scores in pages.items() for answer in scores[name].true),
            frozenset((seed, answer) for seed, scores in pages.items() for answer in scores[name].said),
        )
        for name in SCORES
    }


@pytest.mark.parametrize("what", SCORES)
def test_the_program_is_at_least_as_right_as_before(what: str, measured: Mapping[str, Score]) -> None:
    floor = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))[what]
    reached = measured[what].reached
    print(f"{what}: {reached:.3f}, floor {floor}")
    assert reached >= floor, f"{what}: {reached:.3f} of what a person found, the floor is {floor}"


def test_every_page_has_been_read_by_a_person() -> None:
    assert {truth.seed.name for truth in TRUTHS} == {file.name for file in SEEDS.glob("*.txt")}


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.seed.name[:3])
def test_a_page_taken_apart_as_a_person_does_is_right_in_everything(truth: Truth) -> None:
    assert {name: score.reached for name, score in measure(truth, as_told(truth)).items()} == dict.fromkeys(SCORES, 1.0)


@pytest.mark.parametrize(("told", "truth"), READINGS)
def test_what_stays_open_is_right_in_either_reading(told: Truth, truth: Truth) -> None:
    assert [name for name, score in measure(truth, as_told(told)).items() if score.wrong] == []


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.seed.name[:3])
def test_an_article_in_another_order_is_wrong(truth: Truth) -> None:
    turned = as_told(replace(truth, units=truth.units[::-1]))
    assert measure(truth, turned)["articles"].right == 0
    assert measure(truth, turned)["paragraphs"].wrong == 0


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.seed.name[:3])
def test_a_date_that_claims_more_than_the_page_says_is_wrong(truth: Truth) -> None:
    told = as_told(truth)
    said = DateRange(truth.issue["date"]["start"][0], truth.issue["date"]["end"][0] - timedelta(days=1))
    sure = replace(told, issue=replace(told.issue, dated=Claim(said, Basis.INFERRED)))
    assert measure(truth, sure)["dates"].reached == 0


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.seed.name[:3])
def test_a_soft_line_end_has_ink_of_one_paragraph_on_both_sides(truth: Truth) -> None:
    units = {offset: unit for unit in truth.units for offset in unit.ink}
    for end in soft_line_ends(truth):
        before = next(units[offset] for offset in range(end, -1, -1) if offset in units)
        after = next(units[offset] for offset in range(end, len(truth.seed.source)) if offset in units)
        assert before is after
        assert before.role in {Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION}


def as_told(truth: Truth) -> Page:
    """The page as the program would give it if it read as the person does."""
    blocks = {unit: Block(unit.role, Text.join(_characters(truth, unit.ink)), "told") for unit in truth.units}
    articles = tuple(
        Article(
            f"{truth.seed.id}-{name}",
            tuple(block for unit, block in blocks.items() if unit.article == name),
            _byline(entry),
            _dateline(entry),
            tuple(Jump(way, Text(), entry[way]) for way in Direction if entry[way]),
            genre=entry["genre"],
            column=_name(entry["column"]) if entry["column"] else None,
        )
        for name, entry in truth.articles.items()
    )
    furniture = tuple(block for unit, block in blocks.items() if unit.article is None)
    return Page(truth.seed, tuple(blocks.values()), articles, furniture, _issue(truth.issue))


def _characters(truth: Truth, ink: tuple[int, ...]) -> Iterator[Text]:
    return (Text.of(truth.seed.id, truth.seed.source, offset, offset + 1) for offset in ink)


def _name(value: str) -> Text:
    return Text.by("a reader", value)


def _byline(entry: Mapping[str, Any]) -> Byline:
    reporters, correspondents, photographers = (tuple(_name(person) for person in entry[part]) for part in PARTS)
    return Byline(reporters, correspondents, photographers, _name(entry["agency"]) if entry["agency"] else None)


def _dateline(entry: Mapping[str, Any]) -> Dateline | None:
    line = entry["dateline"]
    return Dateline(Text(), _name(line["place"]), line["date"]) if line else None


def _issue(told: Mapping[str, Any]) -> Issue:
    paper, day, page = told["publication"], told["date"], told["page"]
    return Issue(
        Claim(paper["name"], Basis(paper["basis"])),
        Claim(DateRange(day["start"][0], day["end"][-1]), Basis(day["basis"])),
        Claim(page, Basis.INFERRED) if page else None,
    )
