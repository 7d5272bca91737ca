"""The feed and the spreadsheets: valid, the same on every run, and nothing of what was printed acts in them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from generator.model import Basis, Claim, DateRange, Issue, Kind, Library
from generator.publish.desk import Desk
from generator.publish.escape import shown
from generator.publish.feed import feed
from generator.publish.render import everything
from generator.publish.spreadsheet import safe
from generator.publish.words import words
from generator.relate import relate
from tests.publish.made import Settings, bound, made_page
from tests.publish.traps import TRAPS

SITE = Settings(site_url="https://example.org/paper")
ATOM = "{http://www.w3.org/2005/Atom}link"


def desk(library: Library) -> Desk:
    return Desk(library, words("zh"))


def related(library: Library) -> Library:
    """The same pages, with what they have to do with each other."""
    return relate(library.pages, library.articles, library.facts, library.summaries)


def channel(library: Library, settings: Settings) -> ET.Element:
    found = ET.fromstring(feed(desk(library), settings)).find("channel")  # noqa: S314 - our own
    assert found is not None
    return found


def dated(name: str, day: int, headline: str = "题", last: int | None = None) -> Library:
    days = DateRange(date(2024, 1, day), date(2024, 1, last or day))
    issue = Issue(Claim("茂名日报", Basis.PRINTED), Claim(days, Basis.PRINTED))
    page = made_page(name, [(1, Kind.HEADLINE, headline), (1, Kind.PARAGRAPH, "一句话。")], issue=issue)
    return bound([page])


def both(*parts: Library) -> Library:
    return related(bound([page for part in parts for page in part.pages]))


def test_an_item_is_an_article_as_printed_with_an_id_that_never_changes(library: Library) -> None:
    items = channel(library, SITE).findall("item")
    assert {item.findtext("guid") for item in items} == {article.id for article in library.articles}
    assert {item.find("guid").get("isPermaLink") for item in items} == {"false"}  # type: ignore[union-attr]
    for item in items:
        article = next(one for one in library.articles if one.id == item.findtext("guid"))
        assert item.findtext("link") == f"https://example.org/paper/articles/{article.id}.html"
        if article.headline is not None:
            assert item.findtext("title") == desk(library).title(article).words
        for sentence in library.summaries[article.id]:
            assert sentence.text.value in (item.findtext("description") or "")


def test_where_the_site_has_no_address_there_is_no_link_and_it_says_so(library: Library) -> None:
    told = channel(library, Settings())
    assert [item for item in told.findall("item") if item.find("link") is not None] == []
    assert told.find(ATOM) is None
    assert "没有设网址" in (told.findtext("description") or "")
    assert (told.findtext("link") or "").startswith("about:")
    assert channel(library, SITE).find(ATOM).get("href") == "https://example.org/paper/data/feed.xml"  # type: ignore[union-attr]


def test_a_day_is_given_only_when_it_is_known() -> None:
    told = channel(both(dated("a.txt", 3), dated("b.txt", 8, last=20)), SITE)
    assert [item.findtext("pubDate") for item in told.findall("item")] == [None, "Wed, 03 Jan 2024 00:00:00 +0800"]


def test_the_newest_issue_comes_first() -> None:
    told = channel(both(dated("a.txt", 3, "早"), dated("b.txt", 20, "晚"), dated("c.txt", 9, "中")), SITE)
    assert [item.findtext("title") for item in told.findall("item")] == ["晚", "中", "早"]


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if trap.strip()])
def test_a_feed_holds_whatever_is_printed_as_text(trap: str) -> None:
    words_ = " ".join(trap.split())
    told = channel(both(dated("a.txt", 3, words_)), SITE)
    (item,) = told.findall("item")
    assert (item.findtext("title") or "").split() == shown(words_).split()
    assert [child.tag for child in item] == ["title", "link", "description", "pubDate", "guid"]


def test_a_feed_and_the_tables_are_the_same_on_every_run(library: Library) -> None:
    once, again = (
        {name: made for name, made in everything(library, Settings()).items() if name.endswith((".csv", ".xml"))}
        for _ in range(2)
    )
    assert once == again
    assert {"data/feed.xml", "data/pairings.csv", "data/policies.csv", "data/news.csv"} <= set(once)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "　＝1", "＋1", "\r-1", '=HYPERLINK("x")']
)
def test_no_cell_of_a_spreadsheet_is_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")
    assert safe(cell).endswith(cell.strip()[1:].strip())


@pytest.mark.parametrize("cell", ["118家", "“一会帮一镇”", "2023-11-05", "0.5元", ""])
def test_other_cells_stay_as_printed(cell: str) -> None:
    assert safe(cell) == cell


def test_every_spreadsheet_opens_with_as_many_cells_in_each_row(library: Library) -> None:
    tables = {name: made for name, made in everything(library, Settings()).items() if name.endswith(".csv")}
    mine = ("pairings", "documents", "setups", "roles", "policies", "boxes", "lists", "sums", "news")
    for name in mine:
        content = tables[f"data/{name}.csv"]
        assert content.startswith(b"\xef\xbb\xbf")
        head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        assert rows
        assert {len(row) for row in rows} == {len(head)}
        assert all(row[-1] for row in rows), f"{name}: a row without its line"


def test_printed_words_do_not_break_out_of_a_cell(library: Library) -> None:
    """A pairing of words that would be markup, a formula or another cell is shown as it was printed."""
    pair = next(pair for pair in library.paired if len(pair.prints) == 1)
    source = "<b>a|b</b>\n=1+1"
    page = made_page("x.txt", [(1, Kind.PARAGRAPH, source.replace("\n", ""))])
    text = page.seed.text[:12]
    one = pair.prints[0]
    hostile = replace(one, helpers=(text,), article=page.articles[0].id, pairing=replace(one.pairing, text=text))
    made = replace(bound([page]), paired=(replace(pair, prints=(hostile,)),))
    files = everything(made, Settings())
    row = next(line for line in files["pairings.md"].decode().splitlines() if "&lt;b&gt;" in line)
    assert "<b>" not in row
    head = next(line for line in files["pairings.md"].decode().splitlines() if line.startswith("| ---"))
    assert row.count(" | ") == head.count(" | ")
