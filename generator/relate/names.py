"""Names that articles print: what kind of name each is, and how much it says that two articles share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..model import Facts, Mention
from ..rules import rules

PLACES = ("village", "town", "province", "county", "city")
WIDE = "region"
PASSING, TOLD, HEADED = 0.25, 1.0, 2.0  # how much an article has to do with what it names


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """A name that articles have in common; a place's is its chain.

    `home`: the city that alone it is known in. `apart`: what tells it from others of the same name, where that is so.
    """

    type: str
    name: str
    home: str = ""
    apart: str = ""

    @property
    def kind(self) -> str:
        """What it is; of a place, which: province, city, county, town or village, else a region."""
        return _kind(self.name) if self.type == "place" else self.type

    @property
    def said(self) -> str:
        """The name as a reader knows it: the last link of a place's chain."""
        return self.name.rpartition("/")[2] if self.type == "place" else self.name


@lru_cache(2**16)
def _kind(chain: str) -> str:
    """What a place is, by the end of its chain."""
    return next((kind for kind in PLACES if rules("links")[kind].pattern.search(chain)), WIDE)


def names_subject(mention: Mention) -> bool:
    """Whether a mention surely names an initiative or a place."""
    return mention.type in {"initiative", "place"} and bool(mention.name) and not mention.doubt


def named_by(mention: Mention) -> tuple[Shared, ...]:
    """The names that a mention stands for: of places one word may mean several (两市)."""
    names = mention.name.split(";") if mention.type == "place" else (mention.name,)
    return tuple(Shared(mention.type, name) for name in names)


def who_prints(facts: Mapping[str, Facts]) -> Mapping[Shared, Mapping[str, float]]:
    """The articles (ids, sorted) that print each name of an initiative or place, and how much each has to do with it.

    HEADED: it stands in the headline or a caption; PASSING: it stands only once, below the first paragraph; else TOLD.
    """
    found: dict[Shared, dict[str, list[Mention]]] = {}
    for article, known in sorted(facts.items()):
        for mention in known.mentions:
            if names_subject(mention):
                for name in named_by(mention):
                    found.setdefault(name, {}).setdefault(article, []).append(mention)
    return {
        name: {article: _standing(mentions) for article, mentions in printed.items()}
        for name, printed in sorted(found.items())
    }


def _standing(mentions: list[Mention]) -> float:
    if any(mention.paragraph is None for mention in mentions):
        return HEADED
    return TOLD if len(mentions) > 1 or mentions[0].paragraph == 0 else PASSING


def homes(facts: Mapping[str, Facts]) -> Mapping[str, str]:
    """The city that each article names most, itself or a place in it (the chain from the province on), if any."""
    found: dict[str, str] = {}
    for article, known in facts.items():
        chains = (one.name.split("/") for one in known.mentions if one.type == "place" and not one.doubt)
        named = ("/".join(chain[:2]) for chain in chains if len(chain) > 1)
        cities = Counter(name for name in named if Shared("place", name).kind != WIDE)
        if cities:
            found[article] = min(cities, key=lambda city: (-cities[city], city))
    return found
