"""The chronicle in a real browser: it is sifted without a server, and is whole without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.press import Site, Watch, too_wide
from tests.site.test_looks import RULES

DRAWN = ("pairings", "changes", "lists", "initiatives/baiqianwan-gongcheng", "articles/003_7b2999cc312b4378-0")
ROWS = ".chronicle tbody tr"
SHOWN = f"{ROWS}:visible"
# How small the smallest words of a drawing that is shown are, in pixels of the screen.
SMALLEST = """() => Math.min(...[...document.querySelectorAll('svg.chart')]
  .filter(drawing => drawing.clientWidth).flatMap(drawing => {
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    const words = [...drawing.querySelectorAll('text, tspan')];
    return words.map(word => parseFloat(getComputedStyle(word).fontSize) * scale);
  }))"""


@pytest.fixture
def chronicle(site: Site, page: Page) -> Iterator[Page]:
    """The chronicle on a desk; nothing may go wrong on it."""
    watch = Watch(f"{site.folder.as_uri()}/")
    watch.over(page)
    page.goto(f"{site.folder.as_uri()}/chronicle.html")
    yield page
    assert watch.faults == []


def choose(page: Page, field: str, words: str) -> None:
    """Answer one of the questions above the table."""
    select = page.locator(f"form.sift select[name={field}]")
    told = [text for text in select.locator("option").all_inner_texts() if text.strip("　").startswith(words)]
    select.select_option(label=told[0])


def test_what_is_asked_is_shown_and_counted(chronicle: Page) -> None:
    whole = chronicle.locator(ROWS).count()
    choose(chronicle, "initiative", "百会帮百镇")
    assert chronicle.locator(SHOWN).count() == 4
    assert chronicle.locator("form.sift output").inner_text() == f"符合的4条，共{whole}条。"
    assert all("百会帮百镇" in text or "商" in text for text in chronicle.locator(SHOWN).all_inner_texts())
    choose(chronicle, "place", "高州市")
    assert chronicle.locator(SHOWN).count() == 1
    chronicle.locator("form.sift button").click()
    assert chronicle.locator(SHOWN).count() == whole
    assert chronicle.locator("form.sift output").inner_text() == ""


def test_years_of_nothing_have_no_heading_and_the_lanes_follow(chronicle: Page) -> None:
    headings = chronicle.locator(".chronicle h2:visible").count()
    stems = chronicle.locator(".for-wide svg.chart g[data-n]:not(.off)").count()
    choose(chronicle, "paper", "茂名日报")
    assert 0 < chronicle.locator(".chronicle h2:visible").count() <= headings
    for heading in chronicle.locator(".chronicle h2:visible").all():
        assert heading.evaluate("head => !!head.parentElement.querySelector('tbody tr:not([hidden])')")
    assert 0 < chronicle.locator(".for-wide svg.chart g[data-n]:not(.off)").count() < stems
    assert chronicle.locator(f"{SHOWN} .seal.c2").count() == 0
    choose(chronicle, "status", "打算")
    assert chronicle.locator(".chronicle h2:visible").all_inner_texts() == ["打算与预计"]


def test_when_nothing_is_found_it_says_so(chronicle: Page) -> None:
    choose(chronicle, "paper", "江门日报")
    choose(chronicle, "initiative", "百会帮百镇")
    assert chronicle.locator(SHOWN).count() == 0
    assert chronicle.locator("form.sift output").inner_text().startswith("没有符合的")


def test_what_is_asked_stands_in_the_address_and_can_be_sent_on(chronicle: Page, browser: Browser) -> None:
    choose(chronicle, "place", "高州市")
    asked, found = chronicle.url, chronicle.locator(SHOWN).all_inner_texts()
    assert "#?place=" in asked
    other = browser.new_page()
    other.goto(asked)
    assert other.locator(SHOWN).all_inner_texts() == found
    other.goto(f"{asked.partition('#')[0]}?place=" + asked.partition("place=")[2])
    assert other.locator(SHOWN).all_inner_texts() == found
    other.goto(f"{asked.partition('#')[0]}#?place=nowhere&x=%E0%A4%A")
    assert other.locator(SHOWN).count() > len(found)
    other.close()


def test_it_is_asked_with_the_keyboard_alone(chronicle: Page) -> None:
    chronicle.locator("form.sift select").first.focus()
    chronicle.keyboard.press("ArrowDown")
    assert chronicle.locator("form.sift output").inner_text().startswith("符合的")
    chronicle.keyboard.press("Tab")
    assert chronicle.evaluate("document.activeElement.name") == "initiative"


def test_without_a_script_all_rows_are_there_and_nothing_asks(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.folder.as_uri()}/chronicle.html")
    assert page.locator("form.sift").is_hidden()
    assert page.locator(SHOWN).count() == page.locator(ROWS).count() > 50
    context.close()


def test_a_number_in_the_lanes_leads_to_its_row(chronicle: Page) -> None:
    label = chronicle.locator(".for-wide svg.chart a[href^='#e']").nth(3)
    number = re.sub(r"\D", "", label.get_attribute("href") or "")
    label.locator("text").click()
    row = chronicle.locator(f"#e{number}")
    assert row.evaluate(
        "mark => mark.getBoundingClientRect().top >= 0 && mark.getBoundingClientRect().top < innerHeight"
    )


def test_a_phone_has_the_table_alone(chronicle: Page) -> None:
    chronicle.set_viewport_size({"width": 390, "height": 844})
    assert chronicle.locator("svg.chart:visible").count() == 0
    assert chronicle.locator("figure.drawn:visible").count() == 0
    assert chronicle.locator(SHOWN).count() > 50
    assert too_wide(chronicle) == []


@pytest.mark.parametrize("width", [320, 390, 720, 820, 1216, 1440])
def test_words_in_a_drawing_are_never_scaled_down(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("chronicle", *DRAWN):
        page.goto(f"{site.folder.as_uri()}/{name}.html")
        if page.locator("svg.chart:visible").count():
            assert page.evaluate(SMALLEST) >= 11, name
            assert page.locator(".drawn").first.locator("svg.chart:visible").count() == 1, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DRAWN)
def test_axe_finds_nothing_where_something_is_drawn(site: Site, page: Page, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site.folder.as_uri()}/{name}.html")
    found = Axe().run(page, ".drawn, .matrix-of", {"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_on_paper_the_lanes_fit_and_the_questions_are_gone(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 643, "height": 900})  # A4 less its margins
    page.emulate_media(media="print")
    page.goto(f"{site.folder.as_uri()}/chronicle.html")
    assert page.locator("svg.chart:visible").count() == 1
    assert page.locator("form.sift").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()
