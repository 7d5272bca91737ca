"""Marks: a passage with what stands in marks covered, so that a pattern reads the sentence around it and no more."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ..rules import rules
from .sentences import RECENT, bounds, quoted

NAME = "〓"  # a character inside of marks that hold a name, a term or a remark
FAR = 400  # characters in which a clause ends
SPEECH = "█"  # a character inside of marks that hold whole sentences


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage's words, the same `covered` character for character, and where things begin and end in them.

    `speech`: the ranges of the marks that hold what somebody says; `names`: those of all other marks; `sentences`:
    those of the sentences. All in order, half-open, with the marks.
    """

    value: str
    covered: str
    speech: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence(self, index: int) -> tuple[int, int]:
        """Where the sentence that holds the character at `index` begins and ends; what opens a report is in none."""
        at = bisect_right(self.sentences, (index, len(self.value))) - 1
        if at >= 0 and index < self.sentences[at][1]:
            return self.sentences[at]
        return (index, index)

    def clause(self, index: int) -> int:
        """Where the clause before the character at `index` begins."""
        first = max(0, index - 80)
        ends = [match.end() for match in rules("marks")["clause"].pattern.finditer(self.covered, first, index)]
        return ends[-1] if ends else first

    def named(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The marks around names that lie between the characters `start` and `end`."""
        first = bisect_left(self.names, (start, 0))
        last = bisect_left(self.names, (end, 0))
        return tuple(one for one in self.names[first:last] if one[1] <= end)

    def stop(self, index: int) -> int:
        """Where the clause that holds the character at `index` ends, before its mark."""
        last = min(len(self.covered), index + FAR)
        match = rules("marks")["clause"].pattern.search(self.covered, index, last)
        return match.start() if match else last


@lru_cache(RECENT)
def marked(value: str) -> Marked:
    """A text with its marks covered."""
    pieces: list[str] = []
    speech: list[tuple[int, int]] = []
    names: list[tuple[int, int]] = []
    last = 0
    for start, close in quoted(value):
        end = close + 1
        says = _is_speech(value, start, close)
        (speech if says else names).append((start, end))
        pieces += [value[last:start], (SPEECH if says else NAME) * (end - start)]
        last = end
    return Marked(value, "".join((*pieces, value[last:])), tuple(speech), tuple(names), bounds(value))


def _is_speech(value: str, start: int, close: int) -> bool:
    """Whether marks hold what somebody says: whole sentences, or words behind a colon."""
    known = rules("marks")
    if value[start] not in known["speech"].more["opens"]:
        return False
    if known["speech"].pattern.search(value, max(start, close - 2), close):
        return True
    return close - start > int(known["speech"].more["long"]) and bool(known["colon"].pattern.match(value, start - 1))
