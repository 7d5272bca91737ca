"""Search in a real browser: what Ctrl+F would find, and nothing else."""

from __future__ import annotations

import random
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.build import build
from generator.model import Library
from generator.publish.desk import Desk
from generator.publish.search.documents import Document, documents
from generator.publish.search.folding import fold
from generator.publish.words import words
from tests.site.press import ROOT, Site, Watch, too_wide

DONE = ".big-search[aria-busy=false]"
MORE = """shown => document.querySelectorAll('.results > li').length > shown
  || document.querySelector('.search-more').hidden"""
FOUND = "[...document.querySelectorAll('.results h2 a')].map(link => link.getAttribute('href'))"


@pytest.fixture(scope="module")
def library() -> Library:
    return build(ROOT / "seeds")


@pytest.fixture(scope="module")
def searched(library: Library) -> list[Document]:
    return list(documents(Desk(library, words("zh"))))


def ask(page: Page, home: str, question: str, more: str = "") -> list[str]:
    """The addresses that a question finds, all of them."""
    page.goto(f"{home}search.html?q={quote(question)}{more}")
    page.wait_for_selector(DONE)
    while page.locator(".search-more").is_visible():
        shown = page.locator(".results > li").count()
        page.locator(".search-more").click()
        page.wait_for_function(MORE, arg=shown)
    found: list[str] = page.evaluate(FOUND)
    return found


def holding(searched: list[Document], *asked: str) -> list[str]:
    """The addresses of the documents in which each of the strings stands in one passage."""
    texts = {document.address: [fold(passage.words) for passage in document.passages] for document in searched}
    return [address for address, held in texts.items() if all(any(fold(one) in text for text in held) for one in asked)]


def samples(library: Library) -> list[str]:
    """Strings of one to eight characters from the pages, and the same with their ends exchanged."""
    chance = random.Random(5)  # noqa: S311 - a sample, always the same
    made: list[str] = []
    for page in library.pages:
        source = "".join(page.seed.source.split())
        for _ in range(4):
            start = chance.randrange(len(source) - 8)
            size = chance.randint(1, 8)
            made += [source[start : start + size], source[start + 4 : start + 4 + size] + source[start : start + 2]]
    return [one for one in made if fold(one) and not set(one) & set('“”"-')]


def test_every_string_finds_the_articles_and_pages_that_hold_it_and_no_other(
    site: Site, library: Library, searched: list[Document], page: Page
) -> None:
    home = f"{site.folder.as_uri()}/"
    watch = Watch(home)
    watch.over(page)
    for asked in samples(library):
        assert sorted(ask(page, home, asked)) == sorted(holding(searched, asked)), asked
    assert not watch.faults


def test_several_words_must_all_be_there_and_none_with_a_minus(
    site: Site, searched: list[Document], page: Page
) -> None:
    home = f"{site.folder.as_uri()}/"
    both = ask(page, home, "百千万工程 高州")
    assert sorted(both) == sorted(holding(searched, "百千万工程", "高州"))
    without = ask(page, home, "百千万工程 -高州")
    assert sorted(without) == sorted(set(holding(searched, "百千万工程")) - set(holding(searched, "高州")))
    assert both
    assert without
    assert sorted(ask(page, home, '"112 个镇 街"')) == sorted(holding(searched, "112个镇街"))


def test_search_works_in_a_folder_on_a_host_and_below_a_path(home: str, page: Page) -> None:
    watch = Watch(home)
    watch.over(page)
    page.goto(f"{home}index.html")
    page.locator(".look-up input").fill("135家商协会")
    page.keyboard.press("Enter")
    page.wait_for_selector(DONE)
    assert page.locator(".results > li").count() == 1
    expect(page.locator(".results mark").first).to_have_text("135家商协会")
    page.locator(".results .line").first.click()
    assert "pages/" in page.url
    assert "#L" in page.url
    assert not watch.faults


def test_typing_counts_at_once_and_the_address_keeps_the_question(
    site: Site, searched: list[Document], page: Page
) -> None:
    files = holding(searched, "百会帮百镇")
    hits = sum(fold(one.words).count("百会帮百镇") for document in searched for one in document.passages)
    said = f"{len(files)}篇，{hits}处。"
    home = f"{site.folder.as_uri()}/"
    page.goto(f"{home}search.html")
    page.keyboard.type("百会帮百镇")
    expect(page.locator(".search-count")).to_have_text(said)
    assert "q=" in page.url
    page.reload()
    expect(page.locator(".search-count")).to_have_text(said)


def test_a_filter_keeps_what_it_names(site: Site, page: Page) -> None:
    home = f"{site.folder.as_uri()}/"
    everywhere = ask(page, home, "高质量发展")
    page.locator(".facets a", has_text="江门日报").click()
    page.wait_for_selector(DONE)
    seals = page.locator(".results .seal").all_text_contents()
    assert seals
    assert set(seals) == {"江"}
    assert len(seals) < len(everywhere)
    heads = ask(page, home, "高质量发展", "&kind=h")
    assert heads
    assert set(heads) < set(everywhere)


def test_the_filters_count_what_is_found_and_nothing_else(site: Site, page: Page) -> None:
    home = f"{site.folder.as_uri()}/"
    for asked in ("100亿元", "市委书记", "贷款 行政村"):
        found = ask(page, home, asked)
        offered = page.locator(".search-filters section").first.locator("li span").all_text_contents()
        assert all(int(count) <= len(found) for count in offered)
        papers = page.locator(".facets a", has_text="日报").all_text_contents()
        for paper in papers:
            assert ask(page, home, asked, f"&paper={quote(paper)}"), f"{asked}: {paper} is offered and keeps nothing"


def test_what_is_quoted_has_each_of_the_words(site: Site, page: Page) -> None:
    ask(page, f"{site.folder.as_uri()}/", "贷款 行政村")
    marked = page.locator(".results > li").first.locator("q mark").all_text_contents()
    assert {"贷款", "行政村"} <= set(marked)


def test_nothing_found_says_what_is_there_and_that_silence_is_no_proof(site: Site, page: Page) -> None:
    home = f"{site.folder.as_uri()}/"
    assert ask(page, home, "1356家商协会") == []
    none = page.locator(".search-none")
    expect(none).to_contain_text("所收5个版面没有“1356家商协会”")
    expect(none).to_contain_text("没有找到，不等于没有发生")
    none.locator("a", has_text="商协会").first.click()
    page.wait_for_selector(DONE)
    assert page.locator(".results > li").count() > 0


@pytest.mark.parametrize(
    "question",
    ["<script>alert(1)</script>", "%", "(.*", "\\", "'", '"', "--", "-", "__proto__", "constructor", "😀", "\u3000"],
)
def test_no_question_breaks_the_page(site: Site, page: Page, question: str) -> None:
    home = f"{site.folder.as_uri()}/"
    watch = Watch(home)
    watch.over(page)
    ask(page, home, question)
    assert page.locator(".search script").count() == 0
    assert not watch.faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_results_can_be_read_by_everybody(site: Site, page: Page, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    ask(page, f"{site.folder.as_uri()}/", "百千万工程")
    assert too_wide(page) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_page_where_nobody_searches_loads_nothing_of_it(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.folder.as_uri()}/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url]
