"""Drafts of articles: which chunks of body text belong to the same one, in which order.

The chunks of a page are placed one after the other, in its order: each begins an article, or goes on from one, or
stands before what was printed above it. The best ways to place all chunks so far are kept; what the whole page says,
its headlines too (`heads`), decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from math import exp, log
from operator import itemgetter
from typing import NamedTuple

from ..model import Choice, Kind, Option, Reason
from .chunks import Chunk
from .drafts_evidence import Evidence, Scene, weights

# So many ways to place the next chunk are tried for each way to place those before it.
TRIED = 6
Chain = tuple[int, ...]


@dataclass
class Draft:
    """An article that is being put together: its chunks in reading order, its words, its jump marks (by index)."""

    chunks: list[Chunk] = field(default_factory=list)
    grams: dict[str, None] = field(default_factory=dict)
    jumps: list[int] = field(default_factory=list)
    signed: bool = False


class Way(NamedTuple):
    """A way to place the chunk `at`: the chain that it makes, in place of the chain `of` (None: it begins one).

    `what`: the rule that has words for it; `near`: the chunk that it goes on from, or that goes on from it.
    """

    at: int
    what: str
    of: Chain | None
    near: int | None
    chain: Chain
    gains: tuple[Evidence, ...]
    loses: tuple[Evidence, ...] = ()


# How much speaks for a way, and the way.
Weighed = tuple[float, Way]
Step = tuple[Way, Way | None]


@dataclass(frozen=True, slots=True)
class State:
    """The chunks so far, placed: in `chains`, by `steps`; each has the best other way beside the one taken."""

    score: float = 0.0
    chains: tuple[Chain, ...] = ()
    steps: tuple[Step, ...] = ()


def drafts_of(scene: Scene, placed: State) -> list[Draft]:
    """The drafts that placed chunks are, in the order in which they begin."""
    return [_draft(scene, chain) for chain in sorted(placed.chains, key=min)]


def explain(scene: Scene, placed: State) -> list[Choice]:
    """For each chunk whose place had to be weighed, why it stands there."""
    return [_choice(scene, way, other) for way, other in placed.steps if other]


def place(scene: Scene, *, keep: int) -> list[State]:
    """The likeliest ways, best first, to place the chunks of a page (by index) in chains of those that are one article.

    `keep`: how many ways to place the chunks so far are kept in mind.
    """
    kept = [State()]
    for at in range(len(scene.chunks)):
        alone = scene.begins(at)
        begins = alone.score, Way(at, "begins", None, None, (at,), (alone,))
        # The states that are kept have most of their chains in common.
        chains = dict.fromkeys(chain for before in kept for chain in before.chains)
        beside = {chain: _ways(scene, chain, at) for chain in chains}
        found: list[Scored] = []
        for before in kept:
            found += _scored(before, [begins, *(way for chain in before.chains for way in beside[chain])])
        kept = _likeliest(found, keep)
    return kept


def _likeliest(found: Iterable[Scored], keep: int) -> list[State]:
    """The likeliest states; of those that come to the same chains, the first."""
    kept: dict[frozenset[Chain], State] = {}
    for scored in nlargest(2 * keep, found, key=itemgetter(0)):
        state = _placed(*scored)
        kept.setdefault(frozenset(state.chains), state)
        if len(kept) == keep:
            break
    return list(kept.values())


Scored = tuple[float, State, Way, Way | None]


def _scored(before: State, known: Sequence[Weighed]) -> Iterator[Scored]:
    """The likeliest ways to place a chunk after all that is placed, each with the best one beside it."""
    ranked = sorted(known, key=itemgetter(0), reverse=True)
    most, first = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else None
    all_told = log(sum([exp(score - most) for score, _ in known])) + most
    for score, way in ranked[:TRIED]:
        yield before.score + score - all_told, before, way, second if way is first else first


def _placed(score: float, before: State, way: Way, other: Way | None) -> State:
    """What becomes of a state when one more chunk is placed."""
    others = [chain for chain in before.chains if chain != way.of]
    return State(score, (*others, way.chain), (*before.steps, (way, other)))


def _ways(scene: Scene, chain: Chain, at: int) -> list[Weighed]:
    """The ways to place a chunk in a chain of those before it."""
    first, last = chain[0], chain[-1]
    alike = scene.alike(chain, at)
    found: list[Weighed] = []
    if not scene.done[last] and not scene.firm[at]:
        what, after = "follows" if at == last + 1 else "resumes", scene.follows(last, at)
        found.append((after.score + alike.score, Way(at, what, chain, last, (*chain, at), (after, alike))))
    if scene.done[at]:
        return found
    if not scene.firm[first]:
        gains, loses = (scene.begins(at), scene.follows(at, first), alike), (scene.begins(first),)
        found.append((_worth(gains, loses), Way(at, "precedes", chain, first, (at, *chain), gains, loses)))
    if len(chain) > 1 and not scene.firm[at]:
        before = chain[-2]
        gains, loses = (scene.follows(before, at), scene.follows(at, last), alike), (scene.follows(before, last),)
        found.append((_worth(gains, loses), Way(at, "precedes", chain, last, (*chain[:-1], at, last), gains, loses)))
    return found


def _worth(gains: Iterable[Evidence], loses: Iterable[Evidence]) -> float:
    """How much all these say for a way that has these gains, and does away with what it loses."""
    return sum([evidence.score for evidence in gains]) - sum([evidence.score for evidence in loses])


def _draft(scene: Scene, chain: Chain) -> Draft:
    """The draft that a chain of chunks is, with the jump marks right over and under them."""
    draft = Draft([scene.chunks[at] for at in chain])
    for at in chain:
        above, below = scene.joints[at], scene.joints[at + 1]
        draft.grams |= dict.fromkeys(scene.chunks[at].grams)
        draft.jumps += above.begun
        draft.jumps += below.of(Kind.JUMP) if at + 1 == len(scene.chunks) else below.ended
        draft.signed = draft.signed or bool(above.of(Kind.BYLINE))
    return draft


def _choice(scene: Scene, way: Way, other: Way) -> Choice:
    """Why a chunk stands where it stands, for a reader."""
    text = scene.chunks[way.at].pieces[0].lines[0].text
    taken, lacks = _option(scene, way), _worth(other.gains, other.loses) - _worth(way.gains, way.loses)
    if lacks > 0:
        taken = replace(taken, reasons=(*taken.reasons, Reason("placing.whole", lacks)))
    return Choice(text, taken, _option(scene, other))


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
