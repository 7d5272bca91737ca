"""What the program makes of each page against what a person says is on it. Floors only rise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
import yaml

from generator.build import open_page
from generator.model import BODY, Article, Kind, Page
from generator.text import Text, is_blank

from .reading import HERE, Truth, all_truth

TRUTHS = all_truth()
FLOORS = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))


def ink(text: Text, page: Page) -> tuple[int, ...]:
    """The offsets of a text's inked characters."""
    return tuple(offset for offset in text.offsets() if offset is not None and not is_blank(page.seed.source[offset]))


def matched(truth: Truth, page: Page) -> dict[str, Article | None]:
    """For each true article, the recovered one that shares most of its ink, if that is more than half of both."""
    owner = {offset: article for article in page.articles for block in article.blocks for offset in ink(block.text, page)}
    found: dict[str, Article | None] = {}
    for name in truth.articles:
        own = {offset for unit in truth.units if unit.article == name for offset in unit.ink}
        best = max(page.articles, key=lambda article: sum(owner.get(offset) is article for offset in own))
        theirs = {offset for offset, article in owner.items() if article is best}
        found[name] = best if 2 * len(own & theirs) > max(len(own), len(theirs)) else None
    return found


def share(hits: Iterable[bool]) -> tuple[int, int]:
    """How many of how many."""
    listed = list(hits)
    return sum(listed), len(listed)


def f_score(true: Iterable[Any], said: Iterable[Any]) -> tuple[int, int]:
    """Hits twice, and what both sides hold: their quotient is the F1 of exact answers."""
    here, there = list(true), list(said)
    common = len(set(here) & set(there))
    return 2 * common, len(here) + len(there)


Pairs = list[tuple[str, Mapping[str, Any], Article | None]]


def bodies(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
    """Articles whose whole body is right: every character, in order; a spurious article counts against it."""
    true = [sum(truth.ink_of(name, *map(str, BODY)), ()) for name, _, _ in pairs]
    said = [sum((ink(block.text, page) for block in article.body), ()) for article in page.articles]
    return f_score([body for body in true if body], [body for body in said if body])


def units(*roles: str) -> Callable[[Truth, Page, Pairs], tuple[int, int]]:
    """Units of these roles that are right: the same characters, in the same order, under the same role."""

    def score(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
        true = [unit.ink for unit in truth.units if unit.role in roles]
        said = [ink(block.text, page) for block in page.blocks if block.kind in roles]
        return f_score(true, said)

    return score


def head(field: str, view: Callable[[Article], Text | None]) -> Callable[[Truth, Page, Pairs], tuple[int, int]]:
    """Articles whose headline (kicker, deck) reads as a person says, blanks aside; none where there is none."""

    def score(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
        return share(
            article is not None and _plain(entry.get(field)) == _plain(text.value if (text := view(article)) else None)
            for _, entry, article in pairs
        )

    return score


def names(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
    """Articles with exactly the reporters, correspondents and photographers that a person reads."""
    return share(
        article is not None
        and all(
            [text.value for text in getattr(article.byline, part)] == (entry.get(part) or [])
            for part in ("reporters", "correspondents", "photographers")
        )
        for _, entry, article in pairs
    )


def jumps(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
    """Articles whose jump marks, in and out, name the right pages."""
    return share(
        article is not None
        and [mark and mark.page for mark in (article.begins_elsewhere, article.ends_elsewhere)]
        == [entry.get("from"), entry.get("to")]
        for _, entry, article in pairs
    )


def dated(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
    """Whether the page's date is the range that a person finds, or one that holds it: never narrower, never beside it."""
    true, said = truth.issue.get("date"), page.issue.dated
    if not true or not true.get("start"):
        return share([said is None])
    wide = said is not None and said.value.start <= true["start"] and true["end"] <= said.value.end
    return share([wide])


def papers(truth: Truth, page: Page, pairs: Pairs) -> tuple[int, int]:
    """Whether the paper's name is what a person says, or honestly not known."""
    said = page.issue.publication
    return share([said is not None and said.value == (truth.issue.get("publication") or {}).get("name")])


def _plain(value: str | None) -> str:
    return "".join(character for character in value or "" if not is_blank(character))


SCORES: dict[str, Callable[[Truth, Page, Pairs], tuple[int, int]]] = {
    "articles": bodies,
    "paragraphs": units(Kind.PARAGRAPH, Kind.ITEM),
    "subheads": units(Kind.SUBHEAD),
    "captions": units(Kind.CAPTION),
    "furniture": units(Kind.FURNITURE),
    "headlines": head("title", lambda article: article.headline),
    "kickers": head("kicker", lambda article: article.kicker),
    "decks": head("deck", lambda article: article.deck),
    "bylines": names,
    "jumps": jumps,
    "dates": dated,
    "papers": papers,
}


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[int, int]]:
    totals = dict.fromkeys(SCORES, (0, 0))
    for truth in TRUTHS:
        page = open_page(truth.seed)
        found = matched(truth, page)
        pairs = [(name, entry, found[name]) for name, entry in truth.articles.items()]
        for name, score in SCORES.items():
            hits, cases = score(truth, page, pairs)
            totals[name] = (totals[name][0] + hits, totals[name][1] + cases)
    return totals


@pytest.mark.parametrize("what", SCORES)
def test_at_least_as_right_as_before(what: str, measured: dict[str, tuple[int, int]]) -> None:
    hits, cases = measured[what]
    reached = hits / cases if cases else 1.0
    print(f"{what}: {hits}/{cases} = {reached:.3f}, floor {FLOORS[what]}")
    assert reached >= FLOORS[what], f"{what}: {reached:.3f} of what a person found, the floor is {FLOORS[what]}"


def test_every_page_has_been_read_by_a_person() -> None:
    assert {truth.seed.name for truth in TRUTHS} >= {file.name for file in HERE.parent.parent.joinpath("seeds").glob("*.txt")}
