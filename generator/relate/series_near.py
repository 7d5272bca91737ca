"""Figures that look like points of a series and are none: of another place, of which another thing is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Near
from .series_reading import Indicator, Reading

MOST = 4  # of each series
COMMON = 60  # what more figures count is too common for one to look like another


@dataclass(frozen=True, slots=True)
class Looks:
    """The readings by what they count and how."""

    alike: Mapping[tuple[str, str], tuple[Reading, ...]]

    @classmethod
    def of(cls, read: Iterable[Reading]) -> Looks:
        """Those of a collection; of what is too common, none."""
        found: dict[tuple[str, str], list[Reading]] = defaultdict(list)
        for one in read:
            found[one.indicator.thing, one.indicator.counted].append(one)
        kept = {key: group for key, group in found.items() if len(group) <= COMMON}
        return cls({key: tuple(sorted(group, key=_place)) for key, group in kept.items()})


def _place(one: Reading) -> tuple[str, int]:
    return one.article, one.figure.text.start


def near(indicator: Indicator, campaign: str, articles: Collection[str], looks: Looks) -> tuple[Near, ...]:
    """What looks like a point of a series in `articles` and is none, those of the same articles first."""
    alike = looks.alike.get((indicator.thing, indicator.counted), ())
    told = sorted(_near(indicator, campaign, alike), key=lambda one: (one.article not in articles, one.article))
    seen: dict[tuple[str, object, str], Near] = {}
    for one in told:
        seen.setdefault((one.article, one.figure.value, one.why), one)
    return tuple(seen.values())[:MOST]


def _near(indicator: Indicator, campaign: str, alike: Iterable[Reading]) -> Iterator[Near]:
    for one in alike:
        if one.figure.kind != indicator.kind or _province(one.indicator) != _province(indicator):
            continue
        if one.indicator.scope != indicator.scope or one.indicator.whose != indicator.whose:
            yield Near(one.article, one.figure, one.sentence, "series.other_scope")
        elif one.indicator.states != indicator.states:
            yield Near(one.article, one.figure, one.sentence, "series.other_state")
        elif campaign and campaign not in one.governing:
            yield Near(one.article, one.figure, one.sentence, "series.other_campaign")


def _province(indicator: Indicator) -> str:
    return indicator.scope.partition("/")[0]
