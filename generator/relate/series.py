"""Series: figures of different articles that are of one indicator, in the order of time.

What they must agree in is an `Indicator`; a name that says too little must moreover be governed by one campaign. Where
an article prints two values of one indicator for the same days, it is not known well enough, and none of them counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from ..model import Article, Facts, Issue, Page, Series
from .series_near import Looks, near
from .series_points import points
from .series_reading import Indicator, Reading, needs_campaign, readings, stated
from .series_words import shared_words

WIDE, WIDE_SHARE = 8, 20  # what more articles name than these, and more than one in so many, is of no campaign alone

Key = tuple[Indicator, str]


def series(
    articles: Sequence[Article], facts: Mapping[str, Facts], pages: Iterable[Page], twice: Iterable[str] = ()
) -> tuple[Series, ...]:
    """The indicators that at least two articles print, sorted; the order of the articles does not matter.

    `twice`: the ids of pages that another page of the collection repeats.
    """
    issues = {page.seed.id: page.issue for page in pages}
    left_out = frozenset(twice)
    every = [
        reading
        for article in articles
        if article.seeds[0] not in left_out
        for reading in readings(article, facts[article.id], issues.get(article.seeds[0], Issue()))
    ]
    alike: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in every:
        alike[one.indicator.thing, one.indicator.counted].add(one.article)
    read = [stated(one) for one in every if len(alike[one.indicator.thing, one.indicator.counted]) > 1]
    places = {article.id: number for number, article in enumerate(sorted(articles, key=lambda one: one.id))}
    looks = Looks.of(read)
    found = {key: _one(key, group, places, looks) for key, group in _groups(read, len(articles)).items()}
    return tuple(sorted(_told_once(one for one in found.values() if one), key=lambda one: (one.scope, one.id)))


def _groups(read: Iterable[Reading], articles: int) -> Mapping[Key, list[Reading]]:
    """The readings that may be of one indicator, by it and the campaign that they share (empty: none is needed)."""
    by_indicator: dict[Indicator, list[Reading]] = defaultdict(list)
    for reading in read:
        by_indicator[reading.indicator].append(reading)
    common = _common(by_indicator.values(), articles)
    return {
        (indicator, campaign): group
        for indicator, every in by_indicator.items()
        if len({one.article for one in every}) > 1
        for campaign, group in (_governed(every, common) if needs_campaign(indicator) else _named(every))
        if len({one.article for one in group}) > 1
    }


def _common(groups: Iterable[list[Reading]], articles: int) -> frozenset[str]:
    """The campaigns that so many articles name that they tell nothing alone."""
    pairs = {(one.article, name) for group in groups for one in group for name in one.governing}
    counted = Counter(name for _, name in pairs)
    most = max(WIDE, articles // WIDE_SHARE)
    return frozenset(name for name, count in counted.items() if count > most)


def _governed(every: Iterable[Reading], common: frozenset[str]) -> Iterator[tuple[str, list[Reading]]]:
    """The readings by each campaign that governs them."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in every:
        for name in (reading.named or reading.governing) - common:
            found[name].append(reading)
        if reading.named:
            for name in reading.governing - reading.named - common:
                found[name].append(reading)
    yield from found.items()


def _named(every: Sequence[Reading]) -> Iterator[tuple[str, list[Reading]]]:
    """The readings whose sentences name no campaign or the same one; where they name several, each by itself."""
    counts = Counter(name for reading in every for name in reading.named)
    tagged: dict[str, list[Reading]] = defaultdict(list)
    for reading in every:
        tagged[min(reading.named, key=lambda name: (-counts[name], name), default="")].append(reading)
    if len(tagged.keys() - {""}) < 2:
        yield max(tagged), list(every)
    else:
        yield from tagged.items()


def _one(key: Key, group: Sequence[Reading], places: Mapping[str, int], looks: Looks) -> Series | None:
    """The series of one indicator; None when fewer than two articles print it well enough."""
    indicator, campaign = key
    told, planned = points(group, places)
    kept = {point.article for point in (*told, *planned)}
    if len(kept) < 2 or not told:
        return None
    members = [one for one in group if one.article in kept]
    return Series(
        id=f"s-{crc32(repr((indicator, campaign)).encode()):08x}",
        subject=indicator.thing,
        printed=tuple(sorted({one.printed for one in members})),
        states=indicator.states,
        scope=indicator.scope,
        whose=indicator.whose,
        initiative=campaign,
        points=told,
        planned=planned,
        words=shared_words(members),
        near=near(indicator, campaign, kept, looks),
        compared=indicator.compared,
    )


def _told_once(found: Iterable[Series]) -> Iterator[Series]:
    """Each set of points once, under the campaign that gathers most of them."""
    taken: set[object] = set()
    for one in sorted(found, key=lambda one: (-len(one.points), one.initiative, one.id)):
        figures = [figure.text for point in (*one.points, *one.planned) for figure in point.figures]
        if not taken.intersection(figures):
            taken.update(figures)
            yield one
