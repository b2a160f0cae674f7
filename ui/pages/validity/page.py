"""What is due before terms end (有效期): a list with filters, and the months by unit."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog, QTabWidget, QVBoxLayout

from models.domain.terms import LetterSeries
from models.domain.validity_ladder import LadderStep
from models.errors import AppError
from models.queries.due import DueRow, window_counts
from models.queries.office import today
from review.due.paper import KIND
from review.letters.letter_kinds import LETTER_KINDS
from ui.desk import Desk, NextStep, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.validity.narrowing import choices_of, narrowing_of
from ui.pages.validity.table import COLUMNS
from ui.pages.validity.view_model import DueView, ValidityViewModel
from ui.parts.act_dialog import ActDialog
from ui.parts.due_list import also_overdue_words, window_words
from ui.parts.papers.desk import PapersDesk
from ui.parts.papers.print_choice import NoPrinterError
from ui.parts.reply_form import MarkForm, ReplyForm
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import Filter, FilterChips
from ui.widgets.heat_map import HeatMap, HeatRow
from ui.widgets.labels import WrappedLabel
from ui.widgets.menus import menu_of
from ui.widgets.page_head import PageHead
from ui.widgets.short_table import ShortTable

_FILTERS = (
    Filter("window", "到期"),
    Filter("kind", "事项"),
    Filter("unit", "单位"),
    Filter("reply", "单位意见"),
    Filter("month", "届满月份"),
)
_FILES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "pdf": ("另存为 PDF…", "PDF (*.pdf)"),
        "docx": ("另存为 Word…", "Word (*.docx)"),
        "xlsx": ("导出 Excel…", "Excel 表格 (*.xlsx)"),
        "ics": ("导出日历…", "日历文件 (*.ics)"),
    }
)
_LIST, _MONTHS = 0, 1


class ValidityPage(Page):
    """The list at first; a cell of the months narrows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = ValidityViewModel(desk)
        self.error = ErrorPanel()
        self.reply_button = Button("记录单位回复…", "primary", "check")
        self.mark_button = Button("记为已办…", "quiet", "check")
        self.remind_button = Button("出具提醒函…", "quiet", "letter")
        self.take_along = Button("打印与导出 ▾", "quiet", "print")
        self.catalogue_button = Button("文件目录", "quiet", "pages")
        self.head = PageHead(
            "有效期",
            self.catalogue_button,
            self.take_along,
            self.remind_button,
            self.mark_button,
            self.reply_button,
        )
        self.papers = PapersDesk(desk)
        self.chips = FilterChips(_FILTERS, "文件名称或者文号")
        self.why = WrappedLabel("", "quiet")
        self.heat = HeatMap("各单位各月届满的文件件数")
        self.tabs = QTabWidget()
        self._numbers: dict[tuple[object, ...], int] = {}
        self.list = ShortTable(
            "到期清单",
            COLUMNS,
            self._number_of,
            EmptyState("没有到期的事项", "逾期的、本季度到期的列在这里；换一个条件再看。"),
        )
        self.dialog: ActDialog | None = None
        self._lay_out()
        self._connect()
        self._follow_line()

    def open(self, route: Route) -> None:
        """Narrow the list by what the caller asks for, and read: days have passed."""
        asked = {key: route.asked(key) for key in self.chips.chips}
        if any(asked.values()):
            self._choose({key: value for key, value in asked.items() if value})
        self.view_model.read()

    def refresh(self) -> None:
        """Read again."""
        self.error.hide()
        self.view_model.read()

    def _lay_out(self) -> None:
        for button in (self.reply_button, self.mark_button):
            button.setVisible(self.view_model.may_record)
        self.remind_button.setVisible(self.view_model.may_remind)
        self.tabs.addTab(self.list.view, "到期清单")
        self.tabs.addTab(self.heat, "各月届满")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        choices = [(title, partial(self._ask_where, one)) for one, (title, _) in _FILES.items()]
        self.take_along.setMenu(menu_of(self, [("打印清单…", self.print), *choices]))
        for part in (self.head, self.error, self.chips):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.why)
        layout.addWidget(self.papers)

    def _connect(self) -> None:
        self.view_model.shown.connect(self._show)
        self.view_model.recorded.connect(self._close_dialog)
        self.view_model.refused.connect(self._refuse)
        self.chips.changed.connect(self._narrow)
        self.list.view.chosen.connect(self._follow_line)
        self.list.view.opened.connect(self._open_record)
        self.list.model.answered.connect(self._follow_line)
        self.heat.cell_chosen.connect(self._choose_cell)
        self.tabs.currentChanged.connect(self._follow_line)
        self.reply_button.clicked.connect(self._ask_reply)
        self.mark_button.clicked.connect(self._ask_mark)
        self.remind_button.clicked.connect(self._remind)
        self.catalogue_button.clicked.connect(self._show_catalogue)
        self.view_model.paper_drawn.connect(self._print_paper)
        self.papers.refused.connect(self._refuse_paper)
        self.heat.selectionModel().currentChanged.connect(self._follow_line)
        self.offers = {"edit.filter": self.chips.focus_words, "file.print": self.print}

    def _show(self, view: DueView) -> None:
        self.error.hide()
        offered = choices_of(view.rows, view.months.months, view.day)
        for key, chip in self.chips.chips.items():
            chip.offer(offered[key])
        self.head.show_note(window_words(window_counts(view.rows, view.day)))
        months = [f"{one.year % 100}年{one.month}月" for one in view.months.months]
        rows = [HeatRow(one.unit, one.counts) for one in view.months.units]
        self.heat.show_counts(months, rows)
        self.list.show(self.view_model.rows())
        if self.list.current() is None and self.list.model.rowCount():
            self.list.view.selectRow(0)

    def _narrow(self) -> None:
        self.view_model.narrow(narrowing_of(self.chips.text(), self.chips.values()))

    def _choose_cell(self, row: int, column: int) -> None:
        """Show the documents of a unit whose terms end in a month."""
        view = self.view_model.view
        if view is None:
            return
        month = view.months.months[column]
        self._choose({"unit": view.months.units[row].unit, "month": f"{month:%Y-%m}"})
        self.list.view.setFocus()

    def _choose(self, chosen: Mapping[str, str]) -> None:
        """Turn to the list and narrow it by these values alone, once."""
        self.tabs.setCurrentIndex(_LIST)
        with QSignalBlocker(self.chips):
            for key, chip in self.chips.chips.items():
                chip.choose(chosen.get(key, ""))
        self.chips.changed.emit()

    def _number_of(self, row: DueRow) -> int:
        """A table knows its rows by small numbers; a document has several rows."""
        key = (row.document_id, row.filing_id, row.review_id, row.kind)
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _follow_line(self, _line: object = None) -> None:
        row = self.list.current() if self.tabs.currentIndex() == _LIST else None
        is_of_term = row is not None and row.is_of_a_term
        self.reply_button.setEnabled(is_of_term)
        self.mark_button.setEnabled(is_of_term)
        self.why.setText(_why(row) if row else self._months_hint())

    def _months_hint(self) -> str:
        if self.tabs.currentIndex() != _MONTHS:
            return ""
        view = self.view_model.view
        if view is None or not view.months.units:
            return "今后 12 个月没有届满的文件。"
        return f"{self.heat.current_words()}。颜色越浓件数越多；点一格或者按回车，列出这些文件。"

    def _open_record(self, _chosen: object = None) -> None:
        row = self.list.current()
        if row is None:
            return
        if row.review_id is not None:
            self.desk.navigate(Route("review", row.review_id))
        elif row.filing_id is not None:
            self.desk.navigate(Route("filing", row.filing_id))
        else:
            self.desk.navigate(Route("document", row.document_id))

    def _ask_reply(self) -> None:
        chosen = [row for row in self.list.selected() if row.is_of_a_term]
        if not chosen:
            return
        form = ReplyForm({row.document_id: row.title for row in chosen}, today())
        dialog = self._dialog("记录单位回复", form)
        dialog.wanted.connect(partial(self._record_reply, form))
        dialog.open()

    def _record_reply(self, form: ReplyForm) -> None:
        entry = form.entry()
        if entry is not None:
            self.view_model.record_reply(entry)

    def _ask_mark(self) -> None:
        row = self.list.current()
        if row is None or not row.is_of_a_term:
            return
        form = MarkForm(row.title, today(), LadderStep(row.kind))
        dialog = self._dialog("记为已办", form)
        dialog.wanted.connect(partial(self._mark, row.document_id, form))
        dialog.open()

    def _mark(self, document_id: int, form: MarkForm) -> None:
        entry = form.entry()
        if entry is not None:
            self.view_model.mark(document_id, entry)

    def _dialog(self, verb: str, form: ReplyForm | MarkForm) -> ActDialog:
        dialog = ActDialog(verb, form, self)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        return dialog

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget_dialog(self, _result: int) -> None:
        self.dialog = None

    def print(self) -> None:
        """Print the list as it is narrowed."""
        self.view_model.draw()

    def save_to(self, suffix: str, target: Path) -> None:
        """Save the list as it is narrowed; the suffix says as what."""
        self.view_model.save(suffix, target)

    def _show_catalogue(self) -> None:
        self.desk.navigate(Route("catalogue"))

    def _remind(self) -> None:
        about = ("kind", LetterSeries.EXPIRY_REMINDER.value)
        self.desk.navigate(Route("letter_batch", None, (about,)))

    def _print_paper(self, pdf: bytes) -> None:
        self.papers.print_bytes(KIND, LETTER_KINDS[KIND].name, pdf, 0)

    def _refuse_paper(self, error: AppError) -> None:
        save_instead = NextStep("另存为 PDF", partial(self._ask_where, "pdf"))
        self.error.show_error(error, save_instead if isinstance(error, NoPrinterError) else None)

    def _ask_where(self, suffix: str) -> None:
        title, kind = _FILES[suffix]
        name = Path.home() / f"到期清单 {today().isoformat()}.{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(name), kind)
        if chosen:
            self.save_to(suffix, Path(chosen).with_suffix(f".{suffix}"))

    def _refuse(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(error)
        else:
            self.error.show_error(error)


def _why(row: DueRow) -> str:
    more = also_overdue_words(row)
    return row.derivation + (f"。另外逾期的：{more}" if more else "")
