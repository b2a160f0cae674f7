"""Units that must be reminded of documents whose term ends soon (有效期届满提醒)."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from models.domain.quarters import Quarter
from models.domain.roles import ActName
from models.queries.expiring import expiring_documents
from models.queries.office import PersonRow
from review.letters.drafting.validity import quarter_to_remind_of


@dataclass(frozen=True)
class UnitToRemind:
    """A unit, how many of its documents expire, and the first day one does."""

    unit: str
    count: int
    first_expiry: date


def units_to_remind(person: PersonRow, day: date) -> tuple[UnitToRemind, ...]:
    """Return the units that wait for a reminder, the most pressing first; the counter's work."""
    if not (person.may(ActName.ISSUE_LETTER) and person.may(ActName.ACCEPT_FILING)):
        return ()
    first, last = Quarter.of(day).first_day, quarter_to_remind_of(day).last_day
    units = []
    for unit, found in groupby(expiring_documents(first, last, day), attrgetter("unit")):
        days = [document.expiry_date for document in found]
        units.append(UnitToRemind(unit, len(days), min(days)))
    return tuple(sorted(units, key=attrgetter("first_expiry", "unit")))
