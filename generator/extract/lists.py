"""Lists in prose: the words that announce how many, the items before or behind them, and whether as many are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Listing
from ..rules import rules
from .lists_items import Items, before, behind, bracketed, count
from .lists_ordered import ordered
from .lists_parts import under_heads
from .marks import Marked, marked
from .sentences import Passage
from .told import Told

SEVERAL = 2
MANY = 5  # times as many announced as listed: then those listed are examples


def lists(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Listing]:
    """The lists of an article: those around a number, then ordered ones, then those that its subheads announce."""
    for told, page in (*zip(every, pages, strict=True), *_spoken(every, pages)):
        yield from _announced(told, page)
        yield from _in_marks(told, page)
    yield from ordered(every, pages)
    yield from under_heads(every, pages)


def _spoken(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[tuple[Told, Marked]]:
    """What stands inside of marks with whole sentences, as passages of their own."""
    for told, page in zip(every, pages, strict=True):
        for start, end in page.speech:
            text, paragraph = told.passage.text[start + 1 : end - 1], told.passage.paragraph(start)
            yield Told(Passage(text, told.passage.kind, paragraph)), marked(text.value)


def _announced(told: Told, page: Marked) -> Iterator[Listing]:
    """Lists around a number with what it counts: A、B、C三种形式; 三种形式：A、B、C."""
    known = rules("lists")
    for match in known["announced"].pattern.finditer(page.covered):
        number = count(match["number"])
        if number < SEVERAL:
            continue
        items = before(page, match.start(), number, partial=match["etc"] == "等") if match["etc"] != "共" else None
        items = items or bracketed(page, match.end(), number) or behind(page, match.start("noun"), number)
        if items:
            yield _listing(told, (match.start("number"), match.end()), number, items)


def _in_marks(told: Told, page: Marked) -> Iterator[Listing]:
    """Lists that a name with a number tells of: A、B、C“三位一体”; “三师”（A、B、C）."""
    for start, end in page.names:
        match = rules("lists")["quoted"].pattern.match(page.value[start:end])
        number = count(match["number"]) if match else 0
        if number < SEVERAL:
            continue
        partial = page.covered[start - 1 : start] == "等"
        items = bracketed(page, end, number) or before(page, start - partial, number, partial=partial)
        if items:
            yield _listing(told, (start, end), number, items)


def _listing(told: Told, where: tuple[int, int], number: int, items: Items) -> Listing:
    text = told.passage.text
    items = _unbroken(told, items)
    fewer = len(items.ranges) != number
    return Listing(
        text[slice(*where)],
        told.passage.paragraph(where[0]),
        tuple(text[start:end].strip() for start, end in items.ranges),
        number,
        not fewer,
        items.doubt or _examples(told, items, number),
    )


def _unbroken(told: Told, items: Items) -> Items:
    """The items with the first one's name whole, which no verb before it may shorten: 向某某 is a person."""
    start, end = items.ranges[0]
    whole = [one.start for one in told.names if one.start <= start < one.end == end]
    if not whole:
        return items
    doubt = "" if items.doubt == "lists.first" else items.doubt
    return Items(((min(whole), end), *items.ranges[1:]), doubt)


def _examples(told: Told, items: Items, number: int) -> str:
    """Places before 等8个地区, and a few of very many, are examples; nobody would miss the others."""
    long = len(items.ranges)
    places = {(one.start, one.end) for one in told.names if one.type == "place"} if long < number else set()
    few = number > MANY * long
    return "lists.examples" if few or (places and places.issuperset(items.ranges[1:])) else ""
