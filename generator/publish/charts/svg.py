"""SVG, written safely: words are escaped, numbers are rounded, and nothing else can be put in."""

from __future__ import annotations

from collections.abc import Iterable

from ..escape import NUMBERED, html

EMPTY = frozenset({"line", "circle", "rect", "path"})  # elements that hold nothing; HTML wants the others closed
WORD = 13.0
SONG = 14.0


class Svg(str):
    """Markup that is as it should be; every other string is words, and is escaped before it is written."""

    __slots__ = ()


def element(name: str, *inside: str, **attributes: object) -> Svg:
    """One element. An underscore in an attribute's name is a hyphen; `class_` is `class`; None and "" are left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    content = "".join(map(written, inside))
    return Svg(f"<{name}{said}/>" if name in EMPTY else f"<{name}{said}>{content}</{name}>")


def together(parts: Iterable[str]) -> Svg:
    """The parts one behind the other."""
    return Svg("".join(map(written, parts)))


def written(words: str) -> str:
    """Words as markup on one line; what is markup already stays."""
    return words if isinstance(words, Svg) else str(html(words).translate(NUMBERED))


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else written(str(value))


def number(value: float) -> str:
    """A measure of the drawing, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0") if round(value, 1) else "0"


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Svg:
    """A straight line of a kind that the style sheet knows."""
    return element("line", class_=kind, x1=float(x1), x2=float(x2), y1=float(y1), y2=float(y2))


def dot(x: float, y: float, radius: float, kind: str) -> Svg:
    """A dot with its middle at (x, y)."""
    return element("circle", class_=kind, cx=float(x), cy=float(y), r=float(radius))


def bar(x: float, y: float, width: float, height: float, kind: str) -> Svg:
    """An upright rectangle, its upper left corner at (x, y)."""
    return element("rect", class_=kind, x=float(x), y=float(y), width=float(max(width, 0)), height=float(height))


def words(x: float, y: float, *said: str, kind: str = "", anchor: str = "") -> Svg:
    """Words on the line y; `anchor`: `middle` or `end` where x is not their beginning."""
    return element("text", *said, class_=kind, x=float(x), y=float(y), text_anchor=anchor)


def link(address: str, label: str, *inside: str, **attributes: object) -> Svg:
    """What leads somewhere, with the label that is read out."""
    return element("a", *inside, href=address, aria_label=label, **attributes)


def width_of(said: str, size: float = WORD) -> float:
    """About how wide words are in a size: a Chinese character is a square, a Latin one little more than half."""
    return sum(size if ord(letter) > 0x2000 else size * 0.58 for letter in said)


def drawing(width: float, height: float, name: str, tells: str, *inside: str) -> Svg:
    """A whole drawing, as wide as it is shown; `name` and `tells` are what is read out of it.

    One that holds links is a group of them; any other is an image.
    """
    return element(
        "svg",
        element("title", name),
        element("desc", tells),
        *inside,
        class_="chart",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=float(width),
        height=float(height),
        role="group" if any("<a " in part for part in inside) else "img",
    )
