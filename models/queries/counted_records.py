"""The records behind a figure, by name: every number opens what it counts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import SQL

from models.domain.rates import CountedRecord, RecordRef
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing, Review
from models.tables.omissions import OmissionRow
from models.tables.outgoing_filings import OutgoingFiling
from models.tables.suggestions import Suggestion

_PART = 500
_NONE = SQL("NULL")
_ABOUT = (Document.title, Document.document_number, Document.issuing_body_name)


@dataclass(frozen=True)
class CountedRow:
    """A record as a list shows it.

    Attributes:
        document_id: The document it is about; None when the register does not hold it.
        check_id: The issue list of a document that was never filed; None of other records.
        day: Published, received, concluded or sent, by the kind of record; None where not known.
    """

    ref: RecordRef
    document_id: int | None
    check_id: int | None
    title: str
    number: str
    body: str
    day: date | None


def counted_records(refs: Iterable[RecordRef]) -> tuple[CountedRow, ...]:
    """Return the records in the order given; one that is gone meanwhile is left out."""
    wanted = tuple(refs)
    ids: dict[CountedRecord, list[int]] = defaultdict(list)
    for ref in wanted:
        ids[ref.record].append(ref.id)
    found = {
        row.ref: row
        for record, of_kind in ids.items()
        for start in range(0, len(of_kind), _PART)
        for row in _rows(record, of_kind[start : start + _PART])
    }
    return tuple(found[ref] for ref in wanted if ref in found)


def _rows(record: CountedRecord, ids: list[int]) -> Iterable[CountedRow]:
    for row_id, document, check, title, number, body, day in tuples_of(_query(record, ids)):
        yield CountedRow(RecordRef(record, row_id), document, check, title, number or "", body, day)


def _query(record: CountedRecord, ids: list[int]) -> Any:  # noqa: ANN401 -- selects of several tables
    if record is CountedRecord.DOCUMENT:
        return Document.select(
            Document.id, Document.id, _NONE, *_ABOUT, Document.published_date
        ).where(Document.id.in_(ids))
    if record is CountedRecord.OMISSION_ROW:
        return OmissionRow.select(
            OmissionRow.id,
            _NONE,
            OmissionRow.omission_check,
            OmissionRow.title,
            OmissionRow.document_number,
            OmissionRow.issuing_body_name,
            OmissionRow.adopted_date,
        ).where(OmissionRow.id.in_(ids))
    if record is CountedRecord.SUGGESTION:
        return Suggestion.select(
            Suggestion.id,
            Suggestion.document,
            _NONE,
            Suggestion.document_title,
            Suggestion.document_number,
            Suggestion.issuing_body_name,
            Suggestion.received_date,
        ).where(Suggestion.id.in_(ids))
    if record is CountedRecord.FILING:
        filings = Filing.select(Filing.id, Filing.document, _NONE, *_ABOUT, Filing.received_date)
        return filings.join(Document).where(Filing.id.in_(ids))
    if record is CountedRecord.REVIEW:
        reviews = Review.select(Review.id, Review.document, _NONE, *_ABOUT, Review.concluded_date)
        return reviews.join(Document).where(Review.id.in_(ids))
    return (
        OutgoingFiling.select(
            OutgoingFiling.id,
            OutgoingFiling.document,
            _NONE,
            *_ABOUT,
            OutgoingFiling.submitted_date,
        )
        .join(Document)
        .where(OutgoingFiling.id.in_(ids))
    )
