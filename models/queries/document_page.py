"""Everything the page of one document shows."""

from datetime import date

from models.domain.gates import (
    GatedStep,
    MissingGate,
    done_steps,
    missing_gates,
    next_step,
)
from models.domain.lifecycle import FilingState, MakingState, ReviewState
from models.domain.profile import DocumentTraits, MakingStep, Profile
from models.domain.records import FileRole, Origin
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    IssuanceKind,
    RelationKind,
)
from models.errors import InputError
from models.queries.deadlines import deadlines_of
from models.queries.document_rows import (
    DocumentFacts,
    DocumentFilingRow,
    DocumentPage,
    DocumentReviewRow,
    EvidenceRow,
    FileRow,
    IssuanceRow,
    IssuerRow,
    RelationRow,
)
from models.queries.imports import imported_from
from models.queries.letters import letters_about, letters_of
from models.queries.lives import DocumentLife, life_of_document
from models.recorded_lives import term_in
from models.tables.documents import (
    Document,
    DocumentFile,
    Issuance,
    JointIssuer,
    ProcedureEvidence,
    Relation,
)
from models.tables.filings import Filing, Review
from models.tables.letters import Deadline
from models.tables.office import Person


class DocumentMissingError(InputError):
    """No document has this id."""

    code = "input.document_missing"
    facts = ("id",)


def document_page(document_id: int, profile: Profile, today: date) -> DocumentPage:
    """Return everything about one document, judged by a profile on a day.

    Raises:
        DocumentMissingError: there is no such document.
    """
    document = (
        Document.select(Document, Person).join(Person).where(Document.id == document_id).first()
    )
    if document is None:
        raise DocumentMissingError(id=document_id)
    evidence = _evidence(document_id)
    life = life_of_document(document, today)
    return DocumentPage(
        facts=_facts(document),
        validity=life.judgement,
        life=life,
        joint_issuers=_joint_issuers(document_id),
        files=_files(document_id),
        evidence=evidence,
        issuances=_issuances(document_id),
        relations=_relations(document_id),
        filings=_filings(document_id),
        reviews=_reviews(document_id),
        letters=letters_of(letters_about(document_id)),
        deadlines=deadlines_of(Deadline.document == document_id),
        next_step=_next_step(document, profile),
        missing_gates=_missing(document, profile, evidence),
        imported=imported_from(document_id),
    )


def document_life(document_id: int, day: date) -> DocumentLife:
    """Return the life of one document, judged on a day.

    Raises:
        DocumentMissingError: there is no such document.
    """
    document = Document.get_or_none(Document.id == document_id)
    if document is None:
        raise DocumentMissingError(id=document_id)
    return life_of_document(document, day)


def _facts(document: Document) -> DocumentFacts:
    return DocumentFacts(
        id=document.id,
        revision=document.revision,
        origin=Origin(document.origin),
        title=document.title,
        issuing_body_id=document.issuing_body_id,
        issuing_body_name=document.issuing_body_name,
        document_class=DocumentClass(document.document_class),
        document_kind=document.document_kind,
        is_trial=document.is_trial,
        is_market_related=document.is_market_related,
        has_major_effect=document.has_major_effect,
        drafting_unit=document.drafting_unit,
        addressee=document.addressee,
        document_number=document.document_number or "",
        unified_number=document.unified_number or "",
        site_index_number=document.site_index_number or "",
        signer=document.signer,
        signed_date=document.signed_date,
        adopted_date=document.adopted_date,
        printed_date=document.printed_date,
        published_date=document.published_date,
        effective_date=document.effective_date,
        early_effect_reason=document.early_effect_reason,
        validity_term=term_in(
            document.validity_kind, document.validity_amount, document.validity_until_date
        ),
        expiry_date=document.expiry_date,
        interpretation_body=document.interpretation_body,
        making_state=MakingState(document.making_state),
        refusal_reason=document.refusal_reason,
        registered_date=document.registered_date,
        registered_by=document.registered_by.name,
        profile_id=document.profile_id,
        profile_version=document.profile_version,
    )


def _next_step(document: Document, profile: Profile) -> MakingStep | None:
    if document.origin != Origin.OWN or document.making_state == MakingState.NOT_REGISTERED:
        return None
    return next_step(
        profile,
        done_steps(
            state=MakingState(document.making_state),
            has_number=document.unified_number is not None,
            is_printed=document.printed_date is not None,
            is_published=document.published_date is not None,
        ),
    )


def _missing(
    document: Document, profile: Profile, evidence: tuple[EvidenceRow, ...]
) -> tuple[MissingGate, ...]:
    """Return what the next gated step waits for."""
    if document.origin != Origin.OWN or document.unified_number is not None:
        return ()
    traits = DocumentTraits(
        DocumentClass(document.document_class),
        is_market_related=document.is_market_related,
        has_major_effect=document.has_major_effect,
    )
    present = frozenset(row.kind for row in evidence)
    return missing_gates(profile, GatedStep.NUMBERING, traits, present)


def _joint_issuers(document_id: int) -> tuple[IssuerRow, ...]:
    rows = JointIssuer.select().where(JointIssuer.document == document_id)
    return tuple(IssuerRow(row.name, row.is_lead) for row in rows.order_by(JointIssuer.position))


def _files(document_id: int) -> tuple[FileRow, ...]:
    query = DocumentFile.select().where(DocumentFile.document == document_id)
    ranks = {role.value: rank for rank, role in enumerate(FileRole)}
    rows = sorted(query, key=lambda row: (ranks[row.role], row.position))
    return tuple(
        FileRow(
            row.stored_file_id,
            FileRole(row.role),
            row.title,
            row.stored_file.original_name,
            row.text,
        )
        for row in rows
    )


def _evidence(document_id: int) -> tuple[EvidenceRow, ...]:
    rows = ProcedureEvidence.select().where(ProcedureEvidence.document == document_id)
    return tuple(
        EvidenceRow(
            EvidenceKind(row.kind),
            row.start_date,
            row.end_date,
            row.result,
            row.reference,
            row.note,
            row.stored_file.original_name if row.stored_file else "",
            row.stored_file_id or "",
        )
        for row in rows.order_by(ProcedureEvidence.id)
    )


def _issuances(document_id: int) -> tuple[IssuanceRow, ...]:
    rows = Issuance.select(Issuance, Person).join(Person).where(Issuance.document == document_id)
    return tuple(
        IssuanceRow(
            IssuanceKind(row.kind),
            row.medium,
            row.issued_date,
            row.recorded_at,
            row.recorded_by.name,
        )
        for row in rows.order_by(Issuance.issued_date, Issuance.id)
    )


def _relations(document_id: int) -> tuple[RelationRow, ...]:
    own = Relation.select().where(Relation.document == document_id).order_by(Relation.id)
    named_by = (
        Relation.select(Relation, Document)
        .join(Document, on=(Relation.document == Document.id))
        .where(Relation.target == document_id)
        .order_by(Relation.id)
    )
    outgoing = (
        RelationRow(
            RelationKind(row.kind),
            row.target_title,
            row.target_number,
            row.target_id,
            row.clause,
            is_incoming=False,
        )
        for row in own
    )
    incoming = (
        RelationRow(
            RelationKind(row.kind),
            row.document.title,
            row.document.document_number or "",
            row.document_id,
            row.clause,
            is_incoming=True,
        )
        for row in named_by
    )
    return (*outgoing, *incoming)


def _filings(document_id: int) -> tuple[DocumentFilingRow, ...]:
    rows = Filing.select().where(Filing.document == document_id).order_by(Filing.id)
    return tuple(
        DocumentFilingRow(
            row.id,
            FilingState(row.state),
            row.received_date,
            row.filing_body_name,
            row.filing_register_number or "",
            row.filing_report_number,
        )
        for row in rows
    )


def _reviews(document_id: int) -> tuple[DocumentReviewRow, ...]:
    rows = (
        Review.select(Review, Person)
        .join(Person, on=(Review.reviewer == Person.id))
        .where(Review.document == document_id)
        .order_by(Review.id)
    )
    return tuple(
        DocumentReviewRow(
            row.id,
            ReviewState(row.state),
            row.opened_date,
            row.due_date,
            row.concluded_date,
            row.reviewer.name,
        )
        for row in rows
    )
