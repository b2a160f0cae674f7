"""The columns of the figures and of the records behind them."""

from models.domain.year_figures import CheckSum
from models.queries.counted_records import CountedRow
from resources.terms import name_of
from review.letters.drafting.figure_words import check_sum_words
from ui.pages.figures.lines import CountRow, RateRow
from ui.parts.days import day_words
from ui.widgets.facts_grid import ABSENT
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone


def _last(row: RateRow) -> str:
    return str(row.last) if row.last is not None else ABSENT


def _target(row: RateRow) -> str:
    """Return the target, and whether it is reached: a word, never colour alone."""
    if row.target is None:
        return ""
    reached = row.rate.reaches(row.target)
    if reached is None:
        return f"{row.target}%"
    return f"{row.target}% 达到" if reached else f"{row.target}% 未达到"


def _target_tone(row: RateRow) -> Tone:
    reached = row.rate.reaches(row.target) if row.target is not None else None
    if reached is None:
        return Tone.PLAIN
    return Tone.OK if reached else Tone.LATE


RATES: tuple[Column[RateRow], ...] = (
    Column(
        "name",
        "比率",
        150,
        lambda row: row.name,
        shape=Shape.TWO_LINES,
        takes_rest=True,
        is_sortable=False,
    ),
    Column(
        "value", "数值（分子/分母）", 150, lambda row: str(row.rate), Side.RIGHT, is_sortable=False
    ),
    Column("last", "上年", 150, _last, Side.RIGHT, is_sortable=False),
    Column("target", "目标", 150, _target, shape=Shape.PLATE, tone=_target_tone, is_sortable=False),
)
BODIES: tuple[Column[RateRow], ...] = (
    Column(
        "name",
        "制定机关",
        220,
        lambda row: row.name,
        shape=Shape.TWO_LINES,
        takes_rest=True,
        is_sortable=False,
    ),
    Column(
        "value", "数值（分子/分母）", 160, lambda row: str(row.rate), Side.RIGHT, is_sortable=False
    ),
    Column("last", "上年", 160, _last, Side.RIGHT, is_sortable=False),
)
COUNTS: tuple[Column[CountRow], ...] = (
    Column("name", "事项", 240, lambda row: row.name, takes_rest=True, is_sortable=False),
    Column("count", "件数", 90, lambda row: str(len(row.refs)), Side.RIGHT, is_sortable=False),
    Column("last", "上年", 90, lambda row: str(len(row.last_refs)), Side.RIGHT, is_sortable=False),
    Column("change", "增减", 110, lambda row: row.change, Side.RIGHT, is_sortable=False),
)
SUMS: tuple[Column[CheckSum], ...] = (
    Column(
        "right",
        "核对",
        100,
        lambda row: "相符" if row.is_right else "不符",
        shape=Shape.PLATE,
        tone=lambda row: Tone.OK if row.is_right else Tone.LATE,
        is_sortable=False,
    ),
    Column(
        "told",
        "怎样相加",
        420,
        check_sum_words,
        shape=Shape.TWO_LINES,
        takes_rest=True,
        is_sortable=False,
    ),
)
RECORDS: tuple[Column[CountedRow], ...] = (
    Column("title", "文件名称", 200, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("number", "发文字号", 140, lambda row: row.number or ABSENT),
    Column("day", "日期", 100, lambda row: day_words(row.day) or ABSENT, Side.RIGHT),
    Column("body", "制定机关", 140, lambda row: row.body),
    Column("record", "记录", 90, lambda row: name_of(row.ref.record)),
)
