"""The three outcomes of intake: 予以备案登记、暂缓(补正)、不予备案登记."""

from dataclasses import dataclass
from datetime import date

from models.acts.allot_number import number_fields
from models.acts.deadlines import (
    DeadlineKind,
    DeadlineOwner,
    meet_deadline,
    set_deadline,
)
from models.acts.formal_checks import refuse_faulty
from models.acts.ledger import NumberSubject, draw_number, scheme_in_force
from models.acts.lookup import fetch, profile_in_force, require, require_order, require_past
from models.acts.performing import Deed, act
from models.acts.receive_filing import keep_materials
from models.acts.refusals import FieldEmptyError, MaterialsMissingError
from models.domain.document_number import normalise
from models.domain.lifecycle import Axis, FilingState, step
from models.domain.profile import Profile
from models.domain.records import DefectEntry, MaterialEntry
from models.domain.roles import ActName
from models.domain.terms import MaterialKind, NumberKind
from models.due_dates import compute
from models.tables.filings import Filing, FilingMaterial, Supplement, SupplementItem


@dataclass(frozen=True)
class Acceptance:
    """The filing register number (备案登记号) a filing was given, and the day."""

    filing_register_number: str
    registered_date: date


@act(ActName.ACCEPT_FILING)
def accept_filing(deed: Deed, filing_id: int) -> Acceptance:
    """Register a complete filing (予以备案登记) and give it its register number.

    Raises:
        TransitionError: it has been decided, or waits for a supplement.
        MaterialsMissingError: a material the profile demands has not come.
        FormalCheckFaultyError: the formal check found it faulty.
        NoSchemeError: the profile has no series for filings.
    """
    filing = fetch(Filing, filing_id)
    step(Axis.FILING, filing.state, FilingState.REGISTERED)
    profile = profile_in_force(deed)
    _check_materials(profile, filing_id)
    refuse_faulty(filing_id)
    scheme = scheme_in_force(profile, NumberKind.FILING_REGISTER_NUMBER, deed.today)
    fields = number_fields(deed, filing.filing_body)
    drawn = draw_number(deed, scheme, fields, NumberSubject(filing_id=filing_id))
    Filing.update(
        state=FilingState.REGISTERED,
        registered_date=deed.today,
        filing_register_number=drawn.printed,
        filing_register_number_key=normalise(drawn.printed),
        handled_by=deed.person_id,
        revision=Filing.revision + 1,
    ).where(Filing.id == filing_id).execute()
    _meet_formal_check(filing, deed.today)
    deed.record("filing", filing_id, filing_register_number=drawn.printed, scheme=scheme.id)
    return Acceptance(drawn.printed, deed.today)


@act(ActName.REQUEST_SUPPLEMENT)
def request_supplement(deed: Deed, filing_id: int, defects: tuple[DefectEntry, ...]) -> date:
    """Defer the registration until the defects are mended (补正) and return the due date.

    Raises:
        TransitionError: the filing has been decided, or waits already.
        FieldEmptyError: no defect is named.
    """
    if not defects:
        raise FieldEmptyError(field="defects")
    for one in defects:
        require(defect=one.defect)
    filing = fetch(Filing, filing_id)
    step(Axis.FILING, filing.state, FilingState.DEFERRED)
    profile = profile_in_force(deed)
    computed = compute(profile, "delivered_date", deed.today, profile.supplement_term.value)
    supplement_id = Supplement.insert(
        filing=filing_id,
        requested_date=deed.today,
        due_date=computed.due_date,
        requested_by=deed.person_id,
    ).execute()
    for position, one in enumerate(defects, start=1):
        SupplementItem.insert(
            supplement=supplement_id, position=position, defect=one.defect, rule=one.rule
        ).execute()
    _move(deed, filing_id, FilingState.DEFERRED)
    _meet_formal_check(filing, deed.today)
    owner = DeadlineOwner(filing.document_id, filing_id)
    set_deadline(DeadlineKind.SUPPLEMENT, owner, computed)
    deed.record("filing", filing_id, defects=defects, due_date=computed.due_date)
    return computed.due_date


@act(ActName.RECORD_SUPPLEMENT)
def record_supplement(
    deed: Deed, filing_id: int, answered_date: date, materials: tuple[MaterialEntry, ...]
) -> int:
    """Enter that the supplement came, with the papers the filing has now; return the filing's id.

    The formal check begins anew from that day.

    Raises:
        TransitionError: the filing does not wait for a supplement.
        FutureDateError, DateOrderError: the day cannot be true.
    """
    require_past(deed, answered_date=answered_date)
    filing = fetch(Filing, filing_id)
    step(Axis.FILING, filing.state, FilingState.RECEIVED)
    waiting = Supplement.get(Supplement.filing == filing_id, Supplement.answered_date.is_null())
    require_order("requested_date", waiting.requested_date, "answered_date", answered_date)
    Supplement.update(answered_date=answered_date).where(Supplement.id == waiting.id).execute()
    before = [
        MaterialEntry(MaterialKind(row.kind), row.copies, row.remark)
        for row in FilingMaterial.select().where(FilingMaterial.filing == filing_id)
    ]
    keep_materials(filing_id, materials)
    _move(deed, filing_id, FilingState.RECEIVED)
    profile = profile_in_force(deed)
    owner = DeadlineOwner(filing.document_id, filing_id)
    meet_deadline(DeadlineKind.SUPPLEMENT, owner, answered_date)
    computed = compute(profile, "received_date", answered_date, profile.formal_check_term.value)
    set_deadline(DeadlineKind.FORMAL_CHECK, owner, computed)
    deed.record(
        "filing", filing_id, answered_date=answered_date, before=before, materials=materials
    )
    return filing_id


@act(ActName.REFUSE_FILING)
def refuse_filing(deed: Deed, filing_id: int, reason: str) -> int:
    """Refuse a filing (不予备案登记) with its reason and return its id.

    Raises:
        TransitionError: it has been decided.
        FieldEmptyError: no reason is given.
    """
    require(reason=reason)
    filing = fetch(Filing, filing_id)
    step(Axis.FILING, filing.state, FilingState.REFUSED)
    Filing.update(
        state=FilingState.REFUSED,
        refusal_reason=reason,
        refused_date=deed.today,
        handled_by=deed.person_id,
        revision=Filing.revision + 1,
    ).where(Filing.id == filing_id).execute()
    _meet_formal_check(filing, deed.today)
    owner = DeadlineOwner(filing.document_id, filing_id)
    meet_deadline(DeadlineKind.SUPPLEMENT, owner, deed.today)
    deed.record("filing", filing_id, reason=reason)
    return filing_id


def _check_materials(profile: Profile, filing_id: int) -> None:
    came = {
        row.kind
        for row in FilingMaterial.select().where(
            FilingMaterial.filing == filing_id, FilingMaterial.copies > 0
        )
    }
    missing = tuple(kind for kind in profile.filing_materials.value if kind.value not in came)
    if missing:
        raise MaterialsMissingError(missing=missing)


def _move(deed: Deed, filing_id: int, state: FilingState) -> None:
    Filing.update(state=state, handled_by=deed.person_id, revision=Filing.revision + 1).where(
        Filing.id == filing_id
    ).execute()


def _meet_formal_check(filing: Filing, day: date) -> None:
    owner = DeadlineOwner(filing.document_id, int(filing.id))
    meet_deadline(DeadlineKind.FORMAL_CHECK, owner, day)
