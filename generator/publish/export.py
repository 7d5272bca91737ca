"""Articles as data: one JSON object each, with the fields that the contract in `docs/about/data.md` names.

Offsets are Unicode code points in the decoded seed, half-open; `spans` lists `[start, end]` pairs in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model import (
    Article,
    Authority,
    Block,
    Byline,
    Claim,
    Correction,
    DateRange,
    Doubt,
    Happening,
    Jump,
    Kind,
    Library,
    Link,
    Page,
    Repeat,
)
from ..rules import table
from ..text import Text, is_blank
from .export_facts import borrowed_event, told
from .placing import Home, Record


def records(library: Library) -> Iterator[Record]:
    """One record for each article, in the order of the library."""
    for article in library.articles:
        yield _Article(library, article.seeds[0]).record(article)


def furniture(library: Library) -> Iterator[Record]:
    """One record for each block that is no article's: its seed, kind, words, place and the rule that decided."""
    for page in library.pages:
        home = Home(library, page.seed.id)
        for block in page.furniture:
            yield {"seed": page.seed.name, "kind": str(block.kind), "why": block.why, **home.placed(block.text)}


class _Article(Home):
    """Writes one article down."""

    __slots__ = ()

    def record(self, article: Article) -> Record:
        page = self.library.page_of[self.seed]
        facts = self.library.facts[article.id]
        return {
            "id": article.id,
            "seeds": [self.name(seed) for seed in article.seeds],
            "kind": article.sort if article.sort and article.kind == "article" else article.kind,
            "genre": article.genre,
            "column": article.column and article.column.value,
            **self.issue(page),
            **self.heads(article),
            "byline": self.byline(article.byline),
            "dateline": self.dateline(article),
            **self.body(article),
            "captions": [self.placed(block.text) for block in article.captions],
            **self.jumps(article),
            "summary": [
                {"paragraph": sentence.paragraph, **self.placed(sentence.text)}
                for sentence in self.library.summaries[article.id]
            ],
            **_with_borrowed(self, article, told(self, facts)),
            "jump_heads": [self.placed(block.text) for block in article.blocks if block.kind is Kind.JUMP_HEAD],
            "repeats": [self.repeat(repeat) for repeat in article.repeats],
            "swaps": self.swaps(article),
            "doubts": [self.doubt(doubt) for doubt in article.doubts],
            "corrections": [self.correction(one) for one in (*_of_the_issue(page), *article.corrections)],
            "related": _related(self.library, article.id),
        }

    def issue(self, page: Page) -> Record:
        issue = page.issue
        dated = issue.dated.value if issue.dated else None
        return {
            "publication": {"name": issue.publication and issue.publication.value, **self.basis(issue.publication)},
            "issue_date": {**_days(dated), **self.basis(issue.dated)},
            "page": issue.page and issue.page.value,
        }

    def basis(self, claim: Claim[Any] | None) -> Record:
        if claim is None:
            return {"basis": None, "evidence": []}
        evidence = [self.placed(evidence.text) for evidence in claim.evidence]
        return {"basis": str(claim.basis), "evidence": evidence} | (
            {"given": _signed(claim.given)} if claim.given else {}
        )

    def heads(self, article: Article) -> Record:
        heads = {"kicker": article.kicker, "title": article.headline, "subtitle": article.deck}
        words = {name: head and head.value for name, head in heads.items()}
        return words | {f"{name}_spans": self.spans(head or Text(), self.seed) for name, head in heads.items()}

    def byline(self, byline: Byline) -> Record:
        return {
            "reporters": _words(byline.reporters),
            "correspondents": _words(byline.correspondents),
            "photographers": _words(byline.photographers),
            "agency": byline.agency and byline.agency.value,
            **self.where(Text.join(byline.texts)),
        }

    def dateline(self, article: Article) -> Record | None:
        dateline = article.dateline
        if dateline is None:
            return None
        day = dateline.day and dateline.day.isoformat()
        return {"place": dateline.place and dateline.place.value, "date": day, **self.where(dateline.text)}

    def body(self, article: Article) -> Record:
        paragraphs = [self.paragraph(block) for block in article.body]
        joined = "".join(("" if entry.get("continues") else "\n") + entry["text"] for entry in paragraphs)
        return {"paragraphs": paragraphs, "text": joined.removeprefix("\n")}

    def paragraph(self, block: Block) -> Record:
        role = "body" if block.kind == "paragraph" else str(block.kind)
        return {"role": role, **self.placed(block.text)} | ({"continues": True} if block.continues else {})

    def jumps(self, article: Article) -> Record:
        joined = [jump for jump in article.jumps if jump.joined]
        return {
            "continued_from": self.loose(article.begins_elsewhere),
            "continued_on": self.loose(article.ends_elsewhere),
            "joined": [
                {
                    "marker": jump.text.value,
                    "seed": self.name(jump.text.seeds[0]),
                    "spans": self.spans(jump.text, jump.text.seeds[0]),
                }
                for jump in joined
            ],
        }

    def loose(self, jump: Jump | None) -> Record | None:
        return {"page": jump.page, "article": None, **self.where(jump.text)} if jump else None

    def doubt(self, doubt: Doubt) -> Record:
        words = table("doubts")[doubt.what.removeprefix("doubts.")]
        settled = doubt.settled and {"answer": doubt.settled.now, **_signed(doubt.settled.said)}
        known = {"what": words["says"], **self.where(doubt.text), "advice": words.get("advice", ""), "settled": settled}
        return known | ({"near": list(doubt.near)} if doubt.near else {})

    def correction(self, correction: Correction) -> Record:
        changes = [[change.at, change.printed.value, change.put] for change in correction.changes]
        words = {"what": correction.what, "was": correction.was, "now": correction.now, **_signed(correction.said)}
        return words | self.where(correction.text) | ({"changes": changes} if changes else {})

    def repeat(self, repeat: Repeat) -> Record:
        """A passage that does not count, and where it stands that it does, in the same seed."""
        return {**self.where(repeat.text), "of": self.spans(repeat.of, repeat.of.seeds[0])}

    def swaps(self, article: Article) -> list[list[Any]]:
        """Each character shown otherwise than printed; one of another seed than the home one names it as a fourth."""
        sources = {seed: self.library.page_of[seed].seed.source for seed in article.seeds}
        found = [swap for block in article.blocks for swap in block.text.swaps(sources) if not is_blank(swap[1])]
        away = {seed: [] if seed == self.seed else [self.name(seed)] for seed in article.seeds}
        return [[span.start, was, now, *away[span.seed]] for span, was, now in sorted(found)]


def _of_the_issue(page: Page) -> Iterator[Correction]:
    """What a person gave of a page's issue: every article on the page has it."""
    return (correction for correction in page.corrections if not correction.text)


def _signed(said: Authority) -> Record:
    """Who says so, on which day, and why."""
    return {"by": said.by, "when": said.on and said.on.isoformat(), "why": said.why or None}


def _words(texts: Iterable[Text]) -> list[str]:
    return [text.value for text in texts]


def _days(days: DateRange | None) -> Record:
    return {"start": days and days.start.isoformat(), "end": days and days.end.isoformat()}


def _with_borrowed(home: _Article, article: Article, facts: Record) -> Record:
    """The facts of an article, and among its events those whose day another article prints."""
    lent = [borrowed for one in home.library.happenings_of(article.id) if (borrowed := _borrowed(home, article, one))]
    return facts | {"events": [*facts["events"], *lent]}


def _borrowed(home: _Article, article: Article, happening: Happening) -> Record | None:
    """An event whose day is printed in another article of the same happening, and where; None when none is lent."""
    telling = next(one for one in happening.tellings if one.article == article.id)
    if happening.date is None or not happening.borrows(telling):
        return None
    return borrowed_event(home, telling.words, happening.date, happening.lender)


def _related(library: Library, article: str) -> list[Record]:
    """The links that touch an article, seen from it."""
    return [
        {
            "id": link.b if link.a == article else link.a,
            "kind": link.kind,
            "why": [_reason(why) for why in link.why],
            **({"events": together} if (together := _together(library, link)) else {}),
        }
        for link in library.links_of(article)
    ]


def _reason(why: str) -> str:
    """A name that two articles print, or what a rule says of them."""
    rule = table("links").get(why.removeprefix("links."), {}) if why.startswith("links.") else {}
    return str(rule.get("says", why))


def _together(library: Library, link: Link) -> list[str]:
    """The ids of what two articles report together; none for a link of another kind."""
    told = library.happenings_of(link.a) if link.kind == "same_event" else ()
    return [happening.id for happening in told if link.b in happening.articles]
