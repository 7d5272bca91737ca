"""What a person orders or forbids of joins is done, whatever the evidence; what cannot be done is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.model import Library

FRONT = """海滨日报 2021年6月3日 第01版

白鹭江清淤护岸见成效

■记者 林小舟

本报讯 白鹭江边的沙咀村，往年常被洪水围困。村支书黎海生记得，一场暴雨过后江水漫过旧堤，半个村子的稻田都泡在水里。

春天，水利部门把白鹭江的河道挖深两米，又用块石在沙咀村一侧砌起护岸。黎海生带着村民当监督员，哪里松了、哪里裂了，都记在本▶下转03版
"""
REST = """海滨日报 2021年6月3日 第03版

白鹭江清淤护岸见成效

▲上接01版

子上交给工程队。

工程队队长岑国栋说，黎海生的本子已经用完三个，护岸的每一块块石他都叫得出位置。

入夏以来下了四场大雨，白鹭江的水位比往年低了半米，沙咀村的稻田一亩也没有淹。
"""
OTHER = """老城公交换新车

■记者 陈墨

本报讯 二十辆电动公交车昨天投入老城三条线路，车内设有无障碍踏板和婴儿座椅，票价照旧。

市民说，新车比旧车安静得多，老人上下也方便。
"""
PAGES = {"front": FRONT, "rest": REST, "other": OTHER}
FIRST, SECOND, THIRD = "沙咀村一侧砌起护岸", "工程队队长岑国栋说", "新车比旧车安静得多"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(source, encoding="utf-8")
    return tmp_path


def ruled(folder: Path, joins: str, page: str = "front") -> Library:
    (folder / f"{page}.yml").write_text(f"by: 何编辑\njoins:\n{joins}", encoding="utf-8")
    return build(folder)


def together(library: Library) -> set[frozenset[str]]:
    """The pages that share an article."""
    return {frozenset(article.seeds) for article in library.articles if len(article.seeds) > 1}


def test_the_rules_join_these_halves(folder: Path) -> None:
    assert together(build(folder)) == {frozenset({"front", "rest"})}


@pytest.mark.parametrize(
    ("joins", "page"),
    [
        (f"  - words: {FIRST}\n    never: {SECOND}\n    file: rest.txt\n", "front"),
        (f"  - words: {SECOND}\n    never: {FIRST}\n    file: front\n", "rest"),
        (f"  - words: {FIRST}\n    never: any\n", "front"),
        (f"  - words: {SECOND}\n    never: any\n", "rest"),
    ],
)
def test_a_join_that_a_person_forbids_is_not_made(folder: Path, joins: str, page: str) -> None:
    library = ruled(folder, joins, page)
    assert not library.refused
    assert not together(library)
    assert {article.kind for article in library.articles} >= {"start", "continuation"}


def test_a_join_that_a_person_orders_is_made_and_says_who(folder: Path) -> None:
    library = ruled(folder, f"  - words: {FIRST}\n    goes_on: {THIRD}\n    file: other\n")
    assert together(library) == {frozenset({"front", "other"})}
    (joined,) = [article for article in library.articles if len(article.seeds) > 1]
    (correction,) = joined.corrections
    assert (correction.what, correction.said.by) == ("join", "何编辑")
    assert joined.id.startswith("front-")
    assert all(jump.joined for jump in joined.jumps)


def test_an_order_agrees_with_what_the_rules_would_do(folder: Path) -> None:
    plain = build(folder)
    library = ruled(folder, f"  - words: {FIRST}\n    goes_on: {SECOND}\n    file: rest\n")
    assert [(article.id, article.blocks) for article in library.articles] == [
        (article.id, article.blocks) for article in plain.articles
    ]


@pytest.mark.parametrize(
    ("joins", "what"),
    [
        (f"  - words: {FIRST}\n    goes_on: {SECOND}\n    file: reste\n", "join_no_page"),
        (f"  - words: {FIRST}\n    goes_on: 没有这样的话啊\n    file: rest\n", "quoted_gone"),
        (f"  - words: {FIRST}\n    goes_on: 白鹭江边的沙咀村\n    file: front\n", "join_one"),
        (
            (
                f"  - words: {FIRST}\n    goes_on: {THIRD}\n    file: other\n"
                f"  - words: 白鹭江边的沙咀村\n    goes_on: {SECOND}\n    file: rest\n"
            ),
            "corrected_twice",
        ),
        (
            (
                f"  - words: {FIRST}\n    goes_on: {THIRD}\n    file: other\n"
                f"  - words: 白鹭江边的沙咀村\n    never: {THIRD}\n    file: other\n"
            ),
            "corrected_twice",
        ),
    ],
)
def test_what_cannot_be_ordered_is_named_and_the_rest_is_built(folder: Path, joins: str, what: str) -> None:
    library = ruled(folder, joins)
    (refused,) = library.refused
    assert refused.what == what
    assert refused.file == "front.yml"
    assert {seed for article in library.articles for seed in article.seeds} == set(PAGES)


def test_an_article_is_not_set_before_itself(folder: Path) -> None:
    (folder / "rest.yml").write_text(
        f"by: 何编辑\njoins:\n  - words: {SECOND}\n    goes_on: {FIRST}\n    file: front\n", encoding="utf-8"
    )
    library = ruled(folder, f"  - words: {FIRST}\n    goes_on: {SECOND}\n    file: rest\n")
    assert [refused.what for refused in library.refused] == ["join_circle"]
    assert together(library) == {frozenset({"front", "rest"})}


def test_a_correction_taken_back_leaves_no_trace(folder: Path) -> None:
    plain = build(folder)
    assert ruled(folder, f"  - words: {FIRST}\n    never: any\n") != plain
    (folder / "front.yml").unlink()
    assert build(folder) == plain
