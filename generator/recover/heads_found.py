"""Display lines that only their neighbours give away, and lines among them that are bylines, notes or marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import Kind, Line, Piece
from ..rules import rules
from .credits import read_credits
from .heads_strips import is_open
from .lines import join

LONGEST_PART, LONGEST_END, MOST_LINES = 36, 20, 4
LONGEST_NAMES = 80
UPRIGHT = 2
# Where so many items, and this share of all, have prose under them, they are the headlines of briefs.
FEWEST_BRIEFS, PROSE_UNDER = 3, 0.6
PROSE = (Kind.PARAGRAPH, Kind.ITEM)
# Prose on both sides; the share of paragraphs that blank lines part where most are.
PROSE_ROUND, AIRY = 2, 0.5
OPENED = "（("


def find_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where each part of a headline is a display line, and no byline, note or column's mark is one."""
    found: list[Piece] = []
    pieces = _briefs(_uprights(pieces))
    airy = _is_airy(pieces)
    for index, piece in enumerate(pieces):
        above = found[-1] if found else None
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        if above and piece.kind is Kind.HEADLINE and _breaks_off(above) and _is_clause(piece):
            found[-1] = replace(above, lines=(*above.lines, *piece.lines))
            continue
        if above and above.kind is Kind.PARAGRAPH and below and _breaks_off_over(piece, below):
            found.append(replace(piece, kind=Kind.PARAGRAPH, why="label.hangs"))
            continue
        rest = piece
        if piece.kind is Kind.PARAGRAPH and _is_quoted(piece):
            found.append(replace(piece, kind=Kind.HEADLINE, lines=piece.lines[:1], why="headlines.display"))
            rest = replace(piece, lines=piece.lines[1:])
        asks = _asks(rest, above, below, airy=airy)
        if asks or (rest.kind is Kind.PARAGRAPH and _is_part(rest, above, below)):
            rest = replace(rest, kind=Kind.HEADLINE, why="headlines.display")
        found += _unglued(rest) if rest.kind is Kind.HEADLINE else [rest]
    return found


def _uprights(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where what stands upright, letter by letter, is one: a column's mark where it reads as one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and not piece.gap and _is_upright(found[-1]) and _is_upright(piece):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, *piece.lines))
        else:
            found.append(piece)
    return [_marked(piece) for piece in found]


def _is_upright(piece: Piece) -> bool:
    """Whether no line of a piece of display lines has more than a letter or two."""
    return piece.kind is Kind.HEADLINE and all(len(line.value) <= UPRIGHT for line in piece.lines)


def _marked(piece: Piece) -> Piece:
    """A piece that stands upright is furniture where it reads as the mark of a column."""
    marked = piece.kind is Kind.HEADLINE and rules("furniture")["tag"].pattern.fullmatch(piece.value)
    return replace(piece, kind=Kind.FURNITURE, why="furniture.tag") if marked else piece


def _briefs(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where what looks like the items of a list are the headlines of briefs: each has prose under it."""
    items = [at for at, piece in enumerate(pieces) if piece.kind is Kind.ITEM]
    over = [at for at in items if _is_title(pieces[at])]
    prose = sum(_is_prose(pieces[at + 1]) for at in over if at + 1 < len(pieces))
    if prose < FEWEST_BRIEFS or prose < PROSE_UNDER * len(items):
        return list(pieces)
    found = list(pieces)
    for at in reversed(over):
        found[at] = replace(pieces[at], kind=Kind.HEADLINE, why="headlines.display")
        first, rest = found[at + 1 : at + 2], found[at + 2 : at + 3]
        if first and rest and first[0].kind is Kind.HEADLINE and _is_prose(rest[0]) and not rest[0].gap:
            found[at + 1 : at + 3] = [replace(rest[0], lines=(*first[0].lines, *rest[0].lines))]
    return found


def _is_title(piece: Piece) -> bool:
    """Whether an item is short and no sentence."""
    known = rules("label")
    ends = known["ends"].search(piece.value) or known["hangs"].search(piece.value)
    return len(piece.value) <= LONGEST_PART and not ends


def _is_prose(piece: Piece) -> bool:
    """Whether a piece is a paragraph of several lines, or as long, that ends with a stop."""
    long = len(piece.value) > LONGEST_PART
    return piece.kind is Kind.PARAGRAPH and long and bool(rules("label")["stops"].pattern.search(piece.value))


def _is_quoted(piece: Piece) -> bool:
    """Whether the first line of a paragraph behind a blank line is a quotation and nothing else: its headline."""
    quoted = rules("headlines")["quoted"].pattern.search(piece.lines[0].value)
    return bool(quoted) and piece.gap > 0 and len(piece.lines) > 2


def _breaks_off(piece: Piece) -> bool:
    """Whether a report's first line breaks off in mid-sentence."""
    return (
        piece.why == "label.opens" and len(piece.lines) == 1 and not rules("label")["ends"].pattern.search(piece.value)
    )


def _breaks_off_over(piece: Piece, below: Piece) -> bool:
    """Whether a lone line over a mark that says where its article goes on is the last one of a body."""
    marked = below.why == "jumps.to" and not below.gap
    return piece.kind is Kind.HEADLINE and len(piece.lines) == 1 and not piece.gap and marked


def _is_clause(piece: Piece) -> bool:
    """Whether a display line is a clause and what follows it, as prose is."""
    return len(piece.lines) == 1 and piece.gap <= 1 and bool(rules("headlines")["clause"].pattern.search(piece.value))


def _is_part(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """Whether a paragraph is part of a headline, from what it is and from the pieces round it."""
    if len(piece.lines) > MOST_LINES or len(piece.value) > 2 * LONGEST_PART or piece.why == "bylines.note":
        return False
    over = above if above and above.kind is Kind.HEADLINE and piece.gap <= 1 else None
    under = below if below and below.kind is Kind.HEADLINE else None
    return (
        (over is not None and _goes_on(over.value, piece))
        or (under is not None and _is_kicker(piece))
        or _has_bracketed_deck(piece)
        or _is_flush(piece, above, below)
    )


def _goes_on(over: str, piece: Piece) -> bool:
    """Whether a paragraph goes on from the display line over it: a deck, a quotation, what a kicker announces."""
    known = rules("headlines")
    short = len(piece.value) <= LONGEST_PART
    if short and (known["dashed"].pattern.search(piece.value) or _is_announced(over, piece)):
        return True
    closes = is_open(over) and not is_open(over + piece.value)
    return closes and len(piece.lines) == 1 and len(piece.value) <= LONGEST_END


def _is_announced(over: str, piece: Piece) -> bool:
    """Whether a kicker that ends with a dash stands over a piece without a stop."""
    whole = not rules("headlines")["stop"].pattern.search(piece.value)
    return bool(rules("headlines")["announces"].pattern.search(over)) and not piece.gap and whole


def _is_kicker(piece: Piece) -> bool:
    """Whether a paragraph over a display line is its kicker."""
    kicker = rules("headlines")["kicker"].pattern.search(piece.value)
    plain = not rules("label")["marks"].pattern.search(piece.value[:-1])
    return bool(kicker) and plain and len(piece.lines) == 1 and len(piece.value) <= LONGEST_PART


def _has_bracketed_deck(piece: Piece) -> bool:
    """Whether the lines are a headline and, from a line's beginning on, a deck in brackets."""
    starts = [index for index, line in enumerate(piece.lines) if line.value[0] in OPENED]
    if len(starts) != 1 or not starts[0]:
        return False
    over = "".join(line.value for line in piece.lines[: starts[0]])
    under = "".join(line.value for line in piece.lines[starts[0] :])
    return bool(rules("headlines")["deck"].pattern.search(under)) and not rules("label")["marks"].pattern.search(over)


def _is_flush(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """Whether a few lines begin flush where no sentence goes on, and end without a stop where none follows."""
    ends, hangs = rules("label")["ends"].pattern, rules("label")["hangs"].pattern
    begun = above is not None and above.kind is Kind.PARAGRAPH and not ends.search(above.value)
    goes_on = below is not None and below.kind is Kind.PARAGRAPH and below.why != "label.opens"
    whole = (
        not ends.search(piece.value)
        and not hangs.search(piece.value)
        and not rules("headlines")["stop"].pattern.search(piece.value)
    )
    return piece.indented is False and len(piece.value) <= LONGEST_PART and whole and not begun and not goes_on


def _asks(piece: Piece, above: Piece | None, below: Piece | None, *, airy: bool) -> bool:
    """Whether a piece is a question, or a call, and nothing else, and stands apart: `airy`: so does all prose here."""
    if piece.kind is not Kind.PARAGRAPH or not rules("headlines")["asks"].search(piece.value):
        return False
    alone = piece.gap > 0 and (below is None or below.gap > 0 or below.kind is not Kind.PARAGRAPH)
    prose = [near for near in (above, below) if near and near.kind in PROSE]
    return alone and (len(prose) < PROSE_ROUND or not airy) and len(piece.value) <= LONGEST_PART


def _is_airy(pieces: Sequence[Piece]) -> bool:
    """Whether blank lines part the paragraphs of a page as they do its headlines."""
    told = rules("headlines")["asks"].pattern
    prose = [piece.kind is Kind.PARAGRAPH and not told.search(piece.value) for piece in pieces]
    gaps = [piece.gap > 0 for piece, both in zip(pieces[1:], pairwise(prose), strict=False) if all(both)]
    return AIRY * len(gaps) <= sum(gaps)


def _unglued(piece: Piece) -> Iterator[Piece]:
    """A piece of display lines, or the bylines, notes and marks that it is or ends with."""
    if len(piece.value) > LONGEST_NAMES:
        yield piece
    elif _is_byline(piece.lines):
        yield replace(piece, kind=Kind.BYLINE, why="bylines.line")
    else:
        yield from _bracketed(piece) or _ended(piece) or [piece]


def _is_byline(lines: Sequence[Line]) -> bool:
    """Whether display lines are a byline whose names are cut at the end of a line."""
    text = join(lines)
    found = rules("bylines")["line"].match(text.value)
    return bool(found) and len(lines) > 1 and read_credits(text).sure


def _bracketed(piece: Piece) -> list[Piece]:
    """The notes and bylines in brackets that follow one another on one line; empty where it is anything else."""
    if len(piece.lines) != 1 or piece.value[0] not in OPENED:
        return []
    found: list[Piece] = []
    line = piece.lines[0]
    last = 0
    for match in rules("bylines")["bracket"].pattern.finditer(line.value):
        if match.start() != last:
            return []
        last = match.end()
        part = replace(line, text=line.text[match.start() : last].strip(), gap=line.gap if not found else 0)
        tail = rules("bylines")["tail"].fullmatch(part.value)
        if not tail and not rules("bylines")["note"].pattern.fullmatch(part.value):
            return []
        kind, why = (Kind.BYLINE, "bylines.tail") if tail else (Kind.PARAGRAPH, "bylines.note")
        found.append(Piece(kind, (part,), why))
    return found if last == len(line.value) else []


def _ended(piece: Piece) -> list[Piece]:
    """A piece whose last line ends with a byline or a column's mark, and that; empty where it does not."""
    line = piece.lines[-1]
    for file, name, why, kind in (
        ("bylines", "behind", "bylines.line", Kind.BYLINE),
        ("furniture", "tag_behind", "furniture.tag", Kind.FURNITURE),
    ):
        match = rules(file)[name].pattern.search(line.value)
        if match and match.start() and (kind is not Kind.BYLINE or read_credits(line.text[match.start() :]).sure):
            kept = replace(line, text=line.text[: match.start()].strip())
            cut = replace(line, text=line.text[match.start() :].strip(), gap=0)
            return [replace(piece, lines=(*piece.lines[:-1], kept)), Piece(kind, (cut,), why)]
    return []
