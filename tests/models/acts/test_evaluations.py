"""Evaluations are planned, started, scored and concluded, and what they come to is followed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.acts.document_effects import end_document, record_amendment
from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.evaluation_criteria import change_evaluation_criteria
from models.acts.evaluation_refusals import (
    ContinuationUnfitError,
    CriteriaSameError,
    EvaluationOpenError,
    EvaluationOverError,
    EvaluationUselessError,
    MaterialTwiceError,
    SheetIncompleteError,
)
from models.acts.evaluation_sheet import (
    SheetEntry,
    add_evaluation_material,
    score_evaluation,
    withdraw_evaluation_material,
)
from models.acts.evaluations import plan_evaluations, start_evaluation, withdraw_evaluation
from models.acts.life_events import Effect
from models.acts.performing import NotPermittedError
from models.acts.refusals import DateOrderError, FieldEmptyError, RecordChangedError
from models.domain.evaluation import (
    Continuation,
    CriterionUnknownError,
    EvaluationConclusion,
    EvaluationCourse,
    EvaluationDueBasis,
    EvaluationEntry,
    EvaluationFollowUp,
    EvaluationMaterial,
    EvaluationOrigin,
    EvaluationResult,
    MarksOutOfRangeError,
    Score,
)
from models.domain.lifecycle import EvaluationState, TransitionError
from models.domain.records import FileEntry
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.domain.validity_errors import DocumentLapsedError, NoFurtherDayError
from models.evaluation_criteria import CriteriaUnfitError, shipped_criteria_text
from models.queries.document_page import document_life, document_page
from models.queries.evaluation_page import EvaluationPage, criteria_in_force, evaluation_page
from models.queries.evaluations import (
    EvaluationFilter,
    EvaluationOrder,
    evaluation_counts,
    evaluation_ids,
    evaluations_of_document,
)
from models.queries.evaluations_due import due_for_evaluation
from models.queries.office import profile
from models.queries.trail import trail_of
from models.tables.evaluations import Evaluation
from tests.models.evaluations import (
    REASONS,
    conclude_one,
    document_in_force,
    full_scores,
    plan_one,
    score_one,
    start_one,
)
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    HEAD,
    NOON,
    REVIEWER,
    TODAY,
    add_body,
    order,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

SURVEY = EvaluationMaterial("问卷调查汇总", FileEntry("ef" * 32, 900, "问卷.xlsx"))
END = Effect(TODAY, "云政发〔2026〕9号")


def page(evaluation_id: int) -> EvaluationPage:
    """Return everything about an evaluation."""
    return evaluation_page(evaluation_id, TODAY)


def follow_up(document_id: int, today: date = TODAY) -> EvaluationFollowUp:
    """Return whether what the newest evaluation of a document came to is carried out."""
    return evaluations_of_document(document_id, today)[0].follow_up


def test_an_evaluation_is_by_the_unit_of_the_document_and_due_before_it_ends() -> None:
    # Given a document that ends before the term of an evaluation would
    document_id = document_in_force(effective=date(2021, 5, 1))
    # When its evaluation is planned
    shown = page(plan_one(document_id))
    # Then it is the unit's that carries the document out, and due before it ends
    assert shown.row.unit == "云溪县人民政府"
    assert shown.row.state is EvaluationState.PLANNED
    assert shown.row.due_date is not None
    assert shown.row.due_date <= date(2026, 4, 30)
    assert shown.due_basis in {
        EvaluationDueBasis.BEFORE_RENEWAL,
        EvaluationDueBasis.BEFORE_EXPIRY,
    }


def test_the_term_of_an_evaluation_is_the_profiles_and_says_how_it_was_counted() -> None:
    shown = page(start_one(document_in_force(effective=date(2024, 7, 1))))

    assert (shown.row.due_date, shown.due_basis) == (date(2026, 6, 16), EvaluationDueBasis.TERM)
    assert "开始评估" in shown.derivation
    assert "2026-06-16" in shown.derivation


def test_a_plan_of_a_year_binds_to_that_year_and_a_stated_day_to_that_day() -> None:
    body_id = add_body()
    planned = EvaluationEntry(
        document_in_force(1, body_id, date(2024, 7, 1)),
        EvaluationOrigin.ANNUAL_PLAN,
        "云溪县司法局",
        "2026年度后评估计划",
        2026,
    )
    stated = EvaluationEntry(
        document_in_force(2, body_id, date(2024, 7, 1)),
        EvaluationOrigin.ANNUAL_PLAN,
        due_date=date(2026, 9, 30),
    )
    first, second = plan_evaluations(order(CLERK), (planned, stated))

    assert page(first).row.due_date == date(2026, 12, 31)
    assert page(first).row.unit == "云溪县司法局"
    assert start_evaluation(order(CLERK), second) == second
    assert page(second).row.due_date == date(2026, 9, 30)
    assert page(second).due_basis is EvaluationDueBasis.STATED


def test_a_plan_with_one_bad_line_plans_nothing() -> None:
    # Given a list with a document that is under evaluation already
    body_id = add_body()
    first, second = document_in_force(1, body_id), document_in_force(2, body_id)
    plan_one(second)
    # When it is planned
    entries = tuple(EvaluationEntry(one, EvaluationOrigin.ANNUAL_PLAN) for one in (first, second))
    with pytest.raises(EvaluationOpenError) as refused:
        plan_evaluations(order(CLERK), entries)
    # Then the document is named and nothing was planned
    assert "第2类" in str(refused.value.values["title"])
    assert evaluations_of_document(first, TODAY) == ()


def test_a_document_that_is_over_is_not_evaluated() -> None:
    body_id = add_body()
    ended, lapsed = document_in_force(1, body_id), document_in_force(2, body_id, date(2020, 1, 1))
    end_document(order(), ended, EndingKind.REPEALED, END)

    for document_id in (ended, lapsed):
        with pytest.raises(EvaluationUselessError):
            plan_one(document_id)


def test_an_evaluation_keeps_the_sheet_it_was_begun_with() -> None:
    # Given an evaluation under the shipped sheet
    body_id = add_body()
    begun = start_one(document_in_force(1, body_id))
    # When the office brings a sheet of its own
    text = shipped_criteria_text().replace('title = "社会评价"', 'title = "群众满意度"')
    change_evaluation_criteria(order(HEAD), text, "按县里的办法调整")
    # Then what is begun later has it, and what was begun before has not
    later = start_one(document_in_force(2, body_id))
    assert [one.title for one in page(begun).sheet][-1] == "社会评价"
    assert [one.title for one in page(later).sheet][-1] == "群众满意度"
    # And an empty text brings the original back
    change_evaluation_criteria(order(ADMINISTRATOR), "", "恢复")
    assert criteria_in_force().criteria[-1].title == "社会评价"


def test_a_sheet_that_is_none_or_the_same_is_refused() -> None:
    with pytest.raises(CriteriaSameError):
        change_evaluation_criteria(order(HEAD), shipped_criteria_text(), "更换")
    with pytest.raises(CriteriaUnfitError):
        change_evaluation_criteria(order(HEAD), 'name = "评分表"', "更换")
    with pytest.raises(NotPermittedError):
        change_evaluation_criteria(order(CLERK), "", "更换")


def test_it_is_scored_when_every_line_has_its_marks_and_not_before() -> None:
    evaluation_id = start_one(document_in_force())
    scores = full_scores({"effect": "12.5"}, "见问卷")

    some = score_evaluation(order(REVIEWER), evaluation_id, SheetEntry(scores[:3]))
    rest = score_evaluation(order(REVIEWER), evaluation_id, SheetEntry(scores[3:]))

    shown = page(evaluation_id)
    assert (some, rest) == (EvaluationState.STARTED, EvaluationState.SCORED)
    assert (shown.row.marks, shown.row.full_marks) == ("97.5", "100")
    assert {one.remark for one in shown.sheet} == {"见问卷"}
    assert shown.scored_date == TODAY


@pytest.mark.parametrize("marks", ["-1", "15.1", "3.25"])
def test_marks_below_nothing_above_the_full_ones_or_too_fine_are_refused(marks: str) -> None:
    evaluation_id = start_one(document_in_force())
    with pytest.raises(MarksOutOfRangeError):
        score_evaluation(
            order(REVIEWER), evaluation_id, SheetEntry((Score("effect", Decimal(marks)),))
        )


def test_a_line_that_the_sheet_does_not_have_is_refused_with_those_it_has() -> None:
    evaluation_id = start_one(document_in_force())
    with pytest.raises(CriterionUnknownError) as refused:
        score_evaluation(order(REVIEWER), evaluation_id, SheetEntry((Score("beauty", Decimal(1)),)))
    assert "合法性" in str(refused.value.values["known"])


def test_a_sheet_that_somebody_else_changed_is_not_overwritten() -> None:
    evaluation_id = start_one(document_in_force())
    revision = page(evaluation_id).revision
    entry = SheetEntry(full_scores()[:1], EvaluationCourse(("问卷调查",), "过程", "发现"), revision)
    score_evaluation(order(REVIEWER), evaluation_id, entry)

    with pytest.raises(RecordChangedError):
        score_evaluation(order(HEAD), evaluation_id, entry)
    assert page(evaluation_id).course == EvaluationCourse(("问卷调查",), "过程", "发现")


def test_what_is_not_started_is_not_scored() -> None:
    evaluation_id = plan_one(document_in_force())
    with pytest.raises(TransitionError):
        score_evaluation(order(REVIEWER), evaluation_id, SheetEntry(full_scores()))


def test_materials_are_kept_once_and_one_added_by_mistake_is_taken_back_with_its_reason() -> None:
    # Given an evaluation with a material
    evaluation_id = start_one(document_in_force())
    material_id = add_evaluation_material(order(), evaluation_id, SURVEY)
    with pytest.raises(MaterialTwiceError):
        add_evaluation_material(order(), evaluation_id, SURVEY)
    # When it is taken back
    with pytest.raises(FieldEmptyError):
        withdraw_evaluation_material(order(), material_id, " ")
    withdraw_evaluation_material(order(), material_id, "选错文件")
    # Then it stays with its reason, and may be added again
    (kept,) = page(evaluation_id).materials
    assert (kept.title, kept.withdrawn_reason) == ("问卷调查汇总", "选错文件")
    add_evaluation_material(order(), evaluation_id, SURVEY)
    assert len(page(evaluation_id).materials) == 2


def test_only_the_head_concludes_and_only_a_whole_sheet_with_reasons() -> None:
    # Given an evaluation with one line scored
    body_id = add_body()
    begun = start_one(document_in_force(1, body_id))
    score_evaluation(order(REVIEWER), begun, SheetEntry(full_scores()[:1]))
    conclusion = EvaluationConclusion(EvaluationResult.AMEND, REASONS)
    # Then its conclusion is refused with the lines that are missing
    with pytest.raises(SheetIncompleteError) as refused:
        conclude_evaluation(order(HEAD), begun, conclusion)
    assert "合理性" in str(refused.value.values["missing"])
    # And a scored one is refused to all but the head, and without reasons
    scored = score_one(document_in_force(2, body_id))
    with pytest.raises(NotPermittedError):
        conclude_evaluation(order(REVIEWER), scored, conclusion)
    with pytest.raises(FieldEmptyError):
        conclude_evaluation(order(HEAD), scored, EvaluationConclusion(EvaluationResult.AMEND, ""))
    with pytest.raises(DateOrderError):
        conclude_evaluation(
            order(HEAD),
            scored,
            EvaluationConclusion(EvaluationResult.AMEND, REASONS, TODAY - timedelta(days=1)),
        )


def test_a_continuation_with_its_day_goes_into_the_life_of_the_document_at_once() -> None:
    # Given a scored evaluation of a document that ends on 2026-06-30
    document_id = document_in_force()
    evaluation_id = score_one(document_id)
    until = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=date(2029, 6, 30))
    # When it is concluded that it stays in force until another day
    conclude_evaluation(
        order(HEAD),
        evaluation_id,
        EvaluationConclusion(
            EvaluationResult.CONTINUE, REASONS, continuation=Continuation(TODAY, until)
        ),
    )
    # Then the document ends on that day, with the reasons, and nothing is owed
    assert document_page(document_id, profile(), TODAY).facts.expiry_date == date(2029, 6, 30)
    assert document_life(document_id, TODAY).events[-1].reason == REASONS
    assert follow_up(document_id) is EvaluationFollowUp.DONE


def test_what_has_lapsed_by_the_day_named_does_not_stay_in_force() -> None:
    document_id = document_in_force()
    evaluation_id = score_one(document_id)
    late = Continuation(date(2026, 7, 1))
    with pytest.raises(DocumentLapsedError):
        conclude_evaluation(
            order(HEAD),
            evaluation_id,
            EvaluationConclusion(EvaluationResult.CONTINUE, REASONS, continuation=late),
        )
    with pytest.raises(NoFurtherDayError):
        conclude_evaluation(
            order(HEAD),
            evaluation_id,
            EvaluationConclusion(
                EvaluationResult.CONTINUE, REASONS, continuation=Continuation(TODAY)
            ),
        )
    with pytest.raises(ContinuationUnfitError):
        conclude_evaluation(
            order(HEAD),
            evaluation_id,
            EvaluationConclusion(EvaluationResult.REPEAL, REASONS, continuation=late),
        )


def test_an_amendment_is_owed_until_the_register_shows_it() -> None:
    document_id = document_in_force()
    conclude_one(document_id, EvaluationResult.AMEND)
    assert follow_up(document_id) is EvaluationFollowUp.OWED

    record_amendment(order(at=NOON + timedelta(hours=1)), document_id, END)

    assert follow_up(document_id) is EvaluationFollowUp.DONE


def test_an_amendment_of_before_the_conclusion_does_not_carry_it_out() -> None:
    document_id = document_in_force()
    record_amendment(order(at=NOON - timedelta(hours=1)), document_id, END)
    conclude_one(document_id, EvaluationResult.AMEND)

    assert follow_up(document_id) is EvaluationFollowUp.OWED


def test_a_repeal_is_owed_until_it_is_done_and_a_lapse_until_the_day_comes() -> None:
    body_id = add_body()
    repealed, lapsing = document_in_force(1, body_id), document_in_force(2, body_id)
    conclude_one(repealed, EvaluationResult.REPEAL)
    conclude_one(lapsing, EvaluationResult.LAPSE)
    assert follow_up(repealed) is EvaluationFollowUp.OWED
    assert follow_up(lapsing) is EvaluationFollowUp.OWED

    end_document(order(), repealed, EndingKind.REPEALED, END)

    assert follow_up(repealed) is EvaluationFollowUp.DONE
    assert follow_up(lapsing, date(2026, 7, 1)) is EvaluationFollowUp.DONE


def test_a_document_that_lapsed_unamended_was_overtaken_and_is_not_called_done() -> None:
    document_id = document_in_force()
    conclude_one(document_id, EvaluationResult.AMEND)

    assert follow_up(document_id, date(2026, 7, 1)) is EvaluationFollowUp.OVERTAKEN


def test_an_evaluation_taken_back_keeps_its_reason_and_makes_room_for_another() -> None:
    document_id = document_in_force()
    evaluation_id = start_one(document_id)
    with pytest.raises(NotPermittedError):
        withdraw_evaluation(order(CLERK), evaluation_id, "重复列入")
    withdraw_evaluation(order(HEAD), evaluation_id, "重复列入")

    assert page(evaluation_id).withdrawn_reason == "重复列入"
    with pytest.raises(TransitionError):
        start_evaluation(order(CLERK), evaluation_id)
    assert plan_one(document_id) != evaluation_id


def test_a_concluded_evaluation_is_not_touched_any_more() -> None:
    evaluation_id = conclude_one(document_in_force(), EvaluationResult.AMEND)
    with pytest.raises(TransitionError):
        score_evaluation(order(REVIEWER), evaluation_id, SheetEntry(full_scores()))
    with pytest.raises(EvaluationOverError):
        add_evaluation_material(order(), evaluation_id, SURVEY)
    with pytest.raises(TransitionError):
        withdraw_evaluation(order(HEAD), evaluation_id, "重做")


def test_the_trail_tells_every_step() -> None:
    evaluation_id = conclude_one(document_in_force(), EvaluationResult.AMEND)

    assert [line.act for line in trail_of("evaluation", evaluation_id)] == [
        "plan_evaluation",
        "start_evaluation",
        "score_evaluation",
        "conclude_evaluation",
    ]


def test_the_list_is_narrowed_by_what_is_owed_and_counts_agree() -> None:
    body_id = add_body()
    owed = conclude_one(document_in_force(1, body_id), EvaluationResult.AMEND)
    plan_one(document_in_force(2, body_id))

    narrowing = EvaluationFilter(follow_ups=frozenset({EvaluationFollowUp.OWED}))
    counts = evaluation_counts(TODAY)

    assert evaluation_ids(narrowing, TODAY, EvaluationOrder.DUE_DATE) == [owed]
    assert counts.follow_ups == {"owed": 1, "nothing_owed": 1}
    assert counts.states == {"concluded": 1, "planned": 1}
    words = EvaluationFilter("第2类")
    assert len(evaluation_ids(words, TODAY, EvaluationOrder.TITLE, descending=True)) == 1


def test_the_ladder_names_what_ends_within_the_time_and_is_not_under_evaluation() -> None:
    # Given documents that end in three months, in two years, and one that never was published
    body_id = add_body()
    near = document_in_force(1, body_id)
    document_in_force(2, body_id, date(2023, 7, 1))
    register_one(3, body_id)
    # Then only the first is due
    due = due_for_evaluation(profile(), TODAY)
    assert [(one.document_id, one.expiry_date) for one in due] == [(near, date(2026, 6, 30))]
    assert due[0].begin_date == date(2025, 12, 30)
    # And it is no longer due once it is planned
    plan_one(near)
    assert due_for_evaluation(profile(), TODAY) == ()
    assert Evaluation.select().count() == 1
