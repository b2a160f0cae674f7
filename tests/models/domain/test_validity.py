"""What is in force on a day is judged from dates and endings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.law_errors import DateOutOfRangeError
from models.domain.terms import ValidityStatus
from models.domain.validity import (
    ValidityTerm,
    ValidityTermKind,
    expiry_date,
    expiry_readings,
)

FIVE_YEARS = ValidityTerm(ValidityTermKind.YEARS, 5)
START = date(2026, 1, 1)
END = date(2030, 12, 31)
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("effective", "term", "expected"),
    [
        (START, FIVE_YEARS, END),
        (date(2024, 2, 29), FIVE_YEARS, date(2029, 2, 28)),
        (date(2024, 3, 1), ValidityTerm(ValidityTermKind.YEARS, 1), date(2025, 2, 28)),
        (date(2026, 8, 31), ValidityTerm(ValidityTermKind.MONTHS, 6), date(2027, 2, 28)),
        (date(2026, 1, 15), ValidityTerm(ValidityTermKind.MONTHS, 18), date(2027, 7, 14)),
        (START, ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=END), END),
        (START, ValidityTerm(ValidityTermKind.PERMANENT), None),
        (START, ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE), None),
    ],
)
def test_a_term_ends_the_day_before_the_same_date(
    effective: date, term: ValidityTerm, expected: date | None
) -> None:
    assert expiry_date(effective, term) == expected


def test_both_readings_of_a_bare_number_of_years_are_offered() -> None:
    assert expiry_readings(START, FIVE_YEARS) == (END, date(2031, 1, 1))
    until = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=END)
    assert expiry_readings(START, until) == (END,)
    assert expiry_readings(START, ValidityTerm(ValidityTermKind.PERMANENT)) == ()
    assert expiry_readings(date(2024, 2, 29), FIVE_YEARS) == (date(2029, 2, 28),)


def test_a_term_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(DateOutOfRangeError):
        expiry_date(START, ValidityTerm(ValidityTermKind.YEARS, 9000))


def test_the_statuses_bear_the_codes_of_the_standard() -> None:
    assert [(status.code, status.value) for status in ValidityStatus] == [
        ("01", "effective"),
        ("02", "not_yet_effective"),
        ("03", "amended"),
        ("04", "repealed"),
        ("05", "lapsed"),
    ]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 10))
def test_a_term_of_years_is_over_on_its_anniversary(effective: date, years: int) -> None:
    expiry = expiry_date(effective, ValidityTerm(ValidityTermKind.YEARS, years))
    assert expiry is not None
    days = (expiry - effective).days + 1
    assert years * 365 <= days <= years * 366
