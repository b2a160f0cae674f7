"""What is due: steps before the end of terms and open dates, in one list."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.acts.document_effects import end_document
from models.acts.evaluations import plan_evaluations, start_evaluation, withdraw_evaluation
from models.acts.life_events import Effect
from models.acts.register_document import refuse_registration, register_historic_document
from models.domain.evaluation import EvaluationEntry, EvaluationOrigin
from models.domain.quarters import Quarter
from models.domain.records import DocumentEntry
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.domain.validity_ladder import DueWindow, LadderStep
from models.profiles import load_profile
from models.queries.due import DueRow, due_rows, validity_due_rows, window_counts
from models.register import Register
from review.letters.drafting.validity import propose_evaluation_notice, propose_expiry_reminders
from tests.models.office import (
    CLERK,
    HEAD,
    TODAY,
    add_body,
    another,
    order,
    parking_measures,
    receive_one,
)
from tests.review.letters.test_drafting import issue

HUNAN = load_profile("hunan")
ROADS = "云溪县交通运输局"
FAR = date(2026, 12, 31)


def ending(expiry_date: date, place: int = 1, body_id: int | None = None, unit: str = ROADS) -> int:
    """Register a past document whose term ends on a day and return its id."""
    entry: DocumentEntry = replace(
        another(parking_measures(body_id or add_body()), place),
        drafting_unit=unit,
        adopted_date=date(2021, 4, 1),
        published_date=date(2021, 4, 1),
        effective_date=date(2021, 4, 1),
        validity_term=ValidityTerm(ValidityTermKind.UNTIL_DATE, 0, expiry_date),
    )
    return register_historic_document(order(), entry)


def steps(until: date = FAR, today: date = TODAY) -> list[tuple[int, str, date]]:
    """Return document, step and day of the list."""
    rows = validity_due_rows(HUNAN, today, until)
    return [(row.document_id, row.kind, row.due_date) for row in rows]


@pytest.mark.usefixtures("register")
def test_the_steps_ahead_of_a_term_are_listed_until_the_day_asked() -> None:
    document_id = ending(date(2026, 12, 15))
    assert steps(date(2026, 11, 30)) == [
        (document_id, "evaluation", date(2026, 6, 15)),
        (document_id, "reminder", date(2026, 9, 30)),
        (document_id, "opinion", date(2026, 10, 15)),
        (document_id, "submission", date(2026, 11, 15)),
        (document_id, "formalities", date(2026, 11, 15)),
    ]


@pytest.mark.usefixtures("register")
def test_what_is_overdue_of_a_document_is_one_row_and_names_the_rest() -> None:
    document_id = ending(date(2026, 4, 30))
    overdue, *ahead = validity_due_rows(HUNAN, TODAY, date(2026, 4, 30))
    assert (overdue.document_id, overdue.kind, overdue.days_left) == (
        document_id,
        LadderStep.EVALUATION,
        (date(2025, 10, 30) - TODAY).days,
    )
    assert overdue.also_overdue == (LadderStep.OPINION,)
    assert [row.kind for row in ahead] == ["submission", "reminder", "formalities", "expiry"]


@pytest.mark.usefixtures("register")
def test_a_document_out_of_force_has_nothing_due() -> None:
    body_id = add_body()
    repealed = ending(date(2026, 4, 30), 1, body_id)
    end_document(order(), repealed, EndingKind.REPEALED, Effect(TODAY, "废止决定"))
    ending(TODAY - timedelta(days=1), 2, body_id)
    refuse_registration(order(), another(parking_measures(body_id), 3), "不属于规范性文件")
    assert steps() == []


@pytest.mark.usefixtures("register")
def test_on_its_last_day_a_document_is_still_listed() -> None:
    document_id = ending(TODAY)
    assert steps(TODAY)[-1] == (document_id, "expiry", TODAY)


def test_a_reminder_and_an_evaluation_notice_settle_their_steps(register: Register) -> None:
    document_id = ending(date(2026, 6, 30))
    (reminder,) = propose_expiry_reminders(Quarter(2026, 2), TODAY)
    issue(register, reminder, CLERK)
    issue(register, propose_evaluation_notice(document_id, TODAY), CLERK)
    assert [step for _, step, _ in steps()] == [
        "reply",
        "opinion",
        "submission",
        "formalities",
        "expiry",
    ]


@pytest.mark.usefixtures("register")
def test_an_evaluation_that_was_started_settles_its_step_until_it_is_withdrawn() -> None:
    document_id = ending(date(2026, 9, 30))
    (evaluation_id,) = plan_evaluations(
        order(), (EvaluationEntry(document_id, EvaluationOrigin.BY_HAND),)
    )
    evaluation = (document_id, "evaluation", date(2026, 3, 30))
    assert evaluation in steps()
    start_evaluation(order(), evaluation_id)
    assert evaluation not in steps()
    withdraw_evaluation(order(HEAD), evaluation_id, "重复")
    assert evaluation in steps()


def test_a_letter_longer_than_a_year_before_the_end_settles_nothing(register: Register) -> None:
    document_id = ending(date(2027, 6, 30))
    issue(register, propose_evaluation_notice(document_id, TODAY), CLERK)
    assert steps(FAR) == [(document_id, "evaluation", date(2026, 12, 30))]


@pytest.mark.usefixtures("register")
def test_dates_of_filings_stand_in_the_same_list() -> None:
    body_id = add_body()
    ending(TODAY + timedelta(days=3), 1, body_id)
    receive_one()
    rows = due_rows(HUNAN, TODAY, FAR)
    filings = [row for row in rows if row.filing_id is not None]
    assert [row.kind for row in filings] == ["formal_check"]
    assert filings[0].unit == "柳渡镇人民政府"
    assert filings[0].derivation.startswith("收到 2026-03-16 + 5 个工作日")
    assert [row.due_date for row in rows] == sorted(row.due_date for row in rows)


@pytest.mark.usefixtures("register")
def test_a_date_of_a_filing_after_the_day_asked_is_not_listed() -> None:
    receive_one()
    assert due_rows(HUNAN, TODAY, TODAY + timedelta(days=1)) == ()


def test_windows_are_counted_each_for_itself() -> None:
    def due_in(days: int) -> DueRow:
        day = TODAY + timedelta(days=days)
        return DueRow("expiry", 1, None, None, "", "", "", "", day, days, "")

    counts = window_counts([due_in(days) for days in (-1, 0, 5, 12, 20, 40)], TODAY)
    assert dict(counts) == {
        DueWindow.OVERDUE: 1,
        DueWindow.WEEK: 2,
        DueWindow.MONTH: 4,
        DueWindow.QUARTER: 3,
    }
