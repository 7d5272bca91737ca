"""People: each mention of a person, with the office exactly as it is printed at that mention, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate

from ..rules import rules
from .acting import acting, as_who, credited, held, short_names
from .divisions import divisions
from .offices import office, offices
from .personal import (
    DOTS,
    POSSIBLE,
    ends_here,
    first_dot,
    is_body,
    is_han,
    is_name,
    is_never,
    is_weak,
    opening,
    read_name,
    sounds,
    speaks,
    trimmed,
)
from .regions import regions
from .signed import PEN_NAME
from .told import Named

LONGEST = 50  # characters of a name
FARTHEST = 50  # characters of an office
LONG = "people.long_office"
IN_ROW = 3  # marks between names that make a row
SHOWN = 3  # letters of a possible name
GIVEN = 2  # letters of a short one
FAR = 24  # characters of one office beyond which other words may be glued to it
Found = dict[int, Named]  # by where the name begins


def people(values: Sequence[str], signed: Iterable[str] = ()) -> tuple[tuple[Named, ...], ...]:
    """The persons in each of the texts of one article, in order; who is named once is known wherever the name stands.

    `signed`: the names of those who wrote it.
    """
    told = [_told(value) for value in values]
    count = _counted(values)
    sure = frozenset((*signed, *(one.name for found in told for one in found.values() if not one.doubt)))
    _add_acting(values, told, sure, count)
    known_as = {name[:SHOWN]: name for name in sure if len(name) > SHOWN} | {name: name for name in sure}
    settled = [_settled(value, found, known_as, count) for value, found in zip(values, told, strict=True)]
    names = sure | frozenset(one.name for found in settled for one in found.values() if not one.doubt)
    known = _either(names | _last_parts(names) | _common(values))
    return tuple(
        tuple(one for _, one in sorted(_again(value, found, known).items()))
        for value, found in zip(values, settled, strict=True)
    )


def _told(value: str) -> Found:
    """The persons whom a text itself tells to be persons."""
    found: Found = {}
    for end, rule in offices(value):
        _named(value, end, rule, found)
    for step in (_behind, _family, _by_office, _attended, _dotted, credited, _speakers):
        for one in step(value):
            if not _overlaps(found, one):
                found[one.start] = one
    return found


def _add_acting(
    values: Sequence[str], told: Sequence[Found], sure: frozenset[str], count: Callable[[str], tuple[int, int]]
) -> None:
    """Those who act without an office, and of whom nothing else tells who they are."""
    every = [(index, one) for index, value in enumerate(values) for one in acting(value, count)]
    for index, one in (*every, *short_names(values)):
        known = one.name in sure or one.name[:2] in sure
        if not known and not any(one.start < other.end for other in _near(told[index], one.start, one.end)):
            told[index][one.start] = one


def _overlaps(found: Found, one: Named) -> bool:
    """Whether a name that is already found stands there; one that was only possible makes way."""
    there = [other for other in _near(found, one.start, one.end) if one.start < other.end]
    if any(other.doubt != POSSIBLE for other in there):
        return True
    for other in there:
        del found[other.start]
    return False


def _near(found: Found, start: int, end: int) -> Iterator[Named]:
    """The names that begin before `end` and may reach to `start`."""
    return (found[at] for at in range(start - LONGEST, end) if at in found)


def _named(value: str, end: int, rule: str, found: Found) -> None:
    """The name, or the row of names, that stands behind an office which ends at `end`."""
    gap = rules("people")["between"].pattern.match(value, end)
    at = gap.end() if gap else end
    at += 1 if rule == "kin" and value[at : at + 1] == "”" else 0  # “时代楷模”张桂梅
    name = read_name(value, at)
    if name is None or _is_place(value, end):
        return
    role = _office(value, end, found) if rule == "title" else None
    stop, doubt = name
    doubt = doubt or (LONG if role and role[1] - role[0] > FAR and "、" not in value[slice(*role)] else "")
    if value[end - 2 : end] in rules("people")["many"].words and (doubt or is_weak(value, at)):
        return
    doubt = doubt or _unlike(value, end, rule, at, stop)
    if not _overlaps(found, Named("person", at, stop, "")):
        found[at] = Named("person", at, stop, value[at:stop], role, doubt=doubt)
        _row(value, found[at], found)


def _unlike(value: str, end: int, rule: str, at: int, stop: int) -> str:
    """Why what stands behind a word for somebody may be no person: 村民强奸案; a pen name behind 通讯员."""
    known = rules("people")
    if rule == "kin" and not value[:end].endswith(tuple(known["kin"].more["calls"])):
        words = stop < len(value) and is_han(value, stop, stop + 1)
        return "" if words or stop - at > SHOWN else POSSIBLE
    pen = known["pen"].pattern.match(value, at, stop) and value[:end].endswith(known["pen"].more["behind"])
    return PEN_NAME if pen else ""


def _is_place(value: str, end: int) -> bool:
    """Whether the letters before and behind are names of places: 福州长乐."""
    stems = divisions().stems
    return value[end - 1 : end + 1] in stems and value[end - 3 : end - 1] in stems


def _office(value: str, end: int, found: Found) -> tuple[int, int] | None:
    """The office that ends at `end`, behind whoever is named before it: 赵铭和新锐歌手."""
    last = max((one.end for one in _near(found, end - FARTHEST, end) if one.doubt != POSSIBLE), default=0)
    role = office(value, end, last if last <= end else 0)
    joint = rules("people")["row"].pattern
    for stop in (role[0] + 2, role[0] + 3) if role else ():
        if role and stop < end - 2 and joint.match(value, stop) and is_name(value, role[0], stop):
            return stop + 1, end
    return role


def _row(value: str, first: Named, found: Found) -> None:
    """The names behind the first of a row: 记者王永前、邹伟. They share its office if more than one can have it."""
    alone = first.role is None or rules("people")["single"].pattern.search(value[slice(*first.role)])
    end = first.end
    while value[end : end + 1] == "、":
        name = read_name(value, end + 1)
        if name is None or name[1] or not _bare(value, name[0]) or any(regions(value[end + 1 : name[0]])):
            return
        role = None if alone else first.role
        doubt = "people.whose_office" if alone and first.role else ""
        found[end + 1] = Named("person", end + 1, name[0], value[end + 1 : name[0]], role, doubt=doubt)
        end = name[0]


def _bare(value: str, end: int) -> bool:
    """Whether what stands in a row is a name and nothing more: the mark behind it, or the end, says so."""
    return value[end : end + 1] in {"", "、", "，", "。", "）", ")", "；", " "} or ends_here(value, end)


def _behind(value: str) -> Iterator[Named]:
    """Who is named before an office: 习近平总书记."""
    rule = rules("people")["behind"]
    if not rule.may_fit(value):
        return
    for match in rule.pattern.finditer(value):
        at = match.start()
        for start in (at - 3, at - 2):
            if start >= 0 and not is_weak(value, start) and is_name(value, start, at):
                yield Named("person", start, at, value[start:at], _title(value, at))
                yield from _row_before(value, start)
                break


def _row_before(value: str, start: int) -> Iterator[Named]:
    """The names before one that an office stands behind: 张杰、曹卫星同志."""
    stop = start - 1
    while stop > 0 and value[stop] == "、":
        first = next((at for at in (stop - 2, stop - 3) if at > 0 and not is_han(value, at - 1, at)), -1)
        if first < 0 or is_weak(value, first) or not is_name(value, first, stop):
            return
        yield Named("person", first, stop, value[first:stop])
        stop = first - 1


def _family(value: str) -> Iterator[Named]:
    rule = rules("people")["family"]
    if not rule.may_fit(value):
        return
    for match in rule.pattern.finditer(value):
        if rules("bylines")["surnames"].pattern.match(match["family"]):
            start = _whole_name(value, match.start("name"))
            end = match.end("name") if start == match.start("name") else match.end("family")
            yield Named("person", start, end, value[start:end])


def _whole_name(value: str, at: int) -> int:
    """Where a name begins that is printed whole before 先生 and 女士: 陈美华女士; `at` where none does."""
    for start in (at - 1, at - 2):
        bare = start == 0 or (start > 0 and not is_han(value, start - 1, start))
        if bare and not is_weak(value, start) and is_name(value, start, at + 1):
            return start
    return at


def _by_office(value: str) -> Iterator[Named]:
    """Who is named by his family name and his office alone: 张处长."""
    rule = rules("people")["by_office"]
    for match in rule.pattern.finditer(value) if rule.may_fit(value) else ():
        family = match["family"] or match["kin"]
        if rules("bylines")["surnames"].pattern.match(family) and not is_weak(family, 0) and not is_never(family, 0):
            group = "name" if match["name"] else "later"
            yield Named("person", match.start(group), match.end(group), match[group])


def _attended(value: str) -> Iterator[Named]:
    """The names of a row in which every one is a name, and most have three letters: 陈文清、刘金国、王小洪出席."""
    rule = rules("people")["attended"]
    for match in rule.pattern.finditer(value) if value.count("、") >= IN_ROW else ():
        at, spans = match.start(), []
        for part in match.group().split("、"):
            spans.append((at, at + len(part)))
            at += len(part) + 1
        known = [span for span in spans if _is_sure(value, *span)]
        if len(known) == len(spans) and 2 * sum(end - start == SHOWN for start, end in spans) >= len(spans):
            yield from (Named("person", start, end, value[start:end]) for start, end in spans)


def _is_sure(value: str, start: int, end: int) -> bool:
    """Whether a word in a row is a name, and no place or ordinary word that looks like one."""
    weak = is_weak(value, start) or is_never(value, start) or value[start:end] in divisions().stems
    return end - start <= SHOWN + 1 and not weak and is_name(value, start, end)


def _dotted(value: str) -> Iterator[Named]:
    """Foreign names with a dot, wherever they stand; the letters before the first that write no sound are no part."""
    rule = rules("people")["dotted"]
    if not rule.may_fit(value):
        return
    letters = rules("people")["foreign"].pattern
    for match in rule.pattern.finditer(value):
        dot = first_dot(match)
        start = dot
        while start > match.start() and (letters.match(value, start - 1) or value[start - 1].isascii()):
            start -= 1
        end = trimmed(value, start, match.end())
        if (
            start < dot
            and sounds(value, dot + 1, end)
            and not rules("people")["part_of_name"].pattern.match(value, end)
        ):
            yield Named("person", start, end, value[start:end])


def _speakers(value: str) -> Iterator[Named]:
    """Who speaks or presides at the beginning of a clause."""
    for at, end in opening(value):
        if speaks(value, end) and not is_weak(value, at) and not is_body(value, at, end):
            yield Named("person", at, end, value[at:end], as_who(value, at))


def _settled(value: str, found: Found, sure: Mapping[str, str], count: Callable[[str], tuple[int, int]]) -> Found:
    """What was only possible, decided by the rest of the article, or still in doubt.

    `sure`: the names that are certain, and their first three letters; `count`: how often a name is printed, and before
    how many different letters.
    """
    kept: Found = {}
    for start, one in found.items():
        if one.doubt != POSSIBLE:
            # 奚哲总说: one letter too many, where the rest of the article knows the shorter name
            longer = len(one.name) == SHOWN and one.name[:2] in sure and count(one.name)[0] == 1
            kept[start] = replace(one, end=start + GIVEN, name=one.name[:GIVEN]) if longer else one
            continue
        known = [sure[name] for name in (one.name, one.name[:2]) if name in sure]
        name = next((name for name in known if value.startswith(name, start)), "") or _by_count(one.name, count)
        if name:
            kept[start] = Named("person", start, start + len(name), name, one.role)
        elif one.role and not is_weak(one.name, 0):
            kept[start] = one
    return kept


def _by_count(name: str, count: Callable[[str], tuple[int, int]]) -> str:
    """The long or the short form of a possible name that the article prints several times; empty when it does not."""
    if is_weak(name, 0):
        return ""
    (long, behind), (short, _) = count(name), count(name[:2])
    if behind > 1 and long == short:
        return name
    return name[:2] if short > max(long, 2) else ""


def _counted(values: Sequence[str]) -> Callable[[str], tuple[int, int]]:
    """How often a name is printed in the texts, and before how many different letters; each looked for once."""

    @cache
    def count(name: str) -> tuple[int, int]:
        ends = [value[end : end + 1] for value in values for end in _ends_of(value, name)]
        return len(ends), len({*ends})

    return count


def _ends_of(value: str, name: str) -> Iterator[int]:
    return (match.end() for match in re.finditer(re.escape(name), value))


def _last_parts(names: Iterable[str]) -> frozenset[str]:
    """The last part of each foreign name, by which it is known from then on: 谢拉夫."""
    parts = (name[max(name.rfind(dot) for dot in DOTS) + 1 :] for name in names if any(dot in name for dot in DOTS))
    return frozenset(part for part in parts if len(part) > 1)


def _common(values: Sequence[str]) -> frozenset[str]:
    printed = "\n".join(values)
    return frozenset(name for name in rules("people")["known"].words if name in printed)


def _either(names: frozenset[str]) -> re.Pattern[str] | None:
    words = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))) if words else None


def _again(value: str, found: Found, known: re.Pattern[str] | None) -> Found:
    """The persons found, and those named elsewhere in the article wherever their names stand in this text."""
    whole = dict(found)
    taken = [0, *accumulate(_covered(value, whole))]
    part = rules("people")["part_of_name"].pattern
    for match in known.finditer(value) if known else ():
        start, end = match.span()
        if taken[end] - taken[start] or part.match(value, end):
            continue
        # 主张强调: a name of two letters inside other words is none
        if end - start > 2 or ends_here(value, end) or not is_han(value, start - 1, start):
            role = _title(value, end) or _shared(value, start, whole) or as_who(value, start) or held(value, start)
            whole[start] = Named("person", start, end, match.group(), role)
    return whole


def _title(value: str, end: int) -> tuple[int, int] | None:
    """The office right behind a name: 习近平总书记."""
    rule = rules("people")["behind"]
    match = rule.pattern.match(value, end)
    return match.span() if match and match.group() not in rule.more["none"] else None


def _shared(value: str, start: int, found: Found) -> tuple[int, int] | None:
    """The office of the reporter or correspondent whose name stands right before: （记者周浩国 谭国）."""
    near = (one for one in _near(found, start, start) if one.end in (start, start - 1))
    before = next((one for one in near if not value[one.end : start].isalpha()), None)
    signs = before and before.role and rules("people")["signs"].pattern.search(value[slice(*before.role)])
    return before.role if before and signs else None


def _covered(value: str, found: Mapping[int, Named]) -> list[int]:
    marks = [0] * len(value)
    for one in found.values():
        marks[one.start : one.end] = [1] * (one.end - one.start)
    return marks
