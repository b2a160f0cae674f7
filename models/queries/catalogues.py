"""The catalogues an office publishes: documents in force on a day, filings of a period."""

from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import FilingState, MakingState, ReviewState
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityTermKind
from models.queries.documents import status_on, with_status_on
from models.queries.lives import last_days_on
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing, Review


@dataclass(frozen=True)
class CataloguedDocument:
    """A document in force; ``validity_kind`` is None when it does not say how long it is valid."""

    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    published_date: date | None
    effective_date: date | None
    validity_kind: ValidityTermKind | None
    expiry_date: date | None
    status: ValidityStatus


@dataclass(frozen=True)
class CataloguedFiling:
    """A filing with how far it has come; ``review_state`` is None when no review was opened."""

    filing_register_number: str
    title: str
    document_number: str
    issuing_body_name: str
    published_date: date | None
    received_date: date
    state: FilingState
    review_state: ReviewState | None


def documents_in_force(day: date) -> tuple[CataloguedDocument, ...]:
    """Return the documents in force on a day, by class, issuing body and publication.

    The last day in force is the one that the events up to that day led to: a catalogue of a past
    day does not know of a prolongation that came later.

    Raises:
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    last_days = last_days_on(day)
    in_force = frozenset(one for one in ValidityStatus if one.is_in_force)
    query = (
        Document.select(
            Document.title,
            Document.document_number,
            Document.unified_number,
            Document.issuing_body_name,
            Document.published_date,
            Document.effective_date,
            Document.validity_kind,
            Document.expiry_date,
            status_on(day),
            Document.id,
        )
        .where(with_status_on(day, in_force), Document.making_state != MakingState.NOT_REGISTERED)
        .order_by(
            Document.document_class,
            Document.issuing_body_name,
            Document.published_date.asc(nulls="LAST"),
            Document.id,
        )
    )
    return tuple(
        CataloguedDocument(
            title=row[0],
            document_number=row[1] or "",
            unified_number=row[2] or "",
            issuing_body_name=row[3],
            published_date=row[4],
            effective_date=row[5],
            validity_kind=ValidityTermKind(row[6]) if row[6] else None,
            expiry_date=last_days.get(row[9], row[7]),
            status=ValidityStatus(row[8]),
        )
        for row in tuples_of(query)
    )


def filings_received(first: date, last: date) -> tuple[CataloguedFiling, ...]:
    """Return the filings received from the first to the last day, in the order they came."""
    reviews = dict(
        tuples_of(
            Review.select(Review.filing, Review.state)
            .where(Review.filing.is_null(is_null=False))
            .order_by(Review.id)
        )
    )
    query = (
        Filing.select(
            Filing.id,
            Filing.filing_register_number,
            Document.title,
            Document.document_number,
            Document.issuing_body_name,
            Document.published_date,
            Filing.received_date,
            Filing.state,
        )
        .join(Document)
        .where(Filing.received_date.between(first, last))
        .order_by(Filing.received_date, Filing.id)
    )
    return tuple(
        CataloguedFiling(
            filing_register_number=row[1] or "",
            title=row[2],
            document_number=row[3] or "",
            issuing_body_name=row[4],
            published_date=row[5],
            received_date=row[6],
            state=FilingState(row[7]),
            review_state=ReviewState(reviews[row[0]]) if row[0] in reviews else None,
        )
        for row in tuples_of(query)
    )
