"""Policy cards (政策卡): what a notice gives to whom, from which threshold, at which rate, up to which cap.

Nothing is computed. A card of an article that is not whole says so, and which half is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model import Article, Direction, Facts, Figure, Kind, Sentence
from ...model.weighed import hold
from ...rules import rules
from ...text import Text
from ..address import POLICIES
from ..desk import Desk
from ..escape import Md
from ..spreadsheet import SOURCE, reason, source_cells
from ..teller import Teller
from .cells import elsewhere, plain, seal, silent, stacked
from .layout import Board, Carried, Section

SHOWN = ("threshold", "rate", "amount", "cap")
COLUMNS = ("policy_measure", "policy_said", "policy_who", *(f"policy_{kind}" for kind in SHOWN))
BINDS = frozenset({"rate", "cap"})
ENOUGH = 2  # rates and caps in an article that is no policy text by its genre
WHO = ("given_to", "gets", "about")
POLICY = "policy"
DURATION = "figures.duration_open"


@dataclass(frozen=True, slots=True)
class Measure:
    """A sentence that gives something, or (without figures) a measure that is printed without any number."""

    name: Text | None
    said: Text
    who: Text | None
    figures: tuple[Figure, ...]
    paragraph: int = 0

    def of(self, kind: str) -> tuple[Figure, ...]:
        """Its figures of one kind."""
        return tuple(figure for figure in self.figures if figure.kind == kind)

    def words_of(self, figure: Figure) -> Text | None:
        """A figure with the words around it that say for what it is given: 每场活动…, 每个企业每年…, …的一次性.

        As printed, without a gap; None where no such words stand by it.
        """
        first, last = _place(self.said, figure)
        if first is None or last is None:
            return None
        per = rules("tables")["per"].pattern.search(self.said.value, 0, first)
        once = rules("tables")["once"].pattern.match(self.said.value, last)
        if per is None and once is None:
            return None
        return self.said[per.start() if per else first : once.end() if once else last]

    def has_cap_for_each(self) -> bool:
        """Whether it caps what each may get: such a cap may hold for the sentence before it too."""
        words = [self.words_of(figure) for figure in self.of("cap")]
        return any(text is not None and text.value.startswith("每") for text in words)


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
    columns = ("col_measure", "policy_said", "policy_who", *(f"policy_{kind}" for kind in SHOWN), "col_doubt", *SOURCE)
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
            measure = Measure(name, sentence.text, _who(sentence.text), own, sentence.paragraph)
            giving.setdefault(sentence.paragraph, []).append(measure)
    for place, block in enumerate(body):
        yield from giving.get(place, ())
        if place not in giving and article.genre == POLICY and block.kind is not Kind.SUBHEAD:
            name = _called(block.text)
            if name:
                yield Measure(name, block.text, None, (), place)


def _by_paragraph(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.paragraph is not None and figure.text.spans:
            found.setdefault(figure.paragraph, []).append(figure)
    return found


def _within(figures: Sequence[Figure], text: Text) -> Iterator[Figure]:
    """The figures that stand in a sentence of their own paragraph."""
    yield from (figure for figure in figures if hold((text,), figure.text))


def _place(said: Text, figure: Figure) -> tuple[int | None, int | None]:
    """Where a figure and the word that limits it begin and end in a sentence; None for what does not stand in it."""
    limit = figure.qualifier
    parts = (figure.text, limit) if limit is not None and limit.spans else (figure.text,)
    spans = [part.spans for part in parts if part.seeds == said.seeds[:1] and hold((said,), part)]
    if len(spans) < len(parts):
        return None, None
    places = {offset: index for index, offset in enumerate(said.offsets())}
    first = places.get(min(own[0].start for own in spans))
    last = places.get(max(own[-1].end for own in spans) - 1)
    return first, None if last is None else last + 1


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
    behind = (*card.measures[1:], None)
    rows = tuple(_row(teller, card.article, *pair) for pair in zip(card.measures, behind, strict=True))
    said = (issue, *_torn(desk, card.article), *_announced(desk, card.article))
    return Section(f"card{number}", heading, COLUMNS, rows, said, counted=False)


def _torn(desk: Desk, article: Article) -> Iterator[str]:
    """That a half is missing, and which."""
    for jump in (article.begins_elsewhere, article.ends_elsewhere):
        if jump:
            side = "before" if jump.direction is Direction.FROM else "after"
            yield desk.words(f"policy_torn_{side}", where=elsewhere(desk, jump))


def _announced(desk: Desk, article: Article) -> Iterator[str]:
    """How many measures the headline announces, when only a part of them is here."""
    if article.kind == "article" or article.headline is None:
        return
    for figure in desk.library.facts[article.id].figures:
        counts = figure.paragraph is None and rules("tables")["measures"].fullmatch(figure.unit)
        if counts and hold((article.headline,), figure.text):
            yield desk.words("policy_announced", words=figure.text.value)


def _row(teller: Teller, article: Article, measure: Measure, behind: Measure | None) -> tuple[Md, ...]:
    lines = teller.desk.lines(measure.said, teller.here)
    name = teller.words(measure.name) if measure.name else _unnamed(teller, article)
    if not measure.figures:
        return (name, teller.cell(silent(teller, "policy_no_number"), lines), *([Md("")] * 5))
    cells = {kind: stacked(_figure(teller, measure, figure) for figure in measure.of(kind)) for kind in SHOWN}
    if not cells["cap"] and behind and behind.paragraph == measure.paragraph and behind.has_cap_for_each():
        cells["cap"] = silent(teller, "policy_cap_behind")
    return (
        name,
        teller.cell(teller.words(measure.said), lines),
        teller.words(measure.who) if measure.who else silent(teller, "not_said"),
        *(cell or silent(teller, "not_said") for cell in cells.values()),
    )


def _unnamed(teller: Teller, article: Article) -> Md:
    """What to say where a measure has no name here: it may stand in the half that is missing."""
    return silent(teller, "policy_named_before" if article.begins_elsewhere else "policy_unnamed")


def _figure(teller: Teller, measure: Measure, figure: Figure) -> Md:
    words = measure.words_of(figure)
    return teller.cell(teller.words(words) if words else teller.figure(figure), teller.doubt(_doubt(figure)))


def _doubt(figure: Figure) -> str:
    """Why a figure is doubtful; that a duration might be read as a date says nothing against a threshold."""
    return "" if figure.doubt == DURATION else figure.doubt


def _plain(desk: Desk, article: Article, measure: Measure) -> tuple[str, ...]:
    comma = desk.words("reason_comma")
    cells = (comma.join(_whole(measure, figure) for figure in measure.of(kind)) for kind in SHOWN)
    doubts = comma.join(dict.fromkeys(reason(_doubt(figure)) for figure in measure.figures if _doubt(figure)))
    said = measure.said.value if measure.figures else ""
    source = source_cells(desk, article, measure.said)
    return (plain(measure.name), said, plain(measure.who), *cells, doubts, *source)


def _whole(measure: Measure, figure: Figure) -> str:
    """A figure with the words that limit it, and that say for what it is given."""
    words = measure.words_of(figure)
    if words:
        return words.value
    limit = figure.qualifier
    if limit is None or limit.value in figure.text.value or not limit.spans or not figure.text.spans:
        return figure.text.value
    both = (limit, figure.text) if limit.start < figure.text.start else (figure.text, limit)
    return "".join(text.value for text in both)
