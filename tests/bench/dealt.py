"""Large collections out of small ones: pages that were taken apart once are dealt out again under other names.

Each page dealt has the make-up of one that was read, but days of its own; names of places, campaigns, bodies, people
and documents from a stock that grows slower than the pages (few everywhere, most hardly anywhere); other figures; and
other words, a part of which it shares with the pages of its topic. What the rules of `rules/` read stays. Every text
keeps its addresses: it reads what its seed prints there. A few pages are printed twice.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

import generator
from generator.model import (
    Article,
    Claim,
    Doubt,
    Facts,
    Figure,
    Library,
    Mention,
    Page,
    Seed,
    Sentence,
)
from generator.text import Run, Text

DAYS = 4 * 365
CITIES, COUNTIES, TOWNS = 20, 8, 20  # of the stock: cities in all, counties of a city, towns of a county
GROWTH = {"village": 0.5, "initiative": 0.4, "organisation": 0.7, "person": 0.7, "document": 0.7, "topic": 0.5}
STOCK = 12  # so many of each kind a single page would have
AGAIN = 0.02  # pages that are printed twice
KEPT, OF_TOPIC = 0.15, 0.35  # of the characters that may be exchanged: left alone, the same on all pages of a topic
LINK_END = re.compile(r"[省市县区镇乡村]$|街道$|社区$")
HAN = "[\u4e00-\u9fff]"
IS_HAN = re.compile(HAN).match
SMALL = "的了和在是与为将对上中下等及各并从把被让向以于到个年月日时分第一二三四五六七八九十百千万亿元不有"
READS = "says", "matches", "rejects"  # of a rule: what is said of it and what proves it


@dataclass(frozen=True)
class Source:
    """Pages that hang together (mostly one): as they were taken apart, and the parts of their names to exchange.

    `cut`: strings as `words` cut them, each cut once for all pages that are dealt.
    """

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    facts: Mapping[str, Facts]
    summaries: Mapping[str, tuple[Sentence, ...]]
    words: re.Pattern[str]
    cut: dict[str, list[str]]
    places: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, str], ...]

    def exchanged(self, string: str, other: Callable[[str], str]) -> str:
        """The string with other words."""
        if string not in self.cut:
            self.cut[string] = self.words.split(string)
        return "".join(map(other, self.cut[string]))


@dataclass
class Deal:
    """A collection that was dealt out, as `relate` takes it."""

    pages: list[Page]
    articles: list[Article]
    facts: dict[str, Facts]
    summaries: dict[str, tuple[Sentence, ...]]


def deal(libraries: Sequence[Library], count: int) -> Deal:
    """`count` pages, made of those of the libraries in turn; always the same ones."""
    sources = [source for library in libraries for source in _sources(library)]
    dealt = Deal([], [], {}, {})
    chance = random.Random(count)  # noqa: S311 - a sample, always the same
    number = 0
    while len(dealt.pages) < count:
        source = sources[number % len(sources)]
        first = number - len(sources) * chance.randint(1, 1 + number // len(sources))
        again = chance.random() < AGAIN and first >= 0
        _deal_one(dealt, source, _Hand(source, first if again else number, count), f"{number:05d}")
        number += 1
    return dealt


def _deal_one(dealt: Deal, source: Source, hand: _Hand, mark: str) -> None:
    turn = _Turn(source, hand, mark).turned
    dealt.pages += turn(source.pages)
    for article in source.articles:
        made = turn(article)
        dealt.articles.append(made)
        dealt.facts[made.id] = turn(source.facts[article.id])
        dealt.summaries[made.id] = turn(source.summaries[article.id])


def _sources(library: Library) -> Iterator[Source]:
    """The pages of a library by those that share an article."""
    home = {page.seed.id: page.seed.id for page in library.pages}
    for article in library.articles:
        joined = {home[seed] for seed in article.seeds}
        home.update({seed: min(joined) for seed, whose in home.items() if whose in joined})
    for first in sorted(set(home.values())):
        articles = tuple(one for one in library.articles if home[one.seeds[0]] == first)
        facts = {one.id: library.facts[one.id] for one in articles}
        mentions = [mention for known in facts.values() for mention in known.mentions if not mention.doubt]
        titles = [one.text.value.strip("《》") for known in facts.values() for one in known.documents]
        places = tuple(sorted({tuple(c.split("/")) for m in mentions if m.type == "place" for c in m.name.split(";")}))
        cores = [_core(link) for chain in places for link in chain[1:]]
        names = dict(_own(mention.type, mention.name, cores) for mention in mentions if mention.type != "place")
        names |= dict(_own("document", title, cores) for title in titles)
        names.pop("", None)
        exchanged = sorted({*cores, *names} - {""}, key=lambda one: (-len(one), one))
        read = "|".join(map(re.escape, [*exchanged, *_read_words()]))
        yield Source(
            tuple(page for page in library.pages if home[page.seed.id] == first),
            articles,
            facts,
            {one.id: library.summaries[one.id] for one in articles},
            re.compile(f"({read}|{HAN})"),
            {},
            places,
            tuple(sorted(names.items())),
        )


def _core(link: str) -> str:
    """A place's own name: 高州 of 高州市."""
    core = LINK_END.sub("", link)
    return core if len(core) > 1 else ""


def _own(kind: str, name: str, cores: Sequence[str]) -> tuple[str, str]:
    """The part of a name that is its own, with its kind: no place, and not the word for what it is at its end."""
    if kind == "person":
        return name[1:], kind
    parts = re.split("|".join(map(re.escape, filter(None, cores))) or "$", name)
    own = max(parts, key=len)[:-2]
    return (own if len(own) > 1 else ""), kind


@cache
def _read_words() -> tuple[str, ...]:
    """The words of several characters that rules read, the longest first."""
    folder = Path(generator.__file__).parent / "rules"
    found: set[str] = set()
    for path in sorted(folder.glob("*.yml")):
        found.update(_strings(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)))  # noqa: S506 - strings only
    words = {word for string in found for word in re.findall(f"{HAN}{{2,6}}", string)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _strings(entry: Any) -> Iterator[str]:
    if isinstance(entry, Mapping):
        yield from (string for key, inner in entry.items() if key not in READS for string in _strings(inner))
    elif isinstance(entry, list):
        yield from (string for inner in entry for string in _strings(inner))
    else:
        yield str(entry)


@cache
def _word(length: int, *mark: object) -> str:
    """The made-up word of this length that a mark always has."""
    return "".join(chr(0x4E00 + crc32(repr((mark, place)).encode()) % 3000) for place in range(length))


class _Hand:
    """What a page gets when it is dealt: a day, names, words, and other figures."""

    def __init__(self, source: Source, number: int, count: int) -> None:
        chance = random.Random(number)  # noqa: S311 - a sample, always the same
        self.days = timedelta(days=chance.randrange(DAYS))
        self.factor = Decimal(chance.randint(50, 150)) / 100
        self.digits = dict(zip("123456789", chance.sample("123456789", 9), strict=True))
        size = {kind: STOCK * (1 + count**growth) for kind, growth in GROWTH.items()}
        ranks: dict[object, int] = {}

        def rank(what: object, most: float) -> int:
            """How common the name is that takes the place of another: a few are everywhere."""
            return ranks.setdefault(what, int(most ** chance.random()))

        self.names: dict[str, str] = {}
        sizes = (CITIES, COUNTIES, TOWNS)
        for chain in source.places:
            path: tuple[object, ...] = ()
            for depth, link in enumerate(chain[1:]):
                most = sizes[depth] if depth < len(sizes) else size["village"]
                path = (*path, rank(chain[: depth + 2], most))
                self._name(_core(link), "place", *path)
        for name, kind in source.names:
            self._name(name, kind, rank(name, size.get(kind, STOCK)))
        self.topic = rank("topic", size["topic"])
        self.number = number

    def _name(self, core: str, *mark: object) -> None:
        if core:
            self.names.setdefault(core, _word(len(core), *mark))

    def other(self, word: str) -> str:
        """What stands instead of a word; of what is no word, it stays."""
        if word not in self.names:
            self.names[word] = self._letter(word) if len(word) == 1 and IS_HAN(word) and word not in SMALL else word
        return self.names[word]

    def _letter(self, letter: str) -> str:
        share = crc32(f"{letter}{self.topic}".encode()) / 2**32
        if share < KEPT:
            return letter
        return _word(1, letter, self.topic) if share < KEPT + OF_TOPIC else _word(1, letter, self.topic, self.number)


class _Turn:
    """One page turned into another: the same frozen things, shared as they were shared."""

    def __init__(self, source: Source, hand: _Hand, mark: str) -> None:
        self._source, self._hand, self._mark = source, hand, mark
        self._said: dict[str, str] = {}
        self._made: dict[int, Any] = {}
        self._seeds = {page.seed.id: self.seed(page.seed.id) for page in source.pages}
        self._was = {page.seed.id: page.seed.source for page in source.pages}
        self._now = {name: self._page(name, words) for name, words in self._was.items()}

    def _page(self, name: str, source: str) -> str:
        letters = list(self._source.exchanged(source, self._hand.other))
        for facts in self._source.facts.values():
            for span in (span for figure in facts.figures for span in figure.text.spans if span.seed == name):
                for at in range(span.start, span.end):
                    letters[at] = self._hand.digits.get(letters[at], letters[at])
        return "".join(letters)

    def turned(self, value: Any) -> Any:
        """The value with other words, days, and addresses."""
        kind: Any = type(value)
        if kind is tuple:
            return tuple(map(self.turned, value)) if value else value
        if kind is Text or _fields_of(kind):
            made = self._made.get(id(value))
            if made is None:
                made = self._made[id(value)] = self._text(value) if kind is Text else self._fields(value)
            return made
        return value + self._hand.days if kind is date else value

    def _fields(self, value: Any) -> Any:
        kind: Any = type(value)
        return kind(**{name: other(self, getattr(value, name)) for name, other in _fields_of(kind)})

    def _text(self, text: Text) -> Text:
        parts, first = [], 0
        for run in text.runs:
            shown = text.value[first : first + run.length]
            first += run.length
            if not run.is_printed:
                parts.append(shown)
                continue
            was = self._was[run.seed][run.start : run.end]
            now = self._now[run.seed][run.start : run.end]
            three = zip(shown, was, now, strict=True)
            parts.append(now if was == shown else "".join(_shown(*one) for one in three))
        runs = tuple(Run(self._seeds.get(run.seed, run.seed), *run[1:]) for run in text.runs)
        return Text("".join(parts), runs)

    def seed(self, name: str) -> str:
        """The id of a seed, or of an article, that was dealt."""
        return f"{self._mark}_{name}" if name else name

    def words(self, words: Any) -> Any:
        """A name with its parts exchanged."""
        if isinstance(words, tuple):
            return tuple(map(self.words, words))
        if not isinstance(words, str) or isinstance(words, Enum):
            return self.turned(words)
        if words not in self._said:
            self._said[words] = self._source.exchanged(words, self._hand.other)
        return self._said[words]

    def value(self, value: Decimal | None) -> Decimal | None:
        """A figure's value."""
        return None if value is None else value * self._hand.factor

    def source(self, source: str) -> str:
        """The characters of a page."""
        return next(self._now[name] for name, was in self._was.items() if was == source)


def _shown(shown: str, was: str, now: str) -> str:
    """A character that was shown otherwise than printed still is."""
    return now if shown == was else shown


OTHERS: Mapping[tuple[type, str], Callable[[_Turn, Any], Any]] = {
    (Article, "id"): _Turn.seed,
    (Claim, "value"): _Turn.words,
    (Doubt, "near"): _Turn.words,
    (Figure, "scope"): _Turn.words,
    (Figure, "value"): _Turn.value,
    (Figure, "value_max"): _Turn.value,
    (Mention, "name"): _Turn.words,
    (Seed, "id"): _Turn.seed,
    (Seed, "name"): _Turn.seed,
    (Seed, "source"): _Turn.source,
}


@cache
def _fields_of(kind: type) -> tuple[tuple[str, Callable[[_Turn, Any], Any]], ...]:
    """The fields of a frozen type, each with how it is turned; none of what is no such type."""
    named = (field.name for field in fields(kind) if field.init) if is_dataclass(kind) else ()
    return tuple((name, OTHERS.get((kind, name), _Turn.turned)) for name in named)
