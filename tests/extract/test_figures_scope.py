"""Where a figure belongs, and whose it is: never to another city; in doubt to none that we know of."""

import pytest

from generator.extract import extract
from generator.model import Figure
from tests.extract.made import article, issue

HOME = "广东省/茂名市"


def figures(*paragraphs: str) -> tuple[Figure, ...]:
    return extract(article(*paragraphs), issue("2023-11-05", paper="茂名日报")).figures


@pytest.mark.parametrize(
    ("words", "scope", "by"),
    [
        ("目前，我市共有198家商会组织。", HOME, "我市"),
        ("全市共有112个镇街。", HOME, "全市"),
        ("高州市根子镇种植荔枝5万亩。", f"{HOME}/高州市/根子镇", "根子镇"),
        ("电白区建成学校20所，全区新增学位3000个。", f"{HOME}/电白区", "电白区"),
        ("高州种植荔枝50万亩，化州种植化橘红12万亩。", f"{HOME}/高州市", "高州"),
        ("截至6月底，全国建成服务中心2900多个。", "中国", "全国"),
    ],
)
def test_a_figure_belongs_to_the_place_before_it(words: str, scope: str, by: str) -> None:
    found = figures(words)[0]
    assert (found.scope, found.scope_by.value if found.scope_by else None) == (scope, by)


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("文化节在高州市开幕；邀请赛开赛，32支狮队齐聚电白区博贺镇。", f"{HOME}/电白区/博贺镇"),
        ("文化节在高州市开幕；邀请赛开赛，32支狮队在电白区博贺镇比赛。", ""),
        ("文化节在高州市开幕，32支狮队参加。", f"{HOME}/高州市"),
        ("高州市建成学校20所，电白区建成30所。", f"{HOME}/高州市"),
    ],
)
def test_a_place_named_behind_a_figure_in_its_own_clause_outweighs_one_from_another_clause(
    words: str, scope: str
) -> None:
    assert figures(words)[0].scope == scope


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("茂名将加快建设，确保2023年集聚区基础设施投资不少于100亿元、规上工业产值达到3500亿元。", ["", ""]),
        ("化州市办了家具展。据统计，博览会吸引3万人参加，成交额达4500万元。", ["", ""]),
        ("我市开发区去年产值10亿元。", [""]),
        ("全市园区在谈项目47个。", [HOME]),
        ("我市建成产业园5个。", [HOME]),
        ("我市今年加快园区建设，新增投资20亿元。", [HOME]),
    ],
)
def test_what_a_zone_or_a_fair_reached_is_not_told_of_the_whole_place(words: str, scope: list[str]) -> None:
    assert [found.scope for found in figures(words)] == scope


def test_where_each_clause_begins_with_its_place_each_figure_has_its_own() -> None:
    first, second = figures("高州种植荔枝50万亩，化州种植化橘红12万亩。")
    assert (first.scope, second.scope) == (f"{HOME}/高州市", f"{HOME}/化州市")


def test_what_no_sentence_says_belongs_to_the_place_that_the_paragraph_named() -> None:
    assert figures("电白区推进农房改造。今年已完成改造300户。")[0].scope == f"{HOME}/电白区"


@pytest.mark.parametrize(
    "words",
    [
        "我市与佛山共建园区，佛山新签约8个项目。",
        "组织企业家40人到浙江省学习。",
        "团队在北京、上海等8个地区成立分部。",
        "我市是试点的九个城市之一。",
        "商会有会员300名。",
        "江门市市长李明说，我市今年投入5亿元。",
        "深圳市企业代表团到茂名考察，计划投资10亿元。",
        "该镇位于山区，常住人口5万人。",
        "对口帮扶的龙州县，去年脱贫500户。",
        "北京冬奥会有91个国家参加。",
        "增速高于全省1.2个百分点。",
        "我市举办活动，境外企业签约20家。",
        "今年28岁的小李回到茂名。",
    ],
)
def test_in_doubt_a_figure_belongs_to_no_place(words: str) -> None:
    assert [found.scope for found in figures(words)] == [""]


def test_the_city_is_not_told_where_a_county_called_so_stands_before_it() -> None:
    assert figures("高州市根子镇种植荔枝5万亩，全市59万亩。")[1].scope == ""
    assert figures("义乌市快递量100亿件。", "全市有商户7万家。")[1].scope == ""


def test_a_place_is_not_carried_over_to_a_sentence_with_a_body_of_its_own() -> None:
    assert figures("电白区投入300万元。省财政下达2000万元。")[1].scope == ""


def test_another_city_s_figure_is_not_the_paper_s_own() -> None:
    (found,) = figures("佛山市去年新增企业3万家。")
    assert found.scope == "广东省/佛山市"


def test_a_firm_s_figure_is_the_firm_s() -> None:
    found = figures("我市推进产业转移。信宜展宇农业有限公司是龙头企业。该公司建设基地860亩。")[-1]
    assert found.whose
    assert (found.whose.value, found.scope) == ("信宜展宇农业有限公司", "")


def test_a_village_s_figures_are_not_those_of_the_place_that_it_lies_in() -> None:
    """An article that comes back to a village of no table may count the village's households, not the district's."""
    village = ("石坎村四面环山，在电白区。石坎村的老支书上任那年，选了干部。", "电白区推进改厕。今年已改造300户。")
    assert figures(*village)[-1].scope == ""
    assert figures(village[1])[-1].scope == f"{HOME}/电白区"
