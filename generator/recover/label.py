"""Label the lines of a page: which stand together as one piece, and what each piece seems to be by itself.

What only the neighbours can tell (is a display line a headline or a subhead, whose is it) is left to `group`: here
every display line is a headline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ..model import Kind, Line, Piece
from ..rules import Rule, Sieve, rules
from .credits import is_name, read_credits
from .folds import LONGEST_DISPLAY, SENTENCE_END, mend_folds, unfold
from .galley import galley_of
from .lines import join
from .listed import list_rows
from .parts import parts_of

LONGEST_ISOLATED = 90
WIDE_GAP = 3
SHORTEST_SLOGAN = 8
BRACKETS = "（(【[［"
LONGEST_NAME, LONGEST_NAMES, LONGEST_CREDIT = 4, 10, 24
MOST_NOTE_LINES = 5
# A byline and two lines of prose.
SIGNED_PROSE = 3
# What is furniture though it is set over several lines.
SLOGAN = "public_service"
WHOLE_AT_ONCE = (SLOGAN, "web")
WRAPPED, MOST_WRAPPED_LINES = ("weather", "contact", *WHOLE_AT_ONCE), 6
LONGEST_WHOLE = 160
# The end of a list of names is so much shorter than the line of prose under it.
SHORTER = 0.6
LONGEST_BOX_HEAD = 10
LISTED = "label.listed"
DISPLAY = frozenset({Kind.HEADLINE, Kind.FURNITURE})
# Rules that read a whole line, in the order in which they are asked; the first ones must read every character of it.
ENTIRE = (("bylines", "tail", Kind.BYLINE), ("jumps", "from", Kind.JUMP), ("jumps", "to", Kind.JUMP))
WHOLE = (
    ("jumps", "arrow", Kind.JUMP),
    *(
        ("furniture", name, Kind.FURNITURE)
        for name in (
            *("folio", "folio_day", "folio_bare", "folio_staff", "folio_paper"),
            *("weather", "contact", "public_service", "tag", "digest"),
        )
    ),
    ("captions", "credit", Kind.CAPTION),
    ("bylines", "line", Kind.BYLINE),
)
# So many lines from the top and the foot of a page may be what is printed at its edge.
EDGE = 8


def label(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The pieces of a page, in its order; every inked character is in exactly one."""
    cut = parts_of(lines)
    whole = _bounded(cut, [_whole(cut, index) for index in range(len(cut))])
    notes = {index: note for index in range(len(cut)) if (note := _set_over_lines(cut, index))}
    rows = list_rows(cut, whole)
    known = notes.keys() | rows.keys()
    galley = galley_of(cut)
    pieces: list[tuple[int, Piece]] = []
    index = 0
    while index < len(cut):
        found = whole[index]
        if index in notes:
            stop, kind, why = notes[index]
            piece = Piece(kind, galley.lines[index:stop], why)
        elif found:
            stop = index + 1 + (found[0] is Kind.BYLINE and _names_go_on(cut, whole, index))
            piece = Piece(found[0], galley.lines[index:stop], found[1].id)
        elif index in rows:
            stop, piece = index + 1, Piece(rows[index], galley.lines[index : index + 1], LISTED)
        elif cut[index].upright:
            stop, piece = index + 1, Piece(Kind.HEADLINE, galley.lines[index : index + 1], "headlines.display")
        else:
            ends = (
                at for at in range(index + 1, len(cut)) if whole[at] or at in known or cut[at].gap or cut[at].upright
            )
            limit = next(ends, len(cut))
            stop, piece = unfold(galley, index, limit, pieces[-1][1] if pieces else None)
        pieces.append((index, _isolated(piece, cut[stop] if stop < len(cut) else None) if pieces else piece))
        index = stop
    return _named(mend_folds(galley, pieces))


def _named(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, where what names the paragraph under it (`核心阅读`, `【点评】`) is a subhead."""
    rule = rules("label")["box_head"]
    found = list(pieces)
    for index, (piece, below) in enumerate(pairwise(pieces)):
        short = len(piece.lines) == 1 and len(piece.value) <= LONGEST_BOX_HEAD and below.kind is Kind.PARAGRAPH
        if short and piece.kind in DISPLAY and rule.pattern.search(piece.value):
            found[index] = replace(piece, kind=Kind.SUBHEAD, why=rule.id)
    return tuple(found)


@cache
def _readers() -> tuple[Sieve, Mapping[str, tuple[bool, Kind]]]:
    """The rules that read a whole line, in order; by id, whether each reads every character, and what it finds."""
    listed = [(True, *rule) for rule in ENTIRE] + [(False, *rule) for rule in WHOLE]
    finds = {f"{file}.{name}": (entire, kind) for entire, file, name, kind in listed}
    return Sieve(rules(file)[name] for _, file, name, _ in listed), finds


def _whole(lines: Sequence[Line], index: int) -> tuple[Kind, Rule] | None:
    """What a whole line is by itself, and the rule that knows."""
    line = lines[index]
    if len(line.value) > LONGEST_WHOLE:
        return None
    above = lines[index - 1] if index else None
    sieve, finds = _readers()
    for rule in sieve.fitting(line.value):
        entire, kind = finds[rule.id]
        read = rule.pattern.fullmatch if entire else rule.pattern.search
        if read(line.value) and (entire or _may_be(kind, line, above)):
            return kind, rule
    below = lines[index + 1] if index + 1 < len(lines) else None
    if not _is_set_apart(line, below):
        return None
    heads = _is_signed(lines[index + 1 : index + 4])
    return (Kind.HEADLINE, rules("headlines")["display"]) if heads else (Kind.FURNITURE, rules("furniture")["slogan"])


Whole = tuple[Kind, Rule] | None
# Where something set over several lines stops, what it is, and the rule that knows.
Over = tuple[int, Kind, str]


def _bounded(lines: Sequence[Line], whole: Sequence[Whole]) -> list[Whole]:
    """What whole lines are, without what would be furniture only at the edge of a page, or beside other furniture."""
    found = list(whole)
    for index, each in enumerate(whole):
        if each and each[1].more.get("where") == "edge" and EDGE <= index < len(lines) - EDGE:
            beside = (found[at] for at in (index - 1, index + 1))
            if not any(other and other[0] is Kind.FURNITURE and "where" not in other[1].more for other in beside):
                found[index] = None
    return found


def _may_be(kind: Kind, line: Line, above: Line | None) -> bool:
    """Whether a line can be what a rule reads in it: a byline names persons, a credit ends no sentence."""
    if kind is Kind.CAPTION:
        named = rules("captions")["credit"].search(line.value)
        apart = above is None or line.gap > 0 or bool(rules("label")["stops"].pattern.search(above.value))
        return apart or bool(named and is_name(named["name"]))
    return kind is not Kind.BYLINE or _is_byline(line)


def _is_byline(line: Line) -> bool:
    """Whether a line that looks like a byline names persons, and is not prose that begins with the word reporter."""
    found = rules("bylines")["line"].match(line.value)
    if not found or len(line.value) > LONGEST_DISPLAY:
        return False
    names = read_credits(line.text[found.start("credits") :])
    return names.sure or bool(found["mark"])


def _names_go_on(lines: Sequence[Line], whole: Sequence[object], index: int) -> bool:
    """Whether the names of a byline go on in the next line, and nothing else does."""
    there = lines[index + 1] if index + 1 < len(lines) else None
    if there is None or there.gap or whole[index + 1] or len(there.value) > LONGEST_NAMES:
        return False
    below = lines[index + 2] if index + 2 < len(lines) else None
    alone = (
        below is None
        or below.gap
        or whole[index + 2]
        or rules("bylines")["opening"].match(below.value)
        or len(there.value) < SHORTER * len(below.value)
    )
    both = read_credits(join(lines[index : index + 2]))
    return bool(alone) and both.sure


def _is_set_apart(line: Line, below: Line | None) -> bool:
    """Whether a line is set letter by letter and stands alone: below it there is a blank line."""
    spaced = len(line.text.runs) > len(line.value) - 2 >= SHORTEST_SLOGAN - 2
    alone = spaced and not line.upright and (not below or below.gap > 0)
    return alone and bool(rules("furniture")["slogan"].pattern.match(line.value))


def _is_signed(under: Sequence[Line]) -> bool:
    """Whether these lines are a byline and, directly under it, prose: a column's name has a headline under it."""
    if len(under) < SIGNED_PROSE or not rules("bylines")["line"].may_fit(under[0].value) or under[1].gap:
        return False
    marks = rules("label")["marks"].pattern
    return _is_byline(under[0]) and any(marks.search(line.value) for line in under[1:])


def _bracketed(lines: Sequence[Line], first: int) -> Over | None:
    """Where the note (`（作者…）`), the names or the column's mark (`【…】`) that begin here stop."""
    if lines[first].value[0] not in BRACKETS:
        return None
    note, tail, tag = rules("bylines")["note"], rules("bylines")["tail"], rules("furniture")["tag"]
    for stop in range(first + 1, min(first + MOST_NOTE_LINES, len(lines)) + 1):
        value = "".join(line.value for line in lines[first:stop])
        if note.fullmatch(value):
            return stop, Kind.PARAGRAPH, note.id
        if stop > first + 1 and tail.fullmatch(value):
            return stop, Kind.BYLINE, tail.id
        if tag.fullmatch(value):
            return stop, Kind.FURNITURE, tag.id
    return None


def _set_over_lines(lines: Sequence[Line], first: int) -> Over | None:
    """Where what begins at this line, and is no prose though it is set over several lines, stops."""
    readers = (_bracketed, _wrapped, _digested, _signed, _photographed)
    return next((found for reader in readers if (found := reader(lines, first))), None)


def _signed(lines: Sequence[Line], first: int) -> Over | None:
    """Where a byline stops that is none without the end of its last name, which stands on the next line."""
    rule = rules("bylines")["line"]
    there = lines[first + 1] if first + 1 < len(lines) else None
    if not there or there.gap or len(there.value) > LONGEST_NAME or not rule.may_fit(lines[first].value):
        return None
    both = join(lines[first : first + 2])
    match = rule.fullmatch(both.value)
    sure = match and not _is_byline(lines[first]) and read_credits(both[match.start("credits") :]).sure
    return (first + 2, Kind.BYLINE, rule.id) if sure else None


def _photographed(lines: Sequence[Line], first: int) -> Over | None:
    """Where the name of a photographer stops whose last words stand on the next line."""
    rule = rules("captions")["credited"]
    there = lines[first + 1] if first + 1 < len(lines) else None
    if not there or there.gap > 1 or len(there.value) > LONGEST_NAME or len(lines[first].value) > LONGEST_CREDIT:
        return None
    value = lines[first].value + there.value
    known = rule.may_fit(value) and rule.pattern.match(value) and not rule.pattern.search(lines[first].value)
    return (first + 2, Kind.CAPTION, rule.id) if known else None


def _wrapped(lines: Sequence[Line], first: int) -> Over | None:
    """Where the weather or the address that begins at this line and is set over several lines stops."""
    known = rules("furniture")
    if not known["wraps"].search(lines[first].value):
        return None
    value, last = "", None
    for stop in range(first + 1, min(first + MOST_WRAPPED_LINES, len(lines)) + 1):
        line = lines[stop - 1]
        if stop - 1 > first and (line.gap > 1 or (last and not known["wraps_on"].search(line.value))):
            break
        value += line.value
        found = next((known[name] for name in WRAPPED if known[name].search(value)), None)
        if found and (any(found is known[name] for name in WHOLE_AT_ONCE) or known["complete"].search(value)):
            last = stop, Kind.FURNITURE, found.id
    return last


def _digested(lines: Sequence[Line], first: int) -> Over | None:
    """Where a line of the digest stops (`…紧紧相连”▶03版`) that is set over several lines."""
    rule, under = rules("furniture")["digest"], lines[first + 1 : first + MOST_NOTE_LINES]
    value = lines[first].value
    if not under or under[0].gap or not rule.may_fit(value + "".join([line.value for line in under])):
        return None
    for stop in range(first + 2, min(first + MOST_NOTE_LINES, len(lines)) + 1):
        if lines[stop - 1].gap or rule.search(value):
            return None
        value += lines[stop - 1].value
        if rule.search(value):
            return stop, Kind.FURNITURE, rule.id
    return None


def _isolated(piece: Piece, below: Line | None) -> Piece:
    """The piece; one sentence with much white space above it, in the midst of a page, is a caption."""
    alone = piece.gap >= WIDE_GAP and (below is None or below.gap)
    sentence = len(piece.value) <= LONGEST_ISOLATED and piece.value.find(SENTENCE_END) == len(piece.value) - 1
    if piece.kind is Kind.PARAGRAPH and alone and sentence:
        return replace(piece, kind=Kind.CAPTION, why="captions.isolated")
    return piece
