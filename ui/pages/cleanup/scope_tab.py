"""The scope of a cleanup (范围): a filter with a live count, then the list it was frozen into."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.cleanup_campaign import EntryOrigin, ScopeFilter
from models.queries.cleanup_entries import EntryRow
from resources.terms import name_of
from ui.pages.cleanup.addition_dialog import AdditionDialog
from ui.pages.cleanup.reading import CampaignShown
from ui.pages.cleanup.scope_form import ScopeForm, scope_words
from ui.parts.days import day_words
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.rows_at_hand import AS_GIVEN, RowsAtHand, at_once
from ui.widgets.scrolled import scrolled
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.tokens import Tone

_COUNT_MS = 300
_FREEZING = "确定以后，这些文件列成清理目录，条件不能再改；个别文件可以写明理由增补或者移出。"


class ScopeTab(QWidget):
    """Before the scope is frozen the filter, afterwards the list."""

    count_wanted = Signal(object)
    freeze_wanted = Signal(object)
    addition_wanted = Signal(str, str)
    removal_wanted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.form = ScopeForm()
        self.count = Label("", "heading")
        self.freeze = Button("确定清理范围…", "primary", "check")
        self.scope = WrappedLabel("", "quiet")
        self.add = Button("增补文件…", "quiet", "plus")
        self.remove = Button("移出所选…", "quiet", "close")
        self._source = RowsAtHand(COLUMNS, _entry_id)
        self.records = PagedTableModel(COLUMNS, self._source, at_once, None)
        self.records.order = Order(AS_GIVEN)
        self.table = TableView(self.records, "清理范围内的文件", EmptyState("清理目录是空的"))
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.addition: AdditionDialog | None = None
        self._name = ""
        self._counted = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_COUNT_MS)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_campaign(self, shown: CampaignShown, *, may_freeze: bool, may_change: bool) -> None:
        """Show the filter or the list."""
        self._name = shown.page.row.name
        is_frozen = shown.page.scope is not None
        self._stack.setCurrentIndex(int(is_frozen))
        self.freeze.setVisible(may_freeze)
        self.add.setVisible(may_change)
        self.remove.setVisible(may_change)
        if shown.page.scope is not None:
            day = day_words(shown.page.scope_date)
            self.scope.setText(f"{day} 按下列条件确定：{scope_words(shown.page.scope)}。")
            self._source.hold((*shown.rows, *shown.removed))
            self.records.ask()
        else:
            self._ask_count()

    def show_count(self, count: int) -> None:
        """Say how many documents the filter finds."""
        self._counted = count
        self.count.setText(f"符合条件 {count} 件")
        self.freeze.setEnabled(count > 0)

    def say_unknown(self) -> None:
        """Say that the register has no such document."""
        if self.addition is not None:
            self.addition.show_unknown()

    def close_dialog(self) -> None:
        """Close the dialog whose act is done."""
        if self.addition is not None:
            self.addition.accept()
            self.addition = None

    def _lay_out(self) -> None:
        asking, listing = QWidget(), QWidget()
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.freeze)
        inner = QVBoxLayout(asking)
        inner.setContentsMargins(12, 10, 12, 12)
        inner.setSpacing(12)
        inner.addWidget(WrappedLabel(_HOW, "quiet"))
        inner.addWidget(self.form)
        inner.addLayout(below)
        inner.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.scope, 1)
        head.addWidget(self.add)
        head.addWidget(self.remove)
        listed = QVBoxLayout(listing)
        listed.setContentsMargins(12, 10, 12, 12)
        listed.setSpacing(8)
        listed.addLayout(head)
        listed.addWidget(self.table, 1)
        self._stack.addWidget(scrolled(asking))
        self._stack.addWidget(listing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._ask_count)
        self.freeze.clicked.connect(self._ask_to_freeze)
        self.add.clicked.connect(self._ask_to_add)
        self.remove.clicked.connect(self._ask_to_remove)

    def _ask_count(self) -> None:
        if self.form.is_readable():
            self.count_wanted.emit(self.form.scope())

    def _ask_to_freeze(self) -> None:
        if not self.form.is_readable():
            return
        scope = self.form.scope()
        facts = (
            ("清理", self._name),
            ("条件", scope_words(scope)),
            ("文件", f"{self._counted} 件"),
        )
        dialog = ConfirmDialog("确定清理范围", facts, _FREEZING, self)
        dialog.ask(partial(self._want_frozen, scope))

    def _want_frozen(self, scope: ScopeFilter) -> None:
        self.freeze_wanted.emit(scope)

    def _ask_to_add(self) -> None:
        self.addition = AdditionDialog(self)
        self.addition.wanted.connect(self._want_added)
        self.addition.open()

    def _want_added(self) -> None:
        dialog = self.addition
        if dialog is not None and dialog.is_whole():
            self.addition_wanted.emit(dialog.number.text().strip(), dialog.reason.text().strip())

    def _ask_to_remove(self) -> None:
        current = self.table.currentIndex()
        row = self.records.row_at(current.row()) if current.isValid() else None
        if row is not None and not row.is_removed:
            facts = (("文件名称", row.title), ("发文字号", row.document_number))
            words = "移出以后这一件不再参加这次清理，理由留在目录里；需要时可以再增补。"
            dialog = ReasonDialog("移出清理目录", facts, words, self)
            dialog.ask_reason(partial(self._want_removed, row.document_id))

    def _want_removed(self, document_id: int, reason: str) -> None:
        self.removal_wanted.emit(document_id, reason)


_HOW = (
    "写明这次清理哪些文件，不填的一栏不限制。件数随条件变化；确定以后列成目录，发给各单位征求意见。"
)


def _entry_id(row: EntryRow) -> int:
    return row.id


def _how(row: EntryRow) -> str:
    return "已移出" if row.is_removed else name_of(row.origin)


def _how_tone(row: EntryRow) -> Tone:
    if row.is_removed:
        return Tone.GONE
    return Tone.WAIT if row.origin is EntryOrigin.ADDED else Tone.PLAIN


def _why(row: EntryRow) -> str:
    return row.removed_reason or row.added_reason


COLUMNS: tuple[Column[EntryRow], ...] = (
    Column("title", "文件名称", 260, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("number", "发文字号", 150, lambda row: row.document_number, shape=Shape.TWO_LINES),
    Column("unit", "实施单位", 160, lambda row: row.unit_name, shape=Shape.TWO_LINES),
    Column("issued", "印发日期", 110, lambda row: day_words(row.issued_date), Side.RIGHT),
    Column("status", "时效", 90, lambda row: name_of(row.status)),
    Column("how", "列入方式", 130, _how, shape=Shape.PLATE, tone=_how_tone),
    Column("why", "增补、移出的理由", 180, _why, shape=Shape.TWO_LINES),
)
