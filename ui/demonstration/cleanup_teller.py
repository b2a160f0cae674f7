"""The people of the story clean up: scope, sheets, replies, decisions, result."""

from dataclasses import dataclass

from models.acts.cleanup_campaigns import advance_campaign, open_campaign
from models.acts.cleanup_decisions import decide_entries
from models.acts.cleanup_replies import record_dispatch, record_unit_opinions
from models.acts.cleanup_results import issue_cleanup_result
from models.acts.cleanup_scopes import freeze_scope
from models.acts.performing import Order
from models.acts.register_document import register_historic_document
from models.domain.cleanup_campaign import (
    CampaignEntry,
    DecisionEntry,
    DispatchEntry,
    OpinionEntry,
    ReplyEntry,
    ScopeFilter,
)
from models.domain.cleanup_result import ResultEntry, ResultTerms
from models.domain.lifecycle import CampaignState
from models.domain.terms import ValidityStatus
from models.queries.cleanup import progress_by_unit
from models.queries.cleanup_entries import entries
from ui.demonstration.cleanup_story import StoryCleanup, StoryDecision, StoryReply, StoryResult
from ui.demonstration.entries import document_entry
from ui.demonstration.teller import Teller
from ui.parts.cleanup_result_words import listed_reason

_IN_FORCE = tuple(one for one in ValidityStatus if one.is_in_force)


@dataclass
class CleanupTeller:
    """Performs the cleanups in the register of a teller."""

    teller: Teller

    def record(self, order: Order) -> str:
        """Record the older documents that the cleanups are about."""
        story, ids = self.teller.story, self.teller.ids
        for document in story.older_documents:
            entered = _part_of(order, document.key)
            entry = document_entry(story, document, ids, self.teller.register.files)
            ids[document.key] = register_historic_document(entered, entry)
        return f"补录清理要用的文件 {len(story.older_documents)} 件"

    def open(self, cleanup: StoryCleanup, order: Order) -> str:
        """Open a cleanup and freeze its scope."""
        entry = CampaignEntry(
            name=cleanup.name,
            kind=cleanup.kind,
            mandate=cleanup.mandate,
            contact=cleanup.contact,
            reply_due_date=cleanup.reply_due_date,
        )
        campaign_id = open_campaign(order, entry)
        self.teller.ids[_campaign(cleanup)] = campaign_id
        scope = ScopeFilter(
            title_words=cleanup.title_words,
            unit_names=cleanup.unit_names,
            issued_to=cleanup.issued_to,
            statuses=_IN_FORCE,
        )
        count = freeze_scope(_part_of(order, "scope"), campaign_id, scope)
        return f"清理立项：{cleanup.name}，范围 {count} 件"

    def send(self, cleanup: StoryCleanup, order: Order) -> str:
        """Record that the sheets were handed to the units."""
        campaign_id = self.teller.ids[_campaign(cleanup)]
        units = tuple(one.unit_id for one in progress_by_unit(campaign_id))
        entry = DispatchEntry(
            unit_ids=units, sent_date=cleanup.sent_date, due_date=cleanup.reply_due_date
        )
        count = record_dispatch(order, campaign_id, entry)
        return f"发放清理意见表 {count} 份：{cleanup.name}"

    def take(self, cleanup: StoryCleanup, reply: StoryReply, order: Order) -> str:
        """Take down the reply of a unit."""
        campaign_id = self.teller.ids[_campaign(cleanup)]
        units = {one.unit_name: one.unit_id for one in progress_by_unit(campaign_id)}
        opinions = tuple(
            OpinionEntry(
                document_id=self.teller.ids[one.document],
                choice=one.choice,
                reason=one.reason,
                basis=one.basis,
                replacing_document=one.replacing_document,
                planned_date=one.planned_date,
            )
            for one in reply.opinions
        )
        entry = ReplyEntry(
            unit_id=units[reply.unit],
            received_date=reply.received_date,
            opinions=opinions,
            filled_by=reply.filled_by,
        )
        record_unit_opinions(order, campaign_id, entry)
        return f"收到{reply.unit}的清理意见 {len(opinions)} 件"

    def review(self, cleanup: StoryCleanup, order: Order) -> str:
        """Begin the review and decide what the story decides."""
        campaign_id = self.teller.ids[_campaign(cleanup)]
        advance_campaign(order, campaign_id, CampaignState.OFFICE_REVIEW)
        listed = {row.document_id: row.id for row in entries(campaign_id, order.at.date())}
        for decision in cleanup.decisions:
            entry_id = listed[self.teller.ids[decision.document]]
            decided = _part_of(order, decision.document)
            decide_entries(decided, campaign_id, (entry_id,), _decision(decision))
        return f"写出审核意见 {len(cleanup.decisions)} 件：{cleanup.name}"

    def apply(self, cleanup: StoryCleanup, result: StoryResult, order: Order) -> str:
        """Apply the result as the government decided it."""
        entry = ResultEntry(
            terms=ResultTerms(effect_date=result.effect_date, cutoff_date=cleanup.opened_date),
            decided_by=result.decided_by,
            decided_date=result.decided_date,
            published_date=result.published_date,
            reason=listed_reason(cleanup.name, result.decided_by, result.decision_number),
            decision_number=result.decision_number,
        )
        count = issue_cleanup_result(order, self.teller.ids[_campaign(cleanup)], entry)
        return f"落实清理结果：{cleanup.name}，{count} 件记入变化"


def _decision(decision: StoryDecision) -> DecisionEntry:
    return DecisionEntry(
        outcome=decision.outcome,
        reason=decision.reason,
        basis=decision.basis,
        replacing_document=decision.replacing_document,
        amendment_due_date=decision.amendment_due_date,
    )


def _part_of(order: Order, name: str) -> Order:
    return Order(order.login, f"{order.op_id}-{name}", order.at)


def _campaign(cleanup: StoryCleanup) -> str:
    return f"cleanup {cleanup.key}"
