"""What each of the five issues adds, against what two readers found; and the registers of loose ends and doubts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import DateRange, IssueNews, Library
from generator.publish.address import DOUBTS, WANTED
from generator.publish.desk import Desk
from generator.publish.news import news_view
from generator.publish.registers import doubts_view, wanted_view
from generator.publish.words import words

FOLDER = Path(__file__).parents[1] / "truth" / "relations"
NEW: dict[str, Any] = yaml.safe_load((FOLDER / "new.yml").read_text(encoding="utf-8"))
CUT: dict[str, Any] = yaml.safe_load((FOLDER / "wanted.yml").read_text(encoding="utf-8"))
MARKS = "“”《》"


@pytest.fixture(scope="module")
def desk(library: Library) -> Desk:
    return Desk(library, words("zh"))


@pytest.fixture(scope="module")
def told(library: Library) -> dict[str, IssueNews]:
    return {one.seeds[0][:3]: one for one in library.news}


def days(one: IssueNews) -> DateRange:
    assert one.days is not None
    return one.days


def named(one: IssueNews) -> set[str]:
    return {first.name.strip(MARKS) for first in one.firsts}


def test_the_issues_are_in_the_order_that_is_proved_and_no_other(told: dict[str, IssueNews]) -> None:
    for before, after in NEW["before"]:
        assert days(told[before]).end < days(told[after]).start
        assert [*told].index(before) < [*told].index(after)
    for one, other in NEW["not_known"]:
        assert days(told[one]).start <= days(told[other]).end
        assert days(told[other]).start <= days(told[one]).end
    pairs = [frozenset(pair) for pair in NEW["not_known"]]
    for seed, one in told.items():
        assert one.unordered == sum(seed in pair for pair in pairs)


@pytest.mark.parametrize("seed", NEW["issues"])
def test_an_issue_is_the_first_to_print_what_readers_found_new(told: dict[str, IssueNews], seed: str) -> None:
    true = NEW["issues"][seed]
    found = named(told[seed])
    assert [name for name in true["firsts"] if not any(name.strip(MARKS) in each for each in found)] == []
    assert [name for name in true.get("not_firsts", ()) if name in found] == []


@pytest.mark.parametrize("seed", NEW["issues"])
def test_new_pairings_changed_figures_and_loose_ends(desk: Desk, told: dict[str, IssueNews], seed: str) -> None:
    true, one = NEW["issues"][seed], told[seed]
    pairs = [{text.value for side in first.sides for text in side} for first in one.firsts if first.type == "pairing"]
    assert [pair for pair in true.get("pairings", ()) if not any(set(pair) <= found for found in pairs)] == []
    assert [pair for pair in true.get("not_pairings", ()) if any(set(pair) <= found for found in pairs)] == []
    changed = [(each.before.figure.text.value, each.after.figure.text.value) for each in one.changed]
    assert changed == [(row["was"], row["now"]) for row in true["changed"]]
    assert [desk.library.lines_of(end.jump.text)[0][1] for end in one.opened] == true["opens"]
    assert [end.article for end in one.closed] == NEW["closes"]


def test_what_is_new_is_not_a_name_of_another_city(desk: Desk, told: dict[str, IssueNews]) -> None:
    """A Maoming issue is the first to print no place of Jiangmen, and the other way round."""
    cities = {"茂名日报": "江门市", "江门日报": "茂名市"}
    for one in told.values():
        publication = desk.library.page_of[one.seeds[0]].issue.publication
        assert publication is not None
        other = cities[publication.value]
        assert [first.name for first in one.firsts if first.type == "place" and f"/{other}" in first.name] == []


def test_the_page_says_which_issues_cannot_be_put_in_order(desk: Desk) -> None:
    view = news_view(desk)
    orders = {issue["anchor"][2:5]: issue["order"] for issue in view["issues"]}
    assert orders["003"] == ""
    assert "2023年11月5日" in orders["002"]
    assert "2023年4月" in orders["004"]
    assert "6月16日" not in orders["001"]


def test_the_change_is_reckoned_and_marked_so(desk: Desk) -> None:
    issue = next(issue for issue in news_view(desk)["issues"] if issue["anchor"].startswith("i-000"))
    said = dict(issue["items"])["数字变了"]
    assert "118家" in said
    assert "135家" in said
    assert "17家" in said
    assert "本站计算" in said


def test_four_pages_would_complete_all_nine(desk: Desk) -> None:
    view = wanted_view(desk)
    assert view["count"] == CUT["articles"] == sum(len(page["ends"]) for page in view["pages"])
    found = {}
    for page in view["pages"]:
        lines = sorted(int(end["lines"].split("#L")[1].rstrip(")")) for end in page["ends"])
        seed = page["ends"][0]["lines"].split("pages/")[1][:3]
        found[seed] = (page["page"].rpartition(" ")[2], lines, {end["side"] for end in page["ends"]})
    sides = {"before": "缺上文", "after": "缺下文"}
    assert found == {row["seed"]: (f"{row['page']}版", row["lines"], {sides[row["missing"]]}) for row in CUT["pages"]}
    assert view["pages"][0]["completes"] == "补全4篇"
    assert WANTED


def test_no_half_is_joined_to_one_that_only_seems_to_fit(library: Library) -> None:
    assert [one for one in library.articles if len(one.seeds) > 1] == []


def test_doubts_are_listed_by_what_they_are_about(desk: Desk) -> None:
    view = doubts_view(desk)
    kinds = {kind: "".join(f"{row['printed']}{row['lines']}" for row in rows) for kind, rows in view["kinds"]}
    assert "缺花镇" in kinds["name"]
    assert "陈岸明" in kinds["name"]
    assert "三种" in kinds["number"]
    assert "切人" in kinds["wording"]
    assert "(pages/004_8fe30a7831068c4f.md#L134)" in kinds["order"]
    assert sum(len(rows) for _, rows in view["kinds"]) == view["count"] == sum(count for *_, count in view["papers"])
    assert DOUBTS


def test_what_a_page_prints_twice_is_listed_with_the_line_that_counts(desk: Desk) -> None:
    """The box of figures repeats the running text; a line of 004 is torn in from elsewhere."""
    rows = {(row["lines"].split("#L")[1][:-1], row["of"].split("#L")[1][:-1]) for row in doubts_view(desk)["repeats"]}
    assert {("111", "95"), ("112", "97"), ("113", "99"), ("118", "105"), ("134", "138"), ("48", "54")} <= rows
