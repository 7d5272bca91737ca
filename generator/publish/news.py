"""New in each issue (本期新知): names it is the first to print, figures that changed, loose ends opened or closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..model import Changed, Direction, First, Issue, IssueNews, LooseEnd
from ..text import Text
from .address import CHANGES, DATA, NEWS, link, page_file
from .changes_values import difference
from .desk import Desk
from .escape import Md, escape
from .sheet import Settings, Sheet, titled
from .spreadsheet import SOURCE, source_cells, spreadsheet
from .tables.cells import opens
from .teller import Teller

View = dict[str, Any]
KINDS = ("initiative", "place", "organisation", "person", "document", "pairing")
MOST = 60  # issues that the page shows, the newest; all are in the file to carry away
NAMES = 80  # names of one kind that an issue shows
TOLD_APART = 30  # issues of a collection in which those of unknown order are named one by one
MARKS = "“”《》"
FILE = "news.csv"
FEED = "feed.xml"


def news_sheets(desk: Desk, _settings: Settings) -> Iterator[Sheet]:
    """The page of what is new."""
    view = news_view(desk)
    yield Sheet(NEWS, "news.md", titled(desk.words("news_title"), "table.html"), view)


def news_files(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The same to carry away."""
    rows = (row for one in desk.library.news for row in _plain(desk, one))
    columns = ("news_kind", "news_name", "col_text", "news_order", *SOURCE)
    if desk.library.news:
        yield FILE, spreadsheet(desk, columns, rows)


def news_view(desk: Desk) -> View:
    """Issue by issue, the earliest first."""
    told = desk.library.news
    teller = Teller(desk, NEWS)
    left = len(told) - MOST
    return {
        "intro": desk.words("news_intro", count=len(told)) if told else desk.words("news_none"),
        "left": desk.words("news_left", most=MOST, left=left) if left > 0 else "",
        "issues": [_issue(teller, one) for one in told[-MOST:]],
        "table": link(desk.words("news_file"), NEWS, f"{DATA}/{FILE}") if told else Md(""),
        "feed": link(desk.words("news_feed"), NEWS, f"{DATA}/{FEED}") if told else Md(""),
    }


def issue_of(desk: Desk, one: IssueNews) -> Issue:
    """The issue that the news is of."""
    return desk.library.page_of[one.seeds[0]].issue


def _issue(teller: Teller, one: IssueNews) -> View:
    desk = teller.desk
    issue = issue_of(desk, one)
    known = desk.seal(issue)
    pages = (link(_page(desk, seed), NEWS, page_file(seed)) for seed in one.seeds)
    return {
        "anchor": f"i-{one.seeds[0]}",
        "seal": known,
        "heading": f"{desk.paper(issue)}　{desk.dated(issue)}",
        "pages": Md(desk.words("comma").join(pages)),
        "order": _order(desk, one),
        "items": [*_items(teller, one)],
    }


def _page(desk: Desk, seed: str) -> str:
    page = desk.library.page_of[seed]
    return desk.numbered(page.issue) if page.issue.page else page.seed.name


def _order(desk: Desk, one: IssueNews) -> str:
    """Before or after which other issues it came is not known: their names, where they are few."""
    if not one.unordered:
        return ""
    if len(desk.library.news) > TOLD_APART or one.days is None:
        return desk.words("news_unordered_count", count=one.unordered)
    others = [other for other in desk.library.news if other is not one and _may_meet(one, other)]
    names = (f"{desk.paper(issue_of(desk, other))}{desk.dated(issue_of(desk, other))}" for other in others)
    return desk.words("news_unordered", issues=desk.words("reason_comma").join(names))


def _may_meet(one: IssueNews, other: IssueNews) -> bool:
    if one.days is None or other.days is None:
        return True
    return one.days.start <= other.days.end and other.days.start <= one.days.end


def _items(teller: Teller, one: IssueNews) -> Iterator[tuple[str, Md]]:
    """What is new, kind by kind, each with its line."""
    say = teller.desk.words
    for kind in KINDS:
        found = [first for first in one.firsts if first.type == kind]
        if found:
            yield say(f"news_{kind}", count=len(found)), _names(teller, found)
    if one.changed:
        yield say("news_changed"), _rows(_change(teller, changed) for changed in one.changed)
    if one.opened:
        yield say("news_opened", count=len(one.opened)), _rows(_end(teller, end) for end in one.opened)
    if one.closed:
        yield say("news_closed", count=len(one.closed)), _rows(_end(teller, end) for end in one.closed)
    if one.unsettled:
        yield say("news_unsettled", count=len(one.unsettled)), _names(teller, one.unsettled)


def _rows(rows: Iterable[Md]) -> Md:
    return Md("<br>".join(rows))


def _names(teller: Teller, firsts: Sequence[First]) -> Md:
    """Names, each a link to the line that prints it first."""
    say = teller.desk.words
    between = say("reason_comma" if firsts[0].sides else "comma")  # the sides of a pairing are joined by commas
    named = Md(between.join(_name(teller, first) for first in firsts[:NAMES]))
    left = len(firsts) - NAMES
    return Md(f"{named}{escape(say('news_names_left', left=left))}") if left > 0 else named


def _name(teller: Teller, first: First) -> Md:
    """A name as the page prints it, else (我市) as the site says it, linked to its line."""
    desk = teller.desk
    called = first.name.rpartition("/")[2] if first.type == "place" else first.name
    if first.sides:
        words = Md(desk.words("pairing_sides").join(teller.several(side) for side in first.sides))
    else:
        words = teller.words(first.text) if called.strip(MARKS) in first.text.value else escape(called)
    seed, line, _ = desk.library.lines_of(first.text)[0]
    return link(Md(f'<span class="name">{words}</span>'), teller.here, page_file(seed), f"L{line}")


def _change(teller: Teller, changed: Changed) -> Md:
    """What a figure was, what it is now, and the difference, when one is reckoned."""
    desk = teller.desk
    before, after = changed.before.figure, changed.after.figure
    what = link(changed.series.subject, teller.here, CHANGES, changed.series.id)
    was = teller.cell(teller.figure(before), desk.lines(before.text, teller.here))
    now = teller.cell(teller.figure(after), desk.lines(after.text, teller.here))
    step = changed.after.step
    reckoned = () if step is None else (escape(difference(desk.words, step, after)), teller.tag("computed", "computed"))
    return teller.cell(what, Md(f"{was} → {now}"), *reckoned)


def _end(teller: Teller, end: LooseEnd) -> Md:
    """An article, and the mark that says where its other half is."""
    article = teller.desk.article[end.article]
    side = "missing_before" if end.jump.direction is Direction.FROM else "missing_after"
    said = () if end.jump.joined else (escape(teller.desk.words(side)),)
    return teller.cell(opens(teller, article), *said, teller.placed(end.jump.text))


def _plain(desk: Desk, one: IssueNews) -> Iterator[tuple[str, ...]]:
    for order, firsts in (("news_sure", one.firsts), ("news_open", one.unsettled)):
        for first in firsts:
            kind = desk.words(f"news_is_{first.type}")
            yield kind, first.name, first.text.value, desk.words(order), *_source(desk, first.article, first.text)
    for changed in one.changed:
        text = changed.after.figure.text
        said = f"{changed.before.figure.text.value} → {text.value}"
        source = _source(desk, changed.after.article, text)
        yield desk.words("news_changed"), changed.series.subject, said, "", *source
    for key, ends in (("news_is_opened", one.opened), ("news_is_closed", one.closed)):
        for end in ends:
            title = desk.title(desk.article[end.article]).words
            yield desk.words(key), title, end.jump.text.value, "", *_source(desk, end.article, end.jump.text)


def _source(desk: Desk, article: str, text: Text) -> tuple[str, ...]:
    return source_cells(desk, desk.article[article], text)
