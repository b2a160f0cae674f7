"""The columns of the filings and where their rows come from."""

from collections.abc import Sequence

from models.domain.lifecycle import FilingState
from models.queries.filings import FilingFilter, FilingOrder, FilingRow, filing_ids, filing_rows
from models.queries.office import today
from ui.parts.due_words import due_status, timely_status
from ui.parts.tones import FILING_TONES, filing_status
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.tokens import Tone


class FilingSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, order: Order, narrow: FilingFilter) -> Sequence[int]:
        """Return the ids of the filings the filter lets through."""
        return filing_ids(narrow, FilingOrder(order.column), descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[FilingRow]:
        """Return these filings."""
        return filing_rows(list(ids))


def _register_number(row: FilingRow) -> str:
    """Return the number, or that there is none yet; a refused filing never gets one."""
    waits = row.state is not FilingState.REFUSED
    return row.filing_register_number or ("尚未登记" if waits else "")


def _timely(row: FilingRow) -> tuple[str, Tone]:
    return timely_status(row.received_date, row.filing_due_date, row.days_used)


def _due(row: FilingRow) -> tuple[str, Tone]:
    """Return the open deadline of a filing; one that is decided has none."""
    if row.next_due_date is None:
        return "", Tone.PLAIN
    words, tone = due_status(row.next_due_date, today())
    return f"{row.next_due_date:%m-%d} {words}", tone


COLUMNS: tuple[Column[FilingRow], ...] = (
    Column(FilingOrder.REGISTER_NUMBER, "备案登记号", 150, _register_number),
    Column(
        FilingOrder.TITLE,
        "文件名称",
        160,
        lambda row: row.title,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        FilingOrder.STATE,
        "状态",
        168,
        lambda row: filing_status(row.state)[0],
        shape=Shape.PLATE,
        tone=lambda row: FILING_TONES[row.state],
    ),
    Column(
        "is_timely",
        "是否按期",
        148,
        lambda row: _timely(row)[0],
        shape=Shape.PLATE,
        tone=lambda row: _timely(row)[1],
        is_sortable=False,
    ),
    Column(
        "next_due_date",
        "办理期限",
        168,
        lambda row: _due(row)[0],
        shape=Shape.PLATE,
        tone=lambda row: _due(row)[1],
        is_sortable=False,
    ),
    Column(
        FilingOrder.RECEIVED_DATE,
        "收到日期",
        104,
        lambda row: row.received_date.isoformat(),
        Side.RIGHT,
    ),
    Column(
        FilingOrder.FILING_BODY,
        "报送机关",
        150,
        lambda row: row.filing_body_name,
        shape=Shape.TWO_LINES,
    ),
    Column(
        "document_number",
        "发文字号",
        170,
        lambda row: row.document_number,
        is_sortable=False,
    ),
)
