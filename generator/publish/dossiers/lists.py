"""Lists of all articles by what they are, by the campaigns and by the counties that they write of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...model import Article, Subject
from ...rules import rules
from ..address import BY_CAMPAIGN, BY_COUNTY, BY_GENRE, link, subject_file
from ..desk import Desk, called
from ..lists import articles_of, entry

View = dict[str, Any]
MOST = 50  # articles of one campaign or county; its own file has them all


def genres_view(desk: Desk) -> View:
    """The articles by their genre, those of which it is not known last."""
    found: dict[str, list[Article]] = {}
    for article in desk.library.articles:
        found.setdefault(desk.genre(article), []).append(article)
    ordered = sorted(found, key=lambda genre: (not genre, -len(found[genre]), genre))
    sections = [_section(desk, genre or desk.words("genre_none"), found[genre], BY_GENRE) for genre in ordered]
    return _view(desk, "genres", sections)


def campaigns_view(desk: Desk) -> View:
    """The articles by campaign, the one that most write of first."""
    campaigns = (one for one in desk.library.subjects if one.type == "initiative")
    return _by_subject(desk, "campaigns", BY_CAMPAIGN, campaigns)


def counties_view(desk: Desk) -> View:
    """The articles by county, with its towns and villages."""
    county = rules("links")["county"]
    counties = (one for one in desk.library.subjects if one.type == "place" and county.search(one.name))
    return _by_subject(desk, "counties", BY_COUNTY, counties)


def _by_subject(desk: Desk, name: str, here: str, subjects: Iterable[Subject]) -> View:
    ordered = sorted(subjects, key=lambda one: (-articles_of(one), one.name, one.slug))
    sections = []
    for subject in ordered:
        articles = [desk.article[article] for article in dict.fromkeys(article for article, _ in subject.mentions)]
        title = link(called(subject), here, subject_file(subject))
        sections.append(_section(desk, title, articles, here, MOST))
    return _view(desk, name, sections)


def _view(desk: Desk, name: str, sections: Sequence[View]) -> View:
    return {
        "title": desk.words(f"{name}_title"),
        "intro": desk.words(f"{name}_intro", count=len(sections)),
        "sections": sections,
    }


def _section(desk: Desk, title: str, articles: Sequence[Article], here: str, most: int | None = None) -> View:
    shown = articles[:most]
    return {
        "title": title,
        "count": len(articles),
        "articles": [entry(desk, article, here) for article in shown],
        "left": len(articles) - len(shown),
    }
