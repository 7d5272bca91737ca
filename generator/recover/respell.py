"""Set right the characters that a person says are misprinted, misread or missing.

What a person puts in has no address on the page and says whose it is; the printed characters are kept beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ..model import Change, Correction, Given, Line, Outcome, Refused, Respelling, Seed
from ..text import Text, is_blank
from .quoted import Proof

NOTHING = Text()


def respell(seed: Seed, lines: Sequence[Line], given: Given) -> tuple[tuple[Line, ...], tuple[Outcome, ...]]:
    """The lines of a page with the characters that its sidecar corrects, and what became of each correction."""
    proof = Proof(seed, lines)
    outcomes: list[Outcome] = []
    for entry in given.characters:
        done = [found for found in outcomes if isinstance(found, Correction)]
        outcomes.append(_correction(proof, entry, done))
    edits = _edits(seed.id, (found for found in outcomes if isinstance(found, Correction)))
    return (_set(lines, edits) if edits else tuple(lines)), tuple(outcomes)


def _correction(proof: Proof, entry: Respelling, done: Iterable[Correction]) -> Outcome:
    found = proof.find(entry.printed, entry.said)
    if isinstance(found, Refused):
        return found
    changes = tuple(_changes(found, entry))
    touched = {offset for change in changes for offset in _touched(change)}
    for other in done:
        if touched & {offset for change in other.changes for offset in _touched(change)}:
            advice = f"the correction in line {other.said.line} changes the same characters; make one of the two"
            told = (("words", entry.printed), ("line", str(other.said.line)))
            return Refused(entry.said.file, entry.said.line, "corrected_twice", advice, told)
    return Correction("character", found, entry.printed, entry.read, entry.said, changes)


def _touched(change: Change) -> Iterator[int]:
    yield change.at
    yield from _offsets(change.printed)


def _offsets(text: Text) -> Iterator[int]:
    return (offset for span in text.spans for offset in range(span.start, span.end))


def _changes(found: Text, entry: Respelling) -> Iterator[Change]:
    """What differs between the words as quoted and as they should read, at the places where the page prints them."""
    page, quoted, read = (_ink(words) for words in (found.value, entry.printed, entry.read))
    compared = SequenceMatcher(
        None, [entry.printed[at] for at in quoted], [entry.read[at] for at in read], autojunk=False
    )
    for what, first, last, begin, end in compared.get_opcodes():
        if what == "equal":
            continue
        put = entry.read[read[begin] : read[end - 1] + 1] if begin < end else ""
        printed = Text.join(found[at : at + 1] for at in page[first:last])
        yield Change(_place(found, page, first), printed, put)


def _ink(words: str) -> list[int]:
    return [at for at, character in enumerate(words) if not is_blank(character)]


def _place(found: Text, page: Sequence[int], index: int) -> int:
    """The offset of a printed character; behind the last one, the offset after it."""
    return found[page[index]].start if index < len(page) else found[page[-1]].start + 1


@dataclass(frozen=True, slots=True)
class _Edit:
    """What happens at an offset: words of a person come before it or behind it, and it leaves or stays."""

    before: Text = NOTHING
    behind: Text = NOTHING
    leaves: bool = False


def _edits(seed: str, corrections: Iterable[Correction]) -> Mapping[int, _Edit]:
    """For each offset that something happens at, what does. Missing words go with the character before them."""
    edits: defaultdict[int, _Edit] = defaultdict(_Edit)
    for correction in corrections:
        for change in correction.changes:
            put = Text.by(correction.said.by, change.put, seed, change.at)
            gone = list(_offsets(change.printed))
            for offset in gone:
                edits[offset] = replace(edits[offset], leaves=True)
            before = [offset for offset in _inked_offsets(correction.text) if offset < change.at]
            if gone or not before:
                edits[change.at] = replace(edits[change.at], before=put)
            else:
                edits[max(before)] = replace(edits[max(before)], behind=put)
    return dict(edits)


def _inked_offsets(text: Text) -> Iterator[int]:
    placed = zip(text.value, text.offsets(), strict=True)
    return (offset for character, offset in placed if offset is not None and not is_blank(character))


def _set(lines: Sequence[Line], edits: Mapping[int, _Edit]) -> tuple[Line, ...]:
    """The lines with their edits; one that nothing is left of goes, and leaves its white space to the next."""
    found: list[Line] = []
    gap = 0
    for line in lines:
        text = _edited(line.text, edits)
        gap = max(gap, line.gap)
        if text.value.strip():
            found.append(replace(line, text=text if text is line.text else text.strip(), gap=gap))
            gap = 0
    return tuple(found)


def _edited(text: Text, edits: Mapping[int, _Edit]) -> Text:
    if not any(offset in edits for offset in _offsets(text)):
        return text
    parts: list[Text] = []
    for index, offset in enumerate(text.offsets()):
        edit = edits.get(offset, _Edit()) if offset is not None else _Edit()
        kept = Text() if edit.leaves else text[index : index + 1]
        parts += [edit.before, kept, edit.behind]
    return Text.join(parts)
