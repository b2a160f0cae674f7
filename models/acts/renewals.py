"""A document whose term ends is published anew (重新公布): with a new number, or as it is."""

from dataclasses import dataclass
from datetime import date

from models.acts.document_entry import (
    check_entry,
    check_issuer,
    insert_document,
    refuse_duplicate,
    refuse_ended,
    without_texts,
)
from models.acts.life_events import Effect, record_events
from models.acts.life_lines import EventRecord
from models.acts.lookup import fetch, profile_in_force, require
from models.acts.performing import Deed, act
from models.acts.register_document import check_authority, check_gates
from models.domain.gates import GatedStep
from models.domain.life_changes import life_event
from models.domain.lifecycle import MakingState
from models.domain.profile import Profile
from models.domain.records import (
    DocumentEntry,
    DuplicateHandling,
    EvidenceEntry,
    JointIssuerEntry,
    Origin,
    RelationEntry,
)
from models.domain.roles import ActName
from models.domain.terms import DocumentClass, RelationKind
from models.domain.validity import ValidityTerm
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.domain.validity_plan import STRICT, Allowance
from models.recorded_lives import known_rules, recorded_lines, term_in
from models.tables.documents import Document, JointIssuer, Relation


@dataclass(frozen=True)
class Renewal:
    """What is published anew.

    Attributes:
        effect: The day from which it is in force anew, and the decision.
        term: The term it states now; None for the one it stated before.
        document_number, adopted_date, evidence: Of the new document, where the rules of the
            place want it registered and numbered anew.
        allowance: What somebody has looked at and means all the same.
    """

    effect: Effect
    term: ValidityTerm | None = None
    document_number: str = ""
    adopted_date: date | None = None
    evidence: tuple[EvidenceEntry, ...] = ()
    allowance: Allowance = STRICT


@act(ActName.RENEW_DOCUMENT)
def renew_document(deed: Deed, document_id: int, renewal: Renewal) -> int:
    """Publish a document anew and return the id of the record that goes on.

    Where the profile wants a new number this is a new record with a term of its own, linked to the
    old one, to be numbered and published like any other; the old one goes on until the new one is
    in force. Otherwise it is the same record, and its term runs by the profile's clock.

    Raises:
        FieldEmptyError: no reason is given.
        DocumentEndedError: it was repealed, declared lapsed or revoked.
        NoFurtherDayError, ShortensValidityError: the same record would gain no day.
        GatesMissingError, WrongAuthorityError, BodyEndedError, BodyNotEligibleError,
        DuplicateDocumentError: a new record cannot be registered.
        RecordMissingError: the document, or the one that causes it, is not there.
    """
    require(reason=renewal.effect.reason)
    document = fetch(Document, document_id)
    profile = profile_in_force(deed)
    if profile.renewal_new_number.value:
        return _register_anew(deed, document, renewal, profile)
    effect = renewal.effect
    event = life_event(
        ValidityEventKind.RENEWED,
        effect.begin_date,
        term=renewal.term or _term_of(document),
        clock=profile.continued_clock.value,
    )
    record = EventRecord(event, effect.reason, effect.caused_by_id)
    record_events(deed, [(document_id, record)], renewal.allowance)
    return document_id


def end_renewed(deed: Deed, document_id: int) -> None:
    """End what a document that has just been published takes the place of.

    The old document ends on the day from which the new one is in force. One that has lapsed before
    stays lapsed: the days in between remain as they were.
    """
    renewing = fetch(Document, document_id)
    known = [day for day in (renewing.published_date, renewing.effective_date) if day is not None]
    effect = Effect(max(known), renewing.document_number or renewing.title, document_id)
    event = ValidityEvent(ValidityEventKind.REPEALED, effect.begin_date)
    record = EventRecord(event, effect.reason, document_id)
    standing = [one.id for one in _renewed(document_id) if _is_in_force(one, effect.begin_date)]
    record_events(deed, [(one, record) for one in standing])


def _renewed(document_id: int) -> list[Document]:
    targets = Relation.select(Relation.target).where(
        Relation.document == document_id,
        Relation.kind == RelationKind.RENEWS,
        Relation.target.is_null(is_null=False),
    )
    return list(Document.select().where(Document.id.in_(targets)).order_by(Document.id))


def _is_in_force(document: Document, day: date) -> bool:
    line = recorded_lines([document], known_rules())[document.id]
    return line.on(day).status.is_in_force


def _register_anew(deed: Deed, document: Document, renewal: Renewal, profile: Profile) -> int:
    entry = _entry_anew(document, renewal)
    check_entry(deed, entry)
    body = check_issuer(entry, may_have_ended=False)
    check_authority(profile, entry)
    check_gates(profile, GatedStep.REGISTRATION, entry)
    refuse_ended(entry)
    refuse_duplicate(entry, DuplicateHandling.REFUSE)
    standing = (Origin.OWN, MakingState.REGISTERED)
    document_id = insert_document(deed, entry, body, profile, standing)
    deed.record("document", document_id, entry=without_texts(entry))
    return document_id


def _entry_anew(document: Document, renewal: Renewal) -> DocumentEntry:
    """Return the entry of the new record: what the old one says, but for numbers and days."""
    issuers = JointIssuer.select().where(JointIssuer.document == document.id)
    return DocumentEntry(
        title=document.title,
        issuing_body_id=document.issuing_body_id,
        document_class=DocumentClass(document.document_class),
        document_kind=document.document_kind,
        document_number=renewal.document_number,
        is_trial=document.is_trial,
        is_market_related=document.is_market_related,
        has_major_effect=document.has_major_effect,
        drafting_unit=document.drafting_unit,
        addressee=document.addressee,
        adopted_date=renewal.adopted_date,
        effective_date=renewal.effect.begin_date,
        validity_term=renewal.term or _term_of(document),
        interpretation_body=document.interpretation_body,
        joint_issuers=tuple(
            JointIssuerEntry(row.name, row.body_id, row.is_lead)
            for row in issuers.order_by(JointIssuer.position)
        ),
        evidence=renewal.evidence,
        relations=(
            RelationEntry(
                RelationKind.RENEWS,
                document.title,
                document.document_number or document.unified_number or "",
                document.id,
                renewal.effect.reason,
            ),
        ),
    )


def _term_of(document: Document) -> ValidityTerm | None:
    return term_in(document.validity_kind, document.validity_amount, document.validity_until_date)
