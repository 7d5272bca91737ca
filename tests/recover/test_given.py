"""What a person knows stands above what the rules say; it moves no printed character, and hides none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build import open_page
from generator.model import Article, Basis, DateRange, Given, Kind, Page, Respelling, Seed
from generator.model.given import Authority
from generator.read.entries import read_entries
from generator.recover.quoted import Proof
from generator.recover.retitle import retitle
from generator.text import is_blank
from tests.publish.made import made_page
from tests.recover.folding import Folder
from tests.recover.test_promises import LINES, check
from tests.truth.reading import all_truth

SOURCE = """青石县报 2022年3月4日 第02版

县里开渠引水 三村受益

■本报记者 罗青

本报讯 昨日，青石县水利局开闸放水，三个村的八百亩稻田喝上了渠
水，村民奔走相告，都说这下不用愁了。

村民罗大有说，往年这时候要到河里桃水，今年不用了。

镇上办起夜校

■通讯员 何小田江一帆

本报讯 云溪镇夜校上周开学，第一批学员四十二人，多是青年农民，白天
干活，晚上读书。

夜校每周三晚上课，教师来自县职中。▶下转03版
"""
SIGNED = "by: 何编辑\nwhen: 2024-01-15\nwhy: 对照了纸质原版\n"


def told(sidecar: str, *, signed: str = SIGNED) -> Given:
    root = yaml.compose(signed + sidecar, Loader=yaml.BaseLoader)
    assert root
    found, refused = read_entries("made.yml", root)
    assert not refused
    return found


def opened(sidecar: str, source: str = SOURCE) -> Page:
    return open_page(Seed("made", "made.txt", source), told(sidecar))


def with_words(page: Page, words: str) -> Article:
    """The article that has some words in its text."""
    (found,) = [article for article in page.articles if words in "".join(block.text.value for block in article.blocks)]
    return found


def heads(article: Article) -> dict[str, str]:
    kinds = (Kind.KICKER, Kind.HEADLINE, Kind.DECK)
    return {str(kind): "".join(b.text.value for b in article.blocks if b.kind is kind) for kind in kinds}


def shown(page: Page) -> str:
    return "\n".join(block.text.value for block in page.blocks)


# --- characters ---


def test_a_character_is_set_right_and_the_printed_one_is_kept() -> None:
    page = opened("characters:\n  - printed: 到河里桃水\n    read: 到河里挑水\n")
    article = with_words(page, "往年这时候要到河里挑水")
    (correction,) = article.corrections
    (change,) = correction.changes
    assert (correction.was, correction.now, correction.said.by) == ("到河里桃水", "到河里挑水", "何编辑")
    assert (change.printed.value, change.put, change.at) == ("桃", "挑", SOURCE.index("桃水"))
    check(page)


def test_what_a_person_put_in_has_no_address_and_says_whose_it_is() -> None:
    page = opened("characters:\n  - printed: 到河里桃水\n    read: 到河里挑水\n")
    block = next(block for block in page.blocks if "挑水" in block.text.value)
    at = block.text.value.index("挑")
    assert block.text.offset(at) is None
    assert block.text[at : at + 1].runs[0].author == "何编辑"
    assert all(SOURCE.index("桃") not in range(span.start, span.end) for span in block.text.spans)


@pytest.mark.parametrize(
    ("printed", "read", "expected"),
    [
        ("村民罗大有说", "村民罗大友说", "村民罗大友说"),
        ("八百亩稻田", "八百多亩稻田", "八百多亩稻田"),
        ("这下不用愁了", "不用愁了", "都说不用愁了"),
        ("本报讯 昨日，青石县", "青石县", "青石县水利局"),
        ("喝上了渠水", "喝上了清水", "喝上了清水"),  # a line ends in it
        ("第一批学员", "首批学员", "首批学员"),
        ("教师来自县职中。", "教师来自县职业中学。", "县职业中学。"),
        ("夜校每周三", "该夜校每周三", "该夜校每周三"),
        ("何小田江一帆", "何小田 江一帆", "何小田 江一帆"),
    ],
)
def test_characters_are_replaced_added_and_left_out(printed: str, read: str, expected: str) -> None:
    page = opened(f"characters:\n  - printed: {printed}\n    read: {read}\n")
    assert expected in shown(page)
    assert not page.refused
    check(page)


def test_a_quote_needs_no_right_blanks_line_ends_or_widths() -> None:
    source = SOURCE.replace("八百亩", "８００亩").replace("昨日，", "昨日,")
    quoted = "昨 日，青石县水利局 开闸放水,三个村的800亩"
    page = opened(f"characters:\n  - printed: {quoted}\n    read: {quoted.replace('800', '900')}\n", source)
    assert "三个村的900亩" in shown(page).replace("９", "9").replace("０", "0")
    assert "昨日" in shown(page)
    check(page)


def test_names_that_a_person_parted_are_two_and_no_longer_in_doubt() -> None:
    page = opened("characters:\n  - printed: 何小田江一帆\n    read: 何小田 江一帆\n")
    article = with_words(page, "江一帆")
    assert [name.value for name in article.byline.correspondents] == ["何小田", "江一帆"]
    assert all(doubt.settled for doubt in article.doubts if doubt.what == "doubts.glued_names")


def test_an_id_stays_when_the_first_character_is_corrected() -> None:
    ids = {article.id for article in open_page(Seed("made", "made.txt", SOURCE)).articles}
    page = opened(
        "characters:\n  - printed: 镇上办起夜校\n    read: 村上办起夜校\n  - printed: 青石县报\n    read: 青石日报\n"
    )
    assert {article.id for article in page.articles} == ids


def test_of_two_corrections_of_one_character_the_second_is_refused() -> None:
    entries = "  - printed: 到河里桃水\n    read: 到河里挑水\n  - printed: 要到河里桃水\n    read: 要到河里取水\n"
    page = opened(f"characters:\n{entries}")
    (refused,) = page.refused
    assert "line 5" in refused.reason
    assert "河里挑水" in shown(page)


# --- words that are gone, or stand twice ---


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("村民罗大友说", "the nearest is “村民罗大有说” in line 10; quote that"),
        ("电动自行车", "nor anything like it"),
        ("本报讯", "2 times (lines 7, 16); quote more"),
    ],
)
def test_words_that_do_not_stand_once_are_refused_and_the_rest_is_done(words: str, reason: str) -> None:
    entry = f"  - words: {words}\n    answer: 是\n"
    page = opened(f"page: 05\ndoubts:\n{entry}characters:\n  - printed: 桃水\n    read: 挑水\n")
    (refused,) = page.refused
    assert (refused.file, refused.line) == ("made.yml", 6)
    assert reason in refused.reason
    assert page.issue.page
    assert page.issue.page.value == "05"
    assert "挑水" in shown(page)


# --- headlines ---


def test_words_become_the_headline_wherever_they_stand() -> None:
    page = opened("headlines:\n  - begins: 本报讯 昨日，青石县水利局\n    headline: 县里开渠引水 三村受益\n")
    assert heads(with_words(page, "罗大有"))["headline"] == "县里开渠引水 三村受益"
    check(page)


def test_a_headline_moves_from_the_wrong_article_and_nothing_else_does() -> None:
    plain = open_page(Seed("made", "made.txt", SOURCE))
    page = opened("headlines:\n  - begins: 本报讯 昨日\n    headline: 镇上办起夜校\n")
    assert heads(with_words(page, "罗大有"))["headline"] == "镇上办起夜校"
    assert heads(with_words(page, "江一帆"))["headline"] == ""
    assert [article.id for article in page.articles] == [article.id for article in plain.articles]
    bodies = [[block.text for block in article.body] for article in page.articles]
    assert bodies == [[block.text for block in article.body] for article in plain.articles]
    check(page)


def test_a_line_is_cut_where_two_articles_take_their_halves() -> None:
    source = SOURCE.replace("镇上办起夜校\n\n", "").replace("三村受益", "三村受益镇上办起夜校")
    page = opened(
        "headlines:\n"
        "  - begins: 本报讯 昨日\n    headline: 县里开渠引水 三村受益\n"
        "  - begins: 本报讯 云溪镇\n    headline: 镇上办起夜校\n",
        source,
    )
    assert heads(with_words(page, "罗大有"))["headline"] == "县里开渠引水 三村受益"
    assert heads(with_words(page, "江一帆"))["headline"] == "镇上办起夜校"
    assert not page.refused
    check(page)


def test_kicker_headline_and_deck_are_given_one_by_one() -> None:
    page = opened(
        "headlines:\n  - begins: 本报讯 昨日\n"
        "    kicker: 县里开渠引水\n    headline: 三村受益\n    deck: 镇上办起夜校\n"
    )
    expected = {"kicker": "县里开渠引水", "headline": "三村受益", "deck": "镇上办起夜校"}
    assert heads(with_words(page, "罗大有")) == expected
    check(page)


def test_a_headline_is_taken_out_of_a_paragraph_which_is_whole_again() -> None:
    source = SOURCE.replace("稻田喝上了渠\n水，", "稻田喝上了开闸放水惠及三村渠\n水，")
    page = opened("headlines:\n  - begins: 本报讯 昨日\n    headline: 开闸放水惠及三村\n", source)
    article = with_words(page, "罗大有")
    assert heads(article)["headline"] == "开闸放水惠及三村"
    assert "稻田喝上了渠水，村民" in article.body[0].text.value
    check(page)


def test_an_article_is_cut_where_a_person_says_that_one_begins() -> None:
    plain = open_page(Seed("made", "made.txt", SOURCE))
    page = opened("headlines:\n  - begins: 村民罗大有说\n    headline: 县里开渠引水 三村受益\n")
    first, second = with_words(page, "八百亩稻田"), with_words(page, "罗大有")
    assert first.id != second.id
    assert second.id == f"made-{page.seed.ink_before(SOURCE.index('村民罗大有'))}"
    assert {article.id for article in plain.articles} < {article.id for article in page.articles}
    assert [name.value for name in first.byline.reporters] == ["罗青"]
    assert not second.byline.reporters
    check(page)


def test_heads_that_nobody_claims_are_set_aside_and_not_lost() -> None:
    page = opened("headlines:\n  - begins: 本报讯 云溪镇\n    headline: 县里开渠引水 三村受益\n")
    aside = [block for block in page.furniture if block.why == "given.set_aside"]
    assert [block.text.value for block in aside] == ["镇上办起夜校"]
    check(page)


def test_a_head_that_has_swallowed_the_beginning_of_the_body_gives_it_back() -> None:
    page = made_page(
        "made.txt",
        [
            (1, Kind.HEADLINE, "镇上办起夜校本报讯 云溪镇夜校上周开学，"),
            (1, Kind.PARAGRAPH, "第一批学员四十二人，多是青年农民。"),
        ],
    )
    proof = Proof(page.seed, (), page.blocks)
    given = told("headlines:\n  - begins: 本报讯 云溪镇\n    headline: 镇上办起夜校\n")
    (blocks, (article,), furniture), _ = retitle(proof, (page.blocks, page.articles, ()), given)
    assert [(block.kind, block.text.value) for block in article.blocks] == [
        (Kind.HEADLINE, "镇上办起夜校"),
        (Kind.PARAGRAPH, "本报讯 云溪镇夜校上周开学，"),
        (Kind.PARAGRAPH, "第一批学员四十二人，多是青年农民。"),
    ]
    assert not furniture
    assert Counter(blocks) == Counter(article.blocks)


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("begins: ■通讯员 何小田\n    headline: 三村受益", "headline_no_body"),
        ("begins: 本报讯 昨日\n    headline: 昨日，青石县", "headline_begins"),
        ("begins: 本报讯 昨日\n    headline: ▶下转03版", "headline_mark"),
        ("begins: 本报讯 昨日\n    headline: 三村受损", "quoted_near"),
    ],
)
def test_a_headline_that_cannot_be_one_is_refused(entry: str, what: str) -> None:
    page = opened(f"headlines:\n  - {entry}\n")
    assert [refused.what for refused in page.refused] == [what]
    assert replace(page, refused=()) == open_page(Seed("made", "made.txt", SOURCE))


# --- the issue ---


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022-03-04", date(2022, 3, 4), date(2022, 3, 4)),
        ("2022年3月4日", date(2022, 3, 4), date(2022, 3, 4)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-03-01 至 2022-03-10", date(2022, 3, 1), date(2022, 3, 10)),
        ("2022-03 至 2022-04", date(2022, 3, 1), date(2022, 4, 30)),
    ],
)
def test_the_issue_is_what_a_person_says(written: str, first: date, last: date) -> None:
    page = opened(f"paper: 青石日报\npage: 第07版\ndate:\n  is: {written}\n  by: 李四\n")
    issue = page.issue
    assert issue.publication
    assert issue.dated
    assert issue.page
    assert (issue.publication.value, issue.page.value) == ("青石日报", "07")
    assert issue.dated.value == DateRange(first, last)
    assert {claim.basis for claim in (issue.publication, issue.dated, issue.page)} == {Basis.GIVEN}
    assert issue.dated.given
    assert (issue.dated.given.by, issue.dated.given.why) == ("李四", "对照了纸质原版")


# --- doubts ---


def test_a_doubt_is_settled_by_its_words_and_stays_on_record() -> None:
    page = opened("doubts:\n  - words: 何小田江一帆\n    doubt: glued_names\n    answer: 两人\n")
    (doubt,) = [doubt for article in page.articles for doubt in article.doubts if doubt.what == "doubts.glued_names"]
    assert doubt.settled
    assert (doubt.settled.now, doubt.settled.said.by) == ("两人", "何编辑")


def test_an_answer_to_one_doubt_is_none_to_another() -> None:
    page = opened("doubts:\n  - words: 何小田江一帆\n    doubt: open_end\n    answer: 不是\n")
    assert not any(doubt.settled for article in page.articles for doubt in article.doubts)
    assert [correction.now for correction in page.corrections] == ["不是"]


# --- what never changes ---


def test_nothing_given_changes_nothing() -> None:
    seed = Seed("made", "made.txt", SOURCE)
    assert open_page(seed, Given()) == open_page(seed) == opened("characters:\nheadlines: []\n")


@pytest.mark.parametrize("width", [12, 45])
def test_a_correction_outlives_another_fold(width: int) -> None:
    truth = next(found for found in all_truth() if found.seed.id.startswith("002"))
    sidecar = (
        "characters:\n  - printed: 吸引省内外3万多人次参加\n    read: 吸引省内外4万多人次参加\n"
        "headlines:\n  - begins: 对参加经茂名市商务局认可的\n    headline: 茂名海关助力高州桂圆首次供港\n"
    )
    for seed in (truth.seed, Folder(truth, width).page()):
        page = open_page(seed, told(sidecar))
        assert not page.refused
        assert "吸引省内外4万多人次参加" in shown(page)
        article = with_words(page, "认可的由政府部门组织")
        assert heads(article)["headline"].replace(" ", "") == "茂名海关助力高州桂圆首次供港"
        check(page)


def inked(seed: Seed) -> list[int]:
    return [at for at, character in enumerate(seed.source) if not is_blank(character)]


@given(
    st.lists(st.sampled_from(LINES) | st.text(max_size=30), min_size=1, max_size=12).map("\n".join),
    st.lists(st.tuples(st.floats(0, 1), st.integers(1, 8), st.text(max_size=8)), min_size=1, max_size=3),
)
@settings(max_examples=80, deadline=None)
def test_no_printed_character_moves_or_goes_whatever_is_corrected(
    source: str, cuts: list[tuple[float, int, str]]
) -> None:
    seed = Seed("made", "made.txt", source)
    ink = "".join(seed.source[at] for at in inked(seed))
    entries = []
    for number, (place, length, read) in enumerate(cuts, 2):
        first = int(place * len(ink))
        printed, said = ink[first : first + length], Authority("x", None, "", "made.yml", number)
        new = " ".join(f"{printed[:1]}{read}".split())
        entries += [Respelling(printed, new, said)] if printed and new != printed else []
    if not ink or not entries:
        return
    page = open_page(seed, Given(characters=tuple(entries)))
    check(page)
    stand = Counter(at for block in page.blocks for span in block.text.spans for at in range(span.start, span.end))
    gone = Counter(
        at
        for correction in page.corrections
        for change in correction.changes
        for span in change.printed.spans
        for at in range(span.start, span.end)
    )
    assert sorted(at for at in (stand + gone).elements() if not is_blank(source[at])) == inked(seed)
    assert all(run.author in {"", "x"} for block in page.blocks for run in block.text.runs)


@given(
    st.lists(st.sampled_from(LINES) | st.text(max_size=30), min_size=1, max_size=12).map("\n".join),
    st.lists(st.tuples(st.floats(0, 1), st.integers(1, 9), st.floats(0, 1)), min_size=1, max_size=3),
)
@example(
    "海关助力茂名中秋月饼\n本报讯 暑气未退，但中秋应节食品的出口\n海关助力茂名中秋月饼\n■记者 梁雪玲 通讯员许敏婷丁臻\n"
    "海关助力茂名中秋月饼\n平 台 推 广 费 的 80％ 给 予 支 持 ，",
    [(0.875, 1, 0.25), (0.5, 1, 0.875)],
)
@settings(max_examples=80, deadline=None)
def test_no_printed_character_goes_whatever_is_called_a_headline(
    source: str, cuts: list[tuple[float, int, float]]
) -> None:
    seed = Seed("made", "made.txt", source)
    ink = "".join(seed.source[at] for at in inked(seed))
    sidecar = "headlines:\n"
    for place, length, begins in cuts:
        first, start = int(place * len(ink)), int(begins * len(ink))
        head, body = ink[first : first + length], ink[start : start + 6]
        if re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", head + body) or not (head and body):
            return
        sidecar += f"  - begins: {yaml.dump(body, allow_unicode=True)[:-1].removesuffix('...').strip()}\n"
        sidecar += f"    headline: {yaml.dump(head, allow_unicode=True)[:-1].removesuffix('...').strip()}\n"
    root = yaml.compose(SIGNED + sidecar, Loader=yaml.BaseLoader)
    assert root
    page = open_page(seed, read_entries("made.yml", root)[0])
    check(page)
