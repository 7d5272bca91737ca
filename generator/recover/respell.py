"""Set right the characters that a person says are misprinted, misread or missing.

What a person puts in has no address on the page and says whose it is; the printed characters are kept beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ..model import Change, Correction, Given, Line, Outcome, Refused, Respelling, Seed
from ..text import Text, count_ink, is_blank
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
    page = [at for at, character in enumerate(found.value) if not is_blank(character)]
    for what, first, last, begin, end in SequenceMatcher(None, entry.printed, entry.read, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        start = _begins(entry.printed, first, page)
        printed = found[start : _ends(entry.printed, last, page)] if first < last else Text()
        inked = list(_inked_offsets(printed))
        yield Change(inked[0] if inked else _offset(found, start), printed, entry.read[begin:end])


# Blanks of the quoted words and of the page need not agree: where the words have one, the page has several or none.


def _begins(quoted: str, at: int, page: Sequence[int]) -> int:
    """Where on the page begins what begins at `at` in the quoted words; `page`: the places of the inked characters."""
    before = count_ink(quoted[:at])
    return page[before] if at < len(quoted) and not is_blank(quoted[at]) else page[before - 1] + 1


def _ends(quoted: str, at: int, page: Sequence[int]) -> int:
    """Where on the page ends what ends at `at` in the quoted words."""
    before = count_ink(quoted[:at])
    return page[before] if is_blank(quoted[at - 1]) else page[before - 1] + 1


def _offset(found: Text, at: int) -> int:
    """The offset of the character at a place of a text; behind the last one, the offset after it."""
    return found[at].start if at < len(found) else found[at - 1].start + 1


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
            for offset in _offsets(change.printed):
                edits[offset] = replace(edits[offset], leaves=True)
            before = [offset for offset in _inked_offsets(correction.text) if offset < change.at]
            if change.put and (count_ink(change.printed.value) or not before):
                edits[change.at] = replace(edits[change.at], before=put)
            elif change.put:
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
