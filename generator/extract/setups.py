"""Set-ups: what was founded, issued, signed or opened, by which word for it, by whom, and when; plans are left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Setup
from ..rules import rules
from .dates_read import Dated, as_date
from .marks import NAME, Marked, marked
from .parties import has_clause
from .told import Told

FAR = 120  # characters of what is founded, and of the words before it
MANY = 20  # dates of one sentence that are looked at
JOINT = 3  # characters between two names of a row
CLOSE = 14  # characters between a verb and the title that it is about
NEEDS = {"launch": "launched", "held": "edition"}  # verbs, and what such a verb must be about
BODIES = frozenset({"organisation"})
ACTING = BODIES | {"place"}
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Founding:
    """Where the thing and the word for it stand in a text; where the words for who did it stand, if right there."""

    what: Range
    verb: Range
    by: Range | None = None


def setups(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Setup]:
    """The set-ups in the paragraphs of an article, in reading order; those that somebody tells, too."""
    known = rules("setups")
    for told, page in zip(every, pages, strict=True):
        if not told.passage.tells or not any(known[name].may_fit(page.value) for name in ("founds", "opens")):
            continue
        found = list(_setups(told, page, 0))
        for start, end in page.speech:
            found += _setups(told, marked(page.value[start + 1 : end - 1]), start + 1)
        yield from sorted(found, key=lambda one: one.verb.start)


def _setups(told: Told, page: Marked, offset: int) -> Iterator[Setup]:
    """The set-ups of a text that begins at `offset` in its passage."""
    subjects = [(start, _about(told, page, start, end, offset)) for start, end in page.sentences]
    known = [(start, by) for start, by in subjects if by]
    for one in (*_founded(page), *_opened(page)):
        start, end = page.sentence(one.verb[0])
        when = _since(told, page, one, offset) or _when(told, page, start, one.verb[0], offset)
        if start == end or _wished(page, start, one.verb[0]) or (when and when.status == "planned"):
            continue
        row, more = _row(told, page, start, one, offset)
        by = one.by or row or (None if more else _near_subject(told, page, start, one, offset))
        if not by and start and _wished(page, page.sentence(start - 1)[0], start):
            continue  # 各地要高度重视。成立工作小组: what is asked for goes on
        before = bisect_left(known, start + 1, key=lambda one: one[0]) - 1
        above = known[before][1] if before >= 0 and not _overlap(known[before][1], one.what) else None
        lets = rules("setups")["lets"].pattern.search(page.covered, page.clause(one.verb[0]), one.verb[0])
        above = None if lets or more else above
        open_who = "setups.by_several" if more else "setups.by_context" if above else "setups.by_unknown"
        doubt = open_who if not by else "" if by == row else _clause(told, by, offset)
        yield _setup(told, replace(one, by=by or above), when, doubt, offset)


def _row(told: Told, page: Marked, start: int, one: Founding, offset: int) -> tuple[Range | None, bool]:
    """The whole row of names that acts right before the verb (甲与乙，丙与丁分别签订), or who acts for others.

    Then whether the words say that there are several of whom not all can be read.
    """
    known = rules("setups")
    clause = max(start, page.clause(one.verb[0]))
    first, last = (bisect_left(told.names, at + offset, key=lambda named: named.start) for at in (start, one.verb[0]))
    acts = known["deputy"].pattern.match(page.covered, clause, one.verb[0])
    ends = acts.end("who") + offset if acts else -1
    people = [who.start - offset for who in told.names[first:last] if who.type == "person" and who.end == ends]
    if acts and people:
        return (people[0], acts.end("for")), False
    each = known["each"].pattern.search(page.covered, clause, one.verb[0])
    end = each.start() if each else one.verb[0]
    starts: dict[int, int] = {}  # of the longest name that ends there
    for named in told.names[first:last]:
        if named.type in ACTING:
            starts.setdefault(named.end - offset, named.start - offset)
    begins, at, count = end, end, 0
    while at in starts:
        at, count = starts[at], count + 1
        begins = at if at in (start, page.clause(at)) else begins
        joint = known["joint"].pattern.search(page.covered, max(start, at - JOINT), at)
        at = joint.start() if joint else start
    several = begins < clause or (each and count > 1 and begins < end)
    return ((begins, end), False) if several else (None, bool(each))


def _since(told: Told, page: Marked, one: Founding, offset: int) -> Dated | None:
    """The date between the verb and what was founded: 创立于2021年的协会."""
    end = one.verb[1]
    if one.what[0] <= end or page.covered[end : end + 1] != "于":
        return None
    first, last = (
        bisect_left(told.dates, at + offset, key=lambda day: day.expression.start) for at in (end, one.what[0])
    )
    return next(iter(told.dates[first:last]), None)


def _clause(told: Told, by: Range, offset: int) -> str:
    """The doubt about who did it where the words for that hold more than names, or name only the one who joined in."""
    start, end = by[0] + offset, by[1] + offset
    if rules("setups")["jointly"].pattern.search(told.passage.text.value, max(0, start - CLOSE), start):
        return "setups.by_jointly"
    first, last = (bisect_left(told.names, at, key=lambda one: one.start) for at in (start, end))
    names = [one for one in told.names[first:last] if one.end <= end]
    return "setups.by_clause" if has_clause(told.passage.text.value, names, start, end) else ""


def _wished(page: Marked, start: int, end: int) -> bool:
    """Whether the words of a sentence before `end` say that what follows is planned, asked for, or depends on more."""
    first = max(start, end - FAR)
    clause = max(first, page.clause(end))
    if rules("setups")["will"].pattern.search(page.covered, first, end):
        return True
    known, done = rules("status"), "已" in page.covered[clause:end]
    planned = not done and known["planned"].pattern.search(page.covered, first, clause)
    return bool(planned or known["unreal"].pattern.search(page.covered, first, end))


def _setup(told: Told, one: Founding, when: Dated | None, doubt: str, offset: int) -> Setup:
    text, start = told.passage.text, min(one.what[0], one.verb[0])
    what, verb = text[_moved(one.what, offset)], text[_moved(one.verb, offset)]
    return Setup(
        text[offset + start : offset + max(one.what[1], one.verb[1])],
        told.passage.paragraph(offset + start),
        what,
        verb,
        text[_moved(one.by, offset)] if one.by else None,
        as_date(told.passage, when) if when and not _until(told, when) else None,
        doubt,
    )


def _moved(where: Range, offset: int) -> slice:
    return slice(where[0] + offset, where[1] + offset)


def _until(told: Told, when: Dated) -> bool:
    """Whether a date is only the end of the time in which it was done: 截至去年底，建成12个基地."""
    begins = when.expression.start
    return bool(rules("setups")["until"].pattern.search(told.passage.text.value, max(0, begins - 2), begins + 2))


def _when(told: Told, page: Marked, start: int, verb: int, offset: int) -> Dated | None:
    """The last date before the verb in its sentence, which begins at `start`, that dates the verb and nothing else."""
    first, last = (bisect_left(told.dates, at + offset, key=lambda one: one.expression.start) for at in (start, verb))
    if rules("setups")["cumulative"].pattern.search(page.covered, start, verb):
        return None  # 2023年新建13个、累计建成28个: the year is not that of the 28
    dates = reversed(told.dates[max(first, last - MANY) : last])
    return next((one for one in dates if not one.compared and _governs(one, page, start, verb, offset)), None)


def _governs(dated: Dated, page: Marked, sentence: int, verb: int, offset: int) -> bool:
    """Whether a date is that of the verb: it stands in the verb's clause, or alone in one before."""
    known = rules("setups")
    start, end = dated.expression.start - offset, dated.expression.end - offset
    clause = max(sentence, page.clause(start))
    if known["for_another"].pattern.search(page.covered, clause, start):
        return False
    if known["of_another"].pattern.search(page.covered, end, max(end, min(verb, page.stop(end)))):
        return False
    if known["reported"].pattern.search(page.covered, end, max(end, verb)):
        return False
    alone = rules("status")["before_date"].pattern.fullmatch(page.covered, clause, start) and page.stop(end) == end
    return max(sentence, page.clause(verb)) == clause or bool(alone)


def _founded(page: Marked) -> Iterator[Founding]:
    """成立一个小组: the thing stands behind the verb."""
    known = rules("setups")
    for match in known["founds"].pattern.finditer(page.covered):
        start = page.clause(match.start())
        if known["planned"].pattern.search(page.covered[start : match.start()]):
            continue
        needs = [known[sort] for verb, sort in NEEDS.items() if known[verb].pattern.search(match["verb"])]
        for what in _things(page, match.end()):
            if all(rule.pattern.search(page.covered[slice(*what)]) for rule in needs):
                yield Founding(what, match.span("verb"))
    for match in known["since"].pattern.finditer(page.covered) if known["since"].may_fit(page.covered) else ():
        if known["thing"].pattern.search(match["what"].rstrip(NAME)):
            yield Founding(match.span("what"), match.span("verb"))


def _things(page: Marked, start: int) -> Iterator[Range]:
    """What is named from `start` on: titles one by one; else the words of the clause where they end as a thing does."""
    known = rules("setups")
    end = min(page.stop(start), start + FAR)
    cut = known["cut"].pattern.search(page.covered, start, end)
    end = cut.start() if cut else end
    marks = page.named(start, end)
    titles = [one for one in marks if page.value[one[0]] == "《"]
    if titles and titles[0][0] - start <= CLOSE:
        yield from titles
    elif known["thing"].pattern.search(page.covered[start:end].rstrip(NAME)) or (marks and marks[-1][1] == end):
        yield start, end


def _opened(page: Marked) -> Iterator[Founding]:
    """一个平台揭牌: the thing stands before the verb."""
    known = rules("setups")
    for match in known["opens"].pattern.finditer(page.covered):
        start = max(page.clause(match.start()), match.start() - FAR)
        if known["planned"].pattern.search(page.covered[start : match.start()]):
            continue
        whose = known["whose"].pattern.match(page.covered[start : match.start()])
        by = (start + whose.start("by"), start + whose.end("by")) if whose else None
        start += whose.start("what") if whose else 0
        if known["thing"].pattern.search(page.covered[start : match.start()].rstrip(NAME)):
            yield Founding((start, match.start()), match.span("verb"), by)


def _near_subject(told: Told, page: Marked, start: int, one: Founding, offset: int) -> Range | None:
    """Who is named in the sentence before the verb: in its own clause, else in the one before, and so on."""
    end = min(one.verb[0], one.what[0])
    first = page.clause(end)
    while True:
        found = _subject(told, page, first, end, offset)
        if found or first <= start or one.verb[0] - first > FAR:
            return found
        end = first
        first = max(start, page.clause(end - 1))


def _overlap(by: Range, what: Range) -> bool:
    return by[0] < what[1] and what[0] < by[1]


def _about(told: Told, page: Marked, start: int, end: int, offset: int) -> Range | None:
    """Who a sentence is about, as far as its first clauses name anybody."""
    found = _subject(told, page, start, end, offset)
    match = rules("setups")["about"].pattern.match(page.covered[start : min(end, start + FAR)])
    if found or match is None:
        second = min(page.stop(start) + 1, end)
        dated = bisect_left(told.dates, start + offset, key=lambda one: one.expression.start)
        opens = told.dates[dated : dated + 1] and told.dates[dated].expression.start == start + offset
        sorts = ACTING if opens else BODIES
        return found or _named_at(told, start, offset) or _named_at(told, second, offset, sorts=sorts)
    return (start + match.start("by"), start + match.end("by"))


def _named_at(told: Told, start: int, offset: int, *, sorts: frozenset[str] = ACTING) -> Range | None:
    """The body or place that is named right at the beginning of a clause."""
    first = bisect_left(told.names, start + offset, key=lambda one: one.start)
    at = [one for one in told.names[first : first + 3] if one.start == start + offset]
    lets = rules("setups")["lets"].pattern
    acting = (one for one in at if one.type in sorts and not lets.search(told.passage.text.value, one.start, one.end))
    longest = max((one.end for one in acting), default=0)
    return (start, longest - offset) if longest else None


def _subject(told: Told, page: Marked, start: int, end: int, offset: int) -> Range | None:
    """Who the clause that begins at `start` is about; `end`: where to stop at the latest."""
    known = rules("setups")
    stop = min(
        page.stop(start) + 1, end
    )  # with the mark that ends an earlier clause: a subject is followed by its verb
    match = known["subject"].pattern.match(page.covered[start:stop])
    if match:
        return (start + match.start("by"), start + match.end("by"))
    first = bisect_left(told.names, start + offset, key=lambda one: one.start)
    for named in told.names[first : first + 2]:
        ends = named.end - offset
        if named.start != start + offset or ends > stop or known["lets"].pattern.search(page.covered, start, ends):
            continue
        if known["does"].pattern.match(page.covered[ends:stop]):
            return (start, ends)
    return None
