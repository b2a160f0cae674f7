"""Letters about a review (备案审查)."""

from datetime import date
from types import MappingProxyType

from models.domain.profile import Profile
from models.domain.terms import LetterSeries
from models.queries.office import office, profile
from models.queries.review_page import ReviewPage, review_page
from models.settings import Office
from resources.terms import name_in, name_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.kinds.review import FindingRow, ReviewOpinion


def propose_opinion(review_id: int, day: date) -> ProposedLetter:
    """Return the opinion (备案审查意见书) of a concluded review, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
        LetterFactMissingError: the review is not concluded.
    """
    page = review_page(review_id)
    opinion = _opinion(page, profile(), office(), day)
    return ProposedLetter(
        LetterSeries.REVIEW_OPINION, opinion, page.document_id, page.filing_id, review_id
    )


def _opinion(page: ReviewPage, rules: Profile, sender: Office, day: date) -> ReviewOpinion:
    standing = [row for row in page.findings if not row.withdrawn_reason]
    return ReviewOpinion(
        letter_number=name_in("Placeholder", "letter_number"),
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
            for position, row in enumerate(standing, start=1)
        ),
        requested_act=page.requested_act,
        report_days=rules.correction_term.value.amount,
        delivery_date=None,
        report_due_date=None,
        escalation_body=sender.government_name,
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )


def _problem_and_suggestion(problem: str, suggestion: str) -> str:
    """Say first what is wrong, then what is asked for, each as a sentence of its own."""
    parts = (part.strip().rstrip("。；") for part in (problem, suggestion))
    return "".join(f"{part}。" for part in parts if part)


PROPOSALS: Proposals = MappingProxyType({LetterSeries.REVIEW_OPINION: propose_opinion})
