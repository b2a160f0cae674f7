"""The cleanups of the office: where each stands, unit by unit and class by class."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from peewee import Case, Expression, Select, fn

from models.cleanup_scope import documents_in
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import CampaignKind, DecisionState, ScopeFilter
from models.domain.lifecycle import CampaignState
from models.errors import InputError
from models.queries.tuples import tuples_of
from models.tables.cleanups import (
    CleanupCampaign,
    CleanupDecision,
    CleanupDispatch,
    CleanupEntry,
    CleanupOpinion,
    CleanupReply,
    CleanupStep,
    CleanupUnit,
)
from models.tables.office import Person


class CampaignMissingError(InputError):
    """No cleanup has this number."""

    code = "input.cleanup_missing"
    facts = ("id",)


@dataclass(frozen=True, kw_only=True)
class CampaignRow:
    """One cleanup; the counts leave out documents that were taken out of it."""

    id: int
    name: str
    kind: CampaignKind
    state: CampaignState
    opened_at: datetime
    opened_by: str
    reply_due_date: date | None
    documents: int
    opinions: int
    decided: int


@dataclass(frozen=True)
class StepRow:
    """A state that a cleanup came to."""

    state: CampaignState
    note: str
    stepped_at: datetime
    stepped_by: str


@dataclass(frozen=True, kw_only=True)
class CampaignPage:
    """A cleanup with what was entered of it; ``scope`` is None until it is frozen."""

    row: CampaignRow
    mandate: str
    contact: str
    scope: ScopeFilter | None
    scope_date: date | None
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, kw_only=True)
class UnitProgress:
    """How far a unit is with its documents.

    Attributes:
        sent_date: The last time it was handed its sheet; None when it never was.
        returned_date: Its last reply; None when it has not answered.
    """

    unit_id: int
    unit_name: str
    documents: int
    opinions: int
    decided: int
    sent_date: date | None
    due_date: date | None
    returned_date: date | None

    def is_overdue(self, day: date) -> bool:
        """Tell whether it was to answer before the day and has not answered for every document."""
        is_late = self.due_date is not None and self.due_date < day
        return is_late and self.opinions < self.documents


def campaigns() -> tuple[CampaignRow, ...]:
    """Return the cleanups, the newest first."""
    return tuple(_row(row) for row in tuples_of(_rows().order_by(CleanupCampaign.id.desc())))


def campaign(campaign_id: int) -> CampaignPage:
    """Return one cleanup.

    Raises:
        CampaignMissingError: there is none with this id.
    """
    found = [_row(row) for row in tuples_of(_rows().where(CleanupCampaign.id == campaign_id))]
    if not found:
        raise CampaignMissingError(id=campaign_id)
    kept = CleanupCampaign.get_by_id(campaign_id)
    return CampaignPage(
        row=found[0],
        mandate=kept.mandate,
        contact=kept.contact,
        scope=msgspec.json.decode(kept.scope, type=ScopeFilter) if kept.scope else None,
        scope_date=kept.scope_date,
        steps=_steps(campaign_id),
    )


def scope_ids(scope: ScopeFilter, day: date) -> list[int]:
    """Return the documents that a filter finds on a day, before it is frozen."""
    return [row[0] for row in tuples_of(documents_in(scope, day))]


def progress_by_unit(campaign_id: int) -> tuple[UnitProgress, ...]:
    """Return every unit with documents in a cleanup, by name."""
    query = (
        CleanupUnit.select(
            CleanupUnit.id,
            CleanupUnit.name,
            fn.COUNT(CleanupEntry.id),
            fn.COUNT(CleanupOpinion.id),
            fn.COUNT(CleanupDecision.id),
        )
        .join(CleanupEntry)
        .left_outer_join(CleanupOpinion, on=_opinion_of())
        .switch(CleanupEntry)
        .left_outer_join(CleanupDecision, on=_decision_of())
        .where(CleanupUnit.campaign == campaign_id, CleanupEntry.removed_at.is_null())
        .group_by(CleanupUnit.id, CleanupUnit.name)
        .order_by(CleanupUnit.name)
    )
    sent = _last_dispatches(campaign_id)
    returned = _last_replies(campaign_id)
    return tuple(
        UnitProgress(
            unit_id=unit_id,
            unit_name=name,
            documents=documents,
            opinions=opinions,
            decided=decided,
            sent_date=sent.get(unit_id, (None, None))[0],
            due_date=sent.get(unit_id, (None, None))[1],
            returned_date=returned.get(unit_id),
        )
        for unit_id, name, documents, opinions, decided in tuples_of(query)
    )


def class_counts(campaign_id: int) -> dict[CleanupOutcome | None, int]:
    """Return how many documents each outcome has; None counts those nobody has decided."""
    query = (
        CleanupEntry.select(CleanupDecision.outcome, fn.COUNT(CleanupEntry.id))
        .left_outer_join(CleanupDecision, on=_decision_of())
        .where(CleanupEntry.campaign == campaign_id, CleanupEntry.removed_at.is_null())
        .group_by(CleanupDecision.outcome)
    )
    found = {CleanupOutcome(outcome) if outcome else None: n for outcome, n in tuples_of(query)}
    return {outcome: found[outcome] for outcome in (*CleanupOutcome, None) if outcome in found}


def _rows() -> Select:
    listed = Case(None, [(CleanupEntry.removed_at.is_null(), CleanupEntry.id)])
    heard = Case(None, [(CleanupEntry.removed_at.is_null(), CleanupOpinion.id)])
    decided = Case(None, [(CleanupEntry.removed_at.is_null(), CleanupDecision.id)])
    return (
        CleanupCampaign.select(
            CleanupCampaign.id,
            CleanupCampaign.name,
            CleanupCampaign.kind,
            CleanupCampaign.state,
            CleanupCampaign.opened_at,
            Person.name,
            CleanupCampaign.reply_due_date,
            fn.COUNT(listed),
            fn.COUNT(heard),
            fn.COUNT(decided),
        )
        .join(Person, on=(CleanupCampaign.opened_by == Person.id))
        .switch(CleanupCampaign)
        .left_outer_join(CleanupEntry, on=(CleanupEntry.campaign == CleanupCampaign.id))
        .left_outer_join(CleanupOpinion, on=_opinion_of())
        .switch(CleanupEntry)
        .left_outer_join(CleanupDecision, on=_decision_of())
        .group_by(CleanupCampaign.id, Person.name)
    )


def _opinion_of() -> Expression:
    return (CleanupOpinion.entry == CleanupEntry.id) & CleanupOpinion.is_current


def _decision_of() -> Expression:
    is_current = CleanupDecision.state == DecisionState.CURRENT
    return (CleanupDecision.entry == CleanupEntry.id) & is_current


def _row(row: tuple[Any, ...]) -> CampaignRow:
    return CampaignRow(
        id=row[0],
        name=row[1],
        kind=CampaignKind(row[2]),
        state=CampaignState(row[3]),
        opened_at=row[4],
        opened_by=row[5],
        reply_due_date=row[6],
        documents=row[7],
        opinions=row[8],
        decided=row[9],
    )


def _steps(campaign_id: int) -> tuple[StepRow, ...]:
    query = (
        CleanupStep.select(CleanupStep.state, CleanupStep.note, CleanupStep.stepped_at, Person.name)
        .join(Person, on=(CleanupStep.stepped_by == Person.id))
        .where(CleanupStep.campaign == campaign_id)
        .order_by(CleanupStep.id)
    )
    return tuple(StepRow(CampaignState(row[0]), *row[1:]) for row in tuples_of(query))


def _last_dispatches(campaign_id: int) -> dict[int, tuple[date, date | None]]:
    query = (
        CleanupDispatch.select(
            CleanupDispatch.unit, CleanupDispatch.sent_date, CleanupDispatch.due_date
        )
        .join(CleanupUnit)
        .where(CleanupUnit.campaign == campaign_id)
        .order_by(CleanupDispatch.sent_date, CleanupDispatch.id)
    )
    return {unit_id: (sent, due) for unit_id, sent, due in tuples_of(query)}


def _last_replies(campaign_id: int) -> dict[int, date]:
    query = (
        CleanupReply.select(CleanupReply.unit, fn.MAX(CleanupReply.received_date))
        .join(CleanupUnit)
        .where(CleanupUnit.campaign == campaign_id)
        .group_by(CleanupReply.unit)
    )
    return dict(tuples_of(query))
