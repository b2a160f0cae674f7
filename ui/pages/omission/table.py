"""The columns of an issue list and where its rows come from."""

from collections.abc import Sequence

from models.domain.omissions import RowDecision, RowStanding
from models.queries.omissions import (
    OmissionFilter,
    OmissionListRow,
    OmissionOrder,
    omission_row_ids,
    omission_rows,
)
from resources.terms import name_of
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.tokens import Tone

STANDING_TONES = {
    RowStanding.SUSPECTED: Tone.LATE,
    RowStanding.DISAGREES: Tone.LATE,
    RowStanding.NEAR_TITLE: Tone.WAIT,
    RowStanding.REGISTERED: Tone.OK,
    RowStanding.CLEARLY_NOT: Tone.GONE,
    RowStanding.REPEATED: Tone.GONE,
}
DECISION_TONES = {
    RowDecision.SHOULD_REGISTER: Tone.WAIT,
    RowDecision.NOT_NORMATIVE: Tone.GONE,
    RowDecision.REGISTERED_AS: Tone.OK,
    RowDecision.FILED_ELSEWHERE: Tone.OK,
    RowDecision.LIST_FAULT: Tone.GONE,
}


class RowsSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, order: Order, narrow: OmissionFilter) -> Sequence[int]:
        """Return the ids of the lines the filter lets through."""
        column = OmissionOrder(order.column)
        return omission_row_ids(narrow, column, descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[OmissionListRow]:
        """Return these lines."""
        return omission_rows(list(ids))


def _decision(row: OmissionListRow) -> str:
    if row.decision is RowDecision.NOT_NORMATIVE:
        return "不属于"
    return name_of(row.decision) if row.decision else ""


def _decision_tone(row: OmissionListRow) -> Tone:
    return DECISION_TONES[row.decision] if row.decision else Tone.PLAIN


COLUMNS: tuple[Column[OmissionListRow], ...] = (
    Column(OmissionOrder.ROW_NUMBER, "行号", 76, lambda row: str(row.row_number), Side.RIGHT),
    Column(
        OmissionOrder.TITLE,
        "标题",
        200,
        lambda row: row.title or "（清单没有写标题）",
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        OmissionOrder.DOCUMENT_NUMBER,
        "发文字号",
        156,
        lambda row: row.document_number,
        shape=Shape.TWO_LINES,
    ),
    Column(
        "standing",
        "情况",
        142,
        lambda row: name_of(row.standing),
        shape=Shape.PLATE,
        tone=lambda row: STANDING_TONES[row.standing],
        is_sortable=False,
    ),
    Column(
        OmissionOrder.DECISION,
        "处理意见",
        136,
        _decision,
        shape=Shape.PLATE,
        tone=_decision_tone,
    ),
    Column(
        OmissionOrder.ISSUING_BODY,
        "发文机关",
        100,
        lambda row: row.issuing_body_name,
        shape=Shape.TWO_LINES,
    ),
)
