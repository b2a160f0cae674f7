"""Keep the stretches of a document's life in step with its record, inside an act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import chunked, fn

from models.acts.bulk_insert import insert_rows, set_field
from models.acts.performing import Deed
from models.domain.validity_events import ValidityEvent
from models.domain.validity_line import ValidityLine
from models.recorded_lives import RulesOf, known_rules, recorded_lines
from models.tables.documents import Document
from models.tables.lives import LifeEvent, LifeStretch

_DOCUMENTS_AT_ONCE = 400


@dataclass(frozen=True)
class EventRecord:
    """An event as it is entered: what happened, by what decision, through which document."""

    event: ValidityEvent
    reason: str
    caused_by_id: int | None = None


def insert_events(deed: Deed, records: Iterable[tuple[int, EventRecord]]) -> None:
    """Enter events of documents by id; their lives must be drawn afterwards."""
    insert_rows(
        LifeEvent, [_event_columns(deed, document_id, record) for document_id, record in records]
    )


def redraw(document_ids: Sequence[int], rules_of: RulesOf | None = None) -> None:
    """Draw the lives of documents anew from their records.

    Raises:
        DateOutOfRangeError: a term reaches beyond what a calendar can name.
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    rules = rules_of or known_rules()
    for batch in chunked(document_ids, _DOCUMENTS_AT_ONCE):
        documents = list(Document.select().where(Document.id.in_(batch)))
        lines = recorded_lines(documents, rules)
        LifeStretch.delete().where(LifeStretch.document.in_(batch)).execute()
        insert_rows(LifeStretch, list(_stretch_rows(lines)))
        last_days = {
            document.id: lines[document.id].last_day
            for document in documents
            if document.expiry_date != lines[document.id].last_day
        }
        if last_days:
            set_field(Document.expiry_date, last_days)


def documents_without_life() -> list[int]:
    """Return the ids of documents whose life was never drawn."""
    drawn = LifeStretch.select(fn.DISTINCT(LifeStretch.document))
    query = Document.select(Document.id).where(Document.id.not_in(drawn)).order_by(Document.id)
    return [row.id for row in query]


def _stretch_rows(lines: dict[int, ValidityLine]) -> Iterator[dict[str, object]]:
    for document_id, line in lines.items():
        for stretch in line.stretches:
            yield {
                "document": document_id,
                "first_day": stretch.first_day,
                "last_day": stretch.last_day or date.max,
                "status": stretch.status,
                "reason": stretch.reason,
            }


def _event_columns(deed: Deed, document_id: int, record: EventRecord) -> dict[str, object]:
    event, term = record.event, record.event.term
    return {
        "document": document_id,
        "kind": event.kind,
        "begin_date": event.begin_date,
        "clauses": "\n".join(event.clauses),
        "validity_kind": term.kind if term else None,
        "validity_amount": (term.amount or None) if term else None,
        "validity_until_date": term.until_date if term else None,
        "clock": event.clock,
        "reason": record.reason,
        "caused_by": record.caused_by_id,
        "recorded_at": deed.at,
        "recorded_by": deed.person_id,
    }
