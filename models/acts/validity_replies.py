"""A unit's answer to the reminder that a document's term ends is recorded (单位回复)."""

from models.acts.letter_refusals import fetch_standing
from models.acts.lookup import fetch, require, require_order, require_past
from models.acts.performing import Deed, act
from models.acts.validity_reply_refusals import (
    NoTermToEndError,
    NotReminderOfDocumentError,
    ReplyEmptyError,
)
from models.domain.lifecycle import LetterState
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.domain.validity_errors import DocumentEndedError
from models.domain.validity_replies import ReplyAnswer, ReplyEntry
from models.tables.documents import Document
from models.tables.ladder import ValidityReply
from models.tables.letters import Letter, LetterDocument


@act(ActName.RECORD_VALIDITY_REPLY)
def record_validity_reply(deed: Deed, reply: ReplyEntry) -> tuple[int, ...]:
    """Record a reply slip for all its documents, or for none, and return their ids.

    A later reply for the same document counts instead of an earlier one; both stay. Without a
    letter named, the newest standing reminder that names the document is the one answered.

    Raises:
        ReplyEmptyError: it answers for no document, or for one twice.
        FieldEmptyError: nobody signed it.
        FutureDateError: its day lies in the future.
        RecordMissingError: a document or the letter is not there.
        LetterWithdrawnError: the letter was withdrawn.
        NotReminderOfDocumentError: the letter is no reminder that names the document.
        DateOrderError: the reply is older than the reminder.
        NoTermToEndError: a document has no term that ends.
        DocumentEndedError: a document has ended before.
    """
    ids = tuple(answer.document_id for answer in reply.answers)
    if not ids or len(set(ids)) < len(ids):
        raise ReplyEmptyError(count=len(ids))
    require(signed_by=reply.signed_by)
    require_past(deed, reply_date=reply.reply_date)
    for answer in reply.answers:
        _record(deed, reply, answer)
    return ids


def _record(deed: Deed, reply: ReplyEntry, answer: ReplyAnswer) -> None:
    document = fetch(Document, answer.document_id)
    if document.ended_date is not None:
        raise DocumentEndedError(title=document.title, ended_date=document.ended_date)
    if document.expiry_date is None:
        raise NoTermToEndError(title=document.title)
    letter = _answered(reply, document)
    if letter is not None:
        require_order("letter_date", letter.letter_date, "reply_date", reply.reply_date)
    ValidityReply.insert(
        document=document.id,
        letter=letter,
        choice=answer.choice,
        reply_date=reply.reply_date,
        signed_by=reply.signed_by.strip(),
        reason=answer.reason.strip(),
        recorded_at=deed.at,
        recorded_by=deed.person_id,
    ).execute()
    deed.record(
        "document",
        document.id,
        validity_reply={
            "choice": answer.choice,
            "reply_date": reply.reply_date,
            "signed_by": reply.signed_by.strip(),
            "reason": answer.reason.strip(),
            "letter_number": letter.letter_number if letter else "",
        },
    )


def _answered(reply: ReplyEntry, document: Document) -> Letter | None:
    """Return the reminder that is answered: the one named, else the newest before the reply."""
    reminders = (
        Letter.select()
        .join(LetterDocument)
        .where(
            LetterDocument.document == document.id,
            Letter.kind == LetterSeries.EXPIRY_REMINDER,
            Letter.state == LetterState.ISSUED,
        )
        .order_by(Letter.letter_date.desc(), Letter.id.desc())
    )
    if reply.letter_id is None:
        newest: Letter | None = reminders.where(Letter.letter_date <= reply.reply_date).first()
        return newest
    named = fetch_standing(reply.letter_id)
    if named.id not in {one.id for one in reminders}:
        raise NotReminderOfDocumentError(number=named.letter_number, title=document.title)
    return named
