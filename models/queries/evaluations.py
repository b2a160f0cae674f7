"""Post-evaluations as a list: narrowed, ordered, counted, with what is still owed of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any

from peewee import Case, Expression, Field, Node, fn

from models.domain.document_number import normalise
from models.domain.evaluation import (
    SETTLED_BY,
    EvaluationFollowUp,
    EvaluationOrigin,
    EvaluationResult,
    marks_of,
)
from models.domain.lifecycle import OPEN_EVALUATIONS, EvaluationState
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.evaluations import Evaluation, EvaluationCriterion
from models.tables.lives import LifeEvent


class EvaluationOrder(StrEnum):
    """A column the evaluations can be sorted by."""

    DUE_DATE = "due_date"
    PLANNED_DATE = "planned_date"
    TITLE = "title"
    UNIT = "unit"
    EXPIRY_DATE = "expiry_date"
    STATE = "state"
    RESULT = "result"


_COLUMNS: dict[EvaluationOrder, Field] = {
    EvaluationOrder.DUE_DATE: Evaluation.due_date,
    EvaluationOrder.PLANNED_DATE: Evaluation.planned_date,
    EvaluationOrder.TITLE: Document.title,
    EvaluationOrder.UNIT: Evaluation.unit,
    EvaluationOrder.EXPIRY_DATE: Document.expiry_date,
    EvaluationOrder.STATE: Evaluation.state,
    EvaluationOrder.RESULT: Evaluation.result,
}


@dataclass(frozen=True)
class EvaluationFilter:
    """What the evaluations are narrowed to; empty means no narrowing."""

    containing: str = ""
    states: frozenset[EvaluationState] = frozenset()
    results: frozenset[EvaluationResult] = frozenset()
    follow_ups: frozenset[EvaluationFollowUp] = frozenset()
    units: frozenset[str] = frozenset()
    plan_years: frozenset[int] = frozenset()


@dataclass(frozen=True)
class EvaluationRow:
    """One line of the evaluations; ``marks`` and ``full_marks`` are sums, as decimals in text."""

    id: int
    document_id: int
    title: str
    document_number: str
    unified_number: str
    expiry_date: date | None
    unit: str
    origin: EvaluationOrigin
    plan_name: str
    plan_year: int | None
    state: EvaluationState
    planned_date: date
    started_date: date | None
    due_date: date | None
    marks: str
    full_marks: str
    result: EvaluationResult | None
    report_date: date | None
    follow_up: EvaluationFollowUp


@dataclass(frozen=True)
class EvaluationCounts:
    """How many evaluations there are for each value of each filter."""

    states: dict[str, int]
    results: dict[str, int]
    follow_ups: dict[str, int]
    units: dict[str, int]
    plan_years: dict[str, int]


def evaluation_ids(
    narrowing: EvaluationFilter, today: date, order: EvaluationOrder, *, descending: bool = False
) -> list[int]:
    """Return the ids of the evaluations in the order wanted; rows without a value come last.

    By due date those that still wait come first: nothing presses with the others.
    """
    column = _COLUMNS[order]
    direction = column.desc(nulls="LAST") if descending else column.asc(nulls="LAST")
    newest = Evaluation.id.desc() if descending else Evaluation.id.asc()
    query = Evaluation.select(Evaluation.id).join(Document).where(*_conditions(narrowing, today))
    waits = Case(None, ((Evaluation.state.in_(sorted(OPEN_EVALUATIONS)), 0),), 1)
    first = [waits] if order is EvaluationOrder.DUE_DATE else []
    return [row[0] for row in tuples_of(query.order_by(*first, direction, newest))]


def evaluation_rows(ids: list[int], today: date) -> list[EvaluationRow]:
    """Return the rows with these ids, in this order."""
    query = _rows(today).where(Evaluation.id.in_(ids))
    rows = {row[0]: _row(row) for row in tuples_of(query)}
    return [rows[one] for one in ids if one in rows]


def evaluations_of_document(document_id: int, today: date) -> tuple[EvaluationRow, ...]:
    """Return the evaluations of a document, the newest first."""
    query = _rows(today).where(Evaluation.document == document_id).order_by(Evaluation.id.desc())
    return tuple(map(_row, tuples_of(query)))


def evaluation_counts(today: date) -> EvaluationCounts:
    """Count the evaluations by the values of each filter."""
    follow_up = follow_up_on(today)
    query = Evaluation.select(
        Evaluation.state, Evaluation.result, follow_up, Evaluation.unit, Evaluation.plan_year
    ).join(Document)
    counts = EvaluationCounts({}, {}, {}, {}, {})
    for values in tuples_of(query):
        for kind, value in zip(vars(counts).values(), values, strict=True):
            if value is not None:
                kind[str(value)] = kind.get(str(value), 0) + 1
    return counts


def follow_up_on(today: date) -> Node:
    """Return the SQL that tells whether the register shows what an evaluation came to."""
    has_ended = Document.ended_date.is_null(is_null=False)
    has_lapsed = Document.expiry_date.is_null(is_null=False) & (Document.expiry_date < today)
    ends = Evaluation.result.in_([EvaluationResult.REPEAL, EvaluationResult.LAPSE])
    lapses = Evaluation.result == EvaluationResult.LAPSE
    return Case(
        None,
        (
            (Evaluation.result.is_null(), EvaluationFollowUp.NOTHING_OWED.value),
            (_is_carried_out(), EvaluationFollowUp.DONE.value),
            ((ends & has_ended) | (lapses & has_lapsed), EvaluationFollowUp.DONE.value),
            (has_ended | has_lapsed, EvaluationFollowUp.OVERTAKEN.value),
        ),
        EvaluationFollowUp.OWED.value,
    )


def _is_carried_out() -> Node:
    """An event of the document, entered since the conclusion, does what the result wants."""
    wanted = (
        (Evaluation.result == result) & LifeEvent.kind.in_(sorted(kinds))
        for result, kinds in SETTLED_BY.items()
    )
    since: Node = fn.EXISTS(
        LifeEvent.select(LifeEvent.id).where(
            LifeEvent.document == Evaluation.document,
            LifeEvent.withdrawn_at.is_null(),
            LifeEvent.recorded_at >= Evaluation.concluded_at,
            reduce(or_, wanted),
        )
    )
    return since


def _rows(today: date) -> Any:  # noqa: ANN401 -- a query of tuples
    of_sheet = EvaluationCriterion.evaluation == Evaluation.id
    marks = EvaluationCriterion.select(fn.COALESCE(fn.SUM(EvaluationCriterion.tenths), 0)).where(
        of_sheet
    )
    full = EvaluationCriterion.select(
        fn.COALESCE(fn.SUM(EvaluationCriterion.full_tenths), 0)
    ).where(of_sheet)
    return Evaluation.select(
        Evaluation.id,
        Evaluation.document,
        Document.title,
        Document.document_number,
        Document.unified_number,
        Document.expiry_date,
        Evaluation.unit,
        Evaluation.origin,
        Evaluation.plan_name,
        Evaluation.plan_year,
        Evaluation.state,
        Evaluation.planned_date,
        Evaluation.started_date,
        Evaluation.due_date,
        marks,
        full,
        Evaluation.result,
        Evaluation.report_date,
        follow_up_on(today),
    ).join(Document)


def _row(row: tuple[Any, ...]) -> EvaluationRow:
    return EvaluationRow(
        id=row[0],
        document_id=row[1],
        title=row[2],
        document_number=row[3] or "",
        unified_number=row[4] or "",
        expiry_date=row[5],
        unit=row[6],
        origin=EvaluationOrigin(row[7]),
        plan_name=row[8],
        plan_year=row[9],
        state=EvaluationState(row[10]),
        planned_date=row[11],
        started_date=row[12],
        due_date=row[13],
        marks=str(marks_of(int(row[14]))),
        full_marks=str(marks_of(int(row[15]))),
        result=EvaluationResult(row[16]) if row[16] else None,
        report_date=row[17],
        follow_up=EvaluationFollowUp(row[18]),
    )


def _conditions(narrowing: EvaluationFilter, today: date) -> list[Expression]:
    conditions = [Evaluation.id > 0]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key) | Document.document_number_key.contains(key)
        )
    chosen: tuple[tuple[Any, frozenset[Any]], ...] = (
        (Evaluation.state, narrowing.states),
        (Evaluation.result, narrowing.results),
        (Evaluation.unit, narrowing.units),
        (Evaluation.plan_year, narrowing.plan_years),
        (follow_up_on(today), narrowing.follow_ups),
    )
    conditions.extend(column.in_(sorted(values)) for column, values in chosen if values)
    return conditions
