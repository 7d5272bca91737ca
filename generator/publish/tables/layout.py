"""How a table over the whole collection is laid out: sections of rows, and the same to carry away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..address import DATA, link
from ..desk import Desk
from ..escape import Md, escape
from ..sheet import Sheet, titled
from ..spreadsheet import spreadsheet

MOST = 800  # rows that a section shows; all of them are in what is carried away
# On a phone a row is a card without its head: what these columns hold would not tell by itself what it is.
LABELLED = frozenset(
    {
        *("pairing_from", "pairing_to", "pairing_one", "pairing_other", "document_by", "setup_by", "when"),
        *("document_says", "role_who"),
        *("policy_who", "policy_threshold", "policy_rate", "policy_amount", "policy_cap", "sum_whole", "sum_parts"),
    }
)


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a page: its heading with its anchor, the keys of its columns, and the rows, a Markdown cell each.

    `said`: what stands between heading and table. `level`: 2, or 3 below a section of level 2. One without columns has
    no table.
    """

    anchor: str
    heading: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Md, ...], ...] = ()
    said: tuple[str, ...] = ()
    level: int = 2
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Carried:
    """A table to carry away: its file's name, the key of what it is called, the keys of its columns, and the rows."""

    name: str
    called: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A page of tables: its address, what its title's key is, how it begins, its sections, and what can be carried."""

    path: str
    title: str
    intro: str
    sections: tuple[Section, ...]
    carried: tuple[Carried, ...]


def sheet(desk: Desk, board: Board) -> Sheet:
    """The Markdown file of a page of tables."""
    view: dict[str, Any] = {
        "title": desk.words(board.title),
        "intro": board.intro,
        "sections": [_shown(desk, board, section) for section in board.sections],
        "carried": [
            link(desk.words("carry_file", what=desk.words(one.called), count=len(one.rows)), board.path, _file(one))
            for one in board.carried
            if one.rows
        ],
    }
    return Sheet(board.path, "table.md", titled(desk.words(board.title), "table.html"), view)


def files(desk: Desk, board: Board) -> Sequence[tuple[str, bytes]]:
    """What can be carried away of a page of tables: names below the folder of data, and contents."""
    return [(one.name, spreadsheet(desk, one.columns, one.rows)) for one in board.carried if one.rows]


def _shown(desk: Desk, board: Board, section: Section) -> dict[str, Any]:
    left = len(section.rows) - MOST
    where = link(desk.words("carry"), board.path, board.path, "carry")
    return {
        "mark": "#" * section.level,
        "heading": section.heading,
        "anchor": section.anchor,
        "count": len(section.rows) if section.counted and section.rows else 0,
        "said": section.said,
        "columns": section.columns,
        "rows": [
            [_labelled(desk, *pair) for pair in zip(section.columns, row, strict=True)] for row in section.rows[:MOST]
        ],
        "left": Md(f"{desk.words('rows_left', most=MOST, left=left)}{where}") if left > 0 else Md(""),
    }


def _labelled(desk: Desk, column: str, cell: Md) -> Md:
    if not cell or column not in LABELLED:
        return cell
    return Md(f'<span class="label">{escape(desk.words(column))}</span> {cell}')


def _file(one: Carried) -> str:
    return f"{DATA}/{one.name}"
