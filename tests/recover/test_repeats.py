"""A passage that a page prints twice is kept at both places, marked at one, and counts once."""

from __future__ import annotations

import pytest

from generator.build import open_page
from generator.model import Article, Block, Kind, Seed
from generator.recover.repeats import mark_repeats
from generator.rules import rules
from generator.text import Text, is_blank

OPENING = "红豆镇修好了十里长街\n\n■记者 王小明\n\n本报讯 昨天，红豆镇的十里长街修好了，镇上的人都说好。\n\n"
LONG = "街上的店铺一共有三百二十六家，卖的是当地出产的荔枝、龙眼、红豆和竹编，还有渔网和皮鞋。"
TAIL = "老街上的店铺和渔港边的市场越来越兴旺、让镇上的人都能在家门口上班具有重要意义。"
FRAME = "".join(f"满{n}家及以上企业转型成为跨境电商企业、带动本地产品交易的给予{n * 4}万元。" for n in (5, 10))
NEXT = "镇长说，今后还要修桥，也要种树。"
CASES = {
    "again": f"{OPENING}{LONG}\n\n{NEXT}{LONG}\n",
    "caption": f"{OPENING}{NEXT}{LONG}\n\n\n\n图为红豆镇的长街，{LONG[:-1]}。王小明 摄\n\n\n\n{NEXT}\n",
    "torn": f"{OPENING}李阿婆今后也盼{TAIL}\n\n镇长说，要让{TAIL}\n",
    "either": f"{OPENING}李阿婆今后也盼{TAIL}\n\n镇长说，大家夸{TAIL}\n",
}


def articles(page: str) -> tuple[Article, ...]:
    return open_page(Seed("page", "page.txt", page)).articles


@pytest.mark.parametrize("why", CASES)
def test_of_two_printings_one_does_not_count_for_a_reason(why: str) -> None:
    (article,) = articles(CASES[why])
    (repeat,) = article.repeats
    assert repeat.why == f"repeats.{why}"
    assert inked(repeat.text.value) == inked(repeat.of.value)
    assert repeat.text.spans != repeat.of.spans


def inked(value: str) -> str:
    return "".join(character for character in value if not is_blank(character))


def test_every_reason_has_its_words_and_a_case() -> None:
    assert {name for name, rule in rules("repeats").items() if not rule.written} == {*CASES, "lead"}


def test_a_lead_that_stands_apart_does_not_count_beside_its_sentence() -> None:
    source = f"{LONG[:-1]}{NEXT}{LONG}"
    texts = (Text.of("page", source, 0, len(LONG) - 1), Text.of("page", source, len(LONG) - 1))
    blocks = tuple(Block(Kind.PARAGRAPH, text, "made") for text in texts)
    (article,) = mark_repeats((Article("page-0", blocks),))
    assert [(repeat.why, repeat.text) for repeat in article.repeats] == [("repeats.lead", texts[0])]


def test_of_a_passage_that_was_spliced_in_the_other_printing_counts() -> None:
    (article,) = articles(CASES["torn"])
    (repeat,) = article.repeats
    assert repeat.text.start < repeat.of.start


def test_leads_that_run_into_the_body_are_no_strangers_in_it() -> None:
    """A commentary's leads have no full stop; each stands in the body again."""
    leads = (
        "街上的店铺卖的是当地出产的荔枝、龙眼、红豆和竹编，让镇上的人都有了活干",
        "把路修到家门口，把店开到家门口，才能让镇上所有的人都过上了好日子",
    )
    source = f"{''.join(leads)}{NEXT}镇长又说，{leads[0]}。{NEXT}{leads[1]}。"
    (article,) = mark_repeats((Article("page-0", (Block(Kind.PARAGRAPH, Text.of("page", source), "made"),)),))
    found = [(repeat.why, repeat.text.value) for repeat in article.repeats]
    assert found == [("repeats.lead", lead) for lead in leads]


def test_what_is_told_again_in_other_words_is_no_stranger() -> None:
    told = f"{OPENING}昨天，第七届红豆镇荔枝节在镇里{TAIL}\n\n第七届红豆镇荔枝节昨天在{TAIL}\n"
    (article,) = articles(told)
    assert [repeat.why for repeat in article.repeats] == ["repeats.again"]


def test_blanks_line_ends_and_width_make_no_difference() -> None:
    again = LONG.replace("，", ",").replace("荔枝", "荔 枝").replace("渔网", "渔\n网")
    (article,) = articles(f"{OPENING}{LONG}\n\n{NEXT}{again}\n")
    assert [repeat.why for repeat in article.repeats] == ["repeats.again"]


def test_a_third_printing_is_a_repeat_too() -> None:
    (article,) = articles(f"{OPENING}{LONG}\n\n{NEXT}{LONG}\n\n村长又说：{LONG}\n")
    first, second = article.repeats
    assert first.of == second.of


@pytest.mark.parametrize(
    "words",
    [
        FRAME,
        "会议强调，要学习贯彻重要讲话重要指示精神。镇上也在学习贯彻重要讲话重要指示精神。",
        "…………………………………………………………………………。…………………………………………………………………………。",
        "".join(
            f"注销公告：绿竹镇{name}农民专业合作社拟向登记机关申请注销登记，请债权人自公告之日起45日内申报债权，联系人：{call}。"
            for name, call in (("陈小国", "彭先生"), ("叶慧", "李女士"))
        ),
    ],
)
def test_formulas_frames_and_rules_are_no_repeats(words: str) -> None:
    assert [article.repeats for article in articles(f"{OPENING}{words}\n")] == [()]


def test_two_articles_may_quote_the_same_words() -> None:
    other = OPENING.replace("红豆", "绿竹").replace("长街", "大桥")
    assert all(not article.repeats for article in articles(f"{OPENING}{LONG}\n\n{other}{LONG}\n"))


def test_a_whole_passage_that_two_articles_print_counts_once() -> None:
    long = f"{LONG}镇上的人说，这些店铺大多是去年才开的，生意一天比一天好，来的人一天比一天多。"
    other = OPENING.replace("红豆", "绿竹").replace("长街", "大桥")
    first, second = articles(f"{OPENING}{long}\n\n{other}{long}\n")
    assert not first.repeats
    (repeat,) = second.repeats
    assert repeat.of.value.endswith(long)
    assert repeat.of.start < repeat.text.start
