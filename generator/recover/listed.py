"""Lists without marks: rows of names, of numbers or of addresses, line by line, are neither prose nor headlines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import Kind, Line
from ..rules import rules
from .credits import is_name

# So many rows that stand together, and so many words in them, are a list; in a row of figures so much is figures.
FEWEST_ROWS, FEWEST_WORDS = 4, 8
NUMBERS = 0.35
DIGIT = re.compile(r"\d")
LONGEST_ROW = 60
# What may stand between two rows: a line that heads those under it.
LONGEST_HEAD = 16
# No row of a list, one that is one only among others, one by itself.
NO, PERHAPS, ROW = 0, 1, 2


def list_rows(lines: Sequence[Line], taken: Sequence[object]) -> Mapping[int, Kind]:
    """The lines (by index) that list something, and those that head them; `taken`: what is known of a line else."""
    signs = [NO if known else _sign(line.value) for line, known in zip(lines, taken, strict=True)]
    found: dict[int, Kind] = {}
    first = 0
    while first < len(lines):
        last = _run(lines, signs, taken, first) if signs[first] is ROW else first
        rows = [at for at in range(first, last) if signs[at]]
        if len(rows) >= FEWEST_ROWS and sum(len(lines[at].value.split()) for at in rows) >= FEWEST_WORDS:
            found |= {at: _kind(lines, signs, at) for at in range(first, last)}
            if first > 1 and _heads(lines[first - 1]) and not taken[first - 1] and _ends(lines[first - 2]):
                found[first - 1] = Kind.SUBHEAD
        first = max(last, first + 1)
    return found


def _run(lines: Sequence[Line], signs: Sequence[int], taken: Sequence[object], first: int) -> int:
    """Where the rows that begin at a line stop; between two a line may stand that heads the second."""
    last = first + 1
    while last < len(lines):
        if signs[last]:
            last += 1
        elif last + 1 < len(lines) and signs[last + 1] and not taken[last] and _heads(lines[last]):
            last += 2
        else:
            break
    return last


def _kind(lines: Sequence[Line], signs: Sequence[int], at: int) -> Kind:
    """What a line of a list is: a row, or the head of those under it, as a lone word over rows of several names."""
    lone = signs[at] is PERHAPS and at + 1 < len(lines) and len(lines[at + 1].value.split()) > 1
    return Kind.SUBHEAD if lone or not signs[at] else Kind.ITEM


def _sign(value: str) -> int:
    """Whether a line is a row of names, or of figures; one word may be a name, or none."""
    if len(value) > LONGEST_ROW:
        return NO
    if len(DIGIT.findall(value)) >= NUMBERS * len(value):
        return ROW if rules("label")["numbers"].pattern.search(value) else NO
    if not rules("label")["names"].pattern.search(value):
        return NO
    return ROW if is_name(value) or len(value.split()) > 1 else PERHAPS


def _heads(line: Line) -> bool:
    """Whether a line is short, and no prose."""
    return len(line.value) <= LONGEST_HEAD and not rules("label")["marks"].pattern.search(line.value)


def _ends(line: Line) -> bool:
    """Whether a sentence ends with a line."""
    return bool(rules("label")["ends"].pattern.search(line.value))
