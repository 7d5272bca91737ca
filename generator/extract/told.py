"""What was read in a passage before anything is made of it: its times and its names, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Mention
from .dates_read import Dated
from .sentences import Passage


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a passage: what it is, where it stands there, and what it means (as in `Mention`).

    `role` and `proof`: where their words stand in the same passage.
    """

    type: str
    start: int
    end: int
    name: str
    role: tuple[int, int] | None = None
    proof: tuple[int, int] | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A passage with its expressions of time and its names, each in order; a name may stand inside a longer one."""

    passage: Passage
    dates: tuple[Dated, ...] = ()
    names: tuple[Named, ...] = ()

    def mention(self, named: Named) -> Mention:
        """A name as a fact."""
        text = self.passage.text
        role = text[slice(*named.role)] if named.role else None
        proof = text[slice(*named.proof)] if named.proof else None
        paragraph = self.passage.paragraph(named.start)
        return Mention(named.type, text[named.start : named.end], named.name, paragraph, role, proof, named.doubt)
