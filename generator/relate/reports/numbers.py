"""Numbers in what a person writes and in what is printed, read by the same rules, so that they can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ...rules import rules
from ...text import ink_of

UNITS = ("points", "percent", "discount", "money", "measure", "duration", "classifier", "counted")
ONLY_DIGITS = "counted"
POINT, SCALES = "点", "百千万亿"
TENS = str.maketrans({"廿": "二十", "卅": "三十", "卌": "四十"})
RECENT = 256  # words that were read last are kept in mind: each report reads the same pages


class Said(NamedTuple):
    """What a number says: its worth, its unit, whether it counts places, and the words that make it inexact."""

    value: Decimal
    unit: str
    nth: bool
    limits: str


class Number(NamedTuple):
    """A number in some words without blanks, from `start` to `end`: all that belongs to it (超, 多, its unit) included.

    `nth`: it counts places (第三). `limits`: the words that make it open (超, 多). `by_hand`: in characters.
    What is only some number between two (两三, 三至五) is worth 0 and has itself among its limits: it is like no other.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    words: str
    written: str
    nth: bool
    limits: str
    by_hand: bool

    @property
    def open(self) -> bool:
        """Whether it is not exact: 超, 多, 以上."""
        return bool(self.limits)

    @property
    def said(self) -> Said:
        """What it says, however it is written."""
        return Said(self.value, self.unit, self.nth, self.limits)


def fold(value: str) -> str:
    """The words with wide letters as narrow ones, as long as before."""
    return "".join(map(_narrow, value))


@cache
def _narrow(letter: str) -> str:
    narrow = unicodedata.normalize("NFKC", letter)
    return narrow if len(narrow) == 1 else letter


@lru_cache(RECENT)
def inked(value: str) -> str:
    """The words without blanks, folded."""
    return fold(ink_of(value))


def numbers(ink: str) -> Iterator[Number]:
    """The numbers in words without blanks, in order; a short one by hand counts only before a unit or behind 第."""
    for match in rules("reports")["number"].pattern.finditer(ink):
        written = match["written"]
        by_hand = not any(letter.isdecimal() for letter in written)
        unit = _unit(ink, match.end(), by_hand=by_hand)
        if by_hand and not (unit or match["nth"] or rules("reports")["bare"].match(written)):
            continue
        behind = rules("reports")["behind"].match(ink[match.end() + len(unit) :])
        end = match.end() + len(unit) + (behind.end() if behind else 0)
        literal = written if rules("reports")["literal"].search(written) else ""
        limits = "".join((match["limit"] or "", literal, match["more"] or "", behind[0] if behind else ""))
        value = Decimal(0) if literal else _worth(written) * _worth_of_scale(match["scale"] or "")
        yield Number(
            match.start(), end, value, unit, ink[match.start() : end], written, bool(match["nth"]), limits, by_hand
        )


def shares(ink: str) -> Iterator[re.Match[str]]:
    """The shares in words without blanks, in order: 一半, 近三分之一, ½."""
    return rules("reports")["share"].finditer(ink)


def _unit(ink: str, at: int, *, by_hand: bool) -> str:
    own = rules("reports")["own"].match(ink[at:])
    if own:
        return own[0]
    known = rules("units")
    for name in UNITS:
        if by_hand and name == ONLY_DIGITS:
            continue
        found = known[name].pattern.match(ink, at)
        if found:
            return found[0]
    sorts = rules("reports")["sorts"].pattern.match(ink, at) if by_hand else None
    return sorts[0] if sorts else ""


def _worth_of_scale(scales: str) -> Decimal:
    powers = rules("numbers")["scale"].more["powers"]
    return Decimal(10) ** sum(int(powers[letter]) for letter in scales)


def _worth(written: str) -> Decimal:
    """What a number is worth: digits with 万 or 亿 behind, or characters, place by place."""
    digits = written.rstrip(SCALES) if any(letter.isdecimal() for letter in written) else ""
    if digits:
        plain = digits.replace(",", "").replace("，", "")
        return Decimal(plain) * _worth_of_scale(written[len(digits) :])
    worth = rules("numbers")["numeral"].more["worth"]
    if len(written) > 1 and all(letter in worth for letter in written):
        return Decimal("".join(worth[letter] for letter in written))
    whole, _, rest = written.partition(POINT)
    places = rest.rstrip(SCALES)
    tenths = Decimal("0." + "".join(worth[letter] for letter in places)) if places else Decimal(0)
    return (_by_hand(whole) + tenths) * _worth_of_scale(rest[len(places) :])


def _by_hand(written: str) -> Decimal:
    worth, powers = rules("numbers")["numeral"].more["worth"], rules("numbers")["scale"].more["powers"]
    whole = part = Decimal(0)
    last: Decimal | None = None
    for letter in written.translate(TENS):
        if letter in worth:
            last = Decimal(worth[letter])
            continue
        scale = Decimal(10) ** int(powers[letter])
        if scale >= Decimal(10) ** 4:
            whole = (whole + part + (last or Decimal(0)) or Decimal(1)) * scale
            part = Decimal(0)
        else:
            part += (Decimal(1) if last is None else last) * scale
        last = None
    return whole + part + (last or Decimal(0))
