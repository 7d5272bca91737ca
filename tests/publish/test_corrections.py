"""What a person corrected is shown with its authority, apart from what was printed, and is text like all else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.account import account
from generator.build import build
from generator.cli import main
from generator.model import (
    Authority,
    Basis,
    Block,
    Change,
    Claim,
    Correction,
    DateRange,
    Doubt,
    Issue,
    Kind,
    Library,
    Refused,
)
from generator.publish.check import check
from generator.publish.corrections import stanza
from generator.publish.escape import shown
from generator.publish.export import records
from generator.publish.render import everything, render
from generator.publish.site import build_site
from generator.publish.words import words
from generator.publish.write import write
from generator.read.entries import read_entries
from generator.text import Text, is_blank
from tests.publish.conftest import ROOT
from tests.publish.made import Settings, bound, made_page
from tests.publish.reading import texts
from tests.publish.test_hostile import _Acts
from tests.publish.traps import TRAPS

NAME = "002_d332767d08246bff"
SIDECAR = """by: 何编辑
when: 2024-01-15
why: 对照了纸质原版
date: 2023-09-20
characters:
  - printed: 吸引省内外3万多人次参加
    read: 吸引了省内外4万多人次参加
doubts:
  - words: 茂名海关助力高州桂圆首次供港
    answer: 断得对
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    seeds = tmp_path_factory.mktemp("given") / "seeds"
    seeds.mkdir()
    (seeds / f"{NAME}.txt").write_bytes(Path("seeds", f"{NAME}.txt").read_bytes())
    (seeds / f"{NAME}.yml").write_text(SIDECAR, encoding="utf-8")
    return seeds


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    return build(folder)


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return render(library, Settings())


@pytest.fixture(scope="module")
def corrected(library: Library) -> str:
    """The id of the article whose characters are corrected."""
    return next(a.id for a in library.articles if any(one.what == "character" for one in a.corrections))


def test_an_article_shows_what_was_printed_what_it_reads_now_and_who_says_so(
    files: dict[str, str], corrected: str
) -> None:
    content = files[f"articles/{corrected}.md"]
    section = content.partition("{#corrections}")[2].partition("{#related}")[0]
    assert "“吸引省内外3万多人次参加”" in section
    assert "“吸引了省内外4万多人次参加”" in section
    assert "何编辑，2024年1月15日：对照了纸质原版" in section
    assert 'href="#corrections">更正1处</a>' in content
    assert '<ins class="corrected" title="何编辑更正，不是报上印的">4</ins>万多人次' in content


def test_the_page_as_it_came_keeps_what_was_printed_and_says_what_was_corrected(files: dict[str, str]) -> None:
    content = files[f"pages/{NAME}.md"]
    raw, _, rest = content.partition('<div class="repairs"')
    assert "内外 3 万多人次参加" in raw
    assert "4 万多人次" not in raw
    assert "“吸引了省内外4万多人次参加”" in rest
    assert "2023年9月20日（编者所给）" in rest
    assert "何编辑，2024年1月15日：对照了纸质原版" in rest.partition("{#done}")[0]


def test_a_settled_doubt_is_no_open_one(files: dict[str, str], library: Library) -> None:
    content = files["doubts.md"]
    open_ones, _, settled = content.partition("{#settled}")
    assert "| 茂名海关助力高州桂圆首次供港 |" not in open_ones
    assert "断得对（何编辑，2024年1月15日：对照了纸质原版）" in settled
    count = sum(not doubt.settled for article in library.articles for doubt in article.doubts)
    assert f"共{count}条" in open_ones


def test_data_carry_every_correction_and_still_add_up(library: Library, corrected: str) -> None:
    record = next(record for record in records(library) if record["id"] == corrected)
    assert record["issue_date"]["basis"] == "given"
    assert record["issue_date"]["given"] == {"by": "何编辑", "when": "2024-01-15", "why": "对照了纸质原版"}
    one = next(one for one in record["corrections"] if one["what"] == "character")
    source = library.pages[0].seed.source
    assert [source[at : at + len(was)] for at, was, _ in one["changes"]] == ["", "3"]
    assert (one["was"], one["by"], one["when"]) == ("吸引省内外3万多人次参加", "何编辑", "2024-01-15")
    paragraph = next(found for found in record["paragraphs"] if "4万多人次" in found["text"])
    assert rebuilt(source, paragraph, one["changes"]) == "".join(c for c in paragraph["text"] if not is_blank(c))
    assert account(library.pages[0]).holds


def rebuilt(source: str, field: dict[str, Any], changes: list[list[Any]]) -> str:
    """A field's text from its spans, its page and the changes, as whoever has the data can make it."""
    printed = [(at, source[at]) for first, last in field["spans"] for at in range(first, last)]
    parts = [*((at, 1, letter) for at, letter in printed), *((at, 0, put) for at, _, put in changes)]
    return "".join(letter for _, _, letter in sorted(parts) if not is_blank(letter))


def test_words_of_a_person_are_never_handed_out_or_shown_as_printed(tmp_path: Path) -> None:
    """A digit in a fact names its author; a sentence put in whole is no fact; a deck shows what was put in."""
    heads = "红豆镇长街修好了\n\n共有三百家店铺*\n\n■记者 王小明\n\n"
    body = "本报讯 2023年5月1日，红豆镇的长街修好了，投资12亿元，镇上的人都说好。\n"
    (tmp_path / "a.txt").write_text(heads + body, encoding="utf-8")
    (tmp_path / "a.yml").write_text(
        "by: 何编辑\nheadlines:\n  - begins: 本报讯 2023年\n    deck: 共有三百家店铺\ncharacters:\n"
        "  - printed: 共有三百家\n    read: 共有四百家\n  - printed: 投资12亿元\n    read: 投资13亿元\n"
        "  - printed: 都说好。\n    read: 都说好。2023年6月2日，全镇再投资55亿元修桥。\n",
        encoding="utf-8",
    )
    library = build(tmp_path)
    (record,) = records(library)
    assert [(one["text"], one["corrected_by"]) for one in record["figures"] if "亿元" in one["text"]] == [
        ("13亿元", ["何编辑"])
    ]
    told = [*record["summary"], *record["events"], *record["figures"]]
    assert told
    assert all(one["spans"] for one in told)
    (article,) = (text for name, text in render(library, Settings()).items() if name.startswith("articles/a-"))
    deck = next(line for line in article.splitlines() if 'class="deck' in line)
    assert '<ins class="corrected" title="何编辑更正，不是报上印的">四</ins>' in deck


def test_what_is_taken_back_leaves_no_trace(tmp_path: Path, folder: Path) -> None:
    before = render(build(Path(folder, f"{NAME}.txt")), Settings())
    (tmp_path / f"{NAME}.txt").write_bytes((folder / f"{NAME}.txt").read_bytes())
    plain = render(build(tmp_path), Settings())
    (tmp_path / f"{NAME}.yml").write_text(SIDECAR, encoding="utf-8")
    assert render(build(tmp_path), Settings()) == before != plain
    (tmp_path / f"{NAME}.yml").unlink()
    assert render(build(tmp_path), Settings()) == plain
    (tmp_path / f"{NAME}.yml").write_text("by: 何编辑\n", encoding="utf-8")
    assert render(build(tmp_path), Settings()) == plain


def test_a_correction_that_cannot_be_made_is_said_everywhere_and_stops_nothing(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("标题\n\n正文一句，说了一件事。\n", encoding="utf-8")
    (seeds / "a.yml").write_text("by: 甲\npage: 05\ndoubts:\n  - words: 没有这话\n    answer: 是\n", encoding="utf-8")
    (seeds / "b.yml").write_text("by: 甲\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--seeds", str(seeds), "--docs", str(tmp_path / "docs"), "-q"])
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == ["b.yml:1", "a.yml:4"]
    assert "编者所给" in (tmp_path / "docs" / "pages" / "a.md").read_text(encoding="utf-8")
    register = (tmp_path / "docs" / "doubts.md").read_text(encoding="utf-8").partition("{#refused}")[2]
    assert "a.yml 第4行" in register.replace("&#46;", ".")
    assert "有2条更正未能照办" in (tmp_path / "docs" / "index.md").read_text(encoding="utf-8")
    for command in (["export", str(seeds)], ["ledger", str(seeds)]):
        found = CliRunner().invoke(main, command)
        assert found.exit_code == 1
        assert json.loads(found.stdout)
        assert "a.yml:4: the page does not print “没有这话”" in found.stderr


def test_each_reason_has_its_words_for_the_site() -> None:
    """Whatever is refused is said in the site's own words, with the values that the reason names."""
    files = ("read/sidecar", "read/entries", "recover/quoted", "recover/respell", "recover/retitle", "recover/rulings")
    sources = "".join(Path("generator", f"{file}.py").read_text(encoding="utf-8") for file in files)
    kinds = r'"((?:quoted|entry|sidecar|headline|join|corrected)_[a-z_]+)"'
    reasons = set(re.findall(kinds, sources))
    known = {key.removeprefix("refused_") for key in words("zh").table if key.startswith("refused_")}
    assert len(reasons) > 20
    assert reasons <= known
    assert {"outside", "closed", "no_file"} <= known


@pytest.mark.parametrize("number", range(5))
def test_the_lines_that_would_settle_a_doubt_do(number: int) -> None:
    (page,) = build(sorted(Path("seeds").glob("*.txt"))[number]).pages
    doubts = [doubt for article in page.articles for doubt in article.doubts]
    for doubt in doubts:
        lines = stanza(page.seed, doubt).partition("#")[0].replace("answer:", "answer: 已核")
        root = yaml.compose(f"by: 甲\n{lines}", Loader=yaml.BaseLoader)
        assert root
        given, refused = read_entries("x.yml", root)
        assert not refused
        (answer,) = given.doubts
        ink = "".join(letter for letter in page.seed.source if not is_blank(letter))
        assert ink.count(answer.words) == 1
        assert answer.doubt == doubt.what


# --- hostile ---


def hostile() -> Library:
    """A library whose corrections, in every part of them, try to be more than text."""
    traps = [trap for trap in TRAPS if trap.strip()]
    page = made_page("x.txt", [(number, Kind.PARAGRAPH, f"第{number}段正文。") for number in range(len(traps))])
    articles = []
    for trap, article in zip(traps, page.articles, strict=True):
        said = Authority(trap, date(2024, 1, 15), trap, f"{trap}.yml", 1)
        first = article.body[0].text
        put = Text.by(trap, trap, "x", first.start)
        change = Change(first.start, Text(), trap)
        made = Correction("character", first, trap, f"{trap}今", said, (change,))
        answer = Correction("doubt", first, trap, f"{trap}答", said)
        body = Block(Kind.PARAGRAPH, put + first + put, "x.x")
        head = Block(Kind.HEADLINE, first[:2] + put, "given.headline")
        doubt = Doubt(first, "doubts.open_end", answer)
        articles.append(replace(article, blocks=(head, body), corrections=(made, answer), doubts=(doubt,)))
    said = articles[0].corrections[0].said
    days = Claim(DateRange(date(2023, 1, 1), date(2023, 1, 1)), Basis.GIVEN, given=said)
    page = replace(
        page,
        articles=tuple(articles),
        corrections=tuple(one for article in articles for one in article.corrections),
        issue=Issue(Claim(traps[2], Basis.GIVEN, given=said), days, None),
    )
    refused = tuple(
        Refused(trap, 1, "quoted_near", "", (("words", trap), ("near", trap), ("line", "1"))) for trap in traps
    )
    return bound([page], refused=refused)


def test_nothing_in_a_correction_acts_and_all_of_it_is_shown(docs: Path, tmp_path: Path) -> None:
    library = hostile()
    write(docs, everything(library, Settings()))
    build_site(docs, tmp_path / "site", ROOT / "mkdocs.yml")
    assert check(library, Settings(), docs, tmp_path / "site") == []
    for file in (tmp_path / "site").rglob("*.html"):
        page = _Acts()
        page.feed(file.read_text(encoding="utf-8"))
        assert page.inline == [], file
        assert not page.tags & {"img", "b", "iframe"}, file
    (register,) = texts(tmp_path / "site" / "doubts.html", "article")
    for article in library.articles:
        made, answer = article.corrections
        for said in (made.now, answer.now):
            assert shown(said).strip() in register
        (body,) = texts(tmp_path / "site" / "articles" / f"{article.id}.html", "div", class_="body-text")
        assert shown(article.body[0].text.value).strip() in body
