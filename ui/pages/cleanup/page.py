"""One cleanup (清理): scope, sheets, decisions, result, look-back, charts, in their order."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget

from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.errors import AppError
from resources.terms import name_of
from review.cleanup.taking_down import TakenDown
from ui.desk import Desk, Done, Route
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.page import Page
from ui.pages.cleanup.advance_dialog import AdvanceDialog
from ui.pages.cleanup.chart_figures import charts_of
from ui.pages.cleanup.lookback_tab import LookBackTab
from ui.pages.cleanup.reading import CampaignShown, note_of
from ui.pages.cleanup.result_model import ResultModel
from ui.pages.cleanup.result_tab import ResultTab
from ui.pages.cleanup.scope_tab import ScopeTab
from ui.pages.cleanup.sheets_model import SheetsModel
from ui.pages.cleanup.sheets_tab import SheetsTab
from ui.pages.cleanup.suggesting_model import SuggestingModel
from ui.pages.cleanup.view_model import CleanupViewModel
from ui.pages.cleanup.work_tab import WorkTab
from ui.parts.charts.chart_grid import ChartGrid
from ui.tasks.ticket import Ticket
from ui.widgets.buttons import Button
from ui.widgets.file_drop import FileDrop
from ui.widgets.labels import Label

_SCOPE, _SHEETS, _WORK = "scope", "sheets", "work"
_RESULT, _LATER, _CHARTS = "result", "later", "charts"
_FIRST_TAB = {
    CampaignState.PLANNED: _SCOPE,
    CampaignState.SCOPE_FROZEN: _SHEETS,
    CampaignState.DISTRIBUTED: _SHEETS,
    CampaignState.OPINIONS_IN: _WORK,
    CampaignState.DECIDED: _RESULT,
    CampaignState.PUBLISHED: _RESULT,
    CampaignState.APPLIED: _LATER,
    CampaignState.ARCHIVED: _LATER,
}


class CleanupPage(Page):
    """Opens at the tab the cleanup has come to; replies may be dropped anywhere on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = CleanupViewModel(desk, self)
        self.sheets_model = SheetsModel(desk, self)
        self.suggesting = SuggestingModel(desk, self)
        self.errors = ErrorPanel()
        self.progress = ProgressStrip()
        self.forward = Button("下一环节…", "link", "right")
        self.note = Label("", "quiet")
        self.scope = ScopeTab()
        self.sheets = SheetsTab()
        self.work = WorkTab(desk, self.view_model.deciding)
        self.result = ResultTab(desk, ResultModel(desk, self))
        self.later = LookBackTab(self.result.model)
        self.charts = ChartGrid()
        self.advancing: AdvanceDialog | None = None
        self.tabs = QTabWidget()
        self._places = {
            name: self.tabs.addTab(tab, words)
            for name, tab, words in (
                (_SCOPE, self.scope, "范围"),
                (_SHEETS, self.sheets, "发放和收回"),
                (_WORK, self.work, "审核"),
                (_RESULT, self.result, "结果"),
                (_LATER, self.later, "回头看"),
                (_CHARTS, self.charts, "统计图"),
            )
        }
        self._is_arriving = False
        self._lay_out()
        self._drop = FileDrop(self, takes_folders=True)
        self._connect()

    def open(self, route: Route) -> None:
        """Show a cleanup at the tab asked for, else at the one it has come to."""
        wanted = route.asked("tab")
        if route.record_id is not None:
            self._is_arriving = wanted is None and route.record_id != self.view_model.campaign_id
            self.sheets_model.open(route.record_id)
            self.view_model.open(route.record_id)
        if wanted is not None:
            self.tabs.setCurrentIndex(self._places[wanted])

    def refresh(self) -> None:
        """Read the cleanup again."""
        self.errors.hide()
        self.view_model.read_again()

    def may_leave(self) -> bool:
        """Remember how the table looks; leaving is always possible."""
        self.work.keep_look()
        return True

    def _lay_out(self) -> None:
        corner = QWidget()
        beside = QHBoxLayout(corner)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self.note)
        beside.addWidget(self.forward)
        self.tabs.setCornerWidget(corner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.errors)
        layout.addWidget(self.progress)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        model, sheets = self.view_model, self.sheets_model
        model.campaign_read.connect(self._show)
        model.scope_counted.connect(self.scope.show_count)
        model.document_unknown.connect(self.scope.say_unknown)
        model.done.connect(self._close_dialogs)
        for work in (sheets, self.suggesting):
            work.work_begun.connect(self._show_work)
            work.progressed.connect(self.progress.show_progress)
            work.work_ended.connect(self.progress.end)
        for part in (model, sheets, self.suggesting, self.result.model, self.charts):
            part.refused.connect(self._show_refusal)
        for tab in (self.work, self.result, self.later):
            tab.document_wanted.connect(self._open_document)
        sheets.handed_over.connect(self._tell_handed_over)
        sheets.taken.connect(self._tell_taken)
        self.scope.count_wanted.connect(model.count_scope)
        self.scope.freeze_wanted.connect(model.freeze)
        self.scope.addition_wanted.connect(model.add)
        self.scope.removal_wanted.connect(model.remove)
        self.sheets.hand_over_wanted.connect(sheets.hand_over)
        self.sheets.replies_brought.connect(self._take_replies)
        self.work.scope_wanted.connect(self._go_to_scope)
        self.work.suggestions_wanted.connect(self._look_for_suggestions)
        self.result.entry_wanted.connect(self._go_to_entry)
        self.charts.saved.connect(self._tell_saved)
        self.forward.clicked.connect(self._show_next_states)
        self.tabs.currentChanged.connect(self._offer)
        self._drop.dropped.connect(self._take_replies)
        self._offer()

    def _offer(self) -> None:
        offers = {}
        if self.tabs.currentWidget() is self.work:
            offers = {"edit.undo": self.work.undo, "edit.filter": self.work.chips.focus_words}
        self.offers = offers
        self.offers_changed.emit()

    def _show(self, shown: CampaignShown) -> None:
        may = self.view_model.may
        self.crumb_changed.emit(shown.page.row.name)
        self.note.setText(note_of(shown))
        self.forward.setVisible(bool(self.view_model.next_states()))
        self.scope.show_campaign(
            shown,
            may_freeze=self.view_model.may_freeze,
            may_change=may(ActName.ADD_CLEANUP_ENTRY),
        )
        self.sheets.show_campaign(
            shown,
            may_send=may(ActName.RECORD_CLEANUP_DISPATCH),
            may_take=may(ActName.RECORD_UNIT_OPINIONS),
        )
        self.work.show_rows(shown.rows, may_decide=may(ActName.DECIDE_CLEANUP))
        self.result.show_campaign(shown.page.row.id, shown.page.row.name)
        self.charts.show_charts(partial(charts_of, shown.rows, shown.day))
        if self._is_arriving:
            self._is_arriving = False
            self.sheets.report.clear()
            self.tabs.setCurrentIndex(self._places[_FIRST_TAB.get(shown.state, _WORK)])

    def _take_replies(self, places: list[Path]) -> None:
        if places and self.view_model.may(ActName.RECORD_UNIT_OPINIONS):
            self.errors.hide()
            self.tabs.setCurrentIndex(self._places[_SHEETS])
            self.sheets_model.take_replies(places)

    def _tell_handed_over(self, count: int, folder: Path) -> None:
        self.sheets.close_dialog()
        self.view_model.tell(f"已发放 {count} 个单位的意见表，文件在 {folder}")

    def _tell_taken(self, taken: TakenDown) -> None:
        self.sheets.show_round(taken)
        count = sum(one.opinions for one in taken.recorded)
        self.view_model.tell(f"收下 {len(taken.recorded)} 份意见表，记录意见 {count} 条")

    def _tell_saved(self, target: Path) -> None:
        self.desk.announce(Done(f"已另存为 {target.name}"))

    def _show_next_states(self) -> None:
        menu = QMenu(self)
        for state in self.view_model.next_states():
            action = menu.addAction(f"转入：{name_of(state)}")
            action.triggered.connect(partial(self._ask_to_advance, state))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.forward.mapToGlobal(self.forward.rect().bottomLeft()))

    def _ask_to_advance(self, state: CampaignState, _checked: object = None) -> None:
        shown = self.view_model.shown
        if shown is not None:
            dialog = AdvanceDialog(shown.page.row.name, shown.state, state, self)
            dialog.wanted.connect(self._want_advanced)
            dialog.finished.connect(self._forget_advancing)
            self.advancing = dialog
            dialog.open()

    def _want_advanced(self) -> None:
        if self.advancing is not None:
            self.view_model.advance(self.advancing.target, self.advancing.said())

    def _forget_advancing(self, _answer: int) -> None:
        self.advancing = None

    def _go_to_entry(self, entry_id: int) -> None:
        self.tabs.setCurrentIndex(self._places[_WORK])
        self.work.stand_on(entry_id)

    def _look_for_suggestions(self) -> None:
        self.suggesting.look(self.view_model.campaign_id)

    def _go_to_scope(self) -> None:
        self.tabs.setCurrentIndex(self._places[_SCOPE])

    def _open_document(self, document_id: int) -> None:
        self.desk.navigate(Route("document", document_id))

    def _show_work(self, ticket: Ticket, what: str) -> None:
        self.errors.hide()
        self.progress.follow(ticket, what)

    def _close_dialogs(self) -> None:
        self.errors.hide()
        self.scope.close_dialog()
        if self.advancing is not None:
            self.advancing.accept()

    def _show_refusal(self, error: AppError) -> None:
        dialog = self.scope.addition or self.sheets.dialog or self.advancing or self.result.dialog
        if dialog is not None:
            dialog.show_refusal(error)
        else:
            self.errors.show_error(error)
