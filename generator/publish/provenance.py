"""Where an article comes from: its lines, its issue and the evidence, what was changed, and how to cite it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Article, Block, Claim, Evidence, Issue
from ..text import Span, is_blank
from .address import article_file, link, page_file
from .corrections import authority, mends
from .desk import HEADS, Desk
from .escape import Md, escape
from .words import says


def stands(desk: Desk, article: Article) -> Iterator[tuple[str, int, int]]:
    """The stretches of lines in which an article stands on each of its seeds: seed, first line, last line.

    Stretches between which another article stands are told apart; blank lines and furniture between two blocks do not
    part them.
    """
    for seed in article.seeds:
        own = sorted(_line_ranges(desk, [article], seed))
        others = sorted(_line_ranges(desk, (one for one in desk.on_page[seed] if one.id != article.id), seed))
        starts = [first for first, _ in others]
        found: list[tuple[int, int]] = []
        for first, last in own:
            between = bisect_left(starts, found[-1][1] + 1) if found else 0
            if found and not (between < len(starts) and starts[between] < first):
                found[-1] = (found[-1][0], max(found[-1][1], last))
            else:
                found.append((first, last))
        yield from ((seed, first, last) for first, last in found)


def _line_ranges(desk: Desk, articles: Iterable[Article], seed: str) -> Iterator[tuple[int, int]]:
    """The first and last line of each printed piece of some articles on a seed."""
    page = desk.library.page_of[seed].seed
    for article in articles:
        for block in article.blocks:
            for span in block.text.spans:
                if span.seed == seed:
                    yield page.line_of(span.start), page.line_of(span.end - 1)


def extent(desk: Desk, article: Article, here: str) -> Md:
    """Links to the stretches of lines in which an article stands, on each of its pages."""
    parts = [
        link(
            desk.words("line" if first == last else "lines", first=first, last=last), here, page_file(seed), f"L{first}"
        )
        for seed, first, last in stands(desk, article)
    ]
    return Md(desk.words("comma").join(parts))


def source(desk: Desk, article: Article, issue: Issue, blocks: list[Block]) -> Iterator[tuple[str, Md, list[Md]]]:
    """Where an article comes from: a label, what is known, and the evidence for it."""
    here = article_file(article.id)
    claims = (
        ("paper", issue.publication, desk.paper),
        ("date", issue.dated, desk.dated),
        ("page", issue.page, desk.numbered),
    )
    for label, claim, say in claims:
        yield (
            desk.words(label),
            escape(say(issue)),
            grounds(desk, claim, here),
        )
    yield desk.words("original"), extent(desk, article, here), []
    for kind in HEADS:
        for block in blocks:
            if block.kind is kind:
                yield desk.words(str(kind)), desk.lines(block.text, here), []
    yield from _printed_about(desk, article, here)
    yield desk.words("changes"), *_changes(desk, article, here)


def _printed_about(desk: Desk, article: Article, here: str) -> Iterator[tuple[str, Md, list[Md]]]:
    """Who wrote it, whence it was sent, in which column it stood, where the page says so."""
    line = article.byline
    roles = {"reporters": line.reporters, "correspondents": line.correspondents, "photographers": line.photographers}
    named = [
        f"{desk.words(role)} {desk.words('comma').join(name.value for name in names)}"
        for role, names in (roles | {"agency": (line.agency,) if line.agency else ()}).items()
        if names
    ]
    places = (desk.lines(text, here) for text in line.texts)
    if named or line.texts:
        said = escape(desk.words("reason_comma").join(named))
        yield desk.words("byline"), Md(f"{said} {desk.words('comma').join(dict.fromkeys(places))}".strip()), []
    if desk.genre(article):
        how = desk.words("known_by", how=desk.words("inferred"))
        yield desk.words("genre"), escape(f"{desk.genre(article)}{how}"), []
    for label, text in (("dateline", article.dateline and article.dateline.text), ("column", article.column)):
        if text:
            yield desk.words(label), Md(f"{escape(desk.excerpt(text.value))} {desk.lines(text, here)}"), []


def grounds(desk: Desk, claim: Claim[Any] | None, here: str) -> list[Md]:
    """What a fact of the issue rests on: printed words, or somebody who gave it."""
    if claim is None:
        return []
    given = [escape(authority(desk, claim.given))] if claim.given else []
    return [*given, *(evidence(desk, item, here) for item in claim.evidence)]


def evidence(desk: Desk, item: Evidence, here: str) -> Md:
    """The printed words that something rests on, their lines, and how they were read."""
    words = escape(desk.words("quoted", words=desk.excerpt(item.text.value)))
    return Md(f"{words} {desk.lines(item.text, here)} {escape(says('issue', item.rule))}".rstrip())


def swaps(desk: Desk, blocks: Iterable[Block]) -> list[tuple[Span, str, str]]:
    """Each inked character that is shown otherwise than printed."""
    return [swap for block in blocks for swap in block.text.swaps(desk.sources) if not is_blank(swap[1])]


def swap_lines(desk: Desk, found: Iterable[tuple[Span, str, str]], here: str) -> list[Md]:
    """The swaps, those of one kind together: printed as, shown as, and the lines."""
    kinds: dict[tuple[str, str], dict[tuple[str, int], None]] = {}
    for span, was, now in found:
        line = desk.library.page_of[span.seed].seed.line_of(span.start)
        kinds.setdefault((was, now), {})[span.seed, line] = None
    return [
        Md(
            f"{escape(desk.words('change', was=was, now=now))}　"
            + desk.words("comma").join(_line_links(desk, lines, here))
        )
        for (was, now), lines in kinds.items()
    ]


def _line_links(desk: Desk, lines: Iterable[tuple[str, int]], here: str) -> Iterator[Md]:
    for seed, line in lines:
        yield link(desk.words("line", first=line), here, page_file(seed), f"L{line}")


def _changes(desk: Desk, article: Article, here: str) -> tuple[Md, list[Md]]:
    found = swaps(desk, article.blocks)
    by_hand = len(mends(article.corrections))
    if not (found or by_hand):
        return escape(desk.words("no_changes")), []
    said = [desk.words("changed", count=len(found))] if found else []
    said += [desk.words("changed_by_hand", count=by_hand)] if by_hand else []
    return escape("".join(said)), swap_lines(desk, found, here)


def cite(desk: Desk, article: Article, issue: Issue) -> str:
    """The article as GB/T 7714 cites one of a newspaper; what was inferred stands in brackets."""
    authors = [text.value for text in (*article.byline.reporters, *article.byline.correspondents)]
    title = desk.name(article) if desk.title(article).printed else f"[{desk.name(article)}]"
    paper = desk.words("no_paper") if issue.publication is None else issue.publication.value
    printed = {claim: claim is not None and str(claim.basis) == "printed" for claim in (issue.publication, issue.dated)}
    name = paper if printed[issue.publication] else f"[{paper}]"
    day = _cited_day(desk, issue)
    page = f"({issue.page.value})" if issue.page else ""
    who = "，".join(authors)
    return f"{who}{'. ' if who else ''}{title}[N]. {name}, {day}{page}."


def _cited_day(desk: Desk, issue: Issue) -> str:
    if issue.dated is None:
        return f"[{desk.words('unknown_date')}]"
    start, end = issue.dated.value.start.isoformat(), issue.dated.value.end.isoformat()
    shared = next(start[:size] for size in (10, 7, 4, 0) if start[:size] == end[:size]) or f"{start}/{end}"
    return shared if str(issue.dated.basis) == "printed" else f"[{shared}]"
