"""The chronicle: every dated sentence once, in its place, and what it is sifted by; by value on the five pages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build
from generator.extract import extract
from generator.model import Date, Event, Facts, Kind, Library
from generator.publish import chronicle
from generator.publish.chronicle import chronicle_sheets, chronicled, events, page_view
from generator.publish.desk import Desk
from generator.publish.drawings import lanes, quoted, telling
from generator.publish.periods import periods
from generator.publish.render import render
from generator.publish.timeline import in_order
from generator.publish.words import words
from tests.extract.made import issue
from tests.publish.conftest import ROOT
from tests.publish.made import Settings, bound, find, made_page

HERE = "chronicle.md"
TRUTH = yaml.safe_load((ROOT / "tests/truth/relations/chronicle.yml").read_text(encoding="utf-8"))
Row = dict[str, Any]


@pytest.fixture(scope="module")
def desk(library: Library) -> Desk:
    return Desk(library, words("zh"))


@pytest.fixture(scope="module")
def view(desk: Desk) -> Mapping[str, Any]:
    return page_view(desk, in_order(events(desk, HERE)))


def parts(view: Mapping[str, Any]) -> Mapping[str, list[Row]]:
    """The rows of the three parts."""
    dated = [row for _, _, rows in view["years"] for row in rows]
    return {"years": dated, "planned": view["planned"], "undated": view["undated"]}


def lines(desk: Desk, row: Row) -> Iterator[tuple[str, int, int]]:
    for sentence in row["sentences"]:
        yield from desk.library.lines_of(sentence)


def made(*sentences: str, printed: str = "2023-11-05") -> Desk:
    """The desk of one page, with the facts that the program reads from it."""
    day = issue(printed)
    page = made_page(
        "a.txt", [(1, Kind.HEADLINE, "长街修好了"), *[(1, Kind.PARAGRAPH, one) for one in sentences]], issue=day
    )
    (article,) = page.articles
    return Desk(bound([page], {article.id: extract(article, day)}), words("zh"))


# ── by value ──────────────────────────────────────────────────


@pytest.mark.parametrize("true", TRUTH["rows"], ids=lambda true: f"{true['seed']}-{true['line']}-{true['printed']}")
def test_a_dated_sentence_stands_where_a_reader_would_put_it(desk: Desk, view: Mapping[str, Any], true: Row) -> None:
    found = [
        (part, row["start"], row["end"])
        for part, rows in parts(view).items()
        for row in rows
        if row["expression"] == true["printed"]
        and any(
            seed.startswith(f"{true['seed']}_") and first <= true["line"] <= last
            for seed, first, last in lines(desk, row)
        )
    ]
    assert found == [(true["part"], true["start"], true["end"])]


@pytest.mark.parametrize("true", TRUTH["sifted"], ids=lambda true: true["answer"])
def test_what_a_row_names_it_is_sifted_by(view: Mapping[str, Any], true: Row) -> None:
    (field,) = (field for field in view["fields"] if field.name == true["field"])
    (option,) = (option for option in field.options if option.name == true["answer"])
    rows = [row for rows in parts(view).values() for row in rows]
    found = [row["expression"] for row in rows if str(option.number) in row["known"].get(field.name, "").split()]
    assert sorted(found) == sorted(true["printed"])
    assert option.count == len(found)


def test_a_county_gathers_its_towns_and_a_city_its_counties(view: Mapping[str, Any]) -> None:
    (field,) = (field for field in view["fields"] if field.name == "place")
    numbers = {option.name: str(option.number) for option in field.options}
    for rows in parts(view).values():
        for row in rows:
            known = row["known"].get("place", "").split()
            for name, number in numbers.items():
                if number in known:
                    above = [other for other in numbers if name.startswith(f"{other}/")]
                    assert all(numbers[other] in known for other in above)


def test_no_sentence_of_one_city_is_sifted_as_the_others(view: Mapping[str, Any]) -> None:
    """A Maoming article never shows where Jiangmen is asked for, unless its words name it."""
    (field,) = (field for field in view["fields"] if field.name == "place")
    (option,) = (option for option in field.options if option.name == "广东省/江门市")
    for rows in parts(view).values():
        for row in rows:
            if str(option.number) in row["known"].get("place", "").split():
                assert row["seal"]["paper"] == "江门日报"


def test_the_day_on_which_a_report_was_sent_is_no_event(desk: Desk) -> None:
    """新华社上海11月4日电: it is when the report was written, not when something happened."""
    sent = [article.dateline for article in desk.library.articles if article.dateline and article.dateline.day]
    assert sent
    places = {offset for one in sent for offset in one.text.offsets()}
    for facts in desk.library.facts.values():
        assert not [event for event in facts.events if event.date.text.seeds[0] == sent[0].text.seeds[0]
                    and event.date.text.start in places]  # fmt: skip


# ── promises ──────────────────────────────────────────────────


def test_every_dated_sentence_is_there_once_and_has_its_number(desk: Desk, view: Mapping[str, Any]) -> None:
    found = parts(view)
    assert sum(map(len, found.values())) == len(events(desk, HERE))
    numbers = [row["number"] for row in (*found["years"], *found["planned"])]
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_is_planned_never_stands_among_what_happened(view: Mapping[str, Any]) -> None:
    found = parts(view)
    assert {row["status"] for row in found["planned"]} == {"planned"}
    assert "planned" not in {row["status"] for row in found["years"]}
    assert not any(row["start"] for row in found["undated"])


def test_the_drawing_has_the_numbers_of_the_table_and_the_tables_have_its_anchors(view: Mapping[str, Any]) -> None:
    drawn = re.search(r'<div class="for-wide">.*?</svg>', view["lanes"])
    assert drawn
    listed = {number for found in re.findall(r'<g data-n="([^"]*)"', drawn[0]) for number in found.split()}
    found = parts(view)
    rows = {str(row["number"]): row for row in (*found["years"], *found["planned"])}
    assert listed == set(rows)
    for number in re.findall(r'href="#e(\d+)"', drawn[0]):
        assert f'id="e{number}"' in rows[number]["mark"]


def test_in_a_year_a_month_stands_behind_its_days_and_the_year_at_the_end() -> None:
    desk = made(
        "2023年，全市修好了十条街。", "6月，全市修好了三条街。", "6月29日，长街修好了。", "7月1日，短街修好了。",
        "上半年，全市修好了五条街。", "6月3日至6日，全市开了会。",
    )  # fmt: skip
    found = [row["expression"] for row in in_order(events(desk, HERE))]
    assert found == ["6月3日至6日", "6月29日", "6月", "上半年", "7月1日", "2023年"]


def test_vague_words_have_no_day_and_are_not_drawn() -> None:
    desk = made("日前，长街修好了。", "近日，短街修好了。")
    (view,) = [page_view(desk, in_order(events(desk, HERE)))]
    assert [row["expression"] for row in view["undated"]] == ["日前", "近日"]
    assert view["lanes"] == ""
    assert view["years"] == []


def test_a_doubtful_day_says_why(desk: Desk, view: Mapping[str, Any]) -> None:
    doubtful = [row for row in parts(view)["years"] if row["doubt"]]
    assert [row["expression"] for row in doubtful] == ["两年来"]
    assert "存疑：印着的字没有说准是哪一天" in render(desk.library, Settings())[HERE]


def test_a_paper_of_unknown_name_has_a_lane_of_its_own() -> None:
    sentences = ["6月3日，长街修好了。", "6月8日，短街修好了。", "7月9日，横街修好了。"]
    page = made_page("a.txt", [(1, Kind.PARAGRAPH, one) for one in sentences])
    (article,) = page.articles
    held = tuple(
        Event(Date(find(page.seed, one[:4]), day, day, "day", "dates.month"), find(page.seed, one), place, "happened")
        for place, (one, day) in enumerate(
            zip(sentences, (date(2023, 6, 3), date(2023, 6, 8), date(2023, 7, 9)), strict=True)
        )
    )
    desk = Desk(bound([page], {article.id: Facts(events=held)}), words("zh"))
    view = page_view(desk, in_order(events(desk, HERE)))
    assert re.search(r'<text class="lane c0"[^>]*>报名未见', view["lanes"])


def test_strangers_change_nothing_of_what_is_said_of_the_five(view: Mapping[str, Any], tmp_path: Path) -> None:
    for seed in (ROOT / "seeds").glob("*.txt"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "z.txt").write_text(
        "岭海日报 2019年2月14日 01版\n\n长街修好了\n\n2月3日，长街修好了，全市高兴。\n", encoding="utf-8"
    )
    desk = Desk(build(tmp_path), words("zh"))
    rows = [(row["home"], row["expression"], row["start"], row["end"], row["status"]) for row in events(desk, HERE)]
    ours = [row for found in parts(view).values() for row in found]
    told = sorted((row["home"], row["expression"], str(row["start"]), row["status"]) for row in ours)
    assert sorted((home, said, str(start), how) for home, said, start, _, how in rows if home[0] != "z") == told


def test_what_borrows_its_day_stands_there_and_says_so(desk: Desk) -> None:
    told = render(desk.library, Settings())[HERE].splitlines()
    (row,) = [line for line in told if line.startswith("| ") and "颁发了奖牌" in line]
    assert "2023年6月15日" in row
    assert "日期取自另一篇" in row
    assert "pages/004_8fe30a7831068c4f.md#L8)" in row
    assert not any("颁发了奖牌" in one["said"] for one in events(desk, HERE))


def test_a_condition_of_taking_part_is_no_event() -> None:
    desk = made("注册日期在2022年1月1日之后的企业可参加比赛。", "2023年6月3日，比赛开赛了。")
    assert [row["expression"] for row in chronicled(desk, HERE)] == ["2023年6月3日"]


# ── what a drawing quotes ─────────────────────────────────────


@pytest.mark.parametrize(
    ("clause", "expression", "told"),
    [
        ("2023年8月，为深入实施“百千万工程”，广东启动实施", "2023年8月", "广东启动实施"),
        ("在茂名海关监管下，一批月饼出口大洋洲", "日前", "一批月饼出口大洋洲"),
        ("市委农村工作会议召开", "6月15日", "市委农村工作会议召开"),
        ("在会上", "6月15日", "在会上"),
    ],
)
def test_a_drawing_quotes_from_where_the_sentence_tells_what_happened(clause: str, expression: str, told: str) -> None:
    assert telling(clause, expression) == told
    assert told in clause


def test_what_a_drawing_quotes_is_printed(view: Mapping[str, Any]) -> None:
    for row in (*parts(view)["years"], *parts(view)["planned"]):
        assert quoted(row).value in row["said"]
        assert quoted(row).spans


# ── long ones ─────────────────────────────────────────────────


def many(count: int, seed: int = 0) -> list[dict[str, Any]]:
    """Rows of many years, most of them of one."""
    chance = random.Random(seed)  # noqa: S311 - any numbers
    rows: list[dict[str, Any]] = []
    for number in range(count):
        year = chance.choice([1949, 1978, 2012, *[2023] * 20])
        start = date(year, 1, 1) + timedelta(chance.randrange(365))
        kind = chance.choice(["day", "day", "month", "year", "none"])
        ends = {"day": start, "month": start, "year": date(year, 12, 31)}
        whole = date(year, 1, 1) if kind == "year" else start
        days = (None, None) if kind == "none" else (whole, ends[kind])
        rows.append({"start": days[0], "end": days[1], "precision": kind, "lasts": False, "id": number})
    return in_order(rows)


@pytest.mark.parametrize("count", [1, 600, 5000])
def test_the_pages_of_a_long_chronicle_hold_every_row_once_and_none_is_too_long(desk: Desk, count: int) -> None:
    rows = many(count)
    found = list(periods(desk, rows))
    assert sorted(row["id"] for period in found for row in period.rows) == list(range(count))
    assert all(0 < len(period.rows) <= 500 for period in found)
    assert len({period.name for period in found}) == len(found)
    assert len({period.title for period in found}) == len(found)


def test_a_long_chronicle_is_cut_and_all_its_pages_lead_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sum(map(len, parts(page_view(desk, in_order(chronicled(desk, HERE)))).values()))
    for module in (chronicle, __import__("generator.publish.periods", fromlist=["ROWS"])):
        monkeypatch.setattr(module, "ROWS", 20)
    files = {path: text for path, text in render(desk.library, Settings()).items() if path.startswith("chronicle")}
    cut = [path for path in files if path != HERE]
    assert len(cut) > 3
    assert sum(text.count('<span class="n"') for path, text in files.items() if path != HERE) == whole
    for path in cut:
        assert f"]({path})" in files[HERE]
        assert "](../chronicle.md)" in files[path]
        assert "](../pages/" in files[path]
    sheets = list(chronicle_sheets(desk, Settings()))
    assert [sheet.path for sheet in sheets] == list(files)


def test_lanes_say_nothing_where_the_table_tells_as_much(desk: Desk) -> None:
    assert lanes(desk, []) == ""
