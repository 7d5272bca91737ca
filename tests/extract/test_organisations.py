"""Organisations: each as far to the left as its name goes; short and long forms are one only where the page says so."""

import pytest

from generator.extract import extract
from tests.extract.made import article, issue


def found(*paragraphs: str) -> list[tuple[str, str]]:
    mentions = extract(article(*paragraphs), issue("2023-06-16", paper="茂名日报")).mentions
    return [(m.text.value, m.name) for m in mentions if m.type == "organisation" and not m.doubt]


def bodies(*paragraphs: str) -> list[str]:
    return [text for text, _ in found(*paragraphs)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市农业农村局、市财政局负责。", ["市农业农村局", "市财政局"]),
        ("联合市自然资源局印发意见。", ["市自然资源局"]),
        ("记者从湖北省卫健委获悉。", ["湖北省卫健委"]),
        ("国家发展和改革委员会发布公告。", ["国家发展和改革委员会"]),
        ("韩国首尔市观光体育局宣布。", ["韩国首尔市观光体育局"]),
        ("市、县工商联班子成员挂点。", ["市、县工商联"]),
        ("惠州市信宜商会帮扶白石镇。", ["惠州市信宜商会"]),
        ("鹤山市与华南理工大学签约。", ["华南理工大学"]),
        ("北京大学国家体育产业研究基地成立。", ["北京大学国家体育产业研究基地"]),
        ("广州酒家集团粮丰园（茂名）食品有限公司投产。", ["广州酒家集团粮丰园（茂名）食品有限公司"]),
        ("“春风帮万家”工作领导小组开会。", ["“春风帮万家”工作领导小组"]),
        ("成立县委统战部、县工商联推动“帮百村”工作领导小组。", ["县委统战部、县工商联推动“帮百村”工作领导小组"]),
        ("村里的“清洁先锋队”上街。", ["“清洁先锋队”"]),
        ("据新华社报道。", ["新华社"]),
        ("龙头企业阿斯塔纳纳，产值翻番。", ["阿斯塔纳纳"]),
        ("东莞石化项目开工。", ["东莞石化"]),
        ("会议研究市政府党组工作。", ["市政府党组"]),
        ("市委办、市府办联合发文。", ["市委办", "市府办"]),
    ],
)
def test_a_name_goes_as_far_as_it_says_which(words: str, expected: list[str]) -> None:
    assert set(expected) <= set(bodies(words))
    assert all(any(one in whole for whole in expected) for one in bodies(words))


@pytest.mark.parametrize(
    "words",
    [
        "全市13个教育集团、多家银行参加。",
        "各镇(街)党委、各级党组织负责。",
        "相关部门、有关单位、中小企业、各商协会。",
        "开好局、起好步，打开新格局。",
        "大学生到小学校园，学会了游泳。",
        "她连下两局。",
        "推进数字政府建设。",
        "在餐厅和客厅。",
        "该企业、该行业、该关键环节。",
    ],
)
def test_sorts_of_bodies_and_other_words_are_no_names(words: str) -> None:
    assert bodies(words) == []


def test_a_body_that_stands_in_an_office_alone_is_doubted() -> None:
    (one,) = [
        m for m in extract(article("市委书记王明出席。"), issue("2023-06-16")).mentions if m.type == "organisation"
    ]
    assert (one.text.value, one.doubt) == ("市委", "organisations.in_office")


def test_the_short_form_that_the_page_gives_is_the_same_thing() -> None:
    told = found("中国海洋石油集团有限公司（以下简称“海油集团”）宣布。", "海油集团表示。")
    assert {name for _, name in told} == {"中国海洋石油集团有限公司"}
    assert ("海油集团", "中国海洋石油集团有限公司") in told


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("区农业农村局", "茂南区农业农村局"),
        ("市工商联", "茂名市工商业联合会"),
        ("茂名联通", "中国联通茂名市分公司"),
        ("松江", "松江电子股份有限公司"),
    ],
)
def test_forms_that_say_the_same_are_one(short: str, long: str) -> None:
    told = dict(found(f"{long}召开会议。", f"{short}负责。"))
    if short != "松江":  # a place too: left alone
        assert told[short] == long
    assert told[long] == long


def test_what_another_place_has_is_another_thing() -> None:
    told = found("茂南区农业农村局和电白区农业农村局开会。", "区农业农村局负责。")
    assert told[-1] == ("区农业农村局", "区农业农村局")


def test_that_firm_is_the_one_named_before() -> None:
    assert found("信宜展宇农业有限公司投产。该公司吸纳农户。")[-1] == ("该公司", "信宜展宇农业有限公司")


def test_where_two_were_named_before_it_is_doubted_which_is_meant() -> None:
    words = "茂名海关与湛江海关开会，茂名海关主办。该关表示满意。"
    mentions = extract(article(words), issue("2023-06-16")).mentions
    assert [(m.name, m.doubt) for m in mentions if m.text.value == "该关"] == [("茂名海关", "organisations.which")]
