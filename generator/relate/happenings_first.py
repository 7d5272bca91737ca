"""What a thing did for the first time happened once: two articles that tell it tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model import Article, Facts, Mention, Proof
from ..rules import rules
from ..text import Text
from .happenings_named import Naming, event_of, ink_of
from .happenings_same import Edge
from .happenings_scene import Scene, agree

COMMON = 24  # what more articles than these tell is no single first time
THING = 2  # characters that say what it is


@dataclass(frozen=True)
class _First:
    """A clause with 首次: what did it, of which places, and whither (the characters, and the places named there)."""

    naming: Naming
    thing: str
    places: frozenset[str]
    whither: frozenset[str]
    goals: frozenset[str]


def first_times(scene: Scene) -> Iterator[Edge]:
    """The pairs of articles that tell of one thing of one place what it did for the first time, in one direction."""
    found: dict[tuple[str, str], list[_First]] = defaultdict(list)
    for name, article in sorted(scene.articles.items()):
        for first in _firsts(article, scene.facts[name]):
            for place in sorted(first.places):
                found[place, first.thing[-THING:]].append(first)
    for alike in found.values():
        if len({first.naming.article for first in alike}) <= COMMON:
            for one, other in combinations(alike, 2):
                if _is_one(scene, one, other):
                    yield one.naming, other.naming, Proof("links.first", one.naming.name, other.naming.name)


def _firsts(article: Article, facts: Facts) -> Iterator[_First]:
    """The first times that an article tells, each once: where it has its day, else where it stands first."""
    kept: list[_First] = []
    for first in sorted(_told(article, facts), key=lambda one: one.naming.date is None):
        if not any(_alike(first, other) and first.thing[-THING:] == other.thing[-THING:] for other in kept):
            kept.append(first)
    yield from kept


def _told(article: Article, facts: Facts) -> Iterator[_First]:
    rule, drop, vague = (rules("happenings")[name] for name in ("first", "deed", "vague"))
    heads = ((text, None) for text in (article.headline, article.kicker, article.deck) if text is not None)
    sentences = ((one.text, one.paragraph) for one in facts.sentences)
    for text, paragraph in (*heads, *sentences):
        match = rule.search(text.value)
        if match is None or vague.fullmatch(ink_of(match["thing"])[-THING:]):
            continue
        name, deed = text[match.start() : match.end()], text[match.start("deed") : match.end("deed")]
        towns = [one for one in facts.mentions if one.type == "place" and not one.doubt and ";" not in one.name]
        event = event_of(facts, name)
        yield _First(
            Naming(article.id, text, name, event.date if event else None, event.where if event else (), paragraph),
            ink_of(match["thing"]),
            frozenset(town.name for town in towns if _is_from(town, name) and not _in(town, deed)),
            frozenset(drop.pattern.sub("", match["deed"])),
            frozenset(town.name for town in towns if _in(town, deed)),
        )


def _is_from(mention: Mention, clause: Text) -> bool:
    """Whether a clause names a county, town or village: less says too little."""
    return mention.name.count("/") > 1 and _in(mention, clause)


def _in(mention: Mention, text: Text) -> bool:
    return mention.text.begins_in(text)


def _alike(one: _First, other: _First) -> bool:
    """Whether two first times are of one place and lead one way."""
    if one.places.isdisjoint(other.places):
        return False
    if one.goals and other.goals:
        return not one.goals.isdisjoint(other.goals)
    return bool(one.whither and other.whither) and (one.whither <= other.whither or other.whither <= one.whither)


def _is_one(scene: Scene, one: _First, other: _First) -> bool:
    mine, yours = one.naming, other.naming
    if mine.article == yours.article or not scene.near(mine.article, yours.article) or not agree(mine.date, yours.date):
        return False
    if not _alike(one, other) or not _bodies(scene, mine.article) & _bodies(scene, yours.article):
        return False
    dated = [naming.date for naming in (mine, yours) if naming.date is not None]
    return all(scene.may_report(naming.article, date, None) for naming in (mine, yours) for date in dated)


def _bodies(scene: Scene, article: str) -> frozenset[str]:
    """The organisations that an article surely names."""
    mentions = scene.facts[article].mentions
    return frozenset(one.name for one in mentions if one.type == "organisation" and not one.doubt)
