"""How many rows a table of a report has, or how many different words one of its columns."""

from __future__ import annotations

from collections.abc import Mapping

from ...errors import ReportError
from ...model.reports import Answer, Computed, Found, Pointer
from ...rules import rules
from ...text import Text
from .numbers import inked, numbers

COLUMNS = ("helpers", "helped", "speakers", "titles", "entries", "stories")
DOTS = str.maketrans(".．・•", "····")


def counted(pointer: Pointer, tables: Mapping[str, Answer]) -> Computed | None:
    """What `[七家](=谁帮谁·帮的)` shows; None when it names no table. Raises ReportError when the count is another.

    A row in doubt does not count.
    """
    name, _, column = pointer.target.removeprefix("=").strip().translate(DOTS).partition("·")
    table = tables.get(name.strip())
    if table is None:
        return None
    rows = [row for row in table.rows if not getattr(row.fact, "doubt", "")]
    count = len(_different(rows, column.strip(), pointer)) if column else len(rows)
    told = list(numbers(inked(pointer.words)))
    if len(told) != 1 or told[0].open or told[0].value != count:
        reason = f"“{pointer.words}” is not what the table “{name}” counts; it is {count}"
        raise ReportError(pointer.line, "report_count", reason, words=pointer.words, name=name, count=count)
    return Computed(pointer.words, tuple(text for row in rows for text in _text(row)))


def _different(rows: list[Found], column: str, pointer: Pointer) -> set[str]:
    key = next((name for name in COLUMNS if column in rules("reports")[name].words), None)
    told = {name for row in rows for name, _ in row.words}
    if key is None or key not in told:
        near = "、".join(rules("reports")[name].words[0] for name in COLUMNS if name in told) or "—"
        reason = f"the table has no column “{column}” to count; there is: {near}"
        raise ReportError(pointer.line, "report_column", reason, words=column, near=near)
    return {word for row in rows for name, words in row.words if name == key for word in words}


def _text(row: Found) -> tuple[Text, ...]:
    words = getattr(row.fact, "text", None) or row.naming
    return (words,) if words else ()
