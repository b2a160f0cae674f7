"""A batch on the page: the lines at the left, the letter stood on at the right, the deeds above."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from models.domain.terms import LetterSeries
from models.errors import AppError
from resources.terms import name_of
from ui.desk import Desk, NextStep
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.parts.letter_batch.batch_line import BatchLine, LineState
from ui.parts.letter_batch.table import BatchTable, note_of
from ui.parts.letter_batch.view_model import LetterBatchViewModel, LookAt
from ui.parts.missing_codes import way_to_codes
from ui.parts.papers.desk import PapersDesk
from ui.parts.papers.print_choice import NoPrinterError
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.letter_preview import LetterPreview

_CONSEQUENCE = (
    "发出时逐份取得文号，文号不能收回。办理中可以取消：已经发出的算数，没有发出的留在表里，"
    "可以接着发。标有“请核对”而选定发出的，视为已经核对。"
)
_SAVING = {
    ("docx",): "另存为 Word",
    ("pdf",): "另存为 PDF",
    ("docx", "pdf"): "另存为 Word 和 PDF",
}
_REDRAW_MS = 60  # a person who runs down the lines does not wait for every letter


class LetterBatchView(QWidget):
    """Everything that is done with a batch of letters, whatever their kind."""

    def __init__(self, desk: Desk, look_at: LookAt) -> None:
        super().__init__()
        self._desk = desk
        self.view_model = LetterBatchViewModel(desk, self, look_at)
        self.error = ErrorPanel()
        self.count = Label("", "quiet")
        self.all = Button("全部选定", "flat")
        self.none = Button("全部不选", "flat")
        self.issue = Button("发出", "primary", "letter")
        self.print = Button("打印已发出的", "quiet", "print")
        self.save = Button("另存已发出的 ▾", "quiet", "save")
        self.table = BatchTable()
        self.side = QWidget()
        self.note = WrappedLabel("", "quiet")
        self.preview = LetterPreview()
        self.strip = ProgressStrip()
        self.papers = PapersDesk(desk)
        self._stood_on = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REDRAW_MS)
        self._lay_out()
        self._connect()
        self._show_lines()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        super().hideEvent(event)
        self._pause.stop()

    def open(self, kind: LetterSeries) -> None:
        """Propose the letters of a kind that are due now."""
        self.error.hide()
        self.view_model.open(kind)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.count, 1)
        for button in (self.all, self.none, self.save, self.print, self.issue):
            head.addWidget(button)
        for part in ("print_button", "word_button", "pdf_button"):
            getattr(self.preview, part).hide()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.preview, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setProperty("kind", "gap")
        both.addWidget(self.table)
        both.addWidget(self.side)
        both.setSizes([620, 420])
        menu = QMenu(self.save)
        for formats, words in _SAVING.items():
            menu.addAction(words, partial(self._save, formats))
        self.save.setMenu(menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.error)
        layout.addWidget(both, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self.papers)

    def _connect(self) -> None:
        model = self.view_model
        model.lines_changed.connect(self._show_lines)
        model.drawn.connect(self._show_drawn)
        model.left_out.connect(self._begin_checking)
        model.issued_all.connect(self._end_issuing)
        model.refused.connect(self._refuse)
        for chain in (model.checking, model.issuing):
            chain.progressed.connect(self.strip.show_progress)
            chain.ended.connect(self._end_strip)
        self.table.toggled.connect(self._toggle)
        self.table.view.chosen.connect(self._stand_on)
        self.all.clicked.connect(partial(self._want_all, is_wanted=True))
        self.none.clicked.connect(partial(self._want_all, is_wanted=False))
        self.issue.clicked.connect(self._ask_to_issue)
        self.print.clicked.connect(self._print)
        self.papers.refused.connect(self._refuse_papers)
        self._pause.timeout.connect(self._draw)

    def _show_lines(self) -> None:
        model = self.view_model
        wanted, issued = len(model.wanted()), len(model.issued_ids())
        self.table.show_lines(model.lines)
        self.side.setVisible(bool(model.lines))
        words = f"共 {len(model.lines)} 份，选定 {wanted} 份"
        self.count.setText(f"{words}，已发出 {issued} 份" if issued else words)
        is_free = not model.issuing.is_running
        self.issue.setText(f"发出选定的 {wanted} 份" if wanted else "发出")
        self.issue.setEnabled(is_free and wanted > 0)
        self.issue.setVisible(model.may_issue)
        for button in (self.print, self.save):
            button.setVisible(issued > 0)
            button.setEnabled(is_free)
        self._say_of_line()

    def _begin_checking(self, left_out: tuple[tuple[int, AppError], ...]) -> None:
        if left_out:
            self.error.show_error(left_out[0][1])
        ticket = self.view_model.look_further()
        if ticket is not None:
            self.strip.follow(ticket, "发文前检查")
        if self.view_model.lines and self._stood_on < 0:
            self.table.view.go_to(0)

    def _toggle(self, positions: list[int]) -> None:
        lines = [self.view_model.lines[position] for position in positions]
        is_wanted = not all(line.is_wanted for line in lines)
        self.view_model.want(positions, is_wanted=is_wanted)

    def _want_all(self, *, is_wanted: bool) -> None:
        ready = [
            line.position
            for line in self.view_model.lines
            if not is_wanted or line.state in {LineState.READY, LineState.REFUSED}
        ]
        self.view_model.want(ready, is_wanted=is_wanted)

    def _stand_on(self, position: int) -> None:
        self._stood_on = position
        self._say_of_line()
        self._pause.start()

    def _line(self) -> BatchLine | None:
        lines = self.view_model.lines
        return lines[self._stood_on] if 0 <= self._stood_on < len(lines) else None

    def _say_of_line(self) -> None:
        line = self._line()
        words = note_of(line) if line else ""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _draw(self) -> None:
        if self._line() is not None:
            self.view_model.draw(self._stood_on)

    def _show_drawn(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)

    def _ask_to_issue(self) -> None:
        wanted = self.view_model.wanted()
        if not wanted or self.view_model.kind is None:
            return
        looked_at = sum(line.state is LineState.LOOK_AGAIN for line in wanted)
        facts = [("文书", name_of(self.view_model.kind)), ("份数", f"{len(wanted)} 份")]
        if looked_at:
            facts.append(("其中标有“请核对”", f"{looked_at} 份"))
        ConfirmDialog("发出文书", facts, _CONSEQUENCE, self).ask(self._issue)

    def _issue(self) -> None:
        self.error.hide()
        ticket = self.view_model.issue()
        if ticket is not None:
            self.strip.follow(ticket, "发出文书")
            self._show_lines()

    def _end_strip(self, _is_stopped: bool) -> None:  # noqa: FBT001 -- the signal's argument
        self.strip.end()
        self._show_lines()

    def _end_issuing(self, done: int, failed: int) -> None:
        if done:
            self.view_model.announce((NextStep("打印", self._print),))
        if failed:
            self._tell_refusal()
        self._pause.start()

    def _tell_refusal(self) -> None:
        refused = (line for line in self.view_model.lines if line.refusal is not None)
        first = next(refused, None)
        if first is not None and first.refusal is not None:
            way = way_to_codes(first.refusal, self._desk.navigate)
            self.error.show_error(first.refusal, way)
            self.table.view.go_to(first.position)

    def _print(self) -> None:
        self.papers.print_letters(self.view_model.issued_ids())

    def _save(self, formats: tuple[str, ...]) -> None:
        self.papers.ask_folder(self.view_model.issued_ids(), formats)

    def _refuse(self, error: AppError) -> None:
        self.error.show_error(error)

    def _refuse_papers(self, error: AppError) -> None:
        save_instead = NextStep("另存为 PDF", partial(self._save, ("pdf",)))
        self.error.show_error(error, save_instead if isinstance(error, NoPrinterError) else None)
