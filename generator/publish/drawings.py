"""Drawings of what a page tells in a table: lanes of a timeline. The table stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..rules import rules
from ..text import Text
from .address import page_file, relative, web
from .charts.figure import figure
from .charts.lanes import ARROWS, BROKEN, Lane, Moment, lanes_drawn, short_ones
from .charts.months import months_drawn
from .desk import Desk
from .escape import Md, tagged

View = dict[str, Any]
FEW = 3  # fewer moments on a lane are told as well by their table
WIDE, MIDDLE = 1200.0, 640.0
COLOURS = 6
PLANNED = "planned"
LEAST = 4  # as many characters must be left to quote
BETWEEN = "，,、：:—－- \u3000"


def drawn(desk: Desk, rows: Sequence[View]) -> tuple[list[View], Md]:
    """The rows of a timeline with their numbers, and its lanes; without either where lanes tell no more than rows."""
    marked = numbered([row for row in rows if row["start"]])
    made = lanes(desk, marked)
    plain = [row | {"mark": Md("")} for row in rows if not (made and row["start"])]
    return [*(marked if made else ()), *plain], made


def drawn_in(desk: Desk, rows: Sequence[View], here: str) -> tuple[list[View], Md]:
    """The same for a table that is one of several in the file `here`: words lead to the line that prints them."""
    marked = [
        row | {"mark": Md(f'<span class="n">{row["number"]}</span> '), "href": line_address(desk, quoted(row), here)}
        for row in numbered([row for row in rows if row["start"]])
    ]
    made = lanes(desk, marked)
    plain = [row | {"mark": Md("")} for row in rows if not (made and row["start"])]
    return [*(marked if made else ()), *plain], made


def quoted(row: View) -> Text:
    """The printed words that a drawing quotes of a row, to the end of their clause."""
    sentence: Text = row["sentences"][0]
    clause = str(row.get("clause") or sentence.value)
    told = telling(clause, row["expression"])
    end = sentence.value.find(clause) + len(clause)
    return sentence[end - len(told) : end] if clause in sentence.value else sentence


def line_address(desk: Desk, text: Text, here: str) -> str:
    """Where the first line of printed words is, as HTML in the file `here` says it."""
    seed, first, _ = desk.library.lines_of(text)[0]
    return web(relative(here, page_file(seed), f"L{first}"))


def numbered(rows: Iterable[View]) -> list[View]:
    """Dated rows with their numbers, to which a drawing refers; each bears its anchor, `e` and the number."""
    return [row | {"number": number, "mark": mark(number, {})} for number, row in enumerate(rows, 1)]


def mark(number: int | None, known: Mapping[str, str]) -> Md:
    """The number of a row, with its anchor, and what the row is known by; without a number, only that."""
    anchor = "" if number is None else f' id="e{number}"'
    data = "".join(f' data-{key}="{tagged(value)}"' for key, value in known.items())
    return Md(f'<span class="n"{anchor}{data}>{number or ""}</span> ')


def lanes(desk: Desk, rows: Sequence[View], *, widths: Mapping[str, float] | None = None) -> Md:
    """The lanes of the rows of a timeline that are numbered; nothing where they would tell no more than the table.

    `widths`: how wide a drawing is for which windows (a class of the style sheet).
    """
    held, moments = _moments(desk, rows)
    if len(short_ones(moments)) < FEW:
        return Md("")
    title = (desk.words("lanes_title"), desk.words("lanes_tells", count=len(moments)))
    sizes = widths or {"desk": MIDDLE}
    made = {key: lanes_drawn(held, moments, width, desk.words, title) for key, width in sizes.items()}
    if all(made.values()):
        return figure(made, [desk.words("lanes_key"), *_notes(desk, moments, "".join(filter(None, made.values())))])
    return counts(desk, rows, widths=sizes)


def counts(desk: Desk, rows: Sequence[View], *, widths: Mapping[str, float]) -> Md:
    """How many of the dated rows lie in each month, for each paper.

    What is planned is left out, and what lasts long: 2023年 is no news of its January.
    """
    held, moments = _moments(desk, rows)
    short = short_ones(moments)
    begun = [(moment.lane, moment.start) for moment in short if not moment.planned]
    title = (desk.words("months_title"), desk.words("months_tells", count=len(begun)))
    made = {key: months_drawn(held, begun, width, desk.words, title) for key, width in widths.items()}
    long, planned = len(moments) - len(short), len(short) - len(begun)
    return figure(made, [desk.words("months_key", count=len(begun), long=long, planned=planned)])


def _notes(desk: Desk, moments: Sequence[Moment], made: str) -> list[str]:
    """What the key has to say only where such a thing is drawn."""
    told = {
        "lanes_long": any(moment.is_long for moment in moments),
        "lanes_break": BROKEN in made,
        "lanes_beyond": any(arrow in made for arrow in ARROWS),
        "lanes_planned": any(moment.planned for moment in moments),
        "lanes_borrowed": any(moment.borrowed for moment in moments),
        "lanes_about": any(moment.sure for moment in moments),
        "lanes_doubted": any(moment.doubted for moment in moments),
    }
    return [desk.words(key) for key, holds in told.items() if holds]


def _moments(desk: Desk, rows: Iterable[View]) -> tuple[list[Lane], list[Moment]]:
    """The lanes that the rows need, in the order of the papers, and the dated rows on them."""
    dated = [row for row in rows if row["start"] and row.get("number")]
    papers = sorted({_paper(row) for row in dated}, key=lambda paper: (not paper, desk.papers.get(paper, 0)))
    order = {paper: place for place, paper in enumerate(papers)}
    held = [Lane(paper or desk.words("no_paper"), _colour(desk, paper)) for paper in papers]
    return held, [_moment(desk, row, order[_paper(row)]) for row in dated]


def _paper(row: View) -> str:
    return str(row["seal"]["paper"]) if row["seal"] else ""


def _colour(desk: Desk, paper: str) -> int:
    number = desk.papers.get(paper, 0)
    return number if number <= COLOURS else 0


def _moment(desk: Desk, row: View, lane: int) -> Moment:
    said = quoted(row).value
    return Moment(
        number=row["number"],
        start=row["start"],
        end=row["end"],
        when=row["when"],
        lane=lane,
        said=said,
        href=row.get("href", f"#e{row['number']}"),
        label=desk.words("lanes_item", number=row["number"], when=row["when"], said=said[:40]),
        sure=row.get("sure"),
        planned=row["status"] == PLANNED,
        doubted=bool(row.get("doubt")),
        borrowed=bool(row.get("borrowed")),
    )


def telling(said: str, expression: str) -> str:
    """Printed words from where they begin to tell what happened: behind the date, which the axis tells, and asides."""
    asides = rules("timeline").values()
    rest, before = said, ""
    while rest != before:
        before = rest
        rest = rest.removeprefix(expression).lstrip(BETWEEN)
        for found in filter(None, (aside.match(rest) for aside in asides)):
            rest = rest[found.end() :] if len(rest) - found.end() >= LEAST else rest
            break
    return rest or said
