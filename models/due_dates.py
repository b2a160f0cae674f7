"""When a term of the profile ends, by the working-day calendar on the shelf."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.calendars import load_calendar
from models.domain.calendar import (
    MONTHS_A_YEAR,
    ONE_DAY,
    Deadline,
    Term,
    TermUnit,
    add_months,
    days_used,
    deadline,
)
from models.domain.evaluation import EvaluationDueBasis
from models.domain.profile import Profile
from models.domain.terms import FilingRecipient

PLANNED = "planned_date"
STARTED = "started_date"
"""The events that the term of an evaluation runs from."""


@dataclass(frozen=True)
class Timeliness:
    """Whether a filing came in time (是否按期), with the derivation of its last day.

    ``days_used`` counts in the unit of the limit, the day of publication excluded.
    """

    received_date: date
    computed: Deadline
    is_timely: bool
    days_used: int

    @property
    def days_late(self) -> int:
        """Return how many calendar days after the last day it came; 0 when it came in time."""
        return max(0, (self.received_date - self.computed.due_date).days)


def compute(profile: Profile, start_event: str, start: date, term: Term) -> Deadline:
    """Compute when a term of the profile that begins with an event ends."""
    return deadline(
        start_event,
        start,
        term,
        load_calendar(),
        rolls_over_holidays=profile.rolls_over_holidays,
    )


def filing_timeliness(profile: Profile, published_date: date, received_date: date) -> Timeliness:
    """Judge whether a filing that was received on a day came in time (报备时限)."""
    limit = profile.filing_limit(FilingRecipient.OWN_GOVERNMENT).value
    computed = compute(profile, "published_date", published_date, limit)
    return Timeliness(
        received_date,
        computed,
        is_timely=received_date <= computed.due_date,
        days_used=days_used(published_date, received_date, limit.unit, load_calendar()),
    )


@dataclass(frozen=True)
class EvaluationDue:
    """The last day for the report of an evaluation, what it was taken from, and how counted."""

    day: date
    basis: EvaluationDueBasis
    computed: Deadline | None = None


def evaluation_due(
    profile: Profile,
    start: tuple[str, date],
    expiry_date: date | None,
    plan_year: int | None,
) -> EvaluationDue | None:
    """Return when the report of an evaluation is due (评估期限): the earliest day that binds it.

    A day that has passed before the evaluation starts binds it no more. None when neither the
    profile nor the document nor a plan sets a day.

    Args:
        profile: the rules in force.
        start: the event the term runs from, and its day.
        expiry_date: the last day of the document's validity.
        plan_year: the year within which a plan wants the evaluation.
    """
    event, day = start
    found: list[EvaluationDue] = []
    if profile.evaluation_term.value is not None and (plan_year is None or event != PLANNED):
        computed = compute(profile, event, day, profile.evaluation_term.value)
        found.append(EvaluationDue(computed.due_date, EvaluationDueBasis.TERM, computed))
    if plan_year is not None:
        found.append(EvaluationDue(date(plan_year, 12, 31), EvaluationDueBasis.PLAN_YEAR))
    if expiry_date is not None:
        found.append(EvaluationDue(expiry_date, EvaluationDueBasis.BEFORE_EXPIRY))
        if profile.renewal_before_term.value is not None:
            formalities = day_before(expiry_date, profile.renewal_before_term.value)
            found.append(EvaluationDue(formalities, EvaluationDueBasis.BEFORE_RENEWAL))
    binding = [one for one in found if one.day >= day]
    return min(binding, key=lambda one: one.day, default=None)


def day_before(end: date, term: Term) -> date:
    """Return the day that lies a term before another day."""
    match term.unit:
        case TermUnit.CALENDAR_DAY:
            return end - timedelta(days=term.amount)
        case TermUnit.WORKING_DAY:
            return _working_days_before(end, term.amount)
        case TermUnit.MONTH:
            return add_months(end, -term.amount)
        case TermUnit.YEAR:
            return add_months(end, -term.amount * MONTHS_A_YEAR)


def _working_days_before(end: date, amount: int) -> date:
    calendar, day = load_calendar(), end
    while amount > 0:
        day -= ONE_DAY
        amount -= calendar.is_working_day(day)
    return day
