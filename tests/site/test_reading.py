"""A reader's ways through the site, in a real browser: everything is reached, and every sentence opens its lines."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.site.press import KINDS, Site, Watch, too_wide

LINKS = """[...document.querySelectorAll('a[href]')].map(
  link => new URL(link.getAttribute('href'), document.baseURI).href.split(/[?#]/)[0])"""
PIECES = """[...document.querySelectorAll('.body-text [id]')].map(mark => {
  const piece = mark.closest('p, h3, li');
  return [mark.id, [...piece.querySelectorAll('a[href*="#L"]:not([title])')].map(link => link.href)];
})"""
LINES = """Object.fromEntries([...document.querySelectorAll('.raw > li')].map(line =>
  [line.id, [...line.querySelectorAll('.of a')].map(link => link.href)]))"""
FOCUS = """(() => {
  const part = document.activeElement, style = getComputedStyle(part);
  return [part.outerHTML.slice(0, 80), parseFloat(style.outlineWidth), style.outlineStyle];
})()"""
DRESS = "getComputedStyle(document.querySelector('.md-header')).position"
YELLOW = "rgb(255, 231, 154)"


def test_every_file_is_three_clicks_from_the_front_page_and_fits_a_phone(site: Site, page: Page) -> None:
    home = f"{site.folder.as_uri()}/"
    watch = Watch(home)
    watch.over(page)
    page.set_viewport_size({"width": 390, "height": 844})
    reached = walk(page, home, clicks=3)
    assert not watch.faults
    assert sorted(reached) == site.files(), "not reached, or leading nowhere"


def test_every_kind_of_page_works_on_a_host_and_below_a_path_as_in_a_folder(site: Site, home: str, page: Page) -> None:
    watch = Watch(home)
    watch.over(page)
    known = {*site.files(), *site.files("data/**/*.*")}
    for kind in KINDS:
        page.goto(home + site.one(kind))
        links = {unquote(link.removeprefix(home)) for link in page.evaluate(LINKS) if not link.startswith("mailto:")}
        assert links <= known, f"{kind} leads off the site, or nowhere"
        assert page.evaluate(DRESS) == "static", "not dressed"
    assert not watch.faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_what_is_not_there_stands_alone(home: str, page: Page, scheme: str) -> None:
    """A host shows it at any depth, so that neither a relative address nor one from the root would hold."""
    watch = Watch(home)
    watch.over(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{home}404.html")
    assert page.evaluate("[...document.querySelectorAll('[src], [href]')].map(part => part.href || part.src)") == [
        "data:,"
    ]
    expect(page.locator("h1")).to_have_text("没有这一页")
    assert (
        page.evaluate("getComputedStyle(document.body).backgroundColor")
        == {
            "light": "rgb(251, 250, 246)",
            "dark": "rgb(22, 21, 18)",
        }[scheme]
    )
    assert too_wide(page) == []
    violations = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in violations] == []
    assert not watch.faults


def walk(page: Page, home: str, clicks: int) -> dict[str, int]:
    """The files that are reached from the front page, and with how many clicks; each is opened once."""
    reached = {"index.html": 0}
    waiting = ["index.html"]
    for name in waiting:
        page.goto(home + name)
        assert too_wide(page) == [], name
        for link in page.evaluate(LINKS):
            below = unquote(link.removeprefix(home))
            if link.startswith(home) and below not in reached and reached[name] < clicks:
                reached[below] = reached[name] + 1
                if below.endswith(".html"):
                    waiting.append(below)
    return {name: count for name, count in reached.items() if not name.startswith("data/")}


def test_every_piece_of_every_article_opens_the_line_it_begins_on_and_that_line_leads_back(
    site: Site, page: Page
) -> None:
    home = f"{site.folder.as_uri()}/"
    back: dict[str, list[str]] = {}
    for name in site.files("pages/*.html"):
        page.goto(home + name)
        back |= {f"{home}{name}#{line}": links for line, links in page.evaluate(LINES).items()}
    for name in site.files("articles/*-*.html"):
        page.goto(home + name)
        pieces = page.evaluate(PIECES)
        assert pieces, f"{name} has no text"
        for anchor, lines in pieces:
            assert lines, f"{name}#{anchor} opens no line"
            assert set(lines) <= set(back), f"{name}#{anchor} opens a line that is not there"
            ways_back = {way for line in lines for way in back[line]}
            assert f"{home}{name}#{anchor}" in ways_back, f"none of {lines} leads back to {name}#{anchor}"


def test_a_click_on_the_lines_of_a_paragraph_lights_the_first_and_the_way_back_is_beside_it(
    site: Site, page: Page
) -> None:
    page.goto(f"{site.folder.as_uri()}/{site.one('article')}")
    paragraph = page.locator(".body-text > p").last
    words = paragraph.inner_text()
    paragraph.locator("a[href*='#L']:not([title])").first.click()
    line = page.locator(".raw > li:target")
    expect(line).to_be_in_viewport()
    assert line.locator(".tx").evaluate("part => getComputedStyle(part).backgroundColor") == YELLOW
    line.locator(".of a").last.click()
    assert page.locator("p:has(> a:target)").inner_text() == words
    expect(page.locator("p:has(> a:target)")).to_be_in_viewport()


def test_an_address_of_several_lines_lights_them_all(site: Site, page: Page) -> None:
    page.goto(f"{site.folder.as_uri()}/{site.one('source')}#L12-L15")
    assert page.locator(".raw > li.found").evaluate_all("lines => lines.map(line => line.id)") == [
        "L12",
        "L13",
        "L14",
        "L15",
    ]
    expect(page.locator("#L12")).to_be_in_viewport()
    page.evaluate("location.hash = '#L20'")
    expect(page.locator(".raw > li.found")).to_have_count(0)


@pytest.mark.parametrize("name", ["front", "article", "source", "chronicle", "hand-written"])
def test_the_keyboard_sees_where_it_is(site: Site, page: Page, name: str) -> None:
    page.goto(f"{site.folder.as_uri()}/{site.one(name)}")
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUS))
    stops = [
        stop for stop in seen if not stop[0].startswith("<body")
    ]  # after the last link comes the browser's own frame
    assert [part for part, width, style in stops if width < 2 or style == "none"] == []
    assert len({part for part, _, _ in stops}) > 5


def test_without_scripts_a_line_is_lit_and_nothing_is_missing(site: Site, page: Page) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(f"{site.folder.as_uri()}/{site.one('source')}#L12")
    expect(plain.locator("#L12")).to_be_in_viewport()
    expect(plain.locator("button.scheme")).to_be_hidden()
    context.close()


def test_the_night_follows_the_system_until_a_reader_chooses(site: Site, page: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto(f"{site.folder.as_uri()}/index.html")
    day = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    night = page.evaluate(paper)
    assert day != night
    page.locator("button.scheme").click()
    assert page.evaluate(paper) == day
    page.goto(f"{site.folder.as_uri()}/articles/index.html")
    assert page.evaluate(paper) == day, "the choice is forgotten on the next page"
    page.locator("button.scheme").click()
    assert page.evaluate(paper) == night
    page.emulate_media(color_scheme="light")
    assert page.evaluate(paper) == day, "back at the system's own choice, the system is followed again"


def test_a_citation_of_several_lines_lights_all_of_them(site: Site, page: Page) -> None:
    page.goto(f"{site.folder.as_uri()}/policies.html")
    cited = page.get_by_text(re.compile(r"^第\d+–\d+行$")).first
    first, last = map(int, re.findall(r"\d+", cited.inner_text()))
    cited.click()
    page.wait_for_url(f"**#L{first}-L{last}")
    assert page.locator(".raw > li.found").count() == last - first + 1
