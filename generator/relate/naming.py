"""Who is meant by a name: names are taken for one where a rule says so, and never because they merely sound alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Article, Document, Facts, Mention
from ..rules import rules
from ..text import Text
from .campaigns import local_campaigns
from .names import Shared
from .origins import Origin, short
from .people import people

Named = tuple[str, Mention]


@dataclass(slots=True)
class Namings:
    """Where one name is printed, in the order of the articles: surely, and in doubt."""

    sure: list[Named] = field(default_factory=list)
    unsure: list[Named] = field(default_factory=list)

    def add(self, article: str, mention: Mention) -> None:
        """Note one more place."""
        (self.unsure if mention.doubt else self.sure).append((article, mention))


def namings(
    articles: Sequence[Article], facts: Mapping[str, Facts], origins: Mapping[str, Origin]
) -> Mapping[Shared, Namings]:
    """Where each name is printed, sorted by name; what a page prints twice is there once.

    A county or town is named where its towns and villages are. `origins`: the paper of each
    article, and its city.
    """
    found: dict[Shared, Namings] = {}
    local = local_campaigns(articles, facts, origins)
    for article in articles:
        for name, mention in _named(article, facts[article.id], origins[article.id]):
            found.setdefault(local.get((name, article.id), name), Namings()).add(article.id, mention)
    for name, named in people(articles, facts, origins):
        for article_id, mention in named:
            found.setdefault(name, Namings()).add(article_id, mention)
    return {name: found[name] for name in sorted(found)}


def _named(article: Article, facts: Facts, origin: Origin) -> Iterator[tuple[Shared, Mention]]:
    """Everything that an article names, people left out, with whom or what it means."""
    for mention in (*facts.mentions, *map(titled, facts.documents)):
        if mention.name and not article.prints_again(mention.text):
            for name in WHOSE.get(mention.type, _nobody)(mention, article.id, origin.city):
                yield name, mention
    line = article.byline
    agency = line.agency.value if line.agency else ""
    for kind, texts, house in (
        ("reporters", line.reporters, agency or origin.paper),
        ("correspondents", line.correspondents, agency or origin.paper),
        ("photographers", line.photographers, "" if agency else origin.paper),  # of a dispatch it is open whose
    ):
        for text in texts:
            whose = Shared("reporter", text.value, house, "" if house else article.id)
            yield whose, Mention(kind, text, text.value, None)


def titled(document: Document) -> Mention:
    """A document as a mention of it: its title without marks."""
    return Mention("document", document.text, bare_title(document.text), document.paragraph, doubt=document.doubt)


def bare_title(text: Text) -> str:
    """A title without the marks round it."""
    return text.value.strip("《》〈〉 　")


def _nobody(_mention: Mention, _article: str, _home: str) -> Iterable[Shared]:
    return ()


def _place(mention: Mention, _article: str, _home: str) -> Iterable[Shared]:
    """The places themselves (港澳 are two), and the counties and towns that they lie in."""
    for chain in mention.name.split(";"):
        own = Shared("place", chain)
        yield own
        links = chain.split("/")
        if own.kind in {"town", "village"} and not mention.doubt:
            above = (Shared("place", "/".join(links[:last])) for last in range(2, len(links)))
            yield from (name for name in above if name.kind in {"county", "town"})


def _initiative(mention: Mention, article: str, home: str) -> Iterable[Shared]:
    if rules("names")["row"].search(mention.name):
        yield _here(mention, article, home)
    else:
        yield Shared("initiative", mention.name)


def _organisation(mention: Mention, article: str, home: str) -> Iterable[Shared]:
    """A body by its full name; one that is called by its level alone is the city's that the paper is of."""
    known, name = rules("names"), mention.name
    if known["several"].search(name) or known["bare"].search(name):
        yield Shared("organisation", name, apart=article)
    elif known["of_city"].search(name) and home:
        yield Shared("organisation", _formal(short(home) + name))
    elif known["of_province"].search(name) and home:
        yield Shared("organisation", _formal(_province(home).removesuffix("省") + name))
    elif any(known[rule].search(name) for rule in ("own", "of_city", "of_province")):
        yield _here(mention, article, home)
    else:
        yield Shared("organisation", _formal(name))


def whose_home(name: str, city: str) -> str:
    """The city or province (its chain) that a body is of which is called by its level alone; else nothing."""
    if rules("names")["of_city"].search(name):
        return city
    return _province(city) if rules("names")["of_province"].search(name) else ""


def _province(chain: str) -> str:
    return chain.partition("/")[0]


def _document(mention: Mention, article: str, _home: str) -> Iterable[Shared]:
    known = rules("names")
    if known["plain_title"].search(mention.name):
        yield Shared("document", mention.name, apart=article)
    else:
        yield Shared("document", known["marks"].pattern.sub("", mention.name) or mention.name)


def _here(mention: Mention, article: str, home: str) -> Shared:
    """A name that is its city's own; where the city is not known, its article's."""
    return Shared(mention.type, mention.name, home, "" if home else article)


def _formal(name: str) -> str:
    return rules("names")["formal"].pattern.sub("", name)


WHOSE = {"place": _place, "initiative": _initiative, "organisation": _organisation, "document": _document}
