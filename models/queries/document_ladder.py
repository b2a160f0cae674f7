"""The steps before the end of one document's term, and what its unit answered."""

from dataclasses import dataclass
from datetime import date

from peewee import JOIN

from models.calendars import load_calendar
from models.domain.profile import Profile
from models.domain.validity_ladder import LadderDate, LadderStep, in_order, ladder_of, ladder_rules
from models.domain.validity_replies import ReplyChoice
from models.ladder_derivations import explain_ladder_date
from models.queries.document_page import DocumentMissingError
from models.queries.ladder_steps import NOTHING_KNOWN, KnownSteps, known_steps
from models.tables.documents import Document
from models.tables.ladder import LadderMark, ValidityReply
from models.tables.letters import Letter
from models.tables.office import Person


@dataclass(frozen=True)
class LadderStepRow:
    """One step: until when, how that was found, and what became of it.

    ``is_needed`` is false when the unit's choice made the step useless.
    """

    step: LadderStep
    due_date: date
    derivation: str
    done_date: date | None
    is_needed: bool


@dataclass(frozen=True)
class ReplyRow:
    """An answer of the unit; the first of a list is the one that counts."""

    id: int
    choice: ReplyChoice
    reply_date: date
    signed_by: str
    reason: str
    letter_number: str
    recorded_by: str


@dataclass(frozen=True)
class MarkRow:
    """A step that a person recorded as done."""

    id: int
    step: LadderStep
    done_date: date
    note: str
    recorded_by: str
    withdrawn_reason: str


@dataclass(frozen=True)
class DocumentLadder:
    """What is to be done before the term ends; no steps where it does not end or has ended."""

    expiry_date: date | None
    steps: tuple[LadderStepRow, ...]
    replies: tuple[ReplyRow, ...]
    marks: tuple[MarkRow, ...]


def document_ladder(document_id: int, profile: Profile, today: date) -> DocumentLadder:
    """Return the steps before the end of a document's term.

    Raises:
        DocumentMissingError: there is no such document.
    """
    document = Document.get_or_none(Document.id == document_id)
    if document is None:
        raise DocumentMissingError(id=document_id)
    expiry_date: date | None = document.expiry_date
    steps: tuple[LadderStepRow, ...] = ()
    if expiry_date is not None and expiry_date >= today and document.ended_date is None:
        ladder = ladder_of(expiry_date, ladder_rules(profile), load_calendar())
        known = known_steps(today, document_id).get(document_id, NOTHING_KNOWN)
        steps = _step_rows(ladder, known)
    return DocumentLadder(expiry_date, steps, _replies(document_id), _marks(document_id))


def _step_rows(ladder: tuple[LadderDate, ...], known: KnownSteps) -> tuple[LadderStepRow, ...]:
    still_open = known.still_open(ladder)
    dates = in_order({*ladder, *still_open})
    return tuple(
        LadderStepRow(
            one.step,
            one.due_date,
            explain_ladder_date(one),
            known.done_date(one.step, one.expiry_date),
            is_needed=one in still_open or one.step in known.done,
        )
        for one in dates
    )


def _replies(document_id: int) -> tuple[ReplyRow, ...]:
    rows = (
        ValidityReply.select(ValidityReply, Letter, Person)
        .join(Letter, JOIN.LEFT_OUTER)
        .switch(ValidityReply)
        .join(Person, on=(ValidityReply.recorded_by == Person.id))
        .where(ValidityReply.document == document_id)
        .order_by(ValidityReply.id.desc())
    )
    return tuple(
        ReplyRow(
            row.id,
            ReplyChoice(row.choice),
            row.reply_date,
            row.signed_by,
            row.reason,
            row.letter.letter_number if row.letter else "",
            row.recorded_by.name,
        )
        for row in rows
    )


def _marks(document_id: int) -> tuple[MarkRow, ...]:
    rows = (
        LadderMark.select(LadderMark, Person)
        .join(Person, on=(LadderMark.recorded_by == Person.id))
        .where(LadderMark.document == document_id)
        .order_by(LadderMark.id.desc())
    )
    return tuple(
        MarkRow(
            row.id,
            LadderStep(row.step),
            row.done_date,
            row.note,
            row.recorded_by.name,
            row.withdrawn_reason or "",
        )
        for row in rows
    )
