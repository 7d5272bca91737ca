"""A galley: the lines of a page, how each was set, and what the page shows about its paragraphs and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Line
from ..rules import rules
from .measure import MARK, SQUEEZE, Set, settings

# A full line with so many marks tells whether marks are squeezed; where they are, more than this share of such lines is
# wider than its column.
TELLING_MARKS, OFTEN = 2, 0.25


@dataclass(frozen=True)
class Galley:
    """The lines of a page with their setting.

    `indented`: first lines of paragraphs are indented on this page; `squeezed`: its marks are, where a line needs it;
    `text`: all lines, with line ends between.
    """

    lines: tuple[Line, ...]
    sets: tuple[Set, ...]
    indented: bool
    squeezed: bool
    text: str

    @cached_property
    def _closed(self) -> dict[int, bool]:
        """What was told of lines by `closed`, which is asked of each several times."""
        return {}

    def closed(self, index: int) -> bool:
        """Whether a line ends with a full stop, or with the names that are set behind one."""
        if index not in self._closed:
            value = self.lines[index].value
            found = rules("label")["stops"].search(value) or rules("bylines")["tail"].search(value)
            self._closed[index] = bool(found)
        return self._closed[index]

    def ends(self, index: int) -> bool:
        """Whether a sentence ends with a line, or a clause that a list follows."""
        return self.closed(index) or bool(rules("label")["ends"].search(self.lines[index].value))

    def flush(self, index: int) -> bool:
        """Whether a line surely goes on from another one: it is full, on a page that indents its paragraphs."""
        here = self.sets[index]
        return self.indented and here.full and not (here.first and (self.squeezed or here.plain_first))

    def begins(self, index: int) -> bool:
        """Whether a line surely begins a paragraph: it lacks just the indent."""
        return self.indented and self.sets[index].first and not self.sets[index].full

    def perhaps_begins(self, index: int) -> bool:
        """Whether a line may begin a paragraph; marks that this page never squeezes are no reason to think so."""
        here = self.sets[index]
        return here.perhaps_first if self.squeezed else here.plain_first

    def meets(self, index: int) -> bool:
        """Whether the end of a line and the beginning of the next one are found side by side elsewhere on the page."""
        return self.lines[index].value[-1] + self.lines[index + 1].value[0] in self.text


def galley_of(lines: Sequence[Line]) -> Galley:
    """The galley of a page's lines."""
    sets = settings(lines)
    text = "\n".join(line.value for line in lines)
    return Galley(tuple(lines), sets, _indents(lines, sets), _squeezes(lines, sets), text)


def _squeezes(lines: Sequence[Line], sets: Sequence[Set]) -> bool:
    """Whether many full lines with marks are wider than their measure: their marks must have been squeezed."""
    wider = [
        each.width >= each.measure + SQUEEZE
        for line, each in zip(lines, sets, strict=True)
        if each.full and each.measure and len(MARK.findall(line.value)) >= TELLING_MARKS
    ]
    return sum(wider) > OFTEN * len(wider)


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
