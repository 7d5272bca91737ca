"""The summary of an article: two to five of its own sentences, whole and as printed, in its own order.

Chosen by what they share with the whole article and its headline, where they stand, and whether they bring a date or a
figure; none that leans on the one before it, none that says again what another one has said, none that is in doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from .model import Article, Facts, Sentence
from .rules import rules
from .text import Text

SHORTEST, LONGEST = 16, 160
EACH = 260  # one sentence for each so many characters of the body
FEWEST, MOST = 2, 5
ALIKE = 0.4  # the share of bigrams in common above which two sentences say the same
ALONE = 0.15  # what a bigram weighs that no other sentence has
LENGTH = 0.65  # how much of a sentence's length counts against it: at 1 short ones win, at 0 long ones
CENTRAL, HEADLINE, FIRST, OPENS, LATE, FACT, QUOTED = 2.0, 1.5, 1.0, 0.3, 0.4, 0.4, 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand in the summary: its place among all sentences, its bigrams, and how much it says."""

    place: int
    sentence: Sentence
    bigrams: frozenset[str]
    score: float


def summarise(article: Article, facts: Facts) -> tuple[Sentence, ...]:
    """The sentences that say most of an article, in its own order; fewer when it is short, none when none is whole."""
    told = facts.sentences
    pairs = [bigrams(sentence.text.value) for sentence in told]
    central = _centrality(pairs)
    heads = (article.kicker, article.headline, article.deck)
    headline = frozenset(pair for head in heads if head for pair in bigrams(head.value))
    dated = frozenset(event.sentence for event in facts.events if event.date.start)
    doubted = frozenset(_characters(doubt.text for doubt in article.doubts))
    candidates: list[Candidate] = []
    for place in range(len(told)):
        if not _fit(article, told, place) or (doubted and not doubted.isdisjoint(_characters([told[place].text]))):
            continue
        shared = len(headline & pairs[place]) / (len(headline) + 1)
        score = CENTRAL * central[place] + HEADLINE * shared + _standing(told, place) + _bringing(told[place], dated)
        candidates.append(Candidate(place, told[place], pairs[place], score))
    length = sum(len(sentence.text) for sentence in told)
    wanted = min(MOST, max(FEWEST, round(length / EACH)), max(1, len(told) // 2))
    return tuple(one.sentence for one in sorted(_pick(candidates, wanted), key=lambda one: one.place))


def bigrams(value: str) -> frozenset[str]:
    """The pairs of neighbouring letters, digits or Chinese characters."""
    return frozenset(pair for pair in map("".join, pairwise(value)) if pair.isalnum())


def _centrality(pairs: Sequence[frozenset[str]]) -> list[float]:
    """How much each sentence shares with the others (0 to 1): the bigrams that come back, whatever its length."""
    spread = Counter(pair for one in pairs for pair in one)
    weights = {pair: log(1 + count) if count > 1 else ALONE for pair, count in spread.items()}
    shares = [sum(weights[pair] for pair in one) / (len(one) + SHORTEST) ** LENGTH for one in pairs]
    most = max(shares, default=0) or 1
    return [share / most for share in shares]


def _fit(article: Article, told: Sequence[Sentence], place: int) -> bool:
    """Whether a sentence is whole, can stand alone, and was not cut by a jump."""
    known, value = rules("summary"), told[place].text.value
    if not SHORTEST <= len(value) <= LONGEST or not known["whole"].pattern.search(value):
        return False
    if place == 0:
        if article.begins_elsewhere:
            return False
    elif not known["whole"].pattern.search(told[place - 1].text.value):  # it may be the other half of that one
        return False
    if place == len(told) - 1 and article.ends_elsewhere:
        return False
    return not any(known[name].pattern.search(value) for name in ("leaning", "appeal"))


def _characters(texts: Iterable[Text]) -> Iterator[tuple[str, int]]:
    """Each character of the texts: its page, and where it stands there."""
    return ((span.seed, at) for text in texts for span in text.spans for at in range(span.start, span.end))


def _standing(told: Sequence[Sentence], place: int) -> float:
    """News comes first, in the article and in its paragraphs."""
    opens = place == 0 or told[place - 1].paragraph != told[place].paragraph
    return FIRST * (place == 0) + OPENS * opens - LATE * place / len(told)


def _bringing(sentence: Sentence, dated: frozenset[Text]) -> float:
    """A date, a figure and a total are worth more than a quotation."""
    known, value = rules("summary"), sentence.text.value
    found = sum(bool(known[name].pattern.search(value)) for name in ("figure", "telling"))
    return FACT * (found + (sentence.text in dated)) - QUOTED * bool(known["quotation"].pattern.search(value))


def _pick(candidates: Sequence[Candidate], wanted: int) -> list[Candidate]:
    """The best so many, each saying something that those before it do not."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda one: (-one.score, one.place)):
        if len(chosen) == wanted:
            break
        if all(_shared(candidate.bigrams, other.bigrams) < ALIKE for other in chosen):
            chosen.append(candidate)
    return chosen


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
