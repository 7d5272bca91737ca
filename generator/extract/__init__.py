"""What a reader would copy out of an article by hand: its sentences, dates, events and names, each with its place."""

from __future__ import annotations

from ..model import Article, Facts, Issue
from .dates import reference
from .events import as_date, events, read_dates
from .figures import figures
from .mentions import mentions
from .sentences import passages, sentences


def extract(article: Article, issue: Issue) -> Facts:
    """The facts of an article that was printed in `issue`; they depend on nothing else."""
    told = passages(article)
    days = reference(article, issue)
    dated = [(passage, tuple(read_dates(passage.text.value, days))) for passage in told]
    return Facts(
        dates=tuple(as_date(passage, one) for passage, found in dated for one in found),
        events=tuple(event for passage, found in dated for event in events(passage, found)),
        mentions=mentions(article, told, issue),
        figures=tuple(figure for passage, found in dated for figure in figures(passage, found)),
        sentences=tuple(sentence for passage in told for sentence in sentences(passage)),
    )
