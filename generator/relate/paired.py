"""Who helps whom: the pairings of all articles, each once however often it is printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Article, Facts, Mention, Paired, Pairing, PairingPrint, Sentence
from ..model.weighed import hold
from ..rules import rules
from ..text import Span, Text

NAMED = frozenset({"place", "organisation", "person", "initiative"})
Sides = tuple[tuple[Text, ...], tuple[Text, ...]]
Key = tuple[tuple[str, ...], tuple[str, ...], str, bool]


def paired(articles: Sequence[Article], facts: Mapping[str, Facts]) -> tuple[Paired, ...]:
    """The pairings of a collection, sorted by the place that is helped; what a page prints twice counts once."""
    found: dict[Key, list[PairingPrint]] = {}
    for article in sorted(articles, key=place):
        known = facts[article.id]
        names = _Names(known.mentions)
        for pairing in known.pairings:
            if article.prints_again(pairing.text):
                continue
            forms = _forms(pairing, known.sentences)
            for helpers, helped in _sides(pairing):
                key = _key(names, helpers, helped, mutual=pairing.mutual)
                found.setdefault(key, []).append(PairingPrint(article.id, pairing, helpers, helped, forms))
    ordered = sorted(found.items(), key=lambda item: (not item[0][2], item[0][2], item[0]))
    return tuple(Paired(*key, tuple(prints)) for key, prints in ordered)


def place(article: Article) -> tuple[str, int]:
    """Where an article stands among all others, in whatever order the pages came: its seed, and its place in it."""
    seed, _, at = article.id.rpartition("-")
    return seed, int(at)


class _Names:
    """The mentions of an article by where they begin, to find what the words of a pairing mean."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        named = [one for one in mentions if one.type in NAMED and one.name and one.text.spans]
        self._found = sorted(named, key=lambda one: one.text.spans)
        self._starts = [one.text.spans[0] for one in self._found]

    def within(self, text: Text) -> Iterator[Mention]:
        """The mentions that stand wholly in a text, in reading order."""
        for span in text.spans:
            first = bisect_left(self._starts, Span(span.seed, span.start, 0))
            last = bisect_left(self._starts, Span(span.seed, span.end, 0))
            yield from (one for one in self._found[first:last] if hold((text,), one.text))

    def full(self, text: Text) -> str:
        """What the words name in full: the one thing that they are, or the place that they end with; else the words."""
        if not text.spans:
            return text.value
        sure = [one for one in self.within(text) if not one.doubt and one.text.spans[-1].end == text.spans[-1].end]
        whole = [one.name for one in sure if one.text.spans[0].start == text.spans[0].start]
        chained = [one.name for one in sure if one.type == "place" and self._leads_up(text, one)]
        return (*whole, *chained, text.value)[0]

    def _leads_up(self, text: Text, place: Mention) -> bool:
        """Whether a text is nothing but a place behind those that it lies in: 高州市长坡镇."""
        above = [one.text.value for one in self.within(text) if one.type == "place" and one is not place]
        return text.value == "".join((*above, place.text.value))

    def place(self, texts: Iterable[Text]) -> str:
        """The chain of the place that the words name; of several places, the one that all lie in."""
        inside = [one for text in texts for one in self.within(text) if one.type == "place"]
        sure = [one for one in inside if not one.doubt] or inside
        chains = [tuple(chain.split("/")) for one in sure for chain in one.name.split(";")]
        narrow = [one for one in chains if not any(other[: len(one)] == one and other != one for other in chains)]
        return "/".join(_shared(narrow))


def _shared(chains: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The links that all chains begin with."""
    for links in zip(*chains, strict=False):
        if len(set(links)) > 1:
            return
        yield links[0]


def _sides(pairing: Pairing) -> Iterator[Sides]:
    """Each helper by itself where all help one; where many help many, the page does not say who helps whom."""
    if pairing.mutual or len(pairing.helped) != 1:
        yield pairing.helpers, pairing.helped
        return
    for helper in pairing.helpers:
        yield (helper,), pairing.helped


def _key(names: _Names, helpers: tuple[Text, ...], helped: tuple[Text, ...], *, mutual: bool) -> Key:
    one = tuple(sorted(names.full(text) for text in helpers))
    other = tuple(sorted(names.full(text) for text in helped))
    place = names.place((*helpers, *helped) if mutual else helped)
    if mutual and other < one:
        one, other = other, one
    return one, other, place, mutual


def _forms(pairing: Pairing, sentences: Iterable[Sentence]) -> tuple[Text, ...]:
    """The forms of pairing that the sentence names last before the pairing's words end: those that stand together."""
    spans = pairing.text.spans
    for sentence in sentences:
        own = sentence.text.spans
        if own and spans and own[0].seed == spans[0].seed and own[0].start <= spans[0].start < own[-1].end:
            return _last_together(sentence.text, spans[-1].end)
    return ()


def _last_together(sentence: Text, end: int) -> tuple[Text, ...]:
    """The named forms that stand last before the offset `end`, with nothing between them."""
    found: list[Text] = []
    last = -1
    for match in rules("tables")["form"].pattern.finditer(sentence.value):
        form = sentence[match.start("form") : match.end("form")]
        if form.start >= end:
            break
        found = [*found, form] if match.start() == last else [form]
        last = match.end()
    return tuple(found)
