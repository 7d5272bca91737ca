"""The cases say what a page holds; the program must say the same."""

from __future__ import annotations

import pytest

from generator.build import open_page
from generator.model import Block, Seed
from tests.recover.cases import Case, all_cases

ELLIPSIS = "…"


def says(line: str, block: Block) -> bool:
    """Whether a line of a case, perhaps shortened, is about this block."""
    kind, words = line.split(": ", 1)
    head, cut, tail = words.partition(ELLIPSIS)
    value = block.text.value
    fits = value.startswith(head) and value.endswith(tail) and len(value) >= len(head) + len(tail)
    return kind == block.kind and (fits if cut else value == words)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_page_holds_what_a_person_says(case: Case) -> None:
    page = open_page(Seed("case", case.name, case.page))
    found = [list(article.blocks) for article in page.articles]
    found += [list(page.furniture)] if page.furniture else []
    shown = [[f"{block.kind}: {block.text.value}" for block in blocks] for blocks in found]
    assert [len(blocks) for blocks in found] == [len(lines) for lines in case.expected], shown
    assert all(
        says(line, block)
        for lines, blocks in zip(case.expected, found, strict=True)
        for line, block in zip(lines, blocks, strict=True)
    ), shown
