"""What a line is by itself: a mark of the page, a mark of a jump, or characters set upright."""

from __future__ import annotations

import pytest

from generator.model import Kind, Seed
from generator.recover.label import label
from generator.recover.repair import repair


def kinds(page: str) -> list[tuple[Kind, str]]:
    """The pieces of a page: what they seem to be, and what they read."""
    return [(piece.kind, piece.value) for piece in label(repair(Seed("made", "made.txt", page)))]


def test_a_date_in_the_midst_of_a_page_is_no_folio() -> None:
    law = "\n".join(["中华人民共和国主席令。"] * 12 + ["2018年12月29日"] + ["第一条 本法自公布之日起施行。"] * 12)
    assert (Kind.FURNITURE, "2018年12月29日") not in kinds(law)
    assert (Kind.FURNITURE, "2018年12月29日") in kinds("2018年12月29日\n\n" + law)


def test_a_body_line_about_public_service_is_no_advertisement() -> None:
    page = "市文明办今年加大宣传力度，中心城区主要路段投\n放公益广告300条，覆盖所有公交站台。\n"
    assert kinds(page) == [
        (Kind.PARAGRAPH, "市文明办今年加大宣传力度，中心城区主要路段投放公益广告300条，覆盖所有公交站台。")
    ]


def test_characters_below_each_other_are_one_headline() -> None:
    page = "\n".join("渔港修葺一新") + "\n\n渔港修葺一新，泊位增至三百个，渔民们都说好。\n"
    assert kinds(page)[0] == (Kind.HEADLINE, "渔港修葺一新")


@pytest.mark.parametrize("mark", ["▶下转03版", "（转第4版）", "▶▶下转A03版", "下转03版▶", "（下转第二版）", "☞下转2版"])
def test_a_jump_mark_is_parted_from_the_words_before_it(mark: str) -> None:
    page = f"渔港位于电白区南部，是粤西最大的渔港之一。{mark}\n"
    assert kinds(page) == [(Kind.PARAGRAPH, "渔港位于电白区南部，是粤西最大的渔港之一。"), (Kind.JUMP, mark)]


def test_the_arrow_of_a_mark_on_the_next_line_is_no_prose() -> None:
    page = "渔港位于电白区南部，是粤西最大的渔港之一。渔民▼\n下转 03 版\n"
    assert kinds(page)[1:] == [(Kind.JUMP, "▼"), (Kind.JUMP, "下转03版")]


@pytest.mark.parametrize(("above", "below"), [("▶下转", "03版"), ("下转03", "版▶"), ("（下转第", "二版）")])
def test_a_jump_mark_on_two_lines_is_one_mark(above: str, below: str) -> None:
    page = f"渔港位于电白区南部，是粤西最大的渔港之一。{above}\n{below}\n\n渔民说，台风来了也不怕。\n"
    assert kinds(page)[:2] == [
        (Kind.PARAGRAPH, "渔港位于电白区南部，是粤西最大的渔港之一。"),
        (Kind.JUMP, above + below),
    ]


def test_prose_goes_on_behind_a_mark_on_two_lines() -> None:
    page = "（上接\n01版）渔港位于电白区南部，是粤西最大的渔港之一。\n"
    assert kinds(page) == [(Kind.JUMP, "（上接01版）"), (Kind.PARAGRAPH, "渔港位于电白区南部，是粤西最大的渔港之一。")]


WRAPPED = [
    "天气预报 今天白天到夜\n间阴有小雨，气温16～\n\n24℃，东北风3级",
    "梧州湾报社 社址：海滨路\n189号 零售价1元 新闻\n热线：2478698",
]


@pytest.mark.parametrize("printed", WRAPPED)
def test_what_the_page_says_of_itself_may_be_set_over_several_lines(printed: str) -> None:
    page = f"{printed}\n\n渔港位于电白区南部，是粤西最大的渔港之一。\n"
    assert kinds(page) == [
        (Kind.FURNITURE, printed.replace("\n", "")),
        (Kind.PARAGRAPH, "渔港位于电白区南部，是粤西最大的渔港之一。"),
    ]


def test_a_byline_glued_to_a_headline_is_parted_from_it() -> None:
    page = "全市高质量发展座谈会召开■记者 梁雪玲\n\n本报讯 座谈会昨天在市区召开，三百人参加。\n"
    assert kinds(page)[:2] == [(Kind.HEADLINE, "全市高质量发展座谈会召开"), (Kind.BYLINE, "■记者 梁雪玲")]


def test_names_at_the_end_of_an_article_may_be_set_on_two_lines() -> None:
    page = "渔港位于电白区南部，是粤西最大的渔港之一。\n(记者余贺玲) 新华社莫斯科11月21\n日电\n"
    assert kinds(page)[1:] == [(Kind.BYLINE, "(记者余贺玲) 新华社莫斯科11月21日电")]


def test_names_in_a_bracket_go_on_in_the_next_line() -> None:
    page = "渔港修葺一新，泊位增至三百个，渔民们都说好。(记者 梁雪玲 通讯\n员 陈平)\n\n山村图书馆开到深夜\n"
    assert kinds(page)[0] == (Kind.PARAGRAPH, "渔港修葺一新，泊位增至三百个，渔民们都说好。(记者 梁雪玲 通讯员 陈平)")


@pytest.mark.parametrize("printed", ["本报记者 蔡宇敏 通讯员 梁\n静", "■记者 朱榕 邓志波 通讯员\n周斌红"])
def test_the_last_name_of_a_byline_may_end_on_the_next_line(printed: str) -> None:
    page = f"{printed}\n本报讯 渔港位于电白区南部，是粤西最大的渔港之一。\n"
    assert kinds(page)[0] == (Kind.BYLINE, printed.replace("\n", ""))
