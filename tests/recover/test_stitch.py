"""Halves that a jump cut are joined where the evidence agrees; a loose end is better than a false join."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import build
from generator.model import Article, Basis, Claim, DateRange, Evidence, Issue, Kind, Page
from generator.publish.render import render
from generator.recover.stitch import stitch
from generator.recover.stitch_halves import page_number
from generator.recover.stitch_issues import taught
from generator.text import Text
from tests.publish.made import Settings, made_page

CASES = sorted(path for path in Path("tests/cases/stitch").iterdir() if path.is_dir())
SEEDS = Path("seeds")

RIVER = "白鹭江清淤护岸见成效"
RIVER_FIRST = (
    "白鹭江边的沙咀村，往年常被洪水围困。村支书黎海生记得，一场暴雨过后江水漫过旧堤，半个村子的稻田都泡在水里。",
    "春天，水利部门把白鹭江的河道挖深两米，又用块石在沙咀村一侧砌起护岸。黎海生带着村民当监督员，哪里松了、哪里裂了，都记在本",
)
RIVER_REST = (
    "子上交给工程队。",
    "工程队队长岑国栋说，黎海生的本子已经用完三个，护岸的每一块块石他都叫得出位置。",
    "入夏以来下了四场大雨，白鹭江的水位比往年低了半米，沙咀村的稻田一亩也没有淹。",
)
SCHOOL = "山里孩子有了自己的合唱团"
SCHOOL_FIRST = (
    "每周三下午，云脚小学的音乐教室里总是坐得满满的。音乐教师宋晓棠来这里支教第二年，办起全校第一个合唱团。",
    "起初只有九个孩子报名。宋晓棠用一架旧手风琴，把云脚一带的山歌改编成合唱曲，一句一句教孩子们唱。",
)
SCHOOL_REST = (
    "如今合唱团有四十二人，云脚小学一半的孩子都会唱改编的山歌。",
    "暑假里，宋晓棠带着合唱团去省城演出，旧手风琴也背了去。谢幕时，台下许多人站起来鼓掌。",
)
OTHERS = (
    ("老城公交换新车", ("二十辆电动公交车昨天投入老城三条线路，车内设有无障碍踏板和婴儿座椅，票价照旧。",)),
    ("图书馆延长夜间开放", ("市图书馆从下月起每晚开到十点，自习室增加一百个座位，读者凭借书证免费入内。",)),
    ("渔港停航避风", ("受台风影响，渔港全部渔船昨夜回港避风，渡轮停航，何时复航另行通知。",)),
    ("面馆老板坚持不涨价", ("开了三十年的面馆，一碗面仍卖六元，老板说街坊吃得起，他就做得下去。",)),
)
PAPER = "海滨日报"
DAY = date(2021, 6, 3)


def known(*, paper: str | None = None, day: date | None = None, number: str | None = None) -> Issue:
    """An issue as its pages print it, so far as it is given."""
    return Issue(
        Claim(paper, Basis.PRINTED) if paper else None,
        Claim(DateRange(day, day), Basis.PRINTED) if day else None,
        Claim(number, Basis.PRINTED) if number else None,
    )


Half = tuple[str | None, Sequence[str], str | None, str | None]


def made(name: str, issue: Issue, *halves: Half, others: Iterable[int] = ()) -> Page:
    """A page of halves (headline, paragraphs, mark before them, mark after them) and of some other articles."""
    whole: list[Half] = [(OTHERS[number][0], OTHERS[number][1], None, None) for number in others]
    entries: list[tuple[int | None, Kind, str]] = []
    for number, (headline, paragraphs, before, after) in enumerate((*halves, *whole), 1):
        entries += [(number, Kind.HEADLINE, headline)] if headline else []
        entries += [(number, Kind.JUMP, before)] if before else []
        entries += [(number, Kind.PARAGRAPH, paragraph) for paragraph in paragraphs]
        entries += [(number, Kind.JUMP, after)] if after else []
    return made_page(f"{name}.txt", entries, issue=issue)


def front(issue: Issue | None = None, name: str = "front", headline: str | None = RIVER) -> Page:
    issue = issue or known(number="01")
    return made(name, issue, (headline, RIVER_FIRST, None, "▶下转03版"), others=(0, 1))


def inside(issue: Issue | None = None, name: str = "inside", headline: str | None = RIVER) -> Page:
    issue = issue or known(number="03")
    return made(name, issue, (headline, RIVER_REST, "▲上接01版", None), others=(2, 3))


def joined(pages: Sequence[Page]) -> list[tuple[str, ...]]:
    """The seeds of each article that stands on more than one page."""
    return [article.seeds for article in stitch(pages) if len(article.seeds) > 1]


# --- what a joined article is ---


def test_two_halves_are_one_article_with_the_first_ones_id_and_headline() -> None:
    pages = (front(), inside())
    articles = stitch(pages)
    whole = articles[0]
    assert len(articles) == sum(len(page.articles) for page in pages) - 1
    assert whole.id == pages[0].articles[0].id
    assert whole.kind == "article"
    assert [jump.joined for jump in whole.jumps] == [True, True]
    assert whole.headline
    assert whole.headline.value == RIVER
    assert whole.headline.seeds == ("front",)


def test_every_block_of_both_halves_is_kept_in_reading_order() -> None:
    pages = (front(), inside())
    blocks = stitch(pages)[0].blocks
    assert [block.text for block in blocks] == [block.text for page in pages for block in page.articles[0].blocks]


def test_the_headline_printed_again_stays_but_is_not_a_headline() -> None:
    again = [block for block in stitch((front(), inside()))[0].blocks if block.kind is Kind.JUMP_HEAD]
    assert [(block.text.value, block.seed) for block in again] == [(RIVER, "inside")]


def test_the_headline_printed_again_is_shown_between_the_halves() -> None:
    library = build(Path("tests/cases/stitch/broken-in-mid-word"))
    whole = next(article for article in library.articles if len(article.seeds) > 1)
    written = render(library, Settings())[f"articles/{whole.id}.md"].partition("{#body}")[2]
    shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", written)  # as it reads: words without what they link to
    marks = ["▶下转03版", '<div class="jump-head" markdown>', RIVER, RIVER_REST[1]]
    assert [shown.index(mark) for mark in marks] == sorted(shown.index(mark) for mark in marks)


def test_a_paragraph_broken_by_the_jump_says_that_it_goes_on() -> None:
    body = stitch((front(), inside()))[0].body
    assert [block.text.value for block in body if block.continues] == [RIVER_REST[0]]


def test_a_paragraph_that_ends_before_the_jump_is_not_continued() -> None:
    pages = [
        made("a", known(number="01"), (SCHOOL, SCHOOL_FIRST, None, "（下转04版）"), others=(0,)),
        made("b", known(number="04"), (SCHOOL, SCHOOL_REST, "（上接01版）", None), others=(1,)),
    ]
    whole = stitch(pages)[0]
    assert whole.seeds == ("a", "b")
    assert not any(block.continues for block in whole.body)


def test_three_pages_make_one_article() -> None:
    last = ("沙咀村的人说，护岸修好那天，黎海生在白鹭江边坐到天黑，把第四个本子翻开，写下工程队每个人的名字。",)
    pages = [
        made("c", known(number="05"), (RIVER, last, "▲上接03版", None), others=(3,)),
        made("b", known(number="03"), (RIVER, RIVER_REST, "▲上接01版", "▶下转05版"), others=(2,)),
        front(),
    ]
    assert joined(pages) == [("front", "b", "c")]


# --- what forbids a join ---


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (known(number="01", paper=PAPER), known(number="03", paper="山城日报")),
        (known(number="01", day=DAY), known(number="03", day=date(2021, 6, 4))),
        (known(number="02"), known(number="03")),
        (known(number="01"), known(number="04")),
        (known(number="A01"), known(number="03")),
    ],
    ids=["another paper", "another day", "not the page it comes from", "not the page it goes to", "another section"],
)
def test_pages_that_do_not_agree_are_not_joined(first: Issue, second: Issue) -> None:
    assert joined([front(first), inside(second)]) == []


def test_marks_that_happen_to_fit_join_nothing() -> None:
    rest = (None, SCHOOL_REST, "▲上接01版", None)
    second = made("b", known(number="03", paper=PAPER, day=DAY), rest, others=(2, 3))
    assert joined([front(known(number="01", paper=PAPER, day=DAY)), second]) == []


def test_a_report_that_begins_afresh_goes_on_from_nothing() -> None:
    rest = (f"本报讯 {RIVER_REST[1]}", RIVER_REST[2])
    pages = [front(), made("b", known(number="03"), (RIVER, rest, "▲上接01版", None), others=(2, 3))]
    assert joined(pages) == []


def test_what_prints_a_sentence_of_the_first_half_again_is_another_print_of_it() -> None:
    rest = (*RIVER_REST, RIVER_FIRST[0])
    pages = [front(), made("b", known(number="03"), (RIVER, rest, "▲上接01版", None), others=(2, 3))]
    assert joined(pages) == []


def test_of_two_that_fit_alike_neither_is_joined() -> None:
    assert joined([front(), inside(), inside(name="copy")]) == []
    assert joined([front(), front(name="copy"), inside()]) == []


def test_a_mark_that_was_read_with_the_wrong_article_joins_nothing() -> None:
    """Mark and headline stand by one article of the front page, but the rest speaks of what another one speaks of."""
    wrong, right = (RIVER, SCHOOL_FIRST, None, "▶下转03版"), (None, RIVER_FIRST, None, None)
    first = made("a", known(number="01", day=DAY, paper=PAPER), wrong, right)
    assert joined([first, inside(known(number="03", day=DAY, paper=PAPER))]) == []


def test_one_kind_of_evidence_does_not_join_pages_that_may_be_of_two_issues() -> None:
    first, rest = (None, SCHOOL_FIRST, None, "▶下转04版"), (None, SCHOOL_REST, "▲上接01版", None)

    def pages(day: date | None) -> list[Page]:
        return [
            made("a", known(number="01", day=day), first, others=(0,)),
            made("b", known(number="04", day=day), rest, others=(1,)),
        ]

    assert joined(pages(None)) == []
    assert joined(pages(DAY)) == [("a", "b")]


def sent(day: str, *, start: bool) -> Page:
    """A front page whose school article goes on on page 04, or that page 04; both with a dispatch of some day."""
    half = (None, SCHOOL_FIRST, None, "▶下转04版") if start else (None, SCHOOL_REST, "▲上接01版", None)
    wire = (OTHERS[3][0], (f"新华社白鹭{day}电 {OTHERS[3][1][0]}",), None, None)
    return made("a" if start else "b", known(number="01" if start else "04"), half, wire, others=(0 if start else 1,))


def test_pages_with_last_dispatches_of_one_day_are_of_one_day() -> None:
    """As far as one kind of evidence goes, they are as good as pages that print the same day."""
    assert joined([sent("5月11日", start=True), sent("5月11日", start=False)]) == [("a", "b")]
    assert joined([sent("5月11日", start=True), sent("5月10日", start=False)]) == []


@pytest.mark.parametrize("day", ["5月20日", "11月11日"])
def test_pages_with_dispatches_of_days_far_apart_are_not_joined(day: str) -> None:
    """A campaign has the same headline and the same words again a week later."""

    def pages(other: str) -> list[Page]:
        return [
            made(
                "a",
                known(number="01"),
                (SCHOOL, (f"据新华社云脚5月11日电 {SCHOOL_FIRST[0]}", SCHOOL_FIRST[1]), None, "▶下转04版"),
            ),
            made(
                "b",
                known(number="04"),
                (SCHOOL, SCHOOL_REST, "▲上接01版", None),
                (RIVER, (f"新华社白鹭{other}电 水清了。",), None, None),
            ),
        ]

    assert joined(pages("5月12日")) == [("a", "b")]
    assert joined(pages(day)) == []


def test_a_dispatch_that_was_sent_after_the_day_of_a_page_is_not_of_its_issue() -> None:
    late = made("b", known(number="03"), (RIVER, (*RIVER_REST, "据新华社白鹭6月5日电，水位回落。"), "▲上接01版", None))
    assert joined([front(known(number="01", day=date(2021, 6, 6))), late]) == [("front", "b")]
    assert joined([front(known(number="01", day=DAY)), late]) == []


def test_a_headline_printed_in_pieces_is_evidence_too() -> None:
    """The front page has run its two lines together with those of its neighbours."""
    start = (None, SCHOOL_FIRST, None, "▶下转04版")
    upper = (f"{SCHOOL[:6]}老城公交", OTHERS[0][1], None, None)
    lower = (f"{SCHOOL[6:]}渔港停航", OTHERS[1][1], None, None)
    second = made("b", known(number="04"), (SCHOOL, SCHOOL_REST, "▲上接01版", None), others=(3,))
    assert joined([made("a", known(number="01"), start, upper, lower), second]) == [("a", "b")]
    assert joined([made("a", known(number="01"), start, upper), second]) == []


QUOTED = (SCHOOL_FIRST[0], "宋晓棠说：“一句一句改编山歌，"), ("一句一句教孩子们唱，手风琴就不会旧。”", *SCHOOL_REST)
BROKEN = (
    (SCHOOL_FIRST[0], "起初只有九个孩子。宋晓棠背着旧手风"),
    ("琴去改编山歌。旧手风琴的声音传遍云脚。", *SCHOOL_REST),
)


@pytest.mark.parametrize(
    ("first", "rest", "over"),
    [(*QUOTED, None), (*BROKEN, None), (SCHOOL_FIRST, SCHOOL_REST, SCHOOL)],
    ids=["a quotation goes on", "a word goes on", "the page prints the headline, over another article"],
)
def test_a_second_kind_of_evidence_does(first: Sequence[str], rest: Sequence[str], over: str | None) -> None:
    start, other = (None, first, None, "▶下转04版"), (over, OTHERS[0][1], None, None)
    pages = [
        made("a", known(number="01"), start, other),
        made("b", known(number="04"), (over, rest, "▲上接01版", None), others=(1,)),
    ]
    assert joined(pages) == [("a", "b")]


def test_one_join_proves_the_issue_for_the_next_one() -> None:
    """A name alone does not join the second pair, until the first pair shows that the pages are of one issue."""
    rest = ("谢幕时，台下许多人站起来鼓掌，宋晓棠回来的路上一句话也没有说，车窗外的山一座连着一座，天慢慢黑下来。",)
    halves = ((None, SCHOOL_FIRST, None, "▶下转03版"), (None, rest, "▲上接01版", None))
    first = made("a", known(number="01"), halves[0], (RIVER, RIVER_FIRST, None, "▶下转03版"), others=(0,))
    second = made("b", known(number="03"), halves[1], (RIVER, RIVER_REST, "▲上接01版", None), others=(2,))
    assert joined([first, second]) == [("a", "b"), ("a", "b")]


def test_what_a_page_learnt_by_one_join_counts_for_the_next_one() -> None:
    """The front page prints no day; joined to page 03, it is of the same day as page 04."""
    halves = ((None, SCHOOL_FIRST, None, "▶下转04版"), (None, SCHOOL_REST, "▲上接01版", None))
    first = made("a", known(number="01"), halves[0], (RIVER, RIVER_FIRST, None, "▶下转03版"), others=(0,))
    last = made("c", known(number="04", day=DAY), halves[1], others=(1,))
    assert joined([first, last]) == []
    assert joined([first, inside(known(number="03", day=DAY), "b"), last]) == [("a", "c"), ("a", "b")]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (known(number="01"), known(number="01")),
        (known(number="01", day=DAY), known(number="02", day=date(2021, 9, 9))),
        (known(number="01", paper=PAPER), known(number="02", paper="山城日报")),
    ],
    ids=["a page twice", "two days", "two papers"],
)
def test_no_page_is_of_two_issues(first: Issue, other: Issue) -> None:
    """What a page is joined with first, by the better evidence, decides what it cannot be joined with."""
    number = other.page.value if other.page else ""
    halves = ((SCHOOL, SCHOOL_FIRST, None, "▶下转03版"), (SCHOOL, SCHOOL_REST, f"▲上接{number}版", None))
    pages = [
        front(first),
        made("other", other, halves[0], others=(0,)),
        made("b", known(number="03"), (RIVER, RIVER_REST, "▲上接01版", None), halves[1], others=(2,)),
    ]
    assert joined(pages[1:]) == [("other", "b")]
    assert joined(pages) == [("front", "b")]


def test_a_page_of_another_issue_is_no_rival() -> None:
    """Two days print the same first half; the second half's page is joined to one of the days by another article."""
    halves = ((SCHOOL, SCHOOL_FIRST, None, "▶下转03版"), (SCHOOL, SCHOOL_REST, "▲上接01版", None))
    pages = [
        made("a", known(number="01", day=DAY), (RIVER, RIVER_FIRST, None, "▶下转03版"), halves[0], others=(0,)),
        made("other", known(number="01", day=date(2021, 9, 9)), halves[0], others=(1,)),
        made("b", known(number="03"), (RIVER, RIVER_REST, "▲上接01版", None), halves[1], others=(2,)),
    ]
    assert joined(pages) == [("a", "b"), ("a", "b")]


def test_halves_that_name_each_other_both_ways_lose_nothing() -> None:
    """Two pages whose marks go round in a ring: each article is still there, whole or loose."""
    pages = [
        made("a", known(number="01"), (RIVER, RIVER_FIRST, "▲上接03版", "▶下转03版"), others=(0,)),
        made("b", known(number="03"), (RIVER, RIVER_REST, "▲上接01版", "▶下转01版"), others=(1,)),
    ]
    printed = {block.text for page in pages for article in page.articles for block in article.blocks}
    assert {block.text for article in stitch(pages) for block in article.blocks} == printed


def test_on_the_five_pages_nothing_is_joined() -> None:
    assert not [article.id for article in build(SEEDS).articles if len(article.seeds) > 1]


# --- what other pages change ---


def pool() -> list[Page]:
    """Pages that have nothing to do with the river: whole ones, and loose ends of other issues."""
    loose = known(number="01"), known(number="03", day=date(2020, 1, 2))
    return [
        made("p", known(number="03", paper=PAPER), others=(0, 3)),
        made("q", loose[0], (SCHOOL, SCHOOL_FIRST, None, "▶下转03版"), others=(2,)),
        made("r", loose[1], (OTHERS[1][0], OTHERS[1][1], "▲上接01版", None), others=(3,)),
        made("s", Issue(), (None, OTHERS[0][1], None, "下转03版"), (None, OTHERS[3][1], "紧接01版", None)),
        made("t", known(number="02", day=DAY), others=(0, 1, 2, 3)),
    ]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_pages_of_other_issues_and_their_order_change_nothing(data: st.DataObject) -> None:
    own = [front(), inside()]
    alone = stitch(own)
    some = data.draw(st.lists(st.sampled_from(pool()), unique_by=lambda page: page.seed.id))
    pages = data.draw(st.permutations([*own, *some]))
    found = [article for article in stitch(pages) if article.seeds[0] in {"front", "inside"}]
    assert sorted(found, key=by_id) == sorted(alone, key=by_id)


def by_id(article: Article) -> str:
    return article.id


def test_the_other_half_is_found_among_very_many() -> None:
    """Neither day nor paper is known of any page, and every front page speaks of the river and goes on to a page 03."""
    tales = [f"白鹭江的第{number}个故事：白鹭江的水很清，白鹭江的鱼很多，沙咀村的人都这么说。" for number in range(80)]
    crowd = [
        made(f"p{number}", known(number="01"), (None, [tale], None, "▶下转03版")) for number, tale in enumerate(tales)
    ]
    assert joined([*crowd, front(), inside()]) == [("front", "inside")]


# --- what one page teaches another ---


def told(value: str, words: Text) -> Claim[str]:
    return Claim(value, Basis.PRINTED, (Evidence(words, "issue.folio_paper"),))


def test_a_page_learns_paper_and_day_from_the_page_that_a_join_proves_to_be_of_its_issue() -> None:
    first = front()
    words = first.blocks[0].text
    dated = Claim(DateRange(DAY, DAY), Basis.PRINTED, (Evidence(words, "issue.folio_date"),))
    pages = [replace(first, issue=replace(first.issue, publication=told(PAPER, words), dated=dated)), inside()]
    after = taught(pages, stitch(pages))
    assert after[0] == pages[0]
    paper, day = after[1].issue.publication, after[1].issue.dated
    assert paper == Claim(PAPER, Basis.INFERRED, (Evidence(words, "stitch.same_issue"),))
    assert day == Claim(DateRange(DAY, DAY), Basis.INFERRED, (Evidence(words, "stitch.same_issue"),))
    assert after[1].issue.page == pages[1].issue.page


def test_a_page_that_only_knows_a_range_learns_the_day() -> None:
    year = Claim(DateRange(date(2021, 1, 1), date(2021, 12, 31)), Basis.INFERRED)
    pages = [front(known(number="01", day=DAY)), inside(replace(known(number="03"), dated=year))]
    learnt = taught(pages, stitch(pages))[1].issue.dated
    assert learnt
    assert (learnt.value, learnt.basis) == (DateRange(DAY, DAY), Basis.INFERRED)


def test_pages_that_no_article_joins_teach_each_other_nothing() -> None:
    pages = [front(known(number="01", day=DAY, paper=PAPER)), made("b", known(number="03"), others=(2, 3))]
    assert taught(pages, stitch(pages)) == tuple(pages)


# --- page numbers, and whole cases ---


@pytest.mark.parametrize(
    ("printed", "number"),
    [("03", "3"), ("3", "3"), ("A03", "A3"), ("三", "3"), ("十二", "12"), ("二十", "20"), ("头", None), ("", None)],
)
def test_a_page_number_is_the_same_however_it_is_written(printed: str, number: str | None) -> None:
    assert page_number(printed) == number


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Path) -> None:
    """`joined.yml` lists the pages of each article that must be found on more than one page."""
    expected = yaml.safe_load((case / "joined.yml").read_text(encoding="utf-8"))
    assert [list(article.seeds) for article in build(case).articles if len(article.seeds) > 1] == expected
