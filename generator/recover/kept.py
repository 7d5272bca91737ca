"""A page keeps what a person corrected on it, and so does the article that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Article, Correction, Outcome, Page, Refused
from .settle import touch


def keep(page: Page, outcomes: Iterable[Outcome]) -> Page:
    """The page, and each of its articles, with the corrections that were made, and with those that could not be."""
    found = tuple(outcomes)
    made = tuple(outcome for outcome in found if isinstance(outcome, Correction))
    if not found:
        return page
    homes = [(_home(page, correction), correction) for correction in made]
    return replace(
        page,
        articles=tuple(
            replace(article, corrections=(*article.corrections, *(one for home, one in homes if home is article)))
            for article in page.articles
        ),
        corrections=(*page.corrections, *made),
        refused=(*page.refused, *(outcome for outcome in found if isinstance(outcome, Refused))),
    )


def _home(page: Page, correction: Correction) -> Article | None:
    """The article that a correction is about: that with what a person put in, else that with the words quoted."""
    put = {(change.at, correction.said.by) for change in correction.changes}
    for article in page.articles:
        if any((run.start, run.author) in put for block in article.blocks for run in block.text.runs if run.author):
            return article
    return next(
        (article for article in page.articles if any(touch(block.text, correction.text) for block in article.blocks)),
        None,
    )
