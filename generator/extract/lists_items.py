"""The items of a list: where each begins and ends, before or behind the words that announce how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..rules import rules
from .marks import NAME, Marked

Range = tuple[int, int]
FAR = 200  # characters before the announcing words in which the items stand
BEHIND = 600  # characters behind them
SEVERAL = 2
EVEN = 4  # characters of which even two items of one length are no chance


@dataclass(frozen=True, slots=True)
class Items:
    """The ranges of the items, in order; `doubt`: the rule that tells why they could be others."""

    ranges: tuple[Range, ...]
    doubt: str = ""


def count(words: str) -> int:
    """What a number of one or two digits or Chinese numerals is worth."""
    if words.isdigit():
        return int(words)
    values = rules("lists")["numbers"].more["values"]
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return int(values[words])
    return 10 * int(values.get(tens, 1)) + int(values.get(ones, 0))


def before(page: Marked, end: int, number: int, *, partial: bool) -> Items | None:
    """The items that end at `end`; `partial`: the page says 等, so that there may be fewer than `number`."""
    end -= page.covered[end - 1 : end] == "的"
    first = _begins(page, end)
    within = page.named(first, end)
    if within and within[-1][1] == end:
        inner = spelled(page, within[-1])
        alone = len(within) == 1 or within[-2][1] < within[-1][0]
        if alone and len(inner) >= SEVERAL and page.covered[within[-1][0] - 1 : within[-1][0]] != "、":
            return Items(inner)
    parts = tuple(_split(page, first, end))
    if not partial and rules("lists")["apart"].pattern.search(page.covered, first, end):
        return None
    return _fitting(page, parts, number, partial=partial) if parts else None


def _begins(page: Marked, end: int) -> int:
    first = max(0, end - FAR)
    marks = [match.end() for match in rules("lists")["clause"].pattern.finditer(page.covered, first, end)]
    return marks[-1] if marks else first


def _split(page: Marked, first: int, end: int) -> Iterator[Range]:
    """The parts between 、 and between marks that stand side by side; those inside of marks do not part."""
    meets = {one[1]: one[1] for one, other in pairwise(page.named(first, end)) if one[1] == other[0]}
    stops = {match.start(): match.end() for match in rules("lists")["stop"].pattern.finditer(page.covered, first, end)}
    start = first
    for stop, after in sorted((meets | stops).items()):
        yield start, stop
        start = after
    yield start, end


def spelled(page: Marked, mark: Range) -> tuple[Range, ...]:
    """The items inside of one pair of marks; none where it holds one thing."""
    for sign in ("、", "，", ","):
        if sign in page.value[mark[0] : mark[1]]:
            return _by(page.value, mark[0] + 1, mark[1] - 1, sign)
    return ()


def _by(value: str, start: int, end: int, sign: str) -> tuple[Range, ...]:
    found: list[Range] = []
    for part in value[start:end].split(sign):
        found.append((start, start + len(part)))
        start += len(part) + len(sign)
    return tuple(_bare(value, one) for one in found)


def _bare(value: str, one: Range) -> Range:
    start, end = one
    while start < end and value[start].isspace():
        start += 1
    while start < end and value[end - 1].isspace():
        end -= 1
    return start, end


def _fitting(page: Marked, parts: tuple[Range, ...], number: int, *, partial: bool) -> Items | None:
    """The way to part the words that gives as many items as announced, or fewer where the page says 等."""
    ways = [way for way in (parts, *_joined(page, parts)) if _whole(page, way)]
    if not ways:
        return None
    for way in ways:
        if len(way) == number or (len(way) > number and not partial and _parallel(way[-number:])):
            return _trimmed(page, way[-number:])
    if not partial or len(parts) < SEVERAL:
        return None
    found = _trimmed(page, ways[-1] if len(ways[-1]) < number and _even(ways[-1]) else parts)
    return found if len(found.ranges) < number else Items(found.ranges, "lists.not_as_many")


def _whole(page: Marked, way: Sequence[Range]) -> bool:
    """Whether every item has words, and the last is no verb for what follows."""
    start, end = way[-1]
    verb = rules("lists")["lead"].pattern.fullmatch(page.covered[start:end])
    return not verb and not _figures(page, way) and not _is_sum(page, way)


def _is_sum(page: Marked, way: Sequence[Range]) -> bool:
    """Whether every item ends with how many of it there are: 公园3个、广场5个."""
    return all(rules("lists")["tally"].pattern.search(page.covered, start, end) for start, end in way)


def _joined(page: Marked, parts: tuple[Range, ...]) -> Iterator[tuple[Range, ...]]:
    """The last part in two: B和C."""
    start, end = parts[-1]
    joints = [one.span() for one in rules("lists")["joint"].pattern.finditer(page.covered, start + 1, end - 1)]
    if len(joints) == 1:
        yield (*parts[:-1], (start, joints[0][0]), (joints[0][1], end))


def _even(ranges: Sequence[Range]) -> bool:
    """Whether the last two items, parted at a word like 和, are each as long as one of the others."""
    lengths = [end - start for start, end in ranges]
    return min(lengths[-SEVERAL:]) >= min(lengths[:-SEVERAL], default=0)


def _parallel(ranges: Sequence[Range]) -> bool:
    """Whether all items behind the first are of one length, and the first is no shorter."""
    lengths = {end - start for start, end in ranges[1:]}
    return len(lengths) == 1 and ranges[0][1] - ranges[0][0] >= min(lengths) >= SEVERAL


def _trimmed(page: Marked, ranges: tuple[Range, ...]) -> Items:
    """The items without the verb that stands before the first of them."""
    start, end = ranges[0]
    marks = page.named(start, end)
    if marks and marks[-1][1] == end and page.covered[ranges[1][0]] == NAME:
        return Items((marks[-1], *ranges[1:]))
    lengths = [_length(page, one) for one in ranges]
    others = lengths[1:]
    even = len(others) >= SEVERAL and SEVERAL <= min(others) == max(others)
    longer = even and others[0] < lengths[0]
    begins = end - others[0] if longer else start
    led = longer and _is_led(page, start, begins)
    if not led:
        whole = start + _lead(page, start, end, others)
        begins = begins if longer and end - whole > 2 * others[0] else whole
    maybe = rules("lists")["maybe"].pattern.match(page.covered[start:begins])
    open_to_doubt = maybe or (longer and not led)
    made = ((begins, end), *ranges[1:])
    return Items(made, "lists.uneven" if _is_uneven(page, made) else "lists.first" if open_to_doubt else "")


def _is_led(page: Marked, start: int, end: int) -> bool:
    """Whether words end with one that only stands before an item: 实施, 打造."""
    known = rules("lists")
    words = page.covered[start:end]
    ends = (match.end() for form in ("lead", "opening") for match in known[form].pattern.finditer(words))
    return any(cut == len(words) for cut in ends)


def _is_uneven(page: Marked, ranges: Sequence[Range]) -> bool:
    """Whether one item is much longer than the others (longer at all, of two that 和 joins), or holds another list."""
    lengths = sorted(_length(page, one) for one in ranges)
    middle = lengths[(len(lengths) - 1) // 2]
    paired = len(ranges) == SEVERAL and page.covered[ranges[0][1] : ranges[1][0]] != "、"
    limit = middle + 1 if paired else 2 * middle + EVEN
    return lengths[-1] > limit or any("等" in page.covered[start:end] for start, end in ranges[:-1])


def _lead(page: Marked, start: int, end: int, others: Sequence[int]) -> int:
    """How many characters of the first item are the words before it: what is left is about as long as the others."""
    words = page.covered[start:end]
    known = rules("lists")
    cuts = [match.end() for match in known["lead"].pattern.finditer(words)]
    fitting = [cut for cut in cuts if min(others) - 1 <= len(words) - cut <= 2 * max(others) + 2]
    cut = fitting[0] if len(words) > max(others) and fitting else 0
    sort = "lead" if not cut and len(words) > 2 * max(others) + EVEN else "opening"
    opening = known[sort].pattern.match(words[cut:])
    return cut + opening.end() if opening and cut + opening.end() < len(words) else cut


def _length(page: Marked, one: Range) -> int:
    """The characters of an item without its marks."""
    start, end = one
    marked_whole = bool(page.named(start, end)) and page.named(start, end)[0] == one
    return end - start - 2 * marked_whole


def bracketed(page: Marked, end: int, number: int) -> Items | None:
    """The items in brackets at once behind: （规划师、建筑师、工程师）."""
    mark = next(iter(page.named(end, min(len(page.value), end + FAR))), None)
    if mark is None or mark[0] != end or page.value[end] not in "（(":
        return None
    inner = spelled(page, mark)
    levels = rules("lists")["levels"].pattern
    if len(inner) != number or all(levels.match(page.value[start:stop]) for start, stop in inner):
        return None
    return Items(inner)


def behind(page: Marked, start: int, number: int) -> Items | None:
    """The items that a colon or 分别是 brings in, to the end of the sentence."""
    known = rules("lists")
    brought = known["brings"].pattern.match(page.covered[start : start + FAR])
    if not brought:
        return None
    first = start + brought.end()
    stop = known["ends"].pattern.search(page.covered, first, first + BEHIND)
    last = stop.start() if stop else min(len(page.covered), first + BEHIND)
    if known["ordered"].pattern.search(page.covered, max(0, first - 1), last):
        return None
    ways = [way for sign in ("；", ";", "、", "，", ",") for way in _ways(page, first, last, sign)]
    fitting = [way for way in ways if len(way) == number and not _figures(page, way)]
    return Items(tuple(_without_etc(page, fitting[0]))) if fitting else None


def _ways(page: Marked, first: int, last: int, sign: str) -> Iterator[tuple[Range, ...]]:
    if sign not in page.covered[first:last]:
        return
    parts = _by(page.covered, first, last, sign)
    yield parts
    if sign == "、":
        yield from _joined(page, parts)


def _figures(page: Marked, way: Sequence[Range]) -> bool:
    return any(start == end or rules("lists")["figure"].pattern.match(page.value[start:end]) for start, end in way)


def _without_etc(page: Marked, way: Sequence[Range]) -> Iterator[Range]:
    yield from way[:-1]
    start, end = way[-1]
    etc: re.Match[str] | None = rules("lists")["etc"].pattern.search(page.covered[start:end])
    yield start, start + etc.start() if etc and etc.start() else end
