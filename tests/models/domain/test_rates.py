"""Rates are exact, rounded half up, and a misprinted one is found."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.rates import (
    CountedRecord,
    PrintedRateUnreadableError,
    Rate,
    RateKind,
    change_of,
    check_printed,
    percent_of,
    refs_of,
)


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("197/198=99.5%", "99.5%"),
        ("100/197=51%", "51%"),
        ("144÷197 = 73%", "73%"),
        ("163/198=82%", "82%"),
        ("7/198=3.5%", "3.5%"),
        ("8/12=67%", "67%"),
        ("2/38=5.26%", "5.26%"),
        ("45/72=62.5%", "62.5%"),
    ],
)
def test_a_rate_printed_as_its_numbers_give_it_is_right(printed: str, right: str) -> None:
    found = check_printed(printed)
    assert found.is_right
    assert found.right == right


def test_a_misprinted_rate_is_recognised() -> None:
    found = check_printed("45/72=63.5%")
    assert (found.is_right, found.right) == (False, "62.5%")


@pytest.mark.parametrize("text", ["", "62.5%", "45/72", "a/b=1%", "45/72=62.5"])
def test_what_is_no_printed_rate_is_refused(text: str) -> None:
    with pytest.raises(PrintedRateUnreadableError) as refusal:
        check_printed(text)
    assert refusal.value.values == {"value": text}


def test_nothing_out_of_nothing_is_neither_none_nor_all() -> None:
    assert percent_of(0, 0) == "—"
    assert check_printed("0/0=100%").is_right is False
    assert str(Rate(RateKind.FILING_RATE, (), ())) == "—"


def test_a_rate_names_what_it_counted() -> None:
    rate = Rate(
        RateKind.TIMELY_RATE,
        refs_of(CountedRecord.FILING, [1, 2]),
        refs_of(CountedRecord.FILING, [1, 2, 3]),
    )
    assert str(rate) == "66.7%（2/3）"


@pytest.mark.parametrize(
    ("this", "last", "change"),
    [(38, 27, "+40.7%"), (27, 38, "-28.9%"), (5, 5, "0.0%"), (5, 0, "—"), (0, 4, "-100.0%")],
)
def test_a_year_is_compared_with_the_one_before(this: int, last: int, change: str) -> None:
    assert change_of(this, last) == change


@given(st.integers(0, 100_000), st.integers(1, 100_000), st.integers(0, 4))
def test_percentages_are_rounded_half_up_from_the_exact_share(
    numerator: int, denominator: int, decimals: int
) -> None:
    exact = Decimal(numerator * 100) / Decimal(denominator)
    step = Decimal(1).scaleb(-decimals)
    told = percent_of(numerator, denominator, decimals)
    # Decimal carries 28 digits: a tie of such numbers ends well before them.
    assert told == f"{exact.quantize(step, ROUND_HALF_UP)}%"
