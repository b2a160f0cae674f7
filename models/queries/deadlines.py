"""Statutory dates of a record, and those that are still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec
from peewee import Expression, ModelSelect, fn

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
    document_number: str
    unified_number: str
    issuing_body_name: str
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
    return _rows(_open().limit(limit))


def open_deadlines_until(day: date) -> tuple[OpenDeadlineRow, ...]:
    """Return the open deadlines that are due until a day, the most pressing first."""
    return _rows(_open().where(Deadline.due_date <= day))


def _open() -> ModelSelect[Deadline]:
    return (
        Deadline.select(
            Deadline.kind,
            Deadline.due_date,
            Deadline.is_estimated,
            Document.title,
            fn.COALESCE(Document.document_number, ""),
            fn.COALESCE(Document.unified_number, ""),
            Document.issuing_body_name,
            Deadline.document,
            Deadline.filing,
            Deadline.review,
            Deadline.derivation,
        )
        .join(Document)
        .where(Deadline.met_date.is_null())
        .order_by(Deadline.due_date, Deadline.id)
    )


def _rows(query: ModelSelect[Deadline]) -> tuple[OpenDeadlineRow, ...]:
    return tuple(
        OpenDeadlineRow(*(*row, _computed(derivation))) for *row, derivation in tuples_of(query)
    )


def _computed(derivation: str) -> ComputedDeadline:
    return msgspec.json.decode(derivation, type=ComputedDeadline)
