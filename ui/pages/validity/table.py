"""The columns of the due list."""

from models.queries.due import DueRow
from resources.terms import name_of
from review.due.due_words import due_kind
from ui.parts.days import day_words
from ui.parts.due_list import days_left_words
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone

_SOON_DAYS = 7


def reply_words(row: DueRow) -> str:
    """Return what the unit answered; empty when it did not."""
    return name_of(row.reply) if row.reply else ""


def _what(row: DueRow) -> str:
    more = f"\n另有 {len(row.also_overdue)} 步逾期" if row.also_overdue else ""
    return due_kind(row) + more


def _left(row: DueRow) -> str:
    return days_left_words(row.days_left)


def _left_tone(row: DueRow) -> Tone:
    if row.days_left < 0:
        return Tone.LATE
    return Tone.WAIT if row.days_left <= _SOON_DAYS else Tone.PLAIN


def _number(row: DueRow) -> str:
    return row.document_number or row.unified_number


COLUMNS: tuple[Column[DueRow], ...] = (
    Column("due_date", "到期日", 104, lambda row: day_words(row.due_date), Side.RIGHT),
    Column("days_left", "剩余", 122, _left, shape=Shape.PLATE, tone=_left_tone),
    Column("due_kind", "事项", 136, _what, shape=Shape.TWO_LINES),
    Column("title", "文件名称", 220, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("number", "文号", 172, _number, shape=Shape.TWO_LINES),
    Column("unit", "单位", 136, lambda row: row.unit, shape=Shape.TWO_LINES),
    Column("expiry", "届满日", 104, lambda row: day_words(row.expiry_date), Side.RIGHT),
    Column("reply", "单位意见", 104, reply_words),
)
