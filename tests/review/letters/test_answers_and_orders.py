"""Answers to citizens, reminders and drafts for the government say what their data hold."""

from typing import Any

import pytest

from models.domain.letter_terms import (
    DeclineReason,
    OrderMeasure,
    SuggestionConclusion,
)
from review.letters.compose import compose
from review.letters.letter_model import Paragraph, Signature, Table, Title
from review.letters.sample_letters import sample_letter
from tests.models.office import changed


def words_of(kind: str, **fields: Any) -> str:  # noqa: ANN401 - values of test cases
    model = compose(changed(sample_letter(kind), **fields))
    return "".join(
        block.text if isinstance(block, Paragraph) else "".join(block.lines)
        for block in model.blocks
        if isinstance(block, Paragraph | Title)
    )


@pytest.mark.parametrize(
    "kind",
    [
        "suggestion_acknowledgement",
        "suggestion_supplement",
        "suggestion_declined",
        "suggestion_reply",
    ],
)
def test_a_person_and_an_organisation_are_spoken_to_as_what_they_are(kind: str) -> None:
    assert "您" in words_of(kind, is_organisation=False)
    assert "您" not in words_of(kind, is_organisation=True)
    assert "你单位" in words_of(kind, is_organisation=True)


@pytest.mark.parametrize("conclusion", SuggestionConclusion)
def test_every_answer_to_a_suggestion_is_said_with_its_sentence(
    conclusion: SuggestionConclusion,
) -> None:
    words = words_of("suggestion_reply", conclusion=conclusion, correction_date=None)
    assert "_" not in words
    assert "报送处理情况" not in words


@pytest.mark.parametrize("reason", DeclineReason)
def test_every_ground_for_opening_no_review_is_said_with_its_sentence(
    reason: DeclineReason,
) -> None:
    words = words_of("suggestion_declined", decline_reason=reason, competent_body="")
    assert "_" not in words
    assert "转送" not in words


def test_a_citizen_is_told_where_to_turn_or_that_the_office_passed_it_on() -> None:
    assert "已经转送省人民政府" in words_of("suggestion_declined")
    assert "可以向省人民政府" in words_of("suggestion_declined", is_transferred=False)


@pytest.mark.parametrize(
    ("measure", "title"),
    [
        (OrderMeasure.ORDER_TO_CORRECT, "关于提请责令柳渡镇人民政府改正《柳渡镇"),
        (OrderMeasure.SUSPENSION, "关于提请停止执行《柳渡镇"),
        (OrderMeasure.REVOCATION, "关于提请撤销《柳渡镇"),
    ],
)
def test_a_request_asks_for_one_measure(measure: OrderMeasure, title: str) -> None:
    words = words_of("correction_order_request", measure=measure)
    assert title in words
    assert words.endswith("妥否，请批示。")


@pytest.mark.parametrize("kind", ["suspension_order", "revocation_decision"])
def test_a_draft_decision_is_about_the_whole_or_about_clauses(kind: str) -> None:
    whole = words_of(kind, is_whole=True)
    parts = words_of(kind, is_whole=False)
    assert "有关条款的决定" not in whole
    assert "有关条款的决定" in parts
    assert "第七条第二款、第十一条，其他条款继续" in parts


@pytest.mark.parametrize("kind", ["correction_order", "suspension_order", "revocation_decision"])
def test_a_draft_decision_leaves_number_and_day_to_the_government(kind: str) -> None:
    (signature,) = (
        block for block in compose(sample_letter(kind)).blocks if isinstance(block, Signature)
    )
    assert (signature.office_name, signature.date_text) == ("云溪县人民政府", "2026年　月　日")


def test_a_reminder_lists_every_document_twice_once_to_know_and_once_to_tick() -> None:
    known, ticked = (
        block
        for block in compose(sample_letter("expiry_reminder")).blocks
        if isinstance(block, Table)
    )
    assert len(known.rows) == len(ticked.rows) == 3
    assert all(row[2].text.count("□") == 4 for row in ticked.rows)
    assert "下列3件" in words_of("expiry_reminder")


def test_a_reminder_says_no_time_that_the_rules_do_not_set() -> None:
    words = words_of("expiry_reminder", evaluation_time="", renewal_time="")
    assert "评估应当" not in words
    assert "有关手续" not in words
