"""The statutory clock against a table counted by hand from the State Council's holiday notices."""

import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendars import holiday_arrangements, load_calendar
from models.derivations import explain
from models.domain.calendar import (
    Deadline,
    Pause,
    StepKind,
    Term,
    TermUnit,
    deadline,
    parse_term,
)
from models.due_dates import compute
from models.profiles import available_profiles, load_profile

TABLE = tomllib.loads(Path(__file__).with_name("clock_cases.toml").read_text(encoding="utf-8"))
FEWEST = 120
COVERED = st.dates(date(2015, 1, 1), date(2026, 6, 30))
TERMS = st.builds(
    Term, st.integers(1, 40), st.sampled_from([TermUnit.CALENDAR_DAY, TermUnit.MONTH])
)


def ended(start: str, term: str, *, rolls: bool = True, pauses: tuple[Pause, ...] = ()) -> Deadline:
    return deadline(
        "received_date",
        date.fromisoformat(start),
        parse_term(term),
        load_calendar(),
        rolls_over_holidays=rolls,
        pauses=pauses,
    )


def pause(start: str, end: str, reason: str = "") -> Pause:
    return Pause(date.fromisoformat(start), date.fromisoformat(end), reason)


def cases(*groups: str) -> list[Any]:
    return [
        pytest.param(*row, id="-".join(map(str, row[:2]))) for name in groups for row in TABLE[name]
    ]


def test_the_table_is_as_long_as_it_should_be_and_names_no_case_twice() -> None:
    rows = [(name, *map(str, row[:3])) for name, group in TABLE.items() for row in group]
    assert len(rows) >= FEWEST
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("start", "term", "last"), cases("make_up_days", "working_days", "calendar_days", "months")
)
def test_a_term_ends_on_the_day_counted_by_hand(start: str, term: str, last: str) -> None:
    found = ended(start, term)
    assert found.due_date.isoformat() == last
    assert not found.is_estimated


@pytest.mark.parametrize(("start", "term", "last"), cases("strict"))
def test_an_office_that_counts_strictly_does_not_move_the_last_day(
    start: str, term: str, last: str
) -> None:
    assert ended(start, term, rolls=False).due_date.isoformat() == last


@pytest.mark.parametrize(("start", "term", "stops", "last"), cases("pauses"))
def test_days_on_which_the_clock_stands_are_not_counted(
    start: str, term: str, stops: list[list[str]], last: str
) -> None:
    pauses = tuple(pause(stop[0], stop[1]) for stop in stops)
    assert ended(start, term, pauses=pauses).due_date.isoformat() == last


@pytest.mark.parametrize(("start", "term", "last", "is_estimated"), cases("estimated"))
def test_where_no_notice_is_known_the_date_is_called_an_estimate(
    start: str, term: str, last: str, *, is_estimated: bool
) -> None:
    found = ended(start, term)
    assert (found.due_date.isoformat(), found.is_estimated) == (last, is_estimated)


@pytest.mark.parametrize(("profile_id", "parameter", "start", "last"), cases("profiles"))
def test_each_place_counts_by_its_own_rules(
    profile_id: str, parameter: str, start: str, last: str
) -> None:
    assert by_rules_of(profile_id, parameter, start).due_date.isoformat() == last


def by_rules_of(profile_id: str, parameter: str, start: str) -> Deadline:
    profile = load_profile(profile_id)
    term = getattr(profile, parameter).value
    return compute(profile, "received_date", date.fromisoformat(start), term)


def test_every_profile_of_the_shelf_is_in_the_table() -> None:
    assert {row[0] for row in TABLE["profiles"]} == {one.id for one in available_profiles()}


def test_every_make_up_day_from_2024_on_is_in_the_table() -> None:
    known = {
        day.isoformat()
        for arrangement in holiday_arrangements()
        if arrangement.year in (2024, 2025, 2026)
        for day in arrangement.working_weekends
    }
    assert {row[2] for row in TABLE["make_up_days"]} == known


def test_every_derivation_reads_as_it_was_read_through() -> None:
    read_through = Path(__file__).with_name("clock_derivations.txt").read_text(encoding="utf-8")
    assert "\n".join(map(explain, explained())) + "\n" == read_through


def explained() -> list[Deadline]:
    """Return the cases whose derivation was read: all but those that repeat one sentence."""
    plain = ("calendar_days", "months", "estimated")
    found = [ended(*row[:2]) for name in plain for row in TABLE[name]]
    for start, term, stops, _ in TABLE["pauses"]:
        pauses = tuple(pause(stop[0], stop[1], "补正") for stop in stops)
        found.append(ended(start, term, pauses=pauses))
    return found + [by_rules_of(*row[:3]) for row in TABLE["profiles"]]


@given(COVERED, TERMS)
def test_a_due_date_is_worked_and_no_worked_day_lies_between(start: date, term: Term) -> None:
    calendar = load_calendar()
    counted = deadline("received_date", start, term, calendar, rolls_over_holidays=False)
    found = deadline("received_date", start, term, calendar, rolls_over_holidays=True)
    assert calendar.is_working_day(found.due_date) or found.is_estimated
    days = (found.due_date - counted.due_date).days
    assert not any(
        calendar.is_working_day(counted.due_date + timedelta(days=n)) for n in range(days)
    )


@given(COVERED, TERMS, st.integers(0, 30), st.integers(0, 30))
def test_each_step_of_a_derivation_begins_where_the_one_before_ended(
    start: date, term: Term, after: int, length: int
) -> None:
    stop = Pause(start + timedelta(days=after), start + timedelta(days=after + length))
    found = deadline(
        "received_date", start, term, load_calendar(), rolls_over_holidays=True, pauses=(stop,)
    )
    steps = found.derivation
    assert steps[0].kind is StepKind.COUNT
    assert all(one.to_date == two.from_date for one, two in pairwise(steps))
    assert steps[-1].to_date == found.due_date


@given(COVERED, TERMS, st.integers(1, 20), st.integers(0, 20), st.integers(0, 20))
def test_a_longer_stop_never_brings_the_end_nearer(
    start: date, term: Term, after: int, length: int, more: int
) -> None:
    def end_after(days: int) -> date:
        begin = start + timedelta(days=after)
        stop = (Pause(begin, begin + timedelta(days=days)),)
        return deadline(
            "received_date", start, term, load_calendar(), rolls_over_holidays=True, pauses=stop
        ).due_date

    assert end_after(length) <= end_after(length + more)
