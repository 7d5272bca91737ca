"""Join the halves of articles that a jump cut in two, where the evidence agrees; all else stays a loose end."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Page


def stitch(pages: Sequence[Page]) -> tuple[Article, ...]:
    """The articles of all pages, in the order of the pages."""
    return tuple(article for page in pages for article in page.articles)
