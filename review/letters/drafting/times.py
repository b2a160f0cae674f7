"""How long the rules allow, as words, and until which day."""

from datetime import date

from models.domain.calendar import Term
from models.domain.profile import Profile
from models.due_dates import compute
from resources.terms import sentence_in


def time_text(term: Term | None) -> str:
    """Return a time as official papers write it, for example 10个工作日; empty without one."""
    return sentence_in("TermWords", term.unit.value, amount=term.amount) if term else ""


def last_day(rules: Profile, start_event: str, start: date, term: Term | None) -> date:
    """Return the last day of a time by the calendar; the first one when the rules set no time."""
    return compute(rules, start_event, start, term).due_date if term else start
