"""What a reader would copy out of an article by hand: its sentences, dates, events and names, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..model import Article, Facts, Issue
from ..text import Text
from .checks import checks
from .dates import reference
from .dates_read import as_date, dateline_dates, read_dates
from .documents import documents
from .events import events
from .figures import measure
from .lists import lists
from .marks import marked
from .names import names
from .pairings import pairings
from .quotes import quotes
from .roles import roles
from .sentences import passages, sentences
from .setups import setups
from .signed import agency, signed
from .told import Told


def extract(article: Article, issue: Issue) -> Facts:
    """The facts of an article that was printed in `issue`; they depend on nothing else.

    A fact of a passage that the article prints twice is told once, at the printing that counts. What a person put in
    whole is no fact: no page prints it.
    """
    facts = _misnamed(article, _damaged(article, _printed(_all(article, issue))))
    return _once(article, facts) if article.repeats else facts


def _all(article: Article, issue: Issue) -> Facts:
    days = reference(article, issue)
    read = passages(article)
    every = tuple(
        Told(passage, dates, named)
        for passage, dates, named in zip(read, read_dates(read, days), names(article, read, issue), strict=True)
    )
    body = tuple(told for told in every if told.passage.tells)
    pages = tuple(marked(told.passage.text.value) for told in every)
    dates = tuple(as_date(told.passage, one) for told in every for one in told.dates)
    measured = measure(every, days, issue)
    return Facts(
        dates=(*dateline_dates(article, dates), *dates),
        events=tuple(event for told in body for event in events(told)),
        mentions=(*signed(article), *agency(article), *(told.mention(named) for told in every for named in told.names)),
        figures=tuple(one.figure for one in measured),
        checks=checks(measured),
        sentences=tuple(sentence for told in body for sentence in sentences(told.passage)),
        quotes=tuple(quotes(every, pages)),
        documents=tuple(documents(every, pages)),
        lists=tuple(lists(every, pages)),
        pairings=tuple(pairings(every, pages)),
        setups=tuple(setups(every, pages)),
        roles=tuple(role for told in body for role in roles(told)),
    )


# The words that each kind of fact is known by, of which the page must print some, and which count once.
KNOWN_BY = {
    "events": "sentence",
    "figures": "text",
    "checks": "text",
    "quotes": "text",
    "lists": "text",
    "pairings": "text",
    "setups": "text",
    "documents": "text",
    "roles": "text",
    "sentences": "text",
}
WIDE = ("quotes", "lists", "pairings", "setups")
SPLICED = "doubts.spliced"
MISNAMED = frozenset({"doubts.whose_name", "doubts.no_such_town"})
NAMED = {"dates": "text", "mentions": "text"}


def _printed(facts: Facts) -> Facts:
    return _those(facts, KNOWN_BY, lambda text: bool(text.spans))


def _damaged(article: Article, facts: Facts) -> Facts:
    """The facts, with a doubt on the longer ones of words that may be spliced together from two places."""
    torn = {
        offset
        for doubt in article.doubts
        if doubt.what == SPLICED and not doubt.settled
        for offset in doubt.text.offsets()
    }
    if not torn:
        return facts
    doubted = {
        kind: tuple(
            fact if torn.isdisjoint(fact.text.offsets()) else replace(fact, doubt=SPLICED)
            for fact in getattr(facts, kind)
        )
        for kind in WIDE
    }
    return replace(facts, **doubted)


def _misnamed(article: Article, facts: Facts) -> Facts:
    """The facts, with the doubt on each name that its page contradicts."""
    names = {doubt.text.value: doubt.what for doubt in article.doubts if doubt.what in MISNAMED and not doubt.settled}
    mentions = (
        replace(one, doubt=one.doubt or names[one.text.value]) if one.text.value in names else one
        for one in facts.mentions
    )
    return replace(facts, mentions=tuple(mentions)) if names else facts


def _once(article: Article, facts: Facts) -> Facts:
    def counts(text: Text) -> bool:
        repeat = article.prints_again(text)
        return repeat is None or not article.holds(repeat.of)

    return _those(facts, KNOWN_BY | NAMED, counts)


def _those(facts: Facts, table: Mapping[str, str], keeps: Callable[[Text], bool]) -> Facts:
    """The facts of which `keeps` says so; kinds that are not in `table` stay as they are."""
    kept = {
        kind: tuple(fact for fact in getattr(facts, kind) if keeps(getattr(fact, words)))
        for kind, words in table.items()
    }
    return replace(facts, **kept)
