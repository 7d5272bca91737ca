"""Documents: papers with a title in marks, who issued them, what was done to them, and what they are said to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Document
from ..rules import rules
from ..text import Text
from .marks import Marked
from .told import Told

NEAR = 80  # characters before a title in which its verb and its issuer stand
COMMAS = ("，", ",", "：", ":")
SAID = 160  # characters behind a title that tell what it does


def documents(every: Sequence[Told], pages: Sequence[Marked]) -> Iterator[Document]:
    """The documents that the passages of an article name, in reading order."""
    for told, page in zip(every, pages, strict=True):
        if rules("documents")["title"].may_fit(page.value):
            yield from _documents(told, page)


def _documents(told: Told, page: Marked) -> Iterator[Document]:
    last, first = -1, -1
    for match in rules("documents")["title"].pattern.finditer(page.value):
        listed = last >= 0 and rules("documents")["joint"].pattern.match(page.value[last : match.start()])
        first = first if listed else match.start()
        last = match.end()
        doubt = _doubt(page, match, first)
        if doubt is not None:
            yield _document(told, page, match, first, doubt)


def _doubt(page: Marked, match: re.Match[str], first: int) -> str | None:
    """Empty for a document, the rule of a doubtful one, None for what is none."""
    known = rules("documents")
    before = page.covered[max(0, first - NEAR) : first]
    if known["other"].pattern.match(page.value[match.end() : match.end() + NEAR]) or known["played"].pattern.search(
        before
    ):
        return None
    if known["paper"].pattern.search(match["name"]):
        return ""
    verb = known["verb"].pattern.search(page.covered, max(page.clause(first), first - NEAR), first)
    return "documents.by_verb" if verb and known["issues"].pattern.search(verb["verb"]) else None


def _document(told: Told, page: Marked, match: re.Match[str], first: int, doubt: str) -> Document:
    text, known = told.passage.text, rules("documents")
    begins = page.clause(first)
    verb = known["verb"].pattern.search(page.covered, max(begins, first - NEAR), first)
    if verb and not _done(page, begins, verb.start()):
        verb = None
    behind = known["behind"].pattern.match(page.covered[match.end() : match.end() + NEAR])
    issues = bool(verb and known["issues"].pattern.search(verb["verb"]))
    if verb and issues and known["another_s"].pattern.search(verb["between"]):
        verb, issues = None, False
    handed_on = verb and known["handed_on"].pattern.search(page.covered, begins, verb.start())
    tells = not handed_on and (issues or (verb and known["carried"].pattern.search(verb["verb"])))
    status = known["status"].pattern.search(match.group())
    return Document(
        text[match.start() : match.end()],
        told.passage.paragraph(match.start()),
        issuer=_issuer(text, page, verb.start("verb")) if verb and issues else None,
        verb=text.group(verb, "verb") if verb else _shifted(text, behind, match.end()),
        says=_stands(text, page, behind, match.end()) or (_says(text, page, match.end()) if tells else None),
        status=text[match.start() :].group(status, "status") if status else None,
        doubt=doubt,
    )


def _done(page: Marked, start: int, verb: int) -> bool:
    """Whether the words of a clause before its verb leave it to be done."""
    planned = rules("documents")["planned"].pattern.search(page.covered[start:verb])
    return not planned and not rules("status")["unreal"].pattern.search(page.covered, start, verb)


def _shifted(text: Text, behind: re.Match[str] | None, start: int) -> Text | None:
    return text[start + behind.start("verb") : start + behind.end("verb")] if behind else None


def _stands(text: Text, page: Marked, behind: re.Match[str] | None, start: int) -> Text | None:
    """What the words at once behind a title tell of it: 全面生效; 明确，到2025年…….

    `start`: where the title ends.
    """
    if not behind:
        return None
    if rules("documents")["whole"].pattern.search(behind["verb"]):
        return text[start + behind.start() : start + behind.end()]
    first = start + behind.end()
    first += page.covered[first : first + 1] in COMMAS
    stop = min(page.sentence(start - 1)[1], start + SAID)
    return text[first:stop].strip() if first < stop - 1 else None


def _issuer(text: Text, page: Marked, verb: int) -> Text | None:
    """Who issued a document: the body right before the verb, unless it only joined somebody who is not printed."""
    known = rules("documents")
    start, _ = page.sentence(verb)
    match = known["issuer"].pattern.search(page.covered, max(start, verb - NEAR), verb)
    if not match or known["jointly"].pattern.match(match["issuer"]):
        return None
    return text.group(match, "issuer")


def _says(text: Text, page: Marked, end: int) -> Text | None:
    """What a document is said to do: the words behind an issuing verb, from where they begin to tell it.

    Another document that is issued before stops it: the words would be about that one too.
    """
    stop = min(page.sentence(end - 1)[1], end + SAID)
    start = page.stop(end) + 1
    known = rules("documents")
    while start < stop:
        if known["tells"].pattern.match(page.covered[start:stop]):
            return text[start:stop].strip()
        if known["issued"].pattern.match(page.covered, start, stop):
            return None
        start = page.stop(start) + 1
    return None
