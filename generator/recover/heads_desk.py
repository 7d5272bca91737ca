"""What speaks for a strip of display lines being an article's headline, a subhead, or nobody's.

What counts is the words that it shares with a body, then where it stands: before a body, after one, or inside. Which of
these a page prefers is learnt from the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from ..rules import rules
from .chunks import Chunk
from .drafts import Draft
from .heads_strips import Strip
from .words import grams, shared, telling

NOBODY, INNER = -1, -2
# What each piece of evidence weighs.
WORDS = 3.6
NEXT = 1.0
BESIDE = {"inside": -1.5, "interrupts": 0.6, "stacked": 0.9, "opened": 1.2, "under": -0.5}
FAR, FARTHEST = -0.15, 4
CUSTOM = 0.5
# Parting display lines: without a blank line between them, with one, and where all are set alike.
PARTED, EVEN = {0: -2.0, 1: -0.3}, -0.6
ORDER = -0.4
ADVERTISED = -1.0
BOX = -3.0
NOBODYS = 0.5
SUBHEAD, LONG_SUBHEAD, LONG = 0.8, 0.3, 26
UNDER_BYLINE = -0.8
NO_SUBHEAD = -3.0
SURE = 0.5
WIDE_GAP = 3

# A piece of evidence, by the id of the rule that has its words, and what it weighs.
Evidence = tuple[str, float]


class Desk:
    """The strips of a page and the drafts that want them."""

    def __init__(self, strips: Sequence[Strip], chunks: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
        self.strips = strips
        self.chunks = chunks
        self.drafts = drafts
        self.words = [draft.grams for draft in drafts]
        self.weight = telling(self.words)
        number = {id(chunk): index for index, draft in enumerate(drafts) for chunk in draft.chunks}
        self.owner = [number[id(chunk)] for chunk in chunks]
        self.regions = [[at for at, owner in enumerate(self.owner) if owner == draft] for draft in range(len(drafts))]
        self.boxes = [bool(rules("headlines")["box"].pattern.search(strip.value)) for strip in strips]
        self.fits = [self.claims(strip) for strip in strips]
        self.before = self.custom()

    def claims(self, strip: Strip) -> list[float]:
        """How much of the words of a display line each draft has; few words tell less."""
        words = [(word, self.weight(word)) for word in strip.grams]
        total = sum([weight for _, weight in words]) * (len(words) + 1) / max(1, len(words))
        return [sum([weight for word, weight in words if word in known]) / (total or 1.0) for known in self.words]

    def fit(self, value: str, draft: int) -> float:
        """The same for one draft."""
        words = grams(value)
        return shared(words, self.words[draft], self.weight) * len(words) / (len(words) + 1)

    def above(self, strip: Strip) -> int | None:
        """The draft that stands above a strip."""
        return self.owner[strip.region - 1] if strip.region else None

    def below(self, strip: Strip) -> int | None:
        """The draft that stands below a strip."""
        return self.owner[strip.region] if strip.region < len(self.owner) else None

    def place(self, strip: Strip, draft: int) -> str:
        """Where a strip stands from a draft's view: before, under its jump mark, after, inside or elsewhere."""
        region, regions = strip.region, self.regions[draft]
        if region == regions[0]:
            return "under" if strip.marked else "before"
        if region - 1 == regions[-1]:
            return "after"
        return "inside" if region in regions and region - 1 in regions else "elsewhere"

    def custom(self) -> float:
        """Whether this page sets headlines before bodies (above 0) or after them, from those whose words tell."""
        seen = {"before": 0, "under": 0, "after": 0, "inside": 0, "elsewhere": 0}
        for index, strip in enumerate(self.strips):
            best = max(range(len(self.drafts)), key=lambda draft: self.fits[index][draft])
            seen[self.place(strip, best)] += self.fits[index][best] >= SURE
        total = seen["before"] + seen["after"]
        return CUSTOM * (seen["before"] - seen["after"] + 1) / (total + 2)

    def interrupts(self, strip: Strip) -> bool:
        """Whether a strip stands in mid-sentence: no subhead does."""
        return strip.region > 0 and self.chunks[strip.region - 1].open_end

    def stacked(self, index: int) -> bool:
        """Whether a strip stands over another, apart from it, which may be the subhead."""
        below = self.strips[index + 1] if index + 1 < len(self.strips) else None
        return below is not None and below.gap > 0 and self.goes_on(index + 1) and not self.goes_on(index)

    def reasons(self, index: int, label: int) -> list[Evidence]:
        """What speaks for a strip being a draft's headline, a subhead, or nobody's."""
        if label == NOBODY:
            return self.words_for(index, label)
        if label == INNER:
            return [*self.words_for(index, label), self.inner(index)]
        return [*self.words_for(index, label), *self.standing(index, label)]

    def words_for(self, index: int, label: int) -> list[Evidence]:
        """What the words of a strip say for its being a draft's headline, or a subhead of the draft below it."""
        strip = self.strips[index]
        if label == NOBODY:
            return [("heading.loose", NOBODYS)]
        draft = self.below(strip) if label == INNER else label
        found = [] if draft is None else [("heading.words", WORDS * self.fits[index][draft])]
        return [*found, ("heading.advertised", ADVERTISED)] if strip.advertised and label >= 0 else found

    def standing(self, index: int, draft: int) -> list[Evidence]:
        """What the place of a strip says for or against its being a draft's headline."""
        strip = self.strips[index]
        place = self.place(strip, draft)
        if place == "inside":
            place = "stacked" if self.stacked(index) else "interrupts" if self.interrupts(strip) else "inside"
            if place == "inside" and self.drafts[draft].chunks[0].opens:
                place = "opened"
        if place == "elsewhere":
            nearest = min(abs(strip.region - at) for at in self.regions[draft])
            found = [("heading.elsewhere", FAR * min(FARTHEST, nearest))]
        elif place in BESIDE:
            found = [(f"heading.{place}", BESIDE[place])]
        else:
            custom = self.before if place == "before" else -self.before
            found = [(f"heading.{place}", NEXT), ("heading.custom", custom)]
        return [*found, ("heading.box", BOX)] if self.boxes[index] else found

    def inner(self, index: int) -> Evidence:
        """What the place of a strip says for or against its being a subhead of the draft below it."""
        strip = self.strips[index]
        below = self.below(strip)
        if below is not None and (strip.marked or self.boxes[index]):
            return ("heading.box" if self.boxes[index] else "heading.within"), SUBHEAD
        if below is None or self.above(strip) != below:
            signed = below is not None and strip.signed
            return ("heading.signed", UNDER_BYLINE) if signed else ("heading.outside", NO_SUBHEAD)
        if self.interrupts(strip) or strip.gap >= WIDE_GAP:
            return "heading.apart", NO_SUBHEAD
        return "heading.within", LONG_SUBHEAD if len(strip.value) > LONG else SUBHEAD

    @cached_property
    def scores(self) -> list[list[float]]:
        """For each strip what speaks for it being each draft's headline, then (at -2 and -1) a subhead, nobody's."""
        labels = (*range(len(self.drafts)), INNER, NOBODY)
        return [
            [sum([weight for _, weight in self.reasons(index, label)]) for label in labels]
            for index in range(len(self.strips))
        ]

    @cached_property
    def joined(self) -> list[list[float]]:
        """The same for a strip that is one more part of what the one above it is: its words alone."""
        found = []
        for strip, fits in zip(self.strips, self.fits, strict=True):
            below = self.below(strip)
            advertised = ADVERTISED if strip.advertised else 0.0
            inner = WORDS * fits[below] if below is not None else 0.0
            found.append([*(WORDS * fit + advertised for fit in fits), inner, NOBODYS])
        return found

    @cached_property
    def leading(self) -> Mapping[int, float]:
        """What speaks against parting display lines with so many blank lines between; the same where all have those."""
        gaps = {strip.gap for index, strip in enumerate(self.strips) if self.goes_on(index)}
        return PARTED if len(gaps) > 1 else dict.fromkeys(gaps, EVEN)

    def goes_on(self, index: int) -> bool:
        """Whether a strip stands directly under another."""
        return bool(index) and self.strips[index - 1].run == self.strips[index].run

    @cached_property
    def partings(self) -> list[float]:
        """What speaks against each strip being something else than the one above it."""
        return [
            self.leading.get(strip.gap, 0.0) - strip.tie if self.goes_on(index) else 0.0
            for index, strip in enumerate(self.strips)
        ]
