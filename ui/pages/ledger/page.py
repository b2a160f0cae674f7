"""The number ledger (号码台账): three books, their check, and what the head does about it."""

from functools import partial

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from models.errors import AppError
from models.queries.numbers import CounterToConfirm, LedgerBook, LedgerRow
from resources.terms import name_of
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.ledger.table import COLUMNS
from ui.pages.ledger.view_model import LedgerCheck, LedgerSource, LedgerViewModel
from ui.pages.ledger.words import counter_words, fault_words
from ui.parts.sheet_menu import sheet_choices
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.menus import menu_of
from ui.widgets.page_head import PageHead
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.tokens import Tone

_LAYOUT = "ledger.columns"
_BOOKS = ("register_book", "filing_catalogue", "outgoing_log")
_SHOWN = 6
_VOID_CONSEQUENCE = (
    "作废以后，号码留在台账里，不再分配给别的文件，也不能恢复。文件退回已登记，可以重新编号。"
)
_CONFIRM_CONSEQUENCE = "确认以后，新号码从补录的最大号码之后起编，中间的空号不再使用。"


class LedgerPage(Page):
    """A tab for each book, the findings of the check above the lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = LedgerViewModel(desk)
        self.open_button = Button("打开文件", "quiet", "document")
        self.void_button = Button("作废", "quiet", "gone")
        self.check_button = Button("核对台账", "primary", "check")
        self.print_button = Button("打印 ▾", "quiet", "print")
        self.head = PageHead(
            "", self.open_button, self.void_button, self.print_button, self.check_button
        )
        self.error = ErrorPanel()
        self.findings = QVBoxLayout()
        self.confirm_button: Button | None = None
        self.books = QTabBar()
        self.model = PagedTableModel(
            COLUMNS, LedgerSource(), self.view_model.fetch, LedgerBook.UNIFIED
        )
        empty = EmptyState("还没有号码", "编号、备案登记、发出文书以后，号码按次序列在这里。")
        self.table = TableView(self.model, "号码台账", empty)
        self._lay_out()
        self._connect()
        self._follow_line()
        self.refresh()

    def refresh(self) -> None:
        """Read the ledger again and check it."""
        self.error.hide()
        self.model.ask()
        self.view_model.check()

    def may_leave(self) -> bool:
        """Remember the columns and let the person go."""
        self.desk.remembered.keep(_LAYOUT, self.table.layout_state())
        return True

    def _lay_out(self) -> None:
        self.books.setAccessibleName("台账")
        self.books.setExpanding(False)
        self.books.setDrawBase(False)
        for book in LedgerBook:
            self.books.addTab(name_of(book))
        self.void_button.setVisible(self.view_model.may_void)
        self.print_button.setMenu(menu_of(self.print_button, sheet_choices(self.desk, _BOOKS)))
        self.findings.setSpacing(8)
        state = self.desk.remembered.state(_LAYOUT)
        if state:
            self.table.restore_layout(state)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.error)
        layout.addLayout(self.findings)
        layout.addWidget(self.books)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.view_model.checked.connect(self._show_check)
        self.view_model.ledger_changed.connect(self.refresh)
        self.view_model.refused.connect(self._refuse)
        self.books.currentChanged.connect(self._turn_to)
        self.table.chosen.connect(self._follow_line)
        self.table.opened.connect(self._open_document)
        self.model.answered.connect(self._follow_line)
        self.open_button.clicked.connect(self._open_document)
        self.void_button.clicked.connect(self._ask_to_void)
        self.check_button.clicked.connect(self.refresh)

    def _turn_to(self, place: int) -> None:
        self.model.narrow_to(list(LedgerBook)[place])

    def _row(self) -> LedgerRow | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _follow_line(self, _line: object = None) -> None:
        row = self._row()
        self.open_button.setEnabled(row is not None and row.document_id is not None)
        self.void_button.setEnabled(row is not None and self.view_model.can_void(row))

    def _open_document(self, _chosen: object = None) -> None:
        row = self._row()
        if row is not None and row.document_id is not None:
            self.desk.navigate(Route("document", row.document_id))

    def _ask_to_void(self) -> None:
        row = self._row()
        if row is None:
            return
        facts = (("号码", row.number), ("文件", row.title))
        dialog = ReasonDialog("作废号码", facts, _VOID_CONSEQUENCE, self)
        dialog.ask_reason(partial(self.view_model.void, row.id))

    def _show_check(self, found: LedgerCheck) -> None:
        while (item := self.findings.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        report = found.report
        self.head.show_note(
            f"已使用 {report.allotted} 个　作废 {report.void} 个　"
            f"其中历史补录 {report.back_entries} 个"
        )
        self.findings.addWidget(self._report_card(found))
        for counter in found.counters:
            self.findings.addWidget(self._counter_card(counter))

    def _report_card(self, found: LedgerCheck) -> QWidget:
        faults = found.report.faults
        if not faults:
            return Card("台账核对无误", "没有漏号、重号，次序和年份相符。", tone=Tone.OK)
        lines = [CardLine(fault_words(self.desk.profile, fault)) for fault in faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            lines.append(CardLine(f"另有 {len(faults) - _SHOWN} 处"))
        return Card(f"台账有 {len(faults)} 处需要说明", "", lines, Tone.LATE)

    def _counter_card(self, counter: CounterToConfirm) -> QWidget:
        words = counter_words(self.desk.profile, counter)
        card = Card("需要确认起编号", words, tone=Tone.WAIT)
        if self.view_model.may_confirm:
            self.confirm_button = Button("确认起编号")
            self.confirm_button.clicked.connect(partial(self._ask_to_confirm, counter))
            card.add(self.confirm_button)
        return card

    def _ask_to_confirm(self, counter: CounterToConfirm, _checked: object = None) -> None:
        words = counter_words(self.desk.profile, counter)
        dialog = ConfirmDialog("确认起编号", (("号段", words),), _CONFIRM_CONSEQUENCE, self)
        dialog.ask(partial(self.view_model.confirm, counter))

    def _refuse(self, error: AppError) -> None:
        self.error.show_error(error)
