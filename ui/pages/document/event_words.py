"""What happened to a document in force, one line an event."""

from models.queries.lives import LifeEventRow
from resources.terms import name_of
from ui.parts.days import term_words


def event_words(row: LifeEventRow) -> str:
    """Say an event: day, kind, clauses, term, ground, and whether it was withdrawn."""
    event = row.event
    clauses = f"（{'、'.join(event.clauses)}）" if event.clauses else ""
    term = f"，有效期{term_words(event.term)}" if event.term else ""
    reason = f"，依据：{row.reason}" if row.reason else ""
    withdrawn = f"（已撤回：{row.withdrawn_reason}）" if row.withdrawn_reason else ""
    return (
        f"{event.begin_date.isoformat()}　{name_of(event.kind)}{clauses}{term}{reason}{withdrawn}"
    )
