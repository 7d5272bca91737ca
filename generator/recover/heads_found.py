"""Display lines that only their neighbours give away, and lines among them that are bylines or notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Kind, Line, Piece
from ..rules import rules
from .credits import read_credits
from .lines import join

LONGEST_PART, MOST_LINES = 36, 4
LONGEST_NAMES = 80


def find_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where each part of a headline is a display line, and no byline or note is one."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        above = found[-1] if found else None
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.kind is Kind.HEADLINE:
            found += _signed(piece)
        elif piece.kind is Kind.PARAGRAPH and _is_part(piece, above, below):
            found.append(replace(piece, kind=Kind.HEADLINE, why="headlines.display"))
        else:
            found.append(piece)
    return found


def _is_part(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """Whether a paragraph is a deck under a headline, a kicker over one, or a headline with its deck in brackets."""
    known = rules("headlines")
    if len(piece.lines) > MOST_LINES or piece.why == "bylines.note":
        return False
    short = len(piece.value) <= LONGEST_PART
    if (
        short
        and above
        and above.kind is Kind.HEADLINE
        and piece.gap <= 1
        and known["dashed"].pattern.search(piece.value)
    ):
        return True
    if short and below and below.kind is Kind.HEADLINE and known["kicker"].pattern.search(piece.value):
        return len(piece.lines) == 1 and not rules("label")["marks"].pattern.search(piece.value[:-1])
    return _has_bracketed_deck(piece)


def _has_bracketed_deck(piece: Piece) -> bool:
    """Whether the lines are a headline and, from a line's beginning on, a deck in brackets."""
    starts = [index for index, line in enumerate(piece.lines) if line.value[0] in "（("]
    if len(starts) != 1 or not starts[0]:
        return False
    over = "".join(line.value for line in piece.lines[: starts[0]])
    under = "".join(line.value for line in piece.lines[starts[0] :])
    return bool(rules("headlines")["deck"].pattern.search(under)) and not rules("label")["marks"].pattern.search(over)


def _signed(piece: Piece) -> Iterator[Piece]:
    """A piece of display lines, or the bylines and notes that it is."""
    if len(piece.value) > LONGEST_NAMES:
        yield piece
    elif _is_byline(piece.lines):
        yield replace(piece, kind=Kind.BYLINE, why="bylines.line")
    else:
        yield from _bracketed(piece) or [piece]


def _is_byline(lines: Sequence[Line]) -> bool:
    """Whether display lines are a byline whose names are cut at the end of a line."""
    text = join(lines)
    found = rules("bylines")["line"].pattern.match(text.value)
    return bool(found) and len(lines) > 1 and read_credits(text).sure


def _bracketed(piece: Piece) -> list[Piece]:
    """The notes and bylines in brackets that follow one another on one line; empty where it is anything else."""
    if len(piece.lines) != 1 or piece.value[0] not in "（(":
        return []
    found: list[Piece] = []
    line = piece.lines[0]
    last = 0
    for match in rules("bylines")["bracket"].pattern.finditer(line.value):
        if match.start() != last:
            return []
        last = match.end()
        part = replace(line, text=line.text[match.start() : last].strip(), gap=line.gap if not found else 0)
        tail = rules("bylines")["tail"].pattern.fullmatch(part.value)
        kind, why = (Kind.BYLINE, "bylines.tail") if tail else (Kind.PARAGRAPH, "bylines.note")
        if not tail and not rules("bylines")["note"].pattern.fullmatch(part.value):
            return []
        found.append(Piece(kind, (part,), why))
    return found if last == len(line.value) else []
