"""Label the lines of a page: which stand together as one piece, and what each piece seems to be by itself.

What only the neighbours can tell (is a display line a headline or a subhead, whose is it) is left to `group`: here
every display line is a headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Kind, Line, Piece
from ..rules import rules
from .credits import read_credits
from .folds import LONGEST_DISPLAY, SENTENCE_END, mend_folds, unfold
from .galley import galley_of
from .lines import join

LONGEST_ISOLATED = 90
WIDE_GAP = 3
SHORTEST_SLOGAN = 8
BRACKETS = "（(【[［"
LONGEST_NAMES = 10
MOST_NOTE_LINES = 3
LONGEST_WHOLE = 160
# Rules that must read every character of a line.
ENTIRE = (("bylines", "tail", Kind.BYLINE), ("jumps", "from", Kind.JUMP), ("jumps", "to", Kind.JUMP))
# Rules that read a whole line, in the order in which they are asked.
WHOLE = (
    ("jumps", "arrow", Kind.JUMP),
    ("furniture", "folio", Kind.FURNITURE),
    ("furniture", "weather", Kind.FURNITURE),
    ("furniture", "contact", Kind.FURNITURE),
    ("furniture", "public_service", Kind.FURNITURE),
    ("furniture", "tag", Kind.FURNITURE),
    ("furniture", "digest", Kind.FURNITURE),
    ("captions", "credit", Kind.CAPTION),
    ("bylines", "line", Kind.BYLINE),
)


def label(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The pieces of a page, in its order; every inked character is in exactly one."""
    cut = [part for line in lines for marked in _cut_tag(line) for part in _cut_jumps(marked)]
    whole = [_whole(cut, index) for index in range(len(cut))]
    notes = {index: note for index in range(len(cut)) if (note := _bracketed(cut, index))}
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
            piece = Piece(found[0], galley.lines[index:stop], found[1])
        else:
            ends = (at for at in range(index + 1, len(cut)) if whole[at] or cut[at].gap or at in notes)
            limit = next(ends, len(cut))
            stop, piece = unfold(galley, index, limit, pieces[-1][1] if pieces else None)
        pieces.append((index, _isolated(piece, cut[stop] if stop < len(cut) else None) if pieces else piece))
        index = stop
    return mend_folds(galley, pieces)


def _cut_tag(line: Line) -> Iterator[Line]:
    """A line cut behind the mark of a column at its beginning."""
    tag = rules("furniture")["tag_before"].pattern.match(line.value)
    if tag:
        yield replace(line, text=line.text[: tag.end()].strip())
        line = replace(line, text=line.text[tag.end() :].strip(), gap=0)
    yield line


def _cut_jumps(line: Line) -> Iterator[Line]:
    """A line cut at a jump mark at its beginning or its end."""
    jumps = rules("jumps")
    first, last = 0, len(line.value)
    if not jumps["page"].pattern.search(line.value):
        yield line
        return
    begun = jumps["from"].pattern.match(line.value)
    if begun:
        first = begun.end()
        yield replace(line, text=line.text[:first].strip())
    ended = jumps["to"].pattern.search(line.value, first)
    if ended:
        last = ended.start()
    if line.value[first:last].strip():
        yield replace(line, text=line.text[first:last].strip(), gap=0 if begun else line.gap, beside=bool(begun))
    if ended:
        yield replace(line, text=line.text[last:].strip(), gap=0 if line.value[:last].strip() else line.gap)


def _whole(lines: Sequence[Line], index: int) -> tuple[Kind, str] | None:
    """What a whole line is by itself, and the rule that knows."""
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    if len(line.value) > LONGEST_WHOLE:
        return None
    for file, name, kind in ENTIRE:
        rule = rules(file)[name]
        if rule.pattern.fullmatch(line.value):
            return kind, rule.id
    for file, name, kind in WHOLE:
        rule = rules(file)[name]
        if rule.pattern.search(line.value) and _may_be(kind, line, lines[index - 1] if index else None):
            return kind, rule.id
    return (Kind.FURNITURE, rules("furniture")["slogan"].id) if _is_slogan(line, below) else None


def _may_be(kind: Kind, line: Line, above: Line | None) -> bool:
    """Whether a line can be what a rule reads in it: a byline names persons, a credit ends no sentence."""
    if kind is Kind.CAPTION:
        return above is None or line.gap > 0 or bool(rules("label")["stops"].pattern.search(above.value))
    return kind is not Kind.BYLINE or _is_byline(line)


def _is_byline(line: Line) -> bool:
    """Whether a line that looks like a byline names persons, and is not prose that begins with the word reporter."""
    found = rules("bylines")["line"].pattern.match(line.value)
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
    alone = below is None or below.gap or whole[index + 2] or rules("bylines")["opening"].pattern.match(below.value)
    both = read_credits(join(lines[index : index + 2]))
    return bool(alone) and both.sure


def _is_slogan(line: Line, below: Line | None) -> bool:
    """Whether a line is set letter by letter and stands alone: below it there is a blank line."""
    slogan = rules("furniture")["slogan"].pattern.match(line.value)
    spaced = len(line.text.runs) > len(line.value) - 2 >= SHORTEST_SLOGAN - 2
    return bool(slogan) and spaced and (not below or below.gap > 0)


def _bracketed(lines: Sequence[Line], first: int) -> tuple[int, Kind, str] | None:
    """Where the note (`（作者…）`) or column's mark (`【…】`) that begins at this line stops, at most two lines on."""
    if lines[first].value[0] not in BRACKETS:
        return None
    note, tag = rules("bylines")["note"], rules("furniture")["tag"]
    for stop in range(first + 1, min(first + MOST_NOTE_LINES, len(lines)) + 1):
        value = "".join(line.value for line in lines[first:stop])
        if note.pattern.fullmatch(value):
            return stop, Kind.PARAGRAPH, note.id
        if tag.pattern.fullmatch(value):
            return stop, Kind.FURNITURE, tag.id
    return None


def _isolated(piece: Piece, below: Line | None) -> Piece:
    """The piece; one sentence with much white space above it, in the midst of a page, is a caption."""
    alone = piece.gap >= WIDE_GAP and (below is None or below.gap)
    sentence = len(piece.value) <= LONGEST_ISOLATED and piece.value.find(SENTENCE_END) == len(piece.value) - 1
    if piece.kind is Kind.PARAGRAPH and alone and sentence:
        return replace(piece, kind=Kind.CAPTION, why="captions.isolated")
    return piece
