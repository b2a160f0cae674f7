"""The columns of the letters and where their rows come from."""

from collections.abc import Sequence

from models.queries.letters import LetterFilter, LetterOrder, LetterRow, letter_ids, letter_rows
from resources.terms import name_of
from ui.parts.tones import LETTER_TONES
from ui.widgets.table_columns import Column, Order, Shape, Side


class LetterSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, order: Order, narrow: LetterFilter) -> Sequence[int]:
        """Return the ids of the letters the filter lets through."""
        return letter_ids(narrow, LetterOrder(order.column), descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[LetterRow]:
        """Return these letters."""
        return letter_rows(list(ids))


COLUMNS: tuple[Column[LetterRow], ...] = (
    Column("letter_number", "文号", 160, lambda row: row.letter_number),
    Column("kind", "种类", 116, lambda row: name_of(row.kind)),
    Column("addressee", "主送", 130, lambda row: row.addressee, shape=Shape.TWO_LINES),
    Column("title", "文件名称", 176, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("letter_date", "日期", 104, lambda row: row.letter_date.isoformat(), Side.RIGHT),
    Column(
        "state",
        "状态",
        104,
        lambda row: name_of(row.state),
        shape=Shape.PLATE,
        tone=lambda row: LETTER_TONES[row.state],
    ),
)
