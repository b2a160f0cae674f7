"""Everything the page of one review shows."""

from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import ReviewState
from models.domain.review_grading import grade
from models.domain.terms import FindingClass, ReviewConclusion, ReviewTrigger
from models.errors import InputError
from models.queries.deadlines import deadlines_of
from models.queries.document_rows import DeadlineRow, DocumentLetterRow
from models.queries.document_text import document_text
from models.queries.letters import letters_of
from models.tables.documents import Document
from models.tables.filings import Filing, Finding, Review
from models.tables.letters import Deadline, Letter
from models.tables.office import Person


class ReviewMissingError(InputError):
    """No review has this id."""

    code = "input.review_missing"
    facts = ("id",)


@dataclass(frozen=True)
class FindingRow:
    """One problem found; ``withdrawn_reason`` is empty while it stands."""

    id: int
    position: int
    clause: str
    quote: str
    finding_class: FindingClass
    problem: str
    basis_title: str
    basis_article: str
    basis_text: str
    suggestion: str
    withdrawn_reason: str


@dataclass(frozen=True)
class ReviewPage:
    """Everything about one review; ``conclusion`` is the one its findings lead to."""

    id: int
    document_id: int
    filing_id: int | None
    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    filing_register_number: str
    text: str
    trigger: ReviewTrigger
    state: ReviewState
    reviewer: str
    reviewer_login: str
    opened_date: date
    due_date: date
    concluded_date: date | None
    requested_act: str
    summary: str
    findings: tuple[FindingRow, ...]
    conclusion: ReviewConclusion
    deadlines: tuple[DeadlineRow, ...]
    letters: tuple[DocumentLetterRow, ...]


def review_page(review_id: int) -> ReviewPage:
    """Return everything about one review.

    Raises:
        ReviewMissingError: there is no such review.
    """
    review = (
        Review.select(Review, Document, Person)
        .join(Document)
        .switch(Review)
        .join(Person, on=(Review.reviewer == Person.id))
        .where(Review.id == review_id)
        .first()
    )
    if review is None:
        raise ReviewMissingError(id=review_id)
    document = review.document
    filing = Filing.get_or_none(Filing.id == review.filing_id)
    findings = _findings(review_id)
    standing = tuple(one.finding_class for one in findings if not one.withdrawn_reason)
    return ReviewPage(
        id=review.id,
        document_id=document.id,
        filing_id=review.filing_id,
        title=document.title,
        document_number=document.document_number or "",
        unified_number=document.unified_number or "",
        issuing_body_name=document.issuing_body_name,
        filing_register_number=(filing.filing_register_number or "") if filing else "",
        text=document_text(document.id),
        trigger=ReviewTrigger(review.review_trigger),
        state=ReviewState(review.state),
        reviewer=review.reviewer.name,
        reviewer_login=review.reviewer.login,
        opened_date=review.opened_date,
        due_date=review.due_date,
        concluded_date=review.concluded_date,
        requested_act=review.requested_act,
        summary=review.summary,
        findings=findings,
        conclusion=grade(standing),
        deadlines=deadlines_of(Deadline.review == review_id),
        letters=letters_of(Letter.review == review_id),
    )


def _findings(review_id: int) -> tuple[FindingRow, ...]:
    rows = Finding.select().where(Finding.review == review_id).order_by(Finding.position)
    return tuple(
        FindingRow(
            id=row.id,
            position=row.position,
            clause=row.clause,
            quote=row.quote,
            finding_class=FindingClass(row.finding_class),
            problem=row.problem,
            basis_title=row.basis_title,
            basis_article=row.basis_article,
            basis_text=row.basis_text,
            suggestion=row.suggestion,
            withdrawn_reason=row.withdrawn_reason or "",
        )
        for row in rows
    )
