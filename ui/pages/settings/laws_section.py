"""The catalogue of laws (法律目录): looked up by everybody, renewed by the administrator."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from models.domain.roles import ActName
from models.errors import AppError
from resources.terms import name_of
from review.law_files.updating import PlannedUpdate
from review.laws.catalogue import Law, LawStatus
from ui.pages.settings.law_mark_form import LawMarkForm
from ui.pages.settings.laws_form import LawUpdateForm
from ui.pages.settings.laws_model import LawsView, LawsViewModel
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.parts.act_dialog import ActDialog
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_choice import ask_for_file
from ui.widgets.labels import WrappedLabel
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.short_table import ShortTable
from ui.widgets.table_columns import Column, Shape
from ui.widgets.tokens import Tone

_ABOUT = "目录用来核对文件引用的法律、法规现在是否有效。时效以正式公布的文本为准。"
_WHO = "目录由管理员更新，这里只能查看。"
_FORMATS = "表格 (*.xlsx *.xls *.ods *.et *.csv)"
_CONSEQUENCE = "以后核对引用，按随程序提供的目录；现在的目录仍留在登记簿里。"
_PAUSE_MILLISECONDS = 250
_TONES = {
    LawStatus.IN_FORCE: Tone.OK,
    LawStatus.AMENDED: Tone.WAIT,
    LawStatus.REPEALED: Tone.GONE,
    LawStatus.NOT_YET_EFFECTIVE: Tone.WAIT,
    LawStatus.UNKNOWN: Tone.GONE,
}


def _row_id(law: Law) -> int:
    return int.from_bytes(law.id.encode())


def _promulgated(law: Law) -> str:
    return law.promulgated_date.isoformat() if law.promulgated_date else ""


def _effective(law: Law) -> str:
    return law.effective_date.isoformat() if law.effective_date else ""


def _tone(law: Law) -> Tone:
    return _TONES[law.status]


COLUMNS: tuple[Column[Law], ...] = (
    Column("name", "名称", 250, lambda law: law.name, shape=Shape.TWO_LINES, takes_rest=True),
    Column("kind", "类别", 100, lambda law: law.kind),
    Column("body", "制定机关", 150, lambda law: law.body, shape=Shape.TWO_LINES),
    Column("promulgated", "公布日期", 105, _promulgated),
    Column("effective", "施行日期", 105, _effective),
    Column("status", "时效", 105, lambda law: name_of(law.status), shape=Shape.PLATE, tone=_tone),
    Column("note", "说明", 150, lambda law: law.note, shape=Shape.TWO_LINES),
)


class LawsSection(Section):
    """A line to search with, the laws found, and the two acts."""

    def __init__(self, view_model: SettingsViewModel, laws: LawsViewModel) -> None:
        may_change = view_model.may(ActName.UPDATE_LAW_CATALOGUE)
        super().__init__(view_model, "法律目录", _ABOUT if may_change else _ABOUT + _WHO)
        self.laws = laws
        self.words = QLineEdit()
        self.words.setPlaceholderText("名称里的字，可以用空格分开，如：行政 处罚")
        self.words.setAccessibleName("查法律目录")
        self.words.setClearButtonEnabled(True)
        self.update_button = Button("更新目录…", "primary", "plus")
        self.revert_button = Button("恢复随程序的目录…")
        self.mark_button = Button("标注时效…")
        self.changes_button = Button("依据变动", "quiet", "scales")
        self.state = WrappedLabel("", "quiet")
        self.caveats = WrappedLabel("", "quiet")
        empty = EmptyState("目录里没有这样的名称", "换几个字再查；目录没有收入的，请查对正式文本。")
        self.table = ShortTable("法律目录", COLUMNS, _row_id, empty)
        self.form: LawUpdateForm | None = None
        self.mark_form: LawMarkForm | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._has_entered = False
        self._lay_out(may_change=may_change)
        self._connect()

    def enter(self) -> None:
        """Read the catalogue the first time somebody looks."""
        if not self._has_entered:
            self._has_entered = True
            self.search()

    def show_view(self, view: SettingsView) -> None:  # noqa: ARG002 -- reads a model of its own
        """Read again what was looked for, because settings may have changed."""
        if self._has_entered:
            self.search()

    def search(self) -> None:
        """Look for the words typed."""
        self.laws.search(self.words.text())

    def ask_to_update(self) -> None:
        """Ask for the file of a newer catalogue."""
        path = ask_for_file(self, "选择新的法律目录", _FORMATS)
        if path is not None:
            self.plan(path)

    def plan(self, path: Path) -> None:
        """Read a file that may become the catalogue."""
        self.laws.plan(path)

    def ask_to_mark(self) -> None:
        """Ask what became of the law chosen."""
        law = self.table.current()
        if law is not None:
            self.mark_form = LawMarkForm(law)
            dialog = ActDialog("标注时效", self.mark_form, self)
            dialog.wanted.connect(self._mark)
            self.ask(dialog)

    def ask_to_revert(self) -> None:
        """Ask why the program's own catalogue is to be used again."""
        question = ReasonDialog("恢复目录", (("现在使用", self.state.text()),), _CONSEQUENCE, self)
        question.ask_reason(self.laws.revert)

    def _lay_out(self, *, may_change: bool) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        for button in (self.mark_button, self.update_button, self.revert_button):
            if not may_change:
                button.hide()
            line.addWidget(button)
        line.addWidget(self.changes_button)
        self.content.addLayout(line)
        self.content.addWidget(self.state)
        self.content.addWidget(self.table.view, 1)
        self.content.addWidget(self.caveats)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._wait_for_more)
        self._pause.timeout.connect(self.search)
        self.update_button.clicked.connect(self.ask_to_update)
        self.revert_button.clicked.connect(self.ask_to_revert)
        self.mark_button.clicked.connect(self.ask_to_mark)
        self.changes_button.clicked.connect(self.laws.go_to_changes)
        self.table.view.chosen.connect(self._follow_law)
        self.table.model.answered.connect(self._follow_law)
        self.laws.found.connect(self._show)
        self.laws.planned.connect(self._ask_to_confirm)
        self.laws.performed.connect(self._end)
        self.laws.refused.connect(self._tell)

    def _wait_for_more(self, _words: str) -> None:
        self._pause.start()

    def _show(self, view: LawsView) -> None:
        origin = f"来自“{view.origin}”" if view.origin else "随程序提供"
        shown = f"，找到 {view.number_found} 条" if self.words.text().strip() else ""
        part = f"，列出前 {len(view.found)} 条" if view.number_found > len(view.found) else ""
        self.state.setText(
            f"{origin}，时效截至 {view.as_of_date.isoformat()}，"
            f"共 {view.number_known} 条{shown}{part}。"
        )
        self.caveats.setText("　".join(view.caveats))
        self.caveats.setVisible(bool(view.caveats))
        self.revert_button.setEnabled(bool(view.origin))
        self.table.show(view.found)

    def _ask_to_confirm(self, planned: PlannedUpdate) -> None:
        self.form = LawUpdateForm(planned)
        dialog = ActDialog("更新目录", self.form, self)
        dialog.wanted.connect(self._update)
        self.ask(dialog)

    def _update(self) -> None:
        if self.form is not None and self.form.check():
            day = self.form.as_of_date.value()
            if day is not None:
                self.laws.update(self.form.planned, self.form.manner(), day)

    def _mark(self) -> None:
        mark = self.mark_form.mark() if self.mark_form is not None else None
        if mark is not None:
            self.laws.mark(mark)

    def _follow_law(self, _line: object = None) -> None:
        """Only a text in force can become something else."""
        law = self.table.current()
        self.mark_button.setEnabled(law is not None and law.status is LawStatus.IN_FORCE)

    def _end(self) -> None:
        self.end_dialog()
        self.search()

    def _tell(self, error: AppError) -> None:
        self.refuse(error)
