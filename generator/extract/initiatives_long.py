"""Whole names of initiatives: with the words behind their marks, or without any marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..rules import rules
from .divisions import divisions

COVER = "〓"  # a character in marks or brackets
NEAR = 40  # characters before or behind a mark that belong to the whole name
SHORTEST = 7  # characters of a name without marks; fewer are a common word
LONGEST = 44
LONG = 4  # characters of a word for what it is that make another name of it


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole name: where it stands, where its part in marks stands; `alone`: known by its whole name only.

    `doubt`: the rule that tells why what is known by it alone may be no initiative.
    """

    start: int
    end: int
    short: tuple[int, int]
    alone: bool
    doubt: str = ""


def whole_names(value: str) -> Iterator[Whole]:
    """“我们的节日”传统节日系列活动; 2023年江门市“科技杯”创新创业大赛."""
    known = rules("initiatives")
    covered = known["cover"].pattern.sub(lambda mark: COVER * len(mark.group()), value)
    for match in known["quoted"].finditer(value):
        if known["inner"].pattern.match(match["name"]):
            yield Whole(_begin(covered, match.start()), match.end(), match.span("name"), alone=True)
        if known["known"].pattern.fullmatch(match["name"]) and _above(value, match.start()) < match.start():
            yield Whole(_above(value, match.start()), match.end(), match.span("name"), alone=False)
        behind = known["whole"].pattern.match(value[match.end() : match.end() + NEAR])
        if not behind or known["breaks"].pattern.search(behind["between"]):
            continue
        alone = bool(known["event"].pattern.search(behind["what"]))
        if not alone and known["common"].pattern.match(match["name"]):
            continue
        if not alone and known["named"].pattern.search(match["name"]):
            continue  # “双百行动”共建平台 is a platform of that campaign, not a longer name of it
        if alone or behind["between"] or len(behind["what"]) >= LONG:
            start = _begin(covered, match.start()) if alone else _place(value, match.start())
            doubt = _doubt(value[start : match.start()], match["name"], behind["what"])
            yield Whole(start, match.end() + behind.end(), match.span("name"), alone, doubt)
    for match in known["motto"].finditer(value):
        yield Whole(match.start(), match.end(), match.span("name"), alone=True)


def _doubt(before: str, name: str, what: str) -> str:
    """What speaks against a whole name: it is a meeting, it joins two, or its mark is a common word."""
    known = rules("initiatives")
    if not known["contest"].pattern.search(what):
        return "initiatives.meeting"
    if "暨" in before:
        return "initiatives.joined"
    return "initiatives.short" if known["common"].pattern.match(name) else ""


def _place(value: str, start: int) -> int:
    """Where a place begins that stands at once before a mark."""
    known = rules("initiatives")
    near = max(0, start - NEAR)
    found = known["place"].pattern.search(value[near:start])
    if not found or known["starts"].pattern.search(found["name"]):
        return start
    return near + found.start("name")


def _above(value: str, start: int) -> int:
    """Where the province begins whose campaign it is: 浙江“千万工程”, 广东省“百千万工程”."""
    table = divisions()
    for at in range(max(0, start - LONG), start - 1):
        chains = (*table.above.get(value[at:start], ()), *table.stems.get(value[at:start], ()))
        if any(len(chain) == 1 for chain in chains):
            return at
    return start


def _begin(covered: str, end: int) -> int:
    """Where a name begins whose last part begins at `end`: behind a stop, a verb or a preposition; 暨 joins halves."""
    known = rules("initiatives")
    first = max(0, end - LONGEST)
    stops = [stop.end() for stop in known["stops"].pattern.finditer(covered, first, end)]
    first = stops[-1] if stops else first
    joined = covered.find("暨", first, end)
    last = joined if joined >= 0 else end
    starts = [start.end() for start in known["starts"].pattern.finditer(covered, first, last + 1)]
    return max((start for start in starts if start <= last), default=first)


def plain_names(value: str) -> Iterator[tuple[int, int]]:
    """Names without marks around them, by their last word: 农村人居环境整治提升五年行动."""
    known = rules("initiatives")
    covered = known["cover"].pattern.sub(lambda mark: COVER * len(mark.group()), value)
    for match in known["plain"].pattern.finditer(covered):
        first = _begin(covered, match.start())
        words = covered[first : match.end()]
        bare = len(words.lstrip(COVER)) <= LONG
        if len(words) >= SHORTEST and not known["general"].pattern.match(words) and not (bare and words[0] == COVER):
            yield first, match.end()
