"""Documents whose term ends in a time, and whose units were not reminded of it yet."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import Select, fn

from models.domain.lifecycle import LetterState, MakingState
from models.domain.records import Origin
from models.domain.terms import LetterSeries, ValidityStatus
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.documents import with_status_on
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.letters import Letter, LetterDocument

_REMINDED_WITHIN = timedelta(days=366)
"""A reminder longer ago spoke of an earlier term of the same document."""


@dataclass(frozen=True)
class ExpiringDocument:
    """A document in force whose term ends.

    ``unit`` is the unit that drafted it, else the body that issued it.
    """

    id: int
    unit: str
    title: str
    document_number: str
    unified_number: str
    effective_date: date
    validity_term: ValidityTerm | None
    expiry_date: date


def expiring_documents(first: date, last: date, today: date) -> tuple[ExpiringDocument, ...]:
    """Return the documents of the office's own register that expire from the first to the last day.

    Only those in force today that no standing reminder of the last year names; by unit and expiry.
    """
    in_force = frozenset(one for one in ValidityStatus if one.is_in_force)
    query = (
        Document.select(
            Document.id,
            fn.COALESCE(fn.NULLIF(Document.drafting_unit, ""), Document.issuing_body_name),
            Document.title,
            Document.document_number,
            Document.unified_number,
            Document.effective_date,
            Document.validity_kind,
            Document.validity_amount,
            Document.validity_until_date,
            Document.expiry_date,
        )
        .where(
            Document.origin.in_([Origin.OWN, Origin.HISTORIC]),
            Document.making_state != MakingState.NOT_REGISTERED,
            Document.effective_date.is_null(is_null=False),
            Document.expiry_date.between(first, last),
            with_status_on(today, in_force),
            Document.id.not_in(_reminded(first)),
        )
        .order_by(Document.expiry_date, Document.id)
    )
    return tuple(sorted(map(_row, tuples_of(query)), key=_unit_of))


def _reminded(first: date) -> Select:
    return (
        LetterDocument.select(LetterDocument.document)
        .join(Letter)
        .where(
            Letter.kind == LetterSeries.EXPIRY_REMINDER,
            Letter.state == LetterState.ISSUED,
            Letter.letter_date >= first - _REMINDED_WITHIN,
        )
    )


def _row(row: tuple[Any, ...]) -> ExpiringDocument:
    (
        document_id,
        unit,
        title,
        number,
        unified_number,
        effective_date,
        kind,
        amount,
        until,
        expiry,
    ) = row
    term = ValidityTerm(ValidityTermKind(kind), amount or 0, until) if kind else None
    return ExpiringDocument(
        document_id, unit, title, number or "", unified_number or "", effective_date, term, expiry
    )


def _unit_of(row: ExpiringDocument) -> str:
    return row.unit
