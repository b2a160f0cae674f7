"""The age of a stock of documents and the quarters of its expiry."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.domain.quarters import Quarter
from models.domain.stock_figures import ages, completed_years, expiries

DAY = date(2026, 11, 26)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def test_a_year_is_complete_on_the_day_and_not_the_day_before() -> None:
    assert completed_years(date(2025, 11, 26), DAY) == 1
    assert completed_years(date(2025, 11, 27), DAY) == 0


def test_a_document_of_a_leap_day_completes_its_year_on_the_first_of_march() -> None:
    assert completed_years(date(2024, 2, 29), date(2025, 2, 28)) == 0
    assert completed_years(date(2024, 2, 29), date(2025, 3, 1)) == 1


def test_a_document_stands_in_the_band_of_its_age() -> None:
    found = ages([date(2026, 1, 1), date(2024, 11, 26), date(2015, 3, 1), date(2027, 1, 1)], DAY)
    counts = [(band.from_years, band.to_years, band.count) for band in found]

    assert counts == [(0, 1, 2), (1, 2, 0), (2, 3, 1), (3, 5, 0), (5, 10, 0), (10, None, 1)]


def test_what_expires_is_counted_by_quarter_from_today_on() -> None:
    days = [date(2026, 11, 25), date(2026, 11, 26), date(2026, 12, 31), date(2027, 1, 1)]
    found = expiries(days, DAY, 3)

    assert [(one.quarter, one.count) for one in found] == [
        (Quarter(2026, 4), 2),
        (Quarter(2027, 1), 1),
        (Quarter(2027, 2), 0),
    ]


@given(st.lists(DAYS), DAYS)
def test_every_document_is_counted_in_one_band(issued: list[date], day: date) -> None:
    assert sum(band.count for band in ages(issued, day)) == len(issued)


@given(st.lists(DAYS), DAYS)
def test_no_quarter_counts_what_has_expired(last_days: list[date], day: date) -> None:
    found = expiries(last_days, day, 8)
    end = found[-1].quarter.last_day + timedelta(days=1)

    assert sum(one.count for one in found) == sum(day <= one < end for one in last_days)
