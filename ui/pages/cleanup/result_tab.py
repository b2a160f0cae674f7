"""The result of a cleanup (结果): does it add up, what does it touch, its decision, its effect."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from models.domain.roles import ActName
from review.letters.preflight.findings import Finding
from ui.desk import Desk, Route
from ui.pages.cleanup.apply_dialog import ApplyDialog
from ui.pages.cleanup.decision_dialog import DecisionDialog
from ui.pages.cleanup.result_model import ResultModel
from ui.pages.cleanup.result_parts import ResultParts
from ui.pages.cleanup.result_reading import DecisionDraft, ResultShown, draft_stem
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.scrolled import scrolled

_PAUSE_MS = 400
_SEEN = "写明核对的情况和处理意见，例如“另行修改”“继续执行”。核对的人和时间记入登记簿。"
_LISTING = "列入清理目录以后，与其他文件一样写审核意见，结果随之改变。"
_DECIDING = "结果定下以后，审核意见、目录不再改动；需要改动的，先退回审核。"
_NOT_READY = "结果还没有核对完，现在只能看、另存草稿，不能发出。"
_SUFFIXES = {"docx": "Word 文档 (*.docx)", "pdf": "PDF 文件 (*.pdf)"}


class ResultTab(QWidget):
    """Reads when it is looked at; the steps stand below each other in their order."""

    entry_wanted = Signal(int)
    document_wanted = Signal(int)

    def __init__(self, desk: Desk, model: ResultModel) -> None:
        super().__init__()
        self._desk = desk
        self.model = model
        self.parts = ResultParts()
        self.dialog: ApplyDialog | DecisionDialog | None = None
        self._name = ""
        self._filled_for = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(self.parts))
        self._connect()

    def show_campaign(self, campaign_id: int, name: str) -> None:
        """Belong to this cleanup; its result is read now or when the tab is looked at."""
        self.model.open(campaign_id)
        self._name = name
        if self.isVisible():
            self.model.read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the result."""
        super().showEvent(event)
        self.model.read()

    def close_dialog(self) -> None:
        """Close the dialog whose act is done."""
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None

    def _connect(self) -> None:
        model, parts = self.model, self.parts
        model.result_read.connect(self._show)
        model.drawn.connect(self._show_draft)
        model.checked.connect(self._show_findings)
        model.done.connect(self.close_dialog)
        self._pause.timeout.connect(self._read_with_terms)
        parts.form.changed.connect(self._pause.start)
        parts.entry_wanted.connect(self.entry_wanted)
        parts.affected.view.opened.connect(self._open_affected)
        parts.acknowledge.clicked.connect(self._ask_to_acknowledge)
        parts.take_in.clicked.connect(self._ask_to_take_in)
        parts.paper.clicked.connect(self._look_at_paper)
        parts.decide.clicked.connect(self._ask_to_decide)
        parts.letter.clicked.connect(self._open_letter)
        parts.apply.clicked.connect(self._ask_to_apply)

    def _show(self, shown: ResultShown) -> None:
        if self._filled_for != shown.campaign_id or shown.letter is not None:
            self._filled_for = shown.campaign_id
            with QSignalBlocker(self.parts.form):
                self.parts.form.show_terms(shown.terms)
        self.parts.show_result(shown, self.model.may)

    def _read_with_terms(self) -> None:
        terms = self.parts.form.terms()
        if terms is not None and self.parts.form.is_whole():
            self.model.read(terms)

    def _ask_to_acknowledge(self) -> None:
        chosen = self.parts.affected_chosen()
        if chosen:
            several = f"等 {len(chosen)} 件" if chosen[1:] else ""
            facts = (("文件", f"《{chosen[0].title}》{several}"),)
            dialog = ReasonDialog("记录已经核对", facts, _SEEN, self)
            dialog.ask_reason(partial(self.model.acknowledge, chosen))

    def _ask_to_take_in(self) -> None:
        one = self.parts.affected.current()
        if one is not None and not one.is_listed:
            facts = (("文件名称", one.title), ("发文字号", one.document_number))
            dialog = ReasonDialog("列入清理目录", facts, _LISTING, self)
            dialog.ask_reason(partial(self.model.list_document, one.document_id))

    def _open_affected(self, _row_id: int) -> None:
        one = self.parts.affected.current()
        if one is not None:
            self.document_wanted.emit(one.document_id)

    def _look_at_paper(self) -> None:
        paper = self.parts.form.paper()
        if paper is None or not self.parts.form.is_whole():
            return
        is_own = not paper.decision_number and paper.decided_by in {"", self._own_name()}
        shown = self.model.shown
        may_issue = is_own and shown is not None and shown.is_ready
        dialog = DecisionDialog(self, may_issue=may_issue and self.model.may(ActName.ISSUE_LETTER))
        if is_own and not may_issue:
            dialog.show_problem(_NOT_READY)
        dialog.wanted.connect(self._want_issued)
        dialog.draft_wanted.connect(self._ask_where)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()
        self.model.draw(paper)

    def _own_name(self) -> str:
        return self._desk.office.office_name

    def _show_draft(self, draft: DecisionDraft) -> None:
        if isinstance(self.dialog, DecisionDialog):
            self.dialog.show_draft(draft)

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        if isinstance(self.dialog, DecisionDialog):
            self.dialog.show_findings(found)

    def _want_issued(self) -> None:
        if isinstance(self.dialog, DecisionDialog):
            self.model.issue(self.dialog.findings.looked_at())

    def _ask_where(self, paper_format: str) -> None:
        draft = self.model.draft
        if draft is None:
            return
        name = f"{draft_stem(draft)}.{paper_format}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, "另存决定稿", str(Path.home() / name), _SUFFIXES[paper_format]
        )
        if chosen:
            self.model.save(paper_format, Path(chosen))

    def _ask_to_decide(self) -> None:
        facts = (("清理", self._name), ("结果", self.parts.sum.text()))
        dialog = ReasonDialog("定下结果", facts, _DECIDING, self)
        dialog.ask_reason(self.model.decide)

    def _open_letter(self) -> None:
        shown = self.model.shown
        if shown is not None and shown.letter is not None:
            self._desk.navigate(Route("letter", shown.letter.id))
        elif shown is not None and shown.applied is not None and shown.applied.letter_id:
            self._desk.navigate(Route("letter", shown.applied.letter_id))

    def _ask_to_apply(self) -> None:
        shown, paper = self.model.shown, self.parts.form.paper()
        if shown is not None and paper is not None:
            body = paper.decided_by or self._own_name()
            dialog = ApplyDialog(shown, body, paper.decision_number, self)
            dialog.wanted.connect(self._want_applied)
            dialog.finished.connect(self._forget_dialog)
            self.dialog = dialog
            dialog.open()

    def _want_applied(self) -> None:
        if isinstance(self.dialog, ApplyDialog) and self.dialog.is_whole():
            entry = self.dialog.entry(self._name)
            if entry is not None:
                self.model.apply(entry)

    def _forget_dialog(self, _answer: int) -> None:
        self.dialog = None
