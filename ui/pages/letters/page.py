"""The letters (文书): every receipt and opinion issued, with number, date and state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from models.errors import AppError
from models.queries.letters import LetterFacets
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.letters.table import COLUMNS, FILTERS, choices_of
from ui.pages.letters.view_model import LetterSource, LettersViewModel, filter_of
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.page_head import PageHead
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_LAYOUT = "letters.columns"
_DATE_COLUMN = 4
_NOTHING_YET = (
    "还没有文书",
    "备案登记以后出具备案回执，审查终结以后出具审查意见书，都列在这里。",
    "查看待出的文书",
)
_NOTHING_FITS = ("没有符合条件的文书", "请换一个条件，或者清除筛选。", "清除筛选")


class LettersPage(Page):
    """A filter above the table of letters; Enter opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = LettersViewModel(desk)
        self.ledger = Button("号码台账", "quiet", "number")
        self.head = PageHead("文书", self.ledger)
        self.error = ErrorPanel()
        self.chips = FilterChips(FILTERS, "筛选 文号、主送机关、文件名称")
        self.model = PagedTableModel(
            COLUMNS, LetterSource(), self.view_model.fetch, filter_of("", {})
        )
        self.empty = EmptyState(*_NOTHING_YET)
        self.table = TableView(self.model, "文书", self.empty)
        self._lay_out()
        self._recall()
        self._connect()
        self.offers = {"edit.filter": self.chips.focus_words}
        self.refresh()

    def refresh(self) -> None:
        """Read the letters again."""
        self.error.hide()
        self.model.ask()
        self.view_model.read_facets()

    def may_leave(self) -> bool:
        """Remember the columns and let the person go."""
        self.desk.remembered.keep(_LAYOUT, self.table.layout_state())
        return True

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.error)
        layout.addWidget(self.chips)
        layout.addWidget(self.table, 1)

    def _recall(self) -> None:
        state = self.desk.remembered.state(_LAYOUT)
        if state:
            self.table.restore_layout(state)
            return
        header = self.table.horizontalHeader()
        header.setSortIndicator(_DATE_COLUMN, Qt.SortOrder.DescendingOrder)
        self.model.order = Order(COLUMNS[_DATE_COLUMN].key, is_descending=True)

    def _connect(self) -> None:
        self.view_model.letters_changed.connect(self.refresh)
        self.view_model.facets_read.connect(self._offer_choices)
        self.view_model.refused.connect(self._refuse)
        self.chips.changed.connect(self._narrow)
        self.table.opened.connect(self._open_letter)
        self.ledger.clicked.connect(self._open_ledger)
        self.model.answered.connect(self._show_count)
        self.empty.wanted.connect(self._help_emptiness)

    def _narrow(self) -> None:
        self.model.narrow_to(filter_of(self.chips.text(), self.chips.values()))

    def _is_narrowed(self) -> bool:
        return bool(self.chips.text() or self.chips.values())

    def _show_count(self) -> None:
        shown = self.model.rowCount()
        self.head.show_note(f"符合条件 {shown} 件" if self._is_narrowed() else f"共 {shown} 件")
        self.empty.say(*(_NOTHING_FITS if self._is_narrowed() else _NOTHING_YET))

    def _help_emptiness(self) -> None:
        if self._is_narrowed():
            self.chips.clear()
        else:
            self.desk.navigate(Route("overview"))

    def _offer_choices(self, facets: LetterFacets) -> None:
        for key, choices in choices_of(facets).items():
            self.chips.chips[key].offer(choices)

    def _open_letter(self, letter_id: int) -> None:
        self.desk.navigate(Route("letter", letter_id))

    def _open_ledger(self) -> None:
        self.desk.navigate(Route("ledger"))

    def _refuse(self, error: AppError) -> None:
        self.error.show_error(error)
