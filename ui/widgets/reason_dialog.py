"""The question before an act that needs a reason: the reason is written where the act is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.field_form import Field, FieldForm, Problem

_REASON = "reason"
# Spacing, stretch and buttons stand below the reason.
_FOOT_PARTS = 3


class ReasonDialog(ConfirmDialog):
    """Repeats what the act is about, and goes ahead only with a reason."""

    def __init__(
        self, verb: str, facts: Sequence[tuple[str, str]], consequence: str, parent: QWidget
    ) -> None:
        super().__init__(verb, facts, consequence, parent)
        self.reason = QLineEdit()
        line = Field(
            _REASON, "理由", self.reason, self.reason.text, self.reason.setText, is_required=True
        )
        self.form = FieldForm([line])
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.count() - _FOOT_PARTS, self.form)
        self._then: Callable[[str], None] | None = None
        self.reason.setFocus()

    def ask_reason(self, then: Callable[[str], None]) -> None:
        """Put the question; call ``then`` with the reason when the person goes ahead."""
        self._then = then
        self.open()

    def accept(self) -> None:
        """Go ahead with a reason; without one, ask for it beside the field."""
        reason = self.reason.text().strip()
        if not reason:
            self.form.show_problems([Problem(_REASON, "请写明理由，理由会留在记录里。")])
            return
        super().accept()
        if self._then is not None:
            self._then(reason)
