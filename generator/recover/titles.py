"""Set a headline: which of its lines are the kicker, which the headline, which the deck."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..model import Block, Kind, Line
from ..rules import rules
from .heads_strips import Strip, is_open
from .lines import join
from .measure import width_of
from .words import grams

DIGITS = re.compile(r"\d")
# The column that a headline belongs to, in brackets behind it.
MARKED = re.compile("[（(][^（）()]+[）)]$")
# The lines of a part are equally wide but for the last one; this much (in ems) a word that does not fit may leave over.
SLACK = 1.2
# What a part more costs, in ems of lines that are too short.
PART = 2.4
# Wide lines are filled more exactly than narrow ones, which are cut by meaning.
WIDE, EXACTLY = 12, 2.0
MUCH_LONGER, MUCH_NARROWER = 1.3, 0.8

Lines = Sequence[Line]


def set_titles(strips: Iterable[Strip], body: Collection[str]) -> list[Block]:
    """The kicker, headline and deck of an article from its headline strips; `body`: the pairs of its body."""
    units = [
        unit
        for strip in sorted(strips, key=lambda strip: (strip.first, strip.lines[0].text.start))
        for unit in _parts(strip.lines, body)
    ]
    kinds = _kinds(units)
    return [Block(kind, join(unit), f"headlines.{kind}") for kind, unit in zip(kinds, units, strict=True)]


def _parts(lines: Lines, body: Collection[str]) -> list[Lines]:
    """The lines of a strip, put together to what is one kicker, headline or deck."""
    tied = [_tied(lines, index, body) for index in range(1, len(lines))]
    sure = [index for index, tie in enumerate(tied, 1) if tie is False]
    free = [index for index, tie in enumerate(tied, 1) if tie is None]
    ways = [sure, *(sorted((*sure, one)) for one in free)]
    return list(_cut(lines, min(ways, key=lambda cuts: _cost(lines, cuts))))


def _cut(lines: Lines, cuts: Sequence[int]) -> Iterator[Lines]:
    """The lines, cut before those with the given numbers."""
    for first, last in zip((0, *cuts), (*cuts, len(lines)), strict=True):
        yield lines[first:last]


def _cost(lines: Lines, cuts: Sequence[int]) -> float:
    """How ill the lines fit into these parts: by how much those are too short after which a part goes on."""
    short = 0.0
    for part in _cut(lines, cuts):
        widths = [width_of(line.value) for line in part]
        most = max(widths)
        lacks = sum(max(0.0, most - width - SLACK) for width in widths[:-1])
        short += lacks * EXACTLY if most >= WIDE else lacks
    return short + PART * len(cuts)


def _tied(lines: Lines, index: int, body: Collection[str]) -> bool | None:
    """Whether a display line goes on from the one above it (True), begins a part (False), or may do either (None)."""
    known = rules("headlines")
    above, here = lines[index - 1].value, lines[index].value
    if known["deck"].pattern.search(here) or known["kicker"].pattern.search(above):
        return False
    unfinished = rules("label")["hangs"].pattern.search(above) or known["unfinished"].pattern.search(above)
    if unfinished or is_open("".join(line.value for line in lines[:index])):
        return True
    return True if len(here) == 1 or grams(above[-1] + here[0]).keys() & set(body) else None


def _kinds(parts: Sequence[Lines]) -> list[Kind]:
    """What each of the parts of a headline is."""
    known = rules("headlines")
    values = ["".join(line.value for line in part) for part in parts]
    kinds = [Kind.DECK if known["deck"].pattern.search(value) else Kind.HEADLINE for value in values]
    main = [index for index, kind in enumerate(kinds) if kind is Kind.HEADLINE]
    if not main:
        return [Kind.HEADLINE for _ in values]
    for index in main[:-1]:
        if known["kicker"].pattern.search(values[index]):
            kinds[index] = Kind.KICKER
    main = [index for index in main if kinds[index] is Kind.HEADLINE]
    if len(main) > 1:
        over, under = main[0], main[1]
        announced = over > 0 and known["announces"].pattern.search(values[over - 1])
        told = announced or _tells(values[over], values[under]) or _is_larger(parts[over], parts[under])
        if len(main) == 2 and told:
            kinds[under] = Kind.DECK
        else:
            kinds[over] = Kind.KICKER
    return kinds


def _tells(over: str, under: str) -> bool:
    """Whether the lower of two parts is the deck: it tells a fact of what the upper one says, or that one is marked."""
    fact = rules("headlines")["fact"].pattern.search(under) and len(under) < len(over)
    figure = DIGITS.search(under) and not DIGITS.search(over) and len(under) <= len(over)
    sentence = "，" in under and "，" not in over and len(under) > MUCH_LONGER * len(over)
    return bool(fact or figure or sentence or MARKED.search(over))


def _is_larger(over: Lines, under: Lines) -> bool:
    """Whether the upper of two parts is set in larger letters: it is wrapped where the lower one is not yet."""
    wide, narrow = (max(width_of(line.value) for line in part) for part in (under, over))
    return len(over) > 1 and narrow < MUCH_NARROWER * wide
