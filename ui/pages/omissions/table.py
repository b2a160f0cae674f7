"""The columns of the checks and where their rows come from."""

from collections.abc import Sequence

from models.domain.clock import OFFICE_TIME
from models.domain.omissions import CheckState
from models.queries.omissions import OmissionCheckRow, omission_checks
from resources.terms import name_of
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.tokens import Tone

_TONES = {CheckState.OPEN: Tone.WAIT, CheckState.CLOSED: Tone.OK}


class CheckSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, _order: Order, _narrow: None) -> Sequence[int]:
        """Return the ids of the checks, the newest first."""
        return [check.id for check in omission_checks()]

    def rows(self, ids: Sequence[int]) -> Sequence[OmissionCheckRow]:
        """Return these checks."""
        checks = {check.id: check for check in omission_checks()}
        return [checks[check_id] for check_id in ids if check_id in checks]


def _started(row: OmissionCheckRow) -> str:
    return row.started_at.astimezone(OFFICE_TIME).strftime("%Y-%m-%d %H:%M")


COLUMNS: tuple[Column[OmissionCheckRow], ...] = (
    Column("name", "清单名称", 260, lambda row: row.name, takes_rest=True, is_sortable=False),
    Column(
        "state",
        "状态",
        110,
        lambda row: name_of(row.state),
        shape=Shape.PLATE,
        tone=lambda row: _TONES[row.state],
        is_sortable=False,
    ),
    Column("row_count", "行数", 80, lambda row: str(row.row_count), Side.RIGHT, is_sortable=False),
    Column("waiting", "待处理", 80, lambda row: str(row.waiting), Side.RIGHT, is_sortable=False),
    Column("decided", "已处理", 80, lambda row: str(row.decided), Side.RIGHT, is_sortable=False),
    Column("started_at", "开始时间", 150, _started, Side.RIGHT, is_sortable=False),
    Column("started_by", "经办人", 90, lambda row: row.started_by, is_sortable=False),
    Column("source_name", "来源", 180, lambda row: row.source_name, is_sortable=False),
)
