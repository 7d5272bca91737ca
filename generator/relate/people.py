"""People of one name: those who share an office, or a city and no other office, are one; all others are kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Facts, Mention
from ..rules import rules
from ..text import Text
from .names import Shared
from .origins import Origin

SAME_BODY = 3  # first letters that two offices at one body share: 市政协副主席, 市政协党组成员
LOCAL = frozenset({"county", "town", "village"})
SURE = ("", "regions.in_name")  # the place is known; that it stands in the name of a body says nothing against it
HEAD, CHAIR = "names.head", "names.chair"

Named = tuple[str, Mention]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody of a name in one article: the city of its paper (or the article), and offices that tell who it is."""

    article: str
    home: str
    offices: frozenset[str]
    mentions: tuple[Mention, ...]


def people(
    articles: Sequence[Article], facts: Mapping[str, Facts], origins: Mapping[str, Origin]
) -> Iterator[tuple[Shared, Sequence[Named]]]:
    """Each person, and where the articles name him, in their order. Who only signs an article is not among them."""
    seen: dict[str, list[_Seen]] = {}
    for article in articles:
        home = origins[article.id].city
        for name, mentions in sorted(_told(article, facts[article.id]).items()):
            places = [one for one in facts[article.id].mentions if one.type == "place"]
            offices = frozenset(
                office for mention in mentions for office in _offices(mention, article.id, home, places)
            )
            seen.setdefault(name, []).append(_Seen(article.id, home, offices, tuple(mentions)))
    for name, found in sorted(seen.items()):
        listed = _chaired(found)
        for group in _groups(listed):
            first = min(group, key=lambda one: one.article)
            shared = {one.home for one in group}
            home = first.home if len(shared) == 1 else ""
            key = Shared("person", name, home, _mark(group) if len(listed) > len(group) else "")
            yield key, [(one.article, mention) for one in group for mention in one.mentions]


def _chaired(listed: list[_Seen]) -> list[_Seen]:
    """主席 is the office of the head of state where one of the name has it, and else says nothing."""
    whole = frozenset({HEAD}) if any(HEAD in one.offices for one in listed) else frozenset()
    return [replace(one, offices=one.offices - {CHAIR} | whole) if CHAIR in one.offices else one for one in listed]


def _told(article: Article, facts: Facts) -> Mapping[str, list[Mention]]:
    signed = {text.spans[:1] for text in _signatures(article)}
    found: dict[str, list[Mention]] = {}
    for mention in facts.mentions:
        if mention.type == "person" and mention.text.spans[:1] not in signed and not article.prints_again(mention.text):
            found.setdefault(mention.name, []).append(mention)
    return found


def _signatures(article: Article) -> tuple[Text, ...]:
    line = article.byline
    return (*line.reporters, *line.correspondents, *line.photographers)


def _offices(mention: Mention, article: str, home: str, places: Sequence[Mention]) -> Iterator[str]:
    """The offices of a mention, each with its city or county where it means something only there."""
    known = rules("names")
    printed = known["between"].pattern.split(mention.role.value) if mention.role else ()
    within = [place for place in places if mention.role and place.text.begins_in(mention.role)]
    for office in (known["marks"].pattern.sub("", part) for part in printed):
        if known["head"].search(office):
            yield HEAD
        elif known["chair"].search(office):
            yield CHAIR
        elif known["office_here"].search(office):
            yield from [f"{home} {office}"] if home else ()
        elif office and not known["many_have"].search(office):
            yield _of_county(office, article, home, within)


def _of_county(office: str, article: str, home: str, within: Sequence[Mention]) -> str:
    """An office with the county or town that it is of: counties of two cities may share their name.

    `within`: the places that are named in it. One of a county that its words do not name is its article's alone.
    """
    local = [one for one in within if one.text.value in office]
    local = [one for one in local if not one.name or Shared("place", one.name).kind in LOCAL]
    if local:
        sure = sorted({one.name for one in local if one.doubt in SURE and ";" not in one.name} - {""})
        return f"{sure[-1] if sure else home or article}/{office}"
    return f"{article}/{office}" if rules("names")["office_near"].search(office) else office


def _groups(listed: Sequence[_Seen]) -> list[list[_Seen]]:
    """Those who are one person, each in the order of the articles."""
    groups = _by_office([one for one in listed if one.offices])
    at_home: dict[str, list[list[_Seen]]] = {}
    for group in groups:
        for home in sorted({one.home for one in group if one.home}):
            at_home.setdefault(home, []).append(group)
    heads = [group for group in groups if any(HEAD in one.offices for one in group)]
    for one in (one for one in listed if not one.offices):
        near = heads or at_home.get(one.home, [])
        if len(near) == 1:
            near[0].append(one)
            continue
        groups.append([one])
        if one.home and not near:
            at_home[one.home] = [groups[-1]]
    order = {one.article: place for place, one in enumerate(listed)}
    for group in groups:
        group.sort(key=lambda one: order[one.article])
    return sorted(groups, key=lambda group: order[group[0].article])


def _by_office(listed: Sequence[_Seen]) -> list[list[_Seen]]:
    """Those who share an office, or have offices at one body of their city, together."""
    group_of: dict[str, list[_Seen]] = {}
    for one in listed:
        bodies = (office[: office.index(" ") + 1 + SAME_BODY] for office in one.offices if " " in office)
        marks = [*one.offices, *bodies]
        near = {id(group_of[mark]): group_of[mark] for mark in marks if mark in group_of}
        largest = max(near.values(), key=len, default=[])
        for group in near.values():
            if group is not largest:
                largest.extend(group)
        largest.append(one)
        marks += [mark for mark, group in group_of.items() if id(group) in near] if len(near) > 1 else []
        group_of |= dict.fromkeys(marks, largest)
    return list({id(group): group for group in group_of.values()}.values())


def _mark(group: Sequence[_Seen]) -> str:
    """What tells a person from others of the name: the offices, else the first article."""
    offices = sorted({office for one in group for office in one.offices})
    return offices[0] if offices else min(one.article for one in group)
