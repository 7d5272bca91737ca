"""Pairings: who helps or twins with whom, as rows with a direction."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..model import Pairing
from ..rules import rules
from .marks import NAME, Marked
from .parties import has_clause
from .told import Named, Told

FAR = 120  # characters of one side
NEAR = 8  # characters between two verbs of one pairing
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pairing: its parts in order; whether all are bodies (商会), or all places (镇街)."""

    parts: tuple[Range, ...]
    bodies: bool
    places: bool
    specific: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and the words that join them."""

    helper: Side
    helped: Side
    verb: Range
    mutual: bool


def pairings(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Pairing]:
    """The pairings that the paragraphs of an article tell, in reading order."""
    known = rules("pairings")
    readers = {"passive": _passive, "goes": _helps, "helps": _helps, "together": _together}
    for told, page in zip(every, pages, strict=True):
        fitting = [name for name in readers if known[name].may_fit(page.value)] if told.passage.tells else []
        found: list[tuple[int, Pair]] = []
        taken: set[int] = set()
        for name in fitting:
            for match in known[name].pattern.finditer(page.covered):
                start = match.start("verb")
                pairs = [] if start in taken or _planned(page, start) else readers[name](told, page, match)
                if pairs:
                    taken.update(range(start - NEAR, start + NEAR))
                    found += [(start, pair) for pair in pairs]
        yield from (_pairing(told, page, pair) for _, pair in sorted(found, key=lambda one: one[0]))


def _planned(page: Marked, verb: int) -> bool:
    """Whether the clause says before the verb that it is not done, or only asked for."""
    first = max(page.clause(verb), verb - FAR)
    planned = rules("pairings")["planned"].pattern.search(page.covered, first, verb)
    return bool(planned) or bool(rules("status")["unreal"].pattern.search(page.covered, first, verb))


def _pairing(told: Told, page: Marked, pair: Pair) -> Pairing:
    text = told.passage.text
    ranges = (*pair.helper.parts, *pair.helped.parts, pair.verb)
    start, end = min(first for first, _ in ranges), max(last for _, last in ranges)
    return Pairing(
        text[start:end],
        told.passage.paragraph(start),
        tuple(text[slice(*one)] for one in pair.helper.parts),
        tuple(text[slice(*one)] for one in pair.helped.parts),
        text[slice(*pair.verb)],
        pair.mutual,
        _doubt(told, page, pair, end),
    )


def _doubt(told: Told, page: Marked, pair: Pair, end: int) -> str:
    """Why a careful person could decide otherwise; `end`: where the words of the pairing end."""
    known = rules("pairings")
    stop = min(page.sentence(pair.verb[0])[1], end + FAR)
    if known["ended"].pattern.search(page.covered, end, max(end, stop)):
        return "pairings.ended"
    if not (pair.helper.specific and pair.helped.specific):
        return "pairings.general"
    sides = (*pair.helper.parts, *pair.helped.parts)
    if any(has_clause(page.value, _named(told, part), *part) for part in sides):
        return "pairings.clause"
    rows = {len(pair.helper.parts), len(pair.helped.parts)}
    if len(rows) > 1 and min(rows) > 1 and _severally(page, pair.verb):
        return "pairings.rows_open"
    return "pairings.both" if pair.mutual and pair.helped.places else ""


def _severally(page: Marked, verb: Range) -> bool:
    return bool(rules("pairings")["severally"].pattern.search(page.covered, max(0, verb[0] - 2), verb[1]))


def _helps(told: Told, page: Marked, match: re.Match[str]) -> list[Pair]:
    """A帮扶B."""
    helper = _last(told, page, _left(page, match.start()))
    helped = _first(told, page, _right(page, match.end()))
    if not helper or not helped:
        return []
    if not _severally(page, match.span("verb")) or len(helper.parts) != len(helped.parts):
        return [Pair(helper, helped, match.span("verb"), mutual=False)]
    rows = zip(helper.parts, helped.parts, strict=True)  # each helps the one in its own place of the row
    sides = ((_side(told, page, [one]), _side(told, page, [other])) for one, other in rows)
    return [Pair(one, other, match.span("verb"), mutual=False) for one, other in sides if one and other]


def _passive(told: Told, page: Marked, match: re.Match[str]) -> list[Pair]:
    """B由A帮扶."""
    helper = _last(told, page, match.span("helper"))
    helped = _last(told, page, _left(page, match.start()))
    return [Pair(helper, helped, match.span("verb"), mutual=False)] if helper and helped else []


def _together(told: Told, page: Marked, match: re.Match[str]) -> list[Pair]:
    """A与B结对; A与B、C与D分别签订合作协议."""
    known = rules("pairings")
    start, end = _left(page, match.start())
    if known["each"].pattern.match(match["verb"]):
        start = _back(page, start)
    joints = [one.start() for one in known["joint"].pattern.finditer(page.covered, start, end)]
    pairs: list[Pair] = []
    for number, joint in enumerate(joints):
        last = joints[number + 1] if number + 1 < len(joints) else end
        stop = last if last == end else max(page.covered.rfind(sign, joint, last) for sign in "、，,")
        pair = _two(told, page, (start, joint, stop), match)
        if not pair:
            break
        pairs.append(pair)
        start = stop + 1
    return pairs if len(pairs) == len(joints) else pairs[:0]


def _two(told: Told, page: Marked, where: tuple[int, int, int], match: re.Match[str]) -> Pair | None:
    """Two sides, of which a body helps a place; two of a kind do it for each other."""
    start, joint, end = where
    one = _last(told, page, _without_way(page, start, joint))
    other = _first(told, page, (joint + 1, end))
    if not one or not other or other.parts[-1][1] < len(page.covered[:end].rstrip()):
        return None
    known = rules("pairings")
    both = known["both_do"].pattern.match(page.covered, match.end("verb"))
    helps = not both and bool(known["one_way"].pattern.search(match["verb"]))
    if helps and one.places and other.bodies:
        one, other = other, one
    return Pair(one, other, match.span("verb"), mutual=not (helps and one.bodies and other.places))


def _back(page: Marked, start: int) -> int:
    """Where the clauses before begin that are pairs too."""
    joint = rules("pairings")["joint"].pattern
    while start > 1 and page.covered[start - 1] in "，,":
        first = page.clause(start - 1)
        if not joint.search(page.covered, first, start) or first >= start - 1:
            break
        start = first
    return start


def _left(page: Marked, end: int) -> Range:
    """The words of the clause before `end`, without what brings them in and without another pairing."""
    known = rules("pairings")
    start = max(page.clause(end), end - FAR)
    lead = known["lead"].pattern.match(page.covered[start:end])
    start += lead.end() if lead and start + lead.end() < end else 0
    others = [one.end() for one in known["helps"].pattern.finditer(page.covered, start, end)]
    return _without_way(page, others[-1] if others else start, end)


def _without_way(page: Marked, start: int, end: int) -> Range:
    way = rules("pairings")["way"].pattern.search(page.covered[start:end])
    return start, start + way.start() if way else end


def _right(page: Marked, start: int) -> Range:
    """The words behind `start` up to where they can no longer name one who is helped."""
    last = min(len(page.covered), start + FAR)
    stop = rules("pairings")["stop"].pattern.search(page.covered, start, last)
    verb = rules("pairings")["helps"].pattern.search(page.covered, start, last)
    ends = [match.start() for match in (stop, verb) if match]
    return start, min(ends, default=last)


def _first(told: Told, page: Marked, where: Range) -> Side | None:
    """The parts that words begin with, as long as each names a body or a place."""
    parts = list(takewhile(lambda part: _sort(told, page, part), _parts(told, page, where)))
    goes_on = bool(rules("pairings")["helps"].pattern.match(page.covered, where[1]))
    sort = _sort(told, page, parts[0]) if parts else ""
    return _side(told, page, [part for part in parts if not goes_on or _sort(told, page, part) == sort])


def _last(told: Told, page: Marked, where: Range) -> Side | None:
    """The parts that words end with, as long as each is of the sort of the last one."""
    parts = tuple(_parts(told, page, where))
    sort = _sort(told, page, parts[-1]) if parts else ""
    kept = list(takewhile(lambda part: sort and _sort(told, page, part) == sort, reversed(parts)))
    return _side(told, page, kept[::-1])


def _side(told: Told, page: Marked, parts: Sequence[Range]) -> Side | None:
    sorts = {_sort(told, page, part) for part in parts}
    if not parts:
        return None
    specific = any(_is_specific(told, page, part) for part in parts)
    return Side(tuple(parts), sorts == {"body"}, sorts == {"level"}, specific)


def _parts(told: Told, page: Marked, where: Range) -> Iterator[Range]:
    """What stands between 、 and 和; a level alone (省、市8家医院) goes with what stands behind it."""
    start = begin = where[0]
    for part in page.covered[slice(*where)].split("、"):
        end = start + len(part)
        if not rules("pairings")["levels_only"].pattern.match(page.covered[begin:end].strip()):
            yield from _halves(told, page, _bare(page, begin, end))
            begin = end + 1
        start = end + 1


def _halves(told: Told, page: Marked, part: Range) -> Iterator[Range]:
    start, end = part
    at = page.covered.find("和", start, end)
    halves = ((start, at), (at + 1, end))
    if at > 0 and all(_sort(told, page, half) for half in halves):
        yield from halves
    else:
        yield part


def _bare(page: Marked, start: int, end: int) -> Range:
    """A part without blanks, and without the words before its number (全市)."""
    whole = rules("pairings")["whole"].pattern.match(page.covered[start:end].lstrip())
    while start < end and page.covered[start].isspace():
        start += 1
    start += whole.end() if whole else 0
    while start < end and page.covered[end - 1].isspace():
        end -= 1
    return start, end


def _sort(told: Told, page: Marked, part: Range) -> str:
    """Whether words name a body or a place (level); empty for anything else."""
    known = rules("pairings")
    words = page.covered[slice(*part)].rstrip(NAME)
    if known["body"].pattern.search(words):
        return "body"
    named = {one.type for one in _named(told, part) if one.end == part[1]}
    if known["level"].pattern.search(words) or "place" in named:
        return "level"
    return "body" if "organisation" in named else ""


def _is_specific(told: Told, page: Marked, part: Range) -> bool:
    named = any(one.type in {"place", "organisation"} for one in _named(told, part))
    return named or bool(rules("pairings")["specific"].pattern.search(page.covered[slice(*part)]))


def _named(told: Told, where: Range) -> list[Named]:
    first = bisect_left(told.names, where[0], key=lambda one: one.start)
    last = bisect_left(told.names, where[1], key=lambda one: one.start)
    return [one for one in told.names[first:last] if one.end <= where[1]]
