"""What the rule files know about newspapers is proved by the examples in them, and each rule of the pages is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import open_page
from generator.model import Seed
from generator.read import read
from generator.recover.repair import repair
from generator.rules import Rule, rules
from tests.recover.cases import all_cases

WORDS_ALONE = {"doubts"}  # what code decides: a table of words, not of patterns
FILES = sorted({file.stem for file in Path("generator/rules").glob("*.yml")} - WORDS_ALONE)
PAGES = ("bylines", "captions", "furniture", "headlines", "issue", "jumps", "label", "repair")

all_rules = pytest.mark.parametrize(
    "rule", [rule for file in FILES for rule in rules(file).values()], ids=lambda rule: rule.id
)
page_rules = pytest.mark.parametrize(
    "rule", [rule for file in PAGES for rule in rules(file).values()], ids=lambda rule: rule.id
)


@all_rules
def test_a_rule_finds_what_it_says_it_finds(rule: Rule) -> None:
    missed = [example for example in rule.matches if not rule.pattern.search(example)]
    assert not missed


@all_rules
def test_a_rule_finds_nothing_where_it_says_so(rule: Rule) -> None:
    found = [example for example in rule.rejects if rule.pattern.search(example)]
    assert not found


@all_rules
def test_a_rule_has_an_example(rule: Rule) -> None:
    assert rule.matches


@pytest.fixture(scope="module")
def printed() -> tuple[list[str], set[str]]:
    """The lines and paragraphs of all pages and cases, as printed and repaired, and the rules that decided."""
    seeds = [*read(Path("seeds"))[0], *(Seed("case", case.name, case.page) for case in all_cases())]
    texts: list[str] = []
    deciding: set[str] = set()
    for seed in seeds:
        page = open_page(seed)
        texts += [line.value for line in seed.lines()]
        texts += [line.value for line in repair(seed)]
        texts += [block.text.value for block in page.blocks]
        deciding |= {block.why for block in page.blocks}
    return texts, deciding


@page_rules
def test_no_rule_is_kept_that_never_fires(rule: Rule, printed: tuple[list[str], set[str]]) -> None:
    texts, deciding = printed
    inner = [text[at:] for text in texts for at in (0, 4)]
    assert rule.id in deciding or any(rule.pattern.search(text) for text in inner), (
        f"{rule.id} fires nowhere: delete it"
    )
