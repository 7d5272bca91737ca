"""The front page: nameplate, a lead and three more, in small what is new and open, and the way to every room.

What editors wrote leads, in their order; where nobody wrote a report, articles do, by a rule that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Any

from ..model import Article, Basis, IssueNews, Kind, Series
from ..model.reports import Head, Para, Report
from .address import (
    ARTICLES,
    BOXES,
    BRIEFINGS,
    CHANGES,
    CHRONICLE,
    DOUBTS,
    EVENTS,
    FRONT,
    INITIATIVES,
    ISSUES,
    LISTS,
    NAMES,
    NEWS,
    PAGES,
    PAIRINGS,
    PLACES,
    POLICIES,
    PROMISES,
    QUESTIONS,
    REPORTS,
    SEARCH,
    SETUPS,
    WANTED,
    link,
    relative,
)
from .chronicle import events
from .corrections import quote
from .desk import Desk, head_words
from .drawn_values import cited_drawing
from .registers import doubt_row, unsettled, wanted_pages
from .reports import place
from .reports.prose import Writer, plain
from .timeline import order

View = dict[str, Any]
SECONDARY = 3
BRIEF = 5
MORE = 12
OPENING = 2  # so many paragraphs of the lead
NAMED = 3  # so many names that an issue is the first to print
PLANNED = "planned"
# The way to every room, group by group: the key of each title, and the file.
ROOMS = (
    ("rooms_read", (("reports_title", REPORTS), ("articles_title", ARTICLES), ("pages_title", PAGES))),
    ("rooms_follow", (("changes_title", CHANGES), ("promises_title", PROMISES), ("events_title", EVENTS))),
    ("rooms_time", (("chronicle_title", CHRONICLE), ("news_title", NEWS), ("issues_title", ISSUES))),
    ("rooms_names", (("initiatives_title", INITIATIVES), ("places_title", PLACES), ("names_title", NAMES))),
    ("rooms_tables", (("pairings_title", PAIRINGS), ("setups_title", SETUPS), ("policies_title", POLICIES))),
    ("rooms_lists", (("boxes_title", BOXES), ("lists_title", LISTS), ("briefings_title", BRIEFINGS))),
    ("rooms_open", (("doubts_title", DOUBTS), ("wanted_title", WANTED), ("search_title", SEARCH))),
)


def front_view(desk: Desk, title: str, description: str) -> View:
    """Everything that the template of the front page shows."""
    library = desk.library
    wanted = wanted_pages(desk, FRONT)
    doubtful = unsettled(desk)
    return {
        "name": title,
        "motto": description,
        "pages": len(library.pages),
        "articles": len(library.articles),
        "loose": sum(article.kind != "article" for article in library.articles),
        "wanted_count": len(wanted),
        "dates": _dates(desk),
        "unread": library.unread,
        "refused": len(library.refused),
        "refused_list": relative(FRONT, DOUBTS, "refused"),
        "left_out": len(library.left_out),
        **_pieces(desk),
        **_dated(desk),
        "changed": [_changed(one) for one in library.series if one.points[-1].step][:BRIEF],
        "news": [_news(desk, one) for one in reversed(library.news) if one.days][:SECONDARY],
        "doubts": [doubt_row(desk, article, doubt, FRONT) for article, doubt in doubtful[:BRIEF]],
        "doubt_count": len(doubtful),
        "wanted": wanted[:BRIEF],
        "rooms": [
            (desk.words(group), [link(desk.words(key), FRONT, path) for key, path in rooms]) for group, rooms in ROOMS
        ],
    }


def _pieces(desk: Desk) -> View:
    """What leads, what stands beside it, and the articles of which there is room for the headline alone."""
    written = [report for report in desk.library.reports if place(report) != QUESTIONS]
    ranked = ranking(desk)
    if written:
        return {
            "reports": [_report(desk, report) for report in written[: 1 + SECONDARY]],
            "lead": [],
            "others": [],
            "more": [_headline(desk, article) for article in ranked[:MORE]],
        }
    return {
        "reports": [],
        "lead": [_piece(desk, article) for article in ranked[:1]],
        "others": [_piece(desk, article) for article in ranked[1 : 1 + SECONDARY]],
        "more": [_headline(desk, article) for article in ranked[1 + SECONDARY :][:MORE]],
    }


def _report(desk: Desk, report: Report) -> View:
    """A report on the front page: its headline, its deck, and what stands before its first section."""
    writer = Writer(desk, FRONT)
    opening = takewhile(lambda piece: not isinstance(piece, Head), report.pieces)
    papers = [desk.library.page_of[seed].issue for seed in report.seeds]
    return {
        "link": link(plain(report.title), FRONT, place(report)),
        "deck": writer.inside(report.deck),
        "opening": [writer.inside(piece.parts) for piece in opening if isinstance(piece, Para)][:OPENING],
        "seals": list({str(seal): seal for seal in map(desk.seal, papers) if seal}.values()),
        "whole": link(desk.words("report_whole"), FRONT, place(report)),
        "drawing": cited_drawing(desk, report.cites, FRONT),
    }


def ranking(desk: Desk) -> list[Article]:
    """The articles with a headline, whole ones before others, the one related to most articles first."""
    titled = [article for article in desk.library.articles if article.headline is not None]
    return sorted(titled, key=lambda article: (article.kind != "article", -_ties(desk, article)))


def _ties(desk: Desk, article: Article) -> int:
    return len({end for tie in desk.library.links_of(article.id) for end in (tie.a, tie.b)} - {article.id})


def _piece(desk: Desk, article: Article) -> View:
    """An article on the front page: its head, and its summary as printed."""
    issue = desk.library.issue_of(article)
    ties = _ties(desk, article)
    return {
        "link": desk.opens(article, FRONT),
        "kicker": head_words(article, Kind.KICKER),
        "issue": desk.issue_line(issue),
        "seal": desk.seal(issue),
        "tags": desk.tags(article),
        "summary": [(quote(desk, s.text), desk.lines(s.text, FRONT)) for s in desk.library.summaries[article.id]],
        "ties": desk.words("lead_links", count=ties) if ties else "",
    }


def _headline(desk: Desk, article: Article) -> View:
    """An article of which the front page has room for the headline alone."""
    return {
        "link": desk.opens(article, FRONT),
        "seal": desk.seal(desk.library.issue_of(article)),
        "tags": desk.tags(article),
    }


def _dated(desk: Desk) -> View:
    """The last of what is dated, and how much of that there is."""
    rows = [row for row in events(desk, FRONT) if row["start"]]
    past = sorted((row for row in rows if row["status"] != PLANNED), key=order, reverse=True)
    return {"events": list(islice(_one_each(past), BRIEF)), "event_count": len(rows)}


def _one_each(rows: Iterable[View]) -> Iterator[View]:
    """The first row of each article, so that one long article does not fill the front page."""
    seen: set[str] = set()
    for row in rows:
        if str(row["article"]) not in seen:
            seen.add(str(row["article"]))
            yield row


def _changed(one: Series) -> View:
    """An indicator that changed: its last two values as printed."""
    now = one.points[-1]
    before = one.before(now) or now
    return {"what": one.subject, "was": before.figure.text.value, "now": now.figure.text.value}


def _news(desk: Desk, news: IssueNews) -> View:
    """What an issue was the first to print, and what it left open."""
    issue = desk.library.page_of[news.seeds[0]].issue
    names = [first.name.rpartition("/")[2] for first in news.firsts if first.type == "initiative"]
    return {
        "issue": desk.dated(issue),
        "seal": desk.seal(issue),
        "names": desk.words("comma").join(names[:NAMED]),
        "count": len(news.firsts),
        "opened": len(news.opened),
    }


def _dates(desk: Desk) -> str:
    """How the dates of the pages are known, counted."""
    pages = desk.library.pages
    if not pages:
        return desk.words("ear_empty")
    known = [page.issue.dated.basis for page in pages if page.issue.dated]
    counts = {
        "ear_printed": known.count(Basis.PRINTED),
        "ear_given": known.count(Basis.GIVEN),
        "ear_inferred": known.count(Basis.INFERRED),
        "ear_unknown": len(pages) - len(known),
    }
    return desk.words("ear_comma").join(desk.words(key, count=count) for key, count in counts.items() if count)
