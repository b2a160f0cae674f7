"""The paper that ends a post-evaluation (后评估)."""

from dataclasses import dataclass
from datetime import date

from models.domain.evaluation import EvaluationResult
from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One line of the score sheet.

    Attributes:
        title: What is looked at, for example ``"合法性"``.
        full_marks: The marks it can bring, as they are printed.
        marks: The marks given, as they are printed.
        remark: Why; may be empty.
    """

    title: str
    full_marks: str
    marks: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport(NumberedLetter):
    """The report on how a document works, and what should become of it (后评估报告).

    Attributes:
        addressee: The body that issued the document.
        document_title: Without book marks.
        unified_number: Empty when the document has none.
        expiry_date: Last day of validity; None when it has no term.
        evaluation_reason: Why now, as the part of a sentence, for example ``"有效期即将届满"``.
        evaluation_unit: Who evaluated.
        methods: How, for example ``"问卷调查"``; may be empty.
        process: How it went, in whole sentences.
        criteria_name: Name of the score sheet, without book marks.
        total_marks: Sum of the marks given.
        total_full_marks: Sum of the marks there were.
        findings: What was found, in whole sentences.
        suggestions: What is suggested beside the result; may be empty.
        result: What the evaluation comes to.
        reasons: Why, in whole sentences.
        materials: Papers that go with the report; may be empty.
    """

    document_title: str
    document_number: str
    unified_number: str
    effective_date: date
    expiry_date: date | None
    evaluation_reason: str
    evaluation_unit: str
    started_date: date
    report_date: date
    methods: tuple[str, ...]
    process: str
    criteria_name: str
    scores: tuple[ScoreRow, ...]
    total_marks: str
    total_full_marks: str
    findings: str
    suggestions: str
    result: EvaluationResult
    reasons: str
    materials: tuple[str, ...]


KINDS = (LetterKind("evaluation_report", EvaluationReport, "后评估报告"),)
