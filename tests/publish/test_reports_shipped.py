"""The reports that are shipped, as a reader of the built site sees them; what they must say was read off the pages."""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from generator.build import build
from generator.model import Library
from tests.publish.reading import EMPTY, texts

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
TRUTH = ROOT / "tests" / "truth" / "relations" / "reports.yml"
QUESTIONS = "about/questions"
# In the order of the front page: what each has found.
TITLES = {
    "reports/baihuibangbaizhen": "两期之间，118家变135家，镇街仍是112个",
    "reports/jiangmen-liuyue": "江门6月提出的2023年目标，后来收到的一版没有提到",
    "reports/yicihui-sanpiangao": "同一次会，三篇稿：赛道、协议、指挥部各在一篇里",
    "reports/maoming-haiguan": "出口的月饼印了货值，罐头、桂圆、果汁没有印",
    "reports/liangshi-yigongcheng": "两市写同一项工程：话有相同的，数的口径不同",
    "reports/kuajing-dianshang": "十五项措施只收到后半：写明钱数的是展会、监管场所和孵化",
}
ALL = (*TITLES, QUESTIONS)

# All that the site may reckon in them: nothing else on the pages bears a sum.
RECKONED = {
    "reports/baihuibangbaizhen": {"17家", "七家", "五个"},
    "reports/liangshi-yigongcheng": {"十二篇"},
    QUESTIONS: {"2022年8月"},
}
MAOMING, JIANGMEN = {"000", "001", "002"}, {"003", "004"}
CITIES = {
    "reports/baihuibangbaizhen": MAOMING,
    "reports/maoming-haiguan": MAOMING,
    "reports/kuajing-dianshang": MAOMING,
    "reports/jiangmen-liuyue": JIANGMEN,
    "reports/yicihui-sanpiangao": JIANGMEN,
}
COMMENTARY = range(76, 115)  # lines of 004
NO_NEWS = {("001", 231), ("001", 232), ("001", 309), ("004", 160), ("004", 162), ("004", 164), ("004", 166)}

LINE = re.compile(r"pages/(?P<seed>\d{3})_[0-9a-f]+\.html#L(?P<line>\d+)$")
NAMED = re.compile(r"第\d+(?:–\d+)?行")


def ink(words: str) -> str:
    """Words without blanks and with narrow letters."""
    return unicodedata.normalize("NFKC", "".join(words.split()))


@dataclass
class Seen(HTMLParser):
    """A built page: the printed words with the line they lead to, the cells of its tables, and the site's own words.

    Printed are the titles of articles, too, and what stands as a quotation.
    """

    leads: set[tuple[str, str, int]] = field(default_factory=set)
    lines: set[tuple[str, int]] = field(default_factory=set)
    direct: set[tuple[str, str, int]] = field(default_factory=set)
    rows: list[list[str]] = field(default_factory=list)
    own: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, bool]] = []
        self._target: tuple[str, int] | None = None
        self._words = ""
        self._waiting: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag not in EMPTY:
            printed = tag == "blockquote" or (tag == "a" and "articles/" in (known.get("href") or ""))
            self._open.append((tag, printed or "printed" in (known.get("class") or "").split()))
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")
        match = LINE.search(known.get("href") or "") if tag == "a" else None
        if match:
            self._target, self._words = (match["seed"], int(match["line"])), ""
            self.lines.add(self._target)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._target:
            if NAMED.fullmatch(self._words):
                self.leads |= {(words, *self._target) for words in self._waiting}
                self._waiting = []
            elif self._is_printed():
                self.leads.add((ink(self._words), *self._target))
                self.direct.add((ink(self._words), *self._target))
            self._target = None
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(tag == "td" for tag, _ in self._open):
            self.rows[-1][-1] += data
        if self._target:
            self._words += data
        elif self._is_printed():
            self._waiting.append(ink(data))
        if not self._is_printed() and not self._target and any(tag == "article" for tag, _ in self._open):
            self.own += data

    def _is_printed(self) -> bool:
        return any(printed for _, printed in self._open)


@pytest.fixture(scope="module")
def seen(site: Path) -> dict[str, Seen]:
    """Every report that is shipped, read once."""
    found = {}
    for name in ALL:
        found[name] = Seen()
        found[name].feed((site / f"{name}.html").read_text(encoding="utf-8"))
    return found


def sections(file: Path) -> dict[str, str]:
    """The words below each heading of a built page."""
    content = file.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    parts = re.split(r"<h2[^>]*>(.*?)</h2>", content)
    plain = [re.sub(r"<[^>]*>", "", part) for part in parts[1:]]
    return dict(zip(plain[::2], plain[1::2], strict=True))


def plain_of(file: Path) -> str:
    return "".join(texts(file, "article"))


# ── what they say ─────────────────────────────────────────────


def test_all_six_and_the_questions_are_shown_the_first_as_lead(library: Library) -> None:
    assert library.left_out == ()
    assert [report.order for report in library.reports if report.kind == "report"] == [1, 2, 3, 4, 5, 6]
    assert [f"reports/{report.slug}" for report in library.reports if report.kind == "report"] == list(TITLES)


@pytest.mark.parametrize("name", TITLES)
def test_a_report_states_its_finding_and_its_limits(site: Path, name: str) -> None:
    file = site / f"{name}.html"
    assert texts(file, "h1") == [TITLES[name]]
    assert sections(file)["限度"].strip()
    assert sections(file)["来源"].strip()


@pytest.mark.parametrize("name", TITLES)
def test_a_report_is_an_editors_short_piece(name: str) -> None:
    """400 to 800 characters of prose: tables, headings and where the words lead are not counted."""
    written = (SEEDS / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    prose = re.sub(r"```.*?```|^[#|].*?$", "", written, flags=re.DOTALL | re.MULTILINE)
    assert 400 <= len(ink(re.sub(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)", "]", prose))) <= 800


@pytest.mark.parametrize("name", ALL)
def test_the_words_that_matter_lead_to_their_lines(seen: dict[str, Seen], name: str) -> None:
    truth = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))[name]
    assert {(one["words"], one["seed"], one["line"]) for one in truth} - seen[name].leads == set()


@pytest.mark.parametrize("name", ALL)
def test_whatever_leads_to_a_line_begins_there(seen: dict[str, Seen], name: str) -> None:
    """Against the pages themselves, not against what the program made of them."""
    for words, seed, line in seen[name].direct:
        lines = next(SEEDS.glob(f"{seed}_*.txt")).read_text(encoding="utf-8").split("\n")
        own, after = ink(lines[line - 1]), ink("".join(lines[line - 1 :]))
        starts = [match.start() for match in re.finditer(f"(?={re.escape(words)})", after)]
        assert any(start < len(own) for start in starts), (words, line)


@pytest.mark.parametrize("name", ALL)
def test_only_what_the_pages_support_is_reckoned(site: Path, name: str) -> None:
    assert set(texts(site / f"{name}.html", "span", class_="reckoned")) == RECKONED.get(name, set())


def test_the_questions_are_twenty_each_with_lines_and_what_is_not_said(site: Path) -> None:
    file = site / f"{QUESTIONS}.html"
    content = file.read_text(encoding="utf-8").partition('id="sources"')[0]
    answers = content.split("<h2")[1:-1]
    assert len(answers) == 20
    for answer in answers:
        assert LINE.search(re.findall(r'href="([^"]*#L\d+)"', answer)[0]), answer
        assert "版面没有说的" in answer


# ── what would embarrass them ─────────────────────────────────


@pytest.mark.parametrize("name", CITIES)
def test_a_report_on_one_city_leads_to_no_line_of_the_other(seen: dict[str, Seen], name: str) -> None:
    assert {seed for seed, _ in seen[name].lines} <= CITIES[name]


@pytest.mark.parametrize("name", ALL)
def test_no_day_is_said_more_exactly_than_known(site: Path, name: str) -> None:
    """The days of the five issues are ranges; no page says in which month 003 was printed."""
    words = plain_of(site / f"{name}.html")
    assert "2024年1月" not in words
    for day in ("2023年6月16日", "2023年8月5日", "2023年11月5日"):
        assert words.count(day) == words.count(f"{day}至"), day
    for printed in ("2023年6月15日", "2023年6月17日", "2023年11月6日", "2023年9月15日"):
        assert printed not in words, printed


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_added_up_that_may_overlap(seen: dict[str, Seen], name: str) -> None:
    """197+72, 274-197, credit with credit, two cities, projects with projects, commended with commended; no shares."""
    for number in ("269", "77", "202", "196.82", "55.02", "173", "266", "301", "127", "454", "%", "％"):
        assert not re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", seen[name].own), number


@pytest.mark.parametrize("name", ALL)
def test_slogans_weather_and_notices_are_no_news(seen: dict[str, Seen], name: str) -> None:
    assert seen[name].lines & NO_NEWS == set()


@pytest.mark.parametrize("name", ALL)
def test_the_secretarys_name_stays_open_wherever_it_stands(site: Path, name: str) -> None:
    for heading, words in sections(site / f"{name}.html").items():
        assert "陈少荣" not in words or "待核" in words, heading


def test_targets_are_called_so_and_what_is_not_told_is_no_zero(seen: dict[str, Seen]) -> None:
    rows = {row[0]: row for row in seen["reports/jiangmen-liuyue"].rows if len(row) == 4}
    for item, printed in (("基础设施投资", "不少于100亿元"), ("规上工业产值", "3500亿元")):
        name = next(name for name in rows if item in name)
        assert "目标" in name
        assert printed in rows[name][1]
        assert rows[name][2].strip() == "未提到"
    assert not any(cell.strip() in ("0", "零") for one in seen.values() for row in one.rows for cell in row)


def test_commentary_is_named_where_it_is_set_beside_reports(seen: dict[str, Seen], site: Path) -> None:
    content = (site / "reports/jiangmen-liuyue.html").read_text(encoding="utf-8")
    rows = [row.partition("</tr>")[0] for row in content.split("<tr>")[1:] if 'data-label="出自"' in row]
    assert len(rows) == 5
    for row in rows:
        lines = {int(line) for line in re.findall(r"004_[0-9a-f]+\.html#L(\d+)", row)}
        assert (">评论<" in row) == any(line in COMMENTARY for line in lines), row
    assert "评论里的话是主张，不是报道" in seen["reports/jiangmen-liuyue"].own


def test_what_was_said_in_june_is_never_called_kept_or_broken(seen: dict[str, Seen]) -> None:
    own = seen["reports/jiangmen-liuyue"].own
    assert "没有提到，不等于没有办" in own
    assert not re.search("如期|落空|未完成|已完成|兑现了|没有兑现", own)


def test_two_cities_stand_side_by_side_with_what_may_be_compared_first(seen: dict[str, Seen]) -> None:
    rows = [row for row in seen["reports/liangshi-yigongcheng"].rows if len(row) == 5]
    assert len(rows) == 11
    assert {row[0] for row in rows} == {"不可比", "只有一市", "话相同"}
    assert all((row[0] == "只有一市") == ("未提到" in (row[2], row[3])) for row in rows)


def test_two_sums_of_one_name_are_doubted_and_not_added_up(seen: dict[str, Seen]) -> None:
    (row,) = (row for row in seen["reports/liangshi-yigongcheng"].rows if any("125.92亿元" in cell for cell in row))
    assert "70.90亿元" in row[3]
    assert "不能相加" in row[4]
    assert "待核" in row[4]


def test_what_the_later_issue_tells_of_helpers_is_not_called_nothing(seen: dict[str, Seen]) -> None:
    """It prints no list of who helps whom, but two associations and a town; what it calls 198 is not one word."""
    report = seen["reports/baihuibangbaizhen"]
    wanted = {("深圳市电白商会", "000", 49), ("市旅游协会", "000", 61), ("商会组织", "000", 9), ("商协会", "001", 238)}
    assert wanted - report.leads == set()
    assert "没有写明结对的名单" in report.own


def test_seven_counties_each_have_their_lane(seen: dict[str, Seen]) -> None:
    rows = [row for row in seen["reports/yicihui-sanpiangao"].rows if len(row) == 4 and "第22行" in row[1]]
    assert [row[0] for row in rows] == ["蓬江", "江海", "新会", "台山", "开平", "鹤山", "恩平"]
    assert [row[2].strip() == "未提到" for row in rows] == [True, True, True, False, False, False, False]


def test_goods_without_a_printed_weight_have_none(seen: dict[str, Seen]) -> None:
    """The mooncakes' weight and worth are given to nothing else; the juice has no place."""
    rows = {row[0]: row for row in seen["reports/maoming-haiguan"].rows if len(row) == 5}
    assert [name for name, row in rows.items() if row[4] != "未提到"] == ["月饼"]
    assert rows["果汁浓浆"][2:] == ["未提到", "未提到", "未提到"]


def test_a_half_says_that_it_is_a_half(site: Path) -> None:
    file = site / "reports/kuajing-dianshang.html"
    assert "后半" in texts(file, "h1")[0]
    assert "未收" in texts(file, "div", class_="deck")[0]
    assert "不是全文" in texts(file, "div", class_="deck")[0]
    assert "只有后半" in sections(file)["限度"]


@pytest.mark.parametrize("name", ALL)
def test_the_site_speaks_like_an_editor(seen: dict[str, Seen], name: str) -> None:
    """No words of software; no praise, no blame."""
    software = ("实体", "仪表盘", "碎片", "置信度", "节点", "AI", "模型", "算法")
    feelings = (
        "成效",
        "显著",
        "圆满",
        "奋力",
        "亮点",
        "亮眼",
        "扎实",
        "有力",
        "错误",
        "失败",
        "遗憾",
        "令人",
        "高质量",
    )
    assert [word for word in (*software, *feelings) if word in seen[name].own] == []


# ── what becomes of them ──────────────────────────────────────


def test_a_figure_that_changes_on_its_page_takes_its_reports_off(tmp_path: Path) -> None:
    """118 printed as 119: the two that lead to it are left out by name, the other five stay."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    page = next((tmp_path / "seeds").glob("001_*.txt"))
    page.write_text(page.read_text(encoding="utf-8").replace("118 家商", "119 家商"), encoding="utf-8")
    library = build(tmp_path / "seeds")
    assert {one.file for one in library.left_out} == {"reports/baihuibangbaizhen.md", "reports/questions.md"}
    assert all("118家" in fault.reason for one in library.left_out for fault in one.faults)
    assert len(library.reports) == 5
