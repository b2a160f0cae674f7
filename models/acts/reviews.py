"""A reviewer opens a review, finds problems, and concludes (备案审查)."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from models.acts.deadlines import (
    DeadlineKind,
    DeadlineOwner,
    meet_deadline,
    set_deadline,
)
from models.acts.lookup import fetch, profile_in_force, require
from models.acts.performing import Deed, UnknownPersonError, act
from models.acts.refusals import (
    ConclusionUnfoundedError,
    FilingNotRegisteredError,
    QuoteNotInTextError,
    ReviewOpenError,
)
from models.domain.lifecycle import Axis, FilingState, ReviewState, step
from models.domain.records import FindingEntry, ReviewEntry
from models.domain.review_grading import conclusion_follows
from models.domain.roles import ActName
from models.domain.terms import FindingClass, ReviewConclusion
from models.domain.titles import has_quote
from models.due_dates import compute
from models.kept_profiles import version_of
from models.tables.documents import Document, DocumentFile
from models.tables.filings import Filing, Finding, Review
from models.tables.office import Person


@dataclass(frozen=True)
class OpenedReview:
    """A review that was opened and the day it must be concluded by."""

    review_id: int
    due_date: date


@act(ActName.OPEN_REVIEW)
def open_review(deed: Deed, entry: ReviewEntry) -> OpenedReview:
    """Open a review of a document and set its statutory clock going.

    Raises:
        RecordMissingError: no such document or filing.
        FilingNotRegisteredError: the filing has not been registered.
        ReviewOpenError: the document is under review already.
        UnknownPersonError: nobody with the reviewer's login works here.
    """
    document = fetch(Document, entry.document_id)
    _refuse_open(document)
    _check_filing(document, entry)
    reviewer = _reviewer(deed, entry)
    profile = profile_in_force(deed)
    computed = compute(profile, "opened_date", deed.today, profile.review_term.value)
    review_id = int(
        Review.insert(
            uid=uuid4().hex,
            document=document.id,
            filing=entry.filing_id,
            review_trigger=entry.trigger,
            state=ReviewState.UNDER_REVIEW,
            reviewer=reviewer.id,
            opened_date=deed.today,
            due_date=computed.due_date,
            requested_act="",
            summary="",
            profile_id=profile.id,
            profile_version=version_of(profile),
            created_at=deed.at,
            revision=1,
        ).execute()
    )
    owner = DeadlineOwner(int(document.id), entry.filing_id, review_id)
    set_deadline(DeadlineKind.REVIEW, owner, computed)
    deed.record(
        "review", review_id, entry=entry, reviewer=reviewer.name, due_date=computed.due_date
    )
    return OpenedReview(review_id, computed.due_date)


@act(ActName.ADD_FINDING)
def add_finding(deed: Deed, review_id: int, finding: FindingEntry) -> int:
    """Add a problem with clause, quote and basis to an open review; return the finding's id.

    Raises:
        FieldEmptyError: clause, quote, problem or basis is empty.
        QuoteNotInTextError: the quoted words do not stand in the document's text.
        TransitionError: the review is concluded.
    """
    require(
        clause=finding.clause,
        quote=finding.quote,
        problem=finding.problem,
        basis_title=finding.basis_title,
    )
    review = _under_review(review_id)
    _check_quote(review.document_id, finding.quote)
    last = (
        Finding.select(Finding.position)
        .where(Finding.review == review_id)
        .order_by(Finding.position.desc())
        .first()
    )
    finding_id = int(
        Finding.insert(
            review=review_id,
            position=(last.position if last else 0) + 1,
            clause=finding.clause,
            quote=finding.quote,
            finding_class=finding.finding_class,
            problem=finding.problem,
            basis_title=finding.basis_title,
            basis_article=finding.basis_article,
            basis_text=finding.basis_text,
            suggestion=finding.suggestion,
            added_at=deed.at,
            added_by=deed.person_id,
        ).execute()
    )
    deed.record("review", review_id, finding_id=finding_id, finding=finding)
    return finding_id


@act(ActName.WITHDRAW_FINDING)
def withdraw_finding(deed: Deed, finding_id: int, reason: str) -> int:
    """Take back a finding of an open review, with the reason; it stays visible. Return its id.

    Raises:
        FieldEmptyError: no reason is given.
        TransitionError: the review is concluded.
    """
    require(reason=reason)
    finding = fetch(Finding, finding_id)
    _under_review(finding.review_id)
    Finding.update(withdrawn_reason=reason).where(Finding.id == finding_id).execute()
    deed.record("review", finding.review_id, withdrawn_finding_id=finding_id, reason=reason)
    return finding_id


@act(ActName.CONCLUDE_REVIEW)
def conclude_review(
    deed: Deed, review_id: int, conclusion: ReviewConclusion, requested_act: str, summary: str
) -> date:
    """Conclude a review and return the day.

    Raises:
        TransitionError: it is concluded already.
        ConclusionUnfoundedError: the conclusion does not follow from the findings.
        FieldEmptyError: a defect is found and nothing is requested of the issuer.
    """
    review = _under_review(review_id)
    state = step(Axis.REVIEW, review.state, ReviewState(conclusion.value))
    classes = tuple(
        FindingClass(row.finding_class)
        for row in Finding.select().where(
            Finding.review == review_id, Finding.withdrawn_reason.is_null()
        )
    )
    if not conclusion_follows(conclusion, classes):
        raise ConclusionUnfoundedError(conclusion=conclusion, findings=len(classes))
    if conclusion is ReviewConclusion.CONCLUDED_DEFECT:
        require(requested_act=requested_act)
    Review.update(
        state=state,
        concluded_date=deed.today,
        requested_act=requested_act,
        summary=summary,
        revision=Review.revision + 1,
    ).where(Review.id == review_id).execute()
    owner = DeadlineOwner(review.document_id, review.filing_id, review_id)
    meet_deadline(DeadlineKind.REVIEW, owner, deed.today)
    deed.record(
        "review", review_id, conclusion=conclusion, requested_act=requested_act, summary=summary
    )
    return deed.today


def _under_review(review_id: int) -> Review:
    """Return a review that is still open; concluding it must still be possible."""
    review = fetch(Review, review_id)
    step(Axis.REVIEW, review.state, ReviewState.CONCLUDED_OK)
    return review


def _refuse_open(document: Document) -> None:
    standing = Review.get_or_none(
        Review.document == document.id, Review.state == ReviewState.UNDER_REVIEW
    )
    if standing is not None:
        raise ReviewOpenError(title=document.title, opened_date=standing.opened_date)


def _check_filing(document: Document, entry: ReviewEntry) -> None:
    if entry.filing_id is None:
        return
    filing = fetch(Filing, entry.filing_id)
    if filing.document_id != document.id or filing.state != FilingState.REGISTERED:
        raise FilingNotRegisteredError(title=document.title)


def _reviewer(deed: Deed, entry: ReviewEntry) -> Person:
    login = entry.reviewer_login or deed.login
    person: Person | None = Person.get_or_none(Person.login == login, Person.is_active)
    if person is None:
        raise UnknownPersonError(login=login)
    return person


def _check_quote(document_id: int, quote: str) -> None:
    texts = [
        row.text
        for row in DocumentFile.select(DocumentFile.text).where(
            DocumentFile.document == document_id
        )
        if row.text
    ]
    if texts and not any(has_quote(text, quote) for text in texts):
        raise QuoteNotInTextError(quote=quote)
