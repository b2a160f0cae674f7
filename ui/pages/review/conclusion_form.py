"""The conclusion: the one the findings lead to, what is asked of the issuer, and a summary."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from models.domain.lifecycle import ReviewState
from models.domain.terms import ReviewConclusion
from resources.terms import name_in, name_of
from ui.pages.review.view_model import ReviewView
from ui.parts.tones import REVIEW_TONES
from ui.parts.why_line import WhyLine
from ui.widgets.buttons import Button
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import Label, WrappedLabel

_REASONS = "ConclusionReason"
_REQUEST_SHAPE = "接在“请你单位”后面写，如：修改第五条，修改前停止执行"
_CONCLUDE_KEYS = "Ctrl+Return"


class ConclusionForm(QWidget):
    """Asks before the review is concluded; ``wanted`` gives requested act and summary."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conclusion = WhyLine()
        self.requested_act = QPlainTextEdit()
        self.summary = QPlainTextEdit()
        for text in (self.requested_act, self.summary):
            text.setTabChangesFocus(True)
        self.requested_act.setPlaceholderText(_REQUEST_SHAPE)
        self.form = FieldForm(
            [
                _text("requested_act", "处理要求", self.requested_act),
                _text("summary", "审查小结", self.summary),
            ]
        )
        self.conclude_button = Button("审查终结", "primary")
        self.conclude_button.setShortcut(_CONCLUDE_KEYS)
        self.conclude_button.setToolTip(f"审查终结（{_CONCLUDE_KEYS}）")
        self.leave_button = Button("继续审查")
        self.conclude_button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self._leave)
        self._lay_out()
        self.must_request = False
        self._review_id: int | None = None

    def show_review(self, view: ReviewView) -> None:
        """Show the conclusion the findings lead to; what was written for another review goes."""
        if view.page.id != self._review_id:
            self._review_id = view.page.id
            self.form.show_values(dict.fromkeys(self.form.read(), ""))
            self.form.show_problems([])
        conclusion = view.page.conclusion
        self.must_request = conclusion is ReviewConclusion.CONCLUDED_DEFECT
        self.conclusion.show_judgement(
            name_of(conclusion),
            REVIEW_TONES[ReviewState(conclusion.value)],
            name_in(_REASONS, conclusion.value),
        )

    def submit(self) -> None:
        """Give what was written; a defect needs a request to the issuer."""
        values = self.form.read()
        if self.must_request and not values["requested_act"]:
            words = "认定应予纠正的，请写明要求制定机关做什么。"
            self.form.show_problems([Problem("requested_act", words)])
            return
        self.form.show_problems([])
        self.wanted.emit(values["requested_act"], values["summary"])

    def show_problem(self, problem: Problem) -> None:
        """Say beside a field why the conclusion was refused."""
        self.form.show_problems([problem])

    def has_field(self, name: str) -> bool:
        """Tell whether the form has a field of this name."""
        return name in self.form.read()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.conclude_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Label("审查终结", "heading"))
        layout.addWidget(self.conclusion)
        layout.addWidget(self.form, 1)
        layout.addWidget(WrappedLabel("终结以后不能再增加或者撤回审查发现。", "quiet"))
        layout.addLayout(buttons)

    def _leave(self) -> None:
        self.left.emit()


def _text(name: str, title: str, text: QPlainTextEdit) -> Field:
    def read() -> str:
        return text.toPlainText().strip()

    return Field(name, title, text, read, text.setPlainText)
