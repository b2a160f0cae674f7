"""A quarter runs from the first day of its first month to the last day of its third."""

from datetime import date

import pytest

from models.domain.quarters import Quarter


@pytest.mark.parametrize(
    ("day", "number", "first", "last"),
    [
        (date(2026, 3, 31), 1, date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), 2, date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 9, 30), 3, date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), 4, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_its_quarter(day: date, number: int, first: date, last: date) -> None:
    quarter = Quarter.of(day)
    assert (quarter.number, quarter.first_day, quarter.last_day) == (number, first, last)


def test_the_last_quarter_is_followed_by_the_first_of_the_next_year() -> None:
    assert Quarter(2026, 4).following == Quarter(2027, 1)
