"""How near the program comes to what a person says is on a page.

Each score compares two sets of answers, the person's and the program's: an answer that only one of them gives counts
against the program, whether it was missed or made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.model import BODY, Article, Block, DateRange, Kind, Page
from generator.text import Text, is_blank
from tests.truth.reading import Truth

Answers = frozenset[tuple[Any, ...]]
PARTS = ("reporters", "correspondents", "photographers")
HEADS = {"title": "headline", "kicker": "kicker", "deck": "deck", "column": "column"}


@dataclass(frozen=True)
class Trial:
    """A page as a person and as the program read it; `names`: recovered article's id to the person's name for it."""

    truth: Truth
    page: Page
    names: Mapping[str, str]

    def name_of(self, article: Article) -> str:
        """What a person calls the article; its id when no person would know it."""
        return self.names.get(article.id, article.id)


@dataclass(frozen=True)
class Score:
    """The answers of both sides to one question, for one page or for many."""

    true: Answers
    said: Answers

    @property
    def right(self) -> int:
        """How many answers both sides give."""
        return len(self.true & self.said)

    @property
    def wrong(self) -> int:
        """How many answers only one side gives."""
        return len(self.true ^ self.said)

    @property
    def reached(self) -> float:
        """The F1 of the program's answers; 1 where neither side has any."""
        return 2 * self.right / (2 * self.right + self.wrong) if self.true or self.said else 1.0


def measure(truth: Truth, page: Page) -> dict[str, Score]:
    """Every score of one page; what stays open is read as the program does, if that is one of the readings accepted."""
    trial = settled(Trial(truth, page, matched(truth, page)))
    return {name: score(trial) for name, score in SCORES.items()}


def settled(trial: Trial) -> Trial:
    """The same page with each open question answered in the way that the program comes nearest to."""
    for question in trial.truth.either:
        ways = [trial, *(Trial(trial.truth.read_as(other), trial.page, trial.names) for other in question)]
        trial = min(ways, key=lambda way: sum(score(way).wrong for score in SCORES.values()))
    return trial


def matched(truth: Truth, page: Page) -> dict[str, str]:
    """The person's name for each recovered article, by id: of the one with which it shares most of both their ink."""
    found: dict[str, str] = {}
    for article in page.articles:
        theirs = {offset for block in article.blocks for offset in ink(block.text)}
        for name in truth.articles:
            own = {offset for unit in truth.units if unit.article == name for offset in unit.ink}
            if 2 * len(own & theirs) > max(len(own), len(theirs)):
                found[article.id] = name
    return found


def ink(text: Text) -> tuple[int, ...]:
    """The offsets of a text's inked characters, in reading order."""
    pairs = zip(text.value, text.offsets(), strict=True)
    return tuple(offset for character, offset in pairs if offset is not None and not is_blank(character))


def bodies(trial: Trial) -> Score:
    """Whole bodies: every character, in reading order."""
    true = [sum(trial.truth.ink_of(name, *BODY), ()) for name in trial.truth.articles]
    said = [sum((ink(block.text) for block in article.body), ()) for article in trial.page.articles]
    return Score(frozenset((body,) for body in true if body), frozenset((body,) for body in said if body))


def units(*roles: Kind) -> Callable[[Trial], Score]:
    """Units of these roles: the same characters, in the same order, in the same article, under the same role."""

    def score(trial: Trial) -> Score:
        true = ((unit.article, unit.role, unit.ink) for unit in trial.truth.units if unit.role in roles)
        said = ((owner, block.kind, ink(block.text)) for owner, block in _owned(trial) if block.kind in roles)
        return Score(frozenset(true), frozenset(said))

    return score


def _owned(trial: Trial) -> Iterable[tuple[str | None, Block]]:
    for article in trial.page.articles:
        yield from ((trial.name_of(article), block) for block in article.blocks)
    yield from ((None, block) for block in trial.page.furniture)


def furniture(trial: Trial) -> Score:
    """Lines, or parts of lines, of no article."""
    true = (offset for unit in trial.truth.units if unit.article is None for offset in unit.ink)
    said = (offset for block in trial.page.furniture for offset in ink(block.text))
    return Score(_by_line(trial, true), _by_line(trial, said))


def _by_line(trial: Trial, offsets: Iterable[int]) -> Answers:
    return frozenset((line, tuple(part)) for line, part in groupby(sorted(offsets), key=trial.truth.seed.line_of))


def heads(field: str) -> Callable[[Trial], Score]:
    """Headlines (kickers, decks, columns) as they read, blanks aside; an article without one gives no answer."""

    def score(trial: Trial) -> Score:
        true = ((name, _plain(entry[field])) for name, entry in trial.truth.articles.items() if entry.get(field))
        views = ((article, getattr(article, HEADS[field])) for article in trial.page.articles)
        return Score(
            frozenset(true), frozenset((trial.name_of(article), _plain(text.value)) for article, text in views if text)
        )

    return score


def _plain(value: str) -> str:
    return "".join(character for character in value if not is_blank(character))


def bylines(trial: Trial) -> Score:
    """Who reported, wrote in and took the pictures: the names of each article and part, in order."""
    true = (
        (name, part, tuple(entry[part]))
        for name, entry in trial.truth.articles.items()
        for part in PARTS
        if entry.get(part)
    )
    said = (
        (trial.name_of(article), part, tuple(text.value for text in names))
        for article in trial.page.articles
        for part in PARTS
        if (names := getattr(article.byline, part))
    )
    return Score(frozenset(true), frozenset(said))


def datelines(trial: Trial) -> Score:
    """The agency, and whence and of which day its report is."""
    true: list[tuple[Any, ...]] = []
    for name, entry in trial.truth.articles.items():
        line = entry.get("dateline") or {}
        true += [(name, entry.get("agency")), (name, line.get("place")), (name, line.get("date"))]
    said: list[tuple[Any, ...]] = []
    for article in trial.page.articles:
        agency, line = article.byline.agency, article.dateline
        values = (agency and agency.value, line and line.place and line.place.value, line and line.day)
        said += [(trial.name_of(article), value) for value in values]
    return Score(*(frozenset(answer for answer in side if answer[1] is not None) for side in (true, said)))


def jumps(trial: Trial) -> Score:
    """The jump marks, in and out, and the pages that they name."""
    true = (
        (name, way, entry[way])
        for name, entry in trial.truth.articles.items()
        for way in ("from", "to")
        if entry.get(way)
    )
    said = (
        (trial.name_of(article), str(jump.direction), jump.page)
        for article in trial.page.articles
        for jump in article.jumps
    )
    return Score(frozenset(true), frozenset(said))


def dates(trial: Trial) -> Score:
    """The days on which the issue may have come out: a first and a last that a person accepts."""
    true, said = trial.truth.issue["date"], trial.page.issue.dated
    right = [true["start"][-1], true["end"][0]]
    if said:
        for side, day in enumerate((said.value.start, said.value.end)):
            first, last = true[("start", "end")[side]]
            right[side] = day if first <= day <= last else right[side]
    return Score(
        frozenset({(DateRange(*right), true["basis"])}),
        frozenset({(said.value, str(said.basis))}) if said else frozenset(),
    )


def papers(trial: Trial) -> Score:
    """The newspaper's name, and whether it is printed or inferred."""
    true, said = trial.truth.issue["publication"], trial.page.issue.publication
    return Score(
        frozenset({(true["name"], true["basis"])}) if true else frozenset(),
        frozenset({(said.value, str(said.basis))}) if said else frozenset(),
    )


def folios(trial: Trial) -> Score:
    """The number of the page in its issue."""
    true, said = trial.truth.issue["page"], trial.page.issue.page
    return Score(frozenset({(true,)}) if true else frozenset(), frozenset({(said.value,)}) if said else frozenset())


def genres(trial: Trial) -> Score:
    """What sort of article each is; one of which the program does not say it gives no answer."""
    true = ((name, entry["genre"]) for name, entry in trial.truth.articles.items() if entry["genre"])
    said = ((trial.name_of(article), article.genre) for article in trial.page.articles if article.genre)
    return Score(frozenset(true), frozenset(said))


SCORES: dict[str, Callable[[Trial], Score]] = {
    "articles": bodies,
    "paragraphs": units(Kind.PARAGRAPH),
    "items": units(Kind.ITEM),
    "subheads": units(Kind.SUBHEAD),
    "captions": units(Kind.CAPTION),
    "furniture": furniture,
    "headlines": heads("title"),
    "kickers": heads("kicker"),
    "decks": heads("deck"),
    "bylines": bylines,
    "datelines": datelines,
    "jumps": jumps,
    "columns": heads("column"),
    "genres": genres,
    "dates": dates,
    "papers": papers,
    "folios": folios,
}
