"""Statutory dates of a record, and those that are still open."""

from dataclasses import dataclass
from datetime import date

import msgspec
from peewee import Expression

from models.domain.calendar import Deadline as ComputedDeadline
from models.queries.document_rows import DeadlineRow
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.letters import Deadline


@dataclass(frozen=True)
class OpenDeadlineRow:
    """A date that is still to be kept, how it was computed, and the record it belongs to."""

    kind: str
    due_date: date
    is_estimated: bool
    title: str
    document_id: int
    filing_id: int | None
    review_id: int | None
    computed: ComputedDeadline


def deadlines_of(condition: Expression) -> tuple[DeadlineRow, ...]:
    """Return the deadlines a condition selects, with their derivations."""
    rows = Deadline.select().where(condition).order_by(Deadline.id)
    return tuple(DeadlineRow(row.kind, _computed(row.derivation), row.met_date) for row in rows)


def open_deadlines(limit: int = 100) -> tuple[OpenDeadlineRow, ...]:
    """Return the open deadlines, the most pressing first."""
    query = (
        Deadline.select(
            Deadline.kind,
            Deadline.due_date,
            Deadline.is_estimated,
            Document.title,
            Deadline.document,
            Deadline.filing,
            Deadline.review,
            Deadline.derivation,
        )
        .join(Document)
        .where(Deadline.met_date.is_null())
        .order_by(Deadline.due_date, Deadline.id)
        .limit(limit)
    )
    return tuple(
        OpenDeadlineRow(*(*row, _computed(derivation))) for *row, derivation in tuples_of(query)
    )


def _computed(derivation: str) -> ComputedDeadline:
    return msgspec.json.decode(derivation, type=ComputedDeadline)
