"""Record what happens to documents, one or many, inside an act: checked, drawn, and told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import chunked

from models.acts.life_lines import EventRecord, insert_events, redraw
from models.acts.lookup import fetch, require, require_order
from models.acts.performing import Deed
from models.domain.validity_events import ValidityEventKind
from models.domain.validity_plan import STRICT, Allowance
from models.recorded_lives import KnownRules, known_rules, recorded_plan
from models.tables.documents import Document

_DOCUMENTS_AT_ONCE = 400


@dataclass(frozen=True)
class Effect:
    """The day an effect begins, why, and the document that causes it where that is known."""

    begin_date: date
    reason: str
    caused_by_id: int | None = None


Happening = tuple[int, EventRecord]


def record_events(
    deed: Deed, happenings: Sequence[Happening], allowance: Allowance = STRICT
) -> None:
    """Record events of documents by id: all of them, or none.

    No document may stand twice in it. Every document gets a line of the trail of its own.

    Raises:
        FieldEmptyError: an event has no reason.
        RecordMissingError: a document, or one that causes an event, is not there.
        DateOrderError: an event would come before the document was published.
        and what ``plan_event`` raises, for the first document that an event cannot happen to.
    """
    rules = known_rules()
    for cause in {record.caused_by_id for _, record in happenings} - {None}:
        fetch(Document, cause or 0)
    for batch in chunked(happenings, _DOCUMENTS_AT_ONCE):
        _check(batch, rules, allowance)
        _note_on_record(batch)
        insert_events(deed, batch)
        redraw([document_id for document_id, _ in batch], rules)
        deed.record_all("document", [(one, _told(record)) for one, record in batch])


def _check(happenings: Sequence[Happening], rules: KnownRules, allowance: Allowance) -> None:
    for document_id, record in happenings:
        require(reason=record.reason)
        document, event = fetch(Document, document_id), record.event
        require_order("published_date", document.published_date, "begin_date", event.begin_date)
        recorded_plan(document, event, rules, allowance)


def _note_on_record(happenings: Sequence[Happening]) -> None:
    """Keep on the record itself what lists and papers read there: amended, ended and how."""
    for document_id, record in happenings:
        event = record.event
        columns: dict[str, object] = {"revision": Document.revision + 1}
        if event.kind is ValidityEventKind.AMENDED:
            columns["amended_date"] = event.begin_date
        elif is_ended_by_others(event.kind):
            columns |= {"ended_kind": event.kind, "ended_date": event.begin_date}
        Document.update(**columns).where(Document.id == document_id).execute()


def is_ended_by_others(kind: ValidityEventKind) -> bool:
    """Tell whether an event ends a document by a decision, not by what it was made for."""
    return kind.is_ending and kind is not ValidityEventKind.TASK_DONE


def _told(record: EventRecord) -> Mapping[str, object]:
    event = record.event
    effect = Effect(event.begin_date, record.reason, record.caused_by_id)
    if is_ended_by_others(event.kind):
        return {"ending": event.kind, "effect": effect}
    if event.kind is ValidityEventKind.AMENDED:
        return {"effect": effect}
    return {"event": event, "reason": record.reason, "caused_by_id": record.caused_by_id}
