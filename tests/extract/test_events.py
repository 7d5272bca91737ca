"""Events: the sentence that a date governs, and whether it tells of what was, is, or will be."""

from collections.abc import Sequence

import pytest

from generator.extract import extract
from generator.model import Event, Kind
from tests.extract.made import article, issue

SUMMER = issue("2023-06-16")


def events(*paragraphs: str, kinds: Sequence[Kind] = ()) -> tuple[Event, ...]:
    return extract(article(*paragraphs, kinds=kinds), SUMMER).events


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("6月15日，会议召开，提出将全力推进。", "happened"),
        ("截至6月10日，在库项目454项。", "unknown"),
        ("大赛将于6月30日举行。", "planned"),
        ("到2025年，全市建成10个。", "planned"),
        ("去年12月，交易额将突破1000亿元。", "planned"),
        ("今年1月，发布了《促进消费行动计划》。", "happened"),
        ("项目原定去年底竣工。", "planned"),
        ("去年12月，美方宣布拟加征关税。", "happened"),
        ("6月15日他将车停在路边。", "unknown"),
        ("今年5月，公司将获得的奖金捐出。", "happened"),
        ("今年5月，公司将陆续返还押金。", "planned"),
        ("6月3日，民警将嫌疑人抓获。", "happened"),
        ("江门市6月1日未召开会议。", "unknown"),
        ("6月1日，江门没有发生地震。", "unknown"),
        ("6月1日，江门险些发生火灾。", "unknown"),
        ("6月1日，江门市未能如期举办展会。", "unknown"),
        ("6月1日，网传江门发生地震。", "unknown"),
        ("6月1日，江门发生火灾，未能及时扑灭。", "happened"),
        ("6月3日，警方将赃款返还群众。", "unknown"),
        ("江门提出，确保2023年投资不少于100亿元。", "planned"),
        ("今年以来，全市开展抽检586批次。", "ongoing"),
        ("去年将评价结果纳入考核。", "unknown"),
        ("去年8月举办了首届，今年12月再办。", "happened"),
    ],
)
def test_will_is_never_did(words: str, status: str) -> None:
    assert events(words)[0].status == status


def test_what_lies_ahead_of_the_issue_is_planned() -> None:
    assert events("首届8月举办，2024年5月再办。")[-1].status == "planned"


def test_an_event_is_the_whole_sentence_with_its_paragraph() -> None:
    found = events("小标题", "本报讯 开头一句。6月15日，“会议召开。”随后结束。", kinds=[Kind.SUBHEAD, Kind.PARAGRAPH])
    assert [(e.sentence.value, e.paragraph) for e in found] == [("6月15日，“会议召开。”", 1)]


def test_each_date_of_a_sentence_is_an_event_and_the_same_days_only_once() -> None:
    found = events("去年8月举办了首届，今年4月再次举办。2022年8月，即去年8月，举办了首届。")
    assert [e.date.text.value for e in found] == ["去年8月", "今年4月", "2022年8月"]


def test_what_is_only_compared_with_is_no_event() -> None:
    found = events("今年1月，产值较上年同期增长12.5%，比2021年同期增长20%。2022年同期该镇接待5万人次。")
    assert [event.date.text.value for event in found] == ["今年1月"]
    assert events("三年行动计划（2023—2025年）印发了。") == ()


def test_now_and_next_put_nothing_on_a_timeline() -> None:
    assert events("目前，全市有198家。下一步，将继续推进。开展2022年度评价。") == ()


def test_a_year_inside_a_title_or_a_name_is_no_event() -> None:
    found = events("日前，印发《关于对2022年表现突出机构的通报》。6月15日，2023年“科技杯”大赛启动。")
    assert [e.date.text.value for e in found] == ["日前", "6月15日"]


def told(words: str) -> tuple[str | None, str | None, list[str]]:
    (event,) = events(words)
    clause, who = (text.value if text else None for text in (event.clause, event.who))
    return clause, who, [place.value for place in event.where]


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("6月15日，大会召开，会期两天。", "大会召开，会期两天"),
        ("据统计，今年5月大桥建成。", "大桥建成"),
        ("县里去年8月举办了首届，反响很好。", "县里去年8月举办了首届，反响很好"),
        ("喜讯不断……今年以来，订单翻番。", "订单翻番"),
        ("在日前举办的展会上，月饼出口了。", "在日前举办的展会上，月饼出口了"),
        ("6月15日，", None),
    ],
)
def test_a_date_governs_the_words_behind_it_or_its_whole_clause(words: str, clause: str | None) -> None:
    assert told(words)[0] == clause


def test_the_clause_of_a_date_ends_before_that_of_the_next_one() -> None:
    found = events("去年8月举办了首届，今年4月再次举办。")
    assert [event.clause.value for event in found if event.clause] == ["举办了首届", "再次举办"]


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ("6月15日，高州市召开大会。", "高州市", []),
        ("6月15日，考察团到信宜市、高州市调研。", None, ["信宜市", "高州市"]),
        ("高州市6月15日召开大会。", "高州市", []),
        ("高州市2022年“科技杯”大赛启动。", None, []),
        ("6月15日，高州市在科技领域的发展提速。", None, []),
        ("6月15日，高州市公布的条例废止。", None, []),
        ("6月15日，高州市的大桥通车。", None, []),
        ("6月15日，在高州海关监管下，月饼出口了。", None, []),
    ],
)
def test_who_acts_and_where_is_told_only_where_the_words_say_so(words: str, who: str | None, where: list[str]) -> None:
    assert told(words)[1:] == (who, where)


def test_who_acts_in_a_clause_stands_in_it() -> None:
    for event in events("6月15日，高州市召开大会，随后到信宜市考察。今年5月，在高州市举行展会。"):
        assert event.clause
        assert {*event.clause.offsets()} <= {*event.sentence.offsets()}
        assert all({*place.offsets()} <= {*event.clause.offsets()} for place in event.where)
