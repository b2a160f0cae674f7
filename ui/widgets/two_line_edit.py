"""An editor for one long line, such as a title, shown over two lines."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 2


class TwoLineEdit(QPlainTextEdit):
    """Takes no line ends: Enter and Tab go to the next field."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._fit()

    def text(self) -> str:
        """Return the line."""
        return "".join(self.toPlainText().split("\n")).strip()

    def set_text(self, words: str) -> None:
        """Show a line."""
        self.setPlainText("".join(words.split("\n")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        lines = _LINES * self.fontMetrics().lineSpacing()
        self.setFixedHeight(round(lines + 2 * self.document().documentMargin() + 14))
