"""Reads a built page as a person does: the words between two tags, marks and markup left out."""

from __future__ import annotations

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
