"""The facts that the program tells against those that a person found. Floors only rise, of what is right too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
import yaml

from generator.model import DateRange
from tests.truth.facts_measured import measured
from tests.truth.facts_reading import FACTS, Claim, claims, print_of
from tests.truth.facts_scores import MUST, Score, score, value_of
from tests.truth.reading import FLOORS, all_truth

ISSUE = DateRange(date(2023, 11, 5), date(2023, 11, 7))


@pytest.fixture(scope="module")
def scores() -> Mapping[str, Score]:
    return measured()


@pytest.fixture(scope="module")
def told() -> Mapping[str, list[Claim]]:
    """What a person says of the first page."""
    truth = all_truth()[0]
    return claims(FACTS / f"{truth.seed.id}.yml", print_of(truth))


@pytest.mark.parametrize("kind", MUST)
def test_no_less_is_found_than_before(kind: str, scores: Mapping[str, Score]) -> None:
    floor = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["facts"][kind]["found"]
    missed = [note for note in scores[kind].notes if note.startswith("-")]
    assert scores[kind].reached >= floor, "\n".join(missed)


@pytest.mark.parametrize("kind", MUST)
def test_what_is_told_without_a_doubt_is_no_less_right_than_before(kind: str, scores: Mapping[str, Score]) -> None:
    floor = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["facts"][kind]["right"]
    wrong = [note for note in scores[kind].notes if note.startswith("+")]
    assert scores[kind].right >= floor, "\n".join(wrong)


@pytest.mark.parametrize("key", ["scope", "status", "kind"])
def test_no_figure_is_given_to_another_place_nor_a_plan_told_as_a_result(key: str, scores: Mapping[str, Score]) -> None:
    wrong = [note for note in scores["figures"].notes if note.startswith(f"? {key}:")]
    assert scores["figures"].keys[key]["wrong"] == 0, "\n".join(wrong)
    assert scores["figures"].keys[key]["right"] > 100


@pytest.mark.parametrize("kind", ["dates", "figures", "places", "people", "quotes"])
def test_a_person_agrees_with_herself(kind: str, told: Mapping[str, list[Claim]]) -> None:
    own = told[kind]
    same = [_as_read(claim) for claim in own]
    made = score(kind, own, same, (), ISSUE)
    assert (made.reached, made.wrong) == (1.0, 0)
    assert made.asked > 3


@pytest.mark.parametrize(
    ("kind", "key", "wrong"),
    [
        ("dates", "value", (date(1999, 1, 1), date(1999, 1, 2))),
        ("figures", "number", 7.25),
        ("places", "chain", "某省/某市"),
        ("people", "office", "乡长"),
    ],
)
def test_what_is_read_wrongly_is_neither_found_nor_right(
    kind: str, key: str, wrong: object, told: Mapping[str, list[Claim]]
) -> None:
    own = [claim for claim in told[kind] if not claim.open]
    others = [replace(_as_read(claim), values={**_as_read(claim).values, key: [wrong]}) for claim in own]
    made = score(kind, own, others, (), ISSUE)
    assert made.found == 0
    assert made.wrong == len(others)


def test_what_nobody_found_is_wrong_unless_it_is_told_in_doubt(told: Mapping[str, list[Claim]]) -> None:
    made_up = Claim("figures", "a1", "77个", frozenset({10**7}), {"number": [77.0], "unit": ["个"]})
    assert score("figures", told["figures"], [made_up], (), ISSUE).wrong == 1
    assert score("figures", told["figures"], [replace(made_up, open=True)], (), ISSUE).wrong == 0


def _as_read(claim: Claim) -> Claim:
    """A person's claim as if the program had made it: each key has one value, the days of a date are days."""
    values = {key: [value[0]] for key, value in claim.values.items()}
    if "value" in values:
        values["value"] = [value_of(values["value"][0], ISSUE)]
    return replace(claim, values=values)
