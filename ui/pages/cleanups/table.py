"""The columns of the cleanups and where their rows come from."""

from collections.abc import Sequence

from models.domain.lifecycle import CampaignState
from models.queries.cleanup import CampaignRow, campaigns
from resources.terms import name_of
from ui.parts.days import day_words
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.tokens import Tone

_DONE = frozenset({CampaignState.APPLIED, CampaignState.ARCHIVED})


class CampaignSource:
    """Answers the table from the register, in the store lane."""

    def ids(self, _order: Order, _narrow: None) -> Sequence[int]:
        """Return the ids of the cleanups, the newest first."""
        return [row.id for row in campaigns()]

    def rows(self, ids: Sequence[int]) -> Sequence[CampaignRow]:
        """Return these cleanups."""
        found = {row.id: row for row in campaigns()}
        return [found[one] for one in ids if one in found]


def _tone(row: CampaignRow) -> Tone:
    if row.state is CampaignState.PLANNED:
        return Tone.PLAIN
    return Tone.OK if row.state in _DONE else Tone.WAIT


COLUMNS: tuple[Column[CampaignRow], ...] = (
    Column("name", "名称", 260, lambda row: row.name, takes_rest=True, is_sortable=False),
    Column("kind", "清理方式", 100, lambda row: name_of(row.kind), is_sortable=False),
    Column(
        "state",
        "环节",
        150,
        lambda row: name_of(row.state),
        shape=Shape.PLATE,
        tone=_tone,
        is_sortable=False,
    ),
    Column("documents", "文件", 70, lambda row: str(row.documents), Side.RIGHT, is_sortable=False),
    Column(
        "opinions", "单位意见", 90, lambda row: str(row.opinions), Side.RIGHT, is_sortable=False
    ),
    Column("decided", "已审核", 80, lambda row: str(row.decided), Side.RIGHT, is_sortable=False),
    Column(
        "due",
        "意见交回期限",
        120,
        lambda row: day_words(row.reply_due_date),
        Side.RIGHT,
        is_sortable=False,
    ),
    Column("opened_by", "经办人", 90, lambda row: row.opened_by, is_sortable=False),
)
