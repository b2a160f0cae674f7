"""The result of a cleanup before it is issued, as it was issued, and what is open after it."""

from dataclasses import dataclass
from datetime import date, datetime

from peewee import fn

from models.cleanup_amendments import OwedAmendment, amendments_owed
from models.cleanup_course import AffectedDocument, affected_documents, result_items
from models.domain.cleanup_campaign import AffectedGround
from models.domain.cleanup_result import (
    ResultFinding,
    ResultItem,
    ResultTerms,
    figures_of,
    result_findings,
)
from models.domain.cleanup_sums import SumFinding, findings_of
from models.domain.terms import ValidityStatus
from models.queries.tuples import tuples_of
from models.tables.cleanups import (
    CleanupAffected,
    CleanupEntry,
    CleanupResult,
)
from models.tables.documents import Document
from models.tables.lives import LifeStretch
from models.tables.office import Person


@dataclass(frozen=True)
class ResultPreview:
    """A result as it would be issued: its documents, what is the matter, and what it touches."""

    items: tuple[ResultItem, ...]
    findings: tuple[ResultFinding, ...]
    sum_findings: tuple[SumFinding, ...]
    affected: tuple[AffectedDocument, ...]

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing keeps it from being issued."""
        is_blocked = any(one.fault.is_blocking for one in self.findings)
        is_unseen = any(not one.is_acknowledged for one in self.affected)
        return bool(self.items) and not (is_blocked or is_unseen or self.sum_findings)


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """A result as it was applied."""

    decision_number: str
    decided_by: str
    decided_date: date
    published_date: date
    effect_date: date
    cutoff_date: date
    ends_unlisted: bool
    letter_id: int | None
    applied_at: datetime
    applied_by: str


@dataclass(frozen=True)
class LookBack:
    """What is still open after a cleanup (回头看).

    Attributes:
        amendments: All that were decided, those still owed first.
        on_ended_basis: Documents in force on the day that are based on what the cleanup ended.
    """

    amendments: tuple[OwedAmendment, ...]
    on_ended_basis: tuple[tuple[int, str], ...]


def result_preview(campaign_id: int, terms: ResultTerms) -> ResultPreview:
    """Return a result as it would be issued with these terms."""
    items = tuple(result_items(campaign_id, terms.effect_date))
    return ResultPreview(
        items,
        result_findings(items),
        findings_of(figures_of(items)),
        affected_documents(campaign_id, terms),
    )


def result_of(campaign_id: int) -> ResultRow | None:
    """Return the result of a cleanup as it was applied; None before that."""
    query = (
        CleanupResult.select(CleanupResult, Person)
        .join(Person, on=(CleanupResult.applied_by == Person.id))
        .where(CleanupResult.campaign == campaign_id)
    )
    for row in query:
        return ResultRow(
            decision_number=row.decision_number,
            decided_by=row.decided_by,
            decided_date=row.decided_date,
            published_date=row.published_date,
            effect_date=row.effect_date,
            cutoff_date=row.cutoff_date,
            ends_unlisted=row.ends_unlisted,
            letter_id=row.letter_id,
            applied_at=row.applied_at,
            applied_by=row.applied_by.name,
        )
    return None


def standing_counts(campaign_id: int, day: date) -> dict[ValidityStatus, int]:
    """Return how many documents of a cleanup had each status on a day."""
    query = (
        CleanupEntry.select(LifeStretch.status, fn.COUNT(CleanupEntry.id))
        .join(LifeStretch, on=(LifeStretch.document == CleanupEntry.document))
        .where(
            CleanupEntry.campaign == campaign_id,
            CleanupEntry.removed_at.is_null(),
            LifeStretch.first_day <= day,
            LifeStretch.last_day >= day,
        )
        .group_by(LifeStretch.status)
    )
    counts = dict(tuples_of(query))
    return {one: counts[one.value] for one in ValidityStatus if one.value in counts}


def look_back(campaign_id: int, day: date) -> LookBack:
    """Return what is still open after a cleanup on a day."""
    query = (
        CleanupAffected.select(Document.id, Document.title)
        .join(Document)
        .join(LifeStretch, on=(LifeStretch.document == Document.id))
        .where(
            CleanupAffected.campaign == campaign_id,
            CleanupAffected.ground == AffectedGround.BASED_ON_ENDED,
            LifeStretch.first_day <= day,
            LifeStretch.last_day >= day,
            LifeStretch.status.in_([one for one in ValidityStatus if one.is_in_force]),
        )
        .order_by(Document.id)
    )
    on_ended_basis = tuple((row[0], row[1]) for row in tuples_of(query))
    return LookBack(amendments_owed(campaign_id), on_ended_basis)
