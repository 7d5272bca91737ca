"""Bodies that are named by what they are: 市商务局, 五邑大学; where each name begins, and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from ..rules import Endings, rules
from .told import Named

AHEAD = 6  # characters that a pattern looks ahead
LONGEST = 44  # characters of a name
LONG = 30  # characters of a name beyond which other words may be glued to it
QUOTED = 20  # characters of what stands in marks inside it
MARK = re.compile("[“（(”）)]")
CLOSES = {"”": "“", "）": "（", ")": "(", "’": "‘"}
STOPS = frozenset("，。；：！？,;:!?")
POSSIBLE = "organisations.possible"
IN_OFFICE = "organisations.in_office"
VENUE = "organisations.venue_or_staff"
IN_NAME = "organisations.in_name"
Span = tuple[int, int]


@dataclass(frozen=True)
class Around:
    """What else was read in a text: where places and offices begin and end, and where names of persons end."""

    places: Mapping[int, int]
    roles: tuple[Span, ...] = ()
    persons: tuple[int, ...] = ()

    @cached_property
    def in_role(self) -> frozenset[int]:
        """The characters that stand in an office."""
        return frozenset(index for start, end in self.roles for index in range(start, end))

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where names of places end."""
        return frozenset(self.places.values())


def found_in(value: str, around: Around) -> tuple[Named, ...]:
    """The organisations that a text names by what they are, in order, none inside another."""
    spans: list[tuple[int, int, str]] = []
    marked = tuple(_marked(value))
    for one in sorted(_suffixed(value, around), key=lambda one: (one[1], -one[0])):
        while spans and spans[-1][0] >= one[0]:
            spans.pop()
        if (not spans or spans[-1][1] <= one[0]) and one[:2] not in {other[:2] for other in marked}:
            spans.append(one)
    return tuple(as_named(value, start, end, doubt, around) for start, end, doubt in sorted((*spans, *marked)))


def as_named(value: str, start: int, end: int, doubt: str, around: Around) -> Named:
    """A body, with what speaks against its being one that the text speaks of."""
    if around.in_role.issuperset((start, end - 1)) or rules("organisations")["office"].pattern.match(value, end):
        doubt = doubt or IN_OFFICE
    if _inside(value, start, end):
        doubt = doubt or IN_NAME
    return Named("organisation", start, end, value[start:end], doubt=doubt)


def _inside(value: str, start: int, end: int) -> bool:
    """Whether it stands in a title, or in a name in quotation marks that says more."""
    for opened, closed in ("《》", "“”"):
        first = value.rfind(opened, max(0, start - QUOTED), start + 1)
        last = value.find(closed, end - 1, end + QUOTED)
        between = value[first + 1 : last] if 0 <= first < last else ""
        whole = not between or opened in between or closed in between or (first, last + 1) == (start, end)
        if not whole and (opened == "《" or not any(mark in STOPS for mark in between)):
            return True
    return False


def _suffixed(value: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """The names that end with a word for what they are."""
    known = rules("organisations")
    inner: Span | None = None
    for end, word, kind in _endings().find(value):
        office = value[end : end + 1] == "长" and value[end - 2 : end - 1] in ("副", word[-1])
        if office or known["goes_on"].pattern.match(value, end) or _is_word(value, end):
            continue
        start = _Ending(value, end, kind, word, around).start(inner)
        if start is None:
            continue
        inner = (start, end)
        behind = known["place_behind"].pattern.match(value, end)
        stop = behind.end() if behind and end + 1 in around.places else end
        yield start, stop, VENUE if kind == "venue" else POSSIBLE if end - start > LONG else ""


@cache
def _endings() -> Endings:
    """The words for what a body is."""
    return Endings({kind: rules("organisations")[kind] for kind in ("seat", "house", "venue", "part")})


def _is_word(value: str, end: int) -> bool:
    return value.endswith(_words().get(value[end - 1], ()), 0, end)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """The words that end like a body's name and are none, by their last letter."""
    words = [word for word in rules("organisations")["word"].words if word not in _all_words()]
    return {letter: tuple(word for word in words if word[-1] == letter) for letter in {word[-1] for word in words}}


@cache
def _all_words() -> frozenset[str]:
    return frozenset(word for kind in ("seat", "house") for word in rules("organisations")[kind].words)


@dataclass(frozen=True, slots=True)
class _Ending:
    """The last word of what may be a name: where it ends, and of what kind (of the rules) it is."""

    value: str
    end: int
    kind: str
    word: str
    around: Around

    @property
    def last(self) -> int:
        """Where the word begins."""
        return self.end - len(self.word)

    def start(self, inner: Span | None) -> int | None:
        """Where the name begins; None when it is no name. `inner`: the name that was found before it."""
        marked, free = region(self.value, self.last)
        begun, cut = behind_words(self.value, marked, self.last, self.around)
        behind = _behind_person(begun, self.last, self.around)
        first = max(begun, behind)
        if self.kind == "part":
            return inner[0] if inner and first <= inner[0] and inner[1] <= self.last else None
        known = rules("organisations")
        if self.word.endswith("政府") and not known["government"].pattern.search(self.value, first, self.end):
            return None
        if known["sorts"].pattern.search(self.value, first, self.last):
            return None
        anchor = self.anchor(first)
        if anchor is None:
            sure = (free or cut or behind > 0) and self.says_which(first, at_mark=not cut)
        else:
            first, sure = anchor, anchor < self.last or self.kind == "seat"
        return self.uncounted(first) if sure else None

    def anchor(self, first: int) -> int | None:
        """The place or level with which the name begins; None where it begins with other words."""
        pairs = _pairs(self.value, first, self.last)
        every = (at for at in _anchors(self.value, first, self.last + 1, self.around) if not _within(at, pairs))
        anchor = next(every, None)
        if anchor is None or anchor >= self.end - 1 or (self.word in _strict() and anchor != first):
            return None
        return anchor if anchor - first <= 2 or self.kind == "seat" else None

    def says_which(self, first: int, *, at_mark: bool) -> bool:
        """Whether what stands before the word, and begins with no place, makes a name of it."""
        before = self.value[first : self.last]
        if len(before) < 2 or rules("organisations")["common"].pattern.match(before) or self.word in _strict():
            return False
        if self.kind != "seat" or self.word.startswith("党") or before[0] == "“" or before[-1] == "”":
            return True
        return len(before) <= 6 and at_mark and self.word[-1] in "局办署"

    def uncounted(self, first: int) -> int | None:
        """Where the name begins behind a number; None when things are counted there and none is named."""
        pairs = _pairs(self.value, first, self.last)
        for match in rules("organisations")["counted"].pattern.finditer(self.value, max(0, first - 4), self.last):
            if _within(match.start(), pairs):
                continue
            if not pairs or not first <= match.end() <= pairs[0][0]:
                return None
            first = match.end()  # 多支青年大学生“百千万工程”突击队: the mark makes it a name
        return first


@cache
def _strict() -> frozenset[str]:
    """Words that are a name's last only where the name begins with a place: 中国数学学会, but 也学会."""
    return frozenset(rules("organisations")["strict"].words)


def _within(at: int, pairs: Iterable[Span]) -> bool:
    return any(opened < at < closed for opened, closed in pairs)


def region(value: str, end: int) -> tuple[int, bool]:
    """How far to the left of `end` words go on that may all be one name; whether a mark or the beginning stops them."""
    start, lowest = end, max(0, end - LONGEST)
    levels = rules("organisations")["levels"].pattern
    while start > lowest:
        letter = value[start - 1]
        if letter in CLOSES:
            opened = value.rfind(CLOSES[letter], max(0, start - QUOTED), start)
            if opened < 0 or any(mark in STOPS for mark in value[opened : start - 1]):
                return start, True
            start = opened
        elif letter == "、" and levels.match(value, start - 2) and start >= 2:
            start -= 2
        elif "一" <= letter <= "鿿" or (letter.isascii() and letter.isalnum()) or letter in "—·-":
            start -= 1
        else:
            return start, True
    return start, start == 0


def behind_words(value: str, first: int, last: int, around: Around) -> tuple[int, bool]:
    """Behind the last word that cannot be part of a name, or that joins two; whether there was one."""
    known = rules("organisations")
    start, pairs = first, _pairs(value, first, last)
    for match in known["cut"].pattern.finditer(value, first, last + AHEAD):
        if match.end() > last:
            break
        if not _within(match.start(), pairs):
            start = match.end()
    for match in known["joint"].pattern.finditer(value, start, last):
        at = match.start()
        if at in around.ends or at == start or _begins(value, match.end(), around) or is_end(value, at):
            start = match.end()
    return start, start > first


def _behind_person(first: int, last: int, around: Around) -> int:
    at = bisect_right(around.persons, last) - 1
    return around.persons[at] if at >= 0 and around.persons[at] > first else -1


def is_end(value: str, at: int) -> bool:
    """Whether a word for what a body is ends at `at`."""
    return any(_endings().at(value, at))


def _pairs(value: str, first: int, last: int) -> list[Span]:
    """The stretches between marks in a part of a text."""
    found: list[Span] = []
    opened = -1
    for mark in MARK.finditer(value, first, last):
        at = mark.start()
        if mark.group() in "“（(":
            opened = at
        elif opened >= 0:
            found.append((opened, at))
            opened = -1
    return found


def _anchors(value: str, first: int, last: int, around: Around) -> Iterator[int]:
    """Where a name may begin with a place or a level, in order; 市 for the paper's own only at the very beginning."""
    if first < last and rules("organisations")["level"].pattern.match(value, first):
        yield first
    yield from (at for at in range(first, last) if _is_anchor(value, at, around))


def _begins(value: str, at: int, around: Around) -> bool:
    return _is_anchor(value, at, around) or bool(rules("organisations")["level"].pattern.match(value, at))


def _is_anchor(value: str, at: int, around: Around) -> bool:
    known = rules("organisations")["wide"].pattern
    return at in around.places or bool(known.match(value, at) or rules("regions")["abroad"].pattern.match(value, at))


def _marked(value: str) -> Iterator[tuple[int, int, str]]:
    """What a mark makes a name of, and what is founded under a long name."""
    for name, group in (("quoted", 0), ("founded", "name")):
        rule = rules("organisations")[name]
        if rule.may_fit(value):
            yield from ((*match.span(group), "") for match in rule.pattern.finditer(value))
