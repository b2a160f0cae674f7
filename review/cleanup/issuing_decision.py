"""The decision of a cleanup is issued by the office itself, once its result adds up."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.acts.cleanup_campaigns import advance_campaign
from models.acts.cleanup_checks import check_affected, check_result
from models.acts.letters import IssuedLetter, Press
from models.acts.performing import Order
from models.domain.lifecycle import CampaignState
from models.queries.cleanup import campaign
from models.queries.cleanup_results import result_preview
from review.letters.drafting.cleanup_decision import DecisionPaper, propose_cleanup_decision
from review.letters.issuing import issue_checked


def issue_decision(
    order: Order,
    campaign_id: int,
    paper: DecisionPaper,
    day: date,
    press: Press,
    looked_at: Iterable[str] = (),
) -> IssuedLetter:
    """Close the decisions of a cleanup and issue the letter that publishes them.

    The cleanup is decided first, so that nothing is changed under the paper; where the letter is
    refused then, it can be issued again, or the cleanup goes back to review.

    Args:
        order: Who issues it; sent again it gives the first answer.
        campaign_id: The cleanup.
        paper: What the letter says besides.
        day: The day of the letter.
        press: Prints it.
        looked_at: Codes of findings of the pre-flight that somebody has looked at.

    Raises:
        ResultBlockedError, ResultUnseenError: the result is not finished.
        TransitionError: the office has not begun to review, or the result was published.
        and what ``issue_checked`` raises.
    """
    row = campaign(campaign_id).row
    preview = result_preview(campaign_id, paper.terms)
    check_result(row.name, preview.items)
    check_affected(row.name, preview.affected)
    if row.state is not CampaignState.DECIDED:
        closing = replace(order, op_id=f"{order.op_id}-decided")
        advance_campaign(closing, campaign_id, CampaignState.DECIDED)
    proposed = propose_cleanup_decision(campaign_id, paper, day)
    return issue_checked(order, proposed, press, looked_at)
