"""An article's file: what is said of one article, ready for its template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from markupsafe import Markup

from ..model import Article, Block, Claim, Correction, Direction, Doubt, Issue, Jump, Kind, Mention, Subject
from ..rules import table
from ..text import Text
from .address import WANTED, article_file, page_file, relative, subject_file, web
from .again import again
from .corrections import authority, corrections_view, is_mended, mended, open_doubts, quote
from .desk import HEADS, Desk, anchors, called, head_words
from .drawings import drawn
from .escape import Md, escape, inside, is_heavy, tagged
from .facts import tables
from .happening import borrowed, told_together
from .provenance import cite, source, stands
from .related import related
from .timeline import in_order, timeline

T = TypeVar("T")
View = dict[str, Any]
TELLING = 6  # characters that tell a reader which words are meant
BEFORE, AFTER = re.compile(r"\w*$"), re.compile(r"\w*")
PIECES = {
    Kind.PARAGRAPH: "paragraph",
    Kind.SUBHEAD: "subhead",
    Kind.ITEM: "item",
    Kind.CAPTION: "caption",
    Kind.JUMP: "jump",
    Kind.JUMP_HEAD: "jump_head",
    Kind.BYLINE: "byline",
    Kind.DATELINE: "paragraph",
}


def article_view(desk: Desk, article: Article) -> View:
    """Everything that an article's template shows."""
    here = article_file(article.id)
    issue = desk.library.issue_of(article)
    heads = [block for block in article.blocks if block.kind in HEADS]
    rest = [block for block in article.blocks if block.kind not in HEADS]
    rows, lanes = drawn(desk, in_order((*timeline(desk, article, here), *borrowed(desk, article, here))))
    first = next((place for place, block in enumerate(rest) if block.kind is not Kind.BYLINE), len(rest))
    return {
        "title": desk.title(article),
        "heading": _heading(desk, article),
        "heavy": is_heavy(desk.title(article).words),
        "kicker": _head_line(desk, article, Kind.KICKER),
        "deck": _head_line(desk, article, Kind.DECK),
        "issue": desk.issue_line(issue),
        "genre": desk.genre(article),
        "column": article.column.value if article.column else "",
        "byline": _pieces(desk, article, rest[:first]),
        "fragment": article.kind != "article",
        "summary": [(quote(desk, s.text), desk.lines(s.text, here)) for s in desk.library.summaries[article.id]],
        "timeline": rows,
        "lanes": lanes,
        "told": told_together(desk, article, here),
        "pieces": _pieces(desk, article, rest[first:]),
        "facts": tables(desk, article, here),
        "doubts": [doubt_view(desk, doubt, here) for doubt in article.doubts],
        "open": len(open_doubts(article)),
        "corrections": corrections_view(desk, article.corrections, here),
        "related": related(desk, article, here),
        "source": list(source(desk, article, issue, heads + rest)),
        "cite": cite(desk, article, issue),
        "id": article.id,
    }


def _heading(desk: Desk, article: Article) -> str:
    """Its title; what a person put into a headline is marked."""
    lines = [block.text for block in article.blocks if block.kind is Kind.HEADLINE]
    if not any(map(is_mended, lines)):
        return desk.title(article).words
    return Md("　".join(mended(desk, line) for line in lines))


def _head_line(desk: Desk, article: Article, kind: Kind) -> str:
    """A kicker or a deck for a line of HTML; what a person put in is marked."""
    lines = [block.text for block in article.blocks if block.kind is kind]
    if not any(map(is_mended, lines)):
        return head_words(article, kind)
    return Markup("　".join(mended(desk, line, tagged) for line in lines))  # noqa: S704 - each piece is escaped


def article_meta(desk: Desk, article: Article) -> View:
    """An article's front matter: plain values, for the theme and for other programs."""
    issue = desk.library.issue_of(article)
    here = article_file(article.id)
    named = _subjects(desk, article)
    line = article.byline
    return {
        "title": desk.name(article),
        "template": "article.html",
        "id": article.id,
        "kind": article.kind,
        "genre": article.genre,
        "column": article.column and article.column.value,
        "paper": _claim(issue.publication, str),
        "date": _claim(issue.dated, desk.words.issue_days) | _days(issue),
        "page": _claim(issue.page, str),
        "byline": {
            "reporters": _values(line.reporters),
            "correspondents": _values(line.correspondents),
            "photographers": _values(line.photographers),
            "agency": line.agency and line.agency.value,
        },
        "seal": desk.seal(issue),
        "lines": [
            {"seed": seed, "first": first, "last": last, "link": web(relative(here, page_file(seed), f"L{first}"))}
            for seed, first, last in stands(desk, article)
        ],
        "subjects": [
            {"type": subject.type, "name": called(subject), "link": web(relative(here, subject_file(subject)))}
            for subject in named
        ],
        "tags": list(dict.fromkeys(called(subject) for subject in named)),
        "doubts": len(open_doubts(article)),
    }


def _claim(claim: Claim[T] | None, say: Callable[[T], str]) -> View:
    return {"name": say(claim.value), "basis": str(claim.basis)} if claim else {"name": None, "basis": None}


def _days(issue: Issue) -> View:
    days = issue.dated.value if issue.dated else None
    return {"start": days.start.isoformat(), "end": days.end.isoformat()} if days else {}


def _values(texts: Iterable[Text]) -> list[str]:
    return [text.value for text in texts]


def _subjects(desk: Desk, article: Article) -> list[Subject]:
    """The subjects with a file of their own that an article names, each once, in order."""
    subjects = desk.library.subjects_in(article.id)
    found = (subjects.get(mention) for mention in desk.library.facts[article.id].mentions)
    return list({(one.type, one.name): one for one in found if one is not None}.values())


def doubt_view(desk: Desk, doubt: Doubt, here: str) -> View:
    """One doubt: what was printed, where, why it is doubtful, and what was done."""
    words = table("doubts").get(doubt.what.removeprefix("doubts."), {})
    return {
        "printed": _printed(desk, doubt.text),
        "lines": desk.lines(doubt.text, here),
        "why": words.get("says", ""),
        "advice": words.get("advice", "") + _near(desk, doubt),
        **_settled(desk, doubt.settled),
    }


def _printed(desk: Desk, text: Text) -> str:
    """The words in question; a few characters are told by the words around them."""
    if len(text) >= TELLING or is_mended(text):
        return quote(desk, text)
    span = text.spans[0]
    source = desk.library.page_of[span.seed].seed.source
    before = BEFORE.search(source[max(0, span.start - TELLING) : span.start])
    after = AFTER.match(source[span.end : span.end + TELLING])
    return f"{before[0] if before else ''}{text.value}{after[0] if after else ''}"


def _near(desk: Desk, doubt: Doubt) -> str:
    """The names that doubtful words may be, behind the advice."""
    names = desk.words("comma").join(doubt.near)
    return desk.words("may_be", names=names) if names else ""


def _settled(desk: Desk, settled: Correction | None) -> View:
    """What a person answered to a doubt, and who; empty while nobody has."""
    if settled is None:
        return {"answer": "", "who": ""}
    keys = {"headline": "settled_by_headline", "character": "settled_by_character"}
    answer = desk.words(keys[settled.what], now=settled.now) if settled.what in keys else settled.now
    return {"answer": answer, "who": authority(desk, settled.said)}


# ── the body ──────────────────────────────────────────────────


def _pieces(desk: Desk, article: Article, blocks: Iterable[Block]) -> list[View]:
    """The blocks below the head, one after the other, each with its anchor, its words and its lines."""
    here = article_file(article.id)
    names = anchors(article)
    marks = _marks(desk, article, here)
    notes = _notes(desk, article, here)
    return [
        {
            "kind": PIECES[block.kind],
            "anchor": names[block],
            "words": linked(desk, block.text, marks.get(names[block], ())),
            "lines": desk.lines(block.text, here),
            "heavy": _heavy(desk, block, here) if is_heavy(block.text.value) else None,
            "again": again(desk, article, block, here),
            "notes": notes.get(names[block], ()),
            **(_jump(desk, article, block, here) if block.kind is Kind.JUMP else {}),
        }
        for block in blocks
    ]


def _heavy(desk: Desk, block: Block, here: str) -> View:
    """A block that Markdown must not read, for a line of HTML."""
    seed, first, _ = desk.library.lines_of(block.text)[0]
    return {
        "words": block.text.value,
        "href": web(relative(here, page_file(seed), f"L{first}")),
        "line": desk.words("line", first=first),
    }


def _notes(desk: Desk, article: Article, here: str) -> dict[str, list[View]]:
    """The doubts about each block, by its anchor: the one in which a doubtful passage begins."""
    doubts = open_doubts(article)
    names = anchors(article) if doubts else {}
    found: dict[str, list[View]] = {}
    for doubt in doubts:
        if doubt.text.spans:
            home = next((anchor for block, anchor in names.items() if doubt.text.begins_in(block.text)), "")
            found.setdefault(home, []).append(doubt_view(desk, doubt, here))
    return found


def _marks(desk: Desk, article: Article, here: str) -> dict[str, list[tuple[Text, str]]]:
    """For each paragraph, by anchor: the dates, figures and first mentions in it, and where each leads.

    No link stands in another: what proves something comes first, and a name within it is linked where it comes again.
    """
    facts = desk.library.facts[article.id]
    found: dict[int, list[tuple[Text, str]]] = {}
    proven = [(event.paragraph, event.date.text) for event in facts.events]
    proven += [(figure.paragraph, figure.text) for figure in facts.figures if figure.paragraph is not None]
    for paragraph, text in proven:
        for seed, first, _ in desk.library.lines_of(text)[:1]:
            found.setdefault(paragraph, []).append((text, at_line(desk, seed, first, here)))
    for paragraph, text, subject in _first_mentions(desk, article, found):
        found.setdefault(paragraph, []).append((text, relative(here, subject_file(subject))))
    return {f"p{paragraph + 1}": marks for paragraph, marks in found.items()}


def _first_mentions(
    desk: Desk, article: Article, taken: Mapping[int, Sequence[tuple[Text, str]]]
) -> Iterator[tuple[int, Text, Subject]]:
    """The first sure mention of each subject with a file, below the headlines, that stands in no other link."""
    subjects = desk.library.subjects_in(article.id)
    linked = {paragraph: [text for text, _ in marks] for paragraph, marks in taken.items()}
    seen: set[tuple[str, str]] = set()
    for paragraph, mention in _below_heads(article, subjects):
        subject = subjects[mention]
        own = linked.setdefault(paragraph, [])
        if (subject.type, subject.name) not in seen and not any(mention.text.overlaps(text) for text in own):
            seen.add((subject.type, subject.name))
            own.append(mention.text)
            yield paragraph, mention.text, subject


def _below_heads(article: Article, mentions: Iterable[Mention]) -> list[tuple[int, Mention]]:
    """Sure mentions in paragraphs, in reading order; of names one within the other, the longer first."""
    body = article.body
    sure = [
        (mention.paragraph, mention)
        for mention in mentions
        if mention.paragraph is not None and not mention.doubt and body[mention.paragraph].kind is not Kind.SUBHEAD
    ]
    return sorted(sure, key=lambda pair: (pair[0], pair[1].text.start, -len(pair[1].text)))


def at_line(desk: Desk, seed: str, line: int, here: str) -> str:
    """Where printed words lead that prove something: to their line, which is said on hover."""
    return f'{relative(here, page_file(seed), f"L{line}")} "{desk.words("source_line", first=line)}"'


def linked(desk: Desk, text: Text, marks: Iterable[tuple[Text, str]]) -> Md:
    """The text with its marks as links (of two that overlap, the earlier one), and what a person put in marked."""
    say = partial(mended, desk) if is_mended(text) else _inside
    index = {offset: place for place, offset in enumerate(text.offsets())} if marks else {}
    placed = sorted((index[mark.start], len(mark), target) for mark, target in marks if mark.start in index)
    parts: list[str] = []
    last = 0
    for start, length, target in placed:
        if start < last:
            continue
        parts += [say(text[last:start]), f"[{say(text[start : start + length])}]({target})"]
        last = start + length
    if not parts and say is _inside:
        return escape(text.value)
    return Md("".join((*parts, say(text[last:]))))


def _inside(text: Text) -> Md:
    return inside(text.value)


def _jump(desk: Desk, article: Article, block: Block, here: str) -> View:
    """What a jump mark means here: where the other half is, or that it is joined."""
    jump = next((jump for jump in article.jumps if jump.text == block.text), None)
    if jump is None or jump.joined:
        return {"joined": True, "end": jump is not None and jump.direction is Direction.TO}
    return {
        "joined": False,
        "cut": _cut(desk, jump),
        "end": jump.direction is Direction.TO,
        "wanted": relative(here, WANTED),
    }


def _cut(desk: Desk, jump: Jump) -> str:
    side = "before" if jump.direction is Direction.FROM else "after"
    return desk.words(f"cut_{side}_{desk.whereabouts(jump)}", page=jump.page)
