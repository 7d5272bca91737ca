"""The press: makes a site the way the program does, puts it on a host, and watches what it does in a browser."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, Response

from generator.build import build
from generator.config import load_settings
from generator.publish.render import everything
from generator.publish.site import build_site
from generator.publish.write import HEAD, write

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "mkdocs.yml"
HAND_WRITTEN = ("about", "assets", "en")
LEFT = "net::ERR_ABORTED"  # the page was left before its icon came
KINDS = {
    "front": "index.html",
    "article": "articles/*-*.html",
    "source": "pages/*_*.html",
    "place": "places/[!i]*.html",
    "initiative": "initiatives/[!i]*.html",
    "organisation": "organisations/[!i]*.html",
    "happening": "events/*-*.html",
    "report": "reports/[!i]*.html",
    "briefing": "briefings/*-*.html",
    "chronicle": "chronicle.html",
    "changes": "changes.html",
    "promises": "promises.html",
    "pairings": "pairings.html",
    "setups": "setups.html",
    "policies": "policies.html",
    "boxes": "boxes.html",
    "lists": "lists.html",
    "news": "news.html",
    "names": "names.html",
    "people": "people/index.html",
    "organisations": "organisations/index.html",
    "documents": "documents/index.html",
    "reporters": "reporters.html",
    "reports": "reports/index.html",
    "briefings": "briefings/index.html",
    "events": "events/index.html",
    "search": "search.html",
    "questions": "about/questions.html",
    "doubts": "doubts.html",
    "wanted": "wanted.html",
    "articles": "articles/index.html",
    "pages": "pages/index.html",
    "issues": "issues/index.html",
    "places": "places/index.html",
    "hand-written": "about/how.html",
    "english": "en/index.html",
}

TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : ['too wide',
  ...[...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 3).map(part => `${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 30)}`)]"""


@dataclass(frozen=True)
class Site:
    """A built site on disk, and the files in it that a reader can open."""

    folder: Path

    def files(self, pattern: str = "**/*.html") -> list[str]:
        """The addresses below the site of the files that match, in order; without the host's own page for errors."""
        found = (file.relative_to(self.folder).as_posix() for file in self.folder.glob(pattern))
        return sorted(name for name in found if name != "404.html")

    def one(self, kind: str) -> str:
        """The file of a kind of page; of several, the one of middling length."""
        found = sorted(self.files(KINDS[kind]), key=lambda name: (self.folder / name).stat().st_size)
        return found[len(found) // 2]


@dataclass
class Watch:
    """What a page did that no page of ours may do."""

    home: str
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Note what goes wrong in `page` from now on."""
        page.on("console", lambda said: self._said(page, said))
        page.on("pageerror", lambda error: self._note(page, f"error: {error}"))
        page.on("dialog", lambda dialog: self._interrupted(page, dialog))
        page.on("requestfailed", lambda request: self._failed(page, request))
        page.on("response", lambda response: self._answered(page, response))
        page.on("request", lambda request: self._asked(page, request.url))

    def _said(self, page: Page, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self._note(page, f"console: {said.text}")

    def _interrupted(self, page: Page, dialog: Dialog) -> None:
        self._note(page, f"dialog: {dialog.message}")
        dialog.dismiss()

    def _answered(self, page: Page, response: Response) -> None:
        if response.status >= 400:
            self._note(page, f"missing: {response.url}")

    def _asked(self, page: Page, url: str) -> None:
        if not url.startswith((self.home, "data:", "about:")):
            self._note(page, f"left the site: {url}")

    def _failed(self, page: Page, request: Request) -> None:
        if request.failure != LEFT:
            self._note(page, f"failed: {request.url}: {request.failure}")

    def _note(self, page: Page, fault: str) -> None:
        self.faults.append(f"{page.url.removeprefix(self.home)}: {fault}")


def hand_written(docs: Path) -> None:
    """Put the hand-written pages into a folder, without those that the program wrote beside them."""
    for folder in HAND_WRITTEN:
        shutil.copytree(ROOT / "docs" / folder, docs / folder, ignore=_generated)


def _generated(folder: str, names: list[str]) -> list[str]:
    pages = [name for name in names if name.endswith(".md")]
    return [name for name in pages if (Path(folder) / name).read_bytes().startswith(HEAD)]


def make_site(seeds: Path, workshop: Path) -> Site:
    """The site of the pages in `seeds`, made in `workshop` the way the program makes it."""
    docs, site = workshop / "docs", workshop / "site"
    hand_written(docs)
    write(docs, everything(build(seeds), load_settings(SETTINGS)))
    build_site(docs, site, SETTINGS)
    return Site(site)


class Quiet(SimpleHTTPRequestHandler):
    """Any static host: files, no log."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


def too_wide(page: Page) -> list[str]:
    """What in the page does not fit into the window; empty when all does."""
    found: list[str] = page.evaluate(TOO_WIDE)
    return found
