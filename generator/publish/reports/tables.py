"""The tables of a report: facts as every table of the site shows them, and the same items in several issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Protocol

from ...model import Article, Event, Facts, Issue, Mention, Promise
from ...model.reports import Answer, Comparison, Found, Item, Parts
from ...text import Text
from ..address import link, page_file
from ..article import at_line, linked
from ..desk import Desk
from ..drawings import drawn_in
from ..drawn_values import WIDTHS, cited_drawing, pairing_matrix
from ..escape import Md, escape, tagged
from ..facts import KINDS
from ..lists import entry
from ..promises import marked
from ..subject import sentence_of
from ..teller import Teller
from ..timeline import in_order, timeline

View = dict[str, Any]
Row = tuple[Md, ...]
DOUBTED = "doubted"
JUDGED = "judged"  # the look of what a person decided


class Pen(Protocol):
    """Writes the editor's words for a file."""

    @property
    def desk(self) -> Desk:
        """The editor's desk."""

    @property
    def here(self) -> str:
        """The file that is written."""

    def inside(self, parts: Parts) -> Md:
        """Parts for the middle of a line."""


def told(pen: Pen, answer: Answer) -> View:
    """What was asked for, as a table or, of articles, as a list."""
    title = pen.inside(answer.title)
    if answer.kind == "articles":
        return {"kind": "articles", "title": title, "articles": [_story(pen, row) for row in answer.rows]}
    head, rows = {"timeline": _events, "promises": _promises}.get(answer.kind, _facts)(pen, answer)
    drawing = {"timeline": _lanes, "pairings": _matrix}.get(answer.kind, _undrawn)(pen, answer)
    homes = {str(row[-1]): row[-1] for row in rows}
    note = Md("")
    if len(homes) == 1:
        # One article for all rows is named once, below them.
        note = Md(pen.desk.words("report_all_found", where=next(iter(homes.values()))))
        head, rows = head[:-1], [row[:-1] for row in rows]
    shown = {"title": title, "note": note, "drawing": drawing, "head": head, "rows": rows}
    return {"kind": "grid", "look": answer.kind, **shown}


def _facts(pen: Pen, answer: Answer) -> tuple[list[Md], list[Row]]:
    """The facts, told as in the articles that they are from, which stand in the last column."""
    desk, teller = pen.desk, Teller(pen.desk, pen.here)
    _, columns, write = next(kind for kind in KINDS if kind[0] == answer.kind)
    rows = [
        (*cells, _seen(pen, article))
        for article, found in _by_article(desk, answer.rows)
        for cells in write(teller, _only(answer.kind, found))
    ]
    return [escape(desk.words(column)) for column in (*columns, "report_found")], rows


def _only(kind: str, found: Sequence[Found]) -> Facts:
    """The facts of one kind that were found, as an article has them."""
    chosen: dict[str, Any] = {kind: tuple(row.fact for row in found)}
    return Facts(**chosen)


def _by_article(desk: Desk, rows: Sequence[Found]) -> Iterator[tuple[Article, list[Found]]]:
    for name, group in groupby(rows, key=lambda row: row.article):
        yield desk.article[name], list(group)


def _seen(pen: Pen, article: Article) -> Md:
    """In which article of which issue."""
    desk = pen.desk
    where = _where(pen, desk.library.issue_of(article))
    return Md(f'{desk.opens(article, pen.here)} <span class="source-line">{where}</span>')


def _where(pen: Pen, issue: Issue) -> Md:
    """Which paper of which day, as far as it is known."""
    desk = pen.desk
    return escape(desk.words("report_of_issue", paper=desk.paper(issue), date=desk.dated(issue)))


def _events(pen: Pen, answer: Answer) -> tuple[list[Md], list[Row]]:
    """Dated sentences, the earliest first."""
    teller = Teller(pen.desk, pen.here)
    rows, _ = _dated(pen, answer)
    return (
        [escape(pen.desk.words(key)) for key in ("when", "printed_words", "how", "report_found")],
        [_event(teller, pen, one, pen.desk.article[one["home"]]) for one in rows],
    )


def _dated(pen: Pen, answer: Answer) -> tuple[list[View], Md]:
    """The rows of a timeline with their numbers, and its lanes."""
    rows = []
    for article, found in _by_article(pen.desk, answer.rows):
        asked = [row.fact.sentence for row in found if isinstance(row.fact, Event)]
        own = timeline(pen.desk, article, pen.here)
        rows += [one for one in own if any(text in asked for text in one["sentences"])]
    return drawn_in(pen.desk, in_order(rows), pen.here)


def _lanes(pen: Pen, answer: Answer) -> Md:
    return _dated(pen, answer)[1]


def _matrix(pen: Pen, answer: Answer) -> Md:
    """Who helps which town, of the pairings asked for."""
    asked = [row.fact for row in answer.rows]
    pairs = (pair for pair in pen.desk.library.paired if any(one.pairing in asked for one in pair.prints))
    return pairing_matrix(pen.desk, pairs, pen.here)


def _undrawn(_pen: Pen, _answer: Answer) -> Md:
    return Md("")


def _event(teller: Teller, pen: Pen, one: View, article: Article) -> Row:
    status = one["status"]
    tag = teller.tag(status, status) if status in ("planned", "ongoing") else Md("")
    doubted = teller.tag(DOUBTED, "doubts") if one["doubt"] else Md("")
    said = Md(f'<span class="printed">{escape(one["said"])}</span>')
    why = pen.desk.words("because_doubtful", why=one["doubt"]) if one["doubt"] else ""
    how = escape(pen.desk.words("quoted", words=one["expression"]) + " " + one["how"] + why)
    return (
        teller.cell(Md(f"{one['mark']}**{escape(one['when'])}**"), tag, doubted),
        teller.cell(said, one["lines"]),
        how,
        _seen(pen, article),
    )


def _promises(pen: Pen, answer: Answer) -> tuple[list[Md], list[Row]]:
    """What was said to come, and what later issues report; whether it is met says only the editor."""
    head = [escape(pen.desk.words(key)) for key in ("promises_said", "promises_followed", "report_found")]
    return head, [_promise(pen, row, row.fact) for row in answer.rows if isinstance(row.fact, Promise)]


def _promise(pen: Pen, row: Found, one: Promise) -> Row:
    desk, teller = pen.desk, Teller(pen.desk, pen.here)
    said = teller.cell(
        teller.words(one.speaker), teller.placed(one.sentence, one.doubt), teller.tag("planned", "planned")
    )
    later = [_printed_later(pen, other.sentence, marked(other.sentence.value, other.shared)) for other in one.later]
    met = [_printed_later(pen, text, escape(text.value)) for text in row.met]
    if met:
        later += [teller.tag(JUDGED, "report_met"), *met]
    silent = Md(f'<span class="blank">{escape(desk.words("not_seen"))}</span>')
    return said, Md("<br>".join(later)) or silent, _seen(pen, desk.article[row.article])


def _printed_later(pen: Pen, text: Text, shown: Md) -> Md:
    """Words of a later issue, with their lines and the issue."""
    where = _where(pen, pen.desk.library.page_of[text.seeds[0]].issue)
    return Md(f'<span class="printed">{shown}</span> {_lines(pen, text)} <span class="source-line">{where}</span>')


def _story(pen: Pen, row: Found) -> View:
    """An article, and the sentence that is the reason why it is listed."""
    desk, article = pen.desk, pen.desk.article[row.article]
    shown = entry(desk, article, pen.here) | {"sentence": "", "where": ""}
    if row.naming is None:
        return shown
    sentence = _round(desk, article, row.naming)
    seed, first, _ = desk.library.lines_of(row.naming)[0]
    marks = [(row.naming, at_line(desk, seed, first, pen.here))] if sentence != row.naming else []
    return shown | {"sentence": linked(desk, sentence, marks), "where": desk.lines(sentence, pen.here)}


def _round(desk: Desk, article: Article, words: Text) -> Text:
    """The sentence round some words; themselves where they are one."""
    mentions = desk.library.facts[article.id].mentions
    named: Mention | None = next((one for one in mentions if one.text == words), None)
    return sentence_of(article, named) if named else words


def labelled(label: str, cell: Md) -> Md:
    """A cell that knows the head of its column: on a phone, where rows are cards, it stands before it."""
    return Md(f'{cell} {{ data-label="{tagged(label)}" }}') if cell and label else cell


def comparison(pen: Pen, table: Comparison) -> View:
    """The same items in several issues: one column for each, and what became of it."""
    desk = pen.desk
    issues = [_issue(pen, seed) for seed in table.issues]
    days = [desk.dated(desk.library.page_of[seed].issue) for seed in table.issues]
    return {
        "title": pen.inside(table.title),
        "note": desk.words("report_as_printed"),
        "drawing": cited_drawing(
            desk, (text for item in table.items for cell in item.cells for text in cell), pen.here, WIDTHS
        ),
        "head": [escape(desk.words("report_item")), *issues, escape(desk.words("report_change"))],
        "rows": [_item(pen, item, days) for item in table.items],
    }


def _issue(pen: Pen, seed: str) -> Md:
    return link(_where(pen, pen.desk.library.page_of[seed].issue), pen.here, page_file(seed))


def _item(pen: Pen, item: Item, days: Sequence[str]) -> Row:
    cells = (_values(pen, texts) for texts in item.cells)
    return (
        pen.inside(item.name),
        *map(labelled, days, cells),
        labelled(pen.desk.words("report_change"), _change(pen, item)),
    )


def _values(pen: Pen, texts: Sequence[Text]) -> Md:
    if not texts:
        return Md(f'<span class="blank">{escape(pen.desk.words("report_untold"))}</span>')
    shown = (f'<span class="value printed">{escape(text.value)}</span> {_lines(pen, text)}' for text in texts)
    return Md("<br>".join(shown))


def _lines(pen: Pen, text: Text) -> Md:
    return pen.desk.lines(text, pen.here)


def _change(pen: Pen, item: Item) -> Md:
    desk, change = pen.desk, item.change
    if change.difference:
        tag = f'<span class="tag computed">{escape(desk.words("computed"))}</span>'
        return Md(f"{escape(change.difference)} {tag}")
    return escape(desk.words(f"change_{change.why}"))
