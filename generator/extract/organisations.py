"""Organisations: bodies, firms, schools and associations, and the short forms that mean the same as a long one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..rules import rules
from .bodies import IN_OFFICE, Around, Span, as_named, behind_words, found_in, is_end, region
from .divisions import divisions
from .personal import sounded
from .told import Named

BRANDED = 4  # letters behind a firm's own name that leave it known by itself: 松下控股株式会社, but 地铁集团
MEANT = 40  # names before 该公司 among which the one meant is looked for
WHICH = "organisations.which"


def organisations(values: Sequence[str], around: Sequence[Around]) -> tuple[tuple[Named, ...], ...]:
    """The organisations in each of the texts of one article, in order; `around`: what else was read in each."""
    found = [_with_known(value, near, found_in(value, near)) for value, near in zip(values, around, strict=True)]
    shorter = _shorter(values, found)
    longer = dict(shorter) | dict(_longer([one.name for named in found for one in named]))
    told = [_again(value, named, shorter) for value, named in zip(values, found, strict=True)]
    before: list[Named] = []
    every: list[tuple[Named, ...]] = []
    for value, named in zip(values, told, strict=True):
        every.append(_pointed(value, _joined(named, longer), before))
        before += every[-1]
    return tuple(every)


def _with_known(value: str, near: Around, named: Sequence[Named]) -> tuple[Named, ...]:
    """The names found, and those that do not say what they are: well-known firms, branches by their place, brands."""
    every, taken = list(named), _covered(named)
    for start, end in (*_well_known(value), *_branches(value, near), *_brands(value), *_such(value)):
        if taken.isdisjoint(range(start, end)):
            every.append(as_named(value, start, end, "", near))
            taken.update(range(start, end))
    every += _firms_in_offices(value, near, taken)
    return tuple(sorted(every, key=lambda one: one.start))


def _covered(named: Iterable[Named]) -> set[int]:
    """The characters that stand in names."""
    return {index for one in named for index in range(one.start, one.end)}


def _well_known(value: str) -> Iterator[Span]:
    """Firms and agencies that every paper prints; 陶氏公司 whole."""
    for match in rules("organisations")["known"].pattern.finditer(value):
        firm = rules("organisations")["firm"].pattern.match(value, match.end())
        if rules("organisations")["goes_on"].pattern.match(value, match.end()) and len(match.group()) > 2:
            continue
        yield match.start(), firm.end() if firm else match.end()


def _branches(value: str, near: Around) -> Iterator[Span]:
    branch = rules("organisations")["branch"].pattern
    for start, end in near.places.items():
        match = branch.match(value, end)
        if match and not rules("organisations")["goes_on"].pattern.match(value, match.end()):
            yield start, match.end()


def _brands(value: str) -> Iterator[Span]:
    """A brand behind a word for a firm: letters that write down a sound, three or more."""
    rule = rules("organisations")["brand"]
    if not rule.may_fit(value):
        return
    for match in rule.pattern.finditer(value):
        country = rules("regions")["abroad"].pattern.match(value, match.end())
        start = country.end() if country else match.end()
        end = sounded(value, start)
        if end - start > 2:
            yield (match.end() if country else start), end


def _such(value: str) -> Iterator[Span]:
    rule = rules("organisations")["such"]
    if rule.may_fit(value):
        common = rules("organisations")["common"].pattern
        yield from (m.span("name") for m in rule.pattern.finditer(value) if not common.match(m["name"]))


def _firms_in_offices(value: str, near: Around, taken: set[int]) -> Iterator[Named]:
    """A firm that is only named in an office, by its name and its trade: 清越科技董事长."""
    trade = rules("organisations")["trade"].pattern
    for start, end in near.roles:
        match = trade.search(value, start + 2, min(end, start + 8))
        if match and taken.isdisjoint(range(start, end)):
            yield Named("organisation", start, match.end(), value[start : match.end()], doubt=IN_OFFICE)


def _shorter(values: Sequence[str], found: Sequence[Sequence[Named]]) -> Mapping[str, str]:
    """Other names that the article gives to what it names whole: what it calls so itself, and firms by their brand."""
    rule, trade = rules("organisations")["alias"], rules("organisations")["trade"].pattern
    forms: dict[str, str] = {}
    for value, named in zip(values, found, strict=True):
        ends = {one.end: one for one in named}
        for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
            long = ends.get(match.start()) or _what_is_called(value, match.start())
            if long:
                forms[match["short"]] = long.name
        for one in named:
            firm = trade.search(one.name, 2, 8)
            rest = len(one.name) - firm.start() if firm else 0
            if firm and rest >= BRANDED and one.name.endswith(tuple(rules("organisations")["firm"].words)):
                forms.setdefault(one.name[: firm.start()], one.name)
        for one in named:
            country = rules("regions")["abroad"].pattern.match(one.name)
            if country and sounded(one.name, country.end()) == len(one.name):
                forms.setdefault(one.name[country.end() :], one.name)
    return {short: long for short, long in forms.items() if not divisions().stems.get(short)}


def _what_is_called(value: str, end: int) -> Named | None:
    """What a bracket gives a short name to, though its last word does not say that it is a body."""
    first, free = region(value, end)
    start, cut = behind_words(value, first, end, Around({}))
    if not (free or cut) or end - start <= 5 or not is_end(value, end):
        return None
    return Named("organisation", start, end, value[start:end])


def _again(value: str, named: Sequence[Named], shorter: Mapping[str, str]) -> tuple[Named, ...]:
    """The names found, and the shorter forms wherever they stand."""
    if not shorter:
        return tuple(named)
    every, taken = list(named), _covered(named)
    words = re.compile("|".join(map(re.escape, sorted(shorter, key=len, reverse=True))))
    every += [
        Named("organisation", *match.span(), shorter[match.group()])
        for match in words.finditer(value)
        if taken.isdisjoint(range(*match.span()))
    ]
    return tuple(sorted(every, key=lambda one: one.start))


def _longer(names: Sequence[str]) -> Mapping[str, str]:
    """The fullest form of each name that the article prints in two: 区农业农村局 is 茂南区农业农村局."""
    forms: dict[str, set[str]] = {}
    short = rules("organisations")["short"].more["long"]
    level = rules("organisations")["level"].pattern
    for name in set(names):
        written = {name, *(name.replace(one, long) for one, long in short.items() if one in name)}
        others = [other for other in set(names) if other != name]
        if level.match(name):
            forms[name] = {other for other in others for one in written if _is_whole(other, one)}
        elif name.startswith("“"):
            forms[name] = {other for other in others if other.endswith(name)}
        else:
            trade = next((word for word in rules("organisations")["branch"].words if name.endswith(word)), "")
            forms[name] = {other for other in others if trade and _is_branch(other, name, trade)}
    return {name: wholes.pop() for name, wholes in forms.items() if len(wholes) == 1}


def _is_whole(long: str, short: str) -> bool:
    """Whether a name is a division's, with its own word for its level, and then what the short name says."""
    if not long.endswith(short):
        return False
    place = long[: len(long) - len(short) + 1]
    return bool(divisions().called(place)) or (bool(divisions().stems.get(place[:-1])) and len(place) > 2)


def _is_branch(long: str, short: str, trade: str) -> bool:
    """Whether a name says of what firm and where, and the short name both: 中国联通茂名市分公司, 茂名联通."""
    place = short.removesuffix(trade)
    firm = long.endswith(("分公司", "分行", "支行"))
    return bool(place) and firm and 0 <= long.find(trade) < long.find(place)


def _joined(named: Sequence[Named], longer: Mapping[str, str]) -> tuple[Named, ...]:
    return tuple(replace(one, name=longer[one.name]) if one.name in longer else one for one in named)


def _pointed(value: str, named: Sequence[Named], before: Sequence[Named]) -> tuple[Named, ...]:
    """The names, and 该公司 for the one of its sort that was named last; `before`: those of the texts before."""
    rule = rules("organisations")["that"]
    every = list(named)
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        stop = bisect_right(named, match.start(), key=lambda one: one.end)
        here, above = (
            [one.name for one in some[-MEANT:] if one.name.endswith(match["sort"])] for some in (named[:stop], before)
        )
        meant = Counter(here[-1:] or above)
        if meant:
            most = max(meant.values())
            likely = [name for name, times in meant.items() if times == most]
            every.append(
                Named("organisation", *match.span(), likely[-1], doubt="" if len({*here, *meant}) == 1 else WHICH)
            )
    return tuple(sorted(every, key=lambda one: one.start))
