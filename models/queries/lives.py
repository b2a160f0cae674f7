"""Whether a document is in force on a day, why, and everything that happened to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from models.domain.validity import ValidityJudgement
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.domain.validity_line import Stretch, Suspension
from models.recorded_lives import event_of, known_rules, recorded_lines
from models.tables.documents import Document
from models.tables.lives import LifeEvent
from models.tables.office import Person
from models.validity_derivations import explain_line

_MOVING = tuple(
    sorted(
        {
            ValidityEventKind.AMENDED,
            ValidityEventKind.EXTENDED,
            ValidityEventKind.RENEWED,
            ValidityEventKind.CONTINUED,
        }
    )
)


@dataclass(frozen=True)
class LifeEventRow:
    """An event as it was recorded; a withdrawn one has a reason and counts for nothing."""

    id: int
    event: ValidityEvent
    reason: str
    caused_by_id: int | None
    recorded_at: datetime
    recorded_by: str
    withdrawn_reason: str


@dataclass(frozen=True)
class DocumentLife:
    """The life of a document: its stretches, its events, and how it was found.

    ``last_day`` is the last day in force by the term, ``other_last_day`` the other day on which
    the term may be read to end; ``next_change`` the next day with another status.
    """

    stretches: tuple[Stretch, ...]
    events: tuple[LifeEventRow, ...]
    judgement: ValidityJudgement
    suspended_clauses: tuple[str, ...]
    is_suspended: bool
    last_day: date | None
    other_last_day: date | None
    next_change: date | None
    derivation: tuple[str, ...]


def life_of_document(document: Document, day: date) -> DocumentLife:
    """Return the life of a document, judged on a day.

    Raises:
        ProfileNotKeptError: it is under rules that the register does not hold.
    """
    line = recorded_lines([document], known_rules())[document.id]
    suspensions = line.suspended_on(day)
    return DocumentLife(
        stretches=line.stretches,
        events=_events(document.id),
        judgement=line.judgement_on(day),
        suspended_clauses=clauses_of(suspensions),
        is_suspended=bool(suspensions),
        last_day=line.last_day,
        other_last_day=line.other_last_day,
        next_change=line.next_change_after(day),
        derivation=explain_line(line),
    )


def last_days_on(day: date) -> dict[int, date | None]:
    """Return the last days in force as they stood on a day, where a later event moved them.

    The record keeps the last day by all events; a document prolonged afterwards had another one
    on that day. Documents that no later event can have moved are left out.

    Raises:
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    moved = LifeEvent.select(LifeEvent.document).where(
        LifeEvent.begin_date > day, LifeEvent.kind.in_(_MOVING), LifeEvent.withdrawn_at.is_null()
    )
    lines = recorded_lines(
        list(Document.select().where(Document.id.in_(moved))), known_rules(), day
    )
    return {document_id: line.last_day for document_id, line in lines.items()}


def suspensions_on(day: date) -> dict[int, tuple[str, ...]]:
    """Return the documents suspended on a day, each with its clauses; none for a whole document.

    Raises:
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    stopped = LifeEvent.select(LifeEvent.document).where(
        LifeEvent.begin_date <= day,
        LifeEvent.kind == ValidityEventKind.SUSPENDED,
        LifeEvent.withdrawn_at.is_null(),
    )
    lines = recorded_lines(list(Document.select().where(Document.id.in_(stopped))), known_rules())
    return {
        document_id: clauses_of(suspensions)
        for document_id, line in lines.items()
        if (suspensions := line.suspended_on(day))
    }


def clauses_of(suspensions: Iterable[Suspension]) -> tuple[str, ...]:
    """Return the clauses suspended; none when the whole document is."""
    found = tuple(suspensions)
    if any(not one.clauses for one in found):
        return ()
    return tuple(clause for one in found for clause in one.clauses)


def _events(document_id: int) -> tuple[LifeEventRow, ...]:
    rows = (
        LifeEvent.select(LifeEvent, Person)
        .join(Person, on=(LifeEvent.recorded_by == Person.id))
        .where(LifeEvent.document == document_id)
        .order_by(LifeEvent.begin_date, LifeEvent.id)
    )
    return tuple(
        LifeEventRow(
            row.id,
            event_of(row),
            row.reason,
            row.caused_by_id,
            row.recorded_at,
            row.recorded_by.name,
            row.withdrawn_reason or "",
        )
        for row in rows
    )
