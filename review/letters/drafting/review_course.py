"""Letters while a review goes on: questions, consultation, more time (审查过程中的文书)."""

from datetime import date
from types import MappingProxyType

from models.domain.terms import LetterSeries
from models.queries.office import profile
from models.queries.review_page import FindingRow, ReviewPage, review_page
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter
from review.letters.drafting.sender import sender_fields
from review.letters.drafting.times import last_day, time_text
from review.letters.drafting.words import phrase, titled
from review.letters.kinds.base import NumberedLetter
from review.letters.kinds.review import (
    ConsultationLetter,
    ExplanationRequest,
    QuestionRow,
    ReviewExtension,
)


def propose_explanation_request(review_id: int, day: date) -> ProposedLetter:
    """Return the request (请予说明函) to explain what was found so far, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
    """
    page, rules = review_page(review_id), profile()
    letter = ExplanationRequest(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        filing_register_number=page.filing_register_number,
        questions=tuple(
            QuestionRow(clause=row.clause, quote=row.quote, question=_question(row))
            for row in standing_findings(page)
        ),
        materials=(),
        reply_date=last_day(rules, "letter_date", day, rules.explanation_term.value),
        pauses_clock=rules.explanation_pauses_clock.value,
    )
    return of_review(LetterSeries.EXPLANATION_REQUEST, letter, page)


def propose_consultation(review_id: int, day: date) -> ProposedLetter:
    """Return the request (征求意见函) for the view of others; a person writes to whom.

    Raises:
        ReviewMissingError: there is no such review.
    """
    page, rules = review_page(review_id), profile()
    letter = ConsultationLetter(
        **sender_fields(day),
        addressee="",
        issuing_body_name=page.issuing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        matters=tuple(
            phrase("consulted_matter", clause=row.clause, problem=row.problem.rstrip("。；"))
            for row in standing_findings(page)
        ),
        reply_date=last_day(rules, "letter_date", day, rules.consultation_term.value),
        attachments=(titled(page.title),),
    )
    return of_review(LetterSeries.CONSULTATION_LETTER, letter, page)


def propose_extension(review_id: int, day: date) -> ProposedLetter:
    """Return the notice (审查延期通知) that a review takes longer; a person writes why.

    Raises:
        ReviewMissingError: there is no such review.
    """
    page, rules = review_page(review_id), profile()
    term = rules.review_extension.value
    letter = ReviewExtension(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        filing_register_number=page.filing_register_number,
        opened_date=page.opened_date,
        due_date=page.due_date,
        extension_time=time_text(term),
        extended_due_date=last_day(rules, "due_date", page.due_date, term) if term else None,
        reason="",
    )
    return of_review(LetterSeries.REVIEW_EXTENSION, letter, page)


def standing_findings(page: ReviewPage) -> tuple[FindingRow, ...]:
    """Return the findings of a review that were not withdrawn."""
    return tuple(row for row in page.findings if not row.withdrawn_reason)


def of_review(kind: LetterSeries, letter: NumberedLetter, page: ReviewPage) -> ProposedLetter:
    """Return a letter as one about a review."""
    return ProposedLetter(kind, letter, page.document_id, page.filing_id, page.id)


def _question(row: FindingRow) -> str:
    return phrase("asked_basis", problem=row.problem.rstrip("。；"))


PROPOSALS: Proposals = MappingProxyType(
    {
        LetterSeries.EXPLANATION_REQUEST: propose_explanation_request,
        LetterSeries.CONSULTATION_LETTER: propose_consultation,
        LetterSeries.REVIEW_EXTENSION: propose_extension,
    }
)
