"""What the register knows of the steps before a term ends: what is done, asked and answered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import msgspec
from peewee import Expression, Select

from models.domain.lifecycle import EvaluationState, LetterState
from models.domain.terms import LetterSeries
from models.domain.validity_ladder import LadderDate, LadderStep, reply_asked
from models.domain.validity_replies import ReplyChoice, steps_not_needed
from models.queries.tuples import tuples_of
from models.tables.evaluations import Evaluation
from models.tables.ladder import LadderMark, ValidityReply
from models.tables.letters import Letter, LetterDocument

_SAME_TERM = timedelta(days=366)
"""What was done longer before the end belongs to an earlier term of the same document."""

_STEP_OF_LETTER = {
    LetterSeries.EXPIRY_REMINDER: LadderStep.REMINDER,
    LetterSeries.EVALUATION_NOTICE: LadderStep.EVALUATION,
}


@dataclass(frozen=True)
class Reply:
    """What a unit answered for a document, newest first in every list."""

    choice: ReplyChoice
    reply_date: date


@dataclass(frozen=True)
class _Asked:
    """A reminder that named a day for the reply."""

    letter_number: str
    letter_date: date
    reply_date: date


class _ReminderData(msgspec.Struct):
    """What is read from the data of a reminder."""

    reply_date: date


@dataclass
class KnownSteps:
    """What is known of one document's steps."""

    done: dict[LadderStep, date] = field(default_factory=dict)
    reply: Reply | None = None
    asked: _Asked | None = None

    def still_open(self, ladder: tuple[LadderDate, ...]) -> list[LadderDate]:
        """Return the dates of a ladder that are still to be kept, the reply asked for with them."""
        expiry_date = ladder[-1].expiry_date
        since = expiry_date - _SAME_TERM
        reply = self.reply_since(since)
        settled = {step for step, day in self.done.items() if day >= since}
        if reply is not None:
            settled |= steps_not_needed(reply.choice)
        return [
            one for one in (*ladder, *self._asked_since(expiry_date)) if one.step not in settled
        ]

    def done_date(self, step: LadderStep, expiry_date: date) -> date | None:
        """Return when a step was done for a term that ends on a day, if it was."""
        day = self.done.get(step)
        return day if day is not None and day >= expiry_date - _SAME_TERM else None

    def reply_since(self, day: date) -> Reply | None:
        """Return the newest reply unless it is older than the day."""
        return self.reply if self.reply is not None and self.reply.reply_date >= day else None

    def reply_for(self, expiry_date: date) -> Reply | None:
        """Return the reply that counts for a term that ends on a day, if there is one."""
        return self.reply_since(expiry_date - _SAME_TERM)

    def _asked_since(self, expiry_date: date) -> Iterator[LadderDate]:
        asked = self.asked
        if asked is not None and asked.letter_date >= expiry_date - _SAME_TERM:
            yield reply_asked(asked.letter_number, asked.reply_date, expiry_date)


NOTHING_KNOWN = KnownSteps()


def known_steps(today: date, document_id: int | None = None) -> dict[int, KnownSteps]:
    """Return what is known of the steps of documents, or of one document, by id.

    What lies too long ago for any term that ends today or later is left out.
    """
    since = today - _SAME_TERM
    known: dict[int, KnownSteps] = {}

    def of(one: int) -> KnownSteps:
        return known.setdefault(one, KnownSteps())

    for one, kind, day, number, data in tuples_of(_letters(since, document_id)):
        step = _STEP_OF_LETTER[LetterSeries(kind)]
        of(one).done[step] = day
        if step is LadderStep.REMINDER:
            asked = msgspec.json.decode(data, type=_ReminderData)
            of(one).asked = _Asked(number, day, asked.reply_date)
    for one, step, day in (*_evaluations(since, document_id), *_marks(since, document_id)):
        done = of(one).done
        done[step] = max(done.get(step, day), day)
    for one, choice, day in tuples_of(_replies(since, document_id)):
        of(one).reply = Reply(ReplyChoice(choice), day)
    return known


def _letters(since: date, document_id: int | None) -> Select:
    query = (
        LetterDocument.select(
            LetterDocument.document,
            Letter.kind,
            Letter.letter_date,
            Letter.letter_number,
            Letter.data,
        )
        .join(Letter)
        .where(
            Letter.kind.in_(sorted(_STEP_OF_LETTER)),
            Letter.state == LetterState.ISSUED,
            Letter.letter_date >= since,
        )
        .order_by(Letter.letter_date, Letter.id)
    )
    return _narrowed(query, LetterDocument.document == document_id, document_id)


def _evaluations(since: date, document_id: int | None) -> list[tuple[int, LadderStep, date]]:
    query = Evaluation.select(Evaluation.document, Evaluation.started_date).where(
        Evaluation.state != EvaluationState.WITHDRAWN, Evaluation.started_date >= since
    )
    rows = tuples_of(_narrowed(query, Evaluation.document == document_id, document_id))
    return [(one, LadderStep.EVALUATION, day) for one, day in rows]


def _marks(since: date, document_id: int | None) -> list[tuple[int, LadderStep, date]]:
    query = LadderMark.select(LadderMark.document, LadderMark.step, LadderMark.done_date).where(
        LadderMark.withdrawn_at.is_null(), LadderMark.done_date >= since
    )
    rows = tuples_of(_narrowed(query, LadderMark.document == document_id, document_id))
    return [(one, LadderStep(step), day) for one, step, day in rows]


def _replies(since: date, document_id: int | None) -> Select:
    query = (
        ValidityReply.select(ValidityReply.document, ValidityReply.choice, ValidityReply.reply_date)
        .where(ValidityReply.reply_date >= since)
        .order_by(ValidityReply.id)
    )
    return _narrowed(query, ValidityReply.document == document_id, document_id)


def _narrowed(query: Select, condition: Expression, document_id: int | None) -> Select:
    return query if document_id is None else query.where(condition)
