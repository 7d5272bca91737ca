"""Cut a headline that is two headlines glued on one line, where an article without one has the words of one half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .chunks import cuts_word
from .heads_desk import Desk
from .heads_strips import Heads, Strip, closes, is_open

# A headline that two articles claim is cut where each gets at least this share of its words, and both gain so much.
OWN_WORDS, GAIN = 0.4, 0.12
SOME_WORDS = 0.15
SHORTEST_PART = 5
# So many pieces on, the end of a headline may stand that the page cut in two.
NEAR = 8
# A headline likes to begin with its subject, as the clauses of its body do.
SUBJECT, SUBJECT_LENGTH = 0.5, 3

Parts = tuple[tuple[int, Strip], ...]


def cut_glued(heads: Heads, desk: Desk) -> Heads:
    """The headlines, where each article that has none got its part of one that it shares with another."""
    for draft in range(len(desk.drafts)):
        if draft not in heads.of:
            heads = _cut_for(draft, heads, desk)
    return heads


def close_parts(heads: Heads, desk: Desk) -> Heads:
    """The headlines, where one that breaks off in brackets, a quotation or a word has got the loose strip that fits."""
    of, nobodys = dict(heads.of), list(heads.nobodys)
    for draft, strips in heads.of.items():
        for loose in [strip for strip in nobodys if abs(strip.first - strips[-1].first) <= NEAR]:
            found = _completed(of[draft], loose, desk, draft)
            if found:
                of[draft] = found
                nobodys = [strip for strip in nobodys if strip is not loose]
    return replace(heads, of=of, nobodys=nobodys)


def _completed(strips: list[Strip], loose: Strip, desk: Desk, draft: int) -> list[Strip] | None:
    """A headline's strips with a loose one, if that ends or begins what they leave open."""
    value = "".join(strip.value for strip in strips)
    text = "\n".join(chunk.value for chunk in desk.drafts[draft].chunks)
    behind, own = loose.first > strips[-1].first, desk.fit(loose.value, draft) >= OWN_WORDS
    ends = is_open(value) and not is_open(value + loose.value) and closes(loose.value)
    if behind and (ends or (own and cuts_word(text, value, loose.value))):
        return [*strips[:-1], replace(strips[-1], lines=(*strips[-1].lines, *loose.lines))]
    if not behind and own and cuts_word(text, loose.value, value):
        return [replace(strips[0], lines=(*loose.lines, *strips[0].lines)), *strips[1:]]
    return None


def _cut_for(draft: int, heads: Heads, desk: Desk) -> Heads:
    """Find the strip that holds the headline of a draft beside somebody else's, and give each its part."""
    ways: list[tuple[float, Strip, Parts]] = []
    for strip in heads.nobodys:
        for other in range(len(desk.drafts)):
            if other != draft and other not in heads.of:
                ways += _cuts(strip, draft, other, desk)
    for holder, strips in heads.of.items():
        for strip in strips:
            ways += _cuts(strip, draft, holder, desk)
    if not ways:
        return heads
    _, cut, parts = max(ways, key=lambda way: way[0])
    nobodys = [strip for strip in heads.nobodys if strip is not cut]
    of = dict(heads.of)
    for owner, part in parts:
        of[owner] = [*(strip for strip in of.get(owner, ()) if strip is not cut), part]
    return replace(heads, of=of, nobodys=nobodys)


def _cuts(strip: Strip, one: int, other: int, desk: Desk) -> Iterator[tuple[float, Strip, Parts]]:
    """The ways to cut a strip so that two drafts each get their words, with what is gained."""
    claims = desk.fit(strip.value, one), desk.fit(strip.value, other)
    if min(claims) < SOME_WORDS:
        return
    for left, right in _halves(strip):
        for owners in ((one, other), (other, one)):
            fits = desk.fit(left.value, owners[0]), desk.fit(right.value, owners[1])
            if min(fits) >= OWN_WORDS and sum(fits) / 2 - max(claims) >= GAIN:
                subject = SUBJECT * _is_subject(right.value, owners[1], desk)
                yield sum(fits) + subject, strip, ((owners[0], left), (owners[1], right))


def _halves(strip: Strip) -> Iterator[tuple[Strip, Strip]]:
    """A strip in two, at the ends of its lines and within them."""
    for index, line in enumerate(strip.lines):
        within = range(SHORTEST_PART, len(line.value) - SHORTEST_PART + 1)
        for at in (*([0] if index else []), *within):
            left = (*strip.lines[:index], *([replace(line, text=line.text[:at].strip())] if at else []))
            right = (replace(line, text=line.text[at:].strip(), gap=0), *strip.lines[index + 1 :])
            yield replace(strip, lines=left), replace(strip, lines=right)


def _is_subject(value: str, draft: int, desk: Desk) -> bool:
    """Whether clauses of a draft begin as a display line does: with what it speaks of."""
    start = re.compile(rf"(?:^|[。，；：！？、“]){re.escape(value[:SUBJECT_LENGTH])}")
    return any(start.search(chunk.value) for chunk in desk.drafts[draft].chunks)
