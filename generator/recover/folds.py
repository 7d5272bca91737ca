"""Undo the folds: which lines are one paragraph, or one display line or several, and which of the two they are."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Kind, Piece
from ..rules import rules
from .galley import Galley
from .measure import INDENT, NEAR, SQUEEZE, pushed_by

LONGEST_DISPLAY = 60
# In mid-paragraph a line that lacks less than this, and no full stop ends, is a full one all the same.
WORTH_A_LINE = 0.7
# A line that lacks more of its paragraph's measure is not full, whatever stands under it.
NARROWER = 3.5
LONGEST_CLAUSES = 30
MOST_DISPLAY_LINES = 6
LONGEST_CAPTION = 160
# A paragraph's shape is told by so many lines.
SHAPE = 3
SENTENCE_END = "。"
CLAUSE_END = re.compile("[，；]")
STOP = re.compile("[。；]")
LIST_MARK, COLON = "、", "："
# Longer words before a colon, with a comma in them, announce a list or a speech; shorter ones may be a kicker.
LONGEST_KICKER = 24
OPENED = "“"
# A bracket or a title that is open at the end of a line; what closes one at the beginning of the next.
OPEN, CLOSE = re.compile("[（(《][^）)》]*$"), re.compile("^[^（(《）)》]{1,20}[）)》]")
QUOTES = re.compile("[“”]")
KINDS = {"caption": Kind.CAPTION, "display": Kind.HEADLINE, "item": Kind.ITEM}


def unfold(galley: Galley, first: int, limit: int, before: Piece | None) -> tuple[int, Piece]:
    """The piece that begins at the line `first` and goes no further than `limit`: where it stops, and what it is."""
    stop = _stop(galley, first, limit)
    rule = "opens" if _opens(galley, first) else _rule(galley, first, stop, before)
    known = sorted(line.measure for line in galley.sets[first:stop] if line.full)
    measure = known[len(known) // 2] if known else galley.sets[first].measure
    begins, flush = galley.begins(first), galley.flush(first)
    indented = begins if stop - first > 1 and (begins or flush) else None
    return stop, Piece(KINDS.get(rule, Kind.PARAGRAPH), galley.lines[first:stop], _rule_id(rule), measure, indented)


def _rule_id(rule: str) -> str:
    return {"caption": "captions.credited", "display": "headlines.display", "item": "label.item"}.get(
        rule, f"label.{rule}"
    )


def _stop(galley: Galley, first: int, limit: int) -> int:
    """Where the paragraph, or the display lines, that begin at `first` stop."""
    caption = rules("captions")["pointing"].search(galley.lines[first].value)
    index = first
    while index + 1 < limit and not _begins_anew(galley, index + 1):
        goes_on = not galley.closed(index) if caption else _goes_on(galley, index, is_first=index == first)
        if not goes_on:
            break
        index += 1
    return index + 1


def _begins_anew(galley: Galley, index: int) -> bool:
    """Whether a line begins a report, or an item of a list behind the end of a sentence or a clause."""
    item = rules("label")["item"].match(galley.lines[index].value)
    return _opens(galley, index) or bool(item and (item[0][-1] == " " or galley.ends(index - 1)))


def _goes_on(galley: Galley, index: int, *, is_first: bool) -> bool:
    """Whether a line's paragraph goes on in the next line."""
    here, there = galley.sets[index], galley.sets[index + 1]
    if is_first and galley.lines[index].beside:
        return galley.sets[index - 1].width + here.width >= WORTH_A_LINE * there.measure
    if galley.closed(index):
        return _fills_on(galley, index, is_first=is_first) and not galley.begins(index + 1)
    inside = _is_bracketed(galley, index)
    if not is_first:
        return inside or here.full or here.width >= WORTH_A_LINE * here.measure > 0
    if inside or _opens(galley, index) or (here.exact and not _is_headed(galley, index)):
        return True
    # `提供贴心暖心志愿者服务` over an indented line with squeezed marks: only the words can tell.
    if rules("label")["goes_on"].pattern.match(galley.lines[index + 1].value):
        return True
    told = _has_marks(galley, index) or galley.meets(index)
    plain = not galley.squeezed and here.plain_first
    indent = galley.indented and (here.first or plain) and there.full
    unsure = galley.begins(index + 1) or ((plain or galley.lines[index].gap > 0) and galley.perhaps_begins(index + 1))
    return (here.full and told) or (indent and (told or not unsure))


def _is_bracketed(galley: Galley, index: int) -> bool:
    """Whether a bracket or a title that opens on a line closes on the next one."""
    return bool(OPEN.search(galley.lines[index].value) and CLOSE.search(galley.lines[index + 1].value))


def _fills_on(galley: Galley, index: int, *, is_first: bool) -> bool:
    """Whether a line with a full stop fills the column of the line above it, and prose stands under it.

    A paragraph's last line has a full stop too: a short one without is a headline's.
    """
    # A line that surely goes on from another one can do so here: the line above it is full, but for its indent.
    if is_first and galley.begins(index) and galley.flush(index + 1):
        return True
    above = galley.sets[index] if is_first else galley.sets[index - 1]
    narrower = above.full and above.measure - galley.sets[index].width > NARROWER
    prose = galley.sets[index + 1].full or galley.ends(index + 1) or _has_marks(galley, index + 1)
    return galley.sets[index].full and not narrower and prose


def _is_headed(galley: Galley, index: int) -> bool:
    """Whether a full line without a mark stands over a paragraph's indented first line, with a flush one under that."""
    under = index + 2
    if under >= len(galley.lines) or galley.lines[under].gap or not galley.indented or _has_marks(galley, index):
        return False
    here, there, below = galley.sets[index : under + 1]
    lacks = here.measure - there.width
    pushed = pushed_by(galley.lines[under])
    alike = below.full and abs(below.measure - here.measure) < SQUEEZE
    return alike and max(INDENT - NEAR, pushed + SQUEEZE / 2) <= lacks <= INDENT + NEAR


def _has_marks(galley: Galley, index: int) -> bool:
    return bool(rules("label")["marks"].pattern.search(galley.lines[index].value))


def _opens(galley: Galley, first: int) -> bool:
    """Whether prose begins at this line: with a report's opening words, or after a jump mark on the same line."""
    return galley.lines[first].beside or bool(rules("bylines")["opening"].match(galley.lines[first].value))


def _rule(galley: Galley, first: int, stop: int, before: Piece | None) -> str:
    """The name of the rule that says what these lines are: caption, item, display, or a paragraph's."""
    value = "".join(line.value for line in galley.lines[first:stop])
    sets = galley.sets[first:stop]
    known, captions = rules("label"), rules("captions")
    if known["item"].pattern.match(value):
        return "item"
    credited = len(value) <= LONGEST_CAPTION and captions["credited"].search(value)
    if credited or captions["pointing"].search(value):
        return "caption"
    if known["stops"].pattern.search(value):
        return "stops"
    hangs = not _is_kicker(galley, first, stop, before) and known["hangs"].pattern.search(value)
    hangs = hangs or known["goes_on"].pattern.search(value)
    under = before and before.kind is Kind.PARAGRAPH and not galley.lines[first].gap and CLAUSE_END.search(value)
    open_before = before and before.kind is Kind.PARAGRAPH and not known["ends"].pattern.search(before.lines[-1].value)
    too_much = len(value) > LONGEST_DISPLAY or stop - first > MOST_DISPLAY_LINES or STOP.search(value)
    block = all(line.full for line in sets) and stop - first > 1 and CLAUSE_END.search(value)
    announces = len(value) > LONGEST_KICKER and value[-1] == COLON and CLAUSE_END.search(value)
    shaped = _is_shaped(galley, first, stop) and (sets[-1].full or CLAUSE_END.search(value))
    prose = (
        too_much
        or under
        or block
        or shaped
        or announces
        or known["numbered"].pattern.match(value)
        or (sets[-1].full and hangs)
        or (sets[0].full and open_before)
    )
    return "hangs" if prose else "display"


def _is_kicker(galley: Galley, first: int, stop: int, before: Piece | None) -> bool:
    """Whether one line that ends with a dash stands where no sentence goes on."""
    begun = before is not None and before.kind is Kind.PARAGRAPH and not galley.lines[first].gap
    value = galley.lines[first].value
    announces = rules("headlines")["announces"].pattern.search(value)
    return stop - first == 1 and bool(announces) and not begun and not rules("label")["marks"].pattern.search(value)


def _is_shaped(galley: Galley, first: int, stop: int) -> bool:
    """Whether lines have the shape of a paragraph: the first one lacks just the indent, those under it are flush."""
    under = range(first + 1, max(stop - 1, first + 2))
    if stop - first < SHAPE or not galley.indented:
        return False
    begins = galley.begins(first) or (galley.perhaps_begins(first) and not galley.squeezed)
    return begins and all(galley.flush(index) for index in under)


def mend_folds(galley: Galley, pieces: list[tuple[int, Piece]]) -> tuple[Piece, ...]:
    """The pieces (each with the index of its first line), where what looked like display is a paragraph's beginning."""
    found = [piece for _, piece in pieces]
    for index in range(len(found) - 2, -1, -1):
        piece, after = found[index], found[index + 1]
        if piece.kind is not Kind.HEADLINE or after.kind is not Kind.PARAGRAPH:
            continue
        last, there = pieces[index][0] + len(piece.lines) - 1, pieces[index + 1][0]
        before = found[index - 1] if index else None
        wide = galley.sets[last].full or galley.sets[last].first
        cut = CLAUSE_END.search(piece.value) and (wide or (there == last + 1 and galley.meets(last)))
        stacked = before is not None and before.kind is Kind.HEADLINE and not piece.gap
        clause = _is_clause(piece) or cut or (_is_broken(piece, after) and not stacked)
        if after.gap and (_column_ends(galley, last, there, before) or clause):
            found[index] = replace(piece, kind=Kind.PARAGRAPH, why="label.hangs")
        elif not after.gap and after.why != "label.opens" and _is_first_line(galley, piece, last, there):
            found[index : index + 2] = [replace(after, lines=(*piece.lines, *after.lines))]
            pieces[index : index + 2] = [(pieces[index][0], found[index])]
    return tuple(found)


def _column_ends(galley: Galley, last: int, there: int, before: Piece | None) -> bool:
    """Whether a column ends after the line `last`, and its paragraph goes on in the line `there`."""
    stops = rules("label")["stops"].pattern
    opened = before and before.kind is Kind.PARAGRAPH and not stops.search(before.value)
    return galley.flush(there) and not opened and (galley.sets[last].full or galley.sets[last].first)


def _is_broken(piece: Piece, after: Piece) -> bool:
    """Whether a quotation, or a word, that begins in display lines goes on in the paragraph under them."""
    quotes = QUOTES.findall(piece.value), QUOTES.findall(after.value)
    quoted = quotes[0][-1:] == [OPENED] and quotes[1][:1] != [OPENED] and bool(quotes[1])
    return quoted or bool(rules("label")["goes_on"].pattern.match(after.value))


def _is_clause(piece: Piece) -> bool:
    """Whether a lone line has more commas, or more words behind one, than a headline has."""
    value = piece.value
    clauses = CLAUSE_END.search(value) and (LIST_MARK in value or len(value) > LONGEST_CLAUSES)
    return bool(clauses) and len(piece.lines) == 1 and piece.gap > 0


def _is_first_line(galley: Galley, piece: Piece, last: int, there: int) -> bool:
    """Whether a line that looks like display is the first one of the paragraph directly below it."""
    indent = galley.indented and galley.sets[last].first and not galley.perhaps_begins(there)
    return bool(CLAUSE_END.search(piece.value)) or indent
