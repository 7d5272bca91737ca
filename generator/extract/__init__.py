"""What a reader would copy out of an article by hand: its sentences, dates, events and names, each with its place."""

from __future__ import annotations

from ..model import Article, Facts, Issue
from .dates import reference
from .events import dates_and_events
from .figures import figures
from .mentions import mentions
from .sentences import passages, sentences


def extract(article: Article, issue: Issue) -> Facts:
    """The facts of an article that was printed in `issue`; they depend on nothing else."""
    told = passages(article)
    days = reference(article, issue)
    dated = [dates_and_events(passage, days) for passage in told]
    return Facts(
        dates=tuple(date for dates, _ in dated for date in dates),
        events=tuple(event for _, events in dated for event in events),
        mentions=mentions(article, told, issue),
        figures=tuple(figure for passage in told for figure in figures(passage, days)),
        sentences=tuple(sentence for passage in told for sentence in sentences(passage)),
    )
