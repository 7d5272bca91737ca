"""Whether what is written is what the library says, and every link and anchor leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..model import Library
from .render import everything
from .sheet import Settings

LINK = re.compile(r'(?<!\\)\]\((?P<link>[^()\s]+)(?: "[^"]*")?\)|href="(?P<href>[^"]+)"')
ANCHOR = re.compile(r'\{#(?P<named>[\w-]+)|\bid="(?P<given>[\w-]+)"')
FOLLOWED = {"a": "href", "link": "href", "script": "src", "img": "src"}


def check(library: Library, settings: Settings, docs: Path, site: Path) -> list[str]:
    """What is wrong, one sentence each: files that are missing or out of date, links and anchors that lead nowhere.

    The Markdown in `docs` is looked at, and the web pages in `site` when it has been built.
    """
    files = everything(library, settings)
    problems = list(_outdated(files, docs))
    problems += _broken(_markdown(files), docs)
    if (site / "index.html").is_file():
        problems += _broken({path: _web_page(site / path) for path in _pages(site)}, site)
    return problems


def _outdated(files: Mapping[str, bytes], docs: Path) -> Iterator[str]:
    for name, content in files.items():
        path = docs / name
        if not path.is_file():
            yield f"{path}: is missing; run `banmian build`"
        elif path.read_bytes() != content:
            yield f"{path}: is not what the pages say now; run `banmian build`"


def _broken(files: Mapping[str, tuple[set[str], set[str]]], root: Path) -> Iterator[str]:
    """The links that lead nowhere. Each of `files`, named by its path below `root`: its links, and its anchors."""
    for name, (links, _) in files.items():
        for link in sorted(links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            here = posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join(here, unquote(parts.path))) if parts.path else name
            if target not in files and not (root / target).exists():
                yield f"{root / name}: the link {link} leads nowhere"
            elif parts.fragment and target in files and unquote(parts.fragment) not in files[target][1]:
                yield f"{root / name}: the link {link} asks for an anchor that is not there"


def _markdown(files: Mapping[str, bytes]) -> dict[str, tuple[set[str], set[str]]]:
    """The links and anchors of each Markdown file; what HTML in it calls `.html` is the Markdown file."""
    written = {name: content.decode() for name, content in files.items() if name.endswith(".md")}
    bodies = {name: content.partition("\n---\n")[2] for name, content in written.items()}
    return {name: (links_of(body), set(_groups(ANCHOR, body))) for name, body in bodies.items()}


def links_of(content: str) -> set[str]:
    """The addresses that Markdown links to; what HTML in it calls `.html` is the Markdown file."""
    parts = (link.partition("#") for link in _groups(LINK, content))
    return {re.sub(r"\.html\Z", ".md", path) + mark + anchor for path, mark, anchor in parts}


def _groups(pattern: re.Pattern[str], content: str) -> Iterator[str]:
    for found in pattern.finditer(content):
        yield next(group for group in found.groups() if group)


class _Page(HTMLParser):
    """The links and anchors of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name == "id":
                self.anchors.add(value)
            if value and FOLLOWED.get(tag) == name:
                self.links.add(value)


def _pages(site: Path) -> Iterable[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


def _web_page(path: Path) -> tuple[set[str], set[str]]:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page.links, page.anchors
