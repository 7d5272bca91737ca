"""A town that there is not, in a row of towns of one city, is doubted beside the names that it may be."""

from dataclasses import replace

import pytest

from generator.extract.misnamed import doubt_leaders, doubt_towns
from generator.model import Article, Direction, Jump
from generator.text import Text
from tests.extract.made import article


def doubts(words: str) -> list[tuple[str, tuple[str, ...]]]:
    (made,) = doubt_towns((article(words),))
    return [(doubt.text.value, doubt.near) for doubt in made.doubts]


def test_a_stranger_in_a_row_of_towns_is_doubted() -> None:
    words = "党员挂村参与缺花镇、南塘镇、宝光街道、宝圩镇等镇街结对帮扶。"
    assert doubts(words) == [("缺花镇", ("荷花镇", "袂花镇"))]


@pytest.mark.parametrize(
    "words",
    [
        "党员参与袂花镇、南塘镇、宝光街道、宝圩镇结对帮扶。",
        "高州市长坡镇、分界镇、曹江镇、根子镇镇长到会。",
        "建设中心镇、专业镇、特色镇。",
        "走进缺花镇、南塘镇。",
        "到访天湾镇、南塘镇、宝光街道、宝圩镇。",
    ],
)
def test_what_is_known_or_like_nothing_known_is_not_doubted(words: str) -> None:
    assert doubts(words) == []


def test_doubts_that_were_there_stay() -> None:
    made: tuple[Article, ...] = doubt_towns((article("平常的一句话。"),))
    assert made[0].doubts == ()


LEADS = "市长吴晓晖，市委书记陈少荣担任总指挥。"


def acting(words: str, *, begun: bool = True) -> list[tuple[str, tuple[str, ...]]]:
    jumps = (Jump(Direction.FROM, Text(), "01"),) if begun else ()
    report = replace(article(words), jumps=jumps)
    _, doubted = doubt_leaders((article(LEADS), report))
    return [(doubt.text.value, doubt.near) for doubt in doubted.doubts]


def test_who_presides_without_an_office_may_be_the_leader_of_the_same_family_name() -> None:
    assert acting("会上，陈岸明向获奖镇颁发了奖牌，吴晓晖代表市委签约。") == [("陈岸明", ("陈少荣",))]


def test_the_leader_of_whom_another_name_may_be_printed_is_doubtful_too() -> None:
    jumps = (Jump(Direction.FROM, Text(), "01"),)
    report = replace(article("会上，陈岸明向获奖镇颁发了奖牌。"), id="b-0", jumps=jumps)
    leading, _ = doubt_leaders((article(LEADS), report))
    assert [(doubt.text.value, doubt.near) for doubt in leading.doubts] == [("陈少荣", ("陈岸明",))]
    alone, _ = doubt_leaders((article(LEADS), replace(report, jumps=())))
    assert alone.doubts == ()


@pytest.mark.parametrize(
    "words",
    [
        "会上，陈少荣向获奖镇颁发了奖牌。",
        "会上，副市长陈岸明，以及各县负责人到会。陈岸明强调，要抓紧。",
        "会上，周岸明向获奖镇颁发了奖牌。",
        "陈列向公众开放。",
    ],
)
def test_who_is_named_by_office_or_otherwise_is_not_doubted(words: str) -> None:
    assert acting(words) == []


def test_of_a_whole_report_the_office_was_its_own_choice() -> None:
    assert acting("会上，陈岸明向获奖镇颁发了奖牌。", begun=False) == []
