"""What one document does to another in force: it ends it, or amends it (废止、宣布失效、修改)."""

from models.acts.life_events import Effect, record_events
from models.acts.life_lines import EventRecord
from models.acts.performing import Deed, act
from models.domain.roles import ActName
from models.domain.validity import EndingKind
from models.domain.validity_events import ValidityEvent, ValidityEventKind


@act(ActName.END_DOCUMENT)
def end_document(deed: Deed, document_id: int, kind: EndingKind, effect: Effect) -> int:
    """Record that a document is repealed, declared lapsed or revoked, and return its id.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError: it has ended before.
        DateOrderError: it would end before it was published.
        RecordMissingError: the document, or the one that causes the effect, is not there.
    """
    return _follow(deed, document_id, ValidityEventKind(kind.value), effect)


@act(ActName.RECORD_AMENDMENT)
def record_amendment(deed: Deed, document_id: int, effect: Effect) -> int:
    """Record that a document is amended and stays in force, and return its id.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError: it has ended before.
        DateOrderError: it would be amended before it was published.
        RecordMissingError: the document, or the one that causes the effect, is not there.
    """
    return _follow(deed, document_id, ValidityEventKind.AMENDED, effect)


def _follow(deed: Deed, document_id: int, kind: ValidityEventKind, effect: Effect) -> int:
    """Enter the event and draw the life that follows from it."""
    event = ValidityEvent(kind, effect.begin_date)
    record = EventRecord(event, effect.reason, effect.caused_by_id)
    record_events(deed, [(document_id, record)])
    return document_id
