"""Each jump mark tells why it is joined or a loose end, in words, and against which alternative."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import Choice, Issue, Option, Page
from generator.recover.rulings import NONE, Orders
from generator.recover.stitch_reasons import explain_joins
from generator.rules import rules
from tests.recover.test_stitch import (
    DAY,
    OTHERS,
    PAPER,
    RIVER,
    RIVER_FIRST,
    RIVER_REST,
    SCHOOL,
    SCHOOL_FIRST,
    SCHOOL_REST,
    front,
    inside,
    known,
    made,
)

Pages = Sequence[Page]
START = (None, SCHOOL_FIRST, None, "▶下转04版")
REST = (None, SCHOOL_REST, "▲上接01版", None)


def two(start: Issue, rest: Issue, *, named: str = "04") -> Pages:
    """The school article on two pages of these issues, with nothing but its words to join it."""
    first = (None, SCHOOL_FIRST, None, f"▶下转{named}版")
    return made("a", start, first, others=(0,)), made("b", rest, REST, others=(1,))


def other(first: str, rest: str, before: str = "▲上接01版") -> Pages:
    """Two halves that have no words in common."""
    return (
        made("a", known(number="01"), (None, (first,), None, "▶下转03版"), others=(0,)),
        made("b", known(number="03"), (None, (rest, OTHERS[3][1][0]), before, None), others=(1,)),
    )


def wrong_mark() -> Pages:
    """Mark and headline stand by one article, but the rest speaks of what its neighbour speaks of."""
    issue = known(number="01", day=DAY, paper=PAPER)
    first = made("a", issue, (RIVER, SCHOOL_FIRST, None, "▶下转03版"), (None, RIVER_FIRST, None, None))
    return first, inside(known(number="03", day=DAY, paper=PAPER))


def choices(pages: Pages, orders: Orders = NONE) -> list[Choice]:
    return [choice for page in pages for choice in explain_joins(page.seed.id, pages, orders)]


def first(pages: Pages, orders: Orders = NONE) -> Choice:
    return choices(pages, orders)[0]


def names(option: Option | None) -> set[str]:
    return {reason.what.removeprefix("stitch.") for reason in option.reasons} if option else set()


def test_a_join_names_its_evidence_and_the_bar_that_it_passed() -> None:
    choice = first((front(), inside()))
    assert choice.text.value == "▶下转03版"
    assert choice.taken.what == "stitch.joined"
    assert choice.taken.of is not None
    assert choice.taken.of.value == RIVER_REST[0]
    assert names(choice.taken) == {"numbers", "headline", "words", "sentence"}
    assert choice.instead is not None
    assert choice.instead.what == "stitch.loose"
    assert choice.taken.score > choice.instead.score


def test_the_mark_on_the_other_page_tells_the_same_the_other_way() -> None:
    there, here = choices((front(), inside()))
    assert here.taken.reasons == there.taken.reasons
    assert here.taken.of is not None
    assert here.taken.of.value == RIVER_FIRST[-1]


def test_a_broken_word_or_quotation_is_a_reason() -> None:
    pages = (
        made("a", known(number="01"), (SCHOOL, (SCHOOL_FIRST[0], "宋晓棠说：“一句一句改编山歌，"), None, "▶下转04版")),
        made("b", known(number="04"), (SCHOOL, ("手风琴就不会旧。”", *SCHOOL_REST), "▲上接01版", None)),
    )
    assert "sentence" in names(first(pages).taken)


def test_the_day_of_two_pages_is_a_reason_and_so_is_another_join_between_them() -> None:
    both = (front(known(number="01", day=DAY)), inside(known(number="03", day=DAY)))
    assert "issue" in names(first(both).taken)
    start = made(
        "a", known(number="01"), (None, SCHOOL_FIRST, None, "▶下转03版"), (RIVER, RIVER_FIRST, None, "▶下转03版")
    )
    rest = made("b", known(number="03"), REST, (RIVER, RIVER_REST, "▲上接01版", None))
    by_mark = {choice.text.start: names(choice.taken) for choice in explain_joins("a", (start, rest))}
    assert ["proved" in reasons for reasons in by_mark.values()].count(True) >= 1


def test_pages_without_numbers_count_against_a_join() -> None:
    assert "no_numbers" in names(first(two(known(day=DAY), known(day=DAY))).taken)


LOOSE: dict[str, Pages] = {
    "nowhere": (front(),),
    "issue_apart": (front(known(number="01", day=DAY)), inside(known(number="03", day=date(2021, 6, 9)))),
    "text_apart": other(OTHERS[2][1][0], "本报讯 面馆今天开张。"),
    "one_kind": two(known(number="01"), known(number="04")),
    "rival": (front(), inside(), inside(name="copy")),
    "outdone": wrong_mark(),
    "two_marks": (made("a", known(number="01"), (RIVER, RIVER_FIRST, "▶下转02版", "▶下转03版")),),
    "enough": other(OTHERS[2][1][0], "面馆今天开张。"),
    "taken": (
        made("c", known(number="01"), (SCHOOL, SCHOOL_FIRST, None, "▶下转03版"), START, others=(2,)),
        front(),
        inside(),
    ),
}


@pytest.mark.parametrize("reason", LOOSE)
def test_a_loose_end_says_what_keeps_it_loose(reason: str) -> None:
    choice = first(LOOSE[reason])
    assert choice.taken.what == "stitch.loose"
    assert reason in names(choice.taken)
    assert choice.instead is None or choice.taken.score >= choice.instead.score


@pytest.mark.parametrize(
    ("reason", "pages"),
    [
        ("no_words", other(OTHERS[2][1][0], "面馆今天开张。")),
        ("no_sentence", other(f"他说：“{OTHERS[2][1][0][:-1]}，", "就这样》。")),
    ],
)
def test_what_could_have_been_joined_says_what_speaks_against_it(reason: str, pages: Pages) -> None:
    assert reason in names(first(pages).instead)


def test_what_a_person_ordered_is_said_to_be_so() -> None:
    pages = other(OTHERS[2][1][0], "面馆今天开张。")
    one, rest = (page.articles[0].id for page in pages)
    assert first(pages, Orders(joined=((one, rest),))).taken.what == "stitch.ordered"
    assert names(first(pages, Orders(apart=frozenset({(one, rest)}))).taken) == {"forbidden"}


def test_every_reason_has_words_and_no_words_lack_a_reason() -> None:
    """The words are in the rules; what is said of them here is all that there is."""
    said = {name for name, rule in rules("stitch").items() if not rule.written}
    evidence = {"numbers", "no_numbers", "headline", "words", "no_words", "sentence", "no_sentence", "issue", "proved"}
    assert said == {"joined", "ordered", "loose", "forbidden", *evidence, *LOOSE}


def test_show_explains_the_marks_of_a_page_among_the_pages_of_its_folder() -> None:
    """Of a page alone nothing is said of its marks: the other pages are not asked."""
    folder = Path("tests/cases/stitch/broken-in-mid-word")
    among = CliRunner().invoke(main, ["show", "front", "--seeds", str(folder)]).output
    alone = CliRunner().invoke(main, ["show", str(folder / "front.txt")]).output
    assert "与别版的一半接成一篇" in among
    assert "两版所印版次与转版标记相合+1.0" in among
    assert "与别版的一半接成一篇" not in alone
