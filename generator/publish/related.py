"""Related articles: the other article, why in words, and on demand the lines of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..model import Article, Happening, Link
from ..rules import table
from .desk import Desk
from .escape import Md, escape
from .happening import entry, opens, proof_view

View = dict[str, Any]
RELATED = 8


def related(desk: Desk, article: Article, here: str) -> list[View]:
    """The articles that have most to do with one, and not more than can be read."""
    ties: dict[str, list[Link]] = {}
    for tie in desk.library.links_of(article.id):
        ties.setdefault(tie.b if tie.a == article.id else tie.a, []).append(tie)
    ranked = sorted(ties.items(), key=lambda pair: (-max(tie.weight for tie in pair[1]), pair[0]))
    return [_related(desk, article, desk.article[other], own, here) for other, own in ranked[:RELATED]]


def _related(desk: Desk, article: Article, other: Article, ties: Sequence[Link], here: str) -> View:
    """The article at the other end of links, and why."""
    ordered = sorted(ties, key=lambda tie: -tie.weight)
    proofs = (proof if tie.a == article.id else proof.turned for tie in ordered for proof in tie.proofs)
    return entry(desk, other, here) | {
        "why": reason(desk, ordered, here),
        "proofs": [proof_view(desk, proof, here) for proof in proofs],
    }


def reason(desk: Desk, ties: Iterable[Link], here: str) -> Md:
    """Why two articles have something to do with each other: what both tell of, what a rule says, names both print."""
    parts = [part for tie in ties for part in _parts(desk, tie, here)]
    return Md(desk.words("because") + desk.words("reason_comma").join(parts)) if parts else Md("")


def _parts(desk: Desk, tie: Link, here: str) -> list[Md]:
    if tie.kind == "same_event":
        both = [one for one in desk.library.happenings_of(tie.a) if tie.b in one.articles]
        return [Md(f"{escape(desk.words(_same(one, tie)))}{opens(desk, one, here)}") for one in both]
    rules = table("links")
    known = [why.removeprefix("links.") for why in tie.why if why.startswith("links.")]
    said = [escape(rules[why]["says"]) for why in known]
    if tie.kind == "contains" and tie.proofs:
        said[-1] = Md(f"{said[-1]}{escape(desk.words('quoted', words=desk.brief(tie.proofs[0].a.value)))}")
    names = [desk.words("quoted", words=why) for why in tie.why if not why.startswith("links.")]
    shared = [escape(desk.words("both_print") + desk.words("comma").join(names))] if names else []
    return [*said, *shared]


def _same(happening: Happening, tie: Link) -> str:
    """How it is said that two articles belong to a happening: a commentary that does not name it says less."""
    implied = {telling.article for telling in happening.tellings if telling.lacks}
    return "same_event_implied" if implied & {tie.a, tie.b} else "same_event"
