"""Omission checks (漏报核查): those under way, and a new one from a file or the clipboard."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from models.errors import AppError
from review.omissions.comparison import TakenList
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.page import Page
from ui.pages.omissions.list_card import ListCard
from ui.pages.omissions.table import COLUMNS, CheckSource
from ui.pages.omissions.view_model import OmissionsViewModel
from ui.tasks.ticket import Ticket
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_choice import ask_for_file
from ui.widgets.file_drop import FileDrop
from ui.widgets.page_head import PageHead
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_STATE = "omissions.table"
_PASTE_KEYS = "Ctrl+V"
_PATTERNS = "表格 (*.xlsx *.xls *.ods *.et *.csv *.txt *.html)"
_NOTHING_YET = (
    "还没有做过漏报核查",
    "把发文清单拖到这里，或者复制清单后按 Ctrl+V，程序与登记簿比对，列出发了文却没有登记的文件。",
    "选择清单文件",
)
_PASTED = "粘贴的清单"


class OmissionsPage(Page):
    """The list of checks; a list that is dropped, chosen or pasted begins another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = OmissionsViewModel(desk, self)
        self.errors = ErrorPanel()
        self.progress = ProgressStrip()
        self.card = ListCard()
        self.paste = Button("粘贴清单", icon_name="copy")
        self.paste.setShortcut(_PASTE_KEYS)
        self.paste.setToolTip(f"读取从表格软件复制的清单（{_PASTE_KEYS}）")
        self.choose = Button("选择清单文件", "primary", "plus")
        self.head = PageHead("", self.paste, self.choose)
        self.records = PagedTableModel(COLUMNS, CheckSource(), self.view_model.fetch, None)
        self._empty = EmptyState(*_NOTHING_YET)
        self.table = TableView(self.records, "漏报核查", self._empty)
        self._lay_out()
        self._drop = FileDrop(self)
        self._connect()
        self.offers = {"file.import": self._ask_for_file}
        self.records.ask()

    def open(self, route: Route) -> None:
        """Show the checks; a file named by the caller is read."""
        named = route.asked("file")
        if named is not None:
            self.view_model.take_file(Path(named))

    def refresh(self) -> None:
        """Read the checks again."""
        self.errors.hide()
        self.records.ask()

    def may_leave(self) -> bool:
        """Remember the columns; leaving is always possible."""
        self.desk.remembered.keep(_STATE, self.table.layout_state())
        return True

    def _lay_out(self) -> None:
        may_start = self.view_model.may_start
        for part in (self.paste, self.choose, self._empty.button):
            part.setVisible(may_start)
        state = self.desk.remembered.state(_STATE)
        if state:
            self.table.restore_layout(state)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.errors)
        layout.addWidget(self.progress)
        layout.addWidget(self.card)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.list_taken.connect(self._show_list)
        model.work_begun.connect(self._show_work)
        model.progressed.connect(self.progress.show_progress)
        model.work_ended.connect(self.progress.end)
        model.started.connect(self._lead_on)
        model.checks_changed.connect(self.records.ask)
        model.refused.connect(self._show_refusal)
        self.card.wanted.connect(model.start)
        self.card.unwanted.connect(self._put_away)
        self.choose.clicked.connect(self._ask_for_file)
        self._empty.wanted.connect(self._ask_for_file)
        self.paste.clicked.connect(self._paste)
        self._drop.dropped.connect(self._take_files)
        self.table.opened.connect(self._lead_on)

    def _show_list(self, taken: TakenList) -> None:
        self.card.show_list(taken)

    def _show_work(self, ticket: Ticket, what: str) -> None:
        self.errors.hide()
        self.progress.follow(ticket, what)

    def _show_refusal(self, error: AppError) -> None:
        self.errors.show_error(error)

    def _put_away(self) -> None:
        self.view_model.drop_list()
        self.card.hide()

    def _ask_for_file(self) -> None:
        path = ask_for_file(self, "选择发文清单", _PATTERNS)
        if path is not None:
            self.view_model.take_file(path)

    def _take_files(self, files: list[Path]) -> None:
        if files and self.view_model.may_start:
            self.view_model.take_file(files[0])

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.view_model.take_pasted(text, _PASTED)

    def _lead_on(self, check_id: int) -> None:
        self.card.hide()
        self.desk.navigate(Route("omission", check_id))
