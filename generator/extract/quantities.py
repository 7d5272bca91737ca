"""Quantities: numbers with their units, ranges and shares, each with its place and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from ..rules import Rule, rules
from .numbers import Number, narrow, numbers_in

UNITS = ("points", "percent", "discount", "money", "measure", "duration", "counted", "classifier", "plain")
TEN = 10
BEFORE = 6  # characters before a number in which its currency stands
TENTH, HUNDREDTH, HALF = Decimal("0.1"), Decimal("0.01"), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: where they stand together, what they are worth in the unit, and the rule of the unit.

    A share is worth a fraction (三成 is 0.3). `most`: the far end of a range. `more`: where 多 or 余 stands in it.
    `number`: the number itself, of a range the last one.
    """

    start: int
    end: int
    value: Decimal | None
    most: Decimal | None
    unit: str
    rule: Rule
    number: Number
    more: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit at a number: its rule, the words for it, and where number and unit begin and end together."""

    rule: Rule
    words: str
    start: int
    end: int


def quantities(printed: str) -> Iterator[Quantity]:
    """The quantities of a text in order, not overlapping."""
    return quantities_in(narrow(printed))


def quantities_in(value: str) -> Iterator[Quantity]:
    """The same for a text whose wide digits are narrow."""
    end = 0
    for one in sorted((*_numbered(value), *_ranks(value), *_halves(value)), key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _numbered(value: str) -> Iterator[Quantity]:
    last: Number | None = None
    waiting: Quantity | None = None
    for number in numbers_in(value):
        found = _share(value, number) or _with_unit(value, number)
        joined = _joined(value, last, waiting, found) if last and found else None
        if waiting and joined is None:
            yield waiting
        last, waiting = number, joined or found
    if waiting:
        yield waiting


def _share(value: str, number: Number) -> Quantity | None:
    """A share written as a fraction: 三分之一, 百分之三十, 1/4的人口; else what has a stroke may be anything."""
    known = rules("units")
    if number.below is None or number.value is None:
        return None
    if number.slashed and not (0 < number.value < 1 and known["stroke"].pattern.match(value, number.end)):
        return None
    rule = known["share"]
    return Quantity(number.start, number.end, _plain(number.value), None, rule.more["unit"], rule, number)


def _with_unit(value: str, number: Number) -> Quantity | None:
    more = rules("numbers")["more"].pattern.match(value, number.end)
    unit = _unit(value, more.end() if more else number.end, number)
    if unit is None:
        return None
    low, high = (_worth(one, unit, number) for one in (number.value, number.most))
    end = unit.end
    if low is not None and not more:
        low, end = _with_rest(value, low, unit)
    return Quantity(
        unit.start, end, _plain(low), _plain(high), unit.words, unit.rule, number, more.span() if more else None
    )


def _unit(value: str, start: int, number: Number) -> _Unit | None:
    """The unit of a number, at the place where one may stand behind it; or a currency by its sign before it ($20)."""
    known = rules("units")
    match = _any_unit("hand" if number.by_hand else "digits").match(value, start)
    if match is None or match.lastgroup is None:
        return _by_sign(value, number)
    rule, words, first = known[match.lastgroup], match.group().replace(" ", ""), number.start
    words = rule.more.get("unit", words)
    if rule.id == "units.money":
        before = known["currency"].pattern.search(value[max(0, first - BEFORE) : first])
        if before:
            words, first = known["currency"].more["names"][before["name"]], first - len(before.group())
    per = known["per"].pattern.match(value, match.end()) if rule.more.get("per") else None
    return _Unit(rule, words + (per.group() if per else ""), first, per.end() if per else match.end())


@cache
def _any_unit(written: str) -> re.Pattern[str]:
    """All units that may stand behind a number by hand (`hand`) or in `digits`, in one pattern: the first that fits."""
    known = [rules("units")[name] for name in UNITS]
    fit = [rule for rule in known if rule.more.get("behind", written) == written]
    patterns = (f"(?P<{rule.id.partition('.')[2]}> {rule.written} )" for rule in fit)
    return re.compile("|".join(patterns), re.VERBOSE)


def _by_sign(value: str, number: Number) -> _Unit | None:
    rule = rules("units")["sign"]
    sign = rule.pattern.search(value[max(0, number.start - BEFORE) : number.start])
    if sign is None:
        return None
    return _Unit(rule, rule.more["names"][sign["name"]], number.start - len(sign.group()), number.end)


def _worth(worth: Decimal | None, unit: _Unit, number: Number) -> Decimal | None:
    """A number in its unit: a share is a fraction, and 七五折 and 7.5折 are three quarters."""
    if worth is None:
        return None
    if unit.rule.id == "units.discount":
        return worth * (HUNDREDTH if worth > 10 or number.row else TENTH)
    return worth * Decimal(unit.rule.more.get("parts", {}).get(unit.words, "1"))


def _with_rest(value: str, low: Decimal, unit: _Unit) -> tuple[Decimal, int]:
    """What goes on behind a unit: 角 and 分, 半 (两斤半), and the hundredths of 三成五; with where that ends."""
    rest = rules("units").get(unit.rule.more.get("rest", ""))
    match = rest.pattern.match(value, unit.end) if rest else None
    if match is None or not match.group():
        return low, unit.end
    for name, part in (("tenth", TENTH), ("hundredth", HUNDREDTH)):
        written = match.groupdict().get(name)
        if written:
            low += part * sum(one.value or 0 for one in numbers_in(written))
    half = HALF * Decimal(unit.rule.more.get("parts", {}).get(unit.words, "1"))
    return low + (half if match.groupdict().get("half") else 0), match.end()


def _joined(value: str, last: Number, waiting: Quantity | None, found: Quantity) -> Quantity | None:
    """The range that two numbers make: 26℃-33℃, 2—3天, 5至10万元."""
    if waiting and (waiting.unit != found.unit or waiting.most is not None):
        return None
    between = value[waiting.end if waiting else last.end : found.start]
    in_range = bool(rules("numbers")["range"].pattern.fullmatch(between))
    if not in_range and (waiting or not _are_neighbours(last, between, found)):
        return None
    low = waiting.value if waiting else _like(value, last, found)
    if low is None or found.value is None or found.most is not None or low >= found.value:
        return None
    return replace(found, start=(waiting or last).start, value=low, most=found.value)


def _are_neighbours(first: Number, between: str, found: Quantity) -> bool:
    """Whether two digits name a number between them: 5、6个百分点."""
    low, high = first.value, found.number.value
    if low is None or high is None or high >= TEN or not rules("numbers")["or"].pattern.fullmatch(between):
        return False
    return low + 1 == high


def _like(value: str, first: Number, found: Quantity) -> Decimal | None:
    """What the first number of a range is worth, counted as the second one is: 5至10万元 begins at 50000."""
    number = found.number
    if first.value is None or not number.value or found.value is None:
        return None
    tail = rules("numbers")["tail"].pattern.search(value[number.start : number.end])
    scale = 10 ** sum(int(rules("numbers")["scale"].more["powers"][letter]) for letter in tail.group()) if tail else 1
    smaller = first.value < number.value / scale
    return _plain(first.value * (scale if smaller else 1) * (found.value / number.value))


def _ranks(value: str) -> Iterator[Quantity]:
    rule = rules("units")["rank"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        place = next(numbers_in(match["place"]), None)
        if place and place.value is not None:
            yield Quantity(*match.span("rank"), _plain(place.value), None, match["unit"] or "", rule, place)


def _halves(value: str) -> Iterator[Quantity]:
    rule = rules("units")["halves"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        yield Quantity(*match.span("share"), HALF, None, rule.more["unit"], rule, Number(*match.span("share"), HALF))


def _plain(worth: Decimal | None) -> Decimal | None:
    if worth is None:
        return None
    whole = worth.to_integral_value()
    return whole if whole == worth else worth.normalize()
