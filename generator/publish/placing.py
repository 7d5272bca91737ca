"""Texts as data: where each stands, in spans of the seed that its record is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model import Library
from ..text import Text

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Home:
    """Writes texts down as they are read from one seed: what stands in another one says in which."""

    library: Library
    seed: str

    def name(self, seed: str) -> str:
        """The path of a seed below its folder."""
        return self.library.page_of[seed].seed.name

    def spans(self, text: Text, seed: str) -> list[list[int]]:
        """Where a text stands in one seed, in reading order."""
        return [[span.start, span.end] for span in text.spans if span.seed == seed]

    def placed(self, text: Text) -> Record:
        """A text, its seed (when it is not the home one), its spans there, and what lies in further seeds."""
        seeds = text.seeds or (self.seed,)
        record: Record = {"text": text.value}
        if seeds[0] != self.seed:
            record["seed"] = self.name(seeds[0])
        record["spans"] = self.spans(text, seeds[0])
        if seeds[1:]:
            record["more"] = [{"seed": self.name(seed), "spans": self.spans(text, seed)} for seed in seeds[1:]]
        authors = dict.fromkeys(run.author for run in text.runs if run.author)
        return record | ({"corrected_by": list(authors)} if authors else {})

    def where(self, text: Text) -> Record:
        """The place of a text, without its words."""
        return {key: value for key, value in self.placed(text).items() if key != "text"}
