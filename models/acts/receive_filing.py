"""A clerk receives a filing (收件)."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from models.acts.deadlines import DeadlineKind, DeadlineOwner, set_deadline
from models.acts.document_entry import (
    check_entry,
    check_issuer,
    insert_document,
    refuse_duplicate,
    without_texts,
)
from models.acts.lookup import fetch, profile_in_force, require, require_order, require_past
from models.acts.performing import Deed, act
from models.acts.refusals import FieldEmptyError, FilingOpenError
from models.domain.lifecycle import FilingState, MakingState
from models.domain.profile import Profile
from models.domain.records import DuplicateHandling, IntakeEntry, MaterialEntry, Origin
from models.domain.roles import ActName
from models.due_dates import compute, filing_timeliness
from models.kept_profiles import version_of
from models.tables.bodies import IssuingBody
from models.tables.documents import Document
from models.tables.filings import Filing, FilingMaterial


@act(ActName.RECEIVE_FILING)
def receive_filing(
    deed: Deed, intake: IntakeEntry, handling: DuplicateHandling = DuplicateHandling.REFUSE
) -> int:
    """Enter a filing with its materials, see whether it came in time, and return its id.

    Raises:
        FieldEmptyError: neither a document nor its record is named, or no way of receipt.
        FutureDateError, DateOrderError: the dates cannot be true.
        FilingOpenError: the document has a filing that was not refused.
        DuplicateDocumentError: the document is in the register already.
    """
    require(received_way=intake.received_way)
    require_past(deed, received_date=intake.received_date)
    profile = profile_in_force(deed)
    filing_body = fetch(IssuingBody, intake.filing_body_id)
    document = _document_of(deed, intake, profile, handling)
    require_order("published_date", document.published_date, "received_date", intake.received_date)
    _refuse_open(document)
    filing_id = int(
        Filing.insert(
            uid=uuid4().hex,
            document=document.id,
            filing_body=filing_body.id,
            filing_body_name=filing_body.name,
            filing_report_number=intake.filing_report_number,
            received_date=intake.received_date,
            received_way=intake.received_way,
            state=FilingState.RECEIVED,
            refusal_reason="",
            handled_by=deed.person_id,
            profile_id=profile.id,
            profile_version=version_of(profile),
            created_at=deed.at,
            revision=1,
            **timeliness(profile, document.published_date, intake.received_date),
        ).execute()
    )
    keep_materials(filing_id, intake.materials)
    _set_formal_check(profile, int(document.id), filing_id, intake.received_date)
    deed.record("filing", filing_id, document=document.id, intake=_audited(intake))
    return filing_id


def keep_materials(filing_id: int, materials: tuple[MaterialEntry, ...]) -> None:
    """Write down which papers came, in place of what was written before."""
    FilingMaterial.delete().where(FilingMaterial.filing == filing_id).execute()
    for material in materials:
        FilingMaterial.insert(
            filing=filing_id, kind=material.kind, copies=material.copies, remark=material.remark
        ).execute()


def _document_of(
    deed: Deed, intake: IntakeEntry, profile: Profile, handling: DuplicateHandling
) -> Document:
    if intake.document_id is not None:
        return fetch(Document, intake.document_id)
    if intake.document is None:
        raise FieldEmptyError(field="document")
    check_entry(deed, intake.document)
    body = check_issuer(intake.document, may_have_ended=True)
    refuse_duplicate(intake.document, handling)
    document_id = insert_document(
        deed, intake.document, body, profile, (Origin.FILED, MakingState.RECEIVED)
    )
    return fetch(Document, document_id)


def _refuse_open(document: Document) -> None:
    standing = Filing.get_or_none(
        Filing.document == document.id, Filing.state != FilingState.REFUSED
    )
    if standing is not None:
        raise FilingOpenError(title=document.title, received_date=standing.received_date)


def timeliness(
    profile: Profile, published_date: date | None, received_date: date
) -> dict[str, object]:
    """Return the columns that say whether a filing came in time; empty while unpublished."""
    if published_date is None:
        return {"filing_due_date": None, "is_timely": None, "days_used": None}
    judged = filing_timeliness(profile, published_date, received_date)
    return {
        "filing_due_date": judged.computed.due_date,
        "is_timely": judged.is_timely,
        "days_used": judged.days_used,
    }


def _set_formal_check(
    profile: Profile, document_id: int, filing_id: int, received_date: date
) -> None:
    computed = compute(profile, "received_date", received_date, profile.formal_check_term.value)
    set_deadline(DeadlineKind.FORMAL_CHECK, DeadlineOwner(document_id, filing_id), computed)


def _audited(intake: IntakeEntry) -> IntakeEntry:
    if intake.document is None:
        return intake
    return replace(intake, document=without_texts(intake.document))
