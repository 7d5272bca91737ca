"""Numbers: what the digits and numerals of a text are worth, each with its place. Figures are made of them.

A number may be written in digits (1,300; 3.5), by hand (一千零五; 十二点五), or in both (1.05万; 5万4千6百); it may be
a fraction (三分之一; 1/3), and name two numbers at once (七八, 三五百).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from ..rules import rules

WIDE = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0E: ord("."), 0xFF05: ord("%")}
RECENT = 1024  # written numbers that were read last are kept in mind
JOINT = 6  # characters between the numbers of a fraction
MYRIAD = 4  # the power of 万: from here on a scale counts all that stands before it
PAIRS = frozenset({(3, 5)} | {(first, first + 1) for first in range(1, 9)})  # 七八 and 三五 name two numbers


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `most` is the other end of 七八 and 三五百.

    `value` is None when it names no one number (数亿, 几百) or is not well formed (百千万). `open`: it says that there
    is more (十多万, 二十几). `by_hand`: no digit is in it. `row`: numerals in a row without a scale (二三, 二〇二三).
    `below`: what a fraction divides by; `slashed`: by a stroke (1/3).
    """

    start: int
    end: int
    value: Decimal | None
    most: Decimal | None = None
    open: bool = False
    by_hand: bool = False
    row: bool = False
    below: Decimal | None = None
    slashed: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a written number: what it is worth, or the power of ten that it multiplies by."""

    worth: Decimal | None = None
    power: int = 0
    by_hand: bool = True


def numbers(printed: str) -> Iterator[Number]:
    """The numbers of a text in order, not overlapping; a fraction is one of them."""
    return numbers_in(narrow(printed))


def narrow(printed: str) -> str:
    """A text with its wide digits, points and percent signs as narrow ones; it keeps its length."""
    return printed.translate(WIDE) if rules("numbers")["wide"].pattern.search(printed) else printed


def numbers_in(value: str) -> Iterator[Number]:
    """The same for a text whose wide digits are narrow."""
    found = [_read(match) for match in rules("numbers")["number"].pattern.finditer(value)]
    at = 0
    while at < len(found):
        near = at + 1 < len(found) and found[at + 1].start - found[at].end <= JOINT
        number, taken = _fraction(value, found[at : at + 3]) if near else (found[at], 1)
        yield number
        at += taken


def _read(match: re.Match[str]) -> Number:
    """What a match of the rule `numbers.number` is worth."""
    low, high, more, by_hand, row = _known(match["written"])
    if match["sign"]:
        low, high = (None if one is None else -one for one in (low, high))
    return Number(match.start(), match.end(), low, high, more, by_hand, row)


@lru_cache(RECENT)
def _known(written: str) -> tuple[Decimal | None, Decimal | None, bool, bool, bool]:
    """What a written number is worth, and the other end of 七八; whether it is open, by hand, a row of numerals."""
    known = rules("numbers")
    by_hand = not any(letter.isdecimal() for letter in written)
    plain = known["open"].pattern.sub("", written)
    row = by_hand and len(plain) > 1 and all(letter in known["numeral"].words for letter in plain)
    some = known["some"].pattern.match(written)
    low, high = (None, None) if some else _ends(plain)
    return low, high, plain != written, by_hand, row


def _ends(plain: str) -> tuple[Decimal | None, Decimal | None]:
    """What a written number is worth, and the other end of 七八."""
    known = rules("numbers")
    point = known["point"].pattern.search(plain)
    whole, part = (plain[: point.start()], plain[point.end() :]) if point else (plain, "")
    pieces = _pieces(whole)
    if point:
        low = _worth(pieces)
        behind = _pieces(part)
        digits = "".join(str(piece.worth) for piece in behind if piece.worth is not None)
        scale = Decimal(10) ** sum(piece.power for piece in behind)
        return (None if low is None else (low + Decimal(f"0.{digits}")) * scale), None
    rows = [at for at in range(len(pieces) - 1) if _is_numeral(pieces[at]) and _is_numeral(pieces[at + 1])]
    is_row = len(pieces) > 1 and all(piece.by_hand and not piece.power for piece in pieces)
    if is_row and (len(pieces) > 2 or not _is_pair(pieces, rows)):
        return Decimal("".join(str(piece.worth) for piece in pieces)), None
    if not rows:
        return _worth(pieces), None
    if not _is_pair(pieces, rows):
        return None, None
    at = rows[0]
    return _worth((*pieces[: at + 1], *pieces[at + 2 :])), _worth((*pieces[:at], *pieces[at + 1 :]))


def _is_numeral(piece: _Piece) -> bool:
    return piece.by_hand and bool(piece.worth)


def _is_pair(pieces: Sequence[_Piece], rows: Sequence[int]) -> bool:
    if len(rows) != 1:
        return False
    first, second = pieces[rows[0]].worth, pieces[rows[0] + 1].worth
    return first is not None and second is not None and (int(first), int(second)) in PAIRS


def _pieces(written: str) -> tuple[_Piece, ...]:
    return tuple(_piece(match.group()) for match in rules("numbers")["piece"].pattern.finditer(written))


def _piece(written: str) -> _Piece:
    known = rules("numbers")
    if written in known["scale"].words:
        return _Piece(power=int(known["scale"].more["powers"][written]))
    if written in known["numeral"].words:
        return _Piece(Decimal(known["numeral"].more["worth"][written]))
    if written in known["half"].words:
        return _Piece(Decimal("0.5"))
    return _Piece(Decimal(written.replace(",", "").replace("，", "")), by_hand=False)


def _worth(pieces: Sequence[_Piece]) -> Decimal | None:
    """The sum of the pieces of a number; None when they do not make one (百千万)."""
    groups: list[tuple[Decimal, int]] = []  # what the scales from 万 on have counted, and by which power
    section: Decimal | None = None  # what 千, 百 and 十 have counted since
    digit: Decimal | None = None
    last, skips, by_hand = 0, False, False
    for piece in pieces:
        if piece.worth is not None:
            if digit is not None:
                return None
            by_hand = piece.by_hand
            if by_hand and not piece.worth:
                skips = True
            else:
                digit = piece.worth
            continue
        if piece.power < MYRIAD:
            if section is not None and (last <= piece.power or (digit is None and not skips)):
                return None
            section = (section or Decimal(0)) + (Decimal(1) if digit is None else digit) * 10**piece.power
        else:
            pending = None if section is None and digit is None else (section or Decimal(0)) + (digit or Decimal(0))
            counted = _counted(groups, pending, piece.power)
            if counted is None:
                return None
            groups.append(counted)
            section = None
        digit, last, skips = None, piece.power, False
    if digit is not None and by_hand and last > 1 and not skips:
        digit *= Decimal(10) ** (last - 1)  # 一万三 is 13000
    return sum((worth for worth, _ in groups), section or Decimal(0)) + (digit or Decimal(0))


def _counted(groups: list[tuple[Decimal, int]], pending: Decimal | None, power: int) -> tuple[Decimal, int] | None:
    """What 万 or 亿 counts: all that is smaller before it, else the 万 before it (万万), else one (亿元)."""
    before = pending
    while groups and groups[-1][1] < power:
        before = (before or Decimal(0)) + groups.pop()[0]
    if before is None and groups:
        if groups[-1][1] != power:
            return None
        before = groups.pop()[0]
    return (Decimal(1) if before is None else before) * 10**power, power


def _fraction(value: str, ahead: Sequence[Number]) -> tuple[Number, int]:
    """The fraction that the numbers ahead make, and how many of them; else the first one alone."""
    known = rules("numbers")
    first = ahead[0]
    joints = [value[one.end : other.start] for one, other in pairwise(ahead)]
    if len(joints) == 2 and _mixed(first, joints):
        part = _divided(value, ahead[1], ahead[2], joints[1])
        if part and part.value is not None and first.value is not None:
            size = first.value - part.value if first.value < 0 else first.value + part.value
            return replace(part, start=first.start, value=size), 3
    if joints and (known["fraction"].pattern.fullmatch(joints[0]) or known["slash"].pattern.fullmatch(joints[0])):
        part = _divided(value, first, ahead[1], joints[0])
        if part:
            return part, 2
    return first, 1


def _mixed(first: Number, joints: Sequence[str]) -> bool:
    known = rules("numbers")
    if known["whole"].pattern.fullmatch(joints[0]):
        return bool(known["fraction"].pattern.fullmatch(joints[1]))
    return joints[0] == " " and not first.by_hand and bool(known["slash"].pattern.fullmatch(joints[1]))


def _divided(value: str, first: Number, second: Number, joint: str) -> Number | None:
    """One number over the other: 三分之一 names what it divides by first, 1/3 last. None for a day (5/6/2023)."""
    slash = rules("numbers")["slash"]
    in_digits = bool(slash.pattern.fullmatch(joint))
    above, below = (first, second) if in_digits else (second, first)
    if above.value is None or not below.value:
        return None
    if in_digits and (first.by_hand or second.by_hand or slash.pattern.match(value[second.end : second.end + 1])):
        return None
    worth = above.value / below.value
    return Number(first.start, second.end, worth, by_hand=second.by_hand, below=below.value, slashed=in_digits)
