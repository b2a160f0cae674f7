"""Sheets go to the units of a cleanup, and their opinions come back (发放、收回清理意见表)."""

from models.acts.bulk_insert import insert_rows
from models.acts.cleanup_campaigns import campaign_in_work, come_to
from models.acts.cleanup_refusals import OtherUnitError, ReplyWithoutOpinionError
from models.acts.document_entry import keep_stored_file
from models.acts.lookup import fetch, require_order, require_past
from models.acts.performing import Deed, act
from models.acts.plain_rows import plain_rows
from models.acts.refusals import RecordMissingError
from models.domain.cleanup_campaign import DispatchEntry, OpinionEntry, ReplyEntry
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.tables.cleanups import (
    CleanupCampaign,
    CleanupDispatch,
    CleanupEntry,
    CleanupOpinion,
    CleanupReply,
    CleanupUnit,
)
from models.tables.documents import Document


@act(ActName.RECORD_CLEANUP_DISPATCH)
def record_dispatch(deed: Deed, campaign_id: int, dispatch: DispatchEntry) -> int:
    """Record that units were handed their sheets, and return how many; the first opens the round.

    Raises:
        RecordMissingError: no such cleanup, or a unit that is not asked in it.
        CampaignClosedError: the units are not asked any more.
        FutureDateError, DateOrderError: the days cannot be true.
    """
    campaign = campaign_in_work(campaign_id)
    require_past(deed, sent_date=dispatch.sent_date)
    require_order("sent_date", dispatch.sent_date, "due_date", dispatch.due_date)
    for unit_id in dispatch.unit_ids:
        _unit_in(campaign_id, unit_id)
        CleanupDispatch.insert(
            unit=unit_id,
            sent_date=dispatch.sent_date,
            due_date=dispatch.due_date or campaign.reply_due_date,
            note=dispatch.note.strip(),
            recorded_at=deed.at,
            recorded_by=deed.person_id,
        ).execute()
    if campaign.state == CampaignState.SCOPE_FROZEN:
        come_to(deed, campaign, CampaignState.DISTRIBUTED)
    deed.record("cleanup_campaign", campaign_id, dispatch=dispatch)
    return len(dispatch.unit_ids)


@act(ActName.RECORD_UNIT_OPINIONS)
def record_unit_opinions(deed: Deed, campaign_id: int, reply: ReplyEntry) -> int:
    """Take down the reply of a unit, whole or not at all, and return its id.

    An opinion takes the place of an earlier one on the same document, in one reply too. When no
    unit is silent any more, the opinions are in.

    Raises:
        RecordMissingError: no such cleanup or unit.
        CampaignClosedError: opinions are not taken any more.
        ReplyWithoutOpinionError: it has no opinion.
        OtherUnitError: it speaks of a document that the unit does not answer for.
        FutureDateError: it is said to have come in the future.
    """
    campaign = campaign_in_work(campaign_id)
    unit = _unit_in(campaign_id, reply.unit_id)
    require_past(deed, received_date=reply.received_date)
    if not reply.opinions:
        raise ReplyWithoutOpinionError(unit=unit.name)
    entries = _entries_of(unit, reply.opinions)
    if reply.file is not None:
        keep_stored_file(deed, reply.file)
    reply_id = int(
        CleanupReply.insert(
            unit=unit.id,
            received_date=reply.received_date,
            stored_file=reply.file.sha256 if reply.file else None,
            filled_by=reply.filled_by.strip(),
            filled_on=reply.filled_on,
            recorded_at=deed.at,
            recorded_by=deed.person_id,
        ).execute()
    )
    CleanupOpinion.update(is_current=False).where(
        CleanupOpinion.entry.in_(list(entries.values()))
    ).execute()
    last = {one.document_id: one for one in reply.opinions}
    insert_rows(
        CleanupOpinion, [_opinion(reply_id, entries[key], one) for key, one in last.items()]
    )
    if campaign.state == CampaignState.DISTRIBUTED and not _silent_units(campaign):
        come_to(deed, campaign, CampaignState.OPINIONS_IN)
    deed.record("cleanup_campaign", campaign_id, reply_id=reply_id, reply=reply)
    return reply_id


def _unit_in(campaign_id: int, unit_id: int) -> CleanupUnit:
    unit = fetch(CleanupUnit, unit_id)
    if unit.campaign_id != campaign_id:
        raise RecordMissingError(record="cleanupunit", id=unit_id)
    return unit


def _entries_of(unit: CleanupUnit, opinions: tuple[OpinionEntry, ...]) -> dict[int, int]:
    listed = CleanupEntry.select(CleanupEntry.document, CleanupEntry.id).where(
        CleanupEntry.unit == unit.id, CleanupEntry.removed_at.is_null()
    )
    entries: dict[int, int] = dict(plain_rows(listed))
    for opinion in opinions:
        if opinion.document_id not in entries:
            title = fetch(Document, opinion.document_id).title
            raise OtherUnitError(unit=unit.name, title=title)
    return {one.document_id: entries[one.document_id] for one in opinions}


def _opinion(reply_id: int, entry_id: int, opinion: OpinionEntry) -> dict[str, object]:
    return {
        "reply": reply_id,
        "entry": entry_id,
        "is_current": True,
        "choice": opinion.choice,
        "reason": opinion.reason,
        "basis": opinion.basis.strip(),
        "replacing_document": opinion.replacing_document.strip(),
        "planned_date": opinion.planned_date,
        "remark": opinion.remark.strip(),
        "row_number": opinion.row_number,
    }


def _silent_units(campaign: CleanupCampaign) -> bool:
    """Tell whether a unit with documents has not answered."""
    asked = CleanupEntry.select(CleanupEntry.unit).where(
        CleanupEntry.campaign == campaign.id, CleanupEntry.removed_at.is_null()
    )
    heard = CleanupReply.select(CleanupReply.unit)
    silent = CleanupUnit.select().where(CleanupUnit.id.in_(asked), CleanupUnit.id.not_in(heard))
    return bool(silent.exists())
