"""What is printed twice is marked where it does not count, and told where it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.publish.render import render
from tests.publish.made import Settings

LONG = "街上的店铺一共有三百二十六家，2023年9月1日开张的有十二家，卖的是当地出产的荔枝、龙眼和竹编。"
PAGE = (
    "·红豆时评·\n\n红豆镇修好了十里长街\n\n■记者 王小明\n\n本报讯 昨天，红豆镇的十里长街修好了，此事己经上报。\n\n"
    f"{LONG}\n\n镇长说，今后还要修桥。{LONG}\n"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("seeds")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "copy.txt").write_text(f"\n{PAGE}", encoding="utf-8")
    return render(build(folder), Settings())


def paragraphs(files: dict[str, str]) -> list[str]:
    return [line for line in files["articles/page-6.md"].splitlines() if '<a id="p' in line]


def test_a_repeat_says_so_at_both_of_its_places(files: dict[str, str]) -> None:
    _, counted, repeat = paragraphs(files)
    assert "又印于第11行" in counted
    assert "重印" not in counted
    assert "重印" in repeat
    assert "同第9行" in repeat


def test_a_dated_sentence_is_in_the_timeline_once_with_both_lines(files: dict[str, str]) -> None:
    (row,) = (line for line in files["articles/page-6.md"].splitlines() if line.startswith("| 2023年9月1日"))
    assert "第9行" in row
    assert "第11行" in row


def test_the_line_of_a_repeat_is_marked_on_its_page(files: dict[str, str]) -> None:
    marked = [line for line in files["pages/page.md"].splitlines() if 'class="a1 again"' in line]
    assert [line[: line.index(" class")] for line in marked] == ['<li id="L11"']


def test_genre_and_column_stand_at_the_head_of_an_article(files: dict[str, str]) -> None:
    (head,) = (line for line in files["articles/page-6.md"].splitlines() if line.startswith('<p class="issue">'))
    assert "红豆时评" in head
    assert "评论" in head


def test_a_few_doubtful_characters_are_told_by_the_words_around_them(files: dict[str, str]) -> None:
    assert "此事己经上报" in files["doubts.md"]


def test_a_commentary_is_marked_wherever_it_is_listed(files: dict[str, str]) -> None:
    for name in ("articles/index.md", "pages/page.md"):
        (line, *_) = (line for line in files[name].splitlines() if "page-6.md" in line and line.startswith("- "))
        assert '<span class="tag">评论</span>' in line
