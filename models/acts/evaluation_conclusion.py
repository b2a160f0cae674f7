"""The head concludes an evaluation, and what it comes to goes into the register."""

from models.acts.evaluation_refusals import ContinuationUnfitError, SheetIncompleteError
from models.acts.life_events import record_events
from models.acts.life_lines import EventRecord
from models.acts.lookup import fetch, require, require_order, require_past
from models.acts.performing import Deed, act
from models.domain.evaluation import Continuation, EvaluationConclusion, EvaluationResult
from models.domain.lifecycle import Axis, EvaluationState, step
from models.domain.roles import ActName
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.tables.evaluations import Evaluation, EvaluationCriterion


@act(ActName.CONCLUDE_EVALUATION)
def conclude_evaluation(deed: Deed, evaluation_id: int, conclusion: EvaluationConclusion) -> int:
    """Conclude a scored evaluation and return its id.

    A continuation that names its day is entered into the life of the document at once. Whatever
    else it comes to is owed until the register shows the act that carries it out.

    Raises:
        RecordMissingError: no such evaluation.
        SheetIncompleteError: the score sheet has lines without marks.
        TransitionError: it has not been scored, is concluded, or was taken back.
        FieldEmptyError: no reasons are given.
        FutureDateError, DateOrderError: the report is of the future, or older than the evaluation.
        ContinuationUnfitError: it names a day of continuation and another result.
        and what ``record_events`` raises where the document cannot stay in force from that day.
    """
    require(reasons=conclusion.reasons)
    evaluation = fetch(Evaluation, evaluation_id)
    _refuse_gaps(evaluation)
    state = step(Axis.EVALUATION, evaluation.state, EvaluationState.CONCLUDED)
    report_date = conclusion.report_date or deed.today
    require_past(deed, report_date=report_date)
    require_order("started_date", evaluation.started_date, "report_date", report_date)
    if conclusion.continuation is not None:
        if conclusion.result is not EvaluationResult.CONTINUE:
            raise ContinuationUnfitError(result=conclusion.result)
        _continue(deed, evaluation.document_id, conclusion.continuation, conclusion.reasons)
    Evaluation.update(
        state=state,
        result=conclusion.result,
        reasons=conclusion.reasons.strip(),
        report_date=report_date,
        concluded_at=deed.at,
        concluded_by=deed.person_id,
        revision=Evaluation.revision + 1,
    ).where(Evaluation.id == evaluation_id).execute()
    deed.record("evaluation", evaluation_id, state=state, conclusion=conclusion)
    return evaluation_id


def _refuse_gaps(evaluation: Evaluation) -> None:
    if evaluation.state != EvaluationState.STARTED:
        return
    gaps = EvaluationCriterion.select().where(
        EvaluationCriterion.evaluation == evaluation.id, EvaluationCriterion.tenths.is_null()
    )
    missing = tuple(row.title for row in gaps.order_by(EvaluationCriterion.position))
    raise SheetIncompleteError(missing=missing)


def _continue(deed: Deed, document_id: int, continuation: Continuation, reason: str) -> None:
    event = ValidityEvent(
        ValidityEventKind.CONTINUED, continuation.begin_date, term=continuation.term
    )
    record_events(deed, [(document_id, EventRecord(event, reason.strip()))])
