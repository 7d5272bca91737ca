"""Lists as their parts: each part in its place, with its own parts, and those that are announced and not printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import Listing, Mechanism, Part, Sentence
from ..rules import rules
from ..text import Text

MARKS = re.compile(r"[^\w]")
EDGE = re.compile(r"[，,；;。！？!?\n]")
MOST = 40  # no list announces more and means each


def mechanisms(
    article: str, own: Sequence[Listing], every: Sequence[Listing], sentences: Sequence[Sentence] = ()
) -> tuple[Mechanism, ...]:
    """The lists `own` of an article, each with those of `every` that spell out a part of it.

    `sentences`: those of its body, in their order: a later part may stand there behind a gap (一是, 二是, 四是).

    A list that spells out a part of another stands there alone.
    """
    made = [(listing, _parts(article, listing, every, sentences)) for listing in own]
    inner = {part.inner.listing for _, parts in made for part in parts if part.inner}
    return tuple(Mechanism(article, listing, parts) for listing, parts in made if listing not in inner)


def _parts(article: str, listing: Listing, every: Sequence[Listing], sentences: Sequence[Sentence]) -> tuple[Part, ...]:
    later = _later(listing, sentences)
    numbered = list(range(1, len(listing.items) + 1)) if later else _numbers(listing)
    printed = [
        Part(number, item, _inner(article, item, listing, every))
        for number, item in zip(numbered, listing.items, strict=True)
    ]
    printed += [Part(number, words) for number, words in later]
    missing = _missing(listing, [*numbered, *(number for number, _ in later)])
    return tuple(sorted((*printed, *missing), key=lambda part: (part.number == 0, part.number)))


def _later(listing: Listing, sentences: Sequence[Sentence]) -> list[tuple[int, Text]]:
    """The parts behind a gap of a list that counts 一是, 二是, each with the number that it says itself."""
    first = _where(listing.items[:1], sentences)
    last = _where(listing.items[-1:], sentences)
    if first is None or last is None or len(listing.items) >= (listing.announced or 0):
        return []
    if not sentences[first[0]].text.value[: first[1]].endswith("一是"):
        return []
    found: list[tuple[int, Text]] = []
    most, begin = len(listing.items), last[1]
    for sentence in sentences[last[0] :]:
        if sentence.paragraph != sentences[last[0]].paragraph:
            break
        value = sentence.text.value
        for match in rules("lists")["ordered"].pattern.finditer(value, begin):
            number = _worth(match["is"])
            if number <= most or number > (listing.announced or 0):
                return found
            end = EDGE.search(value, match.end())
            found.append((number, sentence.text[match.end() : end.start() if end else len(value)].strip()))
            most = number
        begin = 0
    return found


def _where(items: Sequence[Text], sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """The sentence that an item begins in, by its number, and the place there."""
    for item in items:
        for number, sentence in enumerate(sentences):
            if item.begins_in(sentence.text):
                places = (place for place, offset in enumerate(sentence.text.offsets()) if offset == item.start)
                return number, next(places, 0)
    return None


def _worth(word: str | None) -> int:
    return int(rules("lists")["numbers"].more["values"].get(word or "", 0))


def _numbers(listing: Listing) -> list[int]:
    """The number of each item: as it says itself (两项工作指引), else as they follow; 0 where only some are printed."""
    said = [_said(item) for item in listing.items]
    rising = all(one < two for one, two in pairwise(said))
    if said and said[0] and rising and said[-1] <= (listing.announced or 0):
        return said
    whole = listing.announced is None or len(listing.items) == listing.announced
    return [place if whole else 0 for place in range(1, len(said) + 1)]


def _said(item: Text) -> int:
    numbers = rules("lists")["numbers"].more["values"]
    return int(numbers.get(item.value[:1], 0))


def _missing(listing: Listing, numbered: Sequence[int]) -> list[Part]:
    """A part without words for each that is announced and not printed, in its place where that is known."""
    count = (listing.announced or 0) - len(numbered)
    if not 0 < count <= MOST:
        return []
    if 0 in numbered:
        return [Part(0, None)] * count
    return [Part(number, None) for number in range(1, (listing.announced or 0) + 1) if number not in numbered]


def _inner(article: str, item: Text, outer: Listing, every: Sequence[Listing]) -> Mechanism | None:
    """The list that an item announces: 三种结对帮扶形式."""
    words = MARKS.sub("", item.value)
    for listing in every:
        if listing is not outer and len(words) > 2 and MARKS.sub("", listing.text.value) == words:
            numbered = _numbers(listing)
            printed = [Part(number, one) for number, one in zip(numbered, listing.items, strict=True)]
            parts = sorted((*printed, *_missing(listing, numbered)), key=lambda part: (part.number == 0, part.number))
            return Mechanism(article, listing, tuple(parts))
    return None
