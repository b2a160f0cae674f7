"""Letters about how a review ended (审查终结后的文书)."""

from datetime import date
from types import MappingProxyType

from models.domain.lifecycle import LetterState
from models.domain.profile import Profile
from models.domain.terms import LetterSeries
from models.queries.office import office, profile
from models.queries.review_page import ReviewPage, review_page
from models.settings import Office
from resources.terms import name_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.review_course import of_review, standing_findings
from review.letters.drafting.sender import sender_fields
from review.letters.kinds.review import (
    FindingRow,
    RemarkLetter,
    RemarkRow,
    ReviewConclusionNotice,
    ReviewOpinion,
)

_SAYS_MORE = (LetterSeries.REVIEW_OPINION, LetterSeries.REMARK_LETTER)
"""Letters that tell the findings of a review."""


def propose_opinion(review_id: int, day: date) -> ProposedLetter:
    """Return the opinion (备案审查意见书) of a concluded review, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
        LetterFactMissingError: the review is not concluded.
    """
    page = review_page(review_id)
    opinion = _opinion(page, profile(), office(), day)
    return of_review(LetterSeries.REVIEW_OPINION, opinion, page)


def propose_remark_letter(review_id: int, day: date) -> ProposedLetter:
    """Return the hint (提醒函) at faults of technique of a concluded review, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
        LetterFactMissingError: the review is not concluded.
    """
    page = review_page(review_id)
    letter = RemarkLetter(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        filing_register_number=page.filing_register_number,
        concluded_date=stated("concluded_date", page.concluded_date),
        remarks=tuple(
            RemarkRow(
                clause=row.clause,
                quote=row.quote,
                remark=_problem_and_suggestion(row.problem, row.suggestion),
            )
            for row in standing_findings(page)
        ),
    )
    return of_review(LetterSeries.REMARK_LETTER, letter, page)


def propose_conclusion_notice(review_id: int, day: date) -> ProposedLetter:
    """Return the word (审查终结反馈) how a review ended, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
        LetterFactMissingError: the review is not concluded.
    """
    page = review_page(review_id)
    letter = ReviewConclusionNotice(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        filing_register_number=page.filing_register_number,
        trigger=name_of(page.trigger),
        opened_date=page.opened_date,
        concluded_date=stated("concluded_date", page.concluded_date),
        conclusion=page.conclusion,
        remark_count=len(standing_findings(page)),
        related_letter=_letter_that_says_more(page),
    )
    return of_review(LetterSeries.REVIEW_CONCLUSION, letter, page)


def _letter_that_says_more(page: ReviewPage) -> str:
    """Return the number of the standing opinion or reminder; empty when there is none."""
    numbers = (
        row.letter_number
        for row in page.letters
        if row.kind in _SAYS_MORE and row.state is LetterState.ISSUED
    )
    return next(numbers, "")


def _opinion(page: ReviewPage, rules: Profile, sender: Office, day: date) -> ReviewOpinion:
    return ReviewOpinion(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        copy_to=(),
        document_title=page.title,
        document_number=page.document_number,
        unified_number=page.unified_number,
        filing_register_number=page.filing_register_number,
        trigger=name_of(page.trigger),
        opened_date=page.opened_date,
        concluded_date=stated("concluded_date", page.concluded_date),
        findings=tuple(
            FindingRow(
                position=position,
                clause=row.clause,
                quote=row.quote,
                finding_class=name_of(row.finding_class),
                basis_law=row.basis_title,
                basis_article=row.basis_article,
                basis_text=row.basis_text,
                suggestion=_problem_and_suggestion(row.problem, row.suggestion),
            )
            for position, row in enumerate(standing_findings(page), start=1)
        ),
        requested_act=page.requested_act,
        report_days=rules.correction_term.value.amount,
        delivery_date=None,
        report_due_date=None,
        escalation_body=sender.government_name,
    )


def _problem_and_suggestion(problem: str, suggestion: str) -> str:
    """Say first what is wrong, then what is asked for, each as a sentence of its own."""
    parts = (part.strip().rstrip("。；") for part in (problem, suggestion))
    return "".join(f"{part}。" for part in parts if part)


PROPOSALS: Proposals = MappingProxyType(
    {
        LetterSeries.REVIEW_OPINION: propose_opinion,
        LetterSeries.REMARK_LETTER: propose_remark_letter,
        LetterSeries.REVIEW_CONCLUSION: propose_conclusion_notice,
    }
)
