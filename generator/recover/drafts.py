"""Drafts of articles: which chunks of body text belong to the same one, in which order.

The chunks of a page are placed one after the other, in its order: each begins an article, or goes on from one, or
stands before what was printed above it. The best few ways to place all chunks so far are kept; what the whole page says
decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import exp, log
from operator import itemgetter

from ..model import Choice, Kind, Option, Piece, Reason
from .chunks import Chunk
from .drafts_evidence import Evidence, Scene, weights

# So many ways to place the chunks so far are kept.
KEPT = 6
Chain = tuple[int, ...]


@dataclass
class Draft:
    """An article that is being put together: its chunks in reading order, its words, its jump marks (by index).

    `choices`: for each chunk whose place had to be weighed, why it stands here.
    """

    chunks: list[Chunk] = field(default_factory=list)
    grams: Counter[str] = field(default_factory=Counter)
    jumps: list[int] = field(default_factory=list)
    signed: bool = False
    choices: list[Choice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to place the chunk `at`: the chain that it makes, in place of the chain `of` (None: it begins one).

    `what`: the rule that has words for it; `near`: the chunk that it goes on from, or that goes on from it.
    """

    at: int
    what: str
    of: int | None
    near: int | None
    chain: Chain
    gains: tuple[Evidence, ...]
    loses: tuple[Evidence, ...] = ()

    @property
    def score(self) -> float:
        """How much speaks for it."""
        return sum([evidence.score for evidence in self.gains]) - sum([evidence.score for evidence in self.loses])


Step = tuple[Way, Way | None]


@dataclass(frozen=True, slots=True)
class State:
    """The chunks so far, placed: in `chains`, by `steps`; each has the best other way beside the one taken."""

    score: float = 0.0
    chains: tuple[Chain, ...] = ()
    steps: tuple[Step, ...] = ()


def drafts_of(pieces: Sequence[Piece], chunks: Sequence[Chunk]) -> list[Draft]:
    """The drafts of a page, in the order in which they begin."""
    scene = Scene(pieces, chunks)
    placed = place(scene)
    choices = {way.at: _choice(scene, way, other) for way, other in placed.steps if other}
    return [_draft(scene, chain, choices) for chain in sorted(placed.chains, key=min)]


def place(scene: Scene) -> State:
    """The chunks of a page, by their index, in chains of those that are one article."""
    kept = [State()]
    for at in range(len(scene.chunks)):
        open_ways = [tuple(ways(scene, before.chains, at)) for before in kept]
        found = [scored for before, known in zip(kept, open_ways, strict=True) for scored in _scored(before, known)]
        kept = [_placed(*scored) for scored in nlargest(KEPT, found, key=itemgetter(0))]
    return kept[0]


Scored = tuple[float, State, Way, Way | None]


def _scored(before: State, known: Sequence[Way]) -> Iterator[Scored]:
    """Each way to place a chunk with how likely it is after all that is placed, and the best one beside it."""
    scores = [way.score for way in known]
    first, *second = nlargest(2, range(len(known)), key=scores.__getitem__)
    other = known[second[0]] if second else None
    all_told = log(sum([exp(score - scores[first]) for score in scores])) + scores[first]
    for number, way in enumerate(known):
        yield before.score + scores[number] - all_told, before, way, other if number == first else known[first]


def _placed(score: float, before: State, way: Way, other: Way | None) -> State:
    """What becomes of a state when one more chunk is placed."""
    others = tuple(chain for number, chain in enumerate(before.chains) if number != way.of)
    return State(score, (*others, way.chain), (*before.steps, (way, other)))


def ways(scene: Scene, chains: Sequence[Chain], at: int) -> Iterator[Way]:
    """The ways to place a chunk when those before it are placed."""
    begins = scene.begins(at)
    yield Way(at, "begins", None, None, (at,), (begins,))
    for number, chain in enumerate(chains):
        first, last = chain[0], chain[-1]
        alike = scene.alike(chain, at)
        if not scene.done[last] and not scene.firm[at]:
            what = "follows" if at == last + 1 else "resumes"
            yield Way(at, what, number, last, (*chain, at), (scene.follows(last, at), alike))
        if scene.done[at]:
            continue
        if not scene.firm[first]:
            gains = begins, scene.follows(at, first), alike
            yield Way(at, "precedes", number, first, (at, *chain), gains, (scene.begins(first),))
        if len(chain) > 1 and not scene.firm[at]:
            gains = scene.follows(chain[-2], at), scene.follows(at, last), alike
            yield Way(at, "precedes", number, last, (*chain[:-1], at, last), gains, (scene.follows(chain[-2], last),))


def _draft(scene: Scene, chain: Chain, choices: dict[int, Choice]) -> Draft:
    """The draft that a chain of chunks is, with the jump marks right over and under them."""
    draft = Draft([scene.chunks[at] for at in chain])
    for at in chain:
        above, below = scene.joints[at], scene.joints[at + 1]
        draft.grams.update(scene.chunks[at].grams)
        draft.jumps += above.begun
        draft.jumps += below.of(Kind.JUMP) if at + 1 == len(scene.chunks) else below.ended
        draft.signed = draft.signed or bool(above.of(Kind.BYLINE))
        draft.choices += [choices[at]] if at in choices else []
    return draft


def _choice(scene: Scene, way: Way, other: Way) -> Choice:
    """Why a chunk stands where it stands, for a reader."""
    text = scene.chunks[way.at].pieces[0].lines[0].text
    return Choice(text, _option(scene, way), _option(scene, other))


def _option(scene: Scene, way: Way) -> Option:
    reasons: dict[str, float] = {}
    for sign, sides in ((1, way.gains), (-1, way.loses)):
        for name, strength in (told for side in sides for told in side.told):
            reasons[name] = reasons.get(name, 0.0) + sign * strength * weights()[name]
    of = None
    if way.near is not None:
        pieces = scene.chunks[way.near].pieces
        of = pieces[0].lines[0].text if way.what == "precedes" else pieces[-1].lines[-1].text
    told = tuple(Reason(f"placing.{name}", weight) for name, weight in reasons.items() if weight)
    return Option(f"placing.{way.what}", of, told)
