"""Lines become one text again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Line
from ..text import Text

WORD_END = re.compile(r"[0-9A-Za-z\u00c0-\u1fff\uac00-\ud7af,.;:!?%)\]'\"»]$")
WORD_START = re.compile(r"^[0-9A-Za-z\u00c0-\u1fff\uac00-\ud7af(\['\"«$€£]")
BROKEN_NUMBER = re.compile(r"[^\x00-\x7f][0-9.]*[0-9.]$")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
LETTER = re.compile(r"[^\W\d_]")


def join(lines: Sequence[Line]) -> Text:
    """The lines as one text: a line end is a blank between Latin words and nothing between Chinese characters."""
    parts: list[Text] = []
    for index, line in enumerate(lines):
        parts.append(line.text)
        if index + 1 < len(lines) and are_apart(line.value, lines[index + 1].value):
            parts.append(line.end)
    return Text.join(parts)


def are_apart(before: str, after: str) -> bool:
    """Whether what stands on two lines is two words."""
    broken = after[0].isdigit() and BROKEN_NUMBER.search(before)
    return bool(not broken and WORD_END.search(before) and WORD_START.search(after))


def is_latin(value: str) -> bool:
    """Whether a text is in a script that sets blanks between its words."""
    least = 5 * sum(map(len, HAN.findall(value)))
    return least < len(value) and least < len(LETTER.findall(value))
