"""Passages that a page prints twice, as a reader sees them: at the printing that does not count, and at the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Article, Block, Page, Repeat
from ..text import count_ink
from .address import link, page_file
from .desk import Desk
from .escape import Md, escape, tagged
from .words import says

MARKS = 2  # of a list's item or a caption, which a passage leaves out


def again(desk: Desk, article: Article, block: Block, here: str) -> Md:
    """What stands behind a block: that it, or a part of it, is printed twice, and where else."""
    return Md("".join(f" {said}" for said in _said(desk, article, block, here)))


def _said(desk: Desk, article: Article, block: Block, here: str) -> Iterator[str]:
    for repeat in article.repeats:
        if repeat.text.begins_in(block.text):
            yield _does_not_count(desk, repeat, block, here)
        if repeat.of.begins_in(block.text):
            yield desk.lines(repeat.text, here, "also_line")


def _does_not_count(desk: Desk, repeat: Repeat, block: Block, here: str) -> str:
    mark = f'<span class="tag again" title="{tagged(says("", repeat.why))}">{escape(desk.words("again"))}</span>'
    is_part = count_ink(block.text.value) - count_ink(repeat.text.value) > MARKS
    words = escape(desk.words("quoted", words=desk.brief(repeat.text.value))) if is_part else ""
    return f"{mark}{words} {desk.lines(repeat.of, here, 'same_line')}"


def double_pages(desk: Desk, page: Page, here: str) -> list[Md]:
    """Links to the pages that print mostly the same and may be the same page, collected twice."""
    return [page_link(desk, other, here) for other in desk.doubles.get(page.seed.id, ())]


def page_link(desk: Desk, seed: str, here: str) -> Md:
    """A link to a page by its issue and its id."""
    return link(f"{desk.issue_line(desk.library.page_of[seed].issue)}（{seed}）", here, page_file(seed))


def told_again(desk: Desk, articles: Iterable[Article], seed: str) -> frozenset[int]:
    """The numbers of the lines of a page on which a passage stands that does not count."""
    places = (
        place for article in articles for repeat in article.repeats for place in desk.library.lines_of(repeat.text)
    )
    return frozenset(line for home, first, last in places if home == seed for line in range(first, last + 1))
