"""Captions: which lines stand under a picture, and which article the picture belongs to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from ..model import Kind, Piece
from ..rules import rules
from .drafts import Draft
from .words import grams, shared, telling

LONGEST = 60
LONGEST_STORY = 220
ECHO = 0.6
ASIDE = frozenset({Kind.CAPTION, Kind.FURNITURE})


def find_captions(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with the captions found that only what stands round them gives away."""
    found = list(pieces)
    for index, piece in enumerate(found):
        above = found[index - 1] if index else None
        below = found[index + 1] if index + 1 < len(found) else None
        if _is_alone(piece, above, below):
            found[index] = replace(piece, kind=Kind.CAPTION, why="captions.alone")
        elif piece.kind is Kind.HEADLINE and below and below.kind is Kind.CAPTION and _echoes(piece, below):
            found[index] = replace(piece, kind=Kind.CAPTION, why="captions.echo")
    return tuple(found)


def _is_alone(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """Whether one short sentence stands among captions and furniture only."""
    aside = above is not None and above.kind in ASIDE and (below is None or below.kind in ASIDE)
    return (
        piece.kind is Kind.PARAGRAPH
        and aside
        and len(piece.value) <= LONGEST
        and bool(rules("captions")["sentence"].pattern.search(piece.value))
    )


def _echoes(piece: Piece, caption: Piece) -> bool:
    """Whether display words (a banner in the picture) are said again by the caption."""
    words = grams(piece.value)
    return bool(words) and len(words.keys() & grams(caption.value).keys()) >= ECHO * len(words)


def is_picture_story(pieces: Sequence[Piece], draft: Draft) -> bool:
    """Whether a draft is only what is said about a picture: a few lines with the photographer's name under them."""
    last = draft.chunks[-1].last
    under = pieces[last] if last < len(pieces) else None
    short = sum(len(chunk.value) for chunk in draft.chunks) <= LONGEST_STORY
    return short and not draft.chunks[0].opens and under is not None and under.kind is Kind.CAPTION


def _picture_stories(pieces: Sequence[Piece], drafts: Sequence[Draft]) -> dict[int, int]:
    """The captions that end the stories of pictures, and the drafts that these are."""
    found: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        index = draft.chunks[-1].last
        while is_picture_story(pieces, draft) and index < len(pieces) and pieces[index].kind is Kind.CAPTION:
            found[index] = number
            index += 1
    return found


def assign_captions(pieces: Sequence[Piece], drafts: Sequence[Draft]) -> Mapping[int, int]:
    """For each caption (by its index) the draft whose words it shares most, or else the nearest one."""
    if not any(piece.kind is Kind.CAPTION for piece in pieces):
        return {}
    words = [draft.grams for draft in drafts]
    weight = telling(words)
    found = _picture_stories(pieces, drafts)
    last: int | None = None
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.CAPTION and drafts and index not in found:
            alone = bool(rules("captions")["credits"].search(piece.value))
            found[index] = found[last] if alone and last is not None else _home(index, piece, drafts, words, weight)
        if piece.kind is not Kind.FURNITURE:
            last = index if index in found else None
    return found


def _home(
    index: int, piece: Piece, drafts: Sequence[Draft], words: Sequence[Collection[str]], weight: Callable[[str], float]
) -> int:
    """The draft whose words a caption shares most, or else the nearest one."""
    said = grams(piece.value)
    near = [
        min(min(abs(index - chunk.first), abs(index - chunk.last + 1)) for chunk in draft.chunks) for draft in drafts
    ]
    return max(range(len(drafts)), key=lambda at: (shared(said, words[at], weight), -near[at]))
