"""The decision of a cleanup as it will be printed: looked at, saved as a draft, issued."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from review.letters.preflight.findings import Finding
from ui.pages.cleanup.result_reading import DecisionDraft
from ui.parts.act_dialog import ActDialog
from ui.parts.preflight_list import PreflightList
from ui.widgets.letter_preview import LetterPreview
from ui.widgets.upright_area import UprightArea

_WIDEST, _HIGHEST = 1180, 780
_EDGE = 40


class DecisionDialog(ActDialog):
    """Paper and findings side by side; the verb is offered to whom the office's number is open."""

    draft_wanted = Signal(str)

    def __init__(self, parent: QWidget, *, may_issue: bool) -> None:
        self.preview = LetterPreview()
        self.preview.print_button.hide()
        self.preview.view.fit_page()
        self.findings = PreflightList()
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.preview, 3)
        area = UprightArea(self.findings)
        area.setVisible(may_issue)
        row.addWidget(area, 2)
        super().__init__("发出决定" if may_issue else "决定稿", content, parent)
        self._may_issue = may_issue
        self.proceed.setVisible(may_issue)
        self.proceed.setEnabled(False)
        if not may_issue:
            self.cancel.setText("关闭")
        window = parent.window().size()
        self.resize(min(window.width() - _EDGE, _WIDEST), min(window.height() - _EDGE, _HIGHEST))
        self.findings.begin()
        self.findings.settled.connect(self._settle)
        self.preview.word_wanted.connect(self._want_word)
        self.preview.pdf_wanted.connect(self._want_pdf)

    def show_draft(self, draft: DecisionDraft) -> None:
        """Show the paper."""
        self.preview.show_pdf(draft.pdf)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what the pre-flight found in it."""
        self.findings.show_findings(found, ())

    def _settle(self, is_settled: bool) -> None:  # noqa: FBT001 -- as Qt calls it
        self.proceed.setEnabled(is_settled and self._may_issue)

    def _want_word(self) -> None:
        self.draft_wanted.emit("docx")

    def _want_pdf(self) -> None:
        self.draft_wanted.emit("pdf")
