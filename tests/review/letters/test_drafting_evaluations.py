"""The papers of an evaluation say what the register knows of it."""

from decimal import Decimal

import pytest

from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.evaluation_sheet import (
    SheetEntry,
    add_evaluation_material,
    score_evaluation,
    withdraw_evaluation_material,
)
from models.acts.evaluations import plan_evaluations, start_evaluation
from models.domain.evaluation import (
    EvaluationConclusion,
    EvaluationCourse,
    EvaluationEntry,
    EvaluationMaterial,
    EvaluationOrigin,
    EvaluationResult,
)
from models.domain.records import FileEntry
from review.letters.compose import compose
from review.letters.drafting.evaluation import propose_evaluation_report
from review.letters.drafting.validity import propose_evaluation_notice
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.evaluation import EvaluationReport
from review.letters.kinds.validity import EvaluationNotice
from review.letters.letter_model import Table
from tests.models.evaluations import REASONS, document_in_force, full_scores, start_one
from tests.models.office import CLERK, HEAD, REVIEWER, TODAY, add_body, order

pytestmark = pytest.mark.usefixtures("sqlite_register")

COURSE = EvaluationCourse(("问卷调查", "座谈会"), "发放问卷三百份。", "标识不清。", "改善标识。")


def material(title: str, digits: str) -> EvaluationMaterial:
    """Return a paper of an evaluation."""
    return EvaluationMaterial(title, FileEntry(digits * 32, 100, f"{title}.pdf"))


def concluded() -> int:
    """Return a document whose evaluation is concluded, with one paper and one taken back."""
    document_id = document_in_force()
    evaluation_id = start_one(document_id)
    scores = full_scores({"effect": "12.5", "fitness": "9"}, "见问卷")
    score_evaluation(order(REVIEWER), evaluation_id, SheetEntry(scores, COURSE))
    add_evaluation_material(order(), evaluation_id, material("问卷汇总", "aa"))
    wrong = add_evaluation_material(order(), evaluation_id, material("错放的材料", "bb"))
    withdraw_evaluation_material(order(), wrong, "放错")
    conclusion = EvaluationConclusion(EvaluationResult.AMEND, REASONS)
    conclude_evaluation(order(HEAD), evaluation_id, conclusion)
    return document_id


def test_a_report_says_what_the_sheet_and_the_conclusion_say() -> None:
    letter = propose_evaluation_report(concluded(), TODAY).letter

    assert isinstance(letter, EvaluationReport)
    assert (letter.result, letter.reasons) == (EvaluationResult.AMEND, REASONS)
    assert letter.methods == ("问卷调查", "座谈会")
    assert letter.materials == ("问卷汇总",)
    assert letter.addressee == "云溪县人民政府"


def test_the_sums_of_a_report_are_those_of_its_rows_and_stand_in_the_last_row() -> None:
    letter = propose_evaluation_report(concluded(), TODAY).letter
    assert isinstance(letter, EvaluationReport)
    sums = [sum(Decimal(row.marks) for row in letter.scores)]
    sums.append(sum(Decimal(row.full_marks) for row in letter.scores))
    (table,) = [block for block in compose(letter).blocks if isinstance(block, Table)]
    last = [cell.text for cell in table.rows[-1]]

    assert [Decimal(letter.total_marks), Decimal(letter.total_full_marks)] == sums
    assert last == ["合计", "", "100", "91.5", ""]


def test_without_a_conclusion_there_is_no_report() -> None:
    document_id = document_in_force()
    start_one(document_id)
    with pytest.raises(LetterFactMissingError):
        propose_evaluation_report(document_id, TODAY)


def test_a_notice_takes_unit_day_reason_and_points_from_the_evaluation_under_way() -> None:
    # Given an evaluation of a plan, by another unit
    document_id = document_in_force(1, add_body())
    entry = EvaluationEntry(
        document_id,
        EvaluationOrigin.ANNUAL_PLAN,
        "云溪县城市管理和综合执法局",
        "2026年度后评估计划",
        2026,
    )
    (evaluation_id,) = plan_evaluations(order(CLERK), (entry,))
    start_evaluation(order(CLERK), evaluation_id)
    # When its notice is drafted
    letter = propose_evaluation_notice(document_id, TODAY).letter
    # Then it says what the evaluation says
    assert isinstance(letter, EvaluationNotice)
    assert letter.addressee == "云溪县城市管理和综合执法局"
    assert letter.evaluation_reason == "列入《2026年度后评估计划》"
    assert letter.expiry_date is not None
    assert letter.report_due_date < letter.expiry_date
    assert letter.points[-1].startswith("社会评价：")
