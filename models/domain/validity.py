"""What is in force on a given day, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.calendar import MONTHS_A_YEAR, ONE_DAY, add_months
from models.domain.law_errors import DateOutOfRangeError
from models.domain.terms import ValidityStatus


class ValidityTermKind(StrEnum):
    """How a document says how long it is valid (有效期)."""

    YEARS = "years"
    MONTHS = "months"
    UNTIL_DATE = "until_date"
    PERMANENT = "permanent"
    UNTIL_TASK_DONE = "until_task_done"


@dataclass(frozen=True, slots=True)
class ValidityTerm:
    """The validity a document states: an amount for years and months, a date for until_date."""

    kind: ValidityTermKind
    amount: int = 0
    until_date: date | None = None


class EndingKind(StrEnum):
    """An event that ends a document before its time."""

    REPEALED = "repealed"  # 废止
    DECLARED_LAPSED = "declared_lapsed"  # 宣布失效
    REVOKED = "revoked"  # 撤销


class ValidityReason(StrEnum):
    """Why a document has its status on the day judged."""

    EFFECTIVE_DATE_MISSING = "effective_date_missing"
    NOT_PUBLISHED = "not_published"
    BEFORE_EFFECTIVE_DATE = "before_effective_date"
    IN_TERM = "in_term"
    WITHOUT_EXPIRY = "without_expiry"
    TERM_OVER = "term_over"
    TASK_DONE = "task_done"
    REPEALED = "repealed"
    DECLARED_LAPSED = "declared_lapsed"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class ValidityJudgement:
    """A status with its reason and the date that decided it, where there is one."""

    status: ValidityStatus
    reason: ValidityReason
    decisive_date: date | None


def expiry_date(effective_date: date, term: ValidityTerm) -> date | None:
    """Return the last day in force, or None for a term that no date ends.

    Five years from 2026-01-01 end on 2030-12-31: the day before the same date. Where the last
    month has no such day (2024-02-29 and five years) its last day is the last day in force.

    Raises:
        DateOutOfRangeError: the term reaches beyond what a calendar can name.
    """
    match term.kind:
        case ValidityTermKind.YEARS:
            return _last_day(effective_date, term.amount * MONTHS_A_YEAR)
        case ValidityTermKind.MONTHS:
            return _last_day(effective_date, term.amount)
        case ValidityTermKind.UNTIL_DATE:
            return term.until_date
        case ValidityTermKind.PERMANENT | ValidityTermKind.UNTIL_TASK_DONE:
            return None


def expiry_of(
    effective_date: date | None, published_date: date | None, term: ValidityTerm
) -> date | None:
    """Return the last day in force; a term of years runs from effect, else from publication."""
    start = effective_date or published_date
    return term.until_date if start is None else expiry_date(start, term)


def expiry_readings(effective_date: date, term: ValidityTerm) -> tuple[date, ...]:
    """Return the dates on which a stated term may be read to end, the usual reading first.

    A text that says only "5 years" is read by some as ending on the same date five years on.
    """
    usual = expiry_date(effective_date, term)
    if usual is None:
        return ()
    if term.kind is ValidityTermKind.UNTIL_DATE:
        return (usual,)
    same_date = usual + ONE_DAY
    return (usual, same_date) if same_date.day == effective_date.day else (usual,)


def _last_day(effective_date: date, months: int) -> date:
    try:
        anniversary = add_months(effective_date, months)
    except OverflowError as beyond:
        raise DateOutOfRangeError(start_date=effective_date, amount=months) from beyond
    has_same_day = anniversary.day == effective_date.day
    return anniversary - ONE_DAY if has_same_day else anniversary
