"""What each article of a happening has that no other one of it has: figures, names, documents, words that were said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import BODY, Article, Facts, Kind
from ..text import Text
from .happenings_named import Naming, ink_of
from .happenings_scene import Scene

Fact = tuple[str, str]
Placed = tuple[Fact, Text]
NAMES = frozenset({"person", "organisation", "document", "initiative", "place"})


def alone(scene: Scene, namings: Sequence[Naming]) -> Mapping[str, tuple[Text, ...]]:
    """For each article, the sentences on the happening that hold what the others lack, in reading order."""
    told = {one.article: list(_facts(scene.facts[one.article])) for one in namings}
    keys = {article: frozenset(key for key, _ in placed) for article, placed in told.items()}
    found = {}
    for naming in namings:
        own, facts = scene.articles[naming.article], scene.facts[naming.article]
        others = frozenset[Fact]().union(*(held for article, held in keys.items() if article != naming.article))
        wide = _is_wholly_on(own, naming)
        places = [
            text for key, text in told[naming.article] if key not in others and (wide or text.begins_in(naming.words))
        ]
        found[naming.article] = tuple(_sentences(own, facts, places))
    return found


def _is_wholly_on(article: Article, naming: Naming) -> bool:
    """Whether a whole article is on what it names: its head or its first paragraph does; else the sentence alone."""
    first = next((n for n, block in enumerate(article.body) if block.kind in BODY - {Kind.SUBHEAD}), 0)
    return naming.paragraph is None or naming.paragraph <= first


def _facts(facts: Facts) -> Iterator[Placed]:
    """What an article tells that another one may lack; what is in doubt is no difference."""
    for figure in facts.figures:
        if not figure.doubt and figure.value is not None:
            yield ("figure", f"{figure.value} {figure.value_max} {figure.unit}"), figure.text
    for mention in facts.mentions:
        if mention.type in NAMES and not mention.doubt:
            yield (mention.type, mention.name), mention.text
    for quote in facts.quotes:
        if quote.direct and not quote.doubt:
            yield ("quote", ink_of(quote.text.value)), quote.text


def _sentences(article: Article, facts: Facts, places: Iterable[Text]) -> Iterator[Text]:
    """The sentences in which texts begin, each once; what the page prints a second time does not count."""
    starts = {(text.seeds[0], text.start) for text in places if text.seeds}
    for sentence in facts.sentences:
        if any(sentence.text.prints_at(*start) for start in starts) and article.prints_again(sentence.text) is None:
            yield sentence.text
