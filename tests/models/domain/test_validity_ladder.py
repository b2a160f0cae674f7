"""The steps before the end of a term are counted back from its last day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendars import load_calendar
from models.domain.calendar import TermUnit, WorkingDayCalendar, parse_term
from models.domain.profile import ReminderPeriod, Sourced
from models.domain.validity_ladder import (
    DueWindow,
    LadderRule,
    LadderStep,
    ladder_of,
    ladder_rules,
    latest_expiry,
)
from models.profiles import available_profiles, load_profile

HUNAN = load_profile("hunan")
TODAY = date(2026, 3, 16)
WINDOWS = st.sampled_from(DueWindow)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def lead(text: str) -> LadderRule:
    """Return the rule of an evaluation so long before the end."""
    return LadderRule(LadderStep.EVALUATION, parse_term(text))


def due(rule: LadderRule, expiry_date: date) -> date:
    """Return when the step of a rule is due."""
    (found,) = ladder_of(expiry_date, (rule,), load_calendar())
    return found.due_date


@pytest.mark.parametrize(
    ("term", "expiry_date", "due_date"),
    [
        ("30日", date(2026, 3, 31), date(2026, 3, 1)),
        ("6个月", date(2027, 3, 31), date(2026, 9, 30)),
        ("6个月", date(2026, 8, 31), date(2026, 2, 28)),
        ("6个月", date(2028, 8, 29), date(2028, 2, 29)),
        ("1个月", date(2026, 1, 15), date(2025, 12, 15)),
        ("1年", date(2028, 2, 29), date(2027, 2, 28)),
        ("10个工作日", date(2026, 10, 9), date(2026, 9, 18)),
    ],
)
def test_a_step_is_due_so_long_before_the_last_day(
    term: str, expiry_date: date, due_date: date
) -> None:
    assert due(lead(term), expiry_date) == due_date


@pytest.mark.parametrize(
    ("period", "expiry_date", "due_date"),
    [
        (ReminderPeriod.QUARTER_END, date(2027, 3, 31), date(2026, 12, 31)),
        (ReminderPeriod.QUARTER_END, date(2026, 4, 1), date(2026, 3, 31)),
        (ReminderPeriod.MONTH_END, date(2027, 3, 31), date(2027, 2, 28)),
    ],
)
def test_the_reminder_is_due_at_the_end_of_the_period_before(
    period: ReminderPeriod, expiry_date: date, due_date: date
) -> None:
    assert due(LadderRule(LadderStep.REMINDER, period=period), expiry_date) == due_date


def test_steps_come_by_their_days_and_the_last_day_comes_last() -> None:
    ladder = ladder_of(date(2027, 3, 31), ladder_rules(HUNAN), load_calendar())
    assert [(one.step, one.due_date) for one in ladder] == [
        (LadderStep.EVALUATION, date(2026, 9, 30)),
        (LadderStep.REMINDER, date(2026, 12, 31)),
        (LadderStep.OPINION, date(2027, 1, 31)),
        (LadderStep.SUBMISSION, date(2027, 2, 28)),
        (LadderStep.FORMALITIES, date(2027, 3, 1)),
        (LadderStep.EXPIRY, date(2027, 3, 31)),
    ]


def test_a_step_the_rules_do_not_ask_for_is_no_step() -> None:
    nothing = Sourced(None, "未见规定", is_verified=False)
    rules = replace(HUNAN, reminder_period=nothing, renewal_before_term=nothing)
    steps = {one.step for one in ladder_rules(rules)}
    assert steps.isdisjoint({LadderStep.REMINDER, LadderStep.FORMALITIES})


@pytest.mark.parametrize("summary", available_profiles(), ids=lambda one: one.id)
def test_every_step_of_every_profile_names_its_source(summary: object) -> None:
    rules = ladder_rules(load_profile(summary.id))  # type: ignore[attr-defined]
    assert all(one.source for one in rules if one.step is not LadderStep.EXPIRY)


def test_working_days_of_a_year_without_holidays_known_are_an_estimate() -> None:
    unknown = WorkingDayCalendar()
    (counted,) = ladder_of(date(2040, 3, 30), (lead("5个工作日"),), unknown)
    (certain,) = ladder_of(date(2040, 3, 30), (lead("5日"),), unknown)
    assert (counted.is_estimated, certain.is_estimated) == (True, False)


@given(until=DAYS, amount=st.integers(1, 60), unit=st.sampled_from(TermUnit), gap=st.integers(1, 9))
def test_no_term_that_ends_after_the_latest_day_has_a_step_due(
    until: date, amount: int, unit: TermUnit, gap: int
) -> None:
    text = {"calendar_day": "日", "working_day": "个工作日", "month": "个月", "year": "年"}[unit]
    rules = (
        lead(f"{min(amount, 3) if unit is TermUnit.YEAR else amount}{text}"),
        LadderRule(LadderStep.REMINDER, period=ReminderPeriod.QUARTER_END),
    )
    beyond = latest_expiry(until, rules) + timedelta(days=gap)
    assert all(one.due_date > until for one in ladder_of(beyond, rules, load_calendar()))


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (DueWindow.WEEK, date(2026, 3, 16), date(2026, 3, 23)),
        (DueWindow.MONTH, date(2026, 3, 16), date(2026, 4, 15)),
        (DueWindow.QUARTER, date(2026, 3, 16), date(2026, 3, 31)),
    ],
)
def test_a_window_runs_from_today_to_its_last_day(
    window: DueWindow, first: date, last: date
) -> None:
    one = timedelta(days=1)
    held = [window.holds(day, TODAY) for day in (first - one, first, last, last + one)]
    assert held == [False, True, True, False]


def test_what_is_due_today_is_not_overdue() -> None:
    assert DueWindow.OVERDUE.holds(TODAY - timedelta(days=1), TODAY)
    assert not DueWindow.OVERDUE.holds(TODAY, TODAY)
