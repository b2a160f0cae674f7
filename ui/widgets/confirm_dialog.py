"""The question before an act that cannot be taken back; the button says the verb."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel


class ConfirmDialog(QDialog):
    """Repeats what the act is about and what follows from it.

    ``facts`` are the lines to compare with the paper: title and value, such as 发文字号 and the
    number.
    """

    def __init__(
        self, verb: str, facts: Sequence[tuple[str, str]], consequence: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(verb)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.proceed = Button(verb, "primary")
        self.cancel = Button("暂不办理")
        self.proceed.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.proceed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(verb, "title"))
        layout.addLayout(_facts(facts))
        layout.addWidget(WrappedLabel(consequence))
        layout.addSpacing(8)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.cancel.setFocus()

    def ask(self, then: Callable[[], None]) -> None:
        """Put the question; call ``then`` when the person goes ahead."""
        self.accepted.connect(then)
        self.open()


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setColumnStretch(1, 1)
    for row, (title, value) in enumerate(facts):
        grid.addWidget(Label(title, "name"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(WrappedLabel(value), row, 1)
    return grid
