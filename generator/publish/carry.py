"""The collection as data to carry away: every article as JSON with its schema, and tables of what they tell."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib.resources import files

from ..model import Date, Figure
from .desk import Desk
from .export import records
from .sheet import Settings
from .spreadsheet import SOURCE, source_cells, spreadsheet
from .words import says

Row = tuple[str, ...]
FIGURES = (
    "carry_printed",
    "carry_qualifier",
    "carry_value",
    "carry_value_max",
    "carry_unit",
    "carry_subject",
    "col_kind",
    "carry_status",
    "carry_scope",
    "carry_as_of",
    "carry_comparison",
    "col_doubt",
)
EVENTS = ("carry_start", "carry_end", "carry_printed", "carry_status", "carry_sentence", "col_doubt")
MENTIONS = ("carry_type", "carry_name", "carry_printed", "carry_role", "col_doubt")


def carried(desk: Desk, _settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The files of the whole collection, below `docs/data/`."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records(desk.library))
    yield "articles.jsonl", "".join(lines).encode()
    yield "schema.json", (files(__package__) / "schema.json").read_bytes()
    for name, columns, rows in (
        ("figures.csv", FIGURES, _figures(desk)),
        ("events.csv", EVENTS, _events(desk)),
        ("mentions.csv", MENTIONS, _mentions(desk)),
    ):
        yield name, spreadsheet(desk, (*columns, *SOURCE), rows)


def _figures(desk: Desk) -> Iterator[Sequence[str]]:
    for article in desk.library.articles:
        for figure in desk.library.facts[article.id].figures:
            yield (*_figure(desk, figure), *source_cells(desk, article, figure.text))


def _figure(desk: Desk, figure: Figure) -> Row:
    return (
        figure.text.value,
        figure.qualifier.value if figure.qualifier else "",
        _number(figure.value),
        _number(figure.value_max),
        figure.unit,
        figure.subject.value if figure.subject else "",
        desk.words(f"carried_{figure.kind}"),
        desk.words(f"carried_{figure.status}"),
        figure.scope,
        _days(figure.as_of),
        figure.comparison.value if figure.comparison else "",
        says("figures", figure.doubt) if figure.doubt else "",
    )


def _events(desk: Desk) -> Iterator[Sequence[str]]:
    for article in desk.library.articles:
        for event in desk.library.facts[article.id].events:
            start, end = (day.isoformat() if day else "" for day in (event.date.start, event.date.end))
            status = desk.words(f"carried_{event.status}")
            doubt = event.doubt or event.date.doubt
            told = (start, end, event.date.text.value, status, event.sentence.value, says("dates", doubt))
            yield (*told, *source_cells(desk, article, event.date.text))


def _mentions(desk: Desk) -> Iterator[Sequence[str]]:
    for article in desk.library.articles:
        for mention in desk.library.facts[article.id].mentions:
            kind = desk.words(f"subject_{mention.type}")
            role = mention.role.value if mention.role else ""
            told = (kind, mention.name, mention.text.value, role, says("people", mention.doubt))
            yield (*told, *source_cells(desk, article, mention.text))


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _days(when: Date | None) -> str:
    return f"{when.start}/{when.end}" if when and when.start and when.end else ""
