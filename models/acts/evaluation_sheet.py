"""The score sheet of an evaluation is filled in, and the papers it stands on are kept."""

from dataclasses import dataclass

from models.acts.document_entry import keep_stored_file
from models.acts.evaluation_refusals import EvaluationOverError, MaterialTwiceError
from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.acts.refusals import RecordChangedError
from models.domain.evaluation import (
    Criterion,
    EvaluationCourse,
    EvaluationMaterial,
    Score,
    check_score,
    marks_of,
    tenths,
)
from models.domain.lifecycle import OPEN_EVALUATIONS, Axis, EvaluationState, step
from models.domain.roles import ActName
from models.tables.evaluations import Evaluation, EvaluationCriterion
from models.tables.evaluations import EvaluationMaterial as MaterialRow


@dataclass(frozen=True)
class SheetEntry:
    """What is entered on a score sheet; lines without a score keep what they have.

    ``course`` of None leaves the words as they are; ``revision`` is that of the sheet as it was
    shown, None where nothing was shown before.
    """

    scores: tuple[Score, ...] = ()
    course: EvaluationCourse | None = None
    revision: int | None = None


@act(ActName.SCORE_EVALUATION)
def score_evaluation(deed: Deed, evaluation_id: int, sheet: SheetEntry) -> EvaluationState:
    """Enter scores and the course of an evaluation, and return where it stands then.

    It is scored when every line has its marks.

    Raises:
        RecordMissingError: no such evaluation.
        TransitionError: it has not been started, is concluded, or was taken back.
        RecordChangedError: somebody else changed the sheet since it was shown.
        CriterionUnknownError: a score is for a line that the sheet does not have.
        MarksOutOfRangeError: marks are below nothing, above the full marks, or too fine.
    """
    evaluation = fetch(Evaluation, evaluation_id)
    scored = _scored(EvaluationState(evaluation.state))
    if sheet.revision is not None and sheet.revision != evaluation.revision:
        raise RecordChangedError(record="evaluation", id=evaluation_id)
    _enter_scores(evaluation_id, sheet.scores)
    missing = EvaluationCriterion.select().where(
        EvaluationCriterion.evaluation == evaluation_id, EvaluationCriterion.tenths.is_null()
    )
    state = EvaluationState(evaluation.state) if missing.exists() else scored
    Evaluation.update(
        state=state,
        scored_date=deed.today if state is EvaluationState.SCORED else None,
        revision=Evaluation.revision + 1,
        **_course_columns(sheet.course),
    ).where(Evaluation.id == evaluation_id).execute()
    deed.record("evaluation", evaluation_id, state=state, scores=sheet.scores, course=sheet.course)
    return state


@act(ActName.ADD_EVALUATION_MATERIAL)
def add_evaluation_material(deed: Deed, evaluation_id: int, material: EvaluationMaterial) -> int:
    """Keep a paper with an evaluation that has no conclusion yet; return the material's id.

    Raises:
        FieldEmptyError: the material has no title.
        RecordMissingError: no such evaluation.
        EvaluationOverError: the evaluation is concluded or was taken back.
        MaterialTwiceError: the evaluation has this file already.
    """
    require(title=material.title)
    _check_open(evaluation_id)
    standing = MaterialRow.select().where(
        MaterialRow.evaluation == evaluation_id, MaterialRow.withdrawn_at.is_null()
    )
    if standing.where(MaterialRow.stored_file == material.file.sha256).exists():
        raise MaterialTwiceError(name=material.file.original_name)
    keep_stored_file(deed, material.file)
    material_id = int(
        MaterialRow.insert(
            evaluation=evaluation_id,
            title=material.title.strip(),
            stored_file=material.file.sha256,
            added_at=deed.at,
            added_by=deed.person_id,
        ).execute()
    )
    deed.record("evaluation", evaluation_id, material_id=material_id, material=material)
    return material_id


@act(ActName.WITHDRAW_EVALUATION_MATERIAL)
def withdraw_evaluation_material(deed: Deed, material_id: int, reason: str) -> int:
    """Take back a paper that was added by mistake, with the reason; return the material's id.

    Raises:
        FieldEmptyError: no reason is given.
        RecordMissingError: no such material.
        EvaluationOverError: the evaluation is concluded or was taken back.
    """
    require(reason=reason)
    material = fetch(MaterialRow, material_id)
    _check_open(material.evaluation_id)
    MaterialRow.update(withdrawn_reason=reason.strip(), withdrawn_at=deed.at).where(
        MaterialRow.id == material_id, MaterialRow.withdrawn_at.is_null()
    ).execute()
    deed.record(
        "evaluation",
        material.evaluation_id,
        withdrawn_material_id=material_id,
        reason=reason.strip(),
    )
    return material_id


def _enter_scores(evaluation_id: int, scores: tuple[Score, ...]) -> None:
    of_sheet = EvaluationCriterion.evaluation == evaluation_id
    lines = [
        Criterion(row.criterion_key, row.title, marks_of(row.full_tenths))
        for row in EvaluationCriterion.select().where(of_sheet)
    ]
    for score in scores:
        line = check_score(lines, score)
        EvaluationCriterion.update(tenths=tenths(score.marks), remark=score.remark.strip()).where(
            of_sheet, EvaluationCriterion.criterion_key == line.key
        ).execute()


def _course_columns(course: EvaluationCourse | None) -> dict[str, str]:
    if course is None:
        return {}
    return {
        "methods": "\n".join(method.strip() for method in course.methods),
        "process": course.process.strip(),
        "findings": course.findings.strip(),
        "suggestions": course.suggestions.strip(),
    }


def _scored(now: EvaluationState) -> EvaluationState:
    """A sheet may be corrected until there is a conclusion: a scored one stays scored."""
    if now is EvaluationState.SCORED:
        return now
    return EvaluationState(step(Axis.EVALUATION, now, EvaluationState.SCORED))


def _check_open(evaluation_id: int) -> None:
    evaluation = fetch(Evaluation, evaluation_id)
    if evaluation.state not in OPEN_EVALUATIONS:
        raise EvaluationOverError(state=EvaluationState(evaluation.state))
