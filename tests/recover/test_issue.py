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


def test_a_weekday_that_the_calendar_does_not_have_leaves_the_page_undated() -> None:
    assert days(FOLIO.replace("星期二", "星期三")) is None


@pytest.mark.parametrize(
    ("further", "expected"),
    [
        ("", ("2023-01-01", "2023-12-31")),
        ("截至8月4日，全市已卖出一半。\n", ("2023-08-05", "2023-12-31")),
        ("截至6月底，全市已卖出一半。\n", ("2023-07-01", "2023-12-31")),
        ("今年4月份再次举办。\n", ("2023-04-01", "2023-12-31")),
        ("据新华社上海11月4日电，各地都有。\n", ("2023-11-05", "2023-11-05")),
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
    assert days(FAIR + "\n会议开展2023年度园区评价。\n") is None


def test_a_month_spelt_out_with_its_year_belongs_to_an_earlier_one() -> None:
    """A paper of 2023 would say this November: the year after may be meant."""
    assert days(FAIR + "\n2023年11月21日，项目动工。\n") is None


def test_the_same_figure_said_of_last_year_tells_the_year() -> None:
    page = "截至2023年12月末，我市余额2059亿元，稳居第三。\n\n截至去年12月末，我市余额2059亿元，支持有力。\n"
    assert days(page) == ("2024-01-01", "2024-12-31")
    assert days(page.replace("余额2059", "余额2060", 1)) is None


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
