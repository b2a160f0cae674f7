"""Post-evaluations of documents of 云溪县 for tests."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.evaluation_sheet import SheetEntry, score_evaluation
from models.acts.evaluations import plan_evaluations, start_evaluation
from models.acts.register_document import register_historic_document
from models.domain.evaluation import (
    EvaluationConclusion,
    EvaluationEntry,
    EvaluationOrigin,
    EvaluationResult,
    Score,
)
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.evaluation_criteria import shipped_criteria
from tests.models.office import (
    CLERK,
    HEAD,
    NOON,
    REVIEWER,
    add_body,
    another,
    changed,
    order,
    parking_measures,
)

REASONS = "主要制度仍有必要，建议继续执行。"
FIVE_YEARS = ValidityTerm(ValidityTermKind.YEARS, 5)


def document_in_force(
    place: int = 1, body_id: int | None = None, effective: date = date(2021, 7, 1)
) -> int:
    """Return a document of the past that is in force for five years."""
    entry = changed(
        another(parking_measures(body_id or add_body()), place),
        adopted_date=effective,
        published_date=effective,
        effective_date=effective,
        validity_term=FIVE_YEARS,
    )
    return register_historic_document(order(), entry)


def plan_one(document_id: int, at: datetime = NOON) -> int:
    """Plan the evaluation of a document by hand."""
    entry = EvaluationEntry(document_id, EvaluationOrigin.BY_HAND)
    (evaluation_id,) = plan_evaluations(order(CLERK, at), (entry,))
    return evaluation_id


def start_one(document_id: int) -> int:
    """Plan and start the evaluation of a document."""
    return start_evaluation(order(CLERK), plan_one(document_id))


def full_scores(marks: Mapping[str, str] | None = None, remark: str = "") -> tuple[Score, ...]:
    """Return full marks for every line of the shipped sheet but those given."""
    given = marks or {}
    return tuple(
        Score(one.key, Decimal(given.get(one.key, str(one.full_marks))), remark)
        for one in shipped_criteria().criteria
    )


def score_one(document_id: int) -> int:
    """Plan, start and score the evaluation of a document."""
    evaluation_id = start_one(document_id)
    score_evaluation(order(REVIEWER), evaluation_id, SheetEntry(full_scores()))
    return evaluation_id


def conclude_one(
    document_id: int, result: EvaluationResult, at: datetime = NOON, reasons: str = REASONS
) -> int:
    """Evaluate a document up to a conclusion that enters nothing into its life."""
    evaluation_id = score_one(document_id)
    return conclude_evaluation(
        order(HEAD, at), evaluation_id, EvaluationConclusion(result, reasons)
    )
