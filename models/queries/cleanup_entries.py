"""The documents of a cleanup, each with the unit's opinion, the suggestions and the decision."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import Select

from models.cleanup_scope import issue_day
from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import DecisionState, EntryOrigin, SuggestionGround
from models.domain.terms import ValidityStatus
from models.queries.documents import status_on
from models.queries.tuples import tuples_of
from models.tables.cleanups import (
    CleanupDecision,
    CleanupEntry,
    CleanupOpinion,
    CleanupReply,
    CleanupSuggestion,
    CleanupUnit,
)
from models.tables.documents import Document
from models.tables.office import Person


@dataclass(frozen=True, kw_only=True)
class OpinionRow:
    """What a unit thinks of a document; ``file_sha256`` names the reply, where it was a file."""

    choice: CleanupOutcome
    reason: CleanupReason | None
    basis: str
    replacing_document: str
    planned_date: date | None
    remark: str
    received_date: date
    filled_by: str
    file_sha256: str | None


@dataclass(frozen=True)
class SuggestionRow:
    """What the program suggests, and why; never a decision. ``fact`` fills its sentence."""

    outcome: CleanupOutcome
    ground: SuggestionGround
    fact: str


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """What the office decided of a document."""

    id: int
    undo_group: str
    state: DecisionState
    outcome: CleanupOutcome
    reason: CleanupReason | None
    basis: str
    replacing_document: str
    responsible_unit: str
    amendment_due_date: date | None
    remark: str
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """A document in a cleanup.

    Attributes:
        issued_date: Published, else adopted, else registered.
        status: Its validity on the day asked for.
        removed_reason: Why it was taken out; empty while it is in.
    """

    id: int
    document_id: int
    unit_id: int
    unit_name: str
    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    issued_date: date
    effective_date: date | None
    expiry_date: date | None
    status: ValidityStatus
    origin: EntryOrigin
    added_reason: str
    removed_reason: str
    opinion: OpinionRow | None
    suggestions: tuple[SuggestionRow, ...]
    decision: DecisionRow | None

    @property
    def is_removed(self) -> bool:
        """Tell whether it was taken out of the cleanup."""
        return bool(self.removed_reason)

    @property
    def has_conflict(self) -> bool:
        """Tell whether the unit proposes one thing and the office decided another."""
        if self.opinion is None or self.decision is None:
            return False
        return self.opinion.choice is not self.decision.outcome

    @property
    def has_grave_conflict(self) -> bool:
        """Tell whether the document lives by one view and ends by the other."""
        if self.opinion is None or self.decision is None:
            return False
        return self.opinion.choice.wants_basis != self.decision.outcome.wants_basis


def entries(campaign_id: int, day: date, *, with_removed: bool = False) -> tuple[EntryRow, ...]:
    """Return the documents of a cleanup in the order of its list, judged on a day."""
    query = _entries(day).where(CleanupEntry.campaign == campaign_id)
    if not with_removed:
        query = query.where(CleanupEntry.removed_at.is_null())
    suggested = _suggestions(campaign_id)
    rows = tuples_of(query.order_by(CleanupEntry.position))
    return tuple(_row(row, suggested.get(row[0], ())) for row in rows)


def decision_history(entry_id: int) -> tuple[DecisionRow, ...]:
    """Return everything that was decided of a document in a cleanup, the newest first."""
    query = (
        CleanupDecision.select(*_DECISION)
        .join(Person, on=(CleanupDecision.decided_by == Person.id))
        .where(CleanupDecision.entry == entry_id)
        .order_by(CleanupDecision.id.desc())
    )
    return tuple(_decision(row) for row in tuples_of(query))


def last_undo_group(campaign_id: int) -> str | None:
    """Return the group of decisions that was made last and still counts; None without any."""
    query = (
        CleanupDecision.select(CleanupDecision.undo_group)
        .join(CleanupEntry)
        .where(CleanupEntry.campaign == campaign_id, CleanupDecision.state == DecisionState.CURRENT)
        .order_by(CleanupDecision.id.desc())
        .limit(1)
    )
    return next((row[0] for row in tuples_of(query)), None)


_OPINION = (
    CleanupOpinion.choice,
    CleanupOpinion.reason,
    CleanupOpinion.basis,
    CleanupOpinion.replacing_document,
    CleanupOpinion.planned_date,
    CleanupOpinion.remark,
    CleanupReply.received_date,
    CleanupReply.filled_by,
    CleanupReply.stored_file,
)
_DECISION = (
    CleanupDecision.id,
    CleanupDecision.undo_group,
    CleanupDecision.state,
    CleanupDecision.outcome,
    CleanupDecision.reason,
    CleanupDecision.basis,
    CleanupDecision.replacing_document,
    CleanupDecision.responsible_unit,
    CleanupDecision.amendment_due_date,
    CleanupDecision.remark,
    CleanupDecision.decided_at,
    Person.name,
)
_DOCUMENT = (
    CleanupEntry.id,
    CleanupEntry.document,
    CleanupUnit.id,
    CleanupUnit.name,
    Document.title,
    Document.document_number,
    Document.unified_number,
    Document.issuing_body_name,
    issue_day(),
    Document.effective_date,
    Document.expiry_date,
    CleanupEntry.origin,
    CleanupEntry.added_reason,
    CleanupEntry.removed_reason,
)
_FIRST_OPINION = len(_DOCUMENT) + 1
_FIRST_DECISION = _FIRST_OPINION + len(_OPINION)


def _entries(day: date) -> Select:
    opinion = (CleanupOpinion.entry == CleanupEntry.id) & CleanupOpinion.is_current
    is_current = CleanupDecision.state == DecisionState.CURRENT
    return (
        CleanupEntry.select(*_DOCUMENT, status_on(day), *_OPINION, *_DECISION)
        .join(Document)
        .switch(CleanupEntry)
        .join(CleanupUnit)
        .switch(CleanupEntry)
        .left_outer_join(CleanupOpinion, on=opinion)
        .left_outer_join(CleanupReply, on=(CleanupOpinion.reply == CleanupReply.id))
        .switch(CleanupEntry)
        .left_outer_join(
            CleanupDecision, on=((CleanupDecision.entry == CleanupEntry.id) & is_current)
        )
        .left_outer_join(Person, on=(CleanupDecision.decided_by == Person.id))
    )


def _suggestions(campaign_id: int) -> dict[int, tuple[SuggestionRow, ...]]:
    query = (
        CleanupSuggestion.select(
            CleanupSuggestion.entry,
            CleanupSuggestion.outcome,
            CleanupSuggestion.ground,
            CleanupSuggestion.fact,
        )
        .join(CleanupEntry)
        .where(CleanupEntry.campaign == campaign_id)
        .order_by(CleanupSuggestion.id)
    )
    found: defaultdict[int, tuple[SuggestionRow, ...]] = defaultdict(tuple)
    for entry_id, outcome, ground, fact in tuples_of(query):
        row = SuggestionRow(CleanupOutcome(outcome), SuggestionGround(ground), fact)
        found[entry_id] += (row,)
    return found


def _row(row: tuple[Any, ...], suggestions: tuple[SuggestionRow, ...]) -> EntryRow:
    opinion = row[_FIRST_OPINION:_FIRST_DECISION]
    decision = row[_FIRST_DECISION:]
    return EntryRow(
        id=row[0],
        document_id=row[1],
        unit_id=row[2],
        unit_name=row[3],
        title=row[4],
        document_number=row[5] or "",
        unified_number=row[6] or "",
        issuing_body_name=row[7],
        issued_date=_day(row[8]),
        effective_date=row[9],
        expiry_date=row[10],
        origin=EntryOrigin(row[11]),
        added_reason=row[12],
        removed_reason=row[13] or "",
        status=ValidityStatus(row[14]),
        opinion=_opinion(opinion) if opinion[0] else None,
        suggestions=suggestions,
        decision=_decision(decision) if decision[0] else None,
    )


def _day(value: date | str) -> date:
    """SQLite knows no dates: what a function makes of one comes back as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def _opinion(row: tuple[Any, ...]) -> OpinionRow:
    return OpinionRow(
        choice=CleanupOutcome(row[0]),
        reason=CleanupReason(row[1]) if row[1] else None,
        basis=row[2],
        replacing_document=row[3],
        planned_date=row[4],
        remark=row[5],
        received_date=row[6],
        filled_by=row[7],
        file_sha256=row[8],
    )


def _decision(row: tuple[Any, ...]) -> DecisionRow:
    return DecisionRow(
        id=row[0],
        undo_group=row[1],
        state=DecisionState(row[2]),
        outcome=CleanupOutcome(row[3]),
        reason=CleanupReason(row[4]) if row[4] else None,
        basis=row[5],
        replacing_document=row[6],
        responsible_unit=row[7],
        amendment_due_date=row[8],
        remark=row[9],
        decided_at=row[10],
        decided_by=row[11],
    )
