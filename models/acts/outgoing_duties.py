"""The duty to file an own document upward arises with its publication (报备)."""

from dataclasses import dataclass
from datetime import date

import msgspec

from models.acts.lookup import fetch, profile_in_force
from models.acts.outgoing_refusals import (
    NothingToFileError,
    NotPublishedError,
    OutgoingFilingExistsError,
)
from models.acts.performing import Deed, act
from models.domain.calendar import Deadline
from models.domain.lifecycle import OutgoingState
from models.domain.profile import OutgoingRecipient, Profile
from models.domain.records import Origin
from models.domain.roles import ActName
from models.domain.terms import DocumentClass, FilingRecipient
from models.due_dates import compute
from models.kept_profiles import kept_profile, version_of
from models.tables.documents import Document
from models.tables.outgoing_filings import OutgoingFiling, OutgoingRecount


@dataclass(frozen=True)
class _Duty:
    """To whom a document must go under which rules, and the day the limit runs from."""

    profile: Profile
    to: OutgoingRecipient
    published_date: date


@act(ActName.OPEN_OUTGOING_FILINGS)
def open_outgoing_filings(deed: Deed, document_id: int) -> tuple[int, ...]:
    """List a published document to be filed with each recipient, and return the filings' ids.

    Publication does it by itself; this is for documents published before the register kept count.

    Raises:
        RecordMissingError: there is no such document.
        NothingToFileError: it was made elsewhere, or the profile names nobody for its class.
        NotPublishedError: it was not published.
        OutgoingFilingExistsError: it is listed already.
    """
    document = fetch(Document, document_id)
    if document.published_date is None:
        raise NotPublishedError(title=document.title)
    if _filings(document_id):
        raise OutgoingFilingExistsError(title=document.title)
    opened = arise(deed, document)
    if not opened:
        raise NothingToFileError(title=document.title)
    deed.record("document", document_id, filings_due=opened)
    return tuple(one.id for one in _filings(document_id))


def arise(deed: Deed, document: Document) -> list[dict[str, object]]:
    """Note with whom a published document must be filed until when; return what was noted."""
    profile = profile_in_force(deed)
    day = document.published_date
    if day is None or document.origin != Origin.OWN:
        return []
    filed = DocumentClass(document.document_class)
    return [
        _open(deed, document.id, _Duty(profile, one, day))
        for one in profile.outgoing_recipients.value
        if filed in one.document_classes
    ]


def follow_publication(
    deed: Deed, document: Document, was_published: date | None
) -> list[dict[str, object]]:
    """Let the filings follow the day of publication when it became known or was changed.

    Returns what was noted or counted anew, for the audit line; nothing when the day is as it was.
    """
    day = document.published_date
    if day is None or day == was_published:
        return []
    filings = _filings(document.id)
    if filings:
        return [_count_anew(deed, filing, day) for filing in filings]
    return arise(deed, document) if was_published is None else []


def _open(deed: Deed, document_id: int, duty: _Duty) -> dict[str, object]:
    profile, to = duty.profile, duty.to
    computed = _last_day(profile, to, duty.published_date)
    filing_id = OutgoingFiling.insert(
        document=document_id,
        recipient=to.recipient,
        recipient_title=to.title,
        state=OutgoingState.DUE,
        published_date=duty.published_date,
        copies=profile.outgoing_copies(to),
        profile_id=profile.id,
        profile_version=version_of(profile),
        created_at=deed.at,
        **_counted(computed),
    ).execute()
    return {"filing_id": int(filing_id), "recipient": to.title, "due_date": computed.due_date}


def _count_anew(deed: Deed, filing: OutgoingFiling, day: date) -> dict[str, object]:
    profile = kept_profile(filing.profile_id, filing.profile_version)
    computed = _last_day(profile, _recipient(profile, filing), day)
    OutgoingRecount.insert(
        filing=filing.id,
        published_date=filing.published_date,
        due_date=filing.due_date,
        recorded_at=deed.at,
        recorded_by=deed.person_id,
    ).execute()
    OutgoingFiling.update(published_date=day, **_counted(computed)).where(
        OutgoingFiling.id == filing.id
    ).execute()
    return {
        "filing_id": filing.id,
        "was_due_date": filing.due_date,
        "due_date": computed.due_date,
    }


def _recipient(profile: Profile, filing: OutgoingFiling) -> OutgoingRecipient:
    """Return the recipient under the rules of the day on which the duty arose."""
    kept = profile.outgoing_recipient(filing.recipient_title)
    return kept or OutgoingRecipient(FilingRecipient(filing.recipient), filing.recipient_title)


def _last_day(profile: Profile, to: OutgoingRecipient, day: date) -> Deadline:
    return compute(profile, "published_date", day, profile.outgoing_term(to))


def _counted(computed: Deadline) -> dict[str, object]:
    return {
        "due_date": computed.due_date,
        "derivation": msgspec.json.encode(computed).decode(),
        "is_estimated": computed.is_estimated,
    }


def _filings(document_id: int) -> list[OutgoingFiling]:
    return list(
        OutgoingFiling.select()
        .where(OutgoingFiling.document == document_id)
        .order_by(OutgoingFiling.id)
    )
