"""A quantity in its clause: the words around it that tell how it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..rules import Rule, rules
from ..text import Text
from .numbers import WIDE
from .quantities import Quantity, quantities
from .sentences import bounds
from .told import Told

NEAR = 200  # characters before a figure in which its clause begins
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
    value = told.passage.text.value.translate(WIDE)
    found = tuple(quantities(value))
    if not found:
        return
    taken = _taken(told, value)
    phrases, quoted = (_places(rules("figures")[name], value) for name in ("phrase", "quotation"))
    marks = [mark.end() for mark in rules("figures")["clause"].pattern.finditer(value)]
    spans = tuple(bounds(value)) or ((0, len(value)),)
    before: Quantity | None = None
    mark = span = 0
    start = 0
    for one in found:
        while mark < len(marks) and marks[mark] <= one.start:
            start, mark = marks[mark], mark + 1
        while span + 1 < len(spans) and spans[span + 1][0] <= one.start:
            span += 1
        clause = Clause(told, value, one, spans[span], max(start, one.start - NEAR), before, one.start in quoted)
        if one.number.by_hand and one.start in phrases:
            continue
        if not taken.intersection(range(one.start, one.end)) and _counts(clause):
            yield clause
            before = one


def _taken(told: Told, value: str) -> frozenset[int]:
    """The places of characters that are no figures: of dates, titles, names, set phrases."""
    known = rules("figures")
    found = {index for one in told.dates for index in range(one.expression.start, one.expression.end)}
    names = [one for one in told.names if one.type in NAMES and not one.doubt]
    found.update(index for one in names for index in range(one.start, one.end))
    for rule in (rules("status")["quoted_name"], known["idiom"], known["name"], known["titled"]):
        found |= _places(rule, value)
    return frozenset(found)


def _places(rule: Rule, value: str) -> frozenset[int]:
    """The places of all that a rule finds."""
    return frozenset(index for match in rule.pattern.finditer(value) for index in range(*match.span()))


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
