"""What is new in an issue: only what no issue prints that may have appeared before; the order is never assumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model import (
    Article,
    Basis,
    Block,
    Claim,
    DateRange,
    Direction,
    Document,
    Facts,
    Issue,
    IssueNews,
    Jump,
    Kind,
    Mention,
    Page,
    Seed,
)
from generator.relate.news import news

BAIHUI, SHUANGBAI = "百会帮百镇", "双百行动"
Made = tuple[Page, Facts]


def made(
    name: str,
    days: tuple[int, int] | None,
    *names: str,
    paper: str = "茂名日报",
    kind: str = "initiative",
    doubt: str = "",
) -> Made:
    """A page of one article that prints the names; `days`: the days of January 2024 on which it may have appeared."""
    seed = Seed(name, f"{name}.txt", "、".join(names) + "。")
    block = Block(Kind.PARAGRAPH, seed.text, "made.by_hand")
    span = DateRange(*(date(2024, 1, day) for day in days)) if days else None
    issue = Issue(Claim(paper, Basis.PRINTED), Claim(span, Basis.INFERRED) if span else None)
    mentions = []
    for each in names:
        start = seed.source.index(each)
        mentions.append(Mention(kind, seed.text[start : start + len(each)], each, 0, doubt=doubt))
    return Page(seed, (block,), (Article(f"{name}-0", (block,)),), (), issue), Facts(mentions=tuple(mentions))


def told(*listed: Made) -> dict[str, IssueNews]:
    """What is new in each issue, by its first page."""
    pages = [page for page, _ in listed]
    articles = [article for page in pages for article in page.articles]
    facts = {page.articles[0].id: known for page, known in listed}
    return {one.seeds[0]: one for one in news(pages, articles, facts, ())}


def firsts(one: IssueNews) -> list[str]:
    return [first.name for first in one.firsts]


def unsettled(one: IssueNews) -> list[str]:
    return [first.name for first in one.unsettled]


def test_a_name_is_new_in_the_issue_that_is_surely_the_first() -> None:
    found = told(made("b", (10, 12), BAIHUI), made("a", (1, 5), BAIHUI), made("c", (20, 20), BAIHUI, SHUANGBAI))
    assert [*found] == ["a", "b", "c"]
    assert (firsts(found["a"]), firsts(found["b"]), firsts(found["c"])) == ([BAIHUI], [], [SHUANGBAI])


def test_of_two_issues_whose_days_meet_neither_is_the_first() -> None:
    """One may have appeared on any day from the 1st to the 20th, the other on the 10th."""
    found = told(made("a", (1, 20), BAIHUI), made("b", (10, 10), BAIHUI, SHUANGBAI), made("c", (25, 25), BAIHUI))
    assert (firsts(found["a"]), firsts(found["b"])) == ([], [SHUANGBAI])
    assert (unsettled(found["a"]), unsettled(found["b"]), unsettled(found["c"])) == ([BAIHUI], [BAIHUI], [])
    assert (found["a"].unordered, found["b"].unordered, found["c"].unordered) == (1, 1, 0)


def test_two_papers_of_one_day_are_not_put_in_order() -> None:
    found = told(made("a", (3, 3), BAIHUI), made("b", (3, 3), BAIHUI, paper="江门日报"))
    assert not firsts(found["a"])
    assert not firsts(found["b"])
    assert unsettled(found["a"]) == unsettled(found["b"]) == [BAIHUI]


def test_pages_of_one_day_of_one_paper_are_one_issue() -> None:
    found = told(made("a", (3, 3), BAIHUI), made("b", (3, 3), BAIHUI, SHUANGBAI))
    assert [one.seeds for one in found.values()] == [("a", "b")]
    assert firsts(found["a"]) == [BAIHUI, SHUANGBAI]


def test_an_undated_issue_comes_last_and_unsettles_what_it_prints_too() -> None:
    found = told(made("a", None, BAIHUI), made("b", (3, 3), BAIHUI, SHUANGBAI))
    assert [*found] == ["b", "a"]
    assert (firsts(found["b"]), unsettled(found["b"])) == ([SHUANGBAI], [BAIHUI])
    assert found["a"].unordered == 1


def test_what_is_in_doubt_is_not_new() -> None:
    assert not firsts(told(made("a", (3, 3), "缺花镇", kind="place", doubt="places.none"))["a"])


def test_a_body_without_its_city_is_another_one_in_another_paper() -> None:
    """市委统战部 of Maoming is not that of Jiangmen; 市委 stands in every city and is no news."""
    one, other = "市委统战部", "市委"
    found = told(
        made("a", (3, 3), one, other, kind="organisation"),
        made("b", (8, 8), one, kind="organisation", paper="江门日报"),
    )
    assert (firsts(found["a"]), firsts(found["b"])) == ([one], [one])


def test_a_loose_end_is_opened_where_it_is_printed_and_closed_where_it_is_joined() -> None:
    page, facts = made("a", (3, 3), BAIHUI)
    (article,) = page.articles
    torn = Article(article.id, article.blocks, jumps=(Jump(Direction.TO, page.seed.text[:2], "03"),))
    assert [
        end.jump.page for end in told((Page(page.seed, page.blocks, (torn,), (), page.issue), facts))["a"].opened
    ] == ["03"]


issues = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.integers(0, 27),
        st.sets(st.sampled_from(["甲", "乙", "丙", "丁"]), min_size=1),
        st.sampled_from(["茂名日报", "江门日报"]),
    ),
    min_size=1,
    max_size=6,
)


def collection(drawn: Sequence[tuple[int, int, set[str], str]]) -> list[Made]:
    return [
        made(f"p{number}", (start, min(28, start + length)), *sorted(names), paper=paper)
        for number, (start, length, names, paper) in enumerate(drawn)
    ]


@given(issues, st.randoms(use_true_random=False))
def test_the_order_of_the_pages_changes_nothing(drawn: list[tuple[int, int, set[str], str]], by: object) -> None:
    pages = collection(drawn)
    mixed = [*pages]
    by.shuffle(mixed)  # type: ignore[attr-defined]
    assert told(*mixed) == told(*pages)


@given(issues)
def test_what_is_called_new_is_printed_by_no_issue_that_may_be_before(
    drawn: list[tuple[int, int, set[str], str]],
) -> None:
    """Looked at pair by pair, the slow way."""
    pages = collection(drawn)
    found = told(*pages)
    prints = {page.seed.id: (page.issue.dated, {m.name for m in facts.mentions}) for page, facts in pages}
    for one in found.values():
        own = {name for seed in one.seeds for name in prints[seed][1]}
        others = [prints[seed] for other in found.values() if other is not one for seed in other.seeds]
        may_be_before = {name for dated, names in others if dated.value.start <= one.days.end for name in names}  # type: ignore[union-attr]
        surely_before = {name for dated, names in others if dated.value.end < one.days.start for name in names}  # type: ignore[union-attr]
        assert set(firsts(one)) == own - may_be_before
        assert set(unsettled(one)) <= (own & may_be_before) - surely_before


def test_a_title_that_every_office_uses_is_no_news_and_neither_is_nobodys_name() -> None:
    page, _ = made("a", (3, 3), "《通知》", "《茂名市工作方案》", "有一些医院")
    text = page.seed.text
    documents = tuple(Document(text[start : start + size], 0) for start, size in ((0, 4), (5, 9)))
    body = Mention("organisation", text[15:20], "有一些医院", 0)
    assert firsts(told((page, Facts(mentions=(body,), documents=documents)))["a"]) == ["《茂名市工作方案》"]


def test_a_foreign_name_told_whole_is_not_new_again_by_its_last_part() -> None:
    found = told(made("a", (3, 3), "马克·洛利维耶", "洛利维耶", kind="person"))
    assert firsts(found["a"]) == ["马克·洛利维耶"]
