"""A cleanup of the fictional office: its documents, its units, and the hands that work on it."""

from dataclasses import replace
from datetime import date

from models.acts.cleanup_campaigns import open_campaign
from models.acts.cleanup_scopes import freeze_scope
from models.acts.register_document import register_historic_document
from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import (
    CampaignEntry,
    CampaignKind,
    DecisionEntry,
    OpinionEntry,
    ReplyEntry,
    ScopeFilter,
)
from models.domain.records import FileEntry
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.cleanup_entries import EntryRow, entries
from tests.models.office import TODAY, add_body, another, order, parking_measures

CAMPAIGN = CampaignEntry(
    name="2026年规范性文件定期清理",
    kind=CampaignKind.PERIODIC,
    mandate="县政府2026年立法工作安排",
    reply_due_date=date(2026, 3, 31),
)
EVERYTHING = ScopeFilter()
REPLY_FILE = FileEntry("ef" * 32, 8192, "县住建局清理意见表.xlsx")

KEEP = DecisionEntry(outcome=CleanupOutcome.KEEP, reason=CleanupReason.STILL_NEEDED)
REPEAL = DecisionEntry(
    outcome=CleanupOutcome.REPEAL, reason=CleanupReason.CONFLICTS, basis="与上位法不一致"
)
LAPSE = DecisionEntry(
    outcome=CleanupOutcome.DECLARE_LAPSED, reason=CleanupReason.OBJECT_GONE, basis="任务已经完成"
)
AMEND = DecisionEntry(
    outcome=CleanupOutcome.AMEND,
    reason=CleanupReason.UNSUITABLE,
    amendment_due_date=date(2026, 12, 31),
)


def documents(*units: str, body_id: int | None = None) -> list[int]:
    """Record one document of the past for each unit named, and return their ids."""
    body_id = body_id or add_body()
    found = []
    for place, unit in enumerate(units, start=1):
        entry = another(parking_measures(body_id), place)
        entry = replace(
            entry,
            drafting_unit=unit,
            published_date=date(2020 + place % 5, 3, 1),
            adopted_date=date(2020 + place % 5, 2, 1),
            effective_date=date(2020 + place % 5, 4, 1),
            validity_term=ValidityTerm(ValidityTermKind.YEARS, 10),
        )
        found.append(register_historic_document(order(), entry))
    return found


def frozen(scope: ScopeFilter = EVERYTHING) -> int:
    """Open a cleanup, freeze its scope, and return its id."""
    campaign_id = open_campaign(order(), CAMPAIGN)
    freeze_scope(order(), campaign_id, scope)
    return campaign_id


def rows(campaign_id: int) -> dict[int, EntryRow]:
    """Return the entries of a cleanup by document id."""
    return {row.document_id: row for row in entries(campaign_id, TODAY)}


def reply(unit_id: int, *document_ids: int, choice: CleanupOutcome) -> ReplyEntry:
    """Return a reply in which a unit proposes one thing for all documents."""
    opinions = tuple(
        OpinionEntry(document_id=one, choice=choice, basis="单位意见", row_number=place)
        for place, one in enumerate(document_ids, start=6)
    )
    return ReplyEntry(unit_id=unit_id, received_date=TODAY, opinions=opinions, file=REPLY_FILE)
