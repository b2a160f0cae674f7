"""A text that is written by lines: numbers beside them, faulty lines marked, places to go to."""

from collections.abc import Iterable, Mapping
from typing import Protocol, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.widgets.painted_colours import PaintedColours, paint_property

_GAP = 8


class _Lit(Protocol):
    """A line with a ground of its own; the stubs of PySide6 6.9 leave these attributes out."""

    format: QTextCharFormat
    cursor: QTextCursor


class CodeEdit(PaintedColours, QPlainTextEdit):
    """Plain text with line numbers; Tab moves on, as everywhere in the window."""

    paint_ground = paint_property("ground")
    paint_quiet = paint_property("quiet")
    paint_late = paint_property("late")
    paint_late_ground = paint_property("late_ground")
    paint_ok_ground = paint_property("ok_ground")
    paint_accent = paint_property("accent")
    paint_plain = paint_property("plain")

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._marked: frozenset[int] = frozenset()
        self.numbers = _LineNumbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    def mark_lines(self, lines: Iterable[int]) -> None:
        """Mark the lines of these numbers as faulty, and no others."""
        self._marked = frozenset(lines)
        self.ground_lines(dict.fromkeys(sorted(self._marked), "late_ground"))
        self.numbers.update()

    def ground_lines(self, grounds: Mapping[int, str]) -> None:
        """Lay a colour under whole lines, by their numbers."""
        self.setExtraSelections(
            [self._whole_line(line, self.painted(name)) for line, name in grounds.items()]
        )

    def go_to_line(self, line: int) -> None:
        """Stand on a line and show it in the middle."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
        self.setFocus()

    def insert(self, text: str) -> None:
        """Write a text where the keyboard stands; one step back takes it away."""
        self.textCursor().insertText(text)
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """Write another text in place of all; one step back brings the old one."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc and Ctrl+Enter to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers as high as the text."""
        super().resizeEvent(event)
        self._place_numbers()

    def numbers_width(self) -> int:
        """Return how much room the numbers take."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * _GAP

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in sight; those of faulty lines stand out."""
        painter = QPainter(self.numbers)
        painter.fillRect(event.rect(), self.painted("ground"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        width = self.numbers.width() - _GAP
        while block.isValid() and top <= event.rect().bottom():
            line = block.blockNumber() + 1
            painter.setPen(self.painted("late" if line in self._marked else "quiet"))
            height = self.fontMetrics().height()
            place = QRect(0, round(top), width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(line))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _whole_line(self, line: int, ground: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        lit = cast(_Lit, selection)
        lit.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        lit.format.setBackground(ground)
        lit.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
        return selection

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        self.numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.numbers_width(), inside.height())
        )

    def _follow(self, area: QRect, moved: int) -> None:
        if moved:
            self.numbers.scroll(0, moved)
        else:
            self.numbers.update(0, area.y(), self.numbers.width(), area.height())


class _LineNumbers(QWidget):
    """The strip at the left of the text."""

    def sizeHint(self) -> QSize:
        return QSize(cast(CodeEdit, self.parent()).numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        cast(CodeEdit, self.parent()).paint_numbers(event)
