"""What is searched: the passages of every article, and of every page what belongs to no article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ...model import Article, Block, DateRange, Kind, Page
from ...text import Text
from ..address import article_file, page_file, relative, web
from ..desk import HEADS, Desk, anchors
from ..escape import shown

HERE = "search.md"
# Where a hit stands, for the filter: each kind of block by the letter that `search.js` and the words know.
LETTERS = {
    Kind.KICKER: "h",
    Kind.HEADLINE: "h",
    Kind.DECK: "h",
    Kind.BYLINE: "b",
    Kind.DATELINE: "b",
    Kind.CAPTION: "c",
    Kind.FURNITURE: "f",
}
BODY = "p"
UNKNOWN = DateRange(date.min, date.max)


@dataclass(frozen=True, slots=True)
class Passage:
    """One block as a reader sees it.

    `letter`: where it stands; `anchor`: in its document's file; `lines`: (offset in `words`, number of the page among
    the document's pages, line), one for each printed line that begins there.
    """

    letter: str
    anchor: str
    words: str
    lines: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article, or what a page prints beside its articles: its address, its name, and its passages, heads first.

    `pages`: the addresses of the pages that it stands on. `key`: the article's id, or empty. `printed`: whether the
    name is the paper's own. `tags`: keys of the site's words.
    """

    key: str
    address: str
    name: str
    printed: bool
    issue: str
    seal: tuple[str, int, str] | None
    days: DateRange | None
    tags: tuple[str, ...]
    pages: tuple[str, ...]
    passages: tuple[Passage, ...]


def documents(desk: Desk) -> Iterator[Document]:
    """The articles, the newest issue first, then the pages with what is no article."""
    newest = sorted(desk.library.articles, key=lambda article: _age(desk, article))
    yield from (_article(desk, article) for article in newest)
    yield from (_rest(desk, page) for page in desk.library.pages if page.furniture)


def _age(desk: Desk, article: Article) -> tuple[int, str]:
    dated = desk.library.issue_of(article).dated
    return -(dated.value.end.toordinal() if dated else 0), article.id


def _article(desk: Desk, article: Article) -> Document:
    file = article_file(article.id)
    named = anchors(article)
    whole = list(_whole(article.blocks))
    ordered = [*(block for block in whole if block[0].kind in HEADS), *(b for b in whole if b[0].kind not in HEADS)]
    title = desk.title(article)
    issue = desk.library.issue_of(article)
    seal = desk.seal(issue)
    return Document(
        key=article.id,
        address=_from_here(file),
        name=desk.name(article),
        printed=title.printed,
        issue=desk.issue_line(issue),
        seal=(seal["word"], seal["colour"], seal["paper"]) if seal else None,
        days=issue.dated.value if issue.dated else None,
        tags=tuple(desk.words(tag) for tag in desk.tags(article)),
        pages=tuple(_from_here(page_file(seed)) for seed in article.seeds),
        passages=tuple(_passage(desk, block, text, named[block], article.seeds) for block, text in ordered),
    )


def _rest(desk: Desk, page: Page) -> Document:
    seal = desk.seal(page.issue)
    seeds = (page.seed.id,)
    return Document(
        key="",
        address=_from_here(page_file(page.seed.id)),
        name=desk.words("search_rest", page=page.seed.id),
        printed=False,
        issue=desk.issue_line(page.issue),
        seal=(seal["word"], seal["colour"], seal["paper"]) if seal else None,
        days=page.issue.dated.value if page.issue.dated else None,
        tags=(),
        pages=(_from_here(page_file(page.seed.id)),),
        passages=tuple(_passage(desk, block, block.text, _line(desk, block.text), seeds) for block in page.furniture),
    )


def _from_here(file: str) -> str:
    return web(relative(HERE, file))


def _line(desk: Desk, text: Text) -> str:
    """The anchor of the line that a text begins on, in its page's file."""
    return f"L{desk.library.lines_of(text)[0][1]}"


def _whole(blocks: Iterable[Block]) -> Iterator[tuple[Block, Text]]:
    """The blocks with their texts; one that goes on after a jump is one text, under its first block."""
    held: list[tuple[Block, Text]] = []
    for block in blocks:
        last = next((at for at in reversed(range(len(held))) if held[at][0].kind is block.kind), None)
        if block.continues and last is not None:
            held[last] = (held[last][0], held[last][1] + block.text)
        else:
            held.append((block, block.text))
    return iter(held)


def _passage(desk: Desk, block: Block, text: Text, anchor: str, seeds: tuple[str, ...]) -> Passage:
    return Passage(LETTERS.get(block.kind, BODY), anchor, shown(text.value), tuple(_lines(desk, text, seeds)))


def _lines(desk: Desk, text: Text, seeds: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Where in a text each printed line begins: offset, number of the page, line."""
    last: tuple[int, int] | None = None
    index = 0
    for run in text.runs:
        if run.seed in seeds:
            seed = desk.library.page_of[run.seed].seed
            at = run.start
            while at < max(run.end, run.start + 1):
                line = seed.line_of(at)
                here = (seeds.index(run.seed), line)
                if here != last:
                    yield index + at - run.start, *here
                    last = here
                at = seed.line_starts[line] if line < len(seed.line_starts) else run.end + 1
        index += run.length
