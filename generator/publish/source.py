"""A page as it came: every line numbered, each article's lines marked, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..model import Article, Page, Seed
from ..text import is_blank
from .address import article_file, link, page_file, relative, web
from .again import double_pages, told_again
from .corrections import corrections_view, mends, taken_out
from .desk import Desk, anchors
from .provenance import grounds, swap_lines, swaps
from .repairs import repairs

View = dict[str, Any]
COLOURS = 3


def source_view(desk: Desk, page: Page) -> View:
    """Everything that the template of a page shows."""
    here = page_file(page.seed.id)
    articles = desk.on_page[page.seed.id]
    found = swaps(desk, page.blocks)
    return {
        "paper": desk.paper(page.issue),
        "date": desk.dated(page.issue),
        "page": desk.numbered(page.issue) if page.issue.page else "",
        "name": page.seed.name,
        "count": len(page.seed.line_starts),
        "articles": [_entry(desk, article, number, here, page) for number, article in enumerate(articles, 1)],
        "issue": [
            (
                desk.words(label),
                say(page.issue),
                grounds(desk, claim, here),
            )
            for label, claim, say in (
                ("paper", page.issue.publication, desk.paper),
                ("date", page.issue.dated, desk.dated),
                ("page", page.issue.page, desk.numbered),
            )
        ],
        "swaps": swap_lines(desk, found, here),
        "swapped": len(found),
        "mended": len(mends(page.corrections)),
        "corrections": corrections_view(desk, page.corrections, here),
        "doubles": double_pages(desk, page, here),
        "lines": _lines(desk, page.seed, articles, here),
    }


def source_meta(desk: Desk, page: Page) -> View:
    """The front matter of a page's file."""
    line = desk.issue_line(page.issue)
    return {
        "title": f"{line}（{page.seed.id}）",
        "template": "source.html",
        "id": page.seed.id,
        "seal": desk.seal(page.issue),
    }


def _entry(desk: Desk, article: Article, number: int, here: str, page: Page) -> View:
    first = min(block.text.start for block in article.blocks if block.seed == page.seed.id)
    line = page.seed.line_of(first)
    return {
        "nth": desk.words("nth", count=number),
        "colour": colour(number),
        "link": desk.opens(article, here),
        "line": link(desk.words("line", first=line), here, here, f"L{line}"),
        "tags": desk.tags(article),
        "repairs": repairs(desk, article, page.seed, here),
    }


def colour(number: int) -> int:
    """Which of the gutter's colours an article wears."""
    return (number - 1) % COLOURS + 1


def _lines(desk: Desk, seed: Seed, articles: Sequence[Article], here: str) -> list[View]:
    """Each line: its number, the article it is of, its words, and the ways to the articles that begin on it."""
    owners = _owners(seed, articles)
    marks = _marks(desk, seed, articles, here)
    told = told_again(desk, articles, seed.id)
    lines = []
    for number, (start, line) in enumerate(zip(seed.line_starts, seed.lines(), strict=True), 1):
        parts = list(_parts(line.value, owners[start : start + len(line)]))
        line_marks = marks.get(number, ())
        lines.append({"number": number, "parts": parts, "marks": line_marks, "again": number in told})
    return _bridged(lines)


def _owners(seed: Seed, articles: Iterable[Article]) -> list[int]:
    """For each character of the page, the number of the article it is in; 0 for none."""
    owners = [0] * len(seed.source)
    for number, article in enumerate(articles, 1):
        for text in (*(block.text for block in article.blocks), *taken_out(article.corrections)):
            for span in text.spans:
                if span.seed == seed.id:
                    owners[span.start : span.end] = [number] * (span.end - span.start)
    return owners


def _parts(line: str, owners: Sequence[int]) -> Iterator[View]:
    """A line cut where it passes from one article to another, or to none; a blank goes with what stands before it."""
    last = 0
    now: int | None = None
    for place, (letter, owner) in enumerate(zip(line, owners, strict=True)):
        if is_blank(letter):
            continue
        if now is not None and owner != now:
            yield {"words": line[last:place], "number": now}
            last = place
        now = owner
    if now is not None:
        yield {"words": line[last:], "number": now}


def _bridged(lines: list[View]) -> list[View]:
    """The lines with a colour each: that of its first article; a blank line between two of one article has theirs."""
    numbers = [line["parts"][0]["number"] if line["parts"] else None for line in lines]
    below: list[int | None] = list(numbers)
    for place in range(len(lines) - 2, -1, -1):
        below[place] = numbers[place] if numbers[place] is not None else below[place + 1]
    above: int | None = None
    for line, own, after in zip(lines, numbers, below, strict=True):
        number = own if own is not None else (above if above == after else 0) or 0
        above = above if own is None else own
        begins = any(mark["nth"] for mark in line["marks"])
        marks = {f"a{colour(number)}": number, "furniture": own == 0, "start": begins, "again": line["again"]}
        line["classes"] = " ".join(name for name, holds in marks.items() if holds)
        for part in line["parts"]:
            part["colour"] = colour(part["number"]) if part["number"] else 0
    return lines


def _marks(desk: Desk, seed: Seed, articles: Iterable[Article], here: str) -> dict[int, list[View]]:
    """For each line on which a block begins, the way to it in its article; the first of an article says its number."""
    found: dict[int, list[View]] = {}
    for number, article in enumerate(articles, 1):
        own = sorted((block.text.start, anchor) for block, anchor in anchors(article).items() if block.seed == seed.id)
        for place, (start, anchor) in enumerate(own):
            href = web(relative(here, article_file(article.id), anchor))
            nth = desk.words("nth", count=number) if place == 0 else ""
            found.setdefault(seed.line_of(start), []).append({"href": href, "nth": nth, "number": number})
    return found
