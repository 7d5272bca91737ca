"""Places that are no divisions of China: countries and cities abroad, regions, and the zones and parks in a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from ..rules import rules
from .divisions import Chain, Place, begins, divisions

UNDECIDED = "regions.likely"
LONGEST = 10  # characters of a zone's name before its last word
FAR = 60  # characters before it in which the place is looked for that it lies in
AREA = "地区"
BOTH = ";"  # parts the chains of what is two places: 港澳
SLOGAN = 2  # characters before a name that may make a slogan of it


def regions(value: str) -> Iterator[Place]:
    """The countries, cities abroad and regions that a text names, in order, the longest name at each place."""
    table, known = _table(), rules("regions")
    stop = 0
    for start in begins(value, table):
        if start < stop:
            continue
        for word, chain in table[value[start : start + 2]]:
            end = start + len(word)
            if value.startswith(word, start):
                slogan = known["before"].pattern.search(value[max(0, start - SLOGAN) : start])
                if not slogan and not known["goes_on"].pattern.match(value, end):
                    yield Place(start, end, chain)
                    yield from _shorter(word, start)
                    yield from _longer(value, start, end, chain)
                stop = end
                break


def _shorter(word: str, start: int) -> Iterator[Place]:
    """粤西 in 粤西地区."""
    short = next((one for one in _table().get(word[:2], ()) if word == one[0] + AREA), None)
    if short:
        yield Place(start, start + len(short[0]), short[1])


def _longer(value: str, start: int, end: int, chain: Chain) -> Iterator[Place]:
    """南极大陆, where 南极 stands; and the city of a country that follows it at once, with the word for it."""
    known = rules("regions")
    area = known["area"].pattern.match(value, end)
    town = known["town_abroad"].pattern.match(value, end) if value[start:end] in known["abroad"].words else None
    if area:
        yield Place(start, area.end(), chain)
    if town:
        yield Place(*town.span("name"), (*chain, town["name"]))


@cache
def _table() -> Mapping[str, Sequence[tuple[str, Chain]]]:
    """Each name with its chain, by its first two letters, the longest first."""
    known = rules("regions")
    whole = known["abroad"].more["whole"]
    every: dict[str, Chain] = {word: (whole.get(word, word),) for word in known["abroad"].words}
    package = (__package__ or "").rpartition(".")[0]
    for line in (files(package) / "rules" / "regions.txt").read_text(encoding="utf-8").splitlines():
        name, _, chain = line.partition("\t")
        if not name.startswith("#"):
            every[name] = tuple(chain.split("/")) if BOTH not in chain else (chain,)
    found: dict[str, list[tuple[str, Chain]]] = {}
    for word in sorted(every, key=len, reverse=True):
        found.setdefault(word[:2], []).append((word, every[word]))
    return found


def zones(value: str, located: Sequence[Place], home: Chain) -> Iterator[Place]:
    """The zones and parks of a text: each lies in the place that its name begins with.

    Where it begins with none, it lies in the place named last, or in the paper's own, and is in doubt. `located`: the
    places of the text, in order.
    """
    begins = {place.start: place for place in located}
    ends = {place.end: place for place in located}
    brackets = tuple(_bracketed(value, begins, ends))
    yield from brackets
    taken = {index for place in brackets for index in range(place.start, place.end)}
    rule = rules("regions")["zone"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        if match.start() not in taken and match.end() not in ends:  # 浦东新区 is a division
            yield from _zone(value, match.span(), begins, home)
    rule = rules("regions")["middle"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        if match.start() in ends:
            place = ends[match.start()]
            yield Place(place.start, match.end(), place.chain)
    rule = rules("regions")["station"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        if match.start() in ends and ends[match.start()].chain in divisions().cities:
            place = ends[match.start()]
            yield Place(place.start, match.end(), place.chain)


def _zone(value: str, word: tuple[int, int], begins: Mapping[int, Place], home: Chain) -> Iterator[Place]:
    """The zone whose name ends with a word at `word`."""
    cut = rules("regions")["cut"].pattern
    first = word[0]
    while first > max(0, word[0] - LONGEST) and "一" <= value[first - 1] <= "鿿":
        first -= 1
    for match in cut.finditer(value, first, word[0]):
        first = match.end()
    base = next((begins[at] for at in range(first, word[0] + 1) if at in begins), None)
    while base and base.end in begins and begins[base.end].end <= word[0]:  # 吉林长春新区
        base = begins[base.end]
    if base and base.end <= word[1] and (len(base.chain) > 1 or base.chain[-1] in divisions().above):
        yield Place(base.start, word[1], base.chain)
    elif home and word[0] - first > 1:
        begun = max((value.rfind(mark, max(0, first - FAR), first) for mark in "。；！？"), default=-1)
        last = next((begins[at] for at in range(first - 1, max(begun, first - FAR, -1), -1) if at in begins), None)
        yield Place(first, word[1], last.chain if last and len(last.chain) > 1 else home, UNDECIDED)


def _bracketed(value: str, begins: Mapping[int, Place], ends: Mapping[int, Place]) -> Iterator[Place]:
    """中国(上海)自由贸易试验区 lies in 上海, and so does the part of it that is named right behind."""
    rule = rules("regions")["bracket"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        place, outer = begins.get(match.start("place")), ends.get(match.start())
        if place and outer:
            yield Place(outer.start, match.end(), place.chain)
            part = rules("regions")["zone"].pattern.search(value, match.end(), match.end() + 8)
            if part and not rules("regions")["cut"].pattern.search(value, match.end(), part.start()):
                yield Place(match.end(), part.end(), place.chain)
