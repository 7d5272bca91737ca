"""Subjects: the initiatives and places that get a file of their own, with everything that mentions them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Article, Facts, Mention, Subject
from .names import Shared, names_subject
from .slugs import slug_of, told_apart

ALWAYS = frozenset({"initiative", "city", "county"})
Named = tuple[str, Mention]


def subjects(articles: Sequence[Article], facts: Mapping[str, Facts]) -> tuple[Subject, ...]:
    """The initiatives, cities and counties that the articles name, and the towns that several of them name; sorted.

    A county's mentions are those of its towns and villages too.
    """
    found: dict[Shared, list[Named]] = {}
    for article in articles:
        for mention in facts[article.id].mentions:
            for name in _counts_for(mention):
                found.setdefault(name, []).append((article.id, mention))
    worth = {name: named for name, named in found.items() if _is_worth(name, named)}
    slugs = _slugs(sorted(worth))
    return tuple(Subject(name.type, name.name, slugs[name], tuple(worth[name])) for name in sorted(worth))


def _counts_for(mention: Mention) -> Iterable[Shared]:
    """What a mention is a mention of: its own name, and the county that a town or village lies in."""
    if not names_subject(mention):
        return
    own = Shared(mention.type, mention.name)
    yield own
    links = mention.name.split("/")
    above = (Shared("place", "/".join(links[:last])) for last in range(2, len(links)))
    if own.kind in {"town", "village"}:
        yield from (name for name in above if name.kind in {"county", "town"})


def _is_worth(name: Shared, named: Sequence[Named]) -> bool:
    return name.kind in ALWAYS or (name.kind == "town" and len({article for article, _ in named}) > 1)


def _slugs(names: Iterable[Shared]) -> Mapping[Shared, str]:
    """A slug for each name; names of one sound are told apart by a mark, all but the first."""
    taken: set[tuple[str, str]] = set()
    slugs: dict[Shared, str] = {}
    for name in names:
        slug = slug_of(name.type, name.name)
        slugs[name] = told_apart(slug, name.name) if (name.type, slug) in taken else slug
        taken.add((name.type, slug))
    return slugs
