"""Drawings of values: an indicator over time, a sum and its parts, who helps whom. The tables of the same tell all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Article, Check, Figure, Paired, PairingPrint, Point, Series
from ..rules import rules
from ..text import Text
from .changes_values import difference, is_rough
from .charts.bars import Part, sum_drawn
from .charts.figure import PHONE, figure
from .charts.matrix import Tie, matrix
from .charts.series import Value, series_drawn
from .desk import Desk
from .drawings import COLOURS, line_address
from .escape import Md

DESK = "desk"
WIDTHS = {DESK: 640.0, PHONE: 300.0}
NARROW = {DESK: 460.0, PHONE: 300.0}  # beside text
COUNTY, TOWN = 3, 4  # links in the chain of a county, of a town, from the province on


def series_drawing(desk: Desk, one: Series, here: str, widths: Mapping[str, float] = WIDTHS) -> Md:
    """The values of an indicator at their days; nothing where none changed, or where no day is known of two of them.

    `widths`: how wide the drawing is for which windows, in pixels, as it is shown.
    """
    points = [*_joined(one), *(point for point in one.planned if _is_exact(point))]
    values = [_value(desk, point, here) for point in points]
    if len({value.amount for value in values if not value.planned}) < 2:
        return Md("")
    said = [rules("series")[state].says for state in one.states]
    states = desk.words("comma").join([one.compared, *said] if one.compared else said)
    what = one.subject + (desk.words("known_by", how=states) if states else "")
    title = (desk.words("series_title", what=what), "；".join(f"{value.when} {value.said}" for value in values))
    colour = _colour(desk, desk.article[points[0].article])
    made = {key: series_drawn(values, colour, width, desk.words, title) for key, width in widths.items()}
    notes = {
        "series_inferred": any(value.inferred for value in values),
        "series_planned": any(value.planned for value in values),
        "series_left": len(points) < len(one.points) + len(one.planned),
    }
    key = [desk.words("series_key", what=what), *(desk.words(note) for note, holds in notes.items() if holds)]
    return figure(made, key)


def cited_drawing(desk: Desk, cited: Iterable[Text], here: str, widths: Mapping[str, float] = NARROW) -> Md:
    """The first indicator that changed of which at least two values are among the printed words `cited`, drawn."""
    places = {(span.seed, span.start) for text in cited for span in text.spans[:1]}
    for one in desk.library.series:
        told = [point for point in one.points if any((f.text.seeds[0], f.text.start) in places for f in point.figures)]
        made = series_drawing(desk, one, here, widths) if len(told) > 1 else Md("")
        if made:
            return made
    return Md("")


def _is_exact(point: Point) -> bool:
    """Whether a point may be drawn: one value, at days that are known."""
    return None not in (point.start, point.end, point.figure.value) and not is_rough(point.figure)


def _joined(one: Series) -> list[Point]:
    """The longest run of reported points of which each is reckoned from the one before it, or has the same value."""
    runs: list[list[Point]] = []
    goes_on = {id(after): before for before, after in one.pairs() if after.step or after.relation == "repeats"}
    for point in filter(_is_exact, one.points):
        before = goes_on.get(id(point))
        run = next((run for run in runs if run[-1] is before), None)
        if run is None:
            runs.append([point])
        else:
            run.append(point)
    return max(runs, key=len, default=[])


def _value(desk: Desk, point: Point, here: str) -> Value:
    if point.start is None or point.end is None or point.figure.value is None:
        raise ValueError("a value without a number or a day has no place in a drawing")
    days = desk.words.days(point.start, point.end)
    is_day = point.start == point.end
    when = (
        days
        if is_day or point.dated_by in {"page", "open"}
        else desk.words("within" if _is_whole(days) else "between", days=days)
    )
    said = point.figure.text.value
    return Value(
        start=point.start,
        end=point.end,
        amount=float(point.figure.value),
        said=said,
        when=when,
        href=line_address(desk, point.figure.text, here),
        label=desk.words("series_item", when=when, said=said),
        change=_change(desk, point),
        planned=point.figure.status != "reported",
        inferred=point.dated_by not in {"page", "open"},
    )


def _is_whole(days: str) -> bool:
    """Whether the days are a whole month or year, within which one may be said to lie."""
    return not any(letter in days for letter in "日至")


def _change(desk: Desk, point: Point) -> str:
    if point.step is None:
        return ""
    return desk.words("series_step", change=difference(desk.words, point.step, point.figure))


def _colour(desk: Desk, article: Article) -> int:
    seal = desk.seal(desk.library.issue_of(article))
    return int(seal["colour"]) if seal and seal["colour"] <= COLOURS else 0


def sum_drawing(desk: Desk, article: Article, check: Check, here: str) -> Md:
    """A sum and its parts, end to end; nothing where it does not hold, or the page does not say that it is one."""
    if check.holds is not True or any(one.value is None or one.value_max for one in (check.whole, *check.parts)):
        return Md("")
    whole, *parts = (_part(desk, one, here) for one in (check.whole, *check.parts))
    title = (desk.words("bars_title"), f"{whole.said} = {' + '.join(part.said for part in parts)}")
    colour = _colour(desk, article)
    made = {key: sum_drawn(whole, parts, colour, width, title) for key, width in WIDTHS.items()}
    return figure(made, [desk.words("bars_key")])


def _part(desk: Desk, one: Figure, here: str) -> Part:
    what = one.subject.value if one.subject else ""
    label = desk.words("bars_item", what=what, said=one.text.value)
    return Part(float(one.value or 0), one.text.value, what, line_address(desk, one.text, here), label)


def pairing_matrix(desk: Desk, pairs: Iterable[Paired], here: str) -> Md:
    """Who helps which town, as dots; what goes both ways, is in doubt or names no place below a county is left out."""
    plain = [pair for pair in pairs if not pair.mutual and not pair.doubt and pair.place.count("/") >= COUNTY]
    ties = [tie for pair in plain for tie in _ties(desk, pair, here)]
    return matrix(ties, desk.words("matrix_caption"), (desk.words("matrix_one"), desk.words("matrix_several")))


def _ties(desk: Desk, pair: Paired, here: str) -> list[Tie]:
    first: PairingPrint = pair.prints[0]
    county, town = pair.place.split("/")[COUNTY - 1 : TOWN]
    href = line_address(desk, first.pairing.text, here)
    return [
        Tie(helper, town, county, href, desk.words("matrix_item", helper=helper, held=town))
        for helper in _names(first.helpers)
    ]


def _names(texts: Sequence[Text]) -> list[str]:
    return list(dict.fromkeys(text.value for text in texts))
