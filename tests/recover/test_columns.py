"""Columns that stand side by side on the lines of a dump: each is read down, and a page without them is left alone."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.account import account
from generator.build import open_page
from generator.model import Seed
from generator.read import read
from generator.recover.columns import unroll
from generator.recover.repair import repair
from generator.text import is_blank
from tests.recover.cases import Case, all_cases

SEEDS = read(Path("seeds"))[0]
SIDE_BY_SIDE = "columns-"
HAN = "春夏秋冬山川河海东西南北上下左右天地玄黄宇宙洪荒日月盈昃辰宿列张"


def page_of(text: str) -> Seed:
    return Seed("page", "page.txt", text)


def lines_of(text: str) -> list[str]:
    """What the lines of a page read, in the order in which they are read."""
    return [line.value for line in repair(page_of(text))]


def column(first: int, lines: int, width: int) -> list[str]:
    """A column of full lines, no two alike, and a last one that is short."""
    full = ["".join(HAN[(first + row * 7 + place * 5) % len(HAN)] for place in range(width)) for row in range(lines)]
    return [*full, full[0][: width // 2] + "。"]


def beside(columns: list[list[str]], gap: int) -> str:
    """Columns set side by side as extractors do: each begins at its edge, or a blank after what overflows."""
    rows = []
    edges = [sum(max(map(len, one)) + gap for one in columns[:place]) for place in range(len(columns))]
    for pieces in zip_longest(*columns, fillvalue=""):
        row = ""
        for edge, piece in zip(edges, pieces, strict=True):
            row = row.ljust(edge) + piece if piece else row
        rows.append(row)
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.id)
def test_a_page_without_columns_side_by_side_is_left_alone(seed: Seed) -> None:
    assert unroll(seed) == ()


@pytest.mark.parametrize("case", [case for case in all_cases() if not case.name.startswith(SIDE_BY_SIDE)])
def test_a_case_without_columns_side_by_side_is_left_alone(case: Case) -> None:
    assert unroll(page_of(case.page)) == ()


@pytest.mark.parametrize("number", [2, 3, 4, 5])
@pytest.mark.parametrize("gap", [2, 6, 11])
def test_columns_are_read_one_after_the_other(number: int, gap: int) -> None:
    columns = [column(first, 12, 15) for first in range(number)]
    assert lines_of(beside(columns, gap)) == [line for one in columns for line in one]


def test_a_gutter_of_one_blank_is_found_by_the_measure() -> None:
    """Where lines are full a single blank is left; other rows, with short or indented lines, show the edge."""
    left = [line[:9] + "。" if row % 4 == 3 else line for row, line in enumerate(column(1, 30, 16))]
    right = column(3, 30, 16)
    assert lines_of(beside([left, right], 1)) == [*left, *right]


def test_what_is_pushed_right_by_half_width_figures_stays_in_its_column() -> None:
    left = [
        line[:8] + "20231" + line[8:14] if row % 3 == 1 else line[:16] for row, line in enumerate(column(1, 16, 16))
    ]
    left = [line[:9] + "。" if row % 4 == 3 else line for row, line in enumerate(left)]
    right = column(3, 16, 16)
    assert lines_of(beside([left, right], 1)) == [*left, *right]


def test_a_headline_across_the_columns_parts_what_is_over_it_from_what_is_under_it() -> None:
    over = [column(first, 9, 14) for first in range(3)]
    under = [column(first, 9, 14) for first in range(5, 8)]
    headline = "海关助力中秋月饼走向海外市场不断扩大远销各地再创新高"
    text = beside(over, 4) + "\n" + " " * 8 + headline + "\n\n" + beside(under, 4)
    expected = [*(line for one in over for line in one), headline, *(line for one in under for line in one)]
    assert lines_of(text) == expected


def test_columns_of_another_grid_below_are_another_band() -> None:
    over = [column(first, 9, 14) for first in range(3)]
    under = [column(first, 9, 22) for first in range(5, 7)]
    text = beside(over, 4) + "\n\n" + beside(under, 5)
    assert lines_of(text) == [line for one in (*over, *under) for line in one]


fragments = st.lists(
    st.tuples(st.integers(0, 40), st.text(alphabet=HAN + "，。“”A1 \u3000\u200b\t", min_size=1, max_size=24)),
    max_size=5,
)
layouts = st.lists(fragments, min_size=1, max_size=30).map(
    lambda rows: "\n".join("".join(" " * blanks + text for blanks, text in row) for row in rows)
)
sheets = st.builds(
    lambda top, number, gap, bottom: top + "\n" + beside([column(one, 8, 13) for one in range(number)], gap) + bottom,
    layouts,
    st.integers(2, 5),
    st.integers(1, 9),
    layouts,
)


@settings(max_examples=60, deadline=None)
@given(sheets)
def test_every_inked_character_is_in_one_line(text: str) -> None:
    """Nothing is lost, nothing doubled, whatever stands between the columns."""
    seed = page_of(text)
    taken = [offset for line in unroll(seed) for offset in range(line.start, line.end) if not is_blank(text[offset])]
    if taken:
        assert sorted(taken) == [offset for offset, character in enumerate(text) if not is_blank(character)]
    assert account(open_page(seed)).holds


def test_the_lines_of_a_headline_beside_the_columns_stay_together() -> None:
    """Large type leaves rows free between its lines; the columns' lines stand there."""
    rows = beside([column(first, 14, 14) for first in range(2)], 4).splitlines()
    headline = {2: " " * 6 + "渔港修葺", 6: "泊位增至", 10: " " * 4 + "三百个"}
    text = "\n".join(row.ljust(40) + headline.get(number, "") for number, row in enumerate(rows)) + "\n"
    found = repair(page_of(text))
    lines = [line.strip() for line in headline.values()]
    at = [index for index, line in enumerate(found) if line.value in lines]
    assert [found[index].value for index in at] == lines
    assert at == list(range(at[0], at[0] + 3))
    assert [found[index].gap for index in at] == [1, 0, 0]
