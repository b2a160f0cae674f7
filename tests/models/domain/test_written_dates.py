"""Dates in ledgers and texts are read in every shape, and doubted where they can be misread."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.clock import OFFICE_TIME
from models.domain.numerals import chinese_digits, chinese_numeral
from models.domain.written_dates import DatePrecision, read_written_date, says_nothing

LEDGERS = Path(__file__).parents[4] / "shared" / "data" / "ledger_samples"
DAYS = st.dates(date(1949, 10, 1), date(2099, 12, 31))


@given(DAYS)
def test_a_day_is_the_same_day_in_every_clear_spelling(day: date) -> None:
    chinese = (
        f"{chinese_digits(day.year)}年{chinese_numeral(day.month)}月{chinese_numeral(day.day)}日"
    )
    spellings = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f" {day.year} 年 {day.month} 月\n{day.day} 日 ",
        f"{day:%Y-%m-%d} 15:34:20",
        chinese,
        chinese.replace("〇", "○"),
        chinese.replace("〇", "Ｏ"),
    ]
    for spelling in spellings:
        found = read_written_date(spelling)
        assert found is not None, spelling
        assert (found.day, found.is_damaged) == (day, False), spelling


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (43529, date(2019, 3, 5)),
        (43529.75, date(2019, 3, 5)),
        (20190305.0, date(2019, 3, 5)),
        ("1365523200000", date(2013, 4, 10)),
        (1365523200000, date(2013, 4, 10)),
        ("2019-12-26T17:41:29.000Z", date(2019, 12, 27)),
        ("2021-11-19T00:00:00.000+0800", date(2021, 11, 19)),
        (date(2019, 3, 5), date(2019, 3, 5)),
        (datetime(2019, 3, 5, 23, tzinfo=OFFICE_TIME), date(2019, 3, 5)),
        ("2019年3月5日（星期二）", date(2019, 3, 5)),
    ],
)
def test_what_programs_write_is_the_day_in_china(written: str | float | date, day: date) -> None:
    found = read_written_date(written)
    assert found is not None
    assert (found.day, found.is_clear) == (day, True)


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("2020612", [date(2020, 6, 12)]),
        ("2020112", [date(2020, 1, 12), date(2020, 11, 2)]),
        ("3/5/2019", [date(2019, 3, 5), date(2019, 5, 3)]),
        ("25/12/2019", [date(2019, 12, 25)]),
        ("19.3.5", [date(2019, 3, 5)]),
        ("98年7月1日", [date(1998, 7, 1)]),
        ("二三年十月十五日", [date(2003, 10, 15)]),
        ("43529", [date(2019, 3, 5)]),
    ],
)
def test_a_date_that_lost_something_is_doubted_with_every_reading(
    written: str, candidates: list[date]
) -> None:
    found = read_written_date(written)
    assert found is not None
    assert list(found.candidates) == candidates
    assert found.is_damaged
    assert not found.is_clear


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("2022年1月", DatePrecision.MONTH),
        ("2019.3", DatePrecision.MONTH),
        ("201903", DatePrecision.MONTH),
        ("一九八二年", DatePrecision.YEAR),
        ("1987", DatePrecision.YEAR),
    ],
)
def test_a_month_or_a_year_is_no_day(written: str, precision: DatePrecision) -> None:
    found = read_written_date(written)
    assert found is not None
    assert (found.precision, found.day) == (precision, None)


@pytest.mark.parametrize("written", ["", " ", "无", "-", "/", "——", "--", "不详", "暂无", "null"])
def test_a_mark_of_nothing_gives_nothing(written: str) -> None:
    assert says_nothing(written)
    assert read_written_date(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "民国二十年",
        "2019.13.5",
        "20190230",
        "云政发〔2026〕7号",
        "2019.3.5-2020.1.1",
        7,
        -1,
        True,
        float("nan"),
        float("inf"),
        1e300,
    ],
)
def test_what_is_no_date_is_not_made_one(written: str | float) -> None:
    assert read_written_date(written) is None


@given(
    st.one_of(
        st.text(max_size=30),
        st.text("0123456789年月日.-/ :TZ", max_size=30),
        st.floats(),
        st.integers(),
    )
)
def test_anything_in_a_cell_is_read_or_left_without_a_fault(written: str | float) -> None:
    found = read_written_date(written)
    assert found is None or found.candidates


def test_the_real_messy_dates_are_read_as_a_person_reads_them() -> None:
    file = LEDGERS / "messy_values.csv"
    if not file.exists():
        pytest.skip("the real messy values are not beside the project")
    with file.open(encoding="utf-8-sig", newline="") as rows:
        dates = [row for row in csv.DictReader(rows) if row["field"] == "date"]
    for row in dates:
        found = read_written_date(row["raw"])
        by_hand = row["normalised (by hand)"]
        if by_hand == "(empty)":
            assert found is None
            continue
        assert found is not None, row["raw"]
        widths = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
        assert found.candidates[0].isoformat()[: widths[found.precision]] == by_hand.split()[0]
