"""A row of parts that goes on in the next line when the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FlowRow(QWidget):
    """Lays parts out from left to right, line by line, each in the size it asks for.

    Parts at the end stand at the right of the last line, together where a line holds them;
    hidden ones take no room.
    """

    def __init__(self, across: int, down: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across = across
        self._down = down
        self.parts: list[QWidget] = []
        self._at_end: list[QWidget] = []

    def show_parts(self, parts: Sequence[QWidget], at_end: Sequence[QWidget] = ()) -> None:
        """Show these parts in place of the others."""
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.parts = [*parts, *at_end]
        self._at_end = list(at_end)
        for part in self.parts:
            part.setParent(self)
            part.show()
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest part, so that none is cut."""
        widths = [part.sizeHint().width() for part in self.parts if not part.isHidden()]
        return QSize(max(widths, default=0), 0)

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
                if part is self._first_at_end(line):
                    left += max(0, self.width() - self._length(line))
                size = part.sizeHint()
                part.setGeometry(QRect(QPoint(left, top), QSize(size.width(), height)))
                left += size.width() + self._across
            top += height + self._down
        self.setFixedHeight(max(0, top - self._down))

    def _lines(self) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        left = 0
        for part in self.parts:
            if part.isHidden():
                continue
            width = self._width_with_followers(part)
            if not lines or left + width > self.width():
                lines.append([])
                left = 0
            lines[-1].append(part)
            left += part.sizeHint().width() + self._across
        return lines

    def _width_with_followers(self, part: QWidget) -> int:
        """Return the room a part asks for: the first at the end asks for all of them."""
        shown = [one for one in self._at_end if not one.isHidden()]
        if part not in shown[:1] or self._length(shown) > self.width():
            return part.sizeHint().width()
        return self._length(shown)

    def _first_at_end(self, line: Sequence[QWidget]) -> QWidget | None:
        return next((part for part in line if part in self._at_end), None)

    def _length(self, line: Sequence[QWidget]) -> int:
        widths = [part.sizeHint().width() for part in line]
        return sum(widths) + self._across * (len(widths) - 1)
