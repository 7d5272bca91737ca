"""A string that knows where each of its characters was printed.

Offsets are Unicode code points in the decoded seed (a byte order mark counts as one); ranges are half-open. A stage may
slice, join, leave out, or swap one character for one character: nothing here can make a character that no page printed,
except `Text.by`, which is a person's correction and says whose.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

ZERO_WIDTH = frozenset("\u200b\u2060\ufeff")
WIDTHLESS = dict.fromkeys(map(ord, ZERO_WIDTH))
# Every blank there is, so that the ends of a text are stripped in one step.
BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000" + "".join(sorted(ZERO_WIDTH))
)


def is_blank(character: str) -> bool:
    """Whether a character leaves no ink: white space (line ends too) and the zero-width spaces."""
    return character.isspace() or character in ZERO_WIDTH


def ink_of(value: str) -> str:
    """The characters of `value` that are not blank."""
    return "".join(value.split()).translate(WIDTHLESS)


def count_ink(value: str) -> int:
    """How many characters of `value` are not blank."""
    inked = "".join(value.split())
    return len(inked) - sum(map(inked.count, ZERO_WIDTH))


class Span(NamedTuple):
    """The characters `start` to `end` (half-open, code points) of the seed with the id `seed`."""

    seed: str
    start: int
    end: int


class Run(NamedTuple):
    """`length` characters in a row: printed from `start` on in `seed`, or put in at `start` by `author`."""

    seed: str
    start: int
    length: int
    author: str = ""

    @property
    def end(self) -> int:
        """The offset after the last character; what a person put in takes no room on the page."""
        return self.start if self.author else self.start + self.length

    @property
    def is_printed(self) -> bool:
        """Whether the page prints these characters."""
        return bool(self.seed) and not self.author

    def part(self, first: int, last: int) -> Run:
        """The characters `first` to `last` of this run."""
        return _new(Run, (self.seed, self.start if self.author else self.start + first, last - first, self.author))


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs, where those that go on from one another are one."""
    merged: list[Run] = []
    # Texts are joined at every turn: the comparison is written out, as calls cost more than it does.
    for run in runs:
        seed, start, length, author = merged[-1] if merged else NOTHING
        if run.start == (start if author else start + length) and run.seed == seed and run.author == author and merged:
            merged[-1] = Run(seed, start, length + run.length, author)
        elif run.length:
            merged.append(run)
    return tuple(merged)


NOTHING = Run("", 0, 0)
_set = object.__setattr__
_new = tuple.__new__  # a named tuple's own way takes twice as long, and spans and runs are made at every turn


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """A value, and for each of its characters the offset it has in a seed.

    Two texts are equal when they read the same and stand at the same place. `runs` are merged, so that there is one way
    only to write a text down.
    """

    value: str = ""
    runs: tuple[Run, ...] = ()
    # Where each run ends in the value. Texts are made by the thousand, so this is written out by hand.
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __init__(self, value: str = "", runs: tuple[Run, ...] = ()) -> None:
        ends = (runs[0].length,) if len(runs) == 1 else tuple(accumulate([run.length for run in runs]))
        if (ends[-1] if ends else 0) != len(value):
            message = f"{len(value)} characters but {ends[-1] if ends else 0} addresses"
            raise ValueError(message)
        _set(self, "value", value)
        _set(self, "runs", runs)
        _set(self, "_ends", ends)

    @classmethod
    def of(cls, seed: str, source: str, start: int = 0, end: int | None = None) -> Text:
        """The characters `start` to `end` of `source`, the decoded seed with the id `seed`."""
        stop = len(source) if end is None else end
        return cls(source[start:stop], (Run(seed, start, stop - start),) if stop > start else ())

    @classmethod
    def by(cls, author: str, value: str, seed: str = "", at: int = 0) -> Text:
        """What a person put in before the character `at` of a seed: it has no address and never counts as printed."""
        return cls(value, (Run(seed, at, len(value), author),) if value else ())

    @classmethod
    def join(cls, texts: Iterable[Text]) -> Text:
        """The texts one after the other, with nothing between them."""
        parts = tuple(texts)
        if len(parts) == 1:
            return parts[0]
        return cls("".join([part.value for part in parts]), _merged([run for part in parts for run in part.runs]))

    def __len__(self) -> int:
        return len(self.value)

    def __str__(self) -> str:
        return self.value

    def __add__(self, other: Text) -> Text:
        return Text.join((self, other))

    def __getitem__(self, key: int | slice) -> Text:
        if isinstance(key, slice):
            first, last, step = key.indices(len(self.value))
            if step != 1:
                raise ValueError("a text is read forwards, one character at a time")
            if not first and last == len(self.value):
                return self
        else:
            first = range(len(self.value))[key]
            last = first + 1
        return Text(self.value[first:last], self._runs_between(first, last))

    def _runs_between(self, first: int, last: int) -> tuple[Run, ...]:
        if first >= last:
            return ()
        if len(self.runs) == 1:
            seed, start, _, author = self.runs[0]
            return (_new(Run, (seed, start if author else start + first, last - first, author)),)
        one, other = bisect_right(self._ends, first), bisect_left(self._ends, last)
        head, tail = self.runs[one], self.runs[other]
        first -= self._ends[one] - head.length
        last -= self._ends[other] - tail.length
        if one == other:
            return (head.part(first, last),)
        return (head.part(first, head.length), *self.runs[one + 1 : other], tail.part(0, last))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the text was printed, in reading order; a person's characters have no span."""
        return tuple(
            [_new(Span, (seed, at, at + length)) for seed, at, length, author in self.runs if seed and not author]
        )

    @property
    def places(self) -> tuple[Span, ...]:
        """Its spans, and an empty one where a person put something in."""
        return tuple(Span(run.seed, run.start, run.end) for run in self.runs if run.seed)

    def prints_at(self, seed: str, offset: int) -> bool:
        """Whether it has the character that is printed at an offset of a seed."""
        return any(at <= offset < at + length and name == seed and not author for name, at, length, author in self.runs)

    def begins_in(self, whole: Text) -> bool:
        """Whether its first printed character is one of another text's; a text of none begins nowhere."""
        first = next(iter(self.spans), None)
        return first is not None and whole.prints_at(first.seed, first.start)

    def overlaps(self, other: Text) -> bool:
        """Whether two texts have a printed character in common."""
        theirs = other.spans
        return any(a.seed == b.seed and a.start < b.end and b.start < a.end for a in self.spans for b in theirs)

    @property
    def start(self) -> int:
        """Where it begins in its seed: the offset of a printed character, or of the place of what a person put in."""
        for run in self.runs:
            if run.seed:
                return run.start
        raise ValueError("a text that stands in no seed begins nowhere")

    @property
    def seeds(self) -> tuple[str, ...]:
        """The ids of the seeds it stands in, in reading order, each once."""
        return tuple(dict.fromkeys(run.seed for run in self.runs if run.seed))

    def offset(self, index: int) -> int | None:
        """The offset of the character at `index` (half-open rules do not apply: it must exist); None if a person's."""
        run = self[index].runs[0]
        return run.start if run.is_printed else None

    def offsets(self) -> Iterator[int | None]:
        """The offset of each character, in order."""
        for run in self.runs:
            yield from range(run.start, run.end) if run.is_printed else (None for _ in range(run.length))

    def group(self, match: re.Match[str], name: str | int = 0) -> Text | None:
        """What a group of a match on `value` caught, with its addresses; None where the group took no part."""
        first, last = match.span(name)
        return self[first:last] if first >= 0 else None

    def drop(self, ranges: Iterable[tuple[int, int]]) -> Text:
        """The text without the characters in `ranges` (half-open, in order, not overlapping)."""
        values: list[str] = []
        runs: list[Run] = []
        last = 0
        for start, end in (*ranges, (len(self.value),) * 2):
            values.append(self.value[last:start])
            runs += self._runs_between(last, start)
            last = end
        return Text("".join(values), _merged(runs))

    def swap(self, table: Mapping[str, str]) -> Text:
        """The text with each character that `table` lists shown as another one, at the same address."""
        return Text(self.value.translate({ord(printed): shown for printed, shown in table.items()}), self.runs)

    def strip(self) -> Text:
        """The text without the blanks at both ends."""
        last = len(self.value.rstrip(BLANKS))
        first = len(self.value) - len(self.value.lstrip(BLANKS))
        return self if last - first == len(self.value) else self[min(first, last) : last]

    def swaps(self, sources: Mapping[str, str]) -> tuple[tuple[Span, str, str], ...]:
        """Each character shown otherwise than printed: its span, as printed, as shown. `sources`: seed id to source."""
        found: list[tuple[Span, str, str]] = []
        ends = 0
        for run in self.runs:
            shown = self.value[ends : ends + run.length]
            ends += run.length
            if not run.is_printed or sources[run.seed].startswith(shown, run.start):
                continue
            for offset, now in enumerate(shown, run.start):
                was = sources[run.seed][offset]
                if was != now:
                    found.append((Span(run.seed, offset, offset + 1), was, now))
        return tuple(found)
