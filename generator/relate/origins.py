"""Where an article comes from: its paper, and the city that the paper is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Facts, Page
from .names import Shared

LONGEST, SHORTEST = 5, 2  # letters of a city's name


@dataclass(frozen=True, slots=True)
class Origin:
    """An article's paper, and its city by its chain; each empty when it is not known."""

    paper: str = ""
    city: str = ""


def origins(pages: Sequence[Page], articles: Sequence[Article], facts: Mapping[str, Facts]) -> Mapping[str, Origin]:
    """The origin of each article. A paper is of the city that its name begins with, if the pages name such a city."""
    papers = {page.seed.id: page.issue.publication.value for page in pages if page.issue.publication}
    cities = _cities(facts)
    of = {paper: Origin(paper, _city(paper, cities)) for paper in set(papers.values())}
    return {article.id: of.get(papers.get(article.seeds[0], ""), Origin()) for article in articles}


def _cities(facts: Mapping[str, Facts]) -> Mapping[str, str]:
    """The chains of the cities that the pages name, by their short names; of two of one name, the one named most."""
    named = Counter(
        "/".join(mention.name.split("/")[:2])
        for told in facts.values()
        for mention in told.mentions
        if mention.type == "place" and not mention.doubt
    )
    chains: dict[str, str] = {}
    for chain in sorted(named, key=lambda chain: (-named[chain], chain)):
        if Shared("place", chain).kind in {"city", "province"}:
            chains.setdefault(short(chain), chain)
    return chains


def _city(paper: str, cities: Mapping[str, str]) -> str:
    names = (paper[:length] for length in range(LONGEST, SHORTEST - 1, -1))
    return next((cities[name] for name in names if name in cities), "")


def short(chain: str) -> str:
    """A place's name as papers bear it: 茂名, of 茂名市."""
    return chain.rpartition("/")[2].removesuffix("市").removesuffix("省")
