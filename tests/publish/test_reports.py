"""Reports as a reader sees them: every printed word opens its line, what is computed says so, nothing in them acts."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

from generator.model import Library, Refused
from generator.model.reports import (
    Change,
    Comparison,
    Computed,
    Entries,
    Grid,
    Head,
    Item,
    Leads,
    LeftOut,
    OfIssue,
    Para,
    Printed,
    Report,
    Stress,
    Words,
)
from generator.publish.check import check
from generator.publish.escape import shown
from generator.publish.render import everything, render
from generator.publish.reports import place
from generator.publish.site import build_site
from generator.publish.words import words
from generator.publish.write import write
from generator.relate.reports.numbers import inked
from generator.rules import rules
from tests.publish.conftest import ROOT
from tests.publish.made import Settings, find, small
from tests.publish.reading import texts
from tests.publish.traps import TRAPS

SAY = words("zh")
NO_ICON = "data:,"
PACKAGE = ROOT / "generator"


class Pointers(HTMLParser):
    """The words of each link to a line of a page, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._to = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._to = dict(attrs).get("href") or "" if tag == "a" else self._to

    def handle_endtag(self, tag: str) -> None:
        self._to = "" if tag == "a" else self._to

    def handle_data(self, data: str) -> None:
        if "#L" in self._to:
            self.found.append((data, self._to))


def pointers(file: Path) -> list[tuple[str, str]]:
    page = Pointers()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page.found


def built(site: Path, report: Report) -> Path:
    return site / place(report).replace(".md", ".html")


def test_every_printed_word_of_the_shipped_reports_opens_the_line_that_prints_it(site: Path, library: Library) -> None:
    for report in library.reports:
        found = [pair for pair in pointers(built(site, report)) if not re.fullmatch(r"第\d+(–\d+)?行", pair[0])]
        assert found, report.file
        for said, to in found:
            seed, line = re.search(r"pages/([^/]+)\.html#L(\d+)$", to).groups()  # type: ignore[union-attr]
            source = library.page_of[seed].seed
            start = source.line_starts[int(line) - 1]
            first = inked(said.strip("　 "))[:1]
            assert first in inked(source.source[start : (*source.line_starts, None)[int(line)]]), (
                report.file,
                said,
                to,
            )


def test_every_number_that_is_no_link_and_no_computation_stands_in_a_title_or_in_prose_that_was_proved(
    site: Path, library: Library
) -> None:
    """Each computed number bears the mark, however many there are."""
    for report in library.reports:
        file = built(site, report)
        assert len(texts(file, "span", class_="reckoned")) <= len(texts(file, "span", class_="computed"))


def test_a_report_says_its_limits_and_its_sources_with_their_dates(site: Path, library: Library) -> None:
    for report in library.reports:
        heads = texts(built(site, report), "h2")
        assert "来源" in heads
        assert report.kind == "questions" or any("限度" in head for head in heads)
        listed = "".join(texts(built(site, report), "li"))
        for seed in report.seeds:
            page = library.page_of[seed]
            assert page.seed.name in listed
            assert page.issue.dated is None or SAY.issue_days(page.issue.dated.value) in listed


def test_the_list_leads_to_every_report(site: Path, library: Library) -> None:
    listed = (site / "reports" / "index.html").read_text(encoding="utf-8")
    titles = texts(site / "reports" / "index.html", "h2")
    assert len(titles) == len(library.reports)
    assert "没有登出来的" not in listed


# ── one report with everything in it ──────────────────────────


def trapped(library: Library, trap: str, slug: str) -> Report:
    """A report that has a piece of every kind, `trap` in all that a person can write."""
    first, second = library.pages
    figure, other = find(first.seed, "4500万元"), find(second.seed, "另一段")
    own, more = library.articles[:2]

    def say(words: str) -> tuple[Words]:
        return (Words(f"{trap}{words}", 5),)

    said = (*say("甲"), Printed(figure), Words(f"“{trap}”", 6, quoted=True), *say(""))
    known = (OfIssue("dated", first.seed.id), OfIssue("page", second.seed.id))
    story = (Leads("article", "", own.id), Leads("article", f"{trap}那篇", more.id))
    away = (Leads("web", f"{trap}别处", "https://example.org/a_(b)*c?d=e"), Leads("file", "大事记", "chronicle.md"))
    items = (
        Item(say("项"), ((figure,), (other,)), Change("+17家")),
        Item(say("另项"), ((figure,), ()), Change(why="once")),
    )
    pieces = (
        Head(say("节"), 2),
        Para((*said, Computed(f"{trap}17家", (figure,)), *known)),
        Para((Stress(said, strong=True), Stress(say("斜"), strong=False)), aside=True),
        Entries((said, (Leads("page", f"{trap}那版", second.seed.id),)), numbered=False),
        Entries((story, away), numbered=True),
        Grid((say("项"), say("数")), ((say("乙"), said), (say("丙"), (Words("未提到", 9),)))),
        Comparison(say("对照"), (first.seed.id, second.seed.id), items),
    )
    return Report(
        file=f"reports/{slug}.md",
        slug=slug,
        kind="report",
        title=say("题"),
        deck=say("副"),
        by=f"{trap}编者",
        pieces=pieces,
        cites=(figure, other),
        articles=(own.id,),
        seeds=(first.seed.id, second.seed.id),
    )


def with_reports(*traps: str) -> Library:
    """A small library with such a report for each trap, and for each one that is left out."""
    library = small()
    reports = tuple(trapped(library, trap, f"x{number}") for number, trap in enumerate(traps))
    left_out = [
        Refused(f"reports/{trap}y.md", 7, "report_number", "", (("words", f"{trap}三家"), ("near", f"{trap}a.txt#L3")))
        for trap in traps
    ]
    return replace(library, reports=reports, left_out=tuple(LeftOut(fault.file, (fault,)) for fault in left_out))


def site_of(library: Library, docs: Path, tmp_path: Path) -> Path:
    write(docs, everything(library, Settings()))
    build_site(docs, tmp_path / "site", ROOT / "mkdocs.yml")
    assert check(library, Settings(), docs, tmp_path / "site") == []
    return tmp_path / "site"


def test_a_report_shows_all_its_pieces(docs: Path, tmp_path: Path) -> None:
    site = site_of(with_reports(""), docs, tmp_path)
    file, listed = site / "reports" / "x0.html", site / "reports" / "index.html"
    assert texts(file, "h1") == ["题"]
    assert texts(file, "h2") == ["节", "来源"]
    assert texts(file, "blockquote")[0].split() == ["甲4500万元“”斜"]
    assert "17家 本站计算" in " ".join(texts(file, "p"))
    assert "2023年11月5日（推定）" in " ".join(texts(file, "p"))
    cells = [cell.split() for cell in texts(file, "td")]
    assert cells[2:4] == [["丙"], ["未提到"]]
    assert ["+17家", "本站计算"] in cells
    assert ["另项"] in cells
    assert texts(file, "span", class_="blank") == ["未提到", "未提到"]
    assert "没有登出来的" in texts(listed, "h2")
    assert "第7行：“三家”没有印在引到的行上；它印在a.txt#L3，请引出来" in "".join(texts(listed, "li"))


class Acts(HTMLParser):
    """What on a page could act: elements, handlers, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.scripts: list[str] = []
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.add(tag)
        self.handlers += [name for name in known if name.startswith("on") or name == "style"]
        self.scripts += [tag] if tag == "script" and not known.get("src") else []
        self.links |= {known.get("href") or "", known.get("src") or ""}


TRIED = [trap for trap in TRAPS if trap.strip()]


def test_nothing_that_a_person_writes_acts(docs: Path, tmp_path: Path) -> None:
    site = site_of(with_reports(*TRIED), docs, tmp_path)
    for number, trap in enumerate((*TRIED, "index")):
        file = site / "reports" / (f"x{number}.html" if number < len(TRIED) else "index.html")
        page = Acts()
        page.feed(file.read_text(encoding="utf-8"))
        assert page.handlers == [], trap
        assert page.scripts == [], trap
        assert not page.tags & {"img", "svg", "b", "iframe", "style", "object"}, trap
        away = {link for link in page.links if re.match(r"[a-z]+:|//", link)} - {NO_ICON}
        assert away <= {"https://example.org/a_%28b%29%2Ac?d=e"}, trap
        if trap != "index":
            assert inked(shown(trap)) in inked(texts(file, "h1")[0]), trap
            assert inked(shown(trap)) in inked(texts(file, "blockquote")[0]), trap


# ── words for the reader ──────────────────────────────────────


def faults() -> dict[str, set[str]]:
    """For each fault that the code names, what its words may use."""
    found: dict[str, set[str]] = {}
    for file in (*(PACKAGE / "read").glob("report*.py"), *(PACKAGE / "relate" / "reports").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ReportError":
                what = node.args[1]
                names = {keyword.arg or "trick" for keyword in node.keywords}
                told = [what.value] if isinstance(what, ast.Constant) else []
                found |= {str(name): names for name in told}
    return found


def test_for_every_fault_there_are_words_that_can_be_said() -> None:
    known = faults() | {key: {"words"} for key in ("report_date", "report_relative", "report_no_sum_open")}
    assert len(known) > 40
    for what, names in known.items():
        said = SAY.table[what.replace("report_", "left_out_", 1)]
        assert {name for _, name, _, _ in Formatter().parse(said) if name} <= names, what


def test_no_words_are_kept_for_what_is_no_fault() -> None:
    made = {"no_sum_open", "no_sum_planned", "no_sum_doubted", "trick", "deep", "date", "relative"}
    kept = {key.removeprefix("left_out_") for key in SAY.table if key.startswith("left_out_")}
    assert kept - made == {what.removeprefix("report_") for what in faults()} - made


def test_the_files_that_a_report_may_lead_to_are_there(library: Library) -> None:
    files = {*render(library, Settings()), "about/index.md", "about/corrections.md"}
    assert set(rules("reports")["file"].words) <= files


def test_without_reports_the_list_says_so() -> None:
    assert "还没有报道" in render(small(), Settings())["reports/index.md"]
