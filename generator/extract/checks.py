"""Sums that the text states: the figure of a whole, and those of the parts that it names with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ..model import Check
from ..rules import rules
from .figures import Measured

MANY = 16  # parts of one whole
WIDE = 400  # characters in which the parts of a whole stand
FAR = 60  # characters between the whole and the word that opens its parts
ADDED = frozenset({"count", "amount"})  # kinds of which parts can be added up


def checks(measured: Sequence[Measured]) -> tuple[Check, ...]:
    """The sums in the passages of one article; `measured`: its figures in reading order."""
    found = (check for at in range(len(measured)) for check in (*_divided(measured, at), *_summed(measured, at)))
    return tuple(found)


def _divided(measured: Sequence[Measured], at: int) -> Iterator[Check]:
    """A whole with its parts behind it: 26个，其中…13个，…5个，…8个."""
    whole = measured[at]
    if not _can_be_added(whole):
        return
    known, value, end = rules("figures"), whole.clause.value, whole.clause.quantity.end
    opens = known["parts"].pattern.search(value, end, end + FAR)
    if opens is None or known["stop"].pattern.search(value, end, max(end, opens.start() - 1)):
        return
    last = opens.end()
    stop = known["stop"].pattern.search(value, last, last + WIDE)
    parts = _alike(whole, measured[at + 1 : at + 1 + MANY], last, stop.start() if stop else last + WIDE)
    if len(parts) < 2 or any(_worth(one) > _worth(whole) for one in parts):
        return
    yield _check(whole, parts, all_told=bool(known["all_told"].pattern.match(opens.group())))


def _summed(measured: Sequence[Measured], at: int) -> Iterator[Check]:
    """Parts with their whole behind them: 男生12人、女生8人，共20人; only where they make it."""
    whole = measured[at]
    if not _can_be_added(whole) or not rules("figures")["together"].pattern.search(whole.clause.words):
        return
    first = whole.clause.sentence[0]
    parts = tuple(
        reversed(_alike(whole, reversed(measured[max(0, at - MANY) : at]), first, whole.clause.quantity.start))
    )
    for fewest in range(len(parts) - 1):
        if sum(_worth(one) for one in parts[fewest:]) == whole.figure.value:
            yield _check(whole, parts[fewest:], all_told=True)
            return


def _can_be_added(one: Measured) -> bool:
    figure = one.figure
    return figure.kind in ADDED and figure.value is not None and figure.value_max is None


def _alike(whole: Measured, others: Iterable[Measured], first: int, last: int) -> tuple[Measured, ...]:
    """The figures of the same unit, one after the other, between two places of the passage; shares are passed over."""
    found: list[Measured] = []
    for other in others:
        place = other.clause.quantity.start
        if other.clause.told is not whole.clause.told or not first <= place < last:
            break
        if other.figure.unit == whole.figure.unit and _can_be_added(other):
            found.append(other)
        elif other.figure.kind in ADDED:
            break
    return tuple(found)


def _worth(one: Measured) -> Decimal:
    return one.figure.value or Decimal(0)


def _check(whole: Measured, parts: Sequence[Measured], *, all_told: bool) -> Check:
    """A sum; what is rounded, or need not be all, only holds where it is exact, and else is open."""
    rough = any(one.figure.qualifier for one in (whole, *parts))
    exact = sum(map(_worth, parts)) == whole.figure.value
    first = min(one.clause.start for one in (whole, *parts))
    end = max(one.clause.quantity.end for one in (whole, *parts))
    text = whole.clause.text(first, end).strip()
    holds = True if exact else False if all_told and not rough else None
    return Check(text, whole.figure, tuple(one.figure for one in parts), holds, whole.figure.paragraph)
