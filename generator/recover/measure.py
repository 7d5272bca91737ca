"""The measure of a column: how wide its lines are, and so which of them are full.

Widths are in ems: a Chinese character is one wide, a Latin letter or a digit a half.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..model import Line
from .lines import is_latin

# Everything but the CJK blocks, and but the marks that Chinese type sets full-width.
# The dash that some fonts give for two (`——`): as wide as these.
TWO_EMS = "⸺"
NARROW = re.compile(r"[^\u2e80-\uffff\U00020000-\U0003ffff“”‘’—…·×①-⑳▲△◀▶▼■□●]")
FIRST_WORD = re.compile(r"[（《“‘「『【(\[]*(?:[0-9A-Za-z.%+/-]+|.)[，。、；：！？）》”’」』】…%％℃,.;:!?)\]]*")
MARK = re.compile(r"[，、。；：！？“”‘’（）《》〈〉—…·]")
WINDOW = 13
# Measures are counted in half ems; a window's votes for one fit into so many bits.
MEASURES, BITS = 148, 8
EACH = int.from_bytes(bytes([1] * MEASURES), "little")
SUPPORT = 3
# A justified line may lack what the next line's first word did not fit into; Latin letters are not quite a half wide.
LACKS, PLAIN_LACKS = 1.1, 0.6
# Digits and letters may be set as wide as Chinese characters.
MOST_LOOSE = 2.0
# Every mark in a line can be squeezed to a half.
SQUEEZE = 0.5
# A paragraph's first line is indented by two.
INDENT = 2.0
NEAR = 0.7
NARROWEST, WIDEST = 7.0, 70.0
MOST_PUSHED = 2.0
SHORTEST_SPACED = 4
# Strips shorter than this may also be measured with what stands round them.
LONG_STRIP = 9
# Where fewer of the lines stand in strips, a line is a paragraph and its width tells nothing.
FOLDED = 0.3


# So many ways to cast and to set a line are kept in mind.
MANY = 1 << 14


class Set(NamedTuple):
    """How a line was set: its width, and the measure of its column (0 when unknown), in ems.

    `full`: it fills the measure, `exact`: to the letter; `first`: it can be a paragraph's indented first line,
    `perhaps_first`: it can be one in the column above or below, `plain_first`: even with no mark squeezed.
    """

    width: float
    measure: float
    full: bool
    exact: bool
    first: bool
    perhaps_first: bool = False
    plain_first: bool = False


class Fit(NamedTuple):
    """How a line fits the measure `level`: fills it, does so to the letter, can be indented in it; how far it is."""

    level: float
    full: bool
    exact: bool
    first: bool
    apart: float


class Cast(NamedTuple):
    """A line as it was cast, in ems: its width, and how much its marks can be squeezed and its digits be wider.

    `pushed`: what it lacks because the first word of the next line did not fit; `spaced`: it is letter-spaced.
    """

    width: float
    squeeze: float
    loose: float
    pushed: float
    spaced: bool

    def fits(self, level: float) -> Fit:
        """How it fits a measure."""
        lacks = level - self.width
        if not level or lacks < -NEAR - self.squeeze:
            return Fit(level, False, False, False, abs(lacks))  # noqa: FBT003 - hundreds a page
        full = lacks <= max(LACKS + self.loose, self.pushed) or (self.spaced and lacks < level / 2)
        exact = full and (self.spaced or not self.pushed or lacks <= max(PLAIN_LACKS + self.loose, self.pushed))
        first = INDENT - NEAR - self.squeeze <= lacks <= INDENT + max(NEAR, self.pushed) + self.loose
        return Fit(level, full, exact, first, abs(lacks))


# A width, and how many votes each measure gets: BITS for each in one number, so that all are added in one step.
Votes = tuple[int, int]


# Lines are cast in the same few ways again and again, on one page and on the next.
@lru_cache(MANY)
def _votes(cast: Cast) -> Votes:
    """A line's width in half ems, and the measures that it can have: its own one twice, thrice if nothing is squeezed.

    No measure when it is too wide to stand in a column.
    """
    if cast.width > WIDEST:
        return 0, 0
    half = round(2 * cast.width)
    low = max(0, round(2 * (cast.width - cast.squeeze)) - 1)
    high = round(2 * (cast.width + min(cast.pushed, MOST_PUSHED))) + 1
    every = EACH >> BITS * (MEASURES - (high + 1 - low)) << BITS * low
    return half, every + ((1 if cast.squeeze else 2) << BITS * half)


def width_of(value: str) -> float:
    """How wide a line is, in ems."""
    return _width(value, NARROW.findall(value))


def _width(value: str, narrow: Sequence[str]) -> float:
    return len(value) + value.count(TWO_EMS) - len(narrow) / 2


def settings(lines: Sequence[Line]) -> tuple[Set, ...]:
    """How each line of a page was set."""
    pushed = [pushed_by(after) for after in (*lines[1:], None)] if lines else []
    casts = list(map(_cast, lines, pushed))
    columns = _columns(lines, casts)
    found: list[Set] = []
    for first, last in _strips(lines):
        if is_latin("".join([line.value for line in lines[first:last]])):
            found += _ragged([cast.width for cast in casts[first:last]], pushed[first:last])
        else:
            found += columns[first:last]
    return tuple(found)


def _ragged(widths: Sequence[float], pushed: Sequence[float]) -> list[Set]:
    """How lines were set that keep words whole: one is full when the next one's first word did not fit into it."""
    level = max(widths) if len(widths) > 1 and max(widths) <= WIDEST else 0.0
    both = zip(widths, pushed, strict=True)
    return [
        Set(width, level, full=full, exact=full, first=False)
        for width, full in ((width, bool(level) and width + push + 2 * SQUEEZE > level) for width, push in both)
    ]


def _columns(lines: Sequence[Line], casts: Sequence[Cast]) -> list[Set]:
    """How lines were set that fill their column."""
    strips = _strips(lines)
    folded = sum(last - first for first, last in strips if last - first >= SUPPORT)
    whole = folded >= FOLDED * len(lines)
    page = [(0, len(lines)) if whole else (index, index + 1) for index in range(len(lines))]
    own = [
        (first, last) if last - first > SUPPORT else page[index]
        for first, last in strips
        for index in range(first, last)
    ]
    votes = list(map(_votes, casts))
    sizes = [min(last - first, LONG_STRIP) for first, last in own]
    near = _both_ways(votes, own, [True] * len(lines))
    beyond = [size < LONG_STRIP and here != there for size, here, there in zip(sizes, own, page, strict=True)]
    far = _both_ways(votes, page, beyond) if any(beyond) else near
    both = [there if wider else here for here, there, wider in zip(near, far, beyond, strict=True)]
    return list(map(_set, casts, near, both, sizes))


def _cast(line: Line, pushed: float) -> Cast:
    value = line.value
    narrow = NARROW.findall(value)
    loose = min(MOST_LOOSE, SQUEEZE * sum(["!" <= letter <= "~" for letter in narrow])) if narrow else 0.0
    spaced = len(line.text.runs) * 2 > len(value) > SHORTEST_SPACED
    return Cast(_width(value, narrow), SQUEEZE * len(MARK.findall(value)), loose, pushed, spaced)


@lru_cache(MANY)
def _set(cast: Cast, near: tuple[float, float], far: tuple[float, float], strip: int) -> Set:
    """How a line was set that can have the measures of its strip (of `strip` lines), `near`, or of the page, `far`."""
    ways = [cast.fits(level) for level in dict.fromkeys(near)]
    if strip < LONG_STRIP:
        beyond = [cast.fits(level) for level in dict.fromkeys(far) if level not in near]
        # What stands round a strip can tell that a line is indented, but not that it is full.
        known = strip > SUPPORT and any(near)
        ways += [fit._replace(full=False, exact=False) for fit in beyond] if known else beyond
    # Of two columns a line fits the one it fills best, or else the one whose paragraphs it can begin.
    best = max(ways, key=_how_well)
    perhaps = any(fit.first for fit in ways)
    plain = perhaps and any(fit.first and fit.level - cast.width >= INDENT - NEAR for fit in ways)
    return Set(cast.width, best.level, best.full, best.exact, best.first, perhaps, plain)


def _how_well(fit: Fit) -> tuple[bool, bool, float]:
    return fit.full, not fit.full and fit.first, -fit.apart


def pushed_by(after: Line | None) -> float:
    """How much a line may lack because the first word of the next one, which cannot be cut, did not fit into it."""
    word = FIRST_WORD.match(after.value) if after and not after.gap else None
    return _lacks(word[0]) if word else 0.0


@lru_cache(MANY)
def _lacks(word: str) -> float:
    """How much a line may lack that a word did not fit into."""
    return max(0.0, width_of(word) - SQUEEZE)


def _strips(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines (half-open) that no blank line parts."""
    edges = [index for index, line in enumerate(lines) if line.gap or not index]
    return list(zip(edges, (*edges[1:], len(lines)), strict=True))


def _both_ways(
    votes: Sequence[Votes], reach: Sequence[tuple[int, int]], wanted: Sequence[bool]
) -> list[tuple[float, float]]:
    """The measure of each line by the lines from it on, and by those up to it, as far as its `reach`."""
    after = _levels(votes[::-1], [len(votes) - last for _, last in reach[::-1]], wanted[::-1])[::-1]
    return list(zip(after, _levels(votes, [first for first, _ in reach], wanted), strict=True))


def _levels(votes: Sequence[Votes], firsts: Sequence[int], wanted: Sequence[bool]) -> list[float]:
    """For each line the measure that most lines up to it can have; 0 when fewer than three can, or none is wanted.

    The width that a line has counts twice, and thrice when nothing in it can be squeezed. `firsts`: the first line that
    each may be measured with.
    """
    levels = [0.0] * len(votes)
    halves = [half for half, _ in votes]
    counts = begin = 0
    for index, (_, cast) in enumerate(votes):
        counts += cast
        first = max(firsts[index], index - WINDOW + 1)
        while begin < first:
            counts -= votes[begin][1]
            begin += 1
        if begin < index and wanted[index]:
            counted = counts.to_bytes(MEASURES, "little")
            # The votes and the measure are one number, so that of two with as many votes the wider one is the greatest.
            votes_and_half = max([counted[half] << BITS | half for half in {*halves[begin : index + 1]}])
            support, level = divmod(votes_and_half, 1 << BITS)
            if support > SUPPORT and level >= 2 * NARROWEST:
                levels[index] = level / 2
    return levels
