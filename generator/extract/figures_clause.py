"""A quantity in its clause: the words around it that tell how it is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..rules import rules
from ..text import Text
from .numbers import narrow
from .quantities import Quantity, quantities_in
from .sentences import bounds
from .told import Told

NEAR = 200  # characters before a figure in which its clause begins
FEW = 6  # names that may begin before a quantity and hold it
WIDEST = 16  # characters of a set phrase on either side of a quantity
FAR = 400  # and its sentence, so that a page without a stop costs no more than others
AHEAD = 30  # characters behind a figure that may say how it is meant
NAMES = frozenset({"person", "initiative", "organisation", "place"})
TEN = 10


@dataclass(frozen=True, slots=True)
class Clause:
    """A quantity in its passage: its sentence, where its clause begins, and the quantity before it.

    `value`: the passage with wide digits narrow. `quoted`: it stands in quotation marks.
    """

    told: Told
    value: str
    quantity: Quantity
    sentence: tuple[int, int]
    start: int
    before: Quantity | None = None
    quoted: bool = False

    @property
    def words(self) -> str:
        """The words of the clause before the quantity."""
        return self.value[self.start : self.quantity.start]

    @property
    def ahead(self) -> str:
        """The words behind the quantity."""
        return self.value[self.quantity.end : self.quantity.end + AHEAD]

    def text(self, start: int, end: int) -> Text:
        """The characters `start` to `end` of the passage."""
        return self.told.passage.text[start:end]


def clauses(told: Told) -> Iterator[Clause]:
    """The quantities of a passage that are figures, in order, each in its clause."""
    value = narrow(told.passage.text.value)
    found = tuple(quantities_in(value))
    if not found:
        return
    known = rules("figures")
    marks = [mark.end() for mark in known["clause"].pattern.finditer(value)]
    quoted, titles = (
        [match.span() for match in rule.pattern.finditer(value)]
        for rule in (known["quotation"], rules("status")["quoted_name"])
    )
    spans: tuple[tuple[int, int], ...] = ()
    before: Quantity | None = None
    for one in found:
        mark = bisect_right(marks, one.start) - 1
        start = max(marks[mark] if mark >= 0 else 0, one.start - NEAR)
        clause = Clause(told, value, one, (start, len(value)), start, before, _inside(one, quoted))
        if _inside(one, titles) or not _counts(clause) or _is_taken(clause):
            continue
        spans = spans or tuple(bounds(value)) or ((0, len(value)),)
        span = spans[max(0, bisect_right(spans, one.start, key=lambda span: span[0]) - 1)]
        yield Clause(told, value, one, (max(span[0], one.start - FAR), span[1]), start, before, clause.quoted)
        before = one


def _inside(one: Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a quantity stands in one of the ranges, which are in order."""
    at = bisect_right(spans, one.start, key=lambda span: span[0]) - 1
    return at >= 0 and one.start < spans[at][1]


def _is_taken(clause: Clause) -> bool:
    """Whether a quantity is a part of a date, a name or a set phrase, and no figure."""
    one, told, known = clause.quantity, clause.told, rules("figures")
    date = bisect_right(told.dates, one.end - 1, key=lambda date: date.expression.start) - 1
    if date >= 0 and told.dates[date].expression.end > one.start:
        return True
    last = bisect_right(told.names, one.end - 1, key=lambda name: name.start)
    near = told.names[max(0, last - FEW) : last]
    if any(name.end > one.start and name.type in NAMES and not name.doubt for name in near):
        return True
    phrases = ("idiom", "phrase", "name") if one.number.by_hand else ("name", "titled")
    first, final = max(0, one.start - WIDEST), one.end + WIDEST
    found = (match.span() for name in phrases for match in known[name].pattern.finditer(clause.value, first, final))
    return any(start < one.end and one.start < end for start, end in found)


def _counts(clause: Clause) -> bool:
    """Whether a quantity is a figure: what is written by hand mostly is not (三年, 一个, 千家万户), 三十二个 is."""
    one, known = clause.quantity, rules("figures")
    before = clause.value[max(0, one.start - 2) : one.start]
    hand = one.rule.more.get("hand")
    if known["ordinal"].pattern.search(before) or (one.number.by_hand and hand == "no"):
        return False
    if not one.number.by_hand or hand == "yes":
        return True
    limited = bool(known["qualifier"].pattern.search(clause.words))
    if one.rule.more["kind"] != "count":
        return is_bare(clause) or not known["pointed"].pattern.search(before)
    if is_bare(clause):
        return limited
    return not known["pointed"].pattern.search(before) and _is_counted(clause)


def _is_counted(clause: Clause) -> bool:
    """Whether a number by hand really counts: 两场, 七八个, 数百人; 一名 only behind a verb for it (新增一名)."""
    one, known = clause.quantity, rules("figures")
    if one.number.value is None:
        return bool(rules("numbers")["some"].pattern.match(clause.value, one.number.start))
    if one.number.value == 1:
        return bool(known["one"].pattern.search(clause.words)) and bool(known["single"].pattern.match(one.unit))
    return not one.number.row or one.most is not None


def is_bare(clause: Clause) -> bool:
    """Whether the number is a scale alone, which mostly only means many: 百家企业; 十 counts."""
    number = clause.quantity.number
    scales = rules("numbers")["scale"].words
    written = clause.value[number.start : number.end]
    return number.value != TEN and all(letter in scales for letter in written)
