"""What a person says of joins: two halves that are one article, and halves that never are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ..model import Article, Correction, Given, Outcome, Page, Refused, Ruling
from ..text import Text
from .quoted import Proof
from .settle import touch

NO_PAGE = "there is no page “{file}” in the collection (the nearest: {near}); add it, or mend its name"
NO_ARTICLE = "no article has these words in its text: “{words}”; quote words of its paragraphs"
ONE = "“{words}” and “{other}” stand in one article already; there is nothing to join or to keep apart"
TAKEN = "the correction in {line} says otherwise of one of these articles; keep one of the two"
CIRCLE = "this joins an article to its own beginning, by the correction in {line}; keep one of the two"


@dataclass(frozen=True, slots=True)
class Orders:
    """What was ordered of articles, by id: which goes on in which, and which pairs never join (an empty id: none)."""

    joined: tuple[tuple[str, str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()

    def allow(self, start: str, rest: str) -> bool:
        """Whether rules may still join two articles."""
        if not (self.joined or self.apart):
            return True
        barred = {(start, rest), (rest, start), (start, ""), (rest, "")} & self.apart
        return not barred and all(start != one and rest != other for one, other in self.joined)


NONE = Orders()


@dataclass(frozen=True, slots=True)
class _Order:
    """An entry whose articles are found: the correction that it makes, on the page that its sidecar is of."""

    seed: str
    start: str
    rest: str
    entry: Ruling
    correction: Correction


def rule_joins(pages: Sequence[Page], given: Mapping[str, Given]) -> tuple[Orders, Mapping[str, tuple[Outcome, ...]]]:
    """What is ordered of the articles of all pages, and by seed id what became of each entry."""
    named = {name: page for page in pages for name in _names(page)}
    outcomes: dict[str, list[Outcome]] = {}
    orders: list[_Order] = []
    for page in pages:
        for entry in given.get(page.seed.id, Given()).joins:
            order = _order(page, entry, named)
            order = _conflict(order, orders) or order if isinstance(order, _Order) else order
            outcomes.setdefault(page.seed.id, []).append(order.correction if isinstance(order, _Order) else order)
            orders += [order] if isinstance(order, _Order) else []
    joined = tuple((order.start, order.rest) for order in orders if order.entry.joins)
    apart = frozenset((order.start, order.rest) for order in orders if not order.entry.joins)
    return Orders(joined, apart), {seed: tuple(found) for seed, found in outcomes.items()}


def _names(page: Page) -> Iterator[str]:
    """What a person may call a page."""
    yield from (page.seed.name, page.seed.name.rpartition(".")[0], page.seed.id)


def _order(page: Page, entry: Ruling, named: Mapping[str, Page]) -> _Order | Refused:
    own = _article(page, entry.words, entry)
    if isinstance(own, Refused):
        return own
    text, article = own
    if not entry.file:
        return _Order(page.seed.id, article.id, "", entry, Correction("join", text, entry.words, "", entry.said))
    if entry.file not in named:
        near = get_close_matches(entry.file, named, n=1)
        return _refused(entry, "join_no_page", NO_PAGE, file=entry.file, near=near[0] if near else "—")
    other = _article(named[entry.file], entry.other, entry)
    if isinstance(other, Refused):
        return other
    if other[1].id == article.id:
        return _refused(entry, "join_one", ONE, words=entry.words, other=entry.other)
    now = f"{named[entry.file].seed.name}: {entry.other}"
    return _Order(page.seed.id, article.id, other[1].id, entry, Correction("join", text, entry.words, now, entry.said))


def _article(page: Page, words: str, entry: Ruling) -> tuple[Text, Article] | Refused:
    """The words on the page and the article that has them; Refused when no article with a body does."""
    found = Proof(page.seed, blocks=page.blocks).find(words, entry.said)
    if isinstance(found, Refused):
        return found
    blocks = ((article, block) for article in page.articles if article.body for block in article.blocks)
    home = next((article for article, block in blocks if touch(block.text, found)), None)
    return (found, home) if home else _refused(entry, "join_no_article", NO_ARTICLE, words=words)


def _conflict(order: _Order, before: Sequence[_Order]) -> Refused | None:
    """Why an order cannot be followed beside the ones before it."""
    for other in before:
        if {order.start, order.rest} == {other.start, other.rest} and order.entry.joins != other.entry.joins:
            return _refused(order.entry, "corrected_twice", TAKEN, words=order.entry.words, line=_line(other))
    joins = [other for other in before if other.entry.joins] if order.entry.joins else []
    for other in joins:
        if order.start == other.start or order.rest == other.rest:
            return _refused(order.entry, "corrected_twice", TAKEN, words=order.entry.words, line=_line(other))
    follows = {other.start: other for other in joins}
    last = order.rest
    while last in follows:
        if follows[last].rest == order.start:
            return _refused(order.entry, "join_circle", CIRCLE, words=order.entry.words, line=_line(follows[last]))
        last = follows[last].rest
    return None


def _line(order: _Order) -> str:
    return f"{order.entry.said.file}:{order.entry.said.line}"


def _refused(entry: Ruling, what: str, reason: str, **found: str) -> Refused:
    return Refused(entry.said.file, entry.said.line, what, reason.format(**found), tuple(found.items()))
