"""What stands where nothing is yet: a sentence that says so and the action that helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_LETTERS_ACROSS = 20


class EmptyState(QWidget):
    """Says what would be here; with an action, offers it as a button."""

    wanted = Signal()

    def __init__(
        self, title: str, text: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "heading")
        self._text = Label(text, "quiet")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(_LETTERS_ACROSS * self.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for part in (self._title, self._text):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        if action:
            self.button = Button(action)
            self.button.clicked.connect(self._want)
            layout.addSpacing(8)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, title: str, text: str, action: str) -> None:
        """Say why nothing is here this time; only for an empty state made with an action."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action)
        self.button.setAccessibleName(action)

    def _want(self) -> None:
        self.wanted.emit()
