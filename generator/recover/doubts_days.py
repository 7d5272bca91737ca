"""Days that no calendar has, and weekdays that they are not."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date

from ..model import Article
from ..rules import rules
from ..text import Text

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2
YEAR = 6  # characters before a month in which its year stands
PARTS = frozenset("0123456789.")  # behind these, what looks like a month is a part of a number


def impossible_days(article: Article) -> Iterator[Text]:
    """Expressions like 2月30日, and 2023年11月5日（星期三）, which was a Sunday."""
    known = rules("suspects")["day"]
    week = known.more["week"]
    for block in article.blocks:
        value = block.text.value
        for match in known.pattern.finditer(value):
            if value[: match.start()][-1:] in PARTS:
                continue
            before = rules("suspects")["year_before"].pattern.search(
                value[max(0, match.start() - YEAR) : match.start()]
            )
            year = int(before["year"]) if before else None
            month, day = int(match["month"]), int(match["day"])
            if not _exists(year, month, day):
                yield block.text[match.start() : match.end("day") + 1]
            elif year and match["weekday"] and date(year, month, day).weekday() != week.index(match["weekday"]) % 7:
                yield block.text[match.start() : match.end()]


def _year(before: str) -> int | None:
    match = rules("suspects")["year_before"].pattern.search(before)
    return int(match["year"]) if match else None


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= len(LONGEST) or not 1 <= day <= LONGEST[month - 1]:
        return False
    return (month, day) != (FEBRUARY, LONGEST[FEBRUARY - 1]) or year is None or isleap(year)
