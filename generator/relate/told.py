"""What the articles tell of each subject: a fact is a subject's only where its words, or its sentence, name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import Article, Document, Facts, Figure, Listing, Mention, Pairing, Quote, Role, Saying, Setup
from ..model.weighed import hold
from ..rules import rules
from ..text import Text
from .defining import covered, defining
from .names import Shared
from .naming import Namings
from .sentences import Reading

CAMPAIGNS = frozenset({"initiative", "document"})
INITIATIVE = frozenset({"initiative"})
PARTIES = frozenset({"place", "organisation"})
ACTORS = frozenset({"organisation", "person"})
TITLES = frozenset({"document"})
NO_CAMPAIGNS = frozenset({"threshold", "cap", "rank"})  # such a figure is a rule of a document, and none of a campaign


@dataclass(slots=True)
class Told:
    """What is told of one subject so far: pairs (article id, fact)."""

    defined: list[Saying] = field(default_factory=list)
    figures: list[tuple[str, Figure]] = field(default_factory=list)
    lists: list[tuple[str, Listing]] = field(default_factory=list)
    roles: list[tuple[str, Role]] = field(default_factory=list)
    pairings: list[tuple[str, Pairing]] = field(default_factory=list)
    quotes: list[tuple[str, Quote]] = field(default_factory=list)
    documents: list[tuple[str, Document]] = field(default_factory=list)
    setups: list[tuple[str, Setup]] = field(default_factory=list)


def told(
    articles: Sequence[Article], facts: Mapping[str, Facts], known: Mapping[Shared, Namings]
) -> Mapping[Shared, Told]:
    """What is told of each subject, in the order of the articles; what a page prints twice is there once."""
    named: dict[str, dict[Mention, list[Shared]]] = {}
    for name, namings in known.items():
        for home, mention in namings.sure:
            named.setdefault(home, {}).setdefault(mention, []).append(name)
    found: dict[Shared, Told] = {}
    for article in articles:
        own = named.get(article.id, {})
        reading = Reading(article, facts[article.id], [(mention, tuple(names)) for mention, names in own.items()])
        for name, kind, fact in _facts(reading):
            getattr(found.setdefault(name, Told()), kind).append(fact)
    return found


def _facts(reading: Reading) -> Iterator[tuple[Shared, str, Any]]:
    """Each fact of an article, with whose it is and what kind."""
    article = reading.article
    for name, sentence, rule in defining(reading):
        yield name, "defined", Saying(article.id, sentence, rule)
    for kind, whose in WHOSE:
        for fact in getattr(reading.facts, kind):
            if not article.prints_again(fact.text):
                for name in whose(reading, fact):
                    yield name, kind, (article.id, fact)


def _of_figure(reading: Reading, figure: Figure) -> Iterable[Shared]:
    """The place that it belongs to, and those that this one lies in; the body that it is said of; the campaign."""
    if figure.doubt or rules("defining")["no_measure"].search(figure.unit):
        return {}
    found = dict.fromkeys(_places(figure.scope) if not _tells_of_another(reading, figure) else ())
    if figure.whose:
        found |= reading.names_in((figure.whose,), frozenset({"organisation"}))
    if figure.kind in NO_CAMPAIGNS:
        return found | _documents(reading, figure)
    campaign = _of_clause(reading, figure) or _of_section(reading, figure.paragraph) or _of_pair(reading, figure)
    return found | campaign


def _tells_of_another(reading: Reading, figure: Figure) -> bool:
    """Whether its clause names places, but neither the one that it is said to belong to nor one in it."""
    named = reading.names_in((reading.clause(figure.text),), frozenset({"place"}))
    chains = [name.name for name in named if not figure.scope.startswith(name.name + "/")]
    return bool(chains) and not any(f"{chain}/".startswith(f"{figure.scope}/") for chain in chains)


def _documents(reading: Reading, figure: Figure) -> dict[Shared, None]:
    return {name: None for name in _of_clause(reading, figure) if name.type == "document"}


def _of_pair(reading: Reading, figure: Figure) -> dict[Shared, None]:
    """The campaigns of the pairing that it counts a party of: 118家商协会."""
    for pairing in reading.facts.pairings:
        if not pairing.doubt and any(hold((text,), figure.text) for text in (*pairing.helpers, *pairing.helped)):
            return {name: None for name in _of_pairing(reading, pairing) if name.type == "initiative"}
    return {}


def _of_clause(reading: Reading, figure: Figure) -> dict[Shared, None]:
    """The one campaign that is named before a figure, in its clause or else in its sentence, or by what it counts."""
    number = reading.at(figure.text)
    if number is None:
        return {}
    sentence = reading.sentences[number]
    if rules("defining")["goes_on"].search(sentence.value) and not reading.names_in((sentence,), CAMPAIGNS):
        sentence = reading.before(number)
        return _one(reading.mentions_in(sentence), sentence)
    for text in (reading.clause(figure.text), sentence):
        near = [pair for pair in reading.mentions_in(text) if pair[1][0].type in CAMPAIGNS]
        if near:
            counted = reading.mentions_in(figure.subject) if figure.subject else []
            before = [pair for pair in near if pair in counted or _stands_before(text, pair[0], figure)]
            return _one(before, text) if len({pair[1] for pair in near}) == 1 else {}
    return {}


def _stands_before(text: Text, mention: Mention, figure: Figure) -> bool:
    places = {offset: place for place, offset in enumerate(text.offsets())}
    return places.get(mention.text.start, len(text)) < places.get(figure.text.start, -1)


def _one(named: Sequence[tuple[Mention, tuple[Shared, ...]]], text: Text) -> dict[Shared, None]:
    """The campaign of mentions that all mean one, if the text does not only say that something is for its sake."""
    of = [(mention, names) for mention, names in named if names[0].type in CAMPAIGNS]
    if len({names for _, names in of}) != 1:
        return {}
    if all(rules("defining")["for_its_sake"].search(covered(text, mention)) for mention, _ in of):
        return {}
    return dict.fromkeys(of[0][1])


def _places(scope: str) -> Iterator[Shared]:
    """The place of a scope; of a town or village, the town and county that it lies in too."""
    own = Shared("place", scope)
    links = scope.split("/")
    if scope and own.kind in {"city", "county", "town", "village"}:
        yield own
    if own.kind in {"town", "village"}:
        above = (Shared("place", "/".join(links[:last])) for last in range(2, len(links)))
        yield from (name for name in above if name.kind in {"county", "town"})


def _of_section(reading: Reading, paragraph: int | None) -> dict[Shared, None]:
    """The one campaign that the subhead above a paragraph names."""
    subhead = reading.subheads[paragraph] if paragraph is not None else None
    return _one(reading.mentions_in(subhead), subhead) if subhead else {}


def _of_list(reading: Reading, listing: Listing) -> Iterable[Shared]:
    """The campaigns that its announcing words name; where these may tell of a campaign's parts, its sentence too."""
    own = reading.names_in((listing.text,), CAMPAIGNS)
    return own | (_of_sentence(reading, listing.text) if rules("defining")["parts"].search(listing.text.value) else {})


def _of_sentence(reading: Reading, text: Text) -> dict[Shared, None]:
    number = reading.at(text)
    return reading.names_in((reading.sentences[number],), INITIATIVE) if number is not None else {}


def _of_role(reading: Reading, role: Role) -> Iterable[Shared]:
    return _of_sentence(reading, role.text) | reading.names_in((role.who,), frozenset({"person"}))


def _of_pairing(reading: Reading, pairing: Pairing) -> Iterable[Shared]:
    """Both parties; and the campaigns that its sentence or, where that names none, the article's head names."""
    parties = reading.names_in((*pairing.helpers, *pairing.helped), PARTIES)
    if pairing.doubt:
        return parties
    return parties | (_last_before(reading, pairing.text) or _of_head(reading))


def _last_before(reading: Reading, text: Text) -> dict[Shared, None]:
    """The campaign that the sentence of a text names last before it, or the only one that it names."""
    number = reading.at(text)
    sentence = reading.sentences[number] if number is not None else text
    named = [pair for pair in reading.mentions_in(sentence) if pair[1][0].type == "initiative"]
    places = {offset: place for place, offset in enumerate(sentence.offsets())}
    start = places.get(text.start, 0)
    before = [names for mention, names in named if places.get(mention.text.start, start) < start]
    only = named[0][1] if len({names for _, names in named}) == 1 else ()
    return dict.fromkeys(before[-1] if before else only)


def _of_head(reading: Reading) -> dict[Shared, None]:
    """Of the campaigns that the article's head names, the one that the article names most."""
    named = reading.names_in(reading.in_heads, INITIATIVE)
    counts = Counter(name for _, names in reading.named for name in names if name in named)
    return dict.fromkeys(sorted(named, key=lambda name: (-counts[name], name))[:1])


def _of_quote(reading: Reading, quote: Quote) -> Iterable[Shared]:
    """Who speaks; and the campaigns that are spoken of."""
    who = reading.names_in((quote.speaker, quote.office), ACTORS)
    return who | reading.names_in((quote.text,), INITIATIVE)


def _of_document(reading: Reading, document: Document) -> Iterable[Shared]:
    own = reading.names_in((document.text,), TITLES)
    return own | reading.names_in((document.issuer,), ACTORS) | _of_sentence(reading, document.text)


def _of_setup(reading: Reading, setup: Setup) -> Iterable[Shared]:
    """What is founded, by whom; and the campaigns that its sentence names."""
    own = reading.names_in((setup.what, setup.by), frozenset({*PARTIES, *TITLES}))
    return own | _of_sentence(reading, setup.what)


# Each kind of fact, by the name that `Facts` and `Told` have for it, and whose a fact of it is.
WHOSE: tuple[tuple[str, Callable[[Reading, Any], Iterable[Shared]]], ...] = (
    ("figures", _of_figure),
    ("lists", _of_list),
    ("roles", _of_role),
    ("pairings", _of_pairing),
    ("quotes", _of_quote),
    ("documents", _of_document),
    ("setups", _of_setup),
)
