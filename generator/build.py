"""The pipeline: newspaper pages are taken apart and bound into a book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from .extract import extract
from .model import Library, Page, Seed
from .read import read
from .recover.datelines import date_datelines
from .recover.doubts import doubt
from .recover.group import group
from .recover.issue import date_issue
from .recover.label import label
from .recover.plain import is_plain, set_plain
from .recover.repair import repair
from .recover.stitch import stitch
from .recover.stitch_issues import taught
from .relate import relate
from .summarise import summarise


def build(folder: Path, *, watch: Callable[[Sequence[Seed]], Iterable[Seed]] = iter) -> Library:
    """Everything that the pages below `folder` say, and what they say of each other.

    `watch` hands the seeds on one by one; it may show how far the work is.
    """
    seeds, unread = read(folder)
    pages = tuple(open_page(seed) for seed in watch(seeds))
    issues = {page.seed.id: page.issue for page in pages}
    articles = stitch(pages)
    facts = {article.id: extract(article, issues[article.seeds[0]]) for article in articles}
    summaries = {article.id: summarise(article, facts[article.id]) for article in articles}
    return relate(taught(pages, articles), articles, facts, summaries, unread)


def open_page(seed: Seed) -> Page:
    """One page taken apart: lines become blocks, blocks become articles, and the page tells its date."""
    lines = repair(seed)
    pieces = label(lines)
    plain = is_plain(seed, lines, pieces)
    blocks, articles, furniture, choices = set_plain(seed, lines) if plain else group(seed, pieces)
    issue = date_issue(blocks)
    dated = date_datelines(articles, issue.dated.value if issue.dated else None)
    return Page(seed, blocks, doubt(seed, dated), furniture, issue, choices)
