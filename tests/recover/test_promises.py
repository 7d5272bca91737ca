"""What recovery promises of every page: nothing lost, doubled or invented, each block in one place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.account import account
from generator.build import open_page
from generator.model import Page, Seed
from generator.read import read
from generator.recover.repair import mend, repair
from generator.text import Text, count_ink, is_blank
from tests.recover.folding import Folder
from tests.truth.reading import Truth, all_truth

SEEDS = read(Path("seeds"))[0]
LINES = (
    "本报讯 暑气未退，但中秋应节食品的出口",
    "海关助力茂名中秋月饼",
    "■记者 梁雪玲 通讯员许敏婷丁臻",
    "平 台 推 广 费 的 80％ 给 予 支 持 ，",
    "▲上接01版 中国在行动。",
    "通报表扬。▶下转03版",
    "图为霞洞镇依托新时代文明实践所站",
    "[成就宣传]",
    "⺠企成为⼈⺠的 3 万 多 人",
    "Two Latin words, and 8 月 4 日",
    "（作者单位：南京师范大学法学院）",
    "\ufeff\u200b",
    "\t\x0c",
    "{{ x }} <script>",
)
pages = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n"]).map(lambda end: end.join(lines))
)
seeds = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.id)


def check(page: Page) -> None:
    """The promises that hold of any page at all."""
    tally = account(page)
    assert tally.holds, tally
    starts = [block.text.start for block in page.blocks]
    assert starts == sorted(starts)
    placed = Counter(id(block) for article in page.articles for block in article.blocks)
    placed.update(id(block) for block in page.furniture)
    assert placed == Counter(id(block) for block in page.blocks)
    assert len({article.id for article in page.articles}) == len(page.articles)
    assert all(block.why.count(".") == 1 for block in page.blocks)


@seeds
def test_nothing_is_lost_doubled_or_invented(seed: Seed) -> None:
    check(open_page(seed))


@given(pages)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_on_any_page(source: str) -> None:
    if count_ink(source):
        check(open_page(Seed("made", "made.txt", source)))


@seeds
def test_repair_only_takes_blanks_and_swaps_one_for_one(seed: Seed) -> None:
    for line in repair(seed):
        first, last = line.text.start, line.text.spans[-1].end
        assert count_ink(line.value) == count_ink(seed.source[first:last])


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=4).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_repairing_twice_changes_nothing(value: str) -> None:
    once = mend(Text.of("made", value).strip())
    assert mend(once) == once


@seeds
def test_an_id_is_where_the_article_begins_in_ink(seed: Seed) -> None:
    for article in open_page(seed).articles:
        first = min(block.text.start for block in article.blocks)
        assert article.id == f"{seed.id}-{sum(not is_blank(character) for character in seed.source[:first])}"


def outline(page: Page) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (article.id, [(str(block.kind), block.text.value) for block in article.blocks]) for article in page.articles
    ]


@pytest.mark.parametrize("width", [12, 20, 45])
@pytest.mark.parametrize("truth", all_truth(), ids=lambda truth: truth.seed.id)
def test_the_width_of_the_columns_does_not_matter(truth: Truth, width: int) -> None:
    assert outline(open_page(Folder(truth, width).page())) == outline(open_page(truth.seed))


def test_line_ends_of_other_systems_do_not_matter() -> None:
    for seed in SEEDS:
        other = Seed(seed.id, seed.name, seed.source.replace("\n", "\r\n"))
        assert outline(open_page(other)) == outline(open_page(seed))
