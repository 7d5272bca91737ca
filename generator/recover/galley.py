"""A galley: the lines of a page, how each was set, and what the page shows about its paragraphs and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Line
from ..rules import rules
from .measure import Set, settings


@dataclass(frozen=True)
class Galley:
    """The lines of a page with their setting.

    `indented`: first lines of paragraphs are indented on this page; `text`: all lines, with line ends between.
    """

    lines: tuple[Line, ...]
    sets: tuple[Set, ...]
    indented: bool
    text: str

    def closed(self, index: int) -> bool:
        """Whether a line ends with a full stop, or with the names that are set behind one."""
        value = self.lines[index].value
        return bool(rules("label")["stops"].pattern.search(value) or rules("bylines")["tail"].pattern.search(value))

    def flush(self, index: int) -> bool:
        """Whether a line surely goes on from another one: it is full, on a page that indents its paragraphs."""
        return self.indented and self.sets[index].full and not self.sets[index].first

    def begins(self, index: int) -> bool:
        """Whether a line surely begins a paragraph: it lacks just the indent."""
        return self.indented and self.sets[index].first and not self.sets[index].full

    def meets(self, index: int) -> bool:
        """Whether the end of a line and the beginning of the next one are found side by side elsewhere on the page."""
        return self.lines[index].value[-1] + self.lines[index + 1].value[0] in self.text


def galley_of(lines: Sequence[Line]) -> Galley:
    """The galley of a page's lines."""
    sets = settings(lines)
    return Galley(tuple(lines), sets, _indents(lines, sets), "\n".join(line.value for line in lines))


def _indents(lines: Sequence[Line], sets: Sequence[Set]) -> bool:
    """Whether first lines are indented: judged by those between a short line with a full stop and a full line."""
    stops = rules("label")["stops"].pattern
    indented = flush = 0
    for index in range(1, len(lines) - 1):
        enclosed = sets[index + 1].full and not lines[index + 1].gap and not sets[index - 1].full
        if enclosed and stops.search(lines[index - 1].value):
            indented += sets[index].first and not sets[index].full
            flush += sets[index].full and not sets[index].first
    return indented > flush
