"""What the life of a document would be after an event, before it is recorded."""

from dataclasses import dataclass
from datetime import date

from models.domain.validity_events import ValidityEvent
from models.domain.validity_plan import STRICT, Allowance
from models.queries.document_page import DocumentMissingError
from models.recorded_lives import known_rules, recorded_plan
from models.tables.documents import Document
from models.validity_derivations import explain_line


@dataclass(frozen=True)
class LifePlan:
    """The last days in force without and with an event, and how the second was found.

    ``other_last_day`` is the other day on which the term may be read to end.
    """

    last_day_before: date | None
    last_day: date | None
    other_last_day: date | None
    derivation: tuple[str, ...]


def life_plan(document_id: int, event: ValidityEvent, allowance: Allowance = STRICT) -> LifePlan:
    """Return the life that an event leads to.

    Raises:
        DocumentMissingError: there is no such document.
        ProfileNotKeptError: it is under rules that the register does not hold.
        and what ``plan_event`` raises when the event cannot happen.
    """
    document = Document.get_or_none(Document.id == document_id)
    if document is None:
        raise DocumentMissingError(id=document_id)
    planned = recorded_plan(document, event, known_rules(), allowance)
    return LifePlan(
        planned.before.last_day,
        planned.after.last_day,
        planned.after.other_last_day,
        explain_line(planned.after),
    )
