"""Figures: a number with its unit, what it counts, and how it is meant; dates, names and ordinals are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model import Date, Figure
from ..rules import Rule, rules
from ..text import Text
from .calendar import number
from .events import NARROW, NEAR, Dated, as_date
from .sentences import Passage

UNITS = ("percent", "money", "measure", "duration", "classifier")
SCALES: Mapping[str, int] = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
FRACTIONS: Mapping[str, Decimal] = {"‰": Decimal("0.001"), "成": Decimal("0.1")}
LONGEST, FARTHEST = 16, 24  # characters: of what is counted behind its number, and before it


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and its unit: where they stand together, what they are worth, and the rule of the unit."""

    start: int
    end: int
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    rule: Rule


def figures(passage: Passage, dated: tuple[Dated, ...]) -> tuple[Figure, ...]:
    """The figures of a passage in order; `dated`: its expressions of time, which are none."""
    value = passage.text.value.translate(NARROW)
    barred = [(one.expression.start, one.expression.end) for one in dated]
    for names in (rules("status")["quoted_name"], rules("figures")["phrase"]):
        barred += [match.span() for match in names.pattern.finditer(value)]
    found: list[Figure] = []
    before: Counted | None = None
    for counted in _counted(value, barred):
        reading = _Reading(passage, value, counted, before, found[-1].subject if found else None)
        found.append(_figure(reading, dated))
        before = counted
    return tuple(found)


def _counted(value: str, barred: Iterable[tuple[int, int]]) -> Iterator[Counted]:
    taken = {index for start, end in barred for index in range(start, end)}
    free = [
        one
        for one in (*_ranks(value), *_fractions(value), *_numbers(value))
        if not taken.intersection(range(one.start, one.end))
    ]
    end = 0
    for one in sorted(free, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _ranks(value: str) -> Iterator[Counted]:
    rule = rules("figures")["rank"]
    for match in rule.pattern.finditer(value):
        worth = Decimal(number(match["place"]))
        yield Counted(match.start("rank"), match.end("rank"), worth, None, rule.more["unit"], rule)


def _fractions(value: str) -> Iterator[Counted]:
    rule = rules("figures")["fraction"]
    for match in rule.pattern.finditer(value):
        below, above = _plain(match["below"]), _plain(match["above"])
        if below and above is not None:
            yield Counted(match.start(), match.end(), above / below, None, "", rule)


def _plain(written: str) -> Decimal | None:
    """A number in digits or by hand (三点五); None when it is neither."""
    whole, _, point = written.partition(rules("figures")["number"].more["point"])
    if re.fullmatch(r"\d+(\.\d+)?", whole):
        return Decimal(whole)
    found = _by_hand(whole)
    if found is None or not point:
        return found
    return found + Decimal("0." + "".join(str(number(letter)) for letter in point))


def _numbers(value: str) -> Iterator[Counted]:
    known = rules("figures")
    before: tuple[re.Match[str], int] | None = None
    for match in known["number"].pattern.finditer(value):
        unit = _unit(value, match.end())
        first = before[0] if before and _joined(value, before[1], match.start()) else None
        before = (match, unit[1] if unit else match.end())
        if unit is None:
            continue
        rule, end = unit
        if match["hand"] and not _counts_by_hand(match["hand"], rule):
            continue
        words = value[match.end() : end]
        low, high = _worth(first or match, words, rule), _worth(match, words, rule) if first else None
        if first and (low is None or high is None or low >= high):
            first, low, high = None, _worth(match, words, rule), None
        yield Counted((first or match).start(), end, low, high, words, rule)


def _counts_by_hand(written: str, rule: Rule) -> bool:
    """Whether a number in Chinese numerals is a figure: 三十二个 and 百亿元 are, 三年, 一个 and 千家万户 are not."""
    if rule.id == "figures.duration":
        return False
    return rule.more["kind"] != "count" or (len(written) > 1 and written[0] not in SCALES) or written[0] == "十"


def _unit(value: str, start: int) -> tuple[Rule, int] | None:
    for name in UNITS:
        rule = rules("figures")[name]
        match = rule.pattern.match(value[start : start + LONGEST])
        if match:
            return rule, start + match.end()
    return None


def _joined(value: str, end: int, start: int) -> bool:
    between = value[end:start]
    return bool(between) and bool(rules("dates")["range"].pattern.fullmatch(between))


def _worth(match: re.Match[str], unit: str, rule: Rule) -> Decimal | None:
    """What a number is worth in its unit; None for 数亿 and 上千."""
    if match["hand"]:
        plain = _by_hand(match["hand"])
    else:
        plain = Decimal(match["digits"].replace(",", "")) * 10 ** sum(SCALES[letter] for letter in match["scale"] or "")
    if plain is None:
        return None
    if rule.more["kind"] == "share":
        plain *= FRACTIONS.get(unit, Decimal("0.01"))
    whole = plain.to_integral_value()
    return whole if whole == plain else plain.normalize()


def _by_hand(written: str) -> Decimal | None:
    """A number in Chinese numerals; None when it names no one number (数亿, 几百)."""
    total = Decimal(0)
    section = Decimal(0)
    digit: int | None = None
    for letter in written:
        power = SCALES.get(letter)
        if power is None:
            if letter not in rules("figures")["number"].more["numerals"] or digit:  # 一二三 is a row of digits
                return None
            digit = number(letter)
        elif power < SCALES["万"]:
            section += Decimal(1 if digit is None else digit) * 10**power
            digit = None
        else:
            section += digit or 0
            total = (total + (section or 1)) * 10**power
            section, digit = Decimal(0), None
    return total + section + (digit or 0)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number in its clause: the passage, the number before it, and what that one counted."""

    passage: Passage
    value: str
    counted: Counted
    before: Counted | None
    said: Text | None

    @property
    def clause(self) -> int:
        """Where its clause begins."""
        first = max(0, self.counted.start - NEAR)
        marks = rules("status")["clause"].pattern.finditer(self.value, first, self.counted.start)
        return max((mark.end() for mark in marks), default=first)


def _figure(reading: _Reading, dated: tuple[Dated, ...]) -> Figure:
    known, text, value = rules("figures"), reading.passage.text, reading.value
    counted, clause = reading.counted, reading.clause
    qualifier = known["qualifier"].pattern.search(value[clause : counted.start])
    after = known["after"].pattern.match(value[counted.end : counted.end + LONGEST])
    start = clause + qualifier.start() if qualifier else counted.start
    words = qualifier.group() if qualifier else after.group() if after else ""
    compared = known["comparison"].pattern.search(value, clause, counted.start)
    kind = _kind(counted, value[clause:start], words)
    return Figure(
        text=text[counted.start : counted.end],
        value=counted.value,
        value_max=counted.value_max,
        unit=counted.unit,
        kind=kind,
        paragraph=reading.passage.paragraph(counted.start),
        subject=_grown(reading, start) if kind == "change" else _subject(reading, start),
        qualifier=_at(text, qualifier, clause) or _at(text, after, counted.end),
        comparison=_at(text, compared, 0),
        status=_status(value, clause, counted.end),
        as_of=_as_of(reading.passage, counted.start, dated),
    )


def _at(text: Text, match: re.Match[str] | None, offset: int) -> Text | None:
    return text[offset + match.start() : offset + match.end()] if match else None


def _kind(counted: Counted, before: str, words: str) -> str:
    """What kind of figure it is: by the words that limit it, then by those that it follows, then by its unit."""
    known = rules("figures")
    limited = next((kind for kind in ("threshold", "cap") if words in known[kind].words), None)
    if limited:
        return limited
    kind = str(counted.rule.more["kind"])
    followed = {"share": ("change", "rate"), "amount": ("change",), "count": ("change",)}.get(kind, ())
    return next((name for name in followed if known[name].pattern.search(before)), kind)


def _subject(reading: _Reading, start: int) -> Text | None:
    """What is counted: the words behind a classifier, else those before the number, without verbs and links."""
    known, text, counted = rules("figures"), reading.passage.text, reading.counted
    if counted.rule.more["kind"] == "count":
        stop = known["subject_end"].pattern.search(text.value, counted.end, counted.end + LONGEST)
        end = stop.start() if stop else min(len(text), counted.end + LONGEST)
        if end > counted.end:
            return text[counted.end : end]
    return _before(reading, start)


def _grown(reading: _Reading, start: int) -> Text | None:
    """What has grown or shrunk: the words before 增长 and 较上届; without any, what the last figure counted."""
    known = rules("figures")
    change = known["change"].pattern.search(reading.value[reading.clause : start])
    first = reading.clause + change.start() if change else start
    compared = known["comparison"].pattern.search(reading.value, reading.clause, first)
    own = _before(reading, compared.start() if compared else first)
    follows = reading.before is not None and reading.before.end + 1 == reading.clause
    return own or (reading.said if follows else None)


def _before(reading: _Reading, start: int) -> Text | None:
    known, text = rules("figures"), reading.passage.text
    floor = max(reading.clause, reading.before.end if reading.before else 0)
    linking = known["linking"].pattern.search(text.value[floor:start])
    end = floor + linking.start() if linking else start
    begins = max((match.end() for match in known["verb"].pattern.finditer(text.value, floor, end)), default=floor)
    edge = known["edge"].pattern.match(text.value, begins, end)
    if edge and (end - begins > FARTHEST or edge.end() == begins + 1):
        begins = edge.end()
    found = text[begins:end].strip()
    return found if 1 < len(found) <= FARTHEST else None


def _status(value: str, clause: int, end: int) -> str:
    words = value[clause:end]
    if rules("figures")["forecast"].pattern.search(words):
        return "forecast"
    return "planned" if rules("status")["planned"].pattern.search(words) else "reported"


def _as_of(passage: Passage, start: int, dated: tuple[Dated, ...]) -> Date | None:
    """The nearest date before a figure in its own sentence."""
    place = bisect_right(dated, start, key=lambda one: one.expression.start) - 1
    return as_date(passage, dated[place]) if place >= 0 and start < dated[place].sentence[1] else None
