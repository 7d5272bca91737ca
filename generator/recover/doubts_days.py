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


def impossible_days(article: Article) -> Iterator[Text]:
    """Expressions like 2月30日, and 2023年11月5日（星期三）, which was a Sunday."""
    known = rules("suspects")["day"]
    week = known.more["week"]
    for block in article.blocks:
        for match in known.pattern.finditer(block.text.value):
            year, month, day, weekday = (match[name] for name in ("year", "month", "day", "weekday"))
            if not _exists(int(year) if year else None, int(month), int(day)):
                yield block.text[match.start() : match.end("day") + 1]
            elif year and weekday and date(int(year), int(month), int(day)).weekday() != week.index(weekday) % 7:
                yield block.text[match.start() : match.end()]


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= len(LONGEST) or not 1 <= day <= LONGEST[month - 1]:
        return False
    return (month, day) != (FEBRUARY, LONGEST[FEBRUARY - 1]) or year is None or isleap(year)
