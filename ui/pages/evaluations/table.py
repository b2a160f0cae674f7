"""The columns of the evaluations and where their rows come from."""

from collections.abc import Sequence

from models.queries.evaluations import (
    EvaluationFilter,
    EvaluationOrder,
    EvaluationRow,
    evaluation_ids,
    evaluation_rows,
)
from models.queries.office import today
from resources.terms import name_of
from ui.parts.days import day_words
from ui.parts.due_words import due_status, met_status
from ui.parts.tones import EVALUATION_TONES, FOLLOW_UP_TONES, evaluation_status
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.tokens import Tone


class EvaluationSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, order: Order, narrow: EvaluationFilter) -> Sequence[int]:
        """Return the ids of the evaluations the filter lets through."""
        wanted = EvaluationOrder(order.column)
        return evaluation_ids(narrow, today(), wanted, descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[EvaluationRow]:
        """Return these evaluations."""
        return evaluation_rows(list(ids), today())


def evaluation_due(row: EvaluationRow) -> tuple[str, Tone]:
    """Return the day the report is due, and whether that was or can be kept."""
    if row.due_date is None:
        return "没有规定", Tone.PLAIN
    if row.report_date is None:
        words, tone = due_status(row.due_date, today())
    else:
        words, tone = met_status(row.due_date, row.report_date)
    return f"{row.due_date.isoformat()} {words}", tone


COLUMNS: tuple[Column[EvaluationRow], ...] = (
    Column(
        EvaluationOrder.TITLE,
        "文件名称",
        220,
        lambda row: row.title,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        EvaluationOrder.STATE,
        "状态",
        104,
        lambda row: evaluation_status(row.state)[0],
        shape=Shape.PLATE,
        tone=lambda row: EVALUATION_TONES[row.state],
    ),
    Column(
        EvaluationOrder.DUE_DATE,
        "报告期限",
        190,
        lambda row: evaluation_due(row)[0],
        shape=Shape.PLATE,
        tone=lambda row: evaluation_due(row)[1],
    ),
    Column(EvaluationOrder.UNIT, "评估单位", 150, lambda row: row.unit, shape=Shape.TWO_LINES),
    Column(
        "marks",
        "得分",
        64,
        lambda row: row.marks if row.full_marks != "0" else "",
        Side.RIGHT,
        is_sortable=False,
    ),
    Column(
        EvaluationOrder.RESULT,
        "结论",
        84,
        lambda row: name_of(row.result) if row.result else "",
    ),
    Column(
        "follow_up",
        "落实情况",
        120,
        lambda row: name_of(row.follow_up) if row.result else "",
        shape=Shape.PLATE,
        tone=lambda row: FOLLOW_UP_TONES[row.follow_up],
        is_sortable=False,
    ),
    Column(
        EvaluationOrder.EXPIRY_DATE,
        "有效期至",
        104,
        lambda row: day_words(row.expiry_date),
        Side.RIGHT,
    ),
)
