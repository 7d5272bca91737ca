"""No number, date or quotation stands in a report that no line of the pages holds; what keeps a report out is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build
from generator.model import Figure, Library, Promise
from generator.model.reports import Answer, Comparison, Computed, OfIssue, Para, Printed, Report, Words, flat
from generator.read.reports import read_reports
from generator.relate.reports import settle

SEEDS = Path(__file__).parents[2] / "seeds"
HEAD = "---\ntitle: {title}\nby: 何编辑\n---\n\n"
END = "\n\n## 限度\n\n无。\n"
FIRST = 6  # the line of a file on which its text begins

Settled = Callable[..., Library]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """What is known of the five pages, without any report."""
    folder = tmp_path_factory.mktemp("pages")
    for seed in SEEDS.glob("*.txt"):
        (folder / seed.name).write_bytes(seed.read_bytes())
    return build(folder)


@pytest.fixture
def settled(pages: Library, tmp_path: Path) -> Settled:
    def do(body: str, *, title: str = "题", of: Library = pages) -> Library:
        (tmp_path / "reports").mkdir(exist_ok=True)
        (tmp_path / "reports" / "a.md").write_text(HEAD.format(title=title) + body + END, encoding="utf-8")
        return settle(of, *read_reports(tmp_path))

    return do


@pytest.fixture
def shown(settled: Settled) -> Callable[..., Report]:
    def do(body: str, **more: str) -> Report:
        library = settled(body, **more)
        assert [str(fault) for fault in library.faults] == []
        (report,) = library.reports
        return report

    return do


@pytest.fixture
def complaints(settled: Settled) -> Callable[..., list[str]]:
    def do(body: str, **more: str) -> list[str]:
        library = settled(body, **more)
        assert library.reports == ()
        return [str(fault) for fault in library.faults]

    return do


def printed(report: Report) -> list[str]:
    paragraphs = (piece for piece in report.pieces if isinstance(piece, Para))
    return [part.text.value for piece in paragraphs for part in flat(piece.parts) if isinstance(part, Printed)]


# ── words and their lines ─────────────────────────────────────


@pytest.mark.parametrize(
    ("pointer", "words", "lines"),
    [
        ("[135家](000#L17)", "135家", (17, 17)),
        ("[135 家](000＃17)", "135家", (17, 17)),
        ("[118家](001#L272)", "118家", (272, 272)),  # the page has a blank in it
        ("[超2万家](001_8f#L238)", "超2万家", (238, 238)),
        ("[商协会与112个镇街全覆盖结对帮扶](001#L272)", "商协会与112个镇街全覆盖结对帮扶", (272, 273)),
        ("[80％](002#L451)", "80%", (451, 451)),  # wide on the page
        ("[80%](002#L451)", "80%", (451, 451)),
        ("[这很有效地促进了商协会、会员企业与镇(街)双向奔赴](000#L39)", None, (39, 45)),  # a caption stands between
        ("[《茂名市“百会帮百镇”工作指引》](001#L258-L259)", "《茂名市“百会帮百镇”工作指引》", (259, 259)),
        ("[今日天气](001#L231)", "今日天气", (231, 231)),  # what belongs to no article
    ],
)
def test_words_are_found_on_their_line(
    shown: Callable[..., Report], pages: Library, pointer: str, words: str | None, lines: tuple[int, int]
) -> None:
    report = shown(pointer)
    (text,) = report.cites
    places = pages.lines_of(text)
    assert (places[0][1], places[-1][2]) == lines
    assert words is None or text.value == words
    assert all(run.is_printed for run in text.runs)


@pytest.mark.parametrize(
    ("pointer", "reason"),
    [
        ("[136家](000#L17)", "“136家” is not printed on 000_5b1a5244461864bc.txt#L17; nearest: L17“"),
        ("[135家](000#L18)", "“135家” does not begin on 000_5b1a5244461864bc.txt#L18; it is printed at"),
        ("[118家](000#L17)", "it is printed at 001_8f75e8691d6c27ef.txt#L272"),
        ("[135家](007#L17)", "no page's name begins with `007`; the nearest: "),
        ("[135家](00#L17)", "several pages begin with `00`: 000_5b1a5244461864bc.txt、001_8f75e8691d6c27ef.txt"),
        ("[135家](000#L999)", "has 193 lines; `000#L999` is none of them"),
        ("[135家](000#L0)", "is none of them"),
        ("[135家](000#十七)", "names no line; write the page and the line, such as 000#L17"),
        ("[118](001#L272)家", "“118” is only a part of “118家”"),
        ("[4亿元](003#L95)", "“4亿元” is only a part of “超4亿元”"),
        ("[300](000#L21)", "“300” is only a part of “300多名”"),
        ("[18家](001#L272)", "“18家” is only a part of “118家”"),
        ("[0.5](001#L13)", "“0.5” is only a part of “0.5%”"),
        ("[点](http://example.org)", "a link leads to a line (000#L17), an article (article:…), https://…"),
        ("[点](javascript:alert)", "a link leads to a line"),
        ("[点](../../etc/passwd)", "a link leads to a line"),
        ("[点](article:001-1)", "there is no article `001-1`; there is: 001_8f75e8691d6c27ef-0（"),
    ],
)
def test_a_pointer_that_leads_nowhere_says_what_homeest(
    complaints: Callable[..., list[str]], pointer: str, reason: str
) -> None:
    said = complaints(pointer)
    assert said[0].startswith(f"reports/a.md:{FIRST}: ")
    assert any(reason in one for one in said)


def test_what_a_person_corrected_is_not_quoted_as_printed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("题\n\n提出参与帮扶切人的方式，共有3家商会。\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("by: 甲\ncharacters:\n  - printed: 切人的方式\n    read: 切入的方式\n", "utf-8")
    (tmp_path / "reports").mkdir()
    report = tmp_path / "reports" / "a.md"
    report.write_text(HEAD.format(title="题") + "[切人的方式](a#L3)" + END, encoding="utf-8")
    assert build(tmp_path).left_out == ()
    report.write_text(HEAD.format(title="题") + "[切入的方式](a#L3)" + END, encoding="utf-8")
    assert "is not printed on a.txt#L3" in str(build(tmp_path).faults[0])


# ── numbers that nobody led to ────────────────────────────────

CITED = "[三种结对帮扶形式](000#L15)，[135家](000#L17)，[超4亿元](003#L95)，[稳居全省第三](003#L99)。"


@pytest.mark.parametrize(
    "words",
    [
        "135家",
        "１３５家",
        "镇街112个",  # the same line prints it
        "三种",
        "3种",
        "超4亿元",
        "全省第三",
        "一家、一期、一个",
        "两期",
        "两篇",
        "几家，上半年，百千万工程，一五",
        "“百会帮百镇”",
        "“今年以来”",
        "1**35家**",
        "“落实[135家](000#L17)商协会”",
        "最近[135家](000#L17)",
        "《江门市制造业企业主办银行对接行动方案》",
        "两种报、两市、两版",
        "2023年12月末",
    ],
)
def test_numbers_of_the_lines_led_to_may_stand_in_the_prose(shown: Callable[..., Report], words: str) -> None:
    assert shown(f"{CITED}\n\n{words}。").cites


@pytest.mark.parametrize(
    ("words", "loose"),
    [
        ("136家", "136家"),
        ("35家", "35家"),
        ("135个", "135个"),
        ("1.35家", "1.35家"),
        ("135万家", "135万家"),
        ("135多家", "135多家"),
        ("4亿元", "4亿元"),
        ("近4亿元", "近4亿元"),
        ("六种", "六种"),
        ("三十种", "三十种"),
        ("第四", "第四"),
        ("第一", "第一"),
        ("一成", "一成"),
        ("一半", "一半"),
        ("三分之一", "三分之一"),
        ("翻了一番", "翻了一番"),
        ("三期", "三期"),
        ("六篇", "六篇"),
        ("三市", "三市"),
        ("23.1%", "23.1%"),
        ("十大行动", "十大"),
        ("数百家", "数百"),
        ("上千人", "上千"),
        ("近半", "近半"),
        ("近[135家](000#L17)", "近135家"),
        ("9[135家](000#L17)", "9135家"),
        ("[135家](000#L17)以上", "135家以上"),
        ("第[三种](000#L15)", "第三种"),
        ("9**135家**", "9135家"),
        ("2022年[12月末](003#L97)", "2022年12月"),
        ("“落实[135家](000#L17)商会”", "落实135家商会"),
        ("今年", "今年"),
        ("上个月", "上个月"),
        ("2024年", "2024年"),
        ("2023年11月5日", "2023年11月5日"),
        ("12月31日", "12月31日"),
        ("“没有印过的话”", "没有印过的话"),
        ('"没有印过的话"', "没有印过的话"),
        ("《没有的文件》", "没有的文件"),
    ],
)
def test_a_number_or_quotation_that_no_line_holds_keeps_the_report_out(
    complaints: Callable[..., list[str]], words: str, loose: str
) -> None:
    (said,) = complaints(f"{CITED}\n\n有{words}。")
    assert said.startswith(f"reports/a.md:{FIRST + 2}: ")
    assert f"“{loose}”" in said


@pytest.mark.parametrize(
    "body",
    [
        "## 有999家\n\n[135家](000#L17)",
        "[135家](000#L17)\n\n- 有999家",
        "[135家](000#L17)\n\n> 有999家",
        "[135家](000#L17)\n\n| 项 | 有999家 |\n| --- | --- |\n| 甲 | 乙 |",
        "[135家](000#L17)\n\n| 项 | 数 |\n| --- | --- |\n| 甲 | 999家 |",
        "[135家](000#L17)\n\n**有*999家***",
        "[135家](000#L17)\n\n[有999家](000)",
        "[135家](000#L17)\n\n[有999家](chronicle.md)",
        "[135家](000#L17)\n\n[有999家](https://example.org)",
        "[135家](000#L17)\n\n```figures\nlines: 000#L17\ntitle: 有999家\n```",
        "[135家](000#L17)\n\n```changes\nrows:\n  有999家: [000#L17 135家]\n```",
    ],
)
def test_no_corner_of_a_report_is_left_unproved(complaints: Callable[..., list[str]], body: str) -> None:
    assert any("“999家”" in one or "“有999家”" in one for one in complaints(body))


def test_the_title_and_the_deck_are_proved(complaints: Callable[..., list[str]]) -> None:
    (said,) = complaints("[135家](000#L17)", title="有136家")
    assert said.startswith("reports/a.md:2: “136家” is printed on no line")


PLAIN = "引进企业23家、35家、30家、22家，投资5亿元，占百分之五十，完成率七成，惠及3家单位，共2千户，1至9月。"
ROUGH = (
    "引进企业十几家，每处两三家，有的三五家，多的二三十家，投资三点五亿元，占百分之五，完成率七成半，又有廿六家，"
    "捐款贰佰元，请来二十来人，产量翻三番，受益约十万，新增二千一百，三季度投产，占地½，每镇三至五家，共2万3千户。"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two pages: what one prints exactly, the other prints roughly, or as it is seldom written."""
    folder = tmp_path_factory.mktemp("made")
    for name, words in (("a", PLAIN), ("b", ROUGH)):
        (folder / f"{name}.txt").write_text(
            f"某某日报\n\n我市项目建设提速\n\n今年以来，全市{words}\n", encoding="utf-8"
        )
    return build(folder)


@pytest.mark.parametrize(
    "words",
    [
        "十几家",
        "两三家",
        "三五家",
        "二三十家",
        "三点五亿元",
        "百分之五",
        "七成半",
        "廿六家",
        "贰佰元",
        "二十来人",
        "翻三番",
        "约十万",
        "二千一百",
        "三季度",
        "½",
        "三至五家",
        "2万3千户",
    ],
)
def test_a_number_is_proved_by_the_whole_of_it(settled: Settled, made: Library, words: str) -> None:
    """Never by a part of a longer one, nor a rough one by an exact one; but by itself, however it is written."""
    library = settled(f"[全市](a#L5)的有{words}。", of=made)
    assert library.reports == ()
    assert any(f"“{words}”" in str(fault) for fault in library.faults)
    assert settled(f"[全市](b#L5)的有{words}。", of=made).left_out == ()


@pytest.mark.parametrize(
    ("page", "words"),
    [("b", words) for words in ("3家", "5家", "30家", "三家", "3千户", "2万户", "百分之五十", "七成", "十家", "贰万元")]
    + [("a", words) for words in ("9月", "50", "近百分之五十")],
)
def test_a_part_of_a_number_is_none(settled: Settled, made: Library, page: str, words: str) -> None:
    assert settled(f"[全市]({page}#L5)的有{words}。", of=made).reports == ()


@pytest.mark.parametrize(
    "words",
    [
        "二十三家，百分之五十，七成，5亿元",
        "廿三家",
        "2千户",
        "1至9月",
        "百千万工程、一五、万一、大陆、十四五",
        "一点一滴",
    ],
)
def test_what_is_said_exactly_or_is_a_word_may_stand(settled: Settled, made: Library, words: str) -> None:
    assert settled(f"[全市](a#L5)的有{words}。", of=made).left_out == ()


@pytest.mark.parametrize(
    ("page", "words", "whole"),
    [
        ("a", "百分之五", "百分之五十"),
        ("b", "三家", "两三家"),
        ("b", "至五家", "三至五家"),
        ("b", "七成", "七成半"),
        ("b", "产量翻", "翻三番"),
        ("b", "五亿元", "三点五亿元"),
    ],
)
def test_no_part_of_a_number_is_quoted(settled: Settled, made: Library, page: str, words: str, whole: str) -> None:
    library = settled(f"[{words}]({page}#L5)", of=made)
    assert any(f"is only a part of “{whole}”" in str(fault) for fault in library.faults)


def test_a_number_broken_by_the_end_of_a_line_is_no_shorter_one(tmp_path: Path, settled: Settled) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "某某日报\n\n项目建设提速\n\n全市引进企业共1\n35家，占百分之五\n十三，各镇都有。\n", "utf-8"
    )
    library = build(folder)
    for words in ("35家", "百分之五"):
        assert settled(f"[各镇都有](a#L7)，[占](a#L6)，{words}。", of=library).reports == ()
    assert settled("[全市](a#L5)，[占](a#L6)，135家，百分之五十三。", of=library).left_out == ()


def test_questions_are_counted(settled: Settled) -> None:
    asked = "## 是不是？\n\n[135家](000#L17)\n\n## 真的吗？\n\n是。"
    assert settled(asked, title="二问").left_out == ()
    assert settled(asked, title="三问").reports == ()


def test_a_number_that_is_printed_elsewhere_is_told_where(complaints: Callable[..., list[str]]) -> None:
    (said,) = complaints("[135家](000#L17)，274个。")
    assert "it is printed at 000_5b1a5244461864bc.txt#L63: lead to it there" in said


@pytest.mark.parametrize(("words", "home"), [("百分之五", ""), ("2家", ""), ("22家", "a.txt#L5")])
def test_a_number_is_not_told_to_be_where_a_longer_one_is(
    settled: Settled, made: Library, words: str, home: str
) -> None:
    (fault,) = settled(f"[我市](a#L3)的{words}。", of=made).faults
    assert ("it is printed at" in str(fault)) == bool(home)
    assert home in str(fault)


def test_every_fault_of_a_report_is_named_at_once(complaints: Callable[..., list[str]]) -> None:
    said = complaints("[136家](000#L17)\n\n998家，[999家](=1家-2家)\n\n```figures\nof: 无\n```")
    assert [int(one.split(":")[1]) for one in said] == [6, 8, 8, 11]


def test_a_report_without_a_source_is_none(complaints: Callable[..., list[str]]) -> None:
    assert complaints("没有数。") == ["reports/a.md:1: it leads to no line of any page; say where it is printed"]


# ── what is computed ──────────────────────────────────────────

BOTH = "[118家](001#L272)[135家](000#L17)[274个](000#L63)[72个](000#L63)"


@pytest.mark.parametrize(
    "sum_",
    [
        "[17家](=135家-118家)",
        "[+17家](=135家−118家)",
        "[-17家](=118家-135家)",
        "[17家](=135-118)",
        "[26.3%](=72个/274个)",
        "[26%](=72个÷274个)",
        "[14.4%](=(135家-118家)/118家)",
        "[14.4%](=135家/118家-1)",
        "[1.1倍](=135家/118家)",
        "[没有变](=135家-135家)",
    ],
)
def test_what_is_computed_rightly_is_shown_as_computed(shown: Callable[..., Report], sum_: str) -> None:
    (piece, *_) = shown(BOTH + sum_).pieces
    assert isinstance(piece, Para)
    (computed,) = (part for part in piece.parts if isinstance(part, Computed))
    assert computed.of


@pytest.mark.parametrize(
    ("sum_", "reason"),
    [
        ("[18家](=135家-118家)", "“18家” is not what comes out; it is 17家"),
        ("[17个](=135家-118家)", "“17个” is not what comes out; it is 17家"),
        ("[超17家](=135家-118家)", "is not what comes out"),
        ("[+17家](=118家-135家)", "is not what comes out"),
        ("[没有变](=135家-118家)", "is not what comes out"),
        ("[27%](=72个/274个)", "“27%” is not what comes out; it is 26.28%"),
        ("[253家](=135家+118家)", "parts are not added up"),
        ("[1家](=135家-134家)", "“134家” is no number that this report leads to; lead to its line first; there are: "),
        ("[1家](=135家-112个)", "“112个” is no number"),
        ("[139家](=274个-135家)", "the units differ (个、家)"),
        ("[1家](=)", "a sum is a difference or a share"),
        ("[1家](=135家-)", "a sum is a difference or a share"),
        ("[1家](=(135家)", "a link"),
        ("[0家](=135家/(118家-118家))", "nothing is divided by zero"),
    ],
)
def test_what_is_computed_wrongly_keeps_the_report_out(
    complaints: Callable[..., list[str]], sum_: str, reason: str
) -> None:
    if reason == "a link":  # a bracket that is never closed is no pointer, and its numbers are loose
        assert complaints(f"{BOTH}{sum_.replace('135', '136')}")
    else:
        assert any(reason in one for one in complaints(BOTH + sum_))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[2万多名](000#L9)[300多名](000#L21)[1名](=2万多名-300多名)", "“2万多名” is open"),
        ("[135家](000#L17)[131家](003#L91)[4家](=135家-131家)", "of different newspapers (江门日报、茂名日报)"),
        ("[264.43亿元](001#L145)[9亿元](=264.43亿元-264.43亿元)", "“264.43亿元” is planned"),
        ("[三种](000#L15)[四种](000#L15)[一种](=四种-三种)", "“四种” is doubted"),
    ],
)
def test_from_some_numbers_nothing_is_computed(complaints: Callable[..., list[str]], body: str, reason: str) -> None:
    assert any(reason in one for one in complaints(body))


def test_a_day_that_the_site_worked_out_may_be_told(shown: Callable[..., Report]) -> None:
    (piece, *_) = shown("[2022年8月](=002#L352)").pieces
    assert isinstance(piece, Para)
    (computed,) = piece.parts
    assert isinstance(computed, Computed)
    assert "去年8月" in computed.of[0].value


@pytest.mark.parametrize("words", ["2023年8月", "2022年9月", "2022年8月1日", "去年8月"])
def test_another_day_may_not(complaints: Callable[..., list[str]], words: str) -> None:
    (said,) = complaints(f"[{words}](=002#L352)")
    assert f"no date on this line means “{words}”; there is: " in said
    assert "= 2022-08-01..2022-08-31" in said


def test_what_is_known_of_an_issue_is_filled_in(shown: Callable[..., Report], pages: Library) -> None:
    report = shown("[报名](000)[日期](000)[版次](000)，[那一版](000)写[135家](000#L17)")
    (piece, *_) = report.pieces
    assert isinstance(piece, Para)
    assert [part.what for part in piece.parts if isinstance(part, OfIssue)] == ["publication", "dated", "page"]
    assert report.seeds == (pages.pages[0].seed.id,)


# ── tables ────────────────────────────────────────────────────


def test_a_table_may_be_counted(shown: Callable[..., Report]) -> None:
    table = "```pairings\nname: 谁帮谁\nof: 百会帮百镇\nlines: [001#L278-L286]\n```"
    report = shown(f"[七家](=谁帮谁·帮的)，[7家](=谁帮谁.帮的)，[五个](=谁帮谁·被帮的)，[五对](=谁帮谁)。\n\n{table}")
    answer = next(piece for piece in report.pieces if isinstance(piece, Answer))
    helped = [dict(row.words)["helped"] for row in answer.rows]
    assert [names for names in helped if names != ("所在地镇街",)] == [
        ("羊角镇",),
        ("那霍镇",),
        ("钱排镇",),
        ("高州市长坡镇",),
        ("信宜市白石镇",),
    ]


@pytest.mark.parametrize(
    ("count", "reason"),
    [
        ("[八家](=谁帮谁·帮的)", "is not what the table “谁帮谁” counts; it is 7"),
        ("[七家](=谁帮谁·镇)", "the table has no column “镇” to count; there is: 帮的、被帮的"),
        ("[七家](=别的表)", "“别的表” is no number that this report leads to"),
        ("```pairings\nname: 谁帮谁\nin: 001\n```", "two tables are named “谁帮谁”"),
    ],
)
def test_a_count_that_is_wrong_keeps_the_report_out(
    complaints: Callable[..., list[str]], count: str, reason: str
) -> None:
    table = "```pairings\nname: 谁帮谁\nof: 百会帮百镇\nlines: [001#L278-L286]\n```"
    assert any(reason in one for one in complaints(f"{count}\n\n{table}"))


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("of: 百会帮千镇", "no article names a campaign “百会帮千镇”; the nearest: 百会帮百镇"),
        ("place: 高洲市", "no article names a place “高洲市”; the nearest: 高州市"),
        ("in: 009", "no page's name begins with `009`"),
        ("words: 没有这几个字", "nothing is found for `figures` with words: 没有这几个字"),
        ("of: 百会帮百镇\nplace: 江门市", "nothing is found"),
    ],
)
def test_a_table_that_finds_nothing_keeps_the_report_out(
    complaints: Callable[..., list[str]], asked: str, reason: str
) -> None:
    assert any(reason in one for one in complaints(f"[135家](000#L17)\n\n```figures\n{asked}\n```"))


def figures(report: Report) -> list[str]:
    answers = (piece for piece in report.pieces if isinstance(piece, Answer))
    return [row.fact.text.value for piece in answers for row in piece.rows if isinstance(row.fact, Figure)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("of: 百会帮百镇\nwords: [谋划, 项目]", {"274个"}),
        ("lines: 000#L63", {"274个", "197个", "72个"}),
        ("in: 000-0\nwords: 镇街\nlines: 000#L17", {"135家", "112个"}),
        ("place: 霞洞镇\nwords: 志愿者服务队伍", {"26条"}),
        ("place: 茂名市/电白区\nlines: 000#L171", {"40亿元"}),
    ],
)
def test_a_table_holds_what_is_asked_for(shown: Callable[..., Report], asked: str, found: set[str]) -> None:
    assert set(figures(shown(f"```figures\n{asked}\n```"))) == found


def test_no_figure_of_one_city_stands_among_those_of_the_other(shown: Callable[..., Report], pages: Library) -> None:
    report = shown("```figures\nplace: 江门市\n```\n\n```pairings\nplace: 江门市\n```")
    rows = [row for piece in report.pieces if isinstance(piece, Answer) for row in piece.rows]
    papers = {
        pages.issue_of(article).publication for article in pages.articles for row in rows if row.article == article.id
    }
    assert {paper.value for paper in papers if paper} == {"江门日报"}


def test_what_is_printed_twice_is_told_once(shown: Callable[..., Report]) -> None:
    report = shown("```figures\nin: 003\nwords: 125.92亿元\n```")
    assert figures(report).count("125.92亿元") == 1


def test_items_stand_side_by_side_in_the_order_of_their_issues(shown: Callable[..., Report], pages: Library) -> None:
    rows = "  商会: [000#L17 135家, 001#L272 118家]\n  镇街: [001#L273 112个, 000#L17 112个]\n"
    rows += (
        "  企业: [001#L238 超2万家, 000#L9 2万多名]\n  项目: [000#L63 274个]\n  两报: [000#L17 135家, 003#L91 131家]\n"
    )
    (table, *_) = (piece for piece in shown(f"```changes\nrows:\n{rows}```").pieces if isinstance(piece, Comparison))
    issues = [pages.page_of[seed].seed.name[:3] for seed in table.issues]
    assert issues == ["001", "000", "003"]
    told = {prose(item.name): (item.change.difference, item.change.why) for item in table.items}
    assert told == {
        "商会": ("+17家", ""),
        "镇街": ("", "same"),
        "企业": ("", "open"),
        "项目": ("", "once"),
        "两报": ("", "papers"),
    }
    blank = next(item for item in table.items if prose(item.name) == "项目")
    assert [len(cell) for cell in blank.cells] == [0, 1, 0]


def prose(parts: tuple[object, ...]) -> str:
    return "".join(part.words for part in parts if isinstance(part, Words))


def test_issues_whose_days_may_be_the_same_have_no_first_and_last(shown: Callable[..., Report]) -> None:
    """Page 002 is of some day from April to December: it may be before or after the others."""
    rows = "  项: [002#L254 26个, 000#L63 72个]\n"
    (table, *_) = (piece for piece in shown(f"```changes\nrows:\n{rows}```").pieces if isinstance(piece, Comparison))
    assert table.items[0].change.why == "unordered"


PROMISE = "```promises\nlines: 004#L26\nwords: 不少于100亿元\nmet: [003#L91 实施结对项目172个]\n```"


def test_only_a_person_calls_a_promise_met_and_by_printed_words(shown: Callable[..., Report]) -> None:
    (row,) = (row for piece in shown(PROMISE).pieces if isinstance(piece, Answer) for row in piece.rows)
    assert isinstance(row.fact, Promise)
    assert "不少于100亿元" in row.fact.sentence.value
    assert [text.value for text in row.met] == ["实施结对项目172个"]
    (row,) = (
        row
        for piece in shown(PROMISE.replace("met", "# met")).pieces
        if isinstance(piece, Answer)
        for row in piece.rows
    )
    assert row.met == ()


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        ("172个", "173个", "“实施结对项目173个” is not printed on 003_7b2999cc312b4378.txt#L91"),
        ("003#L91 实施结对项目172个", "172个", "is no line and words; write it like `001#L272 118家`"),
        ("words: 不少于100亿元\n", "", "`met:` is said of one promise; this block finds 2"),
        ("promises", "figures", "`met:` is said of one promise"),
    ],
)
def test_a_promise_is_not_called_met_by_less(
    complaints: Callable[..., list[str]], was: str, now: str, reason: str
) -> None:
    assert any(reason in one for one in complaints(PROMISE.replace(was, now)))


# ── drift ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("was", "now", "loose"),
    [
        ("135家商协会全覆盖结对帮扶112个镇街。", "136家商协会全覆盖结对帮扶112个镇街。", "135家"),
        ("274个", "247个", "274个"),
    ],
)
def test_a_page_that_changes_keeps_the_report_out_by_name(tmp_path: Path, was: str, now: str, loose: str) -> None:
    """The report is as it was; one figure of a page is another: each line of the report that it concerns is named."""
    name = "000_5b1a5244461864bc.txt"
    source = (SEEDS / name).read_text(encoding="utf-8")
    assert was in source
    (tmp_path / "reports").mkdir()
    body = HEAD.format(title="题") + "[135家](000#L17)，[274个](000#L63)。" + END
    (tmp_path / "reports" / "百会.md").write_text(body, encoding="utf-8")
    (tmp_path / name).write_text(source, encoding="utf-8")
    assert build(tmp_path).left_out == ()
    (tmp_path / name).write_text(source.replace(was, now), encoding="utf-8")
    library = build(tmp_path)
    assert library.reports == ()
    assert re.match(rf"reports/百会\.md:{FIRST}: “{loose}” ", str(library.faults[0]))


def test_the_order_of_the_pages_changes_nothing(pages: Library, settled: Settled) -> None:
    body = f"{BOTH}[17家](=135家-118家)\n\n```figures\nof: 百会帮百镇\n```\n\n```changes\nof: 百会帮百镇\n```"
    turned = replace(pages, pages=pages.pages[::-1])
    assert settled(body).reports == settled(body, of=turned).reports


def test_the_reports_that_are_shipped_are_shown() -> None:
    library = build(SEEDS)
    assert [str(fault) for fault in library.faults] == []
    assert len(library.reports) == len(list((SEEDS / "reports").glob("*.md")))
