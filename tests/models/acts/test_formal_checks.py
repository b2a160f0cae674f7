"""The formal check: every item is answered, and a faulty filing is not registered."""

from dataclasses import replace

import pytest

from models.acts.decide_filing import record_supplement, refuse_filing, request_supplement
from models.acts.formal_checks import (
    FormalCheckFaultyError,
    FormalGroundMissingError,
    FormalItemsOpenError,
    FormalItemUnknownError,
    record_formal_check,
)
from models.acts.performing import NotPermittedError
from models.domain.formal_check import FormalAnswer, FormalResult
from models.domain.lifecycle import FilingState, TransitionError
from models.domain.records import DefectEntry
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import profile
from models.queries.trail import trail_of
from tests.models.office import MATERIALS, REVIEWER, TODAY, accept_one, order, receive_one

pytestmark = pytest.mark.usefixtures("register")

FAULT = "备案报告没有印章"


def page_of(filing_id: int) -> FilingPage:
    """Return the filing's page."""
    return filing_page(filing_id, profile())


def answers(**faulty: str) -> tuple[FormalAnswer, ...]:
    """Answer every item: fitting, but for those named with their fault."""
    items = profile().formal_check_items.value or ()
    return tuple(
        FormalAnswer(item.key, FormalResult.FAULTY, faulty[item.key])
        if item.key in faulty
        else FormalAnswer(item.key, FormalResult.FITTING)
        for item in items
    )


def test_a_check_is_kept_item_by_item_with_the_rule_each_stands_on() -> None:
    filing_id = receive_one()
    record_formal_check(order(), filing_id, answers(seal=FAULT))
    check = page_of(filing_id).standing_check
    assert check is not None
    assert (check.round, check.checked_date, check.checked_by) == (1, TODAY, "许知禾")
    items = profile().formal_check_items.value or ()
    assert [one.key for one in check.answers] == [item.key for item in items]
    assert [one.source for one in check.answers] == [item.source for item in items]
    assert [(one.key, one.ground) for one in check.faulty] == [("seal", FAULT)]
    assert trail_of("filing", filing_id)[-1].act == "record_formal_check"


def test_a_faulty_filing_is_not_registered() -> None:
    filing_id = receive_one()
    record_formal_check(order(), filing_id, answers(seal=FAULT))
    with pytest.raises(FormalCheckFaultyError) as refusal:
        accept_one(filing_id)
    assert refusal.value.values["items"] == ("备案报告有文号、日期和印章",)
    assert page_of(filing_id).state is FilingState.RECEIVED


def test_a_filing_checked_again_is_judged_by_the_last_check() -> None:
    filing_id = receive_one()
    record_formal_check(order(), filing_id, answers(seal=FAULT))
    record_formal_check(order(), filing_id, answers())
    assert accept_one(filing_id).filing_register_number
    assert len(page_of(filing_id).formal_checks) == 2


def test_after_a_supplement_the_papers_are_checked_anew() -> None:
    # Given a faulty filing that was sent back
    filing_id = receive_one()
    record_formal_check(order(), filing_id, answers(seal=FAULT))
    request_supplement(order(), filing_id, (DefectEntry(FAULT),))
    # When the supplement came, then the old check says nothing of the new papers
    record_supplement(order(), filing_id, TODAY, MATERIALS)
    assert page_of(filing_id).standing_check is None
    record_formal_check(order(), filing_id, answers())
    standing = page_of(filing_id).standing_check
    assert standing is not None
    assert standing.round == 2
    assert accept_one(filing_id).filing_register_number


def test_every_item_must_be_answered() -> None:
    filing_id = receive_one()
    some = (*answers()[1:-1], replace(answers()[-1], result=FormalResult.UNANSWERED))
    with pytest.raises(FormalItemsOpenError) as refusal:
        record_formal_check(order(), filing_id, some)
    items = profile().formal_check_items.value or ()
    assert refusal.value.values["items"] == (items[0].title, items[-1].title)
    assert page_of(filing_id).formal_checks == ()


def test_a_fault_needs_its_ground() -> None:
    with pytest.raises(FormalGroundMissingError):
        record_formal_check(order(), receive_one(), answers(seal=" "))


def test_an_item_that_no_rule_asks_for_is_refused() -> None:
    strange = FormalAnswer("colour", FormalResult.FITTING)
    with pytest.raises(FormalItemUnknownError):
        record_formal_check(order(), receive_one(), (*answers(), strange))


def test_a_decided_filing_is_not_checked_any_more() -> None:
    filing_id = receive_one()
    refuse_filing(order(), filing_id, "不属于规范性文件")
    with pytest.raises(TransitionError):
        record_formal_check(order(), filing_id, answers())


def test_a_reviewer_does_not_check_filings() -> None:
    with pytest.raises(NotPermittedError):
        record_formal_check(order(REVIEWER), receive_one(), answers())
