"""A document in force is stopped, applied again, prolonged or kept, or its task is done."""

from dataclasses import dataclass

from models.acts.life_events import Effect, record_events
from models.acts.life_lines import EventRecord
from models.acts.lookup import require_past
from models.acts.performing import Deed, act
from models.domain.life_changes import life_event
from models.domain.roles import ActName
from models.domain.validity import ValidityTerm
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.domain.validity_plan import STRICT, Allowance


@dataclass(frozen=True)
class Prolongation:
    """What prolongs a document; without a term the document's own one counts.

    ``allowance`` says what somebody has looked at and means all the same.
    """

    effect: Effect
    term: ValidityTerm | None = None
    allowance: Allowance = STRICT


@act(ActName.SUSPEND_DOCUMENT)
def suspend_document(
    deed: Deed, document_id: int, effect: Effect, clauses: tuple[str, ...] = ()
) -> int:
    """Record that a document, or some of its clauses, are not applied (停止执行); return its id.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError, DocumentLapsedError, EffectUnknownError, NotStartedError: it is not
            in force on that day.
        AlreadySuspendedError: it is suspended on that day.
        RecordMissingError: the document, or the one that causes it, is not there.
    """
    event = life_event(ValidityEventKind.SUSPENDED, effect.begin_date, clauses=clauses)
    return _record(deed, document_id, event, effect)


@act(ActName.RESUME_DOCUMENT)
def resume_document(
    deed: Deed, document_id: int, effect: Effect, clauses: tuple[str, ...] = ()
) -> int:
    """Record that what was suspended is applied again (恢复执行), and return the document's id.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError, DocumentLapsedError: it is not in force on that day.
        NotSuspendedError: the document, or a clause named, is not suspended on that day.
        WholeSuspendedError: clauses are named of a document that is suspended as a whole.
        RecordMissingError: the document, or the one that causes it, is not there.
    """
    event = life_event(ValidityEventKind.RESUMED, effect.begin_date, clauses=clauses)
    return _record(deed, document_id, event, effect)


@act(ActName.EXTEND_VALIDITY)
def extend_validity(deed: Deed, document_id: int, prolongation: Prolongation) -> int:
    """Record that the term of a document goes on (延长有效期), and return its id.

    Years and months are added to the last day there was, whatever clock the profile has for what
    a cleanup keeps.

    Raises:
        FieldEmptyError: no reason is given.
        TermMissingError: no term is given.
        DocumentEndedError, DocumentLapsedError, EffectUnknownError, NotStartedError: it is not
            in force on that day.
        NoFurtherDayError, ShortensValidityError: it would not be in force longer than before.
        RecordMissingError: the document, or the one that causes it, is not there.
    """
    day = prolongation.effect.begin_date
    event = life_event(ValidityEventKind.EXTENDED, day, term=prolongation.term)
    return _record(deed, document_id, event, prolongation.effect, prolongation.allowance)


@act(ActName.CONTINUE_VALIDITY)
def continue_validity(deed: Deed, document_id: int, prolongation: Prolongation) -> int:
    """Record that an evaluation or a cleanup keeps a document (继续有效), and return its id.

    The term runs by the clock of the profile that the document is under: from the day of the
    decision, or from the beginning.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError, DocumentLapsedError, NotStartedError: it is not in force on that day.
        NoFurtherDayError, ShortensValidityError: it would not be in force longer than before.
        RecordMissingError: the document, or the one that causes it, is not there.
    """
    event = continuation(prolongation)
    return _record(deed, document_id, event, prolongation.effect, prolongation.allowance)


@act(ActName.RECORD_TASK_DONE)
def record_task_done(deed: Deed, document_id: int, effect: Effect) -> int:
    """Record that the task is done until which a document was in force, and return its id.

    Raises:
        FieldEmptyError: no reason is given.
        FutureDateError: the task would be done in the future.
        NoTaskTermError: it is not in force until a task is done.
        DocumentEndedError, DocumentLapsedError, EffectUnknownError, NotStartedError: it is not
            in force on that day.
        RecordMissingError: the document, or the one that causes it, is not there.
    """
    require_past(deed, begin_date=effect.begin_date)
    event = life_event(ValidityEventKind.TASK_DONE, effect.begin_date)
    return _record(deed, document_id, event, effect)


def continuation(prolongation: Prolongation) -> ValidityEvent:
    """Return the event of keeping a document, by the clock of its profile."""
    day = prolongation.effect.begin_date
    return life_event(ValidityEventKind.CONTINUED, day, term=prolongation.term)


def _record(
    deed: Deed,
    document_id: int,
    event: ValidityEvent,
    effect: Effect,
    allowance: Allowance = STRICT,
) -> int:
    record = EventRecord(event, effect.reason, effect.caused_by_id)
    record_events(deed, [(document_id, record)], allowance)
    return document_id
