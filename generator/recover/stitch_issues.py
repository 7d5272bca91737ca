"""What joins prove: which pages are of one issue, and what one of them teaches another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TypeVar

from ..model import Article, Basis, Claim, DateRange, Evidence, Issue, Page
from ..rules import rules
from .dating import date_articles
from .dating_signs import LEAP_YEAR
from .stitch_halves import Sheet

T = TypeVar("T")
# What agreement is worth for a join, as the evidence in `stitch_fit`.
SAME_DAY = 1.5
SAME_PAPER = 0.5
ONE_ISSUE = 2.0
# Pages of one issue have their last dispatches of the same days, and these are news.
APART = 3
LONG_BEFORE = 10
YEAR = 366


@dataclass
class Issues:
    """The pages that joins have proved to be of one issue, in groups."""

    _groups: dict[Sheet, list[Sheet]] = field(default_factory=dict)

    def group(self, sheet: Sheet) -> list[Sheet]:
        """The pages of the issue of a page; it alone when no join has told of others."""
        return self._groups.setdefault(sheet, [sheet])

    def are_one(self, one: Sheet, other: Sheet) -> bool:
        """Whether joins have proved that two pages are of one issue."""
        return self.group(one) is self.group(other)

    def known(self, sheet: Sheet) -> Issue:
        """What the pages of an issue, as far as joins have told of them, know together of its paper and its day."""
        issues = [other.page.issue for other in self.group(sheet)]
        papers = [issue.publication for issue in issues if issue.publication]
        days = _meeting([issue.dated.value for issue in issues if issue.dated])
        return Issue(papers[0] if papers else None, Claim(days, Basis.INFERRED) if days else None)

    def are_of_one_day(self, one: Sheet, other: Sheet) -> bool:
        """Whether two pages are of one day: of one that is known of both, or of the day after one last dispatch."""
        days = [self.known(sheet).dated for sheet in (one, other)]
        if all(days) and days[0] == days[1]:
            return _is_a_day(days[0])
        return one.sent is not None and one.sent == other.sent

    def worth(self, one: Sheet, other: Sheet) -> float:
        """What the paper and the day of two pages, which agree, are worth for a join between them."""
        if self.are_one(one, other):
            return ONE_ISSUE
        paper = self.known(one).publication and self.known(other).publication
        return SAME_DAY * self.are_of_one_day(one, other) + (SAME_PAPER if paper else 0.0)

    def may_be_one(self, one: Sheet, other: Sheet) -> bool:
        """Whether two pages, with those of their issues, may be of one: one paper, a day in common, no page twice."""
        if self.are_one(one, other):
            return True
        sheets = [*self.group(one), *self.group(other)]
        issues = [sheet.page.issue for sheet in sheets]
        papers = {issue.publication.value for issue in issues if issue.publication}
        numbers = [sheet.number for sheet in sheets if sheet.number]
        if len(papers) > 1 or len(set(numbers)) < len(numbers):
            return False
        return _have_a_day(issues) and _are_sent_together(sheets)

    def unite(self, one: Sheet, other: Sheet) -> bool:
        """Make two pages one issue; False, and nothing done, when they cannot be."""
        if not self.may_be_one(one, other):
            return False
        if not self.are_one(one, other):
            joined = [*self.group(one), *self.group(other)]
            self._groups.update((sheet, joined) for sheet in joined)
        return True


def _is_a_day(claim: Claim[DateRange] | None) -> bool:
    return claim is not None and claim.value.start == claim.value.end


def _are_sent_together(sheets: Sequence[Sheet]) -> bool:
    """Whether the last dispatches of all pages are of days near each other, and not long before the issue's."""
    sent = {sheet.sent for sheet in sheets if sheet.sent}
    issued = {sheet.day.replace(year=LEAP_YEAR) for sheet in sheets if sheet.day}
    near = all(
        min((one - other).days % YEAR, (other - one).days % YEAR) <= APART for one, other in combinations(sent, 2)
    )
    return near and all((day - one).days % YEAR <= LONG_BEFORE for one in sent for day in issued)


def _have_a_day(issues: Sequence[Issue]) -> bool:
    known = [issue.dated.value for issue in issues if issue.dated]
    return not known or _meeting(known) is not None


def _meeting(ranges: Sequence[DateRange]) -> DateRange | None:
    """The days that all ranges have in common; None when there is none, or no range."""
    if not ranges:
        return None
    start, end = max(days.start for days in ranges), min(days.end for days in ranges)
    return DateRange(start, end) if start <= end else None


def taught(pages: Sequence[Page], articles: Sequence[Article]) -> tuple[Page, ...]:
    """The pages, each with what the other pages of its issue tell of the paper and the day.

    Pages are of one issue when an article stands on both: then the paper that one of them is known to be of is the
    other's too, and so are the days: those that one of them prints or, where none does, those that the words of all
    leave together. Such a claim is inferred, and its evidence quotes the words on the other page. What a page prints,
    or a person gave, is not touched; nor is the number of a page.
    """
    by_id = {page.seed.id: page for page in pages}
    known: dict[str, _Known] = {}
    for group in _groups(articles):
        known |= dict.fromkeys(group, _known([by_id[seed] for seed in group]))
    return tuple(
        replace(page, issue=known[page.seed.id].taught(page)) if page.seed.id in known else page for page in pages
    )


def _groups(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The seeds of each issue of which several are here, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for article in articles:
        if len(article.seeds) > 1:
            seeds = sorted({name for seed in article.seeds for name in found.get(seed, (seed,))})
            found |= dict.fromkeys(seeds, tuple(seeds))
    return tuple(dict.fromkeys(found.values()))


@dataclass(frozen=True)
class _Known:
    """What the pages of an issue tell together of its paper and its day, with all that tells it."""

    paper: str | None
    days: DateRange | None
    papers: tuple[Evidence, ...]
    dates: tuple[Evidence, ...]

    def taught(self, page: Page) -> Issue:
        """What a page is of, with what all pages of its issue tell."""
        own = page.issue
        return replace(
            own,
            publication=_learnt(page, own.publication, self.paper, self.papers),
            dated=_learnt(page, own.dated, self.days, self.dates),
        )


def _known(pages: Sequence[Page]) -> _Known:
    papers = [page.issue.publication for page in pages if page.issue.publication]
    days = [page.issue.dated for page in pages if page.issue.dated]
    if all(claim.basis is Basis.INFERRED for claim in days):
        together = date_articles(article for page in pages for article in page.articles)
        days = [together, *days] if together else days
    return _Known(
        papers[0].value if len({claim.value for claim in papers}) == 1 else None,
        _meeting([claim.value for claim in days]),
        tuple(item for claim in papers for item in claim.evidence),
        tuple(item for claim in days for item in claim.evidence),
    )


def _learnt(page: Page, own: Claim[T] | None, value: T | None, told: Sequence[Evidence]) -> Claim[T] | None:
    """A page's own claim when it says as much; else what the words on all its issue's pages say together."""
    if value is None or (own is not None and (own.value == value or own.basis is not Basis.INFERRED)):
        return own
    rule = rules("stitch")["same_issue"].id
    here = [item for item in told if item.text.seeds == (page.seed.id,)]
    there = [Evidence(item.text, rule) for item in told if item.text.seeds != (page.seed.id,)]
    return Claim(value, Basis.INFERRED, tuple(dict.fromkeys((*(own.evidence if own else ()), *here, *there))))
