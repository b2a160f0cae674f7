"""One post-evaluation with its score sheet and materials; and what should be evaluated next."""

from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from models.derivations import explain
from models.domain.calendar import Deadline
from models.domain.evaluation import CriteriaSet, EvaluationCourse, EvaluationDueBasis, marks_of
from models.errors import InputError
from models.evaluation_criteria import read_criteria, shipped_criteria, shipped_criteria_text
from models.queries.evaluations import EvaluationRow, evaluation_rows
from models.queries.tuples import tuples_of
from models.settings import EvaluationKey
from models.tables.documents import Document, StoredFile
from models.tables.evaluations import Evaluation, EvaluationCriterion, EvaluationMaterial
from models.tables.office import Person, Setting


class EvaluationMissingError(InputError):
    """No evaluation has this id."""

    code = "input.evaluation_missing"
    facts = ("id",)


@dataclass(frozen=True)
class CriterionRow:
    """One line of a score sheet; ``marks`` is empty while nothing was given."""

    key: str
    position: int
    title: str
    explanation: str
    full_marks: str
    marks: str
    remark: str


@dataclass(frozen=True)
class MaterialRow:
    """A paper an evaluation stands on; a withdrawn one has a reason and counts for nothing."""

    id: int
    title: str
    original_name: str
    sha256: str
    added_at: datetime
    added_by: str
    withdrawn_reason: str


@dataclass(frozen=True)
class EvaluationPage:
    """Everything about one evaluation.

    ``derivation`` says how a computed due date was found; empty where it was not counted.
    """

    row: EvaluationRow
    issuing_body_name: str
    effective_date: date | None
    published_date: date | None
    due_basis: EvaluationDueBasis | None
    derivation: str
    criteria_name: str
    criteria_source: str
    criteria_verified: bool
    sheet: tuple[CriterionRow, ...]
    course: EvaluationCourse
    materials: tuple[MaterialRow, ...]
    scored_date: date | None
    reasons: str
    planned_by: str
    concluded_by: str
    withdrawn_reason: str
    revision: int


def evaluation_page(evaluation_id: int, today: date) -> EvaluationPage:
    """Return everything about one evaluation.

    Raises:
        EvaluationMissingError: there is no such evaluation.
    """
    rows = evaluation_rows([evaluation_id], today)
    if not rows:
        raise EvaluationMissingError(id=evaluation_id)
    one = Evaluation.get_by_id(evaluation_id)
    document = Document.get_by_id(one.document_id)
    return EvaluationPage(
        row=rows[0],
        issuing_body_name=document.issuing_body_name,
        effective_date=document.effective_date,
        published_date=document.published_date,
        due_basis=EvaluationDueBasis(one.due_basis) if one.due_basis else None,
        derivation=_explained(one.derivation),
        criteria_name=one.criteria_name,
        criteria_source=one.criteria_source,
        criteria_verified=one.criteria_verified,
        sheet=_sheet(evaluation_id),
        course=EvaluationCourse(
            tuple(one.methods.splitlines()), one.process, one.findings, one.suggestions
        ),
        materials=_materials(evaluation_id),
        scored_date=one.scored_date,
        reasons=one.reasons,
        planned_by=_name(one.planned_by_id),
        concluded_by=_name(one.concluded_by_id),
        withdrawn_reason=one.withdrawn_reason or "",
        revision=one.revision,
    )


def criteria_in_force() -> CriteriaSet:
    """Return the score sheet that an evaluation is begun with today."""
    own = _own_text()
    return read_criteria(own, EvaluationKey.CRITERIA) if own else shipped_criteria()


def criteria_text() -> str:
    """Return the text of that score sheet, as an office may change it."""
    return _own_text() or shipped_criteria_text()


def _own_text() -> str:
    own = Setting.get_or_none(Setting.key == EvaluationKey.CRITERIA)
    return own.value if own is not None else ""


def _explained(derivation: str) -> str:
    return explain(msgspec.json.decode(derivation, type=Deadline)) if derivation else ""


def _sheet(evaluation_id: int) -> tuple[CriterionRow, ...]:
    rows = (
        EvaluationCriterion.select()
        .where(EvaluationCriterion.evaluation == evaluation_id)
        .order_by(EvaluationCriterion.position)
    )
    return tuple(
        CriterionRow(
            row.criterion_key,
            row.position,
            row.title,
            row.explanation,
            str(marks_of(row.full_tenths)),
            "" if row.tenths is None else str(marks_of(row.tenths)),
            row.remark,
        )
        for row in rows
    )


def _materials(evaluation_id: int) -> tuple[MaterialRow, ...]:
    query = (
        EvaluationMaterial.select(
            EvaluationMaterial.id,
            EvaluationMaterial.title,
            StoredFile.original_name,
            StoredFile.sha256,
            EvaluationMaterial.added_at,
            Person.name,
            EvaluationMaterial.withdrawn_reason,
        )
        .join(StoredFile)
        .switch(EvaluationMaterial)
        .join(Person, on=(EvaluationMaterial.added_by == Person.id))
        .where(EvaluationMaterial.evaluation == evaluation_id)
        .order_by(EvaluationMaterial.id)
    )
    return tuple(MaterialRow(*(*row, reason or "")) for *row, reason in tuples_of(query))


def _name(person_id: int | None) -> str:
    person = Person.get_or_none(Person.id == person_id) if person_id is not None else None
    return person.name if person is not None else ""
