"""The lanes of a timeline: one for each paper, with a dot for a day and a bar for a stretch of days.

Numbers are those of the table below. What lasts longer than `LONG` days is a thin bar under its lane, one for all that
lasts from and to the same days. Words stand to the right of their stem, the latest placed first, so that no stem
crosses a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..words import Words
from .days import Days, axis
from .svg import SONG, Svg, bar, dot, drawing, element, line, link, number, together, width_of, words

LONG = 40
MOST = 40  # as many moments are drawn one by one
HIGHEST = 11  # as many steps may words be piled up
STEP = 22.0
STEM = 24.0  # from the lane to the lowest words
FORMS = (9, 7, 5, 3, 0)  # how many of its printed characters a moment shows: the longest form that has room for all
SHORTEST = 4  # fewer tell nothing
LONGEST = 16  # and as many where there is more room
DIGITS = 12.0
NAME = 15.0
LABEL = 12.0  # the words under a thin bar
THIN = 23.0
THINNEST = 8  # as many rows of thin bars are drawn
ARROW = 14.0
ARROWS = ("◂ ", " ▸")  # a bar goes on where the axis ends
BROKEN = 'class="break"'


@dataclass(frozen=True, slots=True)
class Lane:
    """One paper: what it is called, and the number of its colour (0: ink)."""

    name: str
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated sentence: its number in the table, its days (both ends meant) and what they are called, its row.

    `lane`: the number of its lane, from 0. `said`: printed words. `href`: its row in the table; `label`: what is read
    out there. `sure`: the last certain day, where the end is only known to lie between that and `end`. `planned`,
    `doubted` and `borrowed` (another article prints the day) are drawn so, and the table says so too.
    """

    number: int
    start: date
    end: date
    when: str
    lane: int
    said: str
    href: str
    label: str
    sure: date | None = None
    planned: bool = False
    doubted: bool = False
    borrowed: bool = False

    @property
    def is_long(self) -> bool:
        """Whether it is drawn under its lane."""
        return (self.end - self.start).days >= LONG

    @property
    def lasting(self) -> tuple[object, ...]:
        """What is drawn as one thin bar: the same days, with the same certainty."""
        return (self.start, self.end, self.sure or self.end, self.planned, self.doubted, self.borrowed)


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment with its words, `level` steps above the lowest; its stem stands at x, its words take `wide` pixels."""

    moment: Moment
    x: float
    words: str
    wide: float
    level: int


@dataclass(frozen=True, slots=True)
class Held:
    """The long moments of the same days, drawn from `start` to `end` (certain until `sure`) in a row under their lane.

    `x`: where the label begins. `before`, `after`: whether they go on where the axis ends.
    """

    moments: tuple[Moment, ...]
    x: float
    start: float
    sure: float
    end: float
    label: str
    row: int
    before: bool
    after: bool


def short_ones(moments: Iterable[Moment]) -> list[Moment]:
    """Those that stand on a lane."""
    return [moment for moment in moments if not moment.is_long]


def lanes_drawn(
    lanes: Sequence[Lane], moments: Sequence[Moment], width: float, say: Words, title: tuple[str, str]
) -> Svg | None:
    """The drawing; None where it would tell nothing (nothing stands on a lane) or be too full to be read.

    `title`: what is read out instead of it, in short and at length.
    """
    placing = place(short_ones(moments), lanes, width)
    if placing is None:
        return None
    days, placed = placing
    parts: list[Svg] = []
    y = 6.0
    for index, lane in enumerate(lanes):
        own = sorted((one for one in placed if one.moment.lane == index), key=lambda one: one.moment.number)
        y += STEM + 4 + max((one.level for one in own), default=0) * STEP
        held = hold([moment for moment in moments if moment.lane == index and moment.is_long], days, width, say)
        parts += [_lane(lane, days, y), *_thin_bars(held, lane, y), *_stems(own, y), *_marks(own, lane, days, y)]
        parts += [_named(one, y - STEM - one.level * STEP) for one in own]
        y += 18 + (max((one.row for one in held), default=-1) + 1) * THIN
    high = y + 24 + 16 * max(tick.row for tick in days.ticks())
    return drawing(width, high, *title, *_grid(days, y + 2, say), *parts)


def place(moments: Sequence[Moment], lanes: Sequence[Lane], width: float) -> tuple[Days, list[Placed]] | None:
    """The axis and where the words of each moment stand, in the longest form that has room; None when none has."""
    if not moments or len(moments) > MOST:
        return None
    left = max(width_of(called(lane), NAME) for lane in lanes) + 16
    # The latest first, by where their stems stand: a day's in its middle, that of several days where they begin.
    ordered = sorted(moments, key=lambda one: (one.start, one.start == one.end, one.number), reverse=True)
    for form in FORMS:
        days = axis(((moment.start, moment.end) for moment in moments), left, width - max(SHORTEST, form) * SONG - 42)
        placed = _piled(ordered, days, form) if days else []
        if days and max(one.level for one in placed) < HIGHEST:
            return days, [_longer(one, placed, width) for one in placed]
    return None


def _longer(one: Placed, placed: Iterable[Placed], width: float) -> Placed:
    """A moment with as many of its words as reach neither the edge nor any stem or words to its right."""
    lane, level = one.moment.lane, one.level
    beside = (other.x for other in placed if other.moment.lane == lane and other.level >= level and other.x > one.x)
    room = min(beside, default=width) - one.x - 4
    forms = range(max(SHORTEST, len(one.words)), LONGEST + 1)
    longest = max((form for form in forms if _wide(one.moment, form) <= room), default=0)
    return Placed(one.moment, one.x, _words(one.moment, longest), _wide(one.moment, longest), level) if longest else one


def _words(moment: Moment, form: int) -> str:
    return moment.said[:form] + ("…" if 0 < form < len(moment.said) else "")


def _wide(moment: Moment, form: int) -> float:
    return width_of(str(moment.number), DIGITS) + width_of(_words(moment, form), SONG) + 16


def _piled(ordered: Iterable[Moment], days: Days, form: int) -> list[Placed]:
    """Each above all words to its right that its own would touch, and so above their stems too."""
    found: dict[int, list[Placed]] = {}
    for moment in ordered:
        begins, ends = days.at(moment.start.toordinal()), days.at(moment.start.toordinal() + 1)
        x = (begins + ends) / 2 if moment.start == moment.end else begins
        wide = _wide(moment, form)
        own = found.setdefault(moment.lane, [])
        level = max((one.level + 1 for one in own if one.x <= x + wide), default=0)
        own.append(Placed(moment, x, _words(moment, form), wide, level))
    return [one for own in found.values() for one in own]


def hold(moments: Iterable[Moment], days: Days, width: float, say: Words) -> list[Held]:
    """The thin bars: one for all moments of the same days, the earliest first, each in the first row with room."""
    found: dict[tuple[object, ...], list[Moment]] = {}
    for moment in sorted(moments, key=lambda moment: (moment.start, moment.end, moment.number)):
        found.setdefault(moment.lasting, []).append(moment)
    rows: list[float] = []
    bars: list[Held] = []
    for same in found.values():
        first = same[0]
        label = f"{numbers(same)} {first.when}" + (say("lanes_many", count=len(same)) if len(same) > 1 else "")
        begins, ends = days.at(first.start.toordinal()), days.at(_next(first.end))
        x = min(begins, width - width_of(label, LABEL) - ARROW)
        row = next((row for row, taken in enumerate(rows) if taken <= x), len(rows))
        rows[row : row + 1] = [max(ends, x + width_of(label, LABEL) + ARROW) + 10]
        sure = days.at(_next(first.sure)) if first.sure else ends
        before, after = first.start.toordinal() < days.first, _next(first.end) > days.last
        bars.append(Held(tuple(same), x, begins, sure, ends, label, row, before, after))
    return [one for one in bars if one.row < THINNEST]


def numbers(moments: Iterable[Moment]) -> str:
    """Their numbers, those in a row told by the first and the last."""
    runs: list[list[int]] = []
    for found in sorted(moment.number for moment in moments):
        if runs and runs[-1][-1] == found - 1:
            runs[-1][1:] = [found]
        else:
            runs.append([found])
    return ",".join("–".join(map(str, run)) for run in runs)


def _next(day: date) -> int:
    return day.toordinal() + 1


def called(lane: Lane) -> str:
    """A lane's name, as far as it has room."""
    return lane.name if len(lane.name) <= 6 else f"{lane.name[:5]}…"


def _lane(lane: Lane, days: Days, y: float) -> Svg:
    name = words(0, y + 5, called(lane), kind=f"lane c{lane.colour}")
    return together((line(days.left, y, days.right, y, f"lane c{lane.colour}"), name))


def _stems(own: Iterable[Placed], y: float) -> Iterator[Svg]:
    for one in own:
        stem = line(one.x, y - 5, one.x, y - STEM - one.level * STEP - 9, "axis")
        yield element("g", stem, data_n=one.moment.number)


def _marks(own: Iterable[Placed], lane: Lane, days: Days, y: float) -> Iterator[Svg]:
    """A dot for a day, a bar for several: hollow when only planned, dashed when the days are in doubt."""
    for one in own:
        moment, kind = one.moment, _kind(one.moment, lane)
        if moment.start == moment.end:
            mark = dot(one.x, y, 5, kind)
        else:
            mark = bar(one.x, y - 5, max(5.0, days.at(_next(moment.end)) - one.x), 10, f"{kind} span")
        yield element("g", mark, data_n=moment.number)


def _kind(moment: Moment, lane: Lane) -> str:
    standing = {"hollow": moment.planned, "about": moment.borrowed, "doubted": moment.doubted}
    return " ".join([f"c{lane.colour}", *(kind for kind, holds in standing.items() if holds)])


def _named(one: Placed, y: float) -> Svg:
    """Its number, and its printed words, which lead on; without words the number does."""
    moment, wide = one.moment, width_of(str(one.moment.number), DIGITS)
    ground = bar(one.x + 2, y - 13, one.wide - 4, 17, "paper")
    figure = words(one.x + 5, y, str(moment.number), kind="n")
    if not one.words:
        return element("g", ground, link(moment.href, moment.label, figure), data_n=moment.number)
    printed = link(moment.href, moment.label, words(one.x + 9 + wide, y, one.words, kind="song"))
    return element("g", ground, figure, printed, data_n=moment.number)


def _thin_bars(held: Iterable[Held], lane: Lane, y: float) -> Iterator[Svg]:
    for one in held:
        top, kind = y + 9 + one.row * THIN, _kind(one.moments[0], lane)
        spans = ((one.start, one.sure, f"{kind} thin"), (one.sure, one.end, f"c{lane.colour} about"))
        bars = [bar(start, top, end - start, 6, how) for start, end, how in spans if end > start]
        arrows = [ARROWS[0] * one.before, ARROWS[1] * one.after]
        first = one.moments[0]
        listed = " ".join(str(moment.number) for moment in one.moments)
        said = words(one.x, top + 17, arrows[0], one.label, arrows[1], kind="t-3")
        inside = (*bars, said)
        yield element("g", *([link(first.href, one.label, *inside)] if first.href[0] == "#" else inside), data_n=listed)


def _grid(days: Days, y: float, say: Words) -> Iterator[Svg]:
    """The axis of months below all lanes, with a mark where days are left out."""
    for tick in days.ticks():
        yield line(tick.x, 4 if tick.called else y - 4, tick.x, y, "grid")
    yield from month_names(days, y, say)
    yield line(days.left, y, days.right, y, "axis")


def month_names(days: Days, y: float, say: Words) -> Iterator[Svg]:
    """The names of the months below an axis at y, and a mark where days are left out."""
    keys = {"year": "year", "both": "month", "month": "month_short"}
    for tick in days.ticks():
        if tick.called:
            name = say(keys[tick.called], year=tick.day.year, month=tick.day.month)
            yield words(tick.x, y + 17 + tick.row * 16, name, kind="t-3", anchor="middle")
    for x in days.breaks:
        yield element("path", class_="break", d=f"M{number(x - 5)} {number(y - 6)}l4 12m4 -12l4 12")
