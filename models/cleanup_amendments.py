"""Amendments that the results of cleanups decided, and what settled them (修改任务)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import DecisionState
from models.domain.clock import legal_day
from models.domain.records import FileRole
from models.domain.terms import RelationKind
from models.domain.validity_events import ValidityEventKind
from models.tables.cleanups import (
    CleanupCampaign,
    CleanupDecision,
    CleanupEntry,
    CleanupResult,
    CleanupUnit,
)
from models.tables.documents import Document, DocumentFile, Relation
from models.tables.lives import LifeEvent

_REVISING = (RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS)
_SETTLING = (
    ValidityEventKind.AMENDED,
    ValidityEventKind.RENEWED,
    *(kind for kind in ValidityEventKind if kind.is_ending),
)


@dataclass(frozen=True, kw_only=True)
class OwedAmendment:
    """An amendment that a cleanup decided; ``settled_date`` is None while it is owed."""

    campaign_id: int
    campaign_name: str
    document_id: int
    title: str
    document_number: str
    unified_number: str
    unit_name: str
    decision_number: str
    due_date: date | None
    settled_date: date | None

    def is_overdue(self, day: date) -> bool:
        """Tell whether it is still owed though its day is over."""
        is_late = self.due_date is not None and self.due_date < day
        return is_late and self.settled_date is None


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
            Document.unified_number,
            CleanupDecision.responsible_unit,
            CleanupUnit.name,
            CleanupDecision.amendment_due_date,
            CleanupResult.decided_date,
            CleanupResult.decision_number,
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
    rows = list(_rows(query))
    settled = _settled({row[2] for row in rows})
    found = (_owed(row, settled.get(row[2], ())) for row in rows)
    return tuple(sorted(found, key=_still_owed_first))


def _owed(row: tuple[Any, ...], settled: tuple[date, ...]) -> OwedAmendment:
    return OwedAmendment(
        campaign_id=row[0],
        campaign_name=row[1],
        document_id=row[2],
        title=row[3],
        document_number=row[4] or "",
        unified_number=row[5] or "",
        unit_name=row[6] or row[7],
        decision_number=row[10],
        due_date=row[8],
        settled_date=min((day for day in settled if day >= row[9]), default=None),
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
    yield from ((row[0], row[1]) for row in _rows(revising))
    events = LifeEvent.select(LifeEvent.document, LifeEvent.begin_date).where(
        LifeEvent.document.in_(ids),
        LifeEvent.kind.in_(_SETTLING),
        LifeEvent.withdrawn_at.is_null(),
    )
    yield from ((row[0], row[1]) for row in _rows(events))
    texts = DocumentFile.select(DocumentFile.document, DocumentFile.added_at).where(
        DocumentFile.document.in_(ids), DocumentFile.role == FileRole.AMENDED_TEXT
    )
    yield from ((row[0], legal_day(row[1])) for row in _rows(texts))


def _still_owed_first(one: OwedAmendment) -> tuple[bool, date, int]:
    return one.settled_date is not None, one.due_date or date.max, one.document_id


def _rows(query: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any kind of select
    yield from query.tuples().iterator()
