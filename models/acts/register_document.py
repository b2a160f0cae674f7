"""A clerk registers a document (统一登记), or records one from the past."""

from models.acts.document_entry import (
    check_entry,
    check_issuer,
    insert_document,
    refuse_duplicate,
    refuse_ended,
    without_texts,
)
from models.acts.lookup import office_in_force, profile_in_force, require
from models.acts.performing import Deed, act
from models.acts.refusals import GatesMissingError, WrongAuthorityError
from models.domain.gates import GatedStep, missing_gates, registering_authority
from models.domain.lifecycle import MakingState
from models.domain.profile import DocumentTraits, Profile
from models.domain.records import DocumentEntry, DuplicateHandling, Origin
from models.domain.roles import ActName
from models.tables.documents import Document


@act(ActName.REGISTER_DOCUMENT)
def register_document(
    deed: Deed,
    entry: DocumentEntry,
    handling: DuplicateHandling = DuplicateHandling.REFUSE,
) -> int:
    """Register a document that the office is to number, and return its id.

    Raises:
        WrongAuthorityError: the profile leaves registration to another authority.
        BodyNotEligibleError: the issuer may not issue normative documents.
        GatesMissingError: a required material is missing.
        DuplicateDocumentError: it is registered already.
        DocumentEndedError: it renews one that was repealed, declared lapsed or revoked.
    """
    profile = profile_in_force(deed)
    check_entry(deed, entry)
    body = check_issuer(entry, may_have_ended=False)
    check_authority(profile, entry)
    check_gates(profile, GatedStep.REGISTRATION, entry)
    refuse_ended(entry)
    refuse_duplicate(entry, handling)
    document_id = insert_document(deed, entry, body, profile, (Origin.OWN, MakingState.REGISTERED))
    deed.record("document", document_id, entry=without_texts(entry), handling=handling)
    return document_id


@act(ActName.REGISTER_DOCUMENT)
def register_historic_document(
    deed: Deed,
    entry: DocumentEntry,
    handling: DuplicateHandling = DuplicateHandling.REFUSE,
) -> int:
    """Record a document issued before the register was kept, and return its id.

    It passes no gates, since they were not kept then; bodies that have ended may have issued it.

    Raises:
        DuplicateDocumentError: it is in the register already.
    """
    profile = profile_in_force(deed)
    check_entry(deed, entry)
    body = check_issuer(entry, may_have_ended=True)
    refuse_duplicate(entry, handling)
    state = MakingState.PUBLISHED if entry.published_date else MakingState.REGISTERED
    document_id = insert_document(deed, entry, body, profile, (Origin.HISTORIC, state))
    deed.record("document", document_id, entry=without_texts(entry), handling=handling)
    return document_id


@act(ActName.REFUSE_REGISTRATION)
def refuse_registration(deed: Deed, entry: DocumentEntry, reason: str) -> int:
    """Record that a document is not registered and why (不予登记), and return its id.

    It gets no number; the record stays so that the refusal can be shown.

    Raises:
        FieldEmptyError: no reason is given.
    """
    require(reason=reason)
    profile = profile_in_force(deed)
    check_entry(deed, entry)
    body = check_issuer(entry, may_have_ended=True)
    document_id = insert_document(
        deed, entry, body, profile, (Origin.OWN, MakingState.NOT_REGISTERED)
    )
    Document.update(refusal_reason=reason).where(Document.id == document_id).execute()
    deed.record("document", document_id, entry=without_texts(entry), reason=reason)
    return document_id


def check_authority(profile: Profile, entry: DocumentEntry) -> None:
    """Refuse a document that another authority registers under the profile.

    Raises:
        WrongAuthorityError: names who registers it.
    """
    authority = registering_authority(profile, entry.document_class)
    if authority.value != office_in_force().office_kind.value:
        raise WrongAuthorityError(title=entry.title, authority=authority)


def check_gates(profile: Profile, step: GatedStep, entry: DocumentEntry) -> None:
    """Refuse a step while required materials are missing.

    Raises:
        GatesMissingError: names them.
    """
    traits = DocumentTraits(
        entry.document_class,
        is_market_related=entry.is_market_related,
        has_major_effect=entry.has_major_effect,
    )
    present = frozenset(evidence.kind for evidence in entry.evidence)
    missing = missing_gates(profile, step, traits, present)
    required = tuple(gate.evidence for gate in missing if gate.is_required)
    if required:
        raise GatesMissingError(step=step, missing=required)
