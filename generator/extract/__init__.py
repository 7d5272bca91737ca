"""What a reader would copy out of an article by hand: its sentences, dates, events and names, each with its place."""

from __future__ import annotations

from dataclasses import replace

from ..model import Article, Facts, Issue
from ..text import Text
from .dates import reference
from .dates_read import as_date, dateline_dates, read_dates
from .events import events
from .figures import measure
from .names import names
from .people import signed
from .sentences import passages, sentences
from .told import Told


def extract(article: Article, issue: Issue) -> Facts:
    """The facts of an article that was printed in `issue`; they depend on nothing else.

    A fact of a passage that the article prints twice is told once, at the printing that counts. What a person put in
    whole is no fact: no page prints it.
    """
    facts = _printed(_all(article, issue))
    return _once(article, facts) if article.repeats else facts


def _all(article: Article, issue: Issue) -> Facts:
    days = reference(article, issue)
    read = passages(article)
    every = tuple(
        Told(passage, dates, named)
        for passage, dates, named in zip(read, read_dates(read, days), names(article, read, issue), strict=True)
    )
    body = tuple(told for told in every if told.passage.tells)
    dates = tuple(as_date(told.passage, one) for told in every for one in told.dates)
    return Facts(
        dates=(*dateline_dates(article, dates), *dates),
        events=tuple(event for told in body for event in events(told)),
        mentions=(*signed(article), *(told.mention(named) for told in every for named in told.names)),
        figures=tuple(one.figure for one in measure(every, days)),
        sentences=tuple(sentence for told in body for sentence in sentences(told.passage)),
    )


def _printed(facts: Facts) -> Facts:
    return replace(
        facts,
        events=tuple(event for event in facts.events if event.sentence.spans),
        figures=tuple(figure for figure in facts.figures if figure.text.spans),
        sentences=tuple(sentence for sentence in facts.sentences if sentence.text.spans),
    )


def _once(article: Article, facts: Facts) -> Facts:
    def counts(text: Text) -> bool:
        repeat = article.prints_again(text)
        return repeat is None or not article.holds(repeat.of)

    return Facts(
        dates=tuple(date for date in facts.dates if counts(date.text)),
        events=tuple(event for event in facts.events if counts(event.sentence)),
        mentions=tuple(mention for mention in facts.mentions if counts(mention.text)),
        figures=tuple(figure for figure in facts.figures if counts(figure.text)),
        sentences=tuple(sentence for sentence in facts.sentences if counts(sentence.text)),
    )
