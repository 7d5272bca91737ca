"""What is doubtful about the articles of a page, said beside the very words; nothing is changed or settled.

Each doubt is named in `rules/doubts.yml`, which has the words for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ..model import BODY, Article, Block, Doubt, Kind, Seed
from ..rules import rules
from ..text import Text, is_blank

CLOSED = frozenset("。！？…”’）)】》」』.!?\"'—")
PAIRS = {"（": "）", "(": ")", "《": "》", "【": "】"}
BRACKET = re.compile("[" + re.escape("".join((*PAIRS, *PAIRS.values()))) + "]")
SAME = 30  # so many characters in a row do not come twice by chance: longer than any campaign's full name
TORN = 4  # so many characters of a paragraph tell whether it begins in the middle of a word
STOPS = frozenset("，。；：！？…、,;:!?")
SHOWN = 16  # of a paragraph whose beginning or end is in doubt
HEADS = frozenset({Kind.HEADLINE, Kind.KICKER, Kind.DECK})


def doubt(seed: Seed, articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles of the page, each with its doubts in the order of the page."""
    page = _Page(seed, articles)
    return tuple(replace(article, doubts=(*article.doubts, *_doubts(page, article))) for article in articles)


@dataclass(frozen=True)
class _Page:
    """What a doubt can be seen by: the whole page."""

    seed: Seed
    articles: tuple[Article, ...]

    @cached_property
    def head_lines(self) -> dict[int, set[str]]:
        """The articles that have a part of their heads on each line."""
        found: dict[int, set[str]] = {}
        for article in self.articles:
            for block in _of(article, HEADS):
                for span in block.text.spans:
                    found.setdefault(self.seed.line_of(span.start), set()).add(article.id)
        return found


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage that stands in an article twice: at one of its two places, the characters `first` to `last`."""

    block: Block
    following: Block | None
    first: int
    last: int

    @property
    def text(self) -> Text:
        return self.block.text[self.first : self.last]

    @property
    def fits(self) -> bool:
        """Whether it is whole sentences, clauses or an item here: nothing is joined to it in mid-clause."""
        value = self.block.text.value
        before, after = value[: self.first].rstrip(), value[self.last :].lstrip()
        begins = not before or before[-1] in STOPS or value[self.first] in STOPS
        return begins and (not after or after[0] in STOPS or value[self.last - 1] in STOPS)

    @property
    def rest(self) -> Text:
        """The paragraph behind it, which may be the rest of a sentence that it has torn; empty when there is none."""
        is_prose = self.following is not None and self.following.kind is Kind.PARAGRAPH
        return self.following.text if self.following and is_prose else Text()


def _repeated(article: Article) -> Iterator[tuple[_Passage, _Passage]]:
    """The passages that an article prints twice, each at its earlier and at its later place."""
    seen: dict[str, int] = {}  # where each window stands, counting through all blocks
    blocks = sorted(article.body, key=_place)
    following: tuple[Block | None, ...] = (*blocks[1:], None)
    inked: list[tuple[int, int]] = []  # of each character counted: its block and its place there
    for number, block in enumerate(blocks):
        base = len(inked)
        inked += [(number, at) for at, character in enumerate(block.text.value) if not is_blank(character)]
        words = "".join(block.text.value[at] for _, at in inked[base:])
        windows = [words[at : at + SAME] for at in range(len(words) - SAME + 1)]
        for first, last in _runs([at for at, window in enumerate(windows) if window in seen]):
            start, stop = seen[windows[first]], seen[windows[last]]
            home, begin = inked[start]
            whole = inked[stop][0] == home and stop >= start
            end = inked[(stop if whole else start) + SAME - 1][1] + 1
            later = (inked[base + first][1], inked[base + last + SAME - 1][1] + 1)
            yield _Passage(blocks[home], following[home], begin, end), _Passage(block, following[number], *later)
        seen.update(zip(windows, range(base, base + len(windows)), strict=True))


def _place(block: Block) -> int:
    return block.text.start


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each row of numbers that follow each other, or overlap as windows."""
    first = numbers[0] if numbers else 0
    for one, two in pairwise((*numbers, None)):
        if one is not None and (two is None or two > one + SAME):
            yield first, one
            first = two or 0


def _of(article: Article, kinds: frozenset[Kind]) -> Iterator[Block]:
    return (block for block in article.blocks if block.kind in kinds)


def _doubts(page: _Page, article: Article) -> Iterator[Doubt]:
    for name, find in FINDERS.items():
        for text in find(page, article):
            yield Doubt(text, f"doubts.{name}")


def _no_headline(_: _Page, article: Article) -> Iterator[Text]:
    """A whole article that begins here has a headline here; a picture story need not."""
    if article.headline is None and article.begins_elsewhere is None and article.body:
        yield article.body[0].text[:SHOWN]


def _glued_headline(page: _Page, article: Article) -> Iterator[Text]:
    for block in _of(article, HEADS):
        lines = {page.seed.line_of(span.start) for span in block.text.spans}
        if any(len(page.head_lines[line]) > 1 for line in lines):
            yield block.text


def _glued_names(_: _Page, article: Article) -> Iterator[Text]:
    """Names that stand in the page without anything between them."""
    for names in (article.byline.reporters, article.byline.correspondents, article.byline.photographers):
        row: list[Text] = []
        for one, two in pairwise((*names, Text())):
            row.append(one)
            if not two or one.runs[-1].end != two.runs[0].start:
                if len(row) > 1:
                    yield Text.join(row)
                row = []


def _open_end(_: _Page, article: Article) -> Iterator[Text]:
    body = [block for block in article.body if block.kind is not Kind.SUBHEAD]
    if body and article.ends_elsewhere is None and body[-1].text.value[-1:] not in CLOSED:
        yield body[-1].text[-SHOWN:]


def _twice(_: _Page, article: Article) -> Iterator[Text]:
    """A passage that the same article prints again; two articles may quote the same words.

    Doubtful is the place where it does not fit in: the later one when it fits in at both, else both.
    """
    pairs = tuple(_repeated(article))
    torn = _torn(article, frozenset(place.rest.value[:TORN] for pair in pairs for place in pair if not place.fits))
    found: dict[Text, None] = {}
    for pair in pairs:
        amiss = [place for place in pair if not place.fits]
        worst = [place for place in amiss if place.rest.value[:TORN] in torn]
        found |= {Text.join((place.text, place.rest)): None for place in worst}
        found |= {place.text: None for place in (() if worst else amiss or pair[1:])}
    yield from sorted(found, key=lambda text: text.start)


def _torn(article: Article, openings: frozenset[str]) -> frozenset[str]:
    """The openings of paragraphs that the article else prints in mid-clause only, like 务融合发 in 服务融合发展."""
    if not openings:
        return openings
    body = "\n" + "\n".join(block.text.value for block in article.body)
    before: dict[str, list[str]] = {}
    for at in range(1, len(body) - TORN + 1):
        if body[at : at + TORN] in openings:
            before.setdefault(body[at : at + TORN], []).append(body[at - 1])
    return frozenset(
        opening
        for opening, marks in before.items()
        if len(opening) == TORN and marks.count("\n") == 1 < len(marks) and all(m == "\n" or m.isalnum() for m in marks)
    )


def _odd_character(_: _Page, article: Article) -> Iterator[Text]:
    return _suspect("odd_character", article)


def _words_missing(_: _Page, article: Article) -> Iterator[Text]:
    return _suspect("words_missing", article)


def _suspect(rule: str, article: Article) -> Iterator[Text]:
    for block in article.blocks:
        for match in rules("suspects")[rule].pattern.finditer(block.text.value):
            yield block.text[match.start() : match.end()]


def _unpaired(_: _Page, article: Article) -> Iterator[Text]:
    """The first bracket of a paragraph that its partner does not follow, or that follows none."""
    for block in _of(article, BODY):
        open_marks: list[tuple[str, int]] = []
        for match in BRACKET.finditer(block.text.value):
            if match[0] in PAIRS:
                open_marks.append((PAIRS[match[0]], match.start()))
            elif not (open_marks and open_marks.pop()[0] == match[0]):
                open_marks = [("", match.start())]
                break
        if open_marks:
            at = open_marks[0][1]
            yield block.text[max(0, at - SHOWN // 2) : at + SHOWN // 2]


FINDERS: dict[str, Callable[[_Page, Article], Iterator[Text]]] = {
    "no_headline": _no_headline,
    "glued_headline": _glued_headline,
    "glued_names": _glued_names,
    "open_end": _open_end,
    "twice": _twice,
    "odd_character": _odd_character,
    "words_missing": _words_missing,
    "unpaired": _unpaired,
}
