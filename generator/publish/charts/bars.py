"""A sum and its parts: one bar for the whole, and below it the parts end to end, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .svg import Svg, bar, drawing, link, width_of, words

HIGH = 16.0
STEP = 38.0
VALUE = 14.0


@dataclass(frozen=True, slots=True)
class Part:
    """A number of a sum: its value, its words as printed, what it counts, and the line that prints it."""

    amount: float
    said: str
    what: str
    href: str
    label: str


def sum_drawn(whole: Part, parts: Sequence[Part], colour: int, width: float, title: tuple[str, str]) -> Svg | None:
    """The whole and its parts, to one scale, each on a line of its own beginning where the one before ends.

    None where the parts do not make the whole: then it is no sum that may be drawn as one.
    """
    if whole.amount <= 0 or any(part.amount < 0 for part in parts) or sum(one.amount for one in parts) != whole.amount:
        return None
    room = width - 8
    scale = room / whole.amount
    drawn: list[Svg] = []
    x, y = 0.0, 6.0
    for number, part in enumerate((whole, *parts)):
        wide = part.amount * scale
        said = f"{part.said} {part.what}".strip()
        at = min(x, max(0.0, width - width_of(said, VALUE)))
        mark = bar(x, y, max(wide, 2), HIGH, f"c{colour}" if number == 0 else f"c{colour} thin")
        drawn.append(link(part.href, part.label, mark, words(at, y + HIGH + 15, said, kind="song")))
        x, y = (x + wide if number else 0.0), y + STEP
    return drawing(width, y, *title, *drawn)
