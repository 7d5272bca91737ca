"""The words that two sentences share: the longest strings that both print, without marks and empty names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ..rules import rules

GRAM = 4  # the shortest string that counts, in characters
PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("《", "》"), ("（", "）"), ("(", ")"))
FEWEST = 3  # characters beside stock phrases, without which a string says nothing
BREAK = "\0"  # what no string reaches across


def wording(value: str, names: Iterable[str] = ()) -> str:
    """What a sentence reads without marks; where one of `names` stood, it is broken off.

    `names` are those that say nothing, since all of these sentences print them; nor do the names of meetings.
    """
    known = rules("promises")
    for name in sorted(names, key=len, reverse=True):
        value = value.replace(name, BREAK)
    for name in ("meeting", "stop"):
        value = known[name].pattern.sub(BREAK, value)
    return known["between"].pattern.sub("", value)


def grams(worded: str) -> Iterator[str]:
    """Each string of GRAM characters of a wording that reaches across no break."""
    for part in worded.split(BREAK):
        for start in range(len(part) - GRAM + 1):
            yield part[start : start + GRAM]


def shared(one: str, other: str, telling: Container[str]) -> tuple[str, ...]:
    """The longest strings of a wording that another one has too, each once; all their grams are `telling`."""
    found: dict[str, None] = {}
    for part in one.split(BREAK):
        start = 0
        while start <= len(part) - GRAM:
            end = start + GRAM
            if part[start:end] not in telling or part[start:end] not in other:
                start += 1
                continue
            while end < len(part) and part[start : end + 1] in other:
                end += 1
            found.setdefault(part[start:end])
            start = end
    return tuple(string for string in found if not any(string in wider and string != wider for wider in found))


def weight(string: str, campaigns: Iterable[str] = ()) -> int:
    """How much it says that two sentences share a string: its characters; of stock phrases at most half the others.

    The names of the `campaigns` that govern both say nothing more.
    """
    for name in sorted(campaigns, key=len, reverse=True):
        string = string.replace(rules("promises")["between"].pattern.sub("", name), "")
    own = len(rules("promises")["stock"].pattern.sub("", string))
    return own + min(len(string) - own, own // 2) if own >= FEWEST else 0


def as_printed(string: str, sentence: str) -> str:
    """A string of a sentence's wording as the sentence prints it, with the marks inside."""
    mark = rules("promises")["between"].pattern
    for first in (place for place, letter in enumerate(sentence) if letter == string[0]):
        last = first
        for letter in string:
            while last < len(sentence) and sentence[last] != letter and mark.match(sentence[last]):
                last += 1
            if last == len(sentence) or sentence[last] != letter:
                break
            last += 1
        else:
            return _with_marks(sentence, first, last)
    return string


def _with_marks(sentence: str, first: int, last: int) -> str:
    """The characters from `first` to `last`, with the other half of a pair of marks that stands right beside them."""
    for opening, closing in PAIRS:
        more = sentence.count(opening, first, last) - sentence.count(closing, first, last)
        if more > 0 and sentence.startswith(closing, last):
            last += 1
        elif more < 0 and sentence.endswith(opening, 0, first):
            first -= 1
    return sentence[first:last]
