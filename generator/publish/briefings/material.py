"""Which sentences go into a briefing: those that name its subject, each once, under what it tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ...model import Article, Facts, Figure, Mention, Pairing, Sentence, Setup, Subject
from ...rules import rules
from ...text import Text
from ..article import doubt_view
from ..desk import Desk
from ..words import says

# The parts of a briefing in their order: what a sentence tells decides, the first that fits in `CLAIMS` order.
SECTIONS = ("defined", "did", "figures", "said", "planned", "paired", "others")
MOST = 40  # so many sentences a section has; the rest are counted
CITY, COUNTY = 2, 3  # links of a place's chain
PLANNED = frozenset({"planned", "forecast"})
DONE = frozenset({"happened", "ongoing"})

_Fact = Mention | Figure | Pairing | Setup


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of a briefing, numbered from 1, with its article and what a reader is to be warned of."""

    number: int
    sentence: Text
    article: Article
    tags: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a briefing: the rows it shows, and how many more there are."""

    section: str
    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _Told:
    sentence: Sentence
    section: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """The sentences of all articles, sorted by what they tell; made once for all briefings."""

    desk: Desk

    def subjects(self) -> Iterator[Subject]:
        """The campaigns, cities and counties that a briefing is made of."""
        return filter(is_briefed, self.desk.library.subjects)

    def parts(self, subject: Subject) -> tuple[Part, ...]:
        """The parts of the briefing on a subject, those without a sentence left out; the newest issue comes first."""
        found: dict[str, list[tuple[Article, _Told]]] = defaultdict(list)
        for article, told in self._naming(subject):
            found[told.section].append((article, told))
        number = 0
        made = []
        for section in SECTIONS:
            rows = []
            ordered = sorted(found[section], key=lambda pair: self._age(pair[0]))
            for article, told in ordered[:MOST]:
                number += 1
                rows.append(Row(number, told.sentence.text, article, self.desk.tags(article), told.warnings))
            if rows:
                made.append(Part(section, tuple(rows), max(0, len(ordered) - MOST)))
        return tuple(made)

    def _naming(self, subject: Subject) -> Iterator[tuple[Article, _Told]]:
        """The sentences that name a subject or tell a fact of it, once each however often a page prints them."""
        dossier = self.desk.library.dossier_of(subject)
        defined = {_place(saying.sentence) for saying in dossier.defined[:1]}
        named: list[tuple[str, _Fact]] = [*subject.mentions]
        named += [*dossier.figures, *dossier.pairings, *dossier.setups]
        seen: set[tuple[str, int]] = set()
        printed: set[str] = set()
        for name, fact in named:
            if fact.doubt or fact.paragraph is None:
                continue
            for told in self.told[name].get(fact.paragraph, ()):
                sentence = told.sentence.text
                place = _place(sentence)
                if place in seen or sentence.value in printed or not fact.text.begins_in(sentence):
                    continue
                seen.add(place)
                printed.add(sentence.value)
                yield self.desk.article[name], replace(told, section="defined") if place in defined else told

    def _age(self, article: Article) -> int:
        dated = self.desk.library.issue_of(article).dated
        return -(dated.value.end if dated else date.min).toordinal()

    @cached_property
    def told(self) -> Mapping[str, Mapping[int, tuple[_Told, ...]]]:
        """The sentences of each article by paragraph, without those that it prints again."""
        return {article.id: self._of(article) for article in self.desk.library.articles}

    def _of(self, article: Article) -> Mapping[int, tuple[_Told, ...]]:
        facts = self.desk.library.facts[article.id]
        claims = _claims(facts)
        doubts = self._doubts(article, facts)
        made: dict[int, list[_Told]] = defaultdict(list)
        for sentence in _whole(facts.sentences):
            if article.repeats and article.prints_again(sentence.text):
                continue
            here = claims.get(sentence.paragraph, ())
            section = next((kind for kind, text in here if text.begins_in(sentence.text)), "others")
            warnings = tuple(dict.fromkeys(why for text, why in doubts if why and text.begins_in(sentence.text)))
            made[sentence.paragraph].append(_Told(sentence, section, warnings))
        return {paragraph: tuple(told) for paragraph, told in made.items()}

    def _doubts(self, article: Article, facts: Facts) -> list[tuple[Text, str]]:
        """What is doubtful in an article, and why, in words."""
        views = ((doubt.text, doubt_view(self.desk, doubt, "index.md")) for doubt in article.doubts)
        found = [(text, str(view["why"])) for text, view in views if not view["answer"]]
        found += [(figure.text, says("figures", figure.doubt)) for figure in facts.figures if figure.doubt]
        planned = self.desk.words("briefing_partly_planned")
        found += [(figure.text, planned) for figure in facts.figures if figure.status in PLANNED]
        found += [(quote.text, says("quotes", quote.doubt)) for quote in facts.quotes if quote.doubt]
        return found


def is_briefed(subject: Subject) -> bool:
    """Whether a briefing is made of a subject: of a campaign, city or county that the text of an article names."""
    depth = len(subject.name.split("/")) if subject.type == "place" else 0
    named = any(mention.paragraph is not None for _, mention in subject.mentions)
    return named and (subject.type == "initiative" or depth in (CITY, COUNTY))


def _whole(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, each with those that only go on from it (其中197个…): alone they would say another thing."""
    held: list[Sentence] = []
    for sentence in sentences:
        goes_on = held and held[-1].paragraph == sentence.paragraph
        if goes_on and rules("briefing")["goes_on"].pattern.search(sentence.text.value):
            held[-1] = Sentence(held[-1].text + sentence.text, sentence.paragraph)
        else:
            held.append(sentence)
    return iter(held)


def _claims(facts: Facts) -> Mapping[int, list[tuple[str, Text]]]:
    """What each paragraph's sentences could stand under, and by which words; what is only planned goes first."""
    listed: list[tuple[str, int | None, Text]] = [
        *(("planned", event.paragraph, event.date.text) for event in facts.events if event.status == "planned"),
        *(("paired", pairing.paragraph, pairing.text) for pairing in facts.pairings if not pairing.doubt),
        *(("figures", figure.paragraph, figure.text) for figure in facts.figures if _is_reported(figure)),
        *(("planned", figure.paragraph, figure.text) for figure in facts.figures if figure.status in PLANNED),
        *(("said", quote.paragraph, quote.text) for quote in facts.quotes if quote.speaker),
        *(("did", event.paragraph, event.date.text) for event in facts.events if event.status in DONE),
        *(("did", setup.paragraph, setup.text) for setup in facts.setups if not setup.doubt),
    ]
    found: dict[int, list[tuple[str, Text]]] = defaultdict(list)
    for kind, paragraph, text in listed:
        if paragraph is not None:
            found[paragraph].append((kind, text))
    return found


def _is_reported(figure: Figure) -> bool:
    return not figure.doubt and figure.status not in PLANNED


def _place(text: Text) -> tuple[str, int]:
    return text.seeds[0], text.start


def count(parts: Iterable[Part]) -> int:
    """How many sentences the parts show."""
    return sum(len(part.rows) for part in parts)
