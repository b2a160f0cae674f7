"""Reviews: of registered filings, with founded findings, and the conclusion they lead to."""

from dataclasses import replace
from datetime import date

import pytest

from models.acts.performing import NotPermittedError, UnknownPersonError
from models.acts.refusals import (
    ConclusionUnfoundedError,
    FieldEmptyError,
    FilingNotRegisteredError,
    QuoteNotInTextError,
    ReviewOpenError,
)
from models.acts.reviews import (
    OpenedReview,
    add_finding,
    conclude_review,
    open_review,
    withdraw_finding,
)
from models.domain.lifecycle import ReviewState, TransitionError
from models.domain.records import FindingEntry, ReviewEntry
from models.domain.terms import FindingClass, ReviewConclusion, ReviewTrigger
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.queries.review_page import review_page
from tests.models.office import CLERK, REVIEWER, TODAY, accept_one, changed, order, receive_one

pytestmark = pytest.mark.usefixtures("register")

FINE = FindingEntry(
    clause="第八条",
    quote="处二百元罚款",
    finding_class=FindingClass.BEYOND_POWERS,
    problem="规范性文件设定罚款",
    basis_title="中华人民共和国行政处罚法",
    basis_article="第十六条",
    suggestion="删去第八条",
)
WORDING = replace(FINE, finding_class=FindingClass.TECHNICAL, problem="援引法律名称不完整")


def open_one(login: str = REVIEWER) -> OpenedReview:
    """Open a review of a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    document_id = filing_page(filing_id, profile()).document_id
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, document_id, filing_id)
    return open_review(order(login), entry)


def conclude(review_id: int, conclusion: ReviewConclusion, requested_act: str = "") -> date:
    """Conclude a review as the reviewer."""
    return conclude_review(order(REVIEWER), review_id, conclusion, requested_act, "")


def test_an_opened_review_has_the_clock_of_the_profile() -> None:
    opened = open_one()
    page = review_page(opened.review_id)
    assert opened.due_date == date(2026, 4, 15)
    assert (page.state, page.reviewer) == (ReviewState.UNDER_REVIEW, "顾明澈")
    assert page.filing_register_number == "云溪备〔2026〕001"


def test_a_filing_that_is_not_registered_is_not_reviewed() -> None:
    filing_id = receive_one()
    document_id = filing_page(filing_id, profile()).document_id
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, document_id, filing_id)
    with pytest.raises(FilingNotRegisteredError):
        open_review(order(REVIEWER), entry)


def test_a_document_has_one_review_at_a_time() -> None:
    page = review_page(open_one().review_id)
    with pytest.raises(ReviewOpenError):
        open_review(order(REVIEWER), ReviewEntry(ReviewTrigger.THEMATIC, page.document_id))


def test_a_review_is_given_to_somebody_who_works_here() -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    document_id = filing_page(filing_id, profile()).document_id
    entry = ReviewEntry(ReviewTrigger.ON_REQUEST, document_id, filing_id, "nobody")
    with pytest.raises(UnknownPersonError):
        open_review(order(REVIEWER), entry)


def test_a_clerk_does_not_review() -> None:
    with pytest.raises(NotPermittedError):
        open_one(CLERK)


def test_findings_stand_in_the_order_they_were_added() -> None:
    review_id = open_one().review_id
    add_finding(order(REVIEWER), review_id, FINE)
    add_finding(order(REVIEWER), review_id, WORDING)
    found = review_page(review_id).findings
    assert [(one.position, one.problem) for one in found] == [
        (1, "规范性文件设定罚款"),
        (2, "援引法律名称不完整"),
    ]


@pytest.mark.parametrize("field", ["clause", "quote", "problem", "basis_title"])
def test_no_finding_stands_without_clause_quote_problem_and_basis(field: str) -> None:
    review_id = open_one().review_id
    with pytest.raises(FieldEmptyError) as refusal:
        add_finding(order(REVIEWER), review_id, changed(FINE, **{field: " "}))
    assert refusal.value.values["field"] == field


def test_a_quote_must_stand_in_the_text_but_line_ends_do_not_matter() -> None:
    review_id = open_one().review_id
    with pytest.raises(QuoteNotInTextError):
        add_finding(order(REVIEWER), review_id, replace(FINE, quote="处三百元罚款"))
    assert add_finding(order(REVIEWER), review_id, replace(FINE, quote="违反本办法的，\n处二百元"))


def test_a_withdrawn_finding_stays_visible_with_its_reason_and_counts_no_more() -> None:
    review_id = open_one().review_id
    finding_id = add_finding(order(REVIEWER), review_id, FINE)
    withdraw_finding(order(REVIEWER), finding_id, "上位法有授权")
    page = review_page(review_id)
    assert page.findings[0].withdrawn_reason == "上位法有授权"
    assert page.conclusion is ReviewConclusion.CONCLUDED_OK


@pytest.mark.parametrize(
    ("findings", "conclusion"),
    [
        ((), ReviewConclusion.CONCLUDED_OK),
        ((WORDING,), ReviewConclusion.CONCLUDED_REMARK),
        ((WORDING, FINE), ReviewConclusion.CONCLUDED_DEFECT),
    ],
)
def test_the_conclusion_is_the_one_the_findings_lead_to(
    findings: tuple[FindingEntry, ...], conclusion: ReviewConclusion
) -> None:
    # Given a review with these findings
    review_id = open_one().review_id
    for finding in findings:
        add_finding(order(REVIEWER), review_id, finding)
    # When any other conclusion is tried, it is refused
    for other in set(ReviewConclusion) - {conclusion}:
        with pytest.raises(ConclusionUnfoundedError):
            conclude(review_id, other, "修改")
    # Then the one they lead to is taken
    assert conclude(review_id, conclusion, "修改第八条") == TODAY
    assert review_page(review_id).state.value == conclusion.value


def test_a_defect_demands_something_of_the_issuer() -> None:
    review_id = open_one().review_id
    add_finding(order(REVIEWER), review_id, FINE)
    with pytest.raises(FieldEmptyError):
        conclude(review_id, ReviewConclusion.CONCLUDED_DEFECT)


def test_a_concluded_review_takes_no_more_findings_and_no_second_conclusion() -> None:
    review_id = open_one().review_id
    finding_id = add_finding(order(REVIEWER), review_id, WORDING)
    conclude(review_id, ReviewConclusion.CONCLUDED_REMARK)
    with pytest.raises(TransitionError):
        add_finding(order(REVIEWER), review_id, FINE)
    with pytest.raises(TransitionError):
        withdraw_finding(order(REVIEWER), finding_id, "不再需要")
    with pytest.raises(TransitionError):
        conclude(review_id, ReviewConclusion.CONCLUDED_REMARK)


def test_concluding_meets_the_deadline_of_the_review() -> None:
    review_id = open_one().review_id
    conclude(review_id, ReviewConclusion.CONCLUDED_OK)
    assert [one.met_date for one in review_page(review_id).deadlines] == [TODAY]
