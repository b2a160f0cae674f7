"""Changed laws above, the documents that cite the one chosen below (依据变动)."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from models.errors import AppError
from models.queries.law_citations import CitingDocument
from review.laws.changed_laws import ChangedLaw
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.law_changes.review_form import LawReviewForm
from ui.pages.law_changes.table import DOCUMENTS, LAWS
from ui.pages.law_changes.view_model import LawChangesViewModel
from ui.parts.act_dialog import ActDialog
from ui.parts.law_change_words import change_words
from ui.tasks.ticket import Progress
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.page_head import PageHead
from ui.widgets.short_table import ShortTable

_VERB = "记录核对结果"
_LAWS_SHARE, _DOCUMENTS_SHARE = 2, 3


class LawChangesPage(Page):
    """Which documents in force stand on a law that is no longer as they cite it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = LawChangesViewModel(desk)
        self.error = ErrorPanel()
        self.busy = BusyBar()
        self.open_button = Button("打开文件", "quiet", "document")
        self.review_button = Button(f"{_VERB}…", "primary", "check")
        self.head = PageHead("依据变动", self.open_button, self.review_button)
        self._law_numbers: dict[str, int] = {}
        self.laws = ShortTable(
            "有变动的法律、法规",
            LAWS,
            self._law_id,
            EmptyState(
                "没有依据变动", "现行有效的文件引用的法律、法规，按现在的法律目录没有变动。"
            ),
        )
        self.documents = ShortTable(
            "引用的文件",
            DOCUMENTS,
            _document_id,
            EmptyState("先选一部法律", "引用它的文件列在这里。"),
        )
        self.caption = Label("", "heading")
        self.dialog: ActDialog | None = None
        self._law: ChangedLaw | None = None
        self._lay_out()
        self._connect()
        self._follow_document()

    def open(self, _route: Route) -> None:
        """Read at every visit: texts were added, days have passed."""
        self.view_model.read()

    def refresh(self) -> None:
        """Read again."""
        self.error.hide()
        self.view_model.read()

    def _lay_out(self) -> None:
        self.review_button.setVisible(self.view_model.may_review)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.caption)
        below.addWidget(self.documents.view, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.laws.view)
        halves.addWidget(lower)
        halves.setStretchFactor(0, _LAWS_SHARE)
        halves.setStretchFactor(1, _DOCUMENTS_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        for widget in (self.head, self.error, self.busy):
            layout.addWidget(widget)
        layout.addWidget(halves, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.laws_read.connect(self._show_laws)
        model.documents_read.connect(self._show_documents)
        model.progressed.connect(self._show_progress)
        model.stopped.connect(self.busy.hide)
        model.recorded.connect(self._close_dialog)
        model.refused.connect(self._refuse)
        self.busy.stop_wanted.connect(model.stop)
        self.laws.view.chosen.connect(self._choose_law)
        self.laws.model.answered.connect(self._choose_first)
        self.documents.view.chosen.connect(self._follow_document)
        self.documents.view.opened.connect(self._open)
        self.documents.model.answered.connect(self._follow_document)
        self.open_button.clicked.connect(self._open)
        self.review_button.clicked.connect(self._ask_finding)

    def _show_progress(self, progress: Progress) -> None:
        words = f"{progress.what}：{progress.done} / {progress.total} 份正文"
        self.busy.show_progress(words, progress.done, progress.total)

    def _show_laws(self, as_of_date: date, laws: tuple[ChangedLaw, ...]) -> None:
        self.busy.hide()
        waiting = sum(law.open_count for law in laws)
        self.head.show_note(
            f"按截至 {as_of_date.isoformat()} 的法律目录，{len(laws)} 部有变动，{waiting} 件未核对"
        )
        self.laws.show(laws)

    def _choose_first(self, _line: object = None) -> None:
        """Stand on the law with most to do, unless the person stands on one already."""
        if self.laws.current() is None and self.laws.model.rowCount():
            self.laws.view.selectRow(0)
        else:
            self._choose_law()

    def _choose_law(self, _line: object = None) -> None:
        law = self.laws.current()
        self._law = law
        if law is None:
            self.caption.setText("")
            self.documents.show(())
        else:
            self.caption.setText(change_words(law.change))
            self.view_model.read_documents(law)

    def _show_documents(self, _law: ChangedLaw, documents: tuple[CitingDocument, ...]) -> None:
        self.documents.show(documents)

    def _law_id(self, law: ChangedLaw) -> int:
        """A table knows its rows by small numbers, a law has only its name."""
        return self._law_numbers.setdefault(law.change.law_key, len(self._law_numbers) + 1)

    def _follow_document(self, _line: object = None) -> None:
        has_row = self.documents.current() is not None
        self.open_button.setEnabled(has_row)
        self.review_button.setEnabled(has_row)

    def _open(self, _chosen: object = None) -> None:
        row = self.documents.current()
        if row is not None:
            self.desk.navigate(Route("document", row.document_id))

    def _ask_finding(self) -> None:
        chosen = tuple(self.documents.selected())
        if self._law is None or not chosen:
            return
        more = f" 等 {len(chosen)} 件" if len(chosen) > 1 else ""
        form = LawReviewForm(change_words(self._law.change), f"《{chosen[0].title}》{more}")
        dialog = ActDialog(_VERB, form, self)
        dialog.wanted.connect(partial(self._record, self._law, chosen, form))
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _record(
        self, law: ChangedLaw, documents: tuple[CitingDocument, ...], form: LawReviewForm
    ) -> None:
        finding = form.finding()
        if finding is not None:
            self.view_model.record(law, documents, *finding)

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget_dialog(self, _result: int) -> None:
        self.dialog = None

    def _refuse(self, error: AppError) -> None:
        self.busy.hide()
        if self.dialog is not None:
            self.dialog.show_refusal(error)
        else:
            self.error.show_error(error)


def _document_id(row: CitingDocument) -> int:
    return row.document_id
