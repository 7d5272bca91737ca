"""Sentences that say what is to come, and those that report: where they stand, what they are about, when they came."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Date, DateRange, Facts, Figure, Issue
from ..rules import rules
from ..text import Span, Text
from .promises_terms import wording
from .series_sentences import Passages, heads_of

WILL = "将"
OVER = "over"  # a plan of which the day had passed when it was printed
REPORTING = frozenset({"", "measure"})
SHORT = 8  # characters; what is shorter says too little to come back to
SHORTEST = 2  # characters of a place's name
COUNTY = 3  # links of a chain from which on a place lies below its city


@dataclass(frozen=True)
class Around:
    """What the sentences of one article share: the article, its issue's days and paper, its city, its campaigns."""

    article: Article
    issue: Issue
    city: str
    heads: tuple[str, ...]

    @property
    def days(self) -> DateRange | None:
        """The days on which its issue may have appeared."""
        return self.issue.dated.value if self.issue.dated else None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: its `kind` (empty where it only reports), its wording, its figures, the places below a city it names.

    `campaigns`: those that it or its article's heads name, but for the common ones; `campaign`: the first of all.
    """

    around: Around
    sentence: Text
    kind: str
    wording: str
    campaigns: frozenset[str]
    campaign: str
    places: frozenset[str]
    figures: tuple[Text, ...]
    doubt: str = ""


def told(around: Around, facts: Facts, common: frozenset[str]) -> Iterator[Said]:
    """The sentences of an article, in reading order; `common`: names that say nothing, since everybody prints them."""
    passages = Passages.of(around.article, facts)
    planned: dict[tuple[Span, ...], list[Date]] = {}
    for event in facts.events:
        if event.status == "planned":
            planned.setdefault(event.sentence.spans, []).append(event.date)
    figures: dict[tuple[Span, ...], list[Figure]] = {}
    for figure in facts.figures:
        sentence = passages.around(figure.text)
        if sentence is not None and not figure.doubt:
            figures.setdefault(sentence.spans, []).append(figure)
    names = _Names.of(facts)
    for one in facts.sentences:
        if len(one.text) < SHORT or around.article.prints_again(one.text):
            continue
        own = figures.get(one.text.spans, [])
        named, places, printed = names.within(one.text, common.union(around.heads))
        yield Said(
            around,
            one.text,
            _kind(one.text.value, planned.get(one.text.spans, ()), around.days),
            wording(one.text.value, printed),
            named.union(around.heads) - common,
            next(iter((*around.heads, *sorted(named))), ""),
            places,
            tuple(figure.text for figure in own),
            passages.doubt_of(one.text),
        )


def _kind(sentence: str, planned: Sequence[Date], days: DateRange | None) -> str:
    """The kind of a sentence in which so many dates are of plans, printed on one of `days`."""
    if planned and all(_is_over(date, days) for date in planned):
        return OVER
    known = rules("promises")
    if planned and not known["nobody"].search(sentence):
        appointed = known["appointed"].search(sentence)
        if appointed or any(match.group() == WILL for match in rules("status")["planned"].finditer(sentence)):
            return "plan"
    return kind_of(sentence)


def _is_over(date: Date, days: DateRange | None) -> bool:
    """Whether a date surely lies before the days on which an issue may have appeared."""
    return bool(date.end and days and date.end < days.start)


def kind_of(sentence: str) -> str:
    """The rule that knows a sentence for one that says what is to come; empty when it knows none.

    A figure that is planned makes no plan of what is done: 新签约项目26个，计划总投资超百亿元.
    """
    known = rules("promises")
    if known["nobody"].search(sentence):
        return ""
    if known["ordered"].search(sentence) or _is_planned(sentence):
        return "plan"
    if known["aim"].search(sentence) and not known["reported"].search(sentence):
        return "aim"
    return next((name for name in ("call", "measure") if known[name].search(sentence)), "")


def _is_planned(sentence: str) -> bool:
    """Whether a sentence tells a plan, other than what a thing is done for."""
    known = rules("promises")
    if not known["plan"].search(sentence):
        return False
    found = rules("status")["planned"].pattern.finditer(sentence)
    return any(
        (match.group() != WILL or known["will"].pattern.match(sentence, match.start()))
        and not known["no_plan"].pattern.match(sentence, match.start())
        for match in found
    )


def reports(one: Said) -> bool:
    """Whether a sentence may report what was done: it says no plan, not merely what a thing is or is to be."""
    if one.kind not in REPORTING or one.doubt:
        return False
    return not any(rules("promises")[name].search(one.sentence.value) for name in ("general", "again"))


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of an article by where they stand: campaigns, and places."""

    starts: tuple[tuple[str, int], ...]
    names: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, facts: Facts) -> _Names:
        """Those of which nothing is doubtful."""
        named = sorted(
            (one.text.runs[0].seed, one.text.start, one.type, one.name, one.text.value)
            for one in facts.mentions
            if one.type in ("initiative", "place") and not one.doubt and one.text.runs
        )
        return cls(tuple((seed, start) for seed, start, *_ in named), tuple((t, n, v) for _, _, t, n, v in named))

    def within(self, sentence: Text, common: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The campaigns of a sentence, the places in it below a city, the words for places and `common` campaigns."""
        found = [
            name
            for span in sentence.spans
            for name in self.names[
                bisect_left(self.starts, (span.seed, span.start)) : bisect_left(self.starts, (span.seed, span.end))
            ]
        ]
        places = [(chain, printed) for type_, chain, printed in found if type_ == "place"]
        return (
            frozenset(name for type_, name, _ in found if type_ == "initiative"),
            frozenset(chain for chain, _ in places if chain.count("/") + 1 >= COUNTY),
            frozenset(
                word
                for type_, name, printed in found
                for word in (_links(name) if type_ == "place" else (printed,) if name in common else ())
            ),
        )


def _links(chain: str) -> Iterator[str]:
    """The names of a chain of places, and these without the last character: 茂名市, 茂名."""
    for link in chain.split("/"):
        yield link
        if len(link) > SHORTEST:
            yield link[:-1]


def until(sentence: Text, facts: Facts, days: DateRange | None) -> Date | None:
    """By when a sentence printed on one of `days` says that something is to be done: the date of what is planned."""
    dates = [
        event.date for event in facts.events if event.status == "planned" and event.sentence.spans == sentence.spans
    ]
    return next((date for date in dates if date.start and not _is_over(date, days)), None)


def speaker(sentence: Text, facts: Facts) -> Text | None:
    """Who says a sentence, where the page quotes somebody."""
    for quote in facts.quotes:
        if quote.speaker is not None and not quote.doubt and quote.text.overlaps(sentence):
            return quote.speaker
    return None


def is_later(first: Around, second: Around) -> bool:
    """Whether the issue of the second article surely came after that of the first."""
    return bool(first.days and second.days and first.days.end < second.days.start)


def is_same_day(first: Around, second: Around) -> bool:
    """Whether two articles stand on different pages of one issue whose day is known."""
    one, other = first.issue, second.issue
    if not (one.publication and other.publication and one.publication.value == other.publication.value):
        return False
    same = first.days is not None and first.days == second.days and first.days.start == first.days.end
    return same and not set(first.article.seeds) & set(second.article.seeds)


def may_be_of_one_place(first: Said, second: Said) -> bool:
    """Whether two sentences of one city name no different places in it."""
    if not first.places or not second.places:
        return True
    return any(_holds(one, other) or _holds(other, one) for one in first.places for other in second.places)


def _holds(one: str, other: str) -> bool:
    return other == one or other.startswith(f"{one}/")


def surroundings(
    articles: Sequence[Article], facts: Mapping[str, Facts], issues: Mapping[str, Issue], cities: Mapping[str, str]
) -> Iterator[Around]:
    """What is known around the sentences of each article."""
    for article in articles:
        issue = issues.get(article.seeds[0], Issue())
        yield Around(article, issue, cities.get(article.id, ""), heads_of(article, facts[article.id]))
