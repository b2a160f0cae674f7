"""What is in force on a day is judged from dates and endings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.law_errors import DateOutOfRangeError
from models.domain.terms import ValidityStatus
from models.domain.validity import (
    Ending,
    EndingKind,
    ValidityReason,
    ValidityTerm,
    ValidityTermKind,
    expiry_date,
    expiry_readings,
    validity_status,
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


@pytest.mark.parametrize(
    ("today", "status", "reason"),
    [
        (START - ONE_DAY, ValidityStatus.NOT_YET_EFFECTIVE, ValidityReason.BEFORE_EFFECTIVE_DATE),
        (START, ValidityStatus.EFFECTIVE, ValidityReason.IN_TERM),
        (END, ValidityStatus.EFFECTIVE, ValidityReason.IN_TERM),
        (END + ONE_DAY, ValidityStatus.LAPSED, ValidityReason.TERM_OVER),
    ],
)
def test_a_document_is_in_force_from_its_first_to_its_last_day(
    today: date, status: ValidityStatus, reason: ValidityReason
) -> None:
    judgement = validity_status(today, START, END, None, is_amended=False)
    assert (judgement.status, judgement.reason) == (status, reason)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (EndingKind.REPEALED, ValidityStatus.REPEALED),
        (EndingKind.REVOKED, ValidityStatus.REPEALED),
        (EndingKind.DECLARED_LAPSED, ValidityStatus.LAPSED),
    ],
)
def test_an_ending_counts_from_its_day(kind: EndingKind, status: ValidityStatus) -> None:
    ended = Ending(kind, date(2028, 6, 1))
    before = validity_status(date(2028, 5, 31), START, END, ended, is_amended=False)
    after = validity_status(date(2028, 6, 1), START, END, ended, is_amended=False)
    assert before.status is ValidityStatus.EFFECTIVE
    assert (after.status, after.reason.value) == (status, kind.value)
    assert after.decisive_date == date(2028, 6, 1)


def test_of_two_endings_the_earlier_decides() -> None:
    # Given a document repealed after its term was over
    late = Ending(EndingKind.REPEALED, END + 30 * ONE_DAY)
    # Then it had lapsed, and stays lapsed
    judgement = validity_status(END + 60 * ONE_DAY, START, END, late, is_amended=False)
    assert (judgement.status, judgement.decisive_date) == (ValidityStatus.LAPSED, END)


def test_an_amended_document_is_in_force_as_amended() -> None:
    judgement = validity_status(START, START, None, None, is_amended=True)
    assert judgement.status is ValidityStatus.AMENDED
    assert judgement.status.is_in_force
    assert judgement.reason is ValidityReason.WITHOUT_EXPIRY


def test_without_an_effective_date_nothing_is_in_force() -> None:
    judgement = validity_status(START, None, None, None, is_amended=False)
    assert judgement.status is ValidityStatus.NOT_YET_EFFECTIVE
    assert judgement.reason is ValidityReason.EFFECTIVE_DATE_MISSING


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
    assert not validity_status(
        expiry + ONE_DAY, effective, expiry, None, is_amended=False
    ).status.is_in_force
