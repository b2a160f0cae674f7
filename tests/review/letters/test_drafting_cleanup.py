"""The decision of a cleanup is drafted from what was decided: its annexes, reasons and days."""

from dataclasses import replace
from datetime import date

import pytest

from models.acts.cleanup_campaigns import open_campaign
from models.acts.cleanup_decisions import decide_entries
from models.acts.cleanup_scopes import freeze_scope
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import DecisionEntry
from models.domain.cleanup_result import ResultTerms
from models.domain.letter_terms import CleanupOpinion
from review.letters.drafting.cleanup_decision import DecisionPaper, propose_cleanup_decision
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.cleanup import CleanupDecision
from tests.models.cleanup_office import (
    AMEND,
    CAMPAIGN,
    EVERYTHING,
    KEEP,
    LAPSE,
    REPEAL,
    documents,
    frozen,
    rows,
)
from tests.models.office import TODAY, order

pytestmark = pytest.mark.usefixtures("register")

PAPER = DecisionPaper(
    terms=ResultTerms(effect_date=date(2026, 4, 1), cutoff_date=date(2025, 12, 31)),
    decided_by="云溪县人民政府",
    decision_number="云政发〔2026〕8号",
)
ENDED = DecisionEntry(outcome=CleanupOutcome.ALREADY_ENDED, basis="2024年已经废止")
REPLACED = replace(REPEAL, replacing_document="《云溪县公共停车管理办法》（云政发〔2025〕3号）")


def drafted(*decisions: DecisionEntry) -> tuple[CleanupDecision, list[int]]:
    """Decide one document each way, and draft the decision."""
    ids = documents(*["县住建局"] * len(decisions))
    campaign_id = frozen()
    listed = rows(campaign_id)
    for document_id, decision in zip(ids, decisions, strict=True):
        decide_entries(order(), campaign_id, (listed[document_id].id,), decision)
    proposed = propose_cleanup_decision(campaign_id, PAPER, TODAY)
    assert isinstance(proposed.letter, CleanupDecision)
    assert sorted(proposed.document_ids) == ids
    return proposed.letter, ids


def test_every_class_is_an_annex_and_says_why_or_by_when() -> None:
    letter, _ = drafted(KEEP, replace(AMEND, responsible_unit="县城管局"), REPLACED, LAPSE, ENDED)
    assert [(one.opinion, one.documents[0].remark) for one in letter.lists] == [
        (CleanupOpinion.RETAIN, ""),
        (CleanupOpinion.AMEND, "由县城管局于2026年12月31日前完成修改"),
        (CleanupOpinion.REPEAL, "已由《云溪县公共停车管理办法》（云政发〔2025〕3号）代替"),
        (CleanupOpinion.DECLARE_LAPSED, "任务已经完成"),
        (CleanupOpinion.ALREADY_ENDED, "2024年已经废止"),
    ]
    assert letter.amendment_date == date(2026, 12, 31)
    assert letter.mandate == CAMPAIGN.mandate
    assert letter.letter_number == "云政发〔2026〕8号"


def test_the_unit_that_amends_is_named_only_where_it_is_another() -> None:
    letter, _ = drafted(AMEND, replace(AMEND, responsible_unit="县住建局"))
    (amended,) = letter.lists
    assert {row.remark for row in amended.documents} == {"2026年12月31日前完成修改"}


def test_what_the_same_was_decided_of_stands_in_one_list() -> None:
    letter, _ = drafted(KEEP, REPEAL, KEEP)
    assert [len(one.documents) for one in letter.lists] == [2, 1]


def test_a_decision_is_not_drafted_without_a_ground_or_without_anything_decided() -> None:
    documents("县住建局")
    with pytest.raises(LetterFactMissingError):
        propose_cleanup_decision(frozen(), PAPER, TODAY)
    unordered = open_campaign(order(), replace(CAMPAIGN, mandate=""))
    freeze_scope(order(), unordered, EVERYTHING)
    (row,) = rows(unordered).values()
    decide_entries(order(), unordered, (row.id,), KEEP)
    with pytest.raises(LetterFactMissingError):
        propose_cleanup_decision(unordered, PAPER, TODAY)

    said = replace(PAPER, mandate="县政府2026年立法工作安排")
    letter = propose_cleanup_decision(unordered, said, TODAY).letter
    assert isinstance(letter, CleanupDecision)
    assert letter.mandate == "县政府2026年立法工作安排"
