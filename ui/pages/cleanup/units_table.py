"""How far every unit of a cleanup is: sheet handed over, opinions come back, overdue."""

from collections.abc import Callable
from datetime import date

from models.queries.cleanup import UnitProgress
from ui.parts.days import day_words
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone


def unit_status(unit: UnitProgress, day: date) -> tuple[str, Tone]:
    """Return in a word how far a unit is, and the tone of it."""
    if unit.opinions >= unit.documents:
        return "已答全", Tone.OK
    if unit.is_overdue(day):
        return "逾期", Tone.LATE
    if unit.returned_date is not None:
        return f"还差 {unit.documents - unit.opinions} 件", Tone.WAIT
    if unit.sent_date is not None:
        return "等待交回", Tone.WAIT
    return "没有发放", Tone.GONE


def unit_columns(day: Callable[[], date]) -> tuple[Column[UnitProgress], ...]:
    """Return the columns; ``day`` says which day it is."""
    return (
        Column("unit", "单位", 200, lambda unit: unit.unit_name, takes_rest=True),
        Column(
            "status",
            "进度",
            126,
            lambda unit: unit_status(unit, day())[0],
            shape=Shape.PLATE,
            tone=lambda unit: unit_status(unit, day())[1],
        ),
        Column("documents", "文件", 70, lambda unit: str(unit.documents), Side.RIGHT),
        Column("opinions", "已有意见", 90, lambda unit: str(unit.opinions), Side.RIGHT),
        Column("decided", "已审核", 80, lambda unit: str(unit.decided), Side.RIGHT),
        Column("sent", "发放日期", 110, lambda unit: day_words(unit.sent_date), Side.RIGHT),
        Column("due", "交回期限", 110, lambda unit: day_words(unit.due_date), Side.RIGHT),
        Column("returned", "交回日期", 110, lambda unit: day_words(unit.returned_date), Side.RIGHT),
    )
