"""The documents of the office made in a year, each with how it was filed upward (年度制发目录)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.validity import ValidityTerm
from models.domain.yearly_counts import Period
from models.queries.tuples import tuples_of
from models.recorded_lives import term_in
from models.tables.documents import Document
from models.tables.outgoing_filings import OutgoingFiling


@dataclass(frozen=True)
class FiledTo:
    """One recipient; ``submitted_date`` is None while nothing was sent."""

    recipient_title: str
    submitted_date: date | None


@dataclass(frozen=True)
class MadeRow:
    """One document; ``validity_term`` is None when it does not say how long it is valid."""

    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    published_date: date
    effective_date: date | None
    expiry_date: date | None
    validity_term: ValidityTerm | None
    filed: tuple[FiledTo, ...]


def documents_made_in(period: Period) -> tuple[MadeRow, ...]:
    """Return the own documents published in a period, in the order of publication."""
    filed: dict[int, list[FiledTo]] = defaultdict(list)
    filings = OutgoingFiling.select(
        OutgoingFiling.document, OutgoingFiling.recipient_title, OutgoingFiling.submitted_date
    ).order_by(OutgoingFiling.id)
    for document_id, title, submitted in tuples_of(filings):
        filed[document_id].append(FiledTo(title, submitted))
    query = (
        Document.select(
            Document.id,
            Document.title,
            Document.document_number,
            Document.unified_number,
            Document.issuing_body_name,
            Document.published_date,
            Document.effective_date,
            Document.expiry_date,
            Document.validity_kind,
            Document.validity_amount,
            Document.validity_until_date,
        )
        .where(
            Document.origin.in_([Origin.OWN.value, Origin.HISTORIC.value]),
            Document.making_state != MakingState.NOT_REGISTERED,
            Document.published_date.between(period.first_day, period.last_day),
        )
        .order_by(Document.published_date, Document.id)
    )
    return tuple(
        MadeRow(
            title=row[1],
            document_number=row[2] or "",
            unified_number=row[3] or "",
            issuing_body_name=row[4],
            published_date=row[5],
            effective_date=row[6],
            expiry_date=row[7],
            validity_term=term_in(row[8], row[9], row[10]),
            filed=tuple(filed.get(row[0], ())),
        )
        for row in tuples_of(query)
    )
