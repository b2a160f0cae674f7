"""Which steps the state of an evaluation and the person's roles leave open."""

from enum import Enum

from models.domain.evaluation import EvaluationFollowUp, EvaluationResult
from models.domain.lifecycle import OPEN_EVALUATIONS, Axis, EvaluationState, can_step
from models.domain.roles import ActName
from models.queries.evaluation_page import EvaluationPage
from models.queries.office import PersonRow


class EvaluationStep(Enum):
    """A step of the evaluation and the words on its button."""

    OPEN_DOCUMENT = "打开文件"
    WITHDRAW = "撤销后评估"
    NOTICE = "出具后评估通知"
    PLAN = "列入后评估"
    START = "开始评估"
    CONCLUDE = "作出评估结论"
    REPORT = "出具后评估报告"
    CARRY_OUT = "落实评估结论…"


_MOVES = {
    EvaluationStep.START: (ActName.START_EVALUATION, EvaluationState.STARTED),
    EvaluationStep.CONCLUDE: (ActName.CONCLUDE_EVALUATION, EvaluationState.CONCLUDED),
    EvaluationStep.WITHDRAW: (ActName.WITHDRAW_EVALUATION, EvaluationState.WITHDRAWN),
}
# Who carries a result out; the page of the document asks for the rest.
_ACTS = {
    EvaluationResult.CONTINUE: ActName.CONTINUE_VALIDITY,
    EvaluationResult.AMEND: ActName.RECORD_AMENDMENT,
    EvaluationResult.REPEAL: ActName.END_DOCUMENT,
    EvaluationResult.LAPSE: ActName.END_DOCUMENT,
}
_NATURAL = (
    EvaluationStep.START,
    EvaluationStep.CONCLUDE,
    EvaluationStep.CARRY_OUT,
    EvaluationStep.REPORT,
    EvaluationStep.PLAN,
)


def possible_steps(page: EvaluationPage | None, person: PersonRow) -> tuple[EvaluationStep, ...]:
    """Return the steps to offer, in the order of the buttons."""
    return tuple(step for step in EvaluationStep if _is_possible(step, page, person))


def next_step(steps: tuple[EvaluationStep, ...]) -> EvaluationStep | None:
    """Return the step that is natural now, if any."""
    return next((step for step in _NATURAL if step in steps), None)


def may_fill_in(page: EvaluationPage | None, person: PersonRow) -> bool:
    """Tell whether the person may write on the score sheet."""
    filled_in = {EvaluationState.STARTED, EvaluationState.SCORED}
    is_open = page is not None and page.row.state in filled_in
    return is_open and person.may(ActName.SCORE_EVALUATION)


def may_add_papers(page: EvaluationPage | None, person: PersonRow) -> bool:
    """Tell whether the person may add papers and take them back."""
    is_open = page is not None and page.row.state in OPEN_EVALUATIONS
    return is_open and person.may(ActName.ADD_EVALUATION_MATERIAL)


def _is_possible(step: EvaluationStep, page: EvaluationPage | None, person: PersonRow) -> bool:
    if step is EvaluationStep.OPEN_DOCUMENT:
        return True
    if step is EvaluationStep.PLAN:
        is_over = page is None or page.row.state not in OPEN_EVALUATIONS
        return is_over and person.may(ActName.PLAN_EVALUATION)
    if page is None:
        return False
    if step is EvaluationStep.CARRY_OUT:
        is_owed = page.row.follow_up is EvaluationFollowUp.OWED
        return is_owed and page.row.result is not None and person.may(_ACTS[page.row.result])
    if step in _MOVES:
        act, target = _MOVES[step]
        return person.may(act) and can_step(Axis.EVALUATION, page.row.state, target)
    is_concluded = page.row.state is EvaluationState.CONCLUDED
    is_wanted = is_concluded if step is EvaluationStep.REPORT else _is_open(page)
    return is_wanted and person.may(ActName.ISSUE_LETTER)


def _is_open(page: EvaluationPage) -> bool:
    return page.row.state in OPEN_EVALUATIONS
