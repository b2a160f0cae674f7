"""The life that a change would lead to: the last day, every step, or why it cannot be."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import AppError
from models.queries.life_plan import LifePlan
from ui.feedback.catalogue import words_of
from ui.parts.days import day_words
from ui.widgets.labels import Label, WrappedLabel

_NO_END = "没有届满日"


class LifePlanPane(QWidget):
    """Shows a plan, a refusal, or nothing while the form is not whole."""

    def __init__(self) -> None:
        super().__init__()
        self.outcome = Label("", "heading")
        self.derivation = WrappedLabel("", "quiet")
        self.trouble = WrappedLabel("", "problem")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.outcome, self.derivation, self.trouble):
            layout.addWidget(part)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._show("", ())

    def show_plan(self, plan: LifePlan) -> None:
        """Show the last day and how it was found."""
        last_day = day_words(plan.last_day) or _NO_END
        before = day_words(plan.last_day_before) or _NO_END
        if last_day == before:
            self._show(f"最后有效日不变：{last_day}", plan.derivation)
        else:
            self._show(f"最后有效日：由 {before} 改为 {last_day}", plan.derivation)

    def show_trouble(self, error: AppError) -> None:
        """Say why it cannot be recorded so."""
        self._show("", (), words_of(error).text)

    def _show(self, outcome: str, derivation: Sequence[str], trouble: str = "") -> None:
        steps = "\n".join(derivation)
        parts = ((self.outcome, outcome), (self.derivation, steps), (self.trouble, trouble))
        for part, words in parts:
            part.setText(words)
            part.setVisible(bool(words))
