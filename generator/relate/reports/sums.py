"""What a report computes: differences and shares of numbers that it leads to, and days that the site has worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from ...errors import ReportError
from ...model import Date
from ...model.reports import Computed, Pointer
from ...rules import rules
from ...text import Text
from .numbers import Number, fold, inked, numbers
from .shelf import Place, Shelf

SIGNS = str.maketrans("−–－÷／（）", "---//()")
TOKEN = re.compile(r"[()/+*×-]|[^()/+*×\-]+")
HUNDREDTH = {"%": 100, "％": 100, "‰": 1000, "成": 10}
PLANNED = ("planned", "forecast")
ONE = "1"


class Operand(NamedTuple):
    """A number that a report leads to, and where it is printed."""

    number: Number
    text: Text


class _Worth(NamedTuple):
    value: Fraction
    unit: str


def operands(texts: Sequence[Text]) -> Mapping[str, Operand]:
    """The numbers in the words that a report leads to, by how they are written, with their units and without."""
    found: dict[str, Operand] = {}
    for text in texts:
        for number in numbers(inked(text.value)):
            found.setdefault(number.words, Operand(number, text))
            found.setdefault(number.written, Operand(number, text))
    return found


def computed(pointer: Pointer, known: Mapping[str, Operand], shelf: Shelf) -> Computed:
    """What `[17家](=135家-118家)` shows; raises ReportError when the sum is not so, or may not be made."""
    expression = fold(pointer.target.removeprefix("=")).translate(SIGNS)
    tokens = [token.strip() for token in TOKEN.findall(expression) if token.strip()]
    sum_ = _Sum(tokens, known, pointer.line)
    worth = sum_.whole()
    _refuse_what_may_not(sum_.used, shelf, pointer.line)
    _compare(pointer, worth, _said(worth))
    return Computed(pointer.words, tuple(operand.text for operand in sum_.used))


class _Sum:
    """Reads an expression from left to right."""

    def __init__(self, tokens: Sequence[str], known: Mapping[str, Operand], line: int) -> None:
        self._tokens = list(tokens)
        self._known = known
        self._line = line
        self.used: list[Operand] = []

    def whole(self) -> _Worth:
        worth = self._difference()
        if self._tokens or not self.used:
            raise self._unclear()
        return worth

    def _difference(self) -> _Worth:
        worth = self._share()
        while self._next("-"):
            other = self._share()
            if worth.unit != other.unit:
                raise self._units(worth, other)
            worth = _Worth(worth.value - other.value, worth.unit)
        return worth

    def _share(self) -> _Worth:
        worth = self._one()
        while self._next("/"):
            other = self._one()
            if worth.unit != other.unit:
                raise self._units(worth, other)
            if not other.value:
                raise ReportError(self._line, "report_zero", "nothing is divided by zero")
            worth = _Worth(worth.value / other.value, "")
        return worth

    def _next(self, sign: str) -> bool:
        if self._tokens and self._tokens[0] == sign:
            self._tokens.pop(0)
            return True
        return False

    def _one(self) -> _Worth:
        if self._next("("):
            worth = self._difference()
            if not self._next(")"):
                raise self._unclear()
            return worth
        if not self._tokens or TOKEN.fullmatch(self._tokens[0]) is None or self._tokens[0] in "()/+*×-":
            raise self._unclear()
        token = inked(self._tokens.pop(0))
        if token == ONE and token not in self._known:
            return _Worth(Fraction(1), "")
        operand = self._known.get(token)
        if operand is None:
            near = "、".join(key for key, one in self._known.items() if key == one.number.words) or "—"
            reason = f"“{token}” is no number that this report leads to; lead to its line first; there are: {near}"
            raise ReportError(self._line, "report_operand", reason, words=token, near=near)
        self.used.append(operand)
        value = Fraction(operand.number.value) / HUNDREDTH.get(operand.number.unit, 1)
        return _Worth(value, "" if operand.number.unit in HUNDREDTH else operand.number.unit)

    def _units(self, one: _Worth, other: _Worth) -> ReportError:
        units = f"{one.unit or '%'}、{other.unit or '%'}"
        reason = f"the units differ ({units}); show both side by side"
        return ReportError(self._line, "report_units", reason, units=units)

    def _unclear(self) -> ReportError:
        reason = "a sum is a difference or a share, such as `=135家-118家` or `=72个/274个`; parts are not added up"
        return ReportError(self._line, "report_sum", reason)


def _refuse_what_may_not(used: Sequence[Operand], shelf: Shelf, line: int) -> None:
    for operand in used:
        why = hindered(operand, shelf)
        if why:
            reason = f"“{operand.number.words}” is {why}: not exact, planned or in doubt; show it, compute nothing"
            raise ReportError(line, f"report_no_sum_{why}", reason, words=operand.number.words)
    papers = {paper_of(operand.text, shelf) for operand in used}
    if len(papers) > 1:
        near = "、".join(sorted(str(paper) for paper in papers))
        reason = f"these numbers are of different newspapers ({near}); show them side by side, compute nothing"
        raise ReportError(line, "report_papers", reason, near=near)


def hindered(operand: Operand, shelf: Shelf) -> str:
    """Why nothing is computed from a number: it is open, planned or doubted; empty when nothing speaks against it."""
    figures = shelf.figures(operand.text)
    own = [figure for figure in figures if inked(figure.text.value) in operand.number.words]
    if operand.number.open or any(figure.qualifier or figure.value_max for figure in own):
        return "open"
    if any(figure.status in PLANNED for figure in own):
        return "planned"
    return "doubted" if any(figure.doubt for figure in own) else ""


def paper_of(text: Text, shelf: Shelf) -> str:
    """The newspaper that prints some words; empty when it is not known."""
    issue = shelf.library.page_of[text.seeds[0]].issue
    return issue.publication.value if issue.publication else ""


def _said(worth: _Worth) -> str:
    """A result in words: exactly, or to two places of a per cent."""
    if worth.unit:
        return f"{plain(Decimal(worth.value.numerator) / Decimal(worth.value.denominator))}{worth.unit}"
    hundredths = _rounded(worth.value * 100, 2)
    return f"{'-' * (worth.value < 0)}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}%"


def _rounded(value: Fraction, places: int) -> int:
    """A value in units of its last place that is written, halves away from zero."""
    scale: int = 10**places
    whole = floor(abs(value) * scale + Fraction(1, 2))
    return whole if value >= 0 else -whole


def plain(value: Decimal) -> str:
    """A number in digits, with 万 and 亿 as people write large ones."""
    for scale, name in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if abs(value) >= scale:
            return f"{(value / scale).normalize():f}{name}"
    return f"{value.normalize():f}"


def _compare(pointer: Pointer, worth: _Worth, said: str) -> None:
    """Raises when the words of a pointer do not say what was computed."""
    ink = inked(pointer.words)
    told = list(numbers(ink))
    if not told and worth.value == 0:
        return
    if len(told) != 1 or not _agrees(told[0], worth, ink):
        reason = f"“{pointer.words}” is not what comes out; it is {said}"
        raise ReportError(pointer.line, "report_wrong", reason, words=pointer.words, near=said)


def _agrees(number: Number, worth: _Worth, ink: str) -> bool:
    own = "" if number.unit in HUNDREDTH or number.unit == "倍" else number.unit
    if own != worth.unit or number.nth or (number.open and worth.unit):
        return False
    sign = {"-": -1, "−": -1, "+": 1}.get(ink[number.start - 1] if number.start else "", 0)
    if sign and sign * worth.value < 0:
        return False
    value = abs(worth.value) * HUNDREDTH.get(number.unit, 1)
    if worth.unit:
        return Fraction(number.value) == value
    places = len(number.written.partition(".")[2])
    scale: int = 10**places
    return Fraction(number.value) * scale == _rounded(value, places)


# ── days ──────────────────────────────────────────────────────


def worked_out(pointer: Pointer, place: Place, shelf: Shelf) -> Computed:
    """What `[2022年8月](=002#L352)` shows: the days that a date printed on the line means. Raises ReportError."""
    found = list(_dates(place, shelf))
    days = _days(inked(pointer.words))
    for dated in found:
        if days and (dated.start, dated.end) == days and not dated.doubt:
            return Computed(pointer.words, (dated.text,))
    near = "、".join(f"{one.text.value} = {one.start}..{one.end}" for one in found if one.start) or "—"
    reason = f"no date on this line means “{pointer.words}”; there is: {near}"
    raise ReportError(pointer.line, "report_no_day", reason, words=pointer.words, near=near)


def _dates(place: Place, shelf: Shelf) -> Iterator[Date]:
    for article in shelf.library.articles:
        if place.page.seed.id not in article.seeds:
            continue
        facts = shelf.library.facts[article.id]
        for dated in (*facts.dates, *(event.date for event in facts.events)):
            if any(
                seed == place.page.seed.id and first <= place.last and last >= place.first
                for seed, first, last in shelf.library.lines_of(dated.text)
            ):
                yield dated


def _days(ink: str) -> tuple[date, date] | None:
    found = rules("reports")["day"].pattern.match(ink)
    if not found:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    try:
        start, end = _stretch(year, month, day)
        if found["last_year"] or found["last_month"] or found["last_day"]:
            last_month = found["last_month"] or (month if found["last_day"] else None)
            end = _stretch(found["last_year"] or year, last_month, found["last_day"])[1]
    except ValueError:
        return None
    return start, end


def _stretch(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        return first, first
    after = date(first.year + 1, 1, 1) if not month or first.month == 12 else date(first.year, first.month + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)
