"""The result of a cleanup is issued: it is applied to every document of it in one act."""

from collections.abc import Iterator, Sequence

from models.acts.bulk_insert import insert_rows
from models.acts.cleanup_campaigns import campaign_in_work, come_to
from models.acts.cleanup_checks import check_affected, check_result
from models.acts.cleanup_papers import check_paper
from models.acts.life_events import Happening, record_events
from models.acts.life_lines import EventRecord
from models.acts.lookup import fetch, require, require_order, require_past
from models.acts.performing import Deed, act
from models.cleanup_course import AffectedDocument, affected_documents, result_items
from models.domain.cleanup_campaign import AffectedGround
from models.domain.cleanup_result import (
    ResultEntry,
    ResultItem,
    event_of_result,
)
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.domain.validity_plan import Allowance
from models.tables.cleanups import CleanupAffected, CleanupCampaign, CleanupResult
from models.tables.documents import Document

_KEPT = Allowance(may_keep_last_day=True)


@act(ActName.ACKNOWLEDGE_AFFECTED)
def acknowledge_affected(
    deed: Deed,
    campaign_id: int,
    affected: tuple[tuple[int, AffectedGround], ...],
    note: str,
) -> int:
    """Keep that somebody has looked at documents a result touches, and return how many.

    Raises:
        RecordMissingError: no such cleanup or document.
        CampaignClosedError: the result was decided.
        FieldEmptyError: nothing is said about them.
    """
    campaign_in_work(campaign_id)
    require(note=note)
    known = CleanupAffected.select(CleanupAffected.document, CleanupAffected.ground).where(
        CleanupAffected.campaign == campaign_id
    )
    before = set(known.tuples())
    new = [one for one in dict.fromkeys(affected) if (one[0], one[1].value) not in before]
    for document_id, _ in new:
        fetch(Document, document_id)
    insert_rows(
        CleanupAffected,
        [
            {
                "campaign": campaign_id,
                "document": document_id,
                "ground": ground,
                "note": note.strip(),
                "acknowledged_at": deed.at,
                "acknowledged_by": deed.person_id,
            }
            for document_id, ground in new
        ],
    )
    deed.record("cleanup_campaign", campaign_id, acknowledged=affected, note=note)
    return len(new)


@act(ActName.ISSUE_CLEANUP_RESULT)
def issue_cleanup_result(deed: Deed, campaign_id: int, result: ResultEntry) -> int:
    """Apply the result of a cleanup to every document of it, and return how many it changed.

    What is kept is continued, what ends is ended on the day of effect; an amendment is owed until
    the revised text is registered.

    Raises:
        RecordMissingError: no such cleanup, letter or document.
        FieldEmptyError: it is not said who decided, or what the register is to say of it.
        FutureDateError, DateOrderError: the days cannot be true.
        TransitionError: the office has not begun to review, or the result was applied before.
        ResultBlockedError: it does not add up, or a document lacks what a result must say.
        PaperDiffersError: the letter named says something else.
        ResultUnseenError: it touches documents that nobody has looked at.
        and what ``record_events`` raises.
    """
    campaign = fetch(CleanupCampaign, campaign_id)
    _check_entry(deed, result)
    _come_to_applied(deed, campaign)
    items = result_items(campaign_id, result.terms.effect_date)
    check_result(campaign.name, items)
    if result.letter_id is not None:
        check_paper(result.letter_id, items, result.terms)
    affected = affected_documents(campaign_id, result.terms)
    check_affected(campaign.name, affected)
    happenings = [*_of_items(items, result), *_of_unlisted(affected, result)]
    record_events(deed, happenings, _KEPT)
    _keep_result(deed, campaign_id, result)
    deed.record("cleanup_campaign", campaign_id, result=result, documents=len(items))
    return len(happenings)


def _check_entry(deed: Deed, result: ResultEntry) -> None:
    require(decided_by=result.decided_by, reason=result.reason)
    if result.terms.ends_unlisted:
        require(unlisted_reason=result.unlisted_reason)
    require_past(deed, decided_date=result.decided_date, published_date=result.published_date)
    require_order("decided_date", result.decided_date, "published_date", result.published_date)


def _come_to_applied(deed: Deed, campaign: CleanupCampaign) -> None:
    """Pass the states on the way that nobody has recorded by themselves."""
    way = (CampaignState.DECIDED, CampaignState.PUBLISHED, CampaignState.APPLIED)
    present = CampaignState(campaign.state)
    left = way[way.index(present) + 1 :] if present in way else way
    for state in left or (CampaignState.APPLIED,):
        come_to(deed, campaign, state)
        campaign.state = state


def _of_items(items: Sequence[ResultItem], result: ResultEntry) -> Iterator[Happening]:
    for item in items:
        kind = event_of_result(item)
        if kind is not None:
            reason = "；".join(part for part in (result.reason.strip(), item.basis) if part)
            yield item.document_id, _record(kind, result, reason)


def _of_unlisted(affected: Sequence[AffectedDocument], result: ResultEntry) -> Iterator[Happening]:
    for one in affected:
        if one.ground is AffectedGround.UNLISTED:
            kind = ValidityEventKind.DECLARED_LAPSED
            yield one.document_id, _record(kind, result, result.unlisted_reason.strip())


def _record(kind: ValidityEventKind, result: ResultEntry, reason: str) -> EventRecord:
    event = ValidityEvent(kind, result.terms.effect_date)
    return EventRecord(event, reason, result.document_id)


def _keep_result(deed: Deed, campaign_id: int, result: ResultEntry) -> None:
    terms = result.terms
    CleanupResult.insert(
        campaign=campaign_id,
        decision_number=result.decision_number.strip(),
        decided_by=result.decided_by.strip(),
        decided_date=result.decided_date,
        published_date=result.published_date,
        effect_date=terms.effect_date,
        cutoff_date=terms.cutoff_date,
        ends_unlisted=terms.ends_unlisted,
        letter=result.letter_id,
        applied_at=deed.at,
        applied_by=deed.person_id,
    ).execute()
