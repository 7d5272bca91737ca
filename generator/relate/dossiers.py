"""Dossiers: which subjects carry enough for a file of their own, and what stands in it, the most telling first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Article, Dossier, Facts, Figure, Kind, Listing, Page, Sentence, Subject
from ..text import Span
from .defining import rank
from .mechanisms import mechanisms
from .names import Shared
from .naming import Namings, namings, whose_home
from .origins import Origin, origins
from .slugs import reading, slug_of, told_apart
from .told import Told, told

NO_FILE = frozenset({"province", "region", "reporter"})  # of whom or which the whole country, or every page, tells
PASSING = 2  # so many figures may be told of a place in passing
TELLING = ("amount", "count", "share", "change", "rate")
DIGIT = re.compile(r"\d")
Key = tuple[object, ...]


def dossiers(
    pages: Sequence[Page],
    articles: Sequence[Article],
    facts: Mapping[str, Facts],
    summaries: Mapping[str, tuple[Sentence, ...]],
) -> tuple[tuple[Dossier, ...], tuple[Subject, ...]]:
    """The dossiers, and the names that carry too little for one; both sorted by type and name."""
    homes = origins(pages, articles, facts)
    known = namings(articles, facts, homes)
    known_of = told(articles, facts, known)
    fronts = {article.id: _front(article, summaries[article.id]) for article in articles}
    shelf = _Shelf(facts, _days(pages, articles), fronts)
    worth = [name for name in known if carries(name, known[name], known_of.get(name, Told()))]
    slugs = _slugs(worth)
    made = []
    for name in worth:
        own = known_of.get(name, Told())
        made.append(_dossier(_subject(name, known[name], slugs[name], homes), own, shelf))
    rest = tuple(_subject(name, known[name], "", homes) for name in known if name not in slugs)
    return tuple(made), rest


def carries(name: Shared, named: Namings, own: Told) -> bool:
    """Whether a name carries enough for a file: several articles name it, or one tells much of its own of it.

    Of people and documents one article is not enough; people are named on two pages at least.
    """
    articles = {article for article, _ in named.sure}
    if not articles or name.kind in NO_FILE or (name.apart and name.type != "person"):
        return False
    if name.type == "person":
        pages = {span.seed for _, mention in named.sure for span in mention.text.spans[:1]}
        return min(len(articles), len(pages)) > 1
    return len(articles) > 1 or ENOUGH[name.type](own)


def _never(_own: Told) -> bool:
    return False


def _several_kinds(own: Told) -> bool:
    """Whether at least two are told: what it is, its parts, its figures, who is paired in it."""
    return sum((bool(own.defined), bool(own.lists), len(own.figures) > 1, bool(own.pairings))) > 1


def _figures(own: Told) -> bool:
    return len(own.figures) > PASSING


# What one article must tell, where no second one names it.
ENOUGH = {"initiative": _several_kinds, "organisation": _several_kinds, "place": _figures, "document": _never}


def _subject(name: Shared, named: Namings, slug: str, homes: Mapping[str, Origin]) -> Subject:
    """A subject by its longest printed form; beside one that begins with 市 or 省 alone stands which."""
    mentions = named.sure or named.unsure
    printed = {mention.name for _, mention in mentions} if name.type != "place" else {name.name}
    called = max(printed, key=lambda form: (len(form), form))
    home = name.home
    if name.type == "organisation" and mentions:
        home = home or whose_home(called, homes[mentions[0][0]].city)
    sure, unsure = tuple(named.sure), tuple(named.unsure)
    return Subject(name.type, called, slug, sure, unsure, home, reading(name.type, called))


def _slugs(names: Iterable[Shared]) -> Mapping[Shared, str]:
    """A slug for each name; names of one sound are told apart by a mark, all but the first."""
    taken: set[tuple[str, str]] = set()
    slugs: dict[Shared, str] = {}
    for name in sorted(names):
        slug = slug_of(name.type, name.name)
        whole = "/".join(part for part in (name.name, name.home, name.apart) if part)
        slugs[name] = told_apart(slug, whole) if (name.type, slug) in taken else slug
        taken.add((name.type, slug))
    return slugs


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is known of all articles: their facts, the first days on which they may have appeared, and their fronts."""

    facts: Mapping[str, Facts]
    days: Mapping[str, date]
    fronts: Mapping[str, tuple[tuple[Span, ...], tuple[Span, ...]]]


def _dossier(subject: Subject, own: Told, shelf: _Shelf) -> Dossier:
    lists: dict[str, list[Listing]] = {}
    for article, listing in own.lists:
        lists.setdefault(article, []).append(listing)
    return Dossier(
        subject,
        defined=tuple(sorted(own.defined, key=lambda one: (rank(one.rule), shelf.days[one.article]))),
        figures=_ordered(subject, own, shelf),
        mechanisms=tuple(
            made
            for article, listed in lists.items()
            for made in mechanisms(article, listed, shelf.facts[article].lists, shelf.facts[article].sentences)
        ),
        roles=tuple(own.roles),
        pairings=tuple(own.pairings),
        quotes=tuple(own.quotes),
        documents=tuple(own.documents),
        setups=tuple(own.setups),
    )


def _ordered(subject: Subject, own: Told, shelf: _Shelf) -> tuple[tuple[str, Figure], ...]:
    """The figures, the most telling first; one that is printed again is there once."""

    def telling(pair: tuple[str, Figure]) -> Key:
        article, figure = pair
        heads, summary = shelf.fronts[article]
        return (
            subject.type == "place" and figure.scope != subject.name,
            0 if _stands(figure, heads) else 1 if _stands(figure, summary) else 2,
            figure.kind not in TELLING or figure.subject is None or not DIGIT.search(figure.text.value),
            -shelf.days[article].toordinal(),
            article,
            figure.text.start,
        )

    found: dict[Key, tuple[str, Figure]] = {}
    for article, figure in sorted(own.figures, key=telling):
        counted = figure.subject.value if figure.subject else ""
        found.setdefault((figure.value, figure.value_max, figure.unit, counted, figure.scope), (article, figure))
    return tuple(found.values())


def _stands(figure: Figure, spans: Iterable[Span]) -> bool:
    own = figure.text.spans[:1]
    return any(span.seed == one.seed and span.start <= one.start < span.end for one in own for span in spans)


def _front(article: Article, summary: Sequence[Sentence]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where an article's head stands, and its summary."""
    heads = (block for block in article.blocks if block.kind in {Kind.KICKER, Kind.HEADLINE, Kind.DECK})
    return (
        tuple(span for block in heads for span in block.text.spans),
        tuple(span for sentence in summary for span in sentence.text.spans),
    )


def _days(pages: Sequence[Page], articles: Sequence[Article]) -> Mapping[str, date]:
    """The first day on which each article may have appeared; one of unknown day counts as the oldest."""
    dated = {page.seed.id: page.issue.dated.value.start for page in pages if page.issue.dated}
    return {article.id: dated.get(article.seeds[0], date.min) for article in articles}
