"""From the record to the paper: what a letter says is what the register holds, and it is frozen."""

from datetime import date

import pytest

from models.acts.change_setting import change_settings
from models.acts.letters import issue_letter
from models.acts.register_document import refuse_registration, register_document
from models.acts.reviews import add_finding, conclude_review, open_review
from models.domain.records import FindingEntry, ReviewEntry
from models.domain.terms import FindingClass, LetterSeries, ReviewConclusion, ReviewTrigger
from models.queries.filing_page import filing_page
from models.queries.letters import letter_page
from models.queries.office import profile
from models.register import Register
from models.settings import SettingKey
from review.letters.drafting.filing_in import propose_receipt
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.drafting.registration import propose_registration_refusal
from review.letters.drafting.review import propose_opinion
from review.letters.errors import LetterDataError, LetterFactMissingError
from review.letters.kinds.filing_in import FilingReceipt
from review.letters.kinds.review import ReviewOpinion
from review.letters.letter_data import data_hash, letter_from_data
from review.letters.press import press_into
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    REVIEWER,
    TODAY,
    accept_one,
    add_body,
    changed,
    order,
    parking_measures,
    receive_one,
)
from tests.review.letters.papers import page_texts

FINE = FindingEntry(
    clause="第八条",
    quote="处二百元罚款",
    finding_class=FindingClass.BEYOND_POWERS,
    problem="规范性文件设定罚款",
    basis_title="中华人民共和国行政处罚法",
    basis_article="第十六条",
    suggestion="删去第八条。",
)


def registered_filing() -> int:
    """Return a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    return filing_id


def concluded_review() -> int:
    """Return a review that found a defect."""
    filing_id = registered_filing()
    document_id = filing_page(filing_id, profile()).document_id
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, document_id, filing_id)
    review_id = open_review(order(REVIEWER), entry).review_id
    add_finding(order(REVIEWER), review_id, FINE)
    conclude_review(order(REVIEWER), review_id, ReviewConclusion.CONCLUDED_DEFECT, "修改第八条", "")
    return review_id


def issue(register: Register, proposed: ProposedLetter, login: str) -> int:
    """Issue a proposed letter in both formats and return its id."""
    press = press_into(register.letters, proposed.kind, ("docx", "pdf"))
    return issue_letter(order(login), proposed.as_draft(), press).letter_id


@pytest.mark.usefixtures("register")
def test_a_receipt_says_what_the_filing_s_record_holds() -> None:
    proposed = propose_receipt(registered_filing(), TODAY)
    receipt = proposed.letter
    assert isinstance(receipt, FilingReceipt)
    assert (receipt.addressee, receipt.filing_register_number) == (
        "柳渡镇人民政府",
        "云溪备〔2026〕001",
    )
    assert (receipt.published_date, receipt.days_used, receipt.limit_days) == (
        date(2026, 3, 2),
        14,
        15,
    )
    assert receipt.is_in_time
    assert [row.name for row in receipt.materials][:2] == ["备案报告", "正式文本"]


@pytest.mark.usefixtures("register")
def test_a_receipt_states_the_limit_the_filing_was_judged_by() -> None:
    filing_id = registered_filing()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "beijing_miyun"})
    receipt = propose_receipt(filing_id, TODAY).letter
    assert isinstance(receipt, FilingReceipt)
    assert receipt.limit_days == 15


@pytest.mark.usefixtures("register")
def test_a_filing_that_is_not_registered_has_no_receipt() -> None:
    with pytest.raises(LetterFactMissingError):
        propose_receipt(receive_one(), TODAY)


@pytest.mark.usefixtures("register")
def test_an_opinion_says_first_what_is_wrong_and_then_what_is_asked() -> None:
    opinion = propose_opinion(concluded_review(), TODAY).letter
    assert isinstance(opinion, ReviewOpinion)
    (finding,) = opinion.findings
    assert finding.suggestion == "规范性文件设定罚款。删去第八条。"
    assert (opinion.report_days, opinion.escalation_body) == (30, "云溪县人民政府")


def test_an_issued_letter_is_frozen_with_number_date_data_and_both_papers(
    register: Register,
) -> None:
    # Given the receipt of a registered filing, as it is shown before its issue
    proposed = propose_receipt(registered_filing(), TODAY)
    # When it is issued
    page = letter_page(issue(register, proposed, CLERK))
    # Then its paper says number and date, and can be made again from the frozen data
    text = "".join(page_texts(register.letters.read(page.papers["pdf"])))
    assert page.letter_number in text
    assert "2026年3月16日" in text
    assert register.letters.read(page.papers["docx"])[:2] == b"PK"
    assert data_hash(letter_from_data(page.kind, page.data)) == page.data_hash


def test_an_opinion_goes_the_same_way(register: Register) -> None:
    proposed = propose_opinion(concluded_review(), TODAY)
    page = letter_page(issue(register, proposed, REVIEWER))
    assert page.kind is LetterSeries.REVIEW_OPINION
    text = "".join(page_texts(register.letters.read(page.papers["pdf"])))
    assert "处二百元罚款" in text
    assert "“”" not in text


@pytest.mark.usefixtures("register")
def test_a_person_may_write_fields_anew_but_not_invent_them() -> None:
    proposed = propose_opinion(concluded_review(), TODAY)
    changed = proposed.changed({"copy_to": ["云溪县人大常委会"], "contact_name": "顾明澈"})
    assert isinstance(changed.letter, ReviewOpinion)
    assert changed.letter.copy_to == ("云溪县人大常委会",)
    with pytest.raises(LetterDataError):
        proposed.changed({"seal": "公章"})


def test_a_document_that_was_not_registered_gets_its_notice(register: Register) -> None:
    # Given a document refused at the counter, and one that was registered
    entry = changed(parking_measures(add_body()), drafting_unit="云溪县住房和城乡建设局")
    document_id = refuse_registration(order(), entry, "属于内部管理文件。")
    registered = register_document(order(), entry)
    # Then the first gets a notice with the reason, addressed to who drafted it; the second none
    page = letter_page(issue(register, propose_registration_refusal(document_id, TODAY), CLERK))
    assert page.addressee == "云溪县住房和城乡建设局"
    assert "属于内部管理文件" in "".join(page_texts(register.letters.read(page.papers["pdf"])))
    with pytest.raises(LetterFactMissingError):
        propose_registration_refusal(registered, TODAY)
