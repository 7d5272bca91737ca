"""What is doubtful is said beside the very words, and nothing else is."""

from __future__ import annotations

import pytest

from generator.build import open_page
from generator.model import Article, Block, Choice, Kind, Option, Reason, Seed
from generator.recover.doubts import doubt
from generator.rules import table

OPENING = (
    "红豆镇修好了十里长街\n\n■记者 王小明\n\n本报讯 昨天，红豆镇的十里长街修好了，来看的人很多，镇上的人都说好。\n\n"
)
LONG = "街上的店铺一共有三百二十六家，卖的是当地出产的荔枝、龙眼、红豆和竹编，还有渔网和皮鞋。"
CASES = {
    "no_headline": (
        "本报讯 昨天，红豆镇的十里长街修好了。来看的人很多，镇上的人都说好。\n",
        "本报讯 昨天，红豆镇的十里长街",
    ),
    "glued_names": (OPENING.replace("记者 王小明", "记者王小明通讯员许敏婷丁臻"), "许敏婷丁臻"),
    "open_start": (OPENING.replace("本报讯 昨天", "，昨天"), "，昨天，红豆镇"),
    "open_end": (
        OPENING + "镇上还要修一座桥，大家都在等。桥的名字还没有定下来，有人说叫红豆桥，也有人说，应当叫\n",
        "也有人说，应当叫",
    ),
    "twice": (f"{OPENING}{LONG}\n\n镇长说，今后还要修桥。{LONG}\n", LONG),
    "odd_character": (OPENING.replace("都说好", "都说\ufffd好"), "\ufffd"),
    "misread": (OPENING.replace("来看的人很多", "此事己经上报"), "己经"),
    "stray_letter": (OPENING.replace("来看的人", "来看r的人"), "r"),
    "marks_clash": (OPENING.replace("很多，", "很多，，"), "，，"),
    "words_missing": (OPENING + "镇上又修了一座桥。得益于，桥上可以走车，街上的人越来越多。\n", "得益于，"),
    "unpaired": (OPENING + "镇上还要修一座桥（桥的名字叫红豆桥，桥上可以走车。\n", "镇上还要修一座桥（"),
    "unquoted": (OPENING + "镇长说：“镇上还要修一座桥，桥上可以走车。\n", "镇长说：“镇上还"),
    "announced": (OPENING + "镇上用“一家修一段、几家修一段”三种办法修街。\n", "“一家修一段、几家修一段”三种"),
    "numbered": (OPENING + "镇长说，今后要做几件事。一是修桥；三是修路。\n", "三是"),
    "impossible_day": (OPENING.replace("昨天", "2月30日"), "2月30日"),
}


# Those that have a test of their own, below or beside the names.
ELSEWHERE = (
    "glued_headline",
    "spliced",
    "whose_headline",
    "headline_or_not",
    "whose_passage",
    "passage_apart",
    "no_such_town",
    "whose_name",
    "other_name",
    "second_opening",
)


def doubts(text: str) -> dict[str, str]:
    page = open_page(Seed("page", "page.txt", text))
    return {
        doubt.what.removeprefix("doubts."): doubt.text.value for article in page.articles for doubt in article.doubts
    }


def test_a_plain_article_has_no_doubt() -> None:
    assert doubts(OPENING + LONG + "\n") == {}


@pytest.mark.parametrize("what", CASES)
def test_a_doubt_is_about_the_words_in_question(what: str) -> None:
    page, words = CASES[what]
    found = doubts(page)
    assert found.keys() == {what}
    assert words in found[what]


def test_two_articles_may_say_the_same() -> None:
    other = OPENING.replace("红豆", "绿竹")
    assert "twice" not in doubts(f"{OPENING}{LONG}\n\n{other}{LONG}\n")


def test_headlines_on_one_line_are_doubted_on_both_sides() -> None:
    page = open_page(Seed("002", "002.txt", GLUED))
    assert [[doubt.what for doubt in article.doubts] for article in page.articles] == [["doubts.glued_headline"]] * 2


GLUED = (
    "■记者 王小明\n\n本报讯 昨天，红豆镇的十里长街修好了，红豆镇来看长街的人很多，都说红豆镇长街好。\n\n"
    "■记者 李大海\n\n本报讯 昨天，海关帮助龙眼干出口，一批龙眼干由海关查验放行，龙眼干首次出口香港。\n\n"
    "红豆镇修好十里长街海关助力龙眼干出口\n"
)


def test_every_doubt_has_its_words_and_a_case() -> None:
    written = table("doubts")
    assert all(entry["says"] and entry["advice"] for entry in written.values())
    assert {*CASES, *ELSEWHERE} == set(written)


@pytest.mark.parametrize(
    "words",
    [
        "镇上用“一家修一段、几家修一段”两种办法修街。",
        "镇上有猪、牛等三种牲口，来了木匠、石匠、瓦匠等十人。",
        "镇长说：“大家说‘修桥好’，我看也好。”",
        "2月29日和2024年2月29日都有人来。2023年11月5日（星期日）也有。",
        "一是修桥；二是修路；三是种树。",
        "国六b标准（试行）已经实施，年末来的人更多，一切人的自由都要保护。",
    ],
)
def test_what_is_right_is_not_doubted(words: str) -> None:
    assert doubts(f"{OPENING}{words}\n") == {}


def test_a_weekday_that_the_day_was_not_is_doubted() -> None:
    assert doubts(OPENING.replace("昨天", "2023年11月5日（星期三）")).keys() == {"impossible_day"}


def test_a_quotation_may_run_over_paragraphs_that_each_begin_with_a_mark() -> None:
    assert doubts(f"{OPENING}镇长说：“桥要修好。\n\n“路也要修好。”镇长又说。\n") == {}


def test_what_a_jump_cut_off_is_not_missed() -> None:
    page = "▲上接01版 他又说，路也要修。”镇长说完就走了，镇上的人都很高兴。二是种树，三是修路，大家都说好。\n"
    assert doubts(page) == {}


def test_articles_end_with_their_agency_or_date_too() -> None:
    assert doubts(f"{OPENING}{LONG}街上的人都说好。(记者王小明)新华社广州11月4日电\n").keys() <= {"glued_names"}


SPLICED = "老街上的店铺和渔港边的市场越来越兴旺、让镇上的人都能在家门口上班具有重要意义。"
TOLD = f"镇长说，修桥对推动{SPLICED}老街是红豆镇的根，也是渔港的门面。"
TORN = f"李阿婆说，她在这里住了一辈子，今后也盼{SPLICED}"


def spliced(text: str) -> list[str]:
    page = open_page(Seed("page", "page.txt", text))
    return [doubt.text.value for article in page.articles for doubt in article.doubts if doubt.what == "doubts.spliced"]


def test_of_a_passage_printed_twice_the_place_where_a_sentence_is_torn_is_doubted() -> None:
    rest = "街是红豆镇的根，她要守着这条老街。"
    (words,) = spliced(f"{OPENING}{TORN}\n\n{rest}\n\n{TOLD}\n")
    assert words == SPLICED + rest


def test_of_a_passage_that_fits_in_at_neither_place_both_are_doubted() -> None:
    assert spliced(f"{OPENING}{TORN}\n\n{TOLD}\n") == [SPLICED, SPLICED]


def test_of_whole_sentences_printed_twice_only_the_later_ones_are_doubted() -> None:
    page = open_page(Seed("page", "page.txt", f"{OPENING}{LONG}\n\n镇长说，今后还要修桥。{LONG}\n"))
    (doubt,) = page.articles[0].doubts
    assert doubt.text.start > page.seed.source.index("今后还要修桥")


def weighed(taken: str, instead: str, margin: float) -> list[tuple[str, str]]:
    """The doubts about a headline that was taken for what it is by that margin."""
    page = open_page(Seed("page", "page.txt", f"{OPENING}{LONG}\n"))
    (article,) = page.articles
    (headline,) = (block.text for block in article.blocks if block.kind == "headline")
    ways = (Option(taken, None, (Reason("heading.words", 1 + margin),)), Option(instead, None, (Reason("x", 1),)))
    (doubted,) = doubt(page.seed, (article,), (Choice(headline, *ways),))
    return [(one.what.removeprefix("doubts."), one.text.value) for one in doubted.doubts]


@pytest.mark.parametrize(
    ("what", "taken", "instead"),
    [
        ("whose_headline", "heading.headline", "heading.headline"),
        ("headline_or_not", "heading.headline", "heading.nobodys"),
        ("headline_or_not", "heading.nobodys", "heading.headline"),
        ("whose_passage", "placing.follows", "placing.begins"),
        ("passage_apart", "placing.resumes", "placing.begins"),
    ],
)
def test_what_was_decided_narrowly_is_doubted(what: str, taken: str, instead: str) -> None:
    assert weighed(taken, instead, 0.05) == [(what, "红豆镇修好了十里长街")]
    assert weighed(taken, instead, 2) == []


def test_of_what_is_no_headline_either_way_nothing_is_doubted() -> None:
    assert weighed("heading.subhead", "heading.nobodys", 0.1) == []


def told(*paragraphs: str) -> list[str]:
    """The kinds of doubt about an article of these paragraphs."""
    seed = Seed("page", "page.txt", "红豆镇\n" + "\n".join(paragraphs))
    lines = tuple(seed.lines())
    kinds = (Kind.HEADLINE, *(Kind.PARAGRAPH for _ in paragraphs))
    blocks = tuple(Block(kind, line, "made.by_hand") for kind, line in zip(kinds, lines, strict=True))
    (doubted,) = doubt(seed, (Article("page-0", blocks),))
    return [one.what for one in doubted.doubts]


def test_a_second_opening_inside_one_report_is_doubted() -> None:
    assert told("本报讯 昨天修街。" + LONG * 2, "本报讯 今天修桥。") == ["doubts.second_opening"]


def test_a_round_up_of_dispatches_opens_each_anew() -> None:
    assert told(*(f"本报讯 昨天修了{count}条街。{LONG}" for count in range(4)))[:1] != ["doubts.second_opening"]
