"""Headlines find their articles: each strip of display lines is somebody's headline, a subhead, or nobody's.

All strips of a page are weighed together, so that each article gets the headline that leaves the best ones for the
others too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Piece
from .chunks import Chunk
from .drafts import Draft
from .heads_choices import choices_of
from .heads_desk import NOBODY, Desk
from .heads_glued import close_quotes, cut_glued
from .heads_search import settle
from .heads_strips import Heads, Strip, strips_of

__all__ = ["Heads", "Strip", "assign_heads"]


def assign_heads(pieces: Sequence[Piece], chunks: Sequence[Chunk], drafts: Sequence[Draft]) -> Heads:
    """Give each strip of display lines to the article whose headline it is, or leave it a subhead or nobody's."""
    strips = strips_of(pieces, chunks)
    if not drafts:
        return Heads(nobodys=strips)
    desk = Desk(strips, chunks, drafts)
    labels = settle(desk)
    heads = Heads(choices=list(choices_of(desk, labels)))
    for strip, label in _together(strips, labels):
        if label >= 0:
            heads.of.setdefault(label, []).append(strip)
        else:
            (heads.nobodys if label == NOBODY else heads.subheads).append(strip)
    return close_quotes(cut_glued(heads, desk))


def _together(strips: Sequence[Strip], labels: Sequence[int]) -> Iterator[tuple[Strip, int]]:
    """The strips with what they became, where those of one headline without a blank line between are one."""
    whole: Strip | None = None
    for index, (strip, label) in enumerate(zip(strips, labels, strict=True)):
        whole = replace(whole, lines=(*whole.lines, *strip.lines), last=strip.last) if whole else strip
        below = strips[index + 1] if index + 1 < len(strips) else None
        if not below or below.run != strip.run or (below.gap and not below.tie) or not labels[index + 1] == label >= 0:
            yield whole, label
            whole = None
