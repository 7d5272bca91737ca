"""Mentions: every name of a place or an initiative in an article, head, body and captions, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Article, Issue, Kind, Mention
from ..text import Text
from .initiatives import initiatives
from .places import places
from .sentences import Passage

HEAD = (Kind.KICKER, Kind.HEADLINE, Kind.DECK)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text that may hold names, and the number of the body block that holds its character (None outside the body)."""

    text: Text
    paragraph: Callable[[int], int | None]


def mentions(article: Article, told: Sequence[Passage], issue: Issue) -> tuple[Mention, ...]:
    """The names in an article that was printed in `issue`; `told`: its paragraphs and items."""
    stretches = tuple(_stretches(article, told))
    values = [stretch.text.value for stretch in stretches]
    found: list[Mention] = []
    for stretch, located, campaigns in zip(stretches, places(values, issue), initiatives(values), strict=True):
        names = [("place", p.start, p.end, "/".join(p.chain)) for p in located]
        names += [("initiative", n.start, n.end, n.name) for n in campaigns]
        for kind, start, end, name in sorted(names, key=lambda entry: entry[1:3]):
            found.append(Mention(kind, stretch.text[start:end], name, stretch.paragraph(start)))
    return tuple(found)


def _stretches(article: Article, told: Sequence[Passage]) -> Iterator[Stretch]:
    for kind in HEAD:
        for block in article.blocks:
            if block.kind is kind:
                yield Stretch(block.text, _outside)
    passages = {passage.first: passage for passage in told}
    for number, block in enumerate(article.body):
        if number in passages:
            yield Stretch(passages[number].text, passages[number].paragraph)
        elif block.kind is Kind.SUBHEAD:
            yield Stretch(block.text, Passage(block.text, number, (0,)).paragraph)
    for block in article.captions:
        yield Stretch(block.text, _outside)


def _outside(index: int) -> None:
    del index
