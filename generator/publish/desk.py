"""What every kind of file needs to know of the library: titles, lines, issues, and who stands where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from ..model import Article, Basis, Block, Claim, Issue, Jump, Kind, Library, Mention, Page, Series, Subject
from ..text import Text
from .address import article_file, link, page_file
from .escape import Md
from .words import Words

HEADS = (Kind.KICKER, Kind.HEADLINE, Kind.DECK)
EXCERPT = 800
NAME = 120
BRIEF = 12
ANCHORS = {
    Kind.BYLINE: "b",
    Kind.CAPTION: "c",
    Kind.DATELINE: "d",
    Kind.JUMP: "j",
    Kind.JUMP_HEAD: "h",
    Kind.PARAGRAPH: "p",
    Kind.SUBHEAD: "p",
    Kind.ITEM: "p",
}


@dataclass(frozen=True)
class Title:
    """What an article is called: its printed headline, or the site's own words where the page prints none."""

    words: str
    printed: bool


@dataclass(frozen=True)
class Desk:
    """The editor's desk: the library, and the words to speak of it."""

    library: Library
    words: Words

    def title(self, article: Article) -> Title:
        """Its headline as printed; else where the headline stands, or that there is none."""
        if article.headline is not None:
            return Title(head_words(article, Kind.HEADLINE), printed=True)
        jump = article.begins_elsewhere
        if jump is None:
            return Title(self.words("no_headline"), printed=False)
        return Title(self.words(f"headline_{self.whereabouts(jump)}", page=jump.page), printed=False)

    def whereabouts(self, jump: Jump) -> str:
        """Where the other half of a loose end is: `somewhere`, `here` or `elsewhere`.

        `somewhere`: the mark names no page. `here`: a page of the collection bears that number and may be of the same
        issue, but the other half was not recognised on it.
        """
        if jump.page is None:
            return "somewhere"
        return "here" if self._is_here(jump.text.seeds[0], jump.page) else "elsewhere"

    @cached_property
    def _is_here(self) -> Callable[[str, str], bool]:
        """The same as `_bears`, looked up once: every link to a loose end asks."""
        return cache(self._bears)

    def _bears(self, own: str, number: str) -> bool:
        """Whether another page bears a number that may be of one issue with a page."""
        issue = self.library.page_of[own].issue
        others = (page for mark in _marks(issue) for page in self.numbered_so.get((number, mark), ()))
        return any(page.seed.id != own and may_be_one(page.issue, issue) for page in others)

    @cached_property
    def numbered_so(self) -> Mapping[tuple[str, object], list[Page]]:
        """The pages that are known to bear each number, by their paper and by their days."""
        found: dict[tuple[str, object], list[Page]] = {}
        for page in self.library.pages:
            if page.issue.page:
                for mark in _marks(page.issue):
                    found.setdefault((page.issue.page.value, mark), []).append(page)
        return found

    def genre(self, article: Article) -> str:
        """What sort of article it is; empty when the page does not tell."""
        told = article.sort or article.genre
        return self.words(f"genre_{told}") if told else ""

    def tags(self, article: Article) -> tuple[str, ...]:
        """What every list says of an article: that it is not whole, that it comments and does not report."""
        told = {"loose_end": article.kind != "article", "genre_commentary": article.genre == "commentary"}
        return tuple(key for key, holds in told.items() if holds)

    def name(self, article: Article) -> str:
        """Its title as other files call it: a very long one is cut."""
        return self.excerpt(self.title(article).words, NAME)

    def opens(self, article: Article, here: str) -> Md:
        """A link to an article by its title; where the page prints none, it says on hover whose words these are."""
        hint = "" if self.title(article).printed else self.words("own_words")
        return link(self.name(article), here, article_file(article.id), hint=hint)

    def excerpt(self, words: str, longest: int = EXCERPT) -> str:
        """Printed words as far as they are quoted; no sentence is that long, but a page may be one line."""
        return words if len(words) <= longest else words[:longest] + self.words("ellipsis")

    def brief(self, words: str) -> str:
        """The first words of a passage that the reader has before the eyes."""
        return self.excerpt(words, BRIEF)

    def lines(self, text: Text, here: str, key: str = "line") -> Md:
        """Links to the lines that a text stands on; `key`: the words for them."""
        return Md(self.words("comma").join(self._one_place(*place, here, key) for place in self.library.lines_of(text)))

    def _one_place(self, seed: str, first: int, last: int, here: str, key: str) -> Md:
        many = key if first == last else f"{key}s"
        return link(self.words(many, first=first, last=last), here, page_file(seed), f"L{first}")

    def paper(self, issue: Issue) -> str:
        """The paper's name, marked when it is not printed."""
        return self.known(issue.publication, "no_paper", str)

    def dated(self, issue: Issue) -> str:
        """The issue's day or range of days, marked when it is not printed."""
        return self.known(issue.dated, "no_date", self.words.issue_days)

    def numbered(self, issue: Issue) -> str:
        """The issue's page, marked when it is not printed."""
        return self.known(issue.page, "no_page", lambda page: self.words("page_no", page=page))

    def known(self, claim: Claim[Any] | None, unknown: str, say: Any) -> str:
        """A value, with how it is known when that is not from print."""
        if claim is None:
            return self.words(unknown)
        mark = "" if claim.basis is Basis.PRINTED else self.words("known_by", how=self.words(claim.basis))
        return f"{say(claim.value)}{mark}"

    def issue_line(self, issue: Issue) -> str:
        """Paper, day and page of an issue, in one line; of the page only when it is known."""
        parts = [self.paper(issue), self.dated(issue), *([self.numbered(issue)] if issue.page else [])]
        return "　".join(parts)

    @cached_property
    def papers(self) -> Mapping[str, int]:
        """A number from 1 for each paper, in the order of the library: it chooses the paper's colour."""
        named = (page.issue.publication.value for page in self.library.pages if page.issue.publication)
        return {paper: number for number, paper in enumerate(dict.fromkeys(named), 1)}

    def seal(self, issue: Issue) -> Mapping[str, Any] | None:
        """A paper's seal: its first character, its colour's number, its name."""
        if issue.publication is None:
            return None
        paper = issue.publication.value
        return {"word": paper[:1], "colour": self.papers[paper], "paper": paper}

    @cached_property
    def subjects(self) -> Mapping[tuple[str, str], Subject]:
        """The subjects that have a file, by type and name; a campaign's name that is several cities' leads to none."""
        return {
            (subject.type, subject.name): subject
            for subject in self.library.subjects
            if subject.type != "initiative" or len(self.namesakes[subject.type, subject.name]) == 1
        }

    def subject(self, mention: Mention) -> Subject | None:
        """The subject that a mention means, when it has a file."""
        return self._meant.get(mention)

    @cached_property
    def _meant(self) -> Mapping[Mention, Subject]:
        """The subject of each mention that surely means one."""
        return {
            mention: subject
            for subject in self.library.subjects
            for _, mention in subject.mentions
            if subject.type != "place" or subject.name in mention.name.split(";")
        }

    @cached_property
    def namesakes(self) -> Mapping[tuple[str, str], list[Subject]]:
        """All subjects, with a file or without, by type and name."""
        found: dict[tuple[str, str], list[Subject]] = {}
        for subject in (*self.library.subjects, *self.library.names):
            found.setdefault((subject.type, subject.name), []).append(subject)
        return found

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The decoded characters of each page, by seed id."""
        return {page.seed.id: page.seed.source for page in self.library.pages}

    @cached_property
    def places_in(self) -> Mapping[str, tuple[Subject, ...]]:
        """The places that lie in each place, however deep, with a file or without, by the place's chain."""
        found: dict[str, list[Subject]] = {}
        for subject in sorted((*self.library.subjects, *self.library.names), key=lambda one: (one.type, one.name)):
            for above in chain(subject):
                found.setdefault(above, []).append(subject)
        return {above: tuple(inner) for above, inner in found.items()}

    @cached_property
    def doubles(self) -> Mapping[str, list[str]]:
        """For each page that seems to be collected twice, the others that may be it."""
        found: dict[str, list[str]] = {}
        for one, two in self.library.doubles:
            found.setdefault(one, []).append(two)
            found.setdefault(two, []).append(one)
        return found

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """The series by id."""
        return {series.id: series for series in self.library.series}

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.library.articles}

    @cached_property
    def begin_on(self) -> Mapping[str, list[int]]:
        """The places, in the order of the library, of the articles that begin on each page."""
        found: dict[str, list[int]] = {}
        for place, article in enumerate(self.library.articles):
            found.setdefault(article.seeds[0], []).append(place)
        return found

    @cached_property
    def on_page(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles that stand on each page, wholly or in part, in the order of the page."""
        found: dict[str, dict[str, int]] = {page.seed.id: {} for page in self.library.pages}
        for article in self.library.articles:
            for block in article.blocks:
                first = found[block.seed].setdefault(article.id, block.text.start)
                found[block.seed][article.id] = min(first, block.text.start)
        return {
            seed: tuple(self.article[name] for name in sorted(starts, key=starts.__getitem__))
            for seed, starts in found.items()
        }


def _marks(issue: Issue) -> Iterator[object]:
    """What two pages have to share to be of one issue: the paper, or the days."""
    for claim in (issue.publication, issue.dated):
        if claim is not None:
            yield claim.value


def may_be_one(one: Issue, other: Issue) -> bool:
    """Whether two pages agree in their paper or their day, and nothing keeps them from being of one issue."""
    papers = {issue.publication.value for issue in (one, other) if issue.publication}
    named = one.publication is not None and other.publication is not None
    if len(papers) > 1:
        return False
    if one.dated is None or other.dated is None:
        return named
    first, second = one.dated.value, other.dated.value
    return first == second or (named and first.start <= second.end and second.start <= first.end)


def head_words(article: Article, kind: Kind) -> str:
    """The lines of a headline, kicker or deck, one after the other, with a blank between."""
    return "　".join(block.text.value for block in article.blocks if block.kind is kind)


def anchors(article: Article) -> Mapping[Block, str]:
    """The anchor of each block in its article's file. Paragraphs count from 1 as the facts count them from 0."""
    counts = dict.fromkeys("bcdhjp", 0)
    found: dict[Block, str] = {}
    for block in article.blocks:
        letter = ANCHORS.get(block.kind)
        if letter is None:
            found[block] = "headline"
            continue
        counts[letter] += 1
        found[block] = f"{letter}{counts[letter]}"
    return found


def chain(subject: Subject) -> tuple[str, ...]:
    """The names of the places that a place lies in, the widest first, itself left out."""
    parts = subject.name.split("/") if subject.type == "place" else ()
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts)))


def called(subject: Subject) -> str:
    """What a subject is called: a place by the last part of its chain, any other by its name."""
    return subject.name.rpartition("/")[2] if subject.type == "place" else subject.name
