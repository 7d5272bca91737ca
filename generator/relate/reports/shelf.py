"""Where a report finds what it leads to: a page by the beginning of its name, words by their line, an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from itertools import chain
from typing import NamedTuple, NoReturn

from ...errors import ReportError
from ...model import Article, Figure, Library, Page, Seed
from ...rules import rules
from ...text import Text, is_blank
from .numbers import Number, fold, inked, numbers, shares

NEAR = 3
EXCERPT = 24
REACH = 60  # lines that words may run on over


class Place(NamedTuple):
    """Lines of a page, both included."""

    page: Page
    first: int
    last: int


@dataclass(frozen=True)
class Shelf:
    """The library as a report asks it. What it cannot find it says in a ReportError, with what is nearest."""

    library: Library

    def page(self, words: str, line: int) -> Page:
        """The one page whose name begins so."""
        named = {name: page for page in self.library.pages for name in (page.seed.name, page.seed.id)}
        whole = [page for name, page in named.items() if words in (name, name.rpartition(".")[0])]
        found = whole[:1] or list({page.seed.id: page for n, page in named.items() if n.startswith(words)}.values())
        if len(found) == 1:
            return found[0]
        if found:
            near = _listed(page.seed.name for page in found)
            reason = f"several pages begin with `{words}`: {near}; write more of the name"
            raise ReportError(line, "report_page_several", reason, page=words, near=near)
        names = [page.seed.name for page in self.library.pages]
        near = _listed(get_close_matches(words, names, n=NEAR, cutoff=0.0))
        reason = f"no page's name begins with `{words}`; the nearest: {near}"
        raise ReportError(line, "report_page_unknown", reason, page=words, near=near)

    def place(self, words: str, line: int) -> Place:
        """The lines that `000#L17` means."""
        found = rules("reports")["place"].pattern.match(fold(words))
        if not found:
            reason = f"`{words}` names no line; write the page and the line, such as 000#L17"
            raise ReportError(line, "report_place", reason, words=words)
        page = self.page(found["page"], line)
        first, last = int(found["first"]), int(found["last"] or found["first"])
        lines = len(page.seed.line_starts)
        if not 1 <= first <= last <= lines:
            reason = f"the page {page.seed.name} has {lines} lines; `{words}` is none of them"
            raise ReportError(line, "report_line", reason, words=words, page=page.seed.name, lines=lines)
        return Place(page, first, last)

    def article(self, words: str, line: int) -> Article:
        """The article that `001-2835` means."""
        found = rules("reports")["article"].pattern.match(words)
        if found:
            page = self.page(found["page"], line)
            for article in self._on(page):
                if article.id == f"{page.seed.id}-{found['ink']}":
                    return article
            near = _listed(f"{article.id}（{_called(article)}）" for article in self._on(page))
        else:
            near = _listed(article.id for article in self.library.articles[:NEAR])
        reason = f"there is no article `{words}`; there is: {near}"
        raise ReportError(line, "report_article", reason, words=words, near=near)

    def _on(self, page: Page) -> Iterator[Article]:
        return (article for article in self.library.articles if page.seed.id in article.seeds)

    # ── words ──

    def words(self, words: str, place: Place, line: int) -> Text:
        """The words as printed from those lines on; they may run on over the next ones."""
        sought = inked(words)
        found = next(self._printed(sought, place), None) if sought else None
        if found is None:
            self._miss(words, sought, place, line)
        text, ink, start = found
        cut = next((near for near, at in _whole(ink) if _cuts(at, start, start + len(sought))), "")
        if cut:
            reason = f"“{words}” is only a part of “{cut}”; put all of it into the brackets"
            raise ReportError(line, "report_cut", reason, words=words, near=cut)
        return text

    def _printed(self, sought: str, place: Place) -> Iterator[tuple[Text, str, int]]:
        """The words where they begin on those lines, with the ink round them and where they begin in it.

        First as the blocks of the page have them, then as its lines follow one another.
        """
        seed = place.page.seed
        begins = seed.line_starts[place.first - 1]
        ends = (*seed.line_starts, len(seed.source))[place.last]
        after = (*seed.line_starts, *[len(seed.source)] * REACH)[place.last + REACH - 1]
        blocks = (block.text for block in place.page.blocks if _touches(block.text, begins, ends))
        for text in (*blocks, seed.text[begins:after]):
            places = [at for at, letter in enumerate(text.value) if not is_blank(letter)]
            ink = inked(text.value)
            start = ink.find(sought)
            while start >= 0:
                found = text[places[start] : places[start + len(sought) - 1] + 1]
                if all(run.is_printed for run in found.runs) and begins <= found.start < ends:
                    yield _closed(found), ink, start
                start = ink.find(sought, start + 1)

    def _miss(self, words: str, sought: str, place: Place, line: int) -> NoReturn:
        """Raises: the words are not there; says where they are, or which lines of the page are most like them."""
        page = place.page.seed
        others = [other.seed for other in self.library.pages if other.seed.id != page.id]
        homes = [f"{seed.name}#L{at}" for seed in (page, *others) for at in _lines_with(seed, sought)]
        near = _listed(homes[:NEAR]) if homes else _listed(self._most_like(sought, place))
        where = f"{page.name}#L{place.first}" + (f"-L{place.last}" if place.last > place.first else "")
        if homes:
            reason = f"“{words}” does not begin on {where}; it is printed at {near}"
            raise ReportError(line, "report_elsewhere", reason, words=words, place=where, near=near)
        reason = f"“{words}” is not printed on {where}; nearest: {near}"
        raise ReportError(line, "report_gone", reason, words=words, place=where, near=near)

    def _most_like(self, sought: str, place: Place) -> list[str]:
        lines = [(at, inked(text.value)) for at, text in enumerate(place.page.seed.lines(), 1)]
        likeness = {
            at: SequenceMatcher(None, ink, sought, autojunk=False).find_longest_match().size for at, ink in lines if ink
        }
        own = range(place.first, place.last + 1)
        ranked = sorted(likeness, key=lambda at: (-likeness[at], at not in own, abs(at - place.first)))[: NEAR - 1]
        said = dict(lines)
        shown = [at for at in own if said[at]][:1] + [at for at in ranked if at not in own]
        return [f"L{at}“{_round(said[at], sought)}”" for at in shown]

    # ── figures ──

    @cached_property
    def _figures(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for facts in self.library.facts.values():
            for figure in facts.figures:
                for seed in figure.text.seeds:
                    found.setdefault(seed, []).append(figure)
        return found

    def figures(self, text: Text) -> list[Figure]:
        """The figures that stand in some printed words."""
        return [
            figure
            for span in text.spans
            for figure in self._figures.get(span.seed, ())
            if span.start <= figure.text.start < span.end
        ]

    def numbers_on(self, text: Text) -> Iterator[Number]:
        """The numbers that begin on the lines that a text stands on."""
        for ink, first, last in self._read(text):
            yield from (number for number in numbers(ink) if first <= number.start < last)

    def shares_on(self, text: Text) -> Iterator[str]:
        """The shares that begin on the lines that a text stands on."""
        for ink, first, last in self._read(text):
            yield from (share[0] for share in shares(ink) if first <= share.start() < last)

    def _read(self, text: Text) -> Iterator[tuple[str, int, int]]:
        """The lines that a text stands on with the line before and the one after, as ink, and where they are in it.

        For a number may be broken by the end of a line.
        """
        for seed, first, last in self.library.lines_of(text):
            source, starts = self.library.page_of[seed].seed.source, self.library.page_of[seed].seed.line_starts
            ends = (*starts, len(source), len(source))
            before = inked(source[starts[max(first - 2, 0)] : starts[first - 1]])
            own = inked(source[starts[first - 1] : ends[last]])
            yield before + own + inked(source[ends[last] : ends[last + 1]]), len(before), len(before) + len(own)

    def ink_of(self, text: Text) -> str:
        """The ink of the lines that a text stands on, and of the text itself."""
        parts = [inked(text.value)]
        for seed, first, last in self.library.lines_of(text):
            source, starts = self.library.page_of[seed].seed.source, self.library.page_of[seed].seed.line_starts
            parts.append(inked(source[starts[first - 1] : (*starts, len(source))[last]]))
        return "\n".join(parts)


def _touches(text: Text, begins: int, ends: int) -> bool:
    return any(span.start < ends and span.end > begins for span in text.spans)


def _whole(ink: str) -> Iterator[tuple[str, range]]:
    """What is quoted whole or not at all, and where it is: numbers and shares."""
    yield from ((number.words, range(number.start, number.end)) for number in numbers(ink))
    yield from ((share[0], range(*share.span())) for share in shares(ink))


def _cuts(places: range, start: int, end: int) -> bool:
    """Whether only a part of these places is from `start` to `end`."""
    return places.start < end and places.stop > start and not (start <= places.start and places.stop <= end)


def _closed(text: Text) -> Text:
    """The words without line ends and what surrounds them, where no Latin words would grow together."""
    blanks: list[tuple[int, int]] = []
    for at, letter in enumerate(text.value):
        if is_blank(letter):
            if blanks and blanks[-1][1] == at:
                blanks[-1] = (blanks[-1][0], at + 1)
            else:
                blanks.append((at, at + 1))
    value = text.value
    return text.drop(one for one in blanks if not (value[one[0] - 1].isascii() and value[one[1]].isascii()))


def _lines_with(seed: Seed, sought: str) -> Iterator[int]:
    """The numbers of the lines of a page on which the words begin."""
    places = [at for at, letter in enumerate(seed.source) if not is_blank(letter)]
    ink = inked(seed.source)
    start = ink.find(sought)
    while sought and start >= 0:
        yield seed.line_of(places[start])
        start = ink.find(sought, start + 1)


def _round(line: str, sought: str) -> str:
    """What of a line is most like the words, and a little round it."""
    best = SequenceMatcher(None, line, sought, autojunk=False).find_longest_match()
    start = max(0, best.a - EXCERPT // 3)
    return line[start : start + EXCERPT]


def _listed(words: Iterable[str]) -> str:
    return "、".join(words) or "—"


def _called(article: Article) -> str:
    words = (text.value for text in (article.headline, *(block.text for block in article.body)) if text)
    return next(words, "")[:EXCERPT]


def near_names(words: str, names: Sequence[str]) -> str:
    """The names that are most like some words, those that hold them first."""
    holding = [name for name in names if words in name or name in words]
    likest = get_close_matches(words, names, n=NEAR, cutoff=0.0)
    return _listed(list(dict.fromkeys(chain(sorted(holding, key=len), likest)))[:NEAR])
