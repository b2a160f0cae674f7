"""The holiday arrangements of the shelf are what the State Council announced."""

from datetime import date
from pathlib import Path

import pytest

from models.calendars import holiday_arrangements, load_arrangement, load_calendar
from models.domain.law_errors import CalendarValueError, DataFileSyntaxError

SATURDAY = 5


def test_every_year_since_2013_is_covered_with_its_notice() -> None:
    arrangements = holiday_arrangements()
    assert [one.year for one in arrangements] == list(range(2013, 2027))
    assert all(str(one.year) in one.source for one in arrangements)
    assert [one.year for one in arrangements if one.is_verified] == [2023, 2024, 2025, 2026]
    assert all("未核实" in one.note for one in arrangements if not one.is_verified)


def test_make_up_days_are_weekends_and_no_holidays() -> None:
    calendar = load_calendar()
    assert all(day.weekday() >= SATURDAY for day in calendar.working_weekends)
    assert not calendar.working_weekends & calendar.holidays


def test_each_year_has_its_seven_holidays() -> None:
    for arrangement in holiday_arrangements():
        names = "、".join(period.name for period in arrangement.holidays)
        for holiday in ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"):
            assert holiday in names, (arrangement.year, holiday)
        for period in arrangement.holidays:
            assert period.first_date <= period.last_date
            assert period.first_date.year == arrangement.year


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2026, 1, 4), True),
        (date(2026, 2, 14), True),
        (date(2026, 2, 16), False),
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 9, 20), True),
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),
        (date(2025, 10, 8), False),
        (date(2025, 4, 27), True),
        (date(2024, 2, 9), True),
        (date(2024, 9, 14), True),
        (date(2023, 6, 25), True),
        (date(2026, 11, 21), False),
        (date(2027, 1, 1), True),
    ],
)
def test_days_are_worked_as_the_notices_say(day: date, *, is_worked: bool) -> None:
    assert load_calendar().is_working_day(day) is is_worked


def test_a_year_not_announced_is_not_covered() -> None:
    assert load_calendar().covers(date(2026, 12, 31))
    assert not load_calendar().covers(date(2027, 1, 4))


TEXT = """
year = 2027
source = "通知"
verified = false
working_weekends = [2027-01-03]
[[holidays]]
name = "元旦"
first_date = 2027-01-01
last_date = 2027-01-02
"""


def test_an_office_can_write_the_next_year_itself(tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text(TEXT, encoding="utf-8")
    arrangement = load_arrangement(file)
    assert arrangement.holidays[0].days() == {date(2027, 1, 1), date(2027, 1, 2)}
    assert arrangement.working_weekends == (date(2027, 1, 3),)


@pytest.mark.parametrize(
    ("written", "instead", "key"),
    [
        ("year = 2027", "", "year"),
        ("year = 2027", 'year = "2027"', "year"),
        ("[2027-01-03]", '["1月3日"]', "working_weekends[1]"),
        ("last_date = 2027-01-02", "", "holidays[1].last_date"),
        ("first_date = 2027-01-01", "first_date = 2027-01-05", "holidays[1].last_date"),
        ('name = "元旦"', 'nome = "元旦"', "holidays[1].nome"),
    ],
)
def test_a_broken_arrangement_is_refused_with_its_place(
    tmp_path: Path, written: str, instead: str, key: str
) -> None:
    file = tmp_path / "2027.toml"
    file.write_text(TEXT.replace(written, instead), encoding="utf-8")
    with pytest.raises(CalendarValueError) as refusal:
        load_arrangement(file)
    assert (refusal.value.values["file"], refusal.value.values["key"]) == ("2027.toml", key)


def test_an_arrangement_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text("year = \n", encoding="utf-8")
    with pytest.raises(DataFileSyntaxError):
        load_arrangement(file)
