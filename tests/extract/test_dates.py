"""Dates: what counts as one, and which days it means on the day of the issue."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import extract
from generator.extract.dates_lunar import lunar_day, lunar_month
from generator.model import Basis, Claim, DateRange, Issue, Kind
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
        ("去年腊月二十三，他回乡了。", "去年腊月二十三", "2023-01-14", "2023-01-14", "day"),
        ("2020年闰四月，他回乡了。", "2020年闰四月", "2020-05-23", "2020-06-20", "range"),
        ("2022年除夕，他回乡了。", "2022年除夕", "2022-01-31", "2022-01-31", "day"),
        ("2023年中秋节当天，他回乡了。", "2023年中秋节当天", "2023-09-29", "2023-09-29", "day"),
        ("今年清明节当天，他回乡了。", "今年清明节当天", "2023-04-05", "2023-04-05", "day"),
        ("2022年春节期间，他回乡了。", "2022年春节期间", "2022-01-01", "2022-12-31", "year"),
        ("国庆节期间，他回乡了。", "国庆节期间", None, None, "none"),
        ("大前年，他回乡了。", "大前年", "2020-01-01", "2020-12-31", "year"),
        ("今明两年建成。", "今明两年", "2023-01-01", "2024-12-31", "range"),
        ("2023—2025年建成。", "2023—2025年", "2023-01-01", "2025-12-31", "range"),
        ("上个季度增长了。", "上个季度", "2023-07-01", "2023-09-30", "quarter"),
        ("前10个月增长了。", "前10个月", "2023-01-01", "2023-10-31", "range"),
        ("去年11月至次年3月举办。", "去年11月至次年3月", "2022-11-01", "2023-03-31", "range"),
        ("9月28日至3日举办。", "9月28日至3日", "2023-09-28", "2023-10-03", "range"),
        ("上个月15号召开了。", "上个月15号", "2023-10-15", "2023-10-15", "day"),
        ("上上个月召开了。", "上上个月", "2023-09-01", "2023-09-30", "month"),
        ("上世纪八九十年代建成。", "上世纪八九十年代", "1980-01-01", "1999-12-31", "range"),
        ("二十年代建成。", "二十年代", None, None, "none"),
        ("年初以来，全市开展。", "年初以来", "2023-01-01", "2023-11-05", "range"),
        ("下周二至周四举办。", "下周二至周四", "2023-11-07", "2023-11-09", "range"),
        ("5月的最后一个周五举办。", "5月的最后一个周五", "2023-05-26", "2023-05-26", "day"),
        ("7、8月举办。", "7、8月", "2023-07-01", "2023-08-31", "range"),
        ("“十四五”以来，全市开展。", "“十四五”以来", "2021-01-01", "2023-11-05", "range"),
        ("2020、2021、2022年连续获奖。", "2020、2021、2022年", "2020-01-01", "2022-12-31", "range"),
        ("去年今日，他来了。", "去年今日", "2022-11-05", "2022-11-05", "day"),
        ("二〇二〇年九月三十号，他来了。", "二〇二〇年九月三十号", "2020-09-30", "2020-09-30", "day"),
        ("2022年中，会议召开。", "2022年中", "2022-01-01", "2022-12-31", "year"),
        ("2021.9.1-2021.9.5举办。", "2021.9.1-2021.9.5", "2021-09-01", "2021-09-05", "range"),
        ("大前天，大桥通车。", "大前天", "2023-11-02", "2023-11-02", "day"),
        ("周五，大桥通车。", "周五", "2023-11-03", "2023-11-03", "day"),
        ("8月的第一个周二召开了。", "8月的第一个周二", "2023-08-01", "2023-08-01", "day"),
        ("三天前，他来了。", "三天前", "2023-11-02", "2023-11-02", "day"),
        ("两周前，他来了。", "两周前", "2023-10-16", "2023-10-22", "range"),
        ("一个半月前，他来了。", "一个半月前", "2023-09-01", "2023-09-30", "month"),
        ("两年来，他走遍了。", "两年来", "2021-01-01", "2023-11-05", "range"),
        ("10多年来，他走遍了。", "10多年来", None, None, "none"),
        ("三四年前，他来了。", "三四年前", None, None, "none"),
        ("计划半年内建成。", "半年内", "2023-11-05", "2024-05-31", "range"),
        ("自2021年8月1日起施行。", "自2021年8月1日起", "2021-08-01", "2021-08-01", "day"),
        ("12月底前完成。", "12月底前", "2023-12-31", "2023-12-31", "day"),
        ("2023年初，他来了。", "2023年初", "2023-01-01", "2023-12-31", "year"),
        ("6月底，他来了。", "6月底", "2023-06-01", "2023-06-30", "month"),
        ("本世纪中叶建成。", "本世纪中叶", "2000-01-01", "2099-12-31", "range"),
        ("民国二十六年，学校停办。", "民国二十六年", "1937-01-01", "1937-12-31", "year"),
        ("康熙三年五月，桥建成了。", "康熙三年五月", "1664-01-01", "1664-12-31", "year"),
        ("上個週五，大橋通車。", "上個週五", "2023-10-27", "2023-10-27", "day"),
        ("6　 月　15 日，会议召开。", "6　 月　15 日", "2023-06-15", "2023-06-15", "day"),
        ("自学校成立以来，他一直在。", "自学校成立以来", None, None, "none"),
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
        "中秋月饼和端午粽子卖得好。",
        "公元前2070年的传说。",
        "神舟二十一号发射。",
        "每次租用不超过3日。",
        "按1:10配比，提出5点建议。",
        "更加美好的明天。",
        "90后青年返乡。",
        "临近年关。",
        "达产后年税收超千万元。",
        "世纪大道通车。",
        "三月三歌圩热闹。",
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


def doubtful(words: str) -> list[tuple[str, bool]]:
    return [(d.text.value, bool(d.doubt)) for d in extract(article(words), AUTUMN).dates]


@pytest.mark.parametrize(
    ("words", "doubts"),
    [
        ("今天上午，大会开幕。", [("今天上午", False)]),
        ("今天，国家繁荣富强。", [("今天", True)]),
        ("三年前，他来了。", [("三年前", True)]),
        ("今年，他来了。", [("今年", False)]),
        ("国庆节，他来了。", [("国庆节", True)]),
        ("争取2020年前完成。", [("2020年前", True)]),
        ("去年底以来，全市开展。", [("去年底以来", True)]),
        ("年初以来，全市开展。", [("年初以来", False)]),
    ],
)
def test_what_is_only_reckoned_is_told_with_a_doubt(words: str, doubts: list[tuple[str, bool]]) -> None:
    assert doubtful(words) == doubts


@pytest.mark.parametrize("words", ["10月15日、20日举办。", "10月15日和20日举办。", "5月、8月举办。"])
def test_days_and_months_that_are_named_apart_are_no_range(words: str) -> None:
    assert len(dates(words)) == 2


def test_a_day_in_brackets_says_which_day_today_was() -> None:
    assert [d[1] for d in dates("水利部今天（10月31日）发布数据。")] == ["2023-10-31", "2023-10-31"]


@pytest.mark.parametrize(
    ("words", "day", "start", "doubt"),
    [
        ("正月十五，举办灯会。", "2023-01-18", "2023-02-05", True),
        ("农历五月初五，举行龙舟赛。", "2023-06-15", "2023-06-22", True),
        ("大年初一，举办庙会。", "2023-01-30", "2023-01-22", False),
        ("2月1日起，执行新标准。", "2023-12-28", "2023-02-01", True),
        ("3月，将举行会议。", "2023-12-28", "2024-03-01", False),
        ("展览从12月30日持续到3月底。", "2023-12-28", "2023-12-30", False),
        ("今年1月至11月，完成投资10亿元。", "2023-01-05", "2023-01-01", True),
        ("前三季度，完成投资10亿元。", "2023-06-16", "2022-01-01", False),
        ("今年年底，大桥将通车。", "2023-11-16", "2023-01-01", False),
        ("年初，他来了。", "2023-11-16", "2023-01-01", False),
        ("1937年全面抗战爆发后，9月，他来了。", "2023-11-16", "1937-09-01", False),
        ("今年12月前完成。", "2023-06-16", "2023-12-01", True),
        ("据新华社北京6月13日电，昨日大桥通车。", "2023-06-15", "2023-06-12", False),
    ],
)
def test_a_day_far_from_the_issue_is_the_likeliest_one_and_doubted(
    words: str, day: str, start: str, *, doubt: bool
) -> None:
    found = extract(article(words), issue(day)).dates[-1]
    assert (str(found.start), bool(found.doubt)) == (start, doubt)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "13年前，他来了。当年办厂，同年10月，公司成立。",
            [("2010-01-01", True), ("2010-01-01", True), ("2010-10-01", True)],
        ),
        ("2020年开工，次年完成。当年12月投产。", [("2020-01-01", False), ("2021-01-01", False), ("2021-12-01", False)]),
        ("三天前签约，次日开工。", [("2023-11-02", True), ("2023-11-03", True)]),
    ],
)
def test_what_goes_on_from_a_doubtful_date_is_doubtful(words: str, told: list[tuple[str, bool]]) -> None:
    found = extract(article(words), AUTUMN).dates
    assert [(str(date.start), bool(date.doubt)) for date in found] == told


def test_a_doubt_stays_for_the_rest_of_the_passage() -> None:
    found = extract(article("2010年5月6日，他牺牲。", "5月7日，举行追悼会。6月，被批准为烈士。"), AUTUMN).dates
    assert [bool(date.doubt) for date in found] == [False, True, True]


def test_what_is_only_compared_with_is_no_ground_for_the_next_date() -> None:
    assert [d[1] for d in dates("8月比去年同期减少，9月又增加了。")] == ["2023-08-01", "2022-01-01", "2023-09-01"]


def test_months_go_on_from_the_year_that_opens_their_sentence() -> None:
    assert dates("1937年全面抗战爆发后，9月，部队出发了。")[1][1] == "1937-09-01"


def test_a_bare_day_after_a_passage_of_another_year_is_doubted() -> None:
    found = extract(article("2012年2月23日，他出警。", "2月24日，案件告破。"), AUTUMN).dates
    assert [bool(date.doubt) for date in found] == [False, True]
    found = extract(article("10月30日，大会开幕。", "1995年3月，首届举办。", "10月31日，大会闭幕。"), AUTUMN).dates
    assert [bool(date.doubt) for date in found] == [False, False, False]


def test_a_time_of_day_is_that_of_the_day_told_before_it() -> None:
    assert [d[1] for d in dates("6月15日，代表报到。上午9时30分，大会开幕。")] == ["2023-06-15", "2023-06-15"]


def test_the_same_day_may_be_that_of_the_passage_before_but_for_a_doubt() -> None:
    found = extract(article("10月30日，大会开幕。", "当晚，举行了晚会。"), AUTUMN).dates
    assert [(str(date.start), bool(date.doubt)) for date in found] == [("2023-10-30", False), ("2023-10-30", True)]


def test_heads_and_captions_have_dates_and_no_events() -> None:
    kinds = [Kind.HEADLINE, Kind.PARAGRAPH, Kind.CAPTION]
    found = extract(article("上半年开门红", "大桥通车。", "图为6月15日，大桥通车。", kinds=kinds), AUTUMN)
    assert [date.text.value for date in found.dates] == ["上半年", "6月15日"]
    assert found.events == ()


@pytest.mark.parametrize("words", ["十三四", "二五三月十", "第三五周", "初廿八", "五三年前", "三三月", "一百百年前"])
def test_any_row_of_numerals_is_read_or_left(words: str) -> None:
    for behind in ("", "年", "月", "日", "时", "周", "年前", "季度", "世纪", "年代"):
        printed = f"{words}{behind}，2023年{words}{behind}。农历{words}{behind}。"
        for expression, start, end, _ in dates(printed):
            assert expression in printed
            assert (start is None) == (end is None)
            assert start is None or start <= str(end)


def test_every_lunar_year_of_the_table_joins_the_next_one() -> None:
    for year in range(1900, 2099):
        first, last, following = lunar_day(year, 1, 1), lunar_month(year, 12), lunar_day(year + 1, 1, 1)
        assert first
        assert last
        assert following == last.end + timedelta(days=1)
        assert 353 <= (following - first).days <= 385


LETTERS = "年月日号时点半周上下本今去明前后初末底中旬闰正腊起至到—、，。（）一二三十廿百几多个第012:近内天元晚每的自"
LONGER = ("星期", "世纪", "年代", "季度", "农历", "除夕", "春节", "期间", "以来", "之前", "以后", "12", "2023", "2100")
WORDS = (*LETTERS, *LONGER, "未来", "过去", "再过", "小时", "康熙", "“十五五”", "上午", "截至")


@settings(deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map("".join),
    day=st.dates(date(1500, 1, 1), date(2999, 12, 31)),
    more=st.integers(0, 400),
)
def test_any_words_for_time_mean_days_in_their_order_or_none(words: str, day: date, more: int) -> None:
    printed = Issue(dated=Claim(DateRange(day, day + timedelta(days=more)), Basis.PRINTED))
    for found in extract(article(words), printed).dates:
        assert (found.start is None) == (found.end is None)
        assert not (found.start and found.end) or found.start <= found.end
        assert (found.precision == "none") == (found.start is None)
