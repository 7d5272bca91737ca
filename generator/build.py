"""The pipeline: newspaper pages are taken apart and bound into a book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from .extract import extract
from .extract.misnamed import doubt_leaders, doubt_towns
from .model import Article, Choice, Facts, Given, Issue, Library, Page, Seed, Sentence
from .read import read, read_given
from .read.reports import read_reports
from .recover.datelines import date_datelines
from .recover.doubts import doubt
from .recover.genres import name_genres
from .recover.group import group
from .recover.issue import date_issue
from .recover.kept import keep
from .recover.label import label
from .recover.plain import is_plain, set_plain
from .recover.quoted import Proof
from .recover.repair import repair
from .recover.repeats import mark_repeats
from .recover.respell import respell
from .recover.retitle import retitle
from .recover.rulings import rule_joins
from .recover.settle import settle, tell
from .recover.stitch import stitch
from .recover.stitch_issues import taught
from .recover.stitch_reasons import explain_joins, prints_mark
from .recover.tags import name_columns
from .relate import relate
from .relate.reports import settle as settle_reports
from .store import Store
from .summarise import summarise


def build(
    folder: Path, *, watch: Callable[[Sequence[Seed]], Iterable[Seed]] = iter, store: Store | None = None
) -> Library:
    """Everything that the pages below `folder` say, and what they say of each other.

    `watch` hands the seeds on one by one; it may show how far the work is. `store` knows what was computed before.
    """
    store = store or Store()
    seeds, unread = read(folder)
    given, refused = read_given(folder, seeds=seeds, unread=unread)
    opened = tuple(store.opened(seed, given.get(seed.id), open_page) for seed in watch(seeds))
    orders, ruled = rule_joins(opened, given)
    pages = tuple(keep(page, ruled.get(page.seed.id, ())) for page in opened)
    issues = {page.seed.id: page.issue for page in pages}
    articles = stitch(pages, orders)
    told = {article.id: store.told(article, issues[article.seeds[0]], tell_all) for article in articles}
    facts = {name: found for name, (found, _) in told.items()}
    summaries = {name: summary for name, (_, summary) in told.items()}
    library = relate(taught(pages, articles), articles, facts, summaries, unread)
    library = replace(library, refused=(*refused, *(fault for page in pages for fault in page.refused)))
    return settle_reports(library, *read_reports(folder))


def tell_all(article: Article, issue: Issue) -> tuple[Facts, tuple[Sentence, ...]]:
    """The facts and the summary of an article that was printed in `issue`."""
    facts = extract(article, issue)
    return facts, summarise(article, facts)


def open_page(seed: Seed, given: Given | None = None) -> Page:
    """One page taken apart: lines become blocks, blocks become articles, and the page tells its date.

    What a person knows of it (`given`) stands above what the page tells.
    """
    known = given or Given()
    lines, respelt = respell(seed, repair(seed), known)
    pieces = label(lines)
    plain = is_plain(seed, lines, pieces)
    blocks, articles, furniture, choices = set_plain(seed, lines) if plain else group(seed, pieces)
    proof = Proof(seed, lines, blocks)
    (blocks, articles, furniture), titled = retitle(proof, (blocks, articles, furniture), known)
    issue, told = tell(date_issue(blocks, articles), known)
    page = Page(seed, blocks, articles, furniture, issue, choices)
    articles, answered = settle(proof, describe(page), known, (*respelt, *titled))
    return keep(replace(page, articles=articles), (*respelt, *titled, *told, *answered))


def weigh_marks(page: Page, folder: Path) -> tuple[Choice, ...]:
    """What was weighed for the jump marks of a page, among the pages below `folder` that print any."""
    if not any(article.jumps for article in page.articles):
        return ()
    seeds = [seed for seed in read(folder)[0] if seed.id == page.seed.id or prints_mark(seed)]
    given, _ = read_given(folder, seeds=seeds, unread=())
    pages = [page if seed.id == page.seed.id else open_page(seed, given.get(seed.id)) for seed in seeds]
    orders, _ = rule_joins(pages, given)
    return explain_joins(page.seed.id, pages, orders)


def describe(page: Page) -> tuple[Article, ...]:
    """The articles of a page with what it says around them: datelines, columns, genres, repeats, and doubts."""
    dated = date_datelines(page.articles, page.issue.dated.value if page.issue.dated else None)
    named = name_genres(name_columns(page.blocks, dated))
    return doubt_leaders(doubt_towns(doubt(page.seed, mark_repeats(named), page.choices)))
