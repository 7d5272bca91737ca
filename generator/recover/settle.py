"""What a person knows of a page's issue and of its doubts stands above what the page tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ..model import Answer, Article, Basis, Claim, Correction, DateRange, Doubt, Given, GivenFact, Issue, Outcome
from ..text import Text
from .quoted import Proof

FACTS = {"publication": "publication", "dated": "issue_date", "page": "page"}
# The doubts that end where a person gives the headline, or sets characters right.
ENDS = {"headline": ("doubts.no_headline", "doubts.glued_headline"), "character": ("doubts.glued_names",)}


def tell(issue: Issue, given: Given) -> tuple[Issue, tuple[Outcome, ...]]:
    """The issue with the paper, the day and the page that a person gives, and what each was held for before."""
    told = tuple(
        Correction(FACTS[one.field], Text(), _was(issue, one), _words(one.value), one.said) for one in given.facts
    )
    claims: dict[str, Any] = {one.field: Claim(one.value, Basis.GIVEN, given=one.said) for one in given.facts}
    return replace(issue, **claims) if claims else issue, told


def _was(issue: Issue, fact: GivenFact) -> str:
    claim: Claim[str] | Claim[DateRange] | None = getattr(issue, fact.field)
    return _words(claim.value) if claim else ""


def _words(value: str | DateRange) -> str:
    """A value as data: one day as such, a range as `first/last`."""
    if isinstance(value, str):
        return value
    return "/".join(day.isoformat() for day in dict.fromkeys((value.start, value.end)))


def settle(
    proof: Proof, articles: Sequence[Article], given: Given, before: Iterable[Outcome]
) -> tuple[tuple[Article, ...], tuple[Outcome, ...]]:
    """The articles with the doubts settled that a person answers, or about words that he has set right (`before`)."""
    outcomes = tuple(_answered(proof, one) for one in given.doubts)
    told = [(one.doubt, found) for one, found in zip(given.doubts, outcomes, strict=True)]
    answers = [(doubt, found) for doubt, found in told if isinstance(found, Correction)]
    answers += [
        (doubt, found) for found in before if isinstance(found, Correction) for doubt in ENDS.get(found.what, ())
    ]
    if not answers:
        return tuple(articles), outcomes
    doubts = (tuple(_settled(doubt, answers) for doubt in article.doubts) for article in articles)
    return tuple(replace(article, doubts=own) for article, own in zip(articles, doubts, strict=True)), outcomes


def _answered(proof: Proof, entry: Answer) -> Outcome:
    found = proof.find(entry.words, entry.said)
    if not isinstance(found, Text):
        return found
    return Correction("doubt", found, entry.words, entry.answer, entry.said)


def _settled(doubt: Doubt, answers: Iterable[tuple[str, Correction]]) -> Doubt:
    about = (found for name, found in answers if name in {"", doubt.what} and touch(found.text, doubt.text))
    return replace(doubt, settled=next(about, None))


def touch(one: Text, other: Text) -> bool:
    """Whether two texts have a place on a page in common."""
    return any(
        first.seed == second.seed
        and first.start < max(second.end, second.start + 1)
        and second.start < max(first.end, first.start + 1)
        for first in one.places
        for second in other.places
    )
