"""The office decides what becomes of documents of a cleanup, and takes it back (审核意见)."""

from collections.abc import Sequence

from models.acts.bulk_insert import insert_rows
from models.acts.cleanup_campaigns import campaign_in_work
from models.acts.cleanup_refusals import (
    AmendmentOnlyError,
    DecisionLaterError,
    EntryRemovedError,
)
from models.acts.performing import Deed, act
from models.acts.plain_rows import plain_rows
from models.acts.refusals import RecordMissingError
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import (
    DecidedGroup,
    DecisionEntry,
    DecisionState,
    SuggestionEntry,
)
from models.domain.roles import ActName
from models.tables.cleanups import CleanupDecision, CleanupEntry, CleanupSuggestion
from models.tables.documents import Document


@act(ActName.DECIDE_CLEANUP)
def decide_entries(
    deed: Deed, campaign_id: int, entry_ids: tuple[int, ...], decision: DecisionEntry
) -> DecidedGroup:
    """Decide one or many documents alike; earlier decisions on them are superseded, not lost.

    What a result still lacks, a reason or a day, may follow: it is asked for before the result.

    Raises:
        RecordMissingError: no such cleanup, or an entry that is not in it.
        CampaignClosedError: the result was decided.
        EntryRemovedError: a document was taken out of the cleanup.
        AmendmentOnlyError: a day for an amendment is given, and the outcome is none.
    """
    return _decide(deed, campaign_id, ((tuple(dict.fromkeys(entry_ids)), decision),))


@act(ActName.DECIDE_CLEANUP)
def decide_differently(
    deed: Deed, campaign_id: int, decisions: tuple[tuple[int, DecisionEntry], ...]
) -> DecidedGroup:
    """Decide each document in its own way, all as one group that is taken back together.

    Args:
        deed: Who decides, and when.
        campaign_id: The cleanup.
        decisions: Entries with their decisions; of several on one entry the last counts.

    Raises:
        what ``decide_entries`` raises, for the first document of which it is true.
    """
    return _decide(
        deed, campaign_id, tuple(((entry_id,), one) for entry_id, one in dict(decisions).items())
    )


@act(ActName.TAKE_BACK_CLEANUP)
def take_back_decisions(deed: Deed, campaign_id: int, undo_group: str) -> int:
    """Take the decisions of one act back, so that those before them count again; return how many.

    Raises:
        RecordMissingError: no such cleanup, or no such group in it.
        CampaignClosedError: the result was decided.
        DecisionLaterError: some of the documents were decided anew since.
    """
    campaign_in_work(campaign_id)
    of_campaign = CleanupEntry.select(CleanupEntry.id).where(CleanupEntry.campaign == campaign_id)
    group = list(
        CleanupDecision.select().where(
            CleanupDecision.undo_group == undo_group,
            CleanupDecision.entry.in_(of_campaign),
            CleanupDecision.state != DecisionState.TAKEN_BACK,
        )
    )
    if not group:
        raise RecordMissingError(record="cleanup_undo_group", id=undo_group)
    later = [one for one in group if one.state != DecisionState.CURRENT]
    if later:
        raise DecisionLaterError(count=len(later))
    _set_state([one.id for one in group], DecisionState.TAKEN_BACK)
    _set_state([one.replaces_id for one in group if one.replaces_id], DecisionState.CURRENT)
    deed.record("cleanup_campaign", campaign_id, taken_back=undo_group, count=len(group))
    return len(group)


@act(ActName.SUGGEST_CLEANUP)
def record_suggestions(
    deed: Deed, campaign_id: int, suggestions: tuple[SuggestionEntry, ...]
) -> int:
    """Keep what the program suggests, in place of what it suggested before; return how many.

    Raises:
        RecordMissingError: no such cleanup, or an entry that is not in it.
        CampaignClosedError: the result was decided.
    """
    campaign_in_work(campaign_id)
    _refuse_foreign(campaign_id, tuple({one.entry_id for one in suggestions}))
    of_campaign = CleanupEntry.select(CleanupEntry.id).where(CleanupEntry.campaign == campaign_id)
    CleanupSuggestion.delete().where(CleanupSuggestion.entry.in_(of_campaign)).execute()
    insert_rows(
        CleanupSuggestion,
        [
            {
                "entry": one.entry_id,
                "outcome": one.outcome,
                "ground": one.ground,
                "fact": one.fact,
                "suggested_date": deed.today,
            }
            for one in suggestions
        ],
    )
    deed.record("cleanup_campaign", campaign_id, suggestions=len(suggestions))
    return len(suggestions)


def _decide(
    deed: Deed, campaign_id: int, decisions: Sequence[tuple[tuple[int, ...], DecisionEntry]]
) -> DecidedGroup:
    campaign_in_work(campaign_id)
    for _, decision in decisions:
        if decision.amendment_due_date and decision.outcome is not CleanupOutcome.AMEND:
            raise AmendmentOnlyError(outcome=decision.outcome)
    wanted = tuple(entry_id for entry_ids, _ in decisions for entry_id in entry_ids)
    _refuse_foreign(campaign_id, wanted)
    of_entries = CleanupDecision.entry.in_(wanted) & (
        CleanupDecision.state == DecisionState.CURRENT
    )
    earlier: dict[int, int] = dict(
        plain_rows(
            CleanupDecision.select(CleanupDecision.entry, CleanupDecision.id).where(of_entries)
        )
    )
    CleanupDecision.update(state=DecisionState.SUPERSEDED).where(of_entries).execute()
    insert_rows(
        CleanupDecision,
        [
            {"entry": entry_id, "replaces": earlier.get(entry_id), **_columns(deed, decision)}
            for entry_ids, decision in decisions
            for entry_id in entry_ids
        ],
    )
    told = [{"entries": entry_ids, "decision": one} for entry_ids, one in decisions]
    deed.record("cleanup_campaign", campaign_id, decisions=told)
    return DecidedGroup(undo_group=deed.op_id, count=len(wanted))


def _refuse_foreign(campaign_id: int, entry_ids: tuple[int, ...]) -> None:
    listed = (
        CleanupEntry.select(CleanupEntry.id, CleanupEntry.removed_at, Document.title)
        .join(Document)
        .where(CleanupEntry.campaign == campaign_id, CleanupEntry.id.in_(entry_ids))
    )
    found = {entry_id: (removed_at, title) for entry_id, removed_at, title in plain_rows(listed)}
    for entry_id in entry_ids:
        if entry_id not in found:
            raise RecordMissingError(record="cleanup_entry", id=entry_id)
        removed_at, title = found[entry_id]
        if removed_at is not None:
            raise EntryRemovedError(title=title)


def _columns(deed: Deed, decision: DecisionEntry) -> dict[str, object]:
    return {
        "undo_group": deed.op_id,
        "state": DecisionState.CURRENT,
        "outcome": decision.outcome,
        "reason": decision.reason,
        "basis": decision.basis.strip(),
        "replacing_document": decision.replacing_document.strip(),
        "responsible_unit": decision.responsible_unit.strip(),
        "amendment_due_date": decision.amendment_due_date,
        "remark": decision.remark.strip(),
        "decided_at": deed.at,
        "decided_by": deed.person_id,
    }


def _set_state(decision_ids: list[int], state: DecisionState) -> None:
    CleanupDecision.update(state=state).where(CleanupDecision.id.in_(decision_ids)).execute()
