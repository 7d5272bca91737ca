"""Boxes of figures (数读): each item once, with the lines where the running text prints it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...model import Article, Block, Figure, Kind
from ...model.weighed import hold
from ...rules import rules
from ...text import Text
from ..address import BOXES
from ..desk import Desk
from ..escape import Md
from ..spreadsheet import SOURCE, source_cells
from ..teller import Teller
from .cells import seal, silent, stacked
from .layout import Board, Carried, Section

COLUMNS = ("box_item", "box_again")
FEWEST = 3  # items in a box
SHARE = 0.6  # of them that hold a number
PRECISE = 4  # digits by which a number alone is known again
BOX = "data_box"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a box without its mark, and where the same article prints its words, or its numbers, again."""

    text: Text
    words: tuple[Text, ...]
    numbers: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of figures in an article; `head`: the subhead over it."""

    article: Article
    head: Text | None
    items: tuple[Item, ...]


def board(desk: Desk) -> Board:
    """The page of boxes."""
    teller = Teller(desk, BOXES)
    found = tuple(boxes(desk))
    sections = tuple(_section(teller, number, box) for number, box in enumerate(found, 1))
    items = sum(len(box.items) for box in found)
    intro = desk.words("boxes_intro", count=len(found), items=items) if found else desk.words("boxes_none")
    rows = tuple(_plain(desk, box.article, item) for box in found for item in box.items)
    columns = ("box_item", "col_again", "col_numbers_again", *SOURCE)
    return Board(BOXES, "boxes_title", intro, sections, (Carried("boxes.csv", "boxes_title", columns, rows),))


def boxes(desk: Desk) -> Iterator[Box]:
    """Runs of list items most of which hold a number, and articles that are such a box as a whole."""
    for article in desk.library.articles:
        figures = _by_paragraph(desk.library.facts[article.id].figures)
        for head, run in _runs(article):
            # What is printed again has its figures where it is counted: so the digits tell, not the figures.
            numbered = sum(_is_numbered(block) for _, block in run)
            if len(run) >= FEWEST and numbered >= SHARE * len(run):
                yield Box(article, head, tuple(_item(article, place, block, figures) for place, block in run))


def _is_numbered(block: Block) -> bool:
    known = rules("tables")
    mark = known["bullet"].match(block.text.value)
    words = block.text.value[mark.end() :] if mark else block.text.value
    return bool(known["numbered"].search(words)) and not known["picture"].search(words)


def _by_paragraph(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.paragraph is not None:
            found.setdefault(figure.paragraph, []).append(figure)
    return found


def _runs(article: Article) -> Iterator[tuple[Text | None, list[tuple[int, Block]]]]:
    """The items that stand together, by their places in the body, and the subhead right above them."""
    head: Text | None = None
    wanted = {Kind.ITEM, Kind.PARAGRAPH} if article.sort == BOX else {Kind.ITEM}
    for is_item, group in groupby(enumerate(article.body), key=lambda pair: pair[1].kind in wanted):
        listed = list(group)
        if is_item:
            yield head, listed
        head = listed[-1][1].text if listed[-1][1].kind is Kind.SUBHEAD else None


def _item(article: Article, place: int, block: Block, figures: dict[int, list[Figure]]) -> Item:
    text = block.text
    match = rules("tables")["bullet"].match(text.value)
    shown = text[match.end() :] if match else text
    words = tuple(_again(article, text))
    # The figures of words that are printed again stand where they are counted.
    own = (*figures.get(place, ()), *(one for found in figures.values() for one in found if hold(words, one.text)))
    numbers = tuple(
        other.text
        for elsewhere, other in enumerate(article.body)
        if other.kind is not Kind.ITEM
        and not any(hold((other.text,), again) for again in words)
        and _same_numbers(own, figures.get(elsewhere, ()))
    )
    return Item(shown, words, numbers)


def _again(article: Article, text: Text) -> Iterator[Text]:
    """Where the article prints the words of an item, or a sentence of them, once more."""
    for repeat in article.repeats:
        if hold((text,), repeat.text):
            yield repeat.of
            yield from (other.text for other in article.repeats if other is not repeat and _meets(other.of, repeat.of))
        elif hold((text,), repeat.of):
            yield repeat.text


def _meets(one: Text, other: Text) -> bool:
    return hold((one,), other) or hold((other,), one)


def _same_numbers(own: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a paragraph prints all numbers of an item: two at least, or one that is precise."""
    printed = {figure.text.value for figure in own}
    if not printed or not printed <= {figure.text.value for figure in others}:
        return False
    return len(printed) > 1 or len(re.sub(r"\D", "", next(iter(printed)))) >= PRECISE


def _section(teller: Teller, number: int, box: Box) -> Section:
    desk = teller.desk
    heading = teller.cell(seal(desk, box.article), desk.opens(box.article, BOXES))
    issue = desk.issue_line(desk.library.issue_of(box.article))
    head = (desk.words("box_head", words=box.head.value),) if box.head else ()
    rows = tuple(_row(teller, item) for item in box.items)
    return Section(f"box{number}", heading, COLUMNS, rows, (issue, *head))


def _row(teller: Teller, item: Item) -> tuple[Md, ...]:
    desk = teller.desk
    words = [Md(f"{desk.words('box_words')}{desk.lines(text, teller.here)}") for text in item.words]
    numbers = [Md(f"{desk.words('box_numbers')}{desk.lines(text, teller.here)}") for text in item.numbers]
    again = stacked((*words, *numbers)) or silent(teller, "box_only")
    return teller.cell(teller.words(item.text), desk.lines(item.text, teller.here)), again


def _plain(desk: Desk, article: Article, item: Item) -> tuple[str, ...]:
    def lines(texts: Iterable[Text]) -> str:
        return ";".join(str(first) for text in texts for _, first, _ in desk.library.lines_of(text))

    return item.text.value, lines(item.words), lines(item.numbers), *source_cells(desk, article, item.text)
