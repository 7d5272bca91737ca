"""Where a figure belongs, and whose it is: by the names before it in its sentence, its paragraph, its article.

In doubt it belongs nowhere that we know of: a figure of another city would be worse than none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ..model import Issue
from ..rules import rules
from .divisions import Chain, divisions, stem_of
from .figures_clause import Clause
from .places import home_of
from .sentences import HEAD
from .told import Named, Told

CITY, COUNTY = 2, 3  # links of the chain of a city, and of a county
FILLER = 6  # characters of a clause that may stand before the place that it is about
FAR = 20  # names before a figure or 该镇 that are looked at
LEAD = 4  # characters before a place that tell what is done there
FEW = 4  # names that may begin before a place and hold it
NEAR = 300  # characters of a sentence
STOP = "。"
IN_NAME = "regions.in_name"  # the doubt of a place inside a longer name
OFTEN = 3  # times that an article names the paper's own city before it is held to be about it


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a passage: where its words stand, and its chain.

    `own`: 我市, 全区; `listed`: it stands in a row with others; `aside`: something goes there or comes from there;
    `quoted`: somebody says it.
    """

    start: int
    end: int
    chain: Chain
    own: bool = False
    listed: bool = False
    aside: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The places of an article, passage by passage, and the one that the whole article is about (None: not known).

    `hidden`: it comes back to a village that no table knows, so that a figure may be that village's.
    """

    places: Sequence[Sequence[Place]]
    about: Chain | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The chain of a place, and where the words for it stand in the figure's own passage, if they do."""

    chain: Chain
    words: tuple[int, int] | None = None


def scene(every: Sequence[Told], issue: Issue) -> Scene:
    """The places of an article that was printed in `issue`."""
    home = home_of(issue)
    printed = [tuple(_printed(told, home)) for told in every]
    named = [
        place for told, places in zip(every, printed, strict=True) for place in places if not _is_near_city(told, place)
    ]
    strange = any(_names_unknown(told, places) for told, places in zip(every, printed, strict=True))
    strange = strange and not any(place.chain[: len(home)] == home for place in named)
    found: list[tuple[Place, ...]] = []
    for told, places in zip(every, printed, strict=True):
        here = sorted((*places, *_nations(told, places)), key=lambda place: place.start)
        kept = (place for at, place in enumerate(here) if not _may_be_county(place, here[max(0, at - FAR) : at]))
        found.append(tuple(place for place in kept if not (strange and _is_near_city(told, place))))
    return Scene(found, _about(every, found, home), _hides(every, found))


def _hides(every: Sequence[Told], found: Sequence[Sequence[Place]]) -> bool:
    """Whether an article that speaks of no 全市 or 我市 names one village more than once that is none of its places."""
    if any(place.own and not _is_nation(place.chain) for places in found for place in places):
        return False
    villages: Counter[str] = Counter()
    for told, places in zip(every, found, strict=True):
        known = {index for place in places for index in range(place.start, place.end)}
        for match in rules("scope")["village"].finditer(told.passage.text.value):
            villages[match.group()] += known.isdisjoint(range(*match.span()))
    return any(count > 1 for count in villages.values())


def _names_unknown(told: Told, places: Sequence[Place]) -> bool:
    """Whether a passage names a city or county that is not known (义乌市), so that its 全市 may be that."""
    known = {index for place in places for index in range(place.start, place.end)}
    found = rules("scope")["unknown"].pattern.finditer(told.passage.text.value)
    return any(known.isdisjoint(range(*match.span())) for match in found)


def _is_near_city(told: Told, place: Place) -> bool:
    """Whether it is 全市 or 该市, which mean a city named before them."""
    match = rules("scope")["own"].pattern.match(told.passage.text.value, place.start)
    return len(place.chain) == CITY and bool(match and match["near"])


def _printed(told: Told, home: Chain) -> Iterator[Place]:
    """The places that a passage names, in order, but for those that are a part of another name."""
    known, value = rules("scope"), told.passage.text.value
    named = [one for one in told.names if one.type == "place" and (not one.doubt or one.doubt == IN_NAME)]
    others = [one for one in told.names if one.type != "place"]
    said = [match.span() for match in rules("figures")["quotation"].pattern.finditer(value)]
    for at, one in enumerate(named):
        chain = _chain(one.name)
        beside = (*named[max(0, at - FEW) : at], *named[at + 1 : at + FEW])
        if any(other.start <= one.start and one.end <= other.end for other in beside):
            continue  # 珠三角 in 珠三角地区
        if _is_part(one, others, value) or _goes_on(value, one.end, chain, home):
            continue
        lead = value[max(0, one.start - LEAD) : one.start]
        if not chain or known["no_scope"].pattern.match(value, one.end) or known["compared"].pattern.search(lead):
            continue
        if _is_nation(chain) and not (known["nation"].pattern.match(value, one.start) and _opens(value, one.start)):
            continue
        own = _is_own(value, one)
        in_office = bool(one.doubt) and not _holder(one, others)
        aside = in_office or (not own and bool(known["aside"].pattern.search(lead)))
        quote = bisect_right(said, (one.start, one.start)) - 1
        quoted = quote >= 0 and one.start < said[quote][1]
        yield Place(one.start, one.end, chain, own, _is_listed(value, named, at), aside, quoted)


def _chain(name: str) -> Chain:
    """The chain of a name; of several places in one word (台开恩) what they all lie in."""
    chains = [tuple(one.split("/")) for one in name.split(";")]
    if len(chains) == 1:
        return chains[0]
    return tuple(links[0] for links in takewhile(lambda links: len(set(links)) == 1, zip(*chains, strict=False)))


def _is_nation(chain: Chain) -> bool:
    return chain == (str(rules("scope")["nation"].more["chain"]),)


def _opens(value: str, start: int) -> bool:
    """Whether a clause begins at a place: 全国 is a part of a name elsewhere (全国乡村旅游示范点)."""
    return bool(rules("scope")["opening"].pattern.search(value, max(0, start - FAR), start))


def _is_own(value: str, name: Named) -> bool:
    own = rules("scope")["own"]
    return value[name.start] in own.needs and bool(own.pattern.match(value, name.start))


def _is_part(name: Named, others: Sequence[Named], value: str) -> bool:
    """Whether a place is only a part of another name (深圳市电白商会), but for a body that speaks for its place."""
    holder = _holder(name, others)
    if holder is None:
        return False
    body = rules("scope")["body"].pattern
    return holder.type != "organisation" or not body.search(value[holder.start : holder.end])


def _holder(name: Named, others: Sequence[Named]) -> Named | None:
    """The longer name that a place stands in; `others`: the other names of the passage, by where they begin."""
    last = bisect_right(others, name.start, key=lambda other: other.start)
    return next((other for other in others[max(0, last - FEW) : last] if name.end <= other.end), None)


def _goes_on(value: str, end: int, chain: Chain, home: Chain) -> bool:
    """Whether the paper's own city stands right behind its province and was not read as a place: 广东茂名商协会."""
    below = home[len(chain) : len(chain) + 1] if home[: len(chain)] == chain else ()
    return bool(below) and value.startswith(stem_of(below[0]), end)


def _is_listed(value: str, names: Sequence[Named], at: int) -> bool:
    """Whether the name at a place of the row stands in a list with the one before or behind it."""
    listed = rules("scope")["listed"].pattern
    near = names[max(0, at - 1) : at + 2]
    return any(listed.fullmatch(value[one.end : other.start]) for one, other in pairwise(near))


def _nations(told: Told, named: Sequence[Place]) -> Iterator[Place]:
    """全国 and 我国 where a clause begins with them and no name stands there."""
    known, value = rules("scope"), told.passage.text.value
    rule, taken = known["nation"], {place.start for place in named}
    for found in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        no_scope = known["no_scope"].pattern.match(value, found.end())
        if found.start() not in taken and _opens(value, found.start()) and not no_scope:
            yield Place(*found.span(), (rule.more["chain"],), own=True)


def _may_be_county(place: Place, before: Sequence[Place]) -> bool:
    """Whether 全市 may be a county that is called 市 too (高州市), named before it and not the city since."""
    if not place.own or len(place.chain) != CITY:
        return False
    word = place.chain[-1][-1]
    counties = [one for one in before if len(one.chain) >= COUNTY and one.chain[CITY].endswith(word)]
    return bool(counties) and all(one.chain != place.chain or one.start < counties[-1].start for one in before)


def _about(every: Sequence[Told], found: Sequence[Sequence[Place]], home: Chain) -> Chain | None:
    """The place that an article is about: what its heads name, else the paper's own city where it speaks of itself.

    None where the heads name several that do not lie in each other.
    """
    heads = [place for told, places in zip(every, found, strict=True) if told.passage.kind in HEAD for place in places]
    body = [place for told, places in zip(every, found, strict=True) if told.passage.tells for place in places]
    if heads:
        return _line(heads)
    own = any(place.own and place.chain == home for place in body)
    often = sum(place.chain == home for place in body) >= OFTEN
    strange = any(not _in_line(place.chain, home) for place in body)
    return home if home and (own or often) and not strange else None


def _line(places: Sequence[Place]) -> Chain | None:
    """The innermost of places that lie in each other; None when two do not, or one stands in a row."""
    deepest = max((place.chain for place in places), key=len)
    beside = any(place.listed or deepest[: len(place.chain)] != place.chain for place in places)
    return None if beside else deepest


def _in_line(one: Chain, other: Chain) -> bool:
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def _is_in(inner: Chain, outer: Chain) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def scope(clause: Clause, scene: Scene, passage: int) -> Scope | None:
    """Where a figure belongs; `passage`: the number of its passage. None where that is not told for certain."""
    known, value = rules("scope"), clause.value
    every = scene.places[passage]
    last = bisect_left(every, clause.quantity.start, key=lambda place: place.start)
    before = every[max(0, last - FAR) : last]
    here = [place for place in before if not place.quoted or (clause.quoted and not place.own)]
    if clause.quantity.rule.id == "units.duration" or clause.quantity.unit in known["personal"].words:
        return None
    if known["one_of"].pattern.match(value, clause.quantity.end):
        return None
    said = any(place.own and place.quoted and place.start >= clause.sentence[0] for place in before)
    if said or _is_below(clause, before) or _is_unknown(clause, before):
        return None
    sentence = [place for place in here if place.start >= clause.sentence[0]]
    above = [place for place in here if place.start < clause.sentence[0]]
    if any(not place.aside for place in sentence):
        found = _governing(sentence, clause)
    elif _has_body(clause) or scene.hidden:
        found = None
    else:
        about = Scope(scene.about) if scene.about else None
        found = _inherited(above, value) if any(not place.aside for place in above) else about
        if found and any(not _in_line(place.chain, found.chain) for place in sentence):
            return None
    found = _by_what_follows(clause, every[last:], found)
    since = max(clause.sentence[0], found.words[1] if found and found.words else 0)
    higher = known["higher"].pattern.search(value, since, clause.quantity.start)
    return None if higher or (found and _is_of_zone(clause, found)) else found


def _by_what_follows(clause: Clause, places: Sequence[Place], found: Scope | None) -> Scope | None:
    """What the places behind a figure in its own clause leave of a scope that stands in no word of that clause.

    Where they say that it gathers there (32支狮队齐聚新会) it is theirs; one that does not lie in line leaves it open.
    """
    if found and found.words and found.words[0] >= clause.start:
        return found
    known, value = rules("scope"), clause.value
    mark = rules("figures")["clause"].pattern.search(value, clause.quantity.end)
    end = mark.start() if mark else len(value)
    behind = [place for place in takewhile(lambda place: place.end <= end, places) if not place.aside]
    for at, place in enumerate(behind):
        if known["gathers"].pattern.search(value, max(0, place.start - LEAD), place.start):
            row = [place]
            for other in behind[at + 1 :]:
                if other.start == row[-1].end and _in_line(other.chain, place.chain):
                    row.append(other)
            inner = max(row, key=lambda one: len(one.chain))
            return None if inner.listed or inner.quoted else Scope(inner.chain, (inner.start, inner.end))
    strange = found and any(not _in_line(place.chain, found.chain) for place in behind)
    return None if strange else found


def _is_of_zone(clause: Clause, found: Scope) -> bool:
    """Whether a figure is a zone's, a park's or a fair's in the place.

    One is named before it in its own clause, or opens a clause of the sentence. 产业园5个 counts parks; a park that is
    itself the place (茂名高新区) is no other.
    """
    known, value, start = rules("scope"), clause.value, clause.quantity.start
    since = max(clause.sentence[0], found.words[0] if found.words else 0)
    whole = found.words and found.words[0] >= clause.start and known["whole"].pattern.match(value, found.words[0])
    linking = rules("figures")["linking"].pattern
    for zone in () if whole else known["zone"].pattern.finditer(value, since, start):
        counted = zone.end() == start or linking.fullmatch(value, zone.end(), start)
        itself = zone.group() in found.chain[-1]
        if not (counted or itself) and (zone.start() >= clause.start or _opens(value, zone.start())):
            return True
    return False


def _inherited(above: Sequence[Place], value: str) -> Scope | None:
    """The place that the last sentence above opened with: 我市 or 全市 if it has one, else the innermost of them."""
    final = max(place.start for place in above if not place.aside)
    last = [place for place in above if abs(final - place.end) < NEAR and not place.aside]
    last = [place for place in last if value.find(STOP, place.end, final) < 0]
    own = [place for place in above if place.own]
    if own and all(_in_line(place.chain, own[-1].chain) for place in last):
        return Scope(own[-1].chain, (own[-1].start, own[-1].end))
    chain = _line(last)
    lead = value[max(0, last[0].start - FILLER) : last[0].start]
    if not chain or not (last[0].start <= FILLER or rules("figures")["clause"].pattern.search(lead)):
        return None
    words = next((place.start, place.end) for place in last if place.chain == chain)
    return Scope(chain, words) if _is_nation(chain) or chain[0] in divisions().above else None


def _has_body(clause: Clause) -> bool:
    """Whether the sentence names a body of its own before the figure, so that no place is carried over to it."""
    first, start = clause.sentence[0], clause.quantity.start
    last = bisect_left(clause.told.names, start, key=lambda one: one.start)
    near = clause.told.names[max(0, last - FAR) : last]
    return any(one.type == "organisation" and one.start >= first for one in near)


def _is_unknown(clause: Clause, places: Sequence[Place]) -> bool:
    """Whether the sentence names a county or town before the figure that is not known, or 该镇 that may be any."""
    known, start = rules("scope"), clause.quantity.start
    last = bisect_left(clause.told.names, start, key=lambda one: one.start)
    named = [(one.start, one.end) for one in clause.told.names[max(0, last - FAR) : last] if one.type == "place"]
    spans = [(place.start, place.end) for place in places]
    for rule, taken in ((known["own"], spans), (known["unknown"], [*spans, *named])):
        for found in rule.pattern.finditer(clause.value, clause.sentence[0], start + 1):
            inside = any(first < found.end() and found.start() < final for first, final in taken)
            if found.end() <= start and not inside:
                return True
    return False


def _is_below(clause: Clause, places: Sequence[Place]) -> bool:
    """Whether the clause names a village that is not known before the figure (官山村450户)."""
    start = clause.quantity.start
    found = rules("scope")["village"].pattern.finditer(clause.value, clause.start, start + 1)  # it looks one ahead
    spans = [match.span() for match in found if match.end() <= start]
    return any(not any(place.start < last and first < place.end for place in places) for first, last in spans)


def _governing(before: Sequence[Place], clause: Clause) -> Scope | None:
    """The place of a sentence that governs a figure in it; `before`: those that stand before the figure.

    Of places that lie in each other it is the innermost, or 全市 where that comes last; of others the nearest, if it
    opens the figure's clause and none of them is 我市.
    """
    governing = [place for place in before if not place.aside]
    if not governing or governing[-1].listed:
        return None
    last = governing[-1]
    found = last
    if all(_in_line(place.chain, last.chain) for place in governing):
        if not last.own:
            found = max(governing, key=lambda place: len(place.chain))
        since = [place for place in before if place.aside and place.start > found.start]
        strange = any(_is_in(place.chain, found.chain) or not _in_line(place.chain, found.chain) for place in since)
        strange = strange or any(place.start >= clause.start for place in since)
        ours = found.own and any(place.aside and not _in_line(place.chain, found.chain) for place in before)
        return None if strange or ours else Scope(found.chain, (found.start, found.end))
    opens = clause.start <= last.start <= clause.start + FILLER
    ours = any(place.own for place in governing)
    return Scope(last.chain, (last.start, last.end)) if opens and not ours else None
