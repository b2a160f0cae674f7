"""Documents that have lapsed of late by their term alone, without any decision (有效期届满)."""

from dataclasses import dataclass
from datetime import date

from models.domain.calendar import ONE_DAY
from models.domain.lifecycle import MakingState
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityReason
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.lives import LifeStretch


@dataclass(frozen=True)
class LapsedRow:
    """A document that is lapsed, and the last day on which it was in force."""

    id: int
    title: str
    document_number: str
    issuing_body_name: str
    last_day: date


def lapsed_since(day: date, today: date) -> tuple[LapsedRow, ...]:
    """Return what was in force on a day and has lapsed until today, the latest first.

    What lives again by now, or was ended by a decision, is left out.
    """
    query = (
        Document.select(
            Document.id,
            Document.title,
            Document.document_number,
            Document.issuing_body_name,
            LifeStretch.first_day,
        )
        .join(LifeStretch, on=(LifeStretch.document == Document.id))
        .where(
            LifeStretch.status == ValidityStatus.LAPSED,
            LifeStretch.reason == ValidityReason.TERM_OVER,
            LifeStretch.first_day > day,
            LifeStretch.first_day <= today,
            LifeStretch.last_day >= today,
            Document.making_state != MakingState.NOT_REGISTERED,
        )
        .order_by(LifeStretch.first_day.desc(), Document.id)
    )
    return tuple(
        LapsedRow(row[0], row[1], row[2] or "", row[3], row[4] - ONE_DAY)
        for row in tuples_of(query)
    )
