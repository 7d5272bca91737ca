"""A text never loses an address, and nothing but a person can put a character in."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import BLANKS, Span, Text, count_ink, is_blank

SOURCE = "".join(chr(0x4E00 + index) for index in range(300))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text put together from slices of one page, in any order."""
    parts = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=6))
    return Text.join(Text.of("page", SOURCE, min(part), max(part)) for part in parts)


def printed(text: Text) -> str:
    return "".join(SOURCE[span.start : span.end] for span in text.spans)


@given(texts())
def test_what_a_text_says_stands_at_its_spans(text: Text) -> None:
    assert printed(text) == text.value
    assert [SOURCE[offset] for offset in text.offsets() if offset is not None] == list(text.value)


@given(texts(), st.integers(-350, 350), st.integers(-350, 350))
def test_a_slice_says_what_a_slice_of_the_value_says(text: Text, first: int, last: int) -> None:
    assert text[first:last].value == text.value[first:last]
    assert printed(text[first:last]) == text.value[first:last]


@given(texts(), texts())
def test_a_text_knows_what_it_begins_in_and_what_it_overlaps(one: Text, other: Text) -> None:
    """SOURCE has no character twice, so that its characters are addresses too."""
    assert one.overlaps(other) == other.overlaps(one) == bool(set(one.value) & set(other.value))
    assert one.begins_in(other) == (one.value[:1] in set(other.value))
    assert all(one.prints_at("page", SOURCE.index(letter)) for letter in one.value)
    assert not one.prints_at("other page", 0)


def test_what_a_person_put_in_is_no_printed_character() -> None:
    put, page = Text.by("editor", "字", "page", 3), Text.of("page", SOURCE)
    assert not put.begins_in(page)
    assert not put.overlaps(page)
    assert not put.prints_at("page", 3)


@given(texts(), texts(), texts())
def test_joining_does_not_depend_on_the_order_of_joining(one: Text, two: Text, three: Text) -> None:
    assert (one + two) + three == one + (two + three) == Text.join((one, two, three))


@given(texts(), st.integers(0, 300))
def test_cutting_and_joining_again_changes_nothing(text: Text, at: int) -> None:
    assert text[:at] + text[at:] == text


@given(texts(), st.lists(st.integers(0, 300), min_size=2, max_size=2))
def test_dropping_keeps_all_the_rest(text: Text, ends: list[int]) -> None:
    first, last = sorted(min(end, len(text)) for end in ends)
    assert text.drop([(first, last)]) == text[:first] + text[last:]


def test_runs_that_touch_are_one() -> None:
    text = Text.of("page", SOURCE, 3, 5) + Text.of("page", SOURCE, 5, 9)
    assert text.spans == (Span("page", 3, 9),)


def test_a_swap_keeps_the_address_and_is_listed() -> None:
    text = Text.of("page", "abc").swap({"b": "x"})
    assert text.value == "axc"
    assert text.spans == (Span("page", 0, 3),)
    assert text.swaps({"page": "abc"}) == ((Span("page", 1, 2), "b", "x"),)


def test_a_swap_of_one_character_for_two_is_refused() -> None:
    with pytest.raises(ValueError, match="addresses"):
        Text.of("page", "abc").swap({"b": "xy"})


def test_a_persons_words_have_no_address_and_say_whose() -> None:
    text = Text.of("page", "abc", 0, 1) + Text.by("editor", "new") + Text.of("page", "abc", 1, 3)
    assert text.value == "anewbc"
    assert text.spans == (Span("page", 0, 1), Span("page", 1, 3))
    assert [run.author for run in text.runs] == ["", "editor", ""]
    assert text.offset(2) is None
    assert text.offset(4) == 1


def test_a_persons_words_stand_where_they_were_put_in_and_take_no_room() -> None:
    text = Text.by("editor", "new", "page", 1) + Text.of("page", "abc", 1, 3)
    assert (text.start, text.seeds) == (1, ("page",))
    assert text.spans == (Span("page", 1, 3),)
    assert text.places == (Span("page", 1, 1), Span("page", 1, 3))
    assert text[1:2] + text[2:3] == Text.by("editor", "ew", "page", 1)
    assert text.swaps({"page": "abc"}) == ()


def test_a_group_of_a_match_keeps_its_address() -> None:
    text = Text.of("page", "in 2023, or so", 3)
    match = re.match(r"(?P<year>\d+)(?P<month>月)?", text.value)
    assert match
    year = text.group(match, "year")
    assert year is not None
    assert year.spans == (Span("page", 3, 7),)
    assert text.group(match, "month") is None


def test_a_text_is_read_forwards_only() -> None:
    with pytest.raises(ValueError, match="forwards"):
        Text.of("page", "abc")[::-1]


@given(st.text())
def test_strip_takes_blanks_from_the_ends_only(value: str) -> None:
    stripped = Text.of("page", value).strip()
    assert count_ink(stripped.value) == count_ink(value)
    assert stripped.value in value
    assert not stripped or not (is_blank(stripped.value[0]) or is_blank(stripped.value[-1]))


def test_every_blank_is_stripped() -> None:
    assert set(BLANKS) == set(filter(is_blank, map(chr, range(sys.maxunicode + 1))))
