"""The documents of a cleanup, decided by keys (审核): 1 to 5 decide and go on to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.cleanup import CleanupOutcome
from models.queries.cleanup_entries import EntryRow
from ui.desk import Desk
from ui.pages.cleanup.decide_dialog import DecideDialog
from ui.pages.cleanup.deciding import Deciding
from ui.pages.cleanup.entry_detail import EntryDetail
from ui.pages.cleanup.entry_rows import EntryFilter, EntrySource
from ui.pages.cleanup.outcomes import KEYS
from ui.pages.cleanup.prefill import as_written
from ui.pages.cleanup.work_table import COLUMNS, FILTERS, HINT, choices_of, filter_of
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Label
from ui.widgets.master_detail import MasterDetail
from ui.widgets.rows_at_hand import AS_GIVEN, at_once
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_STATE, _DETAIL = "cleanup.table", "cleanup.detail"
_NOTHING_YET = ("清理目录是空的", "先在“范围”中写明条件，确定清理范围。", "到“范围”去")
_NOTHING_FITS = ("没有符合条件的文件", "换一个条件，或者清除筛选。", "清除筛选")
_AGREE_KEY = "0"
_LOOK_MS = 30


class WorkTab(QWidget):
    """Filters, table and detail; what is pressed in the table is shown at once."""

    document_wanted = Signal(int)
    scope_wanted = Signal()
    suggestions_wanted = Signal()

    def __init__(self, desk: Desk, deciding: Deciding) -> None:
        super().__init__()
        self._desk = desk
        self._deciding = deciding
        self._may_decide = False
        self.source = EntrySource()
        self.chips = FilterChips(FILTERS, HINT)
        self.records = PagedTableModel(COLUMNS, self.source, at_once, EntryFilter())
        self.records.order = Order(AS_GIVEN)
        self._empty = EmptyState(*_NOTHING_YET)
        self.table = TableView(self.records, "清理目录", self._empty)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.detail = EntryDetail()
        self.both = MasterDetail(self.table, self.detail)
        self.count = Label("", "quiet")
        self.suggest = Button("查找提示", "link", "search")
        self.dialog: DecideDialog | None = None
        # The detail follows when the keys pause, once, however many rows were passed.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_current)
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[EntryRow], *, may_decide: bool) -> None:
        """Show the documents as they were read; the place in the table is kept."""
        self._may_decide = may_decide
        self.suggest.setVisible(may_decide and bool(rows))
        self.source.hold(self._deciding.overlay(rows))
        self._offer()
        self.records.ask()

    def choose(self, **values: str) -> None:
        """Show only the documents with these values of the filters."""
        for key, value in values.items():
            self.chips.chips[key].choose(value)

    def stand_on(self, entry_id: int) -> None:
        """Go to a document; a filter that hides it gives way."""
        if self.records.row_of(entry_id) is None:
            self.chips.clear()
        self.table.go_to(entry_id)
        self.table.setFocus()

    def undo(self) -> None:
        """Take back what the last key decided."""
        if self._may_decide:
            self._deciding.undo()

    def keep_look(self) -> None:
        """Remember how the table looks."""
        self._desk.remembered.keep(_STATE, self.table.layout_state())
        self._desk.remembered.keep(_DETAIL, self.both.remembered())

    def decide(self, outcome: CleanupOutcome) -> None:
        """Decide the selected documents and go on to the next."""
        rows = self._selected()
        if rows and self._may_decide:
            self._deciding.decide(rows, outcome)
            self._go_on()

    def agree(self) -> None:
        """Decide the selected documents as their units propose."""
        rows = [row for row in self._selected() if row.opinion is not None]
        if rows and self._may_decide:
            self._deciding.decide_as_units_propose(rows)
            self._go_on()

    def write(self) -> None:
        """Write the decision on the selected documents in full."""
        rows = self._selected()
        if rows and self._may_decide:
            self.dialog = DecideDialog(as_written(rows[0]), len(rows), self)
            self.dialog.wanted.connect(partial(self._decide_as_written, rows))
            self.dialog.open()

    def _lay_out(self) -> None:
        self.both.recall(self._desk.remembered.text(_DETAIL, ""))
        state = self._desk.remembered.state(_STATE)
        if state:
            self.table.restore_layout(state)
            self.records.order = Order(AS_GIVEN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.chips, 1)
        above.addWidget(self.count)
        above.addWidget(self.suggest)
        above.addWidget(self.both.columns)
        above.addWidget(self.both.fold)
        layout.addLayout(above)
        layout.addWidget(self.both, 1)

    def _connect(self) -> None:
        self.chips.changed.connect(self._narrow)
        self._empty.wanted.connect(self._help_out)
        self.table.chosen.connect(self._look_soon)
        self.table.opened.connect(self._write_current)
        self.records.answered.connect(self._show_count)
        self._deciding.rows_changed.connect(self._change)
        self._deciding.stood_back.connect(self._stand_on)
        self.suggest.clicked.connect(self.suggestions_wanted)
        self.detail.outcome_wanted.connect(self.decide)
        self.detail.agreeing_wanted.connect(self.agree)
        self.detail.writing_wanted.connect(self.write)
        self.detail.document_wanted.connect(self.document_wanted)
        for outcome, key in KEYS.items():
            self._bind(key, partial(self.decide, outcome))
        self._bind(_AGREE_KEY, self.agree)

    def _bind(self, key: str, take: object) -> None:
        # Keys of the table alone: in the box of the filter they are digits.
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(take)

    def _narrow(self) -> None:
        self.records.narrow_to(filter_of(self.chips.text(), self.chips.values()))

    def _offer(self) -> None:
        for key, choices in choices_of(self.source.all()).items():
            self.chips.chips[key].offer(choices)

    def _change(self, rows: tuple[EntryRow, ...]) -> None:
        self.source.change(rows)
        for row in rows:
            self.records.show_row(row.id, row)
        self._look.start()

    def _stand_on(self, rows: tuple[EntryRow, ...]) -> None:
        first = next(iter(rows), None)
        if first is not None:
            self.stand_on(first.id)
        else:
            self.table.setFocus()

    def _show_count(self) -> None:
        everything, shown = len(self.source.all()), self.records.rowCount()
        self.count.setText(f"{shown} 件" if everything else "")
        self._empty.say(*(_NOTHING_FITS if everything else _NOTHING_YET))
        if self.table.current_id() is None and shown:
            self.table.selectRow(0)
        if shown:
            self._look.start()
        else:
            self.detail.clear()

    def _look_soon(self, _entry_id: int) -> None:
        self._look.start()

    def _show_current(self) -> None:
        current = self.table.current_id()
        row = self.source.row(current) if current is not None else None
        if row is not None:
            self.detail.show_row(row, may_decide=self._may_decide)

    def _selected(self) -> list[EntryRow]:
        chosen = self.table.selected_ids()
        current = self.table.current_id()
        ids = chosen or ([current] if current is not None else [])
        return [row for row in map(self.source.row, ids) if row is not None]

    def _go_on(self) -> None:
        """Stand on the document below, so that the keyboard goes on working."""
        below = max((index.row() for index in self.table.selectedIndexes()), default=-1) + 1
        if 0 < below < self.records.rowCount():
            self.table.selectRow(below)
        self.table.setFocus()

    def _decide_as_written(self, rows: Sequence[EntryRow]) -> None:
        if self.dialog is not None and self.dialog.is_whole():
            self._deciding.decide_as_written(rows, self.dialog.entry())
            self.dialog.accept()
            self.dialog = None
            self._go_on()

    def _write_current(self, _entry_id: int) -> None:
        self.write()

    def _help_out(self) -> None:
        if self.source.all():
            self.chips.clear()
        else:
            self.scope_wanted.emit()
