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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one hostile page."""
    workshop = tmp_path_factory.mktemp("hostile")
    seeds = workshop / "seeds"
    seeds.mkdir()
    (seeds / "x.txt").write_text(HOSTILE, encoding="utf-8")
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


def test_every_trick_stands_in_an_article_as_words(hostile: Site, page: Page) -> None:
    text = ""
    for name in hostile.files("articles/x-*.html"):
        page.goto(f"{hostile.folder.as_uri()}/{name}")
        text += page.locator("main").inner_text()
    assert [trick for trick in TRICKS if trick not in text] == []
