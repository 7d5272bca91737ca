"""How well two halves fit each other: what speaks for their being one article, and what forbids it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import fsum, log1p, sqrt
from typing import Literal

from ..model import Kind
from ..rules import rules
from .stitch_halves import Half, Part, words_of

# What each piece of evidence weighs; about one for each factor of ten between true and false pairs.
BOTH_NUMBERS = 1.0
NO_NUMBER = -1.0
MOST_OF_HEADLINE = 3.0
PER_CHARACTER = 0.6
COMMON_HEADLINE = 3
LEAST_OF_HEADLINE = 0.6
PAGE_HAS_HEADLINE = 0.5
PIECE = 4
MOST_IN_PIECES = 0.9
QUOTATION_GOES_ON = 1.5
QUOTATION_LEFT_OPEN = -0.5
QUOTATION_OF_ANOTHER = -1.0
WORD_GOES_ON = 1.0
SPEAKS = 0.85
MOST_OF_WORDS = 4.5
LEAST_OF_WORDS = -1.0
# What the words of two halves share, for their length: of one article 14 (nine of ten more than 4), of different ones
# 0 (one of twenty more than 3, one of a hundred more than 5, one of a thousand more than 8).
USUAL_WORDS = 2.5
PER_WORDS = 0.5
STRINGS = 435.0
PAIRS = 161.0
SHORTEST_STRING = 3


def may_follow(start: Part, rest: Part) -> bool:
    """Whether nothing in the text forbids that `rest` goes on from `start`."""
    return start.sheet is not rest.sheet and not _cannot_follow(start, rest) and not _repeats(start, rest)


@dataclass(frozen=True)
class Fit:
    """What speaks for one half going on from another: what each kind of evidence is worth.

    `numbers`: of the pages. `headline`, `words`, `sentence`: of the text. What is known of paper and day comes to it.
    """

    numbers: float
    headline: float
    words: float
    sentence: float

    @property
    def worth(self) -> float:
        """All of it."""
        return self.numbers + self.text

    @property
    def text(self) -> float:
        """What the text alone is worth."""
        return self.headline + self.words + self.sentence

    @property
    def kinds(self) -> int:
        """How many kinds of evidence in the text speak for it."""
        return sum(kind >= SPEAKS for kind in (self.headline, self.words, self.sentence))


def fit(start: Half, rest: Half) -> Fit:
    """How well `rest` goes on from `start`, as far as the two pages tell."""
    one, other = start.part, rest.part
    return Fit(
        numbers=numbers(start, rest),
        headline=max(same_heads(one, other), head_on_page(one, other), head_on_page(other, one)),
        words=same_words(one, other),
        sentence=seam(one, other),
    )


def numbers(start: Half, rest: Half) -> float:
    """What the pages' own numbers, which agree with the marks, are worth."""
    known = (start.sheet.number is not None) + (rest.sheet.number is not None)
    return (NO_NUMBER, 0.0, BOTH_NUMBERS)[known]


def head_on_page(part: Part, other: Part) -> float:
    """What it is worth that the page of `part` prints the headline of `other`, or a line of it, over any article.

    It may be printed in pieces, one of them glued to another headline.
    """
    sheet = part.sheet
    whole = [head for head in other.heads if head in sheet.display or _in_pieces(head, sheet.display)]
    lines = [line for line in sheet.lines if other.heads and line in other.heads[-1]]
    return PAGE_HAS_HEADLINE * max((_same_line(line, line) for line in (*whole, *lines)), default=0.0)


def _in_pieces(head: str, display: str) -> bool:
    """Whether nearly all of a headline stands in the display lines of a page, in pieces that are no mere words."""
    found = first = 0
    while first < len(head):
        last = first
        while last < len(head) and head[first : last + 1] in display:
            last += 1
        found += last - first if last - first >= PIECE else 0
        first = max(last, first + 1)
    return found >= MOST_IN_PIECES * len(head)


def fits_better(start: Part, rest: Part, most: float) -> bool:
    """Whether heads, words and the broken sentence of two parts are worth more than `most`."""
    cheap = same_heads(start, rest) + seam(start, rest)
    return cheap + MOST_OF_WORDS > most and cheap + same_words(start, rest) > most


def same_heads(start: Part, rest: Part) -> float:
    """Papers print the headline again over the rest, or a piece of it: the longer the piece, the more it tells."""
    return max((_same_line(one, other) for one in start.heads for other in rest.heads), default=0.0)


def _same_line(one: str, other: str) -> float:
    alike = SequenceMatcher(None, one, other, autojunk=False)
    length = len(one) if one == other else alike.find_longest_match().size
    if length < LEAST_OF_HEADLINE * min(len(one), len(other)):
        return 0.0
    return max(0.0, min(MOST_OF_HEADLINE, PER_CHARACTER * (length - COMMON_HEADLINE)))


def same_words(start: Part, rest: Part) -> float:
    """Names and words that both parts have, and no other article of the two pages has: a long phrase counts once."""
    one, other = words_of(start), words_of(rest)
    length = sqrt(len(one) * len(other))
    if not length:
        return LEAST_OF_WORDS
    often = fsum(log1p(one.pairs[gram]) * log1p(other.pairs[gram]) for gram in _own(start, rest, "pairs"))
    shared = (STRINGS * len(_shared_strings(start, rest)) + PAIRS * often) / length
    return max(LEAST_OF_WORDS, min(MOST_OF_WORDS, PER_WORDS * (shared - USUAL_WORDS)))


def _own(start: Part, rest: Part, length: Literal["pairs", "triples"]) -> frozenset[str]:
    """What both parts have, and no other article of the two pages."""
    one, other = (getattr(words_of(part), length) for part in (start, rest))
    beside = f"{start.beside}\n{rest.beside}"
    return frozenset(gram for gram in one.keys() & other.keys() if gram not in beside)


def _shared_strings(start: Part, rest: Part) -> frozenset[str]:
    """The longest strings of both parts, where they hold three characters that no other article of the pages has."""
    common = words_of(start).triples.keys() & words_of(rest).triples.keys()
    own = _own(start, rest, "triples")
    runs = words_of(start).runs if own else ()
    return frozenset(
        run[first:last]
        for run in runs
        for first, last in _stretches(run, common)
        if any(run[index : index + SHORTEST_STRING] in own for index in range(first, last - SHORTEST_STRING + 1))
    )


def _stretches(run: str, common: Collection[str]) -> list[tuple[int, int]]:
    """Where the run has nothing but triples of `common`, half-open."""
    found: list[tuple[int, int]] = []
    for index in range(len(run) - SHORTEST_STRING + 1):
        if run[index : index + SHORTEST_STRING] not in common:
            continue
        begun = found and found[-1][1] == index + SHORTEST_STRING - 1
        first = found.pop()[0] if begun else index
        found.append((first, index + SHORTEST_STRING))
    return found


# --- the broken sentence ---


def is_open(part: Part) -> bool:
    """Whether the last sentence of a part is not finished."""
    ends = part.last
    return ends.kind is not Kind.SUBHEAD and not rules("label")["stops"].pattern.search(ends.text.value)


def breaks_a_quotation(start: Part, rest: Part) -> bool:
    """Whether what the first part opens and leaves open is closed where the second begins."""
    closed = _unopened(rest.first.text.value)
    return bool(closed) and closed == _unclosed(start.last.text.value)


def goes_on_in_paragraph(start: Part, rest: Part) -> bool:
    """Whether the second part begins in the midst of the paragraph that the first one ends with."""
    begins = rest.first.kind is Kind.PARAGRAPH and start.last.kind is not Kind.SUBHEAD
    return begins and (is_open(start) or breaks_a_quotation(start, rest))


def seam(start: Part, rest: Part) -> float:
    """What the end of one part and the beginning of the other tell."""
    if breaks_a_quotation(start, rest):
        return QUOTATION_GOES_ON
    worth = 0.0
    if _unclosed(start.last.text.value):
        worth += QUOTATION_LEFT_OPEN
    if _unopened(rest.first.text.value):
        worth += QUOTATION_OF_ANOTHER
    meets = start.last.text.value[-1] + rest.first.text.value[0]
    if is_open(start) and (start.sheet.prints(meets) or rest.sheet.prints(meets)):
        worth += WORD_GOES_ON
    return worth


def _cannot_follow(start: Part, rest: Part) -> bool:
    """Whether the second part surely begins something, or goes on from a sentence that the first one does not have."""
    begins = rest.first
    if rules("stitch")["opening"].pattern.match(begins.text.value):
        return True
    if is_open(start):
        return begins.kind is not Kind.PARAGRAPH
    return bool(rules("label")["goes_on"].pattern.match(begins.text.value)) and not breaks_a_quotation(start, rest)


def _repeats(start: Part, rest: Part) -> bool:
    """Whether the second part prints a sentence of the first one again, as the rest of an article never does."""
    return not words_of(start).sentences.isdisjoint(words_of(rest).sentences)


def _pairs() -> tuple[Sequence[str], Sequence[str]]:
    more = rules("sentences")["pair"].more
    return more["opens"], more["closes"]


@lru_cache(maxsize=1024)
def _unclosed(words: str) -> str:
    """The last mark that is opened and not closed, as its closing mark; empty when there is none."""
    opens, closes = _pairs()
    waiting: list[str] = []
    for character in words:
        if character in opens:
            waiting.append(closes[opens.index(character)])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return waiting[0] if waiting else ""


@lru_cache(maxsize=1024)
def _unopened(words: str) -> str:
    """The last mark that is closed and was not opened; empty when there is none."""
    opens, closes = _pairs()
    waiting: list[str] = []
    found = ""
    for character in words:
        if character in opens:
            waiting.append(closes[opens.index(character)])
        elif waiting and character == waiting[-1]:
            waiting.pop()
        elif character in closes and character not in waiting:
            found = character
    return found
