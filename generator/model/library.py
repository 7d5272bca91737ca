"""All pages together, and what they say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..text import Text
from .dossier import Dossier, Subject
from .facts import Facts, Figure, Mention, Sentence
from .given import Refused
from .happenings import Happening, Proof
from .news import IssueNews
from .page import Article, Issue, Page
from .paired import Paired
from .promises import Promise
from .reports import LeftOut, Report
from .series import Series


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two articles that have something to do with each other: `a` < `b`, and for a reader, why.

    `kind`: same_event, shares, contains or continues. Each of `why` is a name that both print, or a rule of
    `rules/links.yml`. `weight`: how much they have to do with each other, beside other links. `proofs`: for reasons of
    `why`, the words of both.
    """

    a: str
    b: str
    kind: str
    why: tuple[str, ...]
    weight: float = 0.0
    proofs: tuple[Proof, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that could not be read, and why.

    `reason` is for the one who runs the program; `what` (a key of the locale files) and `found` (the values in its
    words) are for the site.
    """

    name: str
    reason: str
    what: str
    found: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Its name and the reason."""
        return f"{self.name}: {self.reason}"


@dataclass(frozen=True)
class Library:
    """Everything known about a collection. `articles` are in the order of their pages; maps are keyed by article id.

    `doubles`: pairs of pages, by id, that seem to be one page of a newspaper, collected twice. `subjects` have a file
    each, with what is told of them in `dossiers`; `names` are all the others that articles print. `paired`: who helps
    whom; `news`: what each issue adds, the earliest first.
    """

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    facts: Mapping[str, Facts]
    summaries: Mapping[str, tuple[Sentence, ...]]
    links: tuple[Link, ...] = ()
    subjects: tuple[Subject, ...] = ()
    unread: tuple[Unread, ...] = ()
    refused: tuple[Refused, ...] = ()
    doubles: tuple[tuple[str, str], ...] = ()
    series: tuple[Series, ...] = ()
    promises: tuple[Promise, ...] = ()
    reports: tuple[Report, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    names: tuple[Subject, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    paired: tuple[Paired, ...] = ()
    news: tuple[IssueNews, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def faults(self) -> tuple[Unread | Refused, ...]:
        """What a person can mend: pages not read, corrections not made, what keeps reports from being shown."""
        return (*self.unread, *self.refused, *(fault for report in self.left_out for fault in report.faults))

    @cached_property
    def page_of(self) -> Mapping[str, Page]:
        """The page of each seed id."""
        return {page.seed.id: page for page in self.pages}

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        ends: dict[str, list[Link]] = {}
        for link in self.links:
            ends.setdefault(link.a, []).append(link)
            ends.setdefault(link.b, []).append(link)
        return {article: tuple(links) for article, links in ends.items()}

    def links_of(self, article: str) -> tuple[Link, ...]:
        """The links that touch the article with this id."""
        return self._links.get(article, ())

    @cached_property
    def _dossiers(self) -> Mapping[tuple[str, str], Dossier]:
        return {(dossier.subject.type, dossier.subject.slug): dossier for dossier in self.dossiers}

    def dossier_of(self, subject: Subject) -> Dossier:
        """What is told of a subject that has a file."""
        return self._dossiers.get((subject.type, subject.slug)) or Dossier(subject)

    @cached_property
    def _named_in(self) -> Mapping[str, Mapping[Mention, Subject]]:
        found: dict[str, dict[Mention, Subject]] = {}
        for subject in self.subjects:
            for article, mention in subject.mentions:
                if subject.type != "place" or subject.name in mention.name.split(";"):
                    found.setdefault(article, {}).setdefault(mention, subject)
        return found

    def subjects_in(self, article: str) -> Mapping[Mention, Subject]:
        """The mentions in an article that mean a subject with a file, each with the subject."""
        return self._named_in.get(article, {})

    @cached_property
    def _series(self) -> Mapping[Text, Series]:
        points = ((point, one) for one in self.series for point in (*one.points, *one.planned))
        return {figure.text: one for point, one in points for figure in point.figures}

    def series_of(self, figure: Figure) -> Series | None:
        """The series that a figure is a point of; None where no other article prints its indicator."""
        return self._series.get(figure.text)

    @cached_property
    def _happenings(self) -> Mapping[str, tuple[Happening, ...]]:
        told: dict[str, list[Happening]] = {}
        for happening in self.happenings:
            for article in happening.articles:
                told.setdefault(article, []).append(happening)
        return {article: tuple(happenings) for article, happenings in told.items()}

    def happenings_of(self, article: str) -> tuple[Happening, ...]:
        """What the article with this id tells of together with others."""
        return self._happenings.get(article, ())

    def issue_of(self, article: Article) -> Issue:
        """The issue that an article begins in."""
        return self.page_of[article.seeds[0]].issue

    def lines_of(self, text: Text) -> tuple[tuple[str, int, int], ...]:
        """Where a text stands, for a reader: (seed id, first line, last line), runs on touching lines made one."""
        found: list[tuple[str, int, int]] = []
        for span in text.places:
            seed = self.page_of[span.seed].seed
            first, last = seed.line_of(span.start), seed.line_of(max(span.start, span.end - 1))
            if found and found[-1][0] == span.seed and 0 <= first - found[-1][2] <= 1:
                found[-1] = (span.seed, found[-1][1], last)
            else:
                found.append((span.seed, first, last))
        return tuple(found)
