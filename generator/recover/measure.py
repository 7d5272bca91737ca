"""The measure of a column: how wide its lines are, and so which of them are full.

Widths are in ems: a Chinese character is one wide, a Latin letter or a digit a half.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Line
from .lines import is_latin

# Everything from the CJK blocks on, and the marks that Chinese type sets full-width.
WIDE = re.compile(r"[\u2e80-\uffff\U00020000-\U0003ffff“”‘’—…·×①-⑳▲△◀▶▼■□●]")
FIRST_WORD = re.compile(r"[（《“‘「『【(\[]*(?:[0-9A-Za-z.%+/-]+|.)[，。、；：！？）》”’」』】…%％℃,.;:!?)\]]*")
MARK = re.compile(r"[，、。；：！？“”‘’（）《》〈〉—…·]")
WINDOW = 13
SUPPORT = 3
# A justified line may lack what the next line's first word could not fit into, and Latin letters are not quite a half wide.
LACKS, PLAIN_LACKS = 1.1, 0.6
# Digits and letters may be set as wide as Chinese characters.
MOST_LOOSE = 2.0
ASCII = re.compile("[!-~]")
# Every mark in a line can be squeezed to a half.
SQUEEZE = 0.5
# A paragraph's first line is indented by two.
INDENT = 2.0
NEAR = 0.7
NARROWEST, WIDEST = 7.0, 70.0
MOST_PUSHED = 2.0
# Strips shorter than this may also be measured with what stands round them.
LONG_STRIP = 9
# Where fewer of the lines stand in strips, a line is a paragraph and its width tells nothing.
FOLDED = 0.3


@dataclass(frozen=True, slots=True)
class Set:
    """How a line was set: its width, the measure of its column (0 when unknown), whether it fills the measure, and does so
    to the letter, whether it could be a paragraph's indented first line, and whether it could be if it belonged to the column
    above or below."""

    width: float
    measure: float
    full: bool
    exact: bool
    first: bool
    perhaps_first: bool = False


def width_of(value: str) -> float:
    """How wide a line is, in ems."""
    return (len(value) + len(WIDE.findall(value))) / 2


def settings(lines: Sequence[Line]) -> tuple[Set, ...]:
    """How each line of a page was set."""
    widths = [width_of(line.value) for line in lines]
    pushed = [_pushed(line, after) for line, after in zip(lines, (*lines[1:], None), strict=True)] if lines else []
    columns = _columns(lines, widths, pushed)
    found: list[Set] = []
    for first, last in _strips(lines):
        if is_latin("".join(line.value for line in lines[first:last])):
            found += _ragged(widths[first:last], pushed[first:last])
        else:
            found += columns[first:last]
    return tuple(found)


def _ragged(widths: Sequence[float], pushed: Sequence[float]) -> list[Set]:
    """How lines were set that keep their words whole: one is full when the next one's first word did not fit into it."""
    level = max(widths) if len(widths) > 1 and max(widths) <= WIDEST else 0.0
    both = zip(widths, pushed, strict=True)
    return [
        Set(width, level, full=full, exact=full, first=False)
        for width, full in ((width, bool(level) and width + push + 2 * SQUEEZE > level) for width, push in both)
    ]


def _columns(lines: Sequence[Line], widths: Sequence[float], pushed: Sequence[float]) -> list[Set]:
    """How lines were set that fill their column."""
    squeezes = [SQUEEZE * len(MARK.findall(line.value)) for line in lines]
    spans = [
        (round(2 * (width - squeeze)) - 1, round(2 * (width + min(push, MOST_PUSHED))) + 1)
        for width, squeeze, push in zip(widths, squeezes, pushed, strict=True)
    ]
    exact = [(round(2 * width),) * (1 if squeeze else 2) for width, squeeze in zip(widths, squeezes, strict=True)]
    strips = _strips(lines)
    folded = sum(last - first for first, last in strips if last - first >= SUPPORT)
    whole = folded >= FOLDED * len(lines)
    page = [(0, len(lines)) if whole else (index, index + 1) for index in range(len(lines))]
    own = [
        (first, last) if last - first > SUPPORT else page[index]
        for first, last in strips
        for index in range(first, last)
    ]
    levels = [*_both_ways(spans, exact, own), *_both_ways(spans, exact, page)]
    found = []
    for index, line in enumerate(lines):
        first, last = own[index]
        how = (line, widths[index], squeezes[index], pushed[index])
        known = last - first >= LONG_STRIP or any(level[index] for level in levels[:2])
        ways = [_set(*how, level[index]) for level in levels]
        if known and last - first > SUPPORT:
            # What stands round a strip can tell that a line is indented, but not that it is full.
            ways[2:] = [replace(way, full=False, exact=False) for way in ways[2:] if last - first < LONG_STRIP]
        found.append(replace(max(ways, key=_likeliness), perhaps_first=any(way.first for way in ways)))
    return found


def _likeliness(way: Set) -> tuple[bool, bool, float]:
    """Of two columns a line fits the one it fills best, or else the one whose paragraphs it can begin."""
    return way.full, not way.full and way.first, -abs(way.measure - way.width)


def _pushed(line: Line, after: Line | None) -> float:
    """How much a line may lack because the first word of the next one, which cannot be cut, did not fit into it."""
    word = FIRST_WORD.match(after.value) if after and not after.gap else None
    return max(0.0, width_of(word[0]) - SQUEEZE) if word else 0.0


def _set(line: Line, width: float, squeeze: float, pushed: float, level: float) -> Set:
    if not level:
        return Set(width, 0.0, full=False, exact=False, first=False)
    lacks = level - width
    fits = lacks >= -NEAR - squeeze
    spaced = len(line.text.runs) * 2 > len(line.value) > 4
    loose = min(MOST_LOOSE, SQUEEZE * len(ASCII.findall(line.value)))
    full = fits and (lacks <= max(LACKS + loose, pushed) or (spaced and lacks < level / 2))
    exact = full and (spaced or not pushed or lacks <= max(PLAIN_LACKS + loose, pushed))
    first = fits and INDENT - NEAR - squeeze <= lacks <= INDENT + max(NEAR, pushed) + loose
    return Set(width, level, full, exact, first)


def _strips(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines (half-open) that no blank line parts."""
    edges = [index for index, line in enumerate(lines) if line.gap or not index]
    return list(zip(edges, (*edges[1:], len(lines)), strict=True))


def _both_ways(
    spans: Sequence[tuple[int, int]], exact: Sequence[tuple[int, ...]], reach: Sequence[tuple[int, int]]
) -> tuple[list[float], list[float]]:
    """The measure of each line as the lines from it on tell, and as those up to it do; it may use those in its `reach`."""
    after = _levels(spans[::-1], exact[::-1], [len(spans) - last for _, last in reach[::-1]])[::-1]
    return after, _levels(spans, exact, [first for first, _ in reach])


def _levels(spans: Sequence[tuple[int, int]], exact: Sequence[tuple[int, ...]], firsts: Sequence[int]) -> list[float]:
    """For each line the measure that most of the lines before it can have (itself with them); 0 when fewer than three can.

    `spans`: the measures that a line can have, in half ems; `exact`: the one that it has (it counts twice, and thrice when
    nothing in it can be squeezed); `firsts`: the first line that each may be measured with.
    """
    counts: Counter[int] = Counter()
    levels = []
    begin = 0
    for index, (low, high) in enumerate(spans):
        counts.update((*range(low, high + 1), *exact[index]))
        while begin < max(firsts[index], index - WINDOW + 1):
            first, last = spans[begin]
            counts.subtract((*range(first, last + 1), *exact[begin]))
            begin += 1
        level, support = max(counts.items(), key=lambda item: item[::-1])
        levels.append(level / 2 if support > SUPPORT and NARROWEST <= level / 2 <= WIDEST else 0.0)
    return levels
