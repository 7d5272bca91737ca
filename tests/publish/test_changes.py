"""数字变了没有: values side by side, each with its line; blanks are blanks; what is reckoned says so."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from generator.model import Figure, Library, Step
from generator.publish.changes import changes_view, tracked
from generator.publish.changes_values import difference
from generator.publish.desk import Desk
from generator.publish.render import everything, render
from generator.publish.spreadsheet import safe
from generator.publish.words import words
from generator.text import Text
from tests.publish.made import Settings
from tests.relate.series_made import Printed, collected, printed
from tests.relate.test_series import paired

SAY = words("zh")


def page(*every: Printed) -> str:
    return render(collected(*every), Settings())["changes.md"]


def row(content: str, subject: str) -> str:
    (found,) = (line for line in content.splitlines() if line.startswith("| <span id=") and f">{subject}<" in line)
    return found


def test_values_stand_side_by_side_and_each_leads_to_its_line() -> None:
    made = page(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家"))
    assert "2023年8月8日 |" in made
    cells = row(made, "商协会").split(" | ")
    assert re.search(r"118家.*\[第2行\]\(pages/a\.md#L2\)", cells[1])
    assert re.search(r"135家.*\[第2行\]\(pages/b\.md#L2\)", cells[2])
    assert cells[3].startswith("+17家（+14.4%） ")
    assert "本站计算" in cells[3]
    assert "没有变" in row(made, "镇街")
    assert "本站计算" not in row(made, "镇街")


def test_what_an_issue_does_not_mention_is_blank_and_never_zero() -> None:
    more = "目前，全市“百会帮百镇”行动共有驻镇专员{}名。"
    made = page(
        paired("a", "2023-08-08", "118家", more.format(30)),
        paired("b", "2023-11-05", "135家"),
        paired("c", "2023-12-05", "135家", more.format(40)),
    )
    cells = row(made, "驻镇专员").split(" | ")
    assert "未提到" in cells[2]
    assert "0" not in re.sub(r"2023|<[^>]*>|月5", "", cells[2])
    assert "+10名" in cells[4]


def test_why_it_is_one_indicator_is_said_in_words() -> None:
    made = row(page(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家")), "商协会")
    said = re.sub(r"<[^>]*>", "", made.rsplit(" | ", 1)[1])
    assert said == "数的都是商协会；都说结对、帮扶；都讲“百会帮百镇”；都是广东省茂名市的 |"


def test_about_values_are_compared_with_no_number() -> None:
    made = row(page(paired("a", "2023-08-08", "超118家"), paired("b", "2023-11-05", "近135家")), "商协会")
    assert "有约数，不相减" in made
    assert "本站计算" not in made


def test_about_the_same_number_is_not_said_to_stay_the_same() -> None:
    made = row(page(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "超118家")), "商协会")
    cells = made.split(" | ")
    assert cells[3].startswith("有约数，不比")
    assert "没有变" not in cells[3]


RATE = "工业经济稳中向好"


def test_a_rise_of_what_is_counted_is_not_shown_as_its_value() -> None:
    words = "截至{}，全市涉农贷款余额同比增长{}%。"
    every = [
        printed("a", "2023-07-08", RATE, words.format("6月", 12)),
        printed("b", "2023-12-05", RATE, words.format("11月", 10)),
    ]
    (line,) = (line for line in page(*every).splitlines() if line.startswith("| <span id="))
    assert re.sub(r"<[^>]*>", "", line.split(" | ")[0]).startswith("| 涉农贷款余额增减幅度：同比")
    table = everything(collected(*every), Settings())["data/changes.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(table)))
    assert [one["是哪种数"] for one in rows] == ["增减幅度", "增减幅度"]
    assert all(one["与何时比（原文）"].startswith("同比") for one in rows)


def test_only_values_that_may_be_compared_are_drawn_and_it_is_said_with_which() -> None:
    words = "，全市外贸进出口总值{}亿元。"
    every = [
        printed("a", "2023-09-16", RATE, "8月" + words.format(15)),
        printed("b", "2023-12-10", RATE, "1至11月" + words.format(160)),
        printed("c", "2023-12-20", RATE, "11月" + words.format(18)),
    ]
    content = page(*every)
    (line,) = (line for line in content.splitlines() if line.startswith("| <span id="))
    changed = re.sub(r"<(?!br)[^>]*>", "", line.split(" | ")[4])
    assert changed == "所指时段长短不同，不相减<br>比15亿元：+3亿元 本站计算"
    drawn = content[content.index("<svg") :]
    assert "15亿元" in drawn
    assert "18亿元" in drawn
    assert "160亿元" not in drawn
    table = everything(collected(*every), Settings())["data/changes.csv"].decode("utf-8-sig")
    told = {one["原文"]: (one["比的是"], one["比下来"]) for one in csv.DictReader(StringIO(table))}
    assert told["18亿元"] == ("15亿元", "后来的数")
    assert told["160亿元"] == ("15亿元", "所指时段长短不同，不比")


@pytest.mark.parametrize("said", ["今年全市完成工业投资{}亿元。", "全市完成工业投资{}亿元。"])
def test_where_nothing_may_be_subtracted_no_line_is_drawn(said: str) -> None:
    content = page(
        printed("a", "2023-03-01", RATE, said.format(80)), printed("b", "2023-06-01", RATE, said.format(210))
    )
    assert "80亿元" in content
    assert "<svg" not in content
    assert "本站计算" not in next(line for line in content.splitlines() if line.startswith("| <span id="))


def test_two_values_of_one_day_are_to_be_checked() -> None:
    made = row(page(paired("a", "2023-11-05", "118家"), paired("b", "2023-11-05", "135家")), "商协会")
    assert "待核" in made
    assert "错误" not in made


def test_what_only_looks_alike_is_named_with_the_reason() -> None:
    background = "我市有198家商协会。"
    made = page(paired("a", "2023-08-08", "118家", background), paired("b", "2023-11-05", "135家"))
    near = made[made.index("看着像") :]
    assert "我市有198家商协会" in near
    assert "说的不是同一回事" in near


def test_many_issues_stand_one_below_the_other() -> None:
    made = page(*(paired(f"p{month}", f"2023-{month:02}-05", f"{100 + month}家") for month in range(1, 8)))
    assert "### " in made
    assert made.count("本站计算") >= 6


def test_an_empty_collection_says_so() -> None:
    assert "所收版面未见同一个指标" in page(printed("a", "2023-08-08", "消息", "茂名市下雨。"))


def test_no_word_of_a_page_is_markup() -> None:
    evil = "“百会帮百镇”<b>现场</b>|见[闻](x)`{{7*7}}`有企业{}家"
    made = page(
        paired("a", "2023-08-08", "118家", evil), paired("b", "2023-11-05", "135家", evil + "，全市有198家商协会")
    )
    assert not re.search(r"<b>|(?<!\\)\]\(x\)|\{\{", made)
    hostile = collected(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家"))
    (one, other) = hostile.series
    broken = replace(hostile, series=(replace(one, printed=("<b>|[x](y)",), whose="=1+1", initiative="`{{7}}`"), other))
    files = everything(broken, Settings())
    assert not re.search(rb"<b>|(?<!\\)\]\(y\)|\{\{", files["changes.md"])
    assert b",=1+1" not in files["data/changes.csv"]


def test_the_table_to_carry_away_has_every_point_and_no_formula() -> None:
    library = collected(paired("a", "2023-08-08", "118家"), paired("b", "2023-11-05", "135家"))
    made = everything(library, Settings())["data/changes.csv"]
    rows = list(csv.DictReader(StringIO(made.decode("utf-8-sig"))))
    assert len(rows) == sum(len(one.points) for one in library.series)
    assert {(one["原文"], one["数值"], one["行"], one["相差（本站计算）"]) for one in rows} >= {
        ("118家", "118", "2", ""),
        ("135家", "135", "2", "17"),
    }
    assert made == everything(library, Settings())["data/changes.csv"]


@pytest.mark.parametrize("cell", ["=1+1", "+17", "-3", "@x", "\t=1", "＝"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert not safe(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize(
    ("step", "unit", "said"),
    [
        (Step(Decimal(17), Decimal(17) / 118), "家", "+17家（+14.4%）"),
        (Step(Decimal(-3)), "个", "−3个"),
        (Step(Decimal(848000000)), "元", "+8.48亿元"),
        (Step(Decimal(15000)), "元", "+1.5万元"),
        (Step(Decimal(123456789)), "元", "+123456789元"),
    ],
)
def test_a_difference_is_said_with_its_unit(step: Step, unit: str, said: str) -> None:
    figure = Figure(Text(), None, None, unit, "count", None)
    assert difference(SAY, step, figure) == said


def test_the_five_pages_show_what_changed_between_two_issues(library: Library) -> None:
    content = render(library, Settings())["changes.md"]
    rows = [line.split(" | ") for line in content.splitlines() if line.startswith("| <span id=")]
    (cells,) = (cells for cells in rows if "118家" in cells[1])
    assert "#L272" in cells[1]
    assert "#L17" in cells[2]
    assert cells[3].startswith("+17家")
    assert "江门" not in "".join(line for line in content.splitlines() if line.startswith("| <span id="))


def test_the_word_that_limits_a_value_stands_once_where_it_is_printed() -> None:
    library = collected(paired("a", "2023-08-08", "超100家"), paired("b", "2023-11-05", "100多家"))
    made = everything(library, Settings())["data/changes.csv"].decode("utf-8-sig")
    told = [
        (one["原文"], one["比的是"], one["比下来"]) for one in csv.DictReader(StringIO(made)) if "100" in one["原文"]
    ]
    assert told == [("超100家", "", "没有可比的"), ("100多家", "超100家", "有约数，不比")]


def test_a_figure_of_a_series_leads_there(library: Library) -> None:
    desk = Desk(library, SAY)
    first = library.series[0].points[0].figure
    assert tracked(desk, first, "articles/x.md") == f"[数字变了没有](../changes.md#{library.series[0].id})"
    assert changes_view(desk)["count"] == len(library.series)


def test_the_built_page_has_a_place_for_each_series(site: Path, library: Library) -> None:
    built = (site / "changes.html").read_text(encoding="utf-8")
    assert all(f'id="{one.id}"' in built for one in library.series)
