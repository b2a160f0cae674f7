"""What is due, in words."""

from models.queries.due import DueRow
from resources.terms import name_in


def due_kind(row: DueRow) -> str:
    """Return what is to be done: a step before the end of a term, or the date of a filing."""
    return name_in("LadderStep" if row.is_of_a_term else "DeadlineKind", row.kind)
