"""Figures: a number and its unit, what it counts, how it is meant; what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("播种已过九成半。", "九成半", "0.95 成", "share", "播种"),
        ("善款结余706，189.1元。", "706，189.1元", "706189.1 元", "amount", "善款结余"),
        ("新装3台风电机组。", "3台", "3 台", "count", "风电机组"),
        ("其中116人居家观察。", "116人", "116 人", "count", "居家观察"),
        ("带动475万贫困户脱贫。", "475万", "4750000 ", "count", "贫困户脱贫"),
        ("比上月回升0.3个百分点。", "0.3个百分点", "0.003 个百分点", "change", None),
        ("占比由21%提高到48%。", "48%", "0.48 %", "share", "占比"),
        ("机构增至六十七家。", "六十七家", "67 家", "count", "机构"),
        ("每亩补贴500元。", "500元", "500 元", "rate", "每亩补贴"),
        ("1/4的人口住在村里。", "1/4", "0.25 %", "share", "人口住"),
        ("余额稳居全省第三。", "第三", "3 ", "rank", "余额"),
    ],
)
def test_a_figure_is_its_value_its_unit_and_what_it_counts(
    words: str, printed: str, worth: str, kind: str, subject: str | None
) -> None:
    *_, found = figures(words)
    value = round(found.value or Decimal(), 4).normalize()
    assert (found.text.value, f"{value:f} {found.unit}", found.kind) == (printed, worth, kind)
    assert (found.subject.value if found.subject else None) == subject


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("260家商（协）会和企业建立帮扶项目库。", "商（协）会和企业"),
        ("商会结对的11个镇（街）、199个行政村。", "行政村"),
        ("挂钩11个镇（街）。", "镇（街）"),
        ("7个县(市、区)迈入强县行列。", "县(市、区)"),
        ("选派30名镇（街）干部参加跟班。", "镇（街）干部"),
        ("签约20家企业（含5家国企）。", "国企"),
        ("采取三种结对帮扶形式。", "结对帮扶形式"),
        ("12家商会结对帮扶。", "商会"),
        ("实施五项重点帮扶内容。", "重点帮扶内容"),
        ("建好13个省级以上现代农业产业园。", "省级以上现代农业产业园"),
        ("推进268项共建项目落实。", "共建项目"),
        ("集聚区基础设施投资100亿元。", "集聚区基础设施投资"),
        ("开发区工业产值100亿元。", "开发区工业产值"),
        ("我市是试点的九个城市之一,符合条件。", "城市"),
        ("推出十五项措施力推跨境电商高质量发展。", "措施"),
        ("商会邀请某镇班子成员、中层干部、村(社区)党组织书记及甲镇、乙镇、丙镇镇长等40人学习。", "学习"),
        ("商会邀请某镇班子成员、中层干部、村(社区)党组织书记及甲镇、乙镇、丙镇镇长等40人。", None),
        ("举办30场以推动高质量发展促进城乡区域协调发展为题。", None),
    ],
)
def test_what_is_counted_ends_where_a_word_ends(words: str, subject: str | None) -> None:
    found = figures(words)[-1].subject
    assert (found.value if found else None) == subject


def test_a_number_that_is_not_said_exactly_has_no_value() -> None:
    assert [figure.value for figure in figures("年产值数亿元。")] == [None]


def test_a_range_has_two_ends() -> None:
    assert [(f.value, f.value_max, f.unit) for f in figures("常温下2—3天，温度26℃-33℃。")] == [
        (Decimal(2), Decimal(3), "天"),
        (Decimal(26), Decimal(33), "℃"),
    ]


def test_two_digits_side_by_side_are_a_range_too() -> None:
    assert [(f.value, f.value_max) for f in figures("增长5、6个百分点。")] == [(Decimal("0.05"), Decimal("0.06"))]
    assert [f.value for f in figures("分别提高2个、3个百分点。")] == [Decimal("0.02"), Decimal("0.03")]


def test_what_grew_is_what_the_clause_before_counted() -> None:
    found = figures("上半年，全市实现规上工业增加值288.48亿元，同比增长0.5%。")[1]
    assert found.subject
    assert found.comparison
    assert found.as_of
    assert (found.subject.value, found.comparison.value, found.as_of.text.value) == (
        "规上工业增加值",
        "同比增长",
        "上半年",
    )


def test_a_plan_and_a_forecast_are_no_result() -> None:
    words = "预计达产后年税收超6千万元。银行机构将新增授信300亿元。已授信70.90亿元。"
    assert [figure.status for figure in figures(words)] == ["forecast", "planned", "reported"]


@pytest.mark.parametrize(
    "words",
    [
        "大陆对台湾，四处走访，七人制橄榄球，三人篮球，八分之一决赛，1064次列车。",
        "二次报销，第二次会议，十三届三次会议，歼击机一度升空，中央八项规定。",
        "病例增至15，300多人被隔离。",
        "出台“惠企21条”，百度、央视一套、两位数增长，三部曲。",
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


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("江门将持续打造城市格局，提升影响力，打造四个副中心。", "planned"),
        ("将三个项目列入市专项。", "reported"),
        ("年内新建充电桩4000个。", "planned"),
        ("到2025年，建成公园30个。", "planned"),
        ("今年已建成公园30个，力争年底建成50个。", "planned"),
        ("用大数据预测算法备货82%的商品。", "reported"),
        ("虚拟现实产业园入驻企业35家。", "reported"),
        ("市政府拟新建学校12所。", "planned"),
        ("编制印发《主平台规划建设方案》，划设园区59平方公里。", "reported"),
    ],
)
def test_a_plan_is_no_result_and_a_result_no_plan(words: str, status: str) -> None:
    assert figures(words)[-1].status == status


@pytest.mark.parametrize(
    ("words", "qualifier", "kind"),
    [
        ("近二十场活动。", "近", "count"),
        ("惠及2.5万多户。", "多", "count"),
        ("有二十几户报名。", "几", "count"),
        ("来了上百名记者。", "上", "count"),
        ("额度不超20万元。", "不超", "cap"),
        ("带动10家及以上企业。", "及以上", "threshold"),
        ("交易额超过500万元的，给予补助。", "超过", "threshold"),
        ("成交额超过500万元，创新高。", "超过", "amount"),
        ("可用上100年。", None, "amount"),
    ],
)
def test_what_limits_a_figure_is_told_with_it(words: str, qualifier: str | None, kind: str) -> None:
    found = figures(words)[0]
    assert (found.qualifier.value if found.qualifier else None, found.kind) == (qualifier, kind)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("3天办结。", "figures.duration_open"),
        ("围绕“锚定三个定位，办好五件实事，打造一流环境”展开。", "figures.quoted_open"),
        ("从三个方面作出部署。", "figures.listed_open"),
        ("建成三座水库。", ""),
    ],
)
def test_what_a_careful_person_could_decide_otherwise_says_so(words: str, doubt: str) -> None:
    assert {found.doubt for found in figures(words)} == {doubt}


def test_now_is_the_day_of_the_issue() -> None:
    (found,) = figures("目前，全市共有198家商会。")
    assert found.as_of
    assert (found.as_of.text.value, str(found.as_of.start)) == ("目前", "2023-11-05")


@given(
    st.text(
        alphabet="共约超近有了的，。、“”（）其中百千万亿一二三两5678.%至到—-个家元亩次年月全市该镇将已“”增长第",
        max_size=60,
    )
)
def test_any_row_of_words_gives_figures_that_are_slices_of_it(words: str) -> None:
    facts = extract(article(words), issue("2023-11-05", paper="茂名日报"))
    for found in (*(figure.text for figure in facts.figures), *(check.text for check in facts.checks)):
        assert words[found.start : found.start + len(found)] == found.value


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今年1—5月，产值15亿元。", "今年1—5月"),
        ("截至6月底，建成学校20所。", "截至6月底"),
        ("全市去年新增企业500家。", "去年"),
        ("今年1—5月，产值15亿元，比去年同期增长5%。", "今年1—5月"),
        ("消费比重由2020年的16.0%增长。", "2020年"),
        ("比2021年增加300家。", None),
        ("去年同期为12.3亿元。", None),
        ("始建于1958年的水库，库容1亿立方米。", None),
        ("1995年成立的公司，年产值5亿元。", None),
        ("他1985年进厂，带徒弟20人。", None),
        ("今年国庆期间，游客突破700万人次。", None),
        ("2021年和2022年，产值分别增长5%和3%。", None),
        ("2018年至2022年，产值从2900亿元增长到3773亿元。", None),
        ("《2025年规划》提出，建成企业3000家。", None),
        ("为实现2025年产值1000亿元的目标，出台20条措施。", None),
        ("11月1日，代表团来考察，计划投资10亿元。", None),
    ],
)
def test_a_figure_has_the_day_that_governs_it_or_none(words: str, day: str | None) -> None:
    found = figures(words)[-1]
    assert (found.as_of.text.value if found.as_of else None) == day


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("今年将减税50亿元，将改造小区50个。", ["planned", "planned"]),
        ("民警将3名嫌疑人抓获，将5000元捐给学校。", ["reported", "reported"]),
        ("今年的目标是新增学位1万个。", ["planned"]),
        ("将于年底投入使用的学校20所，将有12个项目列入名单。", ["planned", "planned"]),
        ("目前已将化肥3万吨运抵。", ["reported"]),
        ("市政府提出，今年产值增长5.5%。", ["planned"]),
        ("项目建成后，年产值可达10亿元。", ["forecast"]),
        ("计划总投资800亿元，实际到位资金200亿元。", ["planned", "reported"]),
        ("要实现产值30亿元，去年产值为25亿元。", ["planned", "reported"]),
        ("完成年度投资计划的60%，争取到补贴30万元。", ["reported", "reported"]),
        ("2025年达5000亿元。", ["planned"]),
    ],
)
def test_each_clause_tells_for_itself_what_is_planned(words: str, statuses: list[str]) -> None:
    assert [found.status for found in figures(words)] == statuses


def test_a_fall_is_told_from_a_rise() -> None:
    assert [f.comparison.value for f in figures("外贸下降8.6%，出口同比增长5%。") if f.comparison] == [
        "下降",
        "同比增长",
    ]


def test_a_sign_behind_a_word_is_read() -> None:
    assert [f.value for f in figures("最低气温-2℃，利润-300万元。")] == [Decimal(-2), Decimal(-3000000)]
