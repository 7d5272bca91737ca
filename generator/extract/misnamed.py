"""Names that the page contradicts: a town that its city does not have, a leader who bears another name elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..model import Article, Doubt
from ..rules import rules
from ..text import Text
from .divisions import Chain, divisions

NEIGHBOURS = 2  # towns of the row that are known, all of one city
CITY = 2  # links of a chain
STEMS = (4, 3, 2)


def doubt_towns(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles, each with its doubts about the names of towns."""
    return tuple(replace(article, doubts=(*article.doubts, *_doubts(article))) for article in articles)


def doubt_leaders(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles of a page, each with its doubts about who leads a meeting.

    Where the rest of a report has a person preside, speak or hand over, and the page gives no office, while another
    article of it gives a leading office to one of the same family name, the two may be one person, and either name
    misread: both are doubtful.
    """
    leaders = frozenset(match["name"] for article in articles for match in _people("leader", article))
    named = frozenset(match["name"] for article in articles for match in _people("office", article))
    torn = (article for article in articles if article.begins_elsewhere)
    unnamed = {article.id: tuple(_unnamed(article, leaders, named)) for article in (torn if leaders else ())}
    others: dict[str, set[str]] = {}
    for doubt in (doubt for doubts in unnamed.values() for doubt in doubts):
        for name in doubt.near:
            others.setdefault(name, set()).add(doubt.text.value)
    return tuple(
        replace(article, doubts=(*article.doubts, *unnamed.get(article.id, ()), *_named_otherwise(article, others)))
        for article in articles
    )


def _unnamed(article: Article, leaders: frozenset[str], named: frozenset[str]) -> Iterator[Doubt]:
    for block in article.body:
        for match in rules("people")["acts"].pattern.finditer(block.text.value):
            name = match["name"]
            near = tuple(sorted(one for one in leaders if one[0] == name[0] and len(one) == len(name)))
            if near and name not in leaders | named and rules("bylines")["surnames"].pattern.match(name):
                yield Doubt(block.text[match.start("name") : match.end("name")], "doubts.whose_name", near=near)


def _named_otherwise(article: Article, others: Mapping[str, set[str]]) -> Iterator[Doubt]:
    """The leaders of whom another article of the page may give another name."""
    for block in article.body if others else ():
        for match in rules("people")["leader"].finditer(block.text.value):
            if match["name"] in others:
                near = tuple(sorted(others[match["name"]]))
                yield Doubt(block.text[match.start("name") : match.end("name")], "doubts.other_name", near=near)


def _people(rule: str, article: Article) -> Iterator[re.Match[str]]:
    return (match for block in article.body for match in rules("people")[rule].pattern.finditer(block.text.value))


def _doubts(article: Article) -> Iterator[Doubt]:
    row = rules("places")["row_of_towns"]
    for block in article.body:
        for match in row.finditer(block.text.value):
            yield from _strangers(block.text[match.start() : match.end()])


def _strangers(printed: Text) -> Iterator[Doubt]:
    """Of a row of towns, each that is none of its city, with the one that it may be."""
    names = tuple(rules("places")["town_in_row"].pattern.finditer(printed.value))
    known = [found for match in names if (found := _known(match["stem"], match["kind"]))]
    cities = frozenset.intersection(*known) if known else frozenset()
    if len(known) < NEIGHBOURS or len(cities) != 1:
        return
    (city,) = cities
    for match in names:
        if not _known(match["stem"], match["kind"]):
            near = _near(match["stem"], match["kind"], city)
            longest = max(map(len, near), default=0)
            if near:
                yield Doubt(printed[match.end() - longest : match.end()], "doubts.no_such_town", near=near)


def _known(stem: str, kind: str) -> frozenset[Chain]:
    """The cities that have a town of this name; words may stand before it."""
    towns = divisions().towns
    found = next((towns[stem[-length:] + kind] for length in STEMS if stem[-length:] + kind in towns), ())
    return frozenset(chain[:CITY] for chain in found)


def _near(stem: str, kind: str, city: Chain) -> tuple[str, ...]:
    """The towns of the city that are named so but for one character."""
    alike = (town.removesuffix(kind) for town in _towns_of().get(city, ()) if town.endswith(kind))
    return tuple(sorted(town + kind for town in alike if _differs_in_one(stem[-len(town) :], town)))


def _differs_in_one(one: str, other: str) -> bool:
    return len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


@cache
def _towns_of() -> Mapping[Chain, Sequence[str]]:
    found: dict[Chain, list[str]] = {}
    for town, chains in divisions().towns.items():
        for chain in chains:
            found.setdefault(chain[:CITY], []).append(town)
    return found
