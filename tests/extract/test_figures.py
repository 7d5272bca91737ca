"""Figures: a number and its unit, what it counts, how it is meant; what only looks like one."""

from decimal import Decimal

import pytest

from generator.extract import extract
from generator.model import Figure
from tests.extract.made import article, issue


def figures(words: str) -> tuple[Figure, ...]:
    return extract(article(words), issue("2023-11-05")).figures


@pytest.mark.parametrize(
    ("words", "printed", "worth", "kind", "subject"),
    [
        ("目前，我市共有198家商会组织。", "198家", "198 家", "count", "商会组织"),
        ("全市实现规上工业增加值288.48亿元。", "288.48亿元", "28848000000 元", "amount", "规上工业增加值"),
        ("累计吸引3万多人次参加。", "3万多人次", "30000 人次", "count", None),
        ("合格率98.12%。", "98.12%", "0.9812 %", "rate", "合格率"),
        ("面积较上届增长30%。", "30%", "0.3 %", "change", "面积"),
        ("展览面积较上届扩大三成。", "三成", "0.3 成", "change", "展览面积"),
        ("计划总投资超百亿元。", "百亿元", "10000000000 元", "amount", "计划总投资"),
        ("新增公办学位1.05万个。", "1.05万个", "10500 个", "count", "公办学位"),
        ("一批货重960千克的月饼。", "960千克", "960 千克", "amount", "一批货重"),
        ("支持金额不超过150万元。", "150万元", "1500000 元", "cap", "支持金额"),
        ("通关票数不少于30万票的第一年。", "30万票", "300000 票", "threshold", "通关票数"),
        ("降幅为百分之三点五。", "百分之三点五", "0.035 %", "change", "降幅"),
        ("约三分之一的村民参加。", "三分之一", "0.3333 %", "share", "村民"),
        ("新修三十二座桥。", "三十二座", "32 座", "count", "桥"),
        ("货值１．５亿美元。", "１．５亿美元", "150000000 美元", "amount", "货值"),
        ("余额稳居全省第三。", "第三", "3 ", "rank", "余额"),
    ],
)
def test_a_figure_is_its_value_its_unit_and_what_it_counts(
    words: str, printed: str, worth: str, kind: str, subject: str | None
) -> None:
    (found,) = figures(words)
    value = round(found.value or Decimal(), 4).normalize()
    assert (found.text.value, f"{value:f} {found.unit}", found.kind) == (printed, worth, kind)
    assert (found.subject.value if found.subject else None) == subject


def test_a_number_that_is_not_said_exactly_has_no_value() -> None:
    assert [figure.value for figure in figures("年产值数亿元。")] == [None]


def test_a_range_has_two_ends() -> None:
    assert [(f.value, f.value_max, f.unit) for f in figures("常温下2—3天，温度26℃-33℃。")] == [
        (Decimal(2), Decimal(3), "天"),
        (Decimal(26), Decimal(33), "℃"),
    ]


def test_what_grew_is_what_the_clause_before_counted() -> None:
    found = figures("上半年，全市实现规上工业增加值288.48亿元，同比增长0.5%。")[1]
    assert found.subject
    assert found.comparison
    assert found.as_of
    assert (found.subject.value, found.comparison.value, found.as_of.text.value) == ("规上工业增加值", "同比", "上半年")


def test_a_plan_and_a_forecast_are_no_result() -> None:
    words = "预计达产后年税收超6千万元。银行机构将新增授信300亿元。已授信70.90亿元。"
    assert [figure.status for figure in figures(words)] == ["forecast", "planned", "reported"]


@pytest.mark.parametrize(
    "words",
    [
        "2023年10月15日上午，第一时间接听12345热线。",
        "推进“百千万工程”“两个一百年”奋斗目标，千家万户。",
        "利用5G+智能AI技术，第五届进博会、“五棵树”。",
        "第三季度，佛山新签约，十三届全国人大一次会议召开。",
        "一年开局起步、三年初见成效，一个镇一个样，秘书股一分为三。",
        "印发《海关优化营商环境16条》。",
    ],
)
def test_names_dates_and_ordinals_are_no_figures(words: str) -> None:
    assert figures(words) == ()


def test_a_number_without_end_is_no_figure_and_no_fault() -> None:
    digits = "9" * 5000
    assert figures(f"编号{digits}个，排名第{digits}位，{digits}年{digits}月，百分之{digits}，{'千' * 5000}元。") == ()
