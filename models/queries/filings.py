"""Incoming filings as a list: narrowed, ordered, counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peewee import Expression, Field

from models.domain.document_number import normalise
from models.domain.lifecycle import FilingState
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing
from models.tables.letters import Deadline


class FilingOrder(StrEnum):
    """A column the filings can be sorted by."""

    RECEIVED_DATE = "received_date"
    REGISTER_NUMBER = "filing_register_number"
    FILING_BODY = "filing_body"
    TITLE = "title"
    STATE = "state"


_COLUMNS: dict[FilingOrder, Field] = {
    FilingOrder.RECEIVED_DATE: Filing.received_date,
    FilingOrder.REGISTER_NUMBER: Filing.filing_register_number_key,
    FilingOrder.FILING_BODY: Filing.filing_body_name,
    FilingOrder.TITLE: Document.title,
    FilingOrder.STATE: Filing.state,
}


@dataclass(frozen=True)
class FilingFilter:
    """What the filings are narrowed to; empty means no narrowing."""

    containing: str = ""
    states: frozenset[FilingState] = frozenset()
    filing_body_names: frozenset[str] = frozenset()
    is_late_only: bool = False


@dataclass(frozen=True)
class FilingRow:
    """One line of the filings; ``next_due_date`` is that of the open deadline."""

    id: int
    document_id: int
    title: str
    document_number: str
    filing_body_name: str
    received_date: date
    state: FilingState
    filing_register_number: str
    is_timely: bool | None
    days_used: int | None
    filing_due_date: date | None
    next_due_date: date | None


def filing_ids(
    narrowing: FilingFilter, order: FilingOrder, *, descending: bool = True
) -> list[int]:
    """Return the ids of the filings in the order wanted; rows without a value come last."""
    column = _COLUMNS[order]
    direction = column.desc(nulls="LAST") if descending else column.asc(nulls="LAST")
    newest = Filing.id.desc() if descending else Filing.id.asc()
    query = Filing.select(Filing.id).join(Document).where(*_conditions(narrowing))
    return [row[0] for row in tuples_of(query.order_by(direction, newest))]


def filing_rows(ids: list[int]) -> list[FilingRow]:
    """Return the rows with these ids, in this order."""
    due = dict(
        tuples_of(
            Deadline.select(Deadline.filing, Deadline.due_date).where(
                Deadline.filing.in_(ids), Deadline.review.is_null(), Deadline.met_date.is_null()
            )
        )
    )
    query = (
        Filing.select(
            Filing.id,
            Filing.document,
            Document.title,
            Document.document_number,
            Filing.filing_body_name,
            Filing.received_date,
            Filing.state,
            Filing.filing_register_number,
            Filing.is_timely,
            Filing.days_used,
            Filing.filing_due_date,
        )
        .join(Document)
        .where(Filing.id.in_(ids))
    )
    rows = {
        row[0]: FilingRow(
            id=row[0],
            document_id=row[1],
            title=row[2],
            document_number=row[3] or "",
            filing_body_name=row[4],
            received_date=row[5],
            state=FilingState(row[6]),
            filing_register_number=row[7] or "",
            is_timely=row[8],
            days_used=row[9],
            filing_due_date=row[10],
            next_due_date=due.get(row[0]),
        )
        for row in tuples_of(query)
    }
    return [rows[filing_id] for filing_id in ids if filing_id in rows]


def filing_body_counts() -> dict[str, int]:
    """Count the filings by the body that filed, for the filter."""
    names = tuples_of(Filing.select(Filing.filing_body_name))
    counts: dict[str, int] = {}
    for (name,) in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


def filing_state_counts() -> dict[FilingState, int]:
    """Count the filings by state, for the filter."""
    counts = dict.fromkeys(FilingState, 0)
    for (state,) in tuples_of(Filing.select(Filing.state)):
        counts[FilingState(state)] += 1
    return counts


def late_filing_count() -> int:
    """Count the filings that came after their last day, for the filter."""
    return int(Filing.select().where(~Filing.is_timely).count())


def _conditions(narrowing: FilingFilter) -> list[Expression]:
    conditions = [Filing.id > 0]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key)
            | Document.document_number_key.contains(key)
            | Filing.filing_register_number_key.contains(key)
        )
    if narrowing.states:
        conditions.append(Filing.state.in_(sorted(narrowing.states)))
    if narrowing.filing_body_names:
        conditions.append(Filing.filing_body_name.in_(sorted(narrowing.filing_body_names)))
    if narrowing.is_late_only:
        conditions.append(~Filing.is_timely)
    return conditions
