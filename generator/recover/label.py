"""Label the lines of a page: which stand together as one piece, and what each piece seems to be by itself.

What only the neighbours can tell (is a display line a headline or a subhead, whose is it) is left to `group`: here every
display line is a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Kind, Line, Piece
from ..rules import rules
from .credits import read_credits
from .lines import is_latin, join
from .measure import Set, settings

LONGEST_DISPLAY = 60
LONGEST_CLAUSES = 30
LONGEST_CAPTION = 90
WIDE_GAP = 3
BRACKETS = "（("
MOST_NOTE_LINES = 3
MOST_DISPLAY_LINES = 6
SHORTEST_SLOGAN = 8
FULL_STOP = "。"
CLAUSE_END = re.compile("[，；]")
# Rules that read a whole line, in the order in which they are asked.
WHOLE = (
    ("jumps", "arrow", Kind.JUMP),
    ("furniture", "folio", Kind.FURNITURE),
    ("furniture", "weather", Kind.FURNITURE),
    ("furniture", "contact", Kind.FURNITURE),
    ("furniture", "public_service", Kind.FURNITURE),
    ("furniture", "tag", Kind.FURNITURE),
    ("furniture", "digest", Kind.FURNITURE),
    ("bylines", "line", Kind.BYLINE),
)


def label(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The pieces of a page, in its order; every inked character is in exactly one."""
    cut = [part for line in lines for part in _cut_jumps(line)]
    whole = [_whole(line, below) for line, below in zip(cut, (*cut[1:], None), strict=True)] if cut else []
    sets = settings(cut)
    indents = _indents(cut, sets)
    pieces: list[Piece] = []
    index = 0
    while index < len(cut):
        found = whole[index]
        note = _note(cut, index)
        if note:
            stop, piece = note, Piece(Kind.PARAGRAPH, tuple(cut[index:note]), rules("bylines")["note"].id)
        elif found:
            stop, piece = index + 1, Piece(found[0], (cut[index],), found[1], 0.0)
        else:
            limit = next((at for at in range(index + 1, len(cut)) if whole[at] or cut[at].gap), len(cut))
            stop, piece = _piece(cut, sets, index, limit, indents, pieces[-1] if pieces else None)
        pieces.append(_isolated(piece, cut[stop] if stop < len(cut) else None) if pieces else piece)
        index = stop
    return _continued(pieces, dict(zip(map(id, cut), sets, strict=True)), indents)


def _isolated(piece: Piece, below: Line | None) -> Piece:
    """The piece; one sentence with much white space above it, in the midst of a page, is what stands under a picture."""
    alone = piece.gap >= WIDE_GAP and (below is None or below.gap)
    if (
        piece.kind is Kind.PARAGRAPH
        and alone
        and len(piece.value) <= LONGEST_CAPTION
        and piece.value.find(FULL_STOP) == len(piece.value) - 1
    ):
        return replace(piece, kind=Kind.CAPTION, why="captions.isolated")
    return piece


def _note(lines: Sequence[Line], first: int) -> int | None:
    """Where the note in brackets that begins at this line stops (`（作者单位：…）`, set over up to three lines); None: no note."""
    pattern = rules("bylines")["note"].pattern
    if lines[first].value[0] not in BRACKETS:
        return None
    stops = range(first + 1, min(first + MOST_NOTE_LINES, len(lines)) + 1)
    return next((stop for stop in stops if pattern.fullmatch("".join(line.value for line in lines[first:stop]))), None)


def _continued(pieces: Sequence[Piece], sets: Mapping[int, Set], indents: bool) -> tuple[Piece, ...]:
    """The pieces, where a display line that the next column goes on from, without an indent, is a paragraph's beginning."""
    stops = rules("label")["stops"]
    found = list(pieces)
    for index in range(len(found) - 2, -1, -1):
        piece, after = found[index], found[index + 1]
        here, there = sets[id(piece.lines[-1])], sets[id(after.lines[0])]
        alone = len(piece.lines) == 1 and piece.gap and after.gap and after.kind is Kind.PARAGRAPH
        flush = indents and after.kind is Kind.PARAGRAPH and after.gap and there.full and not there.first
        opened = index and found[index - 1].kind is Kind.PARAGRAPH and not stops.pattern.search(found[index - 1].value)
        if piece.kind is not Kind.HEADLINE:
            continue
        if (flush and not opened and (here.full or here.first)) or (alone and _is_prose(piece.value)):
            found[index] = replace(piece, kind=Kind.PARAGRAPH, why="label.hangs")
        elif after.kind is Kind.PARAGRAPH and not after.gap and _runs_on(piece, after, here, there, indents):
            found[index : index + 2] = [replace(after, lines=(*piece.lines, *after.lines))]
    return tuple(found)


def _is_prose(value: str) -> bool:
    """Whether a lone line has more commas, or more words behind one, than a headline has."""
    return bool(CLAUSE_END.search(value)) and ("、" in value or len(value) > LONGEST_CLAUSES)


def _runs_on(piece: Piece, after: Piece, here: Set, there: Set, indents: bool) -> bool:
    """Whether a line that looks like display is the first one of the paragraph directly below it."""
    if after.why == "label.opens":
        return False
    return bool(CLAUSE_END.search(piece.value)) or (indents and here.first and not there.first)


def _cut_jumps(line: Line) -> Iterator[Line]:
    """A line cut at a jump mark at its beginning or its end."""
    jumps = rules("jumps")
    first, last = 0, len(line.value)
    begun = jumps["from"].pattern.match(line.value)
    if begun:
        first = begun.end()
        yield replace(line, text=line.text[:first].strip())
    ended = jumps["to"].pattern.search(line.value, first)
    if ended:
        last = ended.start()
    if line.value[first:last].strip():
        yield replace(line, text=line.text[first:last].strip(), gap=0 if begun else line.gap)
    if ended:
        yield replace(line, text=line.text[last:].strip(), gap=0 if line.value[:last].strip() else line.gap)


def _whole(line: Line, below: Line | None) -> tuple[Kind, str] | None:
    """What a whole line is by itself, and the rule that knows."""
    jumps = rules("jumps")
    tail = rules("bylines")["tail"]
    if tail.pattern.fullmatch(line.value):
        return Kind.BYLINE, tail.id
    for name in ("from", "to"):
        found = jumps[name].pattern.search(line.value)
        if found and found.span() == (0, len(line.value)):
            return Kind.JUMP, jumps[name].id
    for file, name, kind in WHOLE:
        rule = rules(file)[name]
        if rule.pattern.search(line.value) and (kind is not Kind.BYLINE or _is_byline(line)):
            return kind, rule.id
    return (Kind.FURNITURE, rules("furniture")["slogan"].id) if _is_slogan(line, below) else None


def _is_byline(line: Line) -> bool:
    """Whether a line that looks like a byline names persons, and is not prose that begins with the word reporter."""
    found = rules("bylines")["line"].pattern.match(line.value)
    if not found or len(line.value) > LONGEST_DISPLAY:
        return False
    names = read_credits(line.text[found.start("credits") :])
    return names.sure or bool(found["mark"])


def _is_slogan(line: Line, below: Line | None) -> bool:
    """Whether a line is set letter by letter and stands alone: below it there is a blank line."""
    slogan = rules("furniture")["slogan"].pattern.match(line.value)
    spaced = len(line.text.runs) > len(line.value) - 2 >= SHORTEST_SLOGAN - 2
    return bool(slogan) and spaced and (not below or below.gap > 0)


def _indents(lines: Sequence[Line], sets: Sequence[Set]) -> bool:
    """Whether the first lines of paragraphs are indented on this page."""
    stops = rules("label")["stops"].pattern
    indented = flush = 0
    for index in range(1, len(lines) - 1):
        begins = stops.search(lines[index - 1].value) and not sets[index - 1].full
        if begins and not lines[index + 1].gap and sets[index + 1].full:
            indented += sets[index].first and not sets[index].full
            flush += sets[index].full and not sets[index].first
    return indented > flush


def _piece(
    lines: Sequence[Line], sets: Sequence[Set], first: int, limit: int, indents: bool, before: Piece | None
) -> tuple[int, Piece]:
    """The piece that begins at the line `first` and goes no further than `limit`: where it stops, and what it is."""
    stop = _reach(lines, sets, first, limit, indents)
    part = tuple(lines[first:stop])
    rule = "opens" if known_opening(lines, first) else _kind_rule(part, sets[first:stop], before)
    kind = {"caption": Kind.CAPTION, "display": Kind.HEADLINE, "item": Kind.ITEM}.get(rule, Kind.PARAGRAPH)
    begins = sets[first]
    told = indents and begins.measure and stop - first > 1 and begins.first is not begins.full
    known = sorted(line.measure for line in sets[first:stop] if line.full)
    measure = known[len(known) // 2] if known else begins.measure
    return stop, Piece(kind, part, f"label.{rule}", measure, begins.first if told else None)


def _reach(lines: Sequence[Line], sets: Sequence[Set], first: int, limit: int, indents: bool) -> int:
    """Where the paragraph, or the display lines, that begin at `first` stop."""
    if is_latin("".join(line.value for line in lines[first:limit])):
        return limit
    known = rules("label")
    index = first
    while index + 1 < limit:
        here, there = sets[index], sets[index + 1]
        starts = indents and there.first and not there.full and (index + 2 >= limit or sets[index + 2].full)
        closed = known["stops"].pattern.search(lines[index].value)
        opens = index == first and known_opening(lines, first)
        runs_on = here.full or opens or (index == first and indents and here.first and there.full)
        if (
            not runs_on
            or (closed and (starts or not here.measure))
            or known["item"].pattern.match(lines[index + 1].value)
        ):
            break
        index += 1
    return index + 1


def known_opening(lines: Sequence[Line], first: int) -> bool:
    """Whether prose begins at this line: with a report's opening words, or after a jump mark on the same line."""
    opened = rules("bylines")["opening"].pattern.match(lines[first].value)
    same_line = first and not lines[first].gap and rules("jumps")["from"].pattern.fullmatch(lines[first - 1].value)
    return bool(opened or same_line)


def _kind_rule(part: Sequence[Line], sets: Sequence[Set], before: Piece | None) -> str:
    """The name of the rule that says what these lines are: caption, item, display, or a paragraph's."""
    value = "".join(line.value for line in part)
    known, captions = rules("label"), rules("captions")
    if known["item"].pattern.match(value):
        return "item"
    if captions["pointing"].pattern.search(value) or (len(value) < 160 and captions["credited"].pattern.search(value)):
        return "caption"
    if known["stops"].pattern.search(value):
        return "stops"
    if sets[-1].full and (known["hangs"].pattern.search(value) or known["goes_on"].pattern.search(value)):
        return "hangs"
    if len(value) > LONGEST_DISPLAY or len(part) > MOST_DISPLAY_LINES or FULL_STOP in value:
        return "hangs"
    if (
        before
        and before.kind is Kind.PARAGRAPH
        and not known["ends"].pattern.search(before.lines[-1].value)
        and sets[0].full
    ):
        return "hangs"
    if all(line.full for line in sets) and len(part) > 1:
        return "hangs"
    return "display"
