"""说了什么，后来报了什么: both sentences as printed, with their lines and shared words; nothing is graded."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

from generator.model import Byline, Direction, Doubt, Jump, Library
from generator.publish.promises import marked
from generator.publish.render import everything, render
from tests.publish.made import Settings
from tests.relate.series_made import Printed, collected, printed
from tests.relate.test_promises import PLAN, REPORT, report, said

GRADES = re.compile("兑现|落空|食言|失信|完成了承诺|没有做到|未完成|达标|已实现|未实现")


def page(*every: Printed) -> str:
    return render(collected(*every), Settings())["promises.md"]


def plain(content: str) -> str:
    return re.sub(r"<[^>]*>|\[([^\]]*)\]\([^)]*\)", r"\1", content)


def test_both_sentences_stand_side_by_side_with_their_lines() -> None:
    made = page(said(), report())
    (row,) = (line for line in made.splitlines() if line.startswith("| ") and "2023年6月16日" in line)
    first, second = row.strip("| ").split(" | ")
    assert PLAN in plain(first)
    assert "pages/a.md#L2" in first
    assert REPORT in plain(second)
    assert "pages/b.md#L2" in second
    assert '<span class="shared">海工装备产业园</span>' in second
    assert "都写：海工装备产业园" in plain(second)
    assert not GRADES.search(made)


def test_what_was_not_reported_later_is_said_not_to_be_seen_here() -> None:
    made = page(said())
    assert "所收版面未见后来的报道" in made
    assert "不等于没有做" in made
    assert not GRADES.search(made)


def test_the_same_day_is_marked() -> None:
    assert "同日" in page(said(), report(day="2023-06-16"))
    assert "同日" not in page(said(), report())


def test_an_empty_collection_says_so() -> None:
    assert "所收版面未见说要做什么的句子" in page(printed("a", "2023-08-08", "消息", "茂名市昨天下雨。"))


def test_a_shared_word_is_marked_and_no_word_is_markup() -> None:
    assert marked("甲<乙>丙乙", ["<乙>"]) == '甲<span class="shared">&lt;乙&gt;</span>丙乙'
    evil = PLAN.replace("产业园", "<b>产业园</b>|[x](y){{7*7}}`")
    made = page(said(words=evil), report())
    assert not re.search(r"<b>|(?<!\\)\]\(y\)|\{\{", made)


def test_the_table_to_carry_away_has_every_sentence_and_no_formula() -> None:
    library = collected(said(), report(), printed("c", "2023-07-01", "茂名见闻", "=1+1，茂名市将继续开展服务。"))
    made = everything(library, Settings())["data/promises.csv"]
    rows = list(csv.DictReader(StringIO(made.decode("utf-8-sig"))))
    assert {(one["说了什么"], one["后来见报"]) for one in rows} == {
        (PLAN, REPORT),
        ("'=1+1，茂名市将继续开展服务。", "所收版面未见"),
    }


def test_the_table_to_carry_away_says_of_whose_page_it_is_and_what_is_doubtful_or_not_whole() -> None:
    first = said()
    doubt = Doubt(first.article.body[0].text[4:8], "doubts.misread")
    jump = Jump(Direction.FROM, first.article.body[0].text[:2], "01")
    article = replace(first.article, jumps=(jump,), genre="commentary", doubts=(doubt,))
    unsure = replace(first, article=article)
    made = everything(collected(unsure, said(name="c", day="2023-07-01")), Settings())["data/promises.csv"]
    rows = list(csv.DictReader(StringIO(made.decode("utf-8-sig"))))
    assert [(one["报纸"], one["存疑"] != "", one["哪一种稿"]) for one in rows] == [
        ("茂名日报", True, "断头稿、评论"),
        ("茂名日报", False, ""),
    ]


def test_what_a_news_agency_reports_is_not_told_as_said_by_the_place_of_the_paper() -> None:
    abroad = printed("c", "2023-07-01", "上海展会", "新华社上海7月1日电", "上海市将举办新展会。")
    agency = abroad.article.body[0].text[:3]
    wired = replace(abroad, article=replace(abroad.article, byline=Byline(agency=agency)))
    files = everything(collected(wired, said()), Settings())
    made = plain(files["promises.md"].decode())
    own, other = (re.split(r"^## ", made, flags=re.MULTILINE))[1:]
    assert PLAN in own
    assert "新华社稿" not in own
    assert "上海市将举办新展会。" in other
    assert "新华社稿" in other.splitlines()[0]
    rows = csv.DictReader(StringIO(files["data/promises.csv"].decode("utf-8-sig")))
    assert {one["说了什么"]: one["哪一种稿"] for one in rows} == {PLAN: "", "上海市将举办新展会。": "新华社稿"}
    assert "通讯社的稿" not in page(said())


def test_very_many_are_not_all_listed_but_all_are_counted_and_carried_away() -> None:
    library = collected(said())
    (one,) = library.promises
    many = replace(library, promises=(one,) * 100)
    files = everything(many, Settings())
    assert "另有40句" in files["promises.md"].decode()
    assert len(list(csv.reader(StringIO(files["data/promises.csv"].decode("utf-8-sig"))))) == 101


def test_the_five_pages_show_what_june_said_and_later_pages_report(site: Path, library: Library) -> None:
    built = plain((site / "promises.html").read_text(encoding="utf-8"))
    assert "围绕打造“干干净净、整整齐齐、漂漂亮亮、长长久久”的美丽圩镇目标" in built
    assert "确保2023年集聚区基础设施投资不少于100亿元" in built
    assert sum(bool(one.later) for one in library.promises) >= 4
