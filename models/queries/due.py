"""One list of all that is due: steps before terms end, filings, reviews, amendments."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from types import MappingProxyType

from models.cleanup_amendments import OwedAmendment, amendments_owed
from models.derivations import explain
from models.domain.profile import Profile
from models.domain.validity_ladder import DueWindow, LadderDate
from models.domain.validity_replies import ReplyChoice
from models.ladder_derivations import explain_ladder_date
from models.queries.deadlines import OpenDeadlineRow, open_deadlines_until
from models.queries.ladder import LadderRow, ladder_rows

CLEANUP_AMENDMENT = "cleanup_amendment"
"""The kind of a row that a cleanup decided."""


@dataclass(frozen=True)
class DueRow:
    """Something that is to be done until a day.

    Attributes:
        kind: A ``LadderStep`` of a term that ends, the kind of a filing's or review's date, or an
            amendment that a cleanup decided.
        unit: Who has to see to it: the implementing unit, or the body that filed.
        days_left: Calendar days from today; negative when overdue.
        derivation: How the day was found.
        expiry_date: The last day in force, for steps before the end of a term.
        also_overdue: Later steps of the same document whose day has passed as well.
        reply: What the implementing unit answered for this term, on ``reply_date``.
    """

    kind: str
    document_id: int
    filing_id: int | None
    review_id: int | None
    title: str
    document_number: str
    unified_number: str
    unit: str
    due_date: date
    days_left: int
    derivation: str
    expiry_date: date | None = None
    also_overdue: tuple[str, ...] = ()
    reply: ReplyChoice | None = None
    reply_date: date | None = None

    @property
    def is_of_a_term(self) -> bool:
        """Tell whether it is a step before the end of a term."""
        return self.expiry_date is not None


def due_rows(profile: Profile, today: date, until: date) -> tuple[DueRow, ...]:
    """Return everything that is overdue today or due until a day, the most pressing first."""
    deadlines = (_of_deadline(row, today) for row in open_deadlines_until(until))
    amendments = (
        _of_amendment(one, today)
        for one in amendments_owed()
        if one.settled_date is None and one.due_date is not None and one.due_date <= until
    )
    rows = (*validity_due_rows(profile, today, until), *deadlines, *amendments)
    return tuple(sorted(rows, key=attrgetter("due_date", "unit", "document_id")))


def validity_due_rows(profile: Profile, today: date, until: date) -> tuple[DueRow, ...]:
    """Return the steps before the end of terms that are overdue or due until a day."""
    told = _told_once()
    return tuple(_of_step(row, today, told) for row in ladder_rows(profile, today, until))


def window_counts(rows: Iterable[DueRow], today: date) -> Mapping[DueWindow, int]:
    """Count the rows of each window; a row that is near lies in the wider ones too."""
    counts = Counter(
        window for row in rows for window in DueWindow if window.holds(row.due_date, today)
    )
    return MappingProxyType({window: counts[window] for window in DueWindow})


def _of_step(row: LadderRow, today: date, told: Callable[[LadderDate], str]) -> DueRow:
    return DueRow(
        kind=row.found.step.value,
        document_id=row.document_id,
        filing_id=None,
        review_id=None,
        title=row.title,
        document_number=row.document_number,
        unified_number=row.unified_number,
        unit=row.unit,
        due_date=row.found.due_date,
        days_left=(row.found.due_date - today).days,
        derivation=told(row.found),
        expiry_date=row.found.expiry_date,
        also_overdue=tuple(step.value for step in row.also_overdue),
        reply=row.reply.choice if row.reply else None,
        reply_date=row.reply.reply_date if row.reply else None,
    )


def _of_deadline(row: OpenDeadlineRow, today: date) -> DueRow:
    return DueRow(
        kind=row.kind,
        document_id=row.document_id,
        filing_id=row.filing_id,
        review_id=row.review_id,
        title=row.title,
        document_number=row.document_number,
        unified_number=row.unified_number,
        unit=row.issuing_body_name,
        due_date=row.due_date,
        days_left=(row.due_date - today).days,
        derivation=explain(row.computed),
    )


def _of_amendment(owed: OwedAmendment, today: date) -> DueRow:
    due_date = owed.due_date or today
    return DueRow(
        kind=CLEANUP_AMENDMENT,
        document_id=owed.document_id,
        filing_id=None,
        review_id=None,
        title=owed.title,
        document_number=owed.document_number,
        unified_number=owed.unified_number,
        unit=owed.unit_name,
        due_date=due_date,
        days_left=(due_date - today).days,
        derivation="　".join(filter(None, (owed.campaign_name, owed.decision_number))),
    )


def _told_once() -> Callable[[LadderDate], str]:
    """Return an explanation of dates that tells each of them once; thousands share an end."""
    known: dict[tuple[str, str, date], str] = {}

    def told(found: LadderDate) -> str:
        key = (found.step.value, found.rule.source, found.expiry_date)
        if key not in known:
            known[key] = explain_ladder_date(found)
        return known[key]

    return told
