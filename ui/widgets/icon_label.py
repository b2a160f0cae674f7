"""A drawing that takes the colour of the words beside it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.icons import drop_of, pixmap


class IconLabel(QWidget):
    """One drawing as high as a line of text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Show another drawing."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as a line is high."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the colour of words."""
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.drawPixmap(
            (self.width() - side) // 2,
            (self.height() - side) // 2,
            pixmap(
                self._name,
                self.palette().windowText().color().name(),
                side,
                self.devicePixelRatioF(),
                drop_of(QFontMetricsF(self.font())),
            ),
        )
        painter.end()
