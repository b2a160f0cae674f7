"""What a changed law means for the documents chosen: the outcome, and why."""

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from models.domain.law_citations import LawChangeOutcome
from resources.terms import name_of
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel
from ui.widgets.wheel_guard import WheelGuard

_NOTE = "note"
_LINES = 3


class LawReviewForm(QWidget):
    """Names the law and the documents, and asks what was found."""

    def __init__(self, law: str, documents: str) -> None:
        super().__init__()
        self.outcome = QComboBox()
        for outcome in LawChangeOutcome:
            self.outcome.addItem(name_of(outcome), outcome)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * (_LINES + 1))
        self.form = FieldForm(
            [
                Field(
                    "outcome",
                    "核对结果",
                    self.outcome,
                    self.outcome.currentText,
                    self.outcome.setCurrentText,
                    is_required=True,
                ),
                Field(
                    _NOTE,
                    "说明",
                    self.note,
                    self.note.toPlainText,
                    self.note.setPlainText,
                    is_required=True,
                ),
            ]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappedLabel(law))
        layout.addWidget(WrappedLabel(documents, "quiet"))
        layout.addWidget(self.form)
        self.setFocusProxy(self.outcome)
        WheelGuard(self)

    def finding(self) -> tuple[LawChangeOutcome, str] | None:
        """Return outcome and note; None, with a word beside the field, when the note lacks."""
        note = self.note.toPlainText().strip()
        words = "请写明核对了哪些条款，为什么这样认为。"
        self.form.show_problems([] if note else [Problem(_NOTE, words)])
        return (LawChangeOutcome(self.outcome.currentData()), note) if note else None
