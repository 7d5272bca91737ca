"""Set a headline: which of its lines are the kicker, which the headline, which the deck."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from ..model import Block, Kind, Line
from ..rules import rules
from .heads import Strip
from .lines import join
from .measure import width_of
from .words import grams

DIGITS = re.compile(r"\d")
# A line that ends a wrapped kicker or headline is this much shorter than the ones above it.
SHORT = 0.75
WIDE_LINE = 12


def set_titles(strips: Iterable[Strip], body: Collection[str]) -> list[Block]:
    """The kicker, headline and deck of an article from its headline strips; `body`: the pairs of its body."""
    units = [
        unit
        for strip in sorted(strips, key=lambda strip: (strip.first, strip.lines[0].text.start))
        for unit in _units(strip.lines, body)
    ]
    kinds = _kinds(["".join(line.value for line in unit) for unit in units])
    return [Block(kind, join(unit), f"headlines.{kind}") for kind, unit in zip(kinds, units, strict=True)]


def _units(lines: Sequence[Line], body: Collection[str]) -> list[tuple[Line, ...]]:
    """The lines of a strip, put together to what is one kicker, headline or deck."""
    units: list[list[Line]] = []
    for line in lines:
        if units and not _starts(units[-1], line, body):
            units[-1].append(line)
        else:
            units.append([line])
    return [tuple(unit) for unit in units]


def _starts(above: Sequence[Line], line: Line, body: Collection[str]) -> bool:
    """Whether a display line begins something new under the ones above it."""
    known = rules("headlines")
    if rules("label")["hangs"].pattern.search(above[-1].value):
        return False
    if known["deck"].pattern.search(line.value) or known["kicker"].pattern.search(above[-1].value):
        return True
    if grams(above[-1].value[-1] + line.value[0]).keys() & set(body):
        return False
    widths = [width_of(each.value) for each in above]
    if len(widths) > 1:
        return widths[-1] < SHORT * max(widths)
    return width_of(line.value) > widths[0] + 2 and widths[0] >= WIDE_LINE


def _kinds(values: Sequence[str]) -> list[Kind]:
    """What each of the parts of a headline is."""
    known = rules("headlines")
    kinds = [Kind.DECK if known["deck"].pattern.search(value) else Kind.HEADLINE for value in values]
    main = [index for index, kind in enumerate(kinds) if kind is Kind.HEADLINE]
    if not main:
        return [Kind.HEADLINE for _ in values]
    for index in main[:-1]:
        if known["kicker"].pattern.search(values[index]):
            kinds[index] = Kind.KICKER
    main = [index for index in main if kinds[index] is Kind.HEADLINE]
    if len(main) > 1:
        tells = (
            DIGITS.search(values[main[-1]])
            and not DIGITS.search(values[main[0]])
            and len(values[main[-1]]) <= len(values[main[0]])
        )
        shorter = known["fact"].pattern.search(values[main[-1]]) and len(values[main[-1]]) < len(values[main[0]])
        if len(main) == 2 and (tells or shorter):
            kinds[main[-1]] = Kind.DECK
        else:
            kinds[main[0]] = Kind.KICKER
    return kinds
