"""Read the names out of a byline as it is printed: `■记者 梁雪玲 通讯员许敏婷丁臻`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..rules import rules
from ..text import Text

SEPARATOR = re.compile(r"[\s、，,/／;；：:]+")
# A foreign name, or one with its clan: kept whole.
LONG_NAME = re.compile(r"·")
SHORTEST, LONGEST = 2, 4


@dataclass(frozen=True, slots=True)
class Credits:
    """The names of a byline by what each did, in order; `sure`: each of them looks like a person's name."""

    reporters: tuple[Text, ...] = ()
    correspondents: tuple[Text, ...] = ()
    photographers: tuple[Text, ...] = ()
    sure: bool = False


def read_credits(text: Text) -> Credits:
    """The names in the credits of a byline (its brackets and its mark left off)."""
    found: dict[str, list[Text]] = {"reporters": [], "correspondents": [], "photographers": []}
    roles = list(rules("bylines")["role"].pattern.finditer(text.value))
    sure = bool(roles)
    ends = (*(role.start() for role in roles[1:]), len(text))
    for role, end in zip(roles, ends, strict=False):  # without a role there is nothing to read
        did = rules("bylines")["did"].pattern.search(text.value, role.end(), end)
        listed = text[role.end() : did.start() if did else end]
        names = list(_names(listed))
        sure = sure and bool(names) and all(is_name(name.value) for name in names)
        if role.lastgroup:
            found[role.lastgroup] += names
    reporters, correspondents, photographers = map(tuple, found.values())
    return Credits(reporters, correspondents, photographers, sure=sure)


def is_name(value: str) -> bool:
    """Whether this looks like a person's name."""
    if LONG_NAME.search(value):
        return len(value) <= 16
    return SHORTEST <= len(value) <= LONGEST and bool(rules("bylines")["surnames"].pattern.match(value))


def _names(listed: Text) -> Iterator[Text]:
    """The names of a list: at its blanks and commas, and, where names are glued together, at the surnames."""
    last = 0
    words: list[Text] = []
    for match in (*SEPARATOR.finditer(listed.value), None):
        words.append(listed[last : match.start() if match else len(listed)])
        last = match.end() if match else 0
    lone: Text | None = None
    for word in (word for word in words if word.value):
        if len(word) == 1:
            # `解 豪`: a name of two characters, set as wide as one of three.
            lone, joined = (None, lone + word) if lone else (word, None)
            if joined:
                yield joined
            continue
        yield from _unglued(word)
    if lone:
        yield lone


def _unglued(word: Text) -> Iterator[Text]:
    start = 0
    for length in _cuts(word.value) or (len(word),):
        yield word[start : start + length]
        start += length


@cache
def _cuts(value: str) -> tuple[int, ...]:
    """How long each of the names glued together in `value` is; empty when it is one name, or cannot be cut."""
    if len(value) < SHORTEST + SHORTEST or LONG_NAME.search(value):
        return ()
    best = _cheapest(value)
    return best[1] if best else ()


def _cheapest(value: str) -> tuple[float, tuple[int, ...]] | None:
    """The likeliest way to cut `value` into names: three characters are commoner than two, four are rare."""
    if not value:
        return 0.0, ()
    ways = []
    for length, cost in ((3, 1.0), (2, 1.1), (4, 2.6)):
        name = value[:length]
        surname = rules("bylines")["surnames"].pattern.match(name)
        if len(name) < length or not surname or (length == 4 and len(surname[0]) == 1 and len(value) > 4):
            continue
        rest = _cheapest(value[length:])
        if rest:
            ways.append((cost + rest[0], (length, *rest[1])))
    return min(ways) if ways else None
