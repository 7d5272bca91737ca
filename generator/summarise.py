"""The summary of an article: two to five of its own sentences, whole and as printed, in its own order.

Chosen by what they share with the whole article and its headline, where they stand, and whether they bring a date or a
figure; none that leans on what is not there, none that says again what another one has said, none that is in doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log
from operator import add

from .model import Article, Facts, Sentence
from .rules import rules
from .text import Text

RUN = re.compile(r"[^\W_]+")  # letters, digits and Chinese characters without anything between them
SHORTEST, LONGEST = 16, 240
EACH = 400  # one sentence for each so many characters of the body
FEWEST, MOST = 2, 5
ALIKE = 0.4  # the share of bigrams in common above which two sentences say the same
LENGTH = 0.85  # how much of a sentence's length counts against it: at 1 short ones win, at 0 long ones
READABLE = 100  # characters; what a sentence has beyond counts against it
FAR = 40  # characters that stand between two lines of a sentence where something else is printed between them
# What a sentence is worth for being like the others, taking up the headline, standing early, …
CENTRAL, HEADLINE, EARLY, LATE = 2.5, 2.0, 2.5, 0.4
BRINGS = {"figure": 0.8, "telling": 0.2}
AGAINST = {"quotation": 0.6, "empty": 1.0, "own_words": 0.8, "half_known": 0.5, "run_in": 0.4}
TWIN = 8  # letters in a row that no clause says twice
LONG, TWICE = 0.5, 1.0  # … and what counts against it: to be hard to read, to be printed twice
PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("『", "』"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article: its place among all sentences, its bigrams, and how much it says."""

    place: int
    bigrams: frozenset[str]
    score: float


def summarise(article: Article, facts: Facts) -> tuple[Sentence, ...]:
    """The sentences that say most of an article, in its own order; fewer when it is short, none when none is fit."""
    told = facts.sentences
    doubted = frozenset(_characters(doubt.text for doubt in article.doubts))
    far = _far(told)

    def fit(place: int) -> bool:
        return _fit(article, told, place, far) and not _touches(told[place].text, doubted)

    length = sum(len(sentence.text) for sentence in told)
    wanted = min(MOST, max(FEWEST, round(length / EACH)), max(1, len(told) // 2))
    return tuple(told[place] for place in sorted(_pick(_candidates(article, told), wanted, fit)))


def bigrams(value: str) -> frozenset[str]:
    """The pairs of neighbouring letters, digits or Chinese characters."""
    return frozenset(chain.from_iterable(map(add, run, run[1:]) for run in RUN.findall(value)))


def _candidates(article: Article, told: Sequence[Sentence]) -> list[Candidate]:
    """Every sentence of a length that can be read, the one that says most first."""
    pairs = [bigrams(sentence.text.value) for sentence in told]
    spread = Counter(chain.from_iterable(pairs))
    central, headline = _centrality(pairs, spread), _headline(article, spread)
    repeated = frozenset(_characters(repeat.of for repeat in article.repeats))
    found: list[Candidate] = []
    for place, sentence in enumerate(told):
        if SHORTEST <= len(sentence.text) <= LONGEST:
            score = CENTRAL * central[place] + HEADLINE * sum(headline[pair] for pair in pairs[place] & headline.keys())
            score += (
                _standing(place, len(told)) + _bringing(sentence.text.value) - TWICE * _touches(sentence.text, repeated)
            )
            found.append(Candidate(place, pairs[place], score))
    return sorted(found, key=lambda one: (-one.score, one.place))


def _centrality(pairs: Sequence[frozenset[str]], spread: Mapping[str, int]) -> list[float]:
    """How much each sentence shares with all others (0 to 1); a bigram weighs the more, the fewer sentences have it."""
    logs = {count: log(1 + len(pairs) / count) for count in set(spread.values())}
    squares = {count: weight**2 for count, weight in logs.items()}
    alone = {pair: squares[count] for pair, count in spread.items()}
    sizes = [2 + sum(map(alone.__getitem__, one)) ** LENGTH for one in pairs]
    weights = {pair: logs[count] for pair, count in spread.items() if count > 1}  # what is shared by none adds nothing
    shared = [one & weights.keys() for one in pairs]
    whole = dict.fromkeys(weights, 0.0)
    for one, size in zip(shared, sizes, strict=True):
        for pair in one:
            whole[pair] += weights[pair] / size
    worth = {pair: weight * whole[pair] for pair, weight in weights.items()}
    shares = [
        (sum(map(worth.__getitem__, one)) - sum(map(alone.__getitem__, one)) / size) / size
        for one, size in zip(shared, sizes, strict=True)
    ]
    most = max(shares, default=0) or 1
    return [share / most for share in shares]


def _headline(article: Article, spread: Mapping[str, int]) -> dict[str, float]:
    """What the bigrams of the heads weigh: the more, the fewer sentences take one up. Together they weigh 1."""
    heads = (article.kicker, article.headline, article.deck)
    found = {pair for head in heads if head for pair in bigrams(head.value)}
    weights = {pair: 1 / log(2 + spread.get(pair, 0)) for pair in found}
    whole = sum(weights.values())
    return {pair: weight / whole for pair, weight in weights.items()}


def _fit(article: Article, told: Sequence[Sentence], place: int, far: int) -> bool:
    """Whether a sentence is whole, says something alone, and was not cut by a jump."""
    whole = rules("summary")["whole"].pattern
    text = told[place].text
    if not whole.search(text.value):
        return False
    if place == 0:
        if article.begins_elsewhere:
            return False
    elif not whole.search(told[place - 1].text.value):  # it may be the other half of that one
        return False
    if place == len(told) - 1 and article.ends_elsewhere:
        return False
    return not _spliced(text, far) and _alone(text.value)


def _far(told: Sequence[Sentence]) -> int:
    """How many characters stand between two lines of an article's sentence where something else is printed there.

    On a page of columns side by side, the rest of every line does.
    """
    gaps = sorted(after.start - one.end for sentence in told for one, after in pairwise(sentence.text.spans))
    return FAR + 3 * max(0, gaps[len(gaps) * 3 // 4] if len(gaps) > 3 else 0)


def _spliced(text: Text, far: int) -> bool:
    """Whether its lines stand on two pages, or something else is printed between them."""
    return any(one.seed != after.seed or not 0 <= after.start - one.end < far for one, after in pairwise(text.spans))


def _alone(value: str) -> bool:
    """Whether nothing in a sentence points at what it does not say itself, and nothing in it looks damaged."""
    known = rules("summary")
    if any(value.count(opens) != value.count(closes) for opens, closes in PAIRS) or _says_twice(value):
        return False
    if any(known[name].search(value) for name in ("leaning", "pronoun", "appeal", "picture", "damaged")):
        return False
    opening = known["opening"].match(value)
    if opening and known["leaning"].match(value[opening.end() :]):
        return False
    if opening and not known["saying"].search(opening[0]) and known["pronoun"].match(value[opening.end() :]):
        return False
    plain = known["quoted"].pattern.sub("“”", value)
    if known["glued"].search(plain):
        return False
    return all(one["what"] in plain[: one.start()] for one in known["this_one"].pattern.finditer(plain))


def _says_twice(value: str) -> bool:
    """Whether many letters in a row come back in one clause: a headline, or another line, may have run into it."""
    for clause in rules("summary")["clause"].pattern.split(value):
        parts = [clause[at : at + TWIN] for at in range(len(clause) - TWIN + 1)]
        if len(set(parts)) < len(parts):
            return True
    return False


def _characters(texts: Iterable[Text]) -> Iterator[tuple[str, int]]:
    """Each character of the texts: its page, and where it stands there."""
    return ((span.seed, at) for text in texts for span in text.spans for at in range(span.start, span.end))


def _touches(text: Text, characters: frozenset[tuple[str, int]]) -> bool:
    return bool(characters) and not characters.isdisjoint(_characters([text]))


def _standing(place: int, sentences: int) -> float:
    """News comes first."""
    return EARLY / (1 + place) - LATE * place / sentences


def _bringing(value: str) -> float:
    """A figure, a day, a total are worth more than a quotation, an empty word, or a sentence that is hard to read."""
    known = rules("summary")
    brings = sum(weight for name, weight in BRINGS.items() if known[name].search(value))
    against = sum(weight for name, weight in AGAINST.items() if known[name].search(value))
    return brings - against - LONG * max(0, len(value) - READABLE) / READABLE


def _pick(candidates: Iterable[Candidate], wanted: int, fit: Callable[[int], bool]) -> list[int]:
    """The places of the best so many that are fit, each saying something that those before it do not."""
    chosen: list[Candidate] = []
    for candidate in candidates:
        if len(chosen) == wanted:
            break
        if all(_shared(candidate.bigrams, other.bigrams) < ALIKE for other in chosen) and fit(candidate.place):
            chosen.append(candidate)
    return [one.place for one in chosen]


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
