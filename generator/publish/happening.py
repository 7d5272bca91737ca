"""One happening in several articles: its file, the list of all, and what an article takes from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Article, Date, Happening, Proof, Telling
from ..rules import table
from ..text import Text
from .address import EVENTS, article_file, happening_file, link, relative
from .corrections import open_doubts, quote
from .desk import NAME, Desk
from .escape import Md, inside
from .sheet import Settings, Sheet, titled
from .words import says

View = dict[str, Any]
ALONE = 6  # sentences of an article that stand open; the others are folded away


def happening_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The list of what several articles report, and the file of each."""
    title = desk.words("events_title")
    yield Sheet(EVENTS, "happenings.md", titled(title, "list.html"), {"all": _list(desk)})
    for happening in desk.library.happenings:
        meta = {"title": desk.excerpt(happening.name.value, NAME), "template": "happening.html", "id": happening.id}
        yield Sheet(happening_file(happening.id), "happening.md", meta, happening_view(desk, happening))


def _list(desk: Desk) -> list[View]:
    """Every happening, the latest first, those without a day last."""
    ordered = sorted(desk.library.happenings, key=lambda one: one.id)
    dated: list[Happening] = []
    undated: list[Happening] = []
    for one in ordered:
        (undated if one.date is None or one.date.start is None else dated).append(one)
    dated.sort(key=lambda one: str(one.date and one.date.start), reverse=True)
    return [
        {
            "link": opens(desk, one, EVENTS),
            "when": _days(desk, one.date) if one.date else desk.words("undated"),
            "articles": [entry(desk, desk.article[name], EVENTS) for name in one.articles],
        }
        for one in (*dated, *undated)
    ]


def happening_view(desk: Desk, happening: Happening) -> View:
    """Everything that the file of a happening shows."""
    here = happening_file(happening.id)
    return {
        "name": quote(desk, happening.name),
        "count": len(happening.tellings),
        "named": desk.lines(happening.name, here),
        "when": _when(desk, happening, here),
        "borrowing": sum(map(happening.borrows, happening.tellings)),
        "where": [(quote(desk, text), desk.lines(text, here)) for text in happening.where],
        "tellings": [_telling(desk, happening, telling, here) for telling in happening.tellings],
        "alone": [_alone(desk, telling, here) for telling in happening.tellings],
        "passages": list(_passages(desk, happening, here)),
        "names": _names(desk, happening, here),
    }


def entry(desk: Desk, article: Article, here: str) -> View:
    """An article by its title, its paper and day, and what must be known of it."""
    issue = desk.library.issue_of(article)
    link_, tags = desk.opens(article, here), desk.tags(article)
    return {"link": link_, "tags": tags, "issue": desk.issue_line(issue), "seal": desk.seal(issue)}


def opens(desk: Desk, happening: Happening, here: str) -> Md:
    """A link to the file of a happening by its printed name."""
    return link(desk.excerpt(happening.name.value, NAME), here, happening_file(happening.id))


def _days(desk: Desk, dated: Date) -> str:
    return desk.words.days(dated.start, dated.end) if dated.start and dated.end else desk.words("undated")


def _when(desk: Desk, happening: Happening, here: str) -> View | None:
    """When it was: the days, the printed words for them with their line and rule, and the article that prints them."""
    if happening.date is None:
        return None
    return {
        "days": _days(desk, happening.date),
        "expression": happening.date.text.value,
        "lines": desk.lines(happening.date.text, here),
        "how": says("dates", happening.date.rule),
        "lender": desk.opens(desk.article[happening.lender], here),
    }


def _telling(desk: Desk, happening: Happening, telling: Telling, here: str) -> View:
    """One article: what it says, its own day or the one it borrows, and why it belongs here."""
    article = desk.article[telling.article]
    own = [proof for to, name, proof in happening.ties if name == telling.article]
    return entry(desk, article, here) | {
        "genre": desk.genre(article),
        "said": quote(desk, telling.words),
        "lines": Md(desk.lines(telling.words, here) + _doubted(desk, article, telling.words, here)),
        "expression": telling.date.text.value if telling.date else "",
        "dated": desk.lines(telling.date.text, here) if telling.date else Md(""),
        "days": _days(desk, telling.date) if telling.date else "",
        "borrows": _lent(desk, happening, here) if happening.borrows(telling) else None,
        "lacks": telling.lacks,
        "proofs": [proof_view(desk, proof.turned, here) for proof in own],
    }


def _lent(desk: Desk, happening: Happening, here: str) -> View | None:
    """The day that another article prints: the days, and its line."""
    if happening.date is None:
        return None
    return {"days": _days(desk, happening.date), "lines": desk.lines(happening.date.text, here)}


def proof_view(desk: Desk, proof: Proof, here: str) -> View:
    """Why two articles belong together: the reason in words, and the printed words of both with their lines."""
    rule = table("links").get(proof.why.removeprefix("links."), {}) if proof.why.startswith("links.") else {}
    return {
        "why": rule.get("says", ""),
        "name": "" if rule else proof.why,
        "mine": quote(desk, proof.a),
        "my_lines": desk.lines(proof.a, here),
        "other": quote(desk, proof.b),
        "other_lines": desk.lines(proof.b, here),
    }


def _alone(desk: Desk, telling: Telling, here: str) -> View:
    """The sentences of an article that hold what the others lack: some open, the others folded away."""
    article = desk.article[telling.article]
    told = [
        (quote(desk, text), Md(desk.lines(text, here) + _doubted(desk, article, text, here))) for text in telling.alone
    ]
    return entry(desk, article, here) | {"open": told[:ALONE], "folded": told[ALONE:]}


def _doubted(desk: Desk, article: Article, text: Text, here: str) -> Md:
    """A mark behind words of which the article doubts some, that leads to its doubts; else nothing."""
    if not any(doubt.text.begins_in(text) for doubt in open_doubts(article)):
        return Md("")
    target = relative(here, article_file(article.id), "doubts")
    return Md(f" [{inside(desk.words('doubts'))}]({target}){{.tag .doubted}}")


def _passages(desk: Desk, happening: Happening, here: str) -> Iterator[View]:
    """The passages that two of its articles print alike."""
    own = frozenset(happening.articles)
    for name in happening.articles:
        for tie in desk.library.links_of(name):
            if tie.kind == "contains" and tie.a == name and tie.b in own:
                articles = desk.opens(desk.article[tie.a], here), desk.opens(desk.article[tie.b], here)
                yield from (proof_view(desk, proof, here) | {"articles": articles} for proof in tie.proofs)


def _names(desk: Desk, happening: Happening, here: str) -> list[View]:
    """The names that at least two of its articles print, and where each prints them."""
    own = frozenset(happening.articles)
    places: dict[str, dict[Text, Md]] = {}
    for name in happening.articles:
        for tie in desk.library.links_of(name):
            if tie.kind == "shares" and tie.a == name and tie.b in own:
                for proof in tie.proofs:
                    found = places.setdefault(proof.why, {})
                    found |= {text: desk.lines(text, here) for text in (proof.a, proof.b)}
    return [{"name": name, "lines": list(dict.fromkeys(found.values()))} for name, found in places.items()]


# ── what an article takes from a happening ────────────────────


def told_together(desk: Desk, article: Article, here: str) -> list[View]:
    """What an article tells together with others: a link to each, and how many tell of it."""
    return [
        {"link": opens(desk, one, here), "count": len(one.articles)} for one in desk.library.happenings_of(article.id)
    ]


def borrowed(desk: Desk, article: Article, here: str) -> list[View]:
    """The rows of an article's timeline whose day another article prints, and marked so."""
    return list(_borrowed(desk, article, desk.library.happenings_of(article.id), here))


def _borrowed(desk: Desk, article: Article, told: Iterable[Happening], here: str) -> Iterator[View]:
    for happening in told:
        own = next(telling for telling in happening.tellings if telling.article == article.id)
        if happening.date is None or not happening.borrows(own):
            continue
        yield {
            "when": _days(desk, happening.date),
            "start": happening.date.start,
            "end": happening.date.end,
            "precision": happening.date.precision,
            "expression": happening.date.text.value,
            "said": quote(desk, own.words),
            "lines": desk.lines(own.words, here),
            "how": says("dates", happening.date.rule),
            "status": "unknown",
            "doubt": "",
            "clause": own.words.value,
            "sentences": [own.words],
            "seal": desk.seal(desk.library.issue_of(article)),
            "article": desk.opens(article, here),
            "home": article.id,
            "borrowed": desk.lines(happening.date.text, here),
            "lender": link(desk.name(desk.article[happening.lender]), here, article_file(happening.lender)),
        }
