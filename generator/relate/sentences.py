"""In which sentence of its article a fact stands, and what the articles name there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Article, Facts, Kind, Mention
from ..text import Text
from .names import Shared

HEADS = (Kind.KICKER, Kind.HEADLINE, Kind.DECK)
CLAUSE_END = re.compile(r"[；;。！？!?]")


@dataclass(frozen=True)
class Reading:
    """One article as its sentences: those of the body first, then each line of its head and each caption.

    `named`: the mentions that surely mean a subject, with the subjects.
    """

    article: Article
    facts: Facts
    named: Sequence[tuple[Mention, tuple[Shared, ...]]]

    @cached_property
    def sentences(self) -> tuple[Text, ...]:
        """The text of each."""
        others = (block.text for block in self.article.blocks if block.kind in {*HEADS, Kind.CAPTION})
        return (*(one.text for one in self.facts.sentences), *others)

    @cached_property
    def _starts(self) -> Mapping[str, tuple[list[int], list[tuple[int, int]]]]:
        """For each page, where runs of sentences start, in order; and where each ends, with its sentence's number."""
        runs = sorted(
            (span.seed, span.start, span.end, number)
            for number, sentence in enumerate(self.sentences)
            for span in sentence.spans
        )
        found: dict[str, tuple[list[int], list[tuple[int, int]]]] = {}
        for seed, start, end, number in runs:
            starts, ends = found.setdefault(seed, ([], []))
            starts.append(start)
            ends.append((end, number))
        return found

    def at(self, text: Text) -> int | None:
        """The number of the sentence that a text begins in."""
        for span in text.spans[:1]:
            starts, ends = self._starts.get(span.seed, ([], []))
            place = bisect_right(starts, span.start) - 1
            if place >= 0 and span.start < ends[place][0]:
                return ends[place][1]
        return None

    def before(self, number: int) -> Text:
        """The sentence before one, in its paragraph; the sentence itself where it is the first."""
        body = self.facts.sentences
        if 0 < number < len(body) and body[number - 1].paragraph == body[number].paragraph:
            return body[number - 1].text
        return self.sentences[number]

    @cached_property
    def _names(self) -> Mapping[str, tuple[list[int], list[tuple[Mention, tuple[Shared, ...]]]]]:
        found: dict[str, tuple[list[int], list[tuple[Mention, tuple[Shared, ...]]]]] = {}
        placed = [(mention.text.spans[0], mention, names) for mention, names in self.named if mention.text.spans]
        for span, mention, names in sorted(placed, key=lambda one: one[0]):
            starts, listed = found.setdefault(span.seed, ([], []))
            starts.append(span.start)
            listed.append((mention, names))
        return found

    def mentions_in(self, text: Text) -> list[tuple[Mention, tuple[Shared, ...]]]:
        """The mentions that begin in a text, in their order, with what they mean."""
        found: list[tuple[Mention, tuple[Shared, ...]]] = []
        for span in text.spans:
            starts, listed = self._names.get(span.seed, ([], []))
            found += listed[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return found

    def names_in(self, texts: Iterable[Text | None], types: frozenset[str]) -> dict[Shared, None]:
        """What is named in the texts, of these types, in order."""
        return dict.fromkeys(
            name
            for text in texts
            if text is not None
            for _, names in self.mentions_in(text)
            for name in names
            if name.type in types
        )

    @cached_property
    def in_heads(self) -> tuple[Text, ...]:
        """The lines of its head."""
        return tuple(block.text for block in self.article.blocks if block.kind in HEADS)

    @cached_property
    def subheads(self) -> Sequence[Text | None]:
        """For each paragraph, by its number, the subhead above it."""
        last: Text | None = None
        found: list[Text | None] = []
        for block in self.article.body:
            last = block.text if block.kind is Kind.SUBHEAD else last
            found.append(last)
        return found

    def clause(self, text: Text) -> Text:
        """The part of its sentence, up to a semicolon, that a text begins in; the text where it is in no sentence."""
        number = self.at(text)
        if number is None:
            return text
        sentence = self.sentences[number]
        offset = text.spans[0].start
        place = next((index for index, printed in enumerate(sentence.offsets()) if printed == offset), 0)
        ends = [found.end() for found in CLAUSE_END.finditer(sentence.value)]
        start = max((end for end in ends if end <= place), default=0)
        return sentence[start : min((end for end in ends if end > place), default=len(sentence))]
