"""The plain words of what a person wrote."""

from __future__ import annotations

from ...model.reports import Parts, Pointer, Words, flat


def prose(parts: Parts) -> str:
    """The words of some parts, without what they lead to."""
    return "".join(part.words for part in flat(parts) if isinstance(part, Words | Pointer))
