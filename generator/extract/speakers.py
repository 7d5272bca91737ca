"""Speakers: who is meant by the words before a verb of saying, with the office that the page prints there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..rules import rules
from ..text import Text
from .marks import NAME, Marked
from .offices import office
from .told import Named, Told

LONGEST = 60  # characters of an office with a name
BRACKETS = ("（", "(")
JOINTS = ("和", "与", "及", "、")
WHEN = ("时", "后")
FAR = 200  # characters before a verb in which a sentence names who speaks


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name, or the words for a body or an unnamed person; the office printed there.

    `nobody`: it is no speech at all (a proverb, a paper, the reporter's own sight).
    """

    name: Text | None
    office: Text | None = None
    doubt: str = ""
    nobody: bool = False


NOBODY = Speaker(None, nobody=True)


def introduced(values: Sequence[str]) -> frozenset[str]:
    """The names that stand behind an office anywhere in an article."""
    found: set[str] = set()
    for value in values:
        for match in rules("quotes")["office"].pattern.finditer(value):
            for length in (2, 3):
                name = value[match.end() : match.end() + length]
                if _is_name(name):
                    found.add(name)
            said = rules("quotes")["says"].pattern.search(value, match.end(), match.end() + LONGEST // 3)
            if said and _follows_office(value[match.end() : said.start()]):
                found.add(value[match.end() : said.start()])
    return frozenset(found)


def speaker(told: Told, page: Marked, verb: int, known: frozenset[str], last: Speaker | None) -> Speaker | None:
    """Who is named right before the verb that begins at `verb`; None when the page does not tell.

    `known`: names that the article introduces; `last`: who spoke before, whom 他 may mean.
    """
    begins = max(page.clause(verb), page.sentence(verb)[0])
    first, end = _trimmed(page, begins, verb)
    if _stands_before(told, page, begins, verb):
        first, end = _led(page, begins, verb), verb
    if _is_unsaid(page, begins, (verb, end)):
        return NOBODY
    whole = end
    end, doubt = _acting(page, first, end)
    far = verb if end == whole else end
    words = page.covered[first:end]
    if rules("quotes")["nobody"].pattern.search(words):
        return NOBODY
    if not words:
        return named_before(told, page, far)
    if rules("quotes")["pronoun"].pattern.match(words):
        only = named_before(told, page, verb, first=max(0, verb - FAR))
        meant = only or last
        return Speaker(meant.name, meant.office, "quotes.pronoun") if meant else None
    found = _person(told, page, first, end) or _by_office(told, page, first, end)
    if found:
        return replace(found, doubt=found.doubt or doubt)
    return _alone(told, page, (first, end), known) or _unnamed(told, page, first, end) or named_before(told, page, far)


def _stands_before(told: Told, page: Marked, first: int, verb: int) -> bool:
    """Whether somebody is named right before a verb, and not as one who listens: 对村民某某说."""
    last = [one for one in _named(told, (first, verb), "person") if one.end == verb][-1:]
    if page.covered[verb - 1 : verb] in WHEN:
        return False  # 某某时说: the last character is hardly a name's
    return bool(last) and not rules("quotes")["listens"].pattern.search(page.covered, first, last[0].start)


def _is_unsaid(page: Marked, first: int, ends: tuple[int, ...]) -> bool:
    """Whether nobody says it: a rumour, an impostor, or a verb that is denied (未透露, 拒绝透露)."""
    known = rules("quotes")
    if known["rumour"].pattern.search(page.covered, first, ends[0]):
        return True
    return any(known["unsaid"].pattern.search(page.covered, first, end) for end in ends)


def _acting(page: Marked, first: int, end: int) -> tuple[int, str]:
    """Where the words for who acts end, before a verb whose object is a person: 县长看望老党员时.

    Behind 的 it is open who is the object, and who speaks.
    """
    known = rules("quotes")
    verb = known["meets"].pattern.search(page.covered, first, end)
    if not verb:
        return end, ""
    if "的" in page.covered[verb.end() : end]:
        return end, "quotes.object"
    return _trimmed(page, first, verb.start())[1], ""


def _trimmed(page: Marked, first: int, end: int) -> tuple[int, int]:
    """Where the words for the speaker begin and end, without what stands before them and before the verb."""
    known = rules("quotes")
    first = _led(page, first, end)
    while first < end:
        tail = known["tail"].pattern.search(page.covered[first:end])
        if not tail:
            break
        end = first + tail.start()
    marks = page.named(first, end)[-1:]
    if marks and marks[0][1] == end and page.value[marks[0][0]] in BRACKETS:
        end = marks[0][0]
    return first, end


def _led(page: Marked, first: int, end: int) -> int:
    """Where the words for the speaker begin, behind those that only lead to them."""
    first = max(first, end - LONGEST)
    while first < end:
        lead = rules("quotes")["lead"].pattern.match(page.covered[first:end])
        if not lead or first + lead.end() >= end:
            break
        first += lead.end()
    while first < end and page.covered[first].isspace():
        first += 1
    return first


def _person(told: Told, page: Marked, first: int, end: int) -> Speaker | None:
    """A person whom the names of the passage tell, right at the end of the words, or at their beginning."""
    people = [one for one in _named(told, (first, end), "person") if page.covered[one.start] != NAME]
    if not people:
        return None
    if len(people) > 1 and _together(page, people[-2], people[-1]):
        return Speaker(told.passage.text[first:end], None, "quotes.several")
    last, doubt = _of_two(page, people)
    if last is not people[-1]:
        return replace(_as_speaker(told, page, last), doubt=doubt or last.doubt)
    behind = page.covered[last.end : end]
    if behind and not rules("quotes")["office"].pattern.fullmatch(behind):
        return None
    found = _as_speaker(told, page, last)
    begins = min(last.start, last.role[0]) if last.role else last.start
    before = tuple(rules("quotes")["office"].pattern.finditer(page.covered[first : last.start]))
    if found.office is None and before and before[-1].end() == last.start - first:
        begins, _ = office(page.value, last.start, first) or (last.start, last.start)
        found = replace(found, office=told.passage.text[begins : last.start])
    inner = _in_office(told, page, begins, last.start)
    return inner or _doubted(told, page, (first, begins, end), replace(found, doubt=found.doubt or doubt))


def _in_office(told: Told, page: Marked, begins: int, end: int) -> Speaker | None:
    """Who is named inside of what looks like an office, and speaks for the one behind: 镇长甲替村民乙."""
    known, text, value = rules("quotes"), told.passage.text, page.covered
    for match in known["office"].pattern.finditer(value, begins, end):
        for cut in (match.end() + 2, match.end() + 3):
            if _is_name(value[match.end() : cut]) and known["stands_for"].pattern.match(value[cut:end]):
                return Speaker(text[match.end() : cut], text[begins : match.end()])
    return None


def _of_two(page: Marked, people: Sequence[Named]) -> tuple[Named, str]:
    """Who of the last two acts: the first where the other is spoken for (甲代表乙), else the last, perhaps."""
    last = people[-1]
    if len(people) == 1:
        return last, ""
    known = rules("quotes")
    between = page.covered[people[-2].end : last.start]
    if known["stands_for"].pattern.match(between):
        return people[-2], ""
    tied = not between.strip() or "的" in between[:2] or _is_only_office(between)
    return last, "" if tied else "quotes.object"


def _is_only_office(words: str) -> bool:
    return bool(rules("quotes")["office"].pattern.fullmatch(words))


def _doubted(told: Told, page: Marked, where: tuple[int, int, int], found: Speaker) -> Speaker:
    """A speaker with what speaks against him: another with whom he is joined, or words before him and 时 behind.

    `where`: where the words before the verb begin, his office or name, and where they end.
    """
    first, begins, end = where
    if found.office is not None and _holds_name(found.office.value):
        return replace(found, office=None, doubt="quotes.object")
    joint = page.covered[begins - 1 : begins]
    above = page.covered[first : begins - 1]
    if begins > first + 1 and joint in JOINTS and _names_another(told, (first, begins - 1), above):
        return Speaker(told.passage.text[first:end], None, "quotes.several")
    left = len(page.covered[first:begins].strip())
    listens = rules("quotes")["listens"].pattern.search(page.covered, first, begins)
    if (listens or (page.covered[end : end + 1] in WHEN and left > 1)) and not found.doubt:
        return replace(found, doubt="quotes.object")
    return found


def _holds_name(words: str) -> bool:
    """Whether what looks like an office is one with a name and a verb behind: 老师甲教育学生."""
    known = rules("quotes")["office"].pattern
    for match in known.finditer(words):
        for cut in (match.end() + 2, match.end() + 3):
            rest = words[cut:]
            if _is_name(words[match.end() : cut]) and len(rest) > 2 and not known.fullmatch(rest):
                return True
    return False


def _names_another(told: Told, where: tuple[int, int], words: str) -> bool:
    """Whether words before 和 or 、 are, or end with, somebody's name."""
    people = _named(told, where, "person")
    if people and people[-1].end == where[1]:
        return True
    return _is_name(words.rpartition("的")[2]) or bool(rules("quotes")["with_office"].pattern.search(words))


def _together(page: Marked, one: Named, other: Named) -> bool:
    """Whether two persons speak together: 甲、乙和丙."""
    return (
        bool(rules("lists")["joint"].pattern.search(page.covered, one.end, other.start))
        or "、" in page.covered[one.end : other.start]
    )


def _named(told: Told, where: tuple[int, int], sort: str) -> list[Named]:
    """The names of one sort within a range of a passage."""
    first = bisect_left(told.names, where[0], key=lambda one: one.start)
    last = bisect_left(told.names, where[1], key=lambda one: one.start)
    return [one for one in told.names[first:last] if one.type == sort and one.end <= where[1]]


def _as_speaker(told: Told, page: Marked, one: Named) -> Speaker:
    text = told.passage.text
    office = text[slice(*one.role)] if one.role else _office_as(told, page, one.start)
    return Speaker(text[one.start : one.end], office, one.doubt)


def _office_as(told: Told, page: Marked, start: int) -> Text | None:
    """The office in the clause before: 作为新任会长，某某说."""
    begins = page.clause(start)
    if begins != start:
        return None
    above = page.clause(begins - 1) if begins else 0
    match = rules("quotes")["as"].pattern.match(page.value[above:begins])
    return told.passage.text[above + match.start("office") : above + match.end("office")] if match else None


def _by_office(told: Told, page: Marked, first: int, end: int) -> Speaker | None:
    """A name behind an office (商务部副部长盛秋平), or before one (习近平主席)."""
    known, text = rules("quotes"), told.passage.text
    words = page.value[first:end]
    for match in reversed(tuple(known["office"].pattern.finditer(words))):
        cut = first + match.end()
        shorter = any(one.start == cut and one.end < end for one in _named(told, (cut, end), "person"))
        if _follows_office(words[match.end() :]) and not shorter:
            begins, _ = office(page.value, cut, first) or (first, cut)
            found = Speaker(text[cut:end], text[begins:cut])
            return _doubted(told, page, (first, begins, end), found)
    title = known["title"].pattern.match(words)
    if title and _is_name(title["name"]):
        cut = first + title.end("name")
        return Speaker(text[first:cut], text[cut:end])
    return None


def _follows_office(name: str) -> bool:
    known = rules("quotes")
    if _is_name(name) or known["foreign"].pattern.match(name) or known["called"].pattern.match(name):
        return True
    return len(name) == 4 and name.isalpha() and not known["no_name"].pattern.search(name) and not _is_role(name)


def _is_role(words: str) -> bool:
    known = rules("quotes")
    return bool(known["office"].pattern.search(words) or known["body"].pattern.search(words))


def _is_name(words: str) -> bool:
    """Whether words have the form of a Chinese person's name."""
    if not 2 <= len(words) <= 4 or not words.isalpha() or words.isascii() or _is_role(words):
        return False
    surname = rules("bylines")["surnames"].pattern.match(words) or rules("quotes")["surname"].pattern.match(words)
    given = len(words) - surname.end() if surname else 0
    return 1 <= given <= 2 and not rules("quotes")["particle"].pattern.search(words)


def _alone(told: Told, page: Marked, where: tuple[int, int], known: frozenset[str]) -> Speaker | None:
    """A name without an office that the article introduces elsewhere, or a form of address (张先生)."""
    text = told.passage.text[slice(*where)]
    if text.value in known or any(rules("quotes")[form].pattern.match(text.value) for form in ("called", "foreign")):
        return Speaker(text, _office_as(told, page, where[0]))
    return None


def _unnamed(told: Told, page: Marked, first: int, end: int) -> Speaker | None:
    """A body, a meeting, or somebody unnamed, as printed."""
    known, text = rules("quotes"), told.passage.text
    words = page.covered[first:end]
    if known["meeting"].pattern.search(words):
        return Speaker(text[first:end], None, "quotes.meeting")
    last = [match.end() for match in known["office"].pattern.finditer(words)][-1:]
    unnamed = last == [len(words)] or known["body"].pattern.search(words) or known["group"].pattern.search(words)
    if not unnamed or len(words) < 2 or known["deed"].pattern.search(words):
        return None
    return Speaker(text[first:end], None, "quotes.several" if "、" in words else "")


def named_before(told: Told, page: Marked, verb: int, *, first: int | None = None) -> Speaker | None:
    """The only person whom the sentence (or all from `first` on) names before the verb; a guess, and marked as one."""
    start = page.sentence(verb)[0] if first is None else first
    people = _named(told, (max(start, verb - FAR), verb), "person")
    if len({one.name for one in people}) != 1:
        return None
    found = _as_speaker(told, page, people[0])
    return Speaker(found.name, found.office, "quotes.earlier")
