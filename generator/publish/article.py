"""An article's file: what is said of one article, ready for its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..model import Article, Block, Claim, Direction, Doubt, Event, Evidence, Issue, Jump, Kind, Link
from ..rules import table
from ..text import Span, Text, is_blank
from .address import WANTED, article_file, link, page_file, relative, subject_file, web
from .desk import HEADS, Desk, anchors, head_words, short
from .escape import Md, escape, inside
from .words import says

View = dict[str, Any]
PIECES = {
    Kind.PARAGRAPH: "paragraph",
    Kind.SUBHEAD: "subhead",
    Kind.ITEM: "item",
    Kind.CAPTION: "caption",
    Kind.JUMP: "jump",
    Kind.BYLINE: "byline",
    Kind.DATELINE: "paragraph",
}


def article_view(desk: Desk, article: Article) -> View:
    """Everything that an article's template shows."""
    here = article_file(article.id)
    issue = desk.library.issue_of(article)
    heads = [block for block in article.blocks if block.kind in HEADS]
    rest = [block for block in article.blocks if block.kind not in HEADS]
    first = next((place for place, block in enumerate(rest) if block.kind is not Kind.BYLINE), len(rest))
    return {
        "title": desk.title(article),
        "kicker": head_words(article, Kind.KICKER),
        "deck": head_words(article, Kind.DECK),
        "issue": desk.issue_line(issue),
        "byline": _pieces(desk, article, rest[:first]),
        "fragment": article.kind != "article",
        "summary": [(s.text.value, desk.lines(s.text, here)) for s in desk.library.summaries[article.id]],
        "timeline": list(timeline(desk, article, here)),
        "pieces": _pieces(desk, article, rest[first:]),
        "doubts": [doubt_view(desk, doubt, here) for doubt in article.doubts],
        "related": [_related(desk, article, tie) for tie in desk.library.links_of(article.id)],
        "source": list(_source(desk, article, issue, heads + rest)),
        "cite": _cite(desk, article, issue),
        "id": article.id,
    }


def article_meta(desk: Desk, article: Article) -> View:
    """An article's front matter: plain values, for the theme and for other programs."""
    issue = desk.library.issue_of(article)
    here = article_file(article.id)
    named = _subjects(desk, article)
    line = article.byline
    return {
        "title": desk.title(article).words,
        "template": "article.html",
        "id": article.id,
        "kind": article.kind,
        "paper": _claim(issue.publication, issue.publication and issue.publication.value),
        "date": _claim(issue.dated, issue.dated and desk.words.issue_days(issue.dated.value))
        | ({"start": issue.dated.value.start.isoformat(), "end": issue.dated.value.end.isoformat()} if issue.dated else {}),
        "page": _claim(issue.page, issue.page and issue.page.value),
        "byline": {
            "reporters": _values(line.reporters),
            "correspondents": _values(line.correspondents),
            "photographers": _values(line.photographers),
            "agency": line.agency and line.agency.value,
        },
        "seal": desk.seal(issue),
        "lines": [
            {"seed": seed, "first": first, "last": last, "link": web(relative(here, page_file(seed), f"L{first}"))}
            for seed, first, last in _extent(desk, article)
        ],
        "subjects": [
            {"type": subject.type, "name": short(subject.name), "link": web(relative(here, subject_file(subject)))}
            for subject in named
        ],
        "tags": list(dict.fromkeys(short(subject.name) for subject in named)),
        "doubts": len(article.doubts),
    }


def _claim(claim: Claim[Any] | None, value: str | None) -> View:
    return {"name": value, "basis": claim and str(claim.basis)}


def _values(texts: Iterable[Text]) -> list[str]:
    return [text.value for text in texts]


def _subjects(desk: Desk, article: Article) -> list[Any]:
    """The subjects with a file of their own that an article names, each once, in order."""
    found = (desk.subject(mention) for mention in desk.library.facts[article.id].mentions)
    return list({subject.name: subject for subject in found if subject is not None}.values())


def _extent(desk: Desk, article: Article) -> Iterator[tuple[str, int, int]]:
    """From which line to which an article stands in each of its seeds."""
    for seed in article.seeds:
        spans = [span for block in article.blocks for span in block.text.spans if span.seed == seed]
        page = desk.library.page_of[seed].seed
        yield seed, page.line_of(min(span.start for span in spans)), page.line_of(max(span.end for span in spans) - 1)


def extent(desk: Desk, article: Article, here: str) -> Md:
    """Links to the lines from the first to the last of an article, on each of its pages."""
    parts = [
        link(desk.words("line" if first == last else "lines", first=first, last=last), here, page_file(seed), f"L{first}")
        for seed, first, last in _extent(desk, article)
    ]
    return Md(desk.words("comma").join(parts))


def timeline(desk: Desk, article: Article, here: str) -> Iterator[View]:
    """The dated sentences of an article, the earliest first, those without a day last."""
    events = desk.library.facts[article.id].events
    for event in sorted(events, key=when):
        yield event_view(desk, event, here)


def when(event: Event) -> tuple[date, date]:
    """Where an event stands in a timeline; one without a day comes last."""
    return event.date.start or date.max, event.date.end or date.max


def event_view(desk: Desk, event: Event, here: str) -> View:
    """One dated sentence: when, in which words, on which lines, by which rule."""
    dated = event.date
    known = dated.start is not None and dated.end is not None
    return {
        "when": desk.words.days(dated.start, dated.end) if known else desk.words("undated"),
        "start": dated.start,
        "end": dated.end,
        "expression": dated.text.value,
        "said": event.sentence.value,
        "lines": desk.lines(event.sentence, here),
        "how": says("dates", dated.rule),
        "status": event.status,
    }


def doubt_view(desk: Desk, doubt: Doubt, here: str) -> View:
    """One doubt: what was printed, where, why it is doubtful, and what was done."""
    words = table("doubts").get(doubt.what.removeprefix("doubts."), {})
    return {
        "printed": doubt.text.value,
        "lines": desk.lines(doubt.text, here),
        "why": words.get("says", ""),
        "advice": words.get("advice", ""),
    }


# ── the body ──────────────────────────────────────────────────


def _pieces(desk: Desk, article: Article, blocks: Iterable[Block]) -> list[View]:
    """The blocks below the head, one after the other, each with its anchor, its words and its lines."""
    here = article_file(article.id)
    names = anchors(article)
    marks = _marks(desk, article, here)
    return [
        {
            "kind": PIECES[block.kind],
            "anchor": names[block],
            "words": _linked(block.text, marks.get(names[block], ()), here),
            "lines": desk.lines(block.text, here),
            **(_jump(desk, article, block, here) if block.kind is Kind.JUMP else {}),
        }
        for block in blocks
    ]


def _marks(desk: Desk, article: Article, here: str) -> dict[str, list[tuple[Text, str]]]:
    """For each paragraph, by anchor: the dates and the first mentions in it, and where each leads."""
    facts = desk.library.facts[article.id]
    found: dict[str, list[tuple[Text, str]]] = {}
    for event in facts.events:
        for seed, first, _ in desk.library.lines_of(event.date.text)[:1]:
            target = relative(here, page_file(seed), f"L{first}")
            found.setdefault(f"p{event.paragraph + 1}", []).append((event.date.text, target))
    seen: set[str] = set()
    for mention in facts.mentions:
        subject = desk.subject(mention)
        if subject is None or mention.paragraph is None or subject.name in seen:
            continue
        seen.add(subject.name)
        found.setdefault(f"p{mention.paragraph + 1}", []).append((mention.text, relative(here, subject_file(subject))))
    return found


def _linked(text: Text, marks: Iterable[tuple[Text, str]], here: str) -> Md:
    """The text with its marks as links; of two that overlap, the earlier one."""
    index = {offset: place for place, offset in enumerate(text.offsets())} if marks else {}
    placed = sorted((index[mark.start], len(mark), target) for mark, target in marks if mark.start in index)
    parts: list[str] = []
    last = 0
    for start, length, target in placed:
        if start < last:
            continue
        parts += [inside(text.value[last:start]), f"[{inside(text.value[start : start + length])}]({target})"]
        last = start + length
    if not parts:
        return escape(text.value)
    return Md("".join((*parts, inside(text.value[last:]))))


def _jump(desk: Desk, article: Article, block: Block, here: str) -> View:
    """What a jump mark means here: where the other half is, or that it is joined."""
    jump = next((jump for jump in article.jumps if jump.text == block.text), None)
    if jump is None or jump.joined:
        return {"joined": True}
    return {"joined": False, "cut": _cut(desk, jump), "end": jump.direction is Direction.TO, "wanted": relative(here, WANTED)}


def _cut(desk: Desk, jump: Jump) -> str:
    side = "before" if jump.direction is Direction.FROM else "after"
    key = f"cut_{side}" if jump.page is not None else f"cut_{side}_somewhere"
    return desk.words(key, page=jump.page)


# ── what is beside the body ───────────────────────────────────


def _related(desk: Desk, article: Article, tie: Link) -> View:
    """The article at the other end of a link, and why."""
    other = desk.article[tie.b if tie.a == article.id else tie.a]
    here = article_file(article.id)
    return {
        "link": link(desk.title(other).words, here, article_file(other.id)),
        "why": reason(desk, tie),
        "issue": desk.issue_line(desk.library.issue_of(other)),
        "loose": other.kind != "article",
    }


def reason(desk: Desk, tie: Link) -> str:
    """Why two articles have something to do with each other: names both print, or what a rule says."""
    rules = table("links")
    said = [rules[why.removeprefix("links.")]["says"] for why in tie.why if why.removeprefix("links.") in rules]
    names = [desk.words("quoted", words=short(why)) for why in tie.why if why.removeprefix("links.") not in rules]
    shared = desk.words("because_all") + desk.words("comma").join(names) if names else ""
    told = desk.words("because") + desk.words("reason_comma").join(said) if said else ""
    return desk.words("reason_comma").join(part for part in (told, shared) if part)


def _source(desk: Desk, article: Article, issue: Issue, blocks: list[Block]) -> Iterator[tuple[str, Md, list[Md]]]:
    """Where an article comes from: a label, what is known, and the evidence for it."""
    here = article_file(article.id)
    claims = (("paper", issue.publication, desk.paper), ("date", issue.dated, desk.dated), ("page", issue.page, desk.numbered))
    for label, claim, say in claims:
        yield desk.words(label), escape(say(issue)), [evidence(desk, item, here) for item in (claim.evidence if claim else ())]
    yield desk.words("original"), extent(desk, article, here), []
    for kind in (*HEADS, Kind.BYLINE):
        for block in blocks:
            if block.kind is kind:
                yield desk.words(str(kind)), desk.lines(block.text, here), []
    yield desk.words("changes"), *_changes(desk, article, here)


def evidence(desk: Desk, item: Evidence, here: str) -> Md:
    """The printed words that something rests on, their lines, and how they were read."""
    words = escape(desk.words("quoted", words=item.text.value))
    return Md(f"{words} {desk.lines(item.text, here)} {escape(says('issue', item.rule))}".rstrip())


def swaps(desk: Desk, blocks: Iterable[Block]) -> list[tuple[Span, str, str]]:
    """Each inked character that is shown otherwise than printed."""
    sources = {page.seed.id: page.seed.source for page in desk.library.pages}
    return [swap for block in blocks for swap in block.text.swaps(sources) if not is_blank(swap[1])]


def swap_lines(desk: Desk, found: Iterable[tuple[Span, str, str]], here: str) -> list[Md]:
    """The swaps, those of one kind together: printed as, shown as, and the lines."""
    kinds: dict[tuple[str, str], dict[tuple[str, int], None]] = {}
    for span, was, now in found:
        line = desk.library.page_of[span.seed].seed.line_of(span.start)
        kinds.setdefault((was, now), {})[span.seed, line] = None
    return [
        Md(f"{escape(desk.words('change', was=was, now=now))}　" + desk.words("comma").join(_line_links(desk, lines, here)))
        for (was, now), lines in kinds.items()
    ]


def _line_links(desk: Desk, lines: Iterable[tuple[str, int]], here: str) -> Iterator[Md]:
    for seed, line in lines:
        yield link(desk.words("line", first=line), here, page_file(seed), f"L{line}")


def _changes(desk: Desk, article: Article, here: str) -> tuple[Md, list[Md]]:
    found = swaps(desk, article.blocks)
    if not found:
        return escape(desk.words("no_changes")), []
    return escape(desk.words("changed", count=len(found))), swap_lines(desk, found, here)


def _cite(desk: Desk, article: Article, issue: Issue) -> str:
    """The article as GB/T 7714 cites one of a newspaper; what was inferred stands in brackets."""
    authors = [text.value for text in (*article.byline.reporters, *article.byline.correspondents)]
    title = desk.title(article)
    paper = desk.words("no_paper") if issue.publication is None else issue.publication.value
    printed = {claim: claim is not None and str(claim.basis) == "printed" for claim in (issue.publication, issue.dated)}
    name = paper if printed[issue.publication] else f"[{paper}]"
    day = _cited_day(desk, issue)
    page = f"({issue.page.value})" if issue.page else ""
    who = "，".join(authors)
    return f"{who}{'. ' if who else ''}{title.words if title.printed else f'[{title.words}]'}[N]. {name}, {day}{page}."


def _cited_day(desk: Desk, issue: Issue) -> str:
    if issue.dated is None:
        return f"[{desk.words('unknown_date')}]"
    start, end = issue.dated.value.start.isoformat(), issue.dated.value.end.isoformat()
    shared = next(start[:size] for size in (10, 7, 4, 0) if start[:size] == end[:size]) or f"{start}/{end}"
    return shared if str(issue.dated.basis) == "printed" else f"[{shared}]"
