"""What a figure counts: the words behind its classifier, or those before its number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..model import Figure
from ..rules import rules
from ..text import Text
from .figures_clause import Clause

LONGEST, FARTHEST = 20, 24  # characters: of what is counted behind its number, and before it
AND_OTHERS = "等"
PEOPLE = "人口"  # 111.8万人口: the word is cut by the unit
LINKS = 16  # characters of the words that link it to its number
PLACES = frozenset({"个", "条"})  # what towns and villages are counted in
SHORT = 8  # characters of what was done


def subject(clause: Clause, start: int, end: int, kind: str, last: Figure | None) -> Text | None:
    """What a figure counts; `start`, `end`: where it begins and ends with what limits it.

    `last`: the figure before it. What grew stands before 增长 and 较上届, or in the clause before.
    """
    known, said = rules("figures"), last.subject if last else None
    own = clause.quantity.rule.more["kind"]
    if kind == "change" or (own != "count" and known["change"].pattern.search(clause.value, clause.start, start)):
        return _grown(clause, start, said)
    if kind == "rank":
        stands = rules("units")["rank"].pattern.search(clause.value, clause.start, end)
        return _before(clause, stands.start() if stands else start) or said
    if is_beside(clause, start):
        return _after(clause, end) or said if clause.quantity.rule.more["kind"] == "count" else said
    before, after = _before(clause, start), _after(clause, end)
    measured = before is not None and bool(known["measured"].pattern.search(before.value))
    if clause.quantity.rule.more["kind"] == "count":
        joined = known["joined_by"].pattern.match(clause.value, end)
        return (
            before
            if measured and joined
            else after
            or before
            or _of_them(clause, said if last and last.unit == clause.quantity.unit else None)
            or _done(clause, start)
        )
    return before if measured else after or before


def is_beside(clause: Clause, start: int) -> bool:
    """Whether a figure stands in a row with the one before it: 17.2%和56.9%."""
    before = clause.before
    return bool(before and rules("figures")["beside"].pattern.fullmatch(clause.value[before.end : start]))


def _of_them(clause: Clause, said: Text | None) -> Text | None:
    """其中13个: of what was counted before."""
    return said if rules("figures")["of_them"].pattern.search(clause.words) else None


def _done(clause: Clause, start: int) -> Text | None:
    """What was done so many times, where no thing is named: 立案3宗, 新签约8个."""
    floor = _floor(clause, start)
    linking = rules("figures")["linking"].pattern.search(clause.value, max(floor, start - LINKS), start)
    found = clause.text(floor, linking.start() if linking else start).strip()
    says_more = rules("figures")["verb"].pattern.sub("", found.value)
    return found if says_more and 1 < len(found) <= SHORT else None


def _floor(clause: Clause, start: int) -> int:
    """Where the words of a clause begin that may tell what a figure counts: behind the figure or date before it."""
    floor = max(clause.start, clause.sentence[0], clause.before.end if clause.before else 0)
    place = bisect_right(clause.told.dates, start, key=lambda one: one.expression.end) - 1
    return max(floor, clause.told.dates[place].expression.end) if place >= 0 else floor


def _after(clause: Clause, end: int) -> Text | None:
    """The words behind it up to the next verb or mark: 个镇街, 平方米的展位."""
    known, value = rules("figures"), clause.value
    joined = known["joined_by"].pattern.match(value, end)
    start = joined.end() if joined else end
    start += value.startswith(" ", start)
    if value.startswith(PEOPLE, start - 1):
        return None
    dated = bisect_left(clause.told.dates, start, key=lambda one: one.expression.start)
    last = min(len(value), start + LONGEST)
    last = min(last, clause.told.dates[dated].expression.start) if dated < len(clause.told.dates) else last
    quoted = known["named"].pattern.match(value, start)
    stop = _stop(clause, quoted.end() if quoted else start, last)
    if stop == start + LONGEST < len(value):
        return None  # it may end inside a word
    found = clause.text(start, stop).strip()
    shortest = 1 if clause.quantity.rule.more["kind"] == "count" else 2
    return found if len(found) >= shortest else None


def _stop(clause: Clause, start: int, last: int) -> int:
    """Where the words end that tell what is counted, at `last` or before.

    A bracket inside a word is no end (商（协）会, 30名镇（街）干部), but the word may end with it (7个县（市、区）).
    """
    known, value = rules("figures"), clause.value
    while found := known["subject_end"].pattern.search(value, start, last):
        bracket = known["bracketed"].pattern.match(value, found.start())
        if bracket is None:
            return found.start()
        start = bracket.end()
        if clause.quantity.unit in PLACES and not known["behind_bracket"].pattern.match(value, start):
            return start
    return max(start, last)


def _grown(clause: Clause, start: int, said: Text | None) -> Text | None:
    """What has grown or shrunk; without any words for it, what the last figure counted."""
    known = rules("figures")
    change = known["change"].pattern.search(clause.value[clause.start : start])
    first = clause.start + change.start() if change else start
    compared = known["comparison"].pattern.search(clause.value, clause.start, first)
    own = _before(clause, compared.start() if compared else first)
    follows = clause.before is not None and clause.before.end + 1 >= clause.start
    follows = follows and not known["each"].pattern.search(clause.words)  # 分别增长: of several things
    if own or change is None:
        return own or (said if follows else None)
    named = known["growth"].pattern.match(change.group())  # 降幅为…, 提速40%
    return (said if follows else None) or (clause.text(first, first + named.end()) if named else None)


def _before(clause: Clause, start: int) -> Text | None:
    """The words before it, without verbs and links."""
    known, value = rules("figures"), clause.value
    floor = _floor(clause, start)
    linking = known["linking"].pattern.search(value, max(floor, start - LINKS), start)
    end = linking.start() if linking else start
    begins = max((match.end() for match in known["verb"].pattern.finditer(value, floor, end)), default=floor)
    edge = known["edge"].pattern.match(value, begins, end)
    if edge and (end - begins > FARTHEST or edge.end() == begins + 1):
        begins = edge.end()
        if value.endswith(AND_OTHERS, begins, end):
            return None  # the last of a row is not the whole row
    leading = known["leading"].pattern.match(value, begins, end)
    begins = leading.end() if leading else begins
    opened = known["opened"].pattern.search(value[begins:end])
    found = clause.text(begins + opened.end() if opened else begins, end).strip()
    return found if 1 < len(found) <= FARTHEST else None
