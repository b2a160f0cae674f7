"""A paper that takes no number: at the left as it will be printed, at the right what fills it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import AppError
from models.queries.office import today
from review.letters.drafting.sheets import SHEETS, SheetAsked, SheetSubject
from review.letters.letter_kinds import LETTER_KINDS
from ui.desk import Desk, NextStep, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.sheet.sheet_work import Sheet
from ui.pages.sheet.side import SheetSide
from ui.pages.sheet.view_model import SheetViewModel
from ui.parts.letter_form import changes, empty_fields, form_for, row_problems, written
from ui.parts.papers.desk import PapersDesk
from ui.parts.papers.file_names import paper_stem
from ui.parts.papers.print_choice import NoPrinterError
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.field_form import FieldForm
from ui.widgets.letter_preview import LetterPreview
from ui.widgets.upright_area import UprightArea

_REDRAW_MS = 400
_SUFFIXES = {"docx": "Word 文档 (*.docx)", "pdf": "PDF 文件 (*.pdf)"}
_REPLACE_CONSEQUENCE = "该文件夹中已有同名文件，替换以后原来的文件不能恢复。"


class SheetPage(Page):
    """Shows a sheet, takes what a person writes on it, prints and saves it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = SheetViewModel(desk, self)
        self.error = ErrorPanel()
        self.preview = LetterPreview()
        self.papers = PapersDesk(desk, self)
        self.side = SheetSide()
        self.form = FieldForm([])
        self._shown: SheetAsked | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REDRAW_MS)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Show the sheet the route names."""
        kind_id = route.asked("kind")
        if kind_id is None:
            return
        self.error.hide()
        self.preview.hide()
        self._shown = None
        self.side.title.setText(LETTER_KINDS[kind_id].name)
        self.crumb_changed.emit(LETTER_KINDS[kind_id].name)
        is_of_time = SHEETS[kind_id] is SheetSubject.PERIOD
        self.side.period.setVisible(is_of_time)
        if is_of_time:
            self.side.period.ask(kind_id, today())
            self._ask_for_time()
        else:
            self.view_model.draft(SheetAsked(kind_id, route.record_id or 0))

    def refresh(self) -> None:
        """Read the register again."""
        self._shown = None
        self.view_model.draft_again()

    def save_to(self, paper_format: str, target: Path) -> None:
        """Save the sheet; ask before another file is replaced."""
        save = partial(self.view_model.save, paper_format, target)
        if not target.exists():
            save()
            return
        facts = (("文件", target.name), ("文件夹", str(target.parent)))
        ConfirmDialog("替换文件", facts, _REPLACE_CONSEQUENCE, self).ask(save)

    def print(self) -> None:
        """Print the sheet as it is shown."""
        sheet = self.view_model.sheet
        if sheet is not None:
            kind = LETTER_KINDS[sheet.asked.kind_id]
            pages = self.preview.document.pageCount()
            self.papers.print_bytes(kind.kind_id, kind.name, sheet.pdf, pages)

    def _lay_out(self) -> None:
        side = QWidget()
        sides = QVBoxLayout(side)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(self.side)
        sides.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.preview, 3)
        area = UprightArea(side)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.addWidget(area, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.error)
        layout.addLayout(columns, 1)
        layout.addWidget(self.papers)

    def _connect(self) -> None:
        self.view_model.shown.connect(self._show)
        self.view_model.refused.connect(self.error.show_error)
        self.side.period.changed.connect(self._ask_for_time)
        self.papers.refused.connect(self._refuse_paper)
        self.preview.print_wanted.connect(self.print)
        self.preview.word_wanted.connect(partial(self._ask_where, "docx"))
        self.preview.pdf_wanted.connect(partial(self._ask_where, "pdf"))
        self._pause.timeout.connect(self._rewrite)
        self.offers = {"edit.filter": self.preview.focus_search, "file.print": self.print}

    def _ask_for_time(self) -> None:
        asked = self.side.period.asked()
        if asked is not None:
            self.view_model.draft(asked)

    def _show(self, sheet: Sheet) -> None:
        self.error.hide()
        if self._shown != sheet.asked:
            self._shown = sheet.asked
            self.form = form_for(sheet.letter)
            self.side.show_form(self.form)
            for changed in changes(self.form):
                changed.connect(self._wait_for_more)
        self.side.say_empty(empty_fields(sheet.letter))
        self.preview.show_pdf(sheet.pdf)
        self.preview.show()

    def _wait_for_more(self) -> None:
        self._pause.start()

    def _rewrite(self) -> None:
        self._pause.stop()
        wrong = row_problems(self.form)
        self.form.show_problems(wrong, goes_there=False)
        if not wrong:
            self.view_model.rewrite(written(self.form))

    def _ask_where(self, paper_format: str) -> None:
        sheet = self.view_model.sheet
        if sheet is None:
            return
        about = getattr(sheet.letter, "document_title", "") or str(sheet.letter.letter_date)
        stem = paper_stem(LETTER_KINDS[sheet.asked.kind_id].name, about)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "另存",
            str(Path.home() / f"{stem}.{paper_format}"),
            _SUFFIXES[paper_format],
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            target = Path(chosen)
            suffix = f".{paper_format}"
            is_named = target.suffix.lower() == suffix
            named = target if is_named else target.with_name(f"{target.name}{suffix}")
            self.save_to(paper_format, named)

    def _refuse_paper(self, error: AppError) -> None:
        save_instead = NextStep("另存为 PDF", partial(self._ask_where, "pdf"))
        self.error.show_error(error, save_instead if isinstance(error, NoPrinterError) else None)
