"""Our reading of numbers, shares, units and money as the outside suites want it: Microsoft's recognisers and JioNLP.

An adapter takes a text and gives for each expression where it stands and what it is worth. The plain ones say what a
newspaper means. The others translate habits of the suites that no newspaper has: blanks between the numerals (a page
loses them before its facts are read), 40k and 30w, dozens and powers as numbers, a sum of money without its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.extract.numbers import Number, numbers
from generator.extract.quantities import Quantity, quantities

Found = dict[str, Any]
SPELT = str.maketrans("個點對萬億兩倆負／－０１２３４５６７８９", "个点对万亿两俩负/-0123456789")
LETTERS = {"k": "千", "K": "千", "w": "万", "W": "万"}
BLANK = re.compile(r"(?<=[^\x00-\x7f，。])[ ]+(?=[^\x00-\x7f，。]|\d)|(?<=\d)[ ]+(?=[^\x00-\x7f，。])")
LETTER = re.compile(r"(?<=\d)[kKwW](?![A-Za-z])|(?<=\d )[k](?![A-Za-z])")
HUNDREDS = frozenset({"百", "千", "万", "百万", "千万", "万万", "佰", "萬"})
# A numeral alone counts before these, or where no word goes on; elsewhere it is a part of a word (四川, 一看).
COUNTED = re.compile(r"[个双雙对斤塊块种看的是这那却和与或及到至点两分元岁米克打家名条项件次位年月日天]|[^一-鿿]|$")
WORDS = re.compile(r"一看|一美元|一折|九九(?!折)|放肆|退伍|伍仁|收拾|[拾][到起取]|[陆陸][地空上]|大陆|登陆")
POWER = re.compile(r"\^([+-]?\d+)|[eE]([+-]?\d+)")
MONEY = frozenset({"units.money", "units.sign"})
SIZES = MONEY | {"units.measure"}
SHARES = frozenset({"units.percent", "units.points", "units.discount"})


class Shown:
    """A text as our reader would be given it, and where each of its characters stood."""

    def __init__(self, text: str, *, letters: bool = True) -> None:
        plain = re.sub("(?<=[０-９])，(?=[０-９]{3})", ",", text).translate(SPELT)
        plain = LETTER.sub(lambda found: LETTERS[found.group()], plain) if letters else plain
        dropped = {index for found in BLANK.finditer(plain) for index in range(*found.span())}
        kept = [index for index in range(len(plain)) if index not in dropped]
        self.places = [*kept, len(text)]
        self.value = "".join(plain[index] for index in kept)

    def found(self, start: int, end: int, value: Decimal | float | None, unit: str = "") -> Found:
        """What stands between two places, as a suite wants it."""
        last = self.places[end - 1] + 1
        return {
            "start": self.places[start],
            "end": last,
            "value": None if value is None else float(value),
            "unit": unit,
        }


def plain_number(text: str) -> list[Found]:
    """The numbers that a newspaper means."""
    shown = Shown(text, letters=False)
    return [shown.found(one.start, one.end, one.value) for one in numbers(shown.value) if one.value is not None]


def number(text: str) -> list[Found]:
    """The same in Microsoft's habits."""
    shown = Shown(text)
    found: list[Found] = []
    for one in numbers(shown.value):
        if not found or shown.places[one.start] >= found[-1]["end"]:
            found += _bare(shown, one)
    return found


def _bare(shown: Shown, one: Number) -> Iterator[Found]:
    value = shown.value
    around = value[max(0, one.start - 1) : one.end + 1]
    before, written = value[max(0, one.start - 2) : one.start], value[one.start : one.end]
    if (
        one.value is None
        or WORDS.search(around)
        or (before == "分之" and one.below is None and "百" in value[: one.start][-3:-2])
    ):
        return
    if len(written) == 1 and one.by_hand and (written in "百千万亿半" or not COUNTED.match(value, one.end)):
        return
    power = POWER.match(value, one.end)
    if power:
        worth = float(one.value) ** int(power[1]) if power[1] else float(one.value) * 10.0 ** int(power[2])
        yield shown.found(one.start, power.end(), worth)
    elif value.startswith("打", one.end):
        yield shown.found(one.start, one.end + 1, one.value * 12)
    else:
        yield shown.found(one.start, one.end, one.value)


def percent(text: str) -> list[Found]:
    """Shares, in percent; a discount and a half are shares too."""
    shown = Shown(text)
    found = [
        shown.found(one.start, one.end, one.value and one.value * 100)
        for one in quantities(shown.value)
        if _is_share(shown.value, one)
    ]
    return found + [shown.found(match.start(), match.end(), 50) for match in re.finditer("(?<=打)对折", shown.value)]


def _is_share(value: str, one: Quantity) -> bool:
    if one.rule.id != "units.share":
        return one.rule.id in SHARES
    return value[one.start : one.end].lstrip("负").partition("分之")[0] in HUNDREDS


def unit(text: str) -> list[Found]:
    """Sizes, sums of money and ages, each with its unit."""
    shown = Shown(text, letters=False)
    sizes = (one for one in quantities(shown.value) if one.rule.id in SIZES or _is_coin(shown.value, one))
    return [shown.found(one.start, one.end, one.value, one.unit) for one in sizes]


def _is_coin(value: str, one: Quantity) -> bool:
    """Whether 块 is money, as in talk, and no piece of something."""
    return one.unit == "块" and not re.match("[一-鿿]", value[one.end : one.end + 1])


def money(text: str) -> list[Found]:
    """Sums of money in JioNLP's habits: both ends of a range and of what is not said exactly; 40万 may be money."""
    shown = Shown(text)
    sums = [one for one in quantities(shown.value) if one.rule.id in MONEY or _is_coin(shown.value, one)]
    if not sums:
        return [shown.found(one.start, one.end, one.value) for one in numbers(shown.value) if one.value is not None]
    return [shown.found(one.start, one.end, worth, one.unit) for one in sums for worth in _ends(shown.value, one)]


def money_spans(text: str) -> list[Found]:
    """Where sums of money stand, as a newspaper prints them."""
    shown = Shown(text, letters=False)
    return [
        shown.found(one.start, one.end, one.value, one.unit) for one in quantities(shown.value) if one.rule.id in MONEY
    ]


def _ends(value: str, one: Quantity) -> Iterator[Decimal]:
    if one.value is None:
        scale = next(numbers(value[one.number.start + 1 : one.number.end]), None)
        yield from (scale.value, scale.value * 10) if scale and scale.value else ()
        return
    yield one.value
    if one.most is not None:
        yield one.most
    elif one.more or one.number.open:
        yield one.value + Decimal(10) ** (one.value.adjusted())
