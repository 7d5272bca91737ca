"""说了什么，后来报了什么: what was said to come, and later sentences that share its words. Nothing is graded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ..model import Article, Later, Promise
from ..rules import rules
from .address import CHANGES, DATA, PROMISES, link, relative, subject_file
from .desk import Desk
from .escape import Md, escape
from .lists import issue_key
from .sheet import Settings, Sheet, titled
from .spreadsheet import reason, spreadsheet
from .teller import Teller
from .words import says

View = dict[str, Any]
TABLE = "promises.csv"
MOST = 60  # of each campaign and paper, so many of which no later report was seen; the table has all
EXCERPT = 90
HEAD = (
    "csv_said",
    "csv_kind",
    "csv_campaign",
    "csv_place",
    "csv_speaker",
    "csv_until",
    "col_doubt",
    "csv_tags",
    "csv_article",
    "csv_paper",
    "csv_issue",
    "csv_page",
    "csv_line",
    "csv_later",
    "csv_later_issue",
    "csv_later_page",
    "csv_later_line",
    "csv_shared",
)


def promises_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The one file of this room."""
    yield Sheet(PROMISES, "promises.md", titled(desk.words("promises_title"), "changes.html"), promises_view(desk))


def promises_view(desk: Desk) -> View:
    """Every sentence that says what is to come, those of one campaign and paper together."""
    listed = sorted(desk.library.promises, key=lambda one: _order(desk, one))
    groups = [
        _group(desk, number, list(some))
        for number, (_, some) in enumerate(groupby(listed, key=lambda one: _theme(desk, one)), 1)
    ]
    return {
        "groups": sorted(groups, key=lambda group: (bool(group["wire"]), not group["followed"])),
        "wired": any(group["wire"] for group in groups),
        "count": len(listed),
        "followed": sum(bool(one.later) for one in listed),
        "also": relative(PROMISES, CHANGES),
        "data": relative(PROMISES, f"{DATA}/{TABLE}"),
    }


def _theme(desk: Desk, one: Promise) -> tuple[bool, str, str, str]:
    article = desk.article[one.article]
    issue = desk.library.issue_of(article)
    return not one.campaign, one.campaign, issue.publication.value if issue.publication else "", _wire(article)


def _wire(article: Article) -> str:
    """The news agency that an article is of: it tells of other places than the paper's own."""
    return article.byline.agency.value if article.byline.agency else ""


def _order(desk: Desk, one: Promise) -> tuple[Any, ...]:
    page = desk.library.page_of[desk.article[one.article].seeds[0]]
    return _theme(desk, one), issue_key(page), one.article, one.sentence.start


def _group(desk: Desk, number: int, some: list[Promise]) -> View:
    first = some[0]
    article = desk.article[first.article]
    issue, wire = desk.library.issue_of(article), _wire(article)
    about = desk.subjects.get(("initiative", first.campaign))
    silent = [one for one in some if not one.later]
    return {
        "anchor": f"g{number}",
        "campaign": link(first.campaign, PROMISES, subject_file(about)) if about else first.campaign,
        "paper": issue.publication.value if issue.publication else desk.words("no_paper"),
        "wire": desk.words("promises_wire", agency=wire) if wire else "",
        "seal": desk.seal(issue),
        "followed": [_followed(desk, one) for one in some if one.later],
        "silent": [_said(desk, one, EXCERPT) for one in silent[:MOST]],
        "more": max(0, len(silent) - MOST),
    }


def _said(desk: Desk, one: Promise, longest: int) -> View:
    """The sentence as printed, who says it, where and when it was printed, and by when it is to be."""
    article = desk.article[one.article]
    teller = Teller(desk, PROMISES)
    return {
        "words": desk.excerpt(one.sentence.value, longest),
        "lines": desk.lines(one.sentence, PROMISES),
        "kind": says("promises", one.kind).partition("：")[0],
        "speaker": teller.words(one.speaker),
        "article": desk.opens(article, PROMISES),
        "issue": desk.dated(desk.library.issue_of(article)),
        "until": teller.when(one.until),
        "doubt": teller.doubt(one.doubt),
        "tags": desk.tags(article),
    }


def _followed(desk: Desk, one: Promise) -> View:
    return _said(desk, one, len(one.sentence)) | {"later": [_later(desk, later) for later in one.later]}


def _later(desk: Desk, later: Later) -> View:
    """A later sentence, the words that it shares marked in it."""
    article = desk.article[later.article]
    return {
        "words": marked(later.sentence.value, later.shared),
        "lines": desk.lines(later.sentence, PROMISES),
        "article": desk.opens(article, PROMISES),
        "issue": desk.dated(desk.library.issue_of(article)),
        "same_day": later.same_day,
        "shared": Md(desk.words("comma").join(f'<span class="printed">{escape(word)}</span>' for word in later.shared)),
        "series": _series(desk, later.series),
    }


def _series(desk: Desk, name: str) -> Md:
    """A link to the indicator that both sentences give a value of."""
    found = desk.series.get(name)
    if found is None:
        return Md("")
    said = desk.words("comma").join(rules("series")[state].says for state in found.states)
    return link(desk.words("shared_series", subject=f"{said}{found.subject}"), PROMISES, CHANGES, found.id)


def marked(sentence: str, words: Iterable[str]) -> Md:
    """A printed sentence in which some of its words are marked."""
    ranges = sorted((sentence.find(word), sentence.find(word) + len(word)) for word in words if word in sentence)
    parts: list[str] = []
    last = 0
    for start, end in ranges:
        if start >= last:
            parts += (escape(sentence[last:start]), f'<span class="shared">{escape(sentence[start:end])}</span>')
            last = end
    return Md("".join((*parts, escape(sentence[last:]))))


def promises_files(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every sentence that says what is to come, with each later one; a row each."""
    rows = (row for one in desk.library.promises for row in _rows(desk, one))
    yield TABLE, spreadsheet(desk, HEAD, rows)


def _rows(desk: Desk, one: Promise) -> Iterator[tuple[str, ...]]:
    article = desk.article[one.article]
    issue = desk.library.issue_of(article)
    said = (
        one.sentence.value,
        says("promises", one.kind).partition("：")[0],
        one.campaign,
        one.city,
        one.speaker.value if one.speaker else "",
        one.until.text.value if one.until else "",
        reason(one.doubt),
        desk.words("comma").join(_sorts(desk, article)),
        one.article,
        issue.publication.value if issue.publication else "",
        *_place(desk, one),
    )
    for later in one.later:
        yield (*said, later.sentence.value, *_place(desk, later), desk.words("comma").join(later.shared))
    if not one.later:
        yield (*said, desk.words("not_seen"), "", "", "", "")


def _sorts(desk: Desk, article: Article) -> Iterator[str]:
    """What sort of article it is: not whole, a commentary, of a news agency."""
    yield from map(desk.words, desk.tags(article))
    if wire := _wire(article):
        yield desk.words("promises_wire", agency=wire)


def _place(desk: Desk, one: Promise | Later) -> tuple[str, str, str]:
    """The issue, the page and the line of a sentence."""
    seed, first, _ = desk.library.lines_of(one.sentence)[0]
    issue = desk.library.issue_of(desk.article[one.article])
    return desk.dated(issue), desk.library.page_of[seed].seed.name, str(first)
