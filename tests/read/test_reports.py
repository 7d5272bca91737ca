"""A report is read part by part: what is wrong is named with its file, its line and what to do; the others are read."""

from __future__ import annotations

from os import mkfifo
from pathlib import Path

import pytest

from generator.model.reports import (
    Entries,
    Grid,
    Head,
    Para,
    Pointer,
    Query,
    Report,
    Stress,
    Words,
)
from generator.read import read
from generator.read.reports import read_reports

FRONT = "---\ntitle: 题\nby: 何编辑\n---\n"
END = "\n## 限度\n\n无。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    return tmp_path


def put(folder: Path, written: str, name: str = "a.md") -> None:
    (folder / "reports" / name).write_text(written, encoding="utf-8")


def one(folder: Path, body: str) -> Report:
    put(folder, f"{FRONT}{body}\n{END}")
    (report,), left_out = read_reports(folder)
    assert left_out == ()
    return report


def complaint(folder: Path, written: str) -> str:
    put(folder, written)
    reports, left_out = read_reports(folder)
    assert reports == ()
    ((fault,),) = (report.faults for report in left_out)
    return str(fault)


def test_the_keys_above_the_text_are_read(folder: Path) -> None:
    front = "---\ntitle: 一个发现\ndeck: 一句话。\nby: 张三\ndate: 2024-01-15\norder: 3\n---\n"
    put(folder, f"{front}正文。\n{END}", "百会 帮百镇.md")
    (report,), _ = read_reports(folder)
    assert (report.file, report.slug, report.kind) == ("reports/百会 帮百镇.md", "百会-帮百镇", "report")
    assert (report.title, report.deck) == ((Words("一个发现", 2),), (Words("一句话。", 3),))
    assert (report.by, report.on and report.on.isoformat(), report.order) == ("张三", "2024-01-15", 3)


def test_a_line_is_read_in_its_parts(folder: Path) -> None:
    (piece, *_) = one(folder, "前[118家](001#L272)，**要[点](a)**。\n*后*").pieces
    assert piece == Para(
        (
            Words("前", 5),
            Pointer("118家", "001#L272", 5),
            Words("，", 5),
            Stress((Words("要", 5), Pointer("点", "a", 5)), strong=True),
            Words("。", 5),
            Stress((Words("后", 6),), strong=False),
        )
    )


def test_brackets_of_a_chinese_keyboard_and_round_ones_in_a_sum_are_read(folder: Path) -> None:
    (piece, *_) = one(folder, "[甲]（000#L1）[乙](=(3家-2家)/2家)").pieces
    assert piece == Para((Pointer("甲", "000#L1", 5), Pointer("乙", "=(3家-2家)/2家", 5)))


def test_what_markdown_knows_and_we_do_not_stays_words(folder: Path) -> None:
    (piece, *_) = one(folder, "<b>a</b> `x` {{ y }} [z] &amp; ~~s~~").pieces
    assert piece == Para((Words("<b>a</b> `x` {{ y }} [z] &amp; ~~s~~", 5),))


def test_the_pieces_follow_one_another(folder: Path) -> None:
    body = "## 一节\n- 甲\n  续\n- 乙\n\n1. 丙\n> 引\n\n| 项 | 数 |\n| --- | --- |\n| 甲 | 无 |\n"
    head, listed, numbered, aside, grid, *_ = one(folder, body).pieces
    assert head == Head((Words("一节", 5),), 2)
    assert listed == Entries(((Words("甲续", 6),), (Words("乙", 8),)), numbered=False)
    assert numbered == Entries(((Words("丙", 10),),), numbered=True)
    assert aside == Para((Words("引", 11),), aside=True)
    assert grid == Grid(((Words("项", 13),), (Words("数", 13),)), (((Words("甲", 15),), (Words("无", 15),)),))


def test_a_block_is_read_key_by_key(folder: Path) -> None:
    body = "```changes\nrows:\n  商会: [001#L272 118家, 000#L17 135家]\nin: 001\n```\n"
    (query, *_) = one(folder, body).pieces
    assert isinstance(query, Query)
    asked = [(one.key, one.words, one.line, one.under) for one in query.asked]
    assert asked == [("rows", ("001#L272 118家", "000#L17 135家"), 7, "商会"), ("in", ("001",), 8, "")]


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        ("正文\n", 1, "a report begins with `---`"),
        ("---\ntitle: 题\n", 1, "a report begins with `---`"),
        ("---\nby: 甲\n---\n" + END, 1, "`title:` is missing"),
        ("---\ntitle: 题\n---\n" + END, 1, "`by:` is missing"),
        ("---\ntitle: 题\nby: 甲\ntitel: 题\n---\n" + END, 4, "there is no key `titel:`; there is: title"),
        ("---\ntitle: 题\nby: 甲\nby: 乙\n---\n" + END, 4, "`by:` stands here twice"),
        ("---\ntitle: 题\nby:\n---\n" + END, 3, "`by:` is empty"),
        ("---\ntitle: 题\nby: [甲]\n---\n" + END, 3, "`by:` takes words only"),
        ("---\ntitle：题\nby: 甲\n---\n" + END, 2, "half-width colon and a blank"),
        ("---\ntitle: 题\nby: &a 甲\n---\n" + END, 3, "an anchor (&)"),
        ("---\ntitle: 题\nby: !!python/name:os.system x\n---\n" + END, 3, "a tag (!)"),
        ("---\ntitle: 题\nby: 甲\ndate: 去年\n---\n" + END, 4, "“去年” is no day; write it like 2024-01-15"),
        ("---\ntitle: 题\nby: 甲\ndate: 2024-02-30\n---\n" + END, 4, "“2024-02-30” is no day"),
        ("---\ntitle: 题\nby: 甲\norder: 一\n---\n" + END, 4, "“一” is no number"),
        ("---\ntitle: 题\nby: 甲\nkind: 报告\n---\n" + END, 4, "there is no kind `报告`; there is: report, questions"),
        ("---\ntitle: 有[三家](000#L1)\nby: 甲\n---\n" + END, 2, "the title is plain words"),
        (FRONT + "正文\n", 6, "add a section `## 限度`"),
        (FRONT + "\n![图](x.png)\n" + END, 6, "pictures have no place"),
        (FRONT + "\n```figures\nof: 甲\n", 6, "this block has no end"),
        (FRONT + "\n```figure\nof: 甲\n```\n" + END, 6, "there is no block `figure`; there is: figures"),
        (FRONT + "\n```python\nx\n```\n" + END, 6, "there is no block `python`; there is: figures, changes"),
        (FRONT + "\n```figures\nwrods: 甲\n```\n" + END, 7, "there is no key `wrods:`; there is: words"),
        (FRONT + "\n```figures\nof：甲\n```\n" + END, 7, "half-width colon and a blank"),
        (FRONT + "\n```figures\n甲\n```\n" + END, 7, "here stand keys and words"),
        (FRONT + "\n```figures\nof: [甲\n```\n" + END, 8, "this is no YAML"),
        (FRONT + "\n```figures\nof: *x\n```\n" + END, 7, "an alias (*)"),
        (FRONT + "\n```figures\n```\n" + END, 6, "`figures` asks for nothing"),
        (FRONT + "\n| 甲 | 乙 |\n| --- | --- |\n| 丙 |\n" + END, 8, "this row has 1 cells, the table's first row 2"),
        (FRONT + "\n正\x07文\n" + END, 6, "control character"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(folder: Path, written: str, line: int, reason: str) -> None:
    said = complaint(folder, written)
    assert said.startswith(f"reports/a.md:{line}: ")
    assert reason in said


def test_one_that_is_wrong_does_not_hinder_the_others(folder: Path) -> None:
    put(folder, "正文\n", "a.md")
    put(folder, FRONT + END, "b.md")
    reports, left_out = read_reports(folder)
    assert [report.file for report in reports] == ["reports/b.md"]
    assert [report.file for report in left_out] == ["reports/a.md"]


def test_two_of_one_address_are_told_apart_by_a_person(folder: Path) -> None:
    put(folder, FRONT + END, "a b.md")
    put(folder, FRONT + END, "a-b.md")
    reports, (left_out,) = read_reports(folder)
    assert len(reports) == 1
    assert "same address as reports/a b.md; rename one" in str(left_out.faults[0])


def test_the_questions_need_no_limits_and_are_one_file(folder: Path) -> None:
    front = FRONT.replace("by:", "kind: questions\nby:")
    put(folder, front, "a.md")
    put(folder, front, "b.md")
    (report,), (left_out,) = read_reports(folder)
    assert report.kind == "questions"
    assert left_out.file == "reports/b.md"


def test_a_file_in_another_encoding_is_named_with_the_line(folder: Path) -> None:
    (folder / "reports" / "a.md").write_bytes("---\ntitle: 题\n".encode("gb18030"))
    _, (left_out,) = read_reports(folder)
    assert [(fault.line, fault.what) for fault in left_out.faults] == [(2, "report_encoding")]


def faults(folder: Path) -> list[str]:
    reports, left_out = read_reports(folder)
    assert reports == ()
    return [fault.what for report in left_out for fault in report.faults]


def test_what_is_no_file_of_ours_is_not_read(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "x.md"
    other.write_text(FRONT + END, encoding="utf-8")
    (folder / "reports" / "a.md").symlink_to(other)
    mkfifo(folder / "reports" / "b.md")
    (folder / "reports" / "c.md").mkdir()
    put(folder, FRONT + "字" * 100_000 + END, "d.md")
    put(folder, FRONT + END, "_draft.md")
    put(folder, FRONT + END, ".x.md")
    assert faults(folder) == ["report_outside", "report_no_file", "report_no_file", "report_large"]


def test_a_report_is_no_page(folder: Path) -> None:
    put(folder, FRONT + END, "a.txt")
    assert read(folder) == ((), ())
    assert read_reports(folder) == ((), ())


def test_line_ends_and_a_mark_at_the_beginning_do_not_matter(folder: Path) -> None:
    written = f"\ufeff{FRONT}正文。\n{END}".replace("\n", "\r\n")
    (folder / "reports" / "a.md").write_bytes(written.encode())
    (report,), left_out = read_reports(folder)
    assert left_out == ()
    assert report.pieces[0] == Para((Words("正文。", 5),))


def test_a_bomb_costs_nothing(folder: Path) -> None:
    lines = ["a: &a [甲, 甲]"] + [f"{c}: &{c} [*{b}, *{b}]" for b, c in zip("abcdefghij", "bcdefghijk", strict=True)]
    assert "an anchor" in complaint(folder, f"{FRONT}```figures\n" + "\n".join(lines) + "\n```\n" + END)


def test_a_folder_without_reports_has_none(tmp_path: Path) -> None:
    assert read_reports(tmp_path) == ((), ())
    assert read_reports(tmp_path / "a.txt") == ((), ())
