"""A post-evaluation is planned, started, or taken back (后评估)."""

from uuid import uuid4

import msgspec

from models.acts.evaluation_refusals import EvaluationOpenError, EvaluationUselessError
from models.acts.lookup import fetch, profile_in_force, require
from models.acts.performing import Deed, act
from models.domain.evaluation import (
    EvaluationDueBasis,
    EvaluationEntry,
    tenths,
)
from models.domain.lifecycle import (
    OPEN_EVALUATIONS,
    Axis,
    EvaluationState,
    MakingState,
    step,
)
from models.domain.roles import ActName
from models.domain.terms import ValidityStatus
from models.due_dates import PLANNED, STARTED, EvaluationDue, evaluation_due
from models.evaluation_criteria import read_criteria, shipped_criteria_text
from models.kept_profiles import version_of
from models.settings import EvaluationKey
from models.tables.documents import Document
from models.tables.evaluations import Evaluation, EvaluationCriterion
from models.tables.lives import LifeStretch
from models.tables.office import Setting


@act(ActName.PLAN_EVALUATION)
def plan_evaluations(deed: Deed, entries: tuple[EvaluationEntry, ...]) -> tuple[int, ...]:
    """Plan evaluations, all or none, and return their ids in the order of the entries.

    Raises:
        RecordMissingError: no such document.
        EvaluationUselessError: a document is no longer in force.
        EvaluationOpenError: a document has an evaluation that is not finished.
    """
    return tuple(_plan(deed, entry) for entry in entries)


@act(ActName.START_EVALUATION)
def start_evaluation(deed: Deed, evaluation_id: int) -> int:
    """Start a planned evaluation under the score sheet in force, and return its id.

    The due date is counted from today, unless somebody stated one.

    Raises:
        RecordMissingError: no such evaluation.
        TransitionError: it was started before, or taken back.
    """
    evaluation = fetch(Evaluation, evaluation_id)
    state = step(Axis.EVALUATION, evaluation.state, EvaluationState.STARTED)
    criteria = read_criteria(criteria_text_in_force(), EvaluationKey.CRITERIA)
    due = _due_of_start(deed, evaluation)
    Evaluation.update(
        state=state,
        started_date=deed.today,
        criteria_name=criteria.name,
        criteria_source=criteria.source,
        criteria_verified=criteria.is_verified,
        revision=Evaluation.revision + 1,
        **_due_columns(due),
    ).where(Evaluation.id == evaluation_id).execute()
    for position, criterion in enumerate(criteria.criteria, start=1):
        EvaluationCriterion.insert(
            evaluation=evaluation_id,
            position=position,
            criterion_key=criterion.key,
            title=criterion.title,
            explanation=criterion.explanation,
            full_tenths=tenths(criterion.full_marks),
            remark="",
        ).execute()
    deed.record("evaluation", evaluation_id, state=state, criteria=criteria, due=due)
    return evaluation_id


@act(ActName.WITHDRAW_EVALUATION)
def withdraw_evaluation(deed: Deed, evaluation_id: int, reason: str) -> int:
    """Take back an evaluation that has no conclusion yet, with the reason, and return its id.

    Raises:
        FieldEmptyError: no reason is given.
        RecordMissingError: no such evaluation.
        TransitionError: it is concluded, or was taken back before.
    """
    require(reason=reason)
    evaluation = fetch(Evaluation, evaluation_id)
    state = step(Axis.EVALUATION, evaluation.state, EvaluationState.WITHDRAWN)
    Evaluation.update(
        state=state,
        withdrawn_reason=reason.strip(),
        withdrawn_at=deed.at,
        withdrawn_by=deed.person_id,
        revision=Evaluation.revision + 1,
    ).where(Evaluation.id == evaluation_id).execute()
    deed.record("evaluation", evaluation_id, state=state, reason=reason.strip())
    return evaluation_id


def criteria_text_in_force() -> str:
    """Return the text of the score sheet in force: the office's own, else the one on the shelf."""
    own = Setting.get_or_none(Setting.key == EvaluationKey.CRITERIA)
    return own.value if own is not None and own.value else shipped_criteria_text()


def _plan(deed: Deed, entry: EvaluationEntry) -> int:
    document = fetch(Document, entry.document_id)
    _refuse_useless(deed, document)
    _refuse_open(document)
    profile = profile_in_force(deed)
    due = evaluation_due(profile, (PLANNED, deed.today), document.expiry_date, entry.plan_year)
    if entry.due_date is not None:
        due = EvaluationDue(entry.due_date, EvaluationDueBasis.STATED)
    evaluation_id = int(
        Evaluation.insert(
            uid=uuid4().hex,
            document=document.id,
            unit=entry.unit.strip() or document.drafting_unit or document.issuing_body_name,
            origin=entry.origin,
            plan_name=entry.plan_name.strip(),
            plan_year=entry.plan_year,
            state=EvaluationState.PLANNED,
            planned_date=deed.today,
            planned_by=deed.person_id,
            criteria_name="",
            criteria_source="",
            criteria_verified=False,
            methods="",
            process="",
            findings="",
            suggestions="",
            reasons="",
            profile_id=profile.id,
            profile_version=version_of(profile),
            created_at=deed.at,
            revision=1,
            **_due_columns(due),
        ).execute()
    )
    deed.record("evaluation", evaluation_id, entry=entry, due=due)
    return evaluation_id


def _due_of_start(deed: Deed, evaluation: Evaluation) -> EvaluationDue | None:
    if evaluation.due_basis == EvaluationDueBasis.STATED and evaluation.due_date is not None:
        return EvaluationDue(evaluation.due_date, EvaluationDueBasis.STATED)
    expiry = fetch(Document, evaluation.document_id).expiry_date
    return evaluation_due(
        profile_in_force(deed), (STARTED, deed.today), expiry, evaluation.plan_year
    )


def _due_columns(due: EvaluationDue | None) -> dict[str, object]:
    computed = due.computed if due else None
    return {
        "due_date": due.day if due else None,
        "due_basis": due.basis if due else None,
        "derivation": msgspec.json.encode(computed).decode() if computed else "",
    }


def _refuse_useless(deed: Deed, document: Document) -> None:
    stretch = LifeStretch.get_or_none(
        LifeStretch.document == document.id,
        LifeStretch.first_day <= deed.today,
        LifeStretch.last_day >= deed.today,
    )
    status = ValidityStatus(stretch.status) if stretch else None
    is_over = status in {ValidityStatus.REPEALED, ValidityStatus.LAPSED}
    if is_over or document.making_state == MakingState.NOT_REGISTERED:
        raise EvaluationUselessError(title=document.title)


def _refuse_open(document: Document) -> None:
    standing = Evaluation.get_or_none(
        Evaluation.document == document.id, Evaluation.state.in_(sorted(OPEN_EVALUATIONS))
    )
    if standing is not None:
        raise EvaluationOpenError(title=document.title, planned_date=standing.planned_date)
