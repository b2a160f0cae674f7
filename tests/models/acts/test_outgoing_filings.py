"""A published document is owed to each recipient, goes up step by step, and late stays late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.outgoing_duties import open_outgoing_filings
from models.acts.outgoing_refusals import (
    NoAnswerError,
    NothingToFileError,
    NotPublishedError,
    OutgoingFilingExistsError,
    OutgoingMaterialsMissingError,
)
from models.acts.outgoing_steps import (
    close_outgoing_filing,
    record_outgoing_answer,
    submit_outgoing_filing,
)
from models.acts.performing import NotPermittedError
from models.acts.record_issuance import record_issuance
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FutureDateError,
    RecordMissingError,
)
from models.acts.register_document import register_document
from models.domain.lifecycle import OUTGOING, OutgoingState, TransitionError
from models.domain.outgoing_filing import AnswerEntry, SubmissionEntry, is_late
from models.domain.terms import DocumentClass, FilingRecipient, IssuanceKind, MaterialKind
from models.queries.document_page import document_page
from models.queries.office import profile
from models.queries.outgoing_filings import (
    OutgoingFilingPage,
    OutgoingFilingRow,
    outgoing_filing_page,
    outgoing_filings,
    unsent_filings_until,
)
from models.queries.trail import trail_of
from tests.models.office import (
    MATERIALS,
    REVIEWER,
    TODAY,
    add_body,
    another,
    number_one,
    order,
    parking_measures,
    past_document,
    receive_one,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

PUBLISHED = TODAY - timedelta(days=4)
SENT = SubmissionEntry(TODAY, "云政规备字〔2026〕2号", "机要交换", MATERIALS)


def publish(document_id: int, day: date = PUBLISHED) -> int:
    """Number, print and publish a document."""
    number_one(document_id)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", day)
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府门户网站", day)
    return document_id


def published_one(day: date = PUBLISHED) -> int:
    """Register a document, publish it on a day, and return its id."""
    entry = replace(another(parking_measures(add_body()), 1), adopted_date=date(2025, 1, 6))
    return publish(register_document(order(), entry), day)


def first_filing(day: date = PUBLISHED) -> OutgoingFilingRow:
    """Publish a document and return its filing with the government above."""
    return outgoing_filings(TODAY, published_one(day))[0]


def page(filing_id: int, today: date = TODAY) -> OutgoingFilingPage:
    """Return a filing as it stands on a day."""
    found = outgoing_filing_page(filing_id, today)
    assert found is not None
    return found


def answered(filing_id: int, state: OutgoingState, day: date = TODAY) -> int:
    """Record an answer of the recipient with everything that its kind asks for."""
    due_date = day + timedelta(days=15) if state is OutgoingState.SUPPLEMENT_REQUESTED else None
    answer = AnswerEntry(state, day, "州府备〔2026〕9号", "缺少制定依据。", due_date)
    return record_outgoing_answer(order(), filing_id, answer)


def lead(filing_id: int, target: OutgoingState) -> None:
    """Bring a filing from where it stands into a state."""
    if target is OutgoingState.SUBMITTED:
        submit_outgoing_filing(order(), filing_id, SENT)
    elif target is OutgoingState.CLOSED:
        close_outgoing_filing(order(), filing_id, TODAY, "上级没有再提意见")
    else:
        answered(filing_id, target)


def correct_publication(document_id: int, day: date) -> None:
    """Correct the day of publication of a document."""
    facts = document_page(document_id, profile(), TODAY).facts
    correction = Correction(CorrectableField.PUBLISHED_DATE, day)
    correct_record(order(), document_id, facts.revision, (correction,), "公布日期写错")


ROUTES = {
    OutgoingState.DUE: (),
    OutgoingState.SUBMITTED: (OutgoingState.SUBMITTED,),
    OutgoingState.RECEIVED: (OutgoingState.SUBMITTED, OutgoingState.RECEIVED),
    OutgoingState.SUPPLEMENT_REQUESTED: (
        OutgoingState.SUBMITTED,
        OutgoingState.SUPPLEMENT_REQUESTED,
    ),
    OutgoingState.RETURNED: (OutgoingState.SUBMITTED, OutgoingState.RETURNED),
    OutgoingState.REGISTERED: (OutgoingState.SUBMITTED, OutgoingState.REGISTERED),
    OutgoingState.RESULT_RECEIVED: (
        OutgoingState.SUBMITTED,
        OutgoingState.REGISTERED,
        OutgoingState.RESULT_RECEIVED,
    ),
    OutgoingState.CLOSED: (
        OutgoingState.SUBMITTED,
        OutgoingState.REGISTERED,
        OutgoingState.CLOSED,
    ),
}
"""How a filing comes into each state."""


def test_publication_lets_a_duty_arise_for_each_recipient_of_the_profile() -> None:
    rows = outgoing_filings(TODAY, published_one())
    assert {one.recipient for one in rows} == {
        FilingRecipient.UPPER_GOVERNMENT,
        FilingRecipient.PEER_PC_STANDING_COMMITTEE,
    }
    for one in rows:
        assert one.state is OutgoingState.DUE
        assert one.published_date == PUBLISHED
        assert one.copies == profile().copies(one.recipient).value
        limit = profile().filing_limit(one.recipient).value
        assert (one.due_date - PUBLISHED).days >= limit.amount
        assert one.days_left == (one.due_date - TODAY).days
        assert PUBLISHED.isoformat() in one.derivation


def test_printing_alone_and_a_second_publication_let_nothing_more_arise() -> None:
    document_id = register_one()
    number_one(document_id)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", PUBLISHED)
    assert outgoing_filings(TODAY, document_id) == ()
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府门户网站", PUBLISHED)
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府公报", TODAY)
    assert len(outgoing_filings(TODAY, document_id)) == len(profile().outgoing_recipients.value)


def test_a_document_of_a_department_does_not_go_up_where_the_profile_does_not_say_so() -> None:
    entry = replace(
        another(parking_measures(add_body()), 1), document_class=DocumentClass.DEPARTMENT
    )
    document_id = publish(register_document(order(), entry))
    assert outgoing_filings(TODAY, document_id) == ()
    with pytest.raises(NothingToFileError):
        open_outgoing_filings(order(), document_id)


def test_a_document_that_came_with_a_filing_does_not_go_up() -> None:
    receive_one()
    assert outgoing_filings(TODAY) == ()


def test_a_document_is_listed_by_hand_once_and_only_when_it_was_published() -> None:
    body_id = add_body()
    with pytest.raises(OutgoingFilingExistsError):
        open_outgoing_filings(order(), publish(register_one(1, body_id)))
    with pytest.raises(NotPublishedError):
        open_outgoing_filings(order(), register_one(2, body_id))
    with pytest.raises(RecordMissingError):
        open_outgoing_filings(order(), 999)


def test_a_document_from_the_past_is_not_listed_by_itself() -> None:
    past_document(add_body())
    assert outgoing_filings(TODAY) == ()


def test_a_filing_goes_up_with_its_papers_and_the_answers_are_kept() -> None:
    # Given a filing that was sent
    filing = first_filing()
    submit_outgoing_filing(order(), filing.id, SENT)
    # When it is received, sent back for a supplement, sent anew, registered, reviewed and closed
    answered(filing.id, OutgoingState.RECEIVED)
    answered(filing.id, OutgoingState.SUPPLEMENT_REQUESTED)
    asked = page(filing.id).row
    submit_outgoing_filing(order(), filing.id, SENT)
    for state in (OutgoingState.REGISTERED, OutgoingState.RESULT_RECEIVED, OutgoingState.CLOSED):
        lead(filing.id, state)
    # Then every step stands in the order in which it was taken, and the demand had a day
    shown = page(filing.id)
    assert [one.state for one in shown.steps] == [
        OutgoingState.SUBMITTED,
        OutgoingState.RECEIVED,
        OutgoingState.SUPPLEMENT_REQUESTED,
        OutgoingState.SUBMITTED,
        OutgoingState.REGISTERED,
        OutgoingState.RESULT_RECEIVED,
        OutgoingState.CLOSED,
    ]
    assert asked.next_due_date == TODAY + timedelta(days=15)
    assert shown.steps[0].materials == MATERIALS
    assert shown.steps[0].number == "云政规备字〔2026〕2号"
    assert shown.row.next_due_date is None
    assert len(trail_of("outgoing_filing", filing.id)) == len(shown.steps)


@pytest.mark.parametrize("now", list(OutgoingState))
def test_no_state_is_skipped(now: OutgoingState) -> None:
    # Given a filing in a state
    filing = first_filing()
    for state in ROUTES[now]:
        lead(filing.id, state)
    # Then every step that the table does not allow from there is refused and changes nothing
    for target in set(OutgoingState) - OUTGOING[now] - {OutgoingState.DUE}:
        with pytest.raises(TransitionError):
            lead(filing.id, target)
    assert page(filing.id).row.state is now


@pytest.mark.parametrize(
    ("now", "target"), [(now, target) for now in OutgoingState for target in sorted(OUTGOING[now])]
)
def test_every_step_of_the_table_can_be_taken(now: OutgoingState, target: OutgoingState) -> None:
    filing = first_filing()
    for state in ROUTES[now]:
        lead(filing.id, state)
    lead(filing.id, target)
    assert page(filing.id).row.state is target


def test_each_paper_that_is_missing_is_named_before_anything_goes_out() -> None:
    filing = first_filing()
    sent = tuple(
        replace(one, copies=0) if one.kind is MaterialKind.FILING_STATEMENT else one
        for one in MATERIALS
        if one.kind is not MaterialKind.FILING_REPORT
    )
    with pytest.raises(OutgoingMaterialsMissingError) as refusal:
        submit_outgoing_filing(order(), filing.id, replace(SENT, materials=sent))
    assert refusal.value.values["missing"] == (
        MaterialKind.FILING_REPORT,
        MaterialKind.FILING_STATEMENT,
    )
    assert page(filing.id).row.state is OutgoingState.DUE


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (replace(SENT, report_number=" "), FieldEmptyError),
        (replace(SENT, way=""), FieldEmptyError),
        (replace(SENT, submitted_date=TODAY + timedelta(days=1)), FutureDateError),
        (replace(SENT, submitted_date=PUBLISHED - timedelta(days=1)), DateOrderError),
    ],
)
def test_what_cannot_be_true_of_a_sending_is_refused(
    entry: SubmissionEntry, refusal: type[Exception]
) -> None:
    filing = first_filing()
    with pytest.raises(refusal):
        submit_outgoing_filing(order(), filing.id, entry)


ASKED = AnswerEntry(
    OutgoingState.SUPPLEMENT_REQUESTED, TODAY, "", "缺少制定依据。", TODAY + timedelta(days=10)
)


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        (replace(ASKED, content=""), FieldEmptyError),
        (replace(ASKED, due_date=None), FieldEmptyError),
        (replace(ASKED, due_date=PUBLISHED), DateOrderError),
        (replace(ASKED, answer_date=PUBLISHED), DateOrderError),
        (replace(ASKED, answer_date=TODAY + timedelta(days=1)), FutureDateError),
        (AnswerEntry(OutgoingState.RETURNED, TODAY), FieldEmptyError),
        (AnswerEntry(OutgoingState.REGISTERED, TODAY), FieldEmptyError),
        (AnswerEntry(OutgoingState.CLOSED, TODAY), NoAnswerError),
    ],
)
def test_an_answer_that_says_too_little_or_cannot_be_true_is_refused(
    answer: AnswerEntry, refusal: type[Exception]
) -> None:
    filing = first_filing()
    submit_outgoing_filing(order(), filing.id, SENT)
    with pytest.raises(refusal):
        record_outgoing_answer(order(), filing.id, answer)
    assert page(filing.id).row.state is OutgoingState.SUBMITTED


def test_a_filing_is_not_closed_without_a_reason_nor_by_who_may_not() -> None:
    filing = first_filing()
    for state in ROUTES[OutgoingState.REGISTERED]:
        lead(filing.id, state)
    with pytest.raises(FieldEmptyError):
        close_outgoing_filing(order(), filing.id, TODAY, " ")
    with pytest.raises(NotPermittedError):
        close_outgoing_filing(order(REVIEWER), filing.id, TODAY, "已办完")


def test_a_filing_sent_after_its_last_day_is_late_for_ever_whatever_follows() -> None:
    # Given a filing whose last day is over
    filing = first_filing(TODAY - timedelta(days=60))
    assert filing.is_late
    assert filing.days_late == (TODAY - filing.due_date).days
    # When it is sent, sent back, sent anew and closed
    for state in (*ROUTES[OutgoingState.RETURNED], OutgoingState.SUBMITTED):
        lead(filing.id, state)
        assert page(filing.id).row.is_late
    # Then it is as late as on the day on which it was first sent
    later = page(filing.id, TODAY + timedelta(days=400)).row
    assert (later.is_late, later.days_late) == (True, filing.days_late)


def test_a_timely_filing_is_not_made_late_by_a_supplement() -> None:
    filing = first_filing()
    for state in ROUTES[OutgoingState.SUPPLEMENT_REQUESTED]:
        lead(filing.id, state)
    assert not page(filing.id, TODAY + timedelta(days=400)).row.is_late


def test_a_corrected_day_of_publication_counts_anew_and_the_old_count_stays() -> None:
    # Given a filing that was sent late
    filing = first_filing(TODAY - timedelta(days=60))
    submit_outgoing_filing(order(), filing.id, SENT)
    # When the day of publication is corrected
    correct_publication(filing.document_id, PUBLISHED)
    # Then the new last day counts, and that it was late by the old one is still told
    shown = page(filing.id)
    assert not shown.row.is_late
    assert shown.row.due_date > filing.due_date
    assert [(one.due_date, one.was_late) for one in shown.recounts] == [(filing.due_date, True)]
    line = trail_of("document", filing.document_id)[-1]
    assert filing.due_date.isoformat() in str(line)


def test_a_correction_of_anything_else_counts_nothing_anew() -> None:
    filing = first_filing()
    facts = document_page(filing.document_id, profile(), TODAY).facts
    correction = Correction(CorrectableField.SIGNER, "许知禾")
    correct_record(order(), filing.document_id, facts.revision, (correction,), "签发人漏写")
    assert page(filing.id).recounts == ()


def test_what_has_to_be_sent_is_due_until_it_was_sent() -> None:
    filing = first_filing()
    due = filing.due_date
    assert filing.id in [one.id for one in unsent_filings_until(TODAY, due)]
    assert unsent_filings_until(TODAY, TODAY) == ()
    submit_outgoing_filing(order(), filing.id, SENT)
    assert filing.id not in [one.id for one in unsent_filings_until(TODAY, due)]


@given(
    due=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    sent=st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    days=st.lists(st.integers(0, 400), min_size=1, max_size=6),
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_late_never_turns_timely_as_days_go_by(
    due: date, sent: date | None, days: list[int]
) -> None:
    start = max(due, sent or due)
    judged = [is_late(due, sent, start + timedelta(days=one)) for one in sorted(days)]
    assert judged == sorted(judged)
