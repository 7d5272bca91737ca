"""Summaries: whole sentences as printed, in the article's order, the ones that say most."""

from dataclasses import replace

import pytest

from generator.extract import extract
from generator.model import Block, Direction, Doubt, Jump, Kind, Repeat, Sentence
from generator.summarise import summarise
from generator.text import Text
from tests.extract.made import article, issue

NEWS = (
    "本报讯 6月15日，江门市“科技杯”创新创业大赛正式启动，向广大创新创业主体吹响号角。副市长出席活动并讲话。",
    "此外，大赛还将设立奖项，鼓励更多企业参加江门市的创新创业大赛。要加强领导！",
    "据悉，本届江门市创新创业大赛按照初创企业组和成长企业组进行，共有120家企业报名，奖金总额500万元。",
    "本届江门市创新创业大赛按照初创企业组和成长企业组进行，有120家企业报名，奖金共500万元。",
)


def summary(*paragraphs: str, cut: Direction | None = None) -> list[str]:
    made = article(*paragraphs)
    if cut:
        made = replace(made, jumps=(Jump(cut, Text(), "01"),))
    return [sentence.text.value for sentence in summarise(made, extract(made, issue("2023-06-16")))]


def test_the_news_and_the_figures_are_told_and_nothing_twice() -> None:
    assert summary(*NEWS) == [
        "6月15日，江门市“科技杯”创新创业大赛正式启动，向广大创新创业主体吹响号角。",
        "据悉，本届江门市创新创业大赛按照初创企业组和成长企业组进行，共有120家企业报名，奖金总额500万元。",
    ]


def test_it_is_made_of_the_article_s_own_sentences_in_their_order() -> None:
    made = article(*NEWS)
    facts = extract(made, issue("2023-06-16"))
    chosen = summarise(made, facts)
    assert all(isinstance(one, Sentence) for one in chosen)
    assert [facts.sentences.index(one) for one in chosen] == sorted(facts.sentences.index(one) for one in chosen)


def test_no_sentence_cut_by_a_jump_is_told() -> None:
    torn = "的生产基地最终落子高州并动工建设，预计总投资10亿元。"
    assert torn not in summary(torn, *NEWS, cut=Direction.FROM)
    last = "预计总投资10亿元的生产基地最终落子高州，动工后全市工业产值达100亿元，创新创业"
    assert last not in summary(*NEWS, last, cut=Direction.TO)


def test_a_short_article_gives_fewer_and_one_without_a_sentence_none() -> None:
    assert len(summary("6月15日，江门市“科技杯”创新创业大赛正式启动。")) == 1
    assert summary("图片新闻") == []
    assert summary() == []


def test_no_sentence_that_a_doubt_touches_is_told() -> None:
    made = article(*NEWS)
    doubtful = replace(made, doubts=(Doubt(made.body[0].text[12:16], "doubts.twice"),))
    told = [sentence.text.value for sentence in summarise(doubtful, extract(doubtful, issue("2023-06-16")))]
    assert told
    assert not any("科技杯" in value for value in told)


def told_alone(sentence: str) -> bool:
    """Whether a sentence is the summary of an article in which nothing else is fit for one."""
    return summary("会议召开。", sentence, "会议结束。") == [sentence]


@pytest.mark.parametrize(
    "leaning",
    [
        "此外，江门市创新创业大赛还将于6月30日启动成长企业组的比赛，奖金总额500万元。",
        "他是江门市创新创业大赛的发起人，6月15日带领120家企业报名参赛。",
        "据介绍，这120家企业都将参加6月30日开始的江门市创新创业大赛。",
        "该局将于6月30日公布江门市创新创业大赛的120家获奖企业名单。",
        "在去年6月的启动仪式上，他为江门市创新创业大赛捐资500万元。",
        "二是鼓励120家企业参加江门市创新创业大赛，奖金总额500万元。",
    ],
)
def test_no_sentence_leans_on_what_is_not_there(leaning: str) -> None:
    assert not told_alone(leaning)


@pytest.mark.parametrize(
    "sound",
    [
        "其他120家企业将于6月30日参加江门市创新创业大赛成长企业组的比赛。",
        "据江门海关统计，截至6月15日，该关监管的江门市参赛企业出口货值超300万元。",
        "10月17日是我国第六个扶贫日，也是第二十七个国际消除贫困日。",
        "市科技局局长张华说，他将带领120家企业参加6月30日的江门市创新创业大赛。",
        "以“以赛促创 以创兴业”为主题的江门市创新创业大赛6月15日启动。",
    ],
)
def test_a_sentence_may_say_again_what_it_has_named_itself(sound: str) -> None:
    assert told_alone(sound)


@pytest.mark.parametrize(
    "damaged",
    [
        "以赛促创 以创兴业为办好江门市创新创业大赛，6月15日江门市科技局召集120家企业。",
        "江门市创新创业大赛设奖金500万元，“科技杯由120家企业于6月15日报名参加。",
        "江门市创新创业大赛日益成为创新的体现不久前，120家企业报名参加6月15日的启动仪式。",
        "江门市创新创业大赛6月15日启动，街道党工委李平带头组织120家企业报名。",
        "图为江门市创新创业大赛6月15日的启动仪式，120家企业报名参加。",
        "江门市创新创业大赛启动江门市创新创业大赛启动仪式6月15日举行，120家企业报名。",
    ],
)
def test_no_sentence_that_looks_damaged_is_told(damaged: str) -> None:
    assert not told_alone(damaged)


def test_no_sentence_is_told_between_whose_lines_something_else_is_printed() -> None:
    words = "江门市创新创业大赛6月15日正式启动，120家企业报名参加。"
    source = f"{words[:10]}{'图片说明' * 30}{words[10:]}"
    torn = Text.of("made", source, 0, 10) + Text.of("made", source, 130)
    for text, told in ((Text.of("made", words), [words]), (torn, [])):
        made = replace(article(), blocks=(Block(Kind.PARAGRAPH, text, "made.by_hand"),))
        assert [sentence.text.value for sentence in summarise(made, extract(made, issue("2023-06-16")))] == told


def test_a_sentence_that_the_page_prints_twice_gives_way_to_another() -> None:
    held, listed = "大赛由市科技局于今年6月承办，设奖金500万元。", "参赛的120家企业分属15个行业，6月公布名单。"
    made = article(NEWS[0], held, listed)
    repeat = Repeat(Text.of("made", "x" * 999, 900, 910), made.body[1].text, "repeats.in_a_box")
    for one, taken, left in ((made, held, listed), (replace(made, repeats=(repeat,)), listed, held)):
        told = [sentence.text.value for sentence in summarise(one, extract(one, issue("2023-06-16")))]
        assert taken in told
        assert left not in told


def test_the_summary_takes_up_what_the_headline_says() -> None:
    news = (
        "全市今年上半年接待游客120万人次，同比增长15%。",
        "市图书馆6月1日起延长开放时间，每天多开2小时。",
        "沿江公路改造6月15日完工，全长12公里。",
        "东门小学6月10日开出交通安全第一课，500名学生听讲。",
    )
    for number, head in ((1, "图书馆延长开放时间"), (2, "沿江公路改造完工")):
        made = article(head, *news, kinds=(Kind.HEADLINE, *[Kind.PARAGRAPH] * 4))
        told = [sentence.text.value for sentence in summarise(made, extract(made, issue("2023-06-16")))]
        assert told == [news[0], news[number]]
