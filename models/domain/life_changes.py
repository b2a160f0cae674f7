"""The events that people record of a document in force, made as the law reads them."""

from datetime import date

from models.domain.profile import ContinuedClock
from models.domain.validity import ValidityTerm
from models.domain.validity_events import ValidityEvent, ValidityEventKind


def life_event(
    kind: ValidityEventKind,
    begin_date: date,
    *,
    clauses: tuple[str, ...] = (),
    term: ValidityTerm | None = None,
    clock: ContinuedClock | None = None,
) -> ValidityEvent:
    """Return an event; blank and double clauses are left out.

    An extension by years and months adds to the last day there was, whatever clock a profile has
    for what a cleanup keeps.
    """
    if kind is ValidityEventKind.EXTENDED:
        clock = ContinuedClock.ORIGINAL
    # A line feed would make two clauses of one.
    clean = (" ".join(clause.split()) for clause in clauses)
    return ValidityEvent(kind, begin_date, tuple(dict.fromkeys(filter(None, clean))), term, clock)
