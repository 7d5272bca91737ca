"""Pages that try to be more than text, from the library to the web page: every character is shown, none acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.model import Basis, Claim, Evidence, Facts, Issue, Kind, Library, Mention, Subject, Unread
from generator.publish.check import check
from generator.publish.escape import shown
from generator.publish.render import everything
from generator.publish.site import build_site
from generator.publish.write import write
from tests.publish.conftest import ROOT
from tests.publish.made import Settings, bound, made_page
from tests.publish.reading import texts
from tests.publish.traps import TRAPS
from tests.site.press import hand_written

SEED = "x"
NO_ICON = "data:,"  # on the page for what is not there
ROLES = (Kind.PARAGRAPH, Kind.SUBHEAD, Kind.ITEM, Kind.CAPTION, Kind.JUMP, Kind.BYLINE)


def hostile(traps: tuple[str, ...]) -> Library:
    """One page, an article for each trap, which stands in every part of it."""
    entries = []
    for number, trap in enumerate(traps):
        heads = ((Kind.KICKER, f"{trap}引{number}"), (Kind.HEADLINE, f"{trap}题{trap}"), (Kind.DECK, f"副{trap}"))
        entries += [(number, kind, words) for kind, words in heads]
        entries += [(number, kind, f"{trap}甲{trap}乙{trap}") for kind in ROLES]
    page = made_page(f"{SEED}.txt", [*entries, (None, Kind.FURNITURE, "<b>报</b>")])
    name = page.articles[0].headline
    assert name is not None
    printed = Claim(name.value, Basis.PRINTED, (Evidence(name, "x"),))
    page = type(page)(page.seed, page.blocks, page.articles, page.furniture, Issue(printed, None, printed))
    mentions = {
        article.id: Mention("initiative", article.body[0].text, "<i>名</i>|`x`", 0) for article in page.articles
    }
    facts = {article: Facts(mentions=(mention,)) for article, mention in mentions.items()}
    subject = Subject("initiative", "<i>名</i>|`x`", "ming", tuple(mentions.items()))
    unread = Unread("<b>|坏</b>.txt", "", "twin", (("other", "{{ x }} <script>"),))
    return bound([page], facts, subjects=(subject,), unread=(unread,))


@pytest.fixture(scope="module")
def library() -> Library:
    return hostile(tuple(trap for trap in TRAPS if trap.strip()))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    settings = Settings("<b>报</b> & {{ x }}", "</title><script>alert(1)</script>")
    write(folder / "docs", everything(library, settings))
    hand_written(folder / "docs")
    (folder / "mkdocs.yml").write_text(_settings(), encoding="utf-8")
    build_site(folder / "docs", folder / "site", folder / "mkdocs.yml")
    assert check(library, settings, folder / "docs", folder / "site") == []
    return folder / "site"


def _settings() -> str:
    """Our `mkdocs.yml` with a hostile name."""
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = (ROOT / "generator" / "publish" / "theme").as_posix()
    ours = re.sub(r"^site_name:.*", 'site_name: "</title><script>alert(1)</script>"', ours, flags=re.MULTILINE)
    return re.sub(r"custom_dir:.*", f"custom_dir: {theme}", ours)


class _Acts(HTMLParser):
    """What on a page could act: scripts, handlers, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.inline: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        known = dict(attrs)
        self.inline += [name for name in known if name.startswith("on")]
        if tag == "script" and "src" not in known:
            self.inline.append("script")
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_nothing_acts(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = _Acts()
        page.feed(file.read_text(encoding="utf-8"))
        assert page.inline == [], file
        assert not page.tags & {"img", "svg", "b", "i", "iframe"} - {"i"}, file
        assert [link for link in page.links if re.match(r"[a-z]+:|//", link) and link != NO_ICON] == [], file


def test_an_article_shows_every_character_in_order(site: Path, library: Library) -> None:
    for article in library.articles:
        file = site / "articles" / f"{article.id}.html"
        (headline,) = texts(file, "h1")
        assert article.headline is not None
        assert headline == shown(article.headline.value)
        assert texts(file, "p", class_="kicker") == [shown(article.kicker.value)] if article.kicker else True
        (body,) = texts(file, "div", class_="body-text")
        place = 0
        for block in article.blocks:
            if block.kind in ROLES[:-1]:
                words = shown(block.text.value)
                assert words in body[place:], (article.id, block.kind)
                place = body.index(words, place) + len(words)


def test_a_page_shows_every_line_as_it_came(site: Path, library: Library) -> None:
    seed = library.pages[0].seed
    assert texts(site / "pages" / f"{SEED}.html", "span", class_="tx") == [shown(line.value) for line in seed.lines()]


def test_names_of_papers_subjects_and_files_are_text_too(site: Path) -> None:
    assert texts(site / "initiatives" / "ming.html", "h1") == ["<i>名</i>|`x`"]
    assert "<b>|坏</b>.txt：与{{ x }} <script>的编号相同，请给其中一个改名" in texts(site / "index.html", "li")


def test_a_page_of_one_endless_line_full_of_marks_is_shown_whole(docs: Path, tmp_path: Path) -> None:
    """Markdown takes each mark up alone, and copies the line for it: such a line does not pass through it."""
    words = "*_[今年]<b>&|{{" * 5_000
    library = bound([made_page("a.txt", [(1, Kind.HEADLINE, words), (1, Kind.PARAGRAPH, f"甲{words}乙")])])
    write(docs, everything(library, Settings()))
    build_site(docs, tmp_path / "site", ROOT / "mkdocs.yml")
    article = tmp_path / "site" / "articles" / "a-0.html"
    assert texts(article, "h1") == [words]
    assert f"甲{words}乙" in texts(article, "div", class_="body-text")[0]
    assert check(library, Settings(), docs, tmp_path / "site") == []
