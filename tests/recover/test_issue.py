"""A page is dated by what it prints: no more precisely than that, and not at all rather than wrongly."""

from __future__ import annotations

import pytest

from generator.build import open_page
from generator.model import Basis, Issue, Seed


def issue(text: str) -> Issue:
    return open_page(Seed("page", "page.txt", text)).issue


def days(text: str) -> tuple[str, str] | None:
    dated = issue(text).dated
    return (dated.value.start.isoformat(), dated.value.end.isoformat()) if dated else None


FOLIO = (
    "2019年2月26日 星期二 第02版 综合 责任编辑 黄琴\n\n标题一行在此\n\n■记者 王小明\n\n本报讯 昨天的事情已经办完。\n"
)
FAIR = "本报讯 今年以来，我市办了2023年茂名市荔枝文化节，全市来客众多，茂名荔枝卖到各地，茂名人很高兴。\n"


def test_the_day_over_the_page_is_printed() -> None:
    found = issue(FOLIO)
    assert days(FOLIO) == ("2019-02-26", "2019-02-26")
    assert found.dated
    assert found.dated.basis is Basis.PRINTED
    assert found.page
    assert found.page.value == "02"


def test_the_line_over_the_page_is_known_by_its_weekday_wherever_it_stands() -> None:
    """Some dumps give the line over the page out between two headlines."""
    page = "".join(
        f"{line}\n\n" for line in ("渔港停航避风", "2025.11.10星期一04民生", "老城公交换新车", "本报讯 渔船都回了港。")
    )
    assert days(page) == ("2025-11-10", "2025-11-10")
    assert days(page.replace("星期一", "星期二")) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("二〇二三年十一月五日 星期日 第一版", "2023-11-05"),
        ("二〇二四年十月二十日 星期日 第一版", "2024-10-20"),
        ("二○二四年三月十日　星期日", "2024-03-10"),
    ],
)
def test_the_day_over_the_page_may_be_in_numerals(line: str, day: str) -> None:
    assert days(f"{line}\n\n渔港停航避风\n\n本报讯 渔船都回了港。\n") == (day, day)


def test_a_weekday_that_the_calendar_does_not_have_leaves_the_page_undated() -> None:
    assert days(FOLIO.replace("星期二", "星期三")) is None


@pytest.mark.parametrize(
    ("further", "expected"),
    [
        ("", ("2023-01-01", "2023-12-31")),
        ("截至8月4日，全市已卖出一半。\n", ("2023-08-05", "2023-12-31")),
        ("截至6月底，全市已卖出一半。\n", ("2023-07-01", "2023-12-31")),
        ("今年4月份再次举办。\n", ("2023-04-01", "2023-12-31")),
        ("据新华社上海11月4日电，各地都有。\n", ("2023-11-05", "2023-11-07")),
        ("大赛6月30日截止报名。\n", ("2023-01-01", "2023-06-30")),
        ("中秋佳节将至，月饼上市。\n", ("2023-01-01", "2023-09-28")),
        ("截至10月4日卖出一半，中秋佳节将至。\n", ("2023-10-05", "2023-12-31")),
        ("据新华社上海13月44日电，各地都有。\n", ("2023-01-01", "2023-12-31")),
    ],
)
def test_the_range_is_what_the_words_allow(further: str, expected: tuple[str, str]) -> None:
    assert days(FAIR + "\n" + further) == expected


def test_without_a_year_there_is_no_date() -> None:
    assert days("新华社上海11月4日电 今年以来，各地忙。截至8月4日已完成。\n") is None


def test_two_years_that_contradict_each_other_leave_the_page_undated() -> None:
    assert days(FAIR + "\n老人说，今年是新中国成立70周年。\n") is None


def test_a_month_spelt_out_with_its_year_belongs_to_an_earlier_one() -> None:
    """A paper of 2023 would say this November: the year after may be meant."""
    assert days(FAIR + "\n2023年11月21日，项目动工。\n") is None


def test_the_same_figure_said_of_last_year_tells_the_year() -> None:
    page = "截至2023年12月末，我市余额2059亿元，稳居第三。\n\n截至去年12月末，我市余额2059亿元，支持有力。\n"
    assert days(page) == ("2024-01-01", "2024-12-31")
    assert days(page.replace("余额2059", "余额2060", 1)) is None


RIVER = "\n白鹭江清淤\n\n本报讯 沙咀村的白鹭江清淤全面完成，江水清了。\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("今年（2021年）全村清淤三条河。", ("2021-01-01", "2021-12-31")),
        ("今年是新中国成立70周年，村里挂起红旗。", ("2019-01-01", "2019-12-31")),
        ("今年是“十三五”规划收官之年，村里忙。", ("2020-01-01", "2020-12-31")),
        ("2月25日，2019年世界河流大会在沙咀村开幕。", ("2019-02-25", "2019-12-31")),
        ("水利局公布2021年一季度的数据，水田多了。", ("2021-04-01", "2021-12-31")),
        ("2018年，水田增长三成；展望2019年，还会更好。", ("2018-11-01", "2019-06-30")),
        ("条例于2018年12月29日通过，现予公布，自2019年7月1日起施行。", ("2018-12-30", "2019-07-01")),
        ("会议开展2022年度河长考核。截至8月4日，清淤完成，中秋佳节将至。", ("2023-08-05", "2023-09-28")),
        ("今年（2021年）清淤，截至10月4日完成。", ("2021-10-05", "2021-12-31")),
        # In January it may be last year's day that is told without its year.
        ("今年（2021年）清淤，截至12月4日完成。", ("2021-01-01", "2021-12-31")),
    ],
)
def test_the_year_is_told_in_many_ways(words: str, expected: tuple[str, str]) -> None:
    assert days(RIVER + words + "\n") == expected


@pytest.mark.parametrize(
    "words",
    [
        "中国将主办2026年世界河流大会，沙咀村正式接棒2026年河流峰会主办权。",
        "2017年第十三届河流运动会首次设立划船比赛，今年报名的人很多。",
        "改革开放40周年主题巡展昨天开幕。",
        "到2025年，全村水田要增加一倍。",
        "将举行第四届河流会议（2026年5月，沙咀村）。",
        "展望2035年，江水长清。",
        "曾获2018年度河长考核表彰。",
    ],
)
def test_a_year_of_something_else_is_not_the_papers(words: str) -> None:
    assert days(RIVER + words + "\n") is None


def articles(*told: str) -> str:
    """A page of articles, each with a headline and two paragraphs, the second one told."""
    heads = ("清淤护岸见成效", "山里孩子有了合唱团", "老城公交换新车", "渔港停航避风")
    told_of = ("白鹭江的水清了，沙咀村的人高兴。", "云脚小学的歌声传得很远。", "新车昨天上路。", "渔船都回了港。")
    parts = (f"{head}\n\n本报讯 {of}\n\n{words}\n" for head, of, words in zip(heads, told_of, told, strict=False))
    return "\n\n".join(parts)


YEAR = "今年（2023年）各地都忙。"


def test_the_day_after_the_dispatches_is_certain_when_two_articles_agree() -> None:
    sent = ("新华社上海11月4日电 各地都有。", "据新华社北京11月4日电 各地也有。", YEAR)
    assert days(articles(*sent)) == ("2023-11-05", "2023-11-05")
    assert days(articles(sent[0], sent[2])) == ("2023-11-05", "2023-11-07")


def test_the_last_dispatch_dates_the_page() -> None:
    sent = ("新华社上海11月3日电 各地都有。", "据新华社北京11月4日电 各地也有。", YEAR)
    assert days(articles(*sent)) == ("2023-11-05", "2023-11-05")


def test_a_dispatch_of_new_years_eve_is_printed_in_the_new_year() -> None:
    sent = ("新华社上海12月31日电 各地都有。", "据新华社北京12月31日电 各地也有。", "今年（2024年）各地都忙。")
    assert days(articles(*sent)) == ("2024-01-01", "2024-01-01")


def test_one_report_of_a_day_may_stand_in_the_paper_of_that_day() -> None:
    """A festival in the evening is announced in the morning; three reports of one day are printed on the next."""
    one = "6月15日，电影节在沙咀村开幕。"
    assert days(articles(one, YEAR)) == ("2023-06-15", "2023-12-31")
    assert days(articles(one, "6月15日，渔港开港。", YEAR)) == ("2023-06-16", "2023-12-31")


def test_news_and_its_pictures_are_not_older_than_a_month() -> None:
    picture = "图为2月13日，沙咀村的人在江边。 岑国栋 摄"
    assert days(articles(picture, YEAR)) == ("2023-02-14", "2023-03-15")


def test_every_claim_quotes_what_it_rests_on() -> None:
    found = issue(FAIR)
    assert found.publication
    assert found.publication.value == "茂名日报"
    assert found.publication.basis is Basis.INFERRED
    assert {evidence.text.value for evidence in found.publication.evidence} == {"我市", "茂名"}
    assert found.dated
    assert all(evidence.text.value in FAIR for evidence in found.dated.evidence)


@pytest.mark.parametrize(
    "page",
    [
        "本报讯 我市来客众多，茂名、江门、佛山、深圳、上海各地都有人来。\n",
        "本报讯 茂名荔枝熟了，茂名人很高兴。\n",
        "据《茂名日报》报道，各地荔枝熟了。\n",
    ],
)
def test_a_paper_that_the_page_does_not_tell_stays_unknown(page: str) -> None:
    assert issue(page).publication is None


def test_a_credit_names_the_paper() -> None:
    found = issue("江门日报讯(记者/张浩洋)科技引领,创新筑梦。\n").publication
    assert found
    assert (found.value, found.basis) == ("江门日报", Basis.PRINTED)
