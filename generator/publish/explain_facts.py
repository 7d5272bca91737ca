"""`show`, what is told of an article: each fact with what it means, by which rule or words, and why it is doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Date, Facts, Figure, Mention, Quote
from ..text import Text
from .words import Words, says

OTHERS = ("checks", "lists", "pairings", "setups", "documents", "roles")
NAMED = {
    "place": "subject_place",
    "initiative": "subject_initiative",
    "person": "people",
    "organisation": "organisations",
    "document": "documents",
}


def facts_of(words: Words, facts: Facts) -> Iterator[tuple[Text, str]]:
    """The words of each fact, and what is said of them."""
    told = [(words("date"), date.text, _date(words, date), date.doubt) for date in facts.dates]
    told += [(words("figures"), one.text, _figure(words, one), one.doubt) for one in facts.figures]
    told += [(words(NAMED[one.type]), one.text, _name(words, one), one.doubt) for one in facts.mentions]
    told += [(words("quotes"), one.text, _quote(words, one), one.doubt) for one in facts.quotes]
    told += [(words(kind), one.text, "", getattr(one, "doubt", "")) for kind in OTHERS for one in getattr(facts, kind)]
    for what, text, said, doubt in told:
        why = words("show_fact_doubt", why=says("doubts", doubt), rule=doubt) if doubt else ""
        yield text, words("show_fact", what=what, words=text.value, said=f"{said}{why}")


def _date(words: Words, date: Date) -> str:
    days = words.days(date.start, date.end) if date.start and date.end else words("undated")
    return words("show_fact_is", what=days) + words("show_fact_rule", why=says("dates", date.rule), rule=date.rule)


def _figure(words: Words, figure: Figure) -> str:
    value = words("show_fact_is", what=f"{figure.value:f} {figure.unit}".strip()) if figure.value is not None else ""
    return "".join(
        (
            value,
            _if(words, "show_fact_of", figure.subject),
            words("show_fact_scope", scope=figure.scope) if figure.scope else "",
            _if(words, "show_fact_by", figure.scope_by),
            _if(words, "show_fact_whose", figure.whose),
        )
    )


def _name(words: Words, mention: Mention) -> str:
    name = words("show_fact_is", what=mention.name) if mention.name != mention.text.value else ""
    return name + _if(words, "show_fact_office", mention.role) + _if(words, "show_fact_by", mention.proof)


def _quote(words: Words, quote: Quote) -> str:
    return _if(words, "show_fact_speaker", quote.speaker) + _if(words, "show_fact_office", quote.office)


def _if(words: Words, key: str, text: Text | None) -> str:
    return words(key, words=text.value) if text else ""
