"""People without an office: who acts, who took a picture, and what office somebody is said to have had."""

import pytest

from generator.extract import extract
from tests.extract.made import article, issue

PAPER = issue("2023-06-16")


def people(words: str) -> list[tuple[str, str, str]]:
    """Name, office (or "") and doubt of each person."""
    found = extract(article(words), PAPER).mentions
    return [(m.name, m.role.value if m.role else "", m.doubt) for m in found if m.type == "person"]


def test_who_acts_more_than_once_is_a_person() -> None:
    words = "盘州的王珍波乘坐专列抵达。当天，王珍波与老乡们返回工厂。"
    assert people(words) == [("王珍波", "", "")] * 2


@pytest.mark.parametrize("words", ["返乡创业多年的吴多兴站出来。", "今天，李六乙出席活动的消息传开，李六乙。"])
def test_who_acts_is_found(words: str) -> None:
    assert {name for name, *_ in people(words)} & {"吴多兴", "李六乙"}


def test_who_acts_once_is_in_doubt() -> None:
    assert people("返乡创业多年的吴多兴站出来。") == [("吴多兴", "", "people.acting")]


def test_a_name_of_two_letters_is_in_doubt_and_acts_wherever_it_is_printed() -> None:
    words = "在外地工作的彭欢一回到老家就去跑步。如今，彭欢对场地很满意。"
    assert people(words) == [("彭欢", "", "people.acting")] * 2
    assert people(words + "大家都说彭欢好。") == []


@pytest.mark.parametrize(
    "words",
    [
        "患者尤其是老年人。有困难，尤其是老人。",
        "摔碎的盘子，又踩了。",
        "几公斤重的马桶都靠人搬。马桶在楼上。",
        "“徐家菜”在这里。徐家菜也好吃。",
        "会议的程度还在。程度从未下降。",
        "年过七旬的叶院士在种树。",
    ],
)
def test_words_that_begin_like_a_name_are_none(words: str) -> None:
    assert not [name for name, _, doubt in people(words) if not doubt and len(name) > 1 and not name.endswith("院士")]


def test_a_person_known_by_his_office_keeps_it_at_later_mentions_as_printed() -> None:
    assert people("通讯员吴珮伟报道。记者 林伟霞 通讯员 吴珮伟") == [
        ("吴珮伟", "通讯员", ""),
        ("林伟霞", "记者", ""),
        ("吴珮伟", "通讯员", ""),
    ]


def test_the_office_that_somebody_is_said_to_have_had_is_his() -> None:
    ((name, office, doubt),) = people("时任果作屯第一生产队长的韦焕能召集群众。")
    assert (name, doubt) == ("韦焕能", "")
    assert office.endswith("果作屯第一生产队长")


@pytest.mark.parametrize(
    ("words", "name"),
    [("耿玉和摄（影像中国）", "耿玉和"), ("吉 喆摄（影像中国）", "吉喆"), ("果农采摘。刘辉 摄", "刘辉")],
)
def test_who_took_a_picture_is_named(words: str, name: str) -> None:
    assert (name, "", "") in people(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("白俄罗斯外交部条法司司长安德烈·梅捷利察表示，合作重要。", "安德烈·梅捷利察"),
        ("达康村村民阿布拉·孜亚吾墩有14亩枣树。", "阿布拉·孜亚吾墩"),
    ],
)
def test_foreign_names_are_whole(words: str, name: str) -> None:
    assert name in {found for found, *_ in people(words)}


def test_a_city_abroad_in_a_row_behind_a_name_is_no_person() -> None:
    words = "伦敦奥运会冠军拉维涅、伦敦世锦赛冠军肯德里克斯参加。"
    assert "伦敦" not in {name for name, *_ in people(words)}
