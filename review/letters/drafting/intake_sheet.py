"""The sheet on which a received filing is registered and followed (备案登记表)."""

from collections.abc import Iterable
from datetime import date

from models.domain.lifecycle import FilingState
from models.domain.terms import EvidenceKind, FilingRecipient, IssuanceKind, RelationKind
from models.kept_profiles import kept_profile
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentPage
from models.queries.filing_page import SupplementRow, filing_page
from models.queries.office import office, profile
from models.queries.review_page import ReviewPage, review_page
from resources.terms import RECEIVED_WAYS, name_in, name_of
from review.letters.drafting.words import (
    day_text,
    phrase,
    titled_text,
    validity_text,
    with_number,
)
from review.letters.kinds.filing_in import DemandedMaterialRow, FilingIntakeSheet


def draft_intake_sheet(filing_id: int, day: date) -> FilingIntakeSheet:
    """Return the intake sheet of a filing as its record stands on a day.

    Raises:
        FilingMissingError: there is no such filing.
    """
    page = filing_page(filing_id, profile())
    rules = kept_profile(page.profile_id, page.profile_version)
    limit = rules.filing_limit(FilingRecipient.OWN_GOVERNMENT).value
    document = document_page(page.document_id, rules, day)
    review = review_page(page.open_review_id) if page.open_review_id is not None else None
    facts = document.facts
    return FilingIntakeSheet(
        office_name=office().office_name,
        letter_date=day,
        filing_register_number=page.filing_register_number,
        received_date=page.received_date,
        received_way=name_in(RECEIVED_WAYS, page.received_way),
        filing_body_name=page.filing_body_name,
        filing_report_number=page.filing_report_number,
        issuing_body_name=facts.issuing_body_name,
        joint_issuers=tuple(
            one.name for one in document.joint_issuers if one.name != facts.issuing_body_name
        ),
        document_title=facts.title,
        document_number=facts.document_number,
        unified_number=facts.unified_number,
        document_class=name_of(facts.document_class),
        topic="",
        meeting=_meeting(document),
        adopted_date=facts.adopted_date,
        signer=facts.signer,
        published_date=facts.published_date,
        publication=_publication(document),
        effective_date=facts.effective_date,
        validity=validity_text(facts.validity_term, facts.expiry_date),
        is_trial=facts.is_trial,
        replaced=_related(document, {RelationKind.REPEALS, RelationKind.REPLACES}),
        bases=_related(document, {RelationKind.BASED_ON}),
        materials=tuple(
            DemandedMaterialRow(
                name=name_of(row.kind),
                copies=row.copies,
                is_demanded=row.is_demanded,
                remark=row.remark,
            )
            for row in page.materials
        ),
        days_used=page.days_used,
        limit_days=limit.amount,
        day_unit=name_of(limit.unit),
        is_in_time=page.is_timely,
        format_check="\n".join(_supplement_text(row) for row in page.supplements),
        decision=_decision(page.state),
        decision_reason=page.refusal_reason,
        decision_date=page.registered_date or page.refused_date,
        handled_by=page.handled_by,
        reviewer=review.reviewer if review else "",
        review_due_date=review.due_date if review else None,
        conclusion=_conclusion(review),
        concluded_date=review.concluded_date if review else None,
        correction_due_date=None,
        corrected_date=None,
        archive_number="",
    )


def _meeting(document: DocumentPage) -> str:
    proofs = [
        with_number(row.result or row.note, row.reference)
        for row in document.evidence
        if row.kind is EvidenceKind.COLLECTIVE_DELIBERATION
    ]
    return "\n".join(proof for proof in proofs if proof)


def _publication(document: DocumentPage) -> str:
    return "\n".join(
        phrase("with_number", words=row.medium, number=day_text(row.issued_date))
        for row in document.issuances
        if row.kind is IssuanceKind.PUBLISHED
    )


def _related(document: DocumentPage, kinds: Iterable[RelationKind]) -> tuple[str, ...]:
    return tuple(
        titled_text(row.title, row.number)
        for row in document.relations
        if row.kind in kinds and not row.is_incoming
    )


def _supplement_text(row: SupplementRow) -> str:
    name = "supplement_answered" if row.answered_date else "supplement_open"
    return phrase(
        name,
        requested=day_text(row.requested_date),
        due=day_text(row.due_date),
        answered=day_text(row.answered_date),
    )


def _decision(state: FilingState) -> str:
    """Return the decision of intake; nothing while it is open."""
    return "" if state is FilingState.RECEIVED else name_in("IntakeDecision", state.value)


def _conclusion(review: ReviewPage | None) -> str:
    if review is None or review.concluded_date is None:
        return ""
    return name_of(review.state)
