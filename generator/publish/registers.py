"""Registers: the doubts, the loose ends and the pages that would close them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ..model import Article, Direction, Doubt, Jump
from ..rules import table
from .address import CORRECTING, DOUBTS, WANTED, relative
from .again import page_link
from .article import doubt_view
from .corrections import refused_view, register, sidecar, stanza
from .desk import Desk
from .lists import entry, issue_key
from .words import says

View = dict[str, Any]
KINDS = ("name", "number", "wording", "heading", "order", "end")  # of doubts, in the order of the register
QUOTED = 40


def doubts_view(desk: Desk) -> View:
    """Every doubt, those of one kind together; those that a person settled; what is printed twice; every correction."""
    rows = doubts(desk, DOUBTS)
    still = [row for row in rows if not row["answer"]]
    return {
        "kinds": [(kind, found) for kind in KINDS if (found := [row for row in still if row["kind"] == kind])],
        "count": len(still),
        "papers": _by_paper(desk, still),
        "in_facts": _doubtful_facts(desk),
        "settled": [row for row in rows if row["answer"]],
        "repeats": [*_repeats(desk)],
        "corrections": register(desk, DOUBTS),
        "refused": refused_view(desk),
        "doubles": [[page_link(desk, name, DOUBTS) for name in pair] for pair in desk.library.doubles],
        "guide": relative(DOUBTS, CORRECTING),
    }


def _by_paper(desk: Desk, rows: list[View]) -> list[tuple[View | None, str, int]]:
    """How many doubts each paper has: its seal, its name, the count."""
    seals = {row["paper"]: row["seal"] for row in rows}
    counts = Counter(row["paper"] for row in rows)
    return [(seals[paper], paper or desk.words("no_paper"), count) for paper, count in sorted(counts.items())]


def _doubtful_facts(desk: Desk) -> int:
    """How many facts of the articles bear a doubt of their own; it stands beside each of them."""
    kept = (getattr(facts, one.name) for facts in desk.library.facts.values() for one in fields(facts))
    return sum(bool(getattr(fact, "doubt", "")) for found in kept for fact in found)


def _repeats(desk: Desk) -> Iterator[View]:
    """Each passage that a page prints twice: the printing that does not count, the other one, and why."""
    for article in desk.library.articles:
        for repeat in article.repeats:
            yield {
                "seal": desk.seal(desk.library.issue_of(article)),
                "words": desk.excerpt(repeat.text.value, QUOTED),
                "lines": desk.lines(repeat.text, DOUBTS),
                "of": desk.lines(repeat.of, DOUBTS),
                "why": says("repeats", repeat.why),
                "article": desk.opens(article, DOUBTS),
            }


def unsettled(desk: Desk) -> list[tuple[Article, Doubt]]:
    """Every doubt that nobody has settled, with its article."""
    return [(article, doubt) for article, doubt in _doubts(desk) if doubt.settled is None]


def doubts(desk: Desk, here: str) -> list[View]:
    """Every doubt of every article, in the order of the articles."""
    return [doubt_row(desk, article, doubt, here) for article, doubt in _doubts(desk)]


def _doubts(desk: Desk) -> Iterator[tuple[Article, Doubt]]:
    return ((article, doubt) for article in desk.library.articles for doubt in article.doubts)


def doubt_row(desk: Desk, article: Article, doubt: Doubt, here: str) -> View:
    """A doubt with its article, its paper, and what settles it."""
    return doubt_view(desk, doubt, here) | {
        "kind": table("doubts").get(doubt.what.removeprefix("doubts."), {}).get("kind", KINDS[-1]),
        "paper": _paper(desk, article),
        "seal": desk.seal(desk.library.issue_of(article)),
        "article": desk.opens(article, here),
        **_stanza(desk, doubt),
    }


def _paper(desk: Desk, article: Article) -> str:
    """The paper that an article begins in; empty when it is not known."""
    publication = desk.library.issue_of(article).publication
    return publication.value if publication else ""


def _stanza(desk: Desk, doubt: Doubt) -> View:
    """What settles a doubt, ready to copy, and the file that it goes into."""
    seed = desk.library.page_of[doubt.text.seeds[0]].seed
    return {"sidecar": sidecar(seed), "stanza": stanza(seed, doubt)}


def loose_ends(article: Article) -> Iterator[Jump]:
    """The jump marks of an article whose other half is not here."""
    yield from (jump for jump in (article.begins_elsewhere, article.ends_elsewhere) if jump)


def wanted_view(desk: Desk) -> View:
    """The articles that are not whole, and the pages that would complete them."""
    loose = [article for article in desk.library.articles if article.kind != "article"]
    return {
        "articles": [_torn(desk, article) for article in loose],
        "pages": wanted_pages(desk, WANTED),
        "count": len(loose),
    }


def _torn(desk: Desk, article: Article) -> View:
    sides = {"continuation": "missing_before", "start": "missing_after", "fragment": "missing_both"}
    return entry(desk, article, WANTED) | {"missing": desk.words(sides[article.kind])}


def wanted_pages(desk: Desk, here: str) -> list[View]:
    """The pages not in the collection that jump marks name, the one that completes most first."""
    found: dict[tuple[Any, ...], list[tuple[Article, Jump]]] = {}
    for article in desk.library.articles:
        for jump in loose_ends(article):
            if desk.whereabouts(jump) == "here":
                continue
            home = desk.library.page_of[jump.text.seeds[0]]
            found.setdefault((issue_key(home), jump.page), []).append((article, jump))
    return [_wanted(desk, ends, here) for ends in sorted(found.values(), key=lambda ends: -len(ends))]


def _wanted(desk: Desk, ends: list[tuple[Article, Jump]], here: str) -> View:
    jump = ends[0][1]
    issue = desk.library.page_of[jump.text.seeds[0]].issue
    key = "wanted_page_unknown" if jump.page is None else "wanted_page"
    return {
        "page": desk.words(key, paper=desk.paper(issue), date=desk.dated(issue), page=jump.page),
        "seal": desk.seal(issue),
        "completes": desk.words("wanted_completes", count=len({article.id for article, _ in ends})),
        "ends": [
            {
                "words": end.text.value,
                "lines": desk.lines(end.text, here),
                "article": desk.opens(article, here),
                "side": desk.words("missing_before" if end.direction is Direction.FROM else "missing_after"),
            }
            for article, end in ends
        ],
    }
