"""What the program says are the facts of an article, as claims that can be laid beside a person's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from generator.model import Article, Check, Date, Facts, Figure, Mention
from generator.text import Text
from tests.truth.facts_reading import Claim, plain
from tests.truth.scores import ink

LEVELS = {"province": "省", "city": "市", "county": "县", "town": "镇", "village": "村"}
PERCENT = frozenset({"%", "％", "成", "‰"})  # all written as %; a percentage point is none
POINTS = frozenset({"个百分点", "百分点"})


def said(article: Article, facts: Facts, name: str | None) -> dict[str, list[Claim]]:
    """The claims of one article, by the names that the kinds have in the truth; `name`: what a person calls it."""
    return {kind: [*_named(kind, name, make(article, facts))] for kind, make in KINDS.items()}


Raw = tuple[Text, dict[str, Any], str, str]  # what it is read from, what it says, its doubt, the thing it is a form of


def _named(kind: str, name: str | None, found: Iterator[Raw]) -> Iterator[Claim]:
    for text, values, doubt, thing in found:
        told = {key: [value] for key, value in values.items()}
        ground = frozenset(ink(text))
        yield Claim(kind, name, plain(text.value), ground, told, bool(doubt), thing, seeds=text.seeds)


def _value(text: Text | None) -> str | None:
    return plain(text.value) if text else None


def days(date: Date | None) -> Any:
    """The first and last day of a date."""
    return (date.start, date.end) if date else None


def dates(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every expression of time."""
    for date in facts.dates:
        yield date.text, {"value": days(date)}, date.doubt, ""


def figures(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every figure; a share in percent, as a person writes it."""
    for figure in facts.figures:
        yield figure.text, _figure(figure), figure.doubt, ""


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "number": number(figure),
        "unit": "%" if figure.unit in PERCENT else figure.unit,
        "kind": figure.kind,
        "status": figure.status,
        "qualifier": _value(figure.qualifier),
        "subject": _value(figure.subject),
        "scope": figure.scope or None,
        "whose": _value(figure.whose),
        "comparison": _value(figure.comparison),
        "as_of": days(figure.as_of),
    }


def number(figure: Figure) -> float | None:
    """What a figure is worth as a person writes it: 30 for 30% and for three tenths."""
    worth: Decimal | None = figure.value
    if worth is None:
        return None
    return float(worth * 100 if figure.unit in PERCENT | POINTS else worth)


def mentions(kind: str) -> Callable[[Article, Facts], Iterator[Raw]]:
    """Every name of one sort."""

    def told(_: Article, facts: Facts) -> Iterator[Raw]:
        for mention in facts.mentions:
            if mention.type == kind:
                yield mention.text, _mention(mention), mention.doubt, mention.name

    return told


def _mention(mention: Mention) -> dict[str, Any]:
    return {"chain": mention.name, "office": _value(mention.role), "name": mention.name}


def quotes(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every quotation."""
    for quote in facts.quotes:
        values = {"speaker": _value(quote.speaker), "office": _value(quote.office)}
        yield quote.text, values | {"mode": "direct" if quote.direct else "indirect"}, quote.doubt, ""


def lists(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every list in prose."""
    for one in facts.lists:
        items = [_value(item) for item in one.items]
        yield one.text, {"announced": one.announced, "items": items, "as_many": one.as_many}, one.doubt, ""


def pairings(_: Article, facts: Facts) -> Iterator[Raw]:
    """Everybody who helps somebody."""
    for one in facts.pairings:
        sides = {"helper": [_value(it) for it in one.helpers], "helped": [_value(it) for it in one.helped]}
        way = "both ways" if one.mutual else "one way"
        yield one.text, sides | {"form": _value(one.relation), "direction": way}, one.doubt, ""


def setups(_: Article, facts: Facts) -> Iterator[Raw]:
    """Everything that was founded, issued, signed or opened."""
    for one in facts.setups:
        yield one.what, {"verb": _value(one.verb), "by": _value(one.by), "when": days(one.when)}, one.doubt, ""


def documents(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every document."""
    for one in facts.documents:
        told = {"issuer": one.issuer, "says": one.says, "verb": one.verb, "status": one.status}
        yield one.text, {key: _value(text) for key, text in told.items()}, one.doubt, ""


def roles(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every part that a level of government has."""
    for one in facts.roles:
        yield one.text, {"level": LEVELS[one.level], "role": _value(one.role), "who": _value(one.who)}, one.doubt, ""


def sums(_: Article, facts: Facts) -> Iterator[Raw]:
    """Every sum that the text states."""
    for one in facts.checks:
        yield one.text, {"whole": _words(one.whole), "parts": [_words(it) for it in one.parts], **_agree(one)}, "", ""


def _words(figure: Figure) -> str:
    return plain(figure.text.value)


def _agree(check: Check) -> dict[str, Any]:
    return {"agree": "open" if check.holds is None else check.holds}


KINDS: dict[str, Callable[[Article, Facts], Iterator[Raw]]] = {
    "dates": dates,
    "figures": figures,
    "sums": sums,
    "places": mentions("place"),
    "people": mentions("person"),
    "organisations": mentions("organisation"),
    "initiatives": mentions("initiative"),
    "documents": documents,
    "quotes": quotes,
    "lists": lists,
    "pairings": pairings,
    "setups": setups,
    "roles": roles,
}
