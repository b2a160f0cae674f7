"""A clerk has a registered document numbered (统一编号)."""

from dataclasses import dataclass, replace

from models.acts.ledger import NumberSubject, draw_number, scheme_in_force
from models.acts.lookup import fetch, office_in_force, profile_in_force
from models.acts.performing import Deed, act
from models.acts.refusals import GatesMissingError
from models.domain.document_number import normalise
from models.domain.gates import GatedStep, missing_gates
from models.domain.lifecycle import Axis, MakingState, step
from models.domain.number_grammar import NumberFields, NumberScheme, YearOf
from models.domain.profile import DocumentTraits, Profile
from models.domain.roles import ActName
from models.domain.terms import DocumentClass, EvidenceKind, NumberKind
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, ProcedureEvidence


@dataclass(frozen=True)
class Allotment:
    """A number that was allotted: its ledger line and its exact printed form."""

    entry_id: int
    number: str


@act(ActName.ALLOT_NUMBER)
def allot_number(deed: Deed, document_id: int) -> Allotment:
    """Give a registered document its unified number (统一登记号), irrevocably.

    The year is that of registration and numbering, not of the document's date.

    Raises:
        TransitionError: it is not registered, or has a number.
        GatesMissingError: a required material is missing.
        NoSchemeError: the profile gives no unified numbers.
        NumberFieldMissingError: the office or the body lacks a code the number needs.
        CounterBehindError: numbers entered from the past lie ahead of the counter.
    """
    document = fetch(Document, document_id)
    step(Axis.MAKING, document.making_state, MakingState.NUMBERED)
    profile = profile_in_force(deed)
    _check_gates(profile, document)
    scheme = scheme_in_force(profile, NumberKind.UNIFIED_NUMBER, deed.today)
    fields = _fields_of(deed, scheme, document)
    drawn = draw_number(deed, scheme, fields, NumberSubject(document_id=document_id))
    Document.update(
        unified_number=drawn.printed,
        unified_number_key=normalise(drawn.printed),
        making_state=MakingState.NUMBERED,
        revision=Document.revision + 1,
    ).where(Document.id == document_id).execute()
    deed.record("document", document_id, unified_number=drawn.printed, scheme=scheme.id)
    return Allotment(drawn.entry_id, drawn.printed)


def number_fields(deed: Deed, body: IssuingBody) -> NumberFields:
    """Return what the office and a body put into numbers given today."""
    return replace(
        office_fields(deed),
        organ=body.organ_code,
        organ_short=body.short_name,
        code=body.document_code,
        dept=body.organ_code,
    )


def office_fields(deed: Deed) -> NumberFields:
    """Return what the office alone puts into numbers given today."""
    office = office_in_force()
    return NumberFields(
        region=office.region,
        level=office.level,
        area=office.area,
        year=deed.today.year,
        month=deed.today.month,
    )


def _fields_of(deed: Deed, scheme: NumberScheme, document: Document) -> NumberFields:
    fields = number_fields(deed, document.issuing_body)
    if scheme.year_of is YearOf.DOCUMENT and document.adopted_date is not None:
        return replace(fields, year=document.adopted_date.year)
    return fields


def _check_gates(profile: Profile, document: Document) -> None:
    traits = DocumentTraits(
        DocumentClass(document.document_class),
        is_market_related=document.is_market_related,
        has_major_effect=document.has_major_effect,
    )
    kinds = ProcedureEvidence.select(ProcedureEvidence.kind).where(
        ProcedureEvidence.document == document.id
    )
    present = frozenset(EvidenceKind(row.kind) for row in kinds)
    missing = missing_gates(profile, GatedStep.NUMBERING, traits, present)
    required = tuple(gate.evidence for gate in missing if gate.is_required)
    if required:
        raise GatesMissingError(step=GatedStep.NUMBERING, missing=required)
