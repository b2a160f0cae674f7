"""The list of reviews (审查)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from models.queries.reviews import ReviewOrder
from resources.terms import name_of
from ui.desk import Desk, Route
from ui.page import Page
from ui.pages.reviews.detail import ReviewDetail
from ui.pages.reviews.table import COLUMNS
from ui.pages.reviews.view_model import ReviewCounts, ReviewsViewModel
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import Choice, Filter, FilterChips
from ui.widgets.master_detail import MasterDetail
from ui.widgets.page_head import PageHead
from ui.widgets.table_view import TableView

_LAYOUT = "reviews.columns"
_FOLDED = "reviews.detail"
_EMPTY = ("还没有审查件", "备案登记以后，在备案件页面启动审查。", "打开备案")
_NO_MATCH = ("没有符合条件的审查件", "换一个条件，或者清除筛选。", "清除筛选")
_DUE = [column.key for column in COLUMNS].index(ReviewOrder.DUE_DATE)


class ReviewsPage(Page):
    """Master and detail: all reviews at the left, the one looked at at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = ReviewsViewModel(desk, self)
        self.chips = FilterChips(
            (Filter("state", "状态"), Filter("reviewer", "审查员")), "文件名称或者发文字号"
        )
        self.empty = EmptyState(*_EMPTY)
        self.table = TableView(self.view_model.records, "审查件", self.empty)
        self.detail = ReviewDetail()
        self.both = MasterDetail(self.table, self.detail)
        self.head = PageHead("审查", self.both.columns, self.both.fold)
        self._lay_out()
        self._connect()
        self._recall()
        self.view_model.read_again()

    def open(self, route: Route) -> None:
        """Narrow the list when the caller asks for a state or a reviewer."""
        for key in ("state", "reviewer"):
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
        self.empty.wanted.connect(self._help_out)
        self.chips.changed.connect(self._narrow)
        self.table.chosen.connect(self.view_model.choose)
        self.table.opened.connect(self._open_review)
        self.detail.open_wanted.connect(self._open_current)
        self.view_model.counted.connect(self._show_counts)
        self.view_model.chosen.connect(self.detail.show_review)
        self.view_model.refused.connect(self.desk.refuse)
        self.offers = {"edit.filter": self.chips.focus_words}

    def _recall(self) -> None:
        self.both.recall(self.desk.remembered.text(_FOLDED, ""))
        state = self.desk.remembered.state(_LAYOUT)
        if state:
            self.table.restore_layout(state)
        else:
            self.table.horizontalHeader().setSortIndicator(_DUE, Qt.SortOrder.AscendingOrder)

    def _narrow(self) -> None:
        self.empty.say(*(_NO_MATCH if self._is_narrowed() else _EMPTY))
        self.view_model.narrow(self.chips.text(), self.chips.values())

    def _is_narrowed(self) -> bool:
        return bool(self.chips.text() or self.chips.values())

    def _help_out(self) -> None:
        if self._is_narrowed():
            self.chips.clear()
        else:
            self._open_filings()

    def _show_counts(self, counts: ReviewCounts) -> None:
        self.head.show_note(f"共 {sum(counts.states.values())} 件")
        self.chips.chips["state"].offer(
            [Choice(state.value, name_of(state), count) for state, count in counts.states.items()]
        )
        self.chips.chips["reviewer"].offer(
            [Choice(person.login, person.name) for person in counts.reviewers]
        )

    def _open_filings(self) -> None:
        self.desk.navigate(Route("filings"))

    def _open_review(self, review_id: int) -> None:
        self.desk.navigate(Route("review", review_id))

    def _open_current(self) -> None:
        review_id = self.table.current_id()
        if review_id is not None:
            self._open_review(review_id)
