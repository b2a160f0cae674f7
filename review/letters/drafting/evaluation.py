"""The report of an evaluation, drafted from its score sheet and its conclusion (后评估报告)."""

from datetime import date
from types import MappingProxyType

from models.domain.evaluation import EvaluationOrigin
from models.domain.lifecycle import EvaluationState
from models.domain.terms import LetterSeries
from models.queries.evaluation_page import EvaluationPage, evaluation_page
from models.queries.evaluations import evaluations_of_document
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.sender import sender_fields
from review.letters.drafting.words import day_text, phrase
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.evaluation import EvaluationReport, ScoreRow


def propose_evaluation_report(document_id: int, day: date) -> ProposedLetter:
    """Return the report (后评估报告) of the newest concluded evaluation of a document.

    Raises:
        LetterFactMissingError: no evaluation of the document has a conclusion.
    """
    page = _newest_concluded(document_id, day)
    row, course, result = page.row, page.course, page.row.result
    if result is None:
        raise LetterFactMissingError(field="evaluation_result")
    letter = EvaluationReport(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        document_title=row.title,
        document_number=row.document_number,
        unified_number=row.unified_number,
        effective_date=stated("effective_date", page.effective_date),
        expiry_date=row.expiry_date,
        evaluation_reason=reason_of(row.origin, row.plan_name, row.expiry_date),
        evaluation_unit=row.unit,
        started_date=stated("started_date", row.started_date),
        report_date=stated("report_date", row.report_date),
        methods=course.methods,
        process=course.process,
        criteria_name=page.criteria_name,
        scores=tuple(
            ScoreRow(
                title=line.title, full_marks=line.full_marks, marks=line.marks, remark=line.remark
            )
            for line in page.sheet
        ),
        total_marks=row.marks,
        total_full_marks=row.full_marks,
        findings=course.findings,
        suggestions=course.suggestions,
        result=result,
        reasons=page.reasons,
        materials=tuple(one.title for one in page.materials if not one.withdrawn_reason),
    )
    return ProposedLetter(
        LetterSeries.EVALUATION_REPORT, letter, document_id, document_ids=(document_id,)
    )


def reason_of(origin: EvaluationOrigin, plan_name: str, expiry_date: date | None) -> str:
    """Return why a document is evaluated now, as the part of a sentence."""
    if origin is EvaluationOrigin.ANNUAL_PLAN and plan_name:
        return phrase("evaluation_planned", plan=plan_name)
    if expiry_date is None:
        return phrase("years_in_force")
    return phrase("expiry_near", day=day_text(expiry_date))


def _newest_concluded(document_id: int, day: date) -> EvaluationPage:
    for row in evaluations_of_document(document_id, day):
        if row.state is EvaluationState.CONCLUDED:
            return evaluation_page(row.id, day)
    raise LetterFactMissingError(field="evaluation_result")


PROPOSALS: Proposals = MappingProxyType({LetterSeries.EVALUATION_REPORT: propose_evaluation_report})
