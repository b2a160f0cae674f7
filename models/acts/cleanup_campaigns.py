"""A cleanup is opened, and goes from stage to stage (清理立项、推进)."""

from uuid import uuid4

from models.acts.cleanup_checks import check_result
from models.acts.cleanup_refusals import AmendmentsOwedError, CampaignClosedError, CampaignStepError
from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.cleanup_amendments import amendments_owed
from models.cleanup_course import result_items
from models.domain.cleanup_campaign import IN_WORK, STEPPED_BY_HAND, CampaignEntry
from models.domain.lifecycle import Axis, CampaignState, step
from models.domain.roles import ActName
from models.tables.cleanups import CleanupCampaign, CleanupStep


@act(ActName.OPEN_CLEANUP)
def open_campaign(deed: Deed, entry: CampaignEntry) -> int:
    """Open a cleanup and return its id.

    Raises:
        FieldEmptyError: it has no name.
    """
    require(name=entry.name)
    campaign_id = int(
        CleanupCampaign.insert(
            uid=uuid4().hex,
            name=entry.name.strip(),
            kind=entry.kind,
            mandate=entry.mandate.strip(),
            contact=entry.contact.strip(),
            reply_due_date=entry.reply_due_date,
            state=CampaignState.PLANNED,
            scope="",
            scope_date=None,
            opened_at=deed.at,
            opened_by=deed.person_id,
        ).execute()
    )
    _note_step(deed, campaign_id, CampaignState.PLANNED)
    deed.record("cleanup_campaign", campaign_id, entry=entry)
    return campaign_id


@act(ActName.ADVANCE_CLEANUP)
def advance_campaign(deed: Deed, campaign_id: int, target: CampaignState, note: str = "") -> int:
    """Take a cleanup to its next stage, or a decided one back to review; return its id.

    Raises:
        RecordMissingError: no such cleanup.
        CampaignStepError: the stage follows from another act.
        TransitionError: it does not follow the present one.
        ResultBlockedError: a result that is not finished cannot be decided.
        AmendmentsOwedError: amendments are still owed, and no note says who follows them.
    """
    campaign = fetch(CleanupCampaign, campaign_id)
    if target not in STEPPED_BY_HAND:
        raise CampaignStepError(target=target)
    if target is CampaignState.DECIDED:
        check_result(campaign.name, result_items(campaign_id, deed.today))
    if target is CampaignState.ARCHIVED and not note.strip():
        _refuse_owing(campaign)
    come_to(deed, campaign, target, note)
    deed.record("cleanup_campaign", campaign_id, state=target, note=note)
    return campaign_id


def come_to(deed: Deed, campaign: CleanupCampaign, target: CampaignState, note: str = "") -> None:
    """Set the state of a cleanup and keep when it came to it.

    Raises:
        TransitionError: it does not follow the present one.
    """
    state = step(Axis.CAMPAIGN, campaign.state, target)
    CleanupCampaign.update(state=state).where(CleanupCampaign.id == campaign.id).execute()
    _note_step(deed, campaign.id, target, note)


def campaign_in_work(campaign_id: int) -> CleanupCampaign:
    """Return a cleanup whose documents and decisions may still change.

    Raises:
        RecordMissingError: no such cleanup.
        CampaignClosedError: its scope is not frozen yet, or its result was decided.
    """
    campaign = fetch(CleanupCampaign, campaign_id)
    state = CampaignState(campaign.state)
    if state not in IN_WORK:
        raise CampaignClosedError(name=campaign.name, state=state)
    return campaign


def _refuse_owing(campaign: CleanupCampaign) -> None:
    owed = [one for one in amendments_owed(campaign.id) if one.settled_date is None]
    if owed:
        raise AmendmentsOwedError(name=campaign.name, count=len(owed))


def _note_step(deed: Deed, campaign_id: int, state: CampaignState, note: str = "") -> None:
    CleanupStep.insert(
        campaign=campaign_id,
        state=state,
        note=note.strip(),
        stepped_at=deed.at,
        stepped_by=deed.person_id,
    ).execute()
