"""When a term of the profile ends, by the working-day calendar on the shelf."""

from dataclasses import dataclass
from datetime import date

from models.calendars import load_calendar
from models.domain.calendar import Deadline, Term, days_used, deadline
from models.domain.profile import Profile
from models.domain.terms import FilingRecipient


@dataclass(frozen=True)
class Timeliness:
    """Whether a filing came in time (是否按期), with the derivation of its last day.

    ``days_used`` counts in the unit of the limit, the day of publication excluded.
    """

    received_date: date
    computed: Deadline
    is_timely: bool
    days_used: int

    @property
    def days_late(self) -> int:
        """Return how many calendar days after the last day it came; 0 when it came in time."""
        return max(0, (self.received_date - self.computed.due_date).days)


def compute(profile: Profile, start_event: str, start: date, term: Term) -> Deadline:
    """Compute when a term of the profile that begins with an event ends."""
    return deadline(
        start_event,
        start,
        term,
        load_calendar(),
        rolls_over_holidays=profile.rolls_over_holidays,
    )


def filing_timeliness(profile: Profile, published_date: date, received_date: date) -> Timeliness:
    """Judge whether a filing that was received on a day came in time (报备时限)."""
    limit = profile.filing_limit(FilingRecipient.OWN_GOVERNMENT).value
    computed = compute(profile, "published_date", published_date, limit)
    return Timeliness(
        received_date,
        computed,
        is_timely=received_date <= computed.due_date,
        days_used=days_used(published_date, received_date, limit.unit, load_calendar()),
    )
