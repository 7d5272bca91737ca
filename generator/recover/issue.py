"""Which newspaper, of which day, which page: from what the page itself prints."""

from __future__ import annotations

from ..model import Block, Issue, Seed


def date_issue(seed: Seed, blocks: tuple[Block, ...]) -> Issue:
    """The issue that a page is of; what the page does not tell is None."""
    return Issue()
