"""Dates: what counts as one, and which days it means on the day of the issue."""

import pytest

from generator.extract import extract
from generator.model import Issue
from tests.extract.made import article, issue

AUTUMN = issue("2023-11-05")


def dates(words: str, printed: Issue = AUTUMN) -> list[tuple[str, str | None, str | None, str]]:
    found = extract(article(words), printed).dates
    return [
        (d.text.value, str(d.start) if d.start else None, str(d.end) if d.end else None, d.precision) for d in found
    ]


@pytest.mark.parametrize(
    ("words", "expression", "start", "end", "precision"),
    [
        ("2023年10月15日，村道清扫一新。", "2023年10月15日", "2023-10-15", "2023-10-15", "day"),
        ("2023年8月，广东启动行动。", "2023年8月", "2023-08-01", "2023-08-31", "month"),
        ("二〇二一年七月一日开幕。", "二〇二一年七月一日", "2021-07-01", "2021-07-01", "day"),
        ("6月15日，会议召开。", "6月15日", "2023-06-15", "2023-06-15", "day"),
        ("9月中旬，桂圆直供香港。", "9月中旬", "2023-09-11", "2023-09-20", "range"),
        ("2月下旬开工了。", "2月下旬", "2023-02-21", "2023-02-28", "range"),
        ("去年12月20日接受了。", "去年12月20日", "2022-12-20", "2022-12-20", "day"),
        ("去年8月份举办了。", "去年8月份", "2022-08-01", "2022-08-31", "month"),
        ("上半年，全市实现增长。", "上半年", "2023-01-01", "2023-06-30", "half"),
        ("前三季度增长了。", "前三季度", "2023-01-01", "2023-09-30", "range"),
        ("今年以来，全市开展。", "今年以来", "2023-01-01", "2023-11-05", "range"),
        ("今年7月29日至8月1日，商会邀请了。", "今年7月29日至8月1日", "2023-07-29", "2023-08-01", "range"),
        ("2023年1—11月完成了。", "2023年1—11月", "2023-01-01", "2023-11-30", "range"),
        ("截至6月底，在库项目454项。", "截至6月底", "2023-06-30", "2023-06-30", "day"),
        ("截至9月中旬，在库项目454项。", "截至9月中旬", "2023-09-11", "2023-09-20", "range"),
        ("截至2023年12月末，余额2059亿元。", "截至2023年12月末", "2023-12-31", "2023-12-31", "day"),
        ("去年11月至今年3月举办了。", "去年11月至今年3月", "2022-11-01", "2023-03-31", "range"),
        ("“十四五”时期建成了。", "“十四五”时期", "2021-01-01", "2025-12-31", "range"),
        ("昨日，大桥通车。", "昨日", "2023-11-04", "2023-11-04", "day"),
        ("记者3日获悉。", "3日", "2023-11-03", "2023-11-03", "day"),
        ("上周三召开了。", "上周三", "2023-10-25", "2023-10-25", "day"),
        ("上世纪80年代建成。", "上世纪80年代", "1980-01-01", "1989-12-31", "range"),
        ("２０２３年８月４日出口。", "２０２３年８月４日", "2023-08-04", "2023-08-04", "day"),
        ("98年4月动工了。", "98年4月", "1998-04-01", "1998-04-30", "month"),
        ("十九世纪七十年代建成。", "十九世纪七十年代", "1870-01-01", "1879-12-31", "range"),
        ("6月15日上午9时30分召开。", "6月15日上午9时30分", "2023-06-15", "2023-06-15", "day"),
        ("去年腊月，他回乡了。", "去年腊月", "2022-12-23", "2023-01-21", "range"),
        ("大年初一也来锻炼。", "大年初一", "2023-01-22", "2023-01-22", "day"),
        ("三年前，他来了。", "三年前", "2020-01-01", "2020-12-31", "year"),
        ("日前，月饼出口了。", "日前", None, None, "none"),
        ("近年来，沉香孵化了。", "近年来", None, None, "none"),
        ("未来5年，有望超过。", "未来5年", "2023-11-01", "2028-11-30", "range"),
    ],
)
def test_an_expression_means_the_days_that_it_means_on_the_day_of_the_issue(
    words: str, expression: str, start: str | None, end: str | None, precision: str
) -> None:
    assert dates(words) == [(expression, start, end, precision)]


@pytest.mark.parametrize(
    "words",
    [
        "茂名的112个镇、1906个村。",
        "偏南风2-3级。",
        "第一时间回应。",
        "接听12345热线。",
        "秘书股一分为三。",
        "预计达产后年税收超6千万元。",
        "“一二三四五”工作机制。",
        "农村人居环境整治提升五年行动。",
        "平件3天结、加急件1天结。",
        "按照“一年开局起步、三年初见成效、五年显著变化”的要求。",
        "台城街道把每月15日固定为“村庄清洁日”。",
        "涉农贷款余额2059亿元。",
        "“6·30”助力乡村振兴。",
        "2019级学生报到。",
        "抓住节日前的黄金时间，月饼出口了。",
        "生日前夕他回来了，节假日前后人很多。",
    ],
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert dates(words) == []


def test_december_seen_from_january_is_last_year_s() -> None:
    assert dates("12月26日，签约仪式举行。", issue("2024-01-05"))[0][1] == "2023-12-26"


def test_a_month_ahead_that_nobody_plans_has_no_known_year() -> None:
    assert dates("8月，他参军入伍。", issue("2023-03-01"))[0][1] is None


def test_a_planned_month_ahead_is_this_year_s() -> None:
    assert dates("大赛将于6月30日举行。", issue("2023-06-16"))[0][1] == "2023-06-30"


def test_a_range_of_issue_days_resolves_what_all_of_them_agree_on() -> None:
    printed = issue("2023-09-11", "2023-09-30")
    assert dates("去年8月份举办了。", printed)[0][1:3] == ("2022-08-01", "2022-08-31")
    assert dates("6月15日，会议召开。", printed)[0][1] == "2023-06-15"
    assert dates("昨日，大桥通车。", printed)[0][1:] == (None, None, "none")
    assert dates("今年以来，全市开展。", printed)[0][1:] == ("2023-01-01", "2023-09-30", "range")


def test_what_lasts_until_print_never_ends_before_the_last_day_it_may_have_been_printed() -> None:
    printed = issue("2023-04-01", "2023-12-31")
    assert dates("2023年5月以来，全市开展。", printed)[0][1:] == ("2023-05-01", "2023-12-31", "range")
    assert dates("今年以来，全市开展。", issue("2023-12-20", "2024-01-20"))[0][1:] == (None, None, "none")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("截至6月底，在库项目454项。", "as_of"),
        ("截至2023年12月末，余额2059亿元。", "as_of"),
        ("6月底开工了。", "month_end"),
        ("今年初开工了。", "year_start"),
        ("6月初开工了。", "month_start"),
        ("6月上旬开工了。", "month"),
        ("今年以来，全市开展。", "since"),
        ("去年12月20日接受了。", "last_year"),
    ],
)
def test_a_date_names_the_rule_that_set_its_days(words: str, rule: str) -> None:
    assert [date.rule for date in extract(article(words), AUTUMN).dates] == [f"dates.{rule}"]


def test_a_range_over_two_years_leaves_the_year_open() -> None:
    printed = issue("2023-12-20", "2024-01-20")
    assert dates("今年4月举办了。", printed)[0][1:] == (None, None, "none")
    assert dates("2023年4月举办了。", printed)[0][1] == "2023-04-01"


def test_without_an_issue_date_only_printed_years_resolve() -> None:
    assert dates("去年8月举办，2021年动工，6月15日召开。", issue())[1][1] == "2021-01-01"
    assert [d[1] for d in dates("去年8月举办。6月15日召开。", issue())] == [None, None]


def test_later_months_of_a_sentence_go_on_in_its_year() -> None:
    assert [d[1] for d in dates("去年9月获准执业，12月又代理一案。")] == ["2022-09-01", "2022-12-01"]


def test_a_bare_month_after_another_year_s_sentence_is_not_guessed() -> None:
    assert dates("1950年6月，战争爆发。10月，部队出发了。")[1][1] is None


def test_the_words_that_open_a_report_date_no_event() -> None:
    found = extract(article("新华社上海11月4日电 今年2月，实验启动。（本报11月5日讯）"), AUTUMN)
    assert [date.text.value for date in found.dates] == ["11月4日", "今年2月", "11月5日"]
    assert [event.date.text.value for event in found.events] == ["今年2月"]


def test_no_rule_for_time_words_matches_nothing_at_all() -> None:
    from generator.rules import rules

    searched = [rule for rule in rules("dates").values() if rule.written]
    assert [rule.id for rule in searched if rule.pattern.match("")] == []
