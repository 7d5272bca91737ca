"""What a report asks for: facts of articles, by campaign, page, place, words and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, singledispatch

from ...errors import ReportError
from ...model import Article, Document, Facts, Listing, Mention, Pairing, Quote
from ...model.reports import Fact, Found, Query
from ...text import Text
from .numbers import inked
from .shelf import Place, Shelf, near_names

SEVERAL = ";"  # between the chains of a name that means several places
QUOTES = '“”"《》'
Counted = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Ask:
    """A query, its words turned into what they mean: the articles that it looks at, and what it takes of them."""

    articles: tuple[Article, ...]
    campaigns: frozenset[str]
    chains: tuple[str, ...]
    words: tuple[str, ...]
    places: tuple[Place, ...]
    shelf: Shelf

    def takes(self, article: Article, text: Text, scope: str = "") -> bool:
        """Whether a fact with these words, in an article, is asked for."""
        if self.places and not any(self._touches(text, place) for place in self.places):
            return False
        if not (self.words or self.chains):
            return True
        around = self._around(article, text)
        ink = inked(around.value)
        if any(word not in ink for word in self.words):
            return False
        return not self.chains or self._lies_in(article, around, scope)

    def _touches(self, text: Text, place: Place) -> bool:
        return any(
            seed == place.page.seed.id and first <= place.last and last >= place.first
            for seed, first, last in self.shelf.library.lines_of(text)
        )

    def _around(self, article: Article, text: Text) -> Text:
        """The sentence round some words; in a head, the head."""
        sentences = (sentence.text for sentence in self.shelf.library.facts[article.id].sentences)
        blocks = (block.text for block in article.blocks)
        return next((one for one in (*sentences, *blocks) if text.begins_in(one)), text)

    def _lies_in(self, article: Article, around: Text, scope: str) -> bool:
        mentions = self.shelf.library.facts[article.id].mentions
        named = (one.name for one in mentions if one.type == "place" and not one.doubt and one.text.begins_in(around))
        links = (link for name in (scope, *named) for link in name.split(SEVERAL))
        return any(_inside(name, chain) for name in links for chain in self.chains)


def _inside(name: str, chain: str) -> bool:
    return name == chain or name.startswith(f"{chain}/")


@dataclass(frozen=True)
class Desk:
    """Answers what reports ask."""

    shelf: Shelf

    def rows(self, query: Query) -> tuple[Found, ...]:
        """The rows that a query finds, in the order of the articles. Raises ReportError when there are none."""
        ask = self.ask(query)
        found = tuple(row for article in ask.articles for row in TELLERS[query.kind](ask, article))
        if not found:
            asked = "；".join(f"{one.key}: {'、'.join(one.words)}" for one in query.asked if one.key != "name")
            reason = f"nothing is found for `{query.kind}` with {asked}; ask for less, or look at the article"
            raise ReportError(query.line, "report_found_none", reason, kind=query.kind, asked=asked)
        return found

    def ask(self, query: Query) -> Ask:
        """What a query means. Raises ReportError for a name that is not known."""
        campaigns = {word for one in query.values("of") for word in self._campaign(one.words, one.line)}
        chains = [self._chain(word, one.line) for one in query.values("place") for word in one.words]
        words = [inked(word) for one in query.values("words") for word in one.words]
        places = [self.shelf.place(word, one.line) for one in query.values("lines") for word in one.words]
        listed = self._within(query)
        articles = [
            article
            for article in self.shelf.library.articles
            if (listed is None or article.id in listed) and (not campaigns or campaigns & self._campaigns[article.id])
        ]
        return Ask(tuple(articles), frozenset(campaigns), tuple(chains), tuple(words), tuple(places), self.shelf)

    def _within(self, query: Query) -> set[str] | None:
        """The ids of the articles that `in` names; None where it names none."""
        asked = query.values("in")
        if not asked:
            return None
        found: set[str] = set()
        for one in asked:
            for word in one.words:
                if self._is_article(word):
                    found.add(self.shelf.article(word, one.line).id)
                    continue
                page = self.shelf.page(word, one.line).seed.id
                found |= {article.id for article in self.shelf.library.articles if page in article.seeds}
        return found

    def _is_article(self, word: str) -> bool:
        name, _, ink = word.rpartition("-")
        pages = self.shelf.library.pages
        if not name or not ink.isdigit() or any(page.seed.name.startswith(word) for page in pages):
            return False
        return any(page.seed.name.startswith(name) or page.seed.id.startswith(name) for page in pages)

    @cached_property
    def _campaigns(self) -> Mapping[str, set[str]]:
        """The campaigns that each article names."""
        return {name: {one.name for one in _named(facts)} for name, facts in self.shelf.library.facts.items()}

    def _campaign(self, words: Iterable[str], line: int) -> Iterator[str]:
        known = sorted({name for names in self._campaigns.values() for name in names})
        plain = {inked(name).strip(QUOTES): name for name in known}
        for word in words:
            name = plain.get(inked(word).strip(QUOTES))
            if name is None:
                near = near_names(word, known)
                reason = f"no article names a campaign “{word}”; the nearest: {near}"
                raise ReportError(line, "report_name", reason, asked="of", words=word, near=near)
            yield name

    @cached_property
    def _places(self) -> Mapping[str, list[str]]:
        """The chains of the places that the articles name, and of those these lie in, by their last link."""
        found: dict[str, set[str]] = {}
        for facts in self.shelf.library.facts.values():
            for mention in facts.mentions:
                if mention.type != "place" or not mention.name or mention.doubt:
                    continue
                for links in (name.split("/") for name in mention.name.split(SEVERAL)):
                    for depth in range(1, len(links) + 1):
                        found.setdefault(links[depth - 1], set()).add("/".join(links[:depth]))
        return {last: sorted(chains) for last, chains in found.items()}

    def _chain(self, word: str, line: int) -> str:
        *above, last = word.split("/")
        chains = [one for one in self._places.get(last, ()) if one.split("/")[-len(above) - 1 :] == [*above, last]]
        if len(chains) == 1:
            return chains[0]
        if chains:
            near = "、".join(chains)
            reason = f"several places are called “{word}”: {near}; write the one with what it lies in"
            raise ReportError(line, "report_places", reason, words=word, near=near)
        near = near_names(last, sorted(self._places))
        reason = f"no article names a place “{word}”; the nearest: {near}"
        raise ReportError(line, "report_name", reason, asked="place", words=word, near=near)


def _named(facts: Facts) -> Iterator[Mention]:
    return (one for one in facts.mentions if one.type == "initiative" and not one.doubt)


# ── what each kind of table tells ─────────────────────────────


def _figures(ask: Ask, article: Article) -> Iterator[Found]:
    for one in ask.shelf.library.facts[article.id].figures:
        if ask.takes(article, one.text, one.scope):
            yield Found(article.id, one)


def _events(ask: Ask, article: Article) -> Iterator[Found]:
    for one in ask.shelf.library.facts[article.id].events:
        if ask.takes(article, one.sentence):
            yield Found(article.id, one)


def _promises(ask: Ask, article: Article) -> Iterator[Found]:
    for one in ask.shelf.library.promises:
        if one.article == article.id and ask.takes(article, one.sentence):
            yield Found(article.id, one)


def _facts(name: str) -> Callable[[Ask, Article], Iterator[Found]]:
    def tell(ask: Ask, article: Article) -> Iterator[Found]:
        for one in getattr(ask.shelf.library.facts[article.id], name):
            if ask.takes(article, one.text):
                yield Found(article.id, one, _counted(one))

    return tell


def _articles(ask: Ask, article: Article) -> Iterator[Found]:
    facts = ask.shelf.library.facts[article.id]
    told = [one.text for one in _named(facts) if one.name in ask.campaigns]
    told += [sentence.text for sentence in facts.sentences] if ask.words or ask.chains or ask.places else []
    naming = next((text for text in told if ask.takes(article, text)), None)
    if naming is not None or not (ask.words or ask.chains or ask.places):
        yield Found(article.id, None, (("stories", (article.id,)),), naming)


def _values(texts: Iterable[Text | None]) -> tuple[str, ...]:
    return tuple(inked(text.value) for text in texts if text)


@singledispatch
def _counted(_fact: Fact) -> Counted:
    """What a row is about, by the name of the column, for counting; nothing for most kinds of facts."""
    return ()


@_counted.register
def _(fact: Pairing) -> Counted:
    return (("helpers", _values(fact.helpers)), ("helped", _values(fact.helped)))


@_counted.register
def _(fact: Quote) -> Counted:
    return (("speakers", _values((fact.speaker,))),)


@_counted.register
def _(fact: Document) -> Counted:
    return (("titles", _values((fact.text,))),)


@_counted.register
def _(fact: Listing) -> Counted:
    return (("entries", _values(fact.items)),)


TELLERS: Mapping[str, Callable[[Ask, Article], Iterator[Found]]] = {
    "figures": _figures,
    "timeline": _events,
    "articles": _articles,
    "promises": _promises,
    "quotes": _facts("quotes"),
    "pairings": _facts("pairings"),
    "documents": _facts("documents"),
    "setups": _facts("setups"),
    "lists": _facts("lists"),
    "roles": _facts("roles"),
}
