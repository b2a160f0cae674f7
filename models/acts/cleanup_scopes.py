"""The scope of a cleanup is frozen into a list; later additions and removals have a reason."""

import msgspec
from peewee import fn

from models.acts.bulk_insert import insert_rows
from models.acts.cleanup_campaigns import campaign_in_work, come_to
from models.acts.cleanup_refusals import EntryListedError, EntryRemovedError, ScopeEmptyError
from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.acts.plain_rows import plain_rows
from models.acts.refusals import RecordMissingError
from models.cleanup_scope import answering_unit, documents_in, successors
from models.domain.cleanup_campaign import EntryOrigin, ScopeFilter
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.tables.cleanups import CleanupCampaign, CleanupEntry, CleanupUnit
from models.tables.documents import Document


@act(ActName.FREEZE_CLEANUP_SCOPE)
def freeze_scope(deed: Deed, campaign_id: int, scope: ScopeFilter) -> int:
    """List the documents that the filter finds today, and return how many they are.

    Raises:
        RecordMissingError: no such cleanup.
        TransitionError: the scope was frozen before.
        ScopeEmptyError: the filter finds nothing.
    """
    campaign = fetch(CleanupCampaign, campaign_id)
    come_to(deed, campaign, CampaignState.SCOPE_FROZEN)
    found = list(plain_rows(documents_in(scope, deed.today)))
    if not found:
        raise ScopeEmptyError(name=campaign.name)
    follow = successors()
    unit_of = {document_id: follow.get(unit, unit) for document_id, unit, _ in found}
    units = _units(campaign_id, sorted(set(unit_of.values())))
    insert_rows(
        CleanupEntry,
        [
            _entry(deed, campaign_id, document_id, units[unit_of[document_id]], position)
            for position, (document_id, _, _) in enumerate(found, start=1)
        ],
    )
    CleanupCampaign.update(
        scope=msgspec.json.encode(scope, order="deterministic").decode(), scope_date=deed.today
    ).where(CleanupCampaign.id == campaign_id).execute()
    documents = [document_id for document_id, _, _ in found]
    deed.record("cleanup_campaign", campaign_id, scope=scope, documents=documents)
    return len(found)


@act(ActName.ADD_CLEANUP_ENTRY)
def add_entry(
    deed: Deed, campaign_id: int, document_id: int, reason: str, unit_name: str = ""
) -> int:
    """Add a document to the list of a cleanup, or take one in again; return the entry's id.

    Args:
        deed: Who adds it, and when.
        campaign_id: The cleanup.
        document_id: The document.
        reason: Why it belongs to it.
        unit_name: The unit that answers for it here; empty for the one the register names.

    Raises:
        RecordMissingError: no such cleanup or document.
        CampaignClosedError: the list does not change any more.
        FieldEmptyError: no reason is given.
        EntryListedError: it is in the list.
    """
    campaign_in_work(campaign_id)
    require(reason=reason)
    document = fetch(Document, document_id)
    unit_id = _unit_of(campaign_id, document_id, unit_name)
    kept = _find(campaign_id, document_id)
    if kept is None:
        last = CleanupEntry.select(fn.MAX(CleanupEntry.position)).where(
            CleanupEntry.campaign == campaign_id
        )
        position = (last.scalar() or 0) + 1
        row = _entry(deed, campaign_id, document_id, unit_id, position)
        row |= {"origin": EntryOrigin.ADDED, "added_reason": reason.strip()}
        entry_id = int(CleanupEntry.insert(**row).execute())
    elif kept.removed_at is None:
        raise EntryListedError(title=document.title)
    else:
        entry_id = kept.id
        CleanupEntry.update(
            unit=unit_id,
            origin=EntryOrigin.ADDED,
            added_reason=reason.strip(),
            added_at=deed.at,
            added_by=deed.person_id,
            removed_reason=None,
            removed_at=None,
            removed_by=None,
        ).where(CleanupEntry.id == entry_id).execute()
    deed.record("cleanup_campaign", campaign_id, added=document_id, reason=reason)
    return entry_id


@act(ActName.REMOVE_CLEANUP_ENTRY)
def remove_entry(deed: Deed, campaign_id: int, document_id: int, reason: str) -> int:
    """Take a document out of the list of a cleanup, and return the entry's id.

    Raises:
        RecordMissingError: no such cleanup, or the document was never in it.
        CampaignClosedError: the list does not change any more.
        FieldEmptyError: no reason is given.
        EntryRemovedError: it was taken out before.
    """
    campaign_in_work(campaign_id)
    require(reason=reason)
    document = fetch(Document, document_id)
    kept = _find(campaign_id, document_id)
    if kept is None:
        raise RecordMissingError(record="cleanup_entry", id=document_id)
    if kept.removed_at is not None:
        raise EntryRemovedError(title=document.title)
    CleanupEntry.update(
        removed_reason=reason.strip(), removed_at=deed.at, removed_by=deed.person_id
    ).where(CleanupEntry.id == kept.id).execute()
    deed.record("cleanup_campaign", campaign_id, removed=document_id, reason=reason)
    return kept.id


@act(ActName.REASSIGN_CLEANUP_ENTRIES)
def reassign_entries(
    deed: Deed, campaign_id: int, entry_ids: tuple[int, ...], unit_name: str
) -> int:
    """Let another unit answer for documents of a cleanup, and return how many they are.

    Raises:
        RecordMissingError: no such cleanup, or an entry that is not in it.
        CampaignClosedError: the list does not change any more.
        FieldEmptyError: no unit is named.
    """
    campaign_in_work(campaign_id)
    require(unit_name=unit_name)
    wanted = list(dict.fromkeys(entry_ids))
    of_campaign = (CleanupEntry.campaign == campaign_id) & CleanupEntry.id.in_(wanted)
    known = {row.id for row in CleanupEntry.select(CleanupEntry.id).where(of_campaign)}
    for entry_id in wanted:
        if entry_id not in known:
            raise RecordMissingError(record="cleanup_entry", id=entry_id)
    name = unit_name.strip()
    unit_id = _units(campaign_id, [name])[name]
    CleanupEntry.update(unit=unit_id).where(of_campaign).execute()
    deed.record("cleanup_campaign", campaign_id, entries=wanted, unit=name)
    return len(wanted)


def _find(campaign_id: int, document_id: int) -> CleanupEntry | None:
    kept: CleanupEntry | None = CleanupEntry.get_or_none(
        CleanupEntry.campaign == campaign_id, CleanupEntry.document == document_id
    )
    return kept


def _unit_of(campaign_id: int, document_id: int, unit_name: str) -> int:
    name = unit_name.strip()
    if not name:
        name = Document.select(answering_unit()).where(Document.id == document_id).scalar()
        name = successors().get(name, name)
    return _units(campaign_id, [name])[name]


def _units(campaign_id: int, names: list[str]) -> dict[str, int]:
    """Return the ids of units by name; those the cleanup did not know are entered."""
    of_campaign = CleanupUnit.select(CleanupUnit.name, CleanupUnit.id).where(
        CleanupUnit.campaign == campaign_id
    )
    known: dict[str, int] = dict(plain_rows(of_campaign))
    new = [name for name in names if name not in known]
    insert_rows(CleanupUnit, [{"campaign": campaign_id, "name": name} for name in new])
    return dict(plain_rows(of_campaign)) if new else known


def _entry(
    deed: Deed, campaign_id: int, document_id: int, unit_id: int, position: int
) -> dict[str, object]:
    return {
        "campaign": campaign_id,
        "document": document_id,
        "unit": unit_id,
        "position": position,
        "origin": EntryOrigin.FROZEN,
        "added_reason": "",
        "added_at": deed.at,
        "added_by": deed.person_id,
    }
