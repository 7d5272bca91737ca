"""Words for a place that is known already: 全市, 该镇, 当地; each means the paper's own place or the one named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..rules import rules
from .divisions import TOWN, Chain, Place, divisions

WHICH = "regions.which"
LIKELY = "regions.likely"
CHINA = ("中国",)
MANY = 40  # places before it among which the one meant is looked for
BACK = 3  # passages before in which the place meant is looked for
ENDS = {"省": ("省", "自治区"), "镇": ("镇",), "乡": ("乡",), "村": ("村",), "地": ()}


def ours(values: Sequence[str], found: Sequence[Sequence[Place]], home: Chain) -> Iterator[tuple[Place, ...]]:
    """The words for places in each of the texts of an article; `found`: the places in each, in order."""
    rule, here = rules("regions")["own"], speaks_of(found, home)
    for index, value in enumerate(values):
        if not rule.may_fit(value):
            yield ()
            continue
        before = [place for places in found[max(0, index - BACK) : index] for place in places][-MANY:]
        starts = [place.start for place in found[index]]
        meant: list[Place] = []
        for match in rule.pattern.finditer(value):
            stop = bisect_left(starts, match.start())
            place = _meant(match, before, found[index][max(0, stop - MANY) : stop], home if here else ())
            place = place or _elsewhere(match, home)
            meant += [place] if place else []
        yield tuple(meant)


def speaks_of(found: Sequence[Sequence[Place]], home: Chain) -> bool:
    """Whether an article names a place of the paper's own, or none at all."""
    places = [place for some in found for place in some]
    return not places or any(place.chain[: len(home)] == home for place in places)


def _elsewhere(match: re.Match[str], home: Chain) -> Place | None:
    """全市 in an article that speaks only of places elsewhere and names no city before it: hardly the paper's own."""
    level = match["level"]
    return Place(*match.span(), _at(home, level), WHICH) if level and level in "省市" and _at(home, level) else None


def _meant(match: re.Match[str], before: Sequence[Place], here: Sequence[Place], home: Chain) -> Place | None:
    start, end = match.span()
    if match["nation"]:
        return Place(start, end, CHINA)
    if match["here"]:
        last = next((one for one in reversed((*before, *here)) if len(one.chain) > 1), None)
        return Place(start, end, last.chain, LIKELY) if last else None
    level = match["level"] or match["sort"] or match["kind"] or "省"
    if not match["that"] and level in "省市" and _at(home, level):
        nearest = (here or before)[-1:]
        county = level == "市" and any(one.chain[2:3] and one.chain[2].endswith(level) for one in nearest)
        return Place(start, end, _at(home, level), WHICH if county else "")
    fits = [[one.chain for one in places if _is(one.chain, level)] for places in (here, before)]
    near = fits[0] or fits[1]
    if not near and level == "区":  # 全区 of an autonomous region
        near = [one.chain[:1] for one in (*before, *here) if one.chain[0].endswith("自治区")]
        fits = [near, []]
    if not near:
        return Place(start, end, home) if _is(home, level) else None
    doubted = all(one.doubt for one in (*before, *here) if one.chain == near[-1])
    return Place(start, end, near[-1], WHICH if len({*near}) > 1 else LIKELY if not fits[0] or doubted else "")


def _at(home: Chain, level: str) -> Chain:
    """The province or the city of the paper."""
    if level == "省":
        return home[:1]
    city = home[:2] if home[:2] in divisions().cities else home[:1]
    return city if city and city[-1].endswith("市") else ()


def _is(chain: Chain, level: str) -> bool:
    """Whether a chain ends with a place of a level: 区 is a county, 市 a city of either sort."""
    if not chain or (level in "县区旗市州" and chain[-1].endswith(TOWN)):
        return False
    return chain[-1].endswith(ENDS.get(level, (level,))) and (level != "区" or len(chain) > 2)
