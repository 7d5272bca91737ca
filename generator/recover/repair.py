"""Repair the lines of a page: blanks that mean nothing leave, look-alike characters are shown as what was printed.

Nothing else happens to a character. Lines are not joined here; each knows how many blank lines stand before it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from string import ascii_letters, digits

from ..model import LINE_END, Line, Seed
from ..rules import rules
from ..text import ZERO_WIDTH, Run, Text, is_blank
from .columns import unroll

IDEOGRAPH = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
BLANK = rf"[\s{''.join(ZERO_WIDTH)}]"
GAP = re.compile(rf"{BLANK}+")
# Marks that carry their own white space: nothing is meant by a blank beside them.
CLOSED = frozenset("，、。；：！？）》」』")
# `8 月 4 日`, `5G 和 AI 技术`: white space that a typesetter puts round digits and Latin words in Chinese.
DIGITS = frozenset(f"{ascii_letters}{digits}０１２３４５６７８９％")
UNITS = frozenset("%℃‰")
# But in a line that stands alone, as headlines do: `A 以“侨”为桥`, `企业助力 131家企业结对`.
SENTENCE = re.compile("[，。；]")
CLAUSE_GAP = re.compile(rf"^[A-Z]({BLANK}+)(?=[{IDEOGRAPH}“《])|(?<=[{IDEOGRAPH}])({BLANK}+)(?=\d+[{IDEOGRAPH}])")
MARKS = re.compile(rf"[^{IDEOGRAPH}0-9A-Za-z]")
LONE, WORD = re.compile(rf"[{IDEOGRAPH}]"), re.compile(rf"[{IDEOGRAPH}]{{2}}")
# What may be an ideograph with its marks, parted from all others; none has so many marks.
LONGEST_LONE = 9
ALONE = re.compile(rf"(?:^|{BLANK})[^\s0-9A-Za-z]{{1,{LONGEST_LONE}}}(?={BLANK}|$)")
SPACED = 3
# Radicals, compatibility ideographs, full-width digits and letters. (Full-width marks are printed Chinese: they stay.)
LOOK_ALIKE = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0002f800-\U0002fa1f]"
)
# A line with none of these is shown as it is printed.
ODD = re.compile(f"{LOOK_ALIKE.pattern[:-1]}{BLANK[1:]}")
INNER = re.compile(rf"[^\S\r\n]|[{''.join(ZERO_WIDTH)}]")
CONTROL = re.compile(r"[\t\xa0\x0b\x0c\x1c-\x1f\x85]")
# A line from its first inked character to its last one.
INKED = re.compile(rf"[^\s{''.join(ZERO_WIDTH)}](?:[^\r\n]*[^\s{''.join(ZERO_WIDTH)}])?")
NOTHING = Text()
SHOWN_AS_SPACE = dict.fromkeys("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0", " ")


def repair(seed: Seed) -> tuple[Line, ...]:
    """The inked lines of a page, repaired, in the order in which they are read."""
    return tuple(_unrolled(seed) or _repaired(seed))


def _unrolled(seed: Seed) -> list[Line]:
    """The lines of columns that stand side by side, repaired, as they are read; none on a page without such columns."""
    return [
        Line(mend(seed.text[line.start : line.end]), _blank_after(seed, line.end), line.gap) for line in unroll(seed)
    ]


def _repaired(seed: Seed) -> Iterator[Line]:
    source = seed.source
    edges = [match.span() for match in INKED.finditer(source)]
    after = [_line_ends(source[end:start]) for (_, end), (start, _) in pairwise((*edges, (len(source),) * 2))]
    spaced = _spaced_out(source, edges, after)
    gap = _line_ends(source[: edges[0][0]]) if edges else 0
    for index, (start, end) in enumerate(edges):
        alone = (gap > 0 or not index) and after[index] != 1
        near = spaced[bisect_left(spaced, (start, 0)) : bisect_left(spaced, (end, 0))] if spaced else ()
        closed = frozenset((first - start, stop - start) for first, stop in near)
        yield Line(_mended(Text.of(seed.id, source, start, end), closed, alone=alone), _blank_after(seed, end), gap)
        gap = after[index] - 1


def _line_ends(between: str) -> int:
    """How many lines end in what stands between two inked parts."""
    return 1 if between == "\n" else len(LINE_END.findall(between))


def _blank_after(seed: Seed, end: int) -> Text:
    """The blank that follows an inked part; nothing where none does."""
    after = seed.source[end : end + 1]
    shown = SHOWN_AS_SPACE.get(after)
    if shown is None:
        if not after or not is_blank(after):
            return NOTHING
        shown = after
    return Text(shown, (Run(seed.id, end, 1),))


def mend(line: Text, *, alone: bool = False) -> Text:
    """A line with its meaningless blanks left out and its look-alikes swapped; `alone`: blank lines stand round it."""
    return _mended(line, frozenset(_spaced(line.value)), alone=alone)


def _mended(line: Text, spaced: frozenset[tuple[int, int]], *, alone: bool) -> Text:
    if not ODD.search(line.value):
        return line
    shown = line.swap(_swaps(line.value)) if LOOK_ALIKE.search(line.value) else line
    gaps = [match.span() for match in GAP.finditer(shown.value)]
    dropped = _dropped(shown.value, gaps, spaced, alone=alone) if gaps else ()
    return shown.drop(dropped).swap(SHOWN_AS_SPACE) if dropped or CONTROL.search(shown.value) else shown


def _spaced_out(source: str, edges: Sequence[tuple[int, int]], after: Sequence[int]) -> list[tuple[int, int]]:
    """The blanks of letter-spaced runs, which may go on from line to line; `after`: the line ends behind each part."""
    found: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(edges) + 1):
        if index == len(edges) or after[index - 1] > 1:
            start, end = edges[first][0], edges[index - 1][1]
            if INNER.search(source, start, end):
                found += [(start + here, start + there) for here, there in _spaced(source[start:end])]
            first = index
    return found


def _swaps(value: str) -> Mapping[str, str]:
    """What each look-alike in `value` is shown as."""
    table = _radicals()
    return {character: table.get(character) or _folded(character) for character in set(LOOK_ALIKE.findall(value))}


@cache
def _radicals() -> Mapping[str, str]:
    return {pair[0]: pair[1] for pair in rules("repair")["radicals"].more["pairs"].split()}


def _folded(character: str) -> str:
    """The character that Unicode holds for the same as this compatibility form."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _dropped(
    value: str, gaps: Sequence[tuple[int, int]], spaced: frozenset[tuple[int, int]], *, alone: bool
) -> list[tuple[int, int]]:
    """The ranges of blanks in a line that mean nothing; of a wider gap that means something one blank stays."""
    found = {*spaced, *((start, end) for start, end in gaps if _is_set(value[start - 1 : start], value[end : end + 1]))}
    if alone and not SENTENCE.search(value):
        found -= {match.span(match.lastindex or 0) for match in CLAUSE_GAP.finditer(value)}
        found |= set(_all_lone(value))
    return sorted({*found, *((start + 1, end) for start, end in gaps if end - start > 1 and (start, end) not in found)})


def _is_set(before: str, after: str) -> bool:
    """Whether a gap between two characters is the typesetter's: beside a mark, or between Chinese and other letters."""
    if before in CLOSED or after in CLOSED:
        return True
    if after in DIGITS:
        return bool(LONE.match(before))
    return (before in DIGITS or before in UNITS) and bool(LONE.match(after))


def _all_lone(value: str) -> list[tuple[int, int]]:
    """The blanks of a line that stands alone and has only lone characters (`重 视`)."""
    gaps = [match.span() for match in GAP.finditer(value)]
    return gaps if all(LONE.fullmatch(word) for word in GAP.split(value)) else []


def _spaced(value: str) -> Iterator[tuple[int, int]]:
    """The blanks of letter-spaced runs (`平 台 推`): of at least three characters; from four on, those at its ends."""
    # Most stretches have no three words so short; to count these costs little.
    short = sum([len(word) <= LONGEST_LONE for word in value.split()])
    if (short < SPACED and not any(blank in value for blank in ZERO_WIDTH)) or len(ALONE.findall(value)) < SPACED:
        return
    gaps = [match.span() for match in GAP.finditer(value)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(value)]
    words = [value[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True)]
    index = 0
    while index < len(words):
        stop = index
        while stop < len(words) and _is_lone(words[stop]):
            stop += 1
        lone = sum(bool(LONE.search(word)) for word in words[index:stop])
        if lone >= SPACED:
            beyond = lone > SPACED
            run = gaps[max(0, index - beyond) : stop - (not beyond)]
            yield from (gap for gap in run if not LINE_END.search(value, *gap))
        index = max(stop, index + 1)


def _is_lone(word: str) -> bool:
    """Whether a word is one ideograph with its marks, a number, or marks alone."""
    if WORD.match(word):  # most are lines of prose
        return False
    core = MARKS.sub("", word)
    return len(core) < 2 or core.isascii()
