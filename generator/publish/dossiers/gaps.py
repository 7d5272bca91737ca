"""What a dossier lacks: its articles that are not whole, and the pages that would complete them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model import Article
from ..address import WANTED, relative
from ..desk import Desk
from ..lists import issue_key

View = dict[str, Any]
MOST = 4  # so many pages are named; the register has them all


def gaps_view(desk: Desk, articles: Iterable[Article], here: str) -> View:
    """How many of the articles are not whole, and the pages to look for, the one that completes most first."""
    listed = list(articles)
    pages: dict[tuple[Any, ...], dict[str, None]] = {}
    said: dict[tuple[Any, ...], str] = {}
    for article in listed:
        for jump in (article.begins_elsewhere, article.ends_elsewhere):
            if jump is None or jump.page is None or desk.whereabouts(jump) == "here":
                continue
            home = desk.library.page_of[jump.text.seeds[0]]
            key = (issue_key(home), jump.page)
            pages.setdefault(key, {})[article.id] = None
            paper, day = desk.paper(home.issue), desk.dated(home.issue)
            said[key] = desk.words("wanted_page", paper=paper, date=day, page=jump.page)
    ordered = sorted(pages, key=lambda key: (-len(pages[key]), said[key]))
    return {
        "articles": len(listed),
        "loose": sum(article.kind != "article" for article in listed),
        "pages": [(said[key], len(pages[key])) for key in ordered[:MOST]],
        "wanted": relative(here, WANTED),
    }
