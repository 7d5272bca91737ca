"""The front page: nameplate, a lead and three more by a rule that is said, and in small the registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from ..model import Article, Basis, Kind
from .address import DOUBTS, FRONT, link, relative, subject_file
from .chronicle import events
from .corrections import quote
from .desk import Desk, called, head_words
from .lists import articles_of
from .registers import unsettled, wanted_pages
from .timeline import order

View = dict[str, Any]
SECONDARY = 3
BRIEF = 5
MORE = 12
PLANNED = "planned"


def front_view(desk: Desk, title: str, description: str) -> View:
    """Everything that the template of the front page shows."""
    library = desk.library
    wanted = wanted_pages(desk, FRONT)
    ranked = ranking(desk)
    dated = [row for row in events(desk, FRONT) if row["start"]]
    past = sorted((row for row in dated if row["status"] != PLANNED), key=order, reverse=True)
    doubtful = unsettled(desk, FRONT)
    most = sorted(library.subjects, key=lambda subject: (-articles_of(subject), subject.name))
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
        "lead": [_piece(desk, article) for article in ranked[:1]],
        "others": [_piece(desk, article) for article in ranked[1 : 1 + SECONDARY]],
        "more": [_headline(desk, article) for article in ranked[1 + SECONDARY :][:MORE]],
        "events": list(islice(_one_each(past), BRIEF)),
        "event_count": len(dated),
        "doubts": doubtful[:BRIEF],
        "doubt_count": len(doubtful),
        "wanted": wanted[:BRIEF],
        "subjects": [(link(called(s), FRONT, subject_file(s)), articles_of(s)) for s in most[:BRIEF]],
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


def _one_each(rows: Iterable[View]) -> Iterator[View]:
    """The first row of each article, so that one long article does not fill the front page."""
    seen: set[str] = set()
    for row in rows:
        if str(row["article"]) not in seen:
            seen.add(str(row["article"]))
            yield row


def _headline(desk: Desk, article: Article) -> View:
    """An article of which the front page has room for the headline alone."""
    return {
        "link": desk.opens(article, FRONT),
        "seal": desk.seal(desk.library.issue_of(article)),
        "tags": desk.tags(article),
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
