"""Who helps whom, in the whole collection."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Text
from .facts import Pairing


@dataclass(frozen=True, slots=True)
class PairingPrint:
    """Where a page prints that one helps another: the helpers and the helped as printed there.

    `forms`: the words in quotation marks by which its sentence says how they are paired (一会帮一镇).
    """

    article: str
    pairing: Pairing
    helpers: tuple[Text, ...]
    helped: tuple[Text, ...]
    forms: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Paired:
    """One pairing, however often it is printed; `prints` in the order of the articles, at least one.

    `helpers`, `helped`: full names, those of places as chains from the province on. `place`: the chain of the place
    that is helped; empty where none is named. `mutual`: it goes both ways, and the order of the two says nothing.
    """

    helpers: tuple[str, ...]
    helped: tuple[str, ...]
    place: str
    mutual: bool
    prints: tuple[PairingPrint, ...]

    @property
    def doubt(self) -> str:
        """Why it is doubtful wherever it is printed; empty when one print of it is not."""
        doubts = [one.pairing.doubt for one in self.prints]
        return "" if "" in doubts else doubts[0]
