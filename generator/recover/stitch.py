"""Join the halves of articles that a jump cut in two, where the evidence agrees; all else stays a loose end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ..model import Article, Block, Byline, Jump, Kind, Page
from ..text import Text
from .rulings import NONE, Orders
from .stitch_fit import goes_on_in_paragraph
from .stitch_halves import HEADS, Half, Part, Sheet
from .stitch_match import match


def stitch(pages: Sequence[Page], orders: Orders = NONE) -> tuple[Article, ...]:
    """The articles of all pages, in the order of the pages; two halves that are surely one article are one.

    Two halves are joined when each mark names the page that the other stands on (as far as that prints its number), the
    sentence that the first one leaves open may go on in the second, and headline, names and rare words, and the broken
    sentence say together that it is one article, far more clearly than for any other half of the collection.

    Pages are taken for one issue when they print the same day, or when a join has proved it; then one kind of evidence
    may do. Where paper or day are not known, two kinds must agree; where they differ, nothing is joined.

    Only the two pages and their rivals decide: pages that have nothing to do with them change nothing. What a person
    orders or forbids (`orders`) is done whatever the evidence.
    """
    joins = match([Sheet(page) for page in pages], orders).joins
    rest_of = {start.part.article.id: (start, rest) for start, rest in joins}
    continued = {rest.part.article.id for _, rest in joins}
    whole: list[Article] = []
    for article in chain.from_iterable(page.articles for page in pages):
        if article.id in continued:
            continue
        joined, last = article, article.id
        while last in rest_of:
            start, rest = rest_of[last]
            joined, last = join(joined, start, rest), rest.part.article.id
        whole.append(joined)
    return tuple(whole)


def join(article: Article, start: Half, rest: Half) -> Article:
    """The article with its rest: `start` is its last half so far. It keeps its id and its headline."""
    second = rest.part.article
    return replace(
        article,
        blocks=(*article.blocks, *_continued(article, start.part, rest.part)),
        byline=_byline(article.byline, second.byline),
        dateline=article.dateline or second.dateline,
        jumps=(*_closed(article.jumps, start.mark), *_closed(second.jumps, rest.mark)),
        doubts=(*article.doubts, *second.doubts),
        corrections=(*article.corrections, *second.corrections),
        genre=article.genre or second.genre,
        column=article.column or second.column,
        repeats=(*article.repeats, *second.repeats),
    )


def _continued(article: Article, start: Part, rest: Part) -> Iterator[Block]:
    """The blocks of the rest; its headline stays in its place, but is not the article's when that has one."""
    goes_on = goes_on_in_paragraph(start, rest)
    for block in rest.article.blocks:
        if block.kind in HEADS and article.headline:
            yield replace(block, kind=Kind.JUMP_HEAD)
        elif goes_on and block is rest.first:
            yield replace(block, continues=True)
        else:
            yield block


def _closed(jumps: Iterable[Jump], mark: Jump) -> Iterator[Jump]:
    return (replace(jump, joined=True) if jump == mark else jump for jump in jumps)


def _byline(one: Byline, other: Byline) -> Byline:
    """All who are named with either half, each once."""
    return Byline(
        reporters=_each_once(one.reporters, other.reporters),
        correspondents=_each_once(one.correspondents, other.correspondents),
        photographers=_each_once(one.photographers, other.photographers),
        agency=one.agency or other.agency,
        texts=(*one.texts, *other.texts),
    )


def _each_once(names: tuple[Text, ...], more: tuple[Text, ...]) -> tuple[Text, ...]:
    known = {name.value for name in names}
    return (*names, *(name for name in more if name.value not in known))
