"""The columns of the reviews and where their rows come from."""

from collections.abc import Sequence

from models.queries.office import today
from models.queries.reviews import ReviewFilter, ReviewOrder, ReviewRow, review_ids, review_rows
from ui.parts.due_words import due_status, met_status
from ui.parts.tones import REVIEW_TONES, review_status
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.tokens import Tone


class ReviewSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, order: Order, narrow: ReviewFilter) -> Sequence[int]:
        """Return the ids of the reviews the filter lets through."""
        return review_ids(narrow, ReviewOrder(order.column), descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[ReviewRow]:
        """Return these reviews."""
        return review_rows(list(ids))


def review_due(row: ReviewRow) -> tuple[str, Tone]:
    """Return the date a review must be concluded by, and whether that was or can be kept."""
    if row.concluded_date is None:
        words, tone = due_status(row.due_date, today())
    else:
        words, tone = met_status(row.due_date, row.concluded_date)
    return f"{row.due_date:%m-%d} {words}", tone


COLUMNS: tuple[Column[ReviewRow], ...] = (
    Column(
        ReviewOrder.TITLE,
        "文件名称",
        220,
        lambda row: row.title,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        ReviewOrder.STATE,
        "状态",
        148,
        lambda row: review_status(row.state)[0],
        shape=Shape.PLATE,
        tone=lambda row: REVIEW_TONES[row.state],
    ),
    Column(
        ReviewOrder.DUE_DATE,
        "审结期限",
        168,
        lambda row: review_due(row)[0],
        shape=Shape.PLATE,
        tone=lambda row: review_due(row)[1],
    ),
    Column(ReviewOrder.REVIEWER, "审查员", 84, lambda row: row.reviewer),
    Column(
        ReviewOrder.OPENED_DATE,
        "启动日期",
        104,
        lambda row: row.opened_date.isoformat(),
        Side.RIGHT,
    ),
    Column("document_number", "发文字号", 170, lambda row: row.document_number, is_sortable=False),
    Column(
        "issuing_body",
        "制定机关",
        150,
        lambda row: row.issuing_body_name,
        shape=Shape.TWO_LINES,
        is_sortable=False,
    ),
)
