"""Find the words that a person quotes, so that a correction survives other folds, other blanks and better rules.

Blanks, line ends and the width of characters do not count; offsets and line numbers are never asked for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property

from ..model import Authority, Block, Line, Refused, Seed
from ..rules import rules
from ..text import Text, is_blank

# Of the quoted and of the nearest words, so many are shown.
SHOWN = 40
# A passage of the page is near when it shares so many characters in a row with the quoted words, or this part of them.
NEAR, LIKE = 2, 0.3


@dataclass(frozen=True)
class Proof:
    """A page as a person may quote it: as it came, its lines in the order of reading, and its blocks, if known.

    Words that run on from column to column, or across a caption, stand together in one of these ways only.
    """

    seed: Seed
    lines: Sequence[Line] = ()
    blocks: Sequence[Block] = ()

    def find(self, words: str, said: Authority) -> Text | Refused:
        """The one place where the quoted words stand; Refused when they stand nowhere, or more than once."""
        every = (place for galley in self._galleys for place in galley.find(words))
        found = tuple({_addresses(place): place for place in every}.values())
        if len(found) == 1:
            return found[0]
        return self._twice(words, said, found) if found else self._gone(words, said)

    @cached_property
    def _galleys(self) -> tuple[_Galley, ...]:
        lines = Text.join(line.text for line in self.lines)
        return tuple(map(_Galley, (*(block.text for block in self.blocks), lines, self.seed.text)))

    def _twice(self, words: str, said: Authority, found: Sequence[Text]) -> Refused:
        lines = ", ".join(str(line) for line in sorted(self.seed.line_of(text.start) for text in found))
        advice = (
            f"the page prints {_shown(words)} {len(found)} times (lines {lines}); quote more of the words around it"
        )
        return Refused(said.file, said.line, "quoted_twice", advice, (("words", words), ("lines", lines)))

    def _gone(self, words: str, said: Authority) -> Refused:
        near = self._galleys[-1].nearest(words)
        if not near:
            advice = f"the page does not print {_shown(words)}, nor anything like it; quote what it prints"
            return Refused(said.file, said.line, "quoted_gone", advice, (("words", words),))
        line = str(self.seed.line_of(near.start))
        printed = " ".join(near.value.split())
        advice = f"the page does not print {_shown(words)}; the nearest is {_shown(printed)} in line {line}; quote that"
        found = (("words", words), ("near", printed), ("line", line))
        return Refused(said.file, said.line, "quoted_near", advice, found)


def _addresses(text: Text) -> tuple[int, ...]:
    """Where the inked characters of a text stand: the same words, found in two ways, stand at the same place."""
    placed = zip(text.value, text.offsets(), strict=True)
    return tuple(offset for character, offset in placed if offset is not None and not is_blank(character))


def _shown(words: str) -> str:
    return f"“{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}”"


@dataclass(frozen=True)
class _Galley:
    """A text to search in: `ink` are its characters that are not blank, of one width, `at` their places in it."""

    text: Text

    @cached_property
    def at(self) -> tuple[int, ...]:
        return tuple(at for at, character in enumerate(self.text.value) if not is_blank(character))

    @cached_property
    def ink(self) -> str:
        return inked(self.text.value)

    def find(self, words: str) -> Iterator[Text]:
        """Each place where the words stand."""
        wanted = inked(words)
        first = self.ink.find(wanted)
        while first >= 0:
            yield self._between(first, first + len(wanted))
            first = self.ink.find(wanted, first + 1)

    def nearest(self, words: str) -> Text | None:
        """The words of the same length around the longest string that the quoted ones share with the text."""
        wanted = inked(words)[:SHOWN]
        alike = SequenceMatcher(None, self.ink, wanted, autojunk=False).find_longest_match()
        if alike.size < max(NEAR, LIKE * len(wanted)):
            return None
        first = max(0, alike.a - alike.b)
        return self._between(first, min(first + len(wanted), len(self.ink)))

    def _between(self, first: int, last: int) -> Text:
        return self.text[self.at[first] : self.at[last - 1] + 1]


def inked(words: str) -> str:
    """The words without blanks, each character in one width and form."""
    return "".join(map(_folded, filter(lambda character: not is_blank(character), words)))


@cache
def _folded(character: str) -> str:
    alike = _radicals().get(character) or unicodedata.normalize("NFKC", character)
    return alike if len(alike) == 1 else character


@cache
def _radicals() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in rules("repair")["radicals"].more["pairs"].split()}
