"""The same items in several issues, side by side: who says that they are the same is the editor, who computes is we."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ...errors import ReportError
from ...model import Figure, Issue, Point
from ...model.reports import Asked, Change, Comparison, Item, Parts, Printed, Query, Words
from ...rules import rules
from ...text import Text
from .ask import Desk
from .numbers import inked, numbers
from .shelf import Shelf
from .sums import Operand, hindered, paper_of, plain

NEVER = date.max
Key = tuple[object, ...]
Row = tuple[Parts, list[Text], str]  # its name, its figures, and why nothing is reckoned between them, if so


def compared(query: Query, title: Parts, desk: Desk) -> Comparison:
    """The comparison of the items that `rows` names, else of the indicators that the library has in several articles.

    Raises ReportError when it cannot be made.
    """
    shelf = desk.shelf
    rows = _named(query, shelf) if query.values("rows") else _known(query, desk)
    issues: dict[Key, str] = {}
    for _, texts, _ in rows:
        for text in texts:
            issues.setdefault(_key(text, shelf), text.seeds[0])
    ordered = sorted(issues, key=lambda key: (_days(issues[key], shelf), issues[key]))
    items = tuple(_item(row, ordered, issues, shelf) for row in rows)
    return Comparison(title, tuple(issues[key] for key in ordered), items)


def _named(query: Query, shelf: Shelf) -> list[Row]:
    """The items that the editor named, with the figures that each has in the issues."""
    asked = query.values("rows")
    if not all(one.under for one in asked):
        reason = "below `rows:` stands a line for each item: `  商会: [001#L272 118家, 000#L17 135家]`"
        raise ReportError(query.line, "report_rows", reason)
    return [((Words(one.under, one.line),), [quoted(words, one, shelf) for words in one.words], "") for one in asked]


def _known(query: Query, desk: Desk) -> list[Row]:
    """The indicators that several articles print and that are asked for, as far as those articles are."""
    ask = desk.ask(query)
    articles = {article.id: article for article in ask.articles}
    rows: list[Row] = []
    for series in desk.shelf.library.series:
        points = [point for point in series.points if point.article in articles]
        figures = [one.figure for one in points if ask.takes(articles[one.article], one.figure.text, one.figure.scope)]
        texts = [_whole(figure) for figure in figures]
        if len({text.seeds[0] for text in texts}) > 1:
            subject = points[-1].figure.subject
            name = Printed(subject) if subject else Words(series.subject, query.line)
            rows.append(((name,), texts, _unreckoned(points)))
    if not rows:
        reason = "no number is known for the same in several of these articles; name the items below `rows:`"
        raise ReportError(query.line, "report_changes_none", reason)
    return rows


def _unreckoned(points: Sequence[Point]) -> str:
    """Why nothing may be reckoned between the points of an indicator; empty where each goes on from the one before."""
    steps = pairwise(points)
    goes_on = (
        after.against is before.figure and (after.step or after.relation == "repeats") for before, after in steps
    )
    return "" if all(goes_on) else "unreckoned"


def _whole(figure: Figure) -> Text:
    """A figure with the word that limits it."""
    limit = figure.qualifier
    if limit is None or not limit.spans or limit.value in figure.text.value:
        return figure.text
    return Text.join(sorted((limit, figure.text), key=lambda text: text.start))


def quoted(words: str, asked: Asked, shelf: Shelf) -> Text:
    """The printed words that `001#L272 118家` means."""
    found = rules("reports")["item"].pattern.match(words)
    if not found:
        reason = f"`{words}` is no line and words; write it like `001#L272 118家`"
        raise ReportError(asked.line, "report_item", reason, words=words)
    return shelf.words(found["words"], shelf.place(found["place"], asked.line), asked.line)


def _issue(seed: str, shelf: Shelf) -> Issue:
    return shelf.library.page_of[seed].issue


def _key(text: Text, shelf: Shelf) -> Key:
    """What tells the issue of some words from others: paper and day, or the page where these are not known."""
    issue = _issue(text.seeds[0], shelf)
    if issue.publication is None or issue.dated is None:
        return (text.seeds[0],)
    return issue.publication.value, issue.dated.value


def _days(seed: str, shelf: Shelf) -> tuple[date, date]:
    dated = _issue(seed, shelf).dated
    return (dated.value.start, dated.value.end) if dated else (NEVER, NEVER)


def _item(row: Row, keys: Sequence[Key], issues: Mapping[Key, str], shelf: Shelf) -> Item:
    name, texts, why = row
    cells = tuple(tuple(text for text in texts if _key(text, shelf) == key) for key in keys)
    told = [(issues[key], cell) for key, cell in zip(keys, cells, strict=True) if cell]
    change = _change(told, shelf)
    return Item(name, cells, Change(why=why) if why and change.difference else change)


def _change(told: Sequence[tuple[str, tuple[Text, ...]]], shelf: Shelf) -> Change:
    """What became of an item, from its first issue to its last."""
    if len(told) == 1:
        return Change(why="once")
    found = [[Operand(number, text) for text in cell for number in numbers(inked(text.value))] for _, cell in told]
    if any(len(cell) != 1 for cell in found):
        return Change(why="words")
    first, last = found[0][0], found[-1][0]
    why = _hindrance(first, last, [_days(seed, shelf) for seed, _ in told], shelf)
    if why:
        return Change(why=why)
    difference = last.number.value - first.number.value
    if difference == 0:
        return Change(why="same")
    sign = "+" if difference > 0 else "-"
    return Change(f"{sign}{plain(_exact(difference))}{_unit(last)}")


def _hindrance(first: Operand, last: Operand, days: Sequence[tuple[date, date]], shelf: Shelf) -> str:
    """Why nothing is computed; empty when nothing speaks against it."""
    hindering = next((why for why in (hindered(first, shelf), hindered(last, shelf)) if why), "")
    if hindering:
        return hindering
    if paper_of(first.text, shelf) != paper_of(last.text, shelf):
        return "papers"
    if first.number.unit != last.number.unit or first.number.nth:
        return "units"
    return "unordered" if any(one[1] >= other[0] for one, other in pairwise(days)) else ""


def _exact(difference: Decimal) -> Decimal:
    return abs(difference)


def _unit(operand: Operand) -> str:
    """The unit behind a difference: of shares, it is counted in points."""
    return "个百分点" if operand.number.unit in ("%", "％") else operand.number.unit
