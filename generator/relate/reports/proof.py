"""The proof of a report's own words: each number and each quotation in them is printed where the report leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...errors import ReportError
from ...model.reports import Words
from ...rules import rules
from ...text import Text
from .numbers import Number, Said, inked, numbers
from .shelf import Shelf

MASK = "□"
OWN = ("issues", "pages", "articles", "papers")


@dataclass(frozen=True)
class Evidence:
    """What a report leads to: the words that it quotes, those that its tables show, and the pages of both.

    `heads` are words that the site fills in itself, such as the headings of articles it names.
    """

    shelf: Shelf
    quoted: tuple[Text, ...]
    shown: tuple[Text, ...]
    seeds: tuple[str, ...]
    articles: tuple[str, ...]
    names: frozenset[str] = frozenset()

    @cached_property
    def _numbers(self) -> frozenset[Said]:
        lines = (number for text in self.quoted for number in self.shelf.numbers_on(text))
        shown = (number for text in self.shown for number in numbers(inked(text.value)))
        return frozenset(number.said for numbers_ in (lines, shown) for number in numbers_)

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
            if not (start and self._ink[start - 1].isdecimal()):
                return True
            start = self._ink.find(date, start + 1)
        return False

    def holds_words(self, words: str) -> bool:
        """Whether a line that the report leads to prints some words."""
        return words in self._ink

    def holds(self, number: Number) -> bool:
        """Whether such a line prints a number, or says it as exactly; without a unit, with any."""
        if number.said in self._numbers:
            return True
        return not number.unit and any(said._replace(unit="") == number.said for said in self._numbers)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many issues, pages, articles and papers the report leads to."""
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
        }


def apart(words: Words) -> Iterator[Words]:
    """The words, those in quotation marks apart."""
    last = 0
    for match in rules("reports")["quoted"].pattern.finditer(words.words):
        if match.start() > last:
            yield Words(words.words[last : match.start()], words.line)
        yield Words(match[0], words.line, quoted=True)
        last = match.end()
    if last < len(words.words):
        yield Words(words.words[last:], words.line)


def unproved(words: Words, evidence: Evidence) -> Iterator[ReportError]:
    """What in the words is printed nowhere that the report leads to: quotations, dates, shares, numbers."""
    for match in rules("reports")["quoted"].pattern.finditer(words.words):
        own = next(group for group in match.groups() if group)
        if not evidence.prints(own):
            reason = f"no page that this report leads to prints “{own}”; lead to it, or take the quotation marks away"
            yield ReportError(words.line, "report_quoted", reason, words=own)
    ink = inked(rules("reports")["quoted"].pattern.sub(_masked, words.words))
    for match in rules("reports")["date"].pattern.finditer(ink):
        if not evidence.holds_date(match[0]):
            reason = f"no line that this report leads to prints “{match[0]}”; write the date of an issue as [日期](000)"
            yield ReportError(words.line, "report_date", reason, words=match[0])
    ink = rules("reports")["date"].pattern.sub(_masked, ink)
    for match in rules("reports")["share"].pattern.finditer(ink):
        if not evidence.holds_words(match[0]):
            yield _loose(match[0], words.line, evidence)
    ink = rules("reports")["share"].pattern.sub(_masked, ink)
    for number in numbers(ink):
        if not (_is_plain(number, ink) or _is_own(number, ink, evidence) or evidence.holds(number)):
            yield _loose(number.words, words.line, evidence)


def _masked(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _is_plain(number: Number, ink: str) -> bool:
    """Whether it is the 一 of plain words (一个), or the name of a page that may stand there."""
    behind = ink[number.end - len(number.unit) :]
    is_one = number.by_hand and number.value == 1 and not (number.nth or number.open)
    return is_one and bool(rules("reports")["plain_one"].match(behind))


def _is_own(number: Number, ink: str, evidence: Evidence) -> bool:
    """Whether it counts issues, pages, articles or papers, and not more than the report leads to."""
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
        found += [f"{seed.name}#L{at}" for at, text in enumerate(seed.lines(), 1) if words in inked(text.value)]
    return found[:3]
