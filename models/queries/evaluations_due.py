"""Documents whose evaluation is due because their validity ends (届满前评估)."""

from dataclasses import dataclass
from datetime import date, timedelta

from peewee import ModelSelect

from models.domain.lifecycle import OPEN_EVALUATIONS, EvaluationState, MakingState
from models.domain.profile import Profile
from models.domain.records import Origin
from models.domain.terms import ValidityStatus
from models.due_dates import PLANNED, compute, day_before
from models.queries.documents import with_status_on
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.evaluations import Evaluation

_SPOKE_OF_THIS_TERM = timedelta(days=366)
"""An evaluation that was concluded longer ago spoke of an earlier term of the same document."""


@dataclass(frozen=True)
class DueForEvaluation:
    """A document in force whose evaluation should have begun by ``begin_date``."""

    document_id: int
    title: str
    document_number: str
    unit: str
    expiry_date: date
    begin_date: date


def due_for_evaluation(profile: Profile, today: date) -> tuple[DueForEvaluation, ...]:
    """Return the office's own documents in force that the ladder wants evaluated by today.

    Those under evaluation, and those whose evaluation was concluded in the last year, are left
    out. The nearest end comes first.
    """
    in_force = frozenset(one for one in ValidityStatus if one.is_in_force)
    settled = Evaluation.select(Evaluation.document).where(
        Evaluation.state.in_(sorted(OPEN_EVALUATIONS))
        | (
            (Evaluation.state == EvaluationState.CONCLUDED)
            & (Evaluation.report_date >= today - _SPOKE_OF_THIS_TERM)
        )
    )
    term = profile.pre_expiry_evaluation_term.value
    # No month is longer than this: counted back from its end, a term begins no later.
    latest = compute(profile, PLANNED, today, term).due_date + timedelta(days=31)
    query = (
        Document.select(
            Document.id,
            Document.title,
            Document.document_number,
            Document.drafting_unit,
            Document.issuing_body_name,
            Document.expiry_date,
        )
        .where(
            Document.origin.in_([Origin.OWN, Origin.HISTORIC]),
            Document.making_state != MakingState.NOT_REGISTERED,
            Document.expiry_date.between(today, latest),
            with_status_on(today, in_force),
            Document.id.not_in(settled),
        )
        .order_by(Document.expiry_date, Document.id)
    )
    found = (
        DueForEvaluation(
            row[0], row[1], row[2] or "", row[3] or row[4], row[5], day_before(row[5], term)
        )
        for row in tuples_of(query)
    )
    return tuple(one for one in found if one.begin_date <= today)


@dataclass(frozen=True)
class Evaluable:
    """A registered document as a plan is compared with it.

    ``is_standing`` tells whether it is not over; ``number_keys`` are its numbers, normalised.
    """

    id: int
    title_key: str
    number_keys: tuple[str, ...]
    is_standing: bool
    is_under_evaluation: bool


def evaluable_documents(today: date) -> tuple[Evaluable, ...]:
    """Return every registered document, and whether it may be evaluated on a day."""
    over = frozenset({ValidityStatus.REPEALED, ValidityStatus.LAPSED})
    is_over = {row[0] for row in tuples_of(_ids().where(with_status_on(today, over)))}
    open_ones = Evaluation.select(Evaluation.document).where(
        Evaluation.state.in_(sorted(OPEN_EVALUATIONS))
    )
    is_open = {row[0] for row in tuples_of(open_ones)}
    query = Document.select(
        Document.id,
        Document.title_key,
        Document.document_number_key,
        Document.unified_number_key,
    ).where(Document.making_state != MakingState.NOT_REGISTERED)
    return tuple(
        Evaluable(
            row[0],
            row[1],
            tuple(key for key in row[2:] if key),
            is_standing=row[0] not in is_over,
            is_under_evaluation=row[0] in is_open,
        )
        for row in tuples_of(query.order_by(Document.id))
    )


def _ids() -> "ModelSelect[Document]":
    return Document.select(Document.id)
