"""What search takes for the same: a question and a text are folded alike, here and in `search.js`."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from ...text import is_blank


def fold(value: str) -> str:
    """The characters without blanks, wide ones narrow, capitals small; each stays one character."""
    return "".join([_folded(letter) for letter in value])


@lru_cache(maxsize=2**16)
def _folded(letter: str) -> str:
    if is_blank(letter):
        return ""
    for way in (_narrow, str.lower):
        other = way(letter)
        letter = other if len(other) == 1 else letter
    return letter


def _narrow(letter: str) -> str:
    return normalize("NFKC", letter)
