"""Numbers: every way in which Chinese writes them, what they are worth, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.numbers import numbers

NUMERALS = "零一二三四五六七八九"


def worth(words: str) -> list[tuple[str, Decimal | None]]:
    return [(words[one.start : one.end], one.value) for one in numbers(words)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,234.5", "1234.5"),
        ("２３", "23"),
        ("706，189.1", "706189.1"),
        ("233,333，333,434.344", "233333333434.344"),
        (".5", "0.5"),
        ("1.05万", "10500"),
        ("4.78万亿", "4780000000000"),
        ("5万4千6百", "54600"),
        ("3万4000", "34000"),
        ("177.1 亿", "17710000000"),
        ("十", "10"),
        ("一千零五", "1005"),
        ("一千五", "1500"),
        ("两百万零三", "2000003"),
        ("一百零一万零三千零十二", "1013012"),
        ("十二点五", "12.5"),
        ("二点五亿", "250000000"),
        ("负三", "-3"),
        ("零下5", "-5"),
        ("半百", "50"),
        ("两个亿", "200000000"),
        ("三分之一", "0.3333"),
        ("百分之十二点三", "0.123"),
        ("一又二分之一", "1.5"),
        ("1/4", "0.25"),
        ("壹仟贰佰叁拾", "1230"),
        ("三萬五千", "35000"),
        ("一千多万", "10000000"),
        ("二〇二三", "2023"),
    ],
)
def test_a_number_is_read_whole(written: str, value: str) -> None:
    ((found, read),) = worth(written)
    assert (found, round(read or Decimal(), 4)) == (written, Decimal(value))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("七八", 7, 8),
        ("三五百", 300, 500),
        ("八九亿", 800000000, 900000000),
        ("十七八", 17, 18),
        ("一百二三十", 120, 130),
    ],
)
def test_two_numerals_side_by_side_name_two_numbers(written: str, low: int, high: int) -> None:
    (found,) = numbers(written)
    assert (found.value, found.most) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("written", ["数亿", "几百", "百千万", "二百千"])
def test_what_names_no_one_number_has_no_value(written: str) -> None:
    assert [one.value for one in numbers(written)] == [None]


@pytest.mark.parametrize("words", ["第", "A4版", "1.2.3", "每千克", "202107211321363588510367", "v2"])
def test_what_only_looks_like_a_number_is_none(words: str) -> None:
    assert worth(words) == []


@given(st.integers(1, 9999))
def test_a_number_by_hand_is_worth_what_its_digits_are(value: int) -> None:
    ((_, read),) = worth(by_hand(value))
    assert read == value


@given(st.integers(0, 10**12), st.sampled_from(["", "万", "亿"]))
def test_digits_are_worth_what_they_say(value: int, scale: str) -> None:
    ((_, read),) = worth(f"{value}{scale}")
    assert read == value * {"": 1, "万": 10**4, "亿": 10**8}[scale]


@given(st.text(alphabet=NUMERALS + "十百千万亿两几数半点多余负个分之又0123456789.,/ -％年", max_size=40))
def test_any_row_of_numerals_is_read_without_a_fault(words: str) -> None:
    end = 0
    for one in numbers(words):
        assert end <= one.start < one.end
        end = one.end


def by_hand(value: int) -> str:
    """A number up to 9999 as it is written by hand."""
    written, zero = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            written += ("零" if zero and written else "") + NUMERALS[digit] + scale
            zero = False
        else:
            zero = True
    return written.removeprefix("一") if written.startswith("一十") else written
