"""A page that is a list: head, filters, table, and the detail of the row stood on."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.roles import ActName
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.parts.listing import Choices, Counts, Listing, ListViewModel
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import Filter, FilterChips
from ui.widgets.master_detail import MasterDetail
from ui.widgets.page_head import PageHead
from ui.widgets.record_detail import RecordDetail
from ui.widgets.table_columns import Narrow, Row
from ui.widgets.table_view import TableView

_CLEAR = "清除筛选"


@dataclass(frozen=True)
class ListWords:
    """What a list is called, how it is filtered, what it says while empty and where it leads.

    ``helping_page`` is where the button of the empty list goes; only a person who may do
    ``helping_act``, if there is one, is offered it.
    """

    name: str
    title: str
    record: str
    filters: tuple[Filter, ...]
    hint: str
    nothing_yet: tuple[str, str, str]
    record_page: str
    helping_page: str
    helping_act: ActName | None = None

    def nothing_fits(self) -> tuple[str, str, str]:
        """Return what an empty list says when the filter lets nothing through."""
        return (f"没有符合条件的{self.record}", "换一个条件，或者清除筛选。", _CLEAR)


class ListPage(Page):
    """Narrows, counts, remembers and opens; a page of its own adds its buttons."""

    def __init__(
        self,
        desk: Desk,
        words: ListWords,
        listing: Listing[Row, Narrow, Counts],
        *buttons: Button,
    ) -> None:
        super().__init__(desk)
        self._words = words
        self._may_help = words.helping_act is None or desk.person.may(words.helping_act)
        self.view_model = ListViewModel(desk, listing, self)
        self.records = self.view_model.records
        self.chips = FilterChips(words.filters, words.hint)
        self.error = ErrorPanel()
        self.empty = EmptyState(*words.nothing_yet)
        self.empty.button.setVisible(self._may_help)
        self.table = TableView(self.records, words.record, self.empty)
        self.detail = RecordDetail(words.record)
        self.both = MasterDetail(self.table, self.detail)
        self.head = PageHead(words.title, self.both.columns, self.both.fold, *buttons)
        self._lay_out()
        self._connect()
        self._recall()
        self.view_model.read_again()

    def open(self, route: Route) -> None:
        """Narrow the list by what the caller asks for, and go to the record named."""
        for key, chip in self.chips.chips.items():
            asked = route.asked(key)
            if asked is not None:
                chip.choose(asked)
        if route.record_id is not None:
            self.table.go_to(route.record_id)

    def refresh(self) -> None:
        """Read the list again."""
        self.error.hide()
        self.view_model.read_again()

    def may_leave(self) -> bool:
        """Remember how the list looks; leaving is always possible."""
        self.desk.remembered.keep(f"{self._words.name}.columns", self.table.layout_state())
        self.desk.remembered.keep(f"{self._words.name}.detail", self.both.remembered())
        return True

    def _put_below(self, *parts: QWidget) -> None:
        """Put parts of a page of its own below the table."""
        for part in parts:
            self._layout.addWidget(part)

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.error)
        layout.addWidget(self.chips)
        layout.addWidget(self.both, 1)

    def _connect(self) -> None:
        self.chips.changed.connect(self._narrow)
        self.empty.wanted.connect(self._help_out)
        self.table.chosen.connect(self.view_model.look_at)
        self.table.opened.connect(self._open_record)
        self.detail.open_wanted.connect(self._open_current)
        self.records.answered.connect(self._show_count)
        self.view_model.offered.connect(self._offer)
        self.view_model.summarised.connect(self.detail.show_summary)
        self.view_model.refused.connect(self.error.show_error)
        self.offers = {"edit.filter": self.chips.focus_words}

    def _recall(self) -> None:
        self.both.recall(self.desk.remembered.text(f"{self._words.name}.detail", ""))
        state = self.desk.remembered.state(f"{self._words.name}.columns")
        if state:
            self.table.restore_layout(state)
            return
        order = self.records.order
        keys = [column.key for column in self.records.columns]
        way = Qt.SortOrder.DescendingOrder if order.is_descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(keys.index(order.column), way)

    def _is_narrowed(self) -> bool:
        return bool(self.chips.text() or self.chips.values())

    def _narrow(self) -> None:
        self.view_model.narrow(self.chips.text(), self.chips.values())

    def _show_count(self) -> None:
        shown, is_narrowed = self.records.rowCount(), self._is_narrowed()
        self.head.show_note(f"符合条件 {shown} 件" if is_narrowed else f"共 {shown} 件")
        self.empty.say(*(self._words.nothing_fits() if is_narrowed else self._words.nothing_yet))
        self.empty.button.setVisible(self._may_help or is_narrowed)
        if self.table.current_id() is None:
            self.view_model.look_away()
            self.detail.clear()

    def _offer(self, choices: Choices) -> None:
        for key, offered in choices.items():
            self.chips.chips[key].offer(offered)

    def _help_out(self) -> None:
        if self._is_narrowed():
            self.chips.clear()
        else:
            self.desk.navigate(Route(self._words.helping_page))

    def _open_record(self, record_id: int) -> None:
        self.desk.navigate(Route(self._words.record_page, record_id))

    def _open_current(self) -> None:
        record_id = self.table.current_id()
        if record_id is not None:
            self._open_record(record_id)
