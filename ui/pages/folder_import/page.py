"""Folder import (导入文件夹): choose, watch it read, look through the list, register."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.domain.roles import ActName
from models.errors import AppError
from review.folder_import.batch import Batch
from review.folder_import.errors import BatchBusyError
from review.folder_import.work_list import ItemState, WorkItem
from ui.desk import Desk, Done, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.folder_import.body_choice import BodyNaming
from ui.pages.folder_import.bulk import BulkResult
from ui.pages.folder_import.detail import ItemDetail
from ui.pages.folder_import.item_answers import ItemAnswers
from ui.pages.folder_import.notices import Notices
from ui.pages.folder_import.routes import form_route
from ui.pages.folder_import.run_strip import RunStrip
from ui.pages.folder_import.start import StartPanel
from ui.pages.folder_import.table import (
    COLUMNS,
    FILTERS,
    HINT,
    Narrowing,
    WorkListSource,
    choices_of,
)
from ui.pages.folder_import.view_model import FolderImportViewModel
from ui.pages.folder_import.words import batch_words, summary_facts
from ui.tasks.ticket import Progress
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.filter_chips import FilterChips
from ui.widgets.page_head import PageHead
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_TABLE = "folder_import.table"
_CONSEQUENCE = (
    "每件文件各记一笔，登记簿留痕。登记以后不能整批撤回，只能逐件更正；"
    "办理中可以随时停止，已经登记的保留。"
)
_READING = ("还没有读到", "程序正在读取，读完以后列出清单。可以先去办理其他事项。", "停止读取")
_NOTHING = ("没有符合条件的项目", "换一个条件，或者清除筛选。", "清除筛选")


class FolderImportPage(Page):
    """Two faces: before a batch is chosen, and its work list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = FolderImportViewModel(desk, self)
        self.errors = ErrorPanel()
        self.others = Button("其他批次", "flat", "folder")
        self.join = Button("合并为一件", "quiet")
        self.register = Button("登记可以登记的…", "primary", "stamp")
        self.head = PageHead("", self.others, self.join, self.register)
        self.start = StartPanel()
        self.strip = RunStrip()
        self.chips = FilterChips(FILTERS, HINT)
        self.source = WorkListSource()
        self.records = PagedTableModel(COLUMNS, self.source, self._fetch, Narrowing())
        self.records.order = Order("state")
        self._empty = EmptyState(*_NOTHING)
        self.table = TableView(self.records, "工作清单", self._empty)
        self.detail = ItemDetail()
        self._answers = ItemAnswers(self.view_model, self.table, self.detail, self)
        self.notices = Notices()
        self._naming = BodyNaming(self.view_model, self)
        self._drop = FileDrop(self, takes_folders=True)
        self._faces = QStackedWidget()
        self._lay_out()
        self._connect()
        self._arrived_with: Route | None = None
        self._may_register = desk.person.may(ActName.REGISTER_DOCUMENT)
        self._show_start()
        self.view_model.read_bodies()

    def open(self, route: Route) -> None:
        """Begin with the places named, or turn to a batch; who comes back finds the same place."""
        is_again = route == self._arrived_with
        self._arrived_with = route
        places = [Path(value) for name, value in route.extra if name == "place"]
        batch = route.asked("batch")
        if places and not is_again:
            self._begin(places)
        elif batch is not None and not (is_again and self._shows(batch)):
            self._return_to(batch, int(route.asked("after") or 0))
        elif self.view_model.batch is None:
            self._show_start()

    def refresh(self) -> None:
        """Sort the list again, or read the batches."""
        self.errors.hide()
        if self.view_model.batch is None:
            self.view_model.read_batches()
        else:
            self.view_model.sort_again()

    def may_leave(self) -> bool:
        """Remember how the table looks; reading goes on meanwhile."""
        self.desk.remembered.keep(_TABLE, self.table.layout_state())
        return True

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setProperty("kind", "gap")
        split.setHandleWidth(9)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes([820, 360])
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notices)
        column.addWidget(self.chips)
        column.addWidget(split, 1)
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
        state = self.desk.remembered.state(_TABLE)
        if state:
            self.table.restore_layout(state)

    def _connect(self) -> None:
        model = self.view_model
        model.batches_read.connect(self.start.show_batches)
        model.begun.connect(self._show_batch)
        model.progressed.connect(self._show_progress)
        model.run_ended.connect(self._end_run)
        model.sorted.connect(self._show_items)
        model.text_read.connect(self._show_text)
        model.bulk.progressed.connect(self._show_bulk)
        model.bulk.ended.connect(self._end_bulk)
        model.bulk.failed.connect(self.errors.show_error)
        self.notices.body_wanted.connect(self._naming.ask)
        model.refused.connect(self.errors.show_error)
        self.start.places_chosen.connect(self._begin)
        self.start.batch_chosen.connect(self._turn_to)
        self.strip.pause_wanted.connect(self._pause)
        self.strip.stop_wanted.connect(self._stop)
        self.strip.go_on_wanted.connect(model.take_up)
        self.chips.changed.connect(self._narrow)
        self._empty.wanted.connect(self.chips.clear)
        self.records.answered.connect(self._note_count)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open_item)
        self.table.selectionModel().selectionChanged.connect(self._note_selection)
        self.others.clicked.connect(self._show_start)
        self.join.clicked.connect(self._answers.join)
        self.register.clicked.connect(self._ask_to_register)
        self._drop.dropped.connect(self._begin)
        self._connect_detail()
        self.offers = {"edit.filter": self.chips.focus_words}

    def _connect_detail(self) -> None:
        detail = self.detail
        detail.open_wanted.connect(self._open_current)
        detail.supplement_wanted.connect(self._supplement)
        detail.document_wanted.connect(self._open_document)
        for keys, answer in (
            ("L", self._answers.mark_looked),
            ("Delete", self._answers.ask_to_set_aside),
            ("G", self._answers.join),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(answer)

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.desk.runner.paper.run(work, owner=self, done=done, failed=self.errors.show_error)

    def _show_start(self) -> None:
        self._faces.setCurrentWidget(self.start)
        self.crumb_changed.emit("导入文件夹")
        for button in (self.others, self.join, self.register):
            button.hide()
        self.start.setEnabled(self._may_register)
        self.view_model.read_batches()
        self.start.folder.setFocus()

    def _shows(self, name: str) -> bool:
        batch = self.view_model.batch
        return batch is not None and batch.plan.id == name

    def _begin(self, places: list[Path]) -> None:
        if not self._may_register:
            return
        if self.view_model.is_running:
            batch = self.view_model.batch
            self.errors.show_error(BatchBusyError(batch=batch_words(batch) if batch else ""))
            return
        self.errors.hide()
        self.view_model.begin(places, self.start.chosen_handling())

    def _turn_to(self, name: str) -> None:
        if self.view_model.is_running:
            return
        try:
            self.view_model.turn_to(name)
        except AppError as refusal:
            self.errors.show_error(refusal)

    def _return_to(self, name: str, after: int) -> None:
        """Come back from the form of an item: to the next that waits, at the same place."""
        if not self._shows(name):
            self._turn_to(name)
            return
        self.view_model.sort_again()
        following = self.view_model.next_after(after) if after else None
        self.table.go_to(following.number if following else after)
        self.table.setFocus()

    def _show_batch(self, batch: Batch) -> None:
        self._faces.setCurrentWidget(self._work)
        self.source.replace(())
        self.detail.clear()
        self.records.ask()
        self.others.show()
        self.notices.clear()
        self.crumb_changed.emit(f"导入文件夹：{batch_words(batch)}")
        self.head.show_note("")

    def _show_progress(self, progress: Progress) -> None:
        self.strip.show_progress(progress)

    def _pause(self) -> None:
        self.view_model.pause_or_go_on()
        switch = self.view_model.switch
        self.strip.show_paused(is_paused=switch is not None and switch.is_paused)

    def _stop(self) -> None:
        if self.view_model.bulk.is_running:
            self.view_model.bulk.stop()
        else:
            self.view_model.stop()

    def _end_run(self) -> None:
        self.strip.hide()

    def _show_items(self, items: tuple[WorkItem, ...]) -> None:
        self.source.replace(items)
        for key, choices in choices_of(items).items():
            self.chips.chips[key].offer(choices)
        self.records.ask()
        self._offer_registration()
        self.notices.show_bodies(items if self._may_register else ())
        gathered = self.view_model.gathered
        if gathered is not None and not self.view_model.is_running:
            self.strip.show_left(gathered.done, gathered.total)
        if self.detail.item is not None:
            self._choose(self.detail.item.number)

    def _offer_registration(self) -> None:
        ready = len(self.view_model.ready())
        self.register.setText(f"登记可以登记的 {ready} 件…")
        self.register.setAccessibleName(self.register.text())
        self.register.setVisible(self._may_register)
        self.register.setEnabled(bool(ready) and not self.view_model.bulk.is_running)

    def _note_count(self) -> None:
        shown, total = self.records.rowCount(), len(self.view_model.items)
        is_narrowed = bool(self.chips.text() or self.chips.values())
        words = f"符合条件 {shown} 项，共 {total} 项" if is_narrowed else f"共 {total} 项"
        self.head.show_note(words if self.view_model.items else "")
        self._empty.say(*(_NOTHING if is_narrowed else _READING))
        self._empty.button.setVisible(is_narrowed)
        if self.table.current_id() is None and shown and self._faces.currentWidget() is self._work:
            self.table.go_to(self.records.id_at(0))

    def _note_selection(self) -> None:
        self.join.setVisible(len(self.table.selected_ids()) > 1 and self._may_register)

    def _narrow(self) -> None:
        chosen = self.chips.values()
        self.records.narrow_to(
            Narrowing(
                self.chips.text(),
                chosen.get("state", ""),
                chosen.get("year", ""),
                chosen.get("issuing_body", ""),
            )
        )

    def _choose(self, number: int) -> None:
        item = self.view_model.item(number)
        if item is None:
            self.detail.clear()
            return
        self.detail.show_item(item)
        self.view_model.read_text(item)

    def _show_text(self, answer: tuple[int, Any]) -> None:
        self.detail.show_reading(*answer)

    def _open_current(self) -> None:
        if self.detail.item is not None:
            self._open_item(self.detail.item.number)

    def _open_item(self, number: int) -> None:
        item, batch = self.view_model.item(number), self.view_model.batch
        if item is None or batch is None:
            return
        if item.document_id is not None:
            self._open_document(item.document_id)
        elif item.main.sha256 and self._may_register and item.state is not ItemState.SET_ASIDE:
            self.desk.navigate(form_route(batch.plan.id, item))

    def _open_document(self, document_id: int) -> None:
        self.desk.navigate(Route("document", document_id))

    def _supplement(self) -> None:
        item = self.detail.item
        if item is not None and self._may_register:
            self._register((item,))

    def _ask_to_register(self) -> None:
        chosen = set(self.table.selected_ids())
        ready = self.view_model.ready()
        picked = [item for item in ready if item.number in chosen]
        items = picked if len(picked) > 1 else ready
        verb = f"登记 {len(items)} 件"
        dialog = ConfirmDialog(verb, summary_facts(items), _CONSEQUENCE, self)
        dialog.ask(partial(self._register, tuple(items)))

    def _register(self, items: tuple[WorkItem, ...]) -> None:
        self.notices.show_refusals(())
        if self.view_model.batch is not None:
            self.view_model.bulk.begin(self.view_model.batch, items)
        self._offer_registration()

    def _show_bulk(self, done: int, total: int) -> None:
        self.strip.show_progress(Progress(f"已登记 {done}/{total} 件", done, total, None))
        self.strip.pause.hide()

    def _end_bulk(self, result: BulkResult) -> None:
        self.strip.hide()
        self._offer_registration()
        left = result.wanted - len(result.done)
        more = f"，停止后还有 {left} 件没有登记" if left else ""
        self.desk.announce(Done(f"已办理 {result.registered} 件{more}"))
        self.notices.show_refusals(result.done)
