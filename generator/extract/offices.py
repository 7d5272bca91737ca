"""Offices: the words for what somebody is, from where they begin to the name before which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..rules import Endings, rules

LONGEST = 44  # characters of an office with what it is an office of
AHEAD = 6  # characters that a pattern looks ahead
QUOTED = 24  # characters of a name in quotation marks inside it
CLOSES = {"”": "“", "）": "（", ")": "(", "》": "《"}
STOPS = frozenset("，。；：！？,;:!?")
RULE = "丨"  # a stroke that parts headings; it counts as a Chinese letter
INSIDE = frozenset("—·-－/")


def offices(value: str) -> Iterator[tuple[int, str]]:
    """Where an office, or a word for who somebody is, may end in a text: the offset behind it; `title` or `kin`."""
    return ((end, rule) for end, _, rule in _endings().find(value))


def office(value: str, end: int, first: int = 0) -> tuple[int, int] | None:
    """The office that ends at `end`, with what it is an office of, from `first` on at most; None if none is left."""
    start = _beginning(value, end, first)
    cut, joint = (rules("people")[name].pattern for name in ("cut", "row"))
    last = end - _length(value, end)
    if start == first > 0 and joint.match(value, start):
        start += 1
    for match in cut.finditer(value, start, last + AHEAD):
        if match.end() > last:
            break
        start = match.end()
    start = _behind_pairs(value, _behind_others(value, start, last), last)
    desk = rules("people")["desk"].pattern.search(value, start, end)
    start = desk.start() if desk else start
    return (start, end) if start < end else None


def _beginning(value: str, end: int, first: int) -> int:
    """How far to the left words go on that may all be one office."""
    start = end
    lowest = max(first, end - LONGEST)
    while start > lowest:
        letter = value[start - 1]
        if letter in CLOSES:
            opened = value.rfind(CLOSES[letter], max(lowest, start - QUOTED), start)
            if opened < 0 or any(mark in STOPS for mark in value[opened : start - 1]):
                break
            start = opened
        elif letter == "、":
            if not _is_office(value, start - 1):
                break
            start -= 1
        elif letter == RULE or letter == "—" == value[start - 2 : start - 1]:
            break
        elif "一" <= letter <= "鿿" or (letter.isascii() and letter.isalnum()) or letter in INSIDE:
            start -= 1
        else:
            break
    return start


def _behind_others(value: str, start: int, last: int) -> int:
    """Behind somebody else who is named with an office of his own: 主席考文垂和终身名誉主席; not behind 党组书记、."""
    ends = [start + end for end, kind in offices(value[start:last]) if kind == "title"]
    family = rules("bylines")["surnames"].pattern
    for match in rules("people")["row"].pattern.finditer(value, start, last):
        at = match.start()
        if at in ends:
            continue
        named = (end for end in ends if 2 <= at - end <= 4 and (match.group() != "、" or family.match(value[end:at])))
        if next(named, 0):
            return match.end()
    return start


def _behind_pairs(value: str, start: int, last: int) -> int:
    """Behind 与 or 和, where what follows is the office alone, or begins as an office does."""
    joint = rules("people")["pair"].pattern
    for match in joint.finditer(value, start, last + 1):
        start = match.end()
    while start < last and not ("一" <= value[start] <= "鿿" or value[start].isalnum() or value[start] in "“《"):
        start += 1
    return start


def _is_office(value: str, end: int) -> bool:
    return _length(value, end) > 0


def _length(value: str, end: int) -> int:
    """How long the word for an office is that ends at `end`; 0 when none does."""
    return next((len(word) for word, rule in _endings().at(value, end) if rule == "title"), 0)


@cache
def _endings() -> Endings:
    return Endings({name: rules("people")[name] for name in ("title", "kin")})
