"""Passages that a page prints twice (a box whose items also run through the text, a looped reading): marked, kept.

A passage is word for word the same, blanks and width aside, ends where a clause ends, and is too long to come twice by
chance. The printing that fits in worse does not count; of two that fit in alike, the later one. Nothing is taken away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Article, Block, Kind, Repeat
from ..rules import rules
from ..text import ZERO_WIDTH, Text, is_blank

SAME = 30  # inked characters: longer than any campaign's full name
OTHERS = 60  # in two articles, which may well quote the same words of a law or a speech
ANCHOR = 8  # so many characters at both ends of a clause are looked for again
TORN = 4  # so many characters of a paragraph tell whether it begins in the middle of a word
WIDTHS = tuple(zip("，；：！？（）％．", ",;:!?()%.", strict=True))
NO_INK = re.compile("[" + "".join(ZERO_WIDTH) + "]+")
NEXT_BLOCK, NEXT_ARTICLE = "\n", "\f"
MARKED = 4
BEGUN = re.compile(r"(?:[，。；：！？…、,;:!?“‘（()）《【]|[\n\f]\W*)$")
ENDED = re.compile(r"[，。；：！？…、,;:!?\n\f]|.(?:[，。；：！？…、,;:!?\n\f”’）)》】]|$)")
STOPS = frozenset("，。；：！？…、,;:!?\n\f")
NUMBER = re.compile(r"[\d.%一二三四五六七八九十百千万亿]")
ENDS = frozenset("。！？…!?")
SENTENCE_END = re.compile(r"[。！？…!?\n\f]")
BEFORE = 60  # characters before a passage, in which its sentence began
ALIKE = 5  # characters in a row that two sentences have in common when one says the other again
CLAUSE = re.compile(r"\w[^，。；：！？…、,;:!?“”\n\f]{7,}")


def mark_repeats(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles of a page, each with the passages in it that do not count, in reading order."""
    galley = _Galley(articles)
    found: dict[str, list[tuple[int, Repeat]]] = {}
    weighed = [_weigh(one, two) for one, two in galley.pairs()]
    leads = {other.last for why, other, _ in weighed if why == "lead"}
    for decided, other, counted in weighed:
        # Of several leads that stand one after the other, each follows on one that has no full stop.
        why = "lead" if decided == "torn" and other.first in leads and other.is_sentence else decided
        repeat = Repeat(other.text, counted.text, f"repeats.{why}", other.rest or None)
        found.setdefault(other.article.id, []).append((other.first, repeat))
    if not found:
        return articles
    return tuple(
        replace(article, repeats=tuple(repeat for _, repeat in sorted(found.get(article.id, ()), key=lambda at: at[0])))
        for article in articles
    )


@dataclass(frozen=True)
class _Galley:
    """What the articles of a page print, in reading order, as one row of ink; blocks and articles are set apart."""

    articles: tuple[Article, ...]

    @cached_property
    def blocks(self) -> tuple[tuple[Article, Block], ...]:
        """What may be printed twice: paragraphs and items, then captions, of one article after the other."""
        kinds = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.SUBHEAD})
        return tuple(
            (article, block)
            for article in self.articles
            for block in (*(b for b in article.blocks if b.kind in kinds), *article.captions)
        )

    @cached_property
    def ink(self) -> str:
        parts: list[str] = []
        for number, (article, block) in enumerate(self.blocks):
            follows = number and self.blocks[number - 1][0] is article
            parts += [NEXT_BLOCK if follows else NEXT_ARTICLE, *block.text.value.split()]
        ink = NO_INK.sub("", "".join(parts))
        for wide, narrow in WIDTHS:
            ink = ink.replace(wide, narrow)
        return ink

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the ink of each block begins."""
        return tuple(match.end() for match in re.finditer("[\n\f]", self.ink))

    def pairs(self) -> Iterator[tuple[_Printing, _Printing]]:
        """The passages that are printed twice, each at its earlier and at its later place."""
        seen: dict[str, int] = {}
        done = 0
        for at in self._anchors():
            first = seen.setdefault(self.ink[at : at + ANCHOR], at)
            if at < done or first == at:
                continue
            before, after = self._same(first, at)
            while self.ink[at - before] in STOPS:  # no passage begins with one
                before -= 1
            one = _Printing(self, first - before, first + after)
            two = _Printing(self, at - before, at + after)
            enough = OTHERS if one.article is not two.article or _is_frame(one, two) else SAME
            if max(one.whole, two.whole) >= enough:
                done = two.last
                yield one, two

    def _anchors(self) -> Iterator[int]:
        """Where the first and the last characters of each clause stand that are looked for again."""
        for clause in CLAUSE.finditer(self.ink):
            yield clause.start()
            if clause.end() - clause.start() > ANCHOR:
                yield clause.end() - ANCHOR

    def _same(self, one: int, two: int) -> tuple[int, int]:
        """How many characters before and behind two places are the same; the two passages do not touch."""
        ink, room = self.ink, two - one
        before = after = 0
        while before < room and ink[one - before - 1] == ink[two - before - 1] != NEXT_ARTICLE:
            before += 1
        while before + after < room and two + after < len(ink) and ink[one + after] == ink[two + after] != NEXT_ARTICLE:
            after += 1
        return before, after


@dataclass(frozen=True)
class _Printing:
    """A passage at one of its two places: the characters `first` to `last` of the ink."""

    galley: _Galley
    first: int
    last: int

    @cached_property
    def home(self) -> int:
        """The number of the block that it begins in."""
        return bisect_right(self.galley.starts, self.first) - 1

    @property
    def article(self) -> Article:
        return self.galley.blocks[self.home][0]

    @property
    def whole(self) -> int:
        """How much of it is neither the rest of a clause whose number differs, nor a clause that goes on otherwise."""
        first, last = self.first, self.last
        if NUMBER.match(self.galley.ink, first - 1):
            first = next((at for at in range(first, last) if self._opens(at)), last)
        while first < last and not self._closes(last):
            last -= 1
        return last - first

    @property
    def begins(self) -> bool:
        """Whether a clause may begin with it."""
        return self._opens(self.first)

    @property
    def is_sentence(self) -> bool:
        """Whether no sentence ends inside it."""
        return ENDS.isdisjoint(self.galley.ink[self.first : self.last - 1])

    @property
    def told(self) -> str:
        """What its sentence says before it."""
        before = self.galley.ink[max(0, self.first - BEFORE) : self.first]
        return SENTENCE_END.split(before)[-1]

    def _opens(self, at: int) -> bool:
        """Whether a clause may begin at a place: behind a stop, an opening mark, a dispatch's or an item's mark."""
        before = self.galley.ink[max(0, at - MARKED) : at]
        return BEGUN.search(before) is not None or rules("repeats")["opening"].pattern.search(before) is not None

    def _closes(self, at: int) -> bool:
        """Whether a clause may end before a place."""
        return ENDED.match(self.galley.ink, at - 1) is not None

    @property
    def text(self) -> Text:
        """As it is printed."""
        parts: list[Text] = []
        for number in range(self.home, len(self.galley.blocks)):
            start = self.galley.starts[number]
            if start < self.last:
                parts.append(_between(self.galley.blocks[number][1].text, self.first - start, self.last - start))
        return Text.join(parts)

    @property
    def closed(self) -> bool:
        """Whether a sentence ends with it."""
        return not ENDS.isdisjoint(self.galley.ink[self.last - 1 : self.last + 1])

    @property
    def torn(self) -> bool:
        """Whether it is joined in mid-clause to what the page joins it to nowhere else, or tears a sentence in two."""
        ends = ((self.first, self._opens), (self.last, self._closes))
        joints = [self.galley.ink[at - 1 : at + 1] for at, fits in ends if not fits(at)]
        known = rules("repeats")["joint"].pattern
        return any(j.isalnum() and self.galley.ink.count(j) == 1 and not known.search(j) for j in joints)

    @property
    def is_caption(self) -> bool:
        return self.galley.blocks[self.home][1].kind is Kind.CAPTION

    @cached_property
    def rest(self) -> Text:
        """The paragraph behind it when that is the end of a sentence which the passage has torn; else empty.

        Such a one begins like what its article else prints in mid-clause only: 务融合发 as in 服务融合发展.
        """
        ink = self.galley.ink
        if self._opens(self.first) or ink[self.last : self.last + 1] != NEXT_BLOCK:
            return Text()
        opening = re.escape(ink[self.last + 1 : self.last + 1 + TORN])
        places = [ink[match.start() - 1] for match in re.finditer(opening, ink)]
        mid = [before for before in places if before != NEXT_BLOCK]
        is_rest = len(places) == len(mid) + 1 and mid and all(before.isalnum() for before in mid)
        return self.galley.blocks[bisect_right(self.galley.starts, self.last + 1) - 1][1].text if is_rest else Text()


def _between(text: Text, first: int, last: int) -> Text:
    """The characters of a text from one number of inked ones to another."""
    places = [at for at, character in enumerate(text.value) if not is_blank(character)][max(0, first) : last]
    return text[places[0] : places[-1] + 1] if places else Text()


def _is_frame(one: _Printing, two: _Printing) -> bool:
    """Whether two sentences have words in common that begin and end inside both, as notices have."""
    return not (one.begins or two.begins or one.closed or two.closed)


def _is_retold(one: _Printing, two: _Printing) -> bool:
    """Whether two sentences with the same end begin alike too: one of them says the other again."""
    return any(one.told[at : at + ALIKE] in two.told for at in range(len(one.told) - ALIKE + 1))


def _weigh(one: _Printing, two: _Printing) -> tuple[str, _Printing, _Printing]:
    """Of two printings: why one of them does not count, that one, and the other one."""
    if one.is_caption is not two.is_caption:
        return ("caption", one, two) if one.is_caption else ("caption", two, one)
    torn = [place for place in (one, two) if place.rest]
    if not torn and not _is_retold(one, two):
        torn = [place for place in (one, two) if place.torn]
    if len(torn) == 1:
        other, counted = (one, two) if torn[0] is one else (two, one)
        # A lead has no full stop, so that what stands behind it seems to go on from it.
        is_lead = other.begins and other.is_sentence and not other.rest
        return "lead" if is_lead else "torn", other, counted
    if torn:
        return "either", two, one
    if two.closed and not one.closed:
        return "lead", one, two
    return "again", two, one
