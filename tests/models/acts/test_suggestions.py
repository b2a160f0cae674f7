"""Suggestions: numbered, screened, answered in time; nobody is named in list and trail."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.acts.performing import NotPermittedError
from models.acts.refusals import DateOrderError, FieldEmptyError
from models.acts.reviews import open_review
from models.acts.suggestions import (
    SuggestionReviewError,
    answer_suggestion,
    complete_suggestion,
    conclude_suggestion,
    register_suggestion,
    screen_suggestion,
)
from models.domain.letter_terms import DeclineReason, SuggestionConclusion
from models.domain.lifecycle import SuggestionState, TransitionError
from models.domain.records import ReviewEntry
from models.domain.suggestions import (
    Screening,
    ScreeningOutcome,
    Suggester,
    SuggesterKind,
    SuggestionEntry,
)
from models.domain.terms import ReviewTrigger
from models.queries.suggestions import (
    SuggestionFilter,
    SuggestionMissingError,
    SuggestionOrder,
    feedback_figures,
    suggester_of,
    suggestion_ids,
    suggestion_page,
    suggestion_rows,
)
from models.queries.trail import trail_of
from tests.models.office import ADMINISTRATOR, CLERK, REVIEWER, TODAY, order, register_one

pytestmark = pytest.mark.usefixtures("register")

PERSON = Suggester(SuggesterKind.CITIZEN, "沈知珩", "云溪县柳渡镇幸福路18号", "0000-6210099")
ENTRY = SuggestionEntry(
    suggester=PERSON,
    received_date=TODAY,
    received_way="来信",
    document_title="柳渡镇农村住房建设管理规定",
    issuing_body_name="柳渡镇人民政府",
    clause="第七条",
    matter="请求审查第七条设定的罚款",
    reasons="镇人民政府无权设定罚款",
    written_date=date(2026, 3, 12),
)
ACCEPT = Screening(outcome=ScreeningOutcome.ACCEPT)


def registered(entry: SuggestionEntry = ENTRY) -> int:
    """Register a suggestion and return its id."""
    return register_suggestion(order(), entry)


def state_of(suggestion_id: int) -> SuggestionState:
    """Tell where a suggestion stands."""
    return suggestion_page(suggestion_id).row.state


def day(month: int, number: int) -> datetime:
    """Return noon of a day in China."""
    return datetime(2026, month, number, 4, 0, tzinfo=UTC)


def test_suggestions_are_numbered_within_the_year() -> None:
    rows = suggestion_rows([registered(), registered()])
    assert [(row.year, row.sequence) for row in rows] == [(2026, 1), (2026, 2)]


def test_the_time_for_the_answer_runs_from_the_day_it_came() -> None:
    page = suggestion_page(registered())
    assert page.reply_time.start_date == TODAY
    assert page.row.due_date == page.reply_time.due_date == date(2026, 4, 15)


def test_a_citizen_is_named_neither_in_the_list_nor_in_the_trail() -> None:
    suggestion_id = registered()
    assert suggestion_rows([suggestion_id])[0].suggester == "沈某某"
    told = repr(trail_of("suggestion", suggestion_id)) + repr(suggestion_page(suggestion_id))
    for secret in (PERSON.name, PERSON.address, PERSON.phone):
        assert secret not in told
    assert suggester_of(suggestion_id) == PERSON


def test_a_court_keeps_its_name() -> None:
    court = Suggester(SuggesterKind.COURT, "云溪县人民法院")
    suggestion_id = registered(replace(ENTRY, suggester=court))
    assert suggestion_rows([suggestion_id])[0].suggester == "云溪县人民法院"


def test_a_document_of_the_register_gives_its_own_title() -> None:
    document_id = register_one()
    page = suggestion_page(registered(replace(ENTRY, document_id=document_id)))
    assert page.row.title == "云溪县第1类事项管理办法"
    assert page.issuing_body_name == "云溪县人民政府"


@pytest.mark.parametrize(
    "changes",
    [
        {"suggester": replace(PERSON, name=" ")},
        {"matter": ""},
        {"document_title": ""},
        {"received_way": ""},
    ],
)
def test_what_a_suggestion_cannot_do_without_is_asked_for(changes: dict[str, object]) -> None:
    with pytest.raises(FieldEmptyError):
        registered(replace(ENTRY, **changes))  # type: ignore[arg-type]


def test_a_suggestion_is_not_written_after_it_came() -> None:
    with pytest.raises(DateOrderError):
        registered(replace(ENTRY, received_date=date(2026, 3, 11)))


def test_an_accepted_suggestion_is_concluded_and_answered() -> None:
    suggestion_id = registered()
    assert screen_suggestion(order(REVIEWER), suggestion_id, ACCEPT) is SuggestionState.ACCEPTED
    reached = SuggestionConclusion.CORRECTION_REQUESTED
    conclude_suggestion(order(REVIEWER), suggestion_id, reached, "第七条超越权限，已函请修改。")
    assert answer_suggestion(order(), suggestion_id, TODAY) is True
    page = suggestion_page(suggestion_id)
    assert (page.row.state, page.conclusion) == (SuggestionState.REPLIED, reached)
    assert page.row.replied_date == TODAY


def test_an_answer_after_the_last_day_is_late() -> None:
    suggestion_id = registered()
    screen_suggestion(order(REVIEWER), suggestion_id, ACCEPT)
    conclusion = SuggestionConclusion.NO_CONTRADICTION
    conclude_suggestion(order(REVIEWER), suggestion_id, conclusion, "未发现抵触。")
    late = order(CLERK, day(4, 16))
    assert answer_suggestion(late, suggestion_id, date(2026, 4, 16)) is False


def test_days_in_which_a_supplement_was_awaited_do_not_count() -> None:
    # Given a suggestion without reasons that is to be completed
    suggestion_id = registered(replace(ENTRY, reasons=""))
    asked = Screening(outcome=ScreeningOutcome.ASK_SUPPLEMENT, items=("理由", "联系方式"))
    screen_suggestion(order(REVIEWER), suggestion_id, asked)
    assert state_of(suggestion_id) is SuggestionState.SUPPLEMENTING
    # When the reasons come eight days later
    came = order(CLERK, day(3, 24))
    due = complete_suggestion(came, suggestion_id, date(2026, 3, 24), "无权设定罚款")
    # Then the answer has eight days more, and the reasons stand in the record
    page = suggestion_page(suggestion_id)
    assert due == page.row.due_date == date(2026, 4, 23)
    assert page.reasons == "无权设定罚款"
    assert page.supplements[0].items == ("理由", "联系方式")
    assert page.row.state is SuggestionState.REGISTERED


@pytest.mark.parametrize(
    "screening",
    [
        Screening(outcome=ScreeningOutcome.ASK_SUPPLEMENT),
        Screening(outcome=ScreeningOutcome.DECLINE, explanation="已经审查过。"),
        Screening(outcome=ScreeningOutcome.DECLINE, decline_reason=DeclineReason.REVIEWED_BEFORE),
        Screening(outcome=ScreeningOutcome.TRANSFER, explanation="不属于本机关。"),
    ],
)
def test_each_way_of_dealing_with_it_says_what_the_letter_needs(screening: Screening) -> None:
    suggestion_id = registered()
    with pytest.raises(FieldEmptyError):
        screen_suggestion(order(REVIEWER), suggestion_id, screening)
    assert state_of(suggestion_id) is SuggestionState.REGISTERED


def test_a_declined_suggestion_is_answered_and_nothing_else() -> None:
    suggestion_id = registered()
    declined = Screening(
        outcome=ScreeningOutcome.DECLINE,
        decline_reason=DeclineReason.REVIEWED_BEFORE,
        explanation="去年已经审查并作出结论。",
    )
    screen_suggestion(order(REVIEWER), suggestion_id, declined)
    with pytest.raises(TransitionError):
        screen_suggestion(order(REVIEWER), suggestion_id, ACCEPT)
    answer_suggestion(order(), suggestion_id, TODAY)
    assert state_of(suggestion_id) is SuggestionState.REPLIED


def test_a_review_of_another_document_is_not_that_of_the_suggestion() -> None:
    first, other = register_one(1), register_one(2, 1)
    trigger = ReviewTrigger.ON_REQUEST
    review_id = open_review(order(REVIEWER), ReviewEntry(trigger, other, None, "")).review_id
    suggestion_id = registered(replace(ENTRY, document_id=first))
    with pytest.raises(SuggestionReviewError):
        screen_suggestion(order(REVIEWER), suggestion_id, replace(ACCEPT, review_id=review_id))


def test_the_rate_of_answers_is_told_with_both_denominators() -> None:
    answered, open_one, declined = registered(), registered(), registered()
    for one in (answered, open_one):
        screen_suggestion(order(REVIEWER), one, ACCEPT)
    conclusion = SuggestionConclusion.NO_CONTRADICTION
    conclude_suggestion(order(REVIEWER), answered, conclusion, "未发现抵触。")
    answer_suggestion(order(), answered, TODAY)
    refusal = Screening(
        outcome=ScreeningOutcome.DECLINE,
        decline_reason=DeclineReason.NO_REASONS,
        explanation="没有写明理由。",
    )
    screen_suggestion(order(REVIEWER), declined, refusal)
    found = feedback_figures(2026, date(2026, 5, 1))
    assert (found.received, found.accepted, found.accepted_answered) == (3, 2, 1)
    assert (found.answered, found.answered_in_time, found.overdue) == (1, 1, 2)
    assert feedback_figures(2025, TODAY).received == 0


def test_the_list_is_narrowed_by_words_state_and_kind() -> None:
    first = registered()
    court = Suggester(SuggesterKind.COURT, "云溪县人民法院")
    second = registered(replace(ENTRY, suggester=court, document_title="停车办法"))
    newest = SuggestionOrder.RECEIVED_DATE
    assert suggestion_ids(SuggestionFilter(), newest) == [second, first]
    assert suggestion_ids(SuggestionFilter("停车"), newest) == [second]
    courts = SuggestionFilter(suggester_kinds=frozenset({SuggesterKind.COURT}))
    assert suggestion_ids(courts, newest) == [second]
    replied = SuggestionFilter(states=frozenset({SuggestionState.REPLIED}))
    assert suggestion_ids(replied, newest) == []


def test_a_suggestion_that_is_not_there_is_said_so() -> None:
    for read in (suggestion_page, suggester_of):
        with pytest.raises(SuggestionMissingError):
            read(7)


def test_the_administrator_handles_no_suggestions() -> None:
    with pytest.raises(NotPermittedError):
        register_suggestion(order(ADMINISTRATOR), ENTRY)


def test_a_clerk_does_not_decide_whether_a_review_is_opened() -> None:
    with pytest.raises(NotPermittedError):
        screen_suggestion(order(CLERK), registered(), ACCEPT)
