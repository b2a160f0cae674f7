"""A row of parts that goes on in the next line when the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FlowRow(QWidget):
    """Lays parts out from left to right, line by line, each in the size it asks for."""

    def __init__(self, across: int, down: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across = across
        self._down = down
        self.parts: list[QWidget] = []

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in place of the others."""
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.parts = list(parts)
        for part in self.parts:
            part.setParent(self)
            part.show()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Break the lines anew when a part asks for another size."""
        is_done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.FontChange}:
            self._lay_out()
        return is_done

    def _lay_out(self) -> None:
        top = 0
        for line in self._lines():
            height = max(part.sizeHint().height() for part in line)
            left = 0
            for part in line:
                size = part.sizeHint()
                part.setGeometry(QRect(QPoint(left, top), QSize(size.width(), height)))
                left += size.width() + self._across
            top += height + self._down
        self.setFixedHeight(max(0, top - self._down))

    def _lines(self) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        left = 0
        for part in self.parts:
            width = part.sizeHint().width()
            if not lines or left + width > self.width():
                lines.append([])
                left = 0
            lines[-1].append(part)
            left += width + self._across
        return lines
