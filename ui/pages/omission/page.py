"""One omission check (漏报核查): the lines of the list, decided fast and with a reason."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from models.domain.omissions import CheckState, RowDecision
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.omissions import OmissionFilter, OmissionListRow, OmissionOrder
from resources.terms import name_of
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.page import Page
from ui.pages.omission.decide_dialog import DecideDialog
from ui.pages.omission.detail import DECISION_KEYS, RowDetail
from ui.pages.omission.filters import FILTERS, HINT, WAITING, choices_of, filter_of
from ui.pages.omission.table import COLUMNS, RowsSource
from ui.pages.omission.view_model import CheckShown, OmissionViewModel
from ui.tasks.ticket import Ticket
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.master_detail import MasterDetail
from ui.widgets.page_head import PageHead
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_STATE = "omission.table"
_DETAIL = "omission.detail"
_NOTHING_FITS = ("没有符合条件的内容", "换一个筛选条件，或者清除筛选。", "清除筛选")
_CLOSING = "结束以后，这份清单的处理意见不能再改。还没有处理的行照原样写进核查结果。"
_REOPENING = "撤回以后，这些行回到待处理，原来的意见和理由仍留在留痕里。"


class OmissionPage(Page):
    """Table at the left, the line beside the register at the right; 1 to 5 decide it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = OmissionViewModel(desk, self)
        self.errors = ErrorPanel()
        self.progress = ProgressStrip()
        self.chips = FilterChips(FILTERS, HINT)
        self.records = PagedTableModel(
            COLUMNS, RowsSource(), self.view_model.fetch, OmissionFilter(0)
        )
        self.records.order = Order(OmissionOrder.ROW_NUMBER)
        self._empty = EmptyState(*_NOTHING_FITS)
        self.table = TableView(self.records, "清单", self._empty)
        self.detail = RowDetail()
        self.both = MasterDetail(self.table, self.detail)
        self.finish = Button("结束核查…")
        self.export = Button("导出结果", "primary", "save")
        self.head = PageHead("", self.both.columns, self.both.fold, self.finish, self.export)
        self.dialog: DecideDialog | None = None
        self._current: OmissionListRow | None = None
        self._lay_out()
        self._connect()
        self.offers = {"edit.filter": self.chips.focus_words, "file.save": self._ask_for_target}

    def open(self, route: Route) -> None:
        """Show a check, what waits first; at another arrival the place is kept."""
        if route.record_id is None or route.record_id == self.view_model.check_id:
            self.refresh()
            return
        self.detail.clear()
        self._current = None
        self.view_model.open(route.record_id)
        self.chips.clear()
        self.chips.chips["work"].choose(WAITING)
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the lines again."""
        self.errors.hide()
        self.view_model.count()
        self.records.ask()

    def may_leave(self) -> bool:
        """Remember how the table looks; leaving is always possible."""
        self.desk.remembered.keep(_STATE, self.table.layout_state())
        self.desk.remembered.keep(_DETAIL, self.both.remembered())
        return True

    def _lay_out(self) -> None:
        self.export.setToolTip("把汇总、各类清单和缺号写成 Excel 表格（Ctrl+S）")
        self.both.recall(self.desk.remembered.text(_DETAIL, ""))
        state = self.desk.remembered.state(_STATE)
        if state:
            self.table.restore_layout(state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.errors)
        layout.addWidget(self.progress)
        layout.addWidget(self.chips)
        layout.addWidget(self.both, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.check_read.connect(self._show_check)
        model.row_read.connect(self._show_row)
        model.rows_changed.connect(self.records.ask)
        model.rows_decided.connect(self._go_on)
        model.number_unknown.connect(self._show_unknown_number)
        model.work_begun.connect(self._show_work)
        model.work_ended.connect(self.progress.end)
        model.refused.connect(self._show_refusal)
        self.chips.changed.connect(self._narrow)
        self._empty.wanted.connect(self.chips.clear)
        self.table.chosen.connect(model.look_at)
        self.records.answered.connect(self._show_count)
        self.detail.decision_wanted.connect(self._ask_to_decide)
        self.detail.reopen_wanted.connect(self._ask_to_reopen)
        self.detail.register_wanted.connect(self._register)
        self.detail.document_wanted.connect(self._open_document)
        self.finish.clicked.connect(self._ask_to_close)
        self.export.clicked.connect(self._ask_for_target)
        for decision, keys in DECISION_KEYS.items():
            # Keys of the table alone: in the box of the filter they are digits.
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._ask_to_decide, decision))

    def _narrow(self) -> None:
        check_id = self.view_model.check_id
        if check_id:
            words, values = self.chips.text(), self.chips.values()
            self.records.narrow_to(filter_of(check_id, words, values))

    def _show_check(self, shown: CheckShown) -> None:
        check = shown.check
        self.crumb_changed.emit(check.name)
        for key, choices in choices_of(shown.counts).items():
            self.chips.chips[key].offer(choices)
        is_open = check.state is CheckState.OPEN
        may_close = self.desk.person.may(ActName.CLOSE_OMISSION_CHECK)
        self.finish.setVisible(is_open and may_close)
        if self._current is not None:
            self.detail.show_row(self._current, may_decide=self.view_model.may_decide)

    def _show_count(self) -> None:
        shown, check = self.records.rowCount(), self.view_model.check
        parts = [f"列出 {shown} 行"]
        if check is not None:
            parts += [f"共 {check.row_count} 行", f"已处理 {check.decided} 行"]
            parts.append(name_of(check.state))
        self.head.show_note("　".join(parts))
        if self.table.current_id() is None and shown:
            self.table.selectRow(0)
        if not shown:
            self._current = None
            self.detail.clear()

    def _show_row(self, row: OmissionListRow) -> None:
        self._current = row
        self.detail.show_row(row, may_decide=self.view_model.may_decide)

    def _selected(self) -> tuple[int, ...]:
        chosen = self.table.selected_ids()
        current = self.table.current_id()
        return tuple(chosen or ([current] if current is not None else []))

    def _ask_to_decide(self, decision: RowDecision) -> None:
        rows = self._selected()
        if not rows or not self.view_model.may_decide:
            return
        current = self._current
        suggested = ("", "")
        if len(rows) == 1 and current is not None:
            suggested = (_suggested_reason(current, decision), current.registered_number)
        self.dialog = DecideDialog(decision, len(rows), suggested, self)
        self.dialog.wanted.connect(partial(self._decide, rows))
        self.dialog.open()

    def _decide(self, rows: tuple[int, ...]) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.is_whole():
            reason, number = dialog.reason.text().strip(), dialog.number.text().strip()
            self.view_model.decide(rows, dialog.decision, reason, number)

    def _go_on(self) -> None:
        """Close the question and stand on the next line, so that the keyboard goes on working."""
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        below = max((index.row() for index in self.table.selectedIndexes()), default=-1) + 1
        if 0 < below < self.records.rowCount():
            self.table.selectRow(below)
        self.table.setFocus()

    def _ask_to_reopen(self) -> None:
        rows = self._selected()
        if rows:
            facts = (("行数", str(len(rows))),)
            dialog = ReasonDialog("撤回处理意见", facts, _REOPENING, self)
            dialog.ask_reason(partial(self.view_model.reopen, rows))

    def _ask_to_close(self) -> None:
        check = self.view_model.check
        if check is not None:
            facts = (("清单名称", check.name), ("待处理", f"{check.waiting} 行"))
            ConfirmDialog("结束核查", facts, _CLOSING, self).ask(self.view_model.close)

    def _register(self) -> None:
        row = self._current
        if row is not None:
            day = row.adopted_date.isoformat() if row.adopted_date else ""
            known = (
                ("title", row.title),
                ("document_number", row.document_number),
                ("issuing_body", row.issuing_body_name),
                ("adopted_date", day),
            )
            extra = tuple((name, value) for name, value in known if value)
            self.desk.navigate(Route("registration", None, extra))

    def _open_document(self, document_id: int) -> None:
        self.desk.navigate(Route("document", document_id))

    def _ask_for_target(self) -> None:
        check = self.view_model.check
        if check is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, "导出核查结果", f"漏报核查-{check.name}.xlsx", "Excel 表格 (*.xlsx)"
        )
        if name:
            self.view_model.export(Path(name).with_suffix(".xlsx"))

    def _show_work(self, ticket: Ticket, what: str) -> None:
        self.progress.follow(ticket, what)

    def _show_unknown_number(self) -> None:
        if self.dialog is not None:
            self.dialog.show_unknown_number()

    def _show_refusal(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(error)
        else:
            self.errors.show_error(error)


def _suggested_reason(row: OmissionListRow, decision: RowDecision) -> str:
    """Return why the title speaks for a decision; nothing where it speaks against it."""
    speaks_for = {
        RowDecision.SHOULD_REGISTER: row.looks_normative,
        RowDecision.NOT_NORMATIVE: not row.looks_normative,
    }
    return "；".join(row.reasons) if speaks_for.get(decision, False) else ""
