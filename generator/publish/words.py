"""The site's own words, in one language, and the days of the calendar in them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from ..errors import BrokenPromiseError
from ..model import DateRange
from ..rules import table


@dataclass(frozen=True)
class Words:
    """Says the words of `locale/<language>/`, names filled in. What it says is text, not Markdown or HTML."""

    table: Mapping[str, str]

    def __call__(self, key: str, **names: object) -> str:
        """The words under `key`, with the names filled in."""
        return self.table[key].format(**names)

    def day(self, day: date) -> str:
        """A day of the calendar."""
        return self("day", year=day.year, month=day.month, day=day.day)

    def days(self, start: date, end: date) -> str:
        """The days from `start` to `end`, as short as it can be said: a day, a month, a year or a span."""
        if start == end:
            return self.day(start)
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            years = [self("year", year=year) for year in sorted({start.year, end.year})]
            return years[0] if len(years) == 1 else self("span", start=years[0], end=years[1])
        if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
            return self._months(start, end)
        return self("span", start=self.day(start), end=self._later_day(start, end))

    def _months(self, start: date, end: date) -> str:
        first = self("month", year=start.year, month=start.month)
        if (start.year, start.month) == (end.year, end.month):
            return first
        last = "month_short" if start.year == end.year else "month"
        return self("span", start=first, end=self(last, year=end.year, month=end.month))

    def _later_day(self, start: date, end: date) -> str:
        if start.year != end.year:
            return self.day(end)
        key = "day_only" if start.month == end.month else "day_short"
        return self(key, month=end.month, day=end.day)

    def issue_days(self, days: DateRange) -> str:
        """When an issue appeared: one day, or some day of a month, a year or a span."""
        said = self.days(days.start, days.end)
        if days.start == days.end:
            return said
        wholes = (self("year", year=days.start.year), self("month", year=days.start.year, month=days.start.month))
        return self("within" if said in wholes else "between", days=said)


@cache
def words(language: str) -> Words:
    """The words of all files in `locale/<language>/`; raises BrokenPromiseError when two of them say one key."""
    table: dict[str, str] = {}
    for file in sorted((files(__package__) / "locale" / language).iterdir(), key=lambda file: file.name):
        said = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
        twice = sorted(table.keys() & said.keys())
        if twice:
            raise BrokenPromiseError(f"locale/{language}/{file.name}: {twice[0]} is said in another file too; drop one")
        table |= said
    return Words(table)


def says(file: str, rule: str) -> str:
    """What a rule of `rules/<file>.yml`, or of the file that it names itself, knows in a reader's words, if any."""
    home, _, name = rule.rpartition(".")
    entry = table(home or file).get(name, {})
    return str(entry.get("says", ""))
