"""What is known of a collection when its articles are asked whether they tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model import Article, Date, Facts, Page
from .happenings_named import Naming, namings

PRINTED_BY = 60  # days within which a paper reports what was held
Issued = tuple[str, date]
COMMENTARY = "commentary"


@dataclass(frozen=True)
class Scene:
    """The articles of a collection by id, their facts and pages, the city of each, and pages collected twice."""

    articles: Mapping[str, Article]
    facts: Mapping[str, Facts]
    pages: Mapping[str, Page]
    homes: Mapping[str, str]
    doubles: frozenset[tuple[str, str]]

    @cached_property
    def namings(self) -> Mapping[str, tuple[Naming, ...]]:
        """What each article says was held."""
        return {name: namings(article, self.facts[name]) for name, article in sorted(self.articles.items())}

    @cached_property
    def issues(self) -> Mapping[Issued | str, tuple[str, ...]]:
        """The articles (ids, sorted) of each issue of a known paper and day, and of each page."""
        found: dict[Issued | str, set[str]] = defaultdict(set)
        for name, article in self.articles.items():
            for issue in self.issued(article):
                found[issue].add(name)
        return {issue: tuple(sorted(names)) for issue, names in found.items()}

    def issued(self, article: Article) -> Sequence[Issued | str]:
        """Where an article was printed: its pages, and its issue when the paper and the very day are known."""
        page = self.pages.get(article.seeds[0])
        if page is None or page.issue.publication is None or page.issue.dated is None:
            return article.seeds
        days = page.issue.dated.value
        own = [(page.issue.publication.value, days.start)] if days.start == days.end else []
        return (*own, *article.seeds)

    def beside(self, names: Iterable[str]) -> tuple[str, ...]:
        """The other articles of the issues, or of the pages, that some articles stand in; sorted."""
        own = frozenset(names)
        found = {other for name in own for issue in self.issued(self.articles[name]) for other in self.issues[issue]}
        return tuple(sorted(found - own))

    def one_issue(self, one: str, other: str) -> bool:
        """Whether two articles surely stand in one issue."""
        return not {*self.issued(self.articles[one])}.isdisjoint(self.issued(self.articles[other]))

    def near(self, one: str, other: str) -> bool:
        """Whether two articles are of one paper or of one city, and not of one page that was collected twice."""
        if any((a, b) in self.doubles for a in self.seeds(one) for b in self.seeds(other)):
            return False
        mine, yours = self.paper(one), self.paper(other)
        home = self.homes.get(one)
        return (bool(mine) and mine == yours) or (bool(home) and home == self.homes.get(other))

    def seeds(self, article: str) -> tuple[str, ...]:
        """The pages of an article."""
        return self.articles[article].seeds

    def paper(self, article: str) -> str:
        """The paper of an article; empty when it is not known."""
        page = self.pages.get(self.seeds(article)[0])
        return page.issue.publication.value if page and page.issue.publication else ""

    def may_report(self, article: str, dated: Date, within: int | None = PRINTED_BY) -> bool:
        """Whether an article may have been printed after what has this date, and not longer after it than `within`."""
        page = self.pages.get(self.seeds(article)[0])
        if page is None or page.issue.dated is None or dated.start is None or dated.end is None:
            return True
        days = page.issue.dated.value
        return days.end >= dated.start and (within is None or (days.start - dated.end).days <= within)


def agree(one: Date | None, other: Date | None) -> bool:
    """Whether two dates may be of one happening; one that is not told agrees with any."""
    if one is None or other is None or one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)
