"""Where a figure belongs, and whose it is: by the names before it in its sentence, its paragraph, its article.

In doubt it belongs nowhere that we know of: a figure of another city would be worse than none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    """The places of an article, passage by passage, and the one that the whole article is about (None: not known)."""

    places: Sequence[Sequence[Place]]
    about: Chain | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The chain of a place, and where the words for it stand in the figure's own passage, if they do."""

    chain: Chain
    words: tuple[int, int] | None = None


def scene(every: Sequence[Told], issue: Issue) -> Scene:
    """The places of an article that was printed in `issue`."""
    home = home_of(issue)
    printed = [tuple(_printed(told, home)) for told in every]
    at_home = bool(home) and any(place.chain[: len(home)] == home for places in printed for place in places)
    found: list[tuple[Place, ...]] = []
    last: list[Chain] = []
    for told, places in zip(every, printed, strict=True):
        here = sorted((*places, *_nations(told, places)), key=lambda place: place.start)
        found.append(tuple(_with_own(told, here, home, last, at_home=at_home)))
        last += [place.chain for place in found[-1]]
    return Scene(found, _about(every, found, home))


def _printed(told: Told, home: Chain) -> Iterator[Place]:
    """The places that a passage names, in order, but for those that are a part of another name."""
    known, value = rules("scope"), told.passage.text.value
    named = [one for one in told.names if one.type == "place" and (not one.doubt or one.doubt == IN_NAME)]
    others = [one for one in told.names if one.type != "place"]
    said = [match.span() for match in rules("figures")["quotation"].pattern.finditer(value)]
    for at, one in enumerate(named):
        chain = _chain(one.name)
        if _is_part(one, others, value) or _goes_on(value, one.end, chain, home):
            continue
        if not chain or known["no_scope"].pattern.match(value, one.end):
            continue
        if _is_nation(chain) and not (known["nation"].pattern.match(value, one.start) and _opens(value, one.start)):
            continue
        own = _is_own(value, one)
        aside = not own and bool(known["aside"].pattern.search(value[max(0, one.start - 4) : one.start]))
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
    """Whether a place is only a part of another name (深圳市电白商会), but for a body that speaks for its place.

    `others`: the other names of the passage, by where they begin.
    """
    body = rules("scope")["body"].pattern
    last = bisect_right(others, name.start, key=lambda other: other.start)
    for other in others[max(0, last - FEW) : last]:
        if name.end <= other.end:
            return other.type != "organisation" or not body.search(value[other.start : other.end])
    return bool(name.doubt)


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


def _with_own(told: Told, here: Sequence[Place], home: Chain, last: Sequence[Chain], *, at_home: bool) -> list[Place]:
    """The places of a passage, and 全市, 该镇, 全区 among them: each the nearest of its level that was named before."""
    known, value = rules("scope"), told.passage.text.value
    rule, found = known["own"], list(here)
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        before = bisect_left(here, match.end(), key=lambda place: place.start)
        if (before and match.start() < here[before - 1].end) or known["no_scope"].pattern.match(value, match.end()):
            continue
        level = int(rule.more["levels"][match["level"]])
        passage = [place.chain for place in here[max(0, before - FAR) : before]]
        chain = home[:level] if match["home"] else _meant(match["level"], level, passage, last, home if at_home else ())
        if chain and len(chain) == level:
            found.append(Place(*match.span(), chain, own=True))
    return sorted(found, key=lambda place: place.start)


def _meant(word: str, level: int, passage: Sequence[Chain], last: Sequence[Chain], home: Chain) -> Chain | None:
    """What 全市 or 该镇 means: in an article of the paper's own city that city, else the nearest named before it.

    None where a city and a county that is called 市 too are both possible.
    """
    if level <= len(home):
        county = level == CITY and passage and len(passage[-1]) == COUNTY and passage[-1][-1].endswith(word)
        return None if county else home[:level]
    for chain in (*reversed(passage), *reversed(last[-FAR:])):
        if len(chain) >= level and chain[level - 1].endswith(word):
            return chain[:level]
    return None


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
    here = [place for place in before if clause.quoted or not place.quoted]
    if clause.quantity.rule.id == "units.duration" or clause.quantity.unit in known["personal"].words:
        return None
    if known["one_of"].pattern.match(value, clause.quantity.end):
        return None
    if _is_below(clause, before):
        return None
    sentence = [place for place in here if place.start >= clause.sentence[0]]
    if sentence:
        found = _governing(sentence, clause)
    elif here:
        found = _inherited(here, value)
    else:
        found = Scope(scene.about) if scene.about else None
    since = max(clause.sentence[0], found.words[1] if found and found.words else 0)
    return None if known["higher"].pattern.search(value, since, clause.quantity.start) else found


def _inherited(above: Sequence[Place], value: str) -> Scope | None:
    """The place of the last sentence above that names any: 我市 or 全市 if it does, else the innermost of them."""
    final = above[-1].start
    last = [place for place in above if final - place.end < NEAR and value.find(STOP, place.end, final) < 0]
    own = [place for place in above if place.own]
    if own and all(_in_line(place.chain, own[-1].chain) for place in last):
        return Scope(own[-1].chain, (own[-1].start, own[-1].end))
    chain = _line(last)
    if not chain or last[-1].aside:
        return None
    at_home = _is_nation(chain) or chain[0] in divisions().above
    return Scope(chain, (last[-1].start, last[-1].end)) if at_home else None


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
        inner = any(_is_in(place.chain, found.chain) or place.start >= clause.start for place in since)
        return None if inner else Scope(found.chain, (found.start, found.end))
    opens = clause.start <= last.start <= clause.start + FILLER
    ours = any(place.own for place in governing[:-1])
    return Scope(last.chain, (last.start, last.end)) if opens and (last.own or not ours) else None
