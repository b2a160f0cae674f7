"""Which steps before the end of a term are done, as letters and evaluations show."""

from datetime import date, timedelta

from peewee import Select

from models.domain.lifecycle import EvaluationState, LetterState
from models.domain.terms import LetterSeries
from models.domain.validity_ladder import LadderDate, LadderStep
from models.queries.tuples import tuples_of
from models.tables.evaluations import Evaluation
from models.tables.letters import Letter, LetterDocument

_SAME_TERM = timedelta(days=366)
"""What was done longer before the end belongs to an earlier term of the same document."""

_STEP_OF_LETTER = {
    LetterSeries.EXPIRY_REMINDER: LadderStep.REMINDER,
    LetterSeries.EVALUATION_NOTICE: LadderStep.EVALUATION,
}


def steps_done(today: date) -> dict[int, dict[LadderStep, date]]:
    """Return for each document the steps that are done, each with the newest day it was done.

    What lies too long ago for any term that ends today or later is left out.
    """
    done: dict[int, dict[LadderStep, date]] = {}
    since = today - _SAME_TERM
    for document_id, kind, letter_date in tuples_of(_letters(since)):
        done.setdefault(document_id, {})[_STEP_OF_LETTER[LetterSeries(kind)]] = letter_date
    for document_id, started_date in tuples_of(_evaluations(since)):
        steps = done.setdefault(document_id, {})
        before = steps.get(LadderStep.EVALUATION, started_date)
        steps[LadderStep.EVALUATION] = max(before, started_date)
    return done


def is_settled(step: LadderDate, done_date: date | None) -> bool:
    """Tell whether a step counts as done for the term it belongs to."""
    return done_date is not None and done_date >= step.expiry_date - _SAME_TERM


def _letters(since: date) -> Select:
    return (
        LetterDocument.select(LetterDocument.document, Letter.kind, Letter.letter_date)
        .join(Letter)
        .where(
            Letter.kind.in_(sorted(_STEP_OF_LETTER)),
            Letter.state == LetterState.ISSUED,
            Letter.letter_date >= since,
        )
        .order_by(Letter.letter_date)
    )


def _evaluations(since: date) -> Select:
    return Evaluation.select(Evaluation.document, Evaluation.started_date).where(
        Evaluation.state != EvaluationState.WITHDRAWN, Evaluation.started_date >= since
    )
