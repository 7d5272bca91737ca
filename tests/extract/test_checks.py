"""Sums that the text states: what is a whole, what are its parts, and whether they make it."""

import pytest

from generator.extract import extract
from generator.model import Check
from tests.extract.made import article, issue


def checks(words: str) -> tuple[Check, ...]:
    return extract(article(words), issue("2023-11-05")).checks


def told(check: Check) -> tuple[str, list[str], bool | None]:
    return check.whole.text.value, [part.text.value for part in check.parts], check.holds


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("新签约项目共26个，其中工业13个，农业5个，旅游8个，总投资3亿元。", ("26个", ["13个", "5个", "8个"], True)),
        ("全县共建成桥梁12座。其中，公路桥7座、铁路桥5座。", ("12座", ["7座", "5座"], True)),
        ("谋划项目274个。其中197个项目已开工，72个项目已完成。", ("274个", ["197个", "72个"], None)),
        ("安排资金300万元，分别为水利120万元、交通150万元。", ("300万元", ["120万元", "150万元"], False)),
        ("男生12人、女生8人，共20人。", ("20人", ["12人", "8人"], True)),
        (
            "新增装机236万千瓦，其中陆上207万千瓦，占87.7%，海上29万千瓦。",
            ("236万千瓦", ["207万千瓦", "29万千瓦"], True),
        ),
    ],
)
def test_a_sum_is_its_whole_its_parts_and_whether_they_make_it(
    words: str, expected: tuple[str, list[str], bool | None]
) -> None:
    assert [told(check) for check in checks(words)] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "共有商会198家，其中镇街商会14家。",
        "共有商会198家，其中会员2万名、理事300名。",
        "共有商会198家。会长开会三次。其中一次有90家参加，另一次有80家参加。",
        "16个巡视组分别向31个省和15个市反馈了情况。",
        "产值增长20%，其中工业增长8%，农业增长12%。",
    ],
)
def test_what_cannot_be_added_up_is_no_sum(words: str) -> None:
    assert checks(words) == ()


def test_rounded_parts_neither_make_a_whole_nor_fail_to() -> None:
    (found,) = checks("安排资金300万元，分别为水利约120万元、交通150万元。")
    assert found.holds is None
