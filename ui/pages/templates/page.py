"""The editor of templates (文书模板): kinds, text, and the page it makes, side by side."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout

from models.errors import AppError
from models.queries.letter_wordings import WordingVersion
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.shipped_wording import shipped_text
from review.letters.wording_inserts import field_lines
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.templates.editing import CheckedText, DrawnText
from ui.pages.templates.fault_list import fault_remarks, remain_remarks
from ui.pages.templates.history_dialog import HistoryDialog, HistoryLine, history_lines
from ui.pages.templates.notices import TemplateNotices
from ui.pages.templates.surface import TemplateSurface
from ui.pages.templates.view_model import TemplatesViewModel
from ui.pages.templates.words import KEPT, NEW_ORIGINAL, RESTORED, STALE_PAGE, UNKEPT, standing
from ui.widgets.buttons import Button
from ui.widgets.file_choice import ask_for_file
from ui.widgets.page_head import PageHead
from ui.widgets.reason_dialog import ReasonDialog

_REDRAW_MS = 400
_PATTERN = "文本文件 (*.txt)"


class TemplatesPage(Page):
    """Everybody may read and try; keeping and restoring are for those who may."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = TemplatesViewModel(desk)
        self.surface = TemplateSurface(may_change=self.view_model.may_change)
        self.error = ErrorPanel()
        self.notices = TemplateNotices()
        self.check = Button("检查", "quiet", "check")
        self.history = Button("历史…", "quiet", "calendar")
        self.more = Button("文件 ▾", "quiet", "folder")
        self.restore = Button("恢复原文…", "quiet", "undo")
        self.keep = Button("存为本单位文字…", "primary", "save")
        self.head = PageHead("", self.check, self.history, self.more, self.restore, self.keep)
        self.dialog: ReasonDialog | HistoryDialog | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REDRAW_MS)
        self._lay_out()
        self._connect()
        self.view_model.read()

    def open(self, route: Route) -> None:
        """Come to the kind that is asked for, else stay."""
        kind_id = route.asked("kind")
        if kind_id is not None and kind_id in LETTER_KINDS:
            self.surface.kinds.go_to(kind_id)
        self.surface.edit.setFocus()

    def refresh(self) -> None:
        """Read again what is in force; what was typed stays."""
        self.view_model.read()

    def may_leave(self) -> bool:
        """Ask before something typed would be lost."""
        names = [LETTER_KINDS[kind_id].name for kind_id in self.view_model.changed_kinds()]
        if names:
            self.notices.ask_before_leaving(names)
        return not names

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        super().hideEvent(event)
        self._pause.stop()

    def _lay_out(self) -> None:
        menu = QMenu(self.more)
        menu.addAction("导出为文本文件…", self._export)
        if self.view_model.may_change:
            menu.addAction("从文本文件读入…", self._import)
        self.more.setMenu(menu)
        self.keep.setToolTip("存为本单位文字（Ctrl+S）")
        self.check.setToolTip("用各种示例试排：数据项为空的、行数很多的")
        for button in (self.keep, self.restore):
            button.setVisible(self.view_model.may_change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(10)
        for part in (self.head, self.error, self.notices):
            layout.addWidget(part)
        layout.addWidget(self.surface, 1)
        self.setFocusProxy(self.surface.edit)

    def _connect(self) -> None:
        self.surface.kinds.currentRowChanged.connect(self._turn)
        self.surface.edit.textChanged.connect(self._typed)
        self._pause.timeout.connect(self.view_model.draw)
        self.check.clicked.connect(self.view_model.check)
        self.keep.clicked.connect(self._ask_to_keep)
        self.restore.clicked.connect(self._ask_to_restore)
        self.history.clicked.connect(self.view_model.read_history)
        self.notices.difference_wanted.connect(self._show_new_original)
        self.notices.leaving_wanted.connect(self._give_up_and_leave)
        self.notices.staying_wanted.connect(self.surface.edit.setFocus)
        self.view_model.wordings_read.connect(self._show)
        self.view_model.drawn.connect(self._show_drawn)
        self.view_model.checked.connect(self._show_checked)
        self.view_model.history_read.connect(self._show_history)
        self.view_model.file_read.connect(self.surface.edit.replace_all)
        self.view_model.refused.connect(self.error.show_error)
        self.view_model.performed.connect(self.error.hide)

    def _turn(self, _row: int) -> None:
        self.view_model.choose(self.surface.kinds.kind_id())
        self._show()

    def _show(self) -> None:
        """Show the kind chosen: its text, its fields, and what it goes by."""
        self.error.hide()
        self.surface.show_text(self.view_model.text())
        self.surface.fields.show_fields(field_lines(self.view_model.kind_id))
        self._tell_state()
        self.view_model.draw()

    def _typed(self) -> None:
        self.view_model.type(self.surface.edit.toPlainText())
        self._tell_state()
        self._pause.start()

    def _tell_state(self) -> None:
        wordings = self.view_model.wordings
        if wordings is None:
            return
        kind_id = self.view_model.kind_id
        changed = self.view_model.changed_kinds()
        is_changed = kind_id in changed
        self.surface.kinds.tell(wordings.in_force, changed)
        self.head.show_note(UNKEPT if is_changed else standing(self.view_model.newest()))
        self.crumb_changed.emit(f"文书模板　{LETTER_KINDS[kind_id].name}")
        self.keep.setEnabled(is_changed)
        self.restore.setEnabled(wordings.in_force[kind_id].is_own)
        self.notices.tell_outdated(is_outdated=wordings.in_force[kind_id].is_outdated)
        if not changed:
            self.notices.end_question()
        may_keep = is_changed and self.view_model.may_change
        self.offers = {"file.save": self._ask_to_keep} if may_keep else {}
        self.offers_changed.emit()

    def _show_drawn(self, drawn: DrawnText) -> None:
        """Show the page; while the text is faulty the last good one stays."""
        self._show_faults(drawn.faults)
        self.surface.preview.say(STALE_PAGE if drawn.faults else "")
        if not drawn.faults:
            self.surface.fields.tell_unused(drawn.unasked)
            self.surface.preview.show_pdf(drawn.pdf)

    def _show_checked(self, checked: CheckedText) -> None:
        self._show_faults(checked.faults)
        if not checked.faults:
            remarks = remain_remarks(checked.remains)
            self.surface.faults.show_remarks(remarks)
            self.notices.tell_checked(len(remarks))

    def _show_faults(self, faults: tuple[AppError, ...]) -> None:
        remarks = fault_remarks(faults)
        self.surface.faults.show_remarks(remarks)
        self.surface.edit.mark_lines(remark.line for remark in remarks if remark.line)
        self.notices.forget_check()

    def _ask_to_keep(self) -> None:
        self._ask("存为本单位文字", KEPT, self.view_model.keep)

    def _ask_to_restore(self) -> None:
        self._ask("恢复原文", RESTORED, self.view_model.restore)

    def _ask(self, verb: str, consequence: str, then: Callable[[str], None]) -> None:
        facts = [("文书种类", LETTER_KINDS[self.view_model.kind_id].name)]
        self.dialog = dialog = ReasonDialog(verb, facts, consequence, self)
        dialog.ask_reason(then)

    def _show_history(self, versions: tuple[WordingVersion, ...]) -> None:
        original = shipped_text(self.view_model.kind_id)
        self._open_history("历史", history_lines(versions, original))

    def _show_new_original(self) -> None:
        newest = self.view_model.newest()
        if newest is not None:
            original = shipped_text(self.view_model.kind_id)
            line = HistoryLine("现在的原文", NEW_ORIGINAL, original, newest.original)
            self._open_history("原文已更新", [line])

    def _open_history(self, title: str, lines: list[HistoryLine]) -> None:
        name = LETTER_KINDS[self.view_model.kind_id].name
        may_take = self.view_model.may_change
        self.dialog = dialog = HistoryDialog(f"{name}：{title}", lines, self, may_take=may_take)
        dialog.text_wanted.connect(self.surface.edit.replace_all)
        dialog.open()

    def _export(self) -> None:
        name = f"{LETTER_KINDS[self.view_model.kind_id].name}模板.txt"
        chosen, _ = QFileDialog.getSaveFileName(self, "导出模板", name, _PATTERN)
        if chosen:
            self.view_model.write_file(Path(chosen))

    def _import(self) -> None:
        file = ask_for_file(self, "读入模板", _PATTERN)
        if file is not None:
            self.view_model.read_file(file)

    def _give_up_and_leave(self) -> None:
        self.view_model.give_up()
        self._show()
        self.desk.back()
