"""How a page was put together: what was moved, joined and closed up, told from the addresses themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import BODY, Article, Block, Kind, Repeat, Seed
from ..text import Text, is_blank
from .desk import HEADS, Desk
from .escape import Md, escape
from .words import says

HEADINGS = {*HEADS, Kind.BYLINE}


def repairs(desk: Desk, article: Article, seed: Seed, here: str) -> list[Md]:
    """What was done to the part of an article that stands on this page, one line each."""
    blocks = [block for block in article.blocks if block.seed == seed.id]
    body = [block for block in blocks if block.kind in BODY]
    return [
        *_moved(desk, blocks, body, here),
        *_joined(desk, body, seed),
        *_closed(desk, blocks, seed, here),
        *_told_twice(desk, article, seed, here),
    ]


def _moved(desk: Desk, blocks: Iterable[Block], body: list[Block], here: str) -> Iterator[Md]:
    """The heads that the page prints after the body."""
    if not body:
        return
    first = body[0].text.start
    late = [block.text for block in blocks if block.kind in HEADINGS - {Kind.BYLINE} and block.text.start > first]
    if late:
        yield Md(f"{escape(desk.words('repair_moved'))} {desk.lines(Text.join(late), here)}")


def _joined(desk: Desk, body: Iterable[Block], seed: Seed) -> Iterator[Md]:
    """How many lines became how many paragraphs."""
    paragraphs = [block for block in body if block.kind is not Kind.SUBHEAD]
    lines = sum(len({seed.line_of(span.start) for span in block.text.spans}) for block in paragraphs)
    if lines > len(paragraphs):
        yield escape(desk.words("repair_joined", lines=lines, paragraphs=len(paragraphs)))


def _closed(desk: Desk, blocks: Iterable[Block], seed: Seed, here: str) -> Iterator[Md]:
    """How many blanks inside a line were closed up, and the first line of them."""
    closed = [gap for block in blocks for gap in _gaps(block.text, seed)]
    if closed:
        count = sum(len(gap) for gap in closed)
        yield Md(f"{escape(desk.words('repair_closed', count=count))} {desk.lines(closed[0], here)}")


def _told_twice(desk: Desk, article: Article, seed: Seed, here: str) -> Iterator[Md]:
    """The passages that do not count, those of one reason together."""
    reasons: dict[str, list[Repeat]] = {}
    for repeat in article.repeats:
        if repeat.text.seeds == (seed.id,):
            reasons.setdefault(repeat.why, []).append(repeat)
    for why, found in reasons.items():
        places = (f"{desk.lines(one.text, here)}（{desk.lines(one.of, here, 'same_line')}）" for one in found)
        yield Md(f"{escape(says('', why))}　{desk.words('comma').join(places)}")


def _gaps(text: Text, seed: Seed) -> Iterator[Text]:
    """The blanks between two characters of one line that the text leaves out."""
    for before, after in zip(text.spans, text.spans[1:], strict=False):
        gap = seed.text[before.end : after.start] if before.end < after.start else Text()
        if gap.value and "\n" not in gap.value and "\r" not in gap.value and all(map(is_blank, gap.value)):
            yield gap
