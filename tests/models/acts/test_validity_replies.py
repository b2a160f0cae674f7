"""Replies to reminders and steps that were done are recorded once, whole, and told on the trail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.acts.document_effects import end_document
from models.acts.ladder_marks import mark_ladder_step, withdraw_ladder_mark
from models.acts.letters import withdraw_letter
from models.acts.life_events import Effect
from models.acts.performing import NotPermittedError
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FutureDateError,
    LetterWithdrawnError,
    RecordMissingError,
)
from models.acts.register_document import register_historic_document
from models.acts.validity_replies import record_validity_reply
from models.acts.validity_reply_refusals import (
    MarkWithdrawnError,
    NoTermToEndError,
    NotReminderOfDocumentError,
    ReplyEmptyError,
    StepNotMarkableError,
)
from models.domain.quarters import Quarter
from models.domain.validity import EndingKind
from models.domain.validity_errors import DocumentEndedError
from models.domain.validity_ladder import LadderStep
from models.domain.validity_replies import LadderMarkEntry, ReplyAnswer, ReplyChoice, ReplyEntry
from models.profiles import load_profile
from models.queries.document_ladder import DocumentLadder, document_ladder
from models.queries.due import validity_due_rows
from models.queries.record_check import differing_records
from models.queries.trail import trail_of
from models.register import Register
from review.letters.drafting.validity import propose_evaluation_notice, propose_expiry_reminders
from tests.models.office import (
    CLERK,
    HEAD,
    NOON,
    REVIEWER,
    TODAY,
    add_body,
    another,
    order,
    parking_measures,
    past_document,
)
from tests.models.queries.test_due import ending
from tests.review.letters.test_drafting import issue

HUNAN = load_profile("hunan")
END = date(2026, 6, 30)
LATER = TODAY + timedelta(days=120)


def said(
    document_id: int, choice: ReplyChoice = ReplyChoice.CONTINUE, **changes: object
) -> ReplyEntry:
    """Return the slip of a unit for one document, dated today."""
    entry = ReplyEntry(TODAY, "周知远", (ReplyAnswer(document_id, choice, "仍需执行"),))
    return replace(entry, **changes)  # type: ignore[arg-type]


def open_steps() -> list[str]:
    """Return the steps that are listed as due in the next months."""
    return [row.kind for row in validity_due_rows(HUNAN, TODAY, LATER)]


def ladder(document_id: int) -> DocumentLadder:
    """Return the steps of a document as they stand today."""
    return document_ladder(document_id, HUNAN, TODAY)


def reminded(register: Register, document_id: int) -> int:
    """Issue the reminder of the second quarter and return its id."""
    (one,) = propose_expiry_reminders(Quarter(2026, 2), TODAY)
    assert one.document_ids == (document_id,)
    return issue(register, one, CLERK)


def test_a_reply_is_kept_with_the_reminder_it_answers(register: Register) -> None:
    document_id = ending(END)
    reminded(register, document_id)
    assert record_validity_reply(order(), said(document_id)) == (document_id,)
    (reply,) = ladder(document_id).replies
    assert (reply.choice, reply.reply_date, reply.signed_by, reply.reason) == (
        ReplyChoice.CONTINUE,
        TODAY,
        "周知远",
        "仍需执行",
    )
    assert reply.letter_number.startswith("云司")
    told = trail_of("document", document_id)[-1].facts
    assert told["validity_reply"] == {
        "choice": "continue",
        "reply_date": TODAY.isoformat(),
        "signed_by": "周知远",
        "reason": "仍需执行",
        "letter_number": reply.letter_number,
    }
    assert differing_records() == ()


def test_a_reminder_waits_for_its_reply_until_the_day_it_names(register: Register) -> None:
    document_id = ending(END)
    reminded(register, document_id)
    waiting = next(row for row in validity_due_rows(HUNAN, TODAY, LATER) if row.kind == "reply")
    assert waiting.due_date == date(2026, 3, 30)
    assert "2026-03-30" in waiting.derivation
    record_validity_reply(order(), said(document_id))
    assert "reply" not in open_steps()


@pytest.mark.parametrize(
    ("choice", "steps"),
    [
        (ReplyChoice.LAPSE, ["expiry"]),
        (ReplyChoice.REPEAL, ["expiry"]),
        (
            ReplyChoice.CONTINUE,
            ["evaluation", "opinion", "submission", "formalities", "expiry"],
        ),
        (ReplyChoice.AMEND, ["evaluation", "opinion", "submission", "formalities", "expiry"]),
    ],
)
@pytest.mark.usefixtures("register")
def test_what_the_unit_wants_decides_which_steps_are_left(
    choice: ReplyChoice, steps: list[str]
) -> None:
    document_id = ending(END)
    record_validity_reply(order(), said(document_id, choice))
    assert open_steps() == steps
    assert {row.reply for row in validity_due_rows(HUNAN, TODAY, LATER)} == {choice}


@pytest.mark.usefixtures("register")
def test_the_last_reply_counts_and_the_first_one_stays() -> None:
    document_id = ending(END)
    record_validity_reply(order(), said(document_id, ReplyChoice.LAPSE))
    record_validity_reply(order(), said(document_id, ReplyChoice.AMEND))
    assert [one.choice for one in ladder(document_id).replies] == [
        ReplyChoice.AMEND,
        ReplyChoice.LAPSE,
    ]
    assert "formalities" in open_steps()


@pytest.mark.usefixtures("register")
def test_a_slip_is_recorded_for_all_its_documents_or_for_none() -> None:
    body_id = add_body()
    first, second = ending(END, 1, body_id), ending(END, 2, body_id)
    both = (ReplyAnswer(first, ReplyChoice.LAPSE), ReplyAnswer(second, ReplyChoice.AMEND))
    answers = (both[0], ReplyAnswer(999, ReplyChoice.LAPSE))
    with pytest.raises(RecordMissingError):
        record_validity_reply(order(), ReplyEntry(TODAY, "周知远", answers))
    assert ladder(first).replies == ()
    record_validity_reply(order(), ReplyEntry(TODAY, "周知远", both))
    assert [ladder(one).replies[0].choice for one in (first, second)] == ["lapse", "amend"]


@pytest.mark.usefixtures("register")
def test_a_slip_that_says_nothing_or_twice_the_same_is_refused() -> None:
    answer = ReplyAnswer(ending(END), ReplyChoice.LAPSE)
    for answers in ((), (answer, answer)):
        with pytest.raises(ReplyEmptyError):
            record_validity_reply(order(), ReplyEntry(TODAY, "周知远", answers))


@pytest.mark.usefixtures("register")
def test_a_reply_of_nobody_or_of_tomorrow_is_refused() -> None:
    document_id = ending(END)
    with pytest.raises(FieldEmptyError):
        record_validity_reply(order(), said(document_id, signed_by=" "))
    with pytest.raises(FutureDateError):
        record_validity_reply(order(), said(document_id, reply_date=TODAY + timedelta(days=1)))


@pytest.mark.usefixtures("register")
def test_a_document_that_ended_or_has_no_term_needs_no_reply() -> None:
    body_id = add_body()
    ended, lasting = ending(END, 1, body_id), past_document(body_id, 2)
    end_document(order(), ended, EndingKind.REPEALED, Effect(TODAY, "废止决定"))
    with pytest.raises(DocumentEndedError):
        record_validity_reply(order(), said(ended))
    with pytest.raises(DocumentEndedError):
        mark_ladder_step(order(), ended, LadderMarkEntry(LadderStep.OPINION, TODAY))
    assert ladder(lasting).expiry_date is not None
    assert ladder(ended).steps == ()


@pytest.mark.usefixtures("register")
def test_a_document_without_an_end_has_no_ladder() -> None:

    entry = replace(
        another(parking_measures(add_body()), 5), validity_term=None, effective_date=None
    )
    document_id = register_historic_document(order(), entry)
    assert ladder(document_id).steps == ()
    with pytest.raises(NoTermToEndError):
        record_validity_reply(order(), said(document_id))
    with pytest.raises(NoTermToEndError):
        mark_ladder_step(order(), document_id, LadderMarkEntry(LadderStep.OPINION, TODAY))


def test_a_reply_answers_a_standing_reminder_that_names_the_document(register: Register) -> None:
    body_id = add_body()
    document_id = ending(END, 1, body_id)
    letter_id = reminded(register, document_id)
    other = ending(date(2027, 6, 30), 2, body_id)
    notice = issue(register, propose_evaluation_notice(document_id, TODAY), CLERK)
    for about, letter in ((other, letter_id), (document_id, notice)):
        with pytest.raises(NotReminderOfDocumentError):
            record_validity_reply(order(), said(about, letter_id=letter))
    early = said(document_id, letter_id=letter_id, reply_date=TODAY - timedelta(days=1))
    with pytest.raises(DateOrderError):
        record_validity_reply(order(), early)
    withdraw_letter(order(HEAD), letter_id, "写错")
    with pytest.raises(LetterWithdrawnError):
        record_validity_reply(order(), said(document_id, letter_id=letter_id))


@pytest.mark.usefixtures("register")
def test_a_reply_of_an_earlier_term_does_not_count_for_this_one() -> None:
    document_id = ending(date(2027, 6, 30))
    record_validity_reply(order(), said(document_id, ReplyChoice.LAPSE))
    rows = validity_due_rows(HUNAN, TODAY, date(2027, 6, 30))
    assert "formalities" in [row.kind for row in rows]
    assert {row.reply for row in rows} == {None}


@pytest.mark.usefixtures("register")
def test_a_step_that_was_done_is_off_the_list_until_that_is_withdrawn() -> None:
    document_id = ending(END)
    mark = LadderMarkEntry(LadderStep.EVALUATION, TODAY, "委托评估")
    mark_id = mark_ladder_step(order(), document_id, mark)
    assert "evaluation" not in open_steps()
    done = next(row for row in ladder(document_id).steps if row.step is LadderStep.EVALUATION)
    assert done.done_date == TODAY
    withdraw_ladder_mark(order(), mark_id, "记错文件")
    assert "evaluation" in open_steps()
    (kept,) = ladder(document_id).marks
    assert (kept.note, kept.withdrawn_reason) == ("委托评估", "记错文件")
    with pytest.raises(MarkWithdrawnError):
        withdraw_ladder_mark(order(), mark_id, "再撤")
    assert differing_records() == ()


@pytest.mark.parametrize("step", [LadderStep.EXPIRY, LadderStep.REPLY])
@pytest.mark.usefixtures("register")
def test_what_the_register_sees_by_itself_is_not_marked(step: LadderStep) -> None:
    with pytest.raises(StepNotMarkableError):
        mark_ladder_step(order(), ending(END), LadderMarkEntry(step, TODAY))


@pytest.mark.usefixtures("register")
def test_a_reviewer_records_no_replies() -> None:
    with pytest.raises(NotPermittedError):
        record_validity_reply(order(REVIEWER), said(ending(END)))


@pytest.mark.usefixtures("register")
def test_a_reply_sent_twice_is_recorded_once() -> None:
    document_id = ending(END)
    same = order(CLERK, NOON)
    assert record_validity_reply(same, said(document_id)) == record_validity_reply(
        same, said(document_id)
    )
    assert len(ladder(document_id).replies) == 1
