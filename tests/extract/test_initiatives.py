"""Initiatives: campaigns that the page marks as such, and two names joined only where it says they are one."""

import pytest

from generator.extract import extract
from tests.extract.made import article, issue


def initiatives(*paragraphs: str) -> list[tuple[str, str]]:
    found = extract(article(*paragraphs), issue("2023-06-16")).mentions
    return [(m.text.value, m.name) for m in found if m.type == "initiative"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("深入推进“侨都赋能”工程。", ["侨都赋能"]),
        ("实施“展翅计划”“邑青人才返乡”活动。", ["展翅计划", "邑青人才返乡"]),
        ("启动“五个一百”共建行动。", ["五个一百"]),
        ("“科技杯”创新创业大赛启动。", ["科技杯"]),
        ("建立“一二三四五”工作机制。", ["一二三四五工作机制"]),
        ("实施“百会帮百镇”工作，是重要举措。", ["百会帮百镇"]),
    ],
)
def test_a_quoted_name_is_an_initiative_when_its_words_say_so(words: str, names: list[str]) -> None:
    assert [name for _, name in initiatives(words)] == names


@pytest.mark.parametrize(
    "words",
    [
        "画出“时间表”“施工图”。",
        "作为“头号工程”推进。",
        "“来对了。”他说。",
        "“乡村微工厂”产业涉及。",
        "开展“三会一课”等行动。",
        "开展“流动红旗”评比活动。",
        "以“双创”大赛为契机，做好“小升规”工作。",
    ],
)
def test_a_quoted_phrase_alone_is_none(words: str) -> None:
    assert initiatives(words) == []


def test_once_marked_a_name_counts_wherever_the_article_quotes_it() -> None:
    assert len(initiatives("建立“百会帮百镇”机制。", "参与“百会帮百镇”成效明显。")) == 2


def test_two_names_are_one_when_the_page_says_so() -> None:
    found = initiatives("实施“百校联百县助力行动”（以下简称“双百行动”）。“双百行动”启动。")
    assert [name for _, name in found] == ["双百行动"] * 3


def test_the_first_half_of_a_name_goes_by_the_whole_where_both_are_printed() -> None:
    both = initiatives("落实“千企帮千镇”行动，统筹“千企帮千镇、万企兴万村”力量。")
    assert {name for _, name in both} == {"千企帮千镇、万企兴万村"}
    assert initiatives("落实“千企帮千镇”行动。") == [("千企帮千镇", "千企帮千镇")]


def test_a_short_name_is_not_given_to_the_words_before_the_last_ones() -> None:
    found = initiatives("实施百校联百县助力“百县千镇万村高质量发展工程”行动（简称“双百行动”）。")
    assert [name for _, name in found] == ["百千万工程", "双百行动"]
