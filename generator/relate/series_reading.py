"""What a figure is a figure of: the thing, the place, the body, what is said of it, and the campaign over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from ..model import Article, Facts, Figure, Issue
from ..rules import Rule, rules
from ..text import Span, Text
from .series_sentences import Passages, clause_of, index_in

KINDS = frozenset({"count", "amount", "share", "rate", "change", "rank"})
COMPARED = frozenset({"change", "rank"})
NOW = "figures.now"
MASK = "〓"
DRAFTED = "drafted"  # of a plan it says nothing that its status does not


@dataclass(frozen=True, slots=True)
class Indicator:
    """What two figures agree in: `thing` in one wording, how it is `counted`, place, body, kind, what is said of it."""

    thing: str
    counted: str
    kind: str
    scope: str
    whose: str
    compared: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that may be a point of a series.

    `printed`: the name of what is counted, as printed; `named`: the campaigns of its sentence, `governing`: those and
    the campaigns of the article's heads. `start`, `end`, `dated_by`: as those of a `Point`. `issued`: the first day of
    those that its issue may be of.
    """

    article: str
    figure: Figure
    indicator: Indicator
    printed: str
    sentence: Text
    clause: str
    named: frozenset[str]
    governing: frozenset[str]
    start: date | None
    end: date | None
    dated_by: str
    issued: date | None = None


def readings(article: Article, facts: Facts, issue: Issue) -> Iterator[Reading]:
    """The figures of an article that may be points of a series, in reading order.

    None with a doubt, none in words that are damaged, none that is of no known place or body.
    """
    passages = Passages.of(article, facts)
    beside: dict[tuple[Span, ...], list[Figure]] = {}
    for figure in facts.figures:
        sentence = passages.around(figure.text)
        if sentence is not None:
            beside.setdefault(sentence.spans, []).append(figure)
    for figure in facts.figures:
        sentence = passages.around(figure.text)
        if sentence is None or not _counts(figure) or passages.doubt_of(sentence):
            continue
        named = passages.campaigns_in(sentence)
        indicator, printed = _indicator(figure, sentence)
        clause = clause_of(sentence, figure, beside[sentence.spans])
        if indicator.thing and (indicator.scope or indicator.whose):
            days = _days(figure, issue)
            governing = named | passages.campaigns_of_heads
            issued = issue.dated.value.start if issue.dated else None
            yield Reading(article.id, figure, indicator, printed, sentence, clause, named, governing, *days, issued)


def stated(one: Reading) -> Reading:
    """A reading with what its clause says of what is counted; it takes time, so only what may be compared is asked."""
    told = _states(bare(one))
    planned = one.figure.status != "reported"
    states = tuple(name for name in told if not (planned and name == DRAFTED))
    return replace(one, indicator=replace(one.indicator, states=states))


def bare(one: Reading) -> str:
    """The clause of a figure without the name of what is counted: 进出口 in a name says nothing of what was done."""
    clause = rules("series")["marks"].pattern.sub("", one.clause)
    return clause.replace(one.printed, MASK) if one.printed else clause


def is_flow(one: Reading) -> bool:
    """Whether a value grows with the days that it is of (完成投资80亿元), or may; not what there is on a day."""
    known = rules("series")
    if known["grows"].search(one.clause):
        return True
    return one.figure.kind == "amount" and not known["stands"].search(one.clause)


def is_total(one: Reading) -> bool:
    """Whether a value is printed as that of all days until then."""
    return bool(rules("series")["total"].search(one.clause))


def _counts(figure: Figure) -> bool:
    """Whether a figure is one to be compared at all."""
    return figure.value is not None and figure.kind in KINDS and not figure.doubt


def _indicator(figure: Figure, sentence: Text) -> tuple[Indicator, str]:
    """What a figure is a figure of, but for what is said of it, and the name of what is counted as printed."""
    printed, thing = name_of(figure, sentence)
    whose = figure.whose.value if figure.whose else ""
    compared = figure.comparison.value if figure.comparison and figure.kind in COMPARED else ""
    return Indicator(thing, _counted(figure), figure.kind, figure.scope, whose, compared, ()), printed


def _days(figure: Figure, issue: Issue) -> tuple[date | None, date | None, str]:
    """The days that a figure holds for, and who says so; a span that was not over ends with its issue (今年)."""
    told = figure.as_of
    days = issue.dated.value if issue.dated else None
    if told and told.start and told.end:
        if told.rule == NOW:
            return told.start, told.end, "now"
        if told.start == told.end or (days and told.end < days.start):
            return told.start, told.end, "page"
        goes_on = days and told.start <= days.end and figure.status == "reported"
        return told.start, min(told.end, days.end) if days and goes_on else told.end, "open"
    if days:
        return days.start, days.end, "issue"
    return None, None, ""


def _counted(figure: Figure) -> str:
    """How it is counted: things one by one, whatever the classifier; else its unit."""
    one_by_one = figure.kind == "count" and figure.unit in rules("series")["one_by_one"].words
    return "one_by_one" if one_by_one else figure.unit


def name_of(figure: Figure, sentence: Text) -> tuple[str, str]:
    """What is counted, as printed, and in the one wording that all its wordings are known by; empty when unknown."""
    if figure.subject is None or not figure.subject.runs:
        return "", ""
    known = rules("series")
    printed = known["marks"].pattern.sub("", figure.subject.value + _bracket(figure.subject, sentence))
    first = known["before"].pattern.match(printed)
    printed = _without_place(printed[first.end() :] if first else printed, figure.scope)
    first = known["before"].pattern.match(printed)
    printed = printed[first.end() :] if first else printed
    return printed, _wordings().get(printed, printed)


def _bracket(subject: Text, sentence: Text) -> str:
    """The bracket behind a name that belongs to it: 镇(街道)."""
    end = index_in(sentence, subject)
    found = rules("series")["bracketed"].pattern.match(sentence.value, end + len(subject)) if end >= 0 else None
    return found.group() if found else ""


def _without_place(name: str, scope: str) -> str:
    """A name without the place that it begins with: 石湾街道上规模家具企业."""
    for link in reversed(scope.split("/")):
        for form in (link, link[:-2] if link.endswith("街道") else link[:-1]):
            if len(form) > 1 and name.startswith(form) and len(name) > len(form) + 1:
                return name[len(form) :]
    return name


@cache
def _wordings() -> Mapping[str, str]:
    """For each wording of a thing the one that it is shown by."""
    named = (rule for rule in rules("series").values() if rule.more.get("same"))
    return {word: rule.words[0] for rule in named for word in rule.words}


def is_loose(thing: str) -> bool:
    """Whether the wordings of a thing are only nearly the same."""
    return any(rule.words[0] == thing for rule in rules("series").values() if rule.more.get("loose"))


@cache
def _told() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("series").values() if rule.more.get("state"))


def _states(clause: str) -> tuple[str, ...]:
    """What is said of what is counted: the names of the rules, in their order."""
    return tuple(rule.id.removeprefix("series.") for rule in _told() if rule.search(clause))


def needs_campaign(indicator: Indicator) -> bool:
    """Whether a name says too little alone, so that only the figures of one campaign are of one indicator."""
    known = rules("series")
    if known["statistic"].pattern.search(indicator.thing):
        return False
    return bool(known["vague"].pattern.search(indicator.thing))
