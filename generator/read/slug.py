"""A page's address: made from its name alone, so that it never depends on what else exists."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 64
TAIL = 8
# Letters of any script, digits and the underscore; all else would mean something to a path or a URL.
OTHER = re.compile(r"[^\w]+")
# Names that Windows keeps for devices, with any ending.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def slug(name: str) -> str:
    """The address of the page `name` (its path, no ending, with `/`): letters, digits, `_` and `-`, at most 64."""
    kept = OTHER.sub("-", unicodedata.normalize("NFC", name)).strip("-")
    if not kept or RESERVED.fullmatch(kept):
        return f"{kept}-{_tail(name)}".strip("-")
    if len(kept) > LONGEST:
        return f"{kept[: LONGEST - TAIL - 1]}-{_tail(name)}"
    return kept


def _tail(name: str) -> str:
    """A few digits that stand for the whole name."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:TAIL]
