"""Headlines find their articles: each strip of display lines is somebody's headline, a subhead, or nobody's.

All strips of a page are weighed together, so that each article gets the headline that leaves the best ones for the
others too; and with them the drafts, for an article wants a headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Piece
from .captions import is_picture_story
from .chunks import Chunk
from .drafts import Draft, State, drafts_of, explain, place
from .drafts_evidence import Scene
from .heads_choices import choices_of
from .heads_desk import NOBODY, Desk
from .heads_glued import close_parts, cut_glued
from .heads_search import settle
from .heads_strips import Heads, Strip, strips_of

__all__ = ["Heads", "Strip", "find_drafts"]

# How many ways to place the chunks are kept: first, and where an article wants a headline.
FEW, MANY = 4, 16
# What an article without a headline weighs; how long a text is (in characters) that wants it half as much.
WANTED, SHORT = 2.0, 30
# A headline with this share of its words in the body is its own; any other one is better than none by so much.
ITS_OWN, ANY = 0.5, 0.5


def find_drafts(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> tuple[list[Draft], Heads]:
    """The drafts of a page in the order in which they begin, and what became of its strips of display lines.

    Where the likeliest drafts leave an article without a headline, others may be better, though less likely.
    """
    scene, strips = Scene(pieces, chunks), strips_of(pieces, chunks)
    if not chunks:
        return [], Heads(nobodys=strips)
    best = _weigh(scene, strips, place(scene, keep=FEW)[0])
    if best.score < best.state.score:
        for state in place(scene, keep=MANY):
            if state.score <= best.score:
                break
            best = max(best, _weigh(scene, strips, state), key=lambda way: way.score)
    heads = _heads(strips, best)
    heads.choices += explain(scene, best.state)
    return best.drafts, heads


@dataclass(frozen=True)
class _Way:
    """Drafts with what became of the strips: how they were placed, and how good they are with their headlines."""

    state: State
    score: float
    drafts: list[Draft]
    desk: Desk
    labels: Sequence[int]


def _weigh(scene: Scene, strips: Sequence[Strip], state: State) -> _Way:
    """Placed chunks with the best headlines that there are for them."""
    drafts = drafts_of(scene, state)
    desk = Desk(strips, scene.chunks, drafts)
    labels = settle(desk)
    wants = sum(_wants(scene.pieces, desk, labels, number) for number in range(len(drafts)))
    return _Way(state, state.score - WANTED * wants, drafts, desk, labels)


def _wants(pieces: Sequence[Piece], desk: Desk, labels: Sequence[int], number: int) -> float:
    """How much (0 to 1) a draft wants a headline, or a better one: its own has words of the body.

    A picture's story does with none. The rest of an article that began on another page has one there.
    """
    draft = desk.drafts[number]
    if any(pieces[index].why == "jumps.from" for index in draft.jumps) or is_picture_story(pieces, draft):
        return 0.0
    strips = [strip for strip, label in zip(desk.strips, labels, strict=True) if label == number]
    fit = desk.fit("".join(strip.value for strip in strips), number) / ITS_OWN
    length = sum(len(chunk.value) for chunk in draft.chunks)
    return length / (length + SHORT) * max(0.0, 1.0 - max(fit, ANY if strips else 0.0))


def _heads(strips: Sequence[Strip], way: _Way) -> Heads:
    """What became of the strips; those of one headline are one."""
    heads = Heads(choices=list(choices_of(way.desk, way.labels)))
    for strip, label in _together(strips, way.labels):
        if label >= 0:
            heads.of.setdefault(label, []).append(strip)
        else:
            (heads.nobodys if label == NOBODY else heads.subheads).append(strip)
    return close_parts(cut_glued(heads, way.desk), way.desk)


def _together(strips: Sequence[Strip], labels: Sequence[int]) -> Iterator[tuple[Strip, int]]:
    """The strips with what they became, where those of one headline without a blank line between are one."""
    whole: Strip | None = None
    for index, (strip, label) in enumerate(zip(strips, labels, strict=True)):
        whole = replace(whole, lines=(*whole.lines, *strip.lines), last=strip.last) if whole else strip
        below = strips[index + 1] if index + 1 < len(strips) else None
        if not below or below.run != strip.run or (below.gap and not below.tie) or not labels[index + 1] == label >= 0:
            yield whole, label
            whole = None
