"""Summaries: whole sentences as printed, in the article's order, the ones that say most."""

from dataclasses import replace

from generator.extract import extract
from generator.model import Direction, Doubt, Jump, Sentence
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
