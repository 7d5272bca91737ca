"""Meetings, fairs and ceremonies that an article says were held: their names as printed, and their days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Article, Date, Event, Facts
from ..rules import rules
from ..text import Text

CLAUSE = re.compile(r"[^，。；：！？,;:!?…\n]+")
INK = re.compile(r"[^\w]+")
MARKS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")"}
CLOSING = frozenset("”’》）)")
JOINT = "暨"
BEHIND = 24  # so near behind a name stands the word that it was held
LEAST = 8  # characters that tell one meeting from others
LONGEST = 80
MONTH = 31  # days: what is dated more loosely has no date to lend


@dataclass(frozen=True)
class Naming:
    """A sentence or headline of an article that says something was held: its name, and the day if it has one."""

    article: str
    words: Text
    name: Text
    date: Date | None = None
    where: tuple[Text, ...] = ()
    paragraph: int | None = None

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """The characters of the name, and of each of two names in one, that say enough."""
        parts = (self.name.value, *self.name.value.split(JOINT))
        return tuple(dict.fromkeys(ink for ink in map(ink_of, parts) if len(ink) >= LEAST))

    @cached_property
    def editions(self) -> frozenset[str]:
        """Which of a row it is: 第二届, 首届, 2023."""
        return frozenset(match[0] for match in rules("happenings")["edition"].pattern.finditer(self.name.value))

    @cached_property
    def is_routine(self) -> bool:
        """Whether such meetings are held so often that only the day tells one from another."""
        return rules("happenings")["routine"].search(self.name.value) is not None


def ink_of(value: str) -> str:
    """The characters of a name without blanks and marks, by which it is known again."""
    return INK.sub("", value)


def namings(article: Article, facts: Facts) -> tuple[Naming, ...]:
    """What the article says was held: each name once, with its day where the article prints it."""
    found: dict[tuple[str, ...], Naming] = {}
    for naming in _all(article, facts):
        kept = found.get(naming.variants)
        if naming.variants and (kept is None or (kept.date is None and naming.date is not None)):
            found[naming.variants] = naming
    return tuple(found.values())


def _all(article: Article, facts: Facts) -> Iterator[Naming]:
    for sentence in facts.sentences:
        if _is_held(sentence.text) and article.prints_again(sentence.text) is None:
            for name in _names(sentence.text):
                event = event_of(facts, name)
                where = event.where if event else ()
                dated = event.date if event else None
                yield Naming(article.id, sentence.text, name, dated, where, sentence.paragraph)
    for head in (article.headline, article.deck, article.kicker):
        if head is not None and _is_held(head):
            yield from (Naming(article.id, head, name) for name in _names(head))


def _is_held(text: Text) -> bool:
    return any(map(text.value.__contains__, rules("happenings")["held"].words))


def _names(text: Text) -> Iterator[Text]:
    """The names of what a sentence says was held, without what stands before them."""
    known = rules("happenings")
    for clause in CLAUSE.finditer(text.value):
        kinds = list(known["kinds"].pattern.finditer(clause[0]))
        for kind in kinds[-1:]:
            if known["referred"].search(clause[0][kind.end() :]) or known["never"].search(clause[0]):
                continue
            before, behind = clause[0][: kind.end()], clause[0][kind.end() :][:BEHIND]
            holding = list(known["held"].pattern.finditer(clause[0][: kind.start()]))
            start = holding[-1].end() if holding else 0
            if not holding and not known["held"].search(behind):
                continue
            begun = [match.end() for match in known["begins"].pattern.finditer(before) if match.end() < kind.start()]
            start = max([start, *begun])
            if kind.end() - start <= LONGEST:
                yield text[clause.start() + start : clause.start() + kind.end()].strip()


def event_of(facts: Facts, words: Text) -> Event | None:
    """The event whose clause holds these words, where nothing speaks against its date and that says a day or month."""
    for event in facts.events:
        clause = event.clause or event.sentence
        if words.begins_in(clause) and is_sure(event):
            return event
    return None


def is_sure(event: Event) -> bool:
    """Whether the date of an event is told closely enough, and without a doubt, to be lent to another article."""
    start, end = event.date.start, event.date.end
    if event.doubt or event.date.doubt or start is None or end is None:
        return False
    return (end - start).days < MONTH and event.status != "ongoing"


def longest_shared(name: str, told: str, least: int) -> str:
    """The longest stretch of a name that a text prints too; empty when it is shorter than `least`."""
    for size in range(len(name), least - 1, -1):
        for start in range(len(name) - size + 1):
            if name[start : start + size] in told:
                return name[start : start + size]
    return ""


def found_in(text: Text, ink: str) -> Text | None:
    """Where a text prints characters, whatever marks stand between them; a mark that opens is closed."""
    places = [place for place, letter in enumerate(text.value) if letter.isalnum() or letter == "_"]
    at = "".join(text.value[place] for place in places).find(ink)
    if at < 0 or not ink:
        return None
    start, end = places[at], places[at + len(ink) - 1] + 1
    opened = any(
        text.value.count(left, start, end) > text.value.count(right, start, end) for left, right in MARKS.items()
    )
    return text[start : end + 1] if opened and text.value[end : end + 1] in CLOSING else text[start:end]


def first_found(texts: Sequence[Text], ink: str) -> Text | None:
    """Where the first of several texts prints characters."""
    return next((found for text in texts if (found := found_in(text, ink)) is not None), None)
