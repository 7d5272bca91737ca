"""Values and differences in words, and the same in a table that a reader carries away."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Figure, Point, Series, Step
from ..rules import rules
from .desk import Desk
from .sheet import Settings
from .spreadsheet import spreadsheet
from .words import Words

LARGE = ((Decimal(100_000_000), "hundred_millions"), (Decimal(10_000), "ten_thousands"))
HEAD = (
    "csv_series",
    "csv_subject",
    "csv_states",
    "csv_value_kind",
    "csv_compared",
    "csv_place",
    "csv_whose",
    "csv_campaign",
    "csv_printed",
    "csv_value",
    "csv_unit",
    "csv_status",
    "csv_from",
    "csv_to",
    "csv_dated_by",
    "csv_against",
    "csv_relation",
    "csv_difference",
    "csv_article",
    "csv_paper",
    "csv_issue",
    "csv_page",
    "csv_line",
    "csv_sentence",
)


def difference(say: Words, step: Step, figure: Figure) -> str:
    """What a value grew or shrank by: +17家, and of counts in per cent."""
    sign = "+" if step.difference > 0 else "−"
    amount = abs(step.difference)
    size, word = next(
        ((size, word) for size, word in LARGE if amount >= size and amount % (size / 100) == 0), (None, "")
    )
    number = f"{plain(amount / size)}{say(word)}" if size else plain(amount)
    said = say("change_by", sign=sign, number=number, unit=figure.unit)
    if step.share is None:
        return said
    return say("change_by_share", said=said, sign=sign, share=plain(round(abs(step.share) * 100, 1)))


def limited(one: Figure) -> str:
    """A figure as printed, with the word that limits it: 超2万家."""
    limit = one.qualifier
    if limit is None or not limit.spans or not one.text.spans or limit.value in one.text.value:
        return one.text.value
    return limit.value + one.text.value if limit.start < one.text.start else one.text.value + limit.value


def is_rough(figure: Figure) -> bool:
    """Whether a figure is printed as about, more or less than its value."""
    return figure.qualifier is not None or figure.value_max is not None


def plain(number: Decimal) -> str:
    """A number without needless zeros."""
    said = f"{number:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def changes_files(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every point of every series, a row each, in the order of the series."""
    rows = (_row(desk, one, point) for one in desk.library.series for point in (*one.points, *one.planned))
    yield "changes.csv", spreadsheet(desk, HEAD, rows)


def _row(desk: Desk, one: Series, point: Point) -> tuple[str, ...]:
    figure = point.figure
    article = desk.article[point.article]
    issue = desk.library.issue_of(article)
    told = point.dated_by or "nothing"
    seed, first, _ = desk.library.lines_of(figure.text)[0]
    return (
        one.id,
        one.subject,
        desk.words("comma").join(rules("series")[state].says for state in one.states),
        desk.words(f"kind_of_{figure.kind}"),
        one.compared,
        one.scope,
        one.whose,
        one.initiative,
        limited(figure),
        plain(figure.value) if figure.value is not None else "",
        figure.unit,
        desk.words(f"status_{figure.status}"),
        point.start.isoformat() if point.start else "",
        point.end.isoformat() if point.end else "",
        desk.words(f"dated_by_{told}"),
        limited(point.against) if point.against else "",
        desk.words(f"relation_{point.relation}") if figure.status == "reported" else "",
        plain(point.step.difference) if point.step else "",
        point.article,
        issue.publication.value if issue.publication else "",
        desk.dated(issue),
        desk.library.page_of[seed].seed.name,
        str(first),
        point.sentence.value,
    )
