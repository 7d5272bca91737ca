"""Reads a built page as a person does: the words between two tags, marks and markup left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


class Reader(HTMLParser):
    """The text of each element that `wanted` picks by its tag and attributes, in the order of the page."""

    def __init__(self, tag: str, **wanted: str) -> None:
        super().__init__()
        self.tag = tag
        self.wanted = wanted
        self.found: list[str] = []
        self._open: list[tuple[str, int | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        picked = tag == self.tag and all(
            value in (known.get(name.rstrip("_")) or "").split() for name, value in self.wanted.items()
        )
        if picked:
            self.found.append("")
        if tag not in EMPTY:
            self._open.append((tag, len(self.found) - 1 if picked else None))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, place in self._open:
            if place is not None:
                self.found[place] += data


def texts(file: Path, tag: str, **wanted: str) -> list[str]:
    """The text of each element of a built page that is a `tag` and has the classes or other attributes named."""
    reader = Reader(tag, **wanted)
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader.found


SOURCE_LINK = re.compile(r"pages/(?P<seed>[^/]+)\.html#L(?P<first>\d+)$")
LINES = re.compile(r"第(?P<first>\d+)(?:–(?P<last>\d+))?行")


@dataclass
class Proven:
    """A row of a table or an item of a list that names lines of a page: what it says, and the lines (from 1) named.

    `printed`: the words in it that are set as printed.
    """

    words: str = ""
    lines: list[tuple[str, int, int]] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)


class _Rows(HTMLParser):
    """Each row and item of a page, with the words in it that are no link to a line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Proven] = []
        self._open: list[tuple[str, bool]] = []
        self._seed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in ("tr", "li"):
            self.found.append(Proven())
        printed = "printed" in (known.get("class") or "").split()
        if tag not in EMPTY:
            self._open.append((tag, printed))
        if printed and self.found:
            self.found[-1].printed.append("")
        match = SOURCE_LINK.search(known.get("href") or "") if tag == "a" else None
        self._seed = match["seed"] if match else ""

    def handle_endtag(self, tag: str) -> None:
        self._seed = ""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.found or not any(tag in ("tr", "li") for tag, _ in self._open):
            return
        row = self.found[-1]
        named = LINES.search(data) if self._seed else None
        if named:
            row.lines.append((self._seed, int(named["first"]), int(named["last"] or named["first"])))
            return
        row.words += data
        if any(printed for _, printed in self._open) and row.printed:
            row.printed[-1] += data


def proven(file: Path) -> list[Proven]:
    """The rows and items of a built page that name the lines they rest on."""
    rows = _Rows()
    rows.feed(file.read_text(encoding="utf-8"))
    rows.close()
    return [row for row in rows.found if row.lines]
