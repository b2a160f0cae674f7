"""The catalogue of the filings received in a period (备案目录)."""

from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import FilingState, ReviewState
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing, Review


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
