"""Letters: numbered in their own series, frozen with data and papers, withdrawn with a reason."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import pytest

from models.acts.letter_draft import LetterDraft
from models.acts.letters import (
    IssuedLetter,
    Pressed,
    PressedPaper,
    issue_letter,
    withdraw_letter,
)
from models.acts.performing import NotPermittedError
from models.acts.refusals import FieldEmptyError, LetterExistsError, LetterNotReadyError
from models.acts.register_document import refuse_registration
from models.domain.lifecycle import LetterState, TransitionError
from models.domain.records import FileEntry
from models.domain.terms import LetterSeries
from models.queries.filing_page import filing_page
from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.queries.numbers import LedgerBook, ledger_ids, numbers_report
from models.queries.office import profile
from models.queries.trail import trail_of
from tests.models.office import (
    CLERK,
    HEAD,
    accept_one,
    add_body,
    order,
    parking_measures,
    receive_one,
)

pytestmark = pytest.mark.usefixtures("register")


class PaperJamError(Exception):
    """The printer of this test cannot make the paper."""


def press(data: Mapping[str, object]) -> Pressed:
    """Make a paper that says the letter's number."""
    content = str(data["letter_number"]).encode()
    file = FileEntry(sha256(content).hexdigest(), len(content), "回执.pdf")
    return Pressed((PressedPaper("pdf", file),), heading="备案回执")


def jammed(data: Mapping[str, object]) -> Pressed:
    """Fail to make a paper."""
    raise PaperJamError(data["letter_number"])


def receipt_of(filing_id: int) -> LetterDraft:
    """Return a receipt for a filing."""
    document_id = filing_page(filing_id, profile()).document_id
    data = {"document_title": "柳渡镇农村住房建设管理规定"}
    return LetterDraft(
        LetterSeries.FILING_RECEIPT, document_id, "柳渡镇人民政府", data, filing_id=filing_id
    )


def issue_one() -> IssuedLetter:
    """Issue the receipt of a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    return issue_letter(order(), receipt_of(filing_id), press)


def test_a_letter_is_numbered_dated_and_frozen_with_its_data_and_paper() -> None:
    issued = issue_one()
    page = letter_page(issued.letter_id)
    assert issued.letter_number == "云司备回〔2026〕1号"
    assert page.data == {
        "document_title": "柳渡镇农村住房建设管理规定",
        "letter_number": "云司备回〔2026〕1号",
        "letter_date": "2026-03-16",
    }
    assert page.papers == {"pdf": sha256("云司备回〔2026〕1号".encode()).hexdigest()}


def test_the_trail_names_the_hash_of_the_letter_s_data() -> None:
    issued = issue_one()
    (line,) = trail_of("letter", issued.letter_id)
    assert line.facts["data_hash"] == letter_page(issued.letter_id).data_hash


def test_a_letter_whose_paper_cannot_be_made_takes_no_number() -> None:
    # Given a printer that fails
    filing_id = receive_one()
    accept_one(filing_id)
    with pytest.raises(PaperJamError):
        issue_letter(order(), receipt_of(filing_id), jammed)
    # Then nothing was issued, and the next letter gets the first number
    assert letter_ids(LetterFilter()) == []
    assert ledger_ids(LedgerBook.LETTERS) == []
    issued = issue_letter(order(), receipt_of(filing_id), press)
    assert issued.letter_number == "云司备回〔2026〕1号"


def test_the_same_order_issues_one_letter() -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    same = order()
    first = issue_letter(same, receipt_of(filing_id), press)
    assert issue_letter(same, receipt_of(filing_id), press) == first
    assert letter_ids(LetterFilter()) == [first.letter_id]


def test_a_receipt_is_not_issued_before_the_filing_is_registered() -> None:
    with pytest.raises(LetterNotReadyError):
        issue_letter(order(), receipt_of(receive_one()), press)


def test_a_second_receipt_waits_until_the_first_is_withdrawn() -> None:
    # Given an issued receipt
    filing_id = receive_one()
    accept_one(filing_id)
    first = issue_letter(order(), receipt_of(filing_id), press)
    with pytest.raises(LetterExistsError):
        issue_letter(order(), receipt_of(filing_id), press)
    # When the head withdraws it, a new one is issued under a new number; the old one stays
    withdraw_letter(order(HEAD), first.letter_id, "收文机关名称有误")
    second = issue_letter(order(), receipt_of(filing_id), press)
    assert second.letter_number == "云司备回〔2026〕2号"
    withdrawn = letter_page(first.letter_id)
    assert withdrawn.state is LetterState.WITHDRAWN
    assert withdrawn.withdrawn_reason == "收文机关名称有误"
    assert withdrawn.papers
    assert numbers_report().faults == ()


def test_only_the_head_withdraws_once_and_with_a_reason() -> None:
    issued = issue_one()
    with pytest.raises(NotPermittedError):
        withdraw_letter(order(CLERK), issued.letter_id, "有误")
    with pytest.raises(FieldEmptyError):
        withdraw_letter(order(HEAD), issued.letter_id, " ")
    withdraw_letter(order(HEAD), issued.letter_id, "有误")
    with pytest.raises(TransitionError):
        withdraw_letter(order(HEAD), issued.letter_id, "有误")


def test_a_letter_without_addressee_is_refused() -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    with pytest.raises(FieldEmptyError):
        issue_letter(order(), replace(receipt_of(filing_id), addressee=""), press)


def test_a_refused_registration_may_have_its_notice_and_no_other_document() -> None:
    document_id = refuse_registration(order(), parking_measures(add_body()), "不属于规范性文件")
    notice = LetterDraft(
        LetterSeries.REGISTRATION_REFUSAL, document_id, "云溪县人民政府", {"reason": "…"}
    )
    assert issue_letter(order(), notice, press).letter_number == "云司登退〔2026〕1号"
