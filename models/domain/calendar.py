"""Statutory clocks: working days, time limits with pauses, each date with its derivation."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from models.domain.law_errors import DateOutOfRangeError, TermUnreadableError
from models.domain.numerals import parse_numeral

ONE_DAY = timedelta(days=1)
MONTHS_A_YEAR = 12
_SATURDAY = 5


class TermUnit(StrEnum):
    """The unit of a time limit (期限单位)."""

    CALENDAR_DAY = "calendar_day"  # 日
    WORKING_DAY = "working_day"  # 工作日
    MONTH = "month"  # 月
    YEAR = "year"  # 年


_UNIT_WORDS = {
    "日": TermUnit.CALENDAR_DAY,
    "天": TermUnit.CALENDAR_DAY,
    "个工作日": TermUnit.WORKING_DAY,
    "工作日": TermUnit.WORKING_DAY,
    "个月": TermUnit.MONTH,
    "年": TermUnit.YEAR,
}
_TERM_PATTERN = re.compile(
    r"\s*(?P<amount>[^\s个工日天月年]+)\s*(?P<unit>个?工作日|个月|日|天|年)\s*"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit (期限), for example 15 days or 5 working days."""

    amount: int
    unit: TermUnit


@dataclass(frozen=True, slots=True)
class Pause:
    """A stop of the clock: the days after ``start_date`` up to ``end_date`` are not counted.

    For a stop that still lasts give today: the due date is then the earliest possible one.
    """

    start_date: date
    end_date: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WorkingDayCalendar:
    """Which days are worked: weekdays, less the holidays, plus the make-up days (调休上班)."""

    holidays: frozenset[date] = frozenset()
    working_weekends: frozenset[date] = frozenset()
    covered_years: frozenset[int] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on the day; by the week alone in years not covered."""
        if day in self.working_weekends:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def covers(self, day: date) -> bool:
        """Tell whether the holiday arrangement of the day's year is known."""
        return day.year in self.covered_years


class StepKind(StrEnum):
    """What one step of a derivation does."""

    COUNT = "count"
    PAUSE = "pause"
    ROLL = "roll"


@dataclass(frozen=True, slots=True)
class DerivationStep:
    """One step of a derivation: from one date to the next, by so much of a unit.

    ``ends_on_make_up_day`` tells that the step ends on a weekend that is worked (调休上班), which
    whoever checks the date on a wall calendar would take for a day off.
    """

    kind: StepKind
    from_date: date
    to_date: date
    amount: int
    unit: TermUnit
    reason: str = ""
    ends_on_make_up_day: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date with the way it was found."""

    start_event: str
    start_date: date
    term: Term
    due_date: date
    derivation: tuple[DerivationStep, ...]
    is_estimated: bool

    def days_left(self, today: date) -> int:
        """Return the calendar days from today to the due date; negative when overdue."""
        return (self.due_date - today).days


def parse_term(text: str) -> Term:
    """Read a time limit as offices write it: 15日, 5个工作日, 六个月, 2年.

    Raises:
        TermUnreadableError: the text is not a number with a unit.
    """
    match = _TERM_PATTERN.fullmatch(text)
    amount = parse_numeral(match["amount"]) if match else None
    if match is None or amount is None:
        raise TermUnreadableError(text=text)
    return Term(amount, _UNIT_WORDS[match["unit"]])


def deadline(
    start_event: str,
    start: date,
    term: Term,
    calendar: WorkingDayCalendar,
    *,
    rolls_over_holidays: bool,
    pauses: tuple[Pause, ...] = (),
) -> Deadline:
    """Compute when a term that begins with an event ends; the event's day is not counted.

    Args:
        start_event: the glossary's name of the event, for example ``published_date``.
        start: the day of the event.
        term: the time limit.
        calendar: the working days known.
        rolls_over_holidays: whether a last day that is not worked moves to the next worked day.
        pauses: the stops of the clock.

    Raises:
        DateOutOfRangeError: the due date lies beyond what a calendar can name.
    """
    try:
        steps = list(_counting(start, term, calendar, pauses))
        if rolls_over_holidays:
            steps.extend(_rolling(steps[-1].to_date, calendar))
        steps = [_with_make_up_day(step, calendar) for step in steps]
    except OverflowError as beyond:
        raise DateOutOfRangeError(start_date=start, amount=term.amount) from beyond
    uses_calendar = rolls_over_holidays or term.unit is TermUnit.WORKING_DAY
    is_estimated = uses_calendar and not _is_covered(steps, calendar)
    return Deadline(start_event, start, term, steps[-1].to_date, tuple(steps), is_estimated)


def days_used(
    start: date,
    today: date,
    unit: TermUnit,
    calendar: WorkingDayCalendar,
    pauses: tuple[Pause, ...] = (),
) -> int:
    """Count the days, or working days, that a clock has run up to and including today."""
    run = _count(start, today, unit, calendar)
    stopped = sum(
        _count(max(pause.start_date, start), min(pause.end_date, today), unit, calendar)
        for pause in _merged(pauses)
    )
    return run - stopped


def _counting(
    start: date, term: Term, calendar: WorkingDayCalendar, pauses: tuple[Pause, ...]
) -> Iterator[DerivationStep]:
    due = _add(start, term, calendar)
    yield DerivationStep(StepKind.COUNT, start, due, term.amount, term.unit)
    unit = _counted_unit(term.unit)
    for pause in _merged(pauses):
        if not pause.start_date < due:
            continue
        lost = _count(max(pause.start_date, start), pause.end_date, unit, calendar)
        if not lost:
            continue
        resumed = _add(due, Term(lost, unit), calendar)
        yield DerivationStep(StepKind.PAUSE, due, resumed, lost, unit, pause.reason)
        due = resumed


def _rolling(due: date, calendar: WorkingDayCalendar) -> Iterator[DerivationStep]:
    worked = due
    while not calendar.is_working_day(worked):
        worked += ONE_DAY
    if worked != due:
        days = (worked - due).days
        yield DerivationStep(StepKind.ROLL, due, worked, days, TermUnit.CALENDAR_DAY)


def _with_make_up_day(step: DerivationStep, calendar: WorkingDayCalendar) -> DerivationStep:
    return replace(step, ends_on_make_up_day=step.to_date in calendar.working_weekends)


def _counted_unit(unit: TermUnit) -> TermUnit:
    return unit if unit is TermUnit.WORKING_DAY else TermUnit.CALENDAR_DAY


def _add(start: date, term: Term, calendar: WorkingDayCalendar) -> date:
    match term.unit:
        case TermUnit.CALENDAR_DAY:
            return start + timedelta(days=term.amount)
        case TermUnit.WORKING_DAY:
            return _add_working_days(start, term.amount, calendar)
        case TermUnit.MONTH:
            return add_months(start, term.amount)
        case TermUnit.YEAR:
            return add_months(start, term.amount * MONTHS_A_YEAR)


def _add_working_days(start: date, amount: int, calendar: WorkingDayCalendar) -> date:
    day = start
    while amount > 0:
        day += ONE_DAY
        amount -= calendar.is_working_day(day)
    return day


def add_months(start: date, months: int) -> date:
    """Return the same day so many months later, or the month's last day where it has none."""
    year, month_index = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + months, MONTHS_A_YEAR)
    month = month_index + 1
    if year > date.max.year:
        raise OverflowError(year)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _count(after: date, until: date, unit: TermUnit, calendar: WorkingDayCalendar) -> int:
    span = max(0, (until - after).days)
    if unit is not TermUnit.WORKING_DAY:
        return span
    return sum(calendar.is_working_day(after + timedelta(days=n + 1)) for n in range(span))


def _merged(pauses: tuple[Pause, ...]) -> list[Pause]:
    merged: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: one.start_date):
        if merged and pause.start_date <= merged[-1].end_date:
            end = max(merged[-1].end_date, pause.end_date)
            merged[-1] = replace(merged[-1], end_date=end)
        else:
            merged.append(pause)
    return merged


def _is_covered(steps: list[DerivationStep], calendar: WorkingDayCalendar) -> bool:
    counted = steps[0]
    first = counted.to_date
    if counted.unit is TermUnit.WORKING_DAY:
        first = min(first, counted.from_date + ONE_DAY)
    years = range(first.year, steps[-1].to_date.year + 1)
    return calendar.covered_years.issuperset(years)
