"""The cleanups of the office (清理): those under way, those done, and a new one."""

from PySide6.QtWidgets import QVBoxLayout

from models.errors import AppError
from models.queries.office import today
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.cleanups.form import CleanupForm
from ui.pages.cleanups.table import COLUMNS, CampaignSource
from ui.pages.cleanups.view_model import CleanupsViewModel
from ui.parts.act_dialog import ActDialog
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_STATE = "cleanups.table"
_NOTHING_YET = (
    "还没有清理",
    "定期清理、专项清理和即时清理都从这里立项：确定范围，发放和收回意见表，逐件审核，公布结果。",
    "新的清理",
)


class CleanupsPage(Page):
    """A table of cleanups; Enter opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = CleanupsViewModel(desk, self)
        self.errors = ErrorPanel()
        self.begin = Button("新的清理", "primary", "plus")
        self.head = PageHead("清理", self.begin)
        self.records = PagedTableModel(COLUMNS, CampaignSource(), self.view_model.fetch, None)
        self._empty = EmptyState(*_NOTHING_YET)
        self.table = TableView(self.records, "清理", self._empty)
        self.dialog: ActDialog | None = None
        self._form: CleanupForm | None = None
        self._lay_out()
        self._connect()
        self.records.ask()

    def refresh(self) -> None:
        """Read the list again."""
        self.errors.hide()
        self.records.ask()

    def open(self, route: Route) -> None:
        """Stand on the cleanup the route names."""
        if route.record_id is not None:
            self.table.go_to(route.record_id)

    def may_leave(self) -> bool:
        """Remember the columns; leaving is always possible."""
        self.desk.remembered.keep(_STATE, self.table.layout_state())
        return True

    def _lay_out(self) -> None:
        may_open = self.view_model.may_open
        for part in (self.begin, self._empty.button):
            part.setVisible(may_open)
        state = self.desk.remembered.state(_STATE)
        if state:
            self.table.restore_layout(state)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.errors)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.opened.connect(self._lead_on)
        model.list_changed.connect(self.records.ask)
        model.refused.connect(self._show_refusal)
        self.begin.clicked.connect(self._ask)
        self._empty.wanted.connect(self._ask)
        self.table.opened.connect(self._open_cleanup)
        self.records.answered.connect(self._show_count)

    def _ask(self) -> None:
        office = self.desk.office
        contact = "，".join(filter(None, (office.contact_name, office.contact_phone)))
        self._form = CleanupForm(f"{today().year}年规范性文件定期清理", contact)
        self.dialog = ActDialog("清理立项", self._form, self)
        self.dialog.wanted.connect(self._want)
        self.dialog.open()

    def _want(self) -> None:
        if self._form is not None and self._form.is_whole():
            self.view_model.begin(self._form.entry())

    def _lead_on(self, campaign_id: int) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        self._open_cleanup(campaign_id)

    def _open_cleanup(self, campaign_id: int) -> None:
        self.desk.navigate(Route("cleanup", campaign_id))

    def _show_count(self) -> None:
        count = self.records.rowCount()
        self.head.show_note(f"共 {count} 次" if count else "")

    def _show_refusal(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(error)
        else:
            self.errors.show_error(error)
