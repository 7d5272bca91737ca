"""What joins prove: which pages are of one issue, and what one of them teaches another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ..model import Article, Basis, Claim, DateRange, Evidence, Issue, Page
from ..rules import rules
from .stitch_halves import Sheet

T = TypeVar("T")


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

    def may_be_one(self, one: Sheet, other: Sheet) -> bool:
        """Whether two pages, with those of their issues, may be of one: one paper, a day in common, no page twice."""
        if self.are_one(one, other):
            return True
        sheets = [*self.group(one), *self.group(other)]
        issues = [sheet.page.issue for sheet in sheets]
        papers = {issue.publication.value for issue in issues if issue.publication}
        numbers = [sheet.number for sheet in sheets if sheet.number]
        return len(papers) <= 1 and len(set(numbers)) == len(numbers) and _have_a_day(issues)

    def unite(self, one: Sheet, other: Sheet) -> bool:
        """Make two pages one issue; False, and nothing done, when they cannot be."""
        if not self.may_be_one(one, other):
            return False
        if not self.are_one(one, other):
            joined = [*self.group(one), *self.group(other)]
            self._groups.update((sheet, joined) for sheet in joined)
        return True


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

    Pages are of one issue when an article stands on both: then the paper and the days that one of them is known to be
    of are the other's too. Such a claim is inferred, and its evidence quotes the words on the other page. What a page
    prints, or a person gave, is not touched; nor is the number of a page.
    """
    group_of = _groups(articles)
    by_id = {page.seed.id: page for page in pages}
    issues = {name: by_id[name].issue for group in group_of.values() for name in group}
    return tuple(
        replace(page, issue=_taught(page.issue, [issues[name] for name in group_of[page.seed.id]]))
        if page.seed.id in group_of
        else page
        for page in pages
    )


def _groups(articles: Sequence[Article]) -> dict[str, tuple[str, ...]]:
    """For each seed that shares an article with others: all the seeds of its issue, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for article in articles:
        if len(article.seeds) > 1:
            seeds = sorted({name for seed in article.seeds for name in found.get(seed, (seed,))})
            found |= dict.fromkeys(seeds, tuple(seeds))
    return found


def _taught(own: Issue, issues: Sequence[Issue]) -> Issue:
    """What a page is known to be of, with what all pages of its issue tell."""
    papers = [issue.publication for issue in issues if issue.publication]
    days = [issue.dated for issue in issues if issue.dated]
    one_paper = len({claim.value for claim in papers}) == 1
    common = _meeting([claim.value for claim in days])
    return replace(
        own,
        publication=_learnt(own.publication, papers[0].value, papers) if one_paper else own.publication,
        dated=_learnt(own.dated, common, days) if common else own.dated,
    )


def _learnt(own: Claim[T] | None, value: T, claims: Sequence[Claim[T]]) -> Claim[T]:
    """A page's own claim when it says as much; else what the claims of all its issue's pages say together."""
    if own is not None and (own.value == value or own.basis is not Basis.INFERRED):
        return own
    rule = rules("stitch")["same_issue"].id
    others = [item.text for claim in claims if claim is not own for item in claim.evidence]
    borrowed = tuple(Evidence(text, rule) for text in dict.fromkeys(others))
    return Claim(value, Basis.INFERRED, (*(own.evidence if own else ()), *borrowed))
