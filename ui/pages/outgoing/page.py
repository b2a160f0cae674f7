"""The log of what left the office (发文登记): a year as a table, deliveries, print and export."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout

from models.domain.lifecycle import LetterState
from models.errors import AppError
from models.queries.letters import LetterPage
from models.queries.office import today
from models.queries.outgoing_log import OutgoingRow
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.outgoing.table import COLUMNS
from ui.pages.outgoing.view_model import OutgoingViewModel
from ui.parts.act_dialog import ActDialog
from ui.parts.delivery_form import DeliveryForm
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.rows_at_hand import AS_GIVEN, RowsAtHand, at_once
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_STATE = "outgoing.table"
_EXCEL = "Excel 表格 (*.xlsx)"


class OutgoingPage(Page):
    """Every letter of a year in the order it left, the withdrawn ones with them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = OutgoingViewModel(desk)
        self.error = ErrorPanel()
        self.years = QComboBox()
        self.open_button = Button("打开文书", "quiet", "letter")
        self.deliver_button = Button("记录送达", "quiet", "check")
        self.export_button = Button("导出 Excel", "quiet", "save")
        self.print_button = Button("打印登记簿", "primary", "print")
        self.head = PageHead(
            "", self.open_button, self.deliver_button, self.export_button, self.print_button
        )
        self.dialog: ActDialog | None = None
        self._rows = RowsAtHand(COLUMNS, _id_of)
        self.model = PagedTableModel(COLUMNS, self._rows, at_once, None)
        self.model.order = Order(AS_GIVEN)
        empty = EmptyState("这一年没有发出文书", "发出的每一份文书都按次序列在这里。")
        self.table = TableView(self.model, "发文登记", empty)
        self._lay_out()
        self._connect()
        self._follow_line()
        self.view_model.read()

    def refresh(self) -> None:
        """Read the log again."""
        self.error.hide()
        self.view_model.read()

    def may_leave(self) -> bool:
        """Remember the columns; leaving is always possible."""
        self.desk.remembered.keep(_STATE, self.table.layout_state())
        return True

    def _lay_out(self) -> None:
        self.years.setAccessibleName("年份")
        self.deliver_button.setVisible(self.view_model.may_deliver)
        state = self.desk.remembered.state(_STATE)
        if state:
            self.table.restore_layout(state)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.years)
        line.addWidget(self.head, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(line)
        layout.addWidget(self.error)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.shown.connect(self._show)
        model.delivery_asked.connect(self._ask_delivery)
        model.delivered.connect(self._close_dialog)
        model.refused.connect(self._refuse)
        self.years.textActivated.connect(self._turn_to)
        self.table.chosen.connect(self._follow_line)
        self.table.opened.connect(self._open)
        self.model.answered.connect(self._follow_line)
        self.open_button.clicked.connect(self._open)
        self.deliver_button.clicked.connect(self._deliver)
        self.export_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._print)

    def _show(self, years: tuple[int, ...], rows: tuple[OutgoingRow, ...]) -> None:
        self.years.clear()
        self.years.addItems([f"{year}年" for year in sorted(years, reverse=True)])
        self.years.setCurrentText(f"{self.view_model.year}年")
        sent = sum(not row.withdrawn_reason for row in rows)
        self.head.show_note(f"共 {len(rows)} 件，其中撤回 {len(rows) - sent} 件")
        self._rows.hold(rows)
        self.model.ask()

    def _turn_to(self, year: str) -> None:
        self.view_model.year = int(year.removesuffix("年"))
        self.view_model.read()

    def _row(self) -> OutgoingRow | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _follow_line(self, _line: object = None) -> None:
        row = self._row()
        self.open_button.setEnabled(row is not None)
        self.deliver_button.setEnabled(row is not None and row.state is LetterState.ISSUED)

    def _open(self, _chosen: object = None) -> None:
        row = self._row()
        if row is not None:
            self.desk.navigate(Route("letter", row.id))

    def _deliver(self) -> None:
        row = self._row()
        if row is not None:
            self.view_model.ask_delivery(row.id)

    def _ask_delivery(self, letter: LetterPage) -> None:
        copies = letter.data.get("copy_to")
        others = [str(one) for one in copies] if isinstance(copies, list) else []
        form = DeliveryForm((letter.addressee, *others), today())
        dialog = ActDialog("记录送达", form, self)
        dialog.wanted.connect(partial(self._record, letter.id, form))
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _record(self, letter_id: int, form: DeliveryForm) -> None:
        entry = form.entry()
        if entry is not None:
            self.view_model.deliver(letter_id, entry)

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget_dialog(self, _result: int) -> None:
        self.dialog = None

    def _ask_where(self) -> None:
        name = Path.home() / f"{self.view_model.year}年发文登记.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, "导出发文登记", str(name), _EXCEL)
        if chosen:
            self.view_model.export(Path(chosen).with_suffix(".xlsx"))

    def _print(self) -> None:
        self.desk.navigate(Route("sheet", None, (("kind", "outgoing_log"),)))

    def _refuse(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(error)
        else:
            self.error.show_error(error)


def _id_of(row: OutgoingRow) -> int:
    return row.id
