"""One happening, several articles: each meeting, fair or first time that more than one of them tells of.

To be of one issue is no evidence. Two articles belong together when both print the name of what was held, or one is the
rest of a report on it, or a commentary that prints its words, or both tell one first time; the proof is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

from ..model import Happening, Link, Proof, Telling
from ..text import Text
from .happenings_alone import alone
from .happenings_first import first_times
from .happenings_named import Naming
from .happenings_same import Edge, Member, attached, named_alike
from .happenings_scene import Scene, agree

Key = tuple[str, str, int]
Edges = Mapping[Key, Sequence[Edge]]
STRONG = 100.0  # what one happening says beside what names say
TITLED = frozenset({"links.named", "links.first"})


def happenings(scene: Scene) -> tuple[Happening, ...]:
    """The happenings that at least two articles of a collection tell of; sorted by id."""
    named = _gathered_all(chain.from_iterable(scene.namings.values()), _both_ways(named_alike(scene)))
    firsts = _both_ways(first_times(scene))
    waiting = attached(scene)
    told = chain(
        ([*members, *_attached(members, waiting)] for members in named),
        _gathered_all((edges[0][0] for edges in firsts.values()), firsts),
    )
    groups = [members for members in told if len({member.naming.article for member in members}) > 1]
    return _numbered(sorted((_bound(scene, members) for members in groups), key=_order))


def _both_ways(edges: Iterable[Edge]) -> Edges:
    """The pairs that belong together, by each of the two."""
    found: dict[Key, list[Edge]] = defaultdict(list)
    for one, other, proof in edges:
        found[_key(one)].append((one, other, proof))
        found[_key(other)].append((other, one, proof.turned))
    return found


def _gathered_all(namings: Iterable[Naming], edges: Edges) -> list[list[Member]]:
    """The articles that tell of each thing; most are alone with it."""
    taken: set[Key] = set()
    groups = []
    for naming in sorted(namings, key=_key):
        if _key(naming) not in taken:
            members = _gathered(naming, edges)
            taken.update(_key(member.naming) for member in members)
            groups.append(members)
    return groups


def _gathered(first: Naming, edges: Edges) -> list[Member]:
    """A naming and all that are joined to it, directly or through others, each article once; the days must agree."""
    members = {first.article: Member(first)}
    waiting = [first]
    while waiting:
        for one, other, proof in sorted(edges.get(_key(waiting.pop(0)), ()), key=lambda edge: _key(edge[1])):
            fits = all(agree(member.naming.date, other.date) for member in members.values())
            if other.article not in members and fits:
                members[other.article] = Member(other, proof, one.article)
                waiting.append(other)
    return list(members.values())


def _key(naming: Naming) -> Key:
    return naming.article, naming.name.seeds[0], naming.name.start


def _attached(members: Sequence[Member], waiting: Mapping[str, Member]) -> list[Member]:
    """The articles that do not name what these articles name, and belong to it."""
    named = {(member.naming.article, member.naming.variants) for member in members}
    return [one for one in waiting.values() if (one.to, one.naming.variants) in named]


def _bound(scene: Scene, members: Sequence[Member]) -> Happening:
    """A group as one happening: its name and day from the article that prints them best."""
    ordered = sorted(members, key=lambda member: member.naming.article)
    lender = min((m.naming for m in ordered if m.naming.date), key=_precision, default=None)
    lead = lender or next(member.naming for member in ordered if member.proof is None)
    own = alone(scene, [member.naming for member in ordered])
    tellings = tuple(
        Telling(
            member.naming.article, member.naming.words, member.naming.date, member.lacks, own[member.naming.article]
        )
        for member in ordered
    )
    ties = tuple((m.to, m.naming.article, m.proof) for m in ordered if m.proof is not None)
    return Happening(
        min(telling.article for telling in tellings),
        _title(lead, [member.naming for member in ordered if member.proof is None or member.proof.why in TITLED]),
        lender.date if lender else None,
        lender.article if lender else "",
        lead.where,
        tellings,
        ties,
    )


def _title(lead: Naming, namings: Iterable[Naming]) -> Text:
    """What it is, as printed: of names that end alike the fullest; of a first time the headline's words."""
    fuller = [one.name for one in namings if one.name.value.endswith(lead.name.value)]
    headed = [one.name for one in namings if one.paragraph is None and not fuller[1:] and one.article != lead.article]
    return max(fuller, key=lambda name: (len(name), -name.start)) if fuller[1:] or not headed else headed[0]


def _precision(naming: Naming) -> tuple[int, str]:
    """The closest date first; of equals, that of the smallest article."""
    dated = naming.date
    if dated is None or dated.start is None or dated.end is None:
        return 0, naming.article
    return (dated.end - dated.start).days, naming.article


def _order(happening: Happening) -> tuple[str, str, int]:
    first = next(telling for telling in happening.tellings if telling.article == happening.id)
    return happening.id, first.words.seeds[0], first.words.start


def _numbered(ordered: Sequence[Happening]) -> tuple[Happening, ...]:
    """Happenings with names of their own: where the smallest article tells of several, the later ones have a number."""
    count: dict[str, int] = defaultdict(int)
    found = []
    for happening in ordered:
        count[happening.id] += 1
        number = count[happening.id]
        id_ = happening.id if number == 1 else f"{happening.id}-{number}"
        found.append(
            Happening(
                id_,
                happening.name,
                happening.date,
                happening.lender,
                happening.where,
                happening.tellings,
                happening.ties,
            )
        )
    return tuple(found)


def event_links(found: Iterable[Happening]) -> tuple[Link, ...]:
    """A link between any two articles of a happening; its proofs are those that join the two, if they are joined."""
    proofs: dict[tuple[str, str], list[Proof]] = defaultdict(list)
    for happening in found:
        for one, other in combinations(happening.articles, 2):
            proofs[one, other] += _proofs(happening, one, other)
    return tuple(
        Link(one, other, "same_event", tuple(dict.fromkeys(proof.why for proof in own)), STRONG, tuple(own))
        for (one, other), own in sorted(proofs.items())
    )


def _proofs(happening: Happening, one: str, other: str) -> list[Proof]:
    """Why two articles of a happening belong together: directly, or each to a third one."""
    direct = [proof for a, b, proof in happening.ties if (a, b) == (one, other)]
    direct += [proof.turned for a, b, proof in happening.ties if (a, b) == (other, one)]
    if direct:
        return direct
    words = {telling.article: telling.words for telling in happening.tellings}
    return [Proof("links.together", words[one], words[other])]
