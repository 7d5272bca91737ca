"""Said, then reported: for each sentence that says what is to come, later sentences that share its words.

They must be of one city, of no different places in it, and share strings that few articles print: long ones, or
shorter ones of one campaign; or give a value of one indicator. Nothing is graded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Article, Facts, Later, Page, Promise, Series
from ..rules import rules
from ..text import Text
from .promises_reading import (
    Said,
    is_later,
    is_same_day,
    may_be_of_one_place,
    reports,
    speaker,
    surroundings,
    told,
    until,
)
from .promises_terms import as_printed, grams, shared, weight

WIDE, WIDE_SHARE = 8, 20  # what more articles name than these, and more than one in so many, is everybody's campaign
RARE = 6  # so many articles may print a string that still tells something
MOST = 3  # later sentences of one promise
ENOUGH = {"plan": 6, "aim": 6, "call": 8, "measure": 8}  # characters that must be shared
OF_ONE_CAMPAIGN = 1  # so many fewer, where one campaign governs both; its name then counts for nothing


def promises(
    articles: Sequence[Article],
    facts: Mapping[str, Facts],
    pages: Iterable[Page],
    cities: Mapping[str, str],
    series: Sequence[Series] = (),
) -> tuple[Promise, ...]:
    """What was said to come, in the order of the articles' ids, with the later sentences on it.

    `cities`: the city that each article is about, where one is known.
    """
    issues = {page.seed.id: page.issue for page in pages}
    common = _common(facts)
    said = [
        one
        for around in surroundings(sorted(articles, key=lambda one: one.id), facts, issues, cities)
        for one in told(around, facts[around.article.id], common)
    ]
    index = _Index.of(said, series)
    made = (_promise(one, index, facts[one.around.article.id]) for one in said if one.kind in ENOUGH)
    return tuple(one for one in made if one.later or rules("promises")[one.kind.partition(".")[2]].more.get("alone"))


def _common(facts: Mapping[str, Facts]) -> frozenset[str]:
    """The campaigns that so many articles name that to share them tells nothing."""
    named = Counter(
        name
        for known in facts.values()
        for name in {one.name for one in known.mentions if one.type == "initiative" and not one.doubt}
    )
    most = max(WIDE, len(facts) // WIDE_SHARE)
    return frozenset(name for name, count in named.items() if count > most)


def _promise(one: Said, index: _Index, facts: Facts) -> Promise:
    found = sorted(index.later(one), key=lambda pair: -pair[0])
    return Promise(
        one.around.article.id,
        one.sentence,
        f"promises.{one.kind}",
        one.campaign,
        one.around.city,
        speaker(one.sentence, facts),
        until(one.sentence, facts, one.around.days),
        tuple(later for _, later in found[:MOST]),
        one.doubt,
    )


@dataclass
class _Printed:
    """Who prints a string: how many articles, and which sentences that report."""

    articles: int = 0
    last: str = ""
    reporting: list[int] = field(default_factory=list)

    def add(self, number: int, article: str, *, reporting: bool) -> None:
        """One more sentence; they come article by article."""
        self.articles += article != self.last
        self.last = article
        if reporting and self.articles <= RARE:
            self.reporting.append(number)


@dataclass(frozen=True)
class _Index:
    """The sentences, and which of those that report print each string that tells something (none that many print).

    `series`: the series that each figure is a point of; `giving`: the sentences that report a value of each.
    """

    said: Sequence[Said]
    reporting: Mapping[str, Sequence[int]]
    series: Mapping[Text, str]
    giving: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, said: Sequence[Said], series: Iterable[Series]) -> _Index:
        """Only strings of what is to come are kept."""
        asked = {gram for one in said if one.kind in ENOUGH for gram in grams(one.wording)}
        printed: dict[str, _Printed] = defaultdict(_Printed)
        points = ((point, one.id) for one in series for point in (*one.points, *one.planned))
        valued = {figure.text: name for point, name in points for figure in point.figures}
        giving: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(said):
            may_report = reports(one)
            for gram in asked.intersection(grams(one.wording)):
                printed[gram].add(number, one.around.article.id, reporting=may_report)
            for figure in one.figures if may_report else ():
                if figure in valued:
                    giving[valued[figure]].append(number)
        telling = {gram: one.reporting for gram, one in printed.items() if one.articles <= RARE}
        return cls(said, telling, valued, giving)

    def later(self, one: Said) -> Iterator[tuple[int, Later]]:
        """The later sentences that share enough with a sentence, with how much, in the order of the sentences."""
        by_words = {number for gram in grams(one.wording) for number in self.reporting.get(gram, ())}
        own = {self.series[figure] for figure in one.figures if figure in self.series}
        by_value = {number: name for name in sorted(own) for number in self.giving.get(name, ())}
        for number in sorted(by_words | by_value.keys()):
            report = self.said[number]
            if not _may_follow(one, report):
                continue
            strings = [string for string in shared(report.wording, one.wording, self.reporting) if weight(string)]
            both = one.campaigns & report.campaigns
            said = sum(weight(string, both) for string in strings)
            needed = ENOUGH[one.kind] - (OF_ONE_CAMPAIGN if both else 0)
            if said >= needed or number in by_value:
                yield said, _later(one, report, strings, by_value.get(number, ""))


def _may_follow(one: Said, report: Said) -> bool:
    """Whether a sentence that reports came later, or stands elsewhere in the issue, and is of the same places."""
    if not one.around.city or one.around.city != report.around.city or not may_be_of_one_place(one, report):
        return False
    return is_later(one.around, report.around) or is_same_day(one.around, report.around)


def _later(one: Said, report: Said, strings: Iterable[str], series: str) -> Later:
    """A later sentence with the words that both print, as it prints them."""
    words = tuple(as_printed(string, report.sentence.value) for string in strings)
    return Later(report.around.article.id, report.sentence, words, is_same_day(one.around, report.around), series)
