"""The holiday arrangements on the shelf, one file a year, and the calendar they make."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from models.data_files import read_table
from models.domain.calendar import ONE_DAY, WorkingDayCalendar
from models.domain.law_errors import CalendarValueError
from models.domain.written_values import MismatchError, read_value
from resources import path_of

_YEAR_FILES = "[0-9][0-9][0-9][0-9].toml"


@dataclass(frozen=True, slots=True)
class HolidayPeriod:
    """A holiday (假期) from its first day to its last, weekends within it included."""

    name: str
    first_date: date
    last_date: date

    def days(self) -> frozenset[date]:
        """Return the days of the holiday."""
        length = (self.last_date - self.first_date).days + 1
        return frozenset(self.first_date + n * ONE_DAY for n in range(length))


@dataclass(frozen=True, slots=True)
class HolidayArrangement:
    """The holidays and make-up working days of one year, with the notice they come from."""

    year: int
    source: str
    is_verified: bool
    holidays: tuple[HolidayPeriod, ...]
    working_weekends: tuple[date, ...]
    note: str = ""


def load_calendar() -> WorkingDayCalendar:
    """Return the calendar that all arrangements on the shelf make together.

    Raises:
        InputError: a file is not as an arrangement must be; the error names file and key.
    """
    arrangements = holiday_arrangements()
    holidays = (period.days() for one in arrangements for period in one.holidays)
    return WorkingDayCalendar(
        holidays=frozenset().union(*holidays),
        working_weekends=frozenset(day for one in arrangements for day in one.working_weekends),
        covered_years=frozenset(one.year for one in arrangements),
    )


def holiday_arrangements() -> tuple[HolidayArrangement, ...]:
    """Return the arrangements on the shelf, the earliest year first."""
    files = sorted(path_of("calendars").glob(_YEAR_FILES))
    return tuple(load_arrangement(file) for file in files)


def load_arrangement(file: Path) -> HolidayArrangement:
    """Read the arrangement of one year.

    Raises:
        DataFileUnreadableError: the file cannot be opened.
        DataFileSyntaxError: the file is not TOML.
        CalendarValueError: a value is missing or not of the right kind.
    """
    try:
        arrangement = cast(
            "HolidayArrangement", read_value(HolidayArrangement, read_table(file), "")
        )
        _check_order(arrangement)
    except MismatchError as wrong:
        raise CalendarValueError(
            file=file.name, key=wrong.key.lstrip("."), value=wrong.value, expected=wrong.expected
        ) from wrong
    return arrangement


def _check_order(arrangement: HolidayArrangement) -> None:
    for place, period in enumerate(arrangement.holidays, 1):
        if period.last_date < period.first_date:
            key = f"holidays[{place}].last_date"
            raise MismatchError(key, period.last_date, period.first_date.isoformat())
