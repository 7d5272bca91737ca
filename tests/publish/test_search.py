"""The index of the search: for every character and pair the passages that hold it, and no other."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Library
from generator.publish.desk import Desk
from generator.publish.search import search_files
from generator.publish.search.documents import documents
from generator.publish.search.folding import fold
from generator.publish.search.shards import packed, shard_of
from generator.publish.words import words
from tests.publish.made import Settings

SCRIPT = re.compile(r"banmianSearch\((?P<name>\"[^\"]+\"),(?P<content>.*)\);\n", re.DOTALL)


def unpacked(listed: str) -> list[int]:
    raw = b64decode(listed[1:])
    if listed[0] == "b":
        return [8 * at + bit for at, byte in enumerate(raw) for bit in range(8) if byte >> bit & 1]
    gaps, number, shift = [], 0, 0
    for byte in raw:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            gaps.append(number)
            number = shift = 0
    return [sum(gaps[: at + 1]) - 1 for at in range(len(gaps))]


def loaded(content: bytes) -> tuple[str, Any]:
    found = SCRIPT.fullmatch(content.decode())
    assert found, content[:80]
    return json.loads(found["name"]), json.loads(found["content"])


@pytest.fixture(scope="module")
def index(library: Library) -> dict[str, Any]:
    files = dict(search_files(Desk(library, words("zh")), Settings()))
    return {name.removeprefix("search/").removesuffix(".js"): loaded(content)[1] for name, content in files.items()}


def listed(index: dict[str, Any], gram: str) -> list[int]:
    held = index[f"s/{shard_of(gram, index['map']['shards'])}"].get(gram, "v")
    return unpacked(index["g/" + "-".join(f"{ord(letter):x}" for letter in gram)] if held[0] == "*" else held)


@given(st.sets(st.integers(0, 400)), st.integers(401, 500))
def test_a_list_is_read_as_it_was_written(numbers: set[int], total: int) -> None:
    assert unpacked(packed(sorted(numbers), total)) == sorted(numbers)


@given(st.text(max_size=40))
def test_what_is_folded_stays_as_it_is_when_it_is_folded_again(value: str) -> None:
    assert fold(fold(value)) == fold(value)
    assert len(fold(value)) <= len(value)


@pytest.mark.parametrize(
    ("asked", "printed"),
    [("112个镇", "112 个 镇"), ("112个镇", "１１２个\n镇"), ("rcep", "RCEP"), ("（试行）", "(试行)"), ("月", "⽉")],
)
def test_blanks_line_ends_width_and_case_make_no_difference(asked: str, printed: str) -> None:
    assert fold(asked) == fold(printed)


def test_every_character_and_pair_has_the_passages_that_hold_it_and_no_other(
    index: dict[str, Any], library: Library
) -> None:
    found = documents(Desk(library, words("zh")))
    passages = [fold(passage.words) for document in found for passage in document.passages]
    everything = {*"".join(passages), *("".join(pair) for passage in passages for pair in pairwise(passage))}
    for gram in sorted(everything):
        assert listed(index, gram) == [at for at, passage in enumerate(passages) if gram in passage], gram
    assert listed(index, "鹳") == []


def test_every_printed_character_of_every_page_can_be_found(index: dict[str, Any], library: Library) -> None:
    chunks = [index[f"t/{number}"] for number in range(sum(name.startswith("t/") for name in index))]
    texts = "".join(fold(words) for chunk in chunks for document in chunk for _, _, words, _ in document["b"])
    printed = "".join(fold(block.text.value) for page in library.pages for block in page.blocks)
    assert sorted(texts) == sorted(printed)


def test_a_passage_knows_the_line_of_each_of_its_characters(library: Library) -> None:
    desk = Desk(library, words("zh"))
    for article in library.articles:
        (found,) = (document for document in documents(desk) if document.key == article.id)
        for passage in found.passages:
            for (start, page, line), (end, _, _) in pairwise((*passage.lines, (len(passage.words), 0, 0))):
                seed = library.page_of[article.seeds[page]].seed
                last = seed.line_starts[line] if line < len(seed.line_starts) else None
                assert fold(passage.words[start:end]) in fold(seed.source[seed.line_starts[line - 1] : last])


def test_nothing_that_a_page_prints_ends_the_script() -> None:
    from generator.publish.search.shards import script

    _, content = script("t/0", ["</script><script>alert(1)</script>", "\u2028"])
    assert b"</" not in content
    assert loaded(content) == ("t/0", ["</script><script>alert(1)</script>", "\u2028"])
