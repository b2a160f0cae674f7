"""Letters of a review say what its record holds, from the first question to the government."""

from datetime import date

import pytest

from models.acts.change_setting import change_settings
from models.acts.letter_delivery import record_delivery
from models.acts.reviews import add_finding, conclude_review, open_review
from models.domain.deliveries import DeliveryEntry, DeliveryWay
from models.domain.records import ReviewEntry
from models.domain.terms import FindingClass, LetterSeries, ReviewConclusion, ReviewTrigger
from models.queries.filing_page import filing_page
from models.queries.letters import letter_page
from models.queries.office import profile
from models.queries.review_page import review_page
from models.register import Register
from models.settings import SettingKey
from review.letters.compose import compose
from review.letters.drafting.orders import (
    propose_correction_order,
    propose_order_request,
    propose_revocation,
    propose_suspension_order,
)
from review.letters.drafting.review import (
    propose_conclusion_notice,
    propose_opinion,
    propose_remark_letter,
)
from review.letters.drafting.review_course import (
    propose_consultation,
    propose_explanation_request,
    propose_extension,
)
from review.letters.drafting.suggestions import propose_acknowledgement, propose_reply
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.orders import CorrectionOrder, CorrectionOrderRequest
from review.letters.kinds.review import (
    ConsultationLetter,
    ExplanationRequest,
    RemarkLetter,
    ReviewConclusionNotice,
    ReviewExtension,
)
from review.letters.kinds.suggestions import SuggestionAcknowledgement, SuggestionReply
from tests.models.office import ADMINISTRATOR, CLERK, REVIEWER, TODAY, changed, order
from tests.review.letters.test_drafting import FINE, concluded_review, issue, registered_filing

TECHNICAL = changed(FINE, finding_class=FindingClass.TECHNICAL, problem="条文引用有误")


def open_with(finding: object = FINE, trigger: ReviewTrigger = ReviewTrigger.ON_REQUEST) -> int:
    """Return an open review with one finding."""
    filing_id = registered_filing()
    document_id = filing_page(filing_id, profile()).document_id
    review_id = open_review(order(REVIEWER), ReviewEntry(trigger, document_id, filing_id)).review_id
    add_finding(order(REVIEWER), review_id, finding)  # type: ignore[arg-type]  # a finding entry
    return review_id


@pytest.mark.usefixtures("register")
def test_the_body_is_asked_about_each_finding_until_a_day_by_the_rules() -> None:
    letter = propose_explanation_request(open_with(), TODAY).letter
    assert isinstance(letter, ExplanationRequest)
    (question,) = letter.questions
    assert (question.clause, question.quote) == ("第八条", "处二百元罚款")
    assert "规范性文件设定罚款" in question.question
    # Ten working days after Monday 16 March.
    assert letter.reply_date == date(2026, 3, 30)


@pytest.mark.usefixtures("register")
def test_others_are_asked_about_the_findings_but_a_person_says_whom() -> None:
    letter = propose_consultation(open_with(), TODAY).letter
    assert isinstance(letter, ConsultationLetter)
    assert letter.addressee == ""
    assert letter.matters == ("第八条是否存在下列问题：规范性文件设定罚款。",)


@pytest.mark.usefixtures("register")
def test_more_time_is_counted_from_the_day_the_review_should_end() -> None:
    review_id = open_with()
    letter = propose_extension(review_id, TODAY).letter
    assert isinstance(letter, ReviewExtension)
    assert letter.due_date == review_page(review_id).due_date
    # The rules of this office set no time: the person who extends sets the day.
    assert profile().review_extension.value is None
    assert (letter.extension_time, letter.extended_due_date) == ("", None)


@pytest.mark.usefixtures("register")
def test_a_time_that_the_rules_set_leads_to_the_new_day() -> None:
    review_id = open_with()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "beijing_miyun"})
    letter = propose_extension(review_id, TODAY).letter
    assert isinstance(letter, ReviewExtension)
    assert letter.extension_time == "3个月"
    assert letter.extended_due_date is not None
    assert letter.extended_due_date > letter.due_date


@pytest.mark.usefixtures("register")
def test_faults_of_technique_go_into_a_reminder_and_the_result_names_it(
    register: Register,
) -> None:
    # Given a review that found faults of technique only
    review_id = open_with(TECHNICAL)
    conclude_review(order(REVIEWER), review_id, ReviewConclusion.CONCLUDED_REMARK, "", "")
    reminder = propose_remark_letter(review_id, TODAY)
    assert isinstance(reminder.letter, RemarkLetter)
    assert reminder.letter.remarks[0].remark == "条文引用有误。删去第八条。"
    # When the reminder is issued
    number = letter_page(issue(register, reminder, REVIEWER)).letter_number
    # Then the word about the result names it
    notice = propose_conclusion_notice(review_id, TODAY).letter
    assert isinstance(notice, ReviewConclusionNotice)
    assert (notice.related_letter, notice.remark_count) == (number, 1)


def test_the_government_is_asked_only_about_an_opinion_that_was_delivered(
    register: Register,
) -> None:
    # Given a review with a defect and no opinion, then an opinion that was not delivered
    review_id = concluded_review()
    with pytest.raises(LetterFactMissingError):
        propose_order_request(review_id, TODAY)
    letter_id = issue(register, propose_opinion(review_id, TODAY), REVIEWER)
    with pytest.raises(LetterFactMissingError):
        propose_order_request(review_id, TODAY)
    # When the delivery is recorded
    opinion = letter_page(letter_id)
    delivery = DeliveryEntry(opinion.addressee, TODAY, DeliveryWay.IN_PERSON, "李禾")
    record_delivery(order(CLERK), letter_id, delivery)
    # Then the request tells when, and by which day the body should have answered
    letter = propose_order_request(review_id, TODAY).letter
    assert isinstance(letter, CorrectionOrderRequest)
    assert (letter.delivered_date, letter.report_due_date) == (TODAY, date(2026, 4, 15))
    assert letter.opinion_number == opinion.letter_number
    assert letter.addressee == "云溪县人民政府"
    assert "组织法》第七十三条" in letter.order_bases[0]


def test_the_drafts_for_the_government_name_opinion_clauses_and_basis(register: Register) -> None:
    review_id = concluded_review()
    issue(register, propose_opinion(review_id, TODAY), REVIEWER)
    for propose in (propose_correction_order, propose_suspension_order, propose_revocation):
        compose(propose(review_id, TODAY).letter)
    letter = propose_correction_order(review_id, TODAY).letter
    assert isinstance(letter, CorrectionOrder)
    assert letter.uncorrected[0].basis == "《中华人民共和国行政处罚法》第十六条"
    assert (letter.government_name, letter.correction_time) == ("云溪县人民政府", "30日")
    assert letter.day_place == "2026年　月　日"


@pytest.mark.usefixtures("register")
def test_an_answer_takes_conclusion_and_clauses_from_the_review_on_request() -> None:
    review_id = open_with()
    conclude_review(order(REVIEWER), review_id, ReviewConclusion.CONCLUDED_DEFECT, "修改", "")
    document_id = review_page(review_id).document_id
    letter = propose_reply(document_id, TODAY).letter
    assert isinstance(letter, SuggestionReply)
    assert (letter.conclusion.value, letter.clause) == ("correction_requested", "第八条")


@pytest.mark.usefixtures("register")
def test_without_a_review_on_request_the_answer_is_that_none_was_opened() -> None:
    document_id = review_page(concluded_review()).document_id
    letter = propose_reply(document_id, TODAY).letter
    assert isinstance(letter, SuggestionReply)
    assert letter.conclusion.value == "not_opened"


@pytest.mark.usefixtures("register")
def test_a_citizen_is_told_the_time_of_the_answer_by_the_rules() -> None:
    document_id = review_page(open_with()).document_id
    proposed = propose_acknowledgement(document_id, TODAY)
    assert proposed.kind is LetterSeries.SUGGESTION_ACKNOWLEDGEMENT
    letter = proposed.letter
    assert isinstance(letter, SuggestionAcknowledgement)
    # When the suggestion came the register does not know: no day is counted from it.
    assert (letter.reply_time, letter.received_date, letter.reply_date) == ("30日", None, None)
