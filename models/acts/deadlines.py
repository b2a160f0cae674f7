"""Write statutory deadlines with their derivation into the register, inside an act."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec

from models.domain.calendar import Deadline as ComputedDeadline
from models.tables.letters import Deadline


class DeadlineKind(StrEnum):
    """What must be done by a statutory date (期限)."""

    FORMAL_CHECK = "formal_check"  # 形式审查
    SUPPLEMENT = "supplement"  # 补正
    REVIEW = "review"  # 审查


@dataclass(frozen=True)
class DeadlineOwner:
    """The record a deadline belongs to."""

    document_id: int
    filing_id: int | None = None
    review_id: int | None = None


def set_deadline(kind: DeadlineKind, owner: DeadlineOwner, computed: ComputedDeadline) -> None:
    """Keep a deadline with its whole derivation."""
    Deadline.insert(
        kind=kind,
        document=owner.document_id,
        filing=owner.filing_id,
        review=owner.review_id,
        due_date=computed.due_date,
        derivation=msgspec.json.encode(computed).decode(),
        is_estimated=computed.is_estimated,
    ).execute()


def meet_deadline(kind: DeadlineKind, owner: DeadlineOwner, met_date: date) -> None:
    """Mark the open deadline of this kind as met."""
    same_review = (
        Deadline.review.is_null()
        if owner.review_id is None
        else (Deadline.review == owner.review_id)
    )
    same_filing = (
        Deadline.filing.is_null()
        if owner.filing_id is None
        else (Deadline.filing == owner.filing_id)
    )
    Deadline.update(met_date=met_date).where(
        Deadline.kind == kind,
        Deadline.document == owner.document_id,
        same_filing,
        same_review,
        Deadline.met_date.is_null(),
    ).execute()


def move_deadline(kind: DeadlineKind, filing_id: int, computed: ComputedDeadline) -> None:
    """Replace the first deadline of this kind of a filing by one computed from corrected dates."""
    first = (
        Deadline.select(Deadline.id)
        .where(Deadline.kind == kind, Deadline.filing == filing_id)
        .order_by(Deadline.id)
        .first()
    )
    Deadline.update(
        due_date=computed.due_date,
        derivation=msgspec.json.encode(computed).decode(),
        is_estimated=computed.is_estimated,
    ).where(Deadline.id == first.id).execute()
