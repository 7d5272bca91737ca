"""Charts: what is drawn is what was given, to scale, and nothing that was printed can act in it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.publish.charts.bars import Part, sum_drawn
from generator.publish.charts.days import axis
from generator.publish.charts.lanes import Lane, Moment, lanes_drawn, numbers
from generator.publish.charts.matrix import Tie, matrix
from generator.publish.charts.months import months_drawn
from generator.publish.charts.series import Value, series_drawn
from generator.publish.charts.svg import element, words
from generator.publish.words import words as locale

SAY = locale("zh")
TITLE = ("时间线", "内容与下表相同")
LANES = (Lane("茂名日报", 1), Lane("江门日报", 2))
HOSTILE = '<script>alert(1)</script>{{ 7*7 }}`[a](b)" onload="x'


def parsed(drawn: str | None) -> ET.Element:
    """The drawing, read as strict XML."""
    assert drawn is not None
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def of(drawn: ET.Element, name: str, kind: str = "") -> list[ET.Element]:
    """The elements of a name, and of a kind that the style sheet knows."""
    return [part for part in drawn.iter(name) if not kind or kind in (part.get("class") or "").split()]


def at(part: ET.Element, key: str) -> float:
    return float(part.get(key) or "nan")


def moment(number: int, start: date, end: date | None = None, lane: int = 0, **more: object) -> Moment:
    last = end or start
    return Moment(number, start, last, f"{start}", lane, "市委召开农村工作会议部署", f"#e{number}", "", **more)  # type: ignore[arg-type]


days = st.dates(date(2021, 1, 1), date(2024, 12, 31))
moments = st.lists(st.tuples(days, st.integers(0, 400), st.integers(0, 1), st.booleans()), min_size=1, max_size=40).map(
    lambda drawn: [
        moment(number, start, start + timedelta(length), lane, planned=planned)
        for number, (start, length, lane, planned) in enumerate(sorted(drawn), 1)
    ]
)


def test_words_are_words_in_a_drawing() -> None:
    made = words(0, 0, HOSTILE)
    assert parsed(made).text == HOSTILE
    assert "<script" not in made
    assert not set("{}`[]") & set(made)
    assert parsed(element("g", data_n=HOSTILE)).get("data-n") == HOSTILE


# ── the axis ──────────────────────────────────────────────────


@given(st.lists(st.tuples(days, st.integers(0, 60)), min_size=1, max_size=30))
def test_a_later_day_stands_further_right_and_nothing_leaves_the_axis(held: list[tuple[date, int]]) -> None:
    spans = [(start, start + timedelta(length)) for start, length in held]
    found = axis(spans, 10, 500)
    assert found is not None
    places = [found.at(day) for day in range(date(2020, 1, 1).toordinal(), date(2025, 12, 31).toordinal(), 7)]
    assert places == sorted(places)
    assert 10 <= min(places) <= max(places) <= 500.001
    assert all(found.at(start.toordinal()) < found.at(end.toordinal() + 1) for start, end in spans)


def test_a_long_time_without_anything_is_left_out_and_marked() -> None:
    near = axis([(date(2023, 1, 5), date(2023, 1, 5)), (date(2023, 4, 5), date(2023, 4, 5))], 0, 400)
    far = axis([(date(1949, 10, 1), date(1949, 10, 1)), (date(2023, 4, 5), date(2023, 4, 5))], 0, 400)
    assert near is not None
    assert far is not None
    assert (len(near.breaks), len(far.breaks)) == (0, 1)
    assert axis([], 0, 400) is None


@given(moments)
def test_names_of_months_do_not_touch(held: list[Moment]) -> None:
    found = axis([(one.start, one.end) for one in held], 80, 1000)
    assert found is not None
    for one, other in combinations([tick for tick in found.ticks() if tick.called], 2):
        room = 34 if "month" in (one.called, other.called) and one.called == other.called else 50
        assert one.row != other.row or abs(one.x - other.x) >= room


# ── lanes ─────────────────────────────────────────────────────


def label_box(part: ET.Element) -> tuple[float, float, float, float]:
    ground = of(part, "rect", "paper")[0]
    return at(ground, "x"), at(ground, "x") + at(ground, "width"), at(ground, "y"), at(ground, "y") + 17


DAY = date(2021, 1, 1)


@example([moment(1, DAY, DAY, 0), moment(2, DAY, DAY + timedelta(1), 0)], 640.0)
@settings(max_examples=60, deadline=None)
@given(moments, st.sampled_from([640.0, 1200.0]))
def test_no_stem_crosses_a_word_and_no_words_touch(held: list[Moment], width: float) -> None:
    made = lanes_drawn(LANES, held, width, SAY, TITLE)
    if made is None:
        return
    drawn = parsed(made)
    boxes = {part.get("data-n"): label_box(part) for part in of(drawn, "g") if of(part, "rect", "paper")}
    for part in drawn.iter("g"):
        for stem in of(part, "line", "axis"):
            x, top, foot = at(stem, "x1"), at(stem, "y2"), at(stem, "y1")
            for number, (left, right, high, low) in boxes.items():
                assert not (left < x < right and top < low and high < foot), (part.get("data-n"), number)
    for (left, right, high, low), (first, last, over, under) in combinations(boxes.values(), 2):
        assert not (left < last and first < right and high < under and over < low)
    assert all(right <= width + 1 for _, right, _, _ in boxes.values())


@settings(max_examples=60, deadline=None)
@given(moments)
def test_every_moment_is_drawn_once_by_its_number(held: list[Moment]) -> None:
    made = lanes_drawn(LANES, held, 1200, SAY, TITLE)
    if made is None:
        return
    links = [part for part in of(parsed(made), "g") if of(part, "text")]
    listed = [number for part in links for number in (part.get("data-n") or "").split()]
    assert len(listed) == len(set(listed))
    short = {str(one.number) for one in held if not one.is_long}
    assert short <= set(listed) <= {str(one.number) for one in held}


def test_a_day_is_a_dot_and_a_stretch_is_as_long_as_it_lasted() -> None:
    held = [moment(1, date(2023, 8, 4)), moment(2, date(2023, 9, 1), date(2023, 9, 10)),
            moment(3, date(2023, 9, 1), date(2023, 9, 30), lane=1)]  # fmt: skip
    drawn = parsed(lanes_drawn(LANES, held, 1200, SAY, TITLE))
    assert len(of(drawn, "circle")) == 1
    ten, thirty = (at(part, "width") for part in of(drawn, "rect", "span"))
    assert thirty == pytest.approx(3 * ten, rel=0.02)


def test_what_is_only_planned_is_hollow_and_what_is_in_doubt_looks_so() -> None:
    held = [moment(1, date(2023, 8, 4)), moment(2, date(2023, 8, 9), planned=True),
            moment(3, date(2023, 8, 20), doubted=True), moment(4, date(2023, 8, 25), borrowed=True)]  # fmt: skip
    kinds = [part.get("class") for part in of(parsed(lanes_drawn(LANES, held, 1200, SAY, TITLE)), "circle")]
    assert kinds == ["c1", "c1 hollow", "c1 doubted", "c1 about"]


def test_what_lasts_long_is_one_thin_bar_below_its_lane() -> None:
    year = (date(2023, 1, 1), date(2023, 12, 31))
    held = [moment(1, date(2023, 3, 1)), moment(2, date(2023, 10, 1)), moment(3, *year), moment(4, *year),
            moment(5, *year, planned=True)]  # fmt: skip
    drawn = parsed(lanes_drawn(LANES, held, 1200, SAY, TITLE))
    assert [part.get("data-n") for part in of(drawn, "g") if of(part, "rect", "thin")] == ["3 4", "5"]
    lane = at(of(drawn, "line", "lane")[0], "y1")
    assert all(at(part, "y") > lane for part in of(drawn, "rect", "thin"))


def test_what_goes_on_beyond_the_axis_says_so() -> None:
    held = [moment(1, date(2023, 3, 1)), moment(2, date(2020, 1, 1), date(2030, 12, 31)),
            moment(3, date(2010, 1, 1), date(2010, 12, 31))]  # fmt: skip
    drawn = parsed(lanes_drawn(LANES, held, 1200, SAY, TITLE))
    thin = {part.get("data-n"): "".join(part.itertext()) for part in of(drawn, "g")}
    assert thin["2"].startswith("◂")
    assert thin["2"].endswith("▸")
    assert thin["3"].startswith("◂")
    assert not thin["3"].endswith("▸")


def test_an_end_that_is_not_certain_is_not_drawn_as_certain() -> None:
    since = moment(2, date(2023, 1, 1), date(2023, 12, 31), sure=date(2023, 4, 1))
    drawn = parsed(
        lanes_drawn(
            LANES,
            [moment(1, date(2023, 1, 9)), moment(3, date(2023, 5, 1)), moment(4, date(2023, 9, 1)), since],
            1200,
            SAY,
            TITLE,
        )
    )
    certain, about = of(drawn, "rect", "thin")[0], of(drawn, "rect", "about")[0]
    assert at(about, "x") == pytest.approx(at(certain, "x") + at(certain, "width"), abs=0.2)
    assert at(about, "width") > at(certain, "width") > 0


def test_lanes_do_not_depend_on_the_order_in_which_moments_come() -> None:
    held = [moment(number, date(2023, 1, 1) + timedelta(number * 9), lane=number % 2) for number in range(1, 20)]
    one, other = (lanes_drawn(LANES, listed, 1200, SAY, TITLE) for listed in (held, held[::-1]))
    assert one == other


def test_too_many_are_not_drawn_one_by_one() -> None:
    held = [moment(number, date(2023, 1, 1) + timedelta(number)) for number in range(1, 60)]
    assert lanes_drawn(LANES, held, 1200, SAY, TITLE) is None


def test_words_of_a_moment_are_words() -> None:
    held = [Moment(1, date(2023, 8, 4), date(2023, 8, 4), HOSTILE, 0, HOSTILE, "#e1", HOSTILE)]
    made = lanes_drawn((Lane(HOSTILE, 1),), held, 1200, SAY, (HOSTILE, HOSTILE))
    drawn = parsed(made)
    assert {part.tag for part in drawn.iter()} <= {
        "svg", "title", "desc", "g", "a", "line", "rect", "circle", "text", "tspan", "path"
    }  # fmt: skip
    assert "onload" not in {key for part in drawn.iter() for key in part.keys()}  # noqa: SIM118 - an element, no mapping
    assert "{" not in (made or "")


def test_numbers_in_a_row_are_told_by_the_first_and_the_last() -> None:
    year = (date(2023, 1, 1), date(2023, 12, 31))
    assert numbers([moment(number, *year) for number in (5, 3, 4, 9, 11, 12)]) == "3–5,9,11–12"


# ── months ────────────────────────────────────────────────────


@given(st.lists(st.tuples(st.integers(0, 1), st.dates(date(1949, 1, 1), date(2030, 1, 1))), min_size=1, max_size=80))
def test_counts_of_all_columns_are_all_that_was_given(held: list[tuple[int, date]]) -> None:
    drawn = parsed(months_drawn(LANES, held, 1200, SAY, TITLE))
    told = [int(part.text or "") for part in of(drawn, "text", "t-3") if (part.text or "").isdigit()]
    assert sum(told) == len(held)
    assert len(of(drawn, "rect")) == len(told)
    assert all(at(part, "x") + at(part, "width") <= 1200 for part in of(drawn, "rect"))


def test_what_is_far_from_most_has_one_column() -> None:
    held = [(0, date(1949, 10, 1)), (0, date(1978, 12, 1)), *[(0, date(2023, 5, day)) for day in range(1, 20)]]
    said = [part.text for part in of(parsed(months_drawn(LANES[:1], held, 640, SAY, TITLE)), "text")]
    assert said[1:] == ["茂名日报", "2", "19", "此前", "5月", "2023年"][1:]


# ── an indicator ──────────────────────────────────────────────


def value(day: date, amount: float, **more: object) -> Value:
    return Value(day, day, amount, f"{amount:g}家", f"{day}", "pages/a.html#L1", "", **more)  # type: ignore[arg-type]


def test_a_higher_value_stands_higher_and_its_words_are_those_printed() -> None:
    drawn = parsed(series_drawn([value(date(2023, 8, 1), 118), value(date(2023, 11, 5), 135)], 1, 640, SAY, TITLE))
    low, high = of(drawn, "circle")
    assert at(low, "cx") < at(high, "cx")
    assert at(low, "cy") > at(high, "cy")
    assert [part.text for part in of(drawn, "text", "v")] == ["118家", "135家"]
    assert all(part.get("href") == "pages/a.html#L1" for part in of(drawn, "a"))


def test_no_line_leads_to_a_plan_and_one_from_an_inferred_day_is_dashed() -> None:
    first, last = value(date(2023, 8, 1), 118, inferred=True), value(date(2023, 11, 5), 135)
    plan = value(date(2025, 12, 31), 200, planned=True)
    drawn = parsed(series_drawn([first, last, plan], 1, 640, SAY, TITLE))
    assert [part.get("class") for part in of(drawn, "path", "run")] == ["run c1 inferred"]
    assert "hollow" in (of(drawn, "circle")[-1].get("class") or "")


def test_what_did_not_change_is_not_drawn() -> None:
    assert series_drawn([value(date(2023, 8, 1), 112), value(date(2023, 11, 5), 112)], 1, 640, SAY, TITLE) is None
    assert series_drawn([value(date(2023, 8, 1), 112)], 1, 640, SAY, TITLE) is None


def test_a_value_of_some_day_of_a_stretch_has_a_bar_as_long() -> None:
    some = Value(date(2023, 8, 5), date(2023, 9, 28), 118, "118家", "", "#", "", inferred=True)
    drawn = parsed(series_drawn([some, value(date(2023, 11, 5), 135)], 1, 640, SAY, TITLE))
    (stretch,) = of(drawn, "rect", "thin")
    assert at(stretch, "width") > 100
    assert at(stretch, "x") < at(of(drawn, "circle")[0], "cx") < at(stretch, "x") + at(stretch, "width")


# ── a sum; who helps whom ─────────────────────────────────────


def part(amount: float, said: str = "") -> Part:
    return Part(amount, said or f"{amount:g}个", "项目", "#L1", "")


def test_the_parts_of_a_sum_take_the_whole_length() -> None:
    whole, *parts = of(parsed(sum_drawn(part(26), [part(13), part(5), part(8)], 1, 640, TITLE)), "rect")
    assert sum(at(one, "width") for one in parts) == pytest.approx(at(whole, "width"), abs=0.3)
    assert at(parts[1], "x") == pytest.approx(at(parts[0], "width"), abs=0.2)


def test_parts_that_do_not_make_the_whole_are_not_drawn_as_a_sum() -> None:
    assert sum_drawn(part(274), [part(197), part(72)], 1, 640, TITLE) is None


def test_a_town_that_several_help_has_rings() -> None:
    pairs = [("甲商会", "白石镇"), ("乙商会", "白石镇"), ("丙商会", "羊角镇")]
    made = matrix([Tie(one, other, "信宜市", "#L1", f"{one}帮{other}") for one, other in pairs], "", ("一", "几"))
    assert re.findall(r'<a href="#L1" class="(\w+)" aria-label="([^"]+)"', made) == [
        ("several", "甲商会帮白石镇"), ("several", "乙商会帮白石镇"), ("one", "丙商会帮羊角镇")
    ]  # fmt: skip


def test_two_towns_of_one_name_are_two() -> None:
    ties = [Tie("甲商会", "城关镇", "信宜市", "#L1", ""), Tie("乙商会", "城关镇", "高州市", "#L2", "")]
    made = matrix(ties, "", ("一", "几"))
    assert made.count('scope="col"') == 2
    assert "several" not in made.partition("<p")[0]


def test_what_is_larger_than_fits_is_left_to_the_table() -> None:
    assert matrix([Tie(f"{n}会", f"{n}镇", "", "#", "") for n in range(40)], "", ("一", "几")) == ""
    assert matrix([Tie("甲会", "甲镇", "", "#", "")], "", ("一", "几")) == ""


def test_a_month_stands_on_its_lane_and_a_quarter_below() -> None:
    assert not moment(1, date(2023, 8, 1), date(2023, 8, 31)).is_long
    assert moment(1, date(2023, 7, 1), date(2023, 9, 30)).is_long
