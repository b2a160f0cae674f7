"""Units are reminded of what expires, once, and told until when to answer."""

from datetime import date, timedelta

import pytest

from models.acts.register_document import register_historic_document
from models.domain.quarters import Quarter
from models.domain.records import DocumentEntry
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.document_page import document_page
from models.queries.office import profile
from models.register import Register
from review.letters.compose import compose
from review.letters.drafting.batches import propose_due_reminders
from review.letters.drafting.cleanup import draft_cleanup_sheet
from review.letters.drafting.legality import propose_legality_opinion
from review.letters.drafting.validity import (
    propose_evaluation_notice,
    propose_expiry_reminders,
    quarter_to_remind_of,
)
from review.letters.kinds.legality import LegalityOpinion
from review.letters.kinds.validity import EvaluationNotice, ExpiryReminder
from tests.models.office import CLERK, TODAY, add_body, another, changed, order, parking_measures
from tests.review.letters.test_drafting import issue

SECOND = Quarter(2026, 2)


def expiring(body_id: int, place: int, unit: str, effective_date: date) -> int:
    """Return a past document of a unit that is valid for five years."""
    entry: DocumentEntry = changed(
        another(parking_measures(body_id), place),
        drafting_unit=unit,
        adopted_date=effective_date,
        published_date=effective_date,
        effective_date=effective_date,
        validity_term=ValidityTerm(ValidityTermKind.YEARS, 5),
    )
    return register_historic_document(order(), entry)


def four_documents() -> tuple[int, ...]:
    """Three that expire in the second quarter of 2026, two of them of one unit, and one later."""
    body_id = add_body()
    return (
        expiring(body_id, 1, "云溪县交通运输局", date(2021, 5, 1)),
        expiring(body_id, 2, "云溪县农业农村局", date(2021, 6, 1)),
        expiring(body_id, 3, "云溪县交通运输局", date(2021, 4, 2)),
        expiring(body_id, 4, "云溪县交通运输局", date(2021, 8, 1)),
    )


@pytest.mark.usefixtures("register")
def test_each_unit_gets_one_letter_with_its_documents_by_day_of_expiry() -> None:
    first, second, third, _ = four_documents()
    letters = propose_expiry_reminders(SECOND, TODAY)
    assert {one.letter.addressee: one.document_ids for one in letters} == {
        "云溪县交通运输局": (third, first),
        "云溪县农业农村局": (second,),
    }
    (reminder,) = (one.letter for one in letters if len(one.document_ids) == 2)
    assert isinstance(reminder, ExpiryReminder)
    assert reminder.quarter == "2026年第二季度"
    assert reminder.documents[0].term == "有效期5年"
    for row in reminder.documents:
        assert TODAY + timedelta(days=row.days_left) == row.expiry_date
    assert reminder.reply_date == date(2026, 3, 30)
    compose(reminder)


def test_who_was_reminded_is_not_reminded_again(register: Register) -> None:
    # Given a reminder issued to one of two units
    four_documents()
    roads, farming = sorted(
        propose_expiry_reminders(SECOND, TODAY), key=lambda one: one.letter.addressee
    )
    issue(register, roads, CLERK)
    # Then only the other one waits, and none in the quarter before
    (waiting,) = propose_expiry_reminders(SECOND, TODAY)
    assert waiting.letter.addressee == farming.letter.addressee
    assert propose_expiry_reminders(Quarter(2026, 1), TODAY) == ()


@pytest.mark.usefixtures("register")
def test_in_the_last_month_of_a_quarter_the_batch_holds_both_quarters() -> None:
    four_documents()
    assert [one.letter.addressee for one in propose_due_reminders(date(2026, 6, 3)).letters] == [
        "云溪县交通运输局",
    ]
    assert len(propose_due_reminders(date(2026, 4, 1)).letters) == 2
    assert propose_due_reminders(date(2026, 2, 1)).letters == ()


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 2, 28), Quarter(2026, 1)),
        (date(2026, 3, 1), Quarter(2026, 2)),
        (date(2026, 12, 31), Quarter(2027, 1)),
    ],
)
def test_the_last_month_of_a_quarter_reminds_of_the_next(day: date, quarter: Quarter) -> None:
    assert quarter_to_remind_of(day) == quarter


@pytest.mark.usefixtures("register")
def test_an_evaluation_says_why_now_and_is_due_before_the_document_ends() -> None:
    document_id = four_documents()[0]
    letter = propose_evaluation_notice(document_id, TODAY).letter
    assert isinstance(letter, EvaluationNotice)
    expiry_date = document_page(document_id, profile(), TODAY).facts.expiry_date
    assert letter.report_due_date == letter.expiry_date == expiry_date
    assert letter.evaluation_reason.startswith("有效期将于2026年")
    assert letter.points[0].startswith("合法性：")


@pytest.mark.usefixtures("register")
def test_a_cleanup_sheet_and_an_opinion_begin_with_what_the_register_knows() -> None:
    document_id = four_documents()[1]
    sheet = draft_cleanup_sheet(document_id, TODAY)
    assert sheet.implementing_department == "云溪县农业农村局"
    compose(sheet)
    opinion = propose_legality_opinion(document_id, TODAY).letter
    assert isinstance(opinion, LegalityOpinion)
    assert opinion.addressee == "云溪县农业农村局"
    assert opinion.content_view == ""
