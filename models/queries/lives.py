"""Whether a document is in force on a day, why, and everything that happened to it."""

from dataclasses import dataclass
from datetime import date, datetime

from models.domain.validity import ValidityJudgement
from models.domain.validity_events import ValidityEvent
from models.domain.validity_line import Stretch
from models.recorded_lives import event_of, known_rules, recorded_lines
from models.tables.documents import Document
from models.tables.lives import LifeEvent
from models.tables.office import Person
from models.validity_derivations import explain_line


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
        suspended_clauses=tuple(clause for one in suspensions for clause in one.clauses),
        is_suspended=bool(suspensions),
        last_day=line.last_day,
        other_last_day=line.other_last_day,
        next_change=line.next_change_after(day),
        derivation=explain_line(line),
    )


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
