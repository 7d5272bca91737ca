"""Policy cards (政策卡): what a notice gives to whom, from which threshold, at which rate, up to which cap.

Nothing is computed. A card of an article that is not whole says so, and which half is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model import Article, Direction, Facts, Figure, Jump, Kind, Sentence
from ...model.weighed import hold
from ...rules import rules
from ...text import Text
from ..address import POLICIES
from ..desk import Desk
from ..escape import Md
from ..spreadsheet import SOURCE, source_cells
from ..teller import Teller
from .cells import plain, seal, silent, stacked
from .layout import Board, Carried, Section

SHOWN = ("threshold", "rate", "amount", "cap")
COLUMNS = ("policy_measure", "policy_said", "policy_who", *(f"policy_{kind}" for kind in SHOWN))
BINDS = frozenset({"rate", "cap"})
ENOUGH = 2  # rates and caps in an article that is no policy text by its genre
WHO = ("given_to", "gets", "about")
POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Measure:
    """A sentence that gives something, or (without figures) a measure that is printed without any number."""

    name: Text | None
    said: Text
    who: Text | None
    figures: tuple[Figure, ...]

    def of(self, kind: str) -> tuple[Figure, ...]:
        """Its figures of one kind."""
        return tuple(figure for figure in self.figures if figure.kind == kind)


@dataclass(frozen=True, slots=True)
class Card:
    """An article that prints measures."""

    article: Article
    measures: tuple[Measure, ...]


def board(desk: Desk) -> Board:
    """The page of policy cards."""
    teller = Teller(desk, POLICIES)
    found = cards(desk)
    sections = tuple(_section(teller, number, card) for number, card in enumerate(found, 1))
    intro = desk.words("policies_intro", count=len(found)) if found else desk.words("policies_none")
    columns = ("col_measure", "policy_said", "policy_who", *(f"policy_{kind}" for kind in SHOWN), *SOURCE)
    rows = tuple(_plain(desk, card.article, measure) for card in found for measure in card.measures)
    carried = Carried("policies.csv", "policies_title", columns, rows)
    return Board(POLICIES, "policies_title", intro, sections, (carried,))


def cards(desk: Desk) -> tuple[Card, ...]:
    """The articles that print measures with rates or caps, in their order."""
    found = []
    for article in desk.library.articles:
        facts = desk.library.facts[article.id]
        if any(figure.kind in BINDS for figure in facts.figures):
            measures = tuple(_measures(article, facts))
            if _is_card(article, measures):
                found.append(Card(article, measures))
    return tuple(found)


def _is_card(article: Article, measures: Iterable[Measure]) -> bool:
    binding = [figure for measure in measures for figure in measure.figures if figure.kind in BINDS]
    return len(binding) >= (1 if article.genre == POLICY else ENOUGH)


def _measures(article: Article, facts: Facts) -> Iterator[Measure]:
    """The sentences that give something; in a policy text also the measures without a number."""
    body = article.body
    figures = _by_paragraph(facts.figures)
    giving: dict[int, list[Measure]] = {}
    for sentence in facts.sentences:
        if article.prints_again(sentence.text):
            continue
        own = tuple(_within(figures.get(sentence.paragraph, ()), sentence.text))
        if _gives(sentence, own):
            name = _name(article, sentence.paragraph)
            giving.setdefault(sentence.paragraph, []).append(Measure(name, sentence.text, _who(sentence.text), own))
    for place, block in enumerate(body):
        yield from giving.get(place, ())
        if place not in giving and article.genre == POLICY and block.kind is not Kind.SUBHEAD:
            name = _called(block.text)
            if name:
                yield Measure(name, name, None, ())


def _by_paragraph(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.paragraph is not None and figure.text.spans:
            found.setdefault(figure.paragraph, []).append(figure)
    return found


def _within(figures: Sequence[Figure], text: Text) -> Iterator[Figure]:
    """The figures that stand in a sentence of their own paragraph."""
    yield from (figure for figure in figures if hold((text,), figure.text))


def _gives(sentence: Sentence, figures: Iterable[Figure]) -> bool:
    kinds = {figure.kind for figure in figures if rules("tables")["money"].fullmatch(figure.unit)}
    return bool(kinds & {"rate", "cap", "amount"}) and bool(rules("tables")["pays"].search(sentence.text.value))


def _name(article: Article, place: int) -> Text | None:
    """What a measure is called: by the first words of its paragraph, or by the subhead above it."""
    own = _called(article.body[place].text)
    if own:
        return own
    above = (block.text for block in article.body[place::-1] if block.kind is Kind.SUBHEAD)
    return next(above, None)


def _called(paragraph: Text) -> Text | None:
    match = rules("tables")["measure"].match(paragraph.value)
    return paragraph.group(match, "name") if match else None


def _who(sentence: Text) -> Text | None:
    """To whom it is given, by the words of the sentence."""
    for name in WHO:
        found = [sentence.group(match, "who") for match in rules("tables")[name].pattern.finditer(sentence.value)]
        if found:
            return found[-1]
    return None


def _section(teller: Teller, number: int, card: Card) -> Section:
    desk = teller.desk
    heading = teller.cell(seal(desk, card.article), desk.opens(card.article, POLICIES))
    issue = desk.issue_line(desk.library.issue_of(card.article))
    rows = tuple(_row(teller, card.article, measure) for measure in card.measures)
    said = (issue, *_torn(desk, card.article), *_announced(desk, card.article))
    return Section(f"card{number}", heading, COLUMNS, rows, said, counted=False)


def _torn(desk: Desk, article: Article) -> Iterator[str]:
    """That a half is missing, and which."""
    for jump in (article.begins_elsewhere, article.ends_elsewhere):
        if jump:
            side = "before" if jump.direction is Direction.FROM else "after"
            yield desk.words(f"policy_torn_{side}", where=_elsewhere(desk, jump))


def _elsewhere(desk: Desk, jump: Jump) -> str:
    return desk.words("missing_unknown_page" if jump.page is None else "missing_on_page", page=jump.page)


def _announced(desk: Desk, article: Article) -> Iterator[str]:
    """How many measures the headline announces, when only a part of them is here."""
    if article.kind == "article" or article.headline is None:
        return
    for figure in desk.library.facts[article.id].figures:
        counts = figure.paragraph is None and rules("tables")["measures"].fullmatch(figure.unit)
        if counts and hold((article.headline,), figure.text):
            yield desk.words("policy_announced", words=figure.text.value)


def _row(teller: Teller, article: Article, measure: Measure) -> tuple[Md, ...]:
    lines = teller.desk.lines(measure.said, teller.here)
    name = teller.words(measure.name) if measure.name else _unnamed(teller, article)
    if not measure.figures:
        return (name, teller.cell(silent(teller, "policy_no_number"), lines), *([Md("")] * 5))
    cells = (stacked(_figure(teller, figure) for figure in measure.of(kind)) for kind in SHOWN)
    return (
        name,
        teller.cell(teller.words(measure.said), lines),
        teller.words(measure.who) if measure.who else silent(teller, "not_said"),
        *(cell or silent(teller, "not_said") for cell in cells),
    )


def _unnamed(teller: Teller, article: Article) -> Md:
    """What to say where a measure has no name here: it may stand in the half that is missing."""
    return silent(teller, "policy_named_before" if article.begins_elsewhere else "policy_unnamed")


def _figure(teller: Teller, figure: Figure) -> Md:
    return teller.cell(teller.figure(figure), teller.doubt(figure.doubt))


def _plain(desk: Desk, article: Article, measure: Measure) -> tuple[str, ...]:
    cells = (desk.words("reason_comma").join(map(_whole, measure.of(kind))) for kind in SHOWN)
    said = measure.said.value if measure.figures else ""
    source = source_cells(desk, article, measure.said)
    return (plain(measure.name), said, plain(measure.who), *cells, *source)


def _whole(figure: Figure) -> str:
    """A figure with the word that limits it."""
    limit = figure.qualifier
    if limit is None or limit.value in figure.text.value or not limit.spans or not figure.text.spans:
        return figure.text.value
    both = (limit, figure.text) if limit.start < figure.text.start else (figure.text, limit)
    return "".join(text.value for text in both)
