"""What is new as an RSS feed: the articles of the newest issues, with their summaries as printed.

A feed may only hold full addresses. Where the site has none (`site_url` in mkdocs.yml), its items have no link, and the
feed says so; the `guid` of an item is the article's id, which never changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone
from email.utils import format_datetime
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from ..model import Article, First, IssueNews
from .address import DATA, FRONT, article_file, web
from .desk import Desk
from .escape import html, shown
from .news import FEED, issue_of
from .sheet import Settings

MOST = 100  # articles; a feed tells what is new
NAMES = 12  # new names of one article
CHINA = timezone(timedelta(hours=8))
NOWHERE = "about:blank"  # what stands for the site's address where it has none


def feed_files(desk: Desk, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The feed; every site has one, as its pages name it."""
    yield FEED, feed(desk, settings).encode()


def feed(desk: Desk, settings: Settings) -> str:
    """RSS 2.0, the newest issue first."""
    items = "".join(_item(desk, settings, one, article, firsts) for one, article, firsts in [*_newest(desk)][:MOST])
    about = settings.description
    if not settings.site_url:
        about = f"{about}{desk.words('feed_no_address')}"
    itself = (
        f'<atom:link href="{_x(_full(settings, f"{DATA}/{FEED}"))}" rel="self" type="application/rss+xml"/>\n'
        if settings.site_url
        else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>{_x(settings.title)}　{_x(desk.words('news_title'))}</title>\n"
        f"<link>{_x(_full(settings, web(FRONT)) if settings.site_url else NOWHERE)}</link>\n"
        f"<description>{_x(about)}</description>\n<language>zh-CN</language>\n"
        f"{itself}{items}</channel>\n</rss>\n"
    )


def _newest(desk: Desk) -> Iterator[tuple[IssueNews, Article, list[First]]]:
    """The articles of each issue, the newest issue first; undated ones last."""
    firsts: dict[str, list[First]] = {}
    for one in desk.library.news:
        for first in one.firsts:
            firsts.setdefault(first.article, []).append(first)
    dated = [(one.days.end, place, one) for place, one in enumerate(desk.library.news) if one.days]
    undated = [one for one in desk.library.news if not one.days]
    for one in (*(one for *_, one in sorted(dated, reverse=True)), *undated):
        for seed in one.seeds:
            for article in desk.on_page[seed]:
                if article.seeds[0] == seed:
                    yield one, article, firsts.get(article.id, [])


def _item(desk: Desk, settings: Settings, one: IssueNews, article: Article, firsts: list[First]) -> str:
    title = desk.title(article)
    words = title.words if title.printed else desk.words("feed_untitled", words=title.words)
    address = _full(settings, web(article_file(article.id))) if settings.site_url else ""
    parts = {
        "title": words,
        "link": address,
        "description": _description(desk, one, article, firsts),
        "pubDate": _published(one),
    }
    body = "".join(f"<{name}>{_x(value)}</{name}>\n" for name, value in parts.items() if value)
    return f'<item>\n{body}<guid isPermaLink="false">{_x(article.id)}</guid>\n</item>\n'


def _description(desk: Desk, one: IssueNews, article: Article, firsts: list[First]) -> str:
    """As HTML: the summary as printed, then in the site's words the issue, what is new, and what is missing."""
    summary = desk.library.summaries.get(article.id, ())
    printed = [f"<blockquote>{html(sentence.text.value)}</blockquote>" for sentence in summary]
    said = [desk.issue_line(issue_of(desk, one))]
    if firsts:
        names = desk.words("comma").join(first.name.rpartition("/")[2] for first in firsts[:NAMES])
        said.append(desk.words("feed_firsts", names=names))
    if article.kind != "article":
        sides = {"continuation": "missing_before", "start": "missing_after", "fragment": "missing_both"}
        said.append(f"{desk.words('loose_end')}　{desk.words(sides[article.kind])}")
    return "".join((*printed, *(f"<p>{html(words)}</p>" for words in said)))


def _published(one: IssueNews) -> str:
    """The day of the issue as mail writes it, when it is known to the day."""
    if one.days is None or one.days.start != one.days.end:
        return ""
    return format_datetime(datetime.combine(one.days.start, time(), CHINA))


def _full(settings: Settings, path: str) -> str:
    return urljoin(f"{settings.site_url.rstrip('/')}/", path)


def _x(value: str) -> str:
    """The text, written so that XML shows exactly it; what XML cannot hold is shown as a picture of it."""
    return escape(shown(value), {'"': "&quot;"})
