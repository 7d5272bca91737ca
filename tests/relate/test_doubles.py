"""A page that a collection has twice is said to be there twice, and nothing is merged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import open_page
from generator.model import Basis, Claim, Issue, Page, Seed
from generator.relate.doubles import doubles

SEEDS = Path("seeds")
SOURCES = {file.stem: file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))}


def page(name: str, source: str) -> Page:
    return open_page(Seed(name, f"{name}.txt", source))


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return tuple(page(name, source) for name, source in SOURCES.items())


def test_different_pages_are_no_doubles(pages: tuple[Page, ...]) -> None:
    assert doubles(pages) == ()


def test_the_same_page_folded_and_read_otherwise_is_a_double(pages: tuple[Page, ...]) -> None:
    source = SOURCES["003_7b2999cc312b4378"].replace("。", "。\n").replace("侨", "桥").replace("，", ",")
    copy = page("copy", source)
    assert doubles((*pages, copy)) == (("003_7b2999cc312b4378", "copy"),)
    assert doubles((copy, *reversed(pages))) == (("003_7b2999cc312b4378", "copy"),)


def test_a_part_of_a_page_is_a_double(pages: tuple[Page, ...]) -> None:
    source = SOURCES["000_5b1a5244461864bc"]
    assert doubles((*pages, page("part", source[: len(source) // 2]))) == (("000_5b1a5244461864bc", "part"),)


def test_two_papers_may_print_the_same(pages: tuple[Page, ...]) -> None:
    one, two = (
        replace(pages[0], seed=replace(pages[0].seed, id=paper), issue=Issue(Claim(paper, Basis.PRINTED)))
        for paper in ("茂名日报", "江门日报")
    )
    assert doubles((one, two)) == ()
    assert doubles((one, replace(two, issue=one.issue))) == (("江门日报", "茂名日报"),)
