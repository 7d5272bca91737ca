"""What the words of an issue's articles tell of its day without a year: each sign, and the days that it leaves."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from unicodedata import numeric

from ..model import Article, DateRange, Evidence
from ..rules import rules
from ..text import Text

DAY = timedelta(days=1)
# A dispatch is printed on the next day or soon after; news and its pictures within a month.
DISPATCH = 3 * DAY
NEWS = 30 * DAY
# A paper leaves out the year of this year's days; at the turn of the year, of those of the months around it too.
LATE, EARLY = 11, 2
LEAP_YEAR = 2000
TEN = 10


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule found, and in which article (by its place among all that are read together)."""

    match: re.Match[str]
    evidence: Evidence
    article: int

    def number(self, part: str) -> int | None:
        """A named part of the match as a number; None where it took no part."""
        caught = self.match.groupdict().get(part)
        return int(caught) if caught else None

    def day(self, year: int | None) -> date | None:
        """The day of that year which the match's `month` and `day` name; None when the calendar has none."""
        return calendar_day(year, self.number("month"), self.number("day"))


@dataclass(frozen=True, slots=True)
class Passages:
    """The blocks of articles that are read together, each with the place of its article; `whole`: all they read."""

    texts: tuple[tuple[Text, int], ...]
    whole: str

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Passages:
        """All blocks of the articles."""
        texts = tuple((block.text, place) for place, article in enumerate(articles) for block in article.blocks)
        return cls(texts, "\n".join(text.value for text, _ in texts))

    def find(self, name: str) -> Iterator[Said]:
        """Every place where a rule of `rules/issue.yml` finds something."""
        rule = rules("issue")[name]
        for text, place in self.texts if rule.may_fit(self.whole) else ():
            for match in rule.pattern.finditer(text.value) if rule.may_fit(text.value) else ():
                yield Said(match, Evidence(text[match.start() : match.end()].strip(), rule.id), place)


@dataclass(frozen=True, slots=True)
class Sign:
    """A day that some words tell without its year, and the days on which the issue may then have come out.

    `named`: the day, in a given year; None when the calendar has no such day. `leaves`: the days, for that day.
    """

    said: Said
    named: Callable[[int], date | None]
    leaves: Callable[[date], DateRange]

    def allowed(self, years: Iterable[int]) -> tuple[DateRange, ...]:
        """The days on which the issue may have come out when the words are of one of these years."""
        return tuple(self.leaves(day) for year in years if (day := self.named(year)))


def calendar_day(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, or None when the calendar has no such day."""
    if not (year and month and day and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def number_of(written: str) -> int:
    """The number that digits, or Chinese numerals below 100, mean; numerals without a ten are digits (二〇二三)."""
    digits = [int(numeric(character, 0)) for character in written]
    if TEN not in digits:
        return int("".join(map(str, digits)))
    at = digits.index(TEN)
    return TEN * (digits[at - 1] if at else 1) + sum(digits[at + 1 :])


Naming = Callable[[Said], Callable[[int], date | None]]
Leaving = Callable[[date], DateRange]


def _signs(words: Passages, name: str, named: Naming, leaves: Leaving) -> Iterator[Sign]:
    """What a rule finds, as signs, but for days that no calendar has."""
    found = (Sign(said, named(said), leaves) for said in words.find(name))
    return (sign for sign in found if sign.named(LEAP_YEAR))


# --- what has been ---


def dispatches(words: Passages) -> Sequence[Sign]:
    """Dispatches of the wire, which bear the day on which they were sent."""
    return list(_signs(words, "wire", _on_day, _soon_after(DISPATCH)))


def news(words: Passages) -> Sequence[Sign]:
    """Reports and pictures of news, with the day that they begin with."""
    return [sign for name in ("report", "photo") for sign in _signs(words, name, _on_day, _soon_after(NEWS))]


def past(words: Passages) -> Sequence[Sign]:
    """Days that the issue does not come before, the latest of a year first."""
    sent = [sign for name in ("wire", "photo") for sign in _signs(words, name, _on_day, _after)]
    rest = [sign for name, (named, leaves) in PAST.items() for sign in _signs(words, name, named, leaves)]
    return sorted((*sent, *_openings(words), *rest), key=in_leap_year, reverse=True)


def _openings(words: Passages) -> Iterator[Sign]:
    """Days that reports begin with: one may be of the morning's paper itself, several of one day are not."""
    found = list(_signs(words, "opening", _on_day, _from))
    told = Counter(day for day, _ in {(in_leap_year(sign), sign.said.article) for sign in found})
    return (replace(sign, leaves=_after) if told[in_leap_year(sign)] > 1 else sign for sign in found)


def in_leap_year(sign: Sign) -> date:
    """The day that a sign names, in a leap year, which has them all: its place in the year."""
    return sign.named(LEAP_YEAR) or date.min


def _on_day(said: Said) -> Callable[[int], date | None]:
    return said.day


def _soon_after(most: timedelta) -> Callable[[date], DateRange]:
    return lambda day: DateRange(day + DAY, day + most)


def _from(day: date) -> DateRange:
    """From a day to the end of the year, or of the winter."""
    return DateRange(day, date(day.year + 1, EARLY, 28) if day.month >= LATE else date(day.year, 12, 31))


def _after(day: date) -> DateRange:
    return replace(_from(day), start=day + DAY)


def _in_year(day: date) -> DateRange:
    return DateRange(day + DAY, date((day + DAY).year, 12, 31))


def _reached(said: Said) -> Callable[[int], date | None]:
    """The day up to which something is told: of a month, the day before it or, when it is over, its last one."""
    month = said.number("month") or 0

    def named(year: int) -> date | None:
        if said.number("day") or not 1 <= month <= 12:
            return said.day(year)
        if said.match.groupdict().get("late"):
            return date(year, month, monthrange(year, month)[1])
        return date(year, month, 1) - DAY

    return named


def _half(said: Said) -> Callable[[int], date | None]:
    del said
    return lambda year: date(year, 6, 30)


PAST: Mapping[str, tuple[Naming, Leaving]] = {
    "up_to": (_reached, _after),
    "month_this_year": (_reached, _in_year),
    "half_done": (_half, _after),
}


# --- what is to come ---


def coming(words: Passages) -> Sequence[Sign]:
    """Days that the issue does not come after."""
    return [*_signs(words, "deadline", _on_day, _until), *_signs(words, "festival_ahead", _eve, _until)]


def _until(day: date) -> DateRange:
    """From the beginning of the year, or of the winter, to a day."""
    return DateRange(date(day.year - 1, LATE, 1) if day.month <= EARLY else date(day.year, 1, 1), day)


def _eve(said: Said) -> Callable[[int], date | None]:
    """The day before a festival, in the years that the table knows."""
    days = rules("festivals")[said.match["festival"]].more["days"]

    def named(year: int) -> date | None:
        day = days.get(str(year)) or days.get("every")
        return date.fromisoformat(f"{year}-{day}") - DAY if day else None

    return named
