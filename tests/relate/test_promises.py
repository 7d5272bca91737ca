"""Said, then reported: later sentences of the same city that share rare words; proposed, never graded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Doubt, Library, Promise
from tests.relate.series_made import Printed, collected, printed, shuffled

PLAN = "茂名市将高标准建设海工装备产业园，加快引进装备企业。"
REPORT = "记者获悉，茂名市海工装备产业园首批厂房交付使用。"


def said(day: str | None = "2023-06-16", words: str = PLAN, name: str = "a", **told: str) -> Printed:
    return printed(name, day, "茂名部署海洋经济", words, **told)


def report(day: str | None = "2023-11-05", words: str = REPORT, name: str = "b", **told: str) -> Printed:
    return printed(name, day, "茂名海洋经济见闻", words, **told)


def followed(library: Library) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {
        one.sentence.value: [(later.sentence.value, later.shared) for later in one.later]
        for one in library.promises
        if one.later
    }


def only(library: Library) -> Promise:
    (one,) = library.promises
    return one


def test_a_later_sentence_that_shares_rare_words_stands_beside_what_was_said() -> None:
    assert followed(collected(said(), report())) == {PLAN: [(REPORT, ("海工装备产业园",))]}


def test_what_no_later_page_reports_is_told_alone() -> None:
    one = only(collected(said()))
    assert (one.sentence.value, one.later, one.city) == (PLAN, (), "广东省/茂名市")


@pytest.mark.parametrize(
    "other",
    [
        report(paper="江门日报", words="记者获悉，江门市海工装备产业园首批厂房交付使用。"),
        report(day="2023-06-16"),
        report(day="2023-02-05"),
        report(day="2023-06-01", end="2023-12-31"),
        report(day=None),
    ],
    ids=["another city", "the same day", "earlier", "perhaps earlier", "no day known"],
)
def test_of_another_city_or_not_surely_later_it_is_no_report(other: Printed) -> None:
    apart = replace(other, page=replace(other.page, issue=replace(other.page.issue, publication=None)))
    assert followed(collected(said(), apart if other.page.issue.dated == said().page.issue.dated else other)) == {}


def test_on_another_page_of_the_same_issue_it_is_marked_so() -> None:
    (later,) = only(collected(said(), report(day="2023-06-16"))).later
    assert later.same_day
    (later,) = only(collected(said(), report())).later
    assert not later.same_day


def test_of_another_county_it_is_no_report() -> None:
    plan = "高州市将新建三华李深加工示范园。"
    here = "高州市三华李深加工示范园试运行。"
    assert followed(collected(said(words=plan), report(words=here)))
    assert not followed(collected(said(words=plan), report(words=here.replace("高州市", "信宜市"))))


@pytest.mark.parametrize(
    "words",
    [
        "茂名市深入实施城乡融合发展，推动高质量发展。",
        "茂名市制造业园区交付使用。",
        "茂名市将建成海工装备产业园。",
        "茂名市要建好海工装备产业园。",
        "海工装备产业园是茂名市海洋经济的重要抓手。",
    ],
    ids=["stock phrases", "too little", "a plan again", "a call", "what it is"],
)
def test_what_shares_too_little_or_reports_nothing_is_no_report(words: str) -> None:
    plan = PLAN.replace("引进装备企业", "引进装备企业，推动高质量发展和城乡融合发展")
    assert followed(collected(said(words=plan), report(words=words))) == {}


def test_what_everybody_prints_tells_nothing() -> None:
    many = [report(name=f"s{number}") for number in range(8)]
    assert followed(collected(said(), *many)) == {}


def test_of_one_campaign_less_needs_to_be_shared() -> None:
    plan, late = "下一步，茂名市将开展返乡创业课程。", "茂名市举办返乡创业课堂三场。"
    head = "我市创新实施“百会帮百镇”行动"
    both = (printed("a", "2023-06-16", head, plan), printed("b", "2023-11-05", head, late))
    assert followed(collected(*both)) == {plan: [(late, ("返乡创业课",))]}
    none = (printed("a", "2023-06-16", "茂名消息", plan), printed("b", "2023-11-05", "茂名消息", late))
    assert followed(collected(*none)) == {}


def test_a_value_of_the_same_indicator_is_a_report() -> None:
    head = "我市创新实施“百会帮百镇”行动"
    early = printed("a", "2023-08-08", head, "推进商协会帮扶全市112个镇街，有利于统筹力量。")
    late = printed("b", "2023-11-05", head, "目前，135家商协会结对帮扶全市112个镇街。")
    (later,) = only(collected(early, late)).later
    assert later.series == next(one.id for one in collected(early, late).series if one.subject == "镇街")


@pytest.mark.parametrize(
    "words",
    [
        "茂名市将7吨化肥运回村里。",
        "茂名市将三个大项目列入专班跟踪。",
        "从源头上确保茂名月饼符合要求。",
        "茂名市为企业争取到了补贴。",
        "发展的首要在于统筹茂名各方。",
        "茂名市共有198家商会组织。",
        "茂名虚拟现实产业园入驻企业35家。",
        "茂名市按各方共同拟定的办法办理。",
        "茂名市制定规划和行动计划等加强保障。",
        "茂名市新签约项目26个，其中本土增资扩产5个，计划总投资超百亿元。",
        "茂名市工业投资项目库在库项目454项，年度计划投资264.43亿元。",
        "目前，茂名气田可满足3400万户家庭用气需求。",
        "当压力大于7兆帕时，茂名气田的二氧化碳将以流体相态存在。",
        "6月20日是茂名市第六个荔枝日，也是第三个丰收节。",
        "茂名市研修项目6月14日拉开序幕，24名学员将参与学习。",
        "茂名市已明确提出七个县的时间表，形成经济强县冲刺梯队。",
    ],
)
def test_what_is_done_or_is_done_for_something_is_no_plan(words: str) -> None:
    assert collected(said(words=words)).promises == ()


def test_what_a_meeting_orders_by_a_day_is_told_and_its_report_found() -> None:
    plan, late = "茂名市委会议要求，年底前全面完成首批示范镇建设。", "茂名市已全面完成首批示范镇建设。"
    assert followed(collected(said(words=plan), report(words=late))) == {plan: [(late, ("全面完成首批示范镇建设",))]}
    assert collected(said(words=late)).promises == ()


@pytest.mark.parametrize(
    ("plan", "late"),
    [
        ("市委农村工作会议召开，强调茂名要抓好工作。", "近日，市委农村工作会议在茂名召开。"),
        ("茂名市将把农业作为“头号工程”来抓。", "茂名市把教育作为“头号工程”来抓。"),
        ("茂名市要形成人人关心支持、全社会共同参与的局面。", "茂名市呈现人人关心支持、全社会共同参与的景象。"),
        ("茂名市将建设海工装备产业园区。", "茂名市委会议指出，建设海工装备产业园区。"),
    ],
    ids=["a meeting of the name", "a slogan", "a longer slogan", "said again"],
)
def test_a_name_of_a_meeting_a_slogan_or_the_same_once_more_is_no_report(plan: str, late: str) -> None:
    assert followed(collected(said(words=plan), report(words=late))) == {}


def test_the_name_of_the_campaign_that_governs_both_is_not_what_they_share() -> None:
    head = "我市创新实施“百会帮百镇”行动"
    plan, late = "下一步，茂名市将抓好“百会帮百镇”行动。", "茂名市抓好“百会帮百镇”行动有新貌。"
    assert followed(collected(printed("a", "2023-06-16", head, plan), printed("b", "2023-11-05", head, late))) == {}


@pytest.mark.parametrize("words", ["我们要建好海工装备产业园区和码头。", "由市指挥部牵头建海工装备产业园区和码头。"])
def test_a_call_or_a_measure_is_told_only_with_a_later_report(words: str) -> None:
    plan = f"茂名市委提出，{words}"
    assert collected(said(words=plan)).promises == ()
    late = "茂名海工装备产业园区和码头启用。"
    assert [late for one in collected(said(words=plan), report(words=late)).promises for _ in one.later] == [late]


def test_by_when_and_by_whom_is_told_as_printed() -> None:
    words = "茂名市农业农村局局长李明表示：“到2025年底，茂名市将建成高标准农田示范片30个。”"
    one = only(collected(said(words=words)))
    assert one.until is not None
    assert one.until.text.value == "2025年底"
    assert one.speaker is not None
    assert one.speaker.value == "李明"


def test_doubtful_words_report_nothing_and_a_doubtful_plan_says_so() -> None:
    first, second = said(), report()
    doubted = Doubt(second.article.body[0].text[4:8], "doubts.misread")
    unsure = replace(second, article=replace(second.article, doubts=(doubted,)))
    assert followed(collected(first, unsure)) == {}
    doubted = Doubt(first.article.body[0].text[4:8], "doubts.misread")
    assert only(collected(replace(first, article=replace(first.article, doubts=(doubted,))))).doubt == "doubts.misread"


def test_neither_the_order_nor_strangers_change_what_is_proposed() -> None:
    every = [said(), report(), report("2023-12-01", "茂名海工装备产业园新增泊位启用。", "c"), said(None, name="d")]
    strangers = [printed("x", "2023-10-01", "江门见闻", "江门海工装备产业园首批厂房交付使用。", paper="江门日报")]
    made = collected(*every).promises
    assert any(one.later for one in made)
    assert collected(*shuffled(every)).promises == made
    assert collected(*strangers, *every).promises == made
