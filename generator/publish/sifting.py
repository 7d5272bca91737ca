"""What the rows of a chronicle are sifted by: paper, campaign, place, what the sentence holds, and standing.

A campaign or a place counts for a row when its sentence or the headline of its article names it; a place, when one that
lies in it is named, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..model import Article, Kind, Subject
from ..text import Text
from .desk import Desk, called, chain

View = dict[str, Any]
Answer = tuple[str, str]  # which question, and the answer's name
HEADS = frozenset({Kind.KICKER, Kind.HEADLINE, Kind.DECK})
HELD = ("figures", "documents", "setups", "pairings", "quotes")  # what a sentence may hold, as the facts call it
STANDINGS = ("happened", "ongoing", "planned", "unknown")
FIELDS = ("paper", "initiative", "place", "holds", "status")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its number in `data-` attributes, its name in the address, what it is called, how many rows."""

    number: int
    name: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Field:
    """One question to the rows, and the answers that they give."""

    name: str
    title: str
    options: tuple[Option, ...]


def sift(desk: Desk, rows: Sequence[View]) -> tuple[list[Field], list[Mapping[str, str]]]:
    """The questions that tell rows apart, and for each row its answers: field, and the answers' numbers."""
    named = cache(lambda home: _named(desk, desk.article[home]))
    answers = [frozenset(_answers(row, named(row["home"]))) for row in rows]
    counts = Counter(answer for given in answers for answer in given)
    fields = [_field(desk, name, counts) for name in FIELDS]
    numbers = {(field.name, option.name): option.number for field in fields for option in field.options}
    return [field for field in fields if len(field.options) > 1], [_known(given, numbers) for given in answers]


def _answers(row: View, named: Sequence[tuple[Text | None, Answer]]) -> Iterator[Answer]:
    if row["seal"]:
        yield "paper", row["seal"]["paper"]
    yield "status", row["status"]
    sentence = row["sentences"][0]
    for text, answer in named:
        if text is None or text.begins_in(sentence):
            yield answer


def _named(desk: Desk, article: Article) -> list[tuple[Text | None, Answer]]:
    """What an article names or holds, with where: None for what its headline names, which counts for all of it."""
    facts = desk.library.facts[article.id]
    heads = [block.text for block in article.blocks if block.kind in HEADS]
    found: list[tuple[Text | None, Answer]] = []
    for mention, subject in desk.library.subjects_in(article.id).items():
        is_head = mention.paragraph is None and any(mention.text.begins_in(head) for head in heads)
        where = None if is_head else mention.text
        found += [(where, answer) for answer in _meant(desk, subject)]
    found += [(fact.text, ("holds", kind)) for kind in HELD for fact in getattr(facts, kind)]
    return found


def _meant(desk: Desk, subject: Subject) -> Iterator[Answer]:
    """A subject, and of a place those that it lies in."""
    for name in (*chain(subject), subject.name):
        if subject.type in FIELDS and (subject.type, name) in desk.subjects:
            yield subject.type, name


def _field(desk: Desk, name: str, counts: Mapping[Answer, int]) -> Field:
    found = [answer for field, answer in counts if field == name]
    ordered = sorted(found, key=lambda answer: _order(desk, name, answer, counts[name, answer]))
    options = (
        Option(number, answer, _title(desk, name, answer), counts[name, answer])
        for number, answer in enumerate(ordered, 1)
    )
    return Field(name, desk.words(f"sift_{name}"), tuple(options))


def _order(desk: Desk, field: str, answer: str, count: int) -> tuple[Any, ...]:
    """Papers as everywhere, places one within the other, standings as a story goes, the rest by how often."""
    if field == "paper":
        return (desk.papers[answer],)
    if field == "status":
        return (STANDINGS.index(answer),)
    return (answer,) if field == "place" else (-count, answer)


def _title(desk: Desk, field: str, answer: str) -> str:
    if field in ("holds", "status"):
        return desk.words(f"sift_{answer}")
    subject = desk.subjects.get((field, answer))
    if subject is None:
        return answer
    above = sum((field, name) in desk.subjects for name in chain(subject))
    return desk.words("sift_inner") * above + called(subject)


def _known(given: Iterable[Answer], numbers: Mapping[Answer, int]) -> Mapping[str, str]:
    found: dict[str, list[int]] = {}
    for answer in given:
        found.setdefault(answer[0], []).append(numbers[answer])
    return {name: " ".join(map(str, sorted(found[name]))) for name in FIELDS if name in found}
