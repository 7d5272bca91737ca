"""What was printed stays text: nothing of it is ever markup, a template, a link or a fence.

`shown` says what a reader sees; `escape` writes that down so that Markdown shows exactly it, wherever it stands: in a
paragraph, at the start of a line, in a heading, a list item or a cell of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml
from markupsafe import Markup
from markupsafe import escape as html_escape


def _any_of(table: Mapping[int, str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(re.escape(chr(point)) for point in table) + "]")


# Python-Markdown, its usual extensions and the forges' dialects give these a meaning inside a line. The ones that both
# sides know how to escape get a backslash, which reads better in an editor; the others a number.
_INSIDE = str.maketrans(
    {letter: f"&#{ord(letter)};" for letter in "\\`{}|^~=$#\t\n\r"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    | {letter: f"\\{letter}" for letter in "*_[]!"},
)
# And these at the start of a line: lists, rules, definitions, call-outs.
_FIRST = re.compile(r"\A([0-9A-Za-z]{0,9}(?=[.)])|)([-+.):?/%])")
_MARKED = _any_of(_INSIDE)
_PARTS = re.compile(r"(?P<head>\s*)(?P<body>.*?)(?P<tail>\s*)\Z", re.DOTALL)


_MARKS = tuple("\\`{}|^~=$#&<>*_[]!")
HEAVY = 2000


# Inside HTML too, so that no Markdown, and no template engine that a guest may run, takes them for its own.
NUMBERED = {ord(letter): f"&#{ord(letter)};" for letter in "\t\n\r[]{}`\\"}
_NUMBERED = _any_of(NUMBERED)


class Md(str):
    """Markdown that is as it should be; every other string is text, and is escaped before it is written."""

    __slots__ = ()


def shown(value: str) -> str:
    """The text as a reader sees it: as many characters, those that show nothing as pictures."""
    return _swapped(value, _unseen(), _pictures())


def inside(value: str) -> Md:
    """The text, written so that Markdown shows exactly it in the middle of a line."""
    return Md(_swapped(shown(value), _MARKED, _INSIDE))


def escape(value: str) -> Md:
    """The text, written so that Markdown shows exactly it wherever it stands, blanks at its ends included."""
    if isinstance(value, Md):
        return value
    head, body, tail = _PARTS.match(shown(value)).group("head", "body", "tail")  # type: ignore[union-attr]
    return Md(_numbers(head) + _FIRST.sub(_mark, _swapped(body, _MARKED, _INSIDE)) + _numbers(tail))


def is_heavy(value: str) -> bool:
    """Whether so much in a text needs escaping that Markdown, which takes each mark up alone, would never be done."""
    return sum(map(value.count, _MARKS)) > HEAVY


def html(value: str) -> Markup:
    """The text, written so that HTML shows exactly it; what is HTML already stays."""
    return value if isinstance(value, Markup) else html_escape(shown(value))


def tagged(value: str) -> Md:
    """The text, written for a line of HTML in a Markdown file."""
    return Md(_swapped(html(value), _NUMBERED, NUMBERED))


def _swapped(value: str, found: re.Pattern[str], table: Mapping[int, str]) -> str:
    """The text with the characters of a table swapped; most have none, and to look for one takes an eighth of that."""
    return value.translate(table) if found.search(value) else value


def _mark(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"


def _numbers(blanks: str) -> str:
    """Blanks that Markdown would drop or count, each by its number."""
    return "".join(f"&#{ord(blank)};" for blank in blanks)


@cache
def _unseen() -> re.Pattern[str]:
    """Any of the characters that show nothing."""
    return _any_of(_pictures())


@cache
def _pictures() -> Mapping[int, str]:
    """The visible character for each one that shows nothing, by code point."""
    source = (files(__package__) / "pictures.yml").read_text(encoding="utf-8")
    return dict(_drawn(yaml.safe_load(source)))


def _drawn(table: Mapping[str, str | Mapping[str, str]]) -> Iterator[tuple[int, str]]:
    for points, picture in table.items():
        first, _, last = points.partition("-")
        for point in range(int(first, 16), int(last or first, 16) + 1):
            yield point, picture if isinstance(picture, str) else chr(point + int(picture["up"], 16))
