"""Brackets and quotation marks that have no partner: words are missing, or a paragraph was cut in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import BODY, Article, Block
from ..rules import rules
from ..text import Text

PAIRS = {"（": "）", "《": "》", "【": "】"}
NARROW = {"(": "（", ")": "）"}
BRACKET = re.compile("[" + re.escape("".join((*PAIRS, *PAIRS.values(), *NARROW))) + "]")
OPEN, CLOSE = "“", "”"
QUOTE = re.compile(f"[{OPEN}{CLOSE}]")
NUMBER = 3  # characters of a number before its bracket
AROUND = 8  # characters shown on each side of a mark


def unpaired_brackets(article: Article) -> Iterator[Text]:
    """The first bracket of each paragraph that its partner does not follow, or that follows none."""
    for block in _body(article):
        lone = _lone_bracket(block.text.value)
        if lone is not None:
            yield _around(block, lone)


def _lone_bracket(value: str) -> int | None:
    opened: list[tuple[str, int]] = []
    for match in BRACKET.finditer(value):
        mark = NARROW.get(match[0], match[0])
        if mark in PAIRS:
            opened.append((PAIRS[mark], match.start()))
        elif opened and opened[-1][0] == mark:
            opened.pop()
        elif opened or not rules("suspects")["numbering"].pattern.search(
            value, max(0, match.start() - NUMBER), match.end()
        ):
            return opened[0][1] if opened else match.start()
    return opened[0][1] if opened else None


def unpaired_quotes(article: Article) -> Iterator[Text]:
    """A quotation mark that is never closed, or closes none. A quotation may hold others, and run over paragraphs.

    Each paragraph of one that runs on may begin with a mark of its own. What a jump cut off may have the partner.
    """
    opened: list[tuple[Block, int]] = []
    lost = article.begins_elsewhere is not None
    for block in _body(article):
        for match in QUOTE.finditer(block.text.value):
            if match[0] == OPEN:
                if match.start() == 0 and len(opened) == 1:
                    opened.clear()
                opened.append((block, match.start()))
            elif opened:
                opened.pop()
            elif not lost:
                yield _around(block, match.start())
            lost = lost and match[0] == OPEN and not opened
    if article.ends_elsewhere is None:
        yield from (_around(block, at) for block, at in opened[:1])


def _body(article: Article) -> Iterator[Block]:
    return (block for block in article.blocks if block.kind in BODY)


def _around(block: Block, at: int) -> Text:
    return block.text[max(0, at - AROUND) : at + AROUND]
