"""What shows that two articles tell of one happening: its name, the rest of its report, its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import Article, Facts, Proof
from ..rules import rules
from ..text import Text
from .happenings_named import LEAST, Naming, first_found, found_in, ink_of, longest_shared
from .happenings_scene import COMMENTARY, Scene, agree

COMMON = 24  # what more articles than these name is a season, not a meeting
SURE = 12  # so long a name needs no day of its own
RUN = 12  # characters of a meeting's name that the rest of its report prints too
MORE = 4  # of these that are not a campaign's name
CLAUSE = re.compile(r"[^，。；：！？“”‘’《》,;:!?…\n]+")
ECHOES, ECHOED = 2, 24  # clauses, and their characters together, that a commentary prints of what a meeting said

Edge = tuple[Naming, Naming, Proof]


@dataclass(frozen=True)
class Member:
    """An article that tells of a happening, the words in which it does, and why it belongs to the first one."""

    naming: Naming
    proof: Proof | None = None
    to: str = ""
    lacks: bool = False


# ── one name ──────────────────────────────────────────────────


def named_alike(scene: Scene) -> Iterator[Edge]:
    """The pairs of namings, by article, that name one happening, and the name."""
    ending: dict[str, list[Naming]] = defaultdict(list)
    for own in scene.namings.values():
        for naming in own:
            for key in {variant[-LEAST:] for variant in naming.variants}:
                ending[key].append(naming)
    for alike in ending.values():
        if len({naming.article for naming in alike}) <= COMMON:
            clashing = _clashing(alike)
            for one, other in combinations(alike, 2):
                if one.article != other.article and _is_one(scene, one, other, clashing=clashing):
                    yield one, other, _named(one, other)


def _clashing(alike: Sequence[Naming]) -> frozenset[str]:
    """The names that are printed with days that do not agree: whoever prints no day means none of them for sure."""
    dated = [naming for naming in alike if naming.date is not None]
    return frozenset(
        variant
        for one, other in combinations(dated, 2)
        if not agree(one.date, other.date)
        for variant in (*one.variants, *other.variants)
    )


def _is_one(scene: Scene, one: Naming, other: Naming, *, clashing: frozenset[str]) -> bool:
    shared = shared_name(one, other)
    if not shared or not scene.near(one.article, other.article) or _are_two(one, other):
        return False
    if one.date is not None and other.date is not None:
        return True
    if one.editions != other.editions or clashing.intersection((*one.variants, *other.variants)):
        return False
    return scene.one_issue(one.article, other.article) or _lends(scene, one, other, shared)


def _are_two(one: Naming, other: Naming) -> bool:
    """Whether the days, or the numbers of two in a row, show that they are two."""
    numbered_apart = bool(one.editions and other.editions) and one.editions.isdisjoint(other.editions)
    return numbered_apart or not agree(one.date, other.date)


def _lends(scene: Scene, one: Naming, other: Naming, shared: str) -> bool:
    """Whether one of two has a day, and the name is so much its own that the other may mean the same."""
    dated, bare = (one, other) if one.date is not None else (other, one)
    if dated.date is None or one.is_routine or other.is_routine or len(shared) < SURE:
        return False
    return scene.may_report(bare.article, dated.date)


def _named(one: Naming, other: Naming) -> Proof:
    name = shared_name(one, other)
    return Proof("links.named", found_in(one.name, name) or one.name, found_in(other.name, name) or other.name)


def shared_name(one: Naming, other: Naming) -> str:
    """The name that two namings have in common: one of them may say more in front; empty when they have none."""
    fitting = (
        min(mine, yours, key=len)
        for mine in one.variants
        for yours in other.variants
        if mine.endswith(yours) or yours.endswith(mine)
    )
    return max(fitting, key=len, default="")


# ── the rest of a report, and what comments on it ─────────────


def attached(scene: Scene) -> Mapping[str, Member]:
    """The articles that belong to a meeting of their issue without naming it, by id: each to one that fits best.

    They are the rest of a report, which is cut, says 会上 and prints much of the meeting's name; or commentaries that
    print what the meeting said word for word. What fits two meetings alike is given to none.
    """
    found = {}
    for name, article in sorted(scene.articles.items()):
        said = _tail(article, scene.facts[name])
        if scene.namings[name] or (said is None and article.genre != COMMENTARY):
            continue
        held = [naming for other in scene.beside([name]) for naming in scene.namings[other]]
        fits = _tails(scene, name, said, held) if said else []
        best = _best(fits or (_echoes(scene, name, held) if article.genre == COMMENTARY else []))
        if best is not None:
            found[name] = best
    return found


def _best(fits: Sequence[tuple[int, Member]]) -> Member | None:
    """The member that fits best; None where two of different names fit alike."""
    most = max((size for size, _ in fits), default=0)
    best = [member for size, member in fits if size == most]
    one = all(shared_name(best[0].naming, member.naming) for member in best[1:])
    return best[0] if best and one else None


def _tails(scene: Scene, name: str, said: Text, held: Iterable[Naming]) -> list[tuple[int, Member]]:
    """How much of each meeting's name a cut report prints."""
    proofs = ((naming, _prints_name(scene, naming, scene.articles[name])) for naming in held)
    return [
        (len(ink_of(proof.a.value)), Member(Naming(name, said, naming.name), proof, naming.article))
        for naming, proof in proofs
        if proof is not None
    ]


def _tail(article: Article, facts: Facts) -> Text | None:
    """The first sentence of a cut report that only says 会上 or 会议."""
    if article.begins_elsewhere is None:
        return None
    rule = rules("happenings")["tail"].pattern
    return next((one.text for one in facts.sentences if rule.search(one.text.value)), None)


def _prints_name(scene: Scene, naming: Naming, article: Article) -> Proof | None:
    """Where an article prints so much of a meeting's name, and not only of a campaign's in it."""
    blocks = [block.text for block in article.body]
    told = ink_of("".join(text.value for text in blocks))
    run = longest_shared(ink_of(naming.name.value), told, RUN)
    campaigns = {
        ink_of(mention.text.value)
        for mention in scene.facts[naming.article].mentions
        if mention.type == "initiative" and not mention.doubt and len(mention.text) < len(run)
    }
    rest = run
    for campaign in sorted(campaigns, key=lambda name: (-len(name), name)):
        rest = rest.replace(campaign, "")
    here, there = first_found([naming.name], run), first_found(blocks, run)
    return Proof("links.tail", here, there) if len(rest) >= MORE and here and there else None


def _echoes(scene: Scene, name: str, held: Iterable[Naming]) -> list[tuple[int, Member]]:
    """How much of what each meeting said a commentary prints."""
    fits = []
    for naming in held:
        size, proof = _echo(_said(scene.articles[naming.article], naming), scene.articles[name])
        if proof is not None:
            home = next((one.text for one in scene.facts[name].sentences if proof.b.begins_in(one.text)), proof.b)
            fits.append((size, Member(Naming(name, home, naming.name), proof, naming.article, lacks=True)))
    return fits


def _said(article: Article, naming: Naming) -> Mapping[str, Text]:
    """The clauses of the paragraph that tells of a meeting, without those that any paper prints."""
    if naming.paragraph is None or naming.paragraph >= len(article.body):
        return {}
    text = article.body[naming.paragraph].text
    known = rules("happenings")
    found = {}
    for clause in CLAUSE.finditer(text.value):
        speaks = known["speaks"].pattern.match(clause[0])
        said = text[clause.start() + (speaks.end() if speaks else 0) : clause.end()]
        if len(ink_of(said.value)) >= LEAST and not known["formula"].search(said.value):
            found[ink_of(said.value)] = said
    return found


def _echo(clauses: Mapping[str, Text], article: Article) -> tuple[int, Proof | None]:
    """How many characters of these clauses an article prints, and where the longest; None where that is too little."""
    blocks = [block.text for block in article.body]
    told = ink_of("".join(text.value for text in blocks))
    printed = [ink for ink in clauses if ink in told]
    size = sum(map(len, printed))
    longest = max(printed, key=lambda ink: (len(ink), ink), default="")
    there = first_found(blocks, longest)
    if len(printed) < ECHOES or size < ECHOED or there is None:
        return 0, None
    return size, Proof("links.echo", clauses[longest], there)
