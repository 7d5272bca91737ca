"""Pages that have nothing to do with a collection change nothing in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build import build
from generator.model import Library
from generator.publish.render import render
from tests.publish.made import Settings
from tests.recover.strangers import strangers

COUNT = 45
SEEDS = tuple(sorted(Path("seeds").glob("*.txt")))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The five seeds by themselves."""
    return library(tmp_path_factory.mktemp("alone"), {})


@pytest.fixture(scope="module", params=(1, 2))
def among(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The five seeds among strangers."""
    return library(tmp_path_factory.mktemp("among"), strangers(request.param, COUNT))


def library(folder: Path, others: Mapping[str, str]) -> Library:
    for seed in SEEDS:
        shutil.copy(seed, folder)
    for name, text in others.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return build(folder)


def test_the_strangers_are_many_and_some_are_torn(among: Library) -> None:
    own = {seed.stem for seed in SEEDS}
    torn = [article for article in among.articles if article.kind != "article" and article.seeds[0] not in own]
    assert len(among.pages) + len(among.unread) == len(SEEDS) + COUNT
    assert len(torn) > COUNT / 3


def test_strangers_change_no_article(alone: Library, among: Library) -> None:
    """Neither its id, its blocks and jumps, nor the pages that it stands on."""
    own = {page.seed.id for page in alone.pages}
    assert [article for article in among.articles if own & set(article.seeds)] == list(alone.articles)


def test_strangers_teach_a_page_nothing_of_its_issue(alone: Library, among: Library) -> None:
    issues = {page.seed.id: page.issue for page in among.pages}
    assert all(issues[page.seed.id] == page.issue for page in alone.pages)


def test_strangers_change_no_fact(alone: Library, among: Library) -> None:
    assert {article.id: among.facts[article.id] for article in alone.articles} == dict(alone.facts)


def test_strangers_move_no_file_and_change_no_printed_word(alone: Library, among: Library) -> None:
    before, after = (render(found, Settings()) for found in (alone, among))
    for article in alone.articles:
        address = f"articles/{article.id}.md"
        assert printed(after[address]) == printed(before[address])
    for page in alone.pages:
        address = f"pages/{page.seed.id}.md"
        assert address in after
        assert raw(after[address]) == raw(before[address])


def printed(file: str) -> str:
    """An article's file from its body to the lists of what the collection has besides."""
    return between(file, "{#body}", "\n## ")


def raw(file: str) -> str:
    """A page's file as far as it shows the page."""
    return between(file, '<ol class="raw"', "</ol>")


def between(file: str, first: str, last: str) -> str:
    """What stands between two marks, which must be there."""
    return file[file.index(first) : file.index(last, file.index(first))]
