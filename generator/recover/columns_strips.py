"""Strips: pieces that stand below each other at one edge of a page whose columns stand side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from .columns_edges import MOST_INDENT, Edge, set_width
from .columns_rows import Cut
from .measure import INDENT

# Rows with ink that may lie between two pieces of a strip.
APART = 9
# Columns whose measures differ by more ems are not one.
UNLIKE = 1.5
# Rows from one line of a headline to the next one (lines of other columns may stand between), and how far it may be set
# aside.
MOST_LEADING, MOST_ASIDE = 10, 4
# Prose is set to no measure narrower than this, in ems.
LEAST_PROSE = 8.0
# So many blank rows above or below a row of short lines show that they are set large; so long may such a line be.
ROOM, LONGEST_DISPLAY = 2, 45
# So many ems wider than its column is a line that runs across it.
MUCH_WIDER = 2.5
FULL_STOP, STOPS = "。", "。！？”）"
# A strip of fewer pieces is no column.
FEWEST = 4
# A column's measure is told by so many of its lines, and at least by so many.
WINDOW, LEAST = 6, 3
# Rows between two columns of which one follows the other.
MOST_BETWEEN = 14


@dataclass(frozen=True, slots=True)
class Strip:
    """Pieces below each other, with their rows; it fills the rows `top` to `bottom`, the offsets `left` to `right`."""

    top: float
    bottom: float
    left: int
    right: int
    cuts: tuple[tuple[int, Cut], ...]
    display: bool = False

    @property
    def edge(self) -> Edge:
        """The edge of its column."""
        return self.cuts[-1][1].edge

    def beside(self, other: Strip) -> bool:
        """Whether it stands in the rows of another one."""
        return self.top < other.bottom and other.top < self.bottom

    def continues(self, above: Strip) -> bool:
        """Whether it is a display line right under another one, as the lines of a headline are."""
        between = self.cuts[0][0] - above.cuts[-1][0]
        beside = self.left < above.right + MOST_ASIDE and above.left < self.right + MOST_ASIDE
        return self.display and above.display and beside and 0 < between <= MOST_LEADING

    def over(self, other: Strip) -> bool:
        """Whether it stands at some of the offsets of another one."""
        return self.left < other.right and other.left < self.right


def strips_of(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> list[Strip]:
    """The strips of a page, none of which reaches into the next band; display lines are their own."""
    strips = list(_strips(rows, cuts))
    banded = (part for strip in strips if not strip.display for part in _banded(strip, strips, rows))
    shown = [part for strip in banded for part in _shown(strip, rows)]
    stacked = _stacked([*shown, *(strip for strip in strips if strip.display)], cuts)
    bodies = [strip for strip in stacked if not strip.display]
    return [*bodies, *(_moved(strip, bodies) for strip in stacked if strip.display)]


def _shown(strip: Strip, rows: Sequence[str]) -> list[Strip]:
    """A strip; where it is a few short lines that end no sentence, or single characters, each is display type."""
    upright = all(cut.end - cut.start == 1 for _, cut in strip.cuts)
    few = upright or (len(strip.cuts) < FEWEST and not any(_is_body(rows[number], cut) for number, cut in strip.cuts))
    return [_display((place,)) for place in strip.cuts] if few else [strip]


def _is_body(row: str, cut: Cut) -> bool:
    """Whether a piece ends a sentence, or fills a column that is wide enough for prose."""
    return FULL_STOP in row[cut.start : cut.end] or (cut.edge.measure >= LEAST_PROSE and _fills(row, cut))


def _display(cuts: tuple[tuple[int, Cut], ...]) -> Strip:
    left, right = min(cut.start for _, cut in cuts), max(cut.end for _, cut in cuts)
    return Strip(cuts[0][0], cuts[-1][0] + 1, left, right, cuts, display=True)


def _stacked(strips: Sequence[Strip], cuts: Sequence[Sequence[Cut]]) -> list[Strip]:
    """The strips, where display lines below each other are one: only other columns' lines stand between them."""
    large = {place for strip in strips if strip.display for place in strip.cuts}
    stacks: list[Strip] = []
    for strip in sorted((strip for strip in strips if strip.display), key=lambda strip: (strip.top, strip.left)):
        above = next((at for at in range(len(stacks) - 1, -1, -1) if strip.continues(stacks[at])), None)
        if above is None or _is_between(stacks[above], strip, cuts, large):
            stacks.append(strip)
        else:
            stacks[above] = _display((*stacks[above].cuts, *strip.cuts))
    return [*(strip for strip in strips if not strip.display), *stacks]


def _is_between(above: Strip, strip: Strip, cuts: Sequence[Sequence[Cut]], large: Collection[tuple[int, Cut]]) -> bool:
    """Whether a line that is no display type stands between two strips, in their column."""
    left, right = min(above.left, strip.left), max(above.right, strip.right)
    return any(
        cut.start < right and left < cut.end and (number, cut) not in large
        for number in range(above.cuts[-1][0] + 1, strip.cuts[0][0])
        for cut in cuts[number]
    )


def _strips(rows: Sequence[str], cuts: Sequence[Sequence[Cut]]) -> Iterator[Strip]:
    """The strips as they stand; a line that runs across several columns ends those above it."""
    open_strips: dict[int, list[tuple[int, Cut]]] = {}
    seen: dict[int, int] = {}
    inked = 0
    for number, row in enumerate(rows):
        inked += bool(row.strip())
        roomy = _is_roomy(rows, cuts, number)
        for cut in cuts[number]:
            across = _runs_across(row, cut)
            large = roomy or across
            ends = [
                at
                for at in open_strips
                if inked - seen[at] > APART or (large and _crosses(cut, at)) or (across and at == cut.edge.at)
            ]
            ends += [at for at in open_strips if at not in ends and _replaces(cut, open_strips[at][-1][1])]
            for at in ends:
                yield from _unlike(open_strips.pop(at))
            if large:
                yield _display(((number, cut),))
            else:
                home = min(
                    (at for at, strip in open_strips.items() if _is_same(strip[-1][1], cut)), default=cut.edge.at
                )
                open_strips.setdefault(home, []).append((number, cut))
                seen[home] = inked
    for strip in open_strips.values():
        yield from _unlike(strip)


def _is_same(above: Cut, cut: Cut) -> bool:
    """Whether a piece stands in the column of one above it."""
    near = abs(above.edge.at - cut.edge.at) <= MOST_INDENT and abs(above.edge.measure - cut.edge.measure) <= UNLIKE
    return near or above.edge.at == cut.edge.at


def _replaces(cut: Cut, above: Cut) -> bool:
    """Whether a piece begins another column where one was."""
    return 0 < abs(above.edge.at - cut.edge.at) <= MOST_INDENT and not _is_same(above, cut)


def _strip(cuts: Sequence[tuple[int, Cut]]) -> Strip:
    left = min(cut.edge.at for _, cut in cuts)
    widths = sorted(cut.end - cut.start for _, cut in cuts)
    return Strip(cuts[0][0], cuts[-1][0] + 1, left, left + widths[len(widths) * 3 // 4], tuple(cuts))


def _unlike(cuts: Sequence[tuple[int, Cut]]) -> Iterator[Strip]:
    """A strip, cut where the lines below are set to another measure than those above."""
    first = 0
    for index in range(LEAST, len(cuts) - LEAST + 1):
        above, below = cuts[max(first, index - WINDOW) : index], cuts[index : index + WINDOW]
        apart = index - first >= LEAST and cuts[index][0] - cuts[index - 1][0] > 1
        if apart and abs(_measure(above) - _measure(below)) > UNLIKE:
            yield _strip(cuts[first:index])
            first = index
    yield _strip(cuts[first:])


def _measure(cuts: Sequence[tuple[int, Cut]]) -> float:
    """The measure of the column that most of some pieces are in."""
    return sorted(cut.edge.measure for _, cut in cuts)[len(cuts) // 2]


def _runs_across(row: str, cut: Cut) -> bool:
    """Whether a piece is a display line that is wider than its column."""
    value = row[cut.start : cut.end]
    wider = cut.edge.measure and set_width(value)[0] - cut.edge.measure > MUCH_WIDER
    return bool(wider) and FULL_STOP not in value and len(value) <= LONGEST_DISPLAY


def _crosses(cut: Cut, at: int) -> bool:
    return cut.edge.at < at < cut.end - 1


def _is_roomy(rows: Sequence[str], cuts: Sequence[Sequence[Cut]], number: int) -> bool:
    """Whether a row holds short lines only, with much room above or below: headlines, set large."""
    above, below = rows[max(0, number - ROOM) : number], rows[number + 1 : number + 1 + ROOM]
    if all(any(row.strip() for row in part) or len(part) < ROOM for part in (above, below)):
        return False
    return FULL_STOP not in rows[number] and not any(_fills(rows[number], cut) for cut in cuts[number])


def _fills(row: str, cut: Cut) -> bool:
    """Whether a piece is a full line of its column."""
    in_line = 0 <= cut.start - cut.edge.at <= MOST_INDENT
    return in_line and set_width(row[cut.start : cut.end])[1] + INDENT + UNLIKE / 2 > cut.edge.measure


def _banded(strip: Strip, strips: Sequence[Strip], rows: Sequence[str]) -> Iterator[Strip]:
    """A strip cut where the columns beside it end, others begin, and a blank row runs across the page."""
    columns = [
        other
        for other in strips
        if not other.display and len(other.cuts) >= FEWEST and abs(other.left - strip.left) > MOST_INDENT
    ]
    first = 0
    for index in range(1, len(strip.cuts)):
        above, below = strip.cuts[index - 1], strip.cuts[index]
        lone = index in (1, len(strip.cuts) - 1) and _is_lone(rows, strip.cuts, index)
        change = _changes(columns, above[0], below[0]) or _headed(strips, above[0], below[0])
        if lone or (change and _may_part(rows, above, below)):
            yield _strip(strip.cuts[first:index])
            first = index
    yield _strip(strip.cuts[first:])


def _is_lone(rows: Sequence[str], cuts: Sequence[tuple[int, Cut]], index: int) -> bool:
    """Whether the first or the last piece of a strip is a display line, far from the others."""
    number, cut = cuts[0] if index == 1 else cuts[-1]
    between = rows[cuts[index - 1][0] + 1 : cuts[index][0]]
    far = sum(not row.strip() for row in between) > ROOM
    return far and rows[number][cut.end - 1] not in STOPS


def _may_part(rows: Sequence[str], above: tuple[int, Cut], below: tuple[int, Cut]) -> bool:
    """Whether a band may end between two pieces: white space parts them, and the lower does not go on."""
    (over, upper), (under, lower) = above, below
    between = rows[over + 1 : under]
    blank = any(not row.strip() for row in between) or len(between) > ROOM
    goes_on = _fills(rows[over], upper) and rows[over][upper.end - 1] not in STOPS
    return blank and (not goes_on or not (_fills(rows[under], lower) or rows[under][lower.end - 1] in STOPS))


def _changes(columns: Sequence[Strip], above: int, below: int) -> bool:
    """Whether, between two rows, a column ends that another one follows at other offsets."""
    ended = [column for column in columns if above - MOST_BETWEEN < column.bottom <= above + 2]
    begun = [column for column in columns if below - 2 <= column.top < below + MOST_BETWEEN]
    return any(old.over(new) and abs(old.left - new.left) > 1 for old in ended for new in begun)


def _headed(strips: Sequence[Strip], above: int, below: int) -> bool:
    """Whether, between two rows, a line runs across more than one column."""
    heads = [strip for strip in strips if strip.display and above < strip.top < below]
    return any(head.left < strip.left < head.right for head in heads for strip in strips if not strip.display)


def _moved(display: Strip, bodies: Sequence[Strip]) -> Strip:
    """A display line that the dump prints within a column's rows, moved over or under the column."""
    around = [body for body in bodies if body.over(display) and body.top < display.top and display.bottom < body.bottom]
    if not around:
        return display
    top, bottom = min(body.top for body in around), max(body.bottom for body in around)
    row = top - 0.5 if display.top - top < bottom - display.bottom else bottom
    return replace(display, top=row, bottom=row + 0.5)
