"""What one document does to another in force: it ends it, or amends it (废止、宣布失效、修改)."""

from dataclasses import dataclass
from datetime import date

from models.acts.life_lines import EventRecord, insert_events, redraw
from models.acts.lookup import fetch, require, require_order
from models.acts.performing import Deed, act
from models.acts.refusals import DocumentEndedError
from models.domain.roles import ActName
from models.domain.validity import EndingKind
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.tables.documents import Document


@dataclass(frozen=True)
class Effect:
    """The day an effect begins, why, and the document that causes it where that is known."""

    begin_date: date
    reason: str
    caused_by_id: int | None = None


@act(ActName.END_DOCUMENT)
def end_document(deed: Deed, document_id: int, kind: EndingKind, effect: Effect) -> int:
    """Record that a document is repealed, declared lapsed or revoked, and return its id.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError: it has ended before.
        DateOrderError: it would end before it was published.
        RecordMissingError: the document, or the one that causes the effect, is not there.
    """
    document = _standing(document_id, effect)
    Document.update(
        ended_kind=kind, ended_date=effect.begin_date, revision=Document.revision + 1
    ).where(Document.id == document.id).execute()
    _follow(deed, document_id, ValidityEventKind(kind.value), effect)
    deed.record("document", document_id, ending=kind, effect=effect)
    return document_id


@act(ActName.RECORD_AMENDMENT)
def record_amendment(deed: Deed, document_id: int, effect: Effect) -> int:
    """Record that a document is amended and stays in force, and return its id.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError: it has ended before.
        DateOrderError: it would be amended before it was published.
        RecordMissingError: the document, or the one that causes the effect, is not there.
    """
    document = _standing(document_id, effect)
    Document.update(amended_date=effect.begin_date, revision=Document.revision + 1).where(
        Document.id == document.id
    ).execute()
    _follow(deed, document_id, ValidityEventKind.AMENDED, effect)
    deed.record("document", document_id, effect=effect)
    return document_id


def _follow(deed: Deed, document_id: int, kind: ValidityEventKind, effect: Effect) -> None:
    """Enter the event and draw the life that follows from it."""
    event = ValidityEvent(kind, effect.begin_date)
    record = EventRecord(event, effect.reason, effect.caused_by_id)
    insert_events(deed, [(document_id, record)])
    redraw([document_id])


def _standing(document_id: int, effect: Effect) -> Document:
    require(reason=effect.reason)
    document = fetch(Document, document_id)
    if effect.caused_by_id is not None:
        fetch(Document, effect.caused_by_id)
    if document.ended_date is not None:
        raise DocumentEndedError(title=document.title, ended_date=document.ended_date)
    require_order("published_date", document.published_date, "begin_date", effect.begin_date)
    return document
