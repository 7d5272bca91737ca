"""Lists: articles, issues and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ..model import Article, DateRange, Issue, Kind, Page, Subject
from .address import ARTICLES, ISSUES, PAGES, link, page_file
from .desk import Desk, head_words
from .provenance import extent

View = dict[str, Any]
NEVER = date.max


def entry(desk: Desk, article: Article, here: str) -> View:
    """One article in a list: its title as a link, and what tells it apart."""
    return {
        "link": desk.opens(article, here),
        "kicker": head_words(article, Kind.KICKER),
        "tags": desk.tags(article),
        "issue": desk.issue_line(desk.library.issue_of(article)),
        "seal": desk.seal(desk.library.issue_of(article)),
        "lines": extent(desk, article, here),
    }


def page_entry(desk: Desk, page: Page, here: str) -> View:
    """One page in a list."""
    articles = desk.on_page[page.seed.id]
    number = desk.numbered(page.issue) if page.issue.page else page.seed.id
    return {
        "link": link(number, here, page_file(page.seed.id)),
        "whole": link(f"{desk.issue_line(page.issue)}（{page.seed.id}）", here, page_file(page.seed.id)),
        "name": page.seed.name,
        "lines": desk.words("count_lines", count=len(page.seed.line_starts)),
        "count": desk.words("count_articles", count=len(articles)),
        "seal": desk.seal(page.issue),
        "articles": [entry(desk, article, here) for article in articles],
    }


def issue_key(page: Page) -> tuple[str, date, date, str]:
    """What tells one issue from another. Pages are of one issue only when their paper and their day are known."""
    issue = page.issue
    paper = issue.publication.value if issue.publication else ""
    days = issue.dated.value if issue.dated else DateRange(NEVER, NEVER)
    is_known = bool(paper) and issue.dated is not None and days.start == days.end
    return paper, days.start, days.end, "" if is_known else page.seed.id


def by_issue(pages: Iterable[Page]) -> Iterator[tuple[Issue, list[Page]]]:
    """The pages of each issue: paper by paper, the earliest first; those of no known paper last."""
    ordered = sorted(pages, key=lambda page: (not page.issue.publication, issue_key(page), _number(page), page.seed.id))
    for _, group in groupby(ordered, key=issue_key):
        listed = list(group)
        yield listed[0].issue, listed


def _number(page: Page) -> str:
    return page.issue.page.value if page.issue.page else "~"


def articles_view(desk: Desk) -> View:
    """All articles, issue by issue."""
    return {
        "count": len(desk.library.articles),
        "issues": [
            (desk.paper(issue), desk.dated(issue), desk.seal(issue), _starting(desk, pages))
            for issue, pages in by_issue(desk.library.pages)
        ],
    }


def _starting(desk: Desk, pages: Sequence[Page]) -> list[View]:
    """The articles that begin on these pages."""
    places = sorted(place for page in pages for place in desk.begin_on.get(page.seed.id, ()))
    return [entry(desk, desk.library.articles[place], ARTICLES) for place in places]


def issues_view(desk: Desk) -> View:
    """Papers, their issues, the pages of each, and the articles on each."""
    found = list(by_issue(desk.library.pages))
    papers = [
        (
            paper or desk.words("no_paper"),
            [(desk.dated(issue), [page_entry(desk, page, ISSUES) for page in pages]) for issue, pages in group],
        )
        for paper, group in groupby(found, key=lambda pair: issue_key(pair[1][0])[0])
    ]
    return {
        "papers": papers,
        "named": len(desk.papers),
        "issues": len(found),
        "pages": len(desk.library.pages),
        "unread": desk.library.unread,
    }


def pages_view(desk: Desk) -> View:
    """All pages in the order of the library."""
    return {"pages": [page_entry(desk, page, PAGES) for page in desk.library.pages], "unread": desk.library.unread}


def articles_of(subject: Subject) -> int:
    """How many articles name a subject."""
    return len({article for article, _ in subject.mentions})
