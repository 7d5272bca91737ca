"""The measure of a column: how wide its lines are, and so which of them are full.

Widths are in ems: a Chinese character is one wide, a Latin letter or a digit a half.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Line

# Everything from the CJK blocks on, and the marks that Chinese type sets full-width.
WIDE = re.compile(r"[\u2e80-\uffff\U00020000-\U0003ffff“”‘’—…·×①-⑳▲△◀▶▼■□●]")
FIRST_WORD = re.compile(r"[!-~]+[，。、；：！？）》”]*|.[，。、；：！？）》”]+|.")
MARK = re.compile(r"[，、。；：！？“”‘’（）《》〈〉—…·]")
WINDOW = 13
SUPPORT = 3
# A justified line may lack what the next line's first word could not fit into, and Latin letters are not quite a half wide.
LACKS = 1.1
# Every mark in a line can be squeezed to a half.
SQUEEZE = 0.5
# A paragraph's first line is indented by two.
INDENT = 2.0
NEAR = 0.7
WIDEST = 70.0
MOST_PUSHED = 2.0


@dataclass(frozen=True, slots=True)
class Set:
    """How a line was set: its width, the measure of its column (0 when unknown), whether it fills the measure, and whether
    it could be a paragraph's indented first line."""

    width: float
    measure: float
    full: bool
    first: bool


def width_of(value: str) -> float:
    """How wide a line is, in ems."""
    return (len(value) + len(WIDE.findall(value))) / 2


def settings(lines: Sequence[Line]) -> tuple[Set, ...]:
    """How each line of a page was set."""
    widths = [width_of(line.value) for line in lines]
    squeezes = [SQUEEZE * len(MARK.findall(line.value)) for line in lines]
    pushed = [_pushed(line, after) for line, after in zip(lines, (*lines[1:], None), strict=True)] if lines else []
    spans = [
        (round(2 * (width - squeeze)) - 1, round(2 * (width + min(push, MOST_PUSHED))) + 1)
        for width, squeeze, push in zip(widths, squeezes, pushed, strict=True)
    ]
    exact = [() if squeeze else (round(2 * width),) * 2 for width, squeeze in zip(widths, squeezes, strict=True)]
    after, before = _levels(spans[::-1], exact[::-1])[::-1], _levels(spans, exact)
    found = []
    for index, line in enumerate(lines):
        how = (line, widths[index], squeezes[index], pushed[index])
        ways = [_set(*how, level) for level in (after[index], before[index])]
        found.append(max(ways, key=_likeliness))
    return tuple(found)


def _likeliness(way: Set) -> tuple[bool, bool, float]:
    """Of two columns a line fits the one it fills best, or else the one whose paragraphs it can begin."""
    return way.full, not way.full and way.first, -abs(way.measure - way.width)


def _pushed(line: Line, after: Line | None) -> float:
    """How much a line may lack because the first word of the next one, which cannot be cut, did not fit into it."""
    word = FIRST_WORD.match(after.value) if after and not after.gap else None
    return max(0.0, width_of(word[0]) - SQUEEZE) if word else 0.0


def _set(line: Line, width: float, squeeze: float, pushed: float, level: float) -> Set:
    if not level:
        return Set(width, 0.0, full=False, first=False)
    lacks = level - width
    fits = lacks >= -NEAR - squeeze
    spaced = len(line.text.runs) * 2 > len(line.value) > 4
    full = fits and (lacks <= max(LACKS, pushed) or (spaced and lacks < level / 2))
    first = fits and INDENT - NEAR - squeeze <= lacks <= INDENT + max(NEAR, pushed)
    return Set(width, level, full, first)


def _levels(spans: Sequence[tuple[int, int]], exact: Sequence[tuple[int, ...]]) -> list[float]:
    """For each line the measure that most of the lines before it can have (itself with them); 0 when fewer than three can.

    `spans`: the measures that a line can have, in half ems; `exact`: the one that it has, when nothing
    in it can be squeezed; it counts thrice.
    """
    counts: Counter[int] = Counter()
    levels = []
    for index, (low, high) in enumerate(spans):
        counts.update((*range(low, high + 1), *exact[index]))
        if index >= WINDOW:
            first, last = spans[index - WINDOW]
            counts.subtract((*range(first, last + 1), *exact[index - WINDOW]))
        level, support = max(counts.items(), key=lambda item: item[::-1])
        levels.append(level / 2 if support > SUPPORT and level <= WIDEST * 2 else 0.0)
    return levels
