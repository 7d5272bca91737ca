"""What a reader would copy out of an article by hand: its sentences, dates, events and names, each with its place."""

from __future__ import annotations

from ..model import Article, Facts, Issue
from .sentences import passages, sentences


def extract(article: Article, issue: Issue) -> Facts:
    """The facts of an article that was printed in `issue`; they depend on nothing else."""
    del issue
    return Facts(sentences=tuple(sentence for passage in passages(article) for sentence in sentences(passage)))
