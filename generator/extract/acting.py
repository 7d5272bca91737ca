"""People without an office: who acts at the beginning of a clause or behind 的, and who took a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..rules import rules
from .divisions import divisions
from .offices import office, offices
from .personal import ends_here, is_body, is_han, is_name, is_never, is_weak, opening
from .told import Named

ACTING = "people.acting"
WHOLE = 3  # letters of a name that is seldom an ordinary word
WIDE = 30  # characters in which an office stands that somebody is said to have
Count = Callable[[str], tuple[int, int]]


def acting(value: str, count: Count) -> Iterator[Named]:
    """Who acts in a text, in doubt; certain where the article names him again, or says what office he had.

    `count`: how often a name is printed in the article, and before how many different letters.
    """
    for at, end in opening(value):
        if end - at != WHOLE or value[at - 1 : at] in {"“", "《"} or not _is_common(value, at, end):
            continue
        words = value[at:end]
        role = held(value, at) or as_who(value, at)
        times, behind = count(words)
        again = times > 1 and behind > 1 and times == count(words[:2])[0]
        yield Named("person", at, end, words, role, doubt="" if again or role else ACTING)


def short_names(values: Sequence[str]) -> Iterator[tuple[int, Named]]:
    """Names of two letters, in doubt: wherever one is printed, twice at least, a clause opens and its subject acts.

    Each with the number of its text.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for index, value in enumerate(values):
        for at, end in opening(value):
            if end == at + 2 and _is_common(value, at, end) and _acts(value, end):
                places.setdefault(value[at:end], []).append((index, at))
    for words, found in places.items():
        behind = {values[index][at + 2 : at + 3] for index, at in found}
        if len(behind) > 1 and len(found) == sum(value.count(words) for value in values):
            yield from ((index, Named("person", at, at + 2, words, doubt=ACTING)) for index, at in found)


def _acts(value: str, end: int) -> bool:
    return is_han(value, end, end + 1) and not rules("people")["joins"].pattern.match(value, end)


def _is_common(value: str, start: int, end: int) -> bool:
    """Whether a name begins with a common family name, and is no word, place, office or body."""
    known, words = rules("people"), value[start:end]
    return bool(
        known["common_family"].pattern.match(words)
        and not known["no_given"].pattern.search(words)
        and not (is_weak(value, start) or is_never(value, start) or is_body(value, start, end))
        and words not in divisions().stems
        and words[:2] not in divisions().stems
        and is_name(value, start, end)
        and not any(kind == "title" for _, kind in offices(words))
    )


def held(value: str, start: int) -> tuple[int, int] | None:
    """The office that somebody is said to have had right before his name: 时任第一生产队长的韦焕能."""
    begins = max(0, start - WIDE)
    window = value[begins : start - 1] if value[start - 1 : start] == "的" else ""
    match = rules("people")["held"].pattern.search(window) if window else None
    if not match or not any(end == len(window) and kind == "title" for end, kind in offices(window)):
        return None
    return office(value, start - 1, begins + match.start())


def credited(value: str) -> Iterator[Named]:
    """Who took a picture: 耿玉和摄（影像中国）; a name of two letters may be printed apart: 吉 喆摄."""
    rule = rules("people")["credit"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        start, end = match.span("name")
        words = re.sub("[ 　]", "", match["name"])
        family = rules("bylines")["surnames"].pattern.match(words)
        if (
            family
            and family.end() < len(words)
            and not is_body(words, 0, len(words))
            and ends_here(value, match.end("name"))
        ):
            yield Named("person", start, end, words)


def as_who(value: str, start: int) -> tuple[int, int] | None:
    """The office before the comma before a name: 作为新任中国日本商会会长，本间哲朗介绍."""
    rule = rules("people")["as_who"]
    begins = max(0, start - 40)
    window = value[begins:start]
    if not window.endswith("，") or not rule.may_fit(window):
        return None
    match = next((m for m in rule.pattern.finditer(window) if m.end() == len(window)), None)
    span = office(value, start - 1, begins + match.start()) if match else None
    ends = {end for end, kind in offices(window) if kind == "title"}
    return span if span and len(window) - 1 in ends else None
