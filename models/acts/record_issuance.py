"""A clerk records that a document was printed or published (统一印发、统一公布)."""

from datetime import date

from models.acts.life_lines import redraw
from models.acts.lookup import fetch, profile_in_force, require, require_order, require_past
from models.acts.outgoing_duties import follow_publication
from models.acts.performing import Deed, act
from models.acts.refusals import StepOrderError
from models.acts.renewals import end_renewed
from models.domain.gates import done_steps, steps_before
from models.domain.lifecycle import Axis, MakingState, step
from models.domain.profile import MakingStep, Profile
from models.domain.records import Origin
from models.domain.roles import ActName
from models.domain.terms import IssuanceKind
from models.tables.documents import Document, Issuance


@act(ActName.RECORD_ISSUANCE)
def record_issuance(
    deed: Deed, document_id: int, kind: IssuanceKind, medium: str, issued_date: date
) -> int:
    """Record where and when a document was printed or published, and return the issuance's id.

    The first publication sets the date from which the law counts, lets the duty arise to file the
    document upward, and ends what the document renews on the day from which it is in force itself.

    Raises:
        FieldEmptyError: no medium is given.
        FutureDateError, DateOrderError: the date cannot be true.
        StepOrderError: the profile demands another step first.
        TransitionError: the document was not registered.
    """
    require(medium=medium)
    document = fetch(Document, document_id)
    require_past(deed, issued_date=issued_date)
    require_order("adopted_date", document.adopted_date, "issued_date", issued_date)
    profile = profile_in_force(deed)
    if document.origin == Origin.OWN:
        _check_order(profile, document, MakingStep(kind.value))
    Document.update(**_changes(document, kind, issued_date)).where(
        Document.id == document_id
    ).execute()
    redraw([document_id])
    issuance_id = Issuance.insert(
        document=document_id,
        kind=kind,
        medium=medium.strip(),
        issued_date=issued_date,
        recorded_at=deed.at,
        recorded_by=deed.person_id,
    ).execute()
    filings = follow_publication(deed, fetch(Document, document_id), document.published_date)
    told = {"filings_due": filings} if filings else {}
    deed.record("document", document_id, kind=kind, medium=medium, issued_date=issued_date, **told)
    if kind is IssuanceKind.PUBLISHED and document.published_date is None:
        end_renewed(deed, document_id)
    return int(issuance_id)


def _check_order(profile: Profile, document: Document, wanted: MakingStep) -> None:
    done = done_steps(
        state=MakingState(document.making_state),
        has_number=document.unified_number is not None,
        is_printed=document.printed_date is not None,
        is_published=document.published_date is not None,
    )
    for first in steps_before(profile, wanted):
        if first not in done:
            raise StepOrderError(step=wanted, first=first)


def _changes(document: Document, kind: IssuanceKind, issued_date: date) -> dict[str, object]:
    changes: dict[str, object] = {"revision": Document.revision + 1}
    target = MakingState(kind.value)
    is_published = document.making_state == MakingState.PUBLISHED
    if not (is_published or document.making_state == target):
        changes["making_state"] = step(Axis.MAKING, document.making_state, target)
    if kind is IssuanceKind.PRINTED:
        changes["printed_date"] = _earlier(document.printed_date, issued_date)
    else:
        changes["published_date"] = _earlier(document.published_date, issued_date)
    return changes


def _earlier(known: date | None, new: date) -> date:
    return new if known is None else min(known, new)
