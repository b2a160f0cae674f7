"""The columns of the ledger."""

from models.domain.lifecycle import NumberState
from models.queries.numbers import LedgerRow
from resources.terms import name_of
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone

_TONES = {NumberState.ALLOTTED: Tone.OK, NumberState.VOID: Tone.GONE}


def state_words(row: LedgerRow) -> str:
    """Return the state of a line; one entered from the past says so."""
    if row.is_back_entry and row.state is NumberState.ALLOTTED:
        return "历史补录"
    return name_of(row.state)


def state_tone(row: LedgerRow) -> Tone:
    """Return the tone of the state."""
    if row.is_back_entry and row.state is NumberState.ALLOTTED:
        return Tone.PLAIN
    return _TONES[row.state]


def note_words(row: LedgerRow) -> str:
    """Return why a number is void, or of which series a letter's number is."""
    if row.void_reason:
        return f"作废理由：{row.void_reason}"
    return name_of(row.series) if row.series else ""


def _column(key: str, title: str, width: int) -> Column[LedgerRow]:
    texts = {
        "number": lambda row: row.number,
        "by": lambda row: row.allotted_by,
        "note": note_words,
    }
    return Column(key, title, width, texts[key], shape=Shape.TWO_LINES, is_sortable=False)


COLUMNS: tuple[Column[LedgerRow], ...] = (
    _column("number", "号码", 210),
    Column(
        "state", "状态", 110, state_words, shape=Shape.PLATE, tone=state_tone, is_sortable=False
    ),
    Column(
        "date",
        "日期",
        110,
        lambda row: row.allotted_date.isoformat(),
        Side.RIGHT,
        is_sortable=False,
    ),
    _column("by", "经办人", 90),
    Column(
        "title",
        "文件名称",
        280,
        lambda row: row.title,
        shape=Shape.TWO_LINES,
        is_sortable=False,
        takes_rest=True,
    ),
    _column("note", "说明", 240),
)
