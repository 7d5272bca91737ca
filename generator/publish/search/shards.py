"""The index: for each character and each pair the passages that hold it, in small files that a page loads as scripts.

Passages are numbered from 0 through all documents, heads first in each. A list of numbers is written as the gaps
between them (seven bits a byte, the eighth says that more follow), or as one bit a passage where that is shorter; then
in base64. Such a list was measured on 10,000 articles: the longest takes 12 kB.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .documents import Document, Passage
from .folding import fold

SHARD = 6_000  # characters that a file of lists should have
ALONE = 2_000  # a list of more characters has a file of its own
TEXT = 3_000  # characters of text that a file of documents should have
GAPS, BITS, OWN = "v", "b", "*"
File = tuple[str, bytes]


def shards(found: Sequence[Document]) -> Iterator[File]:
    """The files of the index: `map.js`, `s/N.js` and `g/POINTS.js` (lists), `t/N.js` (documents)."""
    passages = [passage for document in found for passage in document.passages]
    lists = {gram: packed(numbers, len(passages)) for gram, numbers in _grams(passages).items()}
    inline = {gram: listed for gram, listed in lists.items() if len(listed) <= ALONE}
    count = max(1, sum(len(listed) + 10 for listed in inline.values()) // SHARD)
    yield from _alone(lists)
    yield from _together(lists, count)
    chunks = list(_chunks(found))
    for number, chunk in enumerate(chunks):
        yield script(f"t/{number}", [_written(document) for document in chunk])
    heads = [sum(passage.letter == "h" for passage in document.passages) for document in found]
    table = {
        "shards": count,
        "passages": len(passages),
        "heads": b64encode(_bytes(heads)).decode(),
        "sizes": b64encode(_bytes(len(document.passages) for document in found)).decode(),
        "chunks": b64encode(_bytes(len(chunk) for chunk in chunks)).decode(),
        "pages": len({page for document in found for page in document.pages}),
    }
    yield script("map", table)


def _grams(passages: Iterable[Passage]) -> Mapping[str, list[int]]:
    """The numbers of the passages that hold each character and each pair, rising."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        words = fold(passage.words)
        for gram in {*words, *map("".join, pairwise(words))}:
            found[gram].append(number)
    return found


def packed(numbers: Sequence[int], total: int) -> str:
    """A list of rising numbers below `total`, as text: the shorter of gaps and bits."""
    gaps = _bytes(one - other for other, one in pairwise((-1, *numbers)))
    if len(gaps) <= (total + 7) // 8:
        return GAPS + b64encode(gaps).decode()
    bits = bytearray((total + 7) // 8)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return BITS + b64encode(bits).decode()


def _bytes(numbers: Iterable[int]) -> bytes:
    """Numbers from 0, seven bits a byte, the low ones first; the eighth bit says that the number goes on."""
    made = bytearray()
    for number in numbers:
        rest = number
        while rest > 127:
            made.append(rest & 127 | 128)
            rest >>= 7
        made.append(rest)
    return bytes(made)


def shard_of(gram: str, count: int) -> int:
    """Which of `count` files has the list of a gram (FNV-1a over its code points, 32 bits)."""
    mark = 0x811C9DC5
    for letter in gram:
        mark = (mark ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return mark % count


def _alone(lists: Mapping[str, str]) -> Iterator[File]:
    for gram, listed in lists.items():
        if len(listed) > ALONE:
            yield script("g/" + "-".join(f"{ord(letter):x}" for letter in gram), listed)


def _together(lists: Mapping[str, str], count: int) -> Iterator[File]:
    shared: list[dict[str, str]] = [{} for _ in range(count)]
    for gram, listed in sorted(lists.items()):
        shared[shard_of(gram, count)][gram] = listed if len(listed) <= ALONE else OWN + str(len(listed))
    for number, held in enumerate(shared):
        yield script(f"s/{number}", held)


def _chunks(found: Sequence[Document]) -> Iterator[list[Document]]:
    """The documents in their order, a few short ones together."""
    held: list[Document] = []
    size = 0
    for document in found:
        held.append(document)
        size += sum(len(passage.words) for passage in document.passages)
        if size >= TEXT:
            yield held
            held, size = [], 0
    if held:
        yield held


def _written(document: Document) -> Mapping[str, Any]:
    return {
        "u": document.address,
        "n": document.name,
        "o": int(document.printed),
        "i": document.issue,
        "s": document.seal,
        "t": document.tags,
        "p": document.pages,
        "b": [[passage.letter, passage.anchor, passage.words, passage.lines] for passage in document.passages],
    }


def script(name: str, content: Any) -> File:
    """A file that hands its content to the page when it is loaded as a script."""
    said = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    safe = said.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{name}.js", f"banmianSearch({json.dumps(name)},{safe});\n".encode(errors="surrogatepass")
