"""Names that articles print: what kind of name each is, and how much it says that two articles share it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from ..model import Facts
from ..rules import rules

PLACES = ("village", "town", "province", "county", "city")
FEW = 20  # so many articles are added to every count: in a small collection nothing is common yet


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """A name that articles have in common: an initiative, or the chain of a place."""

    type: str
    name: str

    @property
    def kind(self) -> str:
        """initiative, or what the place is: province, city, county, town or village."""
        if self.type != "place":
            return self.type
        return next((kind for kind in PLACES if rules("links")[kind].pattern.search(self.name)), "city")

    @property
    def said(self) -> str:
        """The name as a reader knows it: the last link of a place's chain."""
        return self.name.rpartition("/")[2] if self.type == "place" else self.name


def who_prints(facts: Mapping[str, Facts]) -> Mapping[Shared, tuple[str, ...]]:
    """The articles (sorted ids) that print each name, initiatives and places."""
    found: dict[Shared, set[str]] = {}
    for article, known in facts.items():
        for mention in known.mentions:
            if mention.type in {"initiative", "place"} and mention.name:
                found.setdefault(Shared(mention.type, mention.name), set()).add(article)
    return {name: tuple(sorted(articles)) for name, articles in sorted(found.items())}


def weigh(names: Mapping[Shared, Iterable[str]], articles: int) -> Mapping[Shared, float]:
    """How much each name says in a collection of so many articles: the more the fewer of them print it."""
    return {
        name: float(rules("links")[name.kind].more["weight"]) * log((articles + FEW) / len(tuple(printed)))
        for name, printed in names.items()
    }
