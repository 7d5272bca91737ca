"""The summaries of the five pages against the sentences that two readers chose. Floors only rise."""

from __future__ import annotations

import pytest
import yaml

from generator.model import Sentence
from generator.text import Text
from tests.truth.facts_measured import library
from tests.truth.reading import FLOORS
from tests.truth.summary_scores import Readers, Score, judge, likeness, readers


@pytest.fixture(scope="module")
def measured() -> Score:
    total = Score()
    for article_id, chosen in readers().items():
        total += judge(chosen, library().summaries[article_id])
    return total


def test_as_many_sentences_as_before_are_those_that_a_reader_chose(measured: Score) -> None:
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    print(f"summaries: {measured.share:.3f}, alike {measured.likeness:.3f}")
    assert measured.share >= floors["summaries"]
    assert measured.likeness >= floors["summaries_alike"]


def test_no_sentence_is_chosen_that_must_not_be(measured: Score) -> None:
    assert (measured.barred, measured.barred_by_one) == (0, 0)


def test_every_article_that_readers_sum_up_has_a_summary() -> None:
    assert readers()
    assert [article_id for article_id in readers() if not library().summaries[article_id]] == []


def test_a_choice_is_right_where_it_is_one_that_a_reader_made() -> None:
    said = "会议召开。荔枝丰收。"
    one, other = (Sentence(Text.of("made", said, *ends), 0) for ends in ((0, 5), (5, 10)))
    person = Readers((frozenset(range(5)),), (frozenset(range(5, 10)),), (), "会议召开。")
    assert judge(person, [one]) == Score(told=1, right=1, overlap=1.0, articles=1)
    assert judge(person, [other]) == Score(told=1, barred=1, articles=1)


def test_likeness_is_what_both_share() -> None:
    assert likeness("荔枝丰收", "荔枝丰收") == 1
    assert likeness("荔枝", "龙眼") == 0
    assert likeness("荔枝丰收", "荔枝") == pytest.approx(0.5)
