"""The columns of the outgoing log."""

from models.queries.outgoing_log import OutgoingRow
from resources.terms import name_of
from review.letters.drafting.outgoing import about, remark_of
from ui.parts.days import day_words
from ui.parts.tones import LETTER_TONES
from ui.widgets.table_columns import Column, Shape, Side


def delivery_words(row: OutgoingRow) -> str:
    """Return the deliveries in short: whom, when, how."""
    return "；".join(
        f"{one.recipient} {day_words(one.delivered_date)} {name_of(one.delivery_way)}"
        for one in row.deliveries
    )


def state_words(row: OutgoingRow) -> str:
    """Return the state, and 已送达 once a delivery was recorded."""
    return "已送达" if row.deliveries and not row.withdrawn_reason else name_of(row.state)


COLUMNS: tuple[Column[OutgoingRow], ...] = (
    Column("letter_number", "文号", 170, lambda row: row.letter_number),
    Column("letter_date", "日期", 104, lambda row: day_words(row.letter_date), Side.RIGHT),
    Column("kind", "种类", 112, lambda row: name_of(row.kind), shape=Shape.TWO_LINES),
    Column("about", "事由", 190, about, shape=Shape.TWO_LINES, takes_rest=True),
    Column("addressee", "主送", 140, lambda row: row.addressee, shape=Shape.TWO_LINES),
    Column("copies", "份数", 60, lambda row: str(row.copies), Side.RIGHT),
    Column(
        "state",
        "状态",
        92,
        state_words,
        shape=Shape.PLATE,
        tone=lambda row: LETTER_TONES[row.state],
    ),
    Column("delivery", "送达", 150, delivery_words, shape=Shape.TWO_LINES),
    Column("remark", "备注", 116, remark_of, shape=Shape.TWO_LINES),
)
