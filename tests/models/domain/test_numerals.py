"""Chinese numerals are read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.law_errors import NumeralRangeError
from models.domain.numerals import LARGEST, chinese_digits, chinese_numeral, parse_numeral

NUMBERS = st.integers(0, LARGEST)


@given(NUMBERS)
def test_a_number_written_by_units_reads_back(number: int) -> None:
    assert parse_numeral(chinese_numeral(number)) == number


@given(NUMBERS)
def test_a_number_written_digit_by_digit_reads_back(number: int) -> None:
    assert parse_numeral(chinese_digits(number)) == number


@given(NUMBERS)
def test_arabic_digits_read_as_themselves(number: int) -> None:
    assert parse_numeral(f"第{number}条") == number


@given(st.text("0123456789〇一二十百千万第条 x-", max_size=30))
def test_any_text_gives_a_number_not_below_zero_or_none(text: str) -> None:
    number = parse_numeral(text)
    assert number is None or number >= 0


def test_an_endless_row_of_digits_is_left_alone() -> None:
    assert parse_numeral("9" * 10_000) is None


@given(st.text("〇零一二两三十廿百千万", min_size=1, max_size=8))
def test_what_is_read_by_units_has_one_meaning(text: str) -> None:
    # Given any pile of numeral signs, when it is read
    number = parse_numeral(text)
    # Then the number, written again, reads as the same number
    assert number is None or number > LARGEST or parse_numeral(chinese_numeral(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第十五", 15),
        ("第十五条", 15),
        ("15日", 15),
        ("１５日", 15),
        ("十", 10),
        ("一十", 10),
        ("二十", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("卅", 30),
        ("一百零五", 105),
        ("一百一十五", 115),
        ("一百十五", 115),
        ("两千零六", 2006),
        ("一万零二十", 10_020),
        ("二○二六", 2026),
        ("二〇二六年", 2026),
        ("二零二六", 2026),
        ("二O二六", 2026),
        ("二Ｏ二六", 2026),
        ("二OO五", 2005),
        ("壹佰贰拾", 120),
        ("〇", 0),
        ("第 二十 一 次", 21),
    ],
)
def test_numerals_of_official_papers_are_read(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    "text", ["", "第条", "一百五", "十百", "abc", "十五日内", "二十二十", "-5"]
)
def test_what_is_no_clear_numeral_is_not_guessed(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (10, "十"), (15, "十五"), (105, "一百零五"), (1001, "一千零一"), (110, "一百一十")],
)
def test_numbers_are_written_as_articles_are_counted(number: int, text: str) -> None:
    assert chinese_numeral(number) == text


def test_a_year_is_written_digit_by_digit() -> None:
    assert chinese_digits(2026) == "二〇二六"


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(NumeralRangeError):
        chinese_numeral(number)
    with pytest.raises(NumeralRangeError):
        chinese_digits(number)
