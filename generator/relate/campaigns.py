"""Campaigns of one name in two cities: one only where some page knows it wider than a city, or in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Article, Facts, Mention
from ..rules import rules
from .names import Shared, names_subject
from .origins import Origin
from .sentences import Reading

LOCAL = frozenset({"city", "county", "town", "village"})
Printed = Mapping[str, list[Mention]]  # for each article, where it prints a name


def local_campaigns(
    articles: Sequence[Article], facts: Mapping[str, Facts], origins: Mapping[str, Origin]
) -> Mapping[tuple[Shared, str], Shared]:
    """Whose a campaign is in an article (its id), where pages of several cities each tell of one of that name.

    It stays one where a sentence names it with the province or the state, or with places of two cities.
    """
    by_id = {article.id: article for article in articles}
    found: dict[tuple[Shared, str], Shared] = {}
    for name, printed in sorted(_printed(facts).items()):
        if len({origins[article].city for article in printed} - {""}) > 1:
            of = _cities(by_id, facts, printed)
            if len(set(of.values())) > 1:
                found |= {
                    (Shared("initiative", name), article): _whose(
                        name, article, of.get(article) or origins[article].city
                    )
                    for article in printed
                }
    return found


def _whose(name: str, article: str, city: str) -> Shared:
    return Shared("initiative", name, city, "" if city else article)


def _printed(facts: Mapping[str, Facts]) -> Mapping[str, Printed]:
    found: dict[str, dict[str, list[Mention]]] = {}
    for article, known in facts.items():
        for mention in known.mentions:
            if mention.type == "initiative" and names_subject(mention):
                found.setdefault(mention.name, {}).setdefault(article, []).append(mention)
    return found


def _cities(by_id: Mapping[str, Article], facts: Mapping[str, Facts], printed: Printed) -> Mapping[str, str]:
    """The city that each article tells of the campaign in; of none where one of them knows it wider."""
    found: dict[str, str] = {}
    for article, mentions in printed.items():
        reading = Reading(by_id[article], facts[article], list(_places(facts[article].mentions)))
        cities: set[str] = set()
        for mention in mentions:
            number = reading.at(mention.text)
            sentence = reading.sentences[number] if number is not None else mention.text
            named = reading.names_in((sentence,), frozenset({"place"}))
            if rules("names")["wide"].search(sentence.value) or any(one.kind == "province" for one in named):
                return {}
            cities.update("/".join(one.name.split("/")[:2]) for one in named if one.kind in LOCAL)
        if len(cities) > 1:
            return {}
        found |= dict.fromkeys((article,) if cities else (), next(iter(cities), ""))
    return found


def _places(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, tuple[Shared, ...]]]:
    for mention in mentions:
        if mention.type == "place" and names_subject(mention):
            yield mention, tuple(Shared("place", chain) for chain in mention.name.split(";"))
