"""Personal names, Chinese and foreign: where one begins and where it ends among the words that go on behind it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..rules import rules
from .offices import offices

DOTS = "·•・"
POSSIBLE = "people.possible"
RECENT = 256  # texts that were read last are kept in mind


def read_name(value: str, at: int) -> tuple[int, str] | None:
    """Where the name that begins at `at` ends, and the doubt about it (or ""); None when no name begins there."""
    dotted = rules("people")["dotted"].pattern.match(value, at)
    if dotted:
        return (trimmed(value, at, dotted.end()), "") if sounds(value, at, first_dot(dotted)) else None
    end = sounded(value, at)
    king = rules("people")["number"].pattern.match(value, end)
    if end - at >= 4 or (king and end - at > 1):
        return king.end() if king else end, ""
    if rules("regions")["abroad"].pattern.match(value, at):
        return None
    found = chinese(value, at)
    if found and not found[1]:
        return found
    if end - at >= 2:
        return end, ""
    return _japanese(value, at) or found


def first_dot(match: re.Match[str]) -> int:
    """Where the first dot of a name with dots stands."""
    return match.start() + min(match.group().index(dot) for dot in DOTS if dot in match.group())


def trimmed(value: str, at: int, end: int) -> int:
    """Where the last part of a foreign name ends: with the letters that write down a sound, or where words go on."""
    start = max(value.rfind(dot, at, end) for dot in DOTS) + 1
    letters = rules("people")["foreign"].pattern
    # 圣—阿芒 is one part
    sounded = next((i for i in range(start, end) if not (letters.match(value, i) or value[i] == "—")), end)
    if sounded == start and ends_here(value, end) and end - start <= 4:
        return end
    nearest: tuple[int, ...] = (sounded, sounded + 1, sounded + 2, *range(sounded - 1, start, -1))
    for stop in nearest:
        if start < stop <= end and ends_here(value, stop):
            return stop
    return max(sounded, start + 1)


def sounded(value: str, at: int) -> int:
    """Where letters that write down a foreign name by its sound end, as far on as words go on behind them."""
    letters = rules("people")["foreign"].pattern
    end = at
    while end - at < 9 and letters.match(value, end):
        end += 1
    for stop in range(end, at + 1, -1):
        if ends_here(value, stop):
            return stop
    return at


def chinese(value: str, at: int) -> tuple[int, str] | None:
    """Where the Chinese name that begins at `at` ends, and the doubt about it (or ""); None when none begins there."""
    family = rules("bylines")["surnames"].pattern.match(value[at : at + 2])
    if (
        not family
        or rules("people")["never"].pattern.match(value, at)
        or value[at : at + 2] in _words()
        or value[at : at + 3] in _words()
    ):
        return None
    length = family.end()
    short, long = at + length + 1, at + length + 2
    fits = [stop for stop in (short, long) if is_han(value, at, stop) and ends_here(value, stop)]
    if len(fits) == 2:
        # 李平说，: what goes on behind the short name; but 康京和认为
        goes_on = value[long : long + 2] in _verbs() or speaks(value, long)
        named = rules("people")["and"].pattern.match(value, short) and goes_on
        return (long if named else short), ""
    if fits:
        return fits[-1], ""
    married = rules("bylines")["surnames"].pattern.match(value[at + 1 : at + 2])
    words = any(end == 4 for end, _ in offices(value[at : at + 4]))
    if married and not words and is_han(value, at, at + 4) and ends_here(value, at + 4) and speaks(value, at + 4):
        return at + 4, ""
    return (long, POSSIBLE) if is_han(value, at, long) else None


@lru_cache(RECENT)
def opening(value: str) -> tuple[tuple[int, int], ...]:
    """Where a Chinese name that is in no doubt stands at the beginning of a clause, or behind 的: begin and end."""
    places = [match.end() for match in rules("people")["opens"].pattern.finditer(value)]
    names = ((at, chinese(value, at)) for at in places)
    return tuple((at, name[0]) for at, name in names if name and not name[1])


def _japanese(value: str, at: int) -> tuple[int, str] | None:
    family = rules("people")["japanese"].pattern.match(value, at)
    if not family:
        return None
    for stop in (family.end() + 2, family.end() + 1, family.end() + 3, family.end()):
        if is_han(value, at, stop) and ends_here(value, stop):
            return stop, ""
    return None


def is_weak(value: str, at: int) -> bool:
    """Whether a letter is a family name and an ordinary word."""
    return bool(rules("people")["weak"].pattern.match(value, at))


def is_never(value: str, at: int) -> bool:
    """Whether a letter is a rare family name that is nearly always something else."""
    return bool(rules("people")["never"].pattern.match(value, at))


def is_han(value: str, start: int, end: int) -> bool:
    """Whether the letters between are all Chinese."""
    return end <= len(value) and all("一" <= letter <= "鿿" for letter in value[start:end])


def speaks(value: str, at: int) -> bool:
    """Whether a word of saying or leading stands at `at`."""
    return bool(rules("people")["speaks"].pattern.match(value, at))


def ends_here(value: str, at: int) -> bool:
    """Whether what stands at `at` is what goes on behind a name."""
    return (
        bool(rules("people")["ended"].pattern.match(value, at))
        or value[at : at + 2] in _verbs()
        or (value[at : at + 3] in _verbs())
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(rules("people")["verb"].words)


@cache
def _words() -> frozenset[str]:
    return frozenset(rules("people")["word"].words)


def is_name(value: str, start: int, end: int) -> bool:
    """Whether the letters between are a family name and a given one, and no word."""
    if value[start:end] in rules("people")["known"].words:
        return True
    if rules("regions")["abroad"].pattern.search(value, max(0, start - 3), end):
        return False
    family = rules("bylines")["surnames"].pattern.match(value[start:end])
    if family is None or family.end() == end - start or not is_han(value, start, end):
        return False
    return not (value[start : start + 2] in _words() or value[start:end] in _words() or is_body(value, start, end))


def sounds(value: str, start: int, end: int) -> bool:
    """Whether the letters between write down a foreign name by its sound."""
    letters = rules("people")["foreign"].pattern
    return end > start and all(letters.match(value, i) or value[i] in DOTS for i in range(start, end))


def is_body(value: str, start: int, end: int) -> bool:
    """Whether the letters between end as the name of a body or a sort of people does."""
    return bool(rules("people")["body"].pattern.search(value[start:end]))
