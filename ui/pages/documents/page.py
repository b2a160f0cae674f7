"""The register as a table (文件登记): filter, look, open, start a registration."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from models.domain.roles import ActName
from models.queries.documents import DocumentFacets, DocumentFilter, DocumentOrder
from ui.desk import Changes, Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.documents.detail import DetailPanel
from ui.pages.documents.filters import FILTERS, HINT, choices_of, narrowing_of
from ui.pages.documents.table import COLUMNS, RegisterSource
from ui.pages.documents.view_model import DocumentsViewModel
from ui.parts.sheet_menu import sheet_choices
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.filter_chips import FilterChips
from ui.widgets.menus import menu_of
from ui.widgets.page_head import PageHead
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

# What a spreadsheet is called; a document to register is none of these.
_LEDGERS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".et", ".ods", ".csv", ".tsv"})
_TABLE_STATE = "documents.table"
_DETAIL_SHOWN = "documents.detail"
_DETAIL_WIDTH = 320
_BOOKS = ("register_book", "document_catalogue")
_NOTHING_YET = (
    "登记簿还是空的",
    "把起草单位送来的 Word 或者 PDF 文件拖到这里，程序读出正文并填好登记表，由您核对后登记。",
    "登记新文件",
)
_NOTHING_FITS = ("没有符合条件的文件", "换一个筛选条件，或者清除全部筛选。", "清除筛选")


class DocumentsPage(Page):
    """The list of all normative documents."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = DocumentsViewModel(desk, self)
        self._total = 0
        self.chips = FilterChips(FILTERS, HINT)
        self.records = PagedTableModel(COLUMNS, RegisterSource(), self._fetch, DocumentFilter())
        self._empty = EmptyState(*_NOTHING_YET)
        self.table = TableView(self.records, "登记簿", self._empty)
        self.detail = DetailPanel()
        self.errors = ErrorPanel()
        self._fold = Button("概要", "flat", "right")
        self._columns = Button("列和排序", "flat", "down")
        self.print_button = Button("打印 ▾", "quiet", "print")
        self.historic = Button("补录历史文件")
        self.register = Button("登记新文件", "primary", "plus")
        self._drop = FileDrop(self, takes_folders=True)
        self._lay_out()
        self._recall()
        self._allow()
        self._connect()
        self._ask()

    def open(self, route: Route) -> None:
        """Show the register; a record is selected, an extra word is looked for."""
        words = route.asked("containing")
        if words is not None:
            self.chips.words.setText(words)
        if self.view_model.is_stale:
            self.refresh()
        if route.record_id is not None:
            self.table.go_to(route.record_id)
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the register again; the place is kept."""
        self._ask()
        document_id = self.table.current_id()
        if document_id is not None:
            self.view_model.look_at(document_id)

    def may_leave(self) -> bool:
        """Remember how the table looks; leaving is always possible."""
        self.desk.remembered.keep(_TABLE_STATE, self.table.layout_state())
        self.desk.remembered.keep(_DETAIL_SHOWN, str(self._fold.isChecked()))
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody looks."""
        super().hideEvent(event)
        self.view_model.rest()

    def _lay_out(self) -> None:
        self._fold.setCheckable(True)
        self._fold.setToolTip("显示或者收起所选文件的概要")
        self._columns.setToolTip("选择显示哪些列、按哪一列排序，在表格上点右键也可以")
        self.print_button.setMenu(menu_of(self.print_button, sheet_choices(self.desk, _BOOKS)))
        buttons = (self._columns, self._fold, self.print_button, self.historic, self.register)
        head = PageHead("文件登记", *buttons)
        self._head = head
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setProperty("kind", "gap")
        split.setHandleWidth(9)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes([1000, _DETAIL_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addWidget(self.chips)
        layout.addWidget(self.errors)
        layout.addWidget(split, 1)

    def _recall(self) -> None:
        self._newest_first()
        state = self.desk.remembered.state(_TABLE_STATE)
        if state:
            self.table.restore_layout(state)
        self._fold.setChecked(self.desk.remembered.text(_DETAIL_SHOWN, "True") == "True")
        self.detail.setVisible(self._fold.isChecked())

    def _newest_first(self) -> None:
        key = DocumentOrder.REGISTERED_DATE
        number = next(n for n, column in enumerate(COLUMNS) if column.key == key)
        self.table.horizontalHeader().setSortIndicator(number, Qt.SortOrder.DescendingOrder)
        self.records.order = Order(key, is_descending=True)

    def _allow(self) -> None:
        may_register = self.desk.person.may(ActName.REGISTER_DOCUMENT)
        self.register.setVisible(may_register)
        self.historic.setVisible(may_register)
        self.offers = {"edit.filter": self.chips.focus_words}
        if may_register:
            self.offers["file.import"] = self._register

    def _connect(self) -> None:
        self.chips.changed.connect(self._narrow)
        self.view_model.narrowed.connect(self.records.narrow_to)
        self.view_model.facets_read.connect(self._offer)
        self.view_model.detail_read.connect(self.detail.show_document)
        self.view_model.refused.connect(self.errors.show_error)
        self.records.answered.connect(self._show_count)
        self.table.chosen.connect(self.view_model.look_at)
        self.table.opened.connect(self._open_document)
        self.detail.open_wanted.connect(self._open_document)
        self._fold.toggled.connect(self.detail.setVisible)
        self._empty.wanted.connect(self._help_emptiness)
        self._columns.clicked.connect(self._show_menu)
        self.register.clicked.connect(self._register)
        self.historic.clicked.connect(self._register_historic)
        self._drop.dropped.connect(self._register_files)
        self.desk.changes.happened.connect(self._follow_changes)

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.desk.runner.store.run(work, owner=self, done=done, failed=self.errors.show_error)

    def _ask(self) -> None:
        self.records.ask()
        self.view_model.read_facets()

    def _narrow(self) -> None:
        self.view_model.narrow(narrowing_of(self.chips.values(), self.chips.text()))

    def _offer(self, facets: DocumentFacets) -> None:
        for key, choices in choices_of(facets).items():
            self.chips.chips[key].offer(choices)
        self._total = sum(facets.origins.values())
        self._show_count()

    def _show_count(self) -> None:
        shown = self.records.rowCount()
        is_narrowed = self.view_model.narrowing != DocumentFilter()
        self._head.show_note(
            f"符合条件 {shown} 件，共 {self._total} 件" if is_narrowed else f"共 {shown} 件"
        )
        self._empty.say(*(_NOTHING_FITS if is_narrowed else _NOTHING_YET))
        self.errors.hide()
        if self.table.current_id() is None:
            self.detail.clear()

    def _help_emptiness(self) -> None:
        if self.view_model.narrowing == DocumentFilter():
            self._register()
        else:
            self.chips.clear()

    def _open_document(self, document_id: int) -> None:
        self.desk.navigate(Route("document", document_id))

    def _register(self) -> None:
        self.desk.navigate(Route("registration"))

    def _register_historic(self) -> None:
        self.desk.navigate(Route("registration", extra=(("mode", "historic"),)))

    def _register_files(self, files: list[Path]) -> None:
        """One file is a document to register, or a ledger; more, or a folder, are sorted first."""
        if not self.desk.person.may(ActName.REGISTER_DOCUMENT):
            return
        if len(files) == 1 and files[0].suffix.lower() in _LEDGERS:
            ledger = Route("ledger_import", extra=(("path", str(files[0])),))
            self.desk.navigate(ledger)
        elif len(files) > 1 or files[0].is_dir():
            places = tuple(("place", str(file)) for file in files)
            self.desk.navigate(Route("folder_import", extra=places))
        else:
            self.desk.navigate(Route("registration", extra=(("file", str(files[0])),)))

    def _follow_changes(self, changes: Changes) -> None:
        if self.isVisible() and (changes.documents or changes.numbers):
            self.refresh()

    def _show_menu(self) -> None:
        menu = self.table.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))
