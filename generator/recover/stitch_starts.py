"""First halves, so laid out that those which a second half may go on from are found without asking all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest

from .stitch_halves import TRIPLE, Half, Part, words_of

# Of more first halves than this, only those are compared that share the rarest words with the second one.
COMPARED = 24
# Of fewer first halves than this all words are laid out; of more, to save room, those only that each repeats.
FEW = 200
TWICE = 2
# Words that so many first halves have do not tell one from another.
COMMON = 40


class Starts:
    """First halves, on a shelf for each two pages: the one that they stand on, if known, and the one that they name."""

    def __init__(self, starts: Iterable[Half]) -> None:
        shelves: defaultdict[tuple[str | None, str | None], list[Half]] = defaultdict(list)
        for start in starts:
            shelves[start.sheet.number, start.named].append(start)
        self._shelves = {pages: Shelf(tuple(listed)) for pages, listed in shelves.items()}

    def that_may_precede(self, rest: Half) -> Iterator[Half]:
        """The first halves that `rest` may go on from, by their pages, their day and, of very many, their words."""
        for (number, named), shelf in self._shelves.items():
            if number in {rest.named, None} and rest.sheet.number in {named, None}:
                yield from shelf.that_may_precede(rest)


@dataclass(frozen=True, eq=False)
class Shelf:
    """The first halves that stand on pages of one number and name one page."""

    starts: tuple[Half, ...]

    @cached_property
    def by_day(self) -> Mapping[date | None, Sequence[int]]:
        """The places of those of each day; of those whose day is not known, under None."""
        found: defaultdict[date | None, list[int]] = defaultdict(list)
        for place, start in enumerate(self.starts):
            found[start.sheet.day].append(place)
        return found

    @cached_property
    def holders(self) -> Mapping[str, Sequence[int]]:
        """For each word in the heads or the body of a first half: the places of those that have it."""
        least = 1 if len(self.starts) < FEW else TWICE
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, start in enumerate(self.starts):
            told = {gram for gram, count in words_of(start.part).triples.items() if count >= least}
            for gram in told | _in_heads(start.part):
                found[gram].append(place)
        return found

    def that_may_precede(self, rest: Half) -> Iterator[Half]:
        """Those of the same day, so far as it is known; of many, those that share the rarest words with `rest`."""
        days = {rest.sheet.day, None} if rest.sheet.day else self.by_day.keys()
        if sum(len(self.by_day.get(day, ())) for day in days) > COMPARED:
            told = self._shared(rest)
            likely = (place for place in told if not rest.sheet.day or self.starts[place].sheet.day in days)
            places = nsmallest(COMPARED, likely, key=lambda place: (-told[place], place))
        else:
            places = sorted(place for day in days for place in self.by_day.get(day, ()))
        return (self.starts[place] for place in places)

    def _shared(self, rest: Half) -> Mapping[int, float]:
        """How much of its rare words each first half shares with `rest`, by its place."""
        told: defaultdict[int, float] = defaultdict(float)
        for gram in sorted(words_of(rest.part).triples.keys() | _in_heads(rest.part)):
            places = self.holders.get(gram, ())
            for place in places if len(places) <= COMMON else ():
                told[place] += 1 / len(places)
        return told


def _in_heads(part: Part) -> set[str]:
    return {gram for head in part.heads for gram in TRIPLE.findall(head)}
