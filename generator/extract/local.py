"""Villages named again, hamlets and neighbourhoods, and cities named by one letter: 走进合寨村, 果作屯, 在京举行."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..rules import rules
from .divisions import TOWN, Chain, Place, divisions, is_town, under
from .ours import LIKELY

VILLAGE = "村"
BARE = 2  # letters that a village's name has at least without its last
BEFORE = 4  # letters before a bare name in which a word of going or being somewhere may stand


def villages(values: Sequence[str], found: Sequence[Sequence[Place]]) -> Iterator[tuple[Place, ...]]:
    """The villages of an article named again, in each of its texts; `found`: the places in each, in order."""
    known = _named(found)
    either = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True)))) if known else None
    for value, places in zip(values, found, strict=True):
        taken = {index for place in places for index in range(place.start, place.end)} if either else set()
        again = [
            place
            for match in (either.finditer(value) if either else ())
            for place in _again(value, match, known)
            if taken.isdisjoint(range(place.start, place.end))
        ]
        yield tuple(again)


def _named(found: Sequence[Sequence[Place]]) -> Mapping[str, Place]:
    """The villages of an article by their names without the last letter, where only one is called so."""
    every: dict[str, list[Place]] = {}
    for place in (place for places in found for place in places):
        name = place.chain[-1]
        if name.endswith(VILLAGE) and len(name) > BARE and len(place.chain) > 1:
            every.setdefault(name[:-1], []).append(place)
    ordinary, stems = rules("places")["ordinary"].words, divisions().stems
    return {
        stem: min(places, key=lambda place: bool(place.doubt))
        for stem, places in every.items()
        if len({place.chain for place in places}) == 1 and stem not in ordinary and stem not in stems
    }


def _again(value: str, match: re.Match[str], known: Mapping[str, Place]) -> Iterator[Place]:
    """A village by its whole name, or, in doubt, by its bare one behind a word of being or going somewhere."""
    start, end = match.span()
    first, local = known[match.group()], rules("local")
    whole = value.startswith(VILLAGE, end)
    if whole and not local["no_village"].pattern.match(value, end):
        yield Place(start, end + 1, first.chain, first.doubt)
    behind = not whole and local["to_village"].pattern.search(value, max(0, start - BEFORE), start)
    if behind and not local["bare_goes_on"].pattern.match(value, end):
        yield Place(start, end, first.chain, LIKELY)


def below(value: str, above: Place) -> Iterator[Place]:
    """What follows at once behind a town, a village or a city: a neighbourhood, a hamlet, a village in doubt."""
    local, doubt = rules("local"), above.doubt
    if is_town(above.chain):
        match = local["neighbourhood"].pattern.match(value, above.end)
    elif above.chain[-1].endswith(VILLAGE):
        match = local["hamlet"].pattern.match(value, above.end)
    elif above.chain in divisions().cities:
        match, doubt = local["village_of_city"].pattern.match(value, above.end), "regions.village"
    else:
        return
    if match:
        yield Place(match.start("name"), match.end("name"), (*above.chain, match["name"]), doubt)


def renamed(value: str, county: Place) -> Iterator[Place]:
    """The town right behind its county that the table knows as one of another sort: 阿依巴格乡, now 阿依巴格镇.

    One that it does not know at all is in doubt.
    """
    match = rules("local")["town"].pattern.match(value, county.end)
    if not match:
        return
    table, sorts = divisions(), (match["sort"], *TOWN)
    chains = [under(county.chain, table.called(match["stem"] + sort)) for sort in sorts]
    others = {chain for found in chains for chain in found}
    unknown = rules("local")["unknown_town"].pattern.match(value, county.end)
    if len(others) == 1 and not chains[0]:
        yield Place(*match.span(), others.pop(), county.doubt)
    elif unknown and not others and county.end - county.start > BARE and unknown.group() not in table.above:
        yield Place(*unknown.span(), (*county.chain, unknown.group()), "local.unknown_town")


def letters(value: str) -> Iterator[Place]:
    """Cities named by one letter behind a word of place: 在京举行, 返沪, 赴穗."""
    for name in ("capital", "letter", "letter_behind_going"):
        rule = rules("local")[name]
        chains: Mapping[str, str] = rules("local")["letter"].more["cities"]
        for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
            yield Place(match.start("city"), match.end("city"), _chain(chains[match["city"]]))


def _chain(name: str) -> Chain:
    return tuple(name.split("/"))
