"""The proof of a report's own words: each number and each quotation in them is printed where the report leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from ...errors import ReportError
from ...model.reports import Computed, Leads, Part, Parts, Pointer, Printed, Stress, Words, flat
from ...rules import rules
from ...text import Text, is_blank
from .numbers import Number, Said, fold, inked, numbers, shares
from .shelf import Shelf

MASK = "□"
DATES = {
    "relative": "it means another day to every reader: write the year",
    "date": "write the date of an issue as [日期](000)",
}
OWN = ("issues", "pages", "articles", "papers", "questions")


@dataclass(frozen=True)
class Evidence:
    """What a report leads to: the words that it quotes, those that its tables show, and the pages of both.

    `names` are what the report calls pages by. `questions`: how many of its headings ask something.
    """

    shelf: Shelf
    quoted: tuple[Text, ...]
    shown: tuple[Text, ...]
    seeds: tuple[str, ...]
    articles: tuple[str, ...]
    names: frozenset[str] = frozenset()
    questions: int = 0

    @cached_property
    def _numbers(self) -> frozenset[Said]:
        lines = (number for text in self.quoted for number in self.shelf.numbers_on(text))
        shown = (number for text in self.shown for number in numbers(inked(text.value)))
        return frozenset(number.said for numbers_ in (lines, shown) for number in numbers_)

    @cached_property
    def _shares(self) -> frozenset[str]:
        lines = (share for text in self.quoted for share in self.shelf.shares_on(text))
        shown = (share[0] for text in self.shown for share in shares(inked(text.value)))
        return frozenset((*lines, *shown))

    @cached_property
    def _ink(self) -> str:
        quoted = (self.shelf.ink_of(text) for text in self.quoted)
        return "\n".join((*quoted, *(inked(text.value) for text in self.shown)))

    @cached_property
    def _pages(self) -> str:
        return "\n".join(inked(self.shelf.library.page_of[seed].seed.source) for seed in self.seeds)

    def prints(self, words: str) -> bool:
        """Whether a page that the report leads to prints some words."""
        return inked(words) in self._pages

    def holds_date(self, date: str) -> bool:
        """Whether a line that the report leads to prints a date so."""
        start = self._ink.find(date)
        while start >= 0:
            if not rules("reports")["within"].pattern.search(self._ink[max(start - 3, 0) : start]):
                return True
            start = self._ink.find(date, start + 1)
        return False

    def holds_share(self, words: str) -> bool:
        """Whether a line that the report leads to prints a share so, with all that belongs to it."""
        return words in self._shares

    def holds(self, number: Number) -> bool:
        """Whether such a line prints a number, or says it as exactly; without a unit, with any."""
        if number.said in self._numbers:
            return True
        return not number.unit and any(said._replace(unit="") == number.said for said in self._numbers)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many issues, pages, articles and papers the report leads to, and how many questions it asks."""
        issues = [(seed, self.shelf.library.page_of[seed].issue) for seed in self.seeds]
        papers = {issue.publication.value for _, issue in issues if issue.publication}
        days = {
            (issue.publication.value, issue.dated.value) if issue.publication and issue.dated else seed
            for seed, issue in issues
        }
        return {
            "issues": len(days),
            "pages": len(self.seeds),
            "articles": len(self.articles),
            "papers": len(papers),
            "questions": self.questions,
        }


def apart(parts: Parts) -> Parts:
    """The parts, words in quotation marks apart from the others."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Stress):
            found.append(replace(part, parts=apart(part.parts)))
        elif isinstance(part, Words):
            found += _apart(part)
        else:
            found.append(part)
    return tuple(found)


def _apart(words: Words) -> Iterator[Words]:
    last = 0
    for match in rules("reports")["quoted"].pattern.finditer(words.words):
        if match.start() > last:
            yield Words(words.words[last : match.start()], words.line)
        yield Words(match[0], words.line, quoted=True)
        last = match.end()
    if last < len(words.words):
        yield Words(words.words[last:], words.line)


class _Line(NamedTuple):
    """A line of prose as it will be read: its characters, which of them are proved already, and their lines."""

    words: str
    proved: tuple[bool, ...]
    lines: tuple[int, ...]

    def without_blanks(self) -> _Line:
        kept = [at for at, letter in enumerate(self.words) if not is_blank(letter)]
        return _Line(
            fold("".join(self.words[at] for at in kept)),
            tuple(self.proved[at] for at in kept),
            tuple(self.lines[at] for at in kept),
        )

    def open_places(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern is found in words that are not all proved."""
        return (match for match in pattern.finditer(self.words) if not all(self.proved[match.start() : match.end()]))

    def masked(self, pattern: re.Pattern[str]) -> _Line:
        """The same line, what the pattern finds made unreadable."""
        return self._replace(words=pattern.sub(lambda match: MASK * len(match[0]), self.words))


def _line(parts: Parts) -> _Line:
    """The parts one after the other; what the site fills in itself is proved, and unreadable here."""
    words: list[str] = []
    proved: list[bool] = []
    lines: list[int] = []
    for part in flat(parts):
        said, is_proved = _said(part)
        at = part.line if isinstance(part, Words | Pointer | Leads) else lines[-1] if lines else 1
        words.append(said)
        proved += [is_proved] * len(said)
        lines += [at] * len(said)
    return _Line("".join(words), tuple(proved), tuple(lines))


def _said(part: Part) -> tuple[str, bool]:
    if isinstance(part, Printed):
        return part.text.value, True
    if isinstance(part, Words):
        return part.words, False
    if isinstance(part, Leads):
        return part.words or MASK, False
    return (part.words, True) if isinstance(part, Computed | Pointer) else (MASK, True)


def unproved(parts: Parts, evidence: Evidence) -> Iterator[ReportError]:
    """What in a line of prose is printed nowhere that the report leads to: quotations, dates, shares, numbers.

    The line is read as a reader does: what leads to a line of a page and what stands beside it may be one number.
    """
    known = rules("reports")
    line = _line(parts)
    yield from _quotations(line, evidence)
    line = line.masked(known["quoted"].pattern).without_blanks()
    for name, reason in DATES.items():
        for match in line.open_places(known[name].pattern):
            if not evidence.holds_date(match[0]):
                why = f"no line that this report leads to prints “{match[0]}”; {reason}"
                yield ReportError(line.lines[match.start()], f"report_{name}", why, words=match[0])
        line = line.masked(known[name].pattern)
    for match in line.open_places(known["share"].pattern):
        if not evidence.holds_share(match[0]):
            yield _loose(match[0], line.lines[match.start()], evidence)
    line = line.masked(known["share"].pattern)
    for number in numbers(line.words):
        if not (all(line.proved[number.start : number.end]) or _is_told(number, line.words, evidence)):
            yield _loose(number.words, line.lines[number.start], evidence)


def _quotations(line: _Line, evidence: Evidence) -> Iterator[ReportError]:
    for match in line.open_places(rules("reports")["quoted"].pattern):
        own = next(group for group in match.groups() if group)
        if not evidence.prints(own):
            reason = f"no page that this report leads to prints “{own}”; lead to it, or take the quotation marks away"
            yield ReportError(line.lines[match.start()], "report_quoted", reason, words=own)


def _is_told(number: Number, ink: str, evidence: Evidence) -> bool:
    return _is_plain(number, ink) or _is_own(number, ink, evidence) or evidence.holds(number)


def _is_plain(number: Number, ink: str) -> bool:
    """Whether it is the 一 of plain words (一个), or the name of a page that may stand there."""
    behind = ink[number.end - len(number.unit) :]
    is_one = number.by_hand and number.value == 1 and not (number.nth or number.open)
    return is_one and bool(rules("reports")["plain_one"].match(behind))


def _is_own(number: Number, ink: str, evidence: Evidence) -> bool:
    """Whether it counts issues, pages, articles, papers or questions, and not more than there are."""
    if number.written in evidence.names:
        return True
    at = ink.find(number.written, number.start) + len(number.written)
    found = None if number.open or number.nth else rules("reports")["own"].match(ink[at:])
    told = next((name for name in OWN if found[name]), None) if found else None
    return told is not None and number.value <= evidence.counts[told]


def _loose(words: str, line: int, evidence: Evidence) -> ReportError:
    near = "、".join(_homes(words, evidence))
    reason = f"“{words}” is printed on no line that this report leads to"
    if near:
        advice = f"it is printed at {near}: lead to it there, such as [{words}](000#L17)"
        return ReportError(line, "report_number", f"{reason}; {advice}", words=words, near=near)
    return ReportError(line, "report_nowhere", f"{reason}, nor anywhere on its pages; look at it again", words=words)


def _homes(words: str, evidence: Evidence) -> Sequence[str]:
    """Where the pages that the report leads to print a number."""
    found: list[str] = []
    for name in evidence.seeds:
        seed = evidence.shelf.library.page_of[name].seed
        found += [f"{seed.name}#L{at}" for at, text in enumerate(seed.lines(), 1) if _stands(words, inked(text.value))]
    return found[:3]


def _stands(words: str, ink: str) -> bool:
    """Whether some words stand on a line, and not inside a longer number."""
    beside = rules("reports")["beside"]
    places = (match.span() for match in re.finditer(re.escape(words), ink))
    return any(not (beside.match(ink[start - 1 : start]) or beside.match(ink[end : end + 1])) for start, end in places)
