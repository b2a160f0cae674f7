"""The result of a cleanup before it is issued, as it was issued, and what is open after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import fn

from models.cleanup_course import AffectedDocument, affected_documents, result_items
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import AffectedGround, DecisionState
from models.domain.cleanup_result import (
    ResultFinding,
    ResultItem,
    ResultTerms,
    figures_of,
    result_findings,
)
from models.domain.cleanup_sums import SumFinding, findings_of
from models.domain.records import FileRole
from models.domain.terms import RelationKind, ValidityStatus
from models.domain.validity_events import ValidityEventKind
from models.queries.tuples import tuples_of
from models.tables.cleanups import (
    CleanupAffected,
    CleanupCampaign,
    CleanupDecision,
    CleanupEntry,
    CleanupResult,
    CleanupUnit,
)
from models.tables.documents import Document, DocumentFile, Relation
from models.tables.lives import LifeEvent, LifeStretch
from models.tables.office import Person

_REVISING = (RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS)
_SETTLING = (
    ValidityEventKind.AMENDED,
    ValidityEventKind.RENEWED,
    *(kind for kind in ValidityEventKind if kind.is_ending),
)


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


@dataclass(frozen=True, kw_only=True)
class OwedAmendment:
    """An amendment that a cleanup decided; ``settled_date`` is None while it is owed."""

    campaign_id: int
    campaign_name: str
    document_id: int
    title: str
    document_number: str
    unit_name: str
    due_date: date | None
    settled_date: date | None

    def is_overdue(self, day: date) -> bool:
        """Tell whether it is still owed though its day is over."""
        is_late = self.due_date is not None and self.due_date < day
        return is_late and self.settled_date is None


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


def amendments_owed(campaign_id: int | None = None) -> tuple[OwedAmendment, ...]:
    """Return the amendments that results decided, of one cleanup or of all; the owed ones first.

    One is settled when the revised text is registered: as a document that amends, replaces or
    repeals the old one, as an amended text of it, or by what happened to the old one.
    """
    query = (
        CleanupResult.select(
            CleanupCampaign.id,
            CleanupCampaign.name,
            Document.id,
            Document.title,
            Document.document_number,
            CleanupDecision.responsible_unit,
            CleanupUnit.name,
            CleanupDecision.amendment_due_date,
            CleanupResult.decided_date,
        )
        .join(CleanupCampaign)
        .join(CleanupEntry)
        .join(CleanupUnit)
        .switch(CleanupEntry)
        .join(Document)
        .switch(CleanupEntry)
        .join(CleanupDecision, on=(CleanupDecision.entry == CleanupEntry.id))
        .where(
            CleanupEntry.removed_at.is_null(),
            CleanupDecision.state == DecisionState.CURRENT,
            CleanupDecision.outcome == CleanupOutcome.AMEND,
        )
    )
    if campaign_id is not None:
        query = query.where(CleanupCampaign.id == campaign_id)
    rows = list(tuples_of(query))
    settled = _settled({row[2] for row in rows})
    found = (_owed(row, settled.get(row[2], ())) for row in rows)
    return tuple(sorted(found, key=_still_owed_first))


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


def _owed(row: tuple[Any, ...], settled: tuple[date, ...]) -> OwedAmendment:
    return OwedAmendment(
        campaign_id=row[0],
        campaign_name=row[1],
        document_id=row[2],
        title=row[3],
        document_number=row[4] or "",
        unit_name=row[5] or row[6],
        due_date=row[7],
        settled_date=min((day for day in settled if day >= row[8]), default=None),
    )


def _settled(document_ids: set[int]) -> dict[int, tuple[date, ...]]:
    """Return the days on which something settled what documents were to be amended for."""
    found: dict[int, tuple[date, ...]] = {}
    for document_id, day in _settling_days(document_ids):
        found[document_id] = (*found.get(document_id, ()), day)
    return found


def _settling_days(document_ids: set[int]) -> Iterator[tuple[int, date]]:
    ids = sorted(document_ids)
    revising = (
        Relation.select(Relation.target, Document.registered_date)
        .join(Document, on=(Relation.document == Document.id))
        .where(Relation.target.in_(ids), Relation.kind.in_(_REVISING))
    )
    yield from ((row[0], row[1]) for row in tuples_of(revising))
    events = LifeEvent.select(LifeEvent.document, LifeEvent.begin_date).where(
        LifeEvent.document.in_(ids),
        LifeEvent.kind.in_(_SETTLING),
        LifeEvent.withdrawn_at.is_null(),
    )
    yield from ((row[0], row[1]) for row in tuples_of(events))
    texts = DocumentFile.select(DocumentFile.document, DocumentFile.added_at).where(
        DocumentFile.document.in_(ids), DocumentFile.role == FileRole.AMENDED_TEXT
    )
    yield from ((row[0], row[1].date()) for row in tuples_of(texts))


def _still_owed_first(one: OwedAmendment) -> tuple[bool, date, int]:
    return one.settled_date is not None, one.due_date or date.max, one.document_id
