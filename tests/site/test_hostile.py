"""Pages that try to be more than text: in a real browser nothing of them runs, and all of it can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.press import Site, Watch, make_site

TRICKS = (
    "<script>window.ran = 1; alert(1)</script>",
    '<img src=x onerror="window.ran = 2">',
    "[去看](javascript:window.ran=3)",
    "<javascript:window.ran=4>",
    "{{ 7 * 7 }}{% include 'main.html' %}",
    '</li></ol><svg onload="window.ran = 5">',
    "&lt;b&gt;&amp;#60;script&#62;",
    "https://elsewhere.example/track.gif",
    "![图](https://elsewhere.example/track.gif)",
)
PROTOCOLS = "[...document.querySelectorAll('a[href]')].map(link => link.protocol)"
HOSTILE = "\n".join(
    (
        '"><script>window.ran = 6</script>',
        "",
        *(f"本报讯 记者昨日获悉，{trick}，全市共有3个镇参加。\n" for trick in TRICKS),
    )
)


NAME = "&lt;b&gt;[x](y){{ 7 }}`x`.txt"  # as bad as a name may be on any system


def titled(trick: str) -> str:
    """A page of one article whose title is a trick."""
    return f"{trick}的题\n\n本报讯 这是第一段，说的是一件事。\n\n这是第二段，说的是另一件事。\n"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one page that is hostile throughout, and of one for each trick, which is its title."""
    workshop = tmp_path_factory.mktemp("hostile")
    seeds = workshop / "seeds"
    seeds.mkdir()
    (seeds / "x.txt").write_text(HOSTILE, encoding="utf-8")
    (seeds / NAME).write_text("题目\n\n这是一段。\n", encoding="utf-8")
    for number, trick in enumerate(TRICKS):
        (seeds / f"title{number}.txt").write_text(titled(trick), encoding="utf-8")
    return make_site(seeds, workshop)


def test_nothing_of_a_hostile_page_runs_or_leaves_the_site(hostile: Site, page: Page) -> None:
    home = f"{hostile.folder.as_uri()}/"
    watch = Watch(home)
    watch.over(page)
    for name in hostile.files():
        page.goto(home + name)
        assert page.evaluate("window.ran") is None, name
        assert set(page.evaluate(PROTOCOLS)) <= {"file:", "mailto:"}, name
    assert watch.faults == []


def test_a_hostile_page_can_be_read_as_it_came(hostile: Site, page: Page) -> None:
    page.goto(f"{hostile.folder.as_uri()}/pages/x.html")
    lines = page.locator(".raw > li .tx").evaluate_all("lines => lines.map(line => line.textContent)")
    assert [line.strip() for line in lines] == HOSTILE.split("\n")
    (name,) = hostile.files("pages/lt-b-gt*.html")
    page.goto(f"{hostile.folder.as_uri()}/{name}")
    assert (page.locator("main .kicker").text_content() or "").endswith(f" {NAME}")


def test_every_trick_stands_as_words_in_an_article_and_wherever_its_title_does(hostile: Site, page: Page) -> None:
    text = ""
    for name in hostile.files("articles/x-*.html"):
        page.goto(f"{hostile.folder.as_uri()}/{name}")
        text += page.locator("main").inner_text()
    assert [trick for trick in TRICKS if trick not in text] == []
    for number, trick in enumerate(TRICKS):
        (article,) = hostile.files(f"articles/title{number}-*.html")
        page.goto(f"{hostile.folder.as_uri()}/{article}")
        assert (page.locator("h1").text_content() or "").strip() == f"{trick}的题"
        assert page.title().startswith(f"{trick}的题")
        page.goto(f"{hostile.folder.as_uri()}/pages/title{number}.html")
        assert trick in page.locator(".repairs").inner_text()
    page.goto(f"{hostile.folder.as_uri()}/articles/index.html")
    listed = page.locator("main").inner_text()
    assert [trick for trick in TRICKS if trick not in listed] == []
