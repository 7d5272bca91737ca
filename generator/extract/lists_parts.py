"""Lists that an article spells out in its parts: a name that is a row of numbers, and numbers of subheads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Kind, Listing
from ..rules import rules
from .lists_items import Range, count, spelled
from .marks import Marked
from .told import Told

SEVERAL = 2
TAIL = 2  # last characters of what is counted: 激励机制 and 考评机制 are of one sort


def under_heads(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Listing]:
    """“一二三四五”工作机制 with its parts, and what the text under a subhead with a number names."""
    yield from _row(every, pages)
    for number, told in enumerate(every):
        if told.passage.kind is Kind.SUBHEAD:
            yield from _section(every, pages, number)


def _row(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Listing]:
    rule = rules("lists")["row"]
    for number, (told, page) in enumerate(zip(every, pages, strict=True)):
        match = rule.pattern.search(page.value) if rule.may_fit(page.value) else None
        if not match or not told.passage.tells:
            continue
        parts = _parts([(number, page)], match.end()) or _parts(_heads(every, pages, number), 0)
        if parts:
            items = tuple(every[at].passage.text[start:end] for at, (start, end) in parts)
            long, text = len(match["row"]), told.passage.text
            words = text[match.start() : page.stop(match.end() - 1)]
            yield Listing(words, told.passage.paragraph(match.start()), items, long, len(items) == long)
            return


def _heads(every: Sequence[Told], pages: Sequence[Marked], number: int) -> list[tuple[int, Marked]]:
    behind = range(number + 1, len(every))
    return [(at, pages[at]) for at in behind if every[at].passage.kind is Kind.SUBHEAD]


def _parts(where: Sequence[tuple[int, Marked]], first: int) -> list[tuple[int, Range]]:
    """The parts in order, each the first that counts on; none unless several do."""
    found: list[tuple[int, Range]] = []
    for at, page in where:
        for match in rules("lists")["part"].pattern.finditer(page.covered, first):
            if count(match["number"]) == len(found) + 1:
                found.append((at, match.span()))
    return found if len(found) >= SEVERAL else []


def _section(every: Sequence[Told], pages: Sequence[Marked], number: int) -> Iterator[Listing]:
    head = rules("lists")["part"].pattern.search(pages[number].covered)
    if not head or count(head["number"]) < SEVERAL:
        return
    long = count(head["number"])
    for at in range(number + 1, len(every)):
        if every[at].passage.kind is Kind.SUBHEAD:
            break
        items = _named_alike(pages[at], head["rest"][-TAIL:]) or _titles(pages[at], long)
        if items:
            told = every[number]
            yield Listing(
                told.passage.text[head.start() : head.end()],
                told.passage.paragraph(head.start()),
                tuple(every[at].passage.text[start:end] for start, end in items),
                long,
                len(items) == long,
            )
            return


def _named_alike(page: Marked, sort: str) -> tuple[Range, ...]:
    """“甲、乙、丙”形式 under a head on 三种形式; 建立考评机制。 under one on 四种机制."""
    for mark in page.names:
        inner = spelled(page, mark)
        if len(inner) >= SEVERAL and page.covered.startswith(sort, mark[1]):
            return inner
    start, end = next(iter(page.sentences), (0, 0))
    run_in: re.Match[str] | None = rules("lists")["run_in"].pattern.match(page.covered[start:end])
    if run_in and run_in["name"].endswith(sort):
        return ((start + run_in.start("name"), start + run_in.end("name")),)
    return ()


def _titles(page: Marked, long: int) -> tuple[Range, ...]:
    """As many titles in the first sentence as the head announces."""
    start, end = next(iter(page.sentences), (0, 0))
    titles = tuple(one for one in page.named(start, end) if page.value[one[0]] == "《")
    return titles if len(titles) == long else ()
