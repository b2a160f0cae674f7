"""Sheets out and in (发放和收回): how far every unit is, and what the last round brought."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.queries.cleanup import UnitProgress
from review.cleanup.taking_down import TakenDown
from ui.pages.cleanup.dispatch_dialog import DispatchDialog
from ui.pages.cleanup.reading import CampaignShown
from ui.pages.cleanup.replies_card import RepliesCard
from ui.pages.cleanup.units_table import unit_columns, unit_status
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrappedLabel
from ui.widgets.rows_at_hand import AS_GIVEN, RowsAtHand, at_once
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.tokens import Tone
from ui.widgets.upright_area import UprightArea

_HOW = (
    "把各单位交回的意见表，或者放意见表的文件夹，拖到这一页就能收。Excel、WPS 表格和 Word 都可以。"
)
_UNITS_SHARE, _REPORT_SHARE = 2, 3
_LEAST_HEIGHT = 120
_PATTERNS = "意见表 (*.xlsx *.xls *.et *.ods *.csv *.docx)"


class SheetsTab(QWidget):
    """The units above, the report of the last round below."""

    hand_over_wanted = Signal(object, Path, object)
    replies_brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day = date.min
        self._due: date | None = None
        self.summary = WrappedLabel("")
        self.hand_over = Button("发放意见表…", icon_name="save")
        self.take = Button("收取意见表…", icon_name="folder")
        columns = unit_columns(self._today)
        self._source = RowsAtHand(columns, _unit_id)
        self.records = PagedTableModel(columns, self._source, at_once, None)
        self.records.order = Order(AS_GIVEN)
        self._empty = EmptyState(
            "还没有单位", "先在“范围”中确定清理范围，程序按实施单位分好意见表。"
        )
        self.table = TableView(self.records, "各单位的进度", self._empty)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.report = RepliesCard()
        self.dialog: DispatchDialog | None = None
        self._lay_out()
        self.hand_over.clicked.connect(self._ask_to_hand_over)
        self.take.clicked.connect(self._ask_for_files)

    def show_campaign(self, shown: CampaignShown, *, may_send: bool, may_take: bool) -> None:
        """Show the units of a cleanup."""
        self._day, self._due = shown.day, shown.page.row.reply_due_date
        self.summary.setText(_summary(shown))
        self.hand_over.setVisible(may_send)
        self.take.setVisible(may_take)
        self._source.hold(shown.units)
        self.records.ask()

    def show_round(self, taken: TakenDown) -> None:
        """Show what a round of replies brought."""
        self.report.show_round(taken)
        self._reports.show()

    def close_dialog(self) -> None:
        """Close the dialog whose act is done."""
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None

    def _today(self) -> date:
        return self._day

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.summary, 1)
        head.addWidget(self.hand_over)
        head.addWidget(self.take)
        self._reports = UprightArea(self.report)
        self._reports.hide()
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        for part, share in ((self.table, _UNITS_SHARE), (self._reports, _REPORT_SHARE)):
            # The report of a round is what the person came for: it gets the larger share.
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            part.setMinimumHeight(_LEAST_HEIGHT)
            both.addWidget(part)
            both.setStretchFactor(both.indexOf(part), share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(WrappedLabel(_HOW, "quiet"))
        layout.addWidget(both, 1)

    def _ask_to_hand_over(self) -> None:
        units = self._units()
        if units:
            due = self._due if self._due and self._due >= self._day else None
            self.dialog = DispatchDialog([one.unit_name for one in units], due, self)
            self.dialog.wanted.connect(self._want_handed_over)
            self.dialog.open()

    def _want_handed_over(self) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.is_whole():
            ids = tuple(one.unit_id for one in self._units())
            self.hand_over_wanted.emit(ids, dialog.place(), dialog.due.value())

    def _ask_for_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "选择各单位交回的意见表", "", _PATTERNS)
        if names:
            self.replies_brought.emit([Path(name) for name in names])

    def _units(self) -> list[UnitProgress]:
        """Return the units selected; with none selected, all of them."""
        chosen = self.table.selected_ids()
        everything = list(self._source.rows(self._source.ids(Order(AS_GIVEN), None)))
        return [one for one in everything if one.unit_id in chosen] if chosen else everything


def _unit_id(unit: UnitProgress) -> int:
    return unit.unit_id


def _summary(shown: CampaignShown) -> str:
    row = shown.page.row
    late = [one.unit_name for one in shown.units if unit_status(one, shown.day)[1] is Tone.LATE]
    silent = sum(one.returned_date is None for one in shown.units)
    parts = [
        f"单位 {len(shown.units)} 个，文件 {row.documents} 件",
        f"已有意见 {row.opinions} 件",
        f"没有交回 {silent} 个",
    ]
    if late:
        parts.append(f"逾期：{'、'.join(late)}")
    return "　".join(parts) if shown.units else ""
