"""Which newspaper, of which day, which page: from what the page itself prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..model import Article, Basis, Block, Claim, Evidence, Issue, Kind
from ..rules import rules
from ..text import Text
from .dating import date_page

CITY_PAPER = "日报"  # rules/issue.yml: our_city says so to the reader; the name is marked as inferred
LEADING_SHARE = 0.6  # of all cities named on the page: the others are neighbours and guests
SAID_OFTEN = 2  # once may be a quotation
HEAD_BLOCKS = frozenset({Kind.FURNITURE})


def date_issue(blocks: tuple[Block, ...], articles: Sequence[Article]) -> Issue:
    """The issue that a page is of; what the page does not tell is None. `blocks`: all of the page, in any article."""
    return Issue(_publication(blocks), date_page(blocks, articles), _page(blocks))


def _page(blocks: Iterable[Block]) -> Claim[str] | None:
    """The number of the page, from the line over it."""
    rule = rules("issue")["folio_page"]
    for block in blocks:
        match = rule.pattern.search(block.text.value) if block.kind in HEAD_BLOCKS and "folio" in block.why else None
        if match:
            number = match["page"] or match["tens"]
            evidence = Evidence(block.text[match.start() : match.end()].strip(), rule.id)
            return Claim(number, Basis.PRINTED, (evidence,))
    return None


def _publication(blocks: tuple[Block, ...]) -> Claim[str] | None:
    """The paper's name as its own credits print it, or its city's daily when `our city` is plain."""
    return _credited(blocks) or _of_the_city(blocks)


def _credited(blocks: Iterable[Block]) -> Claim[str] | None:
    rule = rules("issue")["credit_paper"]
    found: dict[str, list[Text]] = {}
    for block in blocks:
        for match in rule.pattern.finditer(block.text.value):
            name = block.text.group(match, "paper") or Text()
            found.setdefault(name.value, []).append(name)
    if len(found) != 1:
        return None
    ((paper, texts),) = found.items()
    return Claim(paper, Basis.PRINTED, tuple(Evidence(text, rule.id) for text in texts[:3]))


def _of_the_city(blocks: tuple[Block, ...]) -> Claim[str] | None:
    """The daily of the one city that a page which says `our city` is about; None when no city leads by far."""
    ours = rules("issue")["our_city"]
    said = list(_caught(blocks, ours.pattern))
    whole = list(_caught(blocks, rules("issue")["whole_city"].pattern))
    cities = rules("cities")["city"]
    named = list(_caught(blocks, cities.pattern))
    counted = Counter(text.value for text in named)
    if not said or not counted:
        return None
    city, count = counted.most_common(1)[0]
    if min(len(whole), count) < SAID_OFTEN or count < LEADING_SHARE * len(named):
        return None
    first = next(text for text in named if text.value == city)
    return Claim(city + CITY_PAPER, Basis.INFERRED, (Evidence(said[0], ours.id), Evidence(first, cities.id)))


def _caught(blocks: Iterable[Block], pattern: re.Pattern[str]) -> Iterator[Text]:
    """Every place where a pattern stands in the blocks."""
    for block in blocks:
        for match in pattern.finditer(block.text.value):
            yield block.text[match.start() : match.end()]
