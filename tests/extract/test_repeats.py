"""What an article prints twice is told once."""

from dataclasses import replace

from generator.extract import extract
from generator.model import Repeat
from generator.text import Text
from tests.extract.made import article, issue

TOLD = "截至2023年12月末，全市累计建成28个示范镇，茂名市根子镇是其中之一。"


def test_a_fact_of_a_passage_printed_twice_is_told_once() -> None:
    made = article(TOLD, TOLD)
    first, second = (block.text for block in made.blocks)
    facts = extract(replace(made, repeats=(Repeat(second, first, "repeats.again"),)), issue("2024-02-01"))
    assert facts == extract(article(TOLD), issue("2024-02-01"))
    assert facts.figures
    assert facts.mentions
    assert facts.events


def test_where_the_later_printing_counts_its_facts_are_told() -> None:
    made = article(TOLD, TOLD)
    first, second = (block.text for block in made.blocks)
    facts = extract(replace(made, repeats=(Repeat(first, second, "repeats.torn"),)), issue("2024-02-01"))
    assert {sentence.paragraph for sentence in facts.sentences} == {1}
    assert {figure.paragraph for figure in facts.figures} == {1}


def test_what_another_article_prints_too_is_told_of_both() -> None:
    made = article(TOLD)
    elsewhere = Text.of("made", "\n" * 200 + TOLD, 200)
    told = replace(made, repeats=(Repeat(made.blocks[0].text, elsewhere, "repeats.again"),))
    assert extract(told, issue("2024-02-01")) == extract(made, issue("2024-02-01"))
