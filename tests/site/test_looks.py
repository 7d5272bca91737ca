"""How the site looks, in a real browser: nothing wider than the window, nothing that axe finds, nothing heavy."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.press import KINDS, ROOT, Site, too_wide

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEAVIEST = 150_000
SHORTEN = """() => { // what follows is made like what stands above it
  for (const more of document.querySelectorAll('.raw > li:nth-child(n+60), tr:nth-child(n+20)')) more.remove();
}"""
TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_kind_of_page_is_wider_than_the_window(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for kind in KINDS:
        page.goto(f"{site.folder.as_uri()}/{site.one(kind)}")
        assert too_wide(page) == [], kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(site: Site, page: Page, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site.folder.as_uri()}/{site.one(kind)}")
    page.evaluate(SHORTEN)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(fault["id"], fault["help"], fault["nodes"][0]["html"], len(fault["nodes"])) for fault in found] == []


def test_an_article_transfers_little(site: Site, page: Page) -> None:
    fetched: list[str] = []
    page.on("response", lambda response: fetched.append(response.url))
    heaviest = max(site.files(KINDS["article"]), key=lambda name: (site.folder / name).stat().st_size)
    page.goto(f"{site.folder.as_uri()}/{heaviest}", wait_until="networkidle")
    sizes = {url: (site.folder / url.removeprefix(f"{site.folder.as_uri()}/")).stat().st_size for url in fetched}
    assert len(sizes) >= 3
    assert sum(sizes.values()) <= HEAVIEST, sizes


def test_no_page_holds_a_script_or_a_handler(site: Site) -> None:
    inline = re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
    held = {name: inline.findall((site.folder / name).read_text(encoding="utf-8")) for name in site.files()}
    assert {name: found for name, found in held.items() if found} == {}


def test_the_night_only_gives_other_values_to_the_same_names() -> None:
    day = dict(TOKEN.findall((ROOT / "docs/assets/banmian.css").read_text(encoding="utf-8")))
    night = (ROOT / "docs/assets/dark.css").read_text(encoding="utf-8")
    assert set(dict(TOKEN.findall(night))) <= set(day)
    assert night.count("{") == 1


@pytest.mark.parametrize("sheet", ["banmian.css", "dark.css"])
def test_every_colour_can_be_read_on_its_ground(sheet: str) -> None:
    """WCAG's contrast: 4.5 for words, also for those on a seal of a city's colour and on what was found."""
    colours = dict(TOKEN.findall((ROOT / "docs/assets" / sheet).read_text(encoding="utf-8").split("}")[0]))
    words = ["--ink", "--ink-2", "--ink-3", "--doubt", *(f"--city-{number}" for number in range(1, 7))]
    poor = {name: contrast(colours[name], colours["--paper"]) for name in words}
    poor |= {f"{name} on {ground}": contrast(colours[name], colours[ground]) for name, ground in (
        ("--ink", "--found"), ("--doubt", "--doubt-2"), ("--ink", "--paper-2"),
    )}  # fmt: skip
    assert {name: ratio for name, ratio in poor.items() if ratio < 4.5} == {}


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio of two colours written #rrggbb."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How bright a colour is to the eye, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_on_paper_an_article_fits_the_sheet_and_loses_its_buttons(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 643, "height": 900})  # A4 less its margins
    page.emulate_media(media="print")
    for kind in ("article", "source", "chronicle", "front"):
        page.goto(f"{site.folder.as_uri()}/{site.one(kind)}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, kind
        assert page.locator(".sections, button.scheme").evaluate_all("parts => parts.every(part => !part.offsetParent)")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()
