"""Dated sentences: of each sentence that a date governs the clause, who acts in it and where, ready for a timeline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from ..model import Event, Sentence
from ..rules import rules
from .calendar import Stretch
from .dates import Expression
from .dates_read import Dated, as_date
from .sentences import sentence
from .told import Named, Told

MANY = 20  # dates of one sentence that are looked at; a table that lost its lines may have thousands
AHEAD = 12  # characters before a clause's subject: 据了解, an office
LONG = 400  # characters of a clause in which a place is looked for, or of what stands before its date
LONGEST = 2000  # characters of a clause that are told
ACTING = frozenset({"organisation", "person", "place"})


def events(told: Told) -> Iterator[Event]:
    """The dated sentences of a passage, in order."""
    dates = (one for one in told.dates if not one.reports)
    for (start, end), group in groupby(dates, key=lambda dated: dated.sentence):
        together = tuple(group)
        whole = sentence(told.passage, start, end)
        titles = _titles(told.passage.text.value, start, end)
        known: set[Stretch | str] = set()
        for dated, following in zip(together, _followed(together, end), strict=True):
            key = dated.stretch or told.passage.text.value[dated.expression.start : dated.expression.end]
            if key not in known and _governs(dated, together, titles):
                known.add(key)
                yield _event(told, dated, whole, following)


def _followed(together: tuple[Dated, ...], end: int) -> Iterator[int]:
    """For each date of a sentence where the next one begins that counts, else where the sentence ends."""
    places = []
    for dated in reversed(together):
        places.append(end)
        counts = _tells(dated.expression) or dated.expression.unit == "same_year"
        end = dated.expression.start if counts and not dated.compared else end
    return reversed(places)


def _event(told: Told, dated: Dated, whole: Sentence, following: int) -> Event:
    """A dated sentence as a fact; `following`: where its next date begins."""
    text = told.passage.text
    begin, end = clause(text.value, dated, following)
    names = _names(told, begin, end)
    who = _who(text.value, begin, end, dated, names)
    return Event(
        as_date(told.passage, dated),
        whole.text,
        whole.paragraph,
        _status(text.value, begin, end, dated),
        clause=text[begin:end] if begin < end else None,
        who=text[who[0] : who[1]] if who else None,
        where=tuple(text[one.start : one.end] for one in _where(text.value, begin, end, names)),
        doubt=dated.doubt,
    )


def _status(value: str, begin: int, end: int, dated: Dated) -> str:
    """Whether it happened; not known where the words before the act say that it failed, or that it is a rumour."""
    known = rules("status")
    act = known["happened"].pattern.search(value, begin, end) if dated.status == "happened" else None
    return "unknown" if act and known["unreal"].pattern.search(value, begin, act.start()) else dated.status


def _names(told: Told, begin: int, end: int) -> tuple[Named, ...]:
    """The names at the beginning of a clause."""
    last = min(end, begin + LONG)
    first = bisect_left(told.names, begin, key=lambda named: named.start)
    return told.names[first : bisect_left(told.names, last, lo=first, key=lambda named: named.start)]


def clause(value: str, dated: Dated, following: int) -> tuple[int, int]:
    """Where the words begin and end that a date governs: from its own clause on, up to that of the next date.

    They begin behind the date, unless words stand before it in its clause that are more than 据统计 or 在.
    """
    known = rules("status")
    marks, said = known["clause"].pattern, dated.expression
    start = max(dated.sentence[0], said.start - LONG)
    before = max((match.end() for match in marks.finditer(value, start, said.start)), default=start)
    opened = known["before_date"].pattern.fullmatch(value, before, said.start)
    end = min(dated.sentence[1], said.end + LONGEST)
    behind = known["behind_date"].pattern.match(value, said.end, end)
    begin = behind.end() if opened and behind else before
    stops = [match.start() for match in marks.finditer(value, max(begin, said.end), min(following, end))]
    end = stops[-1] if stops and following < end else end
    while end > begin and known["stop"].pattern.match(value, end - 1):
        end -= 1
    return begin, end


def _who(value: str, begin: int, end: int, dated: Dated, names: tuple[Named, ...]) -> tuple[int, int] | None:
    """Who acts in a clause: the name at its beginning, with the office before it, that an act or the date follows."""
    known, said = rules("status"), dated.expression
    for named in names:
        first = named.role[0] if named.role and named.role[0] < named.start else named.start
        opens = begin <= first <= begin + AHEAD and known["before_subject"].pattern.fullmatch(value, begin, first)
        acts = said.end if named.end == said.start else named.end
        act = known["act"].pattern.match(value, acts, end) if opens and named.type in ACTING else None
        if act and not known["of_place"].pattern.match(value, act.end(), end):
            return None if named.type == "place" and _of_place(value, acts, end) else (first, named.end)
    return None


def _of_place(value: str, start: int, end: int) -> bool:
    """Whether the first words behind a place may only tell what it is that is there."""
    known, last = rules("status"), min(end, start + LONG)
    mark = known["clause"].pattern.search(value, start, last)
    return bool(known["of_place"].pattern.search(value, start, mark.start() if mark else last))


def _where(value: str, begin: int, end: int, names: tuple[Named, ...]) -> Iterator[Named]:
    """Where it is: the places behind 在, 到 or 赴 in the first words of a clause, and those joined to one by 、."""
    known = rules("status")
    mark = known["clause"].pattern.search(value, begin, min(end, begin + LONG))
    last, end = -1, mark.start() if mark else min(end, begin + LONG)
    for named in names:
        if named.type != "place" or named.start < max(begin, last) or named.end > end:
            continue
        joined = last >= 0 and known["joined"].pattern.fullmatch(value, last, named.start)
        behind = known["whither"].pattern.search(value, max(begin, named.start - 3), named.start)
        if (joined or behind) and _closed(value, named.end):
            last = named.end
            yield named


def _closed(value: str, end: int) -> bool:
    """Whether a place's name ends here; it does not where a custom house or a factory follows that is called by it."""
    known = rules("status")
    return end == len(value) or any(known[name].pattern.match(value, end) for name in ("place_ends", "act"))


def _governs(dated: Dated, together: tuple[Dated, ...], titles: frozenset[int]) -> bool:
    """Whether a date puts its sentence on a timeline: not 目前, not a year in the name of a thing.

    `together`: the dates of its sentence; `titles`: the places of the sentence that are inside of titles.
    """
    if dated.compared or not _tells(dated.expression) or dated.expression.start in titles:
        return False
    if dated.expression.tail or dated.stretch is None or dated.stretch.precision != "year":
        return True
    return not any(_covers(other, dated) for other in together[:MANY])


def _covers(other: Dated, year: Dated) -> bool:
    """Whether another date of the sentence says more than a bare year does: a day of that year, or of one not known."""
    first = other.expression.rows[0]
    bare = len(first) == 1 and first[0][0].more["unit"] in {"year", "vague"}
    if bare or not _tells(other.expression):
        return False
    return other.stretch is None or year.stretch is None or other.stretch.start.year == year.stretch.start.year


def _titles(value: str, start: int, end: int) -> frozenset[int]:
    known = rules("status")
    found = (
        match for name in ("quoted_name", "named_for") for match in known[name].pattern.finditer(value, start, end)
    )
    return frozenset(index for match in found for index in range(*match.span()))


def _tells(expression: Expression) -> bool:
    """Whether an expression puts its sentence on a timeline; 目前 alone does not."""
    return any(step[0].more.get("event") != "no" for row in expression.rows for step in row)
