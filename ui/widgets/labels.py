"""Words on the window: always plain text, so that a title is never read as markup."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Kind = Literal["text", "title", "heading", "quiet", "problem", "name", "count", "mono"]


class Label(QLabel):
    """Plain words; ``kind`` chooses the size and colour."""

    def __init__(self, text: str = "", kind: Kind = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setText(text)


class WrappedLabel(Label):
    """Plain words over several lines, which can be selected and copied."""

    def __init__(self, text: str = "", kind: Kind = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


class ElidedLabel(Label):
    """Plain words in one line that give way to their neighbours; the tooltip shows all."""

    def __init__(self, text: str = "", kind: Kind = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits, with an ellipsis."""
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
