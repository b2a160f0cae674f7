"""Whether each document of the register is in force on a day."""

from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import MakingState
from models.domain.terms import ValidityStatus
from models.queries.documents import status_on
from models.queries.lives import last_days_on, suspensions_on
from models.queries.tuples import tuples_of
from models.tables.documents import Document


@dataclass(frozen=True)
class ValidityRow:
    """A document on a day.

    ``expiry_date`` is its last day in force by the events up to that day. ``is_suspended`` tells
    whether it, or the clauses named, are not applied.
    """

    id: int
    title: str
    document_number: str
    unified_number: str
    validity: ValidityStatus
    expiry_date: date | None
    is_suspended: bool
    suspended_clauses: tuple[str, ...]


def validity_table(day: date) -> tuple[ValidityRow, ...]:
    """Return every document of the register as it stands on a day, in the order of entry.

    Documents that were not registered are left out.

    Raises:
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    last_days, suspensions = last_days_on(day), suspensions_on(day)
    query = (
        Document.select(
            Document.id,
            Document.title,
            Document.document_number,
            Document.unified_number,
            status_on(day),
            Document.expiry_date,
        )
        .where(Document.making_state != MakingState.NOT_REGISTERED)
        .order_by(Document.id)
    )
    return tuple(
        ValidityRow(
            id=row[0],
            title=row[1],
            document_number=row[2] or "",
            unified_number=row[3] or "",
            validity=ValidityStatus(row[4]),
            expiry_date=last_days.get(row[0], row[5]),
            is_suspended=row[0] in suspensions,
            suspended_clauses=suspensions.get(row[0], ()),
        )
        for row in tuples_of(query)
    )
