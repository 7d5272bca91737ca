"""The facts of an article as data: each with the words that it was read from, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..model import Check, Date, Document, Event, Facts, Figure, Listing, Mention, Pairing, Quote, Role, Setup
from ..rules import rules
from ..text import Text
from .placing import Home, Record


def told(home: Home, facts: Facts) -> Record:
    """All that is told of an article, by kind."""
    return {
        "dates": [{**_period(date), **_fact(home, date.text, date.doubt)} for date in facts.dates],
        "events": [_event(home, event) for event in facts.events],
        "figures": [_figure(home, figure) for figure in facts.figures],
        "mentions": [_mention(home, mention) for mention in facts.mentions],
        "quotes": [_quote(home, quote) for quote in facts.quotes],
        "lists": [_list(home, one) for one in facts.lists],
        "pairings": [_pairing(home, one) for one in facts.pairings],
        "setups": [_setup(home, one) for one in facts.setups],
        "documents": [_document(home, one) for one in facts.documents],
        "roles": [_role(home, one) for one in facts.roles],
        "checks": [_check(home, one) for one in facts.checks],
    }


def _fact(home: Home, text: Text, doubt: str) -> Record:
    """What every fact has: its words, where they stand, and why it is doubtful."""
    file, _, name = doubt.partition(".")
    return {**home.placed(text), "doubt": rules(file)[name].says if doubt else None}


def _with(home: Home, **texts: Text | None) -> Record:
    """Words that belong to a fact, each with its spans."""
    record: Record = {}
    for name, text in texts.items():
        record[name] = text.value if text else None
        record[f"{name}_spans"] = home.where(text)["spans"] if text else []
    return record


def _several(home: Home, texts: Iterable[Text]) -> list[Record]:
    return [home.placed(text) for text in texts]


def _period(when: Date) -> Record:
    return {**_ends(when), "precision": when.precision, "rule": when.rule}


def _ends(when: Date | None) -> Record:
    start, end = (when.start, when.end) if when else (None, None)
    return {"start": start and start.isoformat(), "end": end and end.isoformat()}


def _event(home: Home, event: Event) -> Record:
    return {
        **_with(home, expression=event.date.text, clause=event.clause, who=event.who),
        "where": _several(home, event.where),
        **_period(event.date),
        "paragraph": event.paragraph,
        "status": event.status,
        **_fact(home, event.sentence, event.doubt or event.date.doubt),
    }


def borrowed_event(home: Home, sentence: Text, when: Date, lender: str) -> Record:
    """An event without a day of its own: the day, and the words that another article (`lender`) prints for it."""
    return {
        **_with(home, expression=None, clause=None, who=None),
        "where": [],
        **_period(when),
        "paragraph": None,
        "status": "unknown",
        "borrowed": {
            "article": lender,
            "words": when.text.value,
            "seed": home.name(when.text.seeds[0]),
            "spans": home.spans(when.text, when.text.seeds[0]),
        },
        **_fact(home, sentence, when.doubt),
    }


def _figure(home: Home, figure: Figure) -> Record:
    return {
        "value": _number(figure.value),
        "value_max": _number(figure.value_max),
        "unit": figure.unit,
        **_with(home, subject=figure.subject, whose=figure.whose),
        "qualifier": figure.qualifier and figure.qualifier.value,
        "kind": figure.kind,
        "status": figure.status,
        "comparison": figure.comparison and figure.comparison.value,
        "as_of": _ends(figure.as_of),
        "scope": figure.scope or None,
        **_with(home, scope_by=figure.scope_by),
        "paragraph": figure.paragraph,
        **_fact(home, figure.text, figure.doubt),
    }


def _number(value: Decimal | None) -> int | float | None:
    """A figure as JSON writes it: whole where it is whole."""
    return None if value is None else int(value) if value == value.to_integral_value() else float(value)


def _mention(home: Home, mention: Mention) -> Record:
    return {
        "type": mention.type,
        "name": mention.name,
        **_with(home, role=mention.role, proof=mention.proof),
        "paragraph": mention.paragraph,
        **_fact(home, mention.text, mention.doubt),
    }


def _quote(home: Home, quote: Quote) -> Record:
    said = _with(home, speaker=quote.speaker, office=quote.office)
    return {**said, "direct": quote.direct, "paragraph": quote.paragraph, **_fact(home, quote.text, quote.doubt)}


def _list(home: Home, one: Listing) -> Record:
    return {
        "announced": one.announced,
        "as_many": one.as_many,
        "items": _several(home, one.items),
        "paragraph": one.paragraph,
        **_fact(home, one.text, one.doubt),
    }


def _pairing(home: Home, one: Pairing) -> Record:
    return {
        "from": [text.value for text in one.helpers],
        "to": [text.value for text in one.helped],
        "mutual": one.mutual,
        **_with(home, relation=one.relation),
        "paragraph": one.paragraph,
        **_fact(home, one.text, one.doubt),
    }


def _setup(home: Home, one: Setup) -> Record:
    return {
        **_with(home, what=one.what, by=one.by, verb=one.verb),
        "when": {"expression": one.when.text.value, **_ends(one.when)} if one.when else None,
        "paragraph": one.paragraph,
        **_fact(home, one.text, one.doubt),
    }


def _document(home: Home, one: Document) -> Record:
    said = _with(home, issuer=one.issuer, verb=one.verb, says=one.says, status=one.status)
    return {**said, "paragraph": one.paragraph, **_fact(home, one.text, one.doubt)}


def _role(home: Home, one: Role) -> Record:
    said = {"level": one.level, **_with(home, role=one.role, who=one.who)}
    return {**said, "paragraph": one.paragraph, **_fact(home, one.text, one.doubt)}


def _check(home: Home, one: Check) -> Record:
    parts = " + ".join(_worth(part) for part in one.parts)
    return {
        "what": f"{_worth(one.whole)} = {parts}",
        "holds": one.holds,
        "paragraph": one.paragraph,
        **home.placed(one.text),
    }


def _worth(figure: Figure) -> str:
    return str(_number(figure.value)) if figure.value is not None else figure.text.value
