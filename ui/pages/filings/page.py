"""The list of incoming filings (备案)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from models.domain.roles import ActName
from models.queries.filings import FilingOrder, FilingPage
from models.queries.office import today
from resources.terms import name_of
from ui.desk import Desk, Route
from ui.page import Page
from ui.pages.filings.detail import FilingDetail
from ui.pages.filings.table import COLUMNS
from ui.pages.filings.view_model import LATE, FilingCounts, FilingsViewModel
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import Choice, Filter, FilterChips
from ui.widgets.master_detail import MasterDetail
from ui.widgets.page_head import PageHead
from ui.widgets.table_view import TableView

_LAYOUT = "filings.columns"
_FOLDED = "filings.detail"
_EMPTY = ("还没有备案件", "下级机关报送的文件收件以后排在这里。", "收件登记")
_NO_MATCH = ("没有符合条件的备案件", "换一个条件，或者清除筛选。", "清除筛选")
_RECEIVED = [column.key for column in COLUMNS].index(FilingOrder.RECEIVED_DATE)


class FilingsPage(Page):
    """Master and detail: all filings at the left, the one looked at at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = FilingsViewModel(desk, self)
        self.receive = Button("收件登记", "primary", "plus")
        self.chips = FilterChips(
            (Filter("state", "状态"), Filter("filing_body", "报送机关"), Filter("timely", "按期")),
            "文件名称、发文字号或者备案登记号",
        )
        self.empty = EmptyState(*_EMPTY)
        self.table = TableView(self.view_model.records, "备案件", self.empty)
        self.detail = FilingDetail()
        self.both = MasterDetail(self.table, self.detail)
        self.head = PageHead("备案", self.both.columns, self.both.fold, self.receive)
        self._may_receive = desk.person.may(ActName.RECEIVE_FILING)
        self.receive.setVisible(self._may_receive)
        self.empty.button.setVisible(self._may_receive)
        self._lay_out()
        self._connect()
        self._recall()
        self.view_model.read_again()

    def open(self, route: Route) -> None:
        """Narrow the list when the caller asks for a state or for late filings."""
        for key in ("state", "filing_body", "timely"):
            asked = route.asked(key)
            if asked is not None:
                self.chips.chips[key].choose(asked)
        if route.record_id is not None:
            self.table.go_to(route.record_id)

    def refresh(self) -> None:
        """Read the list again."""
        self.view_model.read_again()

    def may_leave(self) -> bool:
        """Remember how the table looks; leaving is always possible."""
        self.desk.remembered.keep(_LAYOUT, self.table.layout_state())
        self.desk.remembered.keep(_FOLDED, self.both.remembered())
        return True

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.chips)
        layout.addWidget(self.both, 1)

    def _connect(self) -> None:
        self.receive.clicked.connect(self._receive)
        self.empty.wanted.connect(self._help_out)
        self.chips.changed.connect(self._narrow)
        self.table.chosen.connect(self.view_model.choose)
        self.table.opened.connect(self._open_filing)
        self.detail.open_wanted.connect(self._open_current)
        self.view_model.counted.connect(self._show_counts)
        self.view_model.chosen.connect(self._show_filing)
        self.view_model.refused.connect(self.desk.refuse)
        self.offers = {"edit.filter": self.chips.focus_words}

    def _recall(self) -> None:
        self.both.recall(self.desk.remembered.text(_FOLDED, ""))
        state = self.desk.remembered.state(_LAYOUT)
        if state:
            self.table.restore_layout(state)
        else:
            self.table.horizontalHeader().setSortIndicator(_RECEIVED, Qt.SortOrder.DescendingOrder)

    def _narrow(self) -> None:
        self.empty.say(*(_NO_MATCH if self._is_narrowed() else _EMPTY))
        self.empty.button.setVisible(self._may_receive or self._is_narrowed())
        self.view_model.narrow(self.chips.text(), self.chips.values())

    def _is_narrowed(self) -> bool:
        return bool(self.chips.text() or self.chips.values())

    def _help_out(self) -> None:
        if self._is_narrowed():
            self.chips.clear()
        else:
            self._receive()

    def _show_counts(self, counts: FilingCounts) -> None:
        self.head.show_note(f"共 {sum(counts.states.values())} 件")
        self.chips.chips["state"].offer(
            [Choice(state.value, name_of(state), count) for state, count in counts.states.items()]
        )
        self.chips.chips["filing_body"].offer(
            [Choice(name, name, count) for name, count in sorted(counts.filing_bodies.items())]
        )
        self.chips.chips["timely"].offer([Choice(LATE, "逾期报送", counts.late)])

    def _show_filing(self, page: FilingPage) -> None:
        self.detail.show_filing(page, today())

    def _receive(self) -> None:
        self.desk.navigate(Route("intake"))

    def _open_filing(self, filing_id: int) -> None:
        self.desk.navigate(Route("filing", filing_id))

    def _open_current(self) -> None:
        filing_id = self.table.current_id()
        if filing_id is not None:
            self._open_filing(filing_id)
