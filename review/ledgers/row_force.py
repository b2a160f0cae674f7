"""How long the document of a row is valid, and whether it has ended."""

from datetime import date, timedelta

from models.domain.imports import EndingEntry
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind, expiry_of
from review.ledgers.columns import LedgerField
from review.ledgers.problems import ProblemKind, field_name
from review.ledgers.row_cells import Days, RowCells
from review.ledgers.understanding import Understanding
from review.ledgers.values import WrittenStatus, read_day, read_status, read_term

# "Five years" may end on the same date five years on or on the day before: no contradiction.
_SAME_END = timedelta(days=1)


def term_of(cells: RowCells, days: Days) -> ValidityTerm | None:
    """Return the validity a row states, by its term or by its last day."""
    term = cells.take(read_term(cells.raw(LedgerField.VALIDITY)))
    last_day = _last_day(cells)
    if last_day is None:
        return term
    by_day = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=last_day)
    effective = days[LedgerField.EFFECTIVE_DATE]
    if effective is not None and last_day < effective:
        raw = cells.raw(LedgerField.EXPIRY_DATE)
        cells.note(
            ProblemKind.DATES_IN_DISORDER, LedgerField.EXPIRY_DATE, raw, effective.isoformat()
        )
    if term is None:
        return by_day
    stated = _end_of(term, days)
    if stated is None or abs(stated - last_day) <= _SAME_END:
        return term if stated is not None else by_day
    raw = cells.raw(LedgerField.VALIDITY)
    cells.note(ProblemKind.VALIDITY_DIFFERS, LedgerField.VALIDITY, raw, last_day.isoformat())
    return by_day


def ending_of(
    cells: RowCells,
    days: Days,
    term: ValidityTerm | None,
    understanding: Understanding,
    today: date,
) -> EndingEntry | None:
    """Return how the document of a row has ended before its time, if it has."""
    raw = cells.raw(LedgerField.STATUS)
    status = cells.take(read_status(raw))
    ended = days[LedgerField.ENDED_DATE]
    last_day = _end_of(term, days) if term else None
    is_over = last_day is not None and last_day < today
    reason = cells.text(LedgerField.ENDED_REASON) or " ".join(raw.split())
    match status:
        case WrittenStatus.REPEALED | WrittenStatus.DECLARED_LAPSED:
            if ended is None and is_over and status is WrittenStatus.DECLARED_LAPSED:
                return None
            day = ended or (last_day if is_over else None) or understanding.ended_date
            if day is None:
                cells.note(ProblemKind.ENDED_DATE_MISSING, LedgerField.STATUS, raw)
                return None
            return EndingEntry(EndingKind(status.value), day, reason)
        case WrittenStatus.PROPOSED:
            cells.note(ProblemKind.STATUS_PROPOSED, LedgerField.STATUS, raw)
        case WrittenStatus.IN_FORCE if is_over and last_day is not None:
            cells.note(
                ProblemKind.STATUS_CONTRADICTS, LedgerField.STATUS, raw, last_day.isoformat()
            )
        case None if ended is not None:
            return EndingEntry(
                EndingKind.REPEALED, ended, reason or field_name(LedgerField.ENDED_DATE)
            )
    return None


def _last_day(cells: RowCells) -> date | None:
    """Read the column of last days, where some write 长期有效 or a term."""
    raw = cells.raw(LedgerField.EXPIRY_DATE)
    read = read_day(raw, LedgerField.EXPIRY_DATE)
    if read.problem is not None and read.value is None:
        term = read_term(raw)
        if term.problem is None and term.value is not None:
            return term.value.until_date
    return cells.take(read)


def _end_of(term: ValidityTerm, days: Days) -> date | None:
    return expiry_of(days[LedgerField.EFFECTIVE_DATE], days[LedgerField.PUBLISHED_DATE], term)
