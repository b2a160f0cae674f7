"""A result as it was applied: by which decision, and how the documents stood before and after."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.terms import ValidityStatus
from models.queries.cleanup_results import ResultRow
from resources.terms import name_of
from ui.pages.cleanup.result_reading import StandingChange
from ui.parts.days import day_words, instant_words, yes_or_no
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label
from ui.widgets.short_table import ShortTable
from ui.widgets.table_columns import Column, Side

_TABLE_HEIGHT = 200


class AppliedView(QWidget):
    """Facts of the decision above, counts before and after below."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = FactsGrid()
        self.counts = ShortTable("清理前后", _COLUMNS, _place, EmptyState("没有文件"))
        self.counts.view.setMinimumHeight(_TABLE_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label("清理结果已经落实到登记簿", "heading"))
        layout.addWidget(self.facts)
        layout.addWidget(Label("目录中的文件，施行前一日与施行之日", "name"))
        layout.addWidget(self.counts.view)

    def show_result(self, result: ResultRow, changes: Sequence[StandingChange]) -> None:
        """Show a result that was applied."""
        self.facts.show_facts(
            [
                Fact("作出决定的机关", result.decided_by),
                Fact("文号", result.decision_number),
                Fact("决定日期", day_words(result.decided_date)),
                Fact("公布日期", day_words(result.published_date)),
                Fact("施行日期", day_words(result.effect_date)),
                Fact("清理截止日期", day_words(result.cutoff_date)),
                Fact("没有列入的一并失效", yes_or_no(result.ends_unlisted)),
                Fact("落实", f"{result.applied_by}　{instant_words(result.applied_at)}"),
            ]
        )
        self.counts.show(changes)


def _place(change: StandingChange) -> int:
    return list(ValidityStatus).index(change.status)


_COLUMNS: tuple[Column[StandingChange], ...] = (
    Column("status", "时效", 200, lambda change: name_of(change.status), takes_rest=True),
    Column("before", "清理前", 100, lambda change: str(change.before), Side.RIGHT),
    Column("after", "清理后", 100, lambda change: str(change.after), Side.RIGHT),
)
