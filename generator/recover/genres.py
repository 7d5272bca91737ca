"""Genres: news, feature, commentary, brief, policy or data, where the page tells; notices and boxes of figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Article, Kind
from ..rules import Rule, rules

SHORT = 160  # characters of a report that is only a brief
LONG = 900  # of a story told at length
PARTED = 2  # subheads that part a long story
CLAUSES = 3  # numbered clauses (第一条) that make a law
ARGUED = 3  # turns of argument
TERMS = 4  # terms of a grant for each thousand characters
ITEMS = 3


def name_genres(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles, each with its genre, and its sort where it is a notice or a box of figures."""
    return tuple(_named(article) for article in articles)


def _named(article: Article) -> Article:
    story = _Story(article)
    genre = next((genre for genre, tells in GENRES if tells(story)), None)
    sort = next((sort for sort, tells in SORTS if tells(story)), None)
    return replace(article, genre=genre, sort=sort)


@dataclass(frozen=True)
class _Story:
    """An article, and what its genre can be seen by."""

    article: Article

    @cached_property
    def value(self) -> str:
        """The body, a paragraph a line."""
        return "\n".join(block.text.value for block in self.article.body)

    @cached_property
    def head(self) -> str:
        """Kicker, headline and deck, one a line."""
        heads = (self.article.kicker, self.article.headline, self.article.deck)
        return "\n".join(head.value for head in heads if head)

    @cached_property
    def column(self) -> str:
        return self.article.column.value if self.article.column else ""

    @cached_property
    def signed(self) -> str:
        """Bylines and the notes at the end, one a line."""
        return "\n".join(block.text.value for block in self.article.blocks if block.kind is Kind.BYLINE)

    def finds(self, name: str, where: str) -> bool:
        return _rule(name).pattern.search(where) is not None

    def counts(self, name: str) -> int:
        return sum(1 for _ in _rule(name).pattern.finditer(self.value))

    @property
    def reports(self) -> bool:
        """Whether it begins as news does (本报讯), and not as a story from an agency (电 题：)."""
        return self.finds("report", self.value)

    @property
    def parts(self) -> int:
        return sum(block.kind is Kind.SUBHEAD for block in self.article.body)

    @property
    def items(self) -> int:
        return sum(block.kind is Kind.ITEM for block in self.article.body)


def _rule(name: str) -> Rule:
    return rules("genres")[name]


def _is_commentary(story: _Story) -> bool:
    """By its column, by who signs it, or by how it argues; who argues does not report."""
    named = story.finds("comment_column", story.column) or story.finds("commentator", f"{story.signed}\n{story.head}")
    if named or story.finds("author", f"{story.value[-SHORT:]}\n{story.signed}"):
        return True
    if story.reports or story.article.byline.reporters:
        return False
    argued = story.counts("argument")
    return argued >= ARGUED and argued > story.counts("reporting")


def _is_policy(story: _Story) -> bool:
    if story.counts("clause") >= CLAUSES:
        return True
    terms = story.counts("term")
    return not story.reports and terms >= CLAUSES and terms * 1000 >= TERMS * len(story.value)


def _is_brief(story: _Story) -> bool:
    short = story.reports and len(story.value) <= SHORT
    return story.finds("brief_column", story.column) or (short and not story.article.byline.reporters)


def _is_data(story: _Story) -> bool:
    return _is_box(story) and story.finds("figures_head", story.head)


def _is_news(story: _Story) -> bool:
    return story.reports


def _is_feature(story: _Story) -> bool:
    told = story.parts >= PARTED and len(story.value) >= LONG
    return story.finds("feature_column", story.column) or story.finds("story", story.value) or told


def _is_box(story: _Story) -> bool:
    return (
        story.items >= ITEMS and 2 * story.items > len(story.article.body) and story.finds("figures_head", story.head)
    )


def _is_notice(story: _Story) -> bool:
    return story.finds("notice_head", story.head) and not story.reports


# The first that holds; None when none does.
GENRES: tuple[tuple[str, Callable[[_Story], bool]], ...] = (
    ("commentary", _is_commentary),
    ("policy", _is_policy),
    ("brief", _is_brief),
    ("data", _is_data),
    ("feature", lambda story: story.finds("feature_column", story.column)),
    ("news", _is_news),
    ("feature", _is_feature),
)
SORTS: tuple[tuple[str, Callable[[_Story], bool]], ...] = (("notice", _is_notice), ("data_box", _is_box))
