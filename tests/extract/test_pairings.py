"""Pairings: who helps whom, which way, and two that do it for each other."""

import pytest

from generator.extract import extract
from generator.model import Pairing
from tests.extract.made import article, issue


def pairings(*paragraphs: str) -> tuple[Pairing, ...]:
    return extract(article(*paragraphs), issue("2023-06-16", paper="茂名日报")).pairings


def rows(*paragraphs: str) -> list[tuple[list[str], list[str], bool]]:
    return [([a.value for a in p.helpers], [b.value for b in p.helped], p.mutual) for p in pairings(*paragraphs)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "广州市清河商会、珠海市南山商会帮扶清河县江口镇。",
            (["广州市清河商会", "珠海市南山商会"], ["清河县江口镇"], False),
        ),
        ("引导135家商会结对帮扶112个镇街，共谋发展。", (["135家商会"], ["112个镇街"], False)),
        ("江口镇由清河县水利局对口帮扶。", (["清河县水利局"], ["江口镇"], False)),
        ("全市20家企业与12个镇结对帮扶。", (["20家企业"], ["12个镇"], False)),
        ("12个镇通过“一企一镇”等方式与20家企业建立结对帮扶关系。", (["20家企业"], ["12个镇"], False)),
        ("全县20家企业分别到结对的12个镇报到。", (["20家企业"], ["12个镇"], False)),
        ("清河大学与南山科技集团签订合作协议。", (["清河大学"], ["南山科技集团"], True)),
        ("清河县未成年人救助中心帮扶江口镇。", (["清河县未成年人救助中心"], ["江口镇"], False)),
        ("省、市8家医院组团帮扶清河县10家医院。", (["省、市8家医院"], ["清河县10家医院"], False)),
    ],
)
def test_helpers_and_helped_with_the_direction(words: str, expected: tuple[list[str], list[str], bool]) -> None:
    assert rows(words) == [expected]


def test_several_in_one_clause_are_kept_apart() -> None:
    assert rows("如清河县江口镇商会帮扶江口镇、清河县南山镇商会帮扶南山镇等。") == [
        (["清河县江口镇商会"], ["江口镇"], False),
        (["清河县南山镇商会"], ["南山镇"], False),
    ]
    assert rows("甲县、乙县与丙县，丁县与戊县分别签订合作协议。") == [
        (["甲县", "乙县"], ["丙县"], True),
        (["丁县"], ["戊县"], True),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "谋划帮扶项目274个。",
        "签订帮扶协议。",
        "明确结对帮扶工作的负责人。",
        "推动企业帮扶工作。",
        "与会人员共建美好家园。",
    ],
)
def test_the_word_alone_is_no_pairing(words: str) -> None:
    assert pairings(words) == ()


def test_who_is_not_named_is_doubtful() -> None:
    (found,) = pairings("引导镇街商会结对帮扶所在镇街。")
    assert found.doubt == "pairings.general"


def test_two_places_that_work_together_do_not_say_who_helps() -> None:
    (found,) = pairings("蓬江区与恩平市签订合作协议。")
    assert (found.mutual, found.doubt) == (True, "pairings.both")


def test_each_helps_its_own_where_the_page_says_so() -> None:
    assert rows("清河县水利局、清河县农业局分别帮扶江口镇、南山镇。") == [
        (["清河县水利局"], ["江口镇"], False),
        (["清河县农业局"], ["南山镇"], False),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "清河县人民医院将对口支援江口镇。",
        "广东省要求广州市帮扶清河县。",
        "清河大学建议南山县帮扶清河县。",
        "鼓励清河大学帮扶江口镇。",
        "清河大学不再帮扶江口镇。",
        "如果清河大学帮扶江口镇，效果更好。",
        "王磊冒充清河大学帮扶江口镇。",
        "是否由清河大学帮扶江口镇，尚未决定。",
    ],
)
def test_what_is_planned_or_asked_for_is_no_pairing(words: str) -> None:
    assert pairings(words) == ()


def test_what_is_over_is_doubtful() -> None:
    (found,) = pairings("清河大学对口帮扶江口镇，今年起不再帮扶。")
    assert found.doubt == "pairings.ended"


@pytest.mark.parametrize(
    ("words", "helper"),
    [
        ("由湖北省帮扶广东省。", "湖北省"),
        ("得到广州医院支援江门市。", "广州医院"),
        ("江门市感谢广州市帮扶江门市。", "广州市"),
        ("在省委支持下广州市帮扶江门市。", "广州市"),
        ("去年广州市帮扶江门市。", "广州市"),
        ("记者获悉广州市帮扶江门市。", "广州市"),
    ],
)
def test_a_helper_is_without_the_words_that_bring_it_in(words: str, helper: str) -> None:
    ((helpers, _, _),) = rows(words)
    assert helpers == [helper]


def test_rows_of_different_length_leave_open_who_helps_whom() -> None:
    (found,) = pairings("蓬江区、江海区、新会区分别对口帮扶龙州县、宁明县。")
    assert found.doubt == "pairings.rows_open"


def test_a_helper_with_something_told_in_between_is_doubtful() -> None:
    (found,) = pairings("茂名市商请广州市帮扶台山市。")
    assert found.doubt == "pairings.clause"


def test_another_college_is_what_a_helper_is_and_not_its_name() -> None:
    ((helpers, helped, _),) = rows("我市另外一所高校江门职院与开平市签订结对共建协议。")
    assert {*helpers, *helped} == {"江门职院", "开平市"}


def test_what_both_are_said_to_do_goes_both_ways() -> None:
    (found,) = pairings("五邑大学与恩平市结对共建，双方合力推进项目。")
    assert found.mutual
    (one_way,) = pairings("五邑大学与恩平市结对共建。")
    assert not one_way.mutual
