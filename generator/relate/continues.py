"""Loose ends that may be two halves of one article: their marks point at each other's pages. Said, never joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Article, DateRange, Jump, Link, Page, Proof

STRONG = 75.0  # what two marks that fit say beside what names say
MOST = 4  # with more candidates than these the marks tell nothing
Place = tuple[str, DateRange, str]


def continues(pages: Sequence[Page], articles: Sequence[Article]) -> tuple[Link, ...]:
    """A link between a beginning and each rest to which its mark may lead: each mark names the other's page.

    A person who said that an article goes on nowhere here is believed.
    """
    page_of = {page.seed.id: page for page in pages}
    rests: dict[tuple[Place, str], list[tuple[Article, Jump]]] = defaultdict(list)
    for article in articles:
        jump = article.begins_elsewhere
        if jump is not None and jump.page and (place := _place(jump, page_of)):
            rests[place, jump.page].append((article, jump))
    found: dict[tuple[str, str], Link] = {}
    for article in articles:
        jump = article.ends_elsewhere
        place = _place(jump, page_of) if jump is not None else None
        if jump is None or not jump.page or place is None or _is_ruled(article):
            continue
        waiting = rests.get(((place[0], place[1], jump.page), place[2]), [])
        for rest, mark in waiting if len(waiting) <= MOST else ():
            if rest.id != article.id and not _is_ruled(rest):
                one, other = sorted((article.id, rest.id))
                texts = (jump.text, mark.text) if one == article.id else (mark.text, jump.text)
                found[one, other] = Link(
                    one, other, "continues", ("links.marks",), STRONG, (Proof("links.marks", *texts),)
                )
    return tuple(found[pair] for pair in sorted(found))


def _place(jump: Jump, page_of: Mapping[str, Page]) -> Place | None:
    """The paper, the days and the page on which a mark stands; None where one of them is not known."""
    issue = page_of[jump.text.seeds[0]].issue if jump.text.seeds[0] in page_of else None
    if issue is None or issue.publication is None or issue.dated is None or issue.page is None:
        return None
    return issue.publication.value, issue.dated.value, issue.page.value


def _is_ruled(article: Article) -> bool:
    """Whether a person has said where an article goes on, or that it does not."""
    return any(one.what == "join" for one in article.corrections)
