"""Small collections of articles as if printed on given days, with the facts that are read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.build import build
from generator.extract import extract
from generator.model import Article, Block, Kind, Library, Page, Seed
from generator.relate import relate
from generator.text import Text
from tests.extract.made import issue


@dataclass(frozen=True)
class Printed:
    """A page with one article on it."""

    page: Page
    article: Article


def printed(
    name: str, day: str | None, headline: str, *paragraphs: str, end: str = "", paper: str = "茂名日报"
) -> Printed:
    """An article on a page of its own, in the issue of a day (or of some day from `day` to `end`)."""
    source = "\n".join((headline, *paragraphs)) + "\n"
    seed = Seed(name, f"{name}.txt", source)
    blocks, start = [], 0
    for number, words in enumerate((headline, *paragraphs)):
        kind = Kind.PARAGRAPH if number else Kind.HEADLINE
        blocks.append(Block(kind, Text.of(name, source, start, start + len(words)), "made.by_hand"))
        start += len(words) + 1
    article = Article(f"{name}-0", tuple(blocks))
    return Printed(Page(seed, tuple(blocks), (article,), (), issue(day, end or day, paper)), article)


def collected(*every: Printed) -> Library:
    """The articles as a library."""
    facts = {one.article.id: extract(one.article, one.page.issue) for one in every}
    pages = [one.page for one in every]
    return relate(pages, [one.article for one in every], facts, dict.fromkeys(facts, ()))


def values(library: Library) -> dict[str, list[list[str]]]:
    """For what is counted, the points of each series of it: as printed, in the order of time."""
    found: dict[str, list[list[str]]] = {}
    for one in library.series:
        found.setdefault(one.subject, []).append([point.figure.text.value for point in one.points])
    return found


def ink(words: str) -> str:
    """The words without blanks."""
    return "".join(words.split())


def shuffled(every: Sequence[Printed]) -> list[Printed]:
    """The same in another order."""
    return [*every[1::2], *reversed(every[::2])]


@cache
def five_pages() -> Library:
    """What the program knows of the pages that are shipped."""
    return build(Path("seeds"))


def line_of(library: Library, text: Text) -> tuple[str, int]:
    """The page, by the number that its name begins with, and the line that a text begins on."""
    seed, first, _ = library.lines_of(text)[0]
    return seed.partition("_")[0], first
