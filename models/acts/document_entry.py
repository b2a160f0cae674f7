"""Write the facts of a document into the register, inside an act."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from models.acts.life_lines import redraw
from models.acts.lookup import fetch, require, require_order, require_past
from models.acts.performing import Deed
from models.acts.refusals import (
    BodyEndedError,
    BodyNotEligibleError,
    DuplicateDocumentError,
    LeadMissingError,
)
from models.domain.document_number import normalise
from models.domain.lifecycle import MakingState
from models.domain.profile import Profile
from models.domain.records import (
    DocumentEntry,
    DuplicateHandling,
    EvidenceEntry,
    FileEntry,
    Origin,
    Sameness,
)
from models.domain.terms import RelationKind
from models.domain.titles import title_key
from models.domain.validity_errors import DocumentEndedError
from models.kept_profiles import version_of
from models.tables.bodies import IssuingBody
from models.tables.documents import (
    Document,
    DocumentFile,
    JointIssuer,
    ProcedureEvidence,
    Relation,
    StoredFile,
)


def check_entry(deed: Deed, entry: DocumentEntry) -> None:
    """Refuse an entry that cannot be true or lacks what every record needs.

    Raises:
        FieldEmptyError: the title is empty.
        FutureDateError: it was signed, adopted or published in the future.
        DateOrderError: it was published before it was adopted.
        LeadMissingError: joint issuers without exactly one lead.
    """
    require(title=entry.title)
    require_past(
        deed,
        signed_date=entry.signed_date,
        adopted_date=entry.adopted_date,
        published_date=entry.published_date,
    )
    require_order("adopted_date", entry.adopted_date, "published_date", entry.published_date)
    if entry.joint_issuers and sum(one.is_lead for one in entry.joint_issuers) != 1:
        raise LeadMissingError(title=entry.title)


def check_issuer(entry: DocumentEntry, *, may_have_ended: bool) -> IssuingBody:
    """Return the issuing body, or refuse one that may not issue.

    Raises:
        RecordMissingError: no such body.
        BodyEndedError: it was renamed or merged, and the document is a new one.
        BodyNotEligibleError: it may not issue normative documents.
    """
    body = fetch(IssuingBody, entry.issuing_body_id)
    if may_have_ended:
        return body
    if body.ended_date is not None:
        raise BodyEndedError(
            name=body.name, successor=body.successor.name if body.successor else ""
        )
    if not body.is_eligible:
        raise BodyNotEligibleError(name=body.name, reason=body.ineligible_reason)
    return body


def refuse_duplicate(entry: DocumentEntry, handling: DuplicateHandling) -> None:
    """Refuse a document that is registered already, unless a clerk has looked at it and insists.

    What a document renews is no double of it: it has the same title by right.

    Raises:
        DuplicateDocumentError: same file, same document number, or same title and issuer.
    """
    if handling is DuplicateHandling.REGISTER_ALL_THE_SAME:
        return
    renewed = {one.target_id for one in entry.relations if one.kind is RelationKind.RENEWS}
    for sameness, twin in _twins(entry):
        if twin.id in renewed:
            continue
        raise DuplicateDocumentError(
            sameness=sameness,
            title=twin.title,
            number=twin.unified_number or twin.document_number or "",
            registered_date=twin.registered_date,
        )


def refuse_ended(entry: DocumentEntry) -> None:
    """Refuse to publish anew what has been ended by a decision.

    Raises:
        DocumentEndedError: names the document and the day.
    """
    for one in entry.relations:
        if one.kind is not RelationKind.RENEWS or one.target_id is None:
            continue
        renewed = fetch(Document, one.target_id)
        if renewed.ended_date is not None:
            raise DocumentEndedError(title=renewed.title, ended_date=renewed.ended_date)


def _twins(entry: DocumentEntry) -> Iterable[tuple[Sameness, Document]]:
    standing = Document.making_state != MakingState.NOT_REGISTERED
    hashes = [file.sha256 for file in entry.files]
    if hashes:
        with_file = DocumentFile.select(DocumentFile.document).where(
            DocumentFile.stored_file.in_(hashes)
        )
        yield from (
            (Sameness.FILE, row)
            for row in Document.select().where(standing, Document.id.in_(with_file))
        )
    if entry.document_number:
        key = normalise(entry.document_number)
        yield from (
            (Sameness.DOCUMENT_NUMBER, row)
            for row in Document.select().where(standing, Document.document_number_key == key)
        )
    same_title = Document.select().where(
        standing,
        Document.title_key == title_key(entry.title),
        Document.issuing_body == entry.issuing_body_id,
    )
    yield from ((Sameness.TITLE, row) for row in same_title)


def insert_document(
    deed: Deed,
    entry: DocumentEntry,
    body: IssuingBody,
    profile: Profile,
    standing: tuple[Origin, MakingState],
) -> int:
    """Insert the document with its issuers, files, evidence and relations; return its id."""
    origin, making_state = standing
    document_id = int(
        Document.insert(
            uid=uuid4().hex,
            origin=origin,
            making_state=making_state,
            issuing_body=body.id,
            issuing_body_name=body.name,
            profile_id=profile.id,
            profile_version=version_of(profile),
            registered_date=deed.today,
            registered_by=deed.person_id,
            created_at=deed.at,
            refusal_reason="",
            revision=1,
            **facts_of(entry),
        ).execute()
    )
    redraw([document_id])
    _insert_issuers(document_id, entry)
    for position, file in enumerate(entry.files, start=1):
        insert_file(deed, document_id, file, position)
    for evidence in entry.evidence:
        insert_evidence(deed, document_id, evidence)
    for relation in entry.relations:
        Relation.insert(
            document=document_id,
            kind=relation.kind,
            target=relation.target_id,
            target_title=relation.target_title,
            target_number=relation.target_number,
            clause=relation.clause,
        ).execute()
    return document_id


def facts_of(entry: DocumentEntry) -> dict[str, object]:
    """Return the columns of a document that an entry fills."""
    number = entry.document_number.strip()
    return {
        "title": entry.title.strip(),
        "title_key": title_key(entry.title),
        "document_class": entry.document_class,
        "document_kind": entry.document_kind,
        "is_trial": entry.is_trial,
        "is_market_related": entry.is_market_related,
        "has_major_effect": entry.has_major_effect,
        "drafting_unit": entry.drafting_unit,
        "addressee": entry.addressee,
        "document_number": number or None,
        "document_number_key": normalise(number) if number else None,
        "site_index_number": entry.site_index_number or None,
        "signer": entry.signer,
        "signed_date": entry.signed_date,
        "adopted_date": entry.adopted_date,
        "published_date": entry.published_date,
        "effective_date": entry.effective_date,
        "early_effect_reason": entry.early_effect_reason,
        "interpretation_body": entry.interpretation_body,
        **_validity_of(entry),
    }


def _validity_of(entry: DocumentEntry) -> dict[str, object]:
    term = entry.validity_term
    if term is None:
        return dict.fromkeys(("validity_kind", "validity_amount", "validity_until_date"))
    return {
        "validity_kind": term.kind,
        "validity_amount": term.amount or None,
        "validity_until_date": term.until_date,
    }


def _insert_issuers(document_id: int, entry: DocumentEntry) -> None:
    for position, issuer in enumerate(entry.joint_issuers, start=1):
        JointIssuer.insert(
            document=document_id,
            body=issuer.body_id,
            name=issuer.name,
            position=position,
            is_lead=issuer.is_lead,
        ).execute()


def insert_file(deed: Deed, document_id: int, file: FileEntry, position: int) -> None:
    """Attach a file of the store to a document."""
    keep_stored_file(deed, file)
    DocumentFile.insert(
        document=document_id,
        role=file.role,
        title=file.title or file.original_name,
        position=position,
        stored_file=file.sha256,
        text=file.text,
        added_at=deed.at,
    ).execute()


def insert_evidence(deed: Deed, document_id: int, evidence: EvidenceEntry) -> int:
    """Attach proof of a step of the procedure to a document and return its id.

    Raises:
        DateOrderError: it ends before it starts.
        FutureDateError: it ended in the future.
    """
    require_order("start_date", evidence.start_date, "end_date", evidence.end_date)
    require_past(deed, end_date=evidence.end_date)
    if evidence.file is not None:
        keep_stored_file(deed, evidence.file)
    return int(
        ProcedureEvidence.insert(
            document=document_id,
            kind=evidence.kind,
            start_date=evidence.start_date,
            end_date=evidence.end_date,
            result=evidence.result,
            reference=evidence.reference,
            note=evidence.note,
            stored_file=evidence.file.sha256 if evidence.file else None,
            added_at=deed.at,
        ).execute()
    )


def keep_stored_file(deed: Deed, file: FileEntry) -> None:
    """Note a file of the store in the register, once for each content."""
    if not StoredFile.select().where(StoredFile.sha256 == file.sha256).exists():
        StoredFile.insert(
            sha256=file.sha256,
            size=file.size,
            original_name=file.original_name,
            stored_at=deed.at,
        ).execute()


def without_texts(entry: DocumentEntry) -> DocumentEntry:
    """Leave the text of the files out, for the audit trail: their hashes stand for it."""
    return replace(entry, files=tuple(replace(file, text="") for file in entry.files))
