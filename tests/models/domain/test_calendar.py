"""Time limits are counted as the law counts them, with pauses, holidays and unknown years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.calendar import (
    Deadline,
    Pause,
    StepKind,
    Term,
    TermUnit,
    WorkingDayCalendar,
    days_used,
    deadline,
    parse_term,
)
from models.domain.law_errors import DateOutOfRangeError, TermUnreadableError

# The National Day holiday of 2026 with its make-up days.
CALENDAR = WorkingDayCalendar(
    holidays=frozenset(date(2026, 10, day) for day in range(1, 8)),
    working_weekends=frozenset({date(2026, 9, 20), date(2026, 10, 10)}),
    covered_years=frozenset({2026}),
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
UNITS = st.sampled_from(TermUnit)


def due(start: date, text: str, *pauses: Pause, rolls: bool = True) -> Deadline:
    return deadline(
        "published_date",
        start,
        parse_term(text),
        CALENDAR,
        rolls_over_holidays=rolls,
        pauses=pauses,
    )


def test_the_day_of_the_event_is_not_counted() -> None:
    assert due(date(2026, 3, 2), "15日").due_date == date(2026, 3, 17)


def test_a_last_day_on_a_holiday_moves_to_the_next_worked_day() -> None:
    # Given a term whose last day is the second of October
    found = due(date(2026, 9, 2), "30日")
    # Then it ends on the first worked day after the holiday, and says so
    assert found.due_date == date(2026, 10, 8)
    assert [step.kind for step in found.derivation] == [StepKind.COUNT, StepKind.ROLL]


def test_an_office_may_count_strictly() -> None:
    assert due(date(2026, 9, 2), "30日", rolls=False).due_date == date(2026, 10, 2)


def test_a_last_day_on_a_weekend_that_is_worked_stays() -> None:
    assert due(date(2026, 9, 10), "10日").due_date == date(2026, 9, 20)


def test_working_days_pass_over_holidays_and_count_make_up_days() -> None:
    # Given a Monday before the holiday, then 29, 30 September, 8, 9 and the make-up 10 October
    assert due(date(2026, 9, 28), "5个工作日").due_date == date(2026, 10, 10)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        (date(2026, 8, 31), "6个月", date(2027, 2, 28)),
        (date(2026, 1, 31), "1个月", date(2026, 2, 28)),
        (date(2024, 2, 29), "1年", date(2025, 2, 28)),
        (date(2026, 12, 15), "2个月", date(2027, 2, 15)),
    ],
)
def test_months_and_years_end_on_the_same_day_or_the_last(
    start: date, term: str, end: date
) -> None:
    assert due(start, term, rolls=False).due_date == end


def test_a_pause_moves_the_end_by_the_days_it_lasted() -> None:
    # Given a clock stopped from the fifth to the tenth of March
    pause = Pause(date(2026, 3, 5), date(2026, 3, 10), "补正")
    found = due(date(2026, 3, 2), "15日", pause, rolls=False)
    # Then five days more are given, and the reason is kept
    assert found.due_date == date(2026, 3, 22)
    assert found.derivation[1].kind is StepKind.PAUSE
    assert (found.derivation[1].amount, found.derivation[1].reason) == (5, "补正")


def test_overlapping_pauses_are_counted_once() -> None:
    pauses = (
        Pause(date(2026, 3, 5), date(2026, 3, 10)),
        Pause(date(2026, 3, 8), date(2026, 3, 12)),
    )
    assert due(date(2026, 3, 2), "15日", *pauses, rolls=False).due_date == date(2026, 3, 24)


def test_a_pause_within_another_adds_nothing() -> None:
    pauses = (
        Pause(date(2026, 3, 5), date(2026, 3, 12)),
        Pause(date(2026, 3, 6), date(2026, 3, 8)),
    )
    assert due(date(2026, 3, 2), "15日", *pauses, rolls=False).due_date == date(2026, 3, 24)


def test_a_pause_that_begins_after_the_end_changes_nothing() -> None:
    pause = Pause(date(2026, 3, 17), date(2026, 4, 1))
    assert due(date(2026, 3, 2), "15日", pause).due_date == date(2026, 3, 17)


def test_of_a_pause_that_began_before_the_event_only_the_rest_counts() -> None:
    pause = Pause(date(2026, 2, 20), date(2026, 3, 5))
    assert due(date(2026, 3, 2), "15日", pause, rolls=False).due_date == date(2026, 3, 20)


def test_a_second_pause_within_the_days_given_by_the_first_counts() -> None:
    pauses = (
        Pause(date(2026, 3, 5), date(2026, 3, 10)),
        Pause(date(2026, 3, 19), date(2026, 3, 21)),
    )
    assert due(date(2026, 3, 2), "15日", *pauses, rolls=False).due_date == date(2026, 3, 24)


def test_a_year_without_arrangement_gives_an_estimate() -> None:
    assert due(date(2026, 12, 20), "30日").is_estimated
    assert due(date(2026, 12, 28), "5个工作日").is_estimated
    assert due(date(2025, 12, 25), "10个工作日").is_estimated
    assert not due(date(2025, 12, 31), "10个工作日").is_estimated
    assert not due(date(2026, 11, 2), "30日").is_estimated
    assert not due(date(2026, 12, 20), "30日", rolls=False).is_estimated


def test_a_term_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(DateOutOfRangeError):
        due(date(2026, 1, 1), "9999年")
    with pytest.raises(DateOutOfRangeError):
        due(date(2026, 1, 1), "99999999日")


@given(DAYS, st.integers(0, 400), UNITS, st.booleans())
def test_a_deadline_is_never_before_its_event(
    start: date,
    amount: int,
    unit: TermUnit,
    rolls: bool,  # noqa: FBT001
) -> None:
    found = deadline("event", start, Term(amount, unit), CALENDAR, rolls_over_holidays=rolls)
    assert found.due_date >= start
    assert found.derivation[0].from_date == start
    assert found.derivation[-1].to_date == found.due_date


@given(DAYS, st.integers(1, 60))
def test_the_working_days_of_a_term_are_its_working_days(start: date, amount: int) -> None:
    found = deadline(
        "event", start, Term(amount, TermUnit.WORKING_DAY), CALENDAR, rolls_over_holidays=True
    )
    assert days_used(start, found.due_date, TermUnit.WORKING_DAY, CALENDAR) == amount
    assert CALENDAR.is_working_day(found.due_date)


@given(DAYS, st.integers(1, 60), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30))))
def test_the_days_used_at_the_end_are_the_term(
    start: date, amount: int, stops: list[tuple[int, int]]
) -> None:
    # Given a clock with any stops
    pauses = tuple(
        Pause(start + timedelta(days=after), start + timedelta(days=after + length))
        for after, length in stops
    )
    for unit in (TermUnit.CALENDAR_DAY, TermUnit.WORKING_DAY):
        # When the end of the term is computed
        found = deadline(
            "event", start, Term(amount, unit), CALENDAR, rolls_over_holidays=False, pauses=pauses
        )
        # Then just the term has been used on that day
        assert days_used(start, found.due_date, unit, CALENDAR, pauses) == amount


def test_a_pause_yet_to_come_takes_no_day_already_used() -> None:
    pause = Pause(date(2026, 3, 20), date(2026, 3, 25))
    used = days_used(date(2026, 3, 2), date(2026, 3, 10), TermUnit.CALENDAR_DAY, CALENDAR, (pause,))
    assert used == 8


def test_days_left_are_negative_when_overdue() -> None:
    found = due(date(2026, 3, 2), "15日")
    assert found.days_left(date(2026, 3, 10)) == 7
    assert found.days_left(date(2026, 3, 18)) == -1


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("15日", Term(15, TermUnit.CALENDAR_DAY)),
        ("十五日", Term(15, TermUnit.CALENDAR_DAY)),
        ("30天", Term(30, TermUnit.CALENDAR_DAY)),
        ("5个工作日", Term(5, TermUnit.WORKING_DAY)),
        ("二十个工作日", Term(20, TermUnit.WORKING_DAY)),
        ("2个月", Term(2, TermUnit.MONTH)),
        ("六个月", Term(6, TermUnit.MONTH)),
        ("5年", Term(5, TermUnit.YEAR)),
        (" 5 年 ", Term(5, TermUnit.YEAR)),
    ],
)
def test_terms_are_read_as_offices_write_them(text: str, term: Term) -> None:
    assert parse_term(text) == term


@pytest.mark.parametrize("text", ["", "日", "15", "-5日", "5月", "若干日", "15 days"])
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(TermUnreadableError):
        parse_term(text)
