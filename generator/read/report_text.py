"""The prose of a report: a few of Markdown's signs, and no others; all else is words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import yaml

from ..errors import ReportError
from ..model.reports import Asked, Entries, Grid, Head, Para, Parts, Piece, Pointer, Query, Stress, Words
from .sidecar import LOADER, tricks

# Each line with its number in the file.
Lines = Sequence[tuple[int, str]]
KINDS = (
    "figures", "changes", "timeline", "quotes", "articles", "pairings", "documents", "setups", "lists",
    "roles", "promises",
)  # fmt: skip
KEYS = ("of", "in", "place", "words", "lines", "rows", "met", "title", "name")
FRONT = ("title", "by", "deck", "date", "order", "kind")
SECTION = 2
FENCE = re.compile(r"\s{0,3}(?P<fence>`{3,}|~{3,})\s*(?P<kind>.*?)\s*")
HEADING = re.compile(r"\s{0,3}(?P<signs>#{1,6})\s+(?P<words>.+?)\s*#*\s*")
ENTRY = re.compile(r"\s{0,3}(?:[-*+]|(?P<number>\d{1,3}[.)]))\s+(?P<words>.*)")
ASIDE = re.compile(r"\s{0,3}>\s?(?P<words>.*)")
ROW = re.compile(r"\s{0,3}\|(?P<cells>.*?)\|?\s*")
RULE = re.compile(r"\s{0,3}\|?(?:\s*:?-+:?\s*\|?)+")
# Brackets and marks of a Chinese keyboard count as well. A target may hold one pair of round brackets.
POINTER = re.compile(
    r"(?P<image>!)?\[(?P<words>[^\[\]]+)\]"
    r"[(（](?P<target>(?:[^()（）]|[(（][^()（）]*[)）])*)[)）]"
)
STRESS = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<weak>[^*\s](?:[^*]*[^*\s])?)\*")
COLON = re.compile(rf"\s*(?:{'|'.join((*KEYS, *FRONT))})\s*(?:：|:(?=\S))")
WIDE = re.compile(r"[⺀-鿿　-〿＀-￯]")


def pieces(lines: Lines) -> Iterator[Piece]:
    """What follows one another in a report. Raises ReportError."""
    at = 0
    while at < len(lines):
        number, line = lines[at]
        if not line.strip():
            at += 1
            continue
        if fence := FENCE.fullmatch(line):
            end = _end_of_fence(lines, at, fence["fence"])
            yield _query(fence["kind"], number, lines[at + 1 : end])
            at = end + 1
            continue
        end = next((end for end in range(at + 1, len(lines)) if _ends(line, lines[end][1])), len(lines))
        yield _piece(lines[at:end])
        at = end


def _ends(first: str, line: str) -> bool:
    """Whether a line no more belongs to what `first` begins."""
    if not line.strip() or HEADING.fullmatch(first) or HEADING.fullmatch(line) or FENCE.fullmatch(line):
        return True
    return _sign(first) != _sign(line) and not (_sign(first) == "entry" and line.startswith((" ", "\t")))


def _sign(line: str) -> str:
    signs = {"row": ROW, "entry": ENTRY, "aside": ASIDE}
    return next((name for name, sign in signs.items() if sign.fullmatch(line)), "")


def _piece(lines: Lines) -> Piece:
    number, first = lines[0]
    if heading := HEADING.fullmatch(first):
        level = SECTION if len(heading["signs"]) <= SECTION else SECTION + 1
        return Head(parts([(number, heading["words"])]), level)
    sign = _sign(first)
    if sign == "row":
        return _grid(lines)
    if sign == "entry":
        return _entries(lines)
    if sign == "aside":
        return Para(parts([(at, _without(ASIDE, line)) for at, line in lines]), aside=True)
    return Para(parts(lines))


def _without(sign: re.Pattern[str], line: str) -> str:
    found = sign.fullmatch(line)
    return found["words"] if found else line


def _entries(lines: Lines) -> Entries:
    listed: list[list[tuple[int, str]]] = []
    numbered = bool((found := ENTRY.fullmatch(lines[0][1])) and found["number"])
    for number, line in lines:
        if entry := ENTRY.fullmatch(line):
            listed.append([(number, entry["words"])])
        else:
            listed[-1].append((number, line))
    return Entries(tuple(parts(entry) for entry in listed), numbered)


def _grid(lines: Lines) -> Grid:
    told = [(number, _cells(line)) for number, line in lines if not RULE.fullmatch(line)]
    rows = [tuple(parts([(number, cell)]) for cell in cells) for number, cells in told]
    for (number, _), row in zip(told, rows, strict=True):
        if len(row) != len(rows[0]):
            reason = f"this row has {len(row)} cells, the table's first row {len(rows[0])}; add or remove a `|`"
            raise ReportError(number, "report_row", reason, count=len(row), wide=len(rows[0]))
    return Grid(rows[0] if rows else (), tuple(rows[1:]))


def _cells(line: str) -> list[str]:
    found = ROW.fullmatch(line)
    return [cell.strip() for cell in (found["cells"] if found else line).split("|")]


# --- inside a line ---


def parts(lines: Lines) -> Parts:
    """Words, emphasis and pointers of some lines that are one. Raises ReportError for a picture."""
    words = ""
    starts: list[tuple[int, int]] = []
    for number, line in lines:
        own = line.strip()
        joint = " " if words and own and not (WIDE.match(words[-1]) or WIDE.match(own[0])) else ""
        starts.append((len(words) + len(joint), number))
        words += joint + own
    return tuple(_parts(words, 0, starts))


def _parts(words: str, first: int, starts: Sequence[tuple[int, int]]) -> Iterator[Words | Pointer | Stress]:
    """The parts of some words that begin at `first` of what `starts` counts: where each line begins, and its number."""
    last = 0
    found = [match for sign in (POINTER, STRESS) for match in sign.finditer(words)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() < last:
            continue
        if match.start() > last:
            yield Words(words[last : match.start()], _line(first + last, starts))
        last = match.end()
        number = _line(first + match.start(), starts)
        if match.re is STRESS:
            name = "strong" if match["strong"] else "weak"
            yield Stress(tuple(_parts(match[name], first + match.start(name), starts)), name == "strong")
        elif match["image"]:
            raise ReportError(number, "report_image", "pictures have no place in a report; delete this one")
        else:
            yield Pointer(match["words"].strip(), match["target"].strip(), number)
    if last < len(words):
        yield Words(words[last:], _line(first + last, starts))


def _line(offset: int, starts: Sequence[tuple[int, int]]) -> int:
    return starts[max(0, bisect_right([start for start, _ in starts], offset) - 1)][1]


# --- queries ---


def _end_of_fence(lines: Lines, at: int, fence: str) -> int:
    for end in range(at + 1, len(lines)):
        line = lines[end][1].strip()
        if set(line) == {fence[0]} and len(line) >= len(fence):
            return end
    reason = f"this block has no end; close it with a line {fence}"
    raise ReportError(lines[at][0], "report_open", reason, fence=fence)


def _query(kind: str, number: int, lines: Lines) -> Query:
    if kind not in KINDS:
        near = (get_close_matches(kind, KINDS, n=1) or [", ".join(KINDS)])[0]
        raise ReportError(number, "report_kind", f"there is no block `{kind}`; there is: {near}", name=kind, near=near)
    asked = tuple(_asked(*one) for one in keys(lines))
    query = Query(kind, tuple(one for several in asked for one in several), number)
    for one in query.asked:
        if one.key not in KEYS:
            near = (get_close_matches(one.key, KEYS, n=1, cutoff=0.5) or [", ".join(KEYS)])[0]
            reason = f"there is no key `{one.key}:`; there is: {near}"
            raise ReportError(one.line, "report_key", reason, name=one.key, near=near)
    if not query.asked:
        raise ReportError(number, "report_nothing", f"`{kind}` asks for nothing; add a line such as `of: …`", name=kind)
    return query


def keys(lines: Lines) -> list[tuple[yaml.Node, yaml.Node, int]]:
    """The keys of some lines of plain YAML: key, value, and how many lines of the file stand before.

    Raises ReportError.
    """
    written = "\n".join(line for _, line in lines)
    before = lines[0][0] if lines else 1
    colon = next((number for number, line in lines if COLON.match(line)), None)
    if colon:
        raise ReportError(colon, "report_colon", "behind a key come a half-width colon and a blank: `title: …`")
    try:
        trick = next(tricks("", written), None)
        root = None if trick else yaml.compose(written, Loader=LOADER)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = str(getattr(fault, "problem", None) or "a character that is no text")
        reason = f"this is no YAML ({problem}); look at the colons and brackets; put words in quotes"
        raise ReportError(before + (mark.line if mark else 0), "report_yaml", reason, problem=problem) from fault
    if trick:
        what = "report_trick" if trick.found else "report_deep"
        raise ReportError(before + trick.line - 1, what, trick.reason, **dict(trick.found))
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        reason = "here stand keys and words, one on each line: `key: words`, with a half-width colon and a blank"
        raise ReportError(before + root.start_mark.line, "report_no_keys", reason)
    found: set[str] = set()
    for key, _ in root.value:
        name = str(key.value)
        if name in found:
            reason = f"`{name}:` stands here twice; keep one"
            raise ReportError(before + key.start_mark.line, "report_key_twice", reason, name=name)
        found.add(name)
    return [(key, value, before) for key, value in root.value]


def scalar(key: str, node: yaml.Node, before: int) -> Asked:
    """The words under a key. Raises ReportError when there are none, or something else stands there."""
    line = before + node.start_mark.line
    if not isinstance(node, yaml.ScalarNode):
        raise ReportError(line, "report_words", f"`{key}:` takes words only, on one line", name=key)
    words = " ".join(node.value.split())
    if not words:
        raise ReportError(line, "report_empty", f"`{key}:` is empty; write the words, or delete the key", name=key)
    return Asked(key, (words,), line)


def _asked(key: yaml.Node, value: yaml.Node, before: int) -> Iterator[Asked]:
    """What stands under one key: words, or a list of words; under `rows`, such for each name."""
    name = str(key.value)
    if name == "rows" and isinstance(value, yaml.MappingNode):
        for label, places in value.value:
            several = _several(name, places, before)
            yield Asked(name, several, before + label.start_mark.line, str(label.value))
    else:
        yield Asked(name, _several(name, value, before), before + key.start_mark.line)


def _several(key: str, node: yaml.Node, before: int) -> tuple[str, ...]:
    if isinstance(node, yaml.SequenceNode):
        return tuple(word for inner in node.value for word in scalar(key, inner, before).words)
    return scalar(key, node, before).words
