"""What the rule files know about newspapers is proved by the examples in them, and each rule of the pages is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path

import pytest

from generator.build import open_page
from generator.errors import RuleError
from generator.extract import extract
from generator.model import Issue, Page, Seed
from generator.read import read
from generator.recover.repair import repair
from generator.rules import Endings, Rule, Sieve, rules
from tests.recover.cases import all_cases

FILES = sorted(file.stem for file in Path("generator/rules").glob("*.yml"))
# What code decides may need a page of its own: `tests/recover/` makes one for each doubt and each kind of repeat.
ELSEWHERE = {"doubts", "given", "links", "repeats", "series", "stitch"}
PAGES = ("bylines", "captions", "furniture", "headlines", "issue", "jumps", "label", "repair")
RULES = [rule for file in FILES for rule in rules(file).values()]


def each(chosen: Iterable[Rule]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", list(chosen), ids=lambda rule: rule.id)


searching = each(rule for rule in RULES if rule.written)
searching_pages = each(rule for file in PAGES for rule in rules(file).values() if rule.written)
said_only = each(rule for rule in RULES if not rule.written and rule.id.partition(".")[0] not in ELSEWHERE)


@searching
def test_a_rule_finds_what_it_says_it_finds(rule: Rule) -> None:
    missed = [example for example in rule.matches if not rule.pattern.search(example)]
    assert not missed


@searching
def test_a_rule_finds_nothing_where_it_says_so(rule: Rule) -> None:
    found = [example for example in rule.rejects if rule.pattern.search(example)]
    assert not found


@each(rule for rule in RULES if rule.needs)
def test_a_rule_needs_no_more_than_it_finds(rule: Rule, printed: tuple[list[str], set[str]]) -> None:
    found = (text for text in (*rule.matches, *printed[0]) if rule.pattern.search(text))
    assert all(map(rule.may_fit, found))


@searching
def test_a_rule_has_an_example(rule: Rule) -> None:
    assert rule.matches


@pytest.fixture(scope="module")
def printed() -> tuple[list[str], set[str]]:
    """The lines and paragraphs of all pages and cases, as printed and repaired, and the rules that decided."""
    seeds = [*read(Path("seeds"))[0], *(Seed("case", case.name, case.page) for case in all_cases())]
    seeds += read(Path("tests/cases/extract"))[0]
    texts: list[str] = []
    deciding: set[str] = set()
    for seed in seeds:
        page = open_page(seed)
        texts += [line.value for line in seed.lines()]
        texts += [line.value for line in repair(seed)]
        texts += [block.text.value for block in page.blocks]
        deciding |= set(_deciding(page))
    return texts, deciding


def _deciding(page: Page) -> Iterator[str]:
    """The rules that a page's blocks, choices, dates and doubtful facts name."""
    yield from (block.why for block in page.blocks)
    options = [option for choice in page.choices for option in (choice.taken, choice.instead) if option]
    yield from (name for option in options for name in (option.what, *(reason.what for reason in option.reasons)))
    yield from _grounds(page.issue)
    for article in page.articles:
        facts = extract(article, page.issue)
        every = chain.from_iterable(getattr(facts, field.name) for field in fields(facts))
        yield from (fact.doubt for fact in every if getattr(fact, "doubt", ""))


def _grounds(issue: Issue) -> Iterator[str]:
    for claim in (issue.publication, issue.dated, issue.page):
        yield from (evidence.rule for evidence in (claim.evidence if claim else ()))


@searching_pages
def test_no_rule_is_kept_that_never_fires(rule: Rule, printed: tuple[list[str], set[str]]) -> None:
    texts, deciding = printed
    inner = [text[at:] for text in texts for at in (0, 4)]
    assert rule.id in deciding or any(rule.pattern.search(text) for text in inner), (
        f"{rule.id} fires nowhere: delete it"
    )


@said_only
def test_no_words_are_kept_for_what_is_never_decided(rule: Rule, printed: tuple[list[str], set[str]]) -> None:
    assert rule.id in printed[1], f"{rule.id} is decided nowhere: delete it, or add a case"


def test_all_that_is_decided_has_words_for_the_reader(printed: tuple[list[str], set[str]]) -> None:
    known = {rule.id for rule in RULES if rule.says}
    assert printed[1] <= known


def test_words_for_the_reader_are_nothing_to_search_with() -> None:
    with pytest.raises(RuleError, match="no pattern and no words"):
        _ = Rule("label.made", "", "说法", (), (), (), {}).pattern


def test_a_rule_is_not_tried_without_what_it_needs() -> None:
    rule = Rule("label.made", "版", "说法", (), (), (), {}, needs=("第",))
    assert rule.search("第1版")
    assert not rule.search("1版")
    assert not rule.match("版")
    assert not rule.fullmatch("版")


def _rule(name: str, *, words: Iterable[str] = (), needs: Iterable[str] = ()) -> Rule:
    return Rule(f"label.{name}", "版", "说法", (), (), tuple(words), {}, tuple(needs))


def test_a_sieve_leaves_the_rules_whose_words_a_text_has() -> None:
    paged, turned, always = _rule("paged", needs=("第", "一版")), _rule("turned", needs=("一转",)), _rule("always")
    sieve = Sieve((paged, turned, always))
    assert sieve.fitting("第二版") == [paged, always]
    assert sieve.fitting("一版") == [paged, always]
    assert sieve.fitting("一、转") == [always]
    assert sieve.fitting("") == [always]


@pytest.mark.parametrize("file", FILES)
def test_a_sieve_leaves_just_the_rules_that_may_find_something(file: str, printed: tuple[list[str], set[str]]) -> None:
    asked = list(rules(file).values())
    sieve = Sieve(asked)
    texts = {*printed[0], *(text for rule in asked for text in (*rule.matches, *rule.rejects))}
    assert all(sieve.fitting(text) == [rule for rule in asked if rule.may_fit(text)] for text in texts)


def test_of_words_that_end_at_one_place_the_longest_is_found() -> None:
    endings = Endings(
        {"title": _rule("title", words=("书记", "副书记", "长")), "kin": _rule("kin", words=("家长", "长"))}
    )
    assert list(endings.find("副书记和家长")) == [(3, "副书记", "title"), (6, "家长", "kin")]
    assert list(endings.at("副书记", 3)) == [("副书记", "title"), ("书记", "title")]
    assert list(endings.at("长", 1)) == [("长", "title")]
    assert list(endings.find("记")) == []
