"""What is new in each issue: names that no earlier one prints, loose ends that it opens or closes.

Of many issues only a range of days is known. One is before another only when its last day is before the other's first;
what two issues print of which nobody knows the order is told apart from what is surely new.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..model import (
    Article,
    Changed,
    DateRange,
    Document,
    Facts,
    First,
    IssueNews,
    LooseEnd,
    Mention,
    Page,
    Paired,
    Series,
)
from ..rules import rules
from ..text import Span
from .paired import place

NEWS = frozenset({"initiative", "place", "organisation", "person"})
NO_NAMES = ("standing_organ", "nobodys_name")  # rules: what names no body of its own
DOT = "·"  # between the parts of a foreign name: who is named whole may be named by one part again
SEVERAL = ";"  # a short name for several places: each of them is told by its own
CHANGES = frozenset({"develops", "contradicts"})
OF_OTHER_DAYS = frozenset({"series.unknown_days", "series.other_span"})  # another value says nothing of a change
AND, JOINED = "+", " - "  # between the names of a pairing
EVER = DateRange(date.min, date.max)
Key = tuple[str, str, str]
IssueKey = tuple[str, date, date, str]


@dataclass
class _Issue:
    """One issue while it is read."""

    key: IssueKey
    seeds: list[str]
    days: DateRange | None
    prints: dict[Key, First] = field(default_factory=dict)
    firsts: list[First] = field(default_factory=list)
    unsettled: list[First] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    opened: list[LooseEnd] = field(default_factory=list)
    closed: list[LooseEnd] = field(default_factory=list)

    @property
    def span(self) -> DateRange:
        return self.days or EVER


def news(
    pages: Sequence[Page],
    articles: Sequence[Article],
    facts: Mapping[str, Facts],
    pairs: Iterable[Paired],
    changing: Iterable[Series] = (),
) -> tuple[IssueNews, ...]:
    """What each issue adds, the earliest first; those that may be of any day come last."""
    issues = _issues(pages)
    of = {seed: issue for issue in issues for seed in issue.seeds}
    papers = {page.seed.id: page.issue.publication.value if page.issue.publication else "" for page in pages}
    for article in sorted(articles, key=place):
        if article.seeds and article.seeds[0] in of:
            _read(article, facts[article.id], of, papers)
    for pair in pairs:
        _read_pair(pair, of)
    for series in changing:
        _read_series(series, of)
    _settle(issues)
    return tuple(_told(issues))


def _issues(pages: Iterable[Page]) -> list[_Issue]:
    """The issues in order: pages are of one only when their paper and their very day are known."""
    found: dict[IssueKey, _Issue] = {}
    for page in pages:
        paper = page.issue.publication.value if page.issue.publication else ""
        days = page.issue.dated.value if page.issue.dated else None
        is_known = bool(paper) and days is not None and days.start == days.end
        span = days or EVER
        key = (paper, span.start, span.end, "" if is_known else page.seed.id)
        found.setdefault(key, _Issue(key, [], days)).seeds.append(page.seed.id)
    for issue in found.values():
        issue.seeds.sort()
    return sorted(found.values(), key=lambda issue: (issue.days is None, issue.key[1], issue.key[2], issue.key))


def _read(article: Article, facts: Facts, of: Mapping[str, _Issue], papers: Mapping[str, str]) -> None:
    """Note what an article names, and its loose ends, in the issue that prints them."""
    line = article.byline
    writers = frozenset(text.spans for text in (*line.reporters, *line.correspondents, *line.photographers))
    whole = {part for m in facts.mentions if m.type == "person" and DOT in m.name for part in m.name.split(DOT)}
    mentions = (m for m in facts.mentions if _is_news(m, writers) and not (m.type == "person" and m.name in whole))
    named = [First(m.type, m.name, article.id, m.text) for m in mentions]
    named += [First("document", one.text.value, article.id, one.text) for one in facts.documents if _is_titled(one)]
    for first in named:
        seed = first.text.seeds[0]
        of[seed].prints.setdefault(_key(first, papers[seed]), first)
    for jump in (article.begins_elsewhere, article.ends_elsewhere):
        if jump:
            of[jump.text.seeds[0]].opened.append(LooseEnd(article.id, jump))
    joined = next((jump for jump in article.jumps if jump.joined), None)
    if joined and len(article.seeds) > 1:
        of[joined.text.seeds[0]].closed.append(LooseEnd(article.id, joined))


def _is_news(mention: Mention, writers: frozenset[tuple[Span, ...]]) -> bool:
    """Whether a mention surely names something that may be new; the names under a headline are not."""
    if mention.type not in NEWS or not mention.name or mention.doubt or mention.text.spans in writers:
        return False
    return SEVERAL not in mention.name and not any(rules("news")[name].search(mention.name) for name in NO_NAMES)


def _is_titled(document: Document) -> bool:
    """Whether a document surely bears a title of its own, by which it is known again."""
    return not document.doubt and not rules("news")["common_title"].search(document.text.value)


def _key(first: First, paper: str) -> Key:
    """What tells a name from others: one that is only clear in its own city (市委统战部) is told apart by the paper."""
    is_local = first.type == "organisation" and rules("news")["local_name"].search(first.name)
    return first.type, first.name, paper if is_local else ""


def _read_pair(pair: Paired, of: Mapping[str, _Issue]) -> None:
    """Note a pairing of a named place in each issue that prints it beyond doubt.

    Of two that work with each other only the direction is in doubt; that they do is not.
    """
    if not pair.place:
        return
    name = JOINED.join(map(AND.join, (pair.helpers, pair.helped)))
    for one in pair.prints:
        if pair.mutual or not one.pairing.doubt:
            first = First("pairing", name, one.article, one.pairing.text, (one.helpers, one.helped))
            of[one.pairing.text.seeds[0]].prints.setdefault(_key(first, ""), first)


def _read_series(series: Series, of: Mapping[str, _Issue]) -> None:
    """Note each value that is another than the one before it, when another issue printed that."""
    for before, after in series.pairs():
        issue = of.get(after.figure.text.seeds[0])
        is_change = after.relation in CHANGES and after.why_not not in OF_OTHER_DAYS
        if issue and is_change and of.get(before.figure.text.seeds[0]) is not issue:
            issue.changed.append(Changed(series, before, after))


def _settle(issues: Sequence[_Issue]) -> None:
    """Say of each name in which issue it is surely new, or in which ones it may be."""
    where: dict[Key, list[_Issue]] = {}
    for issue in issues:
        for key in issue.prints:
            where.setdefault(key, []).append(issue)
    for key, found in where.items():
        soonest = min(issue.span.end for issue in found)
        may_be = [issue for issue in found if issue.span.start <= soonest]
        for issue in may_be:
            (issue.firsts if len(may_be) == 1 else issue.unsettled).append(issue.prints[key])


def _told(issues: Sequence[_Issue]) -> Iterator[IssueNews]:
    starts = sorted(issue.span.start for issue in issues)
    ends = sorted(issue.span.end for issue in issues)
    for issue in issues:
        # Neither surely after it (they begin later than it ends) nor surely before it; itself left out.
        unordered = bisect_right(starts, issue.span.end) - bisect_left(ends, issue.span.start) - 1
        yield IssueNews(
            seeds=tuple(issue.seeds),
            days=issue.days,
            firsts=tuple(issue.firsts),
            unsettled=tuple(issue.unsettled),
            unordered=unordered,
            changed=tuple(issue.changed),
            opened=tuple(issue.opened),
            closed=tuple(issue.closed),
        )
