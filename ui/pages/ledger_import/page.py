"""The import of a ledger (导入台账): choose it, understand it, try it, take it in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from models.errors import AppError
from models.queries.imports import ImportRunRow
from review.ledgers.problems import verdict_name
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.page import Page
from ui.pages.ledger_import.bodies import BodiesPanel
from ui.pages.ledger_import.columns import ColumnsPanel
from ui.pages.ledger_import.result import ResultPanel
from ui.pages.ledger_import.start import StartPanel
from ui.pages.ledger_import.view_model import LedgerImportViewModel
from ui.tasks.ticket import Progress, Ticket
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.file_drop import FileDrop
from ui.widgets.page_head import PageHead

_COLUMNS, _BODIES, _RESULT = range(3)
_CONSEQUENCE = (
    "这些文件作为历史文件一次全部登记，不经过登记前的材料核对，号码不影响编号。"
    "导入以后没有办理过其他事项的，可以整体撤销。"
)


class LedgerImportPage(Page):
    """Two faces: before a ledger is chosen, and its three steps."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = LedgerImportViewModel(desk, self)
        self.errors = ErrorPanel()
        self.strip = ProgressStrip()
        self.other = Button("换一份台账", "flat", "folder")
        self.save_problems = Button("存为问题清单…", "quiet", "save")
        self.try_button = Button("试算", "primary", "check")
        self.import_button = Button("导入", "primary", "stamp")
        self.head = PageHead(
            "", self.other, self.save_problems, self.try_button, self.import_button
        )
        self.start = StartPanel()
        self.steps = QTabBar()
        self.columns = ColumnsPanel()
        self.bodies = BodiesPanel()
        self.result = ResultPanel(self._fetch)
        self._panels = QStackedWidget()
        self._faces = QStackedWidget()
        self._drop = FileDrop(self)
        self._tries_at_once = False
        self._lay_out()
        self._connect()
        self._show_start()

    def open(self, route: Route) -> None:
        """Begin with the file named; without one keep the place.

        With ``step`` of ``result`` what is chosen is tried as soon as it is understood.
        """
        path = route.asked("path")
        self._tries_at_once = route.asked("step") == "result"
        if path is not None:
            self._begin([Path(path)])
        elif self.view_model.file is None:
            self._show_start()

    def refresh(self) -> None:
        """Read the imports of the past again."""
        self.errors.hide()
        self.view_model.read_runs()

    def _lay_out(self) -> None:
        self.steps.setAccessibleName("导入的步骤")
        self.steps.setExpanding(False)
        self.steps.setDrawBase(False)
        for title in ("1　各栏", "2　制定机关", "3　试算结果"):
            self.steps.addTab(title)
        for panel in (self.columns, self.bodies, self.result):
            self._panels.addWidget(panel)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.steps)
        column.addWidget(self._panels, 1)
        self._work = work
        self._faces.addWidget(self.start)
        self._faces.addWidget(work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.errors)
        layout.addWidget(self.strip)
        layout.addWidget(self._faces, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.runs_read.connect(self._show_runs)
        model.opened.connect(self._show_work)
        model.understood.connect(self._show_understanding)
        model.tried.connect(self._show_tried)
        model.imported.connect(self._end_import)
        model.refused.connect(self._refuse)
        model.work_begun.connect(self._follow)
        model.work_progressed.connect(self._show_progress)
        model.work_ended.connect(self.strip.end)
        self.strip.stop.clicked.connect(self._look_after_stop)
        self.start.path_chosen.connect(self._begin_with)
        self.start.reversal_wanted.connect(self._reverse)
        self.columns.sheet_chosen.connect(model.choose_sheet)
        self.columns.column_chosen.connect(self._set_column)
        self.columns.effect_chosen.connect(self._set_effect)
        self.columns.ended_date_chosen.connect(self._set_ended_date)
        self.columns.issuer_chosen.connect(self._set_issuer)
        self.columns.doubles_chosen.connect(self._set_doubles)
        self.bodies.body_chosen.connect(self._set_body)
        self.steps.currentChanged.connect(self._turn_to)
        self.other.clicked.connect(self._show_start)
        self.try_button.clicked.connect(self._try)
        self.save_problems.clicked.connect(self._ask_where_to_save)
        self.import_button.clicked.connect(self._ask_to_import)
        self._drop.dropped.connect(self._begin)

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.desk.runner.paper.run(work, owner=self, done=done, failed=self.errors.show_error)

    def _begin(self, paths: list[Path]) -> None:
        if paths and self.view_model.may_import:
            self._begin_with(paths[0])

    def _begin_with(self, path: Path) -> None:
        self.errors.hide()
        self.view_model.read(path)

    def _show_start(self) -> None:
        self._faces.setCurrentWidget(self.start)
        self.crumb_changed.emit("导入台账")
        self.start.choose.setEnabled(self.view_model.may_import)
        self._show_buttons()
        self.view_model.read_runs()

    def _show_runs(self, runs: tuple[ImportRunRow, ...]) -> None:
        self.start.show_runs(runs, may_reverse=self.view_model.may_import)

    def _show_work(self) -> None:
        file, table = self.view_model.file, self.view_model.table
        if file is None or table is None:
            return
        self.columns.show_file(file, table.sheet)
        self._faces.setCurrentWidget(self._work)
        self.steps.setCurrentIndex(_COLUMNS)
        self.crumb_changed.emit(file.file_name)
        self._show_buttons()

    def _show_understanding(self) -> None:
        model = self.view_model
        if model.table is None:
            return
        self.columns.show_table(model.table, model.understanding, is_remembered=model.is_remembered)
        self.columns.offer_bodies(model.bodies)
        self._show_names()
        self._drop.cover_editors()
        self._note_change()
        if self._tries_at_once:
            self._try()

    def _show_names(self) -> None:
        model = self.view_model
        self.bodies.show_names(model.names, model.bodies, model.understanding)

    def _show_tried(self) -> None:
        model = self.view_model
        if model.table is None or model.judged is None:
            return
        self.result.show_judged(model.table, model.understanding, model.judged)
        self.steps.setCurrentIndex(_RESULT)
        self._panels.setCurrentIndex(_RESULT)
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_work = self._faces.currentWidget() is self._work
        is_tried = self.view_model.judged is not None
        self.other.setVisible(is_work)
        self.save_problems.setVisible(is_work and is_tried)
        self.try_button.setVisible(is_work and not is_tried)
        self.import_button.setVisible(is_work and is_tried)
        count = self.view_model.ready_count
        self.import_button.setText(f"导入 {count} 份…" if count else "没有可以导入的")
        self.import_button.setEnabled(bool(count))
        self.head.show_note(self._note() if is_work else "")

    def _note(self) -> str:
        if self.view_model.judged is None:
            return "核对各栏和制定机关，然后试算；试算不改动登记簿"
        counts = self.view_model.counts.items()
        return "　".join(f"{verdict_name(verdict)} {count} 行" for verdict, count in counts)

    def _turn_to(self, place: int) -> None:
        if place == _RESULT and self.view_model.judged is None:
            self._try()
        else:
            self._panels.setCurrentIndex(place)

    def _try(self) -> None:
        self.errors.hide()
        self.view_model.try_it()

    def _note_change(self) -> None:
        """What was tried counts no more: go back from the result, offer to try again."""
        if self.steps.currentIndex() == _RESULT:
            self.steps.setCurrentIndex(_COLUMNS)
        self._show_buttons()

    def _set_column(self, place: int, field: Any) -> None:  # noqa: ANN401 -- a key of the box
        self.view_model.set_column(place, field)
        self._show_names()
        self._note_change()

    def _set_body(self, name: str, choice: Any) -> None:  # noqa: ANN401 -- a key of the box
        self.view_model.set_body(name, choice)
        self._note_change()

    def _set_effect(self, field: Any) -> None:  # noqa: ANN401 -- a key of the box
        self.view_model.set_effective_field(field)
        self._note_change()

    def _set_ended_date(self, day: Any) -> None:  # noqa: ANN401 -- a date or none
        self.view_model.set_ended_date(day)
        self._note_change()

    def _set_issuer(self, body_id: Any) -> None:  # noqa: ANN401 -- a key of the field
        self.view_model.set_issuer(body_id)
        self._note_change()

    def _set_doubles(self, takes_doubles: bool) -> None:  # noqa: FBT001 -- the signal's signature
        self.view_model.set_takes_doubles(takes_doubles=takes_doubles)
        self._note_change()

    def _ask_where_to_save(self) -> None:
        path = self.view_model.path
        name = f"{path.stem}-问题清单.xlsx" if path else ""
        beside = str(path.with_name(name)) if path else name
        chosen, _ = QFileDialog.getSaveFileName(self, "存为问题清单", beside, "Excel (*.xlsx)")
        if chosen:
            self.view_model.save_problems(Path(chosen))

    def _ask_to_import(self) -> None:
        file, table = self.view_model.file, self.view_model.table
        if file is None or table is None:
            return
        left = len(table.rows) - self.view_model.ready_count
        facts = (
            ("台账", f"{file.file_name}　{table.sheet.name}"),
            ("导入", f"{self.view_model.ready_count} 份"),
            ("不导入", f"{left} 行"),
        )
        ConfirmDialog("导入", facts, _CONSEQUENCE, self).ask(self.view_model.import_it)

    def _end_import(self, _run_id: int) -> None:
        self.view_model.judged = None
        self._show_start()

    def _reverse(self, run_id: int, reason: str) -> None:
        self.errors.hide()
        self.view_model.reverse(run_id, reason)

    def _follow(self, ticket: Ticket, what: str) -> None:
        self.strip.follow(ticket, what)

    def _show_progress(self, progress: Progress) -> None:
        self.strip.show_progress(progress)

    def _look_after_stop(self) -> None:
        """An import that was stopped too late has happened: the list of imports tells."""
        self.view_model.read_runs()
        self._show_buttons()

    def _refuse(self, error: AppError) -> None:
        self.errors.show_error(error)
