"""What a person corrected, shown with who says so; and the lines of a sidecar that would correct or answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from ..model import Article, Authority, Correction, Doubt, Refused, Seed
from ..text import Text, count_ink, ink_of
from .desk import Desk
from .escape import Md, inside, tagged

View = dict[str, Any]
SIDECAR = ".yml"
QUOTED, LONGEST_QUOTED = 8, 60
# What the answer to a doubt may be instead: the characters as they should read.
MISPRINTS = frozenset({"doubts.odd_character", "doubts.words_missing", "doubts.unpaired", "doubts.misread"})


def open_doubts(article: Article) -> tuple[Doubt, ...]:
    """The doubts about an article that nobody has settled."""
    return tuple(doubt for doubt in article.doubts if doubt.settled is None)


def authority(desk: Desk, said: Authority) -> str:
    """Who says so, on which day, and why."""
    signed = said.by if said.on is None else desk.words("signed_on", by=said.by, day=desk.words.day(said.on))
    return desk.words("signed_because", signed=signed, why=said.why) if said.why else signed


def mended(desk: Desk, text: Text, written: Callable[[str], Md] = inside) -> Md:
    """The words, each piece `written` for where they go (the middle of a line of Markdown).

    What a person put in is marked, and says so on hover.
    """
    parts: list[str] = []
    last = 0
    for run in text.runs:
        words = written(text.value[last : last + run.length])
        hint = tagged(desk.words("corrected_by", by=run.author))
        parts.append(f'<ins class="corrected" title="{hint}">{words}</ins>' if run.author else words)
        last += run.length
    return Md("".join(parts))


def mends(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that changed a character."""
    return [correction for correction in corrections if correction.changes]


def taken_out(corrections: Iterable[Correction]) -> Iterator[Text]:
    """The printed characters that a person took out: they are still of the article."""
    return (change.printed for correction in corrections for change in correction.changes)


def is_mended(text: Text) -> bool:
    """Whether a person put something into the words."""
    return any(run.author for run in text.runs)


def quote(desk: Desk, text: Text) -> str:
    """Printed words as far as they are quoted, what a person put in marked."""
    return mended(desk, text) if is_mended(text) else desk.excerpt(text.value)


def correction_view(desk: Desk, correction: Correction, here: str) -> View:
    """One correction: of what, what stood there, what does now, on which lines, and who says so."""
    return {
        "what": desk.words(f"correction_{correction.what}"),
        "was": _said(desk, correction, correction.was),
        "now": _said(desk, correction, correction.now),
        "lines": desk.lines(correction.text, here),
        "who": authority(desk, correction.said),
    }


def _said(desk: Desk, correction: Correction, words: str) -> str:
    """What stood there or does now; days in words, and where there is nothing, what that means."""
    if not words:
        return desk.words({"join": "joins_none", "headline": "no_headline"}.get(correction.what, "no_page"))
    if correction.what == "issue_date":
        first, _, last = words.partition("/")
        return desk.words.days(date.fromisoformat(first), date.fromisoformat(last or first))
    return desk.words("quoted", words=desk.excerpt(words))


def corrections_view(desk: Desk, corrections: Iterable[Correction], here: str) -> list[View]:
    """Corrections, one row each."""
    return [correction_view(desk, correction, here) for correction in corrections]


def register(desk: Desk, here: str) -> list[View]:
    """Every correction of the collection, in the order of the pages, with the article that it is about."""
    homes = {one: article for article in desk.library.articles for one in article.corrections}
    return [
        correction_view(desk, correction, here)
        | {
            "seal": desk.seal(page.issue),
            "page": page.seed.name,
            "article": _home(desk, homes.get(correction), here),
        }
        for page in desk.library.pages
        for correction in page.corrections
    ]


def _home(desk: Desk, article: Article | None, here: str) -> str:
    return desk.opens(article, here) if article else ""


def refused_view(desk: Desk) -> list[View]:
    """The corrections that could not be made: where they are written, and why."""
    return [_refused(desk, fault) for fault in desk.library.refused]


def _refused(desk: Desk, fault: Refused) -> View:
    where = desk.words("sidecar_line", file=fault.file, line=fault.line)
    return {"where": where, "why": desk.words(f"refused_{fault.what}", **dict(fault.found))}


# --- what to write into a sidecar ---


def stanza(seed: Seed, doubt: Doubt) -> str:
    """The lines of a sidecar that settle a doubt, to be filled in; the words quoted stand once on the page."""
    words = json.dumps(quoted(seed, doubt.text), ensure_ascii=False)
    lines = ["doubts:", f"  - words: {words}", f"    doubt: {doubt.what.removeprefix('doubts.')}", "    answer:"]
    if doubt.what in MISPRINTS:
        lines += ["# or / 或者", "characters:", f"  - printed: {words}", f"    read: {words}"]
    return "\n".join(lines)


def sidecar(seed: Seed) -> str:
    """The name of a page's sidecar."""
    return seed.name.rpartition(".")[0] + SIDECAR


def quoted(seed: Seed, text: Text) -> str:
    """The first words of a text, and as many more around them as make them stand once on their page."""
    ink = ink_of(seed.source)
    first = seed.ink_before(text.start)
    last = first + max(QUOTED, min(count_ink(text.value), LONGEST_QUOTED // 2))
    return next(words for words in _longer(ink, first, min(last, len(ink))) if ink.count(words) == 1)


def _longer(ink: str, first: int, last: int) -> Iterator[str]:
    """The characters from `first` to `last`, then more to both sides, to the whole page."""
    while first > 0 or last < len(ink):
        yield ink[first:last]
        first, last = max(0, first - QUOTED // 2), min(len(ink), last + QUOTED)
    yield ink
