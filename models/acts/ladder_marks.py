"""A step before the end of a term is recorded as done, or that record is withdrawn."""

from models.acts.lookup import fetch, require, require_past
from models.acts.performing import Deed, act
from models.acts.validity_reply_refusals import (
    MarkWithdrawnError,
    NoTermToEndError,
    StepNotMarkableError,
)
from models.domain.roles import ActName
from models.domain.validity_errors import DocumentEndedError
from models.domain.validity_ladder import LadderStep
from models.domain.validity_replies import MARKABLE_STEPS, LadderMarkEntry
from models.tables.documents import Document
from models.tables.ladder import LadderMark


@act(ActName.MARK_LADDER_STEP)
def mark_ladder_step(deed: Deed, document_id: int, mark: LadderMarkEntry) -> int:
    """Record that a step before the end of a document's term was done; return the mark's id.

    Raises:
        StepNotMarkableError: the register sees by itself whether the step is done.
        FutureDateError: the day lies in the future.
        RecordMissingError: there is no such document.
        DocumentEndedError: it has ended before.
        NoTermToEndError: it has no term that ends.
    """
    if mark.step not in MARKABLE_STEPS:
        raise StepNotMarkableError(step=mark.step)
    require_past(deed, done_date=mark.done_date)
    document = fetch(Document, document_id)
    if document.ended_date is not None:
        raise DocumentEndedError(title=document.title, ended_date=document.ended_date)
    if document.expiry_date is None:
        raise NoTermToEndError(title=document.title)
    mark_id = LadderMark.insert(
        document=document_id,
        step=mark.step,
        done_date=mark.done_date,
        note=mark.note.strip(),
        recorded_at=deed.at,
        recorded_by=deed.person_id,
    ).execute()
    deed.record("document", document_id, ladder_mark=mark)
    return int(mark_id)


@act(ActName.WITHDRAW_LADDER_MARK)
def withdraw_ladder_mark(deed: Deed, mark_id: int, reason: str) -> int:
    """Withdraw the record that a step was done, and return the document's id.

    Raises:
        FieldEmptyError: no reason is given.
        RecordMissingError: there is no such record.
        MarkWithdrawnError: it was withdrawn before.
    """
    require(reason=reason)
    mark = fetch(LadderMark, mark_id)
    if mark.withdrawn_reason is not None:
        raise MarkWithdrawnError(step=LadderStep(mark.step), withdrawn_reason=mark.withdrawn_reason)
    LadderMark.update(
        withdrawn_reason=reason.strip(), withdrawn_at=deed.at, withdrawn_by=deed.person_id
    ).where(LadderMark.id == mark_id).execute()
    deed.record(
        "document",
        mark.document_id,
        withdrawn_mark={"step": mark.step, "done_date": mark.done_date, "reason": reason.strip()},
    )
    return mark.document_id
