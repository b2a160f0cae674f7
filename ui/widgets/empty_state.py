"""What stands where nothing is yet: a sentence that says so and the action that helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
        self._text.setMaximumWidth(_LETTERS_ACROSS * self.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._in_the_middle())
        if action:
            self.button = Button(action)
            self.button.clicked.connect(self._want)
            layout.addSpacing(8)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _in_the_middle(self) -> QHBoxLayout:
        """The text takes what it needs up to its width; only so does Qt know how high it gets."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._text, 100)
        row.addStretch(1)
        return row

    def say(self, title: str, text: str, action: str) -> None:
        """Say why nothing is here this time; only for an empty state made with an action."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action)
        self.button.setAccessibleName(action)

    def _want(self) -> None:
        self.wanted.emit()
