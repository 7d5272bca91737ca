"""The same indicator in several articles: joined only when the thing, place, body, campaign and what is said agree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model import Doubt, Library, Point, Repeat, Series
from tests.relate.series_made import Printed, collected, printed, shuffled, values

HAND = "工业经济稳中向好"
HEAD = "我市创新实施“百会帮百镇”行动"


def paired(name: str, day: str | None, value: str, *more: str, head: str = HEAD, **told: str) -> Printed:
    """An article that says how many associations are paired with towns."""
    return printed(name, day, head, f"目前，全市{value}商协会与112个镇街全覆盖结对帮扶。", *more, **told)


def one(library: Library, subject: str = "商协会") -> Series:
    found = [series for series in library.series if series.subject == subject]
    assert len(found) == 1, values(library)
    return found[0]


def last(library: Library, subject: str = "商协会") -> Point:
    return one(library, subject).points[-1]


def test_a_later_value_develops_the_earlier_and_the_difference_is_reckoned() -> None:
    made = collected(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家"))
    assert values(made) == {"商协会": [["118家", "135家"]], "镇街": [["112个", "112个"]]}
    assert (last(made).relation, last(made).step.difference) == ("develops", Decimal(17))  # type: ignore[union-attr]
    assert round(last(made).step.share or 0, 3) == Decimal("0.144")  # type: ignore[union-attr]
    assert (last(made, "镇街").relation, last(made, "镇街").step) == ("repeats", None)
    assert one(made).initiative == "百会帮百镇"
    assert one(made).words == ("结对", "帮扶")


def test_what_exists_and_what_is_paired_are_two_indicators() -> None:
    """198 of the city are not 118 of the campaign: neither a fall nor two points."""
    background = "我市有198家商协会，会员企业超2万家。"
    made = collected(paired("a", "2023-08-08", "118家", background), paired("b", "2023-11-05", "135家", background))
    assert sorted(values(made)["商协会"]) == [["118家", "135家"], ["198家", "198家"]]
    looks = {(near.figure.text.value, near.why) for series in made.series for near in series.near}
    assert ("198家", "series.other_state") in looks


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("目前，全市落实帮扶项目180个。", "目前，江门市落实帮扶项目260个。"),
        ("目前，电白区落实帮扶项目18个。", "目前，全市落实帮扶项目260个。"),
        ("目前，全市已开工帮扶项目197个。", "目前，全市已完成帮扶项目260个。"),
        ("2023年全市新建帮扶项目13个。", "目前，全市累计建成帮扶项目28个。"),
        ("目前，全市谋划帮扶项目274个。", "目前，全市已开工帮扶项目197个。"),
        ("目前，全市在谈项目47个。", "目前，全市签约项目26个。"),
        ("目前，全市帮扶项目总投资3亿元。", "目前，全市帮扶项目5个。"),
        ("目前，全市抽检农产品586批次。", "目前，全市抽检农产品700个。"),
    ],
    ids=["city", "county", "stage", "new", "planned", "talked", "kind", "unit"],
)
def test_of_another_place_or_stage_it_is_another_indicator(early: str, late: str) -> None:
    one, other = printed("a", "2023-08-08", HEAD, early), printed("b", "2023-11-05", HEAD, late)
    assert collected(one, other).series == ()
    for words in (early, late):
        assert collected(printed("a", "2023-08-08", HEAD, words), printed("b", "2023-11-05", HEAD, words)).series


def test_another_city_is_never_joined_though_all_words_are_the_same() -> None:
    made = collected(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家", paper="江门日报"))
    assert made.series == ()


def test_a_plan_stands_apart_and_nothing_is_reckoned_from_it() -> None:
    plan = printed("a", "2023-08-08", HEAD, "到2023年底，全市计划建成高标准农田示范片30个。")
    done = printed("b", "2024-01-05", HEAD, "目前，全市建成高标准农田示范片28个。")
    (series,) = collected(plan, done).series
    assert [point.figure.text.value for point in series.points] == ["28个"]
    assert [point.figure.text.value for point in series.planned] == ["30个"]
    assert all(point.step is None for point in (*series.points, *series.planned))


@pytest.mark.parametrize(("early", "late"), [("118家", "超135家"), ("100多家", "135家"), ("近118家", "近135家")])
def test_what_is_only_about_a_value_is_not_subtracted(early: str, late: str) -> None:
    made = collected(paired("a", "2023-08-08", early), paired("b", "2023-11-05", late))
    assert (last(made).relation, last(made).step, last(made).why_not) == ("develops", None, "series.rough")


def test_two_values_on_one_day_contradict_and_nothing_is_reckoned() -> None:
    made = collected(paired("a", "2023-11-05", "118家"), paired("b", "2023-11-05", "135家"))
    assert (last(made).relation, last(made).step, last(made).why_not) == ("contradicts", None, "series.same_time")


@pytest.mark.parametrize(("day", "end"), [("2023-08-01", "2023-12-31"), (None, "")])
def test_where_it_is_not_known_which_came_first_nothing_is_reckoned(day: str | None, end: str) -> None:
    made = collected(paired("a", day, "118家", end=end), paired("b", "2023-11-05", "135家"))
    assert {(point.relation, point.step) for point in one(made).points[1:]} == {("unclear", None)}


def test_spans_of_different_length_are_not_subtracted() -> None:
    half = printed("a", "2023-08-08", "工业经济稳中向好", "上半年，全市实现规上工业增加值288.48亿元。")
    three = printed("b", "2023-11-05", "工业经济稳中向好", "前三季度，全市实现规模以上工业增加值440亿元。")
    year_before = printed("c", "2022-08-08", "工业经济稳中向好", "上半年，全市实现规上工业增加值280亿元。")
    made = collected(half, three)
    assert (last(made, "规上工业增加值").relation, last(made, "规上工业增加值").step) == ("develops", None)
    made = collected(half, year_before)
    assert last(made, "规上工业增加值").step.difference == Decimal(848000000)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("全市完成工业投资80亿元。", "全市完成工业投资210亿元。"),
        ("目前，全市完成工业投资80亿元。", "目前，全市完成工业投资210亿元。"),
        ("全市规上工业增加值80亿元。", "全市规上工业增加值210亿元。"),
        ("目前，全市新增帮扶项目13个。", "目前，全市新增帮扶项目28个。"),
    ],
)
def test_what_grows_with_the_days_is_not_subtracted_where_they_are_not_printed(early: str, late: str) -> None:
    days = "1至2月，全市经济稳中有进。{}", "1至5月，全市经济稳中有进。{}"
    told = zip("ab", ("2023-03-01", "2023-06-01"), days, (early, late), strict=True)
    made = collected(*(printed(name, day, HEAD, words.format(value)) for name, day, words, value in told))
    (series,) = made.series
    assert (series.points[-1].step, series.points[-1].why_not) == (None, "series.unknown_days")
    assert [changed for issue in made.news for changed in issue.changed] == []


@pytest.mark.parametrize(
    ("early", "late", "difference"),
    [
        ("全市累计完成工业投资80亿元。", "全市累计完成工业投资210亿元。", 13000000000),
        ("全市涉农贷款余额20亿元。", "全市涉农贷款余额28亿元。", 800000000),
        ("目前，全市建成帮扶项目13个。", "目前，全市建成帮扶项目28个。", 15),
        ("8月，全市完成工业投资80亿元。", "10月，全市完成工业投资90亿元。", 1000000000),
    ],
)
def test_what_there_is_on_a_day_and_in_printed_days_is_subtracted(early: str, late: str, difference: int) -> None:
    (series,) = collected(printed("a", "2023-09-01", HEAD, early), printed("b", "2023-11-05", HEAD, late)).series
    assert series.points[-1].step is not None
    assert series.points[-1].step.difference == difference


def test_a_total_of_another_year_may_have_begun_anew() -> None:
    early, late = "全市累计完成工业投资80亿元。", "全市累计完成工业投资21亿元。"
    (series,) = collected(printed("a", "2023-11-05", HAND, early), printed("b", "2024-02-01", HAND, late)).series
    assert (series.points[-1].step, series.points[-1].why_not) == (None, "series.unknown_days")


def test_this_year_ends_with_the_issue_that_says_so() -> None:
    september = printed("a", "2023-09-16", HEAD, "今年全市新增帮扶项目1500个。")
    december = printed("b", "2023-12-20", HEAD, "今年全市新增帮扶项目900个。")
    (series,) = collected(december, september).series
    assert [(str(point.start), str(point.end)) for point in series.points] == [
        ("2023-01-01", "2023-09-16"),
        ("2023-01-01", "2023-12-20"),
    ]
    after = series.points[-1]
    assert (after.relation, after.step, after.why_not) == ("develops", None, "series.other_span")
    week = printed("c", "2023-12-27", HEAD, "上周全市新增帮扶项目50个。")
    (series,) = collected(week, december, september).series
    assert [point.article for point in series.points] == ["a-0", "b-0", "c-0"]


def test_only_days_that_were_over_when_printed_contradict() -> None:
    over = "2022年，全市完成工业投资{}亿元。"
    made = collected(
        printed("a", "2023-03-01", HAND, over.format(80)), printed("b", "2023-06-01", HAND, over.format(90))
    )
    assert last(made, "工业投资").relation == "contradicts"
    going = "2023年，全市完成工业投资{}亿元。"
    made = collected(*(printed(name, "2023-06-01", HAND, going.format(n)) for name, n in (("a", 80), ("b", 90))))
    assert last(made, "工业投资").relation == "unclear"


def test_values_are_compared_with_those_of_days_of_the_same_length() -> None:
    said = {"a": "8月，{}15亿元。", "b": "1至11月，{}160亿元。", "c": "11月，{}18亿元。"}
    days = {"a": "2023-09-16", "b": "2023-12-10", "c": "2023-12-20"}
    (series,) = collected(
        *(printed(name, days[name], HAND, words.format("全市外贸进出口总值")) for name, words in said.items())
    ).series
    month, longer, later = series.points
    assert (month.article, longer.relation, longer.why_not) == ("a-0", "apart", "series.other_span")
    assert later.step is not None
    assert (later.against, later.step.difference) == (month.figure, Decimal(300000000))
    assert series.before(later) == month


@pytest.mark.parametrize(("early", "late"), [("超118家", "近118家"), ("118家", "超118家"), ("100多家", "100多家")])
def test_the_same_number_printed_as_about_it_is_not_said_to_be_the_same(early: str, late: str) -> None:
    made = collected(paired("a", "2023-08-08", early), paired("b", "2023-11-05", late))
    assert (last(made).relation, last(made).step, last(made).why_not) == ("rough", None, "")


def test_words_of_a_name_and_of_another_clause_are_not_said_of_a_value() -> None:
    words = "全市外贸进出口总值{}亿元，捐赠助学款{}万元。"
    made = collected(
        printed("a", "2023-08-08", HEAD, words.format(15, 300)), printed("b", "2023-11-05", HEAD, words.format(18, 500))
    )
    trade = one(made, "外贸进出口总额")
    assert (trade.states, trade.words) == ((), ())
    value = "全市规上工业增加值同比增长{}%。"
    made = collected(
        printed("a", "2023-08-08", HAND, value.format(5)), printed("b", "2023-11-05", HAND, value.format(6))
    )
    assert one(made, "规上工业增加值").states == ()
    assert one(made, "规上工业增加值").compared.startswith("同比")


def test_a_vague_name_needs_a_campaign_that_governs_both() -> None:
    early, late = "目前，全市有成员企业118家。", "目前，全市有成员企业135家。"
    same = collected(printed("a", "2023-08-08", HEAD, early), printed("b", "2023-11-05", HEAD, late))
    assert values(same) == {"成员企业": [["118家", "135家"]]}
    other = collected(printed("a", "2023-08-08", HEAD, early), printed("b", "2023-11-05", "“绿美茂名”行动进展", late))
    assert other.series == ()
    none = collected(printed("a", "2023-08-08", "消息两则", early), printed("b", "2023-11-05", "消息两则", late))
    assert none.series == ()


def test_a_campaign_that_everybody_prints_is_none_that_tells() -> None:
    many = [printed(f"s{n}", "2023-08-08", HEAD, f"目前，全市有成员企业{n + 2}家。") for n in range(12)]
    assert collected(*many).series == ()


def test_an_article_that_prints_two_values_for_one_time_is_no_ground() -> None:
    both = paired("a", "2023-08-08", "118家", "目前，全市120家商协会与镇街结对帮扶。")
    assert "商协会" not in values(collected(both, paired("b", "2023-11-05", "135家")))


def test_what_a_page_prints_again_is_one_point() -> None:
    again = paired("a", "2023-08-08", "118家", "据了解，全市118家商协会与镇街结对帮扶。")
    made = collected(again, paired("b", "2023-11-05", "135家"))
    assert values(made)["商协会"] == [["118家", "135家"]]
    assert len(one(made).points[0].figures) == 2


def test_one_article_alone_is_no_series() -> None:
    assert collected(paired("a", "2023-08-08", "118家", "去年8月，全市100家商协会结对帮扶。")).series == ()


def test_words_in_doubt_and_words_printed_twice_are_no_ground() -> None:
    early, late = paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家")
    body = early.article.body[0].text
    doubted = replace(early.article, doubts=(Doubt(body[6:9], "doubts.misread"),))
    assert collected(replace(early, article=doubted), late).series == ()
    twice = replace(early.article, repeats=(Repeat(body, body, "repeats.made"),))
    assert collected(replace(early, article=twice), late).series == ()


def test_neither_the_order_nor_strangers_change_a_series() -> None:
    every = [
        paired("a", "2023-08-08", "118家"),
        paired("b", "2023-11-05", "135家"),
        paired("c", "2023-12-05", "140家"),
        paired("d", None, "150家"),
    ]
    strangers = [
        printed("x", "2023-10-01", "江门结对帮扶", "目前，全市131家商协会与61个镇街结对帮扶。", paper="江门日报"),
        printed("y", "2023-10-01", "海关服务出口", "目前，全市出口月饼300批次。"),
    ]
    made = collected(*every).series
    assert collected(*shuffled(every)).series == made
    joined = collected(*strangers, *every).series
    assert [replace(series, near=()) for series in joined] == [replace(series, near=()) for series in made]


def test_a_figure_knows_its_series() -> None:
    made = collected(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家"))
    for series in made.series:
        for point in series.points:
            assert all(made.series_of(figure) is series for figure in point.figures)
    assert collected(paired("a", "2023-08-08", "118家")).series_of(one(made).points[0].figure) is None
